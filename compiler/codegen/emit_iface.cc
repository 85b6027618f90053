// Interfaces: making them, taking values out of them, asking for their type.
#include "base/check.h"
#include "compiler/codegen/func.h"

namespace hood::codegen {

using ir::Instr;
using ir::Op;

void FuncGen::emitToIface(const Instr& i) {
  uint32_t d = resultSlot(i.dst);
  if (d == kNoSlot) return;
  const Layout& l = layout(i.type);
  bool direct = isDirect(i.type);
  if (i.nonNil) {  // a huge value (ir/huge.cc): the word that points to it
    moveUse(d + 1, i.a, m_.ctx.typ(types::BasicKind::UnsafePointer));
  } else if (folded(i.a) && !direct) {
    b_->emitGlobal(BOp::LdAddr, d + 1, m_.staticValue(*constOf(i.a), i.type));
  } else if (direct) {
    moveUse(d + 1, i.a, i.type);
  } else {
    b_->emitT(BOp::Box, d + 1, l.slots == 0 ? 0 : slot(i.a), 0, m_.typeIndex(i.type));
  }
  if (layout(i.type2).rep == Rep::Eface) {
    b_->emitT(BOp::LdType, d, 0, 0, m_.typeIndex(i.type));
  } else {
    b_->ldTab(d, m_.typeIndex(i.type2), m_.typeIndex(i.type));
  }
}

// The value in an interface whose dynamic type is t.
void FuncGen::unbox(uint32_t dst, uint32_t dataSlot, types::Type* t) {
  const Layout& l = layout(t);
  if (l.slots == 0) return;
  if (isDirect(t)) {
    moveSlots(dst, dataSlot, 1);
  } else {
    loadFrom(dst, dataSlot, 0, t);
  }
}

void FuncGen::emitTypeAssert(const Instr& i) {
  uint32_t a = slot(i.a);
  bool methods = layout(i.type).rep == Rep::Iface;
  bool commaOk = i.results.size() > 1;
  uint32_t v = i.results.empty() ? kNoSlot : resultSlot(i.results[0]);
  uint32_t ok = commaOk ? resultSlot(i.results[1]) : kNoSlot;
  uint32_t target = m_.typeIndex(i.type2), source = m_.typeIndex(i.type);
  if (types::isInterface(i.type2)) {
    b_->emitTT(BOp::AssertI, scratch(), a, (methods ? 1 : 0) | (commaOk ? 2 : 0), target, source);
    if (v != kNoSlot) moveSlots(v, scratch(), 2);
    if (ok != kNoSlot) moveSlots(ok, scratch(2), 1);
    return;
  }
  if (!commaOk) {
    b_->emitTT(methods ? BOp::AssertTab : BOp::AssertT, a, 0, 0, target, source);
    if (v != kNoSlot) unbox(v, a + 1, i.type2);
    return;
  }
  uint32_t flag = ok == kNoSlot ? scratch() : ok;
  b_->emitT(methods ? BOp::IsTypeTab : BOp::IsType, flag, a, 0, target);
  if (v == kNoSlot || layout(i.type2).slots == 0) return;
  Label no = b_->newLabel(), done = b_->newLabel();
  b_->branch(BOp::JmpF, flag, 0, no);
  unbox(v, a + 1, i.type2);
  b_->jump(done);
  b_->bind(no);
  emit(BOp::ZeroN, v, layout(i.type2).slots);
  b_->bind(done);
}

void FuncGen::emitTypeEq(const Instr& i) {
  bool methods = layout(i.type).rep == Rep::Iface;
  b_->emitT(methods ? BOp::IsTypeTab : BOp::IsType, dstOf(i), slot(i.a), 0, m_.typeIndex(i.type2));
}

}  // namespace hood::codegen
