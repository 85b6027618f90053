// Sinking: a closure or a boxed value that only one way out of a block needs is made there.
//
//   once.Do(func() { … })   inlined:   c = MakeClosure …;  if o.done == 0 { o.doSlow(c) }
//
// Allocation is nothing that a program can see, so it may happen later, and then, on the other ways, not at all.
#include "compiler/ir/passes.h"
#include "compiler/ir/visit.h"

namespace hood::ir {

namespace {

class Sinker {
 public:
  explicit Sinker(Func& f) : f_(f), defs_(computeDefs(f)), uses_(countUses(f)) {}

  void run() {
    f_.computePreds();
    findUses();
    for (auto& b : f_.blocks)  // what went down one block may go further: successors come later, mostly
      if (b->succ.size() > 1) sinkFrom(*b);
  }

 private:
  void findUses() {
    usedIn_.assign(f_.regs.size(), nullptr);
    spread_.assign(f_.regs.size(), false);
    for (auto& b : f_.blocks)
      for (Instr& i : b->instrs)
        forEachUse(f_, i, [&](Use& u) {
          if (usedIn_[u.reg] != nullptr && usedIn_[u.reg] != b.get()) spread_[u.reg] = true;
          usedIn_[u.reg] = b.get();
        });
  }

  void sinkFrom(Block& b) {
    for (size_t k = b.instrs.size(); k-- > 0;) {
      Instr& i = b.instrs[k];
      if ((i.op != Op::MakeClosure && i.op != Op::ToIface) || !defs_.single(i.dst) || spread_[i.dst]) continue;
      Block* to = usedIn_[i.dst];
      if (to == nullptr || to == &b || to->pred.size() != 1 || to->pred[0] != &b || changesLater(b, k)) continue;
      forEachUse(f_, i, [&](Use& u) {  // its operands are used there now
        if (uses_[u.reg] != 1 && usedIn_[u.reg] != to) spread_[u.reg] = true;
        usedIn_[u.reg] = to;
      });
      to->instrs.insert(to->instrs.begin(), std::move(i));
      b.instrs.erase(b.instrs.begin() + static_cast<std::ptrdiff_t>(k));
    }
  }

  // Whether an operand of instruction k has another value at the end of the block.
  bool changesLater(Block& b, size_t k) {
    bool changes = false;
    forEachUse(f_, b.instrs[k], [&](Use& u) {
      for (size_t j = k + 1; j < b.instrs.size(); j++) forEachDef(f_, b.instrs[j], [&](RegId r) { changes |= r == u.reg; });
    });
    return changes;
  }

  Func& f_;
  Defs defs_;
  std::vector<uint32_t> uses_;
  std::vector<Block*> usedIn_;  // the block with the uses, if it is only one
  std::vector<bool> spread_;    // it is not
};

}  // namespace

void sinkAllocations(Func& f, PassContext&) { Sinker(f).run(); }

}  // namespace hood::ir
