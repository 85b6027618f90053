// The program that runs a package's tests: what is a test in the files of the package, and the main package made of them.
// Mirrors: cmd/go/internal/load/test.go, go/doc/example.go.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/ast/ast.h"
#include "compiler/diag/diag.h"

namespace hood::compiler {

struct TestFunctions {
  struct Function {
    std::string name;
    bool external = false;  // of package x_test
  };
  struct Example : Function {
    std::string output;
    bool unordered = false;
  };
  std::vector<Function> tests, benchmarks, fuzzTargets;
  std::vector<Example> examples;  // those that say what they print
  std::string testMain;           // package that has TestMain: "_test", "_xtest" or ""
};

// Adds what is in one _test.go file; complains about functions that are called like tests and are none.
void findTests(const ast::File* file, bool external, Diagnostics& diag, TestFunctions* found);

struct CoveredFile {
  std::string name;      // as profiles have it: import path and file name
  std::string function;  // of its package: returns its counters
  std::string package;   // import path
};

struct TestMainInput {
  std::string path;                         // of the package under test
  bool internal = false, external = false;  // which packages there are to import
  std::vector<CoveredFile> covered;
  std::string coverMode;
  std::string coverText;  // " in ./...": what the share of statements is of
  bool profiles = false;
};
// The Go text of package main. It imports what is tested as `path` and `path_test`.
std::string testMainText(const TestMainInput& in, const TestFunctions& f);

// A package clause's name without parsing the file; "" if there is none.
std::string_view packageNameOf(std::string_view text);

}  // namespace hood::compiler
