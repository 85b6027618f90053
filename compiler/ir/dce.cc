// Dead code: pure instructions whose results nobody reads. A load that may panic keeps its nil check.
#include "compiler/ir/passes.h"
#include "compiler/ir/visit.h"

namespace hood::ir {

namespace {

class Dead {
 public:
  explicit Dead(Func& f) : f_(f), uses_(countUses(f)) {
    // What changes a register in part and has to stay (a store with a bounds check) keeps the register's earlier value.
    for (auto& b : f.blocks)
      for (Instr& i : b->instrs)
        if (readsDst(i.op) && !isPure(i)) uses_[i.dst]++;
  }

  void run() {
    bool changed = true;
    while (changed) {
      changed = false;
      for (size_t k = f_.blocks.size(); k-- > 0;) changed |= sweep(*f_.blocks[k]);
    }
    for (auto& b : f_.blocks)
      for (Instr& i : b->instrs) {
        if (i.op != Op::Load || i.nonNil || uses_[i.dst] != 0) continue;
        i.op = Op::NilCheck;
        i.dst = kNoReg;
      }
  }

 private:
  bool isDead(const Instr& i) {
    if (isTerminator(i.op) || !isPure(i)) return false;
    if (i.dst == kNoReg && i.results.empty()) return false;
    if (i.dst != kNoReg && uses_[i.dst] != 0) return false;
    for (RegId r : i.results)
      if (r != kNoReg && uses_[r] != 0) return false;
    return true;
  }

  // Backwards, so that whole chains go at once.
  bool sweep(Block& b) {
    size_t out = b.instrs.size(), removed = 0;
    for (size_t k = b.instrs.size(); k-- > 0;) {
      Instr& i = b.instrs[k];
      if (isDead(i)) {
        forEachUse(f_, i, [&](Use& u) { uses_[u.reg]--; });
        removed++;
        continue;
      }
      out--;
      if (out != k) b.instrs[out] = std::move(i);
    }
    if (removed) b.instrs.erase(b.instrs.begin(), b.instrs.begin() + static_cast<long>(removed));
    return removed != 0;
  }

  Func& f_;
  std::vector<uint32_t> uses_;
};

}  // namespace

void eliminateDead(Func& f, PassContext&) { Dead(f).run(); }

}  // namespace hood::ir
