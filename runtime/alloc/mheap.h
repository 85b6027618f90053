// The heap: pages, spans, central lists, and the numbers that pace the collector.
// Mirrors:    src/runtime/mheap.go. Book: 4.3, 4.5, 4.6.
// Differs:    one contiguous reserved range (arena_map.h); a limit knob (heapmax).
// Invariants: every page of [0, grownPages) is free in `pages` or belongs to one span;
//             scavenged pages are zero.
// Locks:      lock (rank Mheap) guards pages, span records and page counts. heapLive and friends are atomics.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/atomic.h"
#include "runtime/alloc/arena_map.h"
#include "runtime/alloc/fixalloc.h"
#include "runtime/alloc/gc_hooks.h"
#include "runtime/alloc/mcache.h"
#include "runtime/alloc/mcentral.h"
#include "runtime/alloc/page_alloc.h"
#include "runtime/alloc/span.h"
#include "runtime/alloc/stats.h"
#include "runtime/core/mutex.h"

namespace hood::rt {

struct G;
struct VM;

struct Mheap {
  // ---- constant after init ----
  VM* vm = nullptr;
  ArenaMap arena;
  Mcentral central[kNumSpanClasses];
  size_t maxPages = 0;  // knob heapmax
  // ---- guarded by lock ----
  Mutex lock{LockRank::Mheap};
  PageAlloc pages;
  size_t grownPages = 0;  // mapped so far
  size_t inusePages = 0;  // of spans
  FixAlloc<Mspan> spanAlloc;
  FixAlloc<Mcache> cacheAlloc;
  Mcache* caches = nullptr;
  uint64_t cachesMade = 0;
  // ---- owned by the collector: changes only in a stopped world ----
  uint32_t sweepgen = 2;
  bool marking = false;          // objects are born black, and who allocates is charged for marking
  double sweepPagesPerByte = 0;  // proportional sweep; 0: off
  int64_t sweepHeapLiveBasis = 0, pagesSweptBasis = 0;
  // ---- atomic ----
  HeapStats stats;
  Atomic<int64_t> heapLive{0};              // bytes: marked by the last cycle, plus allocated since
  Atomic<int64_t> heapScan{0};              // of them, in objects with pointers: what the next cycle may have to scan
  Atomic<int64_t> gcTrigger{0};             // of heapLive, starts a cycle
  Atomic<int64_t> scavengeGoal{INT64_MAX};  // of retainedBytes(): the scavenger works towards it
  Atomic<int64_t> retainLimit{INT64_MAX};   // of retainedBytes(): who allocates pages scavenges others rather than pass it
  Atomic<int64_t> blackBytes{0};            // born black in this cycle
  Atomic<int64_t> pagesSwept{0};            // since the last mark phase
  // Bytes between two samples of the memory profile: runtime.MemProfileRate, or where the knob is until that is linked.
  Atomic<const int64_t*> memProfileRate{nullptr};
  Atomic<int32_t> sweepClass{kNumSpanClasses};  // nextUnswept(): the unswept lists of classes below are empty

  // A span for objects of this class (class 0: one object of npages), swept, all free. nullptr: out of memory.
  Mspan* allocSpan(size_t npages, SpanClass spc);
  // Gives a span's pages back. REQUIRES it is on no list and in no cache.
  void freeSpan(Mspan* s);

  Mcache* allocMcache();
  void freeMcache(Mcache* c);
  // REQUIRES a stopped world.
  void flushAllCaches();

  // bytes were (as good as) allocated on behalf of gp: notes that a collection is due when that passes the trigger.
  void accountLive(G* gp, uint64_t bytes, SpanClass spc) {
    auto n = static_cast<int64_t>(bytes);
    if (!isNoscan(spc)) heapScan.fetchAddRelaxed(n);  // a sum
    // relaxed: a sum; the collector sets the trigger in a stopped world.
    if (HOOD_UNLIKELY(heapLive.fetchAddRelaxed(n) + n >= gcTrigger.loadRelaxed())) wantCollection(gp);
    if (HOOD_UNLIKELY(marking)) gcReviseAssists(this);
  }
  // While the collector marks: gp must mark in proportion (at its next safepoint) when its credit is used up.
  void chargeAssist(G* gp, int64_t bytes);
  // Objects are born black from now on; no longer: then, how many bytes were. REQUIRES a stopped world, all caches flushed.
  void beginBlack();
  int64_t endBlack();
  // Raises the trap: gp comes to a safepoint, and that sees VM::gcWanted.
  void wantCollection(G* gp);

  // "runtime: out of memory: cannot allocate …", and the end.
  [[noreturn]] void outOfMemory(size_t bytes);
  // Gives all free pages back to the OS (scavenge.cc); returns how many bytes.
  size_t scavengeAll();
  // Some of them, from the top: returns how many bytes; 0: there was nothing.
  size_t scavengeOne();
  // What the tables indexed by address take for the pages that exist: heap bits, two sets of mark bits, page entries.
  size_t tableBytes() const { return grownPages * (3 * kMarkBytesPerPage + sizeof(PageEntry) + sizeof(Mspan*)); }
  // Bytes of pages that have memory, or may have.
  size_t retainedBytes() const { return (grownPages - pages.scavengedPages()) * kPageSize; }

  Mspan* spanOf(uintptr_t p) const { return arena.spanOf(p); }
  // Calls f(Mspan*) for every allocated span, by address. f may free the span it is given.
  template <class F>
  void forEachSpan(F f) {
    for (size_t page = 0; page < grownPages;) {
      if (arena.page(page).state == SpanState::Free) {
        page++;
        continue;
      }
      Mspan* s = arena.spanAt(page);
      page += s->npages;
      f(s);
    }
  }

 private:
  Mspan* allocPages(size_t npages, SpanClass spc);
  bool overLimit();
  bool grow(size_t npages);
};

// Makes vm->heap. false: the OS refuses the address space.
bool mallocinit(VM* vm);
void mallocFree(VM* vm);

}  // namespace hood::rt
