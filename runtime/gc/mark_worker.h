// Who marks: background workers and assists.
// Mirrors:    src/runtime/mgc.go (gcBgMarkWorker), mgcpacer.go (findRunnableGCWorker), mgcmark.go (gcAssistAlloc, gcParkAssist,
//             gcFlushBgCredit). Book: 8.3, 8.6.
// Differs:    a worker is no goroutine: an M whose P is due for marking does it on its own stack, in the place of a goroutine. An
//             assist happens at the safepoint after the allocation, where the goroutine can also wait.
//
//             Dedicated workers keep their P until nothing is left; a fractional one, on each P, gives way when it has had its
//             share of the time; idle ones run where nothing else does, and give way at once.
//
// Invariants: Gc::active counts those that may hold grey objects outside of the pool. Who brings it to 0 and finds nothing left
//             calls gcMarkDone().
// Locks:      AssistQueue::lock_ (rank Assist).
#pragma once

#include <cstdint>

#include "runtime/core/mutex.h"
#include "runtime/sched/sched.h"

namespace hood::rt {

struct Gc;

enum class MarkWorkerMode : uint8_t { None, Dedicated, Fractional, Idle };

// Goroutines in debt, first in, first out, until workers have done their work.
class AssistQueue {
 public:
  // gp is at rest. false: there is credit by now.
  bool park(Gc* gc, G* gp);
  // work was done on their behalf: readies those it pays for, the rest is credit for all.
  void credit(Gc* gc, P* pp, int64_t scanWork);
  void wakeAll(P* pp);

 private:
  Mutex lock_{LockRank::Assist};
  GQueue queue_;
};

// Something is left to mark that can be seen from outside, or the end of marking was missed.
bool gcMarkWorkAvailable(VM* vm);
// gp has allocated more than it has marked: it marks, or waits until others have. true: it has parked, or is to give way.
bool gcAssistAlloc(G* gp);

}  // namespace hood::rt
