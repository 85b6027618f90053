// When to collect: from the live heap and GOGC to the trigger of the next cycle.
// Mirrors:    src/runtime/mgcpacer.go. Book: 8.6.
// Differs:    the world is stopped while marking, so a cycle starts when the goal is reached and not ahead of it.
// Try:        GOGC=50 hood run --set gctrace=1 testdata/ch08_gc/churn.go
#pragma once

#include <cstdint>

namespace hood::rt {

struct VM;

// The heap size to collect at, when `marked` bytes were found alive; `roots`: bytes of stacks and globals, which count as Go's
// do. gcpercent < 0: never. A policy.
int64_t nextGoal(int64_t gcpercent, int64_t heapminimum, int64_t marked, int64_t roots);
// Sets Mheap::gcTrigger from the knobs and the last cycle's result.
void gcSetTrigger(VM* vm);
// debug.SetGCPercent: returns the old setting.
int64_t gcSetPercent(VM* vm, int64_t percent);

}  // namespace hood::rt
