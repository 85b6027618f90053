// What an IR instruction reads and writes, for liveness and slot allocation.
#pragma once

#include "compiler/ir/ir.h"
#include "compiler/ir/visit.h"

namespace hood::codegen {

// Defs whose value before the instruction does not matter: all but a dst that is read, too.
template <class F>
void forEachKill(const ir::Func& f, const ir::Instr& i, F&& kill) {
  forEachDef(f, i, [&](ir::RegId r) {
    if (r != i.dst || !readsDst(i.op)) kill(r);
  });
}

inline bool isConstOp(ir::Op op) {
  return op == ir::Op::ConstInt || op == ir::Op::ConstFloat || op == ir::Op::ConstString || op == ir::Op::Zero ||
         op == ir::Op::FuncAddr || op == ir::Op::TypeAddr || op == ir::Op::GlobalAddr;
}

// Cannot panic, park, allocate or be observed otherwise than through its result.
inline bool isPure(ir::Op op) {
  using ir::Op;
  switch (op) {
    case Op::Copy:
    case Op::Extract:
    case Op::Add:
    case Op::Sub:
    case Op::Mul:
    case Op::And:
    case Op::Or:
    case Op::Xor:
    case Op::AndNot:
    case Op::Neg:
    case Op::Not:
    case Op::FMA:
    case Op::Sqrt:
    case Op::Floor:
    case Op::Ceil:
    case Op::Trunc:
    case Op::Abs:
    case Op::Complex:
    case Op::Real:
    case Op::Imag:
    case Op::Convert: return true;
    default: return isConstOp(op);
  }
}

}  // namespace hood::codegen
