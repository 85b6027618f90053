// Ps: how many there are, who has them, which are idle.
// Mirrors:    src/runtime/proc.go (procresize, acquirep, releasep, pidleput, pidleget). Book: 5.2.
// Differs:    Ps beyond GOMAXPROCS keep their records, for the next time.
// Invariants: the idle list holds npidle Ps, all in status Idle without an M and without local goroutines.
// Locks:      Sched::lock for the list; procresize also wants a stopped world.
// Try:        hood run testdata/ch06_sched/gomaxprocs.go
#include "base/check.h"
#include "runtime/alloc/mheap.h"
#include "runtime/core/vm.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/work_sources.h"

namespace hood::rt {
namespace {

P* makeP(Sched* s) {
  auto* pp = new P{};
  pp->vm = s->vm;
  pp->id = s->allp.size();
  pp->status.storeRelaxed(static_cast<uint32_t>(PStatus::Dead));  // nobody else knows it yet
  if (s->det) {
    pp->random = &s->vm->random;
  } else {
    pp->ownRandom = s->vm->random.split();
    pp->random = &pp->ownRandom;
  }
  return pp;
}

// Takes everything from a P that is no longer wanted; `to` gets its timers.
void destroyP(Sched* s, P* pp, P* to) {
  GQueue q;
  bool inherit;
  while (G* gp = runqget(pp, &inherit)) q.pushBack(gp);
  int32_t n = q.size;
  // In front of the others: they have waited in this P's queue already.
  q.pushBackAll(s->runq);
  s->runq = q;
  s->runqsize.addOwned(n);
  moveTimers(to, pp);
  gcDestroyP(pp);
  if (pp->mcache != nullptr) {
    s->vm->heap->freeMcache(pp->mcache);
    pp->mcache = nullptr;
  }
  while (pp->gFree != nullptr) {
    G* gp = pp->gFree;
    pp->gFree = gp->schedlink;
    gp->schedlink = s->gFree;
    s->gFree = gp;
    s->gFreeN.addOwned(1);
  }
  pp->gFreeN.storeRelaxed(0);
  pp->status.storeRelaxed(static_cast<uint32_t>(PStatus::Dead));  // published by the lock
}

}  // namespace

P* procresize(Sched* s, int32_t n) {
  HOOD_CHECK(n > 0 && n <= kMaxProcs);
  int32_t old = s->allp.size() == 0 ? 0 : s->gomaxprocs.loadRelaxed();
  while (s->allp.size() < n) s->allp.add(makeP(s));
  for (int32_t i = 0; i < n; i++) {
    P* pp = s->allp[i];
    if (pp->mcache == nullptr && s->vm->heap != nullptr) pp->mcache = s->vm->heap->allocMcache();
    gcInitP(pp);
  }
  M* m = currentM(s->vm);
  P* mine = m->p;
  if (mine != nullptr && mine->id >= n) {  // ours goes: take another
    releasep(m);
    mine = nullptr;
  }
  if (mine == nullptr) {
    mine = s->allp[0];
    mine->status.storeRelaxed(static_cast<uint32_t>(PStatus::Idle));  // ours: the world is stopped
    acquirep(m, mine);
  }
  mine->status.storeSeqCst(static_cast<uint32_t>(PStatus::Running));
  for (int32_t i = n; i < old; i++) destroyP(s, s->allp[i], mine);
  s->gomaxprocs.storeRelease(n);  // order: published with the Ps; readers outside of a stopped world pair by acquire
  P* runnable = nullptr;
  for (int32_t i = n - 1; i >= 0; i--) {
    P* pp = s->allp[i];
    if (pp == mine) continue;
    pp->status.storeSeqCst(static_cast<uint32_t>(PStatus::Idle));
    if (runqempty(pp)) {
      pidleput(s, pp);
    } else {
      pp->link = runnable;
      runnable = pp;
    }
  }
  return runnable;
}

void acquirep(M* m, P* pp) {
  HOOD_CHECK(m->p == nullptr);
  HOOD_CHECK(pp->status.loadRelaxed() == static_cast<uint32_t>(PStatus::Idle));  // ours since the caller took it
  m->p = pp;
  m->g0.wbBuf = pp->wbBuf;
  pp->m.storeSeqCst(m);  // order: with preemptall(), see start()
  pp->status.storeSeqCst(static_cast<uint32_t>(PStatus::Running));
}

P* releasep(M* m) {
  P* pp = m->p;
  HOOD_CHECK(pp != nullptr && pp->m.loadRelaxed() == m);  // our own
  m->p = nullptr;
  m->g0.wbBuf = nullptr;
  pp->m.storeRelaxed(nullptr);                                    // published by the status
  pp->status.storeRelease(static_cast<uint32_t>(PStatus::Idle));  // order: pairs with the CAS or lock of who takes it
  return pp;
}

void pidleput(Sched* s, P* pp) {
  HOOD_CHECK(runqempty(pp));
  pp->link = s->pidle;
  s->pidle = pp;
  s->npidle.fetchAddSeqCst(1);  // order: see wakep()
}

P* pidleget(Sched* s) {
  P* pp = s->pidle;
  if (pp == nullptr) return nullptr;
  s->pidle = pp->link;
  pp->link = nullptr;
  s->npidle.fetchAddSeqCst(-1);
  sysmonWakeLocked(s);  // something runs: it is to watch
  return pp;
}

}  // namespace hood::rt
