// What an instruction reads and writes, in one place for all passes.
#pragma once

#include "compiler/ir/ir.h"

namespace hood::ir {

inline bool isTerminator(Op op) { return op >= Op::Jump; }

// Calls fn(Use&) for every operand (without a dst that is also read: see readsDst). Both visitors take constant instructions, too.
template <class FuncT, class InstrT, class F>
void forEachUse(FuncT& f, InstrT& i, F fn) {
  if (i.a.valid()) fn(i.a);
  if (i.b.valid()) fn(i.b);
  if (i.c.valid()) fn(i.c);
  for (auto& u : i.args)
    if (u.valid()) fn(u);
  if (i.op == Op::Select)
    for (auto& c : f.selects[static_cast<size_t>(i.imm)].cases) {
      if (c.chan.valid()) fn(c.chan);
      if (c.value.valid()) fn(c.value);
    }
}

// Calls fn(const Use&) for every operand, and for a dst of which a part survives.
template <class F>
void forEachRead(const Func& f, const Instr& i, F fn) {
  forEachUse(f, i, fn);
  if (readsDst(i.op) && i.dst != kNoReg) fn(Use{i.dst, 0});
}

// Calls fn(RegId&) for every register that the instruction writes. A select's received values are among its results;
// their SelectCase::recv is visited too, so that renaming stays in step.
template <class FuncT, class InstrT, class F>
void forEachDef(FuncT& f, InstrT& i, F fn) {
  if (i.dst != kNoReg) fn(i.dst);
  for (auto& r : i.results)
    if (r != kNoReg) fn(r);
  if (i.op == Op::Select)
    for (auto& c : f.selects[static_cast<size_t>(i.imm)].cases)
      if (c.recv != kNoReg) fn(c.recv);
}

// No effect besides writing dst or results: may be dropped when those are dead. Panics count as effects.
bool isPure(const Instr& i);
// Cannot panic, call, allocate visibly or write memory.
bool cannotPanic(const Instr& i);

// Appends a copy of from's registers, selects and blocks to into, which may be from's caller. Returns the first new block;
// *regBase: what was added to register numbers.
Block* cloneInto(Func& into, const Func& from, RegId* regBase, std::vector<Block*>* blocks);

// Drops blocks that cannot be reached, joins straight lines, threads empty jumps, renumbers and recomputes preds.
void cleanBlocks(Func& f);

}  // namespace hood::ir
