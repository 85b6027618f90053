// Shapes a function for selection: rotates loops, merges copies into definitions, finds constants that can be operands.
#pragma once

#include <vector>

#include "compiler/codegen/layout.h"
#include "compiler/codegen/liveness.h"
#include "compiler/ir/ir.h"

namespace hood::codegen {

// What a register that is assigned exactly once, by a constant, holds.
struct ConstVal {
  ir::Op op = ir::Op::Copy;  // a constant op, or Copy: not a constant
  int64_t imm = 0;
  int64_t off = 0;
  std::string_view str;
  types::Type* type = nullptr;
  ir::Func* func = nullptr;
  ir::Global* global = nullptr;

  bool known() const { return op != ir::Op::Copy; }
  // An integer, boolean or nil constant (also the zero of a one-slot type).
  bool isWord() const { return op == ir::Op::ConstInt || (op == ir::Op::Zero); }
  int64_t word() const { return op == ir::Op::ConstInt ? imm : 0; }
};

enum class Opnd : uint8_t { A, B, C, Arg };

struct Prepared {
  std::vector<ConstVal> consts;  // by register
  std::vector<bool> needed;      // by register: some use cannot fold the constant, so it needs a slot
  Liveness live;
};

// Rewrites f and analyses it. `layouts` is shared by the program.
Prepared prepare(ir::Func& f, Layouts& layouts);

// Whether operand `which` (for Arg: args[k]) of i, the constant c, can be encoded without a slot.
bool canFold(const ir::Instr& i, Opnd which, size_t k, const ConstVal& c, const std::vector<ConstVal>& consts,
             Layouts& layouts);

// All operands are read before the result is written, in one bytecode: dst may share an operand's slot.
bool isEarlySafe(const ir::Instr& i, Layouts& layouts);
// dst may even be the very register of an operand (x = append(x, v)).
bool isSameRegSafe(const ir::Instr& i, Layouts& layouts);

}  // namespace hood::codegen
