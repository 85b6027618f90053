// Stopping the world.
// Mirrors:    src/runtime/proc.go (stopTheWorldWithSema, startTheWorldWithSema, gcstopm, freezetheworld). Book: 5.4, 8.3.
// Differs:    see stw.h.
// Invariants: stopwait is the number of Ps that are neither halted nor ours; who brings it to 0 wakes stopnote.
// Locks:      Sched::lock.
// Try:        hood run testdata/ch06_sched/gomaxprocs.go
#include "runtime/sched/stw.h"

#include <unistd.h>

#include "base/check.h"
#include "runtime/sched/stack.h"
#include "runtime/sched/work_sources.h"

namespace hood::rt {
namespace {

// Sets the trap of every running goroutine. One that starts to run meanwhile sees gcwaiting itself: restoreStackLimit().
void preemptall(Sched* s) {
  int32_t n = s->gomaxprocs.loadRelaxed();  // changes in a stopped world only
  for (int32_t i = 0; i < n; i++) {
    M* m = s->allp[i]->m.loadSeqCst();
    if (m == nullptr) continue;
    // order: seq_cst with start() and restoreStackLimit(): we see the goroutine, or that sees gcwaiting.
    G* gp = m->curg.loadSeqCst();
    if (gp != nullptr) gp->stackLimit.store(0, std::memory_order_seq_cst);
  }
}

void halt(P* pp) { pp->status.storeSeqCst(static_cast<uint32_t>(PStatus::GcStop)); }

void stopTheWorld(Sched* s, M* m) {
  s->lock.lock();
  s->stopwait = s->gomaxprocs.loadRelaxed();
  s->stopnote.clear();
  s->gcwaiting.storeSeqCst(true);  // order: see preemptall()
  preemptall(s);
  halt(m->p);
  s->stopwait--;
  for (P* pp : s->allp) {
    // In a system call: the P is ours if we are faster than the M that comes back. order: it sees all or nothing of it.
    auto inSyscall = static_cast<uint32_t>(PStatus::Syscall);
    if (pp->status.loadRelaxed() == inSyscall && pp->status.casAcqRel(inSyscall, static_cast<uint32_t>(PStatus::GcStop))) {
      pp->syscalltick.fetchAddRelaxed(1);  // read by sysmon as a hint
      s->stopwait--;
    }
  }
  while (P* pp = pidleget(s)) {
    halt(pp);
    s->stopwait--;
  }
  bool wait = s->stopwait > 0;
  s->lock.unlock();
  while (wait && !s->stopnote.sleepFor(100'000)) preemptall(s);
}

void startTheWorld(Sched* s, int32_t newprocs) {
  s->lock.lock();
  P* runnable = procresize(s, newprocs != 0 ? newprocs : s->gomaxprocs.loadRelaxed());
  s->gcwaiting.storeSeqCst(false);
  sysmonWakeLocked(s);
  s->lock.unlock();
  while (runnable != nullptr) {
    P* pp = runnable;
    runnable = pp->link;
    pp->link = nullptr;
    startm(s, pp, false);
  }
  // One more for what is in the global queue, or can be stolen.
  wakep(s);
}

// The write barrier may have been turned on or off, and our P may be another one.
void takeBarrier(M* m) {
  m->g0.wbBuf = m->p->wbBuf;
  if (G* gp = m->curg.loadRelaxed()) gp->wbBuf = m->p->wbBuf;  // ours
}

}  // namespace

StoppedWorld::StoppedWorld(VM* vm) : vm_(vm), stopped_(true) {
  Sched* s = vm->sched;
  if (s->det) return;  // no other thread exists
  // order: acquire pairs with the release of the last stopper; what it changed is visible.
  stopped_ = s->worldStopper.casAcqRel(false, true);
  if (stopped_) stopTheWorld(s, currentM(vm));
}

StoppedWorld::~StoppedWorld() {
  if (!stopped_) return;
  Sched* s = vm_->sched;
  if (s->det) {
    LockGuard guard(s->lock);
    if (newprocs_ != 0) procresize(s, newprocs_);
    takeBarrier(currentM(vm_));
    return;
  }
  startTheWorld(s, newprocs_);
  takeBarrier(currentM(vm_));
  s->worldStopper.storeRelease(false);  // order: pairs with the acquire of the next stopper
}

Outcome retryLater(G* gp) {
  auto requeue = [](G* g, void*) {
    casgstatus(g, GStatus::Waiting, GStatus::Runnable);
    globrunqput(g->vm->sched, g);
    return true;
  };
  gopark(gp, requeue, nullptr, WaitReason::Zero);
  return Outcome::Retry;
}

void freezetheworld(VM* vm) {
  Sched* s = vm->sched;
  if (s == nullptr || s->det) return;
  // Whoever stops the world now keeps it stopped: we only need a bit of it, and take no lock that somebody may hold.
  for (int i = 0; i < 5; i++) {
    s->gcwaiting.storeSeqCst(true);  // order: see preemptall()
    preemptall(s);
    usleep(1000);
  }
}

void gcstopm(M* m) {
  Sched* s = m->vm->sched;
  if (m->spinning.loadRelaxed()) {  // ours
    m->spinning.storeRelaxed(false);
    // order: seq_cst as in findRunnable(); whoever starts the world looks at all queues.
    s->nmspinning.fetchAddSeqCst(-1);
  }
  P* pp = releasep(m);
  {
    LockGuard guard(s->lock);
    halt(pp);
    if (--s->stopwait == 0) s->stopnote.wakeup();
  }
  stopm(m);
}

}  // namespace hood::rt
