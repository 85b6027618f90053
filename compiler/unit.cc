#include "compiler/unit.h"

#include <algorithm>
#include <ctime>
#include <unordered_map>
#include <unordered_set>

#include "compiler/check/check.h"
#include "compiler/codegen/codegen.h"
#include "compiler/embed_init.h"
#include "compiler/image/importer.h"
#include "compiler/image/package_writer.h"
#include "compiler/ir/build.h"
#include "compiler/ir/passes.h"
#include "compiler/load/import_path.h"
#include "compiler/vet/escape.h"
#include "compiler/vet/vet.h"

namespace hood::compiler {

double cpuMs() {
  timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_nsec) / 1e6;
}

namespace {

class Unit {
 public:
  Unit(const UnitInput& in, SourceSet& sources, Diagnostics& diags, UnitOutput* out)
      : in_(in), sources_(sources), diags_(diags), out_(out), importer_(ctx_, consts_, sources) {}

  bool run() {
    double start = cpuMs();
    bool ok = check();
    out_->checkMs = cpuMs() - start;
    if (!ok) return false;
    phaseEnded();
    if (in_.escapes != nullptr) vet::explainEscapes(ctx_, *pkg_, *in_.escapes);
    if (in_.findings != nullptr) vet::run(ctx_, *pkg_, *in_.disabledAnalyses, *in_.facts, *in_.findings);
    if (in_.command && pkg_->scope->lookup("main") == nullptr) {
      diags_.error({}, "runtime.main_main·f: function main is undeclared in the main package");
      return false;
    }
    const SourcePackage& s = *in_.source;
    PackageWriter writer(ctx_, pkg_, sources_);
    std::unique_ptr<ir::Program> prog;
    if (!in_.checkOnly) {
      prog = generate(writer);
      if (prog == nullptr) return false;
    }
    PackageMeta& m = out_->meta;
    m.path = s.path;
    m.name = s.name;
    for (auto& [spelled, imported] : s.importMap) m.imports.push_back(importOf(spelled, imported->path));
    m.stdlib = s.stdlib;
    m.goMinor = s.goMinor;
    m.generic = PackageWriter::isGeneric(pkg_);
    if (prog != nullptr) noteInits(*prog, m);
    if (!in_.command) out_->exported = writer.finish(prog.get());
    return true;
  }

 private:
  // ---- packages ----
  // With the place of its first declaration.
  PackageMeta::Import importOf(const std::string& spelled, const std::string& path) const {
    PackageMeta::Import i{spelled, path};
    for (const ast::File* f : in_.source->files)
      for (const ast::ImportDecl* d : f->imports) {
        std::string text;
        if (!unquoteImportPath(d->path->text, &text).empty() || text != spelled) continue;
        const std::vector<const SourceFile*>& texts = in_.source->texts;
        auto it = std::find(texts.begin(), texts.end(), f->source);
        if (it == texts.end()) continue;
        i.file = static_cast<uint32_t>(it - texts.begin());
        i.offset = d->path->pos.off - f->source->base;
        return i;
      }
    return i;
  }

  types::Package* packageFor(const SourcePackage& s) {
    auto* p = ctx_.make<types::Package>();
    p->path = s.path;
    p->name = s.name;
    p->files = s.files;
    p->stdlib = s.stdlib;
    p->goMinor = s.goMinor;
    for (auto& [spelled, imported] : s.importMap)
      if (types::Package* q = importer_.find(imported->path)) p->importMap.emplace(spelled, q);
    for (const SourcePackage* imported : s.imports)
      if (types::Package* q = importer_.find(imported->path)) p->imports.push_back(q);
    return p;
  }

  bool check() {
    for (const CompiledPackage* o : in_.others) {
      Importer::GenericSource generic;
      if (o->meta.generic) {
        generic.declareAll = [this, o](types::Package* p) { checkSource(p, o->meta); };
        generic.declare = [this](types::Package* p, types::Object* object) {
          if (auto it = checkers_.find(p); it != checkers_.end()) it->second->declare(object);
        };
      }
      importer_.add(o->meta, o->exported, std::move(generic));
    }
    pkg_ = packageFor(*in_.source);
    importer_.setSelf(pkg_);
    check::Options o;
    o.complete = !in_.checkOnly;
    if (!addChecker(pkg_, o).run()) return false;
    if (!in_.source->embeds.empty()) initEmbeds(ctx_, consts_, diags_, *in_.source, pkg_);
    return !diags_.any();
  }

  check::PackageCheck& addChecker(types::Package* p, check::Options o) {
    auto& c = checkers_[p];
    c = std::make_unique<check::PackageCheck>(ctx_, consts_, diags_, p, o);
    return *c;
  }

  // Declarations with type parameters are imported by checking them again; bodies when they are instantiated.
  void checkSource(types::Package* p, const PackageMeta& meta) {
    p->files = in_.reparse(meta);
    for (const PackageMeta::Import& i : meta.imports)
      if (types::Package* q = importer_.find(i.path)) {
        p->importMap.emplace(i.spelled, q);
        p->imports.push_back(q);
      }
    check::Options o;
    o.ignoreBodies = o.genericOnly = true;
    addChecker(p, o).run();
  }

  // ---- code ----
  void noteInits(const ir::Program& prog, PackageMeta& m) {
    for (const ir::Func* f : prog.inits) m.inits.push_back(f->name);
    for (const ir::OptionalInit& o : prog.optionalInits) {
      m.optionalInits.push_back({o.global->name, o.func->name, {}});
      for (const ir::Global* g : o.needs) m.optionalInits.back().needs.push_back(g->name);
    }
    for (const CompiledPackage* o : in_.others)
      for (const auto& init : o->meta.optionalInits)
        if (prog.usesExternal(init.global)) m.usedOptional.push_back(init.global);
  }

  // The initialisers of all other packages, in order.
  std::vector<ir::InitFuncs> importedInits() {
    std::unordered_set<std::string> used;
    for (const CompiledPackage* o : in_.others) used.insert(o->meta.usedOptional.begin(), o->meta.usedOptional.end());
    std::vector<ir::InitFuncs> list;
    for (const CompiledPackage* o : in_.others) {
      ir::InitFuncs f{importer_.find(o->meta.path), o->meta.inits, {}};
      for (const auto& init : o->meta.optionalInits)
        f.optional.push_back({init.global, init.symbol, init.needs, used.count(init.global) != 0});
      list.push_back(std::move(f));
    }
    return list;
  }

  ir::BuildInput buildInput() {
    ir::BuildInput b;
    b.ctx = &ctx_;
    b.consts = &consts_;
    b.diags = &diags_;
    b.pkg = pkg_;
    b.command = in_.command;
    if (in_.command) b.imports = importedInits();
    b.package = [this](std::string_view path) { return importer_.find(path); };
    b.needBody = [this](types::Func* f) {
      auto it = checkers_.find(f->pkg);
      return it == checkers_.end() || it->second->checkBody(f);
    };
    return b;
  }

  std::unique_ptr<ir::Program> generate(PackageWriter& writer) {
    double start = cpuMs();
    std::unique_ptr<ir::Program> prog = ir::build(buildInput());
    if (diags_.any() || prog == nullptr) return nullptr;
    ir::PassOptions passes;
    if (in_.disabledPasses != nullptr) passes.disabled.insert(in_.disabledPasses->begin(), in_.disabledPasses->end());
    passes.foreignBody = [&](ir::Func& f) { return importer_.body(*prog, f); };
    if (!in_.command) passes.onInlinable = [&](const ir::Func& f) { writer.addBody(f); };
    ir::runPasses(*prog, ctx_, passes);
    if (in_.keepIr)
      for (auto& f : prog->funcs)
        if (f->kind == ir::FuncKind::Go) out_->ir += ir::print(*f) + "\n";
    double built = cpuMs();
    out_->irMs = built - start;
    phaseEnded();
    out_->module = std::make_unique<bytecode::Module>(codegen::generate(*prog, ctx_, diags_));
    out_->module->goMinor = static_cast<uint32_t>(in_.source->goMinor);
    out_->codegenMs = cpuMs() - built;
    return diags_.any() ? nullptr : std::move(prog);
  }

  void phaseEnded() const {
    if (in_.phaseEnded) in_.phaseEnded();
  }

  const UnitInput& in_;
  SourceSet& sources_;
  Diagnostics& diags_;
  UnitOutput* out_;
  types::Context ctx_;
  constant::Pool consts_;
  Importer importer_;
  types::Package* pkg_ = nullptr;
  std::unordered_map<const types::Package*, std::unique_ptr<check::PackageCheck>> checkers_;
};

}  // namespace

bool compileUnit(const UnitInput& in, SourceSet& sources, Diagnostics& diags, UnitOutput* out) {
  return Unit(in, sources, diags, out).run();
}

}  // namespace hood::compiler
