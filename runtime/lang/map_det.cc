// Deterministic mode: writes to a map that another goroutine falls into.
// Mirrors:    nothing of Go's, where the machine decides whether two accesses overlap.
// Differs:    one thread finishes every write before anything else happens. So that maps used without a lock are found out, some
//             writes, drawn from the decision stream, say that they have begun and let others run before they happen.
// Invariants: the map is in the window of the waiting operation, which begins again afterwards: it stays alive.
// Locks:      none.
// Try:        hood run --det --seed 7 testdata/ch06_sched/map_concurrent.go
#include "runtime/core/vm.h"
#include "runtime/lang/map.h"
#include "runtime/lang/map_inl.h"
#include "runtime/sched/sched.h"

namespace hood::rt {
namespace {

constexpr uint32_t kOneIn = 8;  // writes

bool runnableAgain(G* gp, void*) {
  ready(currentM(gp->vm)->p, gp, false);
  return true;
}

Outcome beginAgain(G* gp) {
  auto* h = static_cast<Hmap*>(const_cast<void*>(gp->waitAddr));
  h->flags &= static_cast<uint8_t>(~kMapHashWriting);
  gp->waitAddr = nullptr;
  gp->mapWriteBegun = true;
  return Outcome::Done;
}

}  // namespace

bool mapWriteWaitsDet(G* gp, Hmap* h) {
  VM* vm = gp->vm;
  if (gp->mapWriteBegun) {
    gp->mapWriteBegun = false;
    return false;
  }
  if (h == nullptr || vm->knobs.detslice == 0 || gp->m->locks != 0 || vm->random.below(kOneIn) != 0) return false;
  if ((h->flags & kMapHashWriting) != 0) return false;  // the write itself will tell
  h->flags |= kMapHashWriting;
  gp->waitAddr = h;
  gp->resumeFn = beginAgain;
  gopark(gp, runnableAgain, nullptr, WaitReason::Zero);
  return true;
}

}  // namespace hood::rt
