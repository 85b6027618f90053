// The network poller: the part that is the same everywhere.
// Mirrors:    src/runtime/netpoll.go. Book: 6.4.
// Differs:    see netpoll.h.
// Invariants: see netpoll.h.
// Locks:      Netpoll::lock, PollDesc::lock.
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

// Why no operation of this direction may begin, or go on.
PollError checkError(PollDesc* pd, PollMode m) {
  if (pd->closing.loadSeqCst()) return PollError::Closing;
  return pd->deadline(m).when.loadSeqCst() == kPollPassed ? PollError::Timeout : PollError::None;
}

// Makes the wait in this direction end without readiness. Runs on pp.
void cancelWait(P* pp, PollDesc* pd, PollMode m) {
  G* waiter = unblock(pd, m, false);
  if (waiter == nullptr) return;
  pp->vm->sched->netpoll->waiters.fetchAddSeqCst(-1);
  goready(pp, waiter);
}

// The timer of a deadline: what it was set for may be long over.
template <PollMode kMode>
void deadlinePassed(P* pp, Timer* t, uint64_t seq) {
  auto* d = reinterpret_cast<PollDeadline*>(reinterpret_cast<char*>(t) - offsetof(PollDeadline, timer));
  auto* pd =
      reinterpret_cast<PollDesc*>(reinterpret_cast<char*>(d - static_cast<int>(kMode)) - offsetof(PollDesc, deadlines));
  {
    LockGuard guard(pd->lock);
    if (d->seq != seq) return;
    d->when.storeSeqCst(kPollPassed);  // order: who is about to wait sees it, or is found next
  }
  cancelWait(pp, pd, kMode);
}

// REQUIRES pd->lock.
void clearDeadline(PollDesc* pd, PollMode m) {
  PollDeadline& d = pd->deadline(m);
  d.seq++;
  deltimer(&d.timer);
  d.when.storeSeqCst(0);
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
  for (PollMode m : {PollMode::Read, PollMode::Write}) cancelWait(gp->m->p, pd, m);
}

void pollSetDeadline(G* gp, PollDesc* pd, PollMode m, int64_t when) {
  {
    LockGuard guard(pd->lock);
    if (pd->closing.loadSeqCst()) return;
    clearDeadline(pd, m);
    PollDeadline& d = pd->deadline(m);
    d.when.storeSeqCst(when);  // order: as in deadlinePassed()
    if (when > 0) {
      d.timer.when = when;
      d.timer.loc = reinterpret_cast<void*>(d.seq);
      d.timer.fn = m == PollMode::Read ? deadlinePassed<PollMode::Read> : deadlinePassed<PollMode::Write>;
      addtimer(gp->m->p, &d.timer);
    }
  }
  if (when == kPollPassed) cancelWait(gp->m->p, pd, m);
}

void pollClose(VM* vm, PollDesc* pd) {
  Netpoll* np = vm->sched->netpoll;
  HOOD_CHECK(pd->closing.loadRelaxed());  // pollUnblock came first
  pollerClose(np, pd);
  {
    LockGuard guard(pd->lock);
    for (PollMode m : {PollMode::Read, PollMode::Write}) clearDeadline(pd, m);
  }
  LockGuard guard(np->lock);
  pd->link = np->free;
  np->free = pd;
}

PollError pollReset(PollDesc* pd, PollMode m) {
  PollError error = checkError(pd, m);
  if (error == PollError::None) pd->waiter(m).storeSeqCst(kPollNil);  // only the one user of this direction gets here
  return error;
}

Outcome pollWait(G* gp, PollDesc* pd, PollMode m, PollError* error) {
  Atomic<uintptr_t>& w = pd->waiter(m);
  for (;;) {
    *error = checkError(pd, m);
    if (*error != PollError::None) return Outcome::Done;
    if (w.casSeqCst(kPollReady, kPollNil)) return Outcome::Done;
    if (w.casSeqCst(kPollNil, kPollWait)) break;
    uintptr_t now = w.loadSeqCst();
    if (now != kPollReady && now != kPollNil) throwFatal("runtime: double wait");
  }
  // order: seq_cst with pollUnblock() and deadlines, which may have come before they could find us.
  *error = checkError(pd, m);
  if (*error != PollError::None) {
    w.storeSeqCst(kPollNil);
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
