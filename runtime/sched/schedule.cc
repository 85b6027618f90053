// The scheduler's loop: which goroutine runs next, and what becomes of it when it stops.
// Mirrors:    src/runtime/proc.go (schedule, execute, park_m, goschedImpl, goexit0). Book: 5.3.
// Differs:    a goroutine comes back as the value of Engine::run instead of by a switch of stacks.
// Try:        hood run --set trace=1 testdata/ch06_sched/round_robin.go
#include <sched.h>
#include <unistd.h>

#include "base/check.h"
#include "runtime/core/engine.h"
#include "runtime/core/vm.h"
#include "runtime/sched/bubble.h"
#include "runtime/sched/defer.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/stack.h"
#include "runtime/sched/stw.h"
#include "runtime/sched/work_sources.h"

namespace hood::rt {
namespace {

void dropg(M* m, G* gp) {
  m->curg.storeRelaxed(nullptr);  // a late wish may still reach the old one: harmless
  gp->m = nullptr;
}

// The goroutine has said gopark(): it is at rest now, and others may learn of it. False: it goes on at once.
bool parkM(M* m, G* gp) {
  gp->waitSince = 0;  // the first collection that finds it waiting sets it
  m->vm->trace.emit(m->p->id, gp->goid, Event::GoPark, gp->waitReason);
  auto unlockf = gp->parkUnlock;
  void* lock = gp->parkLock;
  gp->parkUnlock = nullptr;
  gp->parkLock = nullptr;
  dropg(m, gp);
  Bubble* bubble = gp->bubble;
  bool durably = HOOD_UNLIKELY(bubble != nullptr) && bubbleBlocks(gp);
  casgstatus(gp, GStatus::Running, GStatus::Waiting);
  // From here on, if unlockf succeeds, the goroutine may be running elsewhere: do not touch it.
  bool parked = unlockf == nullptr || unlockf(gp, lock);
  if (!parked) casgstatus(gp, GStatus::Waiting, GStatus::Runnable);
  if (HOOD_UNLIKELY(durably)) bubbleParked(m->p, bubble, gp, parked);
  return parked;
}

enum class Queue { Global, LocalTail, LocalNext };

void goschedImpl(M* m, G* gp, Queue to, Event why) {
  m->vm->trace.emit(m->p->id, gp->goid, why);
  dropg(m, gp);
  casgstatus(gp, GStatus::Running, GStatus::Runnable);
  switch (to) {
    case Queue::Global: globrunqput(m->vm->sched, gp); return;
    case Queue::LocalTail: runqput(m->p, gp, false); return;
    case Queue::LocalNext: runqput(m->p, gp, true); return;
  }
}

// Makes gp the running goroutine and finishes what it waited for.
void start(M* m, G* gp) {
  casgstatus(gp, GStatus::Runnable, GStatus::Running);
  gp->m = m;
  gp->wbBuf = m->g0.wbBuf;
  gp->preempt.store(false, std::memory_order_relaxed);                // an old wish: this is a new slice
  gp->stackLimit.store(stackLimitOf(gp), std::memory_order_relaxed);  // published by curg: wishes come later
  // order: seq_cst; who stops the world sees gp and sets its limit, or we see gcwaiting.
  m->curg.storeSeqCst(gp);
  // A collection that is wanted (relaxed: a late one waits for the next start) needs a goroutine at a safepoint.
  bool wanted = m->vm->sched->gcwaiting.loadSeqCst() || m->vm->gcWanted.loadRelaxed();
  if (HOOD_UNLIKELY(wanted)) gp->stackLimit.store(0, std::memory_order_relaxed);  // ours
  m->vm->trace.emit(m->p->id, gp->goid, Event::GoStart);
  if (HOOD_UNLIKELY(gp->parkedAt < 0)) blockevent(gp);
  if (auto finish = gp->resumeFn) {
    gp->resumeFn = nullptr;
    gp->wakePanic = finish(gp) == Outcome::Panic;
  }
}

// The goroutine waits in a native for a P (syscall.cc): it gets ours.
void giveToSyscall(M* m, G* gp) {
  M* to = gp->syscallm;
  gp->syscallm = nullptr;
  to->nextp = releasep(m);
  to->park.wakeup();
  stopm(m);
}

// m has found something to do: another one may go looking.
void resetspinning(M* m) {
  Sched* s = m->vm->sched;
  m->spinning.storeRelaxed(false);  // ours
  int32_t before = s->nmspinning.fetchAddSeqCst(-1);
  HOOD_CHECK(before > 0);
  wakep(s);
}

G* pick(M* m, bool* inheritTime) {
  Sched* s = m->vm->sched;
  while (s->det) {
    if (G* gp = findRunnableDet(m, inheritTime)) return gp;
    gcRunWorker(m);
  }
  for (;;) {
    if (m->lockedg.loadRelaxed() != nullptr) {
      stoplockedm(m);
      *inheritTime = false;
      return m->lockedg.loadRelaxed();
    }
    G* gp = findRunnable(m, inheritTime);
    if (m->spinning.loadRelaxed()) resetspinning(m);
    if (HOOD_UNLIKELY(gp == nullptr)) {
      m->p->schedtick.addOwned(1);
      gcRunWorker(m);
    } else if (HOOD_UNLIKELY(gp->syscallm != nullptr)) {
      giveToSyscall(m, gp);
    } else if (HOOD_UNLIKELY(gp->lockedm.loadRelaxed() != nullptr)) {
      startlockedm(m, gp);
    } else {
      return gp;
    }
  }
}

enum class Next { Schedule, SameG, Exit, ThreadEnds };

Next exited(M* m, G* gp) {
  Sched* s = m->vm->sched;
  m->vm->trace.emit(m->p->id, gp->goid, Event::GoEnd);
  bool wasMain = gp == s->mainG && !gp->goexiting;
  bool locked = gp->lockedm.loadRelaxed() != nullptr;
  m->curg.storeRelaxed(nullptr);
  m->lockedg.storeRelaxed(nullptr);
  if (HOOD_UNLIKELY(gp->bubble != nullptr)) bubbleLeave(m->p, gp);
  goexit0(m->p, gp);
  if (wasMain) return Next::Exit;
  if (!locked || s->det) return Next::Schedule;
  exitLockedM(m);
  return Next::ThreadEnds;
}

// What becomes of gp after it stopped.
Next finishRun(M* m, G* gp, RunEnd end) {
  switch (end) {
    case RunEnd::Parked: return parkM(m, gp) ? Next::Schedule : Next::SameG;
    case RunEnd::Yielded: {
      Queue to = gp->yieldLocal ? Queue::LocalTail : Queue::Global;
      gp->yieldLocal = false;
      goschedImpl(m, gp, to, Event::GoYield);
      return Next::Schedule;
    }
    case RunEnd::Preempted: {
      if (gp->parkUnlock != nullptr) return parkM(m, gp) ? Next::Schedule : Next::SameG;  // an assist waits for credit
      // For a stopped world only: it goes on where it is, in the same time slice.
      bool same = !m->vm->sched->det && m->vm->sched->gcwaiting.loadSeqCst() && m->lockedg.loadRelaxed() == nullptr;
      goschedImpl(m, gp, same ? Queue::LocalNext : Queue::Global, Event::GoPreempt);
      return Next::Schedule;
    }
    case RunEnd::Exited: return exited(m, gp);
    case RunEnd::Fatal: return Next::Exit;
  }
  HOOD_UNREACHABLE("RunEnd");
}

// The main goroutine has ended. Goroutines that are running deferred calls because of a panic get some time to report it.
G* pickBeforeExit(M* m) {
  Sched* s = m->vm->sched;
  for (int i = 0; i < 1000 && s->runningPanicDefers.loadSeqCst() > 0; i++) {
    if (!s->det && s->gcwaiting.loadSeqCst()) gcstopm(m);
    bool inherit;
    G* gp = runqget(m->p, &inherit);
    if (gp == nullptr) gp = globrunqget(s, m->p, 1);
    if (gp != nullptr && gp->syscallm == nullptr && gp->lockedm.loadRelaxed() == nullptr) return gp;
    if (gp != nullptr) globrunqput(s, gp);
    if (s->det) return nullptr;
    usleep(10);
  }
  return nullptr;
}

// The program ends because main has returned. The exit code.
int endOfMain(VM* vm) {
  reportBlocked(vm);
  return vm->exitCode.loadRelaxed();
}

}  // namespace

int schedule(M* m) {
  Sched* s = m->vm->sched;
  int grace = -1;  // rounds left for panicking goroutines after main has returned; -1: main has not
  G* gp = nullptr;
  for (;;) {
    if (gp == nullptr) {
      bool inheritTime = false;
      if (HOOD_UNLIKELY(grace >= 0)) {
        gp = grace-- > 0 ? pickBeforeExit(m) : nullptr;
        if (gp == nullptr) return endOfMain(m->vm);
      } else {
        gp = pick(m, &inheritTime);
      }
      // One that was readied by the last continues its time slice: sysmon sees no new tick.
      if (!inheritTime) m->p->schedtick.addOwned(1);
    }
    start(m, gp);
    RunEnd end = m->vm->engine->run(gp);
    switch (finishRun(m, gp, end)) {
      case Next::SameG: break;
      case Next::Schedule: gp = nullptr; break;
      case Next::ThreadEnds: return kThreadEnds;
      case Next::Exit:
        if (end == RunEnd::Fatal) return m->vm->exitCode.loadRelaxed();
        if (s->runningPanicDefers.loadSeqCst() == 0) return endOfMain(m->vm);
        grace = 1000;
        gp = nullptr;
        break;
    }
  }
}

void casgstatus(G* gp, GStatus from, GStatus to) {
  auto expected = static_cast<uint32_t>(from);
  // order: acq_rel hands the stack over together with the status.
  while (!gp->status.compare_exchange_strong(expected, static_cast<uint32_t>(to), std::memory_order_acq_rel)) {
    HOOD_CHECK(expected == (static_cast<uint32_t>(from) | kGscan));
    sched_yield();  // a marker reads the stack; it has a P and will not be long
    expected = static_cast<uint32_t>(from);
  }
}

}  // namespace hood::rt
