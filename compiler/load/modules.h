// The modules of a program: which folder an import path stands for. From go.mod or go.work above the program's folder,
// the requirements reachable from there, their replacements, vendor/ and the local module cache. hood downloads nothing.
// Mirrors: cmd/go/internal/modload (minimal version selection, vendor consistency, ambiguous imports).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compiler/load/go_mod.h"

namespace hood::compiler {

struct Module {
  ModuleVersion id;
  std::string dir;  // "" if it is not on this machine; then `absent` says why
  std::string absent;
  int goMinor = 16;
  bool main = false;
};

// Where a package of a module is, or where it was looked for.
struct PackageFolder {
  std::string dir;                  // "" if there is none
  bool main = false;                // of a main module
  int goMinor = 16;                 // language version there
  std::string problem;              // set: say this, not that nothing was found
  std::vector<std::string> looked;  // one line for each place
};

class Modules {
 public:
  // For a program in `dir`; `mode` is -mod's value: "", mod, readonly, vendor. Problems with the files go to problems(),
  // in go's words.
  void open(const std::string& dir, const std::string& mode);

  bool any() const { return !mains_.empty(); }
  const std::vector<std::string>& problems() const { return problems_; }
  // The main module that a folder belongs to, nullptr if none does.
  const Module* mainOf(const std::string& dir) const;
  const Module* firstMain() const { return mains_.empty() ? nullptr : mains_[0]; }
  // Import path of a folder inside a main module, "" if it is in none.
  std::string pathOf(const std::string& dir) const;
  PackageFolder find(const std::string& importPath) const;
  bool vendored() const { return vendored_; }

 private:
  struct Node {
    GoMod mod;
    bool loaded = false;
  };
  bool openWork(const std::string& file);
  bool openMod(const std::string& dir);
  void addMain(GoMod mod);
  void checkVendor(const GoMod& mod);
  void selectVersions();
  void locate(Module* m);
  std::optional<GoMod> goModOf(const ModuleVersion& v);
  const Replacement* replacementOf(const ModuleVersion& v) const;
  PackageFolder findVendored(const std::string& importPath) const;

  std::vector<GoMod> mainFiles_;
  std::vector<const Module*> mains_;
  std::vector<Replacement> replace_;
  std::map<std::string, Module> modules_;  // the build list by path
  std::map<std::string, int> vendorMinor_;
  std::string cache_;  // of modules: $GOMODCACHE, $GOPATH/pkg/mod or ~/go/pkg/mod
  bool vendored_ = false;
  bool work_ = false;
  std::vector<std::string> problems_;
};

}  // namespace hood::compiler
