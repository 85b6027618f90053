// From an import declaration to a package.
#include <algorithm>
#include <filesystem>

#include "compiler/image/format.h"
#include "compiler/load/import_path.h"
#include "compiler/load/loader.h"
#include "stdlib/source.h"

namespace hood::compiler {

namespace fs = std::filesystem;

std::string folderKey(const std::string& dir) {
  std::error_code error;
  fs::path p = fs::weakly_canonical(dir.empty() ? "." : dir, error);
  std::string s = error ? dir : p.string();
  while (s.size() > 1 && s.back() == '/') s.pop_back();
  return s;
}

LoadResult Loader::runStdlib(const std::vector<std::string>& paths) {
  std::set<std::string> wanted(paths.begin(), paths.end());
  if (paths.empty()) {
    for (const auto& f : stdlib::all()) wanted.insert(f.dir);
  }
  for (const std::string& path : wanted) {
    if (importStd(path) == nullptr && !diag_.any()) reportMissing(path, {}, Pos{});
  }
  return ordered(nullptr);
}

SourcePackage* Loader::import(SourcePackage* from, const ast::ImportDecl* d) {
  std::string path;
  if (std::string wrong = unquoteImportPath(d->path->text, &path); !wrong.empty()) {
    diag_.error(d->path->pos, wrong);
    return nullptr;
  }
  Pos at = d->name != nullptr ? d->name->pos : d->path->pos;  // where go reports what it cannot find
  if (path == "unsafe") return nullptr;
  if (path == "C") {
    diag_.error(at, "import \"C\": hood does not support cgo");
    return nullptr;
  }
  return importSpelled(from, path, at);
}

SourcePackage* Loader::importSpelled(SourcePackage* from, const std::string& path, Pos at) {
  if (auto it = from->importMap.find(path); it != from->importMap.end()) return it->second;
  if (std::string clean = fs::path(path).lexically_normal().generic_string();
      !path.starts_with(".") && (clean != path || path.ends_with("/"))) {
    while (clean.size() > 1 && clean.ends_with("/")) clean.pop_back();
    diag_.error(at, "non-canonical import path \"" + path + "\" (should be \"" + clean + "\")");
    return nullptr;
  }
  size_t before = diag_.count();
  SourcePackage* q = importPath(from, path, at);
  if (q == nullptr) {
    if (diag_.count() == before) diag_.error(at, "could not import " + path);
    return nullptr;
  }
  if (q->name == "main" && (q->path == "main" || q->dir != from->dir)) {
    diag_.error(at, "import \"" + path + "\" is a program, not an importable package");
    return nullptr;
  }
  from->importMap[path] = q;
  return q;
}

// Standard packages come first, as with go: a module cannot take their names.
SourcePackage* Loader::importPath(SourcePackage* from, const std::string& path, Pos at) {
  if (path.starts_with("./") || path.starts_with("../") || path == "." || path == "..")
    return importRelative(from, path, at);
  if (!stdlib::find(path).empty()) {
    if (!mayUseInternal(from, path, true, at)) return nullptr;
    bool known = false;
    SourcePackage* q = found("std:" + path, at, &known);
    return known ? q : importStd(path);
  }
  PackageFolder where;
  if (!from->stdlib && modules_.any()) where = modules_.find(path);
  bool std = from->stdlib || looksStandard(path);
  if (std && !gorootOpen_) {
    goroot_.open(request_.goroot);
    gorootOpen_ = true;
    if (!goroot_.problem().empty()) fail(goroot_.problem());
  }
  if (std::string dir = std ? goroot_.folder(path, from->stdlib) : ""; !dir.empty())
    return mayUseInternal(from, path, true, at) ? importGoroot(path, dir, at) : nullptr;
  if (!where.problem.empty()) {
    diag_.error(at, where.problem);
    return nullptr;
  }
  if (!where.dir.empty()) return mayUseInternal(from, path, false, at) ? importModule(path, where, at) : nullptr;
  reportMissing(path, where, at);
  return nullptr;
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
  Recipe r;
  r.key = "std:" + path;
  if (auto it = byKey_.find(r.key); it != byKey_.end()) return it->second;
  if (request_.compiled != nullptr)
    if (const PackageMeta* meta = request_.compiled->standard(path)) return importCompiled(r.key, *meta);
  r.path = path;
  r.stdlib = true;
  r.inputs = shippedInputs(path);
  return r.inputs.empty() ? nullptr : loadPackage(std::move(r), Pos{});
}

std::vector<Input> Loader::shippedInputs(const std::string& path) const {
  std::vector<Input> inputs;
  BuildTags plain;
  for (const auto& f : stdlib::find(path)) {
    if (fileNameFits(f.name, plain) && sourceFits(f.text(), plain))
      inputs.push_back({path + "/" + f.name, std::string(f.text())});
  }
  return inputs;
}

// A standard package in compiled form: so are its imports.
SourcePackage* Loader::importCompiled(const std::string& key, const PackageMeta& meta) {
  packages_.push_back(std::make_unique<SourcePackage>());
  SourcePackage* p = packages_.back().get();
  byKey_[key] = p;
  importPaths_[p] = p->path = meta.path;
  p->name = meta.name;
  p->stdlib = true;
  p->goMinor = meta.goMinor;
  p->compiled = &meta;
  for (const PackageMeta::Import& i : meta.imports)
    if (SourcePackage* q = importStd(i.path)) {
      p->importMap[i.spelled] = q;
      p->imports.push_back(q);
    }
  return p;
}

SourcePackage* Loader::importGoroot(const std::string& path, const std::string& dir, Pos at) {
  Recipe r;
  r.path = goroot_.canonicalPath(path, dir);
  r.key = "std:" + r.path;
  bool known = false;
  SourcePackage* p = found(r.key, at, &known);
  if (known) return p;
  r.dir = dir;
  r.goMinor = goroot_.goMinor();
  r.stdlib = true;
  return folderInputs(dir, r.path, &r.inputs, at) ? loadPackage(std::move(r), at) : nullptr;
}

SourcePackage* Loader::importModule(const std::string& path, const PackageFolder& where, Pos at) {
  Recipe r;
  r.key = folderKey(where.dir);
  bool known = false;
  SourcePackage* p = found(r.key, at, &known);
  if (known) return p;
  r.path = path;
  r.dir = where.dir;
  r.goMinor = where.main ? userMinor(where.dir) : where.goMinor;
  return folderInputs(where.dir, path, &r.inputs, at) ? loadPackage(std::move(r), at) : nullptr;
}

SourcePackage* Loader::importRelative(SourcePackage* from, const std::string& path, Pos at) {
  std::string target = (fs::path(from->dir.empty() ? "." : from->dir) / path).lexically_normal().string();
  Recipe r;
  bool folder = isFolder(target);
  r.key = folderKey(folder ? target : target + ".go");
  r.path = path;
  r.goMinor = from->goMinor;
  bool known = false;
  SourcePackage* p = found(r.key, at, &known);
  if (known) return p;
  // Symbols are named by the path: folders that are spelled alike from different places are told apart.
  auto taken = [&] {
    return std::any_of(importPaths_.begin(), importPaths_.end(), [&](const auto& e) { return e.second == r.path; });
  };
  for (int n = 2; taken(); n++) r.path = path + "#" + std::to_string(n);
  if (folder) {
    r.dir = target;
    return folderInputs(target, "", &r.inputs, at) ? loadPackage(std::move(r), at) : nullptr;
  }
  std::string file = target + ".go";
  std::error_code error;
  if (!fs::exists(file, error)) {
    diag_.error(at, "package " + path + " is neither the folder " + target + " nor the file " + file);
    return nullptr;
  }
  FileText text = readSource(file);
  if (!text.error.empty()) {
    diag_.error(at, text.error);
    return nullptr;
  }
  r.dir = fs::path(file).parent_path().string();
  r.inputs.push_back({file, std::move(text.text)});
  return loadPackage(std::move(r), at);
}

std::string Loader::importerPath(const SourcePackage* p) const {
  std::string path = importPaths_.at(p);
  if (p->tested && p->name.ends_with("_test") && path.ends_with("_test")) path.resize(path.size() - 5);
  if (path != "command-line-arguments" && !isFolderPath(path)) return path;
  std::string inModule = modules_.pathOf(p->dir);  // files given by name belong to the module they stand in
  return inModule.empty() ? path : inModule;
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
  bool ok = std ? from->stdlib : parent.empty() || inModule(parent, importerPath(from));
  if (!ok) diag_.error(at, "use of internal package " + path + " not allowed");
  return ok;
}

// go's text, then where hood looked, a line each.
void Loader::reportMissing(const std::string& path, const PackageFolder& where, Pos at) {
  std::string text;
  bool std = looksStandard(path);
  if (std)
    text = "package " + path + " is not in std";
  else if (modules_.vendored())
    text = "cannot find module providing package " + path + ": import lookup disabled by -mod=vendor";
  else if (modules_.any())
    text = "no required module provides package " + path + "; to add it:\n\tgo get " + path;
  else
    text = "no required module provides package " + path +
           ": go.mod file not found in current directory or any parent directory; see 'go help modules'";
  if (std) text += "\n\tlooked in hood's standard library";
  if (std && goroot_.any()) text += "\n\tlooked in GOROOT: " + goroot_.src() + "/" + path;
  if (std && !goroot_.any() && request_.goroot != "off")
    text += "\n\tno Go source tree to look into (none is installed; --goroot or $GOROOT names one)";
  if (std && !modules_.any()) text += "\n\tthere is no go.mod in the program's folder or above";
  for (const std::string& place : where.looked) text += "\n\tlooked in " + place;
  if (const Module* m = modules_.firstMain(); std && m != nullptr && where.looked.empty())
    text += "\n\tnot in module " + m->id.path + " (" + m->dir + ") nor in what it requires";
  diag_.error(at, text);
}

// As go 1.23 has it: the chain, each link with the file that imports it.
void Loader::reportCycle(const SourcePackage* to, Pos at) {
  auto fileOf = [&](Pos p) { return fs::path(std::string(diag_.sources().position(p).file)).filename().string(); };
  size_t i = 0;
  while (i < loading_.size() && loading_[i]->stdlib) i++;
  std::string text = "package " + importPaths_[loading_[i]];
  for (i++; i < loading_.size(); i++) text += "\n\timports " + importPaths_[loading_[i]] + " from " + fileOf(importedAt_[i]);
  text += "\n\timports " + importPaths_[to] + " from " + fileOf(at) + ": import cycle not allowed";
  fail(text);
}

}  // namespace hood::compiler
