// Sweeping: unmarked objects become free, while the program runs. A span is swept when somebody wants memory of its class, when
// the heap would have to grow, ahead of allocation in proportion to it, by Ps that have nothing else to do, or at the latest
// before the next cycle.
// Mirrors:    src/runtime/mgcsweep.go. Book: 8.5.
// Differs:    the alloc bits of a span are the mark bits of the last cycle as they stand; nothing is copied.
// Invariants: see Mspan::sweepgen, Mheap::sweepClass.
// Locks:      a span that is swept is on no list: it belongs to who sweeps it.
#pragma once

#include <cstdint>

#include "runtime/alloc/gc_hooks.h"

namespace hood::rt {

// Sweeps all that is left.
void finishSweep(Mheap* h);
// Sweeps one span. false: there was none left.
bool sweepone(Mheap* h);
// Sets how much is swept ahead of each allocation. REQUIRES a stopped world.
void gcPaceSweeper(Mheap* h, int64_t trigger);

}  // namespace hood::rt
