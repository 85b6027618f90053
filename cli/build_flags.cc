// Flags about the language version, build tags, modules, the Go tree and the passes, shared by the commands that compile.
#include <cstdio>
#include <cstdlib>
#include <sstream>

#include "cli/program.h"
#include "compiler/load/constraints.h"

namespace hood::cli {

void addBuildFlags(Command* cmd, BuildOptions* o) {
  cmd->option("--lang", &o->lang, "language version of the program, e.g. go1.21 (else go.mod's, else go1.22)");
  cmd->list("--tags", &o->tags, "build tags that hold, separated by commas", ',');
  cmd->option("--goroot", &o->goroot, "Go tree with the standard packages that hood does not ship; off: none");
  cmd->option("--mod", &o->mod, "where modules come from: mod, readonly or vendor, as go's -mod");
}

void addPassFlag(Command* cmd, ProgramOptions* o) {
  cmd->list("--no-pass", &o->disabledPasses,
            "switch off an optimisation pass by name (the standard library was compiled with all)");
}

namespace {

// What $GOFLAGS says about modules and tags; the command line has the last word.
void fromGoflags(BuildOptions* o) {
  const char* env = std::getenv("GOFLAGS");
  if (env == nullptr) return;
  std::istringstream words(env);
  for (std::string w; words >> w;) {
    std::string_view flag = w;
    while (flag.starts_with('-')) flag.remove_prefix(1);
    if (flag.starts_with("mod=") && o->mod.empty()) o->mod = flag.substr(4);
    if (!flag.starts_with("tags=") || !o->tags.empty()) continue;
    std::istringstream tags{std::string(flag.substr(5))};
    for (std::string t; std::getline(tags, t, ',');) o->tags.push_back(t);
  }
}

}  // namespace

bool applyBuildFlags(const BuildOptions& given, compiler::LoadRequest* request) {
  BuildOptions o = given;
  fromGoflags(&o);
  if (!o.lang.empty()) {
    request->goMinor = o.lang.starts_with("go1.") ? compiler::goVersionMinor(o.lang) : -1;
    if (request->goMinor < 1) {
      std::fprintf(stderr, "hood: --lang wants go1.N, not %s\n", o.lang.c_str());
      return false;
    }
    if (request->goMinor > compiler::kMaxGoMinor) {
      std::fprintf(stderr, "hood: invalid value \"%s\" for --lang: max known version is \"go1.%d\"\n", o.lang.c_str(),
                   compiler::kMaxGoMinor);
      return false;
    }
  }
  if (!o.mod.empty() && o.mod != "mod" && o.mod != "readonly" && o.mod != "vendor") {
    std::fprintf(stderr, "hood: --mod wants mod, readonly or vendor, not %s\n", o.mod.c_str());
    return false;
  }
  request->tags = o.tags;
  request->goroot = o.goroot;
  request->mod = o.mod;
  return true;
}

}  // namespace hood::cli
