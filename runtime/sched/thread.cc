// Ms: threads that come and go as Ps need them; goroutines that are locked to one.
// Mirrors:    src/runtime/proc.go (newm, mstart, startm, stopm, handoffp, stoplockedm, LockOSThread). Book: 5.2, 5.9.
// Differs:    no template thread: signal masks and the like are the process's.
// Invariants: nmidle counts the idle list; an M there has no P and is not spinning.
// Locks:      Sched::lock.
// Try:        hood run testdata/ch06_sched/lock_os_thread.go
#include <pthread.h>

#include <string>

#include "base/check.h"
#include "runtime/core/vm.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/work_sources.h"

namespace hood::rt {
namespace {

// Which M a thread is. Not state of a VM: the thread's own name.
thread_local M* tlsM = nullptr;

constexpr size_t kThreadStack = 1 << 20;  // for natives; goroutines have stacks of their own

void* mstart(void* arg) {
  auto* m = static_cast<M*>(arg);
  setCurrentM(m);
  P* pp = m->nextp;
  m->nextp = nullptr;
  acquirep(m, pp);
  int code = schedule(m);
  if (m->lockedg.loadRelaxed() != nullptr || code != kThreadEnds) exitProcess(m->vm, code);
  // The record is for the next thread: nothing of this one looks at it from here on. Others may still, as at one without a P.
  setCurrentM(nullptr);
  Sched* s = m->vm->sched;
  LockGuard guard(s->lock);
  m->schedlink = s->mfree;
  s->mfree = m;
  return nullptr;
}

// A new thread for pp. REQUIRES lock; releases it.
void newm(Sched* s, P* pp, bool spinning) {
  if (s->mcount >= s->maxmcount) {
    s->lock.unlock();
    s->vm->err->write("runtime: program exceeds " + std::to_string(s->maxmcount) + "-thread limit\n");
    fatal(s->vm, "thread exhaustion");
  }
  M* m = s->mfree;
  if (m != nullptr) {
    s->mfree = m->schedlink;
    m->schedlink = nullptr;
  } else {
    m = new M{};
    m->vm = s->vm;
    m->id = s->mnext++;
    m->g0.vm = s->vm;
    m->g0.m = m;
    m->alllink = s->allm;
    s->allm = m;
  }
  m->nextp = pp;
  m->spinning.storeRelaxed(spinning);  // published by the start of the thread
  s->mcount++;
  s->lock.unlock();
  pthread_attr_t attr;
  pthread_attr_init(&attr);
  pthread_attr_setstacksize(&attr, kThreadStack);
  pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
  pthread_t thread;
  int error = pthread_create(&thread, &attr, mstart, m);
  pthread_attr_destroy(&attr);
  if (error != 0) {
    s->vm->err->write("runtime: failed to create new OS thread (have " + std::to_string(s->mcount) +
                      " already; errno=" + std::to_string(error) + ")\n");
    fatal(s->vm, "newosproc");
  }
}

void mput(Sched* s, M* m) {
  m->schedlink = s->midle;
  s->midle = m;
  s->nmidle++;
  checkdead(s);
}
M* mget(Sched* s) {
  M* m = s->midle;
  if (m == nullptr) return nullptr;
  s->midle = m->schedlink;
  m->schedlink = nullptr;
  s->nmidle--;
  return m;
}

// Sleeps until somebody gives m a P.
void parkForP(M* m) {
  m->park.sleep();
  m->park.clear();
  P* pp = m->nextp;
  m->nextp = nullptr;
  acquirep(m, pp);
}

}  // namespace

M* currentM(VM* vm) { return tlsM != nullptr && tlsM->vm == vm ? tlsM : &vm->sched->m0; }
void setCurrentM(M* m) { tlsM = m; }
M* threadM() { return tlsM; }

void startm(Sched* s, P* pp, bool spinning) {
  s->lock.lock();
  if (pp == nullptr) {
    pp = pidleget(s);
    if (pp == nullptr) {
      s->lock.unlock();
      if (spinning) s->nmspinning.fetchAddSeqCst(-1);  // the caller counted it for nothing
      return;
    }
  }
  M* m = mget(s);
  if (m == nullptr) return newm(s, pp, spinning);
  s->lock.unlock();
  HOOD_CHECK(m->nextp == nullptr);
  m->spinning.storeRelaxed(spinning);  // published by the note
  m->nextp = pp;
  m->park.wakeup();
}

void stopm(M* m) {
  HOOD_CHECK(m->locks == 0 && m->p == nullptr && !m->spinning.loadRelaxed());
  Sched* s = m->vm->sched;
  s->lock.lock();
  mput(s, m);
  s->lock.unlock();
  parkForP(m);
}

void handoffp(Sched* s, P* pp) {
  // It has work, or may have some soon that nobody is looking for.
  if (!runqempty(pp) || s->runqsize.loadSeqCst() != 0 || gcWantsP(s->vm)) return startm(s, pp, false);
  if (s->nmspinning.loadSeqCst() + s->npidle.loadSeqCst() == 0 && s->nmspinning.casSeqCst(0, 1)) {
    return startm(s, pp, true);
  }
  s->lock.lock();
  if (s->gcwaiting.loadSeqCst()) {
    pp->status.storeSeqCst(static_cast<uint32_t>(PStatus::GcStop));
    if (--s->stopwait == 0) s->stopnote.wakeup();
    s->lock.unlock();
    return;
  }
  // Nobody else is running: somebody must look at the network.
  bool last = s->npidle.loadRelaxed() == s->gomaxprocs.loadRelaxed() - 1 && s->lastpoll.loadRelaxed() != 0;
  if (s->runqsize.loadRelaxed() != 0 || last) {  // changes under the lock
    s->lock.unlock();
    return startm(s, pp, false);
  }
  int64_t when = pp->timer0When.loadRelaxed();  // its owner's last word
  pidleput(s, pp);
  s->lock.unlock();
  if (when != 0) wakeNetPoller(s, when);
}

// ---- locked to a thread ----------------------------------------------------------------------------------------

void stoplockedm(M* m) {
  Sched* s = m->vm->sched;
  HOOD_CHECK(m->lockedg.loadRelaxed()->lockedm.loadRelaxed() == m);
  if (m->p != nullptr) handoffp(s, releasep(m));
  s->lock.lock();
  s->nmidlelocked++;
  checkdead(s);
  s->lock.unlock();
  parkForP(m);
}

void startlockedm(M* m, G* gp) {
  Sched* s = m->vm->sched;
  M* to = gp->lockedm.loadRelaxed();
  HOOD_CHECK(to != m && to->nextp == nullptr);
  {
    LockGuard guard(s->lock);
    s->nmidlelocked--;
  }
  to->nextp = releasep(m);
  to->park.wakeup();
  stopm(m);
}

void exitLockedM(M* m) {
  Sched* s = m->vm->sched;
  handoffp(s, releasep(m));
  s->lock.lock();
  if (m == &s->m0) {
    // The process's first thread cannot end without it. It counts as system's: it will never run anything.
    s->nmsys++;
    checkdead(s);
    s->lock.unlock();
    for (;;) m->park.sleep();
  }
  s->mcount--;
  // The record stays in allm, as one that has no P and no goroutine; mstart() puts it aside for the next thread.
  checkdead(s);
  s->lock.unlock();
}

void lockOSThread(G* gp) {
  gp->lockedCount++;
  if (gp->lockedCount > 1) return;
  gp->lockedExt = true;
  gp->lockedm.storeRelaxed(gp->m);
  gp->m->lockedg.storeRelaxed(gp);
}

void unlockOSThread(G* gp) {
  if (gp->lockedCount == 0 || --gp->lockedCount != 0) return;
  gp->lockedExt = false;
  gp->lockedm.storeRelaxed(nullptr);
  gp->m->lockedg.storeRelaxed(nullptr);
}

int64_t setMaxThreads(Sched* s, int64_t n) {
  s->lock.lock();
  int64_t old = s->maxmcount;
  s->maxmcount = n > INT32_MAX ? INT32_MAX : n;
  bool over = s->mcount > s->maxmcount;
  s->lock.unlock();
  if (over) {
    s->vm->err->write("runtime: program exceeds " + std::to_string(n) + "-thread limit\n");
    fatal(s->vm, "thread exhaustion");
  }
  return old;
}

}  // namespace hood::rt
