#include "bytecode/verifier.h"

#include <fmt/format.h>

#include "bytecode/instr.h"

namespace hood::bytecode {
namespace {

using Error = std::optional<std::string>;

// Frame offsets are 16-bit slot numbers and call windows lie in the frame, so nothing larger can be addressed.
constexpr uint32_t kMaxFrameSlots = 1 << 16;
// reflect.Kind numbers (runtime/core/type.h, which this layer does not know).
enum : uint8_t { kArray = 17, kChan = 18, kInterface = 20, kMap = 21, kPointer = 22, kSlice = 23, kLastKind = 26 };

class FuncVerifier {
 public:
  FuncVerifier(const ModuleShape& m, const FuncDef& f) : m_(m), f_(f) {}

  Error run(bool lines) {
    if (f_.frameSlots > kMaxFrameSlots) fail(0, "frame too large");
    if (f_.resultSlots > f_.frameSlots || f_.paramSlots > f_.frameSlots ||
        f_.resultSlots + f_.paramSlots + f_.closure > f_.frameSlots) {
      fail(0, "results and parameters do not fit the frame");
    }
    if (f_.code.empty()) fail(0, "no code");
    if (!error_) markStarts();
    if (!error_) markRelocs();
    for (uint32_t at = 0; at < f_.code.size() && !error_; at += instrWords(f_.code[at])) instr(at);
    if (!error_) ending();
    if (!error_) maps();
    if (!error_ && lines) tables();
    return std::move(error_);
  }

 private:
  void fail(uint32_t at, std::string_view text) {
    if (!error_) error_ = fmt::format("{}+{}: {}", f_.name, at, text);
  }

  // ---- words ----
  void markStarts() {
    start_.assign(f_.code.size(), false);
    for (size_t at = 0; at < f_.code.size();) {
      uint64_t w = f_.code[at];
      if ((w & 0xffff) >= kOpCount) return fail(static_cast<uint32_t>(at), "unknown opcode");
      start_[at] = true;
      at += instrWords(w);
      if (at > f_.code.size()) return fail(static_cast<uint32_t>(f_.code.size()), "cut off instruction");
      last_ = w;
    }
  }

  void markRelocs() {
    reloc_.assign(f_.code.size(), nullptr);
    for (const Reloc& r : f_.relocs) {
      if (r.at >= f_.code.size()) return fail(r.at, "relocation outside of the code");
      if (reloc_[r.at]) return fail(r.at, "two relocations of one word");
      if (Error e = checkReloc(m_, r)) return fail(r.at, *e);
      reloc_[r.at] = &r;
    }
    for (uint32_t at = 0; at < f_.code.size(); at++) {
      if (reloc_[at] && start_[at] && opOf(f_.code[at]) != Op::Call) return fail(at, "relocation of an instruction");
    }
  }

  // ---- slots and bytes of the frame ----
  void slots(uint32_t at, uint64_t from, uint64_t count) {
    if (from > f_.frameSlots || count > f_.frameSlots - from) fail(at, "operand outside of the frame");
  }
  void frameBytes(uint32_t at, uint64_t from, uint64_t count) {
    if (from + count > uint64_t{f_.frameSlots} * 8) fail(at, "operand outside of the frame");
  }
  static uint64_t slotsOf(uint64_t bytes) { return bytes / 8 + (bytes % 8 != 0); }
  // The type whose descriptor is in the word; kind 0: none is.
  TypeShape typeAt(uint32_t at) const {
    const Reloc* r = at < reloc_.size() ? reloc_[at] : nullptr;
    return r && r->kind == RelocKind::Type ? m_.typeShape(r->index) : TypeShape{};
  }
  uint64_t typeSlots(uint32_t index) const { return index < m_.typeCount() ? slotsOf(m_.typeShape(index).size) : 0; }
  uint64_t arraySlots(uint32_t at, uint64_t elemSize, uint64_t length) {
    if (length > kMaxFrameSlots * 8 || elemSize > kMaxFrameSlots * 8) {
      fail(at, "operand outside of the frame");
      return 0;
    }
    return slotsOf(elemSize * length);
  }

  // ---- one instruction ----
  void instr(uint32_t at) {
    uint64_t w = f_.code[at];
    const OpInfo& info = opInfo(opOf(w));
    extension(at, info.ext);
    if (error_) return;
    forEachOperand(w, [&](Operand k, int64_t v) {
      uint32_t n = operandSlots(k);
      if (n != 0 && n != kCountElsewhere) slots(at, static_cast<uint64_t>(v), n);
      if (k == Operand::W && (v < 1 || v > f_.frameSlots)) fail(at, "call window outside of the frame");
    });
    if (error_) return;
    if (opOf(w) >= Op::VmGoExit && opOf(w) <= Op::VmMadeFunc) fail(at, "opcode of the VM's own functions");
    counted(at, w);
    if (info.isBranch() && info.ext != Ext::Table) target(at, branchTarget(w, at));
    special(at, w);
  }

  void target(uint32_t at, int64_t to) {
    if (to < 0 || to >= static_cast<int64_t>(f_.code.size()) || !start_[static_cast<size_t>(to)]) {
      fail(at, "branch to no instruction");
    }
  }

  void expect(uint32_t at, std::initializer_list<RelocKind> kinds, bool optional = false) {
    const Reloc* r = reloc_[at];
    if (!r) {
      if (!optional || f_.code[at] != 0) fail(at, "word without its relocation");
      return;
    }
    for (RelocKind k : kinds) {
      if (r->kind == k) return;
    }
    fail(at, "relocation of the wrong kind");
  }
  void raw(uint32_t at) {
    if (reloc_[at]) fail(at, "relocation of a raw word");
  }

  void extension(uint32_t at, Ext ext) {
    using enum RelocKind;
    switch (ext) {
      case Ext::None: break;
      case Ext::K: raw(at + 1); break;
      case Ext::T: expect(at + 1, {Type}, opOf(f_.code[at]) == Op::Rt); break;
      case Ext::P: expect(at + 1, {Global, String, FuncValue}); break;
      case Ext::F: expect(at + 1, {FuncAddr}); break;
      case Ext::N: expect(at + 1, {Native}); break;
      case Ext::Tab: expect(at + 1, {Itab}); break;
      case Ext::KK:
        raw(at + 1);
        raw(at + 2);
        break;
      case Ext::TK:
        expect(at + 1, {Type});
        raw(at + 2);
        break;
      case Ext::TT:
        expect(at + 1, {Type});
        expect(at + 2, {Type});
        break;
      case Ext::Table:
        for (uint32_t i = 1, n = instrWords(f_.code[at]); i < n; i++) {
          raw(at + i);
          int64_t offset = static_cast<int64_t>(f_.code[at + i]);
          if (offset < INT32_MIN || offset > INT32_MAX) return fail(at, "branch to no instruction");
          target(at, static_cast<int64_t>(at) + n + offset);
        }
        break;
    }
    if (opOf(f_.code[at]) == Op::Call) expect(at, {CallRel});
  }

  // Operands whose number of slots depends on other fields.
  void counted(uint32_t at, uint64_t w) {
    uint16_t a = fieldA(w), b = fieldB(w), c = fieldC(w);
    uint64_t k1 = at + 1 < f_.code.size() ? f_.code[at + 1] : 0, k2 = at + 2 < f_.code.size() ? f_.code[at + 2] : 0;
    TypeShape t = typeAt(at + 1);
    uint64_t size = t.size;
    switch (opOf(w)) {
      case Op::MovN:
        slots(at, a, c);
        slots(at, b, c);
        break;
      case Op::ZeroN: slots(at, a, b); break;
      case Op::LdN: slots(at, a, slotsOf(k1)); break;
      case Op::StN: slots(at, b, slotsOf(k1)); break;
      case Op::StT: slots(at, b, slotsOf(size)); break;
      case Op::Box: slots(at, b, slotsOf(size)); break;
      case Op::EqVal:
        slots(at, b, slotsOf(size));
        slots(at, c, slotsOf(size));
        break;
      case Op::LdLN:
        slots(at, a, slotsOf(c));
        frameBytes(at, b, c);
        break;
      case Op::StLN:
        slots(at, b, slotsOf(c));
        frameBytes(at, a, c);
        break;
      case Op::LdL8U:
      case Op::LdL8S: frameBytes(at, b, 1); break;
      case Op::LdL16U:
      case Op::LdL16S: frameBytes(at, b, 2); break;
      case Op::LdL32U:
      case Op::LdL32S: frameBytes(at, b, 4); break;
      case Op::StL8: frameBytes(at, a, 1); break;
      case Op::StL16: frameBytes(at, a, 2); break;
      case Op::StL32: frameBytes(at, a, 4); break;
      case Op::LdLX64: slots(at, b, k1); break;
      case Op::StLX64: slots(at, a, k1); break;
      case Op::LdLX:
        slots(at, a, slotsOf(size));
        slots(at, b, arraySlots(at, size, k2));
        break;
      case Op::StLX:
        slots(at, c, slotsOf(size));
        slots(at, a, arraySlots(at, size, k2));
        break;
      case Op::MapNext:
        slots(at, b, kHiterSlots);
        slots(at, a, 1 + typeSlots(t.mapKey) + typeSlots(t.elem));
        break;
      case Op::AssertI: slots(at, a, c & 2 ? 3 : 2); break;
      case Op::StrRange: slots(at, a, 2); break;
      case Op::AppendOne: slots(at, a, 3); break;
      case Op::LdXX64:
      case Op::AtomicAdd:
      case Op::AtomicSwap: slots(at, k1, 1); break;
      case Op::AtomicCas:
        slots(at, k1, 1);
        slots(at, k2, 1);
        break;
      case Op::SliceS:
      case Op::SliceStr:
      case Op::SliceA:
        if (c & ~7) fail(at, "unknown flags");
        if (c & kSliceLo) slots(at, k1 & 0xffff, 1);
        if (c & kSliceHi) slots(at, k1 >> 16 & 0xffff, 1);
        if (c & kSliceMax) slots(at, k1 >> 32 & 0xffff, 1);
        break;
      default: break;
    }
  }

  void special(uint32_t at, uint64_t w) {
    uint16_t b = fieldB(w), c = fieldC(w);
    switch (opOf(w)) {
      case Op::DivSI:
      case Op::RemSI:
        if (c == 0 || c == 0xffff) fail(at, "immediate divisor 0 or -1");
        break;
      case Op::DivUI:
      case Op::RemUI:
        if (c == 0) fail(at, "immediate divisor 0");
        break;
      case Op::ShlI:
      case Op::ShrUI:
      case Op::ShrSI:
        if (c > 63) fail(at, "immediate shift count");
        break;
      case Op::ShlI32S:
      case Op::ShlI32U:
        if (c > 31) fail(at, "immediate shift count");
        break;
      case Op::Rt:
        if (b >= kRtOpCount) fail(at, "unknown runtime operation");
        break;
      case Op::Call: callee(at, w, false); break;
      case Op::CallNative: callee(at, w, true); break;
      case Op::StackCheck:
        if (at != 0 || fieldA(w) < f_.frameSlots) fail(at, "StackCheck is not for this frame");
        break;
      case Op::RunDefers:
        if (at + 1 >= f_.code.size() || f_.code[at + 1] != encodeL(Op::MoreDefers, 0, -2)) {
          fail(at, "RunDefers without MoreDefers");
        }
        break;
      case Op::MoreDefers:
        if (at == 0 || opOf(f_.code[at - 1]) != Op::RunDefers || !start_[at - 1]) fail(at, "MoreDefers without RunDefers");
        break;
      case Op::MapNext:
        if (typeAt(at + 1).kind != kMap) fail(at, "not a map type");
        break;
      default: break;
    }
  }

  void callee(uint32_t at, uint64_t w, bool native) {
    FuncShape f = m_.funcShape(reloc_[native ? at + 1 : at]->index);
    if (f.native != native) return fail(at, native ? "native call of a Go function" : "call of a native");
    slots(at, fieldA(w), uint64_t{f.resultSlots} + f.paramSlots + f.closure);
  }

  // ---- the whole ----
  void ending() {
    const OpInfo& info = opInfo(opOf(last_));
    bool ends = info.has(effects::Ends) || opOf(last_) == Op::Jmp || opOf(last_) == Op::LoopJmp || opOf(last_) == Op::Switch;
    if (!ends) fail(static_cast<uint32_t>(f_.code.size()), "control runs off the end");
    if (f_.recoverPc != ~0u) {
      bool good = f_.recoverPc < f_.code.size() && start_[f_.recoverPc] &&
                  (opOf(f_.code[f_.recoverPc]) == Op::RunDefers || opOf(f_.code[f_.recoverPc]) == Op::OpenDefers);
      if (!good) fail(f_.recoverPc, "recover pc is not a RunDefers");
    }
    bool small = f_.frameSlots <= kRedZoneSlots;
    if (!small && opOf(f_.code[0]) != Op::StackCheck) fail(0, "large frame without StackCheck");
  }

  void maps() {
    std::vector<bool> wanted(f_.code.size(), false);
    wanted[0] = true;
    for (uint32_t at = 0; at < f_.code.size(); at += instrWords(f_.code[at])) {
      const OpInfo& info = opInfo(opOf(f_.code[at]));
      if (info.isSafepoint()) wanted[info.has(effects::Loops) ? at : at + instrWords(f_.code[at]) - 1] = true;
    }
    int64_t previous = -1;
    for (const PointerMap& map : f_.maps) {
      if (map.pc >= f_.code.size() || !wanted[map.pc]) return fail(map.pc, "pointer map at no safepoint");
      if (map.pc <= previous) return fail(map.pc, "pointer maps out of order");
      previous = map.pc;
      wanted[map.pc] = false;
      if (uint64_t{map.mask} + map.bytes > f_.maskBytes.size()) return fail(map.pc, "pointer map outside of the mask bytes");
      for (uint32_t i = 0; i < map.bytes * 8u; i++) {
        bool set = f_.maskBytes[map.mask + i / 8] >> (i % 8) & 1;
        if (set && i >= f_.frameSlots) return fail(map.pc, "pointer map outside of the frame");
      }
    }
    for (uint32_t at = 0; at < wanted.size(); at++) {
      if (wanted[at]) return fail(at, "safepoint without a pointer map");
    }
  }

  void tables() {
    int64_t previous = -1;
    for (const LineEntry& e : f_.lines) {
      if (e.pc > f_.code.size() || e.pc <= previous) return fail(e.pc, "line table out of order");
      previous = e.pc;
      if (e.file >= m_.fileCount()) return fail(e.pc, "line of an unknown file");
      if (e.inl != ~0u && e.inl >= f_.inlines.size()) return fail(e.pc, "unknown inlined call");
    }
    for (size_t i = 0; i < f_.inlines.size(); i++) {
      const InlineFrame& x = f_.inlines[i];
      if (x.parent != ~0u && x.parent >= i) return fail(0, "inlined call before its parent");
      if (x.callFile >= m_.fileCount()) return fail(0, "line of an unknown file");
    }
  }

 public:
  static Error checkReloc(const ModuleShape& m, const Reloc& r) {
    auto bad = [](const char* s) { return Error(std::string(s)); };
    switch (r.kind) {
      case RelocKind::CallRel:
      case RelocKind::FuncAddr:
      case RelocKind::FuncValue:
        if (r.index >= m.funcCount()) return bad("unknown function");
        if (m.funcShape(r.index).native && r.kind == RelocKind::CallRel) return bad("direct call of a native");
        return {};
      case RelocKind::Native:
        if (r.index >= m.funcCount() || !m.funcShape(r.index).native) return bad("unknown native");
        return {};
      case RelocKind::Type: return r.index < m.typeCount() ? Error() : bad("unknown type");
      case RelocKind::Itab:
        if (r.index >= m.typeCount() || r.index2 >= m.typeCount()) return bad("unknown type");
        if (TypeShape t = m.typeShape(r.index); t.kind == kInterface && (t.methods != 0 || t.external)) return {};
        return bad("itab of no interface");
      case RelocKind::Global:
        if (r.index >= m.globalCount()) return bad("unknown global");
        return r.addend >= 0 && static_cast<uint64_t>(r.addend) <= m.globalSize(r.index)
                   ? Error()
                   : bad("address outside of its global");
      case RelocKind::String:
        return r.addend >= 0 && static_cast<uint64_t>(r.addend) <= m.stringBytes() ? Error()
                                                                                   : bad("address outside of the strings");
    }
    return bad("unknown relocation");
  }

 private:
  const ModuleShape& m_;
  const FuncDef& f_;
  Error error_;
  std::vector<bool> start_;
  std::vector<const Reloc*> reloc_;
  uint64_t last_ = 0;
};

// A module in memory, as the verifier sees it.
class ModuleView final : public ModuleShape {
 public:
  explicit ModuleView(const Module& m) : m_(m) {}
  uint32_t funcCount() const override { return static_cast<uint32_t>(m_.funcs.size()); }
  uint32_t typeCount() const override { return static_cast<uint32_t>(m_.types.size()); }
  uint32_t globalCount() const override { return static_cast<uint32_t>(m_.globals.size()); }
  uint32_t fileCount() const override { return static_cast<uint32_t>(m_.files.size()); }
  uint64_t stringBytes() const override { return m_.strings.size(); }
  FuncShape funcShape(uint32_t i) const override {
    const FuncDef& f = m_.funcs[i];
    return {f.native, f.closure, f.resultSlots, f.paramSlots};
  }
  TypeShape typeShape(uint32_t i) const override {
    const TypeDef& t = m_.types[i];
    return {t.kind, t.external, t.size, t.elem, t.mapKey, static_cast<uint32_t>(t.methods.size())};
  }
  uint64_t globalSize(uint32_t i) const override { return m_.globals[i].size; }

 private:
  const Module& m_;
};

void viewOf(const TypeDef& t, TypeBody* b) {
  b->string = t.string;
  b->external = t.external;
  b->kind = t.kind;
  b->align = t.align;
  b->fieldAlign = t.fieldAlign;
  b->flags = t.flags;
  b->size = t.size;
  b->ptrBytes = t.ptrBytes;
  b->len = t.len;
  b->gcMask = t.gcMask;
  b->elem = t.elem;
  b->mapKey = t.mapKey;
  b->fields.clear();
  for (const auto& f : t.fields) b->fields.push_back({f.name, f.pkgPath, f.tag, f.type, f.offset, f.embedded});
  b->methods.clear();
  for (const auto& x : t.methods) b->methods.push_back({x.name, x.pkgPath, x.type, x.func});
  b->in = t.in;
  b->out = t.out;
}

// The size a kind has; 0: it depends.
constexpr uint8_t kSizes[kLastKind + 1] = {0, 1, 8,  1, 2, 4, 8,  8, 1, 2,  4,  8, 8, 4,
                                           8, 8, 16, 0, 8, 8, 16, 8, 8, 24, 16, 0, 8};

}  // namespace

Error verifyType(const ModuleShape& m, const TypeBody& t) {
  auto bad = [&](const char* s) { return Error(fmt::format("type {}: {}", t.string, s)); };
  auto known = [&](uint32_t i) { return i == TypeDef::kNone || i < m.typeCount(); };
  if (t.kind == 0 || t.kind > kLastKind) return bad("unknown kind");
  if (!known(t.elem) || !known(t.mapKey)) return bad("refers to an unknown type");
  if (kSizes[t.kind] != 0 && t.size != kSizes[t.kind]) return bad("not of its kind's size");
  for (const auto& f : t.fields) {
    if (f.type >= m.typeCount()) return bad("refers to an unknown type");
    uint64_t size = m.typeShape(f.type).size;
    if (f.offset < 0 || static_cast<uint64_t>(f.offset) > t.size || size > t.size - static_cast<uint64_t>(f.offset)) {
      return bad("a field outside of the struct");
    }
  }
  for (const auto& x : t.methods) {
    if (x.type >= m.typeCount() || (x.func != TypeDef::kNone && x.func >= m.funcCount())) return bad("bad method");
  }
  for (const auto* list : {&t.in, &t.out}) {
    for (uint32_t i : *list) {
      if (i >= m.typeCount()) return bad("refers to an unknown type");
    }
  }
  bool wantsElem = t.kind == kArray || t.kind == kChan || t.kind == kMap || t.kind == kPointer || t.kind == kSlice;
  bool hasElem = t.elem != TypeDef::kNone && (t.kind != kMap || t.mapKey != TypeDef::kNone);
  if (t.external) return t.kind == kMap && !hasElem ? bad("no element type") : Error();
  if (wantsElem && t.elem == TypeDef::kNone) return bad("no element type");
  if (t.kind == kMap && t.mapKey == TypeDef::kNone) return bad("no key type");
  if (t.kind == kArray) {
    uint64_t elem = m.typeShape(t.elem).size;
    if (t.len < 0 || (elem != 0 && static_cast<uint64_t>(t.len) > t.size / elem)) return bad("array larger than its size");
  }
  if (t.ptrBytes % 8 != 0 || t.ptrBytes > t.size) return bad("bad pointer size");
  if (t.gcMask.size() < (t.ptrBytes / 8 + 7) / 8) return bad("pointer mask too short");
  return {};
}

Error verifyGlobal(const ModuleShape& m, const GlobalShape& g, const std::vector<Reloc>& relocs) {
  auto bad = [&](const std::string& s) { return Error(fmt::format("global {}: {}", g.name, s)); };
  if (g.type != TypeDef::kNone && g.type >= m.typeCount()) return bad("unknown type");
  if (g.type != TypeDef::kNone && m.typeShape(g.type).size > g.size) return bad("smaller than its type");
  if (g.dataSize > g.size) return bad("more data than size");
  for (const Reloc& r : relocs) {
    if (uint64_t{r.at} + 8 > g.size) return bad("relocation outside of the data");
    if (r.kind == RelocKind::CallRel || r.kind == RelocKind::Native) return bad("relocation of the wrong kind");
    if (Error e = FuncVerifier::checkReloc(m, r)) return bad(*e);
  }
  return {};
}

Error verifyFunc(const ModuleShape& m, const FuncDef& f, bool lines) { return FuncVerifier(m, f).run(lines); }

Error verify(const Module& m) {
  ModuleView view(m);
  TypeBody body;
  for (const TypeDef& t : m.types) {
    viewOf(t, &body);
    if (Error e = verifyType(view, body)) return e;
  }
  for (const GlobalDef& g : m.globals) {
    if (Error e = verifyGlobal(view, {g.name, g.size, g.data.size(), g.type}, g.relocs)) return e;
  }
  for (const FuncDef& f : m.funcs) {
    if (f.native || f.external) {
      if (!f.code.empty()) return fmt::format("{}: {} with code", f.name, f.native ? "a native" : "an external");
      continue;
    }
    if (Error e = verifyFunc(view, f, true)) return e;
  }
  if (m.entry != ~0u && (m.entry >= m.funcs.size() || m.funcs[m.entry].native)) return "no entry function";
  return {};
}

}  // namespace hood::bytecode
