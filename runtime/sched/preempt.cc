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

}  // namespace

Safepoint safepointSlow(G* gp, const Slot* needTop) {
  VM* vm = gp->vm;
  auto need = static_cast<size_t>(needTop - gp->stackLo) + (kStackGuard - kStackRedZone);
  if (need > static_cast<size_t>(gp->stackHi - gp->stackLo)) {
    growStack(gp, need);
  } else if (vm->knobs.stackstress) {
    copystack(gp, stackSize(gp));
  }
  // Acquire pairs with the release of whoever wants the collection; a missed wish is seen at the next
  // safepoint.
  if (vm->gcWanted.loadAcquire() || vm->knobs.gcstress != 0) gcAtSafepoint(gp);
  bool preempted = gp->m->locks == 0 && gp->preempt.exchange(false, std::memory_order_seq_cst);
  restoreStackLimit(gp);
  return preempted ? Safepoint::Preempt : Safepoint::Continue;
}

void preemptone(G* gp) {
  // order: see restoreStackLimit().
  gp->preempt.store(true, std::memory_order_seq_cst);
  gp->stackLimit.store(0, std::memory_order_seq_cst);
}

}  // namespace hood::rt
