// Deferred calls that nothing can come before: from the defer statement to the return no instruction panics or calls.
//
//   c.mu.Lock();  defer c.mu.Unlock();  c.n++
//
// No panic ever finds such a call due. So the function needs no flag that says so, nor a recover block that would look at it:
// what is left are the calls where it returns, as if the program had them there, and a function that can be inlined.
#include <algorithm>

#include "compiler/ir/passes.h"
#include "compiler/ir/visit.h"

namespace hood::ir {

namespace {

using Flags = uint64_t;  // bit k: the k-th open-coded call may be due

class PlainDefers {
 public:
  explicit PlainDefers(Func& f) : f_(f) {}

  void run() {
    if (!f_.recoverBlock || f_.hasRecover || f_.recoverBlock->instrs.front().op != Op::OpenDefers) return;
    if (!findFlags()) return;
    flow();
    for (auto& b : f_.blocks)
      if (reached_[b->id] && !nothingFails(*b)) return;
    for (auto& b : f_.blocks)
      for (Instr& i : b->instrs)
        if (i.op == Op::OpenDefer) {
          i.op = Op::ConstInt;
          i.imm = 1;
        }
    f_.recoverBlock = nullptr;
    f_.hasDefer = false;
    cleanBlocks(f_);
    dropZeros();
  }

 private:
  bool findFlags() {
    index_.assign(f_.regs.size(), -1);
    int n = 0;
    for (auto& b : f_.blocks)
      for (Instr& i : b->instrs)
        if (i.op == Op::OpenDefer && index_[i.dst] < 0) index_[i.dst] = n++;
    return n > 0 && n <= 64;
  }

  void step(const Instr& i, Flags* due) const {
    if (i.dst == kNoReg || index_[i.dst] < 0) return;
    Flags bit = Flags{1} << index_[i.dst];
    if (i.op == Op::Zero) {
      *due &= ~bit;
    } else {
      *due |= bit;
    }
  }

  // What may be due at the beginning of each block that can be reached without a panic.
  void flow() {
    in_.assign(f_.blocks.size(), 0);
    reached_.assign(f_.blocks.size(), false);
    reached_[f_.blocks[0]->id] = true;
    std::vector<Block*> work{f_.blocks[0].get()};
    while (!work.empty()) {
      Block* b = work.back();
      work.pop_back();
      Flags due = in_[b->id];
      for (const Instr& i : b->instrs) step(i, &due);
      for (Block* s : b->succ) {
        if (reached_[s->id] && (in_[s->id] | due) == in_[s->id]) continue;
        reached_[s->id] = true;
        in_[s->id] |= due;
        work.push_back(s);
      }
    }
  }

  // While calls are due, that is. A pointer that was followed once in the block is not nil.
  bool nothingFails(Block& b) {
    Flags due = in_[b.id];
    std::vector<RegId> followed;
    for (Instr& i : b.instrs) {
      bool known = i.nonNil ||
                   (i.a.valid() && i.a.slot == 0 && std::find(followed.begin(), followed.end(), i.a.reg) != followed.end());
      if (due != 0 && i.op != Op::OpenDefer && !safe(i, known)) return false;
      step(i, &due);
      bool follows = (isAccess(i.op) || isIndexing(i.op)) && i.a.valid() && i.a.slot == 0;
      forEachDef(f_, i, [&](RegId& r) { followed.erase(std::remove(followed.begin(), followed.end(), r), followed.end()); });
      if (follows && i.a.reg != i.dst) followed.push_back(i.a.reg);
      if (i.op == Op::FieldAddr || i.op == Op::IndexAddr) followed.push_back(i.dst);
    }
    return true;
  }

  // Panics only if a is nil.
  static bool isAccess(Op op) {
    return op == Op::Load || op == Op::Store || op == Op::FieldAddr || op == Op::NilCheck || isAtomic(op);
  }

  static bool isIndexing(Op op) { return op == Op::IndexAddr || op == Op::IndexLoad || op == Op::IndexStore; }

  static bool safe(const Instr& i, bool known) {
    if (cannotPanic(i)) return true;
    if (isIndexing(i.op)) return i.noBounds && (known || !types::asPointer(i.type2));
    return known && isAccess(i.op);
  }

  // The builder zeroed in front what the recover block would have read.
  void dropZeros() {
    std::vector<Instr>& entry = f_.blocks[0]->instrs;
    size_t n = 0;
    while (entry[n].op == Op::Zero) n++;
    for (size_t k = n; k-- > 0;)
      if (!isRead(entry[k].dst, n)) entry.erase(entry.begin() + static_cast<std::ptrdiff_t>(k)), n--;
  }

  // Whether some way from instruction `from` of the entry block reads r before it is assigned.
  bool isRead(RegId r, size_t from) {
    std::vector<bool> seen(f_.blocks.size());
    std::vector<Block*> work{f_.blocks[0].get()};
    for (size_t k = from; !work.empty(); k = 0) {
      Block* b = work.back();
      work.pop_back();
      bool assigned = false;
      for (; k < b->instrs.size() && !assigned; k++) {
        Instr& i = b->instrs[k];
        bool reads = false;
        forEachRead(f_, i, [&](const Use& u) { reads |= u.reg == r; });
        if (reads) return true;
        forEachDef(f_, i, [&](RegId& d) { assigned |= d == r; });
      }
      if (assigned) continue;
      for (Block* s : b->succ)
        if (!seen[s->id]) seen[s->id] = true, work.push_back(s);
    }
    return false;
  }

  Func& f_;
  std::vector<int> index_;  // by register: which flag
  std::vector<Flags> in_;   // by block
  std::vector<bool> reached_;
};

}  // namespace

void plainDefers(Func& f, PassContext&) { PlainDefers(f).run(); }

}  // namespace hood::ir
