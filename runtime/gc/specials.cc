// Records of objects.
// Mirrors:    src/runtime/mheap.go, mgcsweep.go.
// Differs:    see specials.h.
// Invariants: see specials.h.

#include "runtime/gc/specials.h"

#include <algorithm>

#include "runtime/alloc/mheap.h"
#include "runtime/core/clock.h"
#include "runtime/core/vm.h"
#include "runtime/gc/cycle.h"
#include "runtime/sched/sched.h"

namespace hood::rt {
namespace {

constexpr int64_t kReapNs = 500'000;  // what a goroutine that ended a cycle by chance may lose to it

uint64_t* wordOf(const Mheap* h, const HeapObject& obj) { return h->arena.allocBits(obj.firstPage) + obj.index / 64; }

// What belongs to the dead among the objects of the range. REQUIRES the lock of finalizers; the span is not swept yet, or the
// caller's.
void reap(Mheap* h, AddressRange range) {
  Gc* gc = h->vm->gc;
  gc->weak.clearDead(h, range);
  gc->finalizers.queueDead(h, range);
  gc->profile.freeDead(h, range);
}

// The first address from `at` on that has a record. UINTPTR_MAX: none.
uintptr_t nextRecord(Gc* gc, uintptr_t at) {
  return std::min({gc->weak.nextRecord(at), gc->finalizers.nextRecord(at), gc->profile.nextRecord(at)});
}

}  // namespace

void noteSpecial(Mheap* h, uintptr_t p) {
  if (Mspan* s = h->spanOf(p)) s->specials.storeRelaxed(true);  // relaxed: see specials.h
}

bool diedUnswept(const Mheap* h, uintptr_t p) {
  HeapObject obj;
  if (!h->arena.findObject(p, obj)) return false;
  // Somebody may sweep the span at this moment, and free it. Its record stays readable.
  const Mspan* s = h->arena.spanAtOrNull(obj.firstPage);
  // order: acquire pairs with the end of sweepSpan(): who finds the span swept finds its handles cleared.
  if (s == nullptr || s->sweepgen.loadAcquire() != h->sweepgen - 2) return false;
  uint64_t word = __atomic_load_n(wordOf(h, obj), __ATOMIC_RELAXED);  // relaxed: bits of the dead change under the lock only
  return (word >> (obj.index % 64) & 1) == 0;
}

void keepDead(Mheap* h, uintptr_t p) {
  HeapObject obj;
  if (!h->arena.findObject(p, obj)) return;
  uint64_t bit = uint64_t{1} << (obj.index % 64);
  // relaxed: a reader that is late takes it for dead, as it was
  if (__atomic_fetch_or(wordOf(h, obj), bit, __ATOMIC_RELAXED) & bit) return;
  h->heapLive.fetchAddRelaxed(static_cast<int64_t>(h->arena.spanAt(obj.firstPage)->elemsize));  // a sum
}

void sweepSpecials(Mheap* h, Mspan* s) {
  Gc* gc = h->vm->gc;
  LockGuard guard(gc->finalizers.lock());
  reap(h, {s->base, s->limit()});
  // False first: who adds one meanwhile, of an object that is alive, says true after the look or is found by it.
  s->specials.storeRelaxed(false);
  if (nextRecord(gc, s->base) < s->limit()) s->specials.storeRelaxed(true);  // relaxed: nextRecord() takes the adders' locks
}

void gcReapSpecials(VM* vm, bool all) {
  Gc* gc = vm->gc;
  Mheap* h = vm->heap;
  int64_t until = Clock::realNanotime() + kReapNs;
  // order: as in start(). In deterministic mode no clock is asked.
  for (uintptr_t at = 0; !vm->sched->gcwaiting.loadSeqCst();) {
    if (!all && !vm->sched->det && Clock::realNanotime() > until) return;
    LockGuard guard(gc->finalizers.lock());
    at = nextRecord(gc, at);
    if (at == UINTPTR_MAX) return;
    Mspan* s = h->spanOf(at);  // its objects have records, so nobody frees it before he has the lock
    if (s == nullptr) {        // a global's
      at++;
      continue;
    }
    uintptr_t end = std::max(s->limit(), at + 1);
    // order: none: who sweeps it has had the lock since
    if (s->sweepgen.loadRelaxed() != h->sweepgen) reap(h, {s->base, end});
    at = end;
  }
}

}  // namespace hood::rt
