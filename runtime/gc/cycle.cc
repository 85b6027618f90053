// The collector's cycle.
// Mirrors:    src/runtime/mgc.go (gcStart, gcMarkDone, gcMarkTermination). Book: 8.1, 8.3.
// Differs:    see cycle.h.
// Invariants: see cycle.h.
// Locks:      see cycle.h.

#include "runtime/gc/cycle.h"

#include <sched.h>

#include <algorithm>

#include "runtime/alloc/mheap.h"
#include "runtime/core/vm.h"
#include "runtime/gc/p_gc.h"
#include "runtime/gc/specials.h"
#include "runtime/gc/sweep.h"
#include "runtime/gc/verify.h"
#include "runtime/poll/timer.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/stack.h"
#include "runtime/sched/stw.h"
#include "runtime/sched/work_sources.h"

namespace hood::rt {
namespace {

constexpr int64_t kPauseWork = 32 << 10;  // scan work that mark termination does itself rather than begin again

CollectorPolicy collectorOf(const VM* vm) { return static_cast<CollectorPolicy>(vm->knobs.collector); }
BarrierPolicy barrierOf(const VM* vm) { return static_cast<BarrierPolicy>(vm->knobs.barrier); }

Marker& ourMarker(VM* vm) { return currentM(vm)->p->gc->marker; }

void setPhase(Gc* gc, GcPhase p) { gc->phase.storeRelaxed(static_cast<uint8_t>(p)); }  // the world is stopped

// How long all threads together have been ready to run without running, if somebody wants to know: whether a pause is long
// because the machine had other things to do.
int64_t cpuWaitSoFar(const VM* vm) { return vm->knobs.gctrace > 1 ? cpuWaitNanotime() : -1; }

// All goroutines have stopped; cpuWait: what it was when somebody asked them to.
GcPause worldHasStopped(int64_t cpuWait) { return {Clock::realNanotime(), cpuWait}; }

void pauseEnds(const VM* vm, GcPause& pause) {
  if (pause.waited >= 0) pause.waited = cpuWaitSoFar(vm) - pause.waited;
}

// A pause that began at `start` is about to end.
void tellLimiter(VM* vm, int64_t start, bool marking) {
  if (vm->sched->det) return;  // nothing is measured
  vm->gc->limiter.endPause(start, Clock::realNanotime(), marking, vm->sched->gomaxprocs.loadRelaxed());
}

// ---- the phases, all in a stopped world --------------------------------------------------------------------------

void sweepTermination(VM* vm) {
  Mheap* h = vm->heap;
  h->flushAllCaches();
  finishSweep(h);
}

void beginMark(VM* vm, GcTrigger trigger) {
  Gc* gc = vm->gc;
  gc->cycle.heapBefore = vm->heap->heapLive.loadRelaxed();
  gc->stackBytesSeen.storeRelaxed(0);
  gc->log.clear();
  for (P* pp : vm->sched->allp) {
    if (pp->gc == nullptr) continue;
    pp->gc->fractionalMarkTime = 0;
    pp->gc->marker.takeBytesMarked();
    pp->gc->marker.takeScanWork();
  }
  vm->heap->beginBlack();
  gc->jobs.prepare(vm);
  gc->controller.startCycle(vm, Clock::realNanotime(), trigger == GcTrigger::Time);
  vm->heap->gcTrigger.storeRelaxed(INT64_MAX);  // one cycle at a time
}

// All the marking there is, here and now.
void markHere(VM* vm) {
  Marker& m = ourMarker(vm);
  while (vm->gc->jobs.runOne(vm, m, currentM(vm)->curg.loadRelaxed())) {}
  m.drain(nullptr, nullptr);
}

bool isMarked(VM* vm, const void* p) {
  HeapObject obj;
  const ArenaMap& arena = vm->heap->arena;
  return !arena.findObject(reinterpret_cast<uintptr_t>(p), obj) || testBit(arena.markBits(obj.firstPage), obj.index);
}

// What was grey in buffers of all kinds goes to our marker or the pool. Whether there is anything.
bool gatherGrey(VM* vm) {
  bool any = false;
  for (P* pp : vm->sched->allp) {
    if (pp->gc == nullptr) continue;
    wbBufFlush(pp);
    any = any || !pp->gc->marker.work().empty();
    pp->gc->marker.work().dispose(vm->gc->pool);
  }
  return any || vm->gc->pool.hasFull() || vm->gc->jobs.left();
}

void collectCounts(VM* vm) {
  Gc* gc = vm->gc;
  int64_t marked = vm->heap->endBlack();
  for (P* pp : vm->sched->allp) {
    if (pp->gc == nullptr) continue;
    marked += pp->gc->marker.takeBytesMarked();
    gc->controller.heapScanWork.fetchAddRelaxed(pp->gc->marker.takeScanWork());  // a sum
  }
  gc->cycle.heapMarked = marked;
  gc->cycle.stackBytes = gc->stackBytesSeen.loadRelaxed();
}

// From here on every span of the last cycle waits to be swept.
void startSweep(VM* vm) {
  Mheap* h = vm->heap;
  h->arena.flipMarkBits();
  h->sweepgen += 2;
  h->pagesSwept.storeRelaxed(0);
  h->sweepClass.storeRelease(0);  // order: pairs with nextUnswept(); the world is stopped anyway
  h->heapLive.storeRelaxed(vm->gc->cycle.heapMarked);
}

void record(VM* vm) {
  Gc* gc = vm->gc;
  GcCycle& c = gc->cycle;
  GcController& pace = gc->controller;
  c.end = Clock::realNanotime();
  pauseEnds(vm, c.endPause);
  pace.endCycle(vm, c.markEnd);
  gc->heapMarked = c.heapMarked;
  gc->rootBytes = c.stackBytes;
  auto inuse = static_cast<int64_t>(vm->heap->inusePages * kPageSize);  // garbage that is not swept yet included
  gc->overheadBytes = std::max<int64_t>(0, inuse - c.heapAtEnd) + static_cast<int64_t>(vm->heap->tableBytes());
  pace.lastHeapScan = pace.heapScanWork.loadRelaxed();
  pace.lastStackScan = pace.stackScanWork.loadRelaxed();
  pace.globalsScan = pace.globalsScanWork.loadRelaxed();
  vm->heap->heapScan.storeRelaxed(pace.lastHeapScan);
  pace.triggered = INT64_MAX;
  startSweep(vm);
  setPhase(gc, GcPhase::Off);
  gcSetTrigger(vm);
  gcSetScavengeGoal(vm, c.goal);
  gc->cycles.storeRelease(gc->cycles.loadRelaxed() + 1);  // order: who sees the number sees the cycle's results
  if (c.trigger == GcTrigger::Forced) gc->forcedCycles++;
  WallTime wall = vm->clock.walltime();
  c.pauseTotal += c.end - c.markEnd;
  int64_t pause = vm->clock.isVirtual() ? 0 : c.pauseTotal;  // virtual time stands still in a pause
  gc->lastGcWallNs = wall.sec * 1'000'000'000 + wall.nsec;
  gc->lastGcNs.storeRelaxed(c.end);  // relaxed: sysmon may be late by a round
  gc->pauseTotalNs += pause;
  uint32_t at = (gc->cycles.loadRelaxed() + 255) % 256;  // ours
  gc->pauseNs[at] = pause;
  gc->pauses.record(pause);
  gc->pauseEndNs[at] = gc->lastGcWallNs;
  if (vm->clock.isVirtual()) return;  // so does what it costs
  if (collectorOf(vm) != CollectorPolicy::Concurrent) {
    gc->cpuNs += Clock::cpuNanotime() - c.cpuStart;
  } else {  // as Go counts: pauses on all Ps, and marking that was not done in idle time
    gc->cpuNs += c.pauseTotal * vm->sched->gomaxprocs.loadRelaxed() + pace.assistTime.loadRelaxed() +
                 pace.dedicatedMarkTime.loadRelaxed() + pace.fractionalMarkTime.loadRelaxed();
  }
}

// What is left to do about a cycle that is over when the world goes on.
struct Aftermath {
  std::string traceLine;
  bool reapAll = false;  // see gcReapSpecials()
};

Aftermath markTermination(VM* vm) {
  Gc* gc = vm->gc;
  setPhase(gc, GcPhase::MarkTermination);
  vm->heap->flushAllCaches();
  dropDeadTimers(vm, isMarked);
  gc->pools.dropDead(vm, isMarked);
  collectCounts(vm);
  gc->cycle.heapAtEnd = vm->heap->heapLive.loadRelaxed();
  if (vm->knobs.gccheckmark) checkMarks(vm);
  if (vm->knobs.gcverify) verifyHeap(vm);
  if (gc->afterMark != nullptr) gc->afterMark(vm, gc->cycle.heapMarked);
  vm->trace.emit(0, 0, Event::GcMarkDone, gc->cycles.loadRelaxed() + 1, gc->cycle.heapMarked);
  record(vm);
  vm->gcWanted.storeRelease(false);  // order: pairs with the acquire at safepoints; they see the new trigger
  vm->trace.emit(0, 0, Event::GcEnd, gc->cycles.loadRelaxed(), gc->cycle.heapMarked, gc->heapGoal);
  // Who asked for a cycle waits for what it found, too.
  bool asked = gc->cycle.trigger == GcTrigger::Forced || gc->cycle.trigger == GcTrigger::Stress;
  return {vm->knobs.gctrace > 0 ? gcTraceLine(vm) + gcPauseLine(vm) : "", asked};
}

// After the world goes on; another cycle may begin at any moment.
void cycleOver(VM* vm, const Aftermath& after) {
  Gc* gc = vm->gc;
  if (!after.traceLine.empty()) vm->err->write(after.traceLine);
  gcReapSpecials(vm, after.reapAll);
  gc->finalizers.wakeIfQueued(vm);
  gc->waiters.wakeAll(currentM(vm)->p);
}

void startConcurrent(VM* vm) {
  Gc* gc = vm->gc;
  if (barrierOf(vm) == BarrierPolicy::Yuasa) {  // a snapshot: all frames before anything moves
    while (gc->jobs.runOne(vm, ourMarker(vm), currentM(vm)->curg.loadRelaxed())) {}
  }
  ourMarker(vm).work().dispose(gc->pool);
  setWriteBarrier(vm, true);
  gc->blackenEnabled.storeRelease(true);  // order: see gcMarking()
}

}  // namespace

bool gcStart(VM* vm, GcTrigger trigger) {
  Gc* gc = vm->gc;
  if (gc->phaseNow() != GcPhase::Off) return false;
  bool concurrent = collectorOf(vm) == CollectorPolicy::Concurrent;
  Aftermath after;
  // The world need not stand still for what is left to sweep, unless somebody wants it to.
  while (concurrent && !vm->sched->gcwaiting.loadSeqCst() && sweepone(vm->heap)) {  // order: as in start()
  }
  int64_t cpuWait = cpuWaitSoFar(vm), start = Clock::realNanotime(), cpuStart = Clock::cpuNanotime();
  {
    StoppedWorld world(vm);
    if (!world.stopped() || gc->phaseNow() != GcPhase::Off) return false;
    // Whoever asked for a collection up to now gets it: all goroutines have stopped since.
    if (gc->forceRequested.loadRelaxed()) trigger = GcTrigger::Forced;
    gc->forceRequested.storeRelaxed(false);
    gc->cycle = {.trigger = trigger, .start = start, .cpuStart = cpuStart, .goal = gc->heapGoal};
    gc->cycle.startPause = worldHasStopped(cpuWait);
    gc->pools.age();
    vm->trace.emit(0, 0, Event::GcStart, gc->cycles.loadRelaxed() + 1, vm->heap->heapLive.loadRelaxed(),
                   static_cast<int64_t>(trigger));
    setPhase(gc, GcPhase::SweepTermination);
    sweepTermination(vm);
    setPhase(gc, GcPhase::Mark);
    beginMark(vm, trigger);
    vm->gcWanted.storeRelease(false);  // order: as in markTermination()
    if (concurrent) startConcurrent(vm);
    gc->cycle.markStart = Clock::realNanotime();
    pauseEnds(vm, gc->cycle.startPause);
    gc->cycle.pauseTotal = gc->cycle.markStart - gc->cycle.start;
    if (!concurrent) {
      markHere(vm);
      gc->cycle.markEnd = Clock::realNanotime();
      gc->cycle.pauseTotal = gc->cycle.markEnd - gc->cycle.start;
      after = markTermination(vm);
    }
    tellLimiter(vm, start, concurrent);
  }
  gc->finalizers.wakeIfQueued(vm);  // by the last cycle, when sweeping was late
  if (!concurrent) cycleOver(vm, after);
  return true;
}

namespace {

bool nothingLeft(VM* vm) {
  Gc* gc = vm->gc;
  // order: seq_cst with the end of a worker: either it sees markDoneBusy free, or we see that it has ended.
  return gc->phaseNow() == GcPhase::Mark && gc->active.loadSeqCst() == 0 && !gc->pool.hasFull() && !gc->jobs.left();
}

// Asks pp, which is not ours, to take part. True: it has, or nothing runs there.
bool askToFlush(P* pp, uint32_t round) {
  if (pp->gc == nullptr || pp->gc->flushRound.loadAcquire() == round) return true;       // order: pairs with gcFlushP()
  if (pp->status.loadRelaxed() != static_cast<uint32_t>(PStatus::Running)) return true;  // a hint: the pause looks again
  M* m = pp->m.loadSeqCst();
  G* gp = m != nullptr ? m->curg.loadSeqCst() : nullptr;  // order: as in preemptall()
  if (gp != nullptr) {
    gp->preemptScan.storeSeqCst(true);  // order: as in gcScanG()
    gp->stackLimit.store(0, std::memory_order_seq_cst);
  }
  return false;
}

// The ragged barrier: one after the other, at safepoints of their own, the Ps hand over what their buffers hold. Otherwise the
// world would be stopped only to find that marking is not over. False: something turned up, or the world is being stopped.
bool raggedBarrier(VM* vm) {
  constexpr int64_t kLongest = 200'000;  // ns; a goroutine in a long native is not waited for
  Gc* gc = vm->gc;
  Sched* s = vm->sched;
  P* mine = currentM(vm)->p;
  gc->flushRound.addOwned(1);
  gcFlushP(mine);
  int64_t until = Clock::realNanotime() + kLongest;
  for (int spins = 0;; spins++) {
    bool all = true;
    for (P* pp : s->allp) all = (pp == mine || askToFlush(pp, gc->flushRound.loadRelaxed())) && all;  // ours
    if (all || Clock::realNanotime() > until) break;
    if (s->gcwaiting.loadSeqCst()) {          // order: as in start()
      gc->markDoneMissed.storeRelaxed(true);  // a hint, as in tryTermination()
      return false;
    }
    if (spins < 16) {
      for (int i = 0; i < 20; i++) __builtin_ia32_pause();
    } else {
      sched_yield();
    }
  }
  if (!gc->pool.hasFull()) return true;
  wakep(s);
  return false;
}

// Stops the world to look into all buffers. What little they held is scanned at once; if that is more than a moment's work the
// world goes on, and marking with it. Whether the cycle is over.
bool tryTermination(VM* vm, Aftermath& after) {
  Gc* gc = vm->gc;
  int64_t cpuWait = cpuWaitSoFar(vm), before = Clock::realNanotime();
  StoppedWorld world(vm);
  if (!world.stopped()) {
    gc->markDoneMissed.storeRelaxed(true);  // a hint: gcFindWorker() leads back here
    return false;
  }
  gc->markDoneMissed.storeRelaxed(false);
  gc->cycle.endPause = worldHasStopped(cpuWait);
  Marker& m = ourMarker(vm);
  gatherGrey(vm);
  if (barrierOf(vm) == BarrierPolicy::Dijkstra) {  // frames may hold what was taken out of the heap unseen
    gcRescanStacks(vm, m);
    gcScanTables(vm, m);
    m.drain(nullptr, nullptr);
  } else {
    m.drainN(kPauseWork);
  }
  if (gatherGrey(vm)) {
    gc->cycle.pauseTotal += Clock::realNanotime() - before;
    tellLimiter(vm, before, true);
    return false;
  }
  gc->blackenEnabled.storeRelease(false);  // order: see gcMarking()
  setWriteBarrier(vm, false);
  gc->cycle.markEnd = before;
  after = markTermination(vm);
  gc->assists.wakeAll(currentM(vm)->p);
  tellLimiter(vm, before, false);
  return true;
}

}  // namespace

void gcFlushP(P* pp) {
  Gc* gc = pp->vm->gc;
  wbBufFlush(pp);
  pp->gc->marker.work().dispose(gc->pool);
  // order: release: who has asked finds in the pool what we had. Relaxed: a new round is a new wish.
  pp->gc->flushRound.storeRelease(gc->flushRound.loadRelaxed());
}

void gcMarkDone(VM* vm) {
  Gc* gc = vm->gc;
  Aftermath after;
  do {
    if (!gc->markDoneBusy.casSeqCst(false, true)) return;  // order: see nothingLeft()
    gc->markDoneMissed.storeRelaxed(false);                // if somebody still marks, that one comes here, too
    // In deterministic mode there is one thread: nothing is gained by asking the others first.
    bool over = nothingLeft(vm) && (vm->sched->det || raggedBarrier(vm)) && nothingLeft(vm) && tryTermination(vm, after);
    gc->markDoneBusy.storeSeqCst(false);  // order: see nothingLeft()
    if (over) return cycleOver(vm, after);
  } while (nothingLeft(vm) && !gc->markDoneMissed.loadRelaxed());  // a hint
}

// ---- asking for a cycle ------------------------------------------------------------------------------------------

bool CycleWaiters::park(Gc* gc, G* gp) {
  LockGuard guard(lock_);
  // order: with the end of the cycle, which wakes those who wait afterwards.
  if (gc->phase.loadSeqCst() == static_cast<uint8_t>(GcPhase::Off)) return false;
  queue_.pushBack(gp);
  return true;
}

void CycleWaiters::wakeAll(P* pp) {
  GQueue all;
  {
    LockGuard guard(lock_);
    std::swap(all, queue_);
  }
  while (G* gp = all.pop()) ready(pp, gp, false);
}

namespace {

void requestForced(G* gp) {
  gp->vm->gc->forceRequested.storeRelaxed(true);  // relaxed: published by the release in wantCollection()
  gp->vm->heap->wantCollection(gp);
}

}  // namespace

uint32_t gcRequest(G* gp) {
  Gc* gc = gp->vm->gc;
  // A cycle that is in progress may have missed what is garbage now.
  uint32_t inProgress = gc->phaseNow() != GcPhase::Off ? 1 : 0;
  uint32_t target = gc->cycles.loadAcquire() + inProgress + 1;  // order: with the end of the cycle
  requestForced(gp);
  return target;
}

bool gcWaitCycle(G* gp) {
  Gc* gc = gp->vm->gc;
  if (gc->phaseNow() == GcPhase::Off) {
    requestForced(gp);  // another goroutine's trap may have been taken for ours
    return false;
  }
  auto commit = [](G* g, void* p) { return static_cast<Gc*>(p)->waiters.park(static_cast<Gc*>(p), g); };
  gopark(gp, commit, gc, WaitReason::WaitForGCCycle);
  return true;
}

bool gcPeriodOver(VM* vm, int64_t now) {
  return vm->gc != nullptr && collectorOf(vm) != CollectorPolicy::None && vm->gc->phaseNow() == GcPhase::Off &&
         vm->gc->gcpercent.loadRelaxed() >= 0 && now - vm->gc->lastGcNs.loadRelaxed() > vm->knobs.forcegcperiod;
}

namespace {

// gcstress while a cycle is in progress: a small step of it. As gcAtSafepoint().
bool stressStep(G* gp) {
  gp->gcAssistBytes = -1;
  return gcAssistAlloc(gp);
}

void startIfDue(G* gp) {
  VM* vm = gp->vm;
  Gc* gc = vm->gc;
  if (gc->phaseNow() != GcPhase::Off) return;  // later
  if (gc->forceRequested.loadRelaxed()) {      // relaxed: gcWanted's acquire came before
    gcStart(vm, GcTrigger::Forced);
  } else if (vm->gcWanted.loadAcquire()) {
    bool full = vm->heap->heapLive.loadRelaxed() >= vm->heap->gcTrigger.loadRelaxed();
    gcStart(vm, full ? GcTrigger::Heap : GcTrigger::Time);
  }
}

}  // namespace

bool gcAtSafepoint(G* gp) {
  VM* vm = gp->vm;
  Gc* gc = vm->gc;
  if (gp->preemptScan.exchangeSeqCst(false)) gcScanSelf(gp);  // order: as preempt, see restoreStackLimit()
  if (gp->gcAssistBytes < 0 && gcAssistAlloc(gp)) return true;
  if (vm->gcWanted.loadAcquire()) startIfDue(gp);
  if (vm->knobs.gcstress == 0) return false;
  if ((gc->safepoints.fetchAddRelaxed(1) + 1) % static_cast<uint64_t>(vm->knobs.gcstress) != 0) return false;
  if (gc->phaseNow() == GcPhase::Off) {
    gcStart(vm, GcTrigger::Stress);
  } else if (gcMarking(vm)) {
    return stressStep(gp);
  }
  return false;
}

void gcinit(VM* vm) {
  vm->gc = new Gc(vm);
  vm->gc->gcpercent.storeRelaxed(vm->knobs.gcpercent);
  vm->gc->memoryLimit = vm->knobs.memorylimit;
  vm->gc->lastGcNs.storeRelaxed(Clock::realNanotime());
  if (vm->sched != nullptr) {
    for (P* pp : vm->sched->allp) gcInitP(pp);
  }
  vm->gc->roots.add("timers", scanTimers);
  vm->gc->roots.add("queued finalizers", scanFinalizerQueue);
  gcSetTrigger(vm);
}

void gcFree(VM* vm) {
  delete vm->gc;
  vm->gc = nullptr;
}

}  // namespace hood::rt
