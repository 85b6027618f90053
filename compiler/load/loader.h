// The loader's state and steps; packages.h is its door. loader.cc reads packages, loader_import.cc resolves imports,
// loader_request.cc finds out what the command line names.
#pragma once

#include <optional>
#include <set>

#include "compiler/load/constraints.h"
#include "compiler/load/go_files.h"
#include "compiler/load/goroot.h"
#include "compiler/load/modules.h"
#include "compiler/load/test_main.h"
#include "compiler/packages.h"

namespace hood::compiler {

class Loader {
 public:
  Loader(const LoadRequest& request, SourceSet& sources, Arena& arena, Diagnostics& diag);

  LoadResult run();
  LoadResult runStdlib(const std::vector<std::string>& paths);

 private:
  // What a package is made from.
  struct Recipe {
    std::string key;   // identity: "std:path", or the absolute folder or file
    std::string path;  // import path
    std::string dir;   // "" for hood's own library
    std::vector<Input> inputs;
    int goMinor = kGoMinor;
    bool stdlib = false;
    bool root = false;                             // what the request named
    bool tested = false;                           // it is imported by its tests, even a command
    std::map<std::string, SourcePackage*> preset;  // imports that are not looked for
  };

  void fail(const std::string& text) { diag_.error(Pos{}, text); }

  // ---- loader_request.cc ----
  SourcePackage* loadRoot();
  SourcePackage* rootFiles();
  SourcePackage* rootFolder(const std::string& dir, const std::string& arg);
  SourcePackage* rootImportPath(const std::string& arg);
  SourcePackage* loadTree(const std::string& top, const std::string& arg);
  bool openModules(const std::string& dir);
  int userMinor(const std::string& dir) const;

  // ---- loader_tested.cc ----
  SourcePackage* loadTested(const PackageRef& ref);
  bool testedRecipe(const PackageRef& ref, Recipe* r, std::vector<Input>* tests);
  SourcePackage* loadTestMain(const PackageRef& ref, SourcePackage* internal, SourcePackage* external);
  void blank(std::vector<Input>* inputs) const;
  void addCoverage(SourcePackage* p);
  bool covers(const Recipe& r) const;
  bool loadCovered(std::map<std::string, SourcePackage*>* loaded);
  void checkTestCycle(const SourcePackage* p);
  std::vector<Input> shippedInputs(const std::string& path) const;

  // ---- loader.cc ----
  LoadResult ordered(SourcePackage* root);
  SourcePackage* loadPackage(Recipe r, Pos at);
  bool addTexts(SourcePackage* p, std::vector<Input> inputs);
  bool takeCached(SourcePackage* p, Pos at);
  bool checkNames(const SourcePackage* p, Pos at);
  void checkDirectives(SourcePackage* p);
  void loadImports(SourcePackage* p);
  bool folderInputs(const std::string& dir, const std::string& path, std::vector<Input>* inputs, Pos at);

  // ---- loader_import.cc ----
  SourcePackage* import(SourcePackage* from, const ast::ImportDecl* d);
  SourcePackage* importSpelled(SourcePackage* from, const std::string& path, Pos at);
  SourcePackage* importCompiled(const std::string& key, const PackageMeta& meta);
  SourcePackage* importPath(SourcePackage* from, const std::string& path, Pos at);
  SourcePackage* importStd(const std::string& path);
  SourcePackage* importGoroot(const std::string& path, const std::string& dir, Pos at);
  SourcePackage* importModule(const std::string& path, const PackageFolder& where, Pos at);
  SourcePackage* importRelative(SourcePackage* from, const std::string& path, Pos at);
  SourcePackage* found(const std::string& key, Pos at, bool* known);
  bool mayUseInternal(const SourcePackage* from, const std::string& path, bool std, Pos at);
  void reportMissing(const std::string& path, const PackageFolder& where, Pos at);
  void reportCycle(const SourcePackage* to, Pos at);
  // The import path by which the rules about internal packages know a package.
  std::string importerPath(const SourcePackage* p) const;

  const LoadRequest& request_;
  SourceSet& sources_;
  Arena& arena_;
  Diagnostics& diag_;
  BuildTags tags_;
  Goroot goroot_;
  bool gorootOpen_ = false;
  Modules modules_;
  std::vector<std::unique_ptr<SourcePackage>> packages_;
  std::map<std::string, SourcePackage*> byKey_;
  std::map<const SourcePackage*, std::string> importPaths_;  // path says "main" for a command
  std::vector<CoveredFile> covered_;
  std::vector<SourcePackage*> loading_;  // the chain of imports being followed
  std::vector<Pos> importedAt_;          // where each of them but the first was imported
};

// A folder's identity, however it is spelled.
std::string folderKey(const std::string& dir);

}  // namespace hood::compiler
