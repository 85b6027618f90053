// Inlining. A call of a small function becomes its body; instructions keep their positions and remember the call they came
// from, so that tracebacks and runtime.Callers still see every frame.
// Not inlined: functions that defer, recover or select, recursive ones, and those marked go:noinline. Into wrappers, which
// recover() looks through, only functions that call nothing are inlined: recover must still find its caller's frame.
#include <string_view>
#include <unordered_map>

#include "base/check.h"
#include "compiler/ir/passes.h"
#include "compiler/ir/visit.h"

namespace hood::ir {

namespace {

constexpr int kBudget = 40;  // cost of an inlinable body
constexpr int kCallCost = 16;
constexpr int kMaxBlocks = 14;
constexpr size_t kMaxCaller = 4000;  // instructions; beyond, a function only grows by tiny callees
constexpr int kTiny = 6;
constexpr int kLoopBodyBudget = 600;  // the body of a range-over-func loop, where it is called from one place
constexpr int kClosureRounds = 4;

struct Cost {
  bool ok = false;
  int cost = 0;
  bool calls = false;
};

// The slow halves of package sync (lockSlow, doSlow…) are called where it does not matter: like a Panic they cost nothing.
bool isSlowHalf(const Instr& i) {
  if (i.op != Op::Call || !i.func || !i.func->pkg || !i.func->pkg->stdlib || i.func->pkg->path != "sync") return false;
  constexpr std::string_view kSlow = "Slow";
  const std::string& name = i.func->name;
  return name.size() > kSlow.size() && name.compare(name.size() - kSlow.size(), kSlow.size(), kSlow) == 0;
}

// loopBody: it moves rather than being copied.
Cost bodyCost(const Func& f, bool loopBody) {
  Cost c;
  if (f.kind != FuncKind::Go || f.blocks.empty() || f.noInline || f.hasDefer || f.hasRecover || f.recoverBlock) return c;
  if (!loopBody && (f.blocks.size() > kMaxBlocks || !f.selects.empty())) return c;
  for (auto& b : f.blocks)
    for (const Instr& i : b->instrs) {
      switch (i.op) {
        case Op::ConstInt:
        case Op::ConstFloat:
        case Op::ConstString:
        case Op::Zero:
        case Op::FuncAddr:
        case Op::TypeAddr:
        case Op::GlobalAddr:
        case Op::Copy:
        case Op::Jump:
        case Op::Return:
        case Op::Unreachable: break;
        case Op::Go:
        case Op::Defer:
        case Op::DeferRange:
        case Op::FrameToken:
        case Op::RunDefers:
        case Op::Recover: return c;
        case Op::Select:
        case Op::Switch:
          if (!loopBody) return c;
          c.cost++;
          break;
        case Op::Panic: break;  // the cold end of a function costs nothing where it matters
        case Op::Call:
        case Op::CallClosure:
        case Op::CallIface:
          if (i.func == &f) return c;
          c.calls = true;
          c.cost += (isSlowHalf(i) ? 0 : kCallCost) + static_cast<int>(i.args.size());
          break;
        default: c.cost++; break;
      }
      if (c.cost > (loopBody ? kLoopBodyBudget : kBudget)) return c;
    }
  c.ok = true;
  return c;
}

size_t instrCount(const Func& f) {
  size_t n = 0;
  for (auto& b : f.blocks) n += b->instrs.size();
  return n;
}

class Inliner {
 public:
  Inliner(Func& f, PassContext& c) : f_(f), c_(c) {}

  // closures: only calls of closures that are known here. Whether anything was inlined.
  bool run(bool closures = false) {
    findClosures();
    if (closures && !callsKnownClosure()) return false;
    size_t size = instrCount(f_);
    // Blocks are split as calls are replaced; the list keeps their layout.
    for (auto& b : f_.blocks) layout_.push_back(b.get());
    for (size_t k = 0; k < layout_.size(); k++) {
      Block* b = layout_[k];
      if (inlined_.count(b)) continue;  // what came from a callee has been through this
      for (size_t j = 0; j < b->instrs.size(); j++) {
        Instr& call = b->instrs[j];
        RegId closure = kNoReg;
        if (closures && call.op != Op::CallClosure) continue;
        const Func* callee = target(call, &closure);
        if (!callee) continue;
        Cost cost = bodyCost(*callee, callee->rangeBody && calls_[callee] == 1);
        if (!cost.ok || (f_.wrapper && (cost.calls || callee->wrapper))) continue;
        if (size > kMaxCaller && cost.cost > kTiny) continue;
        size += instrCount(*callee);
        replace(k, j, callee, closure);
        break;  // the rest of the block is now a block of its own, later in the layout
      }
    }
    if (inlined_.empty()) return false;
    reorder();
    return true;
  }

 private:
  // Registers that hold one closure, known here.
  void findClosures() {
    Defs defs = computeDefs(f_);
    closures_.resize(f_.regs.size());
    for (RegId r = 0; r < closures_.size(); r++)
      if (Instr* d = defs.only(r))
        if (d->op == Op::MakeClosure || d->op == Op::FuncAddr) closures_[r] = d->func;
    for (auto& b : f_.blocks)
      for (const Instr& i : b->instrs)
        if (i.op == Op::CallClosure && i.a.slot == 0 && closures_[i.a.reg]) calls_[closures_[i.a.reg]]++;
  }

  bool callsKnownClosure() {
    bool any = false;
    for (auto& b : f_.blocks)
      for (const Instr& i : b->instrs) any |= i.op == Op::CallClosure && i.a.slot == 0 && closures_[i.a.reg];
    return any;
  }

  // The function that a call instruction is known to reach.
  const Func* target(const Instr& call, RegId* closure) {
    Func* callee = nullptr;
    if (call.op == Op::Call) {
      callee = call.func;
    } else if (call.op == Op::CallClosure && call.a.slot == 0 && call.a.reg < closures_.size()) {
      callee = closures_[call.a.reg];
      *closure = call.a.reg;
    }
    if (callee == &f_ || c_.busy->count(callee)) return nullptr;
    if (callee && callee->kind == FuncKind::External) return c_.foreignBody ? c_.foreignBody(*callee) : nullptr;
    return callee;
  }

  void replace(size_t k, size_t j, const Func* callee, RegId closure) {
    Block* b = layout_[k];
    Instr call = std::move(b->instrs[j]);
    Block* rest = f_.newBlock();
    rest->instrs.assign(std::make_move_iterator(b->instrs.begin() + static_cast<long>(j) + 1),
                        std::make_move_iterator(b->instrs.end()));
    rest->succ = std::move(b->succ);
    b->instrs.resize(j);
    RegId base = 0;
    std::vector<Block*> body;
    Block* first = cloneInto(f_, *callee, &base, &body);
    f_.usesUnsafe |= callee->usesUnsafe;
    uint32_t own = call.inl;  // a wrapper has no frame of its own: its code counts as the call's
    auto nested = static_cast<uint32_t>(f_.inlines.size());
    addFrames(callee, call, &own, &nested);
    for (Block* c : body) {
      inlined_.insert(c);
      for (Instr& i : c->instrs) {
        if (i.inl == kNotInlined && callee->wrapper) i.pos = call.pos;
        i.inl = i.inl == kNotInlined ? own : nested + i.inl;
      }
      finishBody(c, call, rest);
    }
    auto copy = [&](RegId dst, Use src) {
      Instr i;
      i.op = Op::Copy;
      i.type = f_.regs[dst].type;
      i.dst = dst;
      i.a = src;
      i.pos = call.pos;
      i.inl = call.inl;
      b->instrs.push_back(std::move(i));
    };
    for (size_t p = 0; p < callee->params.size(); p++)
      if (callee->params[p] != kNoReg) copy(base + callee->params[p], call.args[p]);
    if (callee->closureReg != kNoReg) copy(base + callee->closureReg, Use{closure});
    Instr go;
    go.op = Op::Jump;
    go.pos = call.pos;
    go.inl = call.inl;
    b->instrs.push_back(std::move(go));
    b->succ = {first};
    body.push_back(rest);
    layout_.insert(layout_.begin() + static_cast<long>(k) + 1, body.begin(), body.end());
  }

  // Returns of the body assign the call's results and go on behind the call.
  void finishBody(Block* c, const Instr& call, Block* rest) {
    if (c->instrs.back().op != Op::Return) return;
    Instr r = std::move(c->instrs.back());
    c->instrs.pop_back();
    for (size_t k = 0; k < r.args.size(); k++) {
      RegId dst = k < call.results.size() ? call.results[k] : kNoReg;
      if (dst == kNoReg) continue;
      f_.regs[dst].isVar = true;  // assigned at every return
      Instr i;
      i.op = Op::Copy;
      i.type = f_.regs[dst].type;
      i.dst = dst;
      i.a = r.args[k];
      i.pos = r.pos;
      i.inl = r.inl;
      c->instrs.push_back(std::move(i));
    }
    r.op = Op::Jump;
    r.args.clear();
    c->instrs.push_back(std::move(r));
    c->succ = {rest};
  }

  // own: the frame of the callee's instructions; nested: the first of the frames that were inlined into it before.
  void addFrames(const Func* callee, const Instr& call, uint32_t* own, uint32_t* nested) {
    std::vector<InlinedCall> inner = callee->inlines;
    if (!callee->wrapper) {
      *own = static_cast<uint32_t>(f_.inlines.size());
      f_.inlines.push_back({callee->name, call.inl, call.pos});
    }
    *nested = static_cast<uint32_t>(f_.inlines.size());
    for (InlinedCall& x : inner) {
      if (x.parent == kNotInlined && callee->wrapper) x.callPos = call.pos;
      x.parent = x.parent == kNotInlined ? *own : *nested + x.parent;
      f_.inlines.push_back(std::move(x));
    }
  }

  void reorder() {
    std::unordered_map<Block*, std::unique_ptr<Block>> owned;
    for (auto& b : f_.blocks) {
      Block* raw = b.get();
      owned[raw] = std::move(b);
    }
    f_.blocks.clear();
    for (Block* b : layout_) f_.blocks.push_back(std::move(owned[b]));
    cleanBlocks(f_);
  }

  Func& f_;
  PassContext& c_;
  std::vector<Func*> closures_;                 // by register
  std::unordered_map<const Func*, int> calls_;  // of each through a known closure
  std::vector<Block*> layout_;
  std::unordered_set<Block*> inlined_;
};

}  // namespace

void inlineCalls(Func& f, PassContext& c) { Inliner(f, c).run(); }

// An inlined iterator calls the body of its loop, the func that an inlined function returned is called, and so on.
void inlineClosures(Func& f, PassContext& c) {
  for (int round = 0; round < kClosureRounds; round++) {
    if (!Inliner(f, c).run(true)) return;
    copyProp(f, c);
  }
}

bool isInlinable(const Func& f) { return bodyCost(f, false).ok; }

}  // namespace hood::ir
