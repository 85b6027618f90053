// Call windows: where the results and arguments of calls and runtime operations lie, relative to the window's base.
// Results come first, then arguments; the slot below the base is the return pc's.
#pragma once

#include <vector>

#include "compiler/codegen/layout.h"
#include "compiler/ir/ir.h"

namespace hood::codegen {

struct WindowArg {
  ir::Use use;  // invalid: the immediate
  int64_t imm = 0;
  uint32_t off = 0;  // slots from the base
  types::Type* type = nullptr;
  uint32_t slots = 1;
};
struct WindowResult {
  ir::RegId reg = ir::kNoReg;  // kNoReg: not wanted
  uint32_t off = 0;
  types::Type* type = nullptr;
  uint32_t slots = 1;
};
struct Window {
  std::vector<WindowArg> args;
  std::vector<WindowResult> results;
  uint32_t slots = 0;            // extent above the base
  bool parks = false;            // the operation may wait in this window: its arguments and results are live meanwhile
  bool lateArgs = false;         // arguments are read again after others were placed: no sharing of slots
  std::vector<uint32_t> zeroed;  // offsets of result slots that must be zero before the operation
};

// Operations that are carried out in a window (some only for certain types: see isWindowInstr).
bool isWindowOp(ir::Op op);
bool isWindowInstr(const ir::Instr& i, Layouts& layouts);
Window windowOf(const ir::Func& f, const ir::Instr& i, Layouts& layouts, types::Context& ctx);

// MapGet of an 8-byte key and an 8-byte, one-slot value without comma-ok has an opcode of its own.
bool isFastMapGet(const ir::Instr& i, Layouts& layouts);
// Append of one 8-byte, one-slot element likewise.
bool isFastAppend(const ir::Instr& i, Layouts& layouts);
// Constant index into a pointed-to array: within bounds and within the reach of a load's offset.
bool foldableArrayIndex(const ir::Instr& i, int64_t index, Layouts& layouts);
// Constant index into an array held in the frame.
bool foldableFrameIndex(const ir::Instr& i, int64_t index, Layouts& layouts);

}  // namespace hood::codegen
