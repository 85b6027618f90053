// Mirrors:    the classic backward data-flow; src/cmd/compile/internal/liveness/plive.go has the same job.
// Invariants: what the recover block reads counts as live at every instruction, because any of them may panic.
#include "compiler/codegen/liveness.h"

#include "compiler/codegen/effects.h"

namespace hood::codegen {

Liveness computeLiveness(const ir::Func& f) {
  size_t nregs = f.regs.size(), nblocks = f.blocks.size();
  Liveness lv;
  std::vector<BitSet> gen(nblocks, BitSet(nregs)), kill(nblocks, BitSet(nregs));
  lv.liveIn.assign(nblocks, BitSet(nregs));
  lv.liveOut.assign(nblocks, BitSet(nregs));
  lv.pinned = BitSet(nregs);
  for (size_t b = 0; b < nblocks; b++) {
    for (const ir::Instr& i : f.blocks[b]->instrs) {
      forEachRead(f, i, [&](ir::Use u) {
        if (!kill[b].test(u.reg)) gen[b].set(u.reg);
      });
      forEachKill(f, i, [&](ir::RegId r) { kill[b].set(r); });
    }
  }
  auto solve = [&] {
    for (bool changed = true; changed;) {
      changed = false;
      for (size_t k = nblocks; k-- > 0;) {
        for (const ir::Block* s : f.blocks[k]->succ) lv.liveOut[k].merge(lv.liveIn[s->id]);
        BitSet in = gen[k];
        lv.liveOut[k].forEach([&](size_t r) {
          if (!kill[k].test(r)) in.set(r);
        });
        changed |= lv.liveIn[k].merge(in);
      }
    }
  };
  solve();
  if (f.recoverBlock != nullptr) {
    lv.pinned = lv.liveIn[f.recoverBlock->id];
    for (size_t b = 0; b < nblocks; b++) {
      if (b != 0) lv.liveIn[b].merge(lv.pinned);
      lv.liveOut[b].merge(lv.pinned);
    }
    solve();
  }
  return lv;
}

}  // namespace hood::codegen
