// Semaphores and notification lists, for package sync.
// Mirrors:    src/runtime/sema.go. Book: 6.2.
// Differs:    a released unit goes to the first waiter directly (Go lets newcomers snatch it; its Mutex
// allows for both).
// Invariants: a root's nwait counts the goroutines in its lists; a waiter is only woken together with its
// unit. Locks:      SemaRoot::lock (rank SemaRoot); NotifyList::lock. Try:        hood run
// testdata/ch05_sync/mutex_fairness.go
#pragma once

#include <cstdint>

#include "base/atomic.h"
#include "runtime/core/mutex.h"
#include "runtime/core/outcome.h"
#include "runtime/sched/park.h"

namespace hood::rt {

struct SemaRoot {
  Mutex lock{LockRank::SemaRoot};
  Sudog* treap = nullptr;     // the first waiter of each address, by address (sema.cc); guarded by lock
  Atomic<uint32_t> nwait{0};  // read without the lock by releasers
};
struct SemaTable {
  static constexpr int kSize = 251;  // prime, so as not to follow the pattern of the program's addresses
  SemaRoot roots[kSize];
};

// Waits until *addr > 0, then takes one. lifo: wait at the front of the line.
Outcome semacquire(G* gp, uint32_t* addr, bool lifo, WaitReason reason);
// Adds one to *addr and wakes a waiter. handoff: that one runs at once, in the rest of our time slice
// (Outcome::Yield).
Outcome semrelease(G* gp, uint32_t* addr, bool handoff);

// The waiters of a sync.Cond: the memory of its Go struct of the same name.
struct NotifyList {
  Atomic<uint32_t> wait;  // the ticket of the next waiter
  uint32_t notify;        // the ticket of the next waiter to be woken; guarded by lock
  Mutex lock;             // all zero: free
  Sudog* head;
  Sudog* tail;
};
static_assert(sizeof(NotifyList) == 32);
uint32_t notifyListAdd(NotifyList* l);
Outcome notifyListWait(G* gp, NotifyList* l, uint32_t ticket);
void notifyListNotifyAll(G* gp, NotifyList* l);
void notifyListNotifyOne(G* gp, NotifyList* l);

}  // namespace hood::rt
