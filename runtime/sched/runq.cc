// Run queues: the ring of a P, the global list, stealing.
// Mirrors:    src/runtime/proc.go (runqput, runqget, runqgrab, runqsteal, globrunq*). Book: 5.2.
// Differs:    nothing but the names of the atomics.
// Invariants: runqtail - runqhead <= kRunqSize; only the owner moves runqtail; whoever moves runqhead by CAS
// owns the Gs
//             between. Slots outside of [runqhead, runqtail) hold stale pointers.
// Try:        hood run --set schedtrace=100 testdata/ch06_sched/spawn.go
#include <unistd.h>

#include "base/check.h"
#include "runtime/core/vm.h"
#include "runtime/sched/sched.h"

namespace hood::rt {

void GQueue::pushBack(G* gp) {
  gp->schedlink = nullptr;
  if (tail != nullptr) {
    tail->schedlink = gp;
  } else {
    head = gp;
  }
  tail = gp;
  size++;
}
void GQueue::pushBackAll(GQueue q) {
  if (q.head == nullptr) return;
  if (tail != nullptr) {
    tail->schedlink = q.head;
  } else {
    head = q.head;
  }
  tail = q.tail;
  size += q.size;
}
G* GQueue::pop() {
  G* gp = head;
  if (gp == nullptr) return nullptr;
  head = gp->schedlink;
  if (head == nullptr) tail = nullptr;
  gp->schedlink = nullptr;
  size--;
  return gp;
}

namespace {

// The ring is full: half of it and gp go to the global queue in one batch. False: a thief was faster, there
// is room.
bool runqputslow(P* pp, G* gp, uint32_t h, uint32_t t) {
  G* batch[kRunqSize / 2 + 1];
  uint32_t n = (t - h) / 2;
  HOOD_CHECK(n == kRunqSize / 2);
  for (uint32_t i = 0; i < n; i++) batch[i] = pp->runq[(h + i) % kRunqSize].loadRelaxed();  // published by our own tail
  // order: release says that we are done reading; pairs with the acquire of runqhead by the next writer of
  // those slots.
  if (!pp->runqhead.casRelease(h, h + n)) return false;
  batch[n] = gp;
  GQueue q;
  for (uint32_t i = 0; i <= n; i++) q.pushBack(batch[i]);
  globrunqput(pp->vm->sched, q);
  return true;
}

}  // namespace

void runqput(P* pp, G* gp, bool next) {
  if (next) {
    // order: seq_cst, so that a thief that takes gp from runnext sees it whole, we see the G that we kick out, and
    // wakep(), which comes next, sees an M that stopped looking too early to find gp.
    G* old = pp->runnext.exchangeSeqCst(gp);
    if (old == nullptr) return;
    gp = old;  // the kicked-out one goes to the tail
  }
  for (;;) {
    // order: acquire so that slots freed by thieves are free; pairs with the release of the CAS on runqhead.
    uint32_t h = pp->runqhead.loadAcquire();
    uint32_t t = pp->runqtail.loadRelaxed();  // ours
    if (t - h < kRunqSize) {
      pp->runq[t % kRunqSize].storeRelaxed(gp);
      // order: release publishes the slot; pairs with the acquire of runqtail in runqgrab().
      pp->runqtail.storeRelease(t + 1);
      return;
    }
    if (runqputslow(pp, gp, h, t)) return;
  }
}

G* runqget(P* pp, bool* inheritTime) {
  // If runnext is not null, only a thief can change it, to null: one failed CAS means it is gone.
  G* next = pp->runnext.loadRelaxed();
  if (next != nullptr && pp->runnext.casAcqRel(next, nullptr)) {
    *inheritTime = true;
    return next;
  }
  *inheritTime = false;
  for (;;) {
    uint32_t h = pp->runqhead.loadAcquire();  // order: pairs with the release of thieves
    uint32_t t = pp->runqtail.loadRelaxed();  // ours
    if (t == h) return nullptr;
    G* gp = pp->runq[h % kRunqSize].loadRelaxed();     // published by our own tail
    if (pp->runqhead.casRelease(h, h + 1)) return gp;  // order: as in runqputslow()
  }
}

bool runqempty(const P* pp) {
  // A G can move from runnext to the ring between two looks: repeat until the tail stood still.
  for (;;) {
    // order: seq_cst with runqput() and the barrier of ready(): an M that stops looking must not overlook new work.
    uint32_t h = pp->runqhead.loadSeqCst();
    uint32_t t = pp->runqtail.loadSeqCst();
    G* next = pp->runnext.loadSeqCst();
    if (t == pp->runqtail.loadSeqCst()) return h == t && next == nullptr;
  }
}

namespace {

// Takes half of victim's queue into pp's ring from `at` on, without publishing. Returns how many.
uint32_t runqgrab(P* victim, P* pp, uint32_t at, bool stealRunNextG) {
  for (;;) {
    uint32_t h = victim->runqhead.loadAcquire();  // order: with other thieves
    uint32_t t = victim->runqtail.loadAcquire();  // order: pairs with the release in runqput()
    uint32_t n = t - h;
    n -= n / 2;
    if (n == 0) {
      if (!stealRunNextG) return 0;
      G* next = victim->runnext.loadRelaxed();  // a hint; the CAS decides
      if (next == nullptr) return 0;
      // The victim is about to run it: goroutines that talk to each other would only be torn apart. Give it time.
      bool runs = victim->status.loadRelaxed() == static_cast<uint32_t>(PStatus::Running);  // a hint
      if (runs && !pp->vm->sched->det) usleep(3);
      if (!victim->runnext.casAcqRel(next, nullptr)) continue;
      pp->runq[at % kRunqSize].storeRelaxed(next);
      return 1;
    }
    if (n > kRunqSize / 2) continue;  // h and t did not belong together
    for (uint32_t i = 0; i < n; i++) {
      pp->runq[(at + i) % kRunqSize].storeRelaxed(victim->runq[(h + i) % kRunqSize].loadRelaxed());
    }
    if (victim->runqhead.casRelease(h, h + n)) return n;  // order: as in runqputslow()
  }
}

}  // namespace

G* runqsteal(P* pp, P* victim, bool stealRunNextG) {
  uint32_t t = pp->runqtail.loadRelaxed();  // ours
  uint32_t n = runqgrab(victim, pp, t, stealRunNextG);
  if (n == 0) return nullptr;
  n--;
  G* gp = pp->runq[(t + n) % kRunqSize].loadRelaxed();
  if (n != 0) {
    uint32_t h = pp->runqhead.loadAcquire();  // order: with thieves of our own queue
    HOOD_CHECK(t - h + n < kRunqSize);
    pp->runqtail.storeRelease(t + n);  // order: as in runqput()
  }
  pp->vm->trace.emit(pp->id, 0, Event::GoSteal, victim->id, n + 1);
  return gp;
}

// ---- the global queue
// ----------------------------------------------------------------------------------------------

void globrunqput(Sched* s, GQueue q) {
  LockGuard guard(s->lock);
  s->runq.pushBackAll(q);
  s->runqsize.fetchAddSeqCst(q.size);  // order: an M that stops looking sees it, or wakep() sees that M idle
}

void globrunqput(Sched* s, G* gp) {
  GQueue q;
  q.pushBack(gp);
  globrunqput(s, q);
}

G* globrunqget(Sched* s, P* pp, int32_t max) {
  LockGuard guard(s->lock);
  return globrunqgetLocked(s, pp, max);
}

G* globrunqgetLocked(Sched* s, P* pp, int32_t max) {
  int32_t size = s->runqsize.loadRelaxed();  // written under the lock
  if (size == 0) return nullptr;
  int32_t n = size / s->gomaxprocs.loadRelaxed() + 1;  // a share; any recent number will do
  if (n > size) n = size;
  if (max > 0 && n > max) n = max;
  if (n > static_cast<int32_t>(kRunqSize / 2)) n = kRunqSize / 2;
  s->runqsize.fetchAddSeqCst(-n);
  G* gp = s->runq.pop();
  while (--n > 0) runqput(pp, s->runq.pop(), false);
  return gp;
}

}  // namespace hood::rt
