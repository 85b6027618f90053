// The collector: one cycle, phase by phase, and the state between cycles.
// Mirrors:    src/runtime/mgc.go. Book: 8.1, 8.3.
// Differs:    with collector=stw the world is stopped from sweep termination to mark termination: the same phases, done by the
//             goroutine that starts the cycle. The ragged barrier before mark termination is asked for, not waited for at any
//             price: buffers are emptied once more while the world is stopped; if that turns up more than a moment's work, the
//             world goes on and so does marking (gcMarkDone).
//
//             1. Sweep termination: what is left of the last sweep is done, the world is stopped, caches give their spans back.
//             2. Mark: the write barrier is on, objects are born black, the world goes on. Root jobs (mark_root.h) grey what
//                globals and frames point to; workers and assists (mark_worker.h) scan everything grey.
//             3. Mark termination: nothing is grey, the world is stopped. Checks; the pacer sets the next goal; mark bits become
//                alloc bits.
//             4. Sweep: the barrier is off, the world goes on. Finalizers of dead objects are queued, weak pointers cleared
//                (specials.h); spans are swept as they are needed, ahead of allocation in proportion to it, and by idle Ps
//                (sweep.h).
//
// Invariants: a cycle starts and ends at a safepoint of every goroutine: pc and fp are saved, caches may be flushed, and no native
//             is in the middle of something.
// Locks:      none: Gc's counters change only in a stopped world.
// Try:        hood run --set gctrace=1 testdata/ch08_gc/churn.go
#pragma once

#include <cstdint>
#include <string>

#include "base/atomic.h"
#include "runtime/gc/barrier.h"
#include "runtime/gc/barrier_log.h"
#include "runtime/gc/finalizer.h"
#include "runtime/gc/limiter.h"
#include "runtime/gc/mark_root.h"
#include "runtime/gc/mark_worker.h"
#include "runtime/gc/mprof.h"
#include "runtime/gc/pacer.h"
#include "runtime/gc/pools.h"
#include "runtime/gc/roots.h"
#include "runtime/gc/time_histogram.h"
#include "runtime/gc/workbuf.h"
#include "runtime/gc/weak.h"

namespace hood::rt {

struct G;
struct P;
struct VM;
class Marker;

enum class GcPhase : uint8_t { Off, SweepTermination, Mark, MarkTermination };
enum class GcTrigger : uint8_t {
  Heap,    // heapLive reached its trigger
  Forced,  // runtime.GC
  Time,    // no collection for forcegcperiod
  Stress,  // knob gcstress
};
// The knob `collector`; in the order of its names.
enum class CollectorPolicy : uint8_t { Stw, Concurrent, None };

// Where a pause went; with gctrace=2.
struct GcPause {
  int64_t stopped = 0;  // when all goroutines had stopped
  int64_t waited = -1;  // how long threads of the process that have run since then had waited for a CPU; -1: unknown
};

// What one cycle knows about itself; gctrace prints it. Times are real, in ns.
struct GcCycle {
  GcTrigger trigger;
  int64_t start;      // the world is about to stop
  int64_t markStart;  // it goes on
  int64_t markEnd;    // it is about to stop again, for good
  int64_t end;        // it goes on
  int64_t pauseTotal;
  int64_t cpuStart;
  GcPause startPause, endPause;
  int64_t heapBefore, heapAtEnd, heapMarked, goal;
  int64_t stackBytes;
};

// Goroutines that wait for the end of the present cycle (runtime.GC).
class CycleWaiters {
 public:
  // gp is at rest. false: no cycle is in progress.
  bool park(Gc* gc, G* gp);
  void wakeAll(P* pp);

 private:
  Mutex lock_{LockRank::Assist};
  GQueue queue_;
};

struct Gc {
  // ---- constant after start ----
  RootTable roots;
  // ---- changed in a stopped world ----
  Atomic<uint8_t> phase{0};    // GcPhase; read at any time
  Atomic<uint32_t> cycles{0};  // completed: MemStats.NumGC; read at any time
  uint32_t forcedCycles = 0;
  Atomic<int64_t> gcpercent{100};  // from the knob; SetGCPercent changes it; sysmon reads it
  int64_t memoryLimit = 0;         // from the knob; SetMemoryLimit changes it
  int64_t heapMarked = 0;          // bytes alive at the last cycle
  int64_t rootBytes = 0;           // of stacks and globals
  int64_t ownBytes = 0;            // with a memory limit: what the VM itself takes
  int64_t overheadBytes = 0;       // of spans beyond their objects, and of tables indexed by address
  int64_t heapGoal = 0;            // MemStats.NextGC
  int64_t lastGcWallNs = 0;        // end of the last cycle, ns since 1970
  int64_t pauseTotalNs = 0;
  int64_t pauseNs[256] = {};  // ring: cycle n is at (n + 255) % 256
  int64_t pauseEndNs[256] = {};
  TimeHistogram pauses;  // of all cycles
  int64_t cpuNs = 0;     // spent in cycles
  bool barrierOn = false;
  GcCycle cycle{};  // the present one, or the last
  WeakHandles weak;
  MemProfile profile;
  void (*afterMark)(VM*,
                    int64_t marked) = nullptr;  // an observer (hood heap): what is alive is marked, the world is stopped
  InitTrace initTrace;
  explicit Gc(VM* vm) : profile(vm), finalizers(vm) {}
  // ---- atomic ----
  Atomic<bool> blackenEnabled{false};  // workers and assists may mark
  Atomic<int32_t> active{0};           // those that do
  Atomic<bool> markDoneBusy{false};    // somebody is ending the mark phase
  Atomic<bool> markDoneMissed{false};  // somebody wanted to, while the world was being stopped for another reason
  Atomic<uint32_t> flushRound{0};      // of the ragged barrier; written by who has markDoneBusy
  Atomic<int64_t> stackBytesSeen{0};   // of the goroutines scanned in this cycle
  Atomic<int64_t> lastGcNs{0};         // end of the last cycle on the real clock; sysmon reads it
  Atomic<bool> forceRequested{false};  // runtime.GC: the next safepoint collects
  Atomic<uint64_t> safepoints{0};      // counted only under gcstress
  // ---- own synchronisation ----
  Finalizers finalizers;
  GcController controller;
  CpuLimiter limiter;
  RootJobs jobs;
  AssistQueue assists;
  CycleWaiters waiters;
  Pools pools;
  WorkPool pool;
  BarrierLog log;

  GcPhase phaseNow() const { return static_cast<GcPhase>(phase.loadRelaxed()); }  // exact at a safepoint
  int64_t stackBytes() const { return rootBytes; }
};

// Makes vm->gc and arms the trigger. REQUIRES vm->heap.
void gcinit(VM* vm);
void gcFree(VM* vm);

// Begins a cycle; with collector=stw, runs all of it. Called by the running goroutine at a safepoint, its pc and fp saved.
// False: one is in progress, or another thread is stopping the world; nothing happened.
bool gcStart(VM* vm, GcTrigger trigger);
// At a safepoint of pp, or between goroutines: what was recorded there goes to the pool.
void gcFlushP(P* pp);
// Nothing seems to be left to mark: ends the mark phase if that is so. From a safepoint, or from an M that runs no goroutine.
void gcMarkDone(VM* vm);
// runtime.GC: asks for a cycle at gp's next safepoint, a new one if one is in progress. Returns the number of the cycle to wait
// for, which Gc::cycles reaches when it is over.
uint32_t gcRequest(G* gp);
// The cycle that gp waits for is not over: parks until the present one is (true: the native is to be retried), or asks again.
bool gcWaitCycle(G* gp);
// What the safepoint does (seam of sched/work_sources.h): bool gcAtSafepoint(G* gp).

// gctrace's line about the cycle that is over (gctrace.cc). REQUIRES a stopped world.
std::string gcTraceLine(VM* vm);
// How long all threads of the process together have been ready to run without running. -1: the OS does not tell.
int64_t cpuWaitNanotime();
// With gctrace=2, another one about its pauses; else nothing.
std::string gcPauseLine(VM* vm);

}  // namespace hood::rt
