#include "compiler/ir/verify.h"

#include <algorithm>
#include <unordered_set>

#include "compiler/ir/visit.h"

namespace hood::ir {

namespace {

class Verifier {
 public:
  explicit Verifier(Func& f) : f_(f) {}

  std::string run() {
    if (f_.kind == FuncKind::Native) return {};
    if (f_.blocks.empty()) return "no blocks";
    if (f_.params.size() != f_.paramTypes.size()) return "a register (or none) for each parameter";
    std::unordered_set<const Block*> own;
    for (auto& b : f_.blocks) own.insert(b.get());
    for (auto& b : f_.blocks) {
      for (Block* s : b->succ)
        if (!own.count(s)) return at(*b, "successor outside of the function");
      if (std::string e = shape(*b); !e.empty()) return at(*b, e);
    }
    return assigned();
  }

 private:
  static std::string at(const Block& b, const std::string& what) { return "b" + std::to_string(b.id) + ": " + what; }

  std::string operands(Instr& i) {
    std::string bad;
    forEachUse(f_, i, [&](Use& u) {
      if (u.reg >= f_.regs.size())
        bad = "no such register";
      else if (u.slot != 0 && u.slot * 8 >= types::sizeOf(f_.regs[u.reg].type))
        bad = "slot outside of its register";
    });
    forEachDef(f_, i, [&](RegId& r) {
      if (r >= f_.regs.size()) bad = "no such result register";
    });
    if (!bad.empty()) return bad;
    if (i.op == Op::Extract && i.off + types::sizeOf(i.type) + i.a.slot * 8 > types::sizeOf(f_.regs[i.a.reg].type))
      return "extract outside of its register";
    if (i.op == Op::Insert && i.off + types::sizeOf(i.type) > types::sizeOf(f_.regs[i.dst].type))
      return "insert outside of its register";
    if (i.op == Op::Call && (!i.func || i.args.size() != i.func->paramTypes.size())) return "arguments of a call";
    if (i.op == Op::Return && i.args.size() != f_.resultTypes.size()) return "results of a return";
    if (i.inl != kNotInlined && i.inl >= f_.inlines.size()) return "unknown inlined call";
    return {};
  }

  std::string shape(Block& b) {
    if (b.instrs.empty()) return "empty block";
    for (size_t k = 0; k < b.instrs.size(); k++) {
      Instr& i = b.instrs[k];
      if (isTerminator(i.op) != (k + 1 == b.instrs.size()))
        return std::string("terminator in the wrong place: ") + opName(i.op);
      if (std::string bad = operands(i); !bad.empty()) return bad + " in " + opName(i.op);
    }
    size_t want = 0;
    switch (b.instrs.back().op) {
      case Op::Jump: want = 1; break;
      case Op::If: want = 2; break;
      case Op::Switch: return b.succ.size() < 2 ? "switch without cases" : "";
      default: break;
    }
    return b.succ.size() == want ? "" : "number of successors";
  }

  // Forward: which registers are surely assigned at the start of each block.
  std::string assigned() {
    size_t n = f_.regs.size();
    std::vector<std::vector<bool>> in(f_.blocks.size(), std::vector<bool>(n, true));
    in[0] = entry();
    for (size_t k = 0; k < f_.blocks.size(); k++)
      if (f_.blocks[k]->id != k) return "block numbers";
    bool changed = true;
    while (changed) {
      changed = false;
      for (auto& b : f_.blocks) {
        std::vector<bool> now = b.get() == f_.recoverBlock ? recoverEntry() : in[b->id];
        for (Instr& i : b->instrs) forEachDef(f_, i, [&](RegId& r) { now[r] = true; });
        for (Block* s : b->succ)
          for (size_t r = 0; r < n; r++)
            if (in[s->id][r] && !now[r]) {
              in[s->id][r] = false;
              changed = true;
            }
      }
    }
    for (auto& b : f_.blocks)
      if (std::string bad = uses(*b, b.get() == f_.recoverBlock ? recoverEntry() : in[b->id]); !bad.empty())
        return at(*b, bad);
    return {};
  }

  std::string uses(Block& b, std::vector<bool> now) {
    for (Instr& i : b.instrs) {
      std::string bad;
      auto check = [&](RegId r) {
        if (!now[r]) bad = "r" + std::to_string(r) + " may be read before it is assigned";
      };
      forEachUse(f_, i, [&](Use& u) { check(u.reg); });
      if (readsDst(i.op)) check(i.dst);
      if (!bad.empty()) return bad + " in " + opName(i.op);
      forEachDef(f_, i, [&](RegId& r) { now[r] = true; });
    }
    return {};
  }

  std::vector<bool> entry() {
    std::vector<bool> now(f_.regs.size());
    for (RegId r : f_.params)
      if (r != kNoReg) now[r] = true;
    if (f_.closureReg != kNoReg) now[f_.closureReg] = true;
    return now;
  }

  // The recover block is entered from anywhere: it may rely on what the entry block assigns before its first instruction
  // that can panic.
  std::vector<bool> recoverEntry() {
    std::vector<bool> now = entry();
    for (Instr& i : f_.blocks[0]->instrs) {
      if (!cannotPanic(i)) break;
      forEachDef(f_, i, [&](RegId& r) { now[r] = true; });
    }
    return now;
  }

  Func& f_;
};

}  // namespace

std::string verify(Func& f) { return Verifier(f).run(); }

}  // namespace hood::ir
