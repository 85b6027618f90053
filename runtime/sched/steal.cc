// Finding work: where an M looks, in which order, when it gives up, and who wakes it.
// Mirrors:    src/runtime/proc.go (findRunnable, stealWork, checkRunqsNoP, checkTimersNoP, wakep, injectglist). Book: 5.3.
// Differs:    the global queue is looked at once more together with the others after spinning. A mark worker is no goroutine.
//
// An M without work spins for a while: it holds a P and looks into all queues. Who makes a goroutine runnable wakes a
// thread only if none is spinning and a P is idle. An M that stops spinning, first, gives its P to the idle list, then says
// that it no longer spins, then looks at all queues once more. Either it sees the new goroutine or its maker sees that nobody
// spins: all four accesses are sequentially consistent.
//
// If it sees one but no idle P is left, `needspinning` tells the next M that would go idle to look once more (golang/go#43997).
//
// Invariants: nmspinning counts the Ms with `spinning` set, and starts that were promised to become one.
// Locks:      Sched::lock.
// Try:        hood run --set schedtrace=100 testdata/ch06_sched/parallel_work.go
#include "base/check.h"
#include "runtime/core/vm.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/stw.h"
#include "runtime/sched/work_sources.h"

namespace hood::rt {
namespace {

// What an M knows while it looks for work.
struct Search {
  int64_t now = 0;        // 0: the clock was not asked yet
  int64_t pollUntil = 0;  // the earliest timer seen; 0: none
  bool newWork = false;   // a timer ran: it may have readied something

  void sawTimer(int64_t when) {
    if (when != 0 && (pollUntil == 0 || when < pollUntil)) pollUntil = when;
  }
};

// Looks into the other Ps, in random order, four times; the last time also at what they are about to run, and their timers.
G* stealWork(P* pp, Search& f) {
  Sched* s = pp->vm->sched;
  auto n = static_cast<uint32_t>(s->gomaxprocs.loadAcquire());
  constexpr int kRounds = 4;
  for (int round = 0; round < kRounds; round++) {
    bool last = round == kRounds - 1;
    uint32_t start = pp->random->below(n);
    for (uint32_t i = 0; i < n; i++) {
      if (s->gcwaiting.loadSeqCst()) {
        f.newWork = true;  // look again, after the stop
        return nullptr;
      }
      P* victim = s->allp[static_cast<int32_t>((start + i) % n)];
      if (victim == pp) continue;
      if (last && victim->timer0When.loadRelaxed() != 0) {  // a hint
        bool ran = false;
        f.sawTimer(checkTimers(victim, pp, &f.now, &ran));
        if (ran) {
          bool inherit;
          if (G* gp = runqget(pp, &inherit)) return gp;
          f.newWork = true;
        }
      }
      // A P without an M has nothing in its queue; its timers were looked at.
      if (victim->status.loadRelaxed() == static_cast<uint32_t>(PStatus::Idle)) continue;  // a hint
      if (G* gp = runqsteal(pp, victim, last)) return gp;
    }
  }
  return nullptr;
}

// Timers of other Ps that are due, for an M that does not steal: whoever has such a P may be waiting for a CPU, perhaps for
// ours. Without this an M that found one due would poll for no time, over and over, until the other got to run. Whether one ran.
bool runOthersTimers(P* pp, Search& f) {
  Sched* s = pp->vm->sched;
  bool ran = false;
  int32_t n = s->gomaxprocs.loadAcquire();
  for (int32_t i = 0; i < n; i++) {
    if (s->allp[i] != pp) f.sawTimer(checkTimers(s->allp[i], pp, &f.now, &ran));
  }
  return ran;
}

// What can be had without leaving the P.
G* localWork(M* m, P* pp, bool* inheritTime) {
  Sched* s = m->vm->sched;
  // Now and then the global queue first: two goroutines that ready each other must not lock out the rest.
  auto every = static_cast<uint32_t>(m->vm->knobs.schedtick);
  *inheritTime = false;
  // runqsize is only a hint; globrunqget looks again under the lock.
  if (pp->schedtick.loadRelaxed() % every == 0 && s->runqsize.loadRelaxed() > 0) {
    if (G* gp = globrunqget(s, pp, 1)) return gp;
  }
  if (G* gp = runqget(pp, inheritTime)) return gp;
  if (s->runqsize.loadRelaxed() > 0) {
    if (G* gp = globrunqget(s, pp, 0)) return gp;
  }
  if (netpollInited(s) && netpollAnyWaiters(s) && s->lastpoll.loadRelaxed() != 0) {  // nobody is blocked there
    GQueue q = netpoll(s, 0);
    if (G* gp = q.pop()) {
      injectglist(s, q);
      return gp;
    }
  }
  return nullptr;
}

// m has no P and no longer spins: is there a queue that filled up meanwhile? Then it gets a P for it.
bool recheckQueues(M* m) {
  Sched* s = m->vm->sched;
  bool work = s->runqsize.loadSeqCst() != 0;
  int32_t n = s->gomaxprocs.loadAcquire();
  for (int32_t i = 0; i < n && !work; i++) work = !runqempty(s->allp[i]);
  if (!work) return false;
  LockGuard guard(s->lock);
  P* pp = pidleget(s);
  if (pp == nullptr) {
    // All Ps run. One that is about to go idle may not have looked, because we were looking: it is to look again.
    s->needspinning.storeSeqCst(true);
    return false;
  }
  acquirep(m, pp);
  return true;
}

void recheckTimers(Sched* s, Search& f) {
  int32_t n = s->gomaxprocs.loadAcquire();
  for (int32_t i = 0; i < n; i++) f.sawTimer(s->allp[i]->timer0When.loadSeqCst());
}

void becomeSpinning(M* m) {
  m->spinning.storeRelaxed(true);  // ours
  m->vm->sched->nmspinning.fetchAddSeqCst(1);
  m->vm->sched->needspinning.storeSeqCst(false);
}

// Blocks in the network poller until something is ready, a timer is due, or somebody breaks it off. Afterwards m may have a
// P. Returns a goroutine to run at once, if there is one.
G* blockInNetpoll(M* m, const Search& f) {
  Sched* s = m->vm->sched;
  s->pollUntil.storeSeqCst(f.pollUntil);
  int64_t delay = -1;
  if (f.pollUntil != 0) {
    delay = f.pollUntil - m->vm->clock.nanotime();
    if (delay < 0) delay = 0;
  }
  GQueue q = netpoll(s, delay);
  s->pollUntil.storeSeqCst(0);
  s->lastpoll.storeSeqCst(m->vm->clock.nanotime());
  s->lock.lock();
  P* pp = pidleget(s);
  s->lock.unlock();
  if (pp == nullptr) {
    injectglist(s, q);
    return nullptr;
  }
  acquirep(m, pp);
  G* gp = q.pop();
  if (gp != nullptr) injectglist(s, q);
  return gp;
}

}  // namespace

G* findRunnable(M* m, bool* inheritTime) {
  Sched* s = m->vm->sched;
  for (;;) {
    if (s->gcwaiting.loadSeqCst()) {
      gcstopm(m);
      continue;
    }
    P* pp = m->p;
    Search f;
    bool ran = false;
    f.sawTimer(checkTimers(pp, pp, &f.now, &ran));  // before a mark worker that may keep the P for long
    if (gcFindWorker(pp, false)) return nullptr;
    if (G* gp = localWork(m, pp, inheritTime)) return gp;
    *inheritTime = false;
    // At most half of the busy Ps may be looked for by spinning Ms: more would only burn time.
    int32_t busy = s->gomaxprocs.loadAcquire() - s->npidle.loadSeqCst();
    if (m->spinning.loadRelaxed() || 2 * s->nmspinning.loadSeqCst() < busy) {
      if (!m->spinning.loadRelaxed()) becomeSpinning(m);
      if (G* gp = stealWork(pp, f)) return gp;
      if (f.newWork) continue;
    } else if (runOthersTimers(pp, f)) {
      continue;
    }
    if (gcFindWorker(pp, true)) return nullptr;
    if (gcSweepIdle(m->vm)) continue;
    // Nothing. Give the P up, unless something came in at the last moment.
    s->lock.lock();
    if (s->gcwaiting.loadSeqCst()) {
      s->lock.unlock();
      continue;
    }
    if (s->runqsize.loadRelaxed() != 0) {  // changes under the lock
      G* gp = globrunqgetLocked(s, pp, 0);
      s->lock.unlock();
      return gp;
    }
    if (!m->spinning.loadRelaxed() && s->needspinning.loadRelaxed()) {  // set under the lock
      becomeSpinning(m);
      s->lock.unlock();
      continue;
    }
    pidleput(s, releasep(m));
    s->lock.unlock();
    bool wasSpinning = m->spinning.loadRelaxed();
    if (wasSpinning) {
      m->spinning.storeRelaxed(false);
      int32_t before = s->nmspinning.fetchAddSeqCst(-1);
      HOOD_CHECK(before > 0);
      if (recheckQueues(m)) {
        becomeSpinning(m);
        continue;
      }
    }
    recheckTimers(s, f);
    bool mustPoll = netpollInited(s) && (netpollAnyWaiters(s) || f.pollUntil != 0);
    if (mustPoll && s->lastpoll.exchangeSeqCst(0) != 0) {
      G* gp = blockInNetpoll(m, f);
      if (gp != nullptr) return gp;
      if (m->p != nullptr) {
        if (wasSpinning) becomeSpinning(m);
        continue;
      }
    } else if (f.pollUntil != 0 && netpollInited(s)) {
      int64_t until = s->pollUntil.loadSeqCst();
      if (until == 0 || until > f.pollUntil) netpollBreak(s);
    }
    stopm(m);
  }
}

void wakep(Sched* s) {
  if (s->det) return;
  // order: seq_cst, see the top of this file. One look when all are busy, which is nearly always.
  if (s->npidle.loadSeqCst() == 0) return;
  if (s->nmspinning.loadSeqCst() != 0 || !s->nmspinning.casSeqCst(0, 1)) return;
  startm(s, nullptr, true);
}

void injectglist(Sched* s, GQueue q) {
  if (q.empty()) return;
  int32_t n = q.size;
  globrunqput(s, q);
  if (s->det) return;
  for (; n > 0 && s->npidle.loadSeqCst() != 0; n--) startm(s, nullptr, false);
}

void readyFromOutside(Sched* s, G* gp) {
  casgstatus(gp, GStatus::Waiting, GStatus::Runnable);
  GQueue q;
  q.pushBack(gp);
  injectglist(s, q);
}

}  // namespace hood::rt
