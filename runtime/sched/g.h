// A goroutine.
// Mirrors:    src/runtime/runtime2.go (type g). Book: 5.1.
// Differs:    the stack is an array of slots owned by the VM, so a switch is three words; no g0.
#pragma once

#include <atomic>
#include <cstdint>

#include "base/atomic.h"
#include "runtime/core/outcome.h"
#include "runtime/core/value.h"

namespace hood::rt {

struct Bubble;
struct M;
struct VM;
struct Sudog;
struct Defer;
struct Panic;
struct WbBuf;

// Numbered and named as Go's. Who may touch the stack:
enum class GStatus : uint32_t {
  Idle = 0,      // just allocated, not yet initialised
  Runnable = 1,  // on a run queue; the stack belongs to nobody (the collector may scan it)
  Running = 2,   // the M that runs it owns the stack
  Syscall = 3,   // in a blocking native, which may use its arguments and results; scannable, must not move
  Waiting = 4,   // parked; recorded in some wait queue; the stack belongs to who queued it, sudog elements excepted
  Dead = 6,      // unused: on a gFree list or just exiting
  CopyStack = 8,
  Preempted = 9,
};
// Added to the status of a goroutine at rest: a marker reads its stack, nobody may change the status (casgstatus waits).
constexpr uint32_t kGscan = 0x1000;

struct G {
  // ---- hot: the interpreter's ----
  // End of the usable stack minus the red zone. A call compares its new fp with it; 0 makes every call and
  // loop back-edge take the slow path (preemption, stop-the-world, tracing). Set to 0 by any thread, restored
  // by the owner.
  std::atomic<uintptr_t> stackLimit{0};
  const void* pc = nullptr;  // saved while not running
  Slot* fp = nullptr;        // saved while not running
  M* m = nullptr;            // nullptr while not running
  Slot* stackLo = nullptr;
  Slot* stackHi = nullptr;
  // While it runs and the write barrier is on: its P's buffer (runtime/core/heap_ptr.h); else nullptr.
  WbBuf* wbBuf = nullptr;
  // ---- panics and defers: owned by the goroutine itself ----
  Defer* deferHead = nullptr;
  Panic* panicHead = nullptr;
  Eface panicking{};  // the value that Outcome::Panic raises
  bool goexiting = false;
  // ---- identity: constant while it lives ----
  VM* vm = nullptr;
  uint64_t goid = 0;
  const void* gopc = nullptr;     // pc of the go statement
  const void* startpc = nullptr;  // entry of its function
  uint64_t parentGoid = 0;
  // ---- scheduling ----
  std::atomic<uint32_t> status{0};          // GStatus
  G* schedlink = nullptr;                   // next in a queue or list
  uint8_t waitReason = 0;                   // index in wait_reasons.def
  int64_t waitSince = 0;                    // ns
  int64_t parkedAt = 0;                     // ns; 0: no profile of waits is on; < 0: it is over, and was so long
  const void* waitAddr = nullptr;           // what it waits for where that is no channel: a semaphore, a NotifyList
  Sudog* waiting = nullptr;                 // sudogs this goroutine waits on (select: all of them, in lock order)
  void* param = nullptr;                    // who woke it: the Sudog, or nullptr for close
  bool (*parkUnlock)(G*, void*) = nullptr;  // run after the switch; false: do not park after all
  void* parkLock = nullptr;
  // Finishes the operation that parked, on the M that resumes the goroutine, before any bytecode runs.
  // Outcome::Panic: gp->panicking is to be raised at the operation (wakePanic tells the engine).
  Outcome (*resumeFn)(G*) = nullptr;
  // Set by execute() when resumeFn panicked: Engine::run, before its first instruction, raises gp->panicking
  // as if the instruction before the saved pc had done so, and clears the flag.
  bool wakePanic = false;
  std::atomic<uint32_t> selectDone{0};
  Slot* pendingCall = nullptr;  // Outcome::Call: window already laid out on this stack
  const Closure* pendingFn = nullptr;
  // Sudog elements point into the stack while parked; copying the stack adjusts them.
  uint32_t lockedCount = 0;     // LockOSThread nesting
  Atomic<M*> lockedm{nullptr};  // the M that alone may run it; written by that M
  // In a native between entersyscall and exitsyscall: its stack must not move.
  bool inSyscall = false;
  // That native came back and found no P: the M waits inside of exitsyscall, who schedules the goroutine gives it a P.
  M* syscallm = nullptr;
  void* timer = nullptr;       // of time.Sleep
  bool mapWriteBegun = false;  // deterministic mode: the map write at pc has waited (lang/map_det.cc)
  // ---- runtime/sched/bubble.h ----
  Bubble* bubble = nullptr;   // the one it is in
  bool bubbleIdle = false;    // it is durably blocked: who makes it ready counts it as running
  int64_t bubbleSleepNs = 0;  // for how long it is about to sleep
  // ---- the collector's ----
  Atomic<uint32_t> gcScanned{0};  // number of the last cycle that has seen its stack
  // A marker waits for it to scan its stack, or to flush its P's buffers; the owner clears it at a safepoint.
  Atomic<bool> preemptScan{false};
  Atomic<bool> preemptShrink{false};  // its stack is to be halved, if it is too large: at its next safepoint
  uint32_t gcAssistCycle = 0;         // the cycle that gcAssistBytes belongs to
  int64_t gcAssistBytes = 0;          // what it may allocate before it must mark; its own, or AssistQueue's while it waits
  std::atomic<bool> preempt{false};   // sysmon's wish; the owner clears it in safepointSlow
  Atomic<int64_t> profTicks{0};  // ticks of the CPU profile that nobody has counted yet; this thread's, with its handler
  bool panicOnFault = false;     // debug.SetPanicOnFault
  bool yieldLocal = false;       // a yield goes to the local queue's tail (semaphore hand-off), not the global queue
  bool lockedExt = false;        // LockOSThread by the program
  bool system = false;           // of the runtime: not counted, not in dumps
  G* alllink = nullptr;          // next in allgs order
};

}  // namespace hood::rt
