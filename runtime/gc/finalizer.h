// Finalizers and cleanups: functions to run when an object has become unreachable.
// Mirrors:    src/runtime/mfinal.go, mcleanup.go (Go 1.24), mheap.go (specialfinalizer). Book: 8.7.
// Differs:    one table per VM instead of a list per span (specials.h says when the dead are found). The finalizer goroutine is
//             Go code over two natives (nextFinalizer waits for work).
// Invariants: what an object with a finalizer points to is alive, the object itself need not be. So of objects that point to
//             each other in a chain only the first is finalized in a cycle, and those in a ring of several never are.
//             A cleanup keeps nothing of its object: it runs once that is gone for good, after its finalizer at the earliest.
// Locks:      lock_ (rank Specials), also for the records of other kinds when their objects die.
#pragma once

#include <cstdint>
#include <deque>
#include <map>

#include "runtime/core/engine.h"
#include "runtime/core/mutex.h"
#include "runtime/core/value.h"
#include "runtime/gc/specials.h"

namespace hood::rt {

struct G;
class Marker;

struct Finalizer {
  void* obj;  // as given to SetFinalizer: the start of an object, or a tiny one in its block; nullptr: a cleanup, whose
              // func() takes nothing
  const Closure* fn;    // nullptr: a nil func
  const Type* fnType;   // of the function
  const Type* objType;  // of the pointer
};

class Finalizers {
 public:
  explicit Finalizers(VM* vm) : vm_(vm) {}

  // false: obj has one already. *first: this is the first finalizer of all, nobody runs them yet.
  bool add(const Finalizer& f, bool* first);
  void remove(void* obj);
  // fn runs when the object that p points into is gone. Returns the cleanup's id, which with p names it.
  uint64_t addCleanup(G* gp, const void* p, const Closure* fn, bool* first);
  void stopCleanup(const void* p, uint64_t id);

  // While the collector marks: what is reachable from objects from `at` on (not they), and the functions, for some of them.
  // Where to go on; UINTPTR_MAX: done.
  uintptr_t markRoots(Marker& m, uintptr_t at);
  // f was added by gp, while the collector marks: as markRoots().
  void shadeAdded(G* gp, const Finalizer& f);

  // What gc/specials.h asks for; REQUIRES lock(). Moves finalizers of the range's dead objects to the queue and keeps the
  // objects for another cycle; so with the cleanups of those that stay dead.
  void queueDead(Mheap* h, AddressRange range);
  uintptr_t nextRecord(uintptr_t at) const;
  Mutex& lock() { return lock_; }

  // Takes the oldest queued finalizer. false: none.
  bool pop(G* gp, Finalizer& f);
  bool empty() const {
    LockGuard guard(lock_);
    return queue_.empty();
  }
  // The goroutine that runs finalizers parks here, if there are none; it is woken after a cycle that queued some.
  void wait(G* gp);
  void wakeIfQueued(VM* vm);
  void scanQueue(PointerVisitor& v);

 private:
  static bool commitWait(G* gp, void* self);

  VM* vm_;
  mutable Mutex lock_{LockRank::Specials};  // guards all below
  struct Cleanup {
    uint64_t id;
    const Closure* fn;
  };

  std::map<uintptr_t, Finalizer> table_;        // by address: the queue's order does not depend on hashing
  std::multimap<uintptr_t, Cleanup> cleanups_;  // by the address that was given
  uint64_t cleanupIds_ = 0;
  std::deque<Finalizer> queue_;
  G* waiting_ = nullptr;
  bool used_ = false;
};

void scanFinalizerQueue(VM* vm, PointerVisitor& v);

}  // namespace hood::rt
