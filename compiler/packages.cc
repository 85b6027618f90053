#include "compiler/packages.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <set>

#include "compiler/build_constraint.h"
#include "compiler/go_mod.h"
#include "compiler/import_path.h"
#include "compiler/syntax/parse.h"
#include "stdlib/source.h"

namespace hood::compiler {

namespace fs = std::filesystem;

namespace {

std::optional<std::string> readFile(const std::string& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
}

bool isFolder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

// dir/name as messages show it: "./x.go" for the current folder.
std::string joined(const std::string& dir, const std::string& name) {
  if (dir.empty() || dir == ".") return "./" + name;
  return dir.back() == '/' ? dir + name : dir + "/" + name;
}

// The .go files of a folder, sorted by name.
std::vector<std::string> goFiles(const std::string& dir) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(dir.empty() ? "." : dir, error), end; !error && it != end; it.increment(error)) {
    std::string name = it->path().filename().string();
    bool hidden = name.starts_with('_') || name.starts_with('.');
    if (name.ends_with(".go") && !hidden && !it->is_directory(error)) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

constexpr const char* kRootKey = "root";

// One text that will become a file of a package.
struct Input {
  std::string path;
  std::string text;
};

class Loader {
 public:
  Loader(const LoadRequest& request, SourceSet& sources, Arena& arena, Diagnostics& diag)
      : request_(request), sources_(sources), arena_(arena), diag_(diag) {}

  LoadResult run();
  LoadResult runStdlib(const std::vector<std::string>& paths);

 private:
  void fail(const std::string& text) { diag_.error(Pos{}, text); }

  // ---- the request ----
  bool rootInputs(std::vector<Input>* inputs, std::string* dir);
  SourcePackage* loadTree(const std::string& top, const std::string& arg);
  SourcePackage* loadRoot();
  LoadResult ordered(SourcePackage* root);

  // ---- packages ----
  // `pathHint`: the import path, "" when only the package clause can tell.
  SourcePackage* loadPackage(const std::string& key, std::vector<Input> inputs, const std::string& pathHint);
  bool parseFiles(SourcePackage* p, std::vector<Input> inputs);
  void loadImports(SourcePackage* p);
  bool collect(const std::string& dir, std::vector<Input>* inputs, bool* excluded, Pos at);
  bool folderInputs(const std::string& dir, std::vector<Input>* inputs, Pos at, const std::string& what);

  // ---- imports ----
  SourcePackage* import(SourcePackage* from, const ast::ImportDecl* d);
  SourcePackage* importStd(const std::string& path);
  SourcePackage* importRelative(SourcePackage* from, const std::string& path, Pos at);
  SourcePackage* importFolder(const std::string& path, const std::string& dir, Pos at);
  SourcePackage* found(const std::string& key, Pos at, bool* known);
  std::string moduleFolder(const std::string& path) const;
  bool mayUseInternal(const SourcePackage* from, const std::string& path, bool std, Pos at);
  void reportMissing(const std::string& path, Pos at);
  void reportCycle(const SourcePackage* to, Pos at);

  const LoadRequest& request_;
  SourceSet& sources_;
  Arena& arena_;
  Diagnostics& diag_;
  std::optional<GoMod> module_;
  std::vector<std::unique_ptr<SourcePackage>> packages_;
  std::map<std::string, SourcePackage*> byKey_;
  std::map<const SourcePackage*, std::string> importPaths_;  // path says "main" for a command
  std::vector<SourcePackage*> loading_;                      // the chain of imports being followed
};

// ---- the request --------------------------------------------------------------------------------------------------

LoadResult Loader::run() {
  SourcePackage* root = loadRoot();
  if (root != nullptr && request_.withRuntime) importStd("runtime");
  LoadResult r = ordered(diag_.any() ? nullptr : root);
  if (r.root != nullptr && request_.requireMain && r.root->name != "main") {
    fail("package " + importPaths_[r.root] + " is not a main package");
    r.root = nullptr;
  }
  return r;
}

LoadResult Loader::runStdlib(const std::vector<std::string>& paths) {
  std::set<std::string> wanted(paths.begin(), paths.end());
  if (paths.empty()) {
    for (const auto& f : stdlib::all()) wanted.insert(f.dir);
  }
  for (const std::string& path : wanted) {
    if (importStd(path) == nullptr && !diag_.any()) reportMissing(path, Pos{});
  }
  return ordered(nullptr);
}

SourcePackage* Loader::loadRoot() {
  if (request_.args.size() == 1) {
    const std::string& arg = request_.args[0];
    if (arg.ends_with("/...")) return loadTree(arg.substr(0, arg.size() - 4), arg);
    if (!request_.requireMain && isFolder(arg) && goFiles(arg).empty()) return loadTree(arg, arg);
  }
  std::vector<Input> inputs;
  std::string dir;
  if (!rootInputs(&inputs, &dir)) return nullptr;
  module_ = findGoMod(dir);
  std::string path = "command-line-arguments";
  bool folder = request_.args.size() == 1 && isFolder(request_.args[0]);
  if (folder && module_) {
    std::error_code error;
    std::string rel = fs::relative(dir.empty() ? "." : dir, module_->dir, error).generic_string();
    path = rel == "." || error ? module_->path : module_->path + "/" + rel;
  }
  return loadPackage(kRootKey, std::move(inputs), path);
}

// Every package at and below a folder, as `go vet ./...` has it; a folder without Go files of its own means the same when
// it is only to be checked. Returns one of them.
SourcePackage* Loader::loadTree(const std::string& top, const std::string& arg) {
  module_ = findGoMod(top);
  std::vector<std::string> dirs{top.empty() ? "." : top};
  for (size_t i = 0; i < dirs.size(); i++) {
    std::error_code error;
    for (fs::directory_iterator it(dirs[i], error), end; !error && it != end; it.increment(error)) {
      std::string name = it->path().filename().string();
      bool skipped = name.starts_with('.') || name.starts_with('_') || name == "testdata" || name == "vendor";
      if (it->is_directory(error) && !skipped) dirs.push_back(dirs[i] + "/" + name);
    }
  }
  std::sort(dirs.begin(), dirs.end());
  SourcePackage* last = nullptr;
  for (const std::string& d : dirs) {
    std::vector<Input> inputs;
    bool excluded = false;
    if (!collect(d, &inputs, &excluded, Pos{}) || inputs.empty()) continue;
    std::error_code error;
    std::string rel =
        module_ ? fs::relative(d, module_->dir, error).generic_string() : fs::path(d).lexically_normal().string();
    std::string path = !module_ ? rel : rel == "." ? module_->path : module_->path + "/" + rel;
    std::string key = module_ ? moduleFolder(path) : d;
    if (auto known = byKey_.find(key); known != byKey_.end())
      last = known->second;
    else if (SourcePackage* p = loadPackage(key, std::move(inputs), path); p != nullptr)
      last = p;
  }
  if (last == nullptr && !diag_.any()) fail("no Go files in " + arg + " or below");
  return last;
}

bool Loader::rootInputs(std::vector<Input>* inputs, std::string* dir) {
  const std::vector<std::string>& args = request_.args;
  if (args.empty()) {
    fail("no Go files given");
    return false;
  }
  if (args.size() == 1 && args[0] == "-") {
    inputs->push_back({"<stdin>", std::string(std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>())});
    return true;
  }
  if (args.size() == 1 && isFolder(args[0])) {
    *dir = args[0];
    return folderInputs(args[0], inputs, Pos{}, args[0]);
  }
  for (const std::string& a : args) {
    std::error_code error;
    if (!fs::exists(a, error)) {
      fail(a + ": no such file or directory");
      return false;
    }
    if (!a.ends_with(".go")) {
      fail(a + ": not a Go file (the name must end in .go), nor the only argument and a folder");
      return false;
    }
    std::optional<std::string> text = readFile(a);
    if (!text) {
      fail(a + ": cannot be read");
      return false;
    }
    inputs->push_back({a, std::move(*text)});
  }
  *dir = fs::path(args[0]).parent_path().string();
  return true;
}

// Go 1.21's order of initialisation: of the packages whose imports are all done, the one whose path sorts first.
LoadResult Loader::ordered(SourcePackage* root) {
  LoadResult r;
  r.root = root;
  std::sort(packages_.begin(), packages_.end(),
            [&](const auto& a, const auto& b) { return importPaths_[a.get()] < importPaths_[b.get()]; });
  std::map<const SourcePackage*, size_t> index, missing;
  for (size_t i = 0; i < packages_.size(); i++) index[packages_[i].get()] = i;
  std::vector<std::vector<size_t>> importers(packages_.size());
  std::set<size_t> ready;
  for (size_t i = 0; i < packages_.size(); i++) {
    missing[packages_[i].get()] = packages_[i]->imports.size();
    for (const SourcePackage* q : packages_[i]->imports) importers[index[q]].push_back(i);
    if (packages_[i]->imports.empty()) ready.insert(i);
  }
  while (!ready.empty()) {
    size_t i = *ready.begin();
    ready.erase(ready.begin());
    for (size_t user : importers[i]) {
      if (--missing[packages_[user].get()] == 0) ready.insert(user);
    }
    r.packages.push_back(std::move(packages_[i]));
  }
  // What an import cycle kept back (it was reported) still owns trees that the result may point to.
  for (auto& p : packages_) {
    if (p != nullptr) r.packages.push_back(std::move(p));
  }
  return r;
}

// ---- packages -----------------------------------------------------------------------------------------------------

// The folder's files that belong to the build; false after an error.
bool Loader::collect(const std::string& dir, std::vector<Input>* inputs, bool* excluded, Pos at) {
  for (const std::string& name : goFiles(dir)) {
    if (isTestFile(name)) continue;
    std::optional<std::string> text = readFile(joined(dir, name));
    if (!text) {
      diag_.error(at, joined(dir, name) + ": cannot be read");
      return false;
    }
    std::string_view constraint = findConstraint(*text);
    if (!fileNameFits(name) || (!constraint.empty() && !constraintHolds(constraint))) {
      *excluded = true;
      continue;
    }
    inputs->push_back({joined(dir, name), std::move(*text)});
  }
  return true;
}

bool Loader::folderInputs(const std::string& dir, std::vector<Input>* inputs, Pos at, const std::string& what) {
  bool excluded = false;
  if (!collect(dir, inputs, &excluded, at)) return false;
  if (!inputs->empty()) return true;
  diag_.error(at, (excluded ? "build constraints exclude all Go files in " : "no Go files in ") + what);
  return false;
}

SourcePackage* Loader::loadPackage(const std::string& key, std::vector<Input> inputs, const std::string& path) {
  packages_.push_back(std::make_unique<SourcePackage>());
  SourcePackage* p = packages_.back().get();
  byKey_[key] = p;
  if (key == kRootKey && module_) byKey_[moduleFolder(path)] = p;  // to see when the program imports itself
  importPaths_[p] = path;
  p->stdlib = key.starts_with("std:");
  p->goMinor = p->stdlib ? kGoMinor : request_.goMinor != 0 ? request_.goMinor : module_ ? module_->goMinor : kGoMinor;
  p->goVersion = "go1." + std::to_string(p->goMinor);
  if (!p->stdlib) p->dir = fs::path(inputs[0].path).parent_path().string();
  bool ok = parseFiles(p, std::move(inputs));
  p->path = p->name == "main" ? "main" : path;
  if (!ok) return nullptr;
  loading_.push_back(p);
  loadImports(p);
  loading_.pop_back();
  return p;
}

bool Loader::parseFiles(SourcePackage* p, std::vector<Input> inputs) {
  size_t before = diag_.count();
  for (Input& in : inputs) {
    const SourceFile* file = sources_.add(in.path, std::move(in.text));
    if (file == nullptr) {
      fail(in.path + ": too large (all sources together may have 4 GB)");
      return false;
    }
    ParseOptions options;
    options.stdlib = p->stdlib;
    ast::File* f = parseFile(file, arena_, diag_, options);
    if (f->package == nullptr) continue;
    std::string name(f->package->name);
    if (p->name.empty()) {
      p->name = name;
    } else if (p->name != name) {
      diag_.error(f->package->pos, "package " + name + "; expected package " + p->name);
    }
    p->files.push_back(f);
  }
  return diag_.count() == before;
}

void Loader::loadImports(SourcePackage* p) {
  std::set<SourcePackage*> seen;
  for (ast::File* f : p->files) {
    for (const ast::ImportDecl* d : f->imports) {
      SourcePackage* q = import(p, d);
      if (q != nullptr && seen.insert(q).second) p->imports.push_back(q);
    }
  }
  std::sort(p->imports.begin(), p->imports.end(),
            [](const SourcePackage* a, const SourcePackage* b) { return a->path < b->path; });
}

// ---- imports ------------------------------------------------------------------------------------------------------

SourcePackage* Loader::import(SourcePackage* from, const ast::ImportDecl* d) {
  std::string path;
  if (std::string wrong = unquoteImportPath(d->path->text, &path); !wrong.empty()) {
    diag_.error(d->path->pos, wrong);
    return nullptr;
  }
  if (path == "unsafe") return nullptr;
  if (path == "C") {
    diag_.error(d->path->pos, "import \"C\": cgo is not supported");
    return nullptr;
  }
  if (auto it = from->importMap.find(path); it != from->importMap.end()) return it->second;
  Pos at = d->path->pos;
  size_t before = diag_.count();
  SourcePackage* q = nullptr;
  if (path.starts_with("./") || path.starts_with("../")) {
    q = importRelative(from, path, at);
  } else if (!stdlib::find(path).empty()) {
    if (mayUseInternal(from, path, true, at)) {
      bool known = false;
      q = found("std:" + path, at, &known);
      if (!known) q = importStd(path);
    }
  } else if (std::string dir = moduleFolder(path); !dir.empty()) {
    if (mayUseInternal(from, path, false, at)) q = importFolder(path, dir, at);
  } else {
    reportMissing(path, at);
  }
  if (q == nullptr) {
    if (diag_.count() == before) diag_.error(at, "could not import " + path);
    return nullptr;
  }
  if (q->name == "main") {
    diag_.error(at, "import \"" + path + "\" is a program, not an importable package");
    return nullptr;
  }
  from->importMap[path] = q;
  return q;
}

// A package already loaded, or being loaded: then it imports itself.
SourcePackage* Loader::found(const std::string& key, Pos at, bool* known) {
  auto it = byKey_.find(key);
  *known = it != byKey_.end();
  if (!*known) return nullptr;
  if (std::find(loading_.begin(), loading_.end(), it->second) != loading_.end()) {
    reportCycle(it->second, at);
    return nullptr;
  }
  return it->second;
}

SourcePackage* Loader::importStd(const std::string& path) {
  std::string key = "std:" + path;
  if (auto it = byKey_.find(key); it != byKey_.end()) return it->second;
  std::vector<Input> inputs;
  for (const auto& f : stdlib::find(path)) {
    std::string_view constraint = findConstraint(f.text());
    if (!fileNameFits(f.name) || (!constraint.empty() && !constraintHolds(constraint))) continue;
    inputs.push_back({path + "/" + f.name, std::string(f.text())});
  }
  return inputs.empty() ? nullptr : loadPackage(key, std::move(inputs), path);
}

SourcePackage* Loader::importFolder(const std::string& path, const std::string& dir, Pos at) {
  bool known = false;
  SourcePackage* p = found(dir, at, &known);
  if (known) return p;
  std::vector<Input> inputs;
  if (!folderInputs(dir, &inputs, at, dir)) return nullptr;
  return loadPackage(dir, std::move(inputs), path);
}

SourcePackage* Loader::importRelative(SourcePackage* from, const std::string& path, Pos at) {
  std::string target = (fs::path(from->dir.empty() ? "." : from->dir) / path).lexically_normal().string();
  if (isFolder(target)) return importFolder(path, target, at);
  std::string file = target + ".go";
  bool known = false;
  SourcePackage* p = found(file, at, &known);
  if (known) return p;
  std::optional<std::string> text = readFile(file);
  if (!text) {
    diag_.error(at, "package " + path + " is neither the folder " + target + " nor the file " + file);
    return nullptr;
  }
  std::vector<Input> inputs;
  inputs.push_back({file, std::move(*text)});
  return loadPackage(file, std::move(inputs), path);
}

// The folder of a package that is not in hood's library, "" if there is none.
std::string Loader::moduleFolder(const std::string& path) const {
  auto below = [&](const std::string& module, const std::string& folder) -> std::string {
    if (path == module) return folder;
    if (!module.empty() && path.starts_with(module + "/")) return folder + path.substr(module.size());
    return "";
  };
  if (module_) {
    for (const Replacement& r : module_->replacements) {
      std::string folder = r.target[0] == '/' ? r.target : (fs::path(module_->dir) / r.target).lexically_normal().string();
      while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
      if (std::string dir = below(r.path, folder); !dir.empty() && isFolder(dir)) return dir;
    }
    if (std::string dir = below(module_->path, module_->dir); !dir.empty() && isFolder(dir)) {
      // Shown relative to where we are, as the user knows it.
      std::error_code error;
      std::string rel = fs::relative(dir, fs::current_path(error), error).string();
      return error || rel.starts_with("..") ? dir : rel;
    }
    if (std::string dir = module_->dir + "/vendor/" + path; isFolder(dir)) return dir;
  }
  const char* goroot = std::getenv("GOROOT");
  if (goroot != nullptr && *goroot != 0) {
    if (std::string dir = std::string(goroot) + "/src/" + path; isFolder(dir)) return dir;
  }
  return "";
}

// a/b/internal/c may be imported by the packages at and below a/b; the standard library's, by the standard library.
bool Loader::mayUseInternal(const SourcePackage* from, const std::string& path, bool std, Pos at) {
  size_t i = std::string::npos;
  if (path == "internal" || path.starts_with("internal/")) i = 0;
  if (size_t j = path.rfind("/internal/"); j != std::string::npos)
    i = j;
  else if (path.ends_with("/internal"))
    i = path.size() - 9;
  if (i == std::string::npos) return true;
  std::string parent = path.substr(0, i);
  const std::string& importer = importPaths_[from];
  bool ok = std ? from->stdlib : importer == parent || importer.starts_with(parent + "/") || parent.empty();
  // A command given as files belongs to the module it stands in.
  if (!ok && !std && importer == "command-line-arguments" && module_ && parent == module_->path) ok = true;
  if (!ok) diag_.error(at, "use of internal package " + path + " not allowed");
  return ok;
}

void Loader::reportMissing(const std::string& path, Pos at) {
  std::string where = "hood's standard library";
  if (module_)
    where += ", module " + module_->path + " in " + module_->dir + ", its replacements and vendor/";
  else
    where += "; there is no go.mod in the program's folder or above";
  if (std::getenv("GOROOT") != nullptr) where += ", GOROOT";
  bool std = path.substr(0, path.find('/')).find('.') == std::string::npos;
  diag_.error(at, "package " + path + (std ? " is not in std" : " is not available") + " (looked in " + where + ")");
}

void Loader::reportCycle(const SourcePackage* to, Pos at) {
  std::string text = "import cycle not allowed";
  auto it = std::find(loading_.begin(), loading_.end(), to);
  text += "\n\tpackage " + importPaths_[*it];
  for (++it; it != loading_.end(); ++it) text += "\n\timports " + importPaths_[*it];
  text += "\n\timports " + importPaths_[to];
  diag_.error(at, text);
}

}  // namespace

LoadResult load(const LoadRequest& request, SourceSet& sources, Arena& arena, Diagnostics& diag) {
  return Loader(request, sources, arena, diag).run();
}

LoadResult loadStdlib(const std::vector<std::string>& paths, SourceSet& sources, Arena& arena, Diagnostics& diag) {
  LoadRequest none;
  return Loader(none, sources, arena, diag).runStdlib(paths);
}

}  // namespace hood::compiler
