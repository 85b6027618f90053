// Invariants: the passes here keep blocks in layout order and never move an instruction that can panic.
#include "compiler/codegen/prepare.h"

#include <map>
#include <tuple>

#include "base/check.h"
#include "compiler/codegen/effects.h"
#include "compiler/codegen/window.h"

namespace hood::codegen {

using ir::Op;

namespace {

constexpr size_t kLargestRotated = 7;  // instructions

void renameUse(ir::Use& u, const std::map<ir::RegId, ir::RegId>& names) {
  auto it = u.valid() ? names.find(u.reg) : names.end();
  if (it != names.end()) u.reg = it->second;
}

void renameInstr(ir::Instr& i, const std::map<ir::RegId, ir::RegId>& names) {
  renameUse(i.a, names);
  renameUse(i.b, names);
  renameUse(i.c, names);
  for (ir::Use& u : i.args) renameUse(u, names);
  auto rename = [&](ir::RegId& r) {
    auto it = names.find(r);
    if (it != names.end()) r = it->second;
  };
  rename(i.dst);
  for (ir::RegId& r : i.results) rename(r);
}

// `P: …; jump H` becomes `P: …; H's code`. Temporaries of H get new names in the copy. Not if H waits.
void takeIn(ir::Func& f, const Liveness& live, ir::Block& p, const ir::Block& h) {
  std::map<ir::RegId, ir::RegId> names;
  for (const ir::Instr& i : h.instrs) {
    if (i.op == Op::Select) return;
    if (!readsDst(i.op))
      forEachDef(f, i, [&](ir::RegId r) {
        if (!live.isLiveOut(h, r) && !live.isLiveIn(h, r) && !names.count(r))
          names[r] = f.newReg(f.regs[r].type, f.regs[r].name, f.regs[r].isVar);
      });
  }
  std::vector<ir::Instr> copy = h.instrs;
  p.instrs.pop_back();
  for (ir::Instr& i : copy) {
    renameInstr(i, names);
    p.instrs.push_back(std::move(i));
  }
  p.succ = h.succ;
}

// All blocks that end in a jump to a small one that ends in a condition, where `wanted` says so, take it in.
template <class F>
void takeInConditions(ir::Func& f, F&& wanted) {
  Liveness live(f);
  std::vector<std::pair<ir::Block*, const ir::Block*>> pairs;  // the second ones stay as they are
  for (auto& p : f.blocks) {
    if (p->instrs.empty() || p->instrs.back().op != Op::Jump) continue;
    const ir::Block* h = p->succ[0];
    if (h->instrs.back().op == Op::If && h->instrs.size() <= kLargestRotated && wanted(*p, *h))
      pairs.emplace_back(p.get(), h);
  }
  for (auto [p, h] : pairs) takeIn(f, live, *p, *h);
  f.computePreds();
}

// A jump back to a condition becomes the condition itself: one branch a round instead of two.
void rotateLoops(ir::Func& f) {
  takeInConditions(f, [](const ir::Block& p, const ir::Block& head) { return head.id < p.id; });
}

// `if … { A; jump L } else { B }; L: i++; if i < n, back`: A goes back itself, without the jump to L.
void closeLoopsEarly(ir::Func& f) {
  takeInConditions(f, [](const ir::Block& p, const ir::Block& latch) {
    return latch.id > p.id + 1 && std::min(latch.succ[0]->id, latch.succ[1]->id) <= p.id;
  });
}

struct RegUse {
  uint32_t defs = 0, uses = 0;
};

std::vector<RegUse> countUses(const ir::Func& f) {
  std::vector<RegUse> n(f.regs.size());
  for (ir::RegId r : f.params)
    if (r != ir::kNoReg) n[r].defs++;
  if (f.closureReg != ir::kNoReg) n[f.closureReg].defs++;
  for (auto& b : f.blocks)
    for (const ir::Instr& i : b->instrs) {
      forEachRead(f, i, [&](ir::Use u) { n[u.reg].uses++; });
      forEachDef(f, i, [&](ir::RegId r) { n[r].defs++; });
    }
  return n;
}

bool mentions(const ir::Func& f, const ir::Instr& i, ir::RegId r) {
  bool found = false;
  forEachRead(f, i, [&](ir::Use u) { found |= u.reg == r; });
  forEachDef(f, i, [&](ir::RegId d) { found |= d == r; });
  return found;
}

bool usesReg(const ir::Func& f, const ir::Instr& i, ir::RegId r) {
  bool found = false;
  forEachRead(f, i, [&](ir::Use u) { found |= u.reg == r; });
  return found;
}

// `t = op …; x = t` becomes `x = op …` when t has no other use and x is not touched in between.
void coalesceCopies(ir::Func& f, Layouts& layouts) {
  std::vector<RegUse> n = countUses(f);
  for (auto& b : f.blocks) {
    for (size_t k = 0; k < b->instrs.size(); k++) {
      ir::Instr& copy = b->instrs[k];
      if (copy.op != Op::Copy || copy.a.slot != 0 || copy.dst == copy.a.reg) continue;
      ir::RegId t = copy.a.reg, x = copy.dst;
      if (n[t].defs != 1 || n[t].uses != 1) continue;
      const Layout& lt = layouts.of(f.regs[t].type);
      const Layout& lx = layouts.of(f.regs[x].type);
      if (lt.rep != lx.rep || lt.slots != lx.slots) continue;
      size_t j = k;
      bool ok = false;
      while (j-- > 0) {
        ir::Instr& i = b->instrs[j];
        bool definesT = i.dst == t;
        for (ir::RegId r : i.results) definesT |= r == t;
        if (definesT) {
          ok = !readsDst(i.op) && (!usesReg(f, i, x) || isSameRegSafe(i, layouts));
          for (ir::RegId r : i.results) ok &= r != x;
          ok &= i.dst != x;
          break;
        }
        // A panic in between would find x changed too early if a recover block reads it.
        if (mentions(f, i, x) || !(isPure(i.op) || f.recoverBlock == nullptr)) break;
        if (k - j > 12) break;
      }
      if (!ok) continue;
      ir::Instr& def = b->instrs[j];
      if (f.recoverBlock != nullptr && !isPure(def.op) && j + 1 != k) continue;
      if (def.dst == t) def.dst = x;
      for (ir::RegId& r : def.results)
        if (r == t) r = x;
      n[t] = {};
      b->instrs.erase(b->instrs.begin() + static_cast<std::ptrdiff_t>(k));
      k--;
    }
  }
}

uint32_t usesIn(const ir::Func& f, const ir::Block& b, ir::RegId r) {
  uint32_t n = 0;
  for (const ir::Instr& i : b.instrs) forEachUse(f, i, [&](ir::Use u) { n += u.reg == r; });
  return n;
}

// The successor of b, entered from there only, that has `uses` uses of r; nullptr if there is none.
ir::Block* onlySuccessorUsing(const ir::Func& f, const ir::Block& b, ir::RegId r, uint32_t uses) {
  for (ir::Block* s : b.succ)
    if (s != &b && s->pred.size() == 1 && usesIn(f, *s, r) == uses) return s;
  return nullptr;
}

// `p = &x.field; atomic on *p`: the atomic operation has the offset itself (and checks x for nil). If p is used otherwise
// only on one way out of the block, as in `if !lockFast(&x.mu) { x.mu.lockSlow() }`, it is computed there.
void foldAtomicAddresses(ir::Func& f) {
  constexpr int64_t kOffsets = 1024 * 4;  // what fits the instruction
  std::vector<RegUse> n = countUses(f);
  f.computePreds();
  for (auto& b : f.blocks) {
    for (size_t k = 0; k < b->instrs.size(); k++) {
      ir::Instr& atomic = b->instrs[k];
      if (!ir::isAtomic(atomic.op) || atomic.a.slot != 0) continue;
      ir::RegId p = atomic.a.reg;
      if (n[p].defs != 1) continue;
      ir::Block* other = nullptr;
      if (n[p].uses != 1 && (other = onlySuccessorUsing(f, *b, p, n[p].uses - 1)) == nullptr) continue;
      for (size_t j = k; j-- > 0;) {
        const ir::Instr& i = b->instrs[j];
        if (i.dst == p) {
          int64_t off = atomic.off + i.off;
          if (i.op != Op::FieldAddr || off >= kOffsets || off % 4 != 0) break;
          bool changes = false;
          for (size_t l = j + 1; l < (other != nullptr ? b->instrs.size() : k); l++) {
            forEachDef(f, b->instrs[l], [&](ir::RegId r) { changes |= r == i.a.reg; });
          }
          if (changes) break;
          atomic.a = i.a;
          atomic.off = off;
          if (other != nullptr) {
            other->instrs.insert(other->instrs.begin(), i);
            other->instrs.front().nonNil = true;
            n[i.a.reg].uses++;
          }
          b->instrs.erase(b->instrs.begin() + static_cast<std::ptrdiff_t>(j));
          k -= 2;  // once more: fields of fields
          break;
        }
        if (!isPure(i.op)) break;
      }
    }
  }
}

void computeLoopDepth(ir::Func& f) {
  for (auto& b : f.blocks) b->loopDepth = 0;
  for (auto& p : f.blocks)
    for (ir::Block* h : p->succ)
      if (h->id <= p->id)
        for (uint32_t k = h->id; k <= p->id; k++) f.blocks[k]->loopDepth++;
}

bool commutative(Op op) {
  return op == Op::Add || op == Op::Mul || op == Op::And || op == Op::Or || op == Op::Xor || op == Op::Eq || op == Op::Ne;
}
Op mirrored(Op op) {
  switch (op) {
    case Op::Lt: return Op::Gt;
    case Op::Le: return Op::Ge;
    case Op::Gt: return Op::Lt;
    case Op::Ge: return Op::Le;
    default: return op;
  }
}

std::vector<ConstVal> findConsts(const ir::Func& f) {
  std::vector<RegUse> n = countUses(f);
  std::vector<ConstVal> consts(f.regs.size());
  for (auto& b : f.blocks)
    for (const ir::Instr& i : b->instrs)
      if (isConstOp(i.op) && n[i.dst].defs == 1) consts[i.dst] = {i.op, i.imm, i.off, i.str, i.type, i.func, i.global};
  return consts;
}

// Constants go to the right of commutative operations and comparisons, where the immediate forms want them.
void constantsToTheRight(ir::Func& f, const std::vector<ConstVal>& consts, Layouts& layouts) {
  for (auto& b : f.blocks)
    for (ir::Instr& i : b->instrs) {
      bool compare = i.op >= Op::Eq && i.op <= Op::Ge;
      if (!commutative(i.op) && !compare) continue;
      if (!i.a.valid() || !i.b.valid() || !consts[i.a.reg].known() || consts[i.b.reg].known()) continue;
      if (commutative(i.op) && layouts.of(i.type).rep == Rep::Str && !compare) continue;
      std::swap(i.a, i.b);
      i.op = mirrored(i.op);
    }
}

// Constants that need a slot and are used inside loops are loaded once, at the function's entry, equal ones together.
void hoistConstants(ir::Func& f, std::vector<ConstVal>& consts, const std::vector<bool>& needed) {
  std::map<std::tuple<int, int64_t, int64_t, const void*, const void*, std::string_view>, ir::RegId> seen;
  std::map<ir::RegId, ir::RegId> names;
  std::vector<ir::Instr> hoisted;
  for (auto& b : f.blocks) {
    if (b->loopDepth == 0) continue;
    for (size_t k = 0; k < b->instrs.size(); k++) {
      ir::Instr& i = b->instrs[k];
      if (!isConstOp(i.op) || !consts[i.dst].known() || !needed[i.dst]) continue;
      auto key =
          std::make_tuple(static_cast<int>(i.op), i.imm, i.off, static_cast<const void*>(f.regs[i.dst].type),
                          i.func != nullptr ? static_cast<const void*>(i.func) : static_cast<const void*>(i.global), i.str);
      if (i.op == Op::TypeAddr) std::get<4>(key) = i.type;
      auto [it, fresh] = seen.emplace(key, i.dst);
      if (fresh) {
        hoisted.push_back(i);
      } else {
        names[i.dst] = it->second;
      }
      b->instrs.erase(b->instrs.begin() + static_cast<std::ptrdiff_t>(k));
      k--;
    }
  }
  if (hoisted.empty()) return;
  if (!names.empty())
    for (auto& b : f.blocks)
      for (ir::Instr& i : b->instrs) renameInstr(i, names);
  for (ir::SelectInfo& s : f.selects)
    for (ir::SelectCase& c : s.cases) {
      renameUse(c.chan, names);
      renameUse(c.value, names);
    }
  auto& entry = f.blocks[0]->instrs;
  entry.insert(entry.begin(), hoisted.begin(), hoisted.end());
}

template <class F>
void forEachOperand(const ir::Instr& i, F&& fn) {
  if (i.a.valid()) fn(i.a, Opnd::A, size_t{0});
  if (i.b.valid()) fn(i.b, Opnd::B, size_t{0});
  if (i.c.valid()) fn(i.c, Opnd::C, size_t{0});
  for (size_t k = 0; k < i.args.size(); k++)
    if (i.args[k].valid()) fn(i.args[k], Opnd::Arg, k);
}

std::vector<bool> findNeeded(const ir::Func& f, const std::vector<ConstVal>& consts, Layouts& layouts) {
  std::vector<bool> needed(f.regs.size());
  for (auto& b : f.blocks)
    for (const ir::Instr& i : b->instrs) {
      forEachOperand(i, [&](ir::Use u, Opnd which, size_t k) {
        if (consts[u.reg].known() && !canFold(i, which, k, consts[u.reg], consts, layouts)) needed[u.reg] = true;
      });
    }
  for (const ir::SelectInfo& s : f.selects)
    for (const ir::SelectCase& c : s.cases) {
      needed[c.chan.reg] = true;
      if (c.send && c.value.valid()) needed[c.value.reg] = true;
    }
  return needed;
}

// Pure instructions whose result nobody reads.
void removeDead(ir::Func& f) {
  for (bool again = true; again;) {
    again = false;
    std::vector<RegUse> n = countUses(f);
    for (auto& b : f.blocks)
      for (size_t k = 0; k < b->instrs.size(); k++) {
        const ir::Instr& i = b->instrs[k];
        if (!isPure(i.op) || i.dst == ir::kNoReg || n[i.dst].uses != 0) continue;
        b->instrs.erase(b->instrs.begin() + static_cast<std::ptrdiff_t>(k));
        k--;
        again = true;
      }
  }
}

// Drops blocks that control cannot reach (after rotation a loop header may be one) and numbers the rest again.
void removeUnreachable(ir::Func& f) {
  std::vector<bool> seen(f.blocks.size());
  std::vector<ir::Block*> work = {f.blocks[0].get()};
  if (f.recoverBlock != nullptr) work.push_back(f.recoverBlock);
  while (!work.empty()) {
    ir::Block* b = work.back();
    work.pop_back();
    if (seen[b->id]) continue;
    seen[b->id] = true;
    for (ir::Block* s : b->succ) work.push_back(s);
  }
  std::vector<std::unique_ptr<ir::Block>> kept;
  for (auto& b : f.blocks)
    if (seen[b->id]) kept.push_back(std::move(b));
  f.blocks = std::move(kept);
  for (size_t k = 0; k < f.blocks.size(); k++) f.blocks[k]->id = static_cast<uint32_t>(k);
  f.computePreds();
}

bool fits16(int64_t v) { return v >= -32768 && v <= 32767; }
bool fits32(int64_t v) { return v >= INT32_MIN && v <= INT32_MAX; }

}  // namespace

bool isEarlySafe(const ir::Instr& i, Layouts& layouts) {
  switch (i.op) {
    case Op::Add:
    case Op::Sub:
    case Op::Mul:
    case Op::And:
    case Op::Or:
    case Op::Xor:
    case Op::AndNot:
    case Op::Neg:
    case Op::Not:
    case Op::Sqrt:
    case Op::Floor:
    case Op::Ceil:
    case Op::Trunc:
    case Op::Abs:
    case Op::Quo:
    case Op::Rem: return layouts.of(i.type).slots == 1 && layouts.of(i.type).rep != Rep::C64;
    case Op::Shl:
    case Op::Shr: return true;
    case Op::Eq:
    case Op::Ne:
    case Op::Lt:
    case Op::Le:
    case Op::Gt:
    case Op::Ge: {
      Rep r = layouts.of(i.type).rep;
      return isWord(r) || r == Rep::F64 || r == Rep::F32 || r == Rep::Str;
    }
    case Op::Load: return layouts.of(i.type).slots == 1;
    case Op::FieldAddr:
    case Op::Len:
    case Op::Cap: return true;
    case Op::Extract: return layouts.of(i.type).slots <= 1;
    case Op::IndexLoad: {
      types::Type* u = types::under(i.type2);
      return u->kind != types::TypeKind::Pointer && layouts.of(i.type).slots == 1 && layouts.of(i.type).rep != Rep::Agg;
    }
    default: return isWindowInstr(i, layouts);  // arguments are copied to the window first
  }
}

bool isSameRegSafe(const ir::Instr& i, Layouts& layouts) {
  return isEarlySafe(i, layouts) || i.op == Op::AppendElems || (i.op == Op::SliceOp && layouts.of(i.type).rep != Rep::Ptr);
}

bool canFold(const ir::Instr& i, Opnd which, size_t k, const ConstVal& c, const std::vector<ConstVal>& consts,
             Layouts& layouts) {
  auto rep = [&] { return layouts.of(i.type).rep; };
  auto bConst = [&] { return which == Opnd::B; };
  switch (i.op) {
    case Op::Copy:
    case Op::Return: return true;
    case Op::Add:
    case Op::And:
    case Op::Or:
    case Op::Xor:
    case Op::Mul: return bConst() && isWord(rep()) && c.isWord() && fits16(c.word());
    case Op::Sub:
      if (!isWord(rep()) || !c.isWord()) return false;
      if (which == Opnd::B) return fits16(-c.word());
      return which == Opnd::A && fits16(c.word()) && !consts[i.b.reg].known();
    case Op::Shl:
    case Op::Shr: return bConst() && c.isWord() && c.word() >= 0;
    case Op::Quo:
    case Op::Rem: {
      if (!bConst() || !isInt(rep()) || !c.isWord()) return false;
      int64_t v = c.word();
      return isSigned(rep()) ? (fits16(v) && v != 0 && v != -1) : (v > 0 && v <= 65535);
    }
    case Op::Eq:
    case Op::Ne:
    case Op::Lt:
    case Op::Le:
    case Op::Gt:
    case Op::Ge: {
      if (!bConst()) return false;
      Rep r = rep();
      bool eq = i.op == Op::Eq || i.op == Op::Ne;
      if (c.op == Op::Zero && eq && (r == Rep::Slice || r == Rep::Eface || r == Rep::Iface)) return true;
      if (!isWord(r) || !c.isWord() || !fits16(c.word())) return false;
      return eq || (r != Rep::U64 && r != Rep::Ptr);
    }
    case Op::Load:
    case Op::Store: {
      if (which == Opnd::A && c.op == Op::GlobalAddr) {
        Rep r = rep();
        if (i.op == Op::Load)
          return layouts.of(i.type).slots == 1 ? layouts.of(i.type).size == 8 && r != Rep::Agg && r != Rep::C64
                                               : r == Rep::Str || r == Rep::Slice || r == Rep::Eface || r == Rep::Iface;
        bool valueFolds = consts[i.b.reg].known() && canFold(i, Opnd::B, 0, consts[i.b.reg], consts, layouts);
        return layouts.of(i.type).size == 8 && (isWord(r) || r == Rep::F64) && !valueFolds;
      }
      if (i.op == Op::Store && which == Opnd::B) {
        Rep r = rep();
        if (r == Rep::I16 || r == Rep::U16 || !(isWord(r) || r == Rep::F64 || r == Rep::F32)) return false;
        if (consts[i.a.reg].op == Op::GlobalAddr && layouts.of(i.type).size == 8) return false;
        if (c.op == Op::ConstFloat) return c.imm == 0;
        return c.isWord() && fits16(c.word());
      }
      return false;
    }
    case Op::Insert: {
      const Layout& l = layouts.of(i.type);
      return which == Opnd::A && i.off % 8 == 0 && l.size % 8 == 0 && l.rep != Rep::Agg && l.rep != Rep::C64;
    }
    case Op::IndexLoad: {
      if (!bConst() || !c.isWord() || c.word() < 0) return false;
      types::Type* u = types::under(i.type2);
      if (u->kind == types::TypeKind::Pointer) return foldableArrayIndex(i, c.word(), layouts);
      Rep r = rep();
      bool wide = isWord(r) && layouts.of(i.type).size == 8;
      return c.word() <= 65535 && (r == Rep::U8 || wide || r == Rep::F64);
    }
    case Op::IndexStore:
    case Op::IndexAddr: {
      if (!bConst() || !c.isWord() || c.word() < 0) return false;
      types::Type* u = types::under(i.type2);
      return u->kind == types::TypeKind::Pointer && foldableArrayIndex(i, c.word(), layouts);
    }
    case Op::ArrayLoad: return bConst() && c.isWord() && foldableFrameIndex(i, c.word(), layouts);
    case Op::ArrayStore: return bConst() && c.isWord() && foldableFrameIndex(i, c.word(), layouts);
    case Op::SliceOp: return which == Opnd::Arg && k == 0 && c.isWord() && c.word() == 0;
    case Op::ToIface: return true;
    case Op::CallClosure: return which == Opnd::Arg || (which == Opnd::A && c.op == Op::FuncAddr);
    case Op::CallIface: return which == Opnd::Arg;
    case Op::AtomicAdd: return bConst() && isInt(rep()) && c.isWord();
    case Op::AtomicCas: {
      if (which == Opnd::A || !isInt(rep())) return false;
      const ConstVal& b = consts[i.b.reg];
      const ConstVal& v = consts[i.c.reg];
      return b.isWord() && v.isWord() && fits32(b.word()) && fits32(v.word());  // both or none
    }
    case Op::AtomicLoad:
    case Op::AtomicStore:
    case Op::AtomicSwap:
    case Op::MutexLock:
    case Op::MutexUnlock: return false;
    case Op::AppendElems: return false;
    case Op::KeepAlive: return true;
    case Op::IfaceToIface: return false;
    default: return isWindowInstr(i, layouts);  // placed straight into the window
  }
}

Prepared prepare(ir::Func& f, Layouts& layouts) {
  f.computePreds();
  removeUnreachable(f);
  rotateLoops(f);
  closeLoopsEarly(f);
  removeUnreachable(f);
  foldAtomicAddresses(f);
  coalesceCopies(f, layouts);
  computeLoopDepth(f);
  Prepared p;
  p.consts = findConsts(f);
  constantsToTheRight(f, p.consts, layouts);
  p.needed = findNeeded(f, p.consts, layouts);
  hoistConstants(f, p.consts, p.needed);
  removeDead(f);
  p.consts = findConsts(f);
  p.needed = findNeeded(f, p.consts, layouts);
  p.live = Liveness(f);
  return p;
}

}  // namespace hood::codegen
