#include "vm/loader.h"

#include <fmt/format.h>

#include <cstring>

#include "base/check.h"
#include "bytecode/builder.h"
#include "bytecode/verifier.h"
#include "runtime/core/vm.h"
#include "runtime/lang/iface.h"
#include "runtime/lang/lang.h"
#include "runtime/lang/well_known.h"
#include "vm/engine.h"
#include "vm/program.h"
#include "vm/step_trace.h"
#include "vm/type_loader.h"

namespace hood::vm {
namespace {

using bytecode::FuncDef;
using bytecode::GlobalDef;
using bytecode::Module;
using bytecode::Op;
using bytecode::Reloc;
using bytecode::RelocKind;
using bytecode::TypeDef;

// The bytes of a value in module data.
template <class T>
T* allocData(Program& program, size_t n = 1) {
  return reinterpret_cast<T*>(program.data.alloc(sizeof(T) * n, alignof(T)));
}

// Loads one module; the steps are in the order of run().
class ModuleLoader {
 public:
  ModuleLoader(Engine& engine, rt::VM* vm, std::unique_ptr<Module> module, const NativeTable& natives)
      : engine_(engine), program_(engine.program()), vm_(vm), owned_(std::move(module)), m_(*owned_), natives_(natives) {}

  std::vector<std::string> run() {
    if (auto problem = bytecode::verify(m_)) return {"internal error: malformed bytecode: " + *problem};
    bindNatives();
    if (!errors_.empty()) return std::move(errors_);
    addNativeEntries();
    types_ = internTypes(vm_->lang->types, m_);
    placeData();
    firstFunction_ = program_.functions.size();
    placeCode(engine_, std::move(owned_));
    placeClosures();
    fillMethods(m_, types_, [this](uint32_t func) { return codeAddress(func); });
    relocateCode();
    relocateData();
    bindWellKnown();
    startStepTrace();
    if (m_.entry != TypeDef::kNone) program_.entry = closureOf(m_.entry);
    return {};
  }

 private:
  // ---- natives ----
  void bindNatives() {
    nativeFns_.assign(m_.funcs.size(), nullptr);
    for (size_t i = 0; i < m_.funcs.size(); i++) {
      const FuncDef& f = m_.funcs[i];
      if (!f.native) continue;
      nativeFns_[i] = natives_.find(f.name);
      if (nativeFns_[i]) continue;
      std::string file = f.file < m_.files.size() ? m_.files[f.file] : "?";
      errors_.push_back(fmt::format("{}:{}: func {} has no body", file, f.line, f.name));
    }
  }

  // A native that is used as a func value or as a method gets Go code to enter: its window is the frame itself.
  void addNativeEntries() {
    goEntry_.assign(m_.funcs.size(), TypeDef::kNone);
    auto want = [&](uint32_t func) {
      if (func == TypeDef::kNone || !m_.funcs[func].native || goEntry_[func] != TypeDef::kNone) return;
      goEntry_[func] = static_cast<uint32_t>(m_.funcs.size());
      m_.funcs.push_back(nativeEntry(func));
    };
    size_t n = m_.funcs.size();
    auto wantAll = [&](const std::vector<Reloc>& relocs) {
      for (const Reloc& r : relocs) {
        if (r.kind == RelocKind::FuncAddr || r.kind == RelocKind::FuncValue) want(r.index);
      }
    };
    for (size_t i = 0; i < n; i++) wantAll(std::vector<Reloc>(m_.funcs[i].relocs));
    for (const GlobalDef& g : m_.globals) wantAll(g.relocs);
    for (const TypeDef& t : m_.types) {
      for (const TypeDef::Method& x : t.methods) want(x.func);
    }
  }

  FuncDef nativeEntry(uint32_t func) const {
    const FuncDef& native = m_.funcs[func];
    FuncDef f;
    f.name = native.name;
    f.file = native.file;
    f.line = native.line;
    f.resultSlots = native.resultSlots;
    f.paramSlots = native.paramSlots;
    f.frameSlots = native.resultSlots + native.paramSlots + 1;
    bytecode::Builder b(f);
    // The native's own map, if it has one, says which slots of the window are pointers.
    std::vector<uint8_t> mask;
    if (!native.maps.empty()) {
      auto from = native.maskBytes.begin() + native.maps[0].mask;
      mask.assign(from, from + native.maps[0].bytes);
    }
    b.map(0, {});
    b.line(f.file, f.line);
    b.emit(Op::Nop);
    b.callNative(0, func);
    b.map(b.lastPc(), mask);
    b.emit(Op::Ret);
    HOOD_CHECK(b.finish());
    return f;
  }

  // ---- data ----
  void placeData() {
    strings_ = program_.data.alloc(m_.strings.size() + 1, 16);
    std::memcpy(strings_, m_.strings.data(), m_.strings.size());
    for (const GlobalDef& g : m_.globals) {
      uint8_t* at = program_.data.alloc(g.size + (g.size == 0), g.size >= 16 ? 16 : 8);
      if (!g.data.empty()) std::memcpy(at, g.data.data(), g.data.size());
      globals_.push_back(at);
      if (g.type == TypeDef::kNone || g.readOnly) continue;
      const rt::Type* t = types_[g.type];
      if (t->hasPointers()) program_.roots.push_back({reinterpret_cast<rt::Slot*>(at), t});
    }
  }

  void placeClosures() {
    for (size_t i = firstFunction_; i < program_.functions.size(); i++) {
      Function& f = program_.functions[i];
      f.closure = allocData<rt::Closure>(program_);
      f.closure->entry = f.entry;
    }
    // Natives have no code: number the loaded functions by their index in the module.
    functionOf_.assign(m_.funcs.size(), TypeDef::kNone);
    uint32_t next = static_cast<uint32_t>(firstFunction_);
    for (size_t i = 0; i < m_.funcs.size(); i++) {
      if (!m_.funcs[i].native) functionOf_[i] = next++;
    }
  }

  const Function& function(uint32_t func) const {
    if (m_.funcs[func].native) func = goEntry_[func];
    return program_.functions[functionOf_[func]];
  }
  const Word* codeAddress(uint32_t func) const { return function(func).entry; }
  const rt::Closure* closureOf(uint32_t func) const { return function(func).closure; }

  // ---- relocations ----
  Word dataWord(const Reloc& r) {
    auto address = [](const void* p) { return reinterpret_cast<Word>(p); };
    switch (r.kind) {
      case RelocKind::FuncAddr: return address(codeAddress(r.index));
      case RelocKind::FuncValue: return address(closureOf(r.index));
      case RelocKind::Type: return address(types_[r.index]);
      case RelocKind::Itab: return address(rt::getitab(vm_, types_[r.index], types_[r.index2], false));
      case RelocKind::Global: return address(globals_[r.index] + r.addend);
      case RelocKind::String: return address(strings_ + r.addend);
      case RelocKind::Native: return reinterpret_cast<Word>(nativeFns_[r.index]);
      case RelocKind::CallRel: break;
    }
    HOOD_UNREACHABLE("relocation kind");
  }

  void relocateCode() {
    for (size_t i = firstFunction_; i < program_.functions.size(); i++) {
      const Function& f = program_.functions[i];
      auto* code = const_cast<Word*>(f.entry);
      for (const Reloc& r : f.def->relocs) {
        if (r.kind == RelocKind::CallRel) {
          auto offset = static_cast<int32_t>(codeAddress(r.index) - (code + r.at + 1));
          code[r.at] = (code[r.at] & 0xffffffff) | static_cast<Word>(static_cast<uint32_t>(offset)) << 32;
        } else {
          code[r.at] = dataWord(r);
        }
      }
    }
  }

  void relocateData() {
    for (size_t i = 0; i < m_.globals.size(); i++) {
      for (const Reloc& r : m_.globals[i].relocs) {
        Word w = dataWord(r);
        std::memcpy(globals_[i] + r.at, &w, sizeof w);
      }
    }
  }

  void bindWellKnown() {
    rt::WellKnown& known = *vm_->wellKnown;
    for (const rt::Type* t : types_) {
      std::string_view name(reinterpret_cast<const char*>(t->string.ptr), static_cast<size_t>(t->string.len));
#define HOOD_WELL_KNOWN_TYPE(field, text) \
  if (name == text) known.field = const_cast<rt::Type*>(t);
#define HOOD_WELL_KNOWN_FUNC(field, text)
#include "runtime/lang/well_known.def"
#undef HOOD_WELL_KNOWN_TYPE
#undef HOOD_WELL_KNOWN_FUNC
    }
    for (uint32_t i = 0; i < m_.funcs.size(); i++) {
      if (m_.funcs[i].native) continue;
      const std::string& name = m_.funcs[i].name;
#define HOOD_WELL_KNOWN_TYPE(field, text)
#define HOOD_WELL_KNOWN_FUNC(field, text) \
  if (name == text) known.field = closureOf(i);
#include "runtime/lang/well_known.def"
#undef HOOD_WELL_KNOWN_TYPE
#undef HOOD_WELL_KNOWN_FUNC
    }
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
  Program& program_;
  rt::VM* vm_;
  std::unique_ptr<Module> owned_;  // until placeCode takes it; m_ stays where it is
  Module& m_;
  const NativeTable& natives_;
  std::vector<std::string> errors_;
  std::vector<rt::NativeFn> nativeFns_;  // by function
  std::vector<uint32_t> goEntry_;        // native → the Go function that enters it
  std::vector<rt::Type*> types_;         // by type
  std::vector<uint8_t*> globals_;        // by global
  std::vector<uint32_t> functionOf_;     // function → index in Program::functions
  uint8_t* strings_ = nullptr;
  size_t firstFunction_ = 0;
};

}  // namespace

namespace {

// Puts handlers' offsets into the op fields; where two instructions have a handler together, the first gets that one.
void rewriteOps(const Engine& engine, const std::vector<Word>& from, Word* to) {
  for (uint32_t at = 0, next; at < from.size(); at = next) {
    next = at + bytecode::instrWords(from[at]);
    Op op = bytecode::opOf(from[at]);
    uint16_t fused = next < from.size() ? engine.fusedOp(op, bytecode::opOf(from[next])) : 0;
    to[at] = (from[at] & ~Word{0xffff}) | (fused ? fused : engine.loadedOp(op));
  }
}

}  // namespace

std::vector<std::string> load(Engine& engine, rt::VM* vm, std::unique_ptr<Module> module, const NativeTable& natives) {
  return ModuleLoader(engine, vm, std::move(module), natives).run();
}

void placeCode(Engine& engine, std::unique_ptr<Module> module) {
  Program& program = engine.program();
  for (FuncDef& def : module->funcs) {
    if (def.native) continue;
    auto words = static_cast<uint32_t>(def.code.size());
    auto* code = reinterpret_cast<Word*>(program.code.alloc(words * sizeof(Word), alignof(Word)));
    std::memcpy(code, def.code.data(), words * sizeof(Word));
    rewriteOps(engine, def.code, code);
    program.functions.push_back({code, words, &def, module.get(), nullptr});
    def.code.clear();
    def.code.shrink_to_fit();
  }
  program.modules.push_back(std::move(module));
}

// ---- natives --------------------------------------------------------------------------------------------------

void NativeTable::add(std::span<const rt::NativeEntry> entries) {
  for (const rt::NativeEntry& e : entries) byName_[e.name] = e.fn;
}

rt::NativeFn NativeTable::find(std::string_view name) const {
  auto it = byName_.find(name);
  return it == byName_.end() ? nullptr : it->second;
}

}  // namespace hood::vm
