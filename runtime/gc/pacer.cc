// When to collect.
// Mirrors:    src/runtime/mgcpacer.go. Book: 8.6.
// Differs:    see pacer.h.

#include "runtime/gc/pacer.h"

#include <algorithm>

#include "runtime/alloc/mheap.h"
#include "runtime/core/vm.h"
#include "runtime/gc/cycle.h"

namespace hood::rt {

int64_t nextGoal(int64_t gcpercent, int64_t heapminimum, int64_t marked, int64_t roots) {
  if (gcpercent < 0) return INT64_MAX;
  __int128 goal = static_cast<__int128>(marked) + static_cast<__int128>(marked + roots) * gcpercent / 100;
  __int128 least = static_cast<__int128>(heapminimum) * gcpercent / 100;
  goal = std::max({goal, least, static_cast<__int128>(1)});
  return static_cast<int64_t>(std::min<__int128>(goal, INT64_MAX));
}

void gcSetTrigger(VM* vm) {
  const Gc* gc = vm->gc;
  int64_t goal = nextGoal(gc->gcpercent, vm->knobs.heapminimum, gc->heapMarked, gc->rootBytes);
  vm->gc->heapGoal = goal;
  vm->heap->gcTrigger.storeRelaxed(goal);  // relaxed: a stale trigger shifts a cycle by one span
}

int64_t gcSetPercent(VM* vm, int64_t percent) {
  int64_t old = vm->gc->gcpercent;
  vm->gc->gcpercent = percent < 0 ? -1 : percent;
  gcSetTrigger(vm);
  return old;
}

}  // namespace hood::rt
