#include "compiler/load/loader.h"

#include <algorithm>
#include <filesystem>

#include "compiler/image/format.h"
#include "compiler/load/directives.h"
#include "compiler/syntax/parse.h"
#include "stdlib/source.h"

namespace hood::compiler {

namespace fs = std::filesystem;

Loader::Loader(const LoadRequest& request, SourceSet& sources, Arena& arena, Diagnostics& diag)
    : request_(request), sources_(sources), arena_(arena), diag_(diag) {
  tags_.custom.insert(request.tags.begin(), request.tags.end());
}

namespace {

bool parseTexts(SourcePackage* p, Arena& arena, Diagnostics& diag) {
  size_t before = diag.count();
  for (const SourceFile* text : p->texts) {
    ast::File* f = parseSource(text, p->stdlib, p->goMinor, arena, diag);
    if (f == nullptr || f->package == nullptr) continue;
    if (p->name.empty()) p->name = std::string(f->package->name);
    p->files.push_back(f);
  }
  return diag.count() == before;
}

}  // namespace

LoadResult Loader::run() {
  SourcePackage* root = request_.tested != nullptr ? loadTested(*request_.tested) : loadRoot();
  if (root != nullptr && request_.withRuntime) importStd("runtime");
  LoadResult r = ordered(diag_.any() ? nullptr : root);
  if (r.root != nullptr && request_.requireMain && r.root->name != "main") {
    fail("package " + importPaths_[r.root] + " is not a main package");
    r.root = nullptr;
  }
  const auto& errors = diag_.list();
  r.setupFailed = !errors.empty() && std::none_of(errors.begin(), errors.end(),
                                                  [](const Diagnostic& d) { return d.text.starts_with("syntax error"); });
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
  p->tested = r.tested;
  p->dir = r.dir;
  p->goMinor = std::min(r.goMinor, kMaxGoMinor);
  p->goVersion = "go1." + std::to_string(p->goMinor);
  p->path = r.path;
  p->root = r.root || (loading_.empty() && request_.tested == nullptr && !r.stdlib);  // an import path names one, too
  if (!addTexts(p, std::move(r.inputs))) return nullptr;
  const bool covered = covers(r);  // not what the cache may have
  if (!covered && takeCached(p, at)) {
    if (p->root && p->name == "main") p->path = "main";
    return p;
  }
  size_t before = diag_.count();
  bool ok = parseTexts(p, arena_, diag_) && checkNames(p, at);
  p->path = p->name == "main" && !r.tested ? "main" : r.path;
  p->importMap.insert(r.preset.begin(), r.preset.end());
  if (!r.dir.empty()) checkDirectives(p);
  if (!ok || diag_.count() != before) return nullptr;
  if (covered) addCoverage(p);
  loading_.push_back(p);
  importedAt_.push_back(at);
  loadImports(p);
  loading_.pop_back();
  importedAt_.pop_back();
  return p;
}

bool Loader::addTexts(SourcePackage* p, std::vector<Input> inputs) {
  for (Input& in : inputs) {
    std::string path = in.path;
    const SourceFile* file = sources_.add(in.path, std::move(in.text));
    if (file == nullptr) {
      fail(path + ": too large (all sources together may have 4 GB)");
      return false;
    }
    p->texts.push_back(file);
  }
  return true;
}

// Uses what was compiled before, with imports as they are now. The texts are what they were then, so are the places of
// the import declarations. What is embedded is not in the texts, so packages that embed files are always compiled.
bool Loader::takeCached(SourcePackage* p, Pos at) {
  if (request_.compiled == nullptr) return false;
  for (const SourceFile* f : p->texts)
    if (f->text.find("//go:embed") != std::string::npos) return false;
  const PackageMeta* meta = request_.compiled->cached(*p);
  if (meta == nullptr) return false;
  p->name = meta->name;
  p->compiled = meta;
  loading_.push_back(p);
  importedAt_.push_back(at);
  for (const PackageMeta::Import& i : meta->imports) {
    Pos pos = i.file < p->texts.size() ? p->texts[i.file]->pos(i.offset) : Pos{};
    SourcePackage* q = importSpelled(p, i.spelled, pos);
    if (q != nullptr && std::find(p->imports.begin(), p->imports.end(), q) == p->imports.end()) p->imports.push_back(q);
  }
  loading_.pop_back();
  importedAt_.pop_back();
  return true;
}

bool Loader::checkNames(const SourcePackage* p, Pos at) {
  for (const ast::File* f : p->files) {
    if (f->package->name == p->name) continue;
    auto base = [](const ast::File* g) { return fs::path(g->source->path).filename().string(); };
    std::error_code error;
    std::string shown = fs::absolute(p->dir.empty() ? "." : p->dir, error).lexically_normal().string();
    while (shown.size() > 1 && shown.back() == '/') shown.pop_back();
    diag_.error(at, "found packages " + p->name + " (" + base(p->files[0]) + ") and " + std::string(f->package->name) +
                        " (" + base(f) + ") in " + shown);
    return false;
  }
  return true;
}

// Directives are looked at where somebody else than hood wrote them.
void Loader::checkDirectives(SourcePackage* p) {
  size_t before = diag_.count();
  for (ast::File* f : p->files) findEmbeds(f, p->dir, f->goMinor != 0 ? f->goMinor : p->goMinor, diag_, &p->embeds);
  if (!p->stdlib && diag_.count() == before) checkLinknames(p->files, request_.withRuntime, diag_);
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
  BuildTags tags = tags_;
  // Some of these have no assembly but use what only the assembly of others has (crypto/elliptic that of nistec).
  tags.portable = goroot_.any() && dir.starts_with(goroot_.src() + "/crypto/");
  FolderFiles files = readFolder(dir, tags);
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

std::vector<SourcePackage*> compileOrder(const LoadResult& loaded) {
  std::set<const SourcePackage*> first;
  std::vector<const SourcePackage*> work;
  for (auto& p : loaded.packages)
    if (p->stdlib && p->path == "runtime") work.push_back(p.get());
  while (!work.empty()) {
    const SourcePackage* p = work.back();
    work.pop_back();
    if (first.insert(p).second) work.insert(work.end(), p->imports.begin(), p->imports.end());
  }
  std::vector<SourcePackage*> order;
  for (bool early : {true, false})
    for (auto& p : loaded.packages)
      if ((first.count(p.get()) != 0) == early) order.push_back(p.get());
  return order;
}

bool parseLate(SourcePackage& p, Arena& arena, Diagnostics& diag) {
  p.compiled = nullptr;
  return parseTexts(&p, arena, diag);
}

// The C halves of standard packages are left out, as go does without cgo.
ast::File* parseSource(const SourceFile* text, bool stdlib, int goMinor, Arena& arena, Diagnostics& diag) {
  ParseOptions options;
  options.stdlib = stdlib;
  ast::File* f = parseFile(text, arena, diag, options);
  f->goMinor = std::min(fileGoMinor(f->goBuild, goMinor), kMaxGoMinor);
  return stdlib && imports(f, "C") ? nullptr : f;
}

std::vector<ast::File*> parseStandard(const std::string& path, SourceSet& sources, Arena& arena, Diagnostics& diag) {
  std::vector<ast::File*> files;
  BuildTags plain;
  for (const auto& f : stdlib::find(path)) {
    if (!fileNameFits(f.name, plain) || !sourceFits(f.text(), plain)) continue;
    if (const SourceFile* s = sources.add(path + "/" + f.name, std::string(f.text())))
      files.push_back(parseSource(s, true, kGoMinor, arena, diag));
  }
  return files;
}

LoadResult loadStdlib(const std::vector<std::string>& paths, SourceSet& sources, Arena& arena, Diagnostics& diag) {
  LoadRequest none;
  none.goroot = "off";
  return Loader(none, sources, arena, diag).runStdlib(paths);
}

}  // namespace hood::compiler
