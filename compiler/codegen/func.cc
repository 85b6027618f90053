#include "compiler/codegen/func.h"

#include <algorithm>

#include "base/check.h"
#include "compiler/codegen/effects.h"

namespace hood::codegen {

using ir::Instr;
using ir::Op;

void FuncGen::run() {
  p_ = prepare(f_, m_.layouts);
  findFused();
  slots_ = assignSlots(f_, p_, m_.layouts, m_.ctx, fusedAway_);
  // Operands name slots in 16 bits: what does not fit cannot even be assembled.
  auto frameTooLarge = [this] { m_.diags.error(f_.pos, "stack frame too large (>512 KB) in " + f_.name); };
  if (slots_.frameSlots > 65000) return frameTooLarge();
  findLive();
  out_.resultSlots = slots_.resultSlots;
  out_.paramSlots = slots_.paramSlots;
  out_.closure = f_.isClosure;
  out_.hasDefer = f_.hasDefer;
  frameBase_ = slots_.frameSlots;
  bool longBranches = false;
  for (;;) {
    uint32_t before = slots_.frameSlots;
    bool fits = assemble(longBranches);
    // Parallel moves may need more of the frame than was known at its entry, where its size is checked.
    if (fits && slots_.frameSlots == before) break;
    HOOD_CHECK(fits || !longBranches);
    longBranches |= !fits;
    bytecode::Builder::reset(out_);
  }
  out_.frameSlots = slots_.frameSlots;
  if (tooLarge_ || slots_.frameSlots > 65000) frameTooLarge();
}

// ---- branches that include their comparison -------------------------------------------------------------------

bool FuncGen::fusesWithBranch(const Instr& cmp) const {
  if (cmp.op < Op::Eq || cmp.op > Op::Ge) return false;
  Rep r = const_cast<FuncGen*>(this)->layout(cmp.type).rep;
  bool eq = cmp.op == Op::Eq || cmp.op == Op::Ne;
  if (isWord(r) || r == Rep::F64) return true;
  if (r == Rep::Str) return eq;
  if (r == Rep::Slice || r == Rep::Eface || r == Rep::Iface)
    return eq && p_.consts[cmp.b.reg].op == Op::Zero && !p_.needed[cmp.b.reg];
  return false;
}

void FuncGen::findFused() {
  fusedAway_.assign(f_.regs.size(), false);
  std::vector<uint32_t> uses(f_.regs.size()), defs(f_.regs.size());
  for (auto& b : f_.blocks)
    for (const Instr& i : b->instrs) {
      forEachRead(f_, i, [&](ir::Use u) { uses[u.reg]++; });
      forEachDef(f_, i, [&](ir::RegId r) { defs[r]++; });
    }
  auto emitted = [&](const Instr& i) { return !(isConstOp(i.op) && p_.consts[i.dst].known() && !p_.needed[i.dst]); };
  for (auto& b : f_.blocks) {
    if (b->instrs.size() < 2 || b->instrs.back().op != Op::If) continue;
    size_t k = b->instrs.size() - 1;
    const Instr& branch = b->instrs[k];
    while (k > 0 && !emitted(b->instrs[k - 1])) k--;
    if (k == 0) continue;
    const Instr& cmp = b->instrs[k - 1];
    if (cmp.dst != branch.a.reg || cmp.dst == ir::kNoReg || uses[cmp.dst] != 1 || defs[cmp.dst] != 1 ||
        !fusesWithBranch(cmp))
      continue;
    fusedAway_[cmp.dst] = true;
    skip_.insert(&cmp);
    size_t addAt;
    if (fusesWithIncrement(*b, k - 1, cmp, &addAt)) skip_.insert(&b->instrs[addAt]);
  }
}

// `i = i + 1; if i < n` (n a register or a small constant), branching back when true.
bool FuncGen::fusesWithIncrement(const ir::Block& b, size_t cmpAt, const Instr& cmp, size_t* addAt) const {
  if (b.succ[0]->id > b.id) return false;
  if (const_cast<FuncGen*>(this)->layout(cmp.type).rep != Rep::I64 || cmp.a.slot != 0) return false;
  size_t k = cmpAt;
  while (k > 0 && isConstOp(b.instrs[k - 1].op) && p_.consts[b.instrs[k - 1].dst].known() && !p_.needed[b.instrs[k - 1].dst])
    k--;
  if (k == 0) return false;
  const Instr& add = b.instrs[k - 1];
  if ((add.op != Op::Add && add.op != Op::Sub) || add.dst != cmp.a.reg || add.a.reg != add.dst || add.a.slot != 0)
    return false;
  if (!add.b.valid() || !p_.consts[add.b.reg].isWord() || cmp.b.reg == add.dst) return false;
  int64_t step = add.op == Op::Add ? p_.consts[add.b.reg].word() : -p_.consts[add.b.reg].word();
  bool imm = p_.consts[cmp.b.reg].known() && !p_.needed[cmp.b.reg];
  bool ok = (step == 1 && (cmp.op == Op::Lt || (cmp.op == Op::Le && !imm))) || (step == -1 && cmp.op == Op::Ge && imm);
  *addAt = k - 1;
  return ok;
}

// ---- liveness at safepoints -----------------------------------------------------------------------------------

void FuncGen::findLive() {
  for (auto& b : f_.blocks) {
    BitSet live = p_.live.liveOut(*b);
    // In the entry block a pinned register counts only from its first assignment on.
    std::vector<std::pair<size_t, size_t>> pinnedFrom;
    if (f_.recoverBlock != nullptr)
      p_.live.forEachPinned([&](size_t r) {
        size_t first = 0;
        if (b->id == 0) {
          bool param = std::find(f_.params.begin(), f_.params.end(), r) != f_.params.end() || f_.closureReg == r;
          first = param ? 0 : SIZE_MAX;
          for (size_t k = 0; k < b->instrs.size() && first == SIZE_MAX; k++)
            forEachDef(f_, b->instrs[k], [&](ir::RegId d) {
              if (d == r) first = k;
            });
        }
        pinnedFrom.push_back({first, r});
      });
    for (size_t k = b->instrs.size(); k-- > 0;) {
      const Instr& i = b->instrs[k];
      for (auto& [from, r] : pinnedFrom)
        if (k >= from) live.set(r);
      if (isWindowInstr(i, m_.layouts)) {
        BitSet across = live;
        forEachKill(f_, i, [&](ir::RegId r) { across.reset(r); });
        liveAt_.emplace(&i, across.elements<ir::RegId>());
      }
      forEachKill(f_, i, [&](ir::RegId r) { live.reset(r); });
      forEachRead(f_, i, [&](ir::Use u) { live.set(u.reg); });
    }
  }
}

void FuncGen::addMask(std::vector<uint8_t>& mask, uint32_t slot, const Layout& l) const {
  for (uint32_t p : l.ptrSlots) {
    uint32_t s = slot + p;
    if (mask.size() <= s / 8) mask.resize(s / 8 + 1);
    mask[s / 8] |= static_cast<uint8_t>(1u << (s % 8));
  }
}

void FuncGen::mapAt(uint32_t pc, const std::vector<ir::RegId>& live, const SlotMap::Call* parked) {
  std::vector<uint8_t> mask;
  for (ir::RegId r : live) {
    if (slots_.home[r] != kNoSlot) addMask(mask, slots_.home[r], layout(f_.regs[r].type));
  }
  if (parked != nullptr) {
    for (const WindowArg& a : parked->window.args) addMask(mask, parked->base + a.off, layout(a.type));
    for (const WindowResult& r : parked->window.results) addMask(mask, parked->base + r.off, layout(r.type));
  }
  b_->map(pc, mask);
}

void FuncGen::loopMap(uint32_t pc, const ir::Block& b, const Instr& term) {
  BitSet live = p_.live.liveOut(b);
  forEachRead(f_, term, [&](ir::Use u) { live.set(u.reg); });
  for (const Instr& i : b.instrs)
    if (skip_.count(&i)) forEachRead(f_, i, [&](ir::Use u) { live.set(u.reg); });
  mapAt(pc, live.elements<ir::RegId>(), nullptr);
}

void FuncGen::entryMap() {
  std::vector<uint8_t> mask;
  auto param = [&](ir::RegId r) {
    if (r != ir::kNoReg && slots_.home[r] != kNoSlot && p_.live.isLiveIn(*f_.blocks[0], r))
      addMask(mask, slots_.home[r], layout(f_.regs[r].type));
  };
  for (ir::RegId r : f_.params) param(r);
  param(f_.closureReg);
  b_->map(0, mask);
}

// ---- the function ---------------------------------------------------------------------------------------------

bool FuncGen::assemble(bool longBranches) {
  b_ = std::make_unique<bytecode::Builder>(out_, longBranches);
  labels_.clear();
  lineNo_ = 0;
  lineFile_ = ~0u;
  lineInl_ = ir::kNotInlined;
  linePos_ = {};
  setInlines();
  for (size_t k = 0; k < f_.blocks.size(); k++) labels_.push_back(b_->newLabel());
  setLine(f_.pos, ir::kNotInlined);
  entryMap();
  // A call may not be the first word: the entry's pointer map has that place.
  if (slots_.frameSlots > bytecode::kRedZoneSlots) {
    emit(BOp::StackCheck, std::min<uint32_t>(slots_.frameSlots, 65535));
  } else if (!f_.blocks[0]->instrs.empty() &&
             (f_.blocks[0]->instrs[0].op == Op::Call || !f_.blocks[0]->pred.empty() ||
              f_.blocks[0]->instrs[0].op == Op::RunDefers || f_.blocks[0]->instrs[0].op == Op::CallClosure ||
              f_.blocks[0]->instrs[0].op == Op::CallIface)) {
    emit(BOp::Nop);
  }
  for (size_t k = 0; k < f_.blocks.size(); k++) {
    next_ = k + 1 < f_.blocks.size() ? f_.blocks[k + 1].get() : nullptr;
    b_->bind(labels_[k]);
    if (f_.blocks[k].get() == f_.recoverBlock) out_.recoverPc = b_->pc();
    emitBlock(*f_.blocks[k]);
  }
  return b_->finish();
}

// The slot that i sets to 0, if that is all it does.
uint32_t FuncGen::zeroedSlot(const Instr& i) {
  if (i.op != Op::Zero && !(i.op == Op::ConstInt && i.imm == 0)) return kNoSlot;
  return layout(f_.regs[i.dst].type).slots == 1 ? slots_.home[i.dst] : kNoSlot;
}

// Instructions from k on that zero slots next to each other, in whatever order: as one. Returns how many; 0: too few.
size_t FuncGen::emitZeros(const ir::Block& b, size_t k) {
  constexpr size_t kWorthwhile = 3;  // two are a pair anyway
  uint32_t lo = zeroedSlot(b.instrs[k]), hi = lo;
  if (lo == kNoSlot) return 0;
  size_t n = 1;
  for (; k + n + 1 < b.instrs.size() && skip_.count(&b.instrs[k + n]) == 0; n++) {
    uint32_t s = zeroedSlot(b.instrs[k + n]);
    if (s == kNoSlot || (s + 1 != lo && s != hi + 1)) break;
    lo = std::min(lo, s);
    hi = std::max(hi, s);
  }
  if (n < kWorthwhile) return 0;
  emit(BOp::ZeroN, lo, hi - lo + 1);
  return n;
}

void FuncGen::emitBlock(const ir::Block& b) {
  for (size_t k = 0; k + 1 < b.instrs.size(); k++) {
    const Instr& i = b.instrs[k];
    if (skip_.count(&i)) continue;
    setLine(i.pos, i.inl, i.unsignedIndex);
    if (size_t n = emitZeros(b, k)) {
      k += n - 1;
      continue;
    }
    emitInstr(i);
  }
  const Instr& term = b.instrs.back();
  setLine(term.pos, term.inl);
  emitTerminator(b, term);
}

// The calls that were inlined, for tracebacks.
void FuncGen::setInlines() {
  out_.inlines.clear();
  for (const ir::InlinedCall& x : f_.inlines) {
    bytecode::InlineFrame frame;
    frame.name = x.name;
    frame.parent = x.parent;
    frame.callFile = m_.fileIndex(x.callPos);
    frame.callLine = m_.diags.sources().position(x.callPos).line;
    out_.inlines.push_back(std::move(frame));
  }
}

void FuncGen::setLine(Pos p, uint32_t inl, uint8_t unsignedIndex) {
  if (!p.valid() || (p == linePos_ && inl == lineInl_ && unsignedIndex == lineUnsigned_)) return;
  linePos_ = p;
  Position q = m_.diags.sources().position(p);
  uint32_t file = m_.fileIndex(p);
  if (q.line == lineNo_ && file == lineFile_ && inl == lineInl_ && unsignedIndex == lineUnsigned_) return;
  lineNo_ = q.line;
  lineFile_ = file;
  lineInl_ = inl;
  lineUnsigned_ = unsignedIndex;
  b_->line(file, q.line, inl, unsignedIndex);
}

void FuncGen::emitTerminator(const ir::Block& b, const Instr& i) {
  switch (i.op) {
    case Op::Jump:
      if (b.succ[0] != next_) jumpTo(b.succ[0], b);
      return;
    case Op::If: emitIf(b, i); return;
    case Op::Switch: emitSwitch(b, i); return;
    case Op::Return: emitReturn(i); return;
    case Op::Unreachable: emit(BOp::Unreachable); return;
    default: HOOD_UNREACHABLE("block without a terminator");
  }
}

void FuncGen::jumpTo(const ir::Block* target, const ir::Block& from) {
  if (target->id > from.id) {
    b_->jump(labels_[target->id]);
    return;
  }
  uint32_t pc = b_->branch(BOp::LoopJmp, 0, 0, labels_[target->id]);
  loopMap(pc, from, from.instrs.back());
}

// One conditional branch, in its backward form where the target lies behind. Where there is none: around a jump.
void FuncGen::branchTo(BOp forward, BOp backward, bool hasBackward, uint32_t a, int64_t b, const ir::Block* target,
                       const ir::Block& from, BOp inverse) {
  if (target->id > from.id) {
    b_->branch(forward, a, b, labels_[target->id]);
  } else if (hasBackward) {
    uint32_t pc = b_->branch(backward, a, b, labels_[target->id]);
    loopMap(pc, from, from.instrs.back());
  } else {
    Label over = b_->newLabel();
    b_->branch(inverse, a, b, over);
    jumpTo(target, from);
    b_->bind(over);
  }
}

void FuncGen::emitIf(const ir::Block& b, const Instr& i) {
  const ir::Block* yes = b.succ[0];
  const ir::Block* no = b.succ[1];
  if (yes == no) {
    if (yes != next_) jumpTo(yes, b);
    return;
  }
  if (const ConstVal* c = constOf(i.a); c != nullptr && folded(i.a)) {
    const ir::Block* to = c->word() != 0 ? yes : no;
    if (to != next_) jumpTo(to, b);
    return;
  }
  // Fall through where possible.
  bool wanted = yes != next_;
  const ir::Block* target = wanted ? yes : no;
  const ir::Block* other = wanted ? no : yes;
  if (fusedAway_[i.a.reg]) {
    size_t k = b.instrs.size() - 1;
    while (b.instrs[k - 1].dst != i.a.reg) k--;
    emitCompareBranch(b.instrs[k - 1], wanted, target, b);
  } else {
    BOp f = wanted ? BOp::JmpT : BOp::JmpF;
    branchTo(f, wanted ? BOp::LoopT : BOp::LoopF, true, slot(i.a), 0, target, b, f);
  }
  if (other != next_) jumpTo(other, b);
}

namespace {

struct BranchForm {
  BOp forward, backward;
  bool hasBackward;
  BOp inverse;
};

Op inverted(Op op) {
  switch (op) {
    case Op::Eq: return Op::Ne;
    case Op::Ne: return Op::Eq;
    case Op::Lt: return Op::Ge;
    case Op::Le: return Op::Gt;
    case Op::Gt: return Op::Le;
    default: return Op::Lt;
  }
}

BranchForm immForm(Op op) {
  switch (op) {
    case Op::Eq: return {BOp::JEqI, BOp::LoopEqI, true, BOp::JNeI};
    case Op::Ne: return {BOp::JNeI, BOp::LoopNeI, true, BOp::JEqI};
    case Op::Lt: return {BOp::JLtSI, BOp::LoopLtSI, true, BOp::JGeSI};
    case Op::Le: return {BOp::JLeSI, BOp::LoopLeSI, true, BOp::JGtSI};
    case Op::Gt: return {BOp::JGtSI, BOp::LoopGtSI, true, BOp::JLeSI};
    default: return {BOp::JGeSI, BOp::LoopGeSI, true, BOp::JLtSI};
  }
}

// For op in Eq Ne Lt Le; the others with their operands swapped.
BranchForm wordForm(Op op, bool isSignedOp) {
  switch (op) {
    case Op::Eq: return {BOp::JEq, BOp::LoopEq, true, BOp::JNe};
    case Op::Ne: return {BOp::JNe, BOp::LoopNe, true, BOp::JEq};
    case Op::Lt:
      return isSignedOp ? BranchForm{BOp::JLtS, BOp::LoopLtS, true, BOp::Nop}
                        : BranchForm{BOp::JLtU, BOp::LoopLtU, true, BOp::Nop};
    default:
      return isSignedOp ? BranchForm{BOp::JLeS, BOp::LoopLeS, true, BOp::Nop}
                        : BranchForm{BOp::JLeU, BOp::LoopLeU, true, BOp::Nop};
  }
}

// Floating point: `wanted` false needs the negated forms, because of NaN.
BranchForm floatForm(Op op, bool wanted) {
  switch (op) {
    case Op::Eq:
      return wanted ? BranchForm{BOp::JEqF, BOp::Nop, false, BOp::JNeF} : BranchForm{BOp::JNeF, BOp::Nop, false, BOp::JEqF};
    case Op::Ne:
      return wanted ? BranchForm{BOp::JNeF, BOp::Nop, false, BOp::JEqF} : BranchForm{BOp::JEqF, BOp::Nop, false, BOp::JNeF};
    case Op::Lt:
      return wanted ? BranchForm{BOp::JLtF, BOp::LoopLtF, true, BOp::JNLtF}
                    : BranchForm{BOp::JNLtF, BOp::Nop, false, BOp::JLtF};
    default:
      return wanted ? BranchForm{BOp::JLeF, BOp::LoopLeF, true, BOp::JNLeF}
                    : BranchForm{BOp::JNLeF, BOp::Nop, false, BOp::JLeF};
  }
}

}  // namespace

void FuncGen::emitCompareBranch(const Instr& cmp, bool wanted, const ir::Block* target, const ir::Block& from) {
  Rep r = layout(cmp.type).rep;
  setLine(cmp.pos, cmp.inl);
  const Instr* add = nullptr;
  for (const Instr& i : from.instrs)
    if (skip_.count(&i) && &i != &cmp) add = &i;
  if (add != nullptr && (!wanted || target->id > from.id)) {  // the layout changed its mind: increment on its own
    emitInstr(*add);
    add = nullptr;
  }
  if (add != nullptr) {
    BOp op = cmp.op == Op::Lt ? (folded(cmp.b) ? BOp::LoopIncLtSI : BOp::LoopIncLtS)
                              : (cmp.op == Op::Le ? BOp::LoopIncLeS : BOp::LoopDecGeSI);
    int64_t b = folded(cmp.b) ? constOf(cmp.b)->word() : slot(cmp.b);
    uint32_t pc = b_->branch(op, slot(cmp.a), b, labels_[target->id]);
    loopMap(pc, from, from.instrs.back());
    return;
  }
  ir::Use a = cmp.a, b = cmp.b;
  Op op = cmp.op;
  if (r == Rep::F64) {
    if (op == Op::Gt || op == Op::Ge) {
      std::swap(a, b);
      op = op == Op::Gt ? Op::Lt : Op::Le;
    }
    BranchForm form = floatForm(op, wanted);
    branchTo(form.forward, form.backward, form.hasBackward, slot(a), slot(b), target, from, form.inverse);
    return;
  }
  if (!wanted) op = inverted(op);
  if (r == Rep::Str) {
    bool eq = op == Op::Eq;
    branchTo(eq ? BOp::JEqStr : BOp::JNeStr, BOp::Nop, false, slot(a), slot(b), target, from,
             eq ? BOp::JNeStr : BOp::JEqStr);
    return;
  }
  if (!isWord(r) || folded(b)) {  // nil of a slice or interface compares its first word
    BranchForm form = immForm(op);
    int64_t imm = isWord(r) ? constOf(b)->word() : 0;
    branchTo(form.forward, form.backward, true, slot(a), imm, target, from, form.inverse);
    return;
  }
  if (op == Op::Gt || op == Op::Ge) {
    std::swap(a, b);
    op = op == Op::Gt ? Op::Lt : Op::Le;
  }
  BranchForm form = wordForm(op, isSigned(r) || (r != Rep::U64 && r != Rep::Ptr));
  branchTo(form.forward, form.backward, true, slot(a), slot(b), target, from, form.inverse);
}

void FuncGen::emitSwitch(const ir::Block& b, const Instr& i) {
  uint32_t a = slot(i.a);
  if (i.imm != 0) {
    if (i.imm > -32768 && i.imm < 32768) {
      emit(BOp::AddI, scratch(), a, -i.imm);
    } else {
      b_->emitK(BOp::LdK, scratch(), 0, 0, static_cast<uint64_t>(i.imm));
      emit(BOp::Sub, scratch(), a, scratch());
    }
    a = scratch();
  }
  // Targets behind us are reached through a loop jump of their own.
  std::vector<std::pair<Label, const ir::Block*>> stubs;
  auto labelOf = [&](const ir::Block* t) {
    if (t->id > b.id) return labels_[t->id];
    stubs.push_back({b_->newLabel(), t});
    return stubs.back().first;
  };
  std::vector<Label> cases;
  for (size_t k = 1; k < b.succ.size(); k++) cases.push_back(labelOf(b.succ[k]));
  b_->switchTable(a, cases, labelOf(b.succ[0]));
  for (auto& [label, target] : stubs) {
    b_->bind(label);
    jumpTo(target, b);
  }
}

void FuncGen::emitReturn(const Instr& i) {
  std::vector<Move> moves;
  uint32_t off = 0;
  for (size_t k = 0; k < i.args.size(); k++) {
    uint32_t n = layout(f_.resultTypes[k]).slots;
    if (n != 0 && !folded(i.args[k])) moves.push_back({off, slot(i.args[k]), n});
    off += n;
  }
  parallelMove(std::move(moves));
  off = 0;
  for (size_t k = 0; k < i.args.size(); k++) {
    if (folded(i.args[k])) load(*constOf(i.args[k]), f_.resultTypes[k], off);
    off += layout(f_.resultTypes[k]).slots;
  }
  emit(BOp::Ret);
}

// ---- operands and moves ---------------------------------------------------------------------------------------

const ConstVal* FuncGen::constOf(ir::Use u) const {
  return u.valid() && p_.consts[u.reg].known() ? &p_.consts[u.reg] : nullptr;
}

uint32_t FuncGen::slot(ir::Use u) const {
  if (m_.layouts.of(f_.regs[u.reg].type).slots == 0) return 0;
  HOOD_CHECK(slots_.home[u.reg] != kNoSlot);
  return slots_.home[u.reg] + u.slot;
}

uint32_t FuncGen::resultSlot(ir::RegId r) const {
  if (r == ir::kNoReg || slots_.home[r] == kNoSlot) return kNoSlot;
  return slots_.home[r];
}

uint32_t FuncGen::dstOf(const Instr& i) const {
  uint32_t s = resultSlot(i.dst);
  return s == kNoSlot ? scratch() : s;
}

void FuncGen::load(const ConstVal& c, types::Type* t, uint32_t dst) {
  const Layout& l = layout(t);
  if (l.slots == 0) return;
  switch (c.op) {
    case Op::ConstInt:
      if (c.imm == 0) {
        emit(BOp::Zero, dst);
      } else if (c.imm >= INT32_MIN && c.imm <= INT32_MAX) {
        b_->emitL(BOp::LdI, dst, c.imm);
      } else {
        b_->emitK(BOp::LdK, dst, 0, 0, static_cast<uint64_t>(c.imm));
      }
      return;
    case Op::ConstFloat: b_->emitK(BOp::LdK, dst, 0, 0, static_cast<uint64_t>(c.imm)); return;
    case Op::ConstString:
      if (c.str.empty()) {
        emit(BOp::ZeroN, dst, 2);
      } else {
        b_->ldStr(dst, m_.stringOffset(c.str), static_cast<uint32_t>(c.str.size()));
      }
      return;
    case Op::Zero:
      if (l.slots == 1) {
        emit(BOp::Zero, dst);
      } else {
        emit(BOp::ZeroN, dst, l.slots);
      }
      return;
    case Op::FuncAddr: b_->ldFuncValue(dst, m_.funcIndex(c.func)); return;
    case Op::TypeAddr: b_->emitT(BOp::LdType, dst, 0, 0, m_.typeIndex(c.type)); return;
    case Op::GlobalAddr: b_->emitGlobal(BOp::LdAddr, dst, m_.globalIndex(c.global), c.off); return;
    default: HOOD_UNREACHABLE("not a constant");
  }
}

void FuncGen::moveSlots(uint32_t dst, uint32_t src, uint32_t n) {
  if (dst == src || n == 0) return;
  switch (n) {
    case 1: emit(BOp::Mov, dst, src); return;
    case 2: emit(BOp::Mov2, dst, src); return;
    case 3: emit(BOp::Mov3, dst, src); return;
    default: emit(BOp::MovN, dst, src, n); return;
  }
}

void FuncGen::moveUse(uint32_t dst, ir::Use u, types::Type* t) {
  if (folded(u)) {
    load(*constOf(u), t, dst);
  } else {
    moveSlots(dst, slot(u), layout(t).slots);
  }
}

// All sources are read before any destination is written, as far as anybody can tell.
void FuncGen::parallelMove(std::vector<Move> moves) {
  std::erase_if(moves, [](const Move& m) { return m.dst == m.src || m.n == 0; });
  auto overlaps = [](uint32_t a, uint32_t an, uint32_t b, uint32_t bn) { return a < b + bn && b < a + an; };
  uint32_t temp = std::max(frameBase_, slots_.scratch + kScratchSlots);
  while (!moves.empty()) {
    bool progress = false;
    for (size_t k = 0; k < moves.size(); k++) {
      bool blocked = false;
      for (size_t j = 0; j < moves.size(); j++)
        blocked |= j != k && overlaps(moves[k].dst, moves[k].n, moves[j].src, moves[j].n);
      if (blocked) continue;
      moveSlots(moves[k].dst, moves[k].src, moves[k].n);
      moves.erase(moves.begin() + static_cast<std::ptrdiff_t>(k));
      progress = true;
      break;
    }
    if (progress) continue;
    // A cycle: a source that somebody waits for steps aside, above everything else of the frame.
    size_t k = 0;
    for (bool awaited = false; k < moves.size(); k++) {
      for (size_t j = 0; j < moves.size(); j++)
        awaited |= j != k && overlaps(moves[j].dst, moves[j].n, moves[k].src, moves[k].n);
      if (awaited) break;
    }
    Move& m = moves[k];
    moveSlots(temp, m.src, m.n);
    m.src = temp;
    temp += m.n;
    slots_.frameSlots = std::max(slots_.frameSlots, temp);
  }
}

uint32_t FuncGen::frameByte(uint32_t s, int64_t off, Pos pos) {
  int64_t byte = int64_t{s} * 8 + off;
  if (byte > 65535) {
    tooLarge_ = true;
    return 0;
  }
  return static_cast<uint32_t>(byte);
}

void FuncGen::emitInstr(const Instr& i) {
  if (isConstOp(i.op)) {
    if (slots_.home[i.dst] != kNoSlot)
      load({i.op, i.imm, i.off, i.str, i.type, i.func, i.global}, f_.regs[i.dst].type, slots_.home[i.dst]);
    return;
  }
  if (isFastAppend(i, m_.layouts)) {
    emitAppend(i, nullptr);
    return;
  }
  if (isWindowInstr(i, m_.layouts)) {
    emitWindow(i);
    return;
  }
  switch (i.op) {
    case Op::Copy: emitCopy(i); return;
    case Op::Extract: emitExtract(i); return;
    case Op::Insert: emitInsert(i); return;
    case Op::Add:
    case Op::Sub:
    case Op::Mul:
    case Op::Quo:
    case Op::Rem:
    case Op::And:
    case Op::Or:
    case Op::Xor:
    case Op::AndNot: emitBinary(i); return;
    case Op::Shl:
    case Op::Shr: emitShift(i); return;
    case Op::Neg:
    case Op::Not:
    case Op::FMA:
    case Op::Sqrt:
    case Op::Floor:
    case Op::Ceil:
    case Op::Trunc:
    case Op::Abs: emitUnary(i); return;
    case Op::Complex:
    case Op::Real:
    case Op::Imag: emitComplex(i); return;
    case Op::Eq:
    case Op::Ne:
    case Op::Lt:
    case Op::Le:
    case Op::Gt:
    case Op::Ge: emitCompare(i); return;
    case Op::Convert: emitConvert(i); return;
    case Op::Load: emitLoad(i); return;
    case Op::Store: emitStore(i); return;
    case Op::Move: b_->emitT(BOp::MoveMem, slot(i.a), slot(i.b), 0, m_.typeIndex(i.type)); return;
    case Op::ZeroMem: b_->emitT(BOp::ZeroMem, slot(i.a), 0, 0, m_.typeIndex(i.type)); return;
    case Op::FieldAddr:
      if (i.off <= 65535) {
        emit(BOp::AddrOf, dstOf(i), slot(i.a), i.off);
      } else {
        b_->emitK(BOp::AddrOfK, dstOf(i), slot(i.a), 0, static_cast<uint64_t>(i.off));
      }
      return;
    case Op::NilCheck: emit(BOp::NilCheck, slot(i.a)); return;
    case Op::IndexAddr: emitIndexAddr(i); return;
    case Op::IndexLoad: emitIndexLoad(i); return;
    case Op::IndexStore: emitIndexStore(i); return;
    case Op::ArrayLoad: emitArrayLoad(i); return;
    case Op::ArrayStore: emitArrayStore(i); return;
    case Op::SliceOp: emitSliceOp(i); return;
    case Op::SliceToArrayPtr: {
      types::Array* a = types::asArray(types::asPointer(i.type2)->elem);
      b_->emitK(BOp::SliceToArr, dstOf(i), slot(i.a), 0, static_cast<uint64_t>(a->len));
      return;
    }
    case Op::New: b_->emitT(BOp::New, dstOf(i), 0, 0, m_.typeIndex(i.type)); return;
    case Op::MakeSlice: emitMakeSlice(i); return;
    case Op::MakeClosure: emitMakeClosure(i); return;
    case Op::ToIface: emitToIface(i); return;
    case Op::IfaceToIface:  // to the empty interface
      if (layout(i.type).rep == Rep::Eface) {
        moveSlots(dstOf(i), slot(i.a), 2);
      } else {
        uint32_t d = resultSlot(i.dst);
        if (d == kNoSlot) return;
        emit(BOp::TabType, d, slot(i.a));
        emit(BOp::Mov, d + 1, slot(i.a) + 1);
      }
      return;
    case Op::TypeAssert: emitTypeAssert(i); return;
    case Op::TypeEq: emitTypeEq(i); return;
    case Op::IfaceData:
      if (resultSlot(i.dst) != kNoSlot) unbox(dstOf(i), slot(i.a) + 1, i.type);
      return;
    case Op::StrRange: {
      uint32_t rune = scratch();
      emit(BOp::StrRange, rune, slot(i.args[0]), slot(i.args[1]));
      for (size_t k = 0; k < 2 && k < i.results.size(); k++)
        if (uint32_t d = resultSlot(i.results[k]); d != kNoSlot) emit(BOp::Mov, d, rune + static_cast<uint32_t>(k));
      return;
    }
    case Op::MapGet:  // the fast form
      b_->emitT(BOp::MapGet64, resultSlot(i.results[0]) == kNoSlot ? scratch() : resultSlot(i.results[0]), slot(i.args[0]),
                slot(i.args[1]), m_.typeIndex(i.type));
      return;
    case Op::Go: emit(BOp::Go, slot(i.a)); return;
    case Op::Defer: emit(BOp::Defer, slot(i.a)); return;
    case Op::DeferRange: emit(BOp::DeferRange, slot(i.a)); return;
    case Op::OpenDefer: emit(BOp::OpenDefer, dstOf(i)); return;
    case Op::OpenDefers: mapAt(b_->emit(BOp::OpenDefers), p_.live.pinned(), nullptr); return;
    case Op::DefersReady: emit(BOp::DefersReady); return;
    case Op::FrameToken: emit(BOp::FrameToken, dstOf(i)); return;
    case Op::Recover:
      if (i.a.valid())
        emit(BOp::RecoverIn, dstOf(i), slot(i.a));
      else
        emit(BOp::Recover, dstOf(i));
      return;
    case Op::Panic: emit(BOp::Panic, slot(i.a)); return;
    case Op::AtomicLoad:
    case Op::AtomicStore:
    case Op::AtomicAdd:
    case Op::AtomicSwap:
    case Op::AtomicCas:
    case Op::MutexLock:
    case Op::MutexUnlock: emitAtomic(i); return;
    case Op::KeepAlive: return;
    default: HOOD_UNREACHABLE("no selection for an IR operation");
  }
}

}  // namespace hood::codegen
