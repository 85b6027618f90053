// Mirrors:    linear-scan register allocation (Poletto, Sarkar 1999), with windows instead of a calling convention.
// Invariants: two registers share a slot only if their intervals are disjoint; everything that is live across a call
//             lies below the call's window.
#include "compiler/codegen/slots.h"

#include <algorithm>

#include "base/check.h"
#include "compiler/codegen/effects.h"

namespace hood::codegen {

using ir::Op;

namespace {

// Positions: instruction n reads at 2n (or 2n + 1 if it must not share slots with its result) and writes at 2n + 1.
struct Interval {
  int32_t start = INT32_MAX;
  int32_t end = -1;
  bool used() const { return end >= 0; }
  void cover(int32_t p) {
    start = std::min(start, p);
    end = std::max(end, p);
  }
};

class Assigner {
 public:
  Assigner(const ir::Func& f, const Prepared& p, Layouts& layouts, types::Context& ctx, const std::vector<bool>& fusedAway)
      : f_(f), p_(p), layouts_(layouts), ctx_(ctx), fusedAway_(fusedAway) {}

  SlotMap run() {
    map_.home.assign(f_.regs.size(), kNoSlot);
    intervals_.resize(f_.regs.size());
    argOf_.resize(f_.regs.size());
    resultOf_.resize(f_.regs.size());
    returned_.assign(f_.regs.size(), kNoSlot);
    collect();
    placeFixed();
    scan();
    map_.frameSlots = std::max(map_.frameSlots, static_cast<uint32_t>(lastEnd_.size()));
    return std::move(map_);
  }

 private:
  struct Hint {
    const ir::Instr* call = nullptr;
    uint32_t off = 0;
    int32_t end = 0;  // of an argument's life, at the latest
  };

  bool slotless(ir::RegId r) const {
    return fusedAway_[r] || (p_.consts[r].known() && !p_.needed[r]) || layouts_.of(f_.regs[r].type).slots == 0;
  }
  uint32_t slotsOf(ir::RegId r) { return layouts_.of(f_.regs[r].type).slots; }

  void collect() {
    int32_t n = 1;
    for (auto& b : f_.blocks) {
      int32_t first = n;
      p_.live.forEachLiveIn(*b, [&](size_t r) { intervals_[r].cover(2 * first); });
      for (const ir::Instr& i : b->instrs) {
        bool window = isWindowInstr(i, layouts_);
        if (window) collectWindow(i, n);
        bool early = window || isEarlySafe(i, layouts_);
        bool lateAll = !early || (window && map_.calls[&i].window.lateArgs);
        forEachRead(f_, i, [&](ir::Use u) { intervals_[u.reg].cover(2 * n + (lateAll ? 1 : 0)); });
        // What a call reads besides its arguments must survive the filling of the window.
        if (i.op == Op::CallClosure || i.op == Op::CallIface) intervals_[i.a.reg].cover(2 * n + 1);
        forEachDef(f_, i, [&](ir::RegId r) { intervals_[r].cover(2 * n + 1); });
        if (i.op == Op::Return) collectReturn(i);
        n++;
      }
      p_.live.forEachLiveOut(*b, [&](size_t r) { intervals_[r].cover(2 * (n - 1) + 1); });
    }
    auto entry = [&](ir::RegId r) {
      if (r != ir::kNoReg) intervals_[r].cover(0);
    };
    for (ir::RegId r : f_.params) entry(r);
    entry(f_.closureReg);
  }

  void collectWindow(const ir::Instr& i, int32_t n) {
    SlotMap::Call c;
    c.window = windowOf(f_, i, layouts_, ctx_);
    for (const WindowArg& a : c.window.args)
      if (a.use.valid() && a.use.slot == 0 && a.slots == slotsOf(a.use.reg) && argOf_[a.use.reg].call == nullptr)
        argOf_[a.use.reg] = {&i, a.off, 2 * n + 1};
    for (const WindowResult& r : c.window.results)
      if (r.reg != ir::kNoReg && resultOf_[r.reg].call == nullptr) resultOf_[r.reg] = {&i, r.off, 0};
    map_.calls[&i] = std::move(c);
  }

  void collectReturn(const ir::Instr& i) {
    uint32_t off = 0;
    for (size_t k = 0; k < i.args.size(); k++) {
      uint32_t n = layouts_.of(f_.resultTypes[k]).slots;
      if (i.args[k].slot == 0 && slotsOf(i.args[k].reg) == n) returned_[i.args[k].reg] = off;
      off += n;
    }
  }

  void placeFixed() {
    for (types::Type* t : f_.resultTypes) map_.resultSlots += layouts_.of(t).slots;
    for (types::Type* t : f_.paramTypes) map_.paramSlots += layouts_.of(t).slots;
    uint32_t closureSlot = map_.resultSlots + map_.paramSlots;
    uint32_t fixed = closureSlot + (f_.isClosure ? 1 : 0);
    map_.scratch = fixed;
    reserve(fixed + kScratchSlots);
    resultEnd_.assign(map_.resultSlots, -1);
    for (uint32_t s = 0; s < map_.resultSlots; s++) lastEnd_[s] = INT32_MAX;
    for (uint32_t s = 0; s < kScratchSlots; s++) lastEnd_[map_.scratch + s] = INT32_MAX;
    uint32_t off = map_.resultSlots;
    for (size_t k = 0; k < f_.paramTypes.size(); k++) {
      uint32_t n = layouts_.of(f_.paramTypes[k]).slots;
      ir::RegId r = k < f_.params.size() ? f_.params[k] : ir::kNoReg;
      if (r != ir::kNoReg && n != 0) occupy(r, off, n);
      off += n;
    }
    if (f_.isClosure && f_.closureReg != ir::kNoReg) occupy(f_.closureReg, closureSlot, 1);
  }

  void reserve(uint32_t n) {
    if (lastEnd_.size() < n) lastEnd_.resize(n, -1);
  }
  bool isFree(uint32_t at, uint32_t n, int32_t start) {
    for (uint32_t s = at; s < at + n && s < lastEnd_.size(); s++)
      if (lastEnd_[s] >= start) return false;
    return true;
  }
  void occupy(ir::RegId r, uint32_t at, uint32_t n) {
    reserve(at + n);
    map_.home[r] = at;
    for (uint32_t s = at; s < at + n; s++) lastEnd_[s] = std::max(lastEnd_[s], intervals_[r].end);
  }
  // One more than the highest slot that is occupied at or after `p`, plus the header.
  uint32_t baseAbove(int32_t p) {
    size_t s = lastEnd_.size();
    while (s > 0 && lastEnd_[s - 1] < p) s--;
    return static_cast<uint32_t>(s) + 1;
  }

  void scan() {
    int32_t n = 1;
    std::vector<std::vector<ir::RegId>> starts(2 * totalInstrs() + 4);
    for (ir::RegId r = 0; r < f_.regs.size(); r++)
      if (intervals_[r].used() && !slotless(r) && map_.home[r] == kNoSlot)
        starts[static_cast<size_t>(intervals_[r].start)].push_back(r);
    for (auto& b : f_.blocks)
      for (const ir::Instr& i : b->instrs) {
        for (ir::RegId r : starts[static_cast<size_t>(2 * n)]) place(r);
        auto it = map_.calls.find(&i);
        if (it != map_.calls.end()) placeWindow(it->second, n);
        for (ir::RegId r : starts[static_cast<size_t>(2 * n + 1)]) place(r);
        n++;
      }
  }

  size_t totalInstrs() const {
    size_t n = 1;
    for (auto& b : f_.blocks) n += b->instrs.size();
    return n;
  }

  void placeWindow(SlotMap::Call& c, int32_t n) {
    uint32_t least = baseAbove(2 * n + 1);
    if (c.base == kNoSlot || c.base < least) c.base = least;
    map_.frameSlots = std::max(map_.frameSlots, c.base + c.window.slots);
  }

  void place(ir::RegId r) {
    const Interval& iv = intervals_[r];
    uint32_t n = slotsOf(r);
    if (returned_[r] != kNoSlot && resultsFree(returned_[r], n, iv.start)) {
      map_.home[r] = returned_[r];
      for (uint32_t s = 0; s < n; s++) resultEnd_[returned_[r] + s] = iv.end;
      return;
    }
    Hint res = resultOf_[r];
    if (res.call != nullptr) {
      const SlotMap::Call& c = map_.calls[res.call];
      if (c.base != kNoSlot && isFree(c.base + res.off, n, iv.start) && definedHere(r, res.call, iv)) {
        occupy(r, c.base + res.off, n);
        return;
      }
    }
    Hint arg = argOf_[r];
    // What lives on after the call cannot be in its window, nor say where that is.
    if (arg.call != nullptr && iv.end <= arg.end) {
      SlotMap::Call& c = map_.calls[arg.call];
      if (c.base == kNoSlot) c.base = baseAbove(iv.start);
      if (isFree(c.base + arg.off, n, iv.start)) {
        occupy(r, c.base + arg.off, n);
        return;
      }
    }
    uint32_t at = map_.resultSlots;
    while (!isFree(at, n, iv.start)) at++;
    occupy(r, at, n);
  }

  // The register's life begins as that call's result.
  bool definedHere(ir::RegId, const ir::Instr*, const Interval& iv) const { return iv.start % 2 == 1; }

  bool resultsFree(uint32_t at, uint32_t n, int32_t start) const {
    for (uint32_t s = at; s < at + n; s++)
      if (resultEnd_[s] >= start) return false;
    return true;
  }

  const ir::Func& f_;
  const Prepared& p_;
  Layouts& layouts_;
  types::Context& ctx_;
  const std::vector<bool>& fusedAway_;
  SlotMap map_;
  std::vector<Interval> intervals_;
  std::vector<Hint> argOf_, resultOf_;
  std::vector<uint32_t> returned_;
  std::vector<int32_t> lastEnd_;    // by slot: end of the last interval put there
  std::vector<int32_t> resultEnd_;  // by result slot
};

}  // namespace

SlotMap assignSlots(const ir::Func& f, const Prepared& p, Layouts& layouts, types::Context& ctx,
                    const std::vector<bool>& fusedAway) {
  return Assigner(f, p, layouts, ctx, fusedAway).run();
}

}  // namespace hood::codegen
