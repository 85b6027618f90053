// A processor: the right to run Go code, with everything that a running M may touch without a lock.
// Mirrors:    src/runtime/runtime2.go (type p). Book: 5.1.
// Differs:    a decision stream of its own in place of fastrand's state per M.
// Invariants: a P belongs to at most one M at a time; a P in status Idle is on the idle list.
// Locks:      timersLock guards the timer heap; the rest belongs to the owner, except the atomics.
#pragma once

#include <cstdint>
#include <vector>

#include "base/atomic.h"
#include "runtime/core/mutex.h"
#include "runtime/core/rand.h"
#include "runtime/sched/defer.h"
#include "runtime/sched/g.h"

namespace hood::rt {

struct Mcache;
struct PGc;
struct Timer;
struct WbBuf;

enum class PStatus : uint32_t {
  Idle = 0,     // on the idle list, or in transition; owned by who takes it off
  Running = 1,  // owned by the M that runs on it
  Syscall = 2,  // its M is in a blocking native and has left it; whoever changes the status by CAS owns it
  GcStop = 3,   // halted for a stopped world, owned by who stopped it; keeps its queue
  Dead = 4,     // beyond GOMAXPROCS; has no goroutines and no timers
};

// Free records, linked by link. What a P frees beyond the limit goes back to the C++ heap: a goroutine that wanders takes
// records from one P and leaves them with another.
template <class T>
struct RecordPool {
  static constexpr uint32_t kMax = 256;
  T* head = nullptr;
  uint32_t n = 0;

  T* take() {
    if (head == nullptr) return new T{};
    T* r = head;
    head = r->link;
    n--;
    *r = T{};
    return r;
  }
  void give(T* r) {
    if (n >= kMax) {
      delete r;
      return;
    }
    *r = T{};
    r->link = head;
    head = r;
    n++;
  }
};

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
  P* link = nullptr;  // idle list, list of Ps to start
  Mcache* mcache = nullptr;
  PGc* gc = nullptr;            // what the collector keeps with it (runtime/gc/p_gc.h)
  WbBuf* wbBuf = nullptr;       // gc's, while the write barrier is on; set in a stopped world
  G* gFree = nullptr;           // dead Gs, linked by schedlink
  Atomic<int32_t> gFreeN{0};    // others read it for reports
  Sudog* sudogcache = nullptr;  // linked by next
  uint32_t sudogN = 0;
  RecordPool<Defer> deferpool;
  RecordPool<Panic> panicpool;
  uint64_t goidcache = 0;  // the next id of a batch taken from Sched::goidgen
  uint64_t goidcacheend = 0;
  uint32_t spawned = 0;  // go statements of the time slice that began at schedtick spawnTick: see newproc()
  uint32_t spawnTick = 0;
  // Where its choices come from: a stream split off the VM's, so that Ps need not share one; in deterministic mode the VM's.
  DecisionStream* random = nullptr;
  DecisionStream ownRandom;
  // ---- sysmon's: what it last saw ----
  uint32_t sysmonSchedtick = 0;
  int64_t sysmonSchedwhen = 0;
  uint32_t sysmonSyscalltick = 0;
  int64_t sysmonSyscallwhen = 0;
  // ---- atomic ----
  Atomic<uint32_t> status{0};     // PStatus: who may use the P (m.h)
  Atomic<M*> m{nullptr};          // back-link; nullptr if idle, or in a system call
  Atomic<int64_t> ngrunning{0};   // goroutines started here minus those that ended here: a summand of gcount
  Atomic<uint32_t> schedtick{0};  // incremented on every scheduler call; read by sysmon
  Atomic<uint32_t> syscalltick{0};
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
