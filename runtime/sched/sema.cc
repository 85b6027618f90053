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

// ---- the tree of addresses: a treap. Its nodes are the first waiters of each address; prev and next are the children, with
// smaller and larger addresses, and ticket is a random priority, smallest at the root, which keeps the tree flat. ----

// Puts what hangs below `parent` as `old` there as `s`, which may be nullptr.
void replaceChild(SemaRoot& r, Sudog* parent, Sudog* old, Sudog* s) {
  Sudog*& place = parent == nullptr ? r.treap : parent->prev == old ? parent->prev : parent->next;
  HOOD_ASSERT(place == old);
  place = s;
  if (s != nullptr) s->parent = parent;
}

// Lifts s, a child, above its parent; the order of addresses stays.
void rotateUp(SemaRoot& r, Sudog* s) {
  Sudog* p = s->parent;
  replaceChild(r, p->parent, p, s);
  Sudog*& inner = p->prev == s ? s->next : s->prev;  // the subtree between the two changes hands
  (p->prev == s ? p->prev : p->next) = inner;
  if (inner != nullptr) inner->parent = p;
  inner = p;
  p->parent = s;
}

// s takes the place of the node `old`, of the same address.
void replaceNode(SemaRoot& r, Sudog* old, Sudog* s) {
  s->ticket = old->ticket;
  s->prev = old->prev;
  s->next = old->next;
  if (s->prev != nullptr) s->prev->parent = s;
  if (s->next != nullptr) s->next->parent = s;
  replaceChild(r, old->parent, old, s);
  old->parent = old->prev = old->next = nullptr;
}

Sudog* findAddr(SemaRoot& r, const void* addr) {
  Sudog* s = r.treap;
  while (s != nullptr && s->elem != addr) s = addr < s->elem ? s->prev : s->next;
  return s;
}

void queue(SemaRoot& r, Sudog* s, uint32_t* addr, bool lifo, uint32_t priority) {
  s->elem = addr;
  if (Sudog* first = findAddr(r, addr)) {
    if (lifo) {
      s->waitlink = first;
      s->waittail = first->waittail;
      replaceNode(r, first, s);
    } else {
      first->waittail->waitlink = s;
      first->waittail = s;
    }
    return;
  }
  s->waittail = s;
  s->ticket = priority;
  Sudog* parent = nullptr;
  Sudog** place = &r.treap;
  while (*place != nullptr) {
    parent = *place;
    place = static_cast<void*>(addr) < parent->elem ? &parent->prev : &parent->next;
  }
  *place = s;
  s->parent = parent;
  while (s->parent != nullptr && s->parent->ticket > s->ticket) rotateUp(r, s);
}

void dequeueFirst(SemaRoot& r, Sudog* first) {
  if (Sudog* second = first->waitlink) {
    second->waittail = first->waittail;
    replaceNode(r, first, second);
  } else {
    // Down to where it has no children, then off.
    while (first->prev != nullptr || first->next != nullptr) {
      bool left = first->next == nullptr || (first->prev != nullptr && first->prev->ticket < first->next->ticket);
      rotateUp(r, left ? first->prev : first->next);
    }
    replaceChild(r, first->parent, first, nullptr);
  }
  first->parent = first->waitlink = first->waittail = nullptr;
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
  s->next = s->prev = s->parent = s->waitlink = s->waittail = nullptr;
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
  queue(r, s, addr, lifo, gp->m->p->random->next32());
  gp->waitAddr = addr;
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
  if (HOOD_UNLIKELY(s->g->parkedAt != 0)) mutexevent(gp, s->g);
  wake(gp, s);
  if (!handoff || gp->m->locks != 0) return Outcome::Done;
  gp->yieldLocal = true;
  return Outcome::Yield;
}

// ---- notification lists
// ----------------------------------------------------------------------------------------

namespace {

// The list is memory of the program's, which knows no ranks: the first user sets it.
void lockList(NotifyList* l) {
  l->lock.init(LockRank::NotifyList);
  l->lock.lock();
}

}  // namespace

uint32_t notifyListAdd(NotifyList* l) { return l->wait.fetchAddAcqRel(1); }  // order: with the Go code around the Cond

Outcome notifyListWait(G* gp, NotifyList* l, uint32_t ticket) {
  lockList(l);
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
  gp->waitAddr = l;
  gp->resumeFn = resumeWithSudog;
  gopark(gp, unlockList, l, WaitReason::SyncCondWait);
  return Outcome::Park;
}

void notifyListNotifyAll(G* gp, NotifyList* l) {
  lockList(l);
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
  lockList(l);
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
