// From the patterns of a command line to packages: what hood test, list and doc work on.
// Mirrors: cmd/go/internal/search, and the part of load that finds what they stand for.
#include <algorithm>
#include <filesystem>
#include <set>

#include "compiler/load/constraints.h"
#include "compiler/load/go_files.h"
#include "compiler/load/goroot.h"
#include "compiler/load/modules.h"
#include "compiler/packages.h"
#include "stdlib/source.h"

namespace hood::compiler {

namespace fs = std::filesystem;

namespace {

// Folders at and below `top` that have Go files, tests included; what go leaves out is left out. Links are not followed.
std::vector<std::string> foldersBelow(const std::string& top) {
  std::vector<std::string> dirs{top}, out;
  for (size_t i = 0; i < dirs.size(); i++) {
    std::error_code error;
    for (fs::directory_iterator it(dirs[i], error), end; !error && it != end; it.increment(error)) {
      std::string name = it->path().filename().string();
      std::error_code ignored;
      bool skipped = name.starts_with('.') || name.starts_with('_') || name == "testdata" || name == "vendor" ||
                     it->is_symlink(ignored) || fs::exists(it->path() / "go.mod", ignored);
      if (!skipped && it->is_directory(ignored)) dirs.push_back(dirs[i] + "/" + name);
    }
    if (hasGoFiles(dirs[i])) out.push_back(dirs[i]);
  }
  std::sort(out.begin(), out.end());
  return out;
}

class Finder {
 public:
  Finder(const LoadRequest& request, std::vector<PackageRef>* out) : request_(request), out_(out) {
    tags_.custom.insert(request.tags.begin(), request.tags.end());
  }

  std::string run(const std::vector<std::string>& args) {
    goroot_.open(request_.goroot);
    if (!goroot_.problem().empty()) return goroot_.problem();
    if (!args.empty() && args[0].ends_with(".go")) return files(args);
    modules_.open(".", request_.mod);
    if (!modules_.problems().empty()) return modules_.problems()[0];
    if (args.empty()) return one(".");
    for (const std::string& a : args)
      if (std::string wrong = one(a); !wrong.empty()) return wrong;
    return "";
  }

 private:
  std::string files(const std::vector<std::string>& args) {
    PackageRef p;
    p.path = "command-line-arguments";
    for (const std::string& a : args) {
      std::error_code error;
      if (!a.ends_with(".go")) return "named files must be .go files: " + a;
      if (!fs::exists(a, error)) return "no required module provides package " + a + "; to add it:\n\tgo get " + a;
      std::string dir = fs::path(a).parent_path().string();
      if (dir.empty()) dir = ".";
      if (!p.dir.empty() && p.dir != dir) return "named files must all be in one directory; have " + p.dir + " and " + dir;
      p.dir = dir;
      p.files.push_back(a);
    }
    add(std::move(p));
    return "";
  }

  std::string one(const std::string& arg) {
    if (arg == "std") return standard("", true), "";
    if (arg == "..." || arg.ends_with("/...")) {
      std::string top = arg == "..." ? "." : arg.substr(0, arg.size() - 4);
      return isFolderPath(top) || (arg == "...") ? tree(top, arg) : below(top, arg);
    }
    if (isFolderPath(arg)) return folder(arg, arg);
    return importPath(arg);
  }

  std::string tree(const std::string& top, const std::string& arg) {
    if (!isFolder(top)) return "lstat " + top + ": no such file or directory";
    size_t before = out_->size();
    for (const std::string& d : foldersBelow(top)) folder(d, arg);
    if (out_->size() == before) std::fprintf(stderr, "hood: warning: \"%s\" matched no packages\n", arg.c_str());
    return "";
  }

  std::string folder(const std::string& dir, const std::string& arg) {
    if (!isFolder(dir)) return "stat " + arg + ": directory not found";
    PackageRef p;
    p.dir = dir;
    if (std::string std = standardPath(dir); !std.empty()) {
      p.path = std;
      p.shipped = !stdlib::find(std).empty();
      p.stdlib = true;
      return add(std::move(p)), "";
    }
    p.path = modules_.pathOf(dir);
    if (p.path.empty() && modules_.any() && modules_.mainOf(dir) == nullptr)
      return "directory " + arg + " is outside main module or its selected dependencies";
    std::error_code error;
    if (!hasGoFiles(dir)) return "no Go files in " + fs::weakly_canonical(dir, error).string();
    if (p.path.empty()) p.path = dir == "." ? "command-line-arguments" : fs::path(dir).lexically_normal().string();
    return add(std::move(p)), "";
  }

  // The standard package that a folder of the Go tree is, "" if it is none.
  std::string standardPath(const std::string& dir) const {
    if (!goroot_.any()) return "";
    std::error_code error;
    std::string src = fs::weakly_canonical(goroot_.src(), error).string(), d = fs::weakly_canonical(dir, error).string();
    return d.starts_with(src + "/") ? d.substr(src.size() + 1) : "";
  }

  std::string importPath(const std::string& path) {
    PackageRef p;
    p.path = path;
    p.dir = looksStandard(path) ? goroot_.folder(path, false) : "";
    p.shipped = !stdlib::find(path).empty();
    p.stdlib = p.shipped || !p.dir.empty();
    if (p.stdlib) return add(std::move(p)), "";
    PackageFolder where;
    if (modules_.any()) where = modules_.find(path);
    if (!where.problem.empty()) return where.problem;
    if (!where.dir.empty()) {
      p.dir = relative(where.dir);
      return add(std::move(p)), "";
    }
    if (isFolder(path)) return folder(path, path);
    if (looksStandard(path)) return "package " + path + " is not in std";
    if (!modules_.any())
      return "no required module provides package " + path +
             ": go.mod file not found in current directory or any parent directory; see 'go help modules'";
    return "no required module provides package " + path + "; to add it:\n\tgo get " + path;
  }

  // encoding/... or example.com/m/...
  std::string below(const std::string& top, const std::string& arg) {
    size_t before = out_->size();
    standard(top, false);
    if (modules_.any())
      if (PackageFolder where = modules_.find(top); !where.dir.empty()) tree(relative(where.dir), arg);
    if (const Module* m = modules_.firstMain(); m != nullptr && out_->size() == before && inModule(top, m->id.path))
      tree(relative(m->dir), arg);
    if (out_->size() == before && isFolder(top)) return tree(top, arg);
    if (out_->size() == before) std::fprintf(stderr, "hood: warning: \"%s\" matched no packages\n", arg.c_str());
    return "";
  }

  void standard(const std::string& top, bool all) {
    std::set<std::string> paths;
    for (const stdlib::EmbeddedFile& f : stdlib::all()) paths.insert(f.dir);
    for (const std::string& path : paths)
      if (all || inModule(top, path)) importPath(path);
  }

  std::string relative(const std::string& dir) const {
    std::error_code error;
    std::string rel = fs::relative(dir, fs::current_path(error), error).string();
    return error || rel.empty() || rel.starts_with("..") ? dir : rel;
  }

  void add(PackageRef p) {
    if (seen_.insert(p.path + "\n" + p.dir).second) out_->push_back(std::move(p));
  }

  const LoadRequest& request_;
  std::vector<PackageRef>* out_;
  BuildTags tags_;
  Goroot goroot_;
  Modules modules_;
  std::set<std::string> seen_;
};

}  // namespace

bool findPackages(const LoadRequest& request, const std::vector<std::string>& args, std::vector<PackageRef>* out,
                  std::string* problem) {
  *problem = Finder(request, out).run(args);
  return problem->empty();
}

}  // namespace hood::compiler
