// Parking and readying goroutines; the wait-list element.
// Mirrors:    src/runtime/proc.go (gopark, goready, acquireSudog), chan.go (waitq). Book: 5.1, 5.3.
// Differs:    see park.h.
// Locks:      a WaitQ is guarded by the lock of what it belongs to.
// Try:        hood run --set trace=1 testdata/ch05_sync/ping_pong.go
#include "runtime/sched/park.h"

#include <algorithm>

#include "base/check.h"
#include "runtime/core/vm.h"
#include "runtime/sched/bubble.h"
#include "runtime/sched/sched.h"

namespace hood::rt {

const char* waitReasonString(WaitReason r) {
  static constexpr const char* kTexts[] = {
#define HOOD_WAIT_REASON(name, text) text,
#include "runtime/sched/wait_reasons.def"
#undef HOOD_WAIT_REASON
  };
  return kTexts[static_cast<int>(r)];
}

void gopark(G* gp, bool (*unlockf)(G*, void*), void* lock, WaitReason reason) {
  HOOD_ASSERT(readgstatus(gp) == GStatus::Running);
  HOOD_ASSERT(gp->m->locks == 0);
  gp->parkUnlock = unlockf;
  gp->parkLock = lock;
  gp->waitReason = static_cast<uint8_t>(reason);
  const TimeProfiles& p = gp->vm->sched->profiles;
  bool timed = p.blockRate.loadRelaxed() != 0 || p.mutexRate.loadRelaxed() != 0;  // changed whenever the program likes
  gp->parkedAt = HOOD_UNLIKELY(timed) ? gp->vm->clock.nanotime() : 0;
}

void goready(P* pp, G* gp) { ready(pp, gp, true); }

void ready(P* pp, G* gp, bool next) {
  if (HOOD_UNLIKELY(gp->parkedAt != 0)) gp->parkedAt = -std::max<int64_t>(gp->vm->clock.nanotime() - gp->parkedAt, 1);
  if (HOOD_UNLIKELY(gp->bubbleIdle)) {
    gp->bubbleIdle = false;
    gp->bubble->running.fetchAddSeqCst(1);  // order: see bubble.cc
  }
  casgstatus(gp, GStatus::Waiting, GStatus::Runnable);
  pp->vm->trace.emit(pp->id, 0, Event::GoReady, static_cast<int64_t>(gp->goid));
  runqput(pp, gp, next);
  // order: the tail must be visible before wakep() looks for spinning Ms; runnext is seq_cst by itself. (An addition of 0,
  // because ThreadSanitizer knows no fences.)
  if (!next) pp->runqtail.fetchAddSeqCst(0);
  wakep(pp->vm->sched);
}

// ---- wait queues
// ---------------------------------------------------------------------------------------------------

void WaitQ::enqueue(Sudog* s) {
  s->next = nullptr;
  s->prev = last;
  if (last == nullptr) {
    first = s;
  } else {
    last->next = s;
  }
  last = s;
}

Sudog* WaitQ::dequeue() {
  for (;;) {
    Sudog* s = first;
    if (s == nullptr) return nullptr;
    first = s->next;
    if (first == nullptr) {
      last = nullptr;
    } else {
      first->prev = nullptr;
    }
    s->next = s->prev = nullptr;
    if (!s->isSelect) return s;
    // Another case may have won already, on another channel, without having had the time to take us off this
    // queue.
    uint32_t open = 0;
    // order: acq_rel, the winner is unique; it owns what the other cases of this goroutine point to.
    if (s->g->selectDone.compare_exchange_strong(open, 1, std::memory_order_acq_rel)) return s;
  }
}

void WaitQ::dequeueSudoG(Sudog* s) {
  if (s->prev == nullptr && s->next == nullptr && first != s) return;  // dequeued by someone else
  (s->prev != nullptr ? s->prev->next : first) = s->next;
  (s->next != nullptr ? s->next->prev : last) = s->prev;
  s->next = s->prev = nullptr;
}

Sudog* acquireSudog(P* pp) {
  Sudog* s = pp->sudogcache;
  if (s == nullptr) return new Sudog{};
  pp->sudogcache = s->next;
  pp->sudogN--;
  s->next = nullptr;
  return s;
}

void releaseSudog(P* pp, Sudog* s) {
  HOOD_ASSERT(s->prev == nullptr);
  constexpr uint32_t kMax = 1024;  // goroutines that wander leave them on other Ps than they take them from
  if (pp->sudogN >= kMax) {
    delete s;
    return;
  }
  pp->sudogN++;
  *s = Sudog{};
  s->next = pp->sudogcache;
  pp->sudogcache = s;
}

}  // namespace hood::rt
