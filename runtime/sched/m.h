// A machine: an OS thread that runs Go code.
// Mirrors:    src/runtime/runtime2.go (type m). Book: 5.1.
// Differs:    the scheduler runs on the thread's own stack, goroutines on VM stacks; g0 is only a name for the former. A
//             thread may also wait inside a native, on its way back from a system call (syscall.cc).
// Invariants: an M that runs Go code has a P. An M is on the idle list, waits for its locked goroutine, or is running.
// Locks:      fields belong to the thread itself unless said otherwise; lists to Sched::lock.
#pragma once

#include <cstdint>

#include "base/atomic.h"
#include "runtime/core/note.h"
#include "runtime/sched/g.h"

namespace hood::rt {

struct P;

struct M {
  // ---- constant ----
  int64_t id = 0;
  VM* vm = nullptr;
  G g0;  // stands for the scheduler itself where an operation wants a G (allocation by timers); has no stack
  // ---- owned by the thread ----
  Atomic<G*> curg{nullptr};      // the goroutine it runs; sysmon and who stops the world read it
  P* p = nullptr;                // nullptr while not running Go code
  P* nextp = nullptr;            // handed to it by who wakes it
  P* oldp = nullptr;             // the one it had before a system call
  int32_t locks = 0;             // > 0: not preemptible (procPin)
  Atomic<bool> spinning{false};  // out of work, looking for some; set by who wakes it
  // The address that memory refused, the signal and its code: from the handler to panicFault().
  uintptr_t faultAddr = 0;
  int faultSignal = 0, faultCode = 0;
  Note park;                    // where it sleeps when there is nothing to do
  Atomic<G*> lockedg{nullptr};  // the goroutine that only this M may run; others read it for reports
  // ---- guarded by Sched::lock ----
  M* schedlink = nullptr;  // idle list
  M* alllink = nullptr;    // list of all; never changes
};

// The M of the calling thread in this VM: m0 if it has none of its own.
M* currentM(VM* vm);
void setCurrentM(M* m);
M* threadM();  // nullptr: the thread is none of a scheduler's

}  // namespace hood::rt
