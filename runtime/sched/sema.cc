// Semaphores and notification lists.
// Mirrors:    src/runtime/sema.go. Book: 6.2.
// Differs:    see sema.h.
// Locks:      SemaRoot::lock, NotifyList::lock. A goroutine is readied only after they are released.
// Try:        hood run testdata/ch05_sync/mutex_fairness.go
#include "runtime/sched/sema.h"

#include "base/check.h"
#include "runtime/core/vm.h"
#include "runtime/sched/sched.h"

namespace hood::rt {
namespace {

SemaRoot& rootOf(VM* vm, const uint32_t* addr) {
  return vm->sched->sema->roots[(reinterpret_cast<uintptr_t>(addr) >> 3) % SemaTable::kSize];
}

// The program's word, which Go code changes with atomics too.
bool cansemacquire(uint32_t* addr) {
  uint32_t v = __atomic_load_n(addr, __ATOMIC_SEQ_CST);
  while (v > 0) {
    if (__atomic_compare_exchange_n(addr, &v, v - 1, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) return true;
  }
  return false;
}

// The list of addresses is doubly linked through the first waiter of each; that one knows the others by
// waitlink.
void linkAddr(SemaRoot& r, Sudog* s) {
  s->prev = nullptr;
  s->next = r.addrs;
  if (r.addrs != nullptr) r.addrs->prev = s;
  r.addrs = s;
}
void unlinkAddr(SemaRoot& r, Sudog* s) {
  (s->prev != nullptr ? s->prev->next : r.addrs) = s->next;
  if (s->next != nullptr) s->next->prev = s->prev;
  s->next = s->prev = nullptr;
}
Sudog* findAddr(SemaRoot& r, const uint32_t* addr) {
  for (Sudog* s = r.addrs; s != nullptr; s = s->next) {
    if (s->elem == addr) return s;
  }
  return nullptr;
}

void queue(SemaRoot& r, Sudog* s, uint32_t* addr, bool lifo) {
  s->elem = addr;
  Sudog* first = findAddr(r, addr);
  if (first == nullptr) {
    s->waittail = s;
    linkAddr(r, s);
  } else if (lifo) {
    unlinkAddr(r, first);
    s->waitlink = first;
    s->waittail = first->waittail;
    linkAddr(r, s);
  } else {
    first->waittail->waitlink = s;
    first->waittail = s;
  }
}

void dequeueFirst(SemaRoot& r, Sudog* first) {
  unlinkAddr(r, first);
  Sudog* second = first->waitlink;
  if (second != nullptr) {
    second->waittail = first->waittail;
    linkAddr(r, second);
  }
  first->waitlink = first->waittail = nullptr;
}

bool unlockRoot(G*, void* root) {
  static_cast<SemaRoot*>(root)->lock.unlock();
  return true;
}
bool unlockList(G*, void* list) {
  static_cast<NotifyList*>(list)->lock.unlock();
  return true;
}

// The unit was taken for us by who woke us.
Outcome resumeWithSudog(G* gp) {
  releaseSudog(gp->m->p, static_cast<Sudog*>(gp->param));
  gp->param = nullptr;
  return Outcome::Done;
}

void wake(G* gp, Sudog* s) {
  s->next = s->prev = s->waitlink = s->waittail = nullptr;
  s->g->param = s;
  goready(gp->m->p, s->g);
}

}  // namespace

Outcome semacquire(G* gp, uint32_t* addr, bool lifo, WaitReason reason) {
  if (cansemacquire(addr)) return Outcome::Done;
  SemaRoot& r = rootOf(gp->vm, addr);
  r.lock.lock();
  // First say that we wait, then look again: a releaser either sees our count or we see its unit.
  r.nwait.storeSeqCst(r.nwait.loadRelaxed() + 1);
  if (cansemacquire(addr)) {
    r.nwait.storeSeqCst(r.nwait.loadRelaxed() - 1);
    r.lock.unlock();
    return Outcome::Done;
  }
  Sudog* s = acquireSudog(gp->m->p);
  s->g = gp;
  queue(r, s, addr, lifo);
  gp->resumeFn = resumeWithSudog;
  gopark(gp, unlockRoot, &r, reason);
  return Outcome::Park;
}

Outcome semrelease(G* gp, uint32_t* addr, bool handoff) {
  SemaRoot& r = rootOf(gp->vm, addr);
  __atomic_fetch_add(addr, 1, __ATOMIC_SEQ_CST);
  if (r.nwait.loadSeqCst() == 0) return Outcome::Done;
  r.lock.lock();
  Sudog* s = findAddr(r, addr);
  // Somebody may have taken the unit meanwhile: then it is for that one's release to wake the waiter.
  if (s == nullptr || !cansemacquire(addr)) {
    r.lock.unlock();
    return Outcome::Done;
  }
  dequeueFirst(r, s);
  r.nwait.storeSeqCst(r.nwait.loadRelaxed() - 1);
  r.lock.unlock();
  wake(gp, s);
  if (!handoff || gp->m->locks != 0) return Outcome::Done;
  gp->yieldLocal = true;
  return Outcome::Yield;
}

// ---- notification lists
// ----------------------------------------------------------------------------------------

uint32_t notifyListAdd(NotifyList* l) { return l->wait.fetchAddAcqRel(1); }  // order: with the Go code around the Cond

Outcome notifyListWait(G* gp, NotifyList* l, uint32_t ticket) {
  l->lock.lock();
  // Notified between Add and Wait? Tickets may wrap around.
  if (static_cast<int32_t>(ticket - l->notify) < 0) {
    l->lock.unlock();
    return Outcome::Done;
  }
  Sudog* s = acquireSudog(gp->m->p);
  s->g = gp;
  s->ticket = ticket;
  if (l->tail == nullptr) {
    l->head = s;
  } else {
    l->tail->next = s;
  }
  l->tail = s;
  gp->resumeFn = resumeWithSudog;
  gopark(gp, unlockList, l, WaitReason::SyncCondWait);
  return Outcome::Park;
}

void notifyListNotifyAll(G* gp, NotifyList* l) {
  l->lock.lock();
  Sudog* s = l->head;
  l->head = l->tail = nullptr;
  l->notify = l->wait.loadAcquire();  // order: with notifyListAdd()
  l->lock.unlock();
  while (s != nullptr) {
    Sudog* next = s->next;
    wake(gp, s);
    s = next;
  }
}

void notifyListNotifyOne(G* gp, NotifyList* l) {
  l->lock.lock();
  uint32_t ticket = l->notify;
  if (ticket == l->wait.loadAcquire()) {  // order: with notifyListAdd()
    l->lock.unlock();
    return;
  }
  l->notify = ticket + 1;
  // The waiter with that ticket may not be in the list yet: then it will see notify and not sleep.
  Sudog* prev = nullptr;
  Sudog* s = l->head;
  while (s != nullptr && s->ticket != ticket) {
    prev = s;
    s = s->next;
  }
  if (s != nullptr) {
    (prev != nullptr ? prev->next : l->head) = s->next;
    if (l->tail == s) l->tail = prev;
  }
  l->lock.unlock();
  if (s != nullptr) wake(gp, s);
}

}  // namespace hood::rt
