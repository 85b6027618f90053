#include "bytecode/builder.h"

#include <algorithm>

#include "base/check.h"

namespace hood::bytecode {
namespace {

bool fits(Operand k, int64_t v) {
  switch (k) {
    case Operand::_: return v == 0;
    case Operand::I:
    case Operand::O: return v >= INT16_MIN && v <= INT16_MAX;
    default: return v >= 0 && v <= UINT16_MAX;
  }
}

}  // namespace

// ---- instructions ---------------------------------------------------------------------------------------------

uint32_t Builder::put(Op op, Ext ext, int64_t a, int64_t b, int64_t c) {
  const OpInfo& info = opInfo(op);
  HOOD_CHECK(info.ext == ext);
  HOOD_CHECK(fits(info.a, a));
  HOOD_CHECK(fits(info.b, b));
  HOOD_CHECK(fits(info.c, c));
  uint32_t at = pc();
  word(encode(op, static_cast<uint16_t>(a), static_cast<uint16_t>(b), static_cast<uint16_t>(c)));
  return at;
}

uint32_t Builder::emit(Op op, int64_t a, int64_t b, int64_t c) {
  HOOD_CHECK(opInfo(op).b != Operand::J && opInfo(op).b != Operand::L);
  if (opInfo(op).has(effects::Calls) && op != Op::StackCheck) keepEntryFree();
  uint32_t at = put(op, Ext::None, a, b, c);
  if (op == Op::RunDefers) {
    word(encodeL(Op::MoreDefers, 0, -2));
    afterMoreDefers_ = pc();
  }
  return at;
}

uint32_t Builder::emitL(Op op, int64_t a, int64_t imm32) {
  const OpInfo& info = opInfo(op);
  HOOD_CHECK(info.b == Operand::L && info.ext == Ext::None);
  HOOD_CHECK(fits(info.a, a) && imm32 >= INT32_MIN && imm32 <= INT32_MAX);
  uint32_t at = pc();
  word(encodeL(op, static_cast<uint16_t>(a), static_cast<int32_t>(imm32)));
  return at;
}

uint32_t Builder::emitK(Op op, int64_t a, int64_t b, int64_t c, uint64_t k) {
  uint32_t at = put(op, Ext::K, a, b, c);
  word(k);
  return at;
}

uint32_t Builder::emitKK(Op op, int64_t a, int64_t b, int64_t c, uint64_t k1, uint64_t k2) {
  uint32_t at = put(op, Ext::KK, a, b, c);
  word(k1);
  word(k2);
  return at;
}

uint32_t Builder::emitT(Op op, int64_t a, int64_t b, int64_t c, uint32_t type) {
  uint32_t at = put(op, Ext::T, a, b, c);
  typeWord(type);
  return at;
}

uint32_t Builder::emitTK(Op op, int64_t a, int64_t b, int64_t c, uint32_t type, uint64_t k) {
  uint32_t at = put(op, Ext::TK, a, b, c);
  typeWord(type);
  word(k);
  return at;
}

uint32_t Builder::emitTT(Op op, int64_t a, int64_t b, int64_t c, uint32_t type1, uint32_t type2) {
  uint32_t at = put(op, Ext::TT, a, b, c);
  typeWord(type1);
  typeWord(type2);
  return at;
}

uint32_t Builder::emitRt(RtOp op, int64_t window, int64_t flags, uint32_t type) {
  return emitT(Op::Rt, window, static_cast<int64_t>(op), flags, type);
}

uint32_t Builder::emitGlobal(Op op, int64_t a, uint32_t global, int64_t addend) {
  uint32_t at = put(op, Ext::P, a, 0, 0);
  reloc(RelocKind::Global, global, 0, addend);
  return at;
}

uint32_t Builder::ldStr(int64_t a, uint32_t offset, uint32_t length) {
  HOOD_CHECK(fits(Operand::D2, a) && length <= INT32_MAX);
  uint32_t at = pc();
  word(encodeL(Op::LdStr, static_cast<uint16_t>(a), static_cast<int32_t>(length)));
  reloc(RelocKind::String, 0, 0, offset);
  return at;
}

uint32_t Builder::ldFuncValue(int64_t a, uint32_t func) {
  uint32_t at = put(Op::LdAddr, Ext::P, a, 0, 0);
  reloc(RelocKind::FuncValue, func);
  return at;
}

uint32_t Builder::ldFunc(int64_t a, uint32_t func) {
  uint32_t at = put(Op::LdFunc, Ext::F, a, 0, 0);
  reloc(RelocKind::FuncAddr, func);
  return at;
}

uint32_t Builder::ldTab(int64_t a, uint32_t iface, uint32_t concrete) {
  uint32_t at = put(Op::LdTab, Ext::Tab, a, 0, 0);
  reloc(RelocKind::Itab, iface, concrete);
  return at;
}

uint32_t Builder::call(int64_t window, uint32_t func) {
  HOOD_CHECK(fits(Operand::W, window));
  keepEntryFree();
  uint32_t at = pc();
  f_.relocs.push_back({RelocKind::CallRel, at, func, 0, 0});
  word(encodeL(Op::Call, static_cast<uint16_t>(window), 0));
  return at;
}

uint32_t Builder::callNative(int64_t window, uint32_t func) {
  uint32_t at = put(Op::CallNative, Ext::N, window, 0, 0);
  reloc(RelocKind::Native, func);
  return at;
}

void Builder::keepEntryFree() {
  if (pc() == 0) word(encode(Op::Nop));
}

void Builder::reloc(RelocKind kind, uint32_t index, uint32_t index2, int64_t addend) {
  f_.relocs.push_back({kind, pc(), index, index2, addend});
  word(0);
}

void Builder::typeWord(uint32_t type) {
  if (type == kNoType) {
    word(0);
  } else {
    reloc(RelocKind::Type, type);
  }
}

// ---- control --------------------------------------------------------------------------------------------------

Builder::Label Builder::newLabel() {
  labels_.push_back(kUnbound);
  return {static_cast<uint32_t>(labels_.size() - 1)};
}

void Builder::bind(Label l) {
  HOOD_CHECK(labels_[l.id] == kUnbound);
  labels_[l.id] = pc();
}

uint32_t Builder::branch(Op op, int64_t a, int64_t b, Label l) {
  const OpInfo& info = opInfo(op);
  HOOD_CHECK(info.isBranch() && info.ext == Ext::None);
  HOOD_CHECK(fits(info.a, a));
  uint32_t at = pc();
  if (info.b == Operand::J) {
    HOOD_CHECK(b == 0);
    fixups_.push_back({at, at + 1, l.id, Fixup::BC32});
    word(encodeL(op, static_cast<uint16_t>(a), 0));
    return at;
  }
  HOOD_CHECK(info.c == Operand::O && fits(info.b, b));
  uint16_t a16 = static_cast<uint16_t>(a), b16 = static_cast<uint16_t>(b);
  if (!longBranches_) {
    fixups_.push_back({at, at + 1, l.id, Fixup::C16});
    word(encode(op, a16, b16, 0));
    return at;
  }
  // if cond goto far:   op … +1;  Jmp +1;  Jmp far
  word(encode(op, a16, b16, 1));
  word(encodeL(Op::Jmp, 0, 1));
  fixups_.push_back({at + 2, at + 3, l.id, Fixup::BC32});
  word(encodeL(Op::Jmp, 0, 0));
  return at;
}

uint32_t Builder::switchTable(int64_t a, std::span<const Label> cases, Label dflt) {
  uint32_t at = put(Op::Switch, Ext::Table, a, static_cast<int64_t>(cases.size()), 0);
  uint32_t next = at + 1 + static_cast<uint32_t>(cases.size()) + 1;
  auto entry = [&](Label l) {
    fixups_.push_back({pc(), next, l.id, Fixup::Word});
    word(0);
  };
  for (Label l : cases) entry(l);
  entry(dflt);
  return at;
}

// ---- tables ---------------------------------------------------------------------------------------------------

void Builder::map(uint32_t pc, std::span<const uint8_t> mask) {
  // A function that starts with a loop of one instruction has its entry map and the loop's at one pc: the same slots live.
  if (!f_.maps.empty() && f_.maps.back().pc == pc) {
    HOOD_CHECK(pc == 0);
    f_.maps.pop_back();
  }
  HOOD_CHECK(f_.maps.empty() || f_.maps.back().pc < pc);
  while (!mask.empty() && mask.back() == 0) mask = mask.first(mask.size() - 1);
  PointerMap m;
  m.pc = pc;
  m.bytes = static_cast<uint16_t>(mask.size());
  // Neighbouring safepoints often have the same map: look at the last one before adding bytes.
  if (!f_.maps.empty()) {
    const PointerMap& last = f_.maps.back();
    if (last.bytes == m.bytes && std::equal(mask.begin(), mask.end(), f_.maskBytes.begin() + last.mask)) {
      m.mask = last.mask;
      f_.maps.push_back(m);
      return;
    }
  }
  m.mask = static_cast<uint32_t>(f_.maskBytes.size());
  f_.maskBytes.insert(f_.maskBytes.end(), mask.begin(), mask.end());
  f_.maps.push_back(m);
}

void Builder::line(uint32_t file, uint32_t line, uint32_t inl, uint8_t unsignedIndex) {
  if (!f_.lines.empty()) {
    LineEntry& last = f_.lines.back();
    if (last.file == file && last.line == line && last.inl == inl && last.unsignedIndex == unsignedIndex) return;
    if (last.pc == pc()) {
      last = {pc(), file, line, inl, unsignedIndex};
      return;
    }
  }
  f_.lines.push_back({pc(), file, line, inl, unsignedIndex});
}

// ---- labels ---------------------------------------------------------------------------------------------------

bool Builder::patch(const Fixup& x) {
  uint32_t target = labels_[x.label];
  HOOD_CHECK(target != kUnbound);
  int64_t offset = static_cast<int64_t>(target) - x.next;
  uint64_t& w = f_.code[x.at];
  switch (x.field) {
    case Fixup::C16:
      if (offset < INT16_MIN || offset > INT16_MAX) return false;
      w |= static_cast<uint64_t>(static_cast<uint16_t>(offset)) << 48;
      return true;
    case Fixup::BC32: w |= static_cast<uint64_t>(static_cast<uint32_t>(static_cast<int32_t>(offset))) << 32; return true;
    case Fixup::Word: w = static_cast<uint64_t>(offset); return true;
  }
  return false;
}

bool Builder::finish() {
  for (const Fixup& x : fixups_) {
    if (!patch(x)) return false;
  }
  fixups_.clear();
  return true;
}

void Builder::reset(FuncDef& f) {
  f.code.clear();
  f.relocs.clear();
  f.maps.clear();
  f.maskBytes.clear();
  f.lines.clear();
}

}  // namespace hood::bytecode
