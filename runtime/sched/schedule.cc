// The scheduler's loop: which goroutine runs next, and what becomes of it when it stops.
// Mirrors:    src/runtime/proc.go (schedule, findRunnable, execute, park_m, goschedImpl). Book: 5.3.
// Differs:    a goroutine comes back as the value of Engine::run instead of by a switch of stacks.
// Try:        hood run --set trace=1 testdata/ch06_sched/round_robin.go
#include "base/check.h"
#include "runtime/core/engine.h"
#include "runtime/core/vm.h"
#include "runtime/sched/defer.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/stack.h"
#include "runtime/sched/work_sources.h"

namespace hood::rt {
namespace {

// Another P's goroutines. With one M only the Ps of a former, larger GOMAXPROCS can have any.
G* stealWork(P* pp) {
  Sched* s = pp->vm->sched;
  auto n = static_cast<uint32_t>(s->allp.size());
  if (n == 1) return nullptr;
  uint32_t start = pp->vm->random.below(n);
  for (int pass = 0; pass < 2; pass++) {
    for (uint32_t i = 0; i < n; i++) {
      P* victim = s->allp[(start + i) % n];
      if (victim == pp) continue;
      if (G* gp = runqsteal(pp, victim, pass == 1)) return gp;
    }
  }
  return nullptr;
}

// Sleeps until a timer is due or somebody calls wakep().
void stopm(M* m, int64_t until) {
  Sched* s = m->vm->sched;
  Clock& clock = m->vm->clock;
  if (until != 0 && clock.isVirtual()) {
    clock.advanceTo(until);
    return;
  }
  if (until == 0 && s->externalWaiters.loadAcquire() == 0) checkdead(s);
  m->park.clear();
  // order: seq_cst with wakep(): either it sees us idle and wakes us, or we see its goroutine in the second
  // look.
  s->idle.storeSeqCst(true);
  if (runqempty(m->p) && s->runqsize.loadSeqCst() == 0) {
    int64_t ns = until == 0 ? -1 : until - clock.nanotime();
    if (until == 0 || ns > 0) m->park.sleepFor(ns);
  }
  s->idle.storeSeqCst(false);
}

G* findRunnable(M* m, bool* inheritTime) {
  P* pp = m->p;
  Sched* s = m->vm->sched;
  for (;;) {
    *inheritTime = false;
    int64_t next = checkTimers(pp, 0);
    // Now and then the global queue first: two goroutines that ready each other must not lock out the rest.
    auto every = static_cast<uint32_t>(m->vm->knobs.schedtick);
    // runqsize is only a hint; globrunqget looks again under the lock.
    if (pp->schedtick.loadRelaxed() % every == 0 && s->runqsize.loadRelaxed() > 0) {
      if (G* gp = globrunqget(s, pp, 1)) return gp;
    }
    if (G* gp = runqget(pp, inheritTime)) return gp;
    if (s->runqsize.loadRelaxed() > 0) {
      if (G* gp = globrunqget(s, pp, 0)) return gp;
    }
    if (G* gp = stealWork(pp)) return gp;
    stopm(m, next);
  }
}

void dropg(M* m, G* gp) {
  m->curg.storeRelaxed(nullptr);  // sysmon's wish may still reach the old one: harmless
  gp->m = nullptr;
}

// The goroutine has said gopark(): it is at rest now, and others may learn of it. False: it goes on at once.
bool parkM(M* m, G* gp) {
  gp->waitSince = 0;  // the first collection that finds it waiting sets it
  casgstatus(gp, GStatus::Running, GStatus::Waiting);
  m->vm->trace.emit(m->p->id, gp->goid, Event::GoPark, gp->waitReason);
  dropg(m, gp);
  auto unlockf = gp->parkUnlock;
  void* lock = gp->parkLock;
  gp->parkUnlock = nullptr;
  gp->parkLock = nullptr;
  // From here on, if unlockf succeeds, the goroutine may be running elsewhere: do not touch it.
  if (unlockf == nullptr || unlockf(gp, lock)) return true;
  casgstatus(gp, GStatus::Waiting, GStatus::Runnable);
  return false;
}

void goschedImpl(M* m, G* gp, bool local, Event why) {
  casgstatus(gp, GStatus::Running, GStatus::Runnable);
  m->vm->trace.emit(m->p->id, gp->goid, why);
  dropg(m, gp);
  if (local) {
    runqput(m->p, gp, false);
  } else {
    globrunqput(m->vm->sched, gp);
  }
}

// Makes gp the running goroutine and finishes what it waited for.
void start(M* m, G* gp) {
  casgstatus(gp, GStatus::Runnable, GStatus::Running);
  gp->m = m;
  m->curg.storeRelaxed(gp);                             // sysmon may act on a stale one: harmless
  gp->preempt.store(false, std::memory_order_relaxed);  // an old wish: this is a new slice
  restoreStackLimit(gp);
  m->vm->trace.emit(m->p->id, gp->goid, Event::GoStart);
  if (auto finish = gp->resumeFn) {
    gp->resumeFn = nullptr;
    gp->wakePanic = finish(gp) == Outcome::Panic;
  }
}

// Whether some goroutine is running deferred calls because of a panic that will end the program.
bool somebodyPanics(Sched* s) {
  bool found = false;
  forEachG(s, [&](G* gp) { found = found || (gp->panicHead != nullptr && !gp->panicHead->goexit); });
  return found;
}

enum class Next { Schedule, SameG, Exit };

// What becomes of gp after it stopped.
Next finishRun(M* m, G* gp, RunEnd end) {
  switch (end) {
    case RunEnd::Parked: return parkM(m, gp) ? Next::Schedule : Next::SameG;
    case RunEnd::Yielded:
      goschedImpl(m, gp, gp->yieldLocal, Event::GoYield);
      gp->yieldLocal = false;
      return Next::Schedule;
    case RunEnd::Preempted: goschedImpl(m, gp, false, Event::GoPreempt); return Next::Schedule;
    case RunEnd::Exited: {
      m->vm->trace.emit(m->p->id, gp->goid, Event::GoEnd);
      Sched* s = m->vm->sched;
      bool wasMain = gp == s->mainG && !gp->goexiting;
      m->curg.storeRelaxed(nullptr);
      goexit0(m->p, gp);
      return wasMain ? Next::Exit : Next::Schedule;
    }
    case RunEnd::Fatal: return Next::Exit;
  }
  HOOD_UNREACHABLE("RunEnd");
}

}  // namespace

int schedule(M* m) {
  Sched* s = m->vm->sched;
  int grace = -1;  // rounds left for panicking goroutines after main has returned; -1: main has not
  G* gp = nullptr;
  for (;;) {
    if (gp == nullptr) {
      if (grace == 0 || (grace > 0 && (!somebodyPanics(s) || runqempty(m->p)))) return m->vm->exitCode.loadRelaxed();
      if (grace > 0) grace--;
      bool inheritTime = false;
      gp = findRunnable(m, &inheritTime);
      // One that was readied by the last continues its time slice: sysmon sees no new tick.
      if (!inheritTime) m->p->schedtick.addOwned(1);
    }
    start(m, gp);
    RunEnd end = m->vm->engine->run(gp);
    Next next = finishRun(m, gp, end);
    if (next == Next::Exit) {
      if (end == RunEnd::Fatal || !somebodyPanics(s)) return m->vm->exitCode.loadRelaxed();
      grace = 1000;
    }
    if (next != Next::SameG) gp = nullptr;
  }
}

void wakep(Sched* s) {
  // order: seq_cst, see stopm(). One look when the M is awake, which is nearly always.
  if (s->idle.loadSeqCst()) s->m0.park.wakeup();
}

void casgstatus(G* gp, GStatus from, GStatus to) {
  auto expected = static_cast<uint32_t>(from);
  // order: acq_rel hands the stack over together with the status.
  bool ok = gp->status.compare_exchange_strong(expected, static_cast<uint32_t>(to), std::memory_order_acq_rel);
  HOOD_CHECK(ok);
}

void entersyscall(G* gp) {
  gp->m->p->syscalltick.addOwned(1);
  gp->m->vm->trace.emit(gp->m->p->id, gp->goid, Event::GoSyscall);
  casgstatus(gp, GStatus::Running, GStatus::Syscall);
}
void exitsyscall(G* gp) {
  gp->m->p->syscalltick.addOwned(1);
  casgstatus(gp, GStatus::Syscall, GStatus::Running);
}

}  // namespace hood::rt
