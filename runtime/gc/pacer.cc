// When to collect.
// Mirrors:    src/runtime/mgcpacer.go. Book: 8.6.
// Differs:    see pacer.h.

#include "runtime/gc/pacer.h"

#include <algorithm>

#include "runtime/alloc/mheap.h"
#include "runtime/core/vm.h"
#include "runtime/gc/cycle.h"

namespace hood::rt {

int64_t nextGoal(const PacerInput& in) {
  using Wide = __int128;
  constexpr Wide kNever = INT64_MAX;
  Wide goal = kNever;
  if (in.gcpercent >= 0) {
    goal = Wide{in.marked} + (Wide{in.marked} + in.roots) * in.gcpercent / 100;
    goal = std::max(goal, Wide{in.heapminimum} * in.gcpercent / 100);
    // However small GOGC is, the sweeper gets some runway (Go's sweepMinHeapDistance, a quarter of the minimum heap):
    // otherwise a live heap near its goal is collected at every allocation.
    goal = std::max(goal, Wide{in.marked} + in.heapminimum / 4);
  }
  Wide forLimit = std::max(Wide{in.memoryLimit} - in.roots, Wide{in.marked} + in.marked / 16 + (64 << 10));
  if (in.memoryLimit != INT64_MAX) goal = std::min(goal, forLimit);
  return static_cast<int64_t>(std::clamp(goal, Wide{1}, kNever));
}

void gcSetTrigger(VM* vm) {
  const Gc* gc = vm->gc;
  int64_t goal = nextGoal({.gcpercent = gc->gcpercent.loadRelaxed(),  // written in a stopped world

                           .heapminimum = vm->knobs.heapminimum,
                           .memoryLimit = gc->memoryLimit,
                           .marked = gc->heapMarked,
                           .roots = gc->rootBytes});
  vm->gc->heapGoal = goal;
  vm->heap->gcTrigger.storeRelaxed(goal);  // relaxed: a stale trigger shifts a cycle by one span
}

int64_t gcSetPercent(VM* vm, int64_t percent) {
  int64_t old = vm->gc->gcpercent.loadRelaxed();
  vm->gc->gcpercent.storeRelaxed(percent < 0 ? -1 : percent);
  gcSetTrigger(vm);
  return old;
}

int64_t gcSetMemoryLimit(VM* vm, int64_t limit) {
  int64_t old = vm->gc->memoryLimit;
  if (limit >= 0) vm->gc->memoryLimit = limit;
  gcSetTrigger(vm);
  return old;
}

}  // namespace hood::rt
