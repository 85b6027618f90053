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

  // Whether every register is assigned before it is read: from each block that reads one it does not assign first, backwards
  // to the assignments on every path. One register after another, since nearly all live in one block: sets of registers per
  // block would take the product of the two.
  std::string assigned() {
    for (size_t k = 0; k < f_.blocks.size(); k++)
      if (f_.blocks[k]->id != k) return "block numbers";
    std::vector<std::vector<uint32_t>> definedIn(f_.regs.size());
    std::vector<std::vector<Read>> readsOf(f_.regs.size());
    std::vector<uint32_t> seen(f_.regs.size(), ~0u);  // the last block that assigned or read it
    for (auto& b : f_.blocks)
      for (Instr& i : b->instrs) {
        auto read = [&](RegId r) {
          if (seen[r] != b->id) readsOf[r].push_back({b->id, i.op});
          seen[r] = b->id;
        };
        forEachUse(f_, i, [&](Use& u) { read(u.reg); });
        if (readsDst(i.op)) read(i.dst);
        forEachDef(f_, i, [&](RegId& r) {
          if (definedIn[r].empty() || definedIn[r].back() != b->id) definedIn[r].push_back(b->id);
          seen[r] = b->id;
        });
      }
    return pathsTo(definedIn, readsOf);
  }

  struct Read {
    uint32_t block;
    Op op;
  };

  std::string pathsTo(const std::vector<std::vector<uint32_t>>& definedIn, const std::vector<std::vector<Read>>& readsOf) {
    std::vector<std::vector<uint32_t>> pred(f_.blocks.size());
    for (auto& b : f_.blocks)
      for (Block* s : b->succ) pred[s->id].push_back(b->id);
    std::vector<bool> atEntry = entry(), atRecover = recoverEntry();
    std::vector<RegId> stop(f_.blocks.size(), kNoReg), visited(f_.blocks.size(), kNoReg);  // for which register
    std::vector<uint32_t> work;
    for (RegId r = 0; r < f_.regs.size(); r++) {
      if (readsOf[r].empty() || atEntry[r]) continue;
      for (uint32_t b : definedIn[r]) stop[b] = r;
      for (const Read& read : readsOf[r]) {
        for (work.push_back(read.block); !work.empty();) {
          uint32_t b = work.back();
          work.pop_back();
          if (visited[b] == r) continue;
          visited[b] = r;
          bool recover = f_.blocks[b].get() == f_.recoverBlock;
          if (b == 0 || (recover && !atRecover[r]))
            return at(*f_.blocks[read.block],
                      "r" + std::to_string(r) + " may be read before it is assigned in " + opName(read.op));
          if (recover) continue;
          for (uint32_t p : pred[b])
            if (stop[p] != r) work.push_back(p);
        }
      }
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
