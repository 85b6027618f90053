// Seam: what the allocator asks of the collector. Defined in runtime/gc/sweep.cc and mprof.cc.
// Mirrors:    the calls from mheap.go and mcentral.go into mgcsweep.go. Book: 4.3, 8.5.
// Differs:    named, so that runtime/alloc includes nothing of runtime/gc.
#pragma once

#include <cstddef>

namespace hood::rt {

struct G;
struct Mheap;
struct Mspan;
struct Type;

// Sweeps a span that is on no list: frees its unmarked objects. If nothing is left it gives the pages back to the heap and
// returns true: the span is gone. REQUIRES s->sweepgen == h->sweepgen - 2; no lock of runtime/alloc is held.
bool sweepSpan(Mheap* h, Mspan* s);
// Sweeps until at least npages have come back to the heap, nothing is left to sweep, or it has been at it for a while: all of a large
// heap would take milliseconds. REQUIRES no lock is held.
void reclaimPages(Mheap* h, size_t npages);

// spanBytes are about to be allocated: sweeps first, as much as is due before that. REQUIRES no lock is held.
void deductSweepCredit(Mheap* h, size_t spanBytes);
// heapLive has grown while the collector marks.
void gcReviseAssists(Mheap* h);
// An allocation that a cache has marked as a sample of the memory profile (gc/mprof.h).
void profileAlloc(G* gp, void* p, size_t size, const Type* t);

}  // namespace hood::rt
