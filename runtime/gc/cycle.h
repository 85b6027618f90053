// The collector: one cycle, phase by phase, and the state between cycles.
// Mirrors:    src/runtime/mgc.go. Book: 8.1, 8.3.
// Differs:    the world is stopped from sweep termination to mark termination; sweeping is lazy. The phases and their order are
//             Go's, each a function of its own, so that marking can move out of the pause.
//
//             1. Sweep termination: stop the world; caches give their spans back; what is left of the last sweep is done.
//             2. Mark: roots are greyed, then everything grey is scanned.
//             3. Mark termination: unreachable objects with finalizers are queued and kept for one more cycle; checks; the
//                pacer sets the next goal; mark bits become alloc bits.
//             4. Sweep: the world goes on; spans are swept on demand (sweep.h).
//
// Invariants: a cycle starts at a safepoint: every goroutine's pc and fp are saved, caches may be flushed.
// Locks:      none: Gc's counters change only in a stopped world.
// Try:        hood run --set gctrace=1 testdata/ch08_gc/churn.go
#pragma once

#include <cstdint>

#include "base/atomic.h"
#include "runtime/gc/finalizer.h"
#include "runtime/gc/mprof.h"
#include "runtime/gc/roots.h"
#include "runtime/gc/weak.h"

namespace hood::rt {

struct G;
struct VM;
class Marker;

enum class GcPhase : uint8_t { Off, SweepTermination, Mark, MarkTermination };
enum class GcTrigger : uint8_t {
  Heap,    // heapLive reached its goal
  Forced,  // runtime.GC
  Time,    // no collection for forcegcperiod
  Stress,  // knob gcstress
};

struct Gc {
  // ---- constant after start ----
  RootTable roots;
  // ---- changed in a stopped world ----
  GcPhase phase = GcPhase::Off;
  Atomic<uint32_t> cycles{0};  // completed: MemStats.NumGC; read at any time
  uint32_t forcedCycles = 0;
  Atomic<int64_t> gcpercent{100};  // from the knob; SetGCPercent changes it; sysmon reads it
  int64_t memoryLimit = 0;         // from the knob; SetMemoryLimit changes it
  int64_t heapMarked = 0;          // bytes alive at the last cycle
  int64_t rootBytes = 0;           // of stacks and globals
  int64_t heapGoal = 0;            // MemStats.NextGC
  int64_t lastGcWallNs = 0;        // end of the last cycle, ns since 1970
  int64_t pauseTotalNs = 0;
  int64_t pauseNs[256] = {};  // ring: cycle n is at (n + 255) % 256
  int64_t pauseEndNs[256] = {};
  int64_t cpuNs = 0;  // spent in cycles
  Finalizers finalizers;
  WeakHandles weak;
  MemProfile profile;
  void (*afterMark)(VM*,
                    int64_t marked) = nullptr;  // an observer (hood heap): what is alive is marked, the world is stopped
  InitTrace initTrace;
  explicit Gc(VM* vm) : profile(vm) {}
  // ---- atomic ----
  Atomic<int64_t> lastGcNs{0};         // end of the last cycle on the real clock; sysmon reads it
  Atomic<bool> forceRequested{false};  // runtime.GC: the next safepoint collects
  Atomic<uint64_t> safepoints{0};      // counted only under gcstress
};

// Makes vm->gc and arms the trigger. REQUIRES vm->heap.
void gcinit(VM* vm);
void gcFree(VM* vm);

// Runs one whole cycle. Called by the running goroutine at a safepoint, its pc and fp saved.
// False: another thread is stopping the world, for a cycle or something else; nothing happened.
bool gcStart(VM* vm, GcTrigger trigger);
// Asks for a cycle at gp's next safepoint (runtime.GC, forced collections).
void gcRequest(G* gp);
// What the safepoint does (seam of sched/work_sources.h): void gcAtSafepoint(G* gp).

}  // namespace hood::rt
