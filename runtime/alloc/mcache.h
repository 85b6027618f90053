// A P's cache: for each span class the run of free objects that it hands out next. No locks, no atomics.
// Mirrors:    src/runtime/mcache.go, malloc.go (nextFreeFast). Book: 4.3.
// Differs:    a run of neighbouring free objects is cleared at once and given out by moving a pointer; Go looks for the next
//             free bit at every allocation. The counters of a cache reach the heap's when spans come and go.
// Invariants: [cur, end) are free objects of span, a whole number of them; those of scan classes are zero, and their heap
//             bits are clear.
// Locks:      none: it belongs to who holds the P.
#pragma once

#include <cstddef>
#include <cstdint>

#include "runtime/alloc/arena_map.h"
#include "runtime/alloc/span.h"

namespace hood::rt {

struct G;
struct Mheap;

constexpr int64_t kMemProfileRate = 512 << 10;  // Go's default

struct AllocRun {
  uintptr_t cur = 0;
  uintptr_t end = 0;
  uint32_t elemsize = 0;
  bool dirty = false;     // noscan classes only: the objects are not zero
  Mspan* span = nullptr;  // nullptr: none yet
};

struct Mcache {
  AllocRun runs[kNumSpanClasses];
  SizeToClass sizeToClass;  // constant: a copy of the policy's table, close at hand
  // The block that tiny objects are packed into, and how much of it is used. nullptr: none.
  uintptr_t tiny = 0;
  uint32_t tinyOffset = 0;
  uint64_t tinyAllocs = 0;  // objects, to be added to the heap's count
  // The memory profile (gc/mprof.h): bytes of free objects that may still be handed out before one is a sample; the object
  // about to be allocated is one; slow allocations for which a change of the rate is awaited.
  int64_t nextSample = 0;
  bool sampleDue = false;
  uint32_t watchRate = 0;
  const int64_t* rateAt = nullptr;  // where the rate was when this cache looked last: Mheap::memProfileRate
  uint64_t sampleState = 0;         // of the random distances
  // ---- constant ----
  ArenaMap* arena = nullptr;
  Mheap* heap = nullptr;
  // ---- guarded by Mheap::lock ----
  Mcache* next = nullptr;  // all caches

  // The next run of a class whose run is used up, from its span or a new one. Raises the trap of gp when a collection is due.
  // Ends the program when there is no memory.
  void nextRun(G* gp, SpanClass spc);
  // Gives all spans back and puts all runs down, so that spans say what is allocated. Called by the collector in a stopped
  // world, and before the cache dies.
  void flush();
  // The first sample is so far away as any other.
  void startSampling(uint64_t seed);
  // A large object of so many bytes is allocated past the runs.
  void countLarge(uint64_t bytes);

 private:
  void watchProfileRate();
  bool advance(AllocRun& run, SpanClass spc);
  void refill(G* gp, AllocRun& run, SpanClass spc);
  void putDown(AllocRun& run);
  void bornBlack(G* gp, const AllocRun& run);
  size_t sampleRun();
  int64_t nextDistance(int64_t rate);
};

}  // namespace hood::rt
