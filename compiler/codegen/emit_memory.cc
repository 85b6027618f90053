// Loads, stores, elements, parts of aggregates, slicing, allocation.
#include "base/check.h"
#include "compiler/codegen/func.h"

namespace hood::codegen {

using ir::Instr;
using ir::Op;

namespace {

// A value whose slot form is its memory form: whole slots.
bool wholeSlots(const Layout& l) { return l.size % 8 == 0 && l.slots != 0; }

BOp narrowLoad(Rep r) {
  switch (r) {
    case Rep::I8: return BOp::Ld8S;
    case Rep::U8: return BOp::Ld8U;
    case Rep::I16: return BOp::Ld16S;
    case Rep::U16: return BOp::Ld16U;
    case Rep::I32: return BOp::Ld32S;
    case Rep::U32:
    case Rep::F32: return BOp::Ld32U;
    default: return BOp::Nop;
  }
}
BOp narrowStore(Rep r) {
  switch (r) {
    case Rep::I8:
    case Rep::U8: return BOp::St8;
    case Rep::I16:
    case Rep::U16: return BOp::St16;
    case Rep::I32:
    case Rep::U32:
    case Rep::F32: return BOp::St32;
    default: return BOp::Nop;
  }
}

}  // namespace

void FuncGen::emitCopy(const Instr& i) {
  uint32_t d = resultSlot(i.dst);
  if (d == kNoSlot) return;
  moveUse(d, i.a, f_.regs[i.dst].type);
}

void FuncGen::emitExtract(const Instr& i) {
  const Layout& l = layout(i.type);
  uint32_t d = resultSlot(i.dst);
  if (d == kNoSlot || l.slots == 0) return;
  uint32_t a = slot(i.a);
  if (i.off % 8 == 0 && wholeSlots(l)) {
    moveSlots(d, a + static_cast<uint32_t>(i.off / 8), l.slots);
    return;
  }
  // A one-slot value alone in its register is already extended.
  const Layout& whole = layout(f_.regs[i.a.reg].type);
  uint32_t at = frameByte(a, i.off, i.pos);
  if (whole.rep == l.rep && whole.rep != Rep::Agg && i.off == 0) {
    moveSlots(d, a, l.slots);
    return;
  }
  switch (l.rep) {
    case Rep::I8: emit(BOp::LdL8S, d, at); return;
    case Rep::U8: emit(BOp::LdL8U, d, at); return;
    case Rep::I16: emit(BOp::LdL16S, d, at); return;
    case Rep::U16: emit(BOp::LdL16U, d, at); return;
    case Rep::I32: emit(BOp::LdL32S, d, at); return;
    case Rep::U32:
    case Rep::F32: emit(BOp::LdL32U, d, at); return;
    default: emit(BOp::LdLN, d, at, l.size); return;
  }
}

void FuncGen::emitInsert(const Instr& i) {
  const Layout& l = layout(i.type);
  uint32_t d = resultSlot(i.dst);
  if (d == kNoSlot || l.slots == 0) return;
  if (i.off % 8 == 0 && wholeSlots(l)) {
    moveUse(d + static_cast<uint32_t>(i.off / 8), i.a, i.type);
    return;
  }
  uint32_t at = frameByte(d, i.off, i.pos);
  switch (narrowStore(l.rep)) {
    case BOp::St8: emit(BOp::StL8, at, slot(i.a)); return;
    case BOp::St16: emit(BOp::StL16, at, slot(i.a)); return;
    case BOp::St32: emit(BOp::StL32, at, slot(i.a)); return;
    default: emit(BOp::StLN, at, slot(i.a), l.size); return;
  }
}

// Offsets beyond the instruction's field go through an address in a scratch slot.
uint32_t FuncGen::nearBase(uint32_t base, int64_t* off, uint32_t scratchIndex) {
  if (*off >= 0 && *off <= 65535) return base;
  b_->emitK(BOp::AddrOfK, scratch(scratchIndex), base, 0, static_cast<uint64_t>(*off));
  *off = 0;
  return scratch(scratchIndex);
}

void FuncGen::loadFrom(uint32_t d, uint32_t base, int64_t off, types::Type* t) {
  const Layout& l = layout(t);
  base = nearBase(base, &off, 3);
  if (l.slots == 0) {
    emit(BOp::NilCheck, base);
    return;
  }
  if (BOp narrow = narrowLoad(l.rep); narrow != BOp::Nop) {
    emit(narrow, d, base, off);
  } else if (l.size == 8) {
    emit(BOp::Ld64, d, base, off);
  } else if (l.size == 16) {
    emit(BOp::Ld128, d, base, off);
  } else if (l.size == 24) {
    emit(BOp::Ld192, d, base, off);
  } else {
    b_->emitK(BOp::LdN, d, base, off, static_cast<uint64_t>(l.size));
  }
}

void FuncGen::storeSlotsTo(uint32_t base, int64_t off, uint32_t src, types::Type* t) {
  const Layout& l = layout(t);
  base = nearBase(base, &off, 3);
  if (l.slots == 0) {
    emit(BOp::NilCheck, base);
    return;
  }
  if (BOp narrow = narrowStore(l.rep); narrow != BOp::Nop) {
    emit(narrow, base, src, off);
    return;
  }
  switch (l.rep) {
    case Rep::Ptr: emit(BOp::StP, base, src, off); return;
    case Rep::Str: emit(BOp::StStr, base, src, off); return;
    case Rep::Slice: emit(BOp::StSlice, base, src, off); return;
    case Rep::Eface:
    case Rep::Iface: emit(BOp::StIface, base, src, off); return;
    default: break;
  }
  if (l.hasPointers) {
    b_->emitT(BOp::StT, base, src, off, m_.typeIndex(t));
  } else if (l.size == 8) {
    emit(BOp::St64, base, src, off);
  } else {
    b_->emitK(BOp::StN, base, src, off, static_cast<uint64_t>(l.size));
  }
}

void FuncGen::storeTo(uint32_t base, int64_t off, ir::Use v, types::Type* t) {
  const Layout& l = layout(t);
  if (l.slots != 0 && folded(v)) {
    const ConstVal& c = *constOf(v);
    int64_t imm = c.op == Op::ConstFloat ? 0 : c.word();
    base = nearBase(base, &off, 3);
    emit(l.size == 1 ? BOp::StI8 : l.size == 4 ? BOp::StI32 : BOp::StI64, base, imm, off);
    return;
  }
  storeSlotsTo(base, off, l.slots == 0 ? 0 : slot(v), t);
}

void FuncGen::emitLoad(const Instr& i) {
  uint32_t d = resultSlot(i.dst);
  if (folded(i.a)) {  // a global of one, two or three whole slots
    if (d == kNoSlot) return;
    const ConstVal& g = *constOf(i.a);
    uint32_t n = layout(i.type).slots;
    b_->emitGlobal(n == 1 ? BOp::LdG : n == 2 ? BOp::LdG2 : BOp::LdG3, d, m_.globalIndex(g.global), g.off + i.off);
    return;
  }
  if (d == kNoSlot) {  // only the nil check is left
    emit(BOp::NilCheck, slot(i.a));
    return;
  }
  loadFrom(d, slot(i.a), i.off, i.type);
}

void FuncGen::emitStore(const Instr& i) {
  if (folded(i.a)) {
    const ConstVal& g = *constOf(i.a);
    b_->emitGlobal(layout(i.type).rep == Rep::Ptr ? BOp::StGP : BOp::StG, slot(i.b), m_.globalIndex(g.global),
                   g.off + i.off);
    return;
  }
  storeTo(slot(i.a), i.off, i.b, i.type);
}

// ---- elements -------------------------------------------------------------------------------------------------

void FuncGen::elementAddr(uint32_t d, ir::Use a, ir::Use idx, types::Type* container, types::Type* elem) {
  int64_t size = layout(elem).size;
  if (types::under(container)->kind == types::TypeKind::Pointer) {
    types::Array* arr = types::asArray(types::asPointer(container)->elem);
    b_->emitKK(BOp::AddrXA, d, slot(a), slot(idx), static_cast<uint64_t>(arr->len), static_cast<uint64_t>(size));
  } else {
    b_->emitK(BOp::AddrX, d, slot(a), slot(idx), static_cast<uint64_t>(size));
  }
}

void FuncGen::emitIndexAddr(const Instr& i) {
  if (folded(i.b)) {
    emit(BOp::AddrOf, dstOf(i), slot(i.a), constOf(i.b)->word() * layout(i.type).size);
    return;
  }
  elementAddr(dstOf(i), i.a, i.b, i.type2, i.type);
}

void FuncGen::emitIndexLoad(const Instr& i) {
  const Layout& l = layout(i.type);
  uint32_t d = resultSlot(i.dst);
  bool pointer = types::under(i.type2)->kind == types::TypeKind::Pointer;
  if (pointer && folded(i.b)) {
    int64_t off = constOf(i.b)->word() * l.size;
    if (d == kNoSlot) {
      emit(BOp::NilCheck, slot(i.a));
    } else {
      loadFrom(d, slot(i.a), off, i.type);
    }
    return;
  }
  if (d == kNoSlot || l.slots == 0) {  // the bounds check is left
    elementAddr(scratch(), i.a, i.b, i.type2, i.type);
    return;
  }
  bool parts = l.rep == Rep::Agg && !wholeSlots(l);
  if (pointer || parts || l.rep == Rep::C64 || l.slots > 3 || l.rep == Rep::C128) {
    elementAddr(scratch(), i.a, i.b, i.type2, i.type);
    loadFrom(d, scratch(), 0, i.type);
    return;
  }
  if (folded(i.b)) {
    emit(l.size == 1 ? BOp::LdXI8U : BOp::LdXI64, d, slot(i.a), constOf(i.b)->word());
    return;
  }
  BOp op;
  switch (l.rep) {
    case Rep::I8: op = BOp::LdX8S; break;
    case Rep::U8: op = BOp::LdX8U; break;
    case Rep::I16: op = BOp::LdX16S; break;
    case Rep::U16: op = BOp::LdX16U; break;
    case Rep::I32: op = BOp::LdX32S; break;
    case Rep::U32:
    case Rep::F32: op = BOp::LdX32U; break;
    default: op = l.slots == 1 ? BOp::LdX64 : l.slots == 2 ? BOp::LdX128 : BOp::LdX192; break;
  }
  emit(op, d, slot(i.a), slot(i.b));
}

void FuncGen::emitIndexStore(const Instr& i) {
  const Layout& l = layout(i.type);
  bool pointer = types::under(i.type2)->kind == types::TypeKind::Pointer;
  if (pointer && folded(i.b)) {
    storeTo(slot(i.a), constOf(i.b)->word() * l.size, i.c, i.type);
    return;
  }
  BOp op = BOp::Nop;
  if (!pointer) switch (l.rep) {
      case Rep::I8:
      case Rep::U8: op = BOp::StX8; break;
      case Rep::I16:
      case Rep::U16: op = BOp::StX16; break;
      case Rep::I32:
      case Rep::U32:
      case Rep::F32: op = BOp::StX32; break;
      case Rep::I64:
      case Rep::U64:
      case Rep::F64: op = BOp::StX64; break;
      case Rep::Ptr: op = BOp::StXP; break;
      case Rep::Str: op = BOp::StXStr; break;
      case Rep::Eface:
      case Rep::Iface: op = BOp::StXIface; break;
      default: break;
    }
  if (op != BOp::Nop) {
    emit(op, slot(i.a), slot(i.b), slot(i.c));
    return;
  }
  elementAddr(scratch(), i.a, i.b, i.type2, i.type);
  if (l.slots != 0) storeSlotsTo(scratch(), 0, slot(i.c), i.type);
}

void FuncGen::emitArrayLoad(const Instr& i) {
  const Layout& l = layout(i.type);
  types::Array* arr = types::asArray(i.type2);
  uint32_t d = resultSlot(i.dst);
  if (folded(i.b)) {
    Instr x = i;
    x.op = Op::Extract;
    x.off = constOf(i.b)->word() * l.size;
    emitExtract(x);
    return;
  }
  if (d == kNoSlot || l.slots == 0) {
    b_->emitL(BOp::LdI, scratch(), arr->len);
    emit(BOp::BoundsCheck, slot(i.b), scratch());
  } else if (l.size == 8 && l.slots == 1) {
    b_->emitK(BOp::LdLX64, d, slot(i.a), slot(i.b), static_cast<uint64_t>(arr->len));
  } else {
    b_->emitTK(BOp::LdLX, d, slot(i.a), slot(i.b), m_.typeIndex(i.type), static_cast<uint64_t>(arr->len));
  }
}

void FuncGen::emitArrayStore(const Instr& i) {
  const Layout& l = layout(i.type);
  types::Array* arr = types::asArray(i.type2);
  if (folded(i.b)) {
    Instr x = i;
    x.op = Op::Insert;
    x.off = constOf(i.b)->word() * l.size;
    emitInsert(x);
    return;
  }
  uint32_t d = resultSlot(i.dst);
  if (d == kNoSlot || l.slots == 0) {
    b_->emitL(BOp::LdI, scratch(), arr->len);
    emit(BOp::BoundsCheck, slot(i.b), scratch());
  } else if (l.size == 8 && l.slots == 1) {
    b_->emitK(BOp::StLX64, d, slot(i.b), slot(i.a), static_cast<uint64_t>(arr->len));
  } else {
    b_->emitTK(BOp::StLX, d, slot(i.b), slot(i.a), m_.typeIndex(i.type), static_cast<uint64_t>(arr->len));
  }
}

// ---- slicing, allocation --------------------------------------------------------------------------------------

void FuncGen::emitSliceOp(const Instr& i) {
  uint16_t flags = 0, at[3] = {};
  for (size_t k = 0; k < 3 && k < i.args.size(); k++) {
    if (!i.args[k].valid() || folded(i.args[k])) continue;  // a folded bound is a low bound of zero
    flags |= static_cast<uint16_t>(1u << k);
    at[k] = static_cast<uint16_t>(slot(i.args[k]));
  }
  uint64_t bounds = bytecode::sliceBounds(at[0], at[1], at[2]);
  uint32_t d = resultSlot(i.dst);
  if (d == kNoSlot) d = scratch();
  types::Type* u = types::under(i.type);
  if (u->kind == types::TypeKind::Basic) {
    b_->emitK(BOp::SliceStr, d, slot(i.a), flags, bounds);
  } else if (u->kind == types::TypeKind::Slice) {
    int64_t size = layout(static_cast<types::SliceType*>(u)->elem).size;
    b_->emitKK(BOp::SliceS, d, slot(i.a), flags, bounds, static_cast<uint64_t>(size));
  } else {
    types::Array* a = types::asArray(static_cast<types::Pointer*>(u)->elem);
    int64_t size = layout(a->elem).size;
    if (size > UINT32_MAX || a->len > UINT32_MAX) {
      m_.diags.error(i.pos, "slicing of an array of more than 4 GB is not supported by hood");
      return;
    }
    b_->emitKK(BOp::SliceA, d, slot(i.a), flags, bounds,
               bytecode::sliceArray(static_cast<uint64_t>(size), static_cast<uint64_t>(a->len)));
  }
}

void FuncGen::emitMakeSlice(const Instr& i) {
  uint32_t d = resultSlot(i.dst);
  if (d == kNoSlot) d = scratch();
  uint32_t len = slot(i.a);
  uint32_t cap = i.b.valid() ? slot(i.b) : len;
  b_->emitT(BOp::MakeSlice, d, len, cap, m_.typeIndex(types::asSlice(i.type)->elem));
}

void FuncGen::emitMakeClosure(const Instr& i) {
  uint32_t d = dstOf(i);
  b_->emitT(BOp::New, d, 0, 0, m_.typeIndex(i.type));
  b_->ldFunc(scratch(1), m_.funcIndex(i.func));
  emit(BOp::St64, d, scratch(1), 0);
  types::Struct* s = types::asStruct(i.type);
  std::vector<int64_t> offs = types::offsetsOf(s);
  for (size_t k = 0; k < i.args.size(); k++)
    if (i.args[k].valid()) storeTo(d, offs[k + 1], i.args[k], s->fields[k + 1]->type);
}

void FuncGen::emitAtomic(const Instr& i) {
  if (i.op == Op::MutexLock || i.op == Op::MutexUnlock) {
    return emit(i.op == Op::MutexLock ? BOp::MutexLock : BOp::MutexUnlock, dstOf(i), slot(i.a), i.off / 4);
  }
  Rep r = layout(i.type).rep;
  bool narrow = layout(i.type).size == 4;
  int64_t kind = r == Rep::Ptr ? 0x28 : narrow ? (isSigned(r) ? 0x14 : 4) : 8;
  kind |= i.off / 4 << 6;
  uint32_t a = slot(i.a);
  switch (i.op) {
    case Op::AtomicLoad: emit(BOp::AtomicLd, dstOf(i), a, kind); return;
    case Op::AtomicStore: emit(BOp::AtomicSt, slot(i.b), a, kind); return;
    case Op::AtomicAdd:
      if (folded(i.b)) {
        b_->emitK(BOp::AtomicAddI, dstOf(i), a, kind, static_cast<uint64_t>(constOf(i.b)->word()));
      } else {
        b_->emitK(BOp::AtomicAdd, dstOf(i), a, kind, slot(i.b));
      }
      return;
    case Op::AtomicSwap: b_->emitK(BOp::AtomicSwap, dstOf(i), a, kind, slot(i.b)); return;
    default:
      if (folded(i.b) && folded(i.c)) {
        auto half = [&](ir::Use u) { return static_cast<uint64_t>(static_cast<uint32_t>(constOf(u)->word())); };
        b_->emitK(BOp::AtomicCasI, dstOf(i), a, kind, half(i.b) | half(i.c) << 32);
      } else {
        b_->emitKK(BOp::AtomicCas, dstOf(i), a, kind, slot(i.b), slot(i.c));
      }
      return;
  }
}

}  // namespace hood::codegen
