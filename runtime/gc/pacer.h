// Pacing: when a cycle begins, how large the heap may be when it ends, and who does how much of its work.
// Mirrors:    src/runtime/mgcpacer.go (Go 1.19). Book: 8.6.
// Differs:    workers are no goroutines (mark_worker.h). An allocation is charged when a run of free objects is taken, not per
//             object. In deterministic mode nothing is measured: cycles begin as late as they may.
//
//             The goal follows from what was alive and GOGC. A concurrent cycle begins ahead of it, by what the program will
//             allocate while marking takes a quarter of the CPUs: the measured ratio of the two rates (consMark), smoothed by
//             a PI controller, times the scan work that is expected. If that was too late, allocating goroutines assist:
//             assistWorkPerByte is what is left to scan, over what may still be allocated.
//
// Locks:      none: set in a stopped world, or atomic.
// Try:        GOGC=50 hood run --set gctrace=1 --set gcpacertrace=1 testdata/ch08_gc/churn.go
#pragma once

#include <cstdint>

#include "base/atomic.h"

namespace hood::rt {

struct VM;

// The heap size to have at the end of a cycle, when `marked` bytes were found alive; `roots`: bytes of stacks and globals, which
// count as Go's do. gcpercent < 0: only the limit counts. A limit below what is alive is not enforced at any price: a sixteenth
// of the heap may always be allocated between two cycles. A policy.
struct PacerInput {
  int64_t gcpercent, heapminimum, memoryLimit, marked, roots;
  int64_t overhead = 0;  // what the heap takes beyond its objects: holes in spans, tables
};
int64_t nextGoal(const PacerInput& in);

// A proportional-integral controller.
struct PiController {
  double kp, ti, tt, min, max;
  double errIntegral = 0;
  // The next output; *ok is false if it ran away, then the controller starts anew.
  double next(double input, double setpoint, double period, bool* ok);
};

constexpr double kGcBackgroundUtilization = 0.25;  // of the CPUs, for marking
constexpr double kGcGoalUtilization = kGcBackgroundUtilization;

struct GcController {
  // ---- changed in a stopped world ----
  double consMark = 0;  // bytes allocated per byte scanned, at equal CPU time
  PiController consMarkController{.kp = 0.9, .ti = 4.0, .tt = 1000, .min = -1000, .max = 1000};
  int64_t lastHeapScan = 0, lastStackScan = 0, globalsScan = 0;  // scan work of the last cycle
  int64_t triggered = INT64_MAX;                                 // heapLive at which the present cycle was due
  int64_t lastHeapGoal = 0;
  int64_t markStartTime = 0;
  double fractionalUtilizationGoal = 0;
  int32_t maxIdleMarkWorkers = 0;
  // ---- atomic: sums and hints of the present cycle ----
  Atomic<int64_t> heapScanWork{0}, stackScanWork{0}, globalsScanWork{0};
  Atomic<int64_t> bgScanCredit{0};  // scan work done by workers that assists may claim
  Atomic<int64_t> assistTime{0}, dedicatedMarkTime{0}, fractionalMarkTime{0}, idleMarkTime{0};
  Atomic<int64_t> dedicatedMarkWorkersNeeded{0};
  Atomic<int32_t> idleMarkWorkers{0};
  Atomic<double> assistWorkPerByte{0}, assistBytesPerWork{0};

  void startCycle(VM* vm, int64_t now, bool forTime);
  // Sets the assist ratio anew from the work that is left and the room that is left.
  void revise(VM* vm);
  void endCycle(VM* vm, int64_t now);
  // The heap's size when the last cycle's scan work and the present goal say the next one is to begin.
  int64_t trigger(const VM* vm, int64_t goal) const;
  int64_t scanWork() const;
};

// Sets Gc::heapGoal and Mheap::gcTrigger from the knobs and the last cycle's result. REQUIRES a stopped world.
void gcSetTrigger(VM* vm);
// After a cycle whose goal was lastGoal: how much memory the heap may keep. REQUIRES a stopped world.
void gcSetScavengeGoal(VM* vm, int64_t lastGoal);
// debug.SetGCPercent: returns the old setting.
int64_t gcSetPercent(VM* vm, int64_t percent);
// debug.SetMemoryLimit: returns the old setting; a negative limit changes nothing.
int64_t gcSetMemoryLimit(VM* vm, int64_t limit);

}  // namespace hood::rt
