// The loader: from files, folders and import paths to a graph of parsed packages in the order in which they are
// compiled and initialised.
//
// An import is looked up in: hood's own standard library (inside the binary); the module of the importing package
// (go.mod: its own path, replace with a folder, vendor/); $GOROOT/src if GOROOT is set. "./x" and "../x" are relative to
// the importing file: a folder, or, as Go's own tests have it, the single file x.go.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/arena.h"
#include "base/source.h"
#include "compiler/ast/ast.h"
#include "compiler/diag/diag.h"

namespace hood::compiler {

struct SourcePackage {
  std::string path;  // import path; "main" for a command
  std::string name;
  std::string dir;  // "" for embedded packages
  std::vector<ast::File*> files;
  std::vector<SourcePackage*> imports;                           // direct, sorted by path, no duplicates; never unsafe
  std::map<std::string, SourcePackage*, std::less<>> importMap;  // by the path as written in import declarations
  bool stdlib = false;
  int goMinor = 22;       // language version 1.goMinor
  std::string goVersion;  // the same, "go1.22"
};

struct LoadRequest {
  std::vector<std::string> args;  // FILE.go…, one DIR, DIR/..., or "-" for standard input
  bool withRuntime = false;       // add package runtime, which every running program has
  bool requireMain = true;        // the package must be a command (hood run), not any package (hood vet)
  int goMinor = 0;                // --lang: language version of the user's packages, 0 for go.mod's
};

struct LoadResult {
  std::vector<std::unique_ptr<SourcePackage>> packages;  // imports before importers, by path otherwise (Go 1.21's order)
  SourcePackage* root = nullptr;                         // what the request named; nullptr after errors
};

// Loads and parses. Errors go to `diag`; then nothing should be compiled. The trees point into `sources` and `arena`.
LoadResult load(const LoadRequest& request, SourceSet& sources, Arena& arena, Diagnostics& diag);

// Loads standard packages (all embedded ones if `paths` is empty) without a user's program: for building images.
LoadResult loadStdlib(const std::vector<std::string>& paths, SourceSet& sources, Arena& arena, Diagnostics& diag);

}  // namespace hood::compiler
