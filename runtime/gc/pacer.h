// When to collect: from the live heap and GOGC to the trigger of the next cycle.
// Mirrors:    src/runtime/mgcpacer.go. Book: 8.6.
// Differs:    the world is stopped while marking, so a cycle starts when the goal is reached and not ahead of it.
// Try:        GOGC=50 hood run --set gctrace=1 testdata/ch08_gc/churn.go
#pragma once

#include <cstdint>

namespace hood::rt {

struct VM;

// The heap size to collect at, when `marked` bytes were found alive; `roots`: bytes of stacks and globals, which count as Go's
// do. gcpercent < 0: only the limit counts. A limit below what is alive is not enforced at any price: a sixteenth of the heap
// may always be allocated between two cycles. A policy.
struct PacerInput {
  int64_t gcpercent, heapminimum, memoryLimit, marked, roots;
};
int64_t nextGoal(const PacerInput& in);
// Sets Mheap::gcTrigger from the knobs and the last cycle's result.
void gcSetTrigger(VM* vm);
// debug.SetGCPercent: returns the old setting.
int64_t gcSetPercent(VM* vm, int64_t percent);
// debug.SetMemoryLimit: returns the old setting; a negative limit changes nothing.
int64_t gcSetMemoryLimit(VM* vm, int64_t limit);

}  // namespace hood::rt
