// Sweeping: unmarked objects become free. Lazy: a span is swept when somebody wants memory of its class, when the heap would
// have to grow, or at the latest before the next cycle.
// Mirrors:    src/runtime/mgcsweep.go. Book: 8.5.
// Differs:    the alloc bits of a span are the mark bits of the last cycle as they stand; nothing is copied.
// Invariants: see Mspan::sweepgen, Mheap::sweepClass.
// Locks:      a span that is swept is on no list: it belongs to who sweeps it.
#pragma once

#include "runtime/alloc/gc_hooks.h"

namespace hood::rt {

// Sweeps all that is left. REQUIRES a stopped world.
void finishSweep(Mheap* h);

}  // namespace hood::rt
