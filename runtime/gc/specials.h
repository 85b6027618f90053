// Records that belong to objects, and what becomes of them when their object dies: weak handles are cleared, finalizers and
// cleanups are queued, samples of the memory profile are counted as freed.
// Mirrors:    src/runtime/mheap.go (special), mgcsweep.go (the part of sweep that looks at specials). Book: 8.5, 8.7.
// Differs:    tables of the whole VM, ordered by address, instead of a list per span; a span only says whether there may be
//             records for it (Mspan::specials).
//
//             No table is walked in a pause. Who ended the mark phase goes through them while the program runs
//             (gcReapSpecials), and whoever sweeps a span first does its part (sweepSpecials): an object's memory is not free
//             before its records are gone.
//
// Invariants: of one object, in this order and under one lock: its weak handles are cleared, its finalizers are queued and it
//             lives for another cycle, or else its cleanups are queued and its samples are free.
//             Mspan::specials is set when a record is added, under that record's lock. Who sweeps may miss it: then the object
//             is alive, or was allocated after the sweep.
// Locks:      Finalizers::lock_, then WeakHandles::lock_ or MemProfile::lock_.
// Try:        hood run testdata/ch08_gc/many_finalizers.go
#pragma once

#include <cstddef>
#include <cstdint>

namespace hood::rt {

struct Mheap;
struct Mspan;
struct VM;

constexpr size_t kSpecialsBatch = 1024;  // records that a root job looks at, at a time

// The addresses of a span's objects.
struct AddressRange {
  uintptr_t from, end;
};

// A record is added for the object that p points into.
void noteSpecial(Mheap* h, uintptr_t p);
// The last cycle found the object of p unreachable, and nobody has brought it back or swept it yet. In a stopped world, after
// marking and before the sweep begins, this is about the cycle before: nobody asks then.
bool diedUnswept(const Mheap* h, uintptr_t p);
// The object that p points into, which died, lives until the next cycle. REQUIRES Finalizers::lock_.
void keepDead(Mheap* h, uintptr_t p);

// Before s is swept, which is the caller's: what belongs to its dead objects.
void sweepSpecials(Mheap* h, Mspan* s);
// After a cycle, while the program runs: what belongs to dead objects of all spans. May leave a part to the sweepers: when
// somebody wants to stop the world, or unless `all`, when it takes long.
void gcReapSpecials(VM* vm, bool all);

}  // namespace hood::rt
