// Mirrors:    the classic backward data-flow; src/cmd/compile/internal/liveness/plive.go has the same job.
// Invariants: what the recover block reads counts as live at every instruction, because any of them may panic.
#include "compiler/codegen/liveness.h"

#include "compiler/codegen/effects.h"

namespace hood::codegen {

Liveness::Liveness(const ir::Func& f) : bitOf_(f.regs.size(), kLocal) {
  constexpr size_t kNowhere = SIZE_MAX;
  size_t nblocks = f.blocks.size();
  std::vector<size_t> killedIn(f.regs.size(), kNowhere);  // the last block seen that writes it
  std::vector<std::vector<ir::RegId>> reads(nblocks);     // before the block writes them
  for (size_t b = 0; b < nblocks; b++) {
    for (const ir::Instr& i : f.blocks[b]->instrs) {
      forEachRead(f, i, [&](ir::Use u) {
        if (killedIn[u.reg] == b) return;
        reads[b].push_back(u.reg);
        if (bitOf_[u.reg] != kLocal) return;
        bitOf_[u.reg] = static_cast<uint32_t>(shared_.size());
        shared_.push_back(u.reg);
      });
      forEachKill(f, i, [&](ir::RegId r) { killedIn[r] = b; });
    }
  }
  gen_.assign(nblocks, BitSet(shared_.size()));
  kill_ = in_ = out_ = gen_;
  pinned_ = BitSet(shared_.size());
  for (size_t b = 0; b < nblocks; b++) {
    for (ir::RegId r : reads[b]) gen_[b].set(bitOf_[r]);
    for (const ir::Instr& i : f.blocks[b]->instrs) {
      forEachKill(f, i, [&](ir::RegId r) {
        if (bitOf_[r] != kLocal) kill_[b].set(bitOf_[r]);
      });
    }
  }
  solve(f);
  if (f.recoverBlock != nullptr) {
    pinned_ = in_[f.recoverBlock->id];
    for (size_t b = 0; b < nblocks; b++) {
      if (b != 0) in_[b].merge(pinned_);
      out_[b].merge(pinned_);
    }
    solve(f);
  }
  gen_.clear();
  kill_.clear();
}

void Liveness::solve(const ir::Func& f) {
  for (bool changed = true; changed;) {
    changed = false;
    for (size_t k = f.blocks.size(); k-- > 0;) {
      for (const ir::Block* s : f.blocks[k]->succ) out_[k].merge(in_[s->id]);
      BitSet in = gen_[k];
      out_[k].forEach([&](size_t r) {
        if (!kill_[k].test(r)) in.set(r);
      });
      changed |= in_[k].merge(in);
    }
  }
}

BitSet Liveness::all(const BitSet& shared) const {
  BitSet regs(bitOf_.size());
  shared.forEach([&](size_t k) { regs.set(shared_[k]); });
  return regs;
}

}  // namespace hood::codegen
