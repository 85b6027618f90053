// Small states: of a variable that is only ever assigned constants, which of them it may hold where. Comparisons that the
// answer decides become constants; the variable goes when nobody asks any more. Before that, who assigns a constant and
// jumps to a block that only branches on it goes on to where that branch leads: `return true` of an inlined function does not
// meet `return false`. What for: range-over-func loops whose iterator and body were inlined, and flags.
#include <algorithm>

#include "compiler/ir/passes.h"
#include "compiler/ir/visit.h"

namespace hood::ir {

namespace {

constexpr size_t kMaxVars = 64;
constexpr size_t kMaxValues = 8;  // of one variable
using Set = uint8_t;              // of indices into the variable's values; 0: the place is not reached

class States {
 public:
  explicit States(Func& f) : f_(f), defs_(computeDefs(f)) {}

  void run() {
    threadJumps();
    findVars();
    if (vars_.empty()) return;
    flow();
    for (auto& b : f_.blocks) {
      std::vector<Set> now = in_[b->id];
      for (Instr& i : b->instrs) {
        decide(i, now);
        step(i, &now);
      }
    }
  }

 private:
  struct Var {
    RegId reg;
    std::vector<int64_t> values;
  };

  bool constant(const Use& u, int64_t* v) {
    if (!u.valid() || u.slot != 0) return false;
    Instr* d = defs_.only(u.reg);
    if (!d || d->op != Op::ConstInt) return false;
    *v = d->imm;
    return true;
  }

  void threadJumps() {
    bool any = false;
    for (auto& b : f_.blocks) {
      if (b->instrs.back().op != Op::Jump) continue;
      Block* to = b->succ[0];
      const Instr& test = to->instrs[0];
      if (to->instrs.size() != 1 || test.op != Op::If || test.a.slot != 0) continue;
      for (size_t k = b->instrs.size(); k-- > 0;) {
        bool defines = false;
        forEachDef(f_, b->instrs[k], [&](RegId& r) { defines |= r == test.a.reg; });
        if (!defines) continue;
        int64_t v = 0;
        if (b->instrs[k].dst == test.a.reg && assigned(b->instrs[k], &v)) {
          b->succ[0] = to->succ[v ? 0 : 1];
          any = true;
        }
        break;
      }
    }
    if (any) cleanBlocks(f_);
    if (any) defs_ = computeDefs(f_);
  }

  bool assigned(const Instr& i, int64_t* v) {
    *v = i.op == Op::ConstInt ? i.imm : 0;
    if (i.op == Op::Zero) return types::isInteger(i.type) || types::isBoolean(i.type);
    return i.op == Op::ConstInt || (i.op == Op::Copy && constant(i.a, v));
  }

  void findVars() {
    std::vector<bool> bad(f_.regs.size());
    std::vector<std::vector<int64_t>> values(f_.regs.size());
    for (RegId r : f_.params)
      if (r != kNoReg) bad[r] = true;
    if (f_.closureReg != kNoReg) bad[f_.closureReg] = true;
    for (auto& b : f_.blocks)
      for (Instr& i : b->instrs)
        forEachDef(f_, i, [&](RegId& r) {
          int64_t v = 0;
          if (r != i.dst || !assigned(i, &v)) {
            bad[r] = true;
          } else if (std::find(values[r].begin(), values[r].end(), v) == values[r].end()) {
            values[r].push_back(v);
          }
        });
    index_.assign(f_.regs.size(), -1);
    for (RegId r = 0; r < f_.regs.size(); r++) {
      if (bad[r] || defs_.count[r] < 2 || values[r].size() > kMaxValues || vars_.size() == kMaxVars) continue;
      index_[r] = static_cast<int>(vars_.size());
      vars_.push_back({r, values[r]});
    }
  }

  Set bit(const Var& v, int64_t value) {
    auto it = std::find(v.values.begin(), v.values.end(), value);
    return it == v.values.end() ? 0 : static_cast<Set>(1u << (it - v.values.begin()));
  }

  void step(const Instr& i, std::vector<Set>* now) {
    if (i.dst == kNoReg || index_[i.dst] < 0) return;
    auto k = static_cast<size_t>(index_[i.dst]);
    int64_t v = 0;
    assigned(i, &v);
    (*now)[k] = bit(vars_[k], v);
  }

  // Forward, from the entry; on the way out of a comparison's block what it says is known.
  void flow() {
    in_.assign(f_.blocks.size(), std::vector<Set>(vars_.size(), 0));
    std::vector<bool> reached(f_.blocks.size());
    std::vector<Block*> work;
    auto enter = [&](Block* b, const std::vector<Set>& now) {
      bool more = !reached[b->id];
      reached[b->id] = true;
      for (size_t k = 0; k < now.size(); k++) {
        Set joined = in_[b->id][k] | now[k];
        more |= joined != in_[b->id][k];
        in_[b->id][k] = joined;
      }
      if (more) work.push_back(b);
    };
    std::vector<Set> all;
    for (const Var& v : vars_) all.push_back(static_cast<Set>((1u << v.values.size()) - 1));
    enter(f_.blocks[0].get(), all);
    if (f_.recoverBlock) enter(f_.recoverBlock, all);
    while (!work.empty()) {
      Block* b = work.back();
      work.pop_back();
      std::vector<Set> now = in_[b->id];
      for (Instr& i : b->instrs) step(i, &now);
      const Instr& last = b->instrs.back();
      const Instr* test = last.op == Op::If && last.a.slot == 0 ? defs_.only(last.a.reg) : nullptr;
      for (size_t s = 0; s < b->succ.size(); s++) {
        std::vector<Set> out = now;
        bool possible = true;
        if (test && b->succ.size() == 2) possible = assume(*b, *test, s == 0, &out);
        if (possible) enter(b->succ[s], out);
      }
    }
  }

  // var == const, with var unchanged between the comparison and the end of its block.
  bool comparison(const Instr& i, size_t* k, int64_t* v) {
    if ((i.op != Op::Eq && i.op != Op::Ne) || !i.a.valid() || i.a.slot != 0 || index_[i.a.reg] < 0) return false;
    *k = static_cast<size_t>(index_[i.a.reg]);
    return constant(i.b, v);
  }

  bool assume(Block& b, const Instr& test, bool taken, std::vector<Set>* now) {
    size_t k = 0;
    int64_t v = 0;
    if (!comparison(test, &k, &v)) return true;
    bool here = false;
    for (Instr& i : b.instrs) {
      if (&i == &test) here = true;
      if (here && i.dst == vars_[k].reg) here = false;
    }
    if (!here) return true;
    bool equal = taken == (test.op == Op::Eq);
    Set set = (*now)[k] & (equal ? bit(vars_[k], v) : static_cast<Set>(~bit(vars_[k], v)));
    (*now)[k] = set;
    return set != 0;
  }

  void decide(Instr& i, const std::vector<Set>& now) {
    size_t k = 0;
    int64_t v = 0;
    if (!comparison(i, &k, &v) || now[k] == 0) return;
    Set is = bit(vars_[k], v);
    bool never = (now[k] & is) == 0, always = now[k] == is;
    if (!never && !always) return;
    i.imm = always == (i.op == Op::Eq);
    i.op = Op::ConstInt;
    i.type = f_.regs[i.dst].type;
    i.a = i.b = Use{};
  }

  Func& f_;
  Defs defs_;
  std::vector<Var> vars_;
  std::vector<int> index_;  // by register: into vars_, or -1
  std::vector<std::vector<Set>> in_;
};

}  // namespace

void trackStates(Func& f, PassContext&) { States(f).run(); }

}  // namespace hood::ir
