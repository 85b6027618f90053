// A machine: an OS thread that runs Go code.
// Mirrors:    src/runtime/runtime2.go (type m). Book: 5.1.
// Differs:    the scheduler runs on the thread's own stack, goroutines on VM stacks; g0 is only a name for
// the former. Locks:      fields belong to the thread itself unless said otherwise.
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
  Atomic<G*> curg{nullptr};  // the goroutine it runs; sysmon reads it
  P* p = nullptr;            // nullptr while not running Go code
  P* nextp = nullptr;        // handed to it by who wakes it
  P* oldp = nullptr;         // the one it had before a system call
  int32_t locks = 0;         // > 0: not preemptible (procPin)
  bool spinning = false;     // out of work, looking for some
  Note park;                 // where it sleeps when there is nothing to do
  uint32_t lockedInt = 0;    // LockOSThread by the runtime
  uint32_t lockedExt = 0;    // LockOSThread by the program
  G* lockedg = nullptr;
  M* schedlink = nullptr;  // idle list
  M* alllink = nullptr;    // list of all
};

}  // namespace hood::rt
