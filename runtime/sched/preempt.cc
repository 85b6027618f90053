// The trap: what happens when a call or a loop's back-edge finds the stack limit passed, or set to 0.
// Mirrors:    src/runtime/preempt.go, stack.go (newstack). Book: 5.4.
// Differs:    safepoints are calls and back-edges, so one mechanism serves stack growth, preemption and
// collections; no
//             signals.
// Try:        hood run testdata/ch06_sched/preempt_loop.go
#include <string>

#include "runtime/core/engine.h"
#include "runtime/core/vm.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/stack.h"
#include "runtime/sched/work_sources.h"

namespace hood::rt {
namespace {

constexpr int64_t kDetSliceNs = 1000;  // what virtual time a slice costs, so that loops that look at the clock end

[[noreturn]] void stackOverflow(G* gp, size_t limit) {
  VM* vm = gp->vm;
  std::string out = "runtime: goroutine stack exceeds " + std::to_string(limit) + "-byte limit\n";
  vm->err->write(out);
  fatal(vm, "stack overflow");
}

// Doubles the stack until `slots` fit.
void growStack(G* gp, size_t slots) {
  size_t bytes = stackSize(gp);
  auto limit = static_cast<size_t>(gp->vm->knobs.stackmax);
  do {
    bytes *= 2;
    if (bytes > limit) stackOverflow(gp, limit);
  } while (bytes / sizeof(Slot) < slots);
  copystack(gp, bytes);
}

// In deterministic mode a time slice is a number of safepoints.
bool detSliceOver(G* gp) {
  VM* vm = gp->vm;
  if (--vm->sched->detSlice > 0) return false;
  vm->sched->detSlice = 1 + vm->random.below(static_cast<uint32_t>(vm->knobs.detslice));
  vm->clock.advance(kDetSliceNs);
  return true;
}

// What others want of gp, which may give way. Whether it is to.
bool wishes(G* gp) {
  VM* vm = gp->vm;
  // order: seq_cst, see restoreStackLimit(); acquire pairs with the release of whoever wants the collection: a missed wish is
  // seen at the next safepoint.
  if (vm->sched->gcwaiting.loadSeqCst()) return true;
  if (vm->gcWanted.loadAcquire() || vm->knobs.gcstress != 0 || gp->gcAssistBytes < 0 || gp->preemptScan.loadSeqCst()) {
    if (gcAtSafepoint(gp)) return true;
    if (vm->sched->gcwaiting.loadSeqCst()) return true;  // somebody else is stopping the world
  }
  if (vm->sched->det && vm->knobs.detslice != 0 && detSliceOver(gp)) return true;
  return gp->preempt.exchange(false, std::memory_order_seq_cst);
}

}  // namespace

Safepoint safepointSlow(G* gp, const Slot* needTop) {
  VM* vm = gp->vm;
  if (HOOD_UNLIKELY(gp->preemptShrink.loadRelaxed())) {  // ours, while it runs
    gp->preemptShrink.storeRelaxed(false);
    auto above = needTop - gp->fp;
    shrinkstack(gp);
    needTop = gp->fp + above;
  }
  auto need = static_cast<size_t>(needTop - gp->stackLo) + (kStackGuard - kStackRedZone);
  if (need > static_cast<size_t>(gp->stackHi - gp->stackLo)) {
    growStack(gp, need);
  } else if (vm->knobs.stackstress) {
    copystack(gp, stackSize(gp));
  }
  if (HOOD_UNLIKELY(gp->profTicks.loadRelaxed() != 0)) takeTicks(gp);  // ours, while it runs
  bool preempted = gp->m->locks == 0 && wishes(gp);
  restoreStackLimit(gp);
  return preempted ? Safepoint::Preempt : Safepoint::Continue;
}

void preemptone(G* gp) {
  // order: see restoreStackLimit().
  gp->preempt.store(true, std::memory_order_seq_cst);
  gp->stackLimit.store(0, std::memory_order_seq_cst);
}

}  // namespace hood::rt
