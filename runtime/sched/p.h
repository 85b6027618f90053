// A processor: the right to run Go code, with everything that a running M may touch without a lock.
// Mirrors:    src/runtime/runtime2.go (type p). Book: 5.1.
// Differs:    timers and pools only as far as hood uses them.
// Invariants: a P belongs to at most one M at a time; a P in status Idle is on the idle list.
// Locks:      timersLock guards the timer heap; the rest belongs to the owner, except the atomics.
#pragma once

#include <cstdint>
#include <vector>

#include "base/atomic.h"
#include "runtime/core/mutex.h"
#include "runtime/sched/g.h"

namespace hood::rt {

struct Mcache;
struct Timer;

enum class PStatus : uint32_t { Idle = 0, Running = 1, Syscall = 2, GcStop = 3, Dead = 4 };

#ifdef HOOD_STRESS
constexpr uint32_t kRunqSize = 8;
#else
constexpr uint32_t kRunqSize = 256;
#endif

struct P {
  // ---- constant ----
  int32_t id = 0;
  VM* vm = nullptr;
  // ---- owned by who holds the P ----
  P* link = nullptr;  // idle list
  M* m = nullptr;     // back-link; nullptr if idle
  Mcache* mcache = nullptr;
  uint32_t sysmonSchedtick = 0;  // sysmon's: the tick it last saw
  int64_t sysmonSchedwhen = 0;
  G* gFree = nullptr;  // dead Gs, linked by schedlink
  int32_t gFreeN = 0;
  Sudog* sudogcache = nullptr;  // linked by next
  Defer* deferpool = nullptr;   // linked by link
  Panic* panicpool = nullptr;
  // ---- atomic ----
  Atomic<uint32_t> status{0};     // PStatus
  Atomic<uint32_t> schedtick{0};  // incremented on every scheduler call; read by sysmon
  Atomic<uint32_t> syscalltick{0};
  Atomic<bool> preempt{false};  // enter the scheduler as soon as possible
  // The local run queue: a ring, written at the tail by the owner only, read at the head by anyone.
  Atomic<uint32_t> runqhead{0};
  Atomic<uint32_t> runqtail{0};
  Atomic<G*> runq[kRunqSize]{};
  // A goroutine readied by the running one, to run next and to inherit its time slice; thieves may take it.
  Atomic<G*> runnext{nullptr};
  // ---- timers: guarded by timersLock ----
  Mutex timersLock{LockRank::Timers};
  std::vector<Timer*> timers;     // 4-ary heap by `when`
  Atomic<int64_t> timer0When{0};  // when of the first, 0: none; read without the lock
  Atomic<uint32_t> numTimers{0};

  bool runqempty() const;
};

}  // namespace hood::rt
