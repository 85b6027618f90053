#include "compiler/compile.h"

#include <algorithm>
#include <map>

#include "compiler/cache.h"
#include "compiler/load/import_path.h"
#include "compiler/package_image.h"
#include "compiler/unit.h"
#include "compiler/vet/vet.h"

namespace hood::compiler {

namespace {

// Of another module: vendored, or from the module cache, whose folders have a version in their name.
bool isForeign(const std::string& dir) {
  return ("/" + dir + "/").find("/vendor/") != std::string::npos || dir.find("@v") != std::string::npos;
}

// What need not be compiled: the embedded standard library, opened package by package, and what is in the cache.
class Compiled : public CompiledSource {
 public:
  Compiled(const CompileOptions& options, std::deque<std::string>& owned) : options_(options), owned_(owned) {}

  const PackageMeta* standard(const std::string& path) override {
    CompiledPackage* p = findStandard(path);
    return p != nullptr ? &p->meta : nullptr;
  }

  const PackageMeta* cached(const SourcePackage& p) override {
    if (options_.cache == nullptr || options_.checkOnly || (p.root && !options_.runOnly)) return nullptr;
    Entry& e = entries_[&p];
    e.key = keyOf(p);
    std::string& image = owned_.emplace_back();
    bool good = options_.cache->read(e.key, &image) && readPackage(image, &e.package) &&
                readDependencies(image, &e.dependencies) && e.dependencies.key == e.key;
    if (good) return &e.package.meta;
    e.package = {};
    owned_.pop_back();
    return nullptr;
  }

  CompiledPackage* findStandard(const std::string& path) {
    if (auto it = standard_.find(path); it != standard_.end()) return &it->second;
    for (const PackageBytes& i : options_.standard) {
      if (i.path != path) continue;
      CompiledPackage p;
      return readPackage(i.bytes, &p) ? &standard_.emplace(path, std::move(p)).first->second : nullptr;
    }
    return nullptr;
  }

  // The cached package if what it imports is what it was compiled with.
  const CompiledPackage* useCached(const SourcePackage& p) {
    Entry& e = entries_.at(&p);
    if (e.dependencies.imports != importsOf(p)) return nullptr;
    noteIdentity(p, e.package.image);
    return &e.package;
  }

  // The image of what was compiled now; goes to the cache if it may.
  std::string keep(const SourcePackage& p, const UnitOutput& unit) {
    if (options_.cache == nullptr) return packageImage(unit);
    // The loader did not ask for packages that depend on more than their sources (go:embed): those are not written. But
    // packages that import them are.
    auto it = entries_.find(&p);
    bool write = it != entries_.end();
    Dependencies d{write ? it->second.key : keyOf(p), importsOf(p)};
    std::string image = packageImage(unit, &d);
    if (write) options_.cache->write(d.key, image);
    noteIdentity(p, image);
    return image;
  }

 private:
  struct Entry {
    std::string key;
    CompiledPackage package;
    Dependencies dependencies;
  };

  std::string keyOf(const SourcePackage& p) const {
    CacheKey k(options_.cache->compilerId());
    k.add(p.path);
    k.add(static_cast<uint64_t>(p.goMinor));
    k.add(p.stdlib ? 1 : 0);
    k.add(p.root ? 1 : 0);
    std::vector<std::string> off = options_.disabledPasses;
    std::sort(off.begin(), off.end());
    k.add(off.size());
    for (const std::string& pass : off) k.add(pass);
    for (const SourceFile* f : p.texts) {
      k.add(f->path);
      k.add(f->text);
    }
    return k.hex();
  }

  std::vector<std::pair<std::string, uint64_t>> importsOf(const SourcePackage& p) const {
    std::vector<std::pair<std::string, uint64_t>> list;
    for (auto& [spelled, imported] : p.importMap) {
      auto it = identity_.find(imported);
      list.emplace_back(imported->path, it != identity_.end() ? it->second : 0);  // 0: in the executable
    }
    return list;
  }

  void noteIdentity(const SourcePackage& p, std::string_view image) { identity_[&p] = contentHash(image); }

  const CompileOptions& options_;
  std::deque<std::string>& owned_;
  std::map<std::string, CompiledPackage> standard_;
  std::map<const SourcePackage*, Entry> entries_;
  std::map<const SourcePackage*, uint64_t> identity_;
};

class Pipeline {
 public:
  Pipeline(const CompileOptions& options, Compilation& c) : options_(options), c_(c), known_(options, c.ownedImages) {}

  bool run() {
    double start = cpuMs();
    LoadRequest request = options_.load;
    request.withRuntime = !options_.checkOnly;
    request.compiled = &known_;
    loaded_ = load(request, c_.sources, c_.arena, c_.diags);
    c_.loadMs = cpuMs() - start;
    if (options_.phaseEnded) options_.phaseEnded();
    c_.setupFailed = loaded_.setupFailed;
    for (auto& p : loaded_.packages)
      for (const SourceFile* f : p->texts)
        if (p->tested && isTestSource(*f)) c_.tests.push_back(f);
    if (c_.diags.any() || loaded_.root == nullptr) return false;
    for (SourcePackage* p : compileOrder(loaded_))
      if (!takeCompiled(*p) && !compilePackage(*p)) return false;
    return true;
  }

 private:
  // A package that is compiled already; one whose imports have changed since is parsed, to be compiled again.
  bool takeCompiled(SourcePackage& p) {
    if (p.compiled == nullptr) return false;
    if (p.texts.empty()) {
      add(p, *known_.findStandard(p.path), true);
      return true;
    }
    if (const CompiledPackage* c = known_.useCached(p)) {
      add(p, *c, false);
      return true;
    }
    parseLate(p, c_.arena, c_.diags);
    return false;
  }

  bool compilePackage(const SourcePackage& p) {
    if (c_.diags.any()) return false;
    UnitInput in;
    in.source = &p;
    for (auto& o : loaded_.packages)  // in order of initialisation
      if (auto it = done_.find(o.get()); it != done_.end()) in.others.push_back(it->second);
    in.reparse = [this](const PackageMeta& m) { return parseAgain(m, loaded_, c_.sources, c_.arena, c_.diags); };
    in.checkOnly = options_.checkOnly;
    in.command = &p == loaded_.root && !options_.checkOnly;
    in.keepIr = options_.keepIr && in.command;
    if (in.command) in.phaseEnded = options_.phaseEnded;
    in.disabledPasses = &options_.disabledPasses;
    // Other packages' functions are looked at, too, for what they do with their arguments; but nobody asked for advice on them.
    const bool asked = &p == loaded_.root || p.tested;
    if (options_.vet && !p.stdlib && (options_.checkOnly || !isForeign(p.dir)))
      in.findings = asked ? &c_.findings : &unheard_;
    if (options_.checkOnly && options_.explainEscapes && &p == loaded_.root) in.escapes = &c_.escapes;
    in.facts = &facts_;
    in.disabledAnalyses = &options_.disabledAnalyses;
    UnitOutput out;
    Diagnostics own(c_.sources);
    bool ofGoTree = p.stdlib && !p.dir.empty() && !p.tested;
    bool ok = compileUnit(in, c_.sources, ofGoTree ? own : c_.diags, &out);
    if (own.any()) unusable(p, own);
    c_.checkMs += out.checkMs;
    c_.irMs += out.irMs;
    c_.codegenMs += out.codegenMs;
    if (!ok) return false;
    if (in.command && options_.cache != nullptr && options_.runOnly) {
      keep(p, out);
    } else if (in.command) {
      c_.ir = std::move(out.ir);
      c_.module = std::move(out.module);
    } else if (p.path != "main") {
      keep(p, out);
    }
    return true;
  }

  // A package of the Go tree that leans on more than hood's own standard packages have. That is no error of the user's
  // program: one message, at the import that leads there.
  void unusable(const SourcePackage& p, const Diagnostics& own) {
    std::vector<const SourcePackage*> chain;  // from the user's package to p
    for (auto& user : loaded_.packages)
      if (std::set<const SourcePackage*> seen; (!user->stdlib || user->tested) && chain.empty())
        (void)findChain(user.get(), &p, seen, chain);
    std::string text = "package " + (chain.size() > 1 ? chain[1]->path : p.path) + " cannot be used";
    for (size_t k = 2; k < chain.size(); k++) text += (k == 2 ? ": it imports " : ", that imports ") + chain[k]->path;
    text += chain.size() > 2 ? ", which" : ": it";
    text += " is compiled from " + p.dir + " and needs what hood's standard library does not have:";
    std::vector<const Diagnostic*> list = own.shown(0, nullptr);
    constexpr size_t kMost = 3;
    for (size_t k = 0; k < list.size() && k < kMost; k++)
      text += "\n\t" + c_.sources.format(list[k]->pos) + ": " + list[k]->text.substr(0, list[k]->text.find('\n'));
    if (list.size() > kMost) text += "\n\tand " + std::to_string(list.size() - kMost) + " more";
    c_.diags.error(chain.size() > 1 ? importPos(*chain[0], *chain[1]) : Pos{}, text);
  }

  static bool findChain(const SourcePackage* from, const SourcePackage* to, std::set<const SourcePackage*>& seen,
                        std::vector<const SourcePackage*>& chain) {
    if (!seen.insert(from).second) return false;
    chain.push_back(from);
    if (from == to) return true;
    for (const SourcePackage* q : from->imports)
      if (findChain(q, to, seen, chain)) return true;
    chain.pop_back();
    return false;
  }

  static Pos importPos(const SourcePackage& p, const SourcePackage& imported) {
    for (const ast::File* f : p.files)
      for (const ast::ImportDecl* d : f->imports) {
        std::string spelled;
        if (!unquoteImportPath(d->path->text, &spelled).empty()) continue;
        if (auto it = p.importMap.find(spelled); it != p.importMap.end() && it->second == &imported) return d->path->pos;
      }
    return {};
  }

  void keep(const SourcePackage& p, UnitOutput& out) {
    CompiledPackage& c = compiled_.emplace_back();
    if (options_.checkOnly) {
      c.meta = std::move(out.meta);
      exports_.push_back(std::move(out.exported));
      c.exported = exports_.back();
      done_[&p] = &c;
      return;
    }
    c_.ownedImages.push_back(known_.keep(p, out));
    readPackage(c_.ownedImages.back(), &c);
    add(p, c, false);
  }

  void add(const SourcePackage& p, const CompiledPackage& c, bool embedded) {
    done_[&p] = &c;
    if (!options_.checkOnly) c_.images.push_back({c.meta.path, c.image, !p.stdlib, embedded, p.stdlib && !embedded});
  }

  const CompileOptions& options_;
  Compilation& c_;
  Compiled known_;
  LoadResult loaded_;
  std::map<const SourcePackage*, const CompiledPackage*> done_;
  std::deque<CompiledPackage> compiled_;
  std::deque<std::string> exports_;
  vet::Facts facts_;
  Diagnostics unheard_{c_.sources};
};

}  // namespace

bool compile(const CompileOptions& options, Compilation& c) { return Pipeline(options, c).run(); }

}  // namespace hood::compiler
