// Pacing.
// Mirrors:    src/runtime/mgcpacer.go. Book: 8.6.
// Differs:    see pacer.h.
// Locks:      see pacer.h.

#include "runtime/gc/pacer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "runtime/alloc/gc_hooks.h"
#include "runtime/alloc/mheap.h"
#include "runtime/alloc/sysmem.h"
#include "runtime/core/vm.h"
#include "runtime/gc/cycle.h"
#include "runtime/gc/sweep.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/work_sources.h"

namespace hood::rt {

int64_t nextGoal(const PacerInput& in) {
  using Wide = __int128;
  constexpr Wide kNever = INT64_MAX;
  Wide goal = kNever;
  if (in.gcpercent >= 0) {
    goal = Wide{in.marked} + (Wide{in.marked} + in.roots) * in.gcpercent / 100;
    goal = std::max(goal, Wide{in.heapminimum} * in.gcpercent / 100);
    // However small GOGC is, the sweeper gets some runway (Go's sweepMinHeapDistance, a quarter of the minimum heap):
    // otherwise a live heap near its goal is collected at every allocation.
    goal = std::max(goal, Wide{in.marked} + in.heapminimum / 4);
  }
  Wide forLimit = std::max(Wide{in.memoryLimit} - in.roots - in.overhead, Wide{in.marked} + in.marked / 16 + (64 << 10));
  if (in.memoryLimit != INT64_MAX) goal = std::min(goal, forLimit);
  return static_cast<int64_t>(std::clamp(goal, Wide{1}, kNever));
}

double PiController::next(double input, double setpoint, double period, bool* ok) {
  double error = setpoint - input;
  double raw = kp * error + errIntegral;
  if (!std::isfinite(raw)) {
    errIntegral = 0;
    *ok = false;
    return min;
  }
  double output = std::clamp(raw, min, max);
  errIntegral += kp * period / ti * error + period / tt * (output - raw);
  *ok = std::isfinite(errIntegral);
  if (!*ok) errIntegral = 0;
  return *ok ? output : min;
}

int64_t GcController::scanWork() const {
  return heapScanWork.loadRelaxed() + stackScanWork.loadRelaxed() + globalsScanWork.loadRelaxed();
}

void GcController::startCycle(VM* vm, int64_t now, bool forTime) {
  for (Atomic<int64_t>* sum : {&heapScanWork, &stackScanWork, &globalsScanWork, &bgScanCredit, &assistTime,
                               &dedicatedMarkTime, &fractionalMarkTime, &idleMarkTime}) {
    sum->storeRelaxed(0);  // the world is stopped
  }
  markStartTime = now;
  triggered = vm->heap->gcTrigger.loadRelaxed();
  int32_t procs = vm->sched->gomaxprocs.loadRelaxed();
  // As many Ps as come nearest to a quarter of all; if that is far off, part of every P's time instead.
  double goal = procs * kGcBackgroundUtilization;
  auto dedicated = static_cast<int64_t>(goal + 0.5);
  double error = static_cast<double>(dedicated) / goal - 1;
  fractionalUtilizationGoal = 0;
  if (std::fabs(error) > 0.3) {
    if (static_cast<double>(dedicated) > goal) dedicated--;
    fractionalUtilizationGoal = (goal - static_cast<double>(dedicated)) / procs;
  }
  dedicatedMarkWorkersNeeded.storeRelaxed(dedicated);
  idleMarkWorkers.storeRelaxed(0);
  // A cycle that only time asked for is in no hurry.
  maxIdleMarkWorkers = forTime ? (dedicated > 0 ? 0 : 1) : procs - static_cast<int32_t>(dedicated);
  revise(vm);
  if (vm->knobs.gcpacertrace == 0) return;
  vm->err->write(fmt::format("pacer: assist ratio={:e} (scan {} MB in {}->{} MB) workers={}+{:e}\n",
                             assistWorkPerByte.loadRelaxed(), vm->heap->heapScan.loadRelaxed() >> 20,
                             vm->heap->heapLive.loadRelaxed() >> 20, vm->gc->heapGoal >> 20, dedicated,
                             fractionalUtilizationGoal));
}

// relaxed, all: sums that others change; a ratio that is a little off is corrected by the next call.
void GcController::revise(VM* vm) {
  int64_t percent = vm->gc->gcpercent.loadRelaxed();
  if (percent < 0) percent = 100'000;
  auto live = static_cast<double>(vm->heap->heapLive.loadRelaxed());
  auto work = static_cast<double>(scanWork());
  auto goal = static_cast<double>(vm->gc->heapGoal);
  auto expected = static_cast<double>(lastHeapScan + lastStackScan + globalsScan);
  auto maxWork = static_cast<double>(vm->heap->heapScan.loadRelaxed() + vm->gc->stackBytes() + globalsScan);
  if (work > expected) {
    // More is alive than in the last cycle: the heap may grow in proportion, up to what GOGC would allow for all of it.
    auto from = static_cast<double>(triggered);
    double extended = expected > 0 ? (goal - from) / expected * maxWork + from : goal;
    goal = std::min(extended, (1 + static_cast<double>(percent) / 100) * goal);
    expected = maxWork;
  }
  if (live > goal) {
    goal *= 1.1;  // overshot: a little more, rather than assists that stop everything
    expected = maxWork;
  }
  double workLeft = std::max(1000.0, expected - work), room = std::max(1.0, goal - live);
  assistWorkPerByte.storeRelaxed(workLeft / room);
  assistBytesPerWork.storeRelaxed(room / workLeft);
}

void GcController::endCycle(VM* vm, int64_t now) {
  lastHeapGoal = vm->gc->heapGoal;
  int64_t live = vm->heap->heapLive.loadRelaxed();
  if (vm->sched->det || live <= triggered) return;
  auto total = static_cast<double>((now - markStartTime) * vm->sched->gomaxprocs.loadRelaxed());
  double utilization = kGcBackgroundUtilization, idle = 0;
  if (total > 0) {
    utilization += static_cast<double>(assistTime.loadRelaxed()) / total;
    idle = static_cast<double>(idleMarkTime.loadRelaxed()) / total;
  }
  double measured =
      static_cast<double>(live - triggered) * (utilization + idle) / (static_cast<double>(scanWork()) * (1 - utilization));
  double before = consMark;
  bool ok;
  consMark = consMarkController.next(consMark, measured, 1.0, &ok);
  if (!ok) consMark = 0;
  if (vm->knobs.gcpacertrace == 0) return;
  vm->err->write(fmt::format(
      "pacer: {}% CPU ({} exp.) for {}+{}+{} B work ({} B exp.) in {} B -> {} B (∆goal {}, cons/mark {:e}){}\n",
      static_cast<int>(utilization * 100), static_cast<int>(kGcGoalUtilization * 100), heapScanWork.loadRelaxed(),
      stackScanWork.loadRelaxed(), globalsScanWork.loadRelaxed(), lastHeapScan + lastStackScan + globalsScan, triggered,
      live, live - lastHeapGoal, before, ok ? "" : "[controller reset]"));
}

int64_t GcController::trigger(const VM* vm, int64_t goal) const {
  auto collector = static_cast<CollectorPolicy>(vm->knobs.collector);
  if (collector == CollectorPolicy::None) return INT64_MAX;
  if (collector == CollectorPolicy::Stw) return goal;
  int64_t marked = vm->gc->heapMarked, room = goal - marked;
  if (room <= 0 || goal == INT64_MAX) return goal;
  int64_t lowest = marked + room / 64 * 45;  // 0.7 of the way: a cycle that begins earlier only burns CPU
  int64_t highest = marked + room / 64 * 61;
  highest = std::max({lowest, highest, goal - vm->knobs.heapminimum});
  double runway = consMark * (1 - kGcGoalUtilization) / kGcGoalUtilization *
                  static_cast<double>(lastHeapScan + lastStackScan + globalsScan);
  int64_t at = runway > static_cast<double>(goal) ? lowest : goal - static_cast<int64_t>(std::max(0.0, runway));
  return std::clamp(at, lowest, highest);
}

namespace {

// Below the memory limit, for what is not foreseen: tables of the collector, records of goroutines.
int64_t limitHeadroom(int64_t limit) { return std::max<int64_t>(2 << 20, limit / 100 * 3); }

// Of the memory limit, what the heap's pages may have: not what the VM has taken for itself, nor stacks and tables.
void gcSetRetainLimit(VM* vm) {
  Gc* gc = vm->gc;
  int64_t limit = INT64_MAX;
  if (gc->memoryLimit != INT64_MAX) {
    if (gc->ownBytes == 0 || gc->cycles.loadRelaxed() == 1) {  // at first, and again when the program is in full swing
      auto heap = static_cast<int64_t>(vm->heap->retainedBytes());
      gc->ownBytes = std::max<int64_t>(1, static_cast<int64_t>(sysResidentBytes()) - heap);
    }
    auto tables = static_cast<int64_t>(vm->heap->tableBytes());
    // A limit that what is alive does not fit is not enforced at any price: as in nextGoal().
    int64_t least = gc->heapMarked + gc->heapMarked / 4 + (4 << 20);
    limit = gc->memoryLimit - limitHeadroom(gc->memoryLimit) - gc->ownBytes - gc->rootBytes - tables;
    limit = std::max(least, limit);
  }
  vm->heap->retainLimit.storeRelaxed(limit);  // relaxed: see Mheap::overLimit()
}

}  // namespace

void gcSetTrigger(VM* vm) {
  Gc* gc = vm->gc;
  gcSetRetainLimit(vm);
  gc->heapGoal = nextGoal({.gcpercent = gc->gcpercent.loadRelaxed(),  // written in a stopped world

                           .heapminimum = vm->knobs.heapminimum,
                           .memoryLimit = gc->memoryLimit,
                           .marked = gc->heapMarked,
                           .roots = gc->rootBytes,
                           .overhead = gc->overheadBytes + gc->ownBytes + limitHeadroom(gc->memoryLimit)});
  if (gc->phaseNow() != GcPhase::Off) return gc->controller.revise(vm);
  int64_t trigger = gc->controller.trigger(vm, gc->heapGoal);
  vm->heap->gcTrigger.storeRelaxed(trigger);  // relaxed: a stale trigger shifts a cycle by one span
  gcPaceSweeper(vm->heap, trigger);
}

namespace {

// What the heap may keep: a tenth more than it will need when it reaches its goal as full as it was now, and less if the
// memory limit is near.
int64_t scavengeGoal(VM* vm, int64_t lastGoal) {
  constexpr double kRetainExtra = 1.10, kLimitShare = 0.95;
  const Gc* gc = vm->gc;
  int64_t goal = INT64_MAX;
  if (gc->gcpercent.loadRelaxed() >= 0 && lastGoal > 0 && gc->heapGoal != INT64_MAX) {
    double growth = static_cast<double>(gc->heapGoal) / static_cast<double>(lastGoal);
    goal = static_cast<int64_t>(kRetainExtra * growth * static_cast<double>(vm->heap->inusePages * kPageSize));
  }
  if (gc->memoryLimit != INT64_MAX) {
    goal = std::min(goal, static_cast<int64_t>(kLimitShare * static_cast<double>(gc->memoryLimit - gc->rootBytes)));
  }
  return std::max<int64_t>(goal, 0);
}

}  // namespace

void gcSetScavengeGoal(VM* vm, int64_t lastGoal) {
  vm->heap->scavengeGoal.storeRelaxed(scavengeGoal(vm, lastGoal));  // relaxed: a goal that is late by a round
}

bool gcScavenge(VM* vm, int64_t ns) {
  Mheap* h = vm->heap;
  int64_t until = Clock::realNanotime() + ns;
  for (;;) {
    {
      LockGuard guard(h->lock);
      if (static_cast<int64_t>(h->retainedBytes()) <= h->scavengeGoal.loadRelaxed()) return true;
    }
    if (h->scavengeOne() == 0) return true;
    if (Clock::realNanotime() >= until) return false;
  }
}

int64_t gcSetPercent(VM* vm, int64_t percent) {
  int64_t old = vm->gc->gcpercent.loadRelaxed();
  vm->gc->gcpercent.storeRelaxed(percent < 0 ? -1 : percent);
  gcSetTrigger(vm);
  return old;
}

int64_t gcSetMemoryLimit(VM* vm, int64_t limit) {
  int64_t old = vm->gc->memoryLimit;
  if (limit >= 0) vm->gc->memoryLimit = limit;
  gcSetTrigger(vm);
  return old;
}

void gcReviseAssists(Mheap* h) { h->vm->gc->controller.revise(h->vm); }

}  // namespace hood::rt
