// The collector's cycle.
// Mirrors:    src/runtime/mgc.go (gcStart, gcMarkDone, gcMarkTermination). Book: 8.1, 8.3.
// Differs:    see cycle.h.
// Invariants: see cycle.h.

#include "runtime/gc/cycle.h"

#include <fmt/format.h>

#include "runtime/alloc/mheap.h"
#include "runtime/core/vm.h"
#include "runtime/gc/mark.h"
#include "runtime/gc/pacer.h"
#include "runtime/gc/sweep.h"
#include "runtime/gc/verify.h"
#include "runtime/poll/timer.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/stack.h"
#include "runtime/sched/stw.h"
#include "runtime/sched/work_sources.h"

namespace hood::rt {
namespace {

// What one cycle knows about itself; gctrace prints it.
struct Cycle {
  VM* vm;
  GcTrigger trigger;
  int64_t start, markStart, markEnd, end;  // real time, ns
  int64_t cpuStart;
  int64_t heapBefore, heapMarked, goal;
  int64_t stackBytes;
};

class RootMarker final : public PointerVisitor {
 public:
  explicit RootMarker(Marker& m) : m_(m) {}
  void slot(Slot* s) override { m_.greyPointer(s->u); }

 private:
  Marker& m_;
};

// ---- the phases --------------------------------------------------------------------------------------------------

void sweepTermination(Cycle& c) {
  Mheap* h = c.vm->heap;
  h->flushAllCaches();
  c.heapBefore = h->heapLive.loadRelaxed();
  finishSweep(h);
}

void markRoots(Cycle& c, Marker& m) {
  RootMarker visitor(m);
  visitRoots(c.vm, visitor, nullptr);
  c.vm->gc->finalizers.markRoots(c.vm->heap, m);
}

void mark(Cycle& c, Marker& m) {
  markRoots(c, m);
  m.drain();
}

bool isMarked(VM* vm, const void* p) {
  HeapObject obj;
  const ArenaMap& arena = vm->heap->arena;
  return !arena.findObject(reinterpret_cast<uintptr_t>(p), obj) || testBit(arena.markBits(obj.firstPage), obj.index);
}

void markTermination(Cycle& c, Marker& m) {
  VM* vm = c.vm;
  vm->gc->weak.clearUnreachable(vm->heap);  // before finalizers bring objects back to life
  vm->gc->finalizers.queueUnreachable(vm->heap, m);
  m.drain();
  dropDeadTimers(vm, isMarked);
  vm->gc->finalizers.queueCleanups(vm->heap);
  vm->gc->profile.endCycle(vm->heap);
  if (vm->knobs.gccheckmark) checkMarks(vm);
  if (vm->knobs.gcverify) verifyHeap(vm);
  c.heapMarked = static_cast<int64_t>(m.bytesMarked());
  if (vm->gc->afterMark != nullptr) vm->gc->afterMark(vm, c.heapMarked);
  vm->trace.emit(0, 0, Event::GcMarkDone, vm->gc->cycles.loadRelaxed() + 1, c.heapMarked);
}

// From here on every span of the last cycle waits to be swept.
void startSweep(Cycle& c) {
  Mheap* h = c.vm->heap;
  h->arena.flipMarkBits();
  h->sweepgen += 2;
  h->sweepClass.storeRelease(0);  // order: pairs with reclaimPages(); the world is stopped anyway
  h->heapLive.storeRelaxed(c.heapMarked);
}

// ---- bookkeeping -------------------------------------------------------------------------------------------------

void shrinkStacks(Cycle& c) {
  forEachG(c.vm->sched, [&](G* gp) {
    shrinkstack(gp);
    c.stackBytes += static_cast<int64_t>(stackSize(gp));
  });
}

void record(Cycle& c) {
  Gc* gc = c.vm->gc;
  gc->heapMarked = c.heapMarked;
  gc->rootBytes = c.stackBytes;
  gcSetTrigger(c.vm);
  gc->cycles.storeRelease(gc->cycles.loadRelaxed() + 1);  // order: who sees the number sees the cycle's results
  if (c.trigger == GcTrigger::Forced) gc->forcedCycles++;
  c.end = Clock::realNanotime();
  WallTime wall = c.vm->clock.walltime();
  int64_t pause = c.vm->clock.isVirtual() ? 0 : c.end - c.start;  // virtual time stands still in a pause
  gc->lastGcWallNs = wall.sec * 1'000'000'000 + wall.nsec;
  gc->lastGcNs.storeRelaxed(c.end);  // relaxed: sysmon may be late by a round
  gc->pauseTotalNs += pause;
  uint32_t at = (gc->cycles.loadRelaxed() + 255) % 256;  // ours
  gc->pauseNs[at] = pause;
  gc->pauseEndNs[at] = gc->lastGcWallNs;
  gc->cpuNs += Clock::cpuNanotime() - c.cpuStart;
}

// Go's line: phases by clock and by CPU, heap before, at the end and alive, goal, stacks, globals, Ps.
void printTrace(const Cycle& c) {
  VM* vm = c.vm;
  const Gc* gc = vm->gc;
  auto ms = [](int64_t from, int64_t to) { return static_cast<double>(to - from) / 1e6; };
  auto mb = [](int64_t bytes) { return bytes >> 20; };
  int64_t sinceStart = vm->clock.nanotime() - vm->startNs;
  int32_t procs = vm->sched->gomaxprocs.loadRelaxed();  // the world is stopped
  int64_t percent = sinceStart > 0 ? gc->cpuNs * 100 / sinceStart / procs : 0;
  double term = ms(c.start, c.markStart), marking = ms(c.markStart, c.markEnd), end = ms(c.markEnd, c.end);
  vm->err->write(fmt::format(
      "gc {} @{:.3f}s {}%: {:.3f}+{:.3f}+{:.3f} ms clock, {:.3f}+0/{:.3f}/0+{:.3f} ms cpu, {}->{}->{} MB, {} MB goal, "
      "{} MB stacks, 0 MB globals, {} P{}\n",
      gc->cycles.loadRelaxed(), static_cast<double>(sinceStart) / 1e9, percent, term, marking, end, term, marking, end,
      mb(c.heapBefore), mb(c.heapBefore), mb(c.heapMarked), mb(c.goal), mb(c.stackBytes), procs,
      c.trigger == GcTrigger::Forced ? " (forced)" : ""));
}

}  // namespace

bool gcStart(VM* vm, GcTrigger trigger) {
  Gc* gc = vm->gc;
  StoppedWorld world(vm);
  if (!world.stopped()) return false;
  HOOD_CHECK(gc->phase == GcPhase::Off);
  // Whoever asked for a collection up to now gets it: all goroutines have stopped since.
  gc->forceRequested.storeRelaxed(false);
  Cycle c{};
  c.vm = vm;
  c.trigger = trigger;
  c.start = Clock::realNanotime();
  c.cpuStart = Clock::cpuNanotime();
  c.goal = gc->heapGoal;
  vm->trace.emit(0, 0, Event::GcStart, gc->cycles.loadRelaxed() + 1, vm->heap->heapLive.loadRelaxed(),
                 static_cast<int64_t>(trigger));
  Marker marker(vm->heap);
  // The phases as a machine: each step ends by naming the next, so that a step can be cut in pieces that run apart.
  gc->phase = GcPhase::SweepTermination;
  while (gc->phase != GcPhase::Off) {
    switch (gc->phase) {
      case GcPhase::SweepTermination:
        sweepTermination(c);
        c.markStart = Clock::realNanotime();
        gc->phase = GcPhase::Mark;
        break;
      case GcPhase::Mark:
        mark(c, marker);
        c.markEnd = Clock::realNanotime();
        gc->phase = GcPhase::MarkTermination;
        break;
      case GcPhase::MarkTermination:
        markTermination(c, marker);
        startSweep(c);
        shrinkStacks(c);
        record(c);
        gc->phase = GcPhase::Off;
        break;
      case GcPhase::Off: break;
    }
  }
  vm->gcWanted.storeRelease(false);  // order: pairs with the acquire at safepoints; they see the new trigger
  vm->trace.emit(0, 0, Event::GcEnd, gc->cycles.loadRelaxed(), c.heapMarked, gc->heapGoal);
  if (vm->knobs.gctrace > 0) printTrace(c);
  gc->finalizers.wakeIfQueued(vm);
  return true;
}

void gcRequest(G* gp) {
  gp->vm->gc->forceRequested.storeRelaxed(true);  // relaxed: published by the release below
  gp->vm->heap->wantCollection(gp);
}

bool gcPeriodOver(VM* vm, int64_t now) {
  return vm->gc != nullptr && vm->gc->gcpercent.loadRelaxed() >= 0 &&
         now - vm->gc->lastGcNs.loadRelaxed() > vm->knobs.forcegcperiod;
}

void gcAtSafepoint(G* gp) {
  VM* vm = gp->vm;
  Gc* gc = vm->gc;
  if (gc->forceRequested.loadRelaxed()) {  // relaxed: gcWanted's acquire came before
    gcStart(vm, GcTrigger::Forced);
  } else if (vm->gcWanted.loadAcquire()) {
    bool full = vm->heap->heapLive.loadRelaxed() >= vm->heap->gcTrigger.loadRelaxed();
    gcStart(vm, full ? GcTrigger::Heap : GcTrigger::Time);
  } else if (vm->knobs.gcstress > 0 &&
             (gc->safepoints.fetchAddRelaxed(1) + 1) % static_cast<uint64_t>(vm->knobs.gcstress) == 0) {
    gcStart(vm, GcTrigger::Stress);
  }
}

void gcinit(VM* vm) {
  vm->gc = new Gc(vm);
  vm->gc->gcpercent.storeRelaxed(vm->knobs.gcpercent);
  vm->gc->memoryLimit = vm->knobs.memorylimit;
  vm->gc->lastGcNs.storeRelaxed(Clock::realNanotime());
  vm->gc->roots.add("timers", scanTimers);
  vm->gc->roots.add("queued finalizers", scanFinalizerQueue);
  gcSetTrigger(vm);
}

void gcFree(VM* vm) {
  delete vm->gc;
  vm->gc = nullptr;
}

}  // namespace hood::rt
