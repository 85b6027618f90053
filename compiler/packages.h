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

struct PackageMeta;

// A package that a pattern of a command line stands for: found, not parsed. See findPackages.
struct PackageRef {
  std::string path;                // import path; command-line-arguments for files
  std::string dir;                 // "" where there is none: of a shipped package, if no Go tree is installed
  bool shipped = false;            // hood's own library has it; then dir has its tests only
  bool stdlib = false;             // that, or a package of the Go tree
  std::vector<std::string> files;  // if it was given as files
};

struct SourcePackage {
  std::string path;  // import path; "main" for a command
  std::string name;
  std::string dir;                       // "" for embedded packages
  std::vector<const SourceFile*> texts;  // what it is made from; empty for embedded packages in compiled form
  std::vector<ast::File*> files;         // their trees; empty for packages in compiled form
  std::vector<SourcePackage*> imports;   // direct, sorted by path, no duplicates; never unsafe
  std::map<std::string, SourcePackage*, std::less<>> importMap;  // by the path as written in import declarations
  const PackageMeta* compiled = nullptr;
  bool root = false;                // what the request named
  bool stdlib = false;              // a standard package: hood's own, or, if dir is set, one of the Go tree
  bool tested = false;              // of the package under test: itself, or x_test
  int goMinor = 22;                 // language version 1.goMinor
  std::string goVersion;            // the same, "go1.22"
  std::vector<EmbeddedVar> embeds;  // variables with //go:embed and what they take
};

// Packages that exist in compiled form: the loader does not parse them.
class CompiledSource {
 public:
  virtual ~CompiledSource() = default;
  virtual const PackageMeta* standard(const std::string& path) = 0;  // hood's own library; nullptr: not there
  // A package with these texts, path and language version that was compiled before; nullptr: none is known.
  virtual const PackageMeta* cached(const SourcePackage& p) = 0;
};

// Part of a text that is to be read as blanks.
struct BlankedRange {
  std::string file;
  uint32_t begin = 0, end = 0;
};

struct LoadRequest {
  std::vector<std::string> args;       // FILE.go…, one DIR, DIR/..., an import path, or "-" for standard input
  const PackageRef* tested = nullptr;  // instead of args: the program is the one that runs this package's tests
  std::vector<BlankedRange> blanked;   // in test files: declarations to do without
  std::string coverMode;               // with tested: count how often its statements run: set, count, atomic
  std::vector<PackageRef> covered;     // … and these packages' instead; all become part of the program
  std::string coverText;               // how the report names them: " in ./..."
  bool testProfiles = false;           // with tested: the program can write profiles
  bool withRuntime = false;            // add package runtime, which every running program has
  bool requireMain = true;             // the package must be a command (hood run), not any package (hood vet)
  int goMinor = 0;                     // --lang: language version of the user's packages, 0 for go.mod's
  std::vector<std::string> tags;       // --tags: build tags that hold
  std::string goroot;                  // --goroot: the Go tree; "" looks for one, "off" does without
  std::string mod;                     // --mod: "", mod, readonly or vendor
  CompiledSource* compiled = nullptr;
};

struct LoadResult {
  std::vector<std::unique_ptr<SourcePackage>> packages;  // imports before importers, by path otherwise (Go 1.21's order)
  SourcePackage* root = nullptr;                         // what the request named; nullptr after errors
  bool setupFailed = false;                              // with `tested`: what was imported could not be found
};

// The packages that the arguments stand for: folders, import paths, either with /..., `std`, or .go files of one package;
// the current folder if there are none. In the order of the arguments, without duplicates, whether or not they have Go
// files that are no tests. False: *problem says why, in go's words.
bool findPackages(const LoadRequest& request, const std::vector<std::string>& args, std::vector<PackageRef>* out,
                  std::string* problem);
// Has the package test files?
bool hasTests(const PackageRef& p, const LoadRequest& request);
bool isTestSource(const SourceFile& file);
// Does hood's own library have the package?
bool isShipped(const std::string& path);
// Is it a _test.go file of package x_test?
bool isExternalTest(const SourceFile& file);

// Loads and parses. Errors go to `diag`; then nothing should be compiled. The trees point into `sources` and `arena`.
LoadResult load(const LoadRequest& request, SourceSet& sources, Arena& arena, Diagnostics& diag);

// Loads standard packages (all embedded ones if `paths` is empty) without a user's program: for building images.
LoadResult loadStdlib(const std::vector<std::string>& paths, SourceSet& sources, Arena& arena, Diagnostics& diag);

// In the order in which packages are compiled: runtime and what it imports come first, since the code of every package may
// need something of it; otherwise as they are initialised.
std::vector<SourcePackage*> compileOrder(const LoadResult& loaded);
// Parses a package that was loaded in compiled form after all; false after errors.
bool parseLate(SourcePackage& p, Arena& arena, Diagnostics& diag);
// Parses one file of a package with these properties, and finds the language version of its own that the file may have.
// nullptr: the package does without it (the C half of a standard package).
ast::File* parseSource(const SourceFile* text, bool stdlib, int goMinor, Arena& arena, Diagnostics& diag);
// Parses the files of an embedded standard package.
std::vector<ast::File*> parseStandard(const std::string& path, SourceSet& sources, Arena& arena, Diagnostics& diag);

}  // namespace hood::compiler
