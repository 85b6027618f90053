#include "compiler/load/loader.h"

#include <algorithm>
#include <filesystem>

#include "compiler/load/directives.h"
#include "compiler/syntax/parse.h"

namespace hood::compiler {

namespace fs = std::filesystem;

Loader::Loader(const LoadRequest& request, SourceSet& sources, Arena& arena, Diagnostics& diag)
    : request_(request), sources_(sources), arena_(arena), diag_(diag) {
  tags_.custom.insert(request.tags.begin(), request.tags.end());
}

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

SourcePackage* Loader::loadPackage(Recipe r, Pos at) {
  packages_.push_back(std::make_unique<SourcePackage>());
  SourcePackage* p = packages_.back().get();
  byKey_[r.key] = p;
  importPaths_[p] = r.path;
  p->stdlib = r.stdlib;
  p->dir = r.dir;
  p->goMinor = std::min(r.goMinor, kMaxGoMinor);
  p->goVersion = "go1." + std::to_string(p->goMinor);
  bool ok = parseFiles(p, r, at);
  p->path = p->name == "main" ? "main" : r.path;
  if (!ok) return nullptr;
  loading_.push_back(p);
  importedAt_.push_back(at);
  loadImports(p);
  loading_.pop_back();
  importedAt_.pop_back();
  return p;
}

// The files' trees. Directives are looked at where somebody else than hood wrote them.
bool Loader::parseFiles(SourcePackage* p, Recipe& r, Pos at) {
  size_t before = diag_.count();
  std::string firstName, firstFile;
  for (Input& in : r.inputs) {
    std::string path = in.path;
    const SourceFile* file = sources_.add(in.path, std::move(in.text));
    if (file == nullptr) {
      fail(path + ": too large (all sources together may have 4 GB)");
      return false;
    }
    ParseOptions options;
    options.stdlib = p->stdlib;
    ast::File* f = parseFile(file, arena_, diag_, options);
    if (f->package == nullptr || !keepFile(p, f)) continue;
    std::string base = fs::path(path).filename().string();
    p->files.push_back(f);
    if (p->name.empty()) {
      p->name = std::string(f->package->name);
      firstFile = base;
    } else if (p->name != f->package->name) {
      std::error_code error;
      fs::path dir = fs::absolute(r.dir.empty() ? "." : r.dir, error).lexically_normal();
      std::string shown = dir.string();
      while (shown.size() > 1 && shown.back() == '/') shown.pop_back();
      diag_.error(at, "found packages " + p->name + " (" + firstFile + ") and " + std::string(f->package->name) + " (" +
                          base + ") in " + shown);
      return false;
    }
    fileVersion(p, f);
    if (!r.dir.empty()) findEmbeds(f, r.dir, f->goMinor != 0 ? f->goMinor : p->goMinor, diag_, &p->embeds);
  }
  if (!p->stdlib && diag_.count() == before) checkLinknames(p->files, request_.withRuntime, diag_);
  return diag_.count() == before;
}

// The C halves of standard packages are left out, as go does without cgo.
bool Loader::keepFile(const SourcePackage* p, const ast::File* f) const { return !p->stdlib || !imports(f, "C"); }

void Loader::fileVersion(SourcePackage* p, ast::File* f) {
  f->goMinor = std::min(fileGoMinor(f->goBuild, p->goMinor), kMaxGoMinor);
  if (f->goMinor != 0) p->filesHaveVersions = true;
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

bool Loader::folderInputs(const std::string& dir, const std::string& path, std::vector<Input>* inputs, Pos at) {
  FolderFiles files = readFolder(dir, tags_);
  std::error_code error;
  std::string shown = fs::absolute(dir.empty() ? "." : dir, error).lexically_normal().string();
  while (shown.size() > 1 && shown.back() == '/') shown.pop_back();
  if (!files.error.empty())
    diag_.error(at, files.error);
  else if (!files.inputs.empty())
    *inputs = std::move(files.inputs);
  else if (!files.excluded.empty())
    diag_.error(at, (path.empty() ? "" : "package " + path + ": ") + "build constraints exclude all Go files in " + shown);
  else
    diag_.error(at, (files.tests ? "no non-test Go files in " : "no Go files in ") + shown);
  return !inputs->empty();
}

// ---- the door -----------------------------------------------------------------------------------------------------

LoadResult load(const LoadRequest& request, SourceSet& sources, Arena& arena, Diagnostics& diag) {
  return Loader(request, sources, arena, diag).run();
}

LoadResult loadStdlib(const std::vector<std::string>& paths, SourceSet& sources, Arena& arena, Diagnostics& diag) {
  LoadRequest none;
  none.goroot = "off";
  return Loader(none, sources, arena, diag).runStdlib(paths);
}

}  // namespace hood::compiler
