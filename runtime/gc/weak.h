// Weak pointers: they lead to an object as long as something else keeps it.
// Mirrors:    src/runtime/mheap.go (specialWeakHandle, Go 1.24). Book: 8.7.
// Differs:    one table per VM instead of records of spans (specials.h). There is a handle per address, so pointers to the same
//             place are equal, those to different fields are not.
// Invariants: a handle is an object without pointers that holds the address, or 0 once that object was found unreachable. The
//             table keeps the handle as long as the object lives, and not the object. An object that the last mark phase did not
//             reach is gone for everybody at once, though its handle is cleared a little later.
// Locks:      lock_ (rank WeakHandles).
// Try:        hood run testdata/ch08_gc/weak.go
#pragma once

#include <cstdint>
#include <map>

#include "base/atomic.h"
#include "runtime/core/mutex.h"
#include "runtime/gc/specials.h"

namespace hood::rt {

struct G;
class Marker;

struct WeakHandle {
  Atomic<uintptr_t> address;
};

class WeakHandles {
 public:
  // The handle of p, which the caller keeps alive.
  WeakHandle* handleOf(G* gp, void* p);
  // What the handle leads to, or nullptr. A cycle that is marking keeps it from now on.
  static void* strong(G* gp, const WeakHandle* handle);

  // Greys the handles of addresses from `at` on, some of them; where to go on, UINTPTR_MAX: done.
  uintptr_t markRoots(Marker& m, uintptr_t at);
  // What gc/specials.h asks for: forgets the dead of the range, which are not swept yet.
  void clearDead(Mheap* h, AddressRange range);
  uintptr_t nextRecord(uintptr_t at);

 private:
  Mutex lock_{LockRank::WeakHandles};
  std::map<uintptr_t, WeakHandle*> table_;  // by address
};

}  // namespace hood::rt
