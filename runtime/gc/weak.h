// Weak pointers: they lead to an object as long as something else keeps it.
// Mirrors:    src/runtime/mheap.go (specialWeakHandle, Go 1.24). Book: 8.7.
// Differs:    one table per VM instead of records of spans; handles are cleared at mark termination, not by the sweeper. There
//             is a handle per address, so pointers to the same place are equal, those to different fields are not.
// Invariants: a handle is an object without pointers that holds the address, or 0 once that object was found unreachable. The
//             table keeps neither of the two.
// Locks:      lock_ (rank WeakHandles); clearUnreachable() needs none, it runs in a stopped world.
// Try:        hood run testdata/ch08_gc/weak.go
#pragma once

#include <cstdint>
#include <unordered_map>

#include "base/atomic.h"
#include "runtime/core/mutex.h"

namespace hood::rt {

struct G;
struct Mheap;

struct WeakHandle {
  Atomic<uintptr_t> address;
};

class WeakHandles {
 public:
  // The handle of p, which the caller keeps alive.
  WeakHandle* handleOf(G* gp, void* p);
  // What the handle leads to, or nullptr. A cycle that is marking keeps it from now on.
  static void* strong(G* gp, const WeakHandle* handle);

  // After marking, before finalizers keep anything.
  void clearUnreachable(Mheap* h);

 private:
  Mutex lock_{LockRank::WeakHandles};
  std::unordered_map<uintptr_t, WeakHandle*> table_;  // by address
};

}  // namespace hood::rt
