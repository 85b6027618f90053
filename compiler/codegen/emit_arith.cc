// Arithmetic, comparison and conversion.
#include "base/check.h"
#include "compiler/codegen/func.h"

namespace hood::codegen {

using ir::Instr;
using ir::Op;

// Cuts slot s to the size of r and extends it again.
void FuncGen::extend(Rep r, uint32_t s) {
  switch (r) {
    case Rep::I8: emit(BOp::Ext8S, s, s); return;
    case Rep::I16: emit(BOp::Ext16S, s, s); return;
    case Rep::I32: emit(BOp::Ext32S, s, s); return;
    case Rep::U8: emit(BOp::Ext8U, s, s); return;
    case Rep::U16: emit(BOp::Ext16U, s, s); return;
    case Rep::U32: emit(BOp::Ext32U, s, s); return;
    default: return;
  }
}

void FuncGen::emitBinary(const Instr& i) {
  Rep r = layout(i.type).rep;
  uint32_t d = dstOf(i);
  if (isWord(r)) {
    emitIntBinary(i, r);
    return;
  }
  auto pick = [&](BOp add, BOp sub, BOp mul, BOp quo) {
    switch (i.op) {
      case Op::Add: return add;
      case Op::Sub: return sub;
      case Op::Mul: return mul;
      case Op::Quo: return quo;
      default: HOOD_UNREACHABLE("operator not defined on a floating-point type");
    }
  };
  switch (r) {
    case Rep::F64: emit(pick(BOp::AddF, BOp::SubF, BOp::MulF, BOp::DivF), d, slot(i.a), slot(i.b)); return;
    case Rep::F32: emit(pick(BOp::AddF32, BOp::SubF32, BOp::MulF32, BOp::DivF32), d, slot(i.a), slot(i.b)); return;
    case Rep::C128: {
      uint32_t dst = resultSlot(i.dst) == kNoSlot ? scratch() : d;
      emit(pick(BOp::AddC, BOp::SubC, BOp::MulC, BOp::DivC), dst, slot(i.a), slot(i.b));
      return;
    }
    case Rep::C64:  // computed with double precision and rounded, as gc does
      emit(BOp::C64To128, scratch(0), slot(i.a));
      emit(BOp::C64To128, scratch(2), slot(i.b));
      emit(pick(BOp::AddC, BOp::SubC, BOp::MulC, BOp::DivC), scratch(0), scratch(0), scratch(2));
      emit(BOp::C128To64, d, scratch(0));
      return;
    default: HOOD_UNREACHABLE("arithmetic on a value that is not a number");
  }
}

// Immediate forms. False: none.
bool FuncGen::emitIntImm(const Instr& i, Rep r, uint32_t d) {
  bool wide = r == Rep::I64 || r == Rep::U64 || r == Rep::Ptr;
  if (folded(i.b)) {
    int64_t v = constOf(i.b)->word();
    uint32_t a = slot(i.a);
    switch (i.op) {
      case Op::Add:
      case Op::Sub: {
        int64_t step = i.op == Op::Add ? v : -v;
        if (r == Rep::I32) {
          emit(BOp::AddI32S, d, a, step);
        } else if (r == Rep::U32) {
          emit(BOp::AddI32U, d, a, step);
        } else if (r == Rep::U8) {
          emit(BOp::AddI8U, d, a, step);
        } else {
          emit(BOp::AddI, d, a, step);
          extend(r, d);
        }
        return true;
      }
      case Op::Mul:
        emit(BOp::MulI, d, a, v);
        extend(r, d);
        return true;
      case Op::And:
        emit(BOp::AndI, d, a, v);
        if (!isSigned(r) && v < 0 && !wide) extend(r, d);
        return true;
      case Op::Or:
      case Op::Xor:
        emit(i.op == Op::Or ? BOp::OrI : BOp::XorI, d, a, v);
        if (!isSigned(r) && v < 0 && !wide) extend(r, d);
        return true;
      case Op::Quo:
      case Op::Rem: {
        bool quo = i.op == Op::Quo;
        if (isSigned(r)) {
          emit(quo ? BOp::DivSI : BOp::RemSI, d, a, v);
        } else if ((v & (v - 1)) == 0 && quo) {
          emit(BOp::ShrUI, d, a, __builtin_ctzll(static_cast<uint64_t>(v)));
        } else if ((v & (v - 1)) == 0 && v <= 32768) {
          emit(BOp::AndI, d, a, v - 1);
        } else {
          emit(quo ? BOp::DivUI : BOp::RemUI, d, a, v);
        }
        return true;
      }
      default: return false;
    }
  }
  if (i.op == Op::Sub && folded(i.a)) {
    emit(BOp::RsubI, d, slot(i.b), constOf(i.a)->word());
    extend(r, d);
    return true;
  }
  return false;
}

void FuncGen::emitIntBinary(const Instr& i, Rep r) {
  uint32_t d = dstOf(i);
  if (emitIntImm(i, r, d)) return;
  uint32_t a = slot(i.a), b = slot(i.b);
  bool s = isSigned(r);
  BOp op;
  bool ext = true;
  switch (i.op) {
    case Op::Add:
      op = r == Rep::I32 ? BOp::Add32S : r == Rep::U32 ? BOp::Add32U : r == Rep::U8 ? BOp::Add8U : BOp::Add;
      ext = op == BOp::Add;
      break;
    case Op::Sub:
      op = r == Rep::I32 ? BOp::Sub32S : r == Rep::U32 ? BOp::Sub32U : r == Rep::U8 ? BOp::Sub8U : BOp::Sub;
      ext = op == BOp::Sub;
      break;
    case Op::Mul:
      op = r == Rep::I32 ? BOp::Mul32S : r == Rep::U32 ? BOp::Mul32U : BOp::Mul;
      ext = op == BOp::Mul;
      break;
    case Op::Quo:
      op = s ? BOp::DivS : BOp::DivU;
      ext = s;  // the quotient of the least value and -1 does not fit
      break;
    case Op::Rem:
      op = s ? BOp::RemS : BOp::RemU;
      ext = false;
      break;
    case Op::And:
      op = BOp::And;
      ext = false;
      break;
    case Op::Or:
      op = BOp::Or;
      ext = false;
      break;
    case Op::Xor:
      op = BOp::Xor;
      ext = false;
      break;
    case Op::AndNot:
      op = BOp::AndNot;
      ext = false;
      break;
    default: HOOD_UNREACHABLE("not an integer operator");
  }
  emit(op, d, a, b);
  if (ext) extend(r, d);
}

void FuncGen::emitShift(const Instr& i) {
  Rep r = layout(i.type).rep;
  uint32_t d = dstOf(i);
  bool left = i.op == Op::Shl;
  bool arithmetic = !left && isSigned(r);
  if (folded(i.b)) {
    int64_t n = constOf(i.b)->word();
    uint32_t a = slot(i.a);
    if (n >= 64) {
      if (arithmetic) {
        emit(BOp::ShrSI, d, a, 63);
      } else {
        emit(BOp::Zero, d);
      }
      return;
    }
    if (left && n < 32 && (r == Rep::I32 || r == Rep::U32)) {
      emit(r == Rep::I32 ? BOp::ShlI32S : BOp::ShlI32U, d, a, n);
      return;
    }
    emit(left ? BOp::ShlI : arithmetic ? BOp::ShrSI : BOp::ShrUI, d, a, n);
    if (left) extend(r, d);
    return;
  }
  uint32_t a = slot(i.a), b = slot(i.b);
  if (isSigned(layout(i.type2 != nullptr ? i.type2 : f_.regs[i.b.reg].type).rep)) emit(BOp::ShiftCheck, b);
  emit(left ? BOp::Shl : arithmetic ? BOp::ShrS : BOp::ShrU, d, a, b);
  if (left) extend(r, d);
}

void FuncGen::emitUnary(const Instr& i) {
  Rep r = layout(i.type).rep;
  uint32_t d = dstOf(i), a = slot(i.a);
  switch (i.op) {
    case Op::Neg:
      if (isInt(r)) {
        emit(BOp::Neg, d, a);
        extend(r, d);
      } else if (r == Rep::F64) {
        emit(BOp::NegF, d, a);
      } else if (r == Rep::F32) {
        emit(BOp::NegF32, d, a);
      } else if (r == Rep::C128) {
        emit(BOp::NegC, d, a);
      } else {
        emit(BOp::C64To128, scratch(0), a);
        emit(BOp::NegC, scratch(2), scratch(0));
        emit(BOp::C128To64, d, scratch(2));
      }
      return;
    case Op::Not:
      if (types::isBoolean(i.type)) {
        emit(BOp::LNot, d, a);
      } else {
        emit(BOp::Com, d, a);
        if (!isSigned(r)) extend(r, d);
      }
      return;
    case Op::FMA:
      emit(BOp::Mov, scratch(), slot(i.c));
      emit(BOp::FmaF, scratch(), a, slot(i.b));
      emit(BOp::Mov, d, scratch());
      return;
    case Op::Sqrt: emit(BOp::SqrtF, d, a); return;
    case Op::Floor: emit(BOp::FloorF, d, a); return;
    case Op::Ceil: emit(BOp::CeilF, d, a); return;
    case Op::Trunc: emit(BOp::TruncF, d, a); return;
    case Op::Abs: emit(BOp::AbsF, d, a); return;
    default: HOOD_UNREACHABLE("not a unary operator");
  }
}

void FuncGen::emitComplex(const Instr& i) {
  Rep r = layout(i.type).rep;
  uint32_t d = resultSlot(i.dst);
  if (d == kNoSlot) return;
  switch (i.op) {
    case Op::Complex:
      if (r == Rep::C64) {
        emit(BOp::PackC64, d, slot(i.a), slot(i.b));
      } else {
        parallelMove({{d, slot(i.a), 1}, {d + 1, slot(i.b), 1}});
      }
      return;
    case Op::Real:
      if (r == Rep::C64) {
        emit(BOp::RealC64, d, slot(i.a));
      } else {
        moveSlots(d, slot(i.a), 1);
      }
      return;
    default:
      if (r == Rep::C64) {
        emit(BOp::ImagC64, d, slot(i.a));
      } else {
        moveSlots(d, slot(i.a) + 1, 1);
      }
      return;
  }
}

// nil of a slice or interface: its first word is zero.
bool FuncGen::emitNilCompare(const Instr& i, uint32_t d) {
  Rep r = layout(i.type).rep;
  bool kind = r == Rep::Slice || r == Rep::Eface || r == Rep::Iface;
  const ConstVal* c = constOf(i.b);
  if (!kind || c == nullptr || c->op != Op::Zero) return false;
  emit(i.op == Op::Eq ? BOp::EqI : BOp::NeI, d, slot(i.a), 0);
  return true;
}

void FuncGen::emitCompare(const Instr& i) {
  const Layout& l = layout(i.type);
  Rep r = l.rep;
  uint32_t d = dstOf(i);
  if (r == Rep::Void) {  // all values of a type without bytes are equal
    b_->emitL(BOp::LdI, d, i.op == Op::Eq ? 1 : 0);
    return;
  }
  if (emitNilCompare(i, d)) return;
  if (isWord(r) && folded(i.b)) {
    int64_t v = constOf(i.b)->word();
    BOp op;
    switch (i.op) {
      case Op::Eq: op = BOp::EqI; break;
      case Op::Ne: op = BOp::NeI; break;
      case Op::Lt: op = BOp::LtSI; break;
      case Op::Le: op = BOp::LeSI; break;
      case Op::Gt: op = BOp::GtSI; break;
      default: op = BOp::GeSI; break;
    }
    emit(op, d, slot(i.a), v);
    return;
  }
  uint32_t a = slot(i.a), b = slot(i.b);
  Op op = i.op;
  if (op == Op::Gt || op == Op::Ge) {
    std::swap(a, b);
    op = op == Op::Gt ? Op::Lt : Op::Le;
  }
  auto four = [&](BOp eq, BOp ne, BOp lt, BOp le) {
    emit(op == Op::Eq ? eq : op == Op::Ne ? ne : op == Op::Lt ? lt : le, d, a, b);
  };
  auto eqOnly = [&](BOp eq) {
    emit(eq, d, a, b);
    if (op == Op::Ne) emit(BOp::LNot, d, d);
  };
  switch (r) {
    case Rep::F64: four(BOp::EqF, BOp::NeF, BOp::LtF, BOp::LeF); return;
    case Rep::F32: four(BOp::EqF32, BOp::NeF32, BOp::LtF32, BOp::LeF32); return;
    case Rep::Str: four(BOp::EqStr, BOp::NeStr, BOp::LtStr, BOp::LeStr); return;
    case Rep::C128: eqOnly(BOp::EqC); return;
    case Rep::C64: eqOnly(BOp::EqC64); return;
    case Rep::Eface: eqOnly(BOp::EqEface); return;
    case Rep::Iface: eqOnly(BOp::EqIface); return;
    case Rep::Agg:
      b_->emitT(BOp::EqVal, d, a, b, m_.typeIndex(i.type));
      if (op == Op::Ne) emit(BOp::LNot, d, d);
      return;
    default:
      if (isSigned(r) || (r != Rep::U64 && r != Rep::Ptr)) {
        four(BOp::Eq, BOp::Ne, BOp::LtS, BOp::LeS);
      } else {
        four(BOp::Eq, BOp::Ne, BOp::LtU, BOp::LeU);
      }
      return;
  }
}

void FuncGen::emitConvert(const Instr& i) {
  Rep from = layout(i.type).rep, to = layout(i.type2).rep;
  uint32_t d = resultSlot(i.dst);
  if (d == kNoSlot) return;
  uint32_t a = slot(i.a);
  if (isWord(from) && isWord(to)) {
    int64_t fromSize = layout(i.type).size, toSize = layout(i.type2).size;
    bool keeps = toSize == 8 || (fromSize < toSize && (isSigned(to) || !isSigned(from))) ||
                 (fromSize == toSize && isSigned(from) == isSigned(to));
    BOp ext = BOp::Mov;
    if (!keeps) switch (to) {
        case Rep::I8: ext = BOp::Ext8S; break;
        case Rep::I16: ext = BOp::Ext16S; break;
        case Rep::I32: ext = BOp::Ext32S; break;
        case Rep::U8: ext = BOp::Ext8U; break;
        case Rep::U16: ext = BOp::Ext16U; break;
        case Rep::U32: ext = BOp::Ext32U; break;
        default: break;
      }
    if (ext != BOp::Mov || d != a) emit(ext, d, a);
    return;
  }
  if (isWord(from)) {
    bool big = from == Rep::U64;
    if (to == Rep::F64) {
      emit(big ? BOp::U2F : BOp::I2F, d, a);
    } else {
      emit(big ? BOp::U2F32 : BOp::I2F32, d, a);
    }
    return;
  }
  if (isWord(to)) {
    if (from == Rep::F32) {
      emit(BOp::F32ToF, scratch(), a);
      a = scratch();
    }
    if (to == Rep::U64)
      emit(BOp::F2U, d, a);
    else  // gc converts to what the machine can: int64 for uint32, int32 for all that is smaller
      emit(to == Rep::I64 || to == Rep::U32 || to == Rep::Ptr ? BOp::F2I : BOp::F2I32, d, a);
    if (to != Rep::I32) extend(to, d);
    return;
  }
  if (from == to) {
    moveSlots(d, a, layout(i.type).slots);
  } else if (from == Rep::F64) {
    emit(BOp::F2F32, d, a);
  } else if (from == Rep::F32) {
    emit(BOp::F32ToF, d, a);
  } else if (from == Rep::C64) {
    emit(BOp::C64To128, d, a);
  } else {
    emit(BOp::C128To64, d, a);
  }
}

}  // namespace hood::codegen
