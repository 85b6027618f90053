// Root jobs: where marking starts, cut into pieces that any marker may do, while the program runs.
// Mirrors:    src/runtime/mgcmark.go (gcMarkRootPrepare, markroot, scanstack), proc.go (suspendG). Book: 8.4.
// Differs:    stacks are handed out from the list of all goroutines, no array is made. A running goroutine scans its own stack
//             at its next safepoint; one at rest is held still by the scan bit of its status while a marker reads it.
// Invariants: a goroutine is scanned once per cycle (G::gcScanned); one that is born meanwhile at its birth. Its deferred calls and
//             panics are scanned with its frames.
//             What enters the tables of roots.h and specials.h while the collector marks is shaded, and so is what leaves them for
//             a frame: a job may come before or after.
// Locks:      lock_ (rank RootJobs).
#pragma once

#include <cstdint>
#include <vector>

#include "base/atomic.h"
#include "runtime/core/mutex.h"

namespace hood::rt {

class Marker;
struct G;
struct VM;

class RootJobs {
 public:
  // REQUIRES a stopped world.
  void prepare(VM* vm);
  // Does the next job; self: the goroutine of the calling thread, at a safepoint, or nullptr. false: there was none left.
  bool runOne(VM* vm, Marker& m, G* self);
  // A hint: jobs are left to be taken.
  bool left() const { return left_.loadRelaxed(); }

 private:
  enum class Job : uint8_t { Globals, Tables, Specials, Stack, None };
  Job take(G** gp);
  void advance();
  void scanSpecials(VM* vm, Marker& m);
  void putBack(G* gp);

  Mutex lock_{LockRank::RootJobs};
  Job next_ = Job::None;
  uintptr_t finalizer_ = 0, handle_ = 0;  // the next records (specials.h), by address
  G* cursor_ = nullptr;                   // the next stack
  G* last_ = nullptr;                     // the last one that is a job
  std::vector<G*> again_;                 // to be tried once more
  Atomic<bool> left_{false};
};

// Scans gp's frames, deferred calls and panics, unless that was done in this cycle. Waits for a safepoint of a goroutine that
// runs. REQUIRES self as above. false: somebody is stopping the world, who may be gp.
bool gcScanG(VM* vm, Marker& m, G* gp, G* self);
// The running goroutine gp, at a safepoint, was asked to scan itself, or to take part in a ragged barrier.
void gcScanSelf(G* gp);
// All goroutines, once more. REQUIRES a stopped world.
void gcRescanStacks(VM* vm, Marker& m);
// The rows of the root table.
void gcScanTables(VM* vm, Marker& m);

}  // namespace hood::rt
