// Copy propagation. `t = Copy s` (and, in subRegisters, `t = Extract s, off` of whole slots) lets uses of t read s instead;
// the copy itself is left to the dead-code pass.
//   Everywhere: t and s are assigned once each. s's definition dominates t's, t's dominates its uses, so s is unchanged.
//   Within an extended block (a block continues its only predecessor): s may be a variable, up to its next assignment.
#include <unordered_map>

#include "compiler/ir/passes.h"
#include "compiler/ir/visit.h"

namespace hood::ir {

namespace {

// Operations that read all operands before they write, in codegen too, or copy operands to a window first: only these may
// get their own destination as an operand.
bool mayReadOwnDst(const Instr& i) {
  switch (i.op) {
    case Op::Add:
    case Op::Sub:
    case Op::Mul:
    case Op::Quo:
    case Op::Rem:
    case Op::And:
    case Op::Or:
    case Op::Xor:
    case Op::AndNot:
    case Op::Shl:
    case Op::Shr:
    case Op::Neg:
    case Op::Not: return i.type && types::sizeOf(i.type) <= 8 && !types::isComplex(i.type);
    case Op::Call:
    case Op::CallClosure:
    case Op::CallIface:
    case Op::StrConcat: return true;
    default: return false;
  }
}

bool isConstDef(Op op) {
  return op == Op::ConstInt || op == Op::ConstFloat || op == Op::ConstString || op == Op::Zero || op == Op::FuncAddr ||
         op == Op::TypeAddr || op == Op::GlobalAddr;
}

class Propagator {
 public:
  Propagator(Func& f, bool parts) : f_(f), parts_(parts), defs_(computeDefs(f)) {}

  void run() {
    global_.resize(f_.regs.size());
    local_.resize(f_.regs.size());
    for (auto& b : f_.blocks)
      for (Instr& i : b->instrs) {
        Use src;
        if (source(i, &src) && defs_.single(i.dst) && defs_.single(src.reg)) global_[i.dst] = src;
      }
    for (auto& b : f_.blocks) {
      if (b->pred.size() == 1 && b.get() != f_.recoverBlock)
        if (auto it = atEnd_.find(b->pred[0]); it != atEnd_.end())
          for (auto& [t, src] : it->second) {
            local_[t] = src;
            active_.push_back(t);
          }
      block(*b);
    }
  }

 private:
  // Whether i makes dst an alias of (a part of) another register.
  bool source(const Instr& i, Use* src) {
    if (i.dst == kNoReg || !i.a.valid() || i.a.reg == i.dst) return false;
    Type* to = f_.regs[i.dst].type;
    Type* from = f_.regs[i.a.reg].type;
    if (i.op == Op::Copy) {
      bool part = i.a.slot != 0 || types::sizeOf(to) != types::sizeOf(from);
      if (part && !parts_) return false;
      *src = i.a;
      return true;
    }
    if (i.op != Op::Extract || !parts_ || i.off % 8 != 0 || types::sizeOf(to) % 8 != 0 || types::sizeOf(to) == 0)
      return false;
    if (defs_.count[i.a.reg] == 1 && defs_.def[i.a.reg] && isConstDef(defs_.def[i.a.reg]->op)) return false;
    *src = i.a;
    src->slot = static_cast<uint16_t>(src->slot + i.off / 8);
    return true;
  }

  // Follows aliases from u; part: u may become a part of a larger register.
  Use resolve(Use u, bool part, const Instr& user) {
    bool byRegister = user.op == Op::Print;  // looks at the register's own type
    for (int hops = 0; hops < 32; hops++) {
      Use next = local_[u.reg].valid() ? local_[u.reg] : global_[u.reg];
      if (!next.valid()) break;
      bool whole = next.slot == 0 && types::sizeOf(f_.regs[next.reg].type) == types::sizeOf(f_.regs[u.reg].type);
      if (!whole && !part) break;
      if (byRegister && !types::identical(f_.regs[next.reg].type, f_.regs[u.reg].type)) break;
      if (writes(user, next.reg) && !mayReadOwnDst(user)) break;
      next.slot = static_cast<uint16_t>(next.slot + u.slot);
      u = next;
    }
    return u;
  }

  static bool writes(const Instr& i, RegId r) {
    if (i.dst == r) return true;
    for (RegId d : i.results)
      if (d == r) return true;
    return false;
  }

  void block(Block& b) {
    for (Instr& i : b.instrs) {
      // print finds the type of what it prints by register.
      bool part = i.op != Op::Print && i.op != Op::KeepAlive;

      forEachUse(f_, i, [&](Use& u) { u = resolve(u, part && i.op != Op::Select, i); });
      forEachDef(f_, i, [&](RegId& r) { kill(r); });
      Use src;
      if (source(i, &src) && defs_.single(i.dst) && !global_[i.dst].valid()) {
        local_[i.dst] = src;
        active_.push_back(i.dst);
      }
    }
    bool extends = false;
    for (Block* s : b.succ) extends |= s->pred.size() == 1;
    for (RegId r : active_) {
      if (extends) atEnd_[&b].push_back({r, local_[r]});
      local_[r] = Use{};
    }
    active_.clear();
  }

  void kill(RegId r) {
    for (size_t k = active_.size(); k-- > 0;) {
      RegId t = active_[k];
      if (t != r && local_[t].reg != r) continue;
      local_[t] = Use{};
      active_[k] = active_.back();
      active_.pop_back();
    }
  }

  Func& f_;
  bool parts_;
  Defs defs_;
  std::vector<Use> global_;
  std::vector<Use> local_;
  std::vector<RegId> active_;
  std::unordered_map<const Block*, std::vector<std::pair<RegId, Use>>> atEnd_;
};

}  // namespace

void copyProp(Func& f, PassContext&) { Propagator(f, false).run(); }
void subRegisters(Func& f, PassContext&) { Propagator(f, true).run(); }

}  // namespace hood::ir
