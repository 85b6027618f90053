// hood list: the packages that patterns stand for, and what is known of them without compiling.
#include <cstdio>
#include <filesystem>
#include <set>

#include "cli/cli.h"
#include "cli/program.h"
#include "cli/record.h"
#include "compiler/load/package_info.h"

namespace hood::cli {

namespace {

namespace fs = std::filesystem;

struct ListFlags {
  std::vector<std::string> patterns;
  BuildOptions build;
  std::string format;
  bool json = false, deps = false, find = false;
};

std::vector<std::string> namesOf(const std::vector<compiler::Input>& files) {
  std::vector<std::string> out;
  for (const compiler::Input& f : files) out.push_back(fs::path(f.path).filename().string());
  return out;
}

Record recordOf(const compiler::PackageInfo& p, bool depOnly) {
  std::error_code error;
  std::string dir = p.ref.dir.empty() ? "" : fs::weakly_canonical(p.ref.dir, error).string();
  Record module;
  if (!p.modulePath.empty())
    module = {{"Path", Value::ofText(p.modulePath)},
              {"Main", Value::ofFlag(true)},
              {"Dir", Value::ofText(p.moduleDir)},
              {"GoVersion", Value::ofText(p.goVersion)}};
  return {
      {"Dir", Value::ofText(dir)},
      {"ImportPath", Value::ofText(p.ref.path)},
      {"Name", Value::ofText(p.name)},
      {"Doc", Value::ofText(p.synopsis)},
      {"Module", Value::ofRecord(module)},
      {"DepOnly", Value::ofFlag(depOnly)},
      {"Standard", Value::ofFlag(p.ref.stdlib)},
      {"Shipped", Value::ofFlag(p.ref.shipped)},  // in hood itself; then Dir has its tests
      {"GoFiles", Value::ofList(namesOf(p.files))},
      {"IgnoredGoFiles", Value::ofList(p.ignored)},
      {"Imports", Value::ofList(p.imports)},
      {"TestGoFiles", Value::ofList(namesOf(p.testFiles))},
      {"TestImports", Value::ofList(p.testImports)},
      {"XTestGoFiles", Value::ofList(namesOf(p.xtestFiles))},
      {"XTestImports", Value::ofList(p.xtestImports)},
  };
}

class Lister {
 public:
  Lister(const ListFlags& flags, const compiler::LoadRequest& request) : flags_(flags), request_(request) {}

  bool run(const std::vector<compiler::PackageRef>& packages) {
    for (const compiler::PackageRef& p : packages) named_.insert(p.path);
    for (const compiler::PackageRef& p : packages)
      if (!add(p)) return false;
    return ok_;
  }

 private:
  // With -deps, what a package imports comes before it.
  bool add(const compiler::PackageRef& p) {
    if (!done_.insert(p.path).second) return true;
    const bool needsInfo = flags_.deps || flags_.json || !flags_.format.empty();
    compiler::PackageInfo info;
    if (needsInfo)
      info = compiler::packageInfo(p, request_);
    else
      info.ref = p;
    if (!info.error.empty()) {
      std::fprintf(stderr, "%s\n", info.error.c_str());
      ok_ = false;
    }
    if (flags_.deps)
      for (const std::string& path : info.imports)
        if (path != "unsafe" && path != "C" && !addImport(path)) return false;
    return print(info);
  }

  bool addImport(const std::string& path) {
    std::vector<compiler::PackageRef> found;
    std::string problem;
    if (compiler::findPackages(request_, {path}, &found, &problem) && !found.empty()) return add(found[0]);
    std::fprintf(stderr, "%s\n", problem.c_str());
    ok_ = false;
    return true;
  }

  bool print(const compiler::PackageInfo& info) {
    std::string out, problem;
    if (flags_.json) {
      out = toJson(recordOf(info, named_.count(info.ref.path) == 0));
    } else if (!flags_.format.empty()) {
      if (!expandTemplate(flags_.format, recordOf(info, named_.count(info.ref.path) == 0), &out, &problem)) {
        std::fprintf(stderr, "hood: -f: %s\n", problem.c_str());
        return false;
      }
      if (!out.empty() && out.back() != '\n') out += "\n";
    } else {
      out = info.ref.path + "\n";
    }
    std::fputs(out.c_str(), stdout);
    return true;
  }

  const ListFlags& flags_;
  const compiler::LoadRequest& request_;
  std::set<std::string> named_, done_;
  bool ok_ = true;
};

int runList(const ListFlags& flags) {
  compiler::LoadRequest request;
  if (!applyBuildFlags(flags.build, &request)) return 2;
  std::vector<compiler::PackageRef> packages;
  std::string problem;
  if (!compiler::findPackages(request, flags.patterns, &packages, &problem)) {
    std::fprintf(stderr, "%s\n", problem.c_str());
    return 1;
  }
  return Lister(flags, request).run(packages) ? 0 : 1;
}

}  // namespace

void addList(CommandLine& line) {
  auto flags = std::make_shared<ListFlags>();
  Command cmd = line.add("list", "list packages: those of a folder, a module, the standard library (std)");
  cmd.footer(
      "Fields for -json and -f: Dir ImportPath Name Doc Module DepOnly Standard Shipped GoFiles IgnoredGoFiles Imports\n"
      "TestGoFiles TestImports XTestGoFiles XTestImports. Example: hood list -f '{{.ImportPath}}: {{join .Imports \" \"}}' "
      "./...");
  cmd.option("-f", &flags->format, "a template for each package");
  cmd.flag("--json", &flags->json, "print all fields as JSON");
  cmd.flag("--deps", &flags->deps, "also list what they import, imports first");
  addBuildFlags(&cmd, &flags->build);
  cmd.words("PACKAGES", &flags->patterns, "folders, import paths, DIR/..., std; the current folder if none is given",
            Command::Words::Any);
  cmd.action([flags] { return runList(*flags); });
}

}  // namespace hood::cli
