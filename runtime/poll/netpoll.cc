// The network poller: the part that is the same everywhere.
// Mirrors:    src/runtime/netpoll.go. Book: 6.4.
// Differs:    see netpoll.h.
// Invariants: see netpoll.h.
// Locks:      Netpoll::lock.
// Try:        hood run testdata/ch06_sched/pipe_park.go
#include "runtime/poll/netpoll.h"

#include <unistd.h>

#include "base/check.h"
#include "runtime/core/vm.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/work_sources.h"

namespace hood::rt {
namespace {

// REQUIRES Netpoll::lock, or a single thread.
void ensureInited(VM* vm, Netpoll* np) {
  if (np->inited.loadRelaxed()) return;
  if (!pollerInit(np)) fatal(vm, "runtime: netpollinit failed");
  np->inited.storeRelease(true);  // order: pairs with netpollInited(); its users see epfd
}

// Who waits in this direction is to go on. ready: and finds the descriptor so. Returns the goroutine to wake, or nullptr.
G* unblock(PollDesc* pd, PollMode m, bool ready) {
  Atomic<uintptr_t>& w = pd->waiter(m);
  for (;;) {
    uintptr_t old = w.loadSeqCst();
    if (old == kPollReady) return nullptr;
    if (old == kPollNil && !ready) return nullptr;
    // order: the goroutine and what it wrote before it waited are ours with the CAS.
    if (!w.casAcqRel(old, ready ? kPollReady : kPollNil)) continue;
    return old == kPollWait ? nullptr : reinterpret_cast<G*>(old);
  }
}

struct ReadyContext {
  Netpoll* np;
  GQueue* queue;
};

void collect(void* context, PollDesc* pd, bool readable, bool writable) {
  auto* c = static_cast<ReadyContext*>(context);
  (void)c->np->opened.loadAcquire();  // order: see pollOpen()
  auto take = [&](PollMode m) {
    G* gp = unblock(pd, m, true);
    if (gp == nullptr) return;
    c->np->waiters.fetchAddSeqCst(-1);
    casgstatus(gp, GStatus::Waiting, GStatus::Runnable);
    c->queue->pushBack(gp);
  };
  if (readable) take(PollMode::Read);
  if (writable) take(PollMode::Write);
}

// The goroutine is at rest. False: the descriptor became ready meanwhile.
bool blockcommit(G* gp, void* waiter) {
  Netpoll* np = gp->vm->sched->netpoll;
  np->waiters.fetchAddSeqCst(1);  // before anybody can take it off again
  // order: publishes the goroutine to unblock().
  if (static_cast<Atomic<uintptr_t>*>(waiter)->casAcqRel(kPollWait, reinterpret_cast<uintptr_t>(gp))) return true;
  np->waiters.fetchAddSeqCst(-1);
  return false;
}

}  // namespace

PollDesc* pollOpen(VM* vm, int fd, int* error) {
  Netpoll* np = vm->sched->netpoll;
  LockGuard guard(np->lock);
  ensureInited(vm, np);
  PollDesc* pd = np->free;
  if (pd != nullptr) {
    np->free = pd->link;
  } else {
    pd = new PollDesc{};
    np->all.push_back(pd);
  }
  pd->fd.storeRelaxed(fd);  // ours until it is registered
  pd->rg.storeRelaxed(kPollNil);
  pd->wg.storeRelaxed(kPollNil);
  pd->closing.storeRelaxed(false);
  // order: release; the kernel hands pd to whoever polls, which pairs by the acquire in netpoll(). (The kernel orders the two
  // itself, but neither the language nor ThreadSanitizer knows.)
  np->opened.fetchAddAcqRel(1);
  *error = pollerOpen(np, pd);
  if (*error == 0) return pd;
  pd->link = np->free;
  np->free = pd;
  return nullptr;
}

void pollUnblock(G* gp, PollDesc* pd) {
  pd->closing.storeSeqCst(true);  // order: who is about to wait sees it, or is found below
  for (PollMode m : {PollMode::Read, PollMode::Write}) {
    G* waiter = unblock(pd, m, false);
    if (waiter == nullptr) continue;
    gp->vm->sched->netpoll->waiters.fetchAddSeqCst(-1);
    goready(gp->m->p, waiter);
  }
}

void pollClose(VM* vm, PollDesc* pd) {
  Netpoll* np = vm->sched->netpoll;
  HOOD_CHECK(pd->closing.loadRelaxed());  // pollUnblock came first
  pollerClose(np, pd);
  LockGuard guard(np->lock);
  pd->link = np->free;
  np->free = pd;
}

PollError pollReset(PollDesc* pd, PollMode m) {
  if (pd->closing.loadSeqCst()) return PollError::Closing;
  pd->waiter(m).storeSeqCst(kPollNil);  // only the one user of this direction gets here
  return PollError::None;
}

Outcome pollWait(G* gp, PollDesc* pd, PollMode m, PollError* error) {
  *error = PollError::None;
  Atomic<uintptr_t>& w = pd->waiter(m);
  for (;;) {
    if (pd->closing.loadSeqCst()) {
      *error = PollError::Closing;
      return Outcome::Done;
    }
    if (w.casSeqCst(kPollReady, kPollNil)) return Outcome::Done;
    if (w.casSeqCst(kPollNil, kPollWait)) break;
    uintptr_t now = w.loadSeqCst();
    if (now != kPollReady && now != kPollNil) throwFatal("runtime: double wait");
  }
  // order: seq_cst with pollUnblock(), which may have come before it could find us.
  if (pd->closing.loadSeqCst()) {
    w.storeSeqCst(kPollNil);
    *error = PollError::Closing;
    return Outcome::Done;
  }
  gopark(gp, blockcommit, &w, WaitReason::IOWait);
  return Outcome::Retry;
}

// ---- the scheduler's side: work_sources.h ----------------------------------------------------------------------

// order: acquire pairs with the release in ensureInited().
bool netpollInited(const Sched* s) { return s->netpoll->inited.loadAcquire(); }
bool netpollAnyWaiters(const Sched* s) { return s->netpoll->waiters.loadSeqCst() > 0; }

GQueue netpoll(Sched* s, int64_t delay) {
  GQueue q;
  ReadyContext context{s->netpoll, &q};
  pollerWait(s->netpoll, delay, collect, &context);
  return q;
}

void netpollBreak(Sched* s) {
  // order: acq_rel; one break is enough until it was seen.
  if (s->netpoll->breaking.casAcqRel(false, true)) pollerBreak(s->netpoll);
}

void wakeNetPoller(Sched* s, int64_t when) {
  if (s->det) return;
  if (!netpollInited(s)) {  // from now on some thread is to look at timers
    LockGuard guard(s->netpoll->lock);
    ensureInited(s->vm, s->netpoll);
  }
  // order: seq_cst: the timer is published; an M that goes to sleep publishes lastpoll, then pollUntil.
  if (s->lastpoll.loadSeqCst() != 0) return wakep(s);
  int64_t until = s->pollUntil.loadSeqCst();
  if (until == 0 || until > when) netpollBreak(s);
}

void netpollFree(Sched* s) {
  Netpoll* np = s->netpoll;
  for (PollDesc* pd : np->all) delete pd;
  if (np->epfd >= 0) close(np->epfd);
  if (np->breakfd >= 0) close(np->breakfd);
  delete np;
  s->netpoll = nullptr;
}

void netpollInit(Sched* s) { s->netpoll = new Netpoll{}; }

}  // namespace hood::rt
