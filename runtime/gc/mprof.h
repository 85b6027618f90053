// The memory profile: which calls allocate, and what of it is still in use.
// Mirrors:    src/runtime/mprof.go, malloc.go (profilealloc, fastexprand). Book: 4.7.
// Differs:    the allocator's fast path knows nothing of it: a cache's run of free objects ends where the next sample is due
//             (Mcache::advance), so sampling costs something at samples only.
// Invariants: a sampled object is in the table until the cycle that finds it unreachable. What a bucket counted
//             since the last finished cycle is told apart: profiles leave it out, so that they show no garbage that nobody looked
//             for yet.
// Locks:      lock_ (rank MemProfile).
// Try:        hood heap testdata/ch08_gc/churn.go
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>

#include "runtime/core/mutex.h"
#include "runtime/core/stack_buckets.h"
#include "runtime/gc/specials.h"

namespace hood::rt {

struct G;
struct Type;

// What one call stack allocates in blocks of one size.
struct MemBucket : StackBucket {
  uint64_t allocs = 0, frees = 0;
  uint64_t recent = 0;       // of allocs: those after cycle recentCycle ended
  uint32_t recentCycle = 0;  // the last one when something was allocated
  void count(uint32_t lastCycle) {
    if (recentCycle != lastCycle) recent = 0;
    recentCycle = lastCycle;
    recent++;
    allocs++;
  }
  // What was allocated before the last cycle ended.
  uint64_t allocsBefore(uint32_t lastCycle) const { return allocs - (recentCycle == lastCycle ? recent : 0); }
  uint64_t inUse() const { return allocs - frees; }
};

struct SampledObject {
  MemBucket* bucket;
  const Type* type;  // nullptr: no pointers, and no type known
  uint64_t size;     // what was asked for
  uint64_t goid;
};

class MemProfile {
 public:
  explicit MemProfile(VM* vm) : vm_(vm) {}

  // p, of size bytes, was just allocated by gp.
  void add(G* gp, void* p, uint64_t size, const Type* t);
  // What gc/specials.h asks for: forgets the dead of the range, which are not swept yet.
  void freeDead(Mheap* h, AddressRange range);
  uintptr_t nextRecord(uintptr_t at);

  // Everything that was ever sampled.
  struct Totals {
    uint64_t objects = 0, bytes = 0;
  };
  Totals totals() {
    LockGuard guard(lock_);
    return totals_;
  }

  // For those who read it in a stopped world or have an object in hand.
  const SampledObject* find(uintptr_t object) const;
  const std::deque<MemBucket>& buckets() const { return buckets_.list(); }
  Mutex& lock() { return lock_; }

 private:
  VM* vm_;
  Mutex lock_{LockRank::MemProfile};  // guards all below
  StackBuckets<MemBucket> buckets_;
  std::map<uintptr_t, SampledObject> objects_;  // by address
  Totals totals_;
};

// inittrace=1: the package whose initialisers run. Owned by the main goroutine.
struct InitTrace {
  std::string pkg;
  int64_t start = 0;
  MemProfile::Totals before;
};

// runtime.MemProfileRate has come to life at this address: from now on it says how often to sample.
void memProfileRateAt(VM* vm, int64_t* rate);

}  // namespace hood::rt
