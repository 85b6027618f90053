// Profiles of time: where CPU time goes, where goroutines wait for each other, and who made them wait.
// Mirrors:    src/runtime/cpuprof.go, proc.go (sigprof), mprof.go (blockevent, mutexevent). Book: 5.1.
// Differs:    the handler of SIGPROF walks no stack: it marks the running goroutine, which counts the tick at its next
//             safepoint (a call, or a loop's back-edge). So a tick belongs to the call that is on; time in natives and in the
//             collector's assists belongs to who called them. Ticks of threads that run no goroutine are counted apart. Cycles
//             are nanoseconds.
// Invariants: a goroutine's ticks are taken by the thread that runs it.
// Locks:      StackProfile::lock_ (rank StackProfile).
// Try:        hood test -bench . -cpuprofile cpu.out && go tool pprof -top cpu.out
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>

#include "base/atomic.h"
#include "runtime/core/mutex.h"
#include "runtime/core/stack_buckets.h"

namespace hood::rt {

struct G;
struct Sched;

// Numbers by call stack.
class StackProfile {
 public:
  struct Bucket : StackBucket {
    int64_t count = 0, amount = 0;
  };

  // Adds to the bucket of gp's stack. REQUIRES gp is at rest, or is the caller's own at a safepoint or in a native.
  void add(G* gp, int64_t count, int64_t amount);
  void clear();
  const std::deque<Bucket>& buckets() const { return buckets_.list(); }  // REQUIRES lock()
  Mutex& lock() { return lock_; }

 private:
  Mutex lock_{LockRank::StackProfile};  // guards all below
  StackBuckets<Bucket> buckets_;
};

struct TimeProfiles {
  StackProfile cpu, block, mutex;
  Atomic<int64_t> cpuRate{0};    // samples a second that the program wants; 0: it does not care
  Atomic<int64_t> blockRate{0};  // ns: a wait this long is always counted, a shorter one sometimes; 0: none
  Atomic<int64_t> mutexRate{0};  // one wait in so many is counted; 0: none
  Atomic<int64_t> lostTicks{0};  // of the CPU profile: no goroutine ran
  int64_t hz = 0;                // of the CPU profile, 0: it is off. Guarded by cpu's lock
};

// Starts the CPU profile anew, with this many ticks a second unless the program wants another number; how many it will be, 0: it
// is on already. In deterministic mode there are no ticks.
int64_t startCpuProfile(Sched* s, int64_t hz);
void stopCpuProfile(Sched* s);
// Counts the ticks that gp has seen. REQUIRES gp is the caller's own, at a safepoint.
void takeTicks(G* gp);
// Counts the wait of gp that is over, if it is one that the profile is about. REQUIRES gp runs again, on the caller's thread: the
// stack of one that waits may be moved by a marker at any moment. mprof.go: blockevent
void blockevent(G* gp);
// gp released what waiter waited for. mprof.go: mutexevent
void mutexevent(G* gp, const G* waiter);

}  // namespace hood::rt
