// Allocation statistics: counters whose sums are runtime.MemStats.
// Mirrors:    src/runtime/mstats.go. Book: 4.7.
// Differs:    objects are counted when a span enters or leaves a cache, so a reader flushes the caches first.
// Invariants: per class, allocs - frees is the number of allocated objects (free ones of cached spans included);
//             HeapSys = HeapInuse + HeapIdle; Sys is the sum of all ...Sys.
// Locks:      atomics; exact only in a stopped world.
#pragma once

#include <cstdint>

#include "base/atomic.h"
#include "runtime/alloc/size_classes.h"

namespace hood::rt {

struct Mheap;

struct HeapStats {
  Atomic<int64_t> allocs[kNumSizeClasses];  // class 0: large objects
  Atomic<int64_t> frees[kNumSizeClasses];
  Atomic<int64_t> largeAllocBytes;
  Atomic<int64_t> largeFreeBytes;
  Atomic<int64_t> tinyAllocs;  // objects within blocks that count as one each

  // relaxed: sums, nothing else depends on them
  void cached(SpanClass spc, uint32_t n) { allocs[sizeClassOf(spc)].fetchAddRelaxed(n); }
  void uncached(SpanClass spc, uint32_t n) { allocs[sizeClassOf(spc)].fetchAddRelaxed(-int64_t{n}); }
  void freed(SpanClass spc, uint32_t n) { frees[sizeClassOf(spc)].fetchAddRelaxed(n); }
};

// The first part of Go's runtime.MemStats, field by field, and its last. Stacks are the scheduler's: who adds stackInuse and
// stackSys adds them to sys, too.
struct MemStats {
  uint64_t alloc, totalAlloc, sys, lookups, mallocs, frees;
  uint64_t heapAlloc, heapSys, heapIdle, heapInuse, heapReleased, heapObjects;
  uint64_t stackInuse, stackSys, mspanInuse, mspanSys, mcacheInuse, mcacheSys, buckHashSys, gcSys, otherSys;
  struct {
    uint32_t size;
    uint64_t mallocs, frees;
  } bySize[61];
};
// Flushes all caches. REQUIRES a stopped world.
void readMemStats(Mheap* h, MemStats& m);

}  // namespace hood::rt
