#include "vm/loader.h"

#include <fmt/format.h>

#include "base/check.h"
#include "bytecode/serialize.h"
#include "bytecode/verifier.h"
#include "runtime/core/vm.h"
#include "runtime/lang/well_known.h"
#include "vm/engine.h"
#include "vm/program.h"
#include "vm/step_trace.h"

namespace hood::vm {
namespace {

using bytecode::FuncHead;
using bytecode::GlobalHead;
using bytecode::ImageView;
using bytecode::Module;
using bytecode::SymbolKind;
using bytecode::TypeHead;

constexpr uint32_t kSyncTimerChanMinor = 23;  // since when channels of timers show no buffer

class Loader {
 public:
  Loader(Engine& engine, rt::VM* vm, LoadInput input, const NativeTable& natives)
      : engine_(engine), linker_(engine.linker()), vm_(vm), input_(std::move(input)), natives_(natives) {}

  std::vector<std::string> run() {
    linker_.begin(vm_, input_.images, natives_);
    Unit* root = addRoot();
    if (root != nullptr) checkUnit(*root);
    for (const PackageImage& p : input_.images) {
      if (errors_.empty() && p.user && p.path != "main") addUser(p);
    }
    if (!errors_.empty()) return std::move(errors_);
    bindWellKnown(root);
    startStepTrace();
    if (root->image.entry() != ~0u) engine_.program().entry = linker_.closureOf(root, root->image.entry());
    if (vm_->knobs.asynctimerchan < 0) vm_->knobs.asynctimerchan = root->image.goMinor() < kSyncTimerChanMinor;
    return {};
  }

 private:
  Unit* addRoot() {
    if (input_.root == nullptr) {
      Unit* u = linker_.findUnit("main");
      if (u == nullptr) errors_.push_back("hood: no package main");
      return u == nullptr || !verified(u) ? nullptr : u;
    }
    if (auto problem = bytecode::verify(*input_.root)) {
      errors_.push_back("internal error: malformed bytecode: " + *problem);
      return nullptr;
    }
    Unit* u = linker_.addModule(*input_.root, true);
    input_.root.reset();
    return u;
  }

  void addUser(const PackageImage& p) {
    Unit* u = linker_.findUnit(p.path);
    HOOD_CHECK(u != nullptr);
    if (verified(u)) checkUnit(*u, p.goTree);
  }

  bool verified(Unit* u) {
    if (auto problem = verifyImage(u->image)) {
      errors_.push_back(fmt::format("hood: package {}: image is damaged: {}", u->image.name(), *problem));
      return false;
    }
    u->verified = true;
    return true;
  }

  // What must be there before the program runs: natives, and what other packages define.
  void checkUnit(Unit& u, bool mayLackNatives = false) {
    const ImageView& image = u.image;
    for (uint32_t i = 0; i < image.funcCount(); i++) {
      FuncHead f = image.func(i);
      if (f.shape.native && !mayLackNatives && natives_.find(f.name) == nullptr) {
        errors_.push_back(fmt::format("{}func {} has no body", linker_.placeOf(u, i), f.name));
      }
      if (f.external) checkExternal(u, SymbolKind::Func, f.pkgPath, f.symbol);
    }
    for (uint32_t i = 0; i < image.globalCount(); i++) {
      GlobalHead g = image.global(i);
      if (g.external) checkExternal(u, SymbolKind::Global, g.pkgPath, g.name);
    }
    for (uint32_t i = 0; i < image.typeCount(); i++) {
      TypeHead t = image.type(i);
      if (t.shape.external) checkExternal(u, SymbolKind::Type, t.pkgPath, t.key);
    }
  }

  void checkExternal(const Unit& u, SymbolKind kind, std::string_view path, std::string_view symbol) {
    Unit* o = linker_.findUnit(path);
    if (o != nullptr && o->image.find(kind, symbol) != ~0u) return;
    errors_.push_back(fmt::format("hood: package {}: {} is not in the image of {}", u.image.name(), symbol, path));
  }

  void bindWellKnown(Unit* root) {
    rt::WellKnown& known = *vm_->wellKnown;
    Unit* runtime = linker_.findUnit("runtime");
    auto type = [&](const char* key) {
      rt::Type* t = runtime != nullptr ? linker_.typeOf(runtime, key) : nullptr;
      return t != nullptr ? t : linker_.typeOf(root, key);
    };
    auto func = [&](const char* symbol) {
      const rt::Closure* f = runtime != nullptr ? linker_.closureOf(runtime, symbol) : nullptr;
      return f != nullptr ? f : linker_.closureOf(root, symbol);
    };
#define HOOD_WELL_KNOWN_TYPE(field, key) known.field = type(key);
#define HOOD_WELL_KNOWN_FUNC(field, symbol) known.field = func(symbol);
#include "runtime/lang/well_known.def"
#undef HOOD_WELL_KNOWN_TYPE
#undef HOOD_WELL_KNOWN_FUNC
  }

  // Knob steptrace.
  void startStepTrace() {
    int64_t what = vm_->knobs.steptrace;
    if (what == 0 || engine_.stepTrace() != nullptr) return;
    engine_.setStepTrace(std::make_unique<StepTrace>(what & 1 ? vm_->err : nullptr, (what & 2) != 0));
    if (vm_->atExit != nullptr) return;
    vm_->atExit = [](rt::VM* vm) { vm->err->write(static_cast<Engine*>(vm->engine)->stepTrace()->report(40)); };
  }

  Engine& engine_;
  Linker& linker_;
  rt::VM* vm_;
  LoadInput input_;
  const NativeTable& natives_;
  std::vector<std::string> errors_;
};

}  // namespace

std::vector<std::string> load(Engine& engine, rt::VM* vm, LoadInput input, const NativeTable& natives) {
  return Loader(engine, vm, std::move(input), natives).run();
}

std::vector<std::string> load(Engine& engine, rt::VM* vm, std::unique_ptr<Module> module, const NativeTable& natives) {
  return load(engine, vm, {std::move(module), {}}, natives);
}

std::optional<std::string> verifyImage(const ImageView& image) {
  auto damaged = [](const char* what, std::string_view name) { return fmt::format("{} {}", what, name); };
  bytecode::TypeBody type;
  for (uint32_t i = 0; i < image.typeCount(); i++) {
    if (!image.readType(i, &type)) return damaged("type", image.type(i).key);
    if (auto e = bytecode::verifyType(image, type)) return e;
  }
  bytecode::GlobalBody global;
  for (uint32_t i = 0; i < image.globalCount(); i++) {
    GlobalHead g = image.global(i);
    if (g.external) continue;
    if (!image.readGlobal(i, &global)) return damaged("global", g.name);
    if (auto e = bytecode::verifyGlobal(image, {g.name, g.size, global.data.size(), g.type}, global.relocs)) return e;
  }
  bytecode::FuncDef func;
  for (uint32_t i = 0; i < image.funcCount(); i++) {
    FuncHead f = image.func(i);
    if (f.external) continue;
    if (!image.readFunc(i, true, &func)) return damaged("function", f.name);
    if (f.shape.native) {
      if (!func.code.empty()) return damaged("native with code", f.name);
      continue;
    }
    if (auto e = bytecode::verifyFunc(image, func, true)) return e;
  }
  if (image.entry() != ~0u) {
    FuncHead f = image.func(image.entry());
    if (f.external || f.shape.native) return damaged("entry", f.name);
  }
  return {};
}

}  // namespace hood::vm
