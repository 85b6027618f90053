// barrier=none: which stores the missing barrier would have seen.
// Mirrors:    nothing of Go's.
// Differs:    for teaching only: the verifier asks here which store hid an object from the collector.
// Invariants: a ring: the latest stores of the cycle.
// Locks:      lock_ (rank WorkPool); read in a stopped world.
#pragma once

#include <cstdint>
#include <vector>

#include "runtime/core/mutex.h"

namespace hood::rt {

struct G;

class BarrierLog {
 public:
  struct Entry {
    const void* slot;  // what was written to
    const void* old;
    const void* value;
    const void* pc;  // of the store, or the native's caller
    uint64_t goid;
  };

  void add(G* gp, const void* slot, const void* old, const void* v);
  void clear();
  // The latest store of `value`, or over `value`, at slot; slot nullptr: anywhere. nullptr: none is known.
  const Entry* findStored(const void* slot, const void* value) const;
  const Entry* findOverwritten(const void* value) const;

 private:
  static constexpr size_t kEntries = 1 << 16;

  Mutex lock_{LockRank::WorkPool};
  std::vector<Entry> ring_;  // entry i of all is at i % kEntries
  size_t n_ = 0;
};

}  // namespace hood::rt
