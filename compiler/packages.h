// The loader: from files, folders and import paths to a graph of parsed packages in the order in which they are
// compiled and initialised.
//
// An import is looked up in: hood's own standard library (inside the binary); an installed Go tree, for standard packages
// that hood does not ship (load/goroot.h); the modules that go.mod or go.work name (load/modules.h). "./x" and "../x" are
// relative to the importing file: a folder, or, as Go's own tests have it, the single file x.go.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/arena.h"
#include "base/source.h"
#include "compiler/ast/ast.h"
#include "compiler/diag/diag.h"
#include "compiler/load/embed.h"

namespace hood::compiler {

struct SourcePackage {
  std::string path;  // import path; "main" for a command
  std::string name;
  std::string dir;  // "" for embedded packages
  std::vector<ast::File*> files;
  std::vector<SourcePackage*> imports;                           // direct, sorted by path, no duplicates; never unsafe
  std::map<std::string, SourcePackage*, std::less<>> importMap;  // by the path as written in import declarations
  bool stdlib = false;              // a standard package: hood's own, or, if dir is set, one of the Go tree
  int goMinor = 22;                 // language version 1.goMinor
  std::string goVersion;            // the same, "go1.22"
  bool filesHaveVersions = false;   // some ast::File has a language version of its own
  std::vector<EmbeddedVar> embeds;  // variables with //go:embed and what they take
};

struct LoadRequest {
  std::vector<std::string> args;  // FILE.go…, one DIR, DIR/..., an import path, or "-" for standard input
  bool withRuntime = false;       // add package runtime, which every running program has
  bool requireMain = true;        // the package must be a command (hood run), not any package (hood vet)
  int goMinor = 0;                // --lang: language version of the user's packages, 0 for go.mod's
  std::vector<std::string> tags;  // --tags: build tags that hold
  std::string goroot;             // --goroot: the Go tree; "" looks for one, "off" does without
  std::string mod;                // --mod: "", mod, readonly or vendor
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
