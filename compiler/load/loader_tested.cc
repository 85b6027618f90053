// The program that runs a package's tests: the package with its _test.go files, the package x_test, and a main of our own.
// Whoever imports the package under test gets it with the tests, for it is loaded under the same key.
#include <algorithm>
#include <filesystem>

#include "compiler/load/cover.h"
#include "compiler/load/import_path.h"
#include "compiler/load/loader.h"
#include "compiler/load/test_main.h"
#include "stdlib/source.h"

namespace hood::compiler {

namespace fs = std::filesystem;

// What the package under test is made from; its tests apart.
bool Loader::testedRecipe(const PackageRef& ref, Recipe* r, std::vector<Input>* tests) {
  r->path = ref.path;
  r->dir = ref.dir;
  r->stdlib = ref.stdlib;
  r->key = ref.stdlib ? "std:" + ref.path : folderKey(ref.dir);
  r->tested = true;
  if (ref.stdlib) {
    goroot_.open(request_.goroot);
    gorootOpen_ = true;
    if (!ref.shipped) r->goMinor = goroot_.goMinor();
  } else {
    if (!openModules(ref.dir)) return false;
    r->goMinor = userMinor(ref.dir);
  }
  if (!ref.files.empty()) {
    for (const std::string& f : ref.files) {
      FileText text = readSource(f);
      if (!text.error.empty()) return fail(text.error), false;
      (isTestFile(fs::path(f).filename().string()) ? *tests : r->inputs).push_back({f, std::move(text.text)});
    }
    return true;
  }
  FolderFiles files = readFolder(ref.dir, tags_, true);
  if (!files.error.empty()) return fail(files.error), false;
  *tests = std::move(files.testInputs);
  r->inputs = ref.shipped ? shippedInputs(ref.path) : std::move(files.inputs);
  return true;
}

// Newlines stay, so that positions are what they were.
void Loader::blank(std::vector<Input>* inputs) const {
  for (Input& in : *inputs)
    for (const BlankedRange& b : request_.blanked) {
      if (b.file != in.path) continue;
      for (size_t i = b.begin; i < b.end && i < in.text.size(); i++)
        if (in.text[i] != '\n') in.text[i] = ' ';
    }
}

namespace {

bool reaches(const SourcePackage* from, const SourcePackage* to, std::set<const SourcePackage*>* seen) {
  if (from == to) return true;
  if (!seen->insert(from).second) return false;
  return std::any_of(from->imports.begin(), from->imports.end(), [&](auto* q) { return reaches(q, to, seen); });
}

}  // namespace

// Packages in compiled form are not followed for cycles, since they have none; but a test may close one.
void Loader::checkTestCycle(const SourcePackage* p) {
  for (const ast::File* f : p->files)
    for (const ast::ImportDecl* d : f->imports) {
      std::string path;
      std::set<const SourcePackage*> seen;
      if (!unquoteImportPath(d->path->text, &path).empty()) continue;
      auto it = p->importMap.find(path);
      if (it != p->importMap.end() && reaches(it->second, p, &seen))
        diag_.error(d->path->pos, "import cycle not allowed in test: " + path + " imports " + importPaths_[p]);
    }
}

SourcePackage* Loader::loadTested(const PackageRef& ref) {
  Recipe r, x;
  std::vector<Input> tests;
  if (!testedRecipe(ref, &r, &tests)) return nullptr;
  blank(&tests);
  for (Input& t : tests) (packageNameOf(t.text).ends_with("_test") ? x.inputs : r.inputs).push_back(std::move(t));
  x.key = r.key + "_test";
  x.path = r.path + "_test";
  x.dir = r.dir;
  x.stdlib = r.stdlib;
  x.goMinor = r.goMinor;
  r.root = x.root = x.tested = true;
  SourcePackage *internal = nullptr, *external = nullptr;
  const bool any = !r.inputs.empty();
  if (any) internal = loadPackage(std::move(r), Pos{});
  if (internal != nullptr && internal->stdlib) checkTestCycle(internal);
  if (diag_.any() || (any && internal == nullptr)) return nullptr;
  if (!x.inputs.empty()) external = loadPackage(std::move(x), Pos{});
  if (diag_.any()) return nullptr;
  return loadTestMain(ref, internal, external);
}

bool Loader::covers(const Recipe& r) const {
  if (request_.coverMode.empty()) return false;
  if (request_.covered.empty()) return r.tested;
  return std::any_of(request_.covered.begin(), request_.covered.end(),
                     [&](const PackageRef& c) { return r.key == folderKey(c.dir); });
}

// The packages to be covered that no test has led to yet. Nobody imports a command.
bool Loader::loadCovered(std::map<std::string, SourcePackage*>* loaded) {
  for (const PackageRef& c : request_.covered) {
    Recipe r;
    r.key = folderKey(c.dir);
    r.path = c.path;
    if (auto it = byKey_.find(r.key); it != byKey_.end()) {
      loaded->emplace(r.path, it->second);
      continue;
    }
    r.dir = c.dir;
    r.goMinor = userMinor(c.dir);
    FolderFiles files = readFolder(c.dir, tags_);
    if (!files.error.empty()) return fail(files.error), false;
    if (files.inputs.empty() || packageNameOf(files.inputs[0].text) == "main") continue;
    r.inputs = std::move(files.inputs);
    SourcePackage* p = loadPackage(std::move(r), Pos{});
    if (p == nullptr) return false;
    loaded->emplace(c.path, p);
  }
  return true;
}

// The package's own files get counters, and the package one more file with what the counters need.
void Loader::addCoverage(SourcePackage* p) {
  std::string text = "package " + p->name + "\n\n";
  if (request_.coverMode == "atomic") text += "import hoodCoverAtomic \"sync/atomic\"\n\n";
  int n = 0;
  for (ast::File* f : p->files) {
    std::string name = fs::path(f->source->path).filename().string();
    if (isTestFile(name)) continue;
    text += addCounters(f, n, request_.coverMode, arena_);
    covered_.push_back({importPaths_[p] + "/" + name, coverFunction(n++), importPaths_[p]});
  }
  const SourceFile* file = n > 0 ? sources_.add("_cover_.go", std::move(text)) : nullptr;
  if (file == nullptr) return;
  p->texts.push_back(file);
  p->files.push_back(parseSource(file, p->stdlib, p->goMinor, arena_, diag_));
}

SourcePackage* Loader::loadTestMain(const PackageRef& ref, SourcePackage* internal, SourcePackage* external) {
  TestFunctions found;
  TestMainInput in;
  Recipe r;
  for (SourcePackage* p : {internal, external}) {
    if (p == nullptr) continue;
    bool tests = false;
    for (const ast::File* f : p->files) {
      if (!isTestFile(fs::path(f->source->path).filename().string())) continue;
      tests = true;
      findTests(f, p == external, diag_, &found);
    }
    (p == external ? in.external : in.internal) = tests;
    r.preset[p == external ? ref.path + "_test" : ref.path] = p;
  }
  if (diag_.any()) return nullptr;
  if (!loadCovered(&r.preset)) return nullptr;
  in.path = ref.path;
  in.covered = covered_;
  in.coverMode = request_.coverMode;
  in.coverText = request_.coverText;
  in.profiles = request_.testProfiles;
  std::vector<std::string> own{"testing/internal/testdeps"};
  if (in.profiles) own.insert(own.end(), {"runtime/pprof", "runtime/trace"});
  for (const std::string& path : own) r.preset[path] = importStd(path);
  r.key = r.path = "main";
  r.root = true;
  r.dir = ref.dir;
  r.inputs.push_back({"_testmain.go", testMainText(in, found)});
  return loadPackage(std::move(r), Pos{});
}

bool isTestSource(const SourceFile& file) { return isTestFile(fs::path(file.path).filename().string()); }

bool isShipped(const std::string& path) { return !stdlib::find(path).empty(); }

bool isExternalTest(const SourceFile& file) { return isTestSource(file) && packageNameOf(file.text).ends_with("_test"); }

bool hasTests(const PackageRef& p, const LoadRequest& request) {
  for (const std::string& f : p.files)
    if (isTestFile(fs::path(f).filename().string())) return true;
  if (!p.files.empty() || p.dir.empty()) return false;
  BuildTags tags;
  tags.custom.insert(request.tags.begin(), request.tags.end());
  FolderFiles files = readFolder(p.dir, tags, true);
  return !files.testInputs.empty();
}

}  // namespace hood::compiler
