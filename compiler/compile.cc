#include "compiler/compile.h"

#include <ctime>
#include <functional>
#include <unordered_map>

#include "compiler/check/check.h"
#include "compiler/codegen/codegen.h"
#include "compiler/embed_init.h"
#include "compiler/ir/build.h"
#include "compiler/ir/passes.h"
#include "compiler/vet/vet.h"

namespace hood::compiler {

namespace {

double cpuMs() {
  timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_nsec) / 1e6;
}

class Pipeline {
 public:
  Pipeline(const CompileOptions& options, Compilation& c) : options_(options), c_(c) {}

  bool run() {
    double t0 = cpuMs();
    LoadRequest request = options_.load;
    request.withRuntime = !options_.checkOnly;
    LoadResult loaded = load(request, c_.sources, c_.arena, c_.diags);
    double t1 = cpuMs();
    c_.loadMs = t1 - t0;
    if (c_.diags.any() || loaded.root == nullptr) return false;
    bool ok = checkAll(loaded);
    double t2 = cpuMs();
    c_.checkMs = t2 - t1;
    if (!ok) return false;
    if (options_.checkOnly) {
      if (options_.vet) vetAll();
      return true;
    }
    if (main_ == nullptr || main_->scope->lookup("main") == nullptr) {
      c_.diags.error({}, "runtime.main_main·f: function main is undeclared in the main package");
      return false;
    }
    return generate();
  }

 private:
  // Checks the packages in order. Bodies of the standard library wait until somebody needs them.
  bool checkAll(LoadResult& loaded) {
    for (auto& sp : loaded.packages) {
      auto* p = ctx_.make<types::Package>();
      p->path = sp->path;
      p->name = sp->name;
      p->files = sp->files;
      p->stdlib = sp->stdlib;
      p->goMinor = sp->goMinor;
      p->filesHaveVersions = sp->filesHaveVersions;
      for (auto& [written, imported] : sp->importMap)
        if (auto it = bySource_.find(imported); it != bySource_.end()) p->importMap.emplace(written, it->second);
      for (SourcePackage* imported : sp->imports)
        if (auto it = bySource_.find(imported); it != bySource_.end()) p->imports.push_back(it->second);
      bySource_.emplace(sp.get(), p);
      packages_.push_back(p);
      check::Options o;
      o.ignoreBodies = sp->stdlib;
      o.complete = !options_.checkOnly;
      auto checker = std::make_unique<check::PackageCheck>(ctx_, consts_, c_.diags, p, o);
      bool ok = checker->run();
      checkers_.emplace(p, std::move(checker));
      if (ok && !sp->embeds.empty()) {
        initEmbeds(ctx_, consts_, c_.diags, *sp, p);
        ok = !c_.diags.any();
      }
      if (!ok) return false;
      if (sp.get() == loaded.root) main_ = p;
    }
    return true;
  }

  void vetAll() {
    std::vector<types::Package*> own;
    for (types::Package* p : packages_)
      if (!p->stdlib) own.push_back(p);
    vet::run(ctx_, own, options_.disabledAnalyses, c_.findings);
  }

  bool generate() {
    double t0 = cpuMs();
    if (ctx_.firstGeneric.valid()) {
      c_.diags.error(ctx_.firstGeneric, "hood can check generic code, but not run it yet");
      return false;
    }
    ir::BuildInput in;
    in.ctx = &ctx_;
    in.consts = &consts_;
    in.diags = &c_.diags;
    in.packages = packages_;
    in.main = main_;
    in.needBody = [this](types::Func* f) {
      auto it = checkers_.find(f->pkg);
      return it == checkers_.end() || it->second->checkBody(f);
    };
    addRuntimeRoots(in);
    std::unique_ptr<ir::Program> program = ir::build(in);
    if (c_.diags.any() || program == nullptr) return false;
    ir::PassOptions passes;
    passes.disabled.insert(options_.disabledPasses.begin(), options_.disabledPasses.end());
    ir::runPasses(*program, ctx_, passes);
    if (options_.keepIr)
      for (auto& f : program->funcs)
        if (f->kind == ir::FuncKind::Go) c_.ir += ir::print(*f) + "\n";
    double t1 = cpuMs();
    c_.irMs = t1 - t0;
    c_.module = std::make_unique<bytecode::Module>(codegen::generate(*program, ctx_, c_.diags));
    c_.codegenMs = cpuMs() - t1;
    return !c_.diags.any();
  }

  types::Package* packageOf(const std::string& path) {
    for (types::Package* p : packages_)
      if (p->path == path) return p;
    return nullptr;
  }
  types::Object* objectOf(const std::string& symbol) {
    size_t dot = symbol.find('.');
    types::Package* p = packageOf(symbol.substr(0, dot));
    return p != nullptr ? p->scope->lookup(symbol.substr(dot + 1)) : nullptr;
  }

  void addRuntimeRoots(ir::BuildInput& in) {
    for (const std::string& name : options_.runtimeFuncs)
      if (types::Object* o = objectOf(name); o != nullptr && o->kind == types::ObjectKind::Func)
        in.roots.push_back(static_cast<types::Func*>(o));
    for (const std::string& name : options_.runtimeTypes) {
      bool pointer = name[0] == '*';
      types::Type* t = nullptr;
      std::string bare = pointer ? name.substr(1) : name;
      types::Object* o = bare.find('.') == std::string::npos ? ctx_.universe->lookup(bare) : objectOf(bare);
      if (o != nullptr && o->kind == types::ObjectKind::TypeName) t = o->type;
      if (t != nullptr) in.rootTypes.push_back(pointer ? ctx_.pointerTo(t) : t);
    }
  }

  const CompileOptions& options_;
  Compilation& c_;
  types::Context ctx_;
  constant::Pool consts_;
  std::vector<types::Package*> packages_;
  types::Package* main_ = nullptr;
  std::unordered_map<const SourcePackage*, types::Package*> bySource_;
  std::unordered_map<const types::Package*, std::unique_ptr<check::PackageCheck>> checkers_;
};

}  // namespace

bool compile(const CompileOptions& options, Compilation& c) { return Pipeline(options, c).run(); }

}  // namespace hood::compiler
