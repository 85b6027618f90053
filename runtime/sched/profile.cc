// Profiles of time.
// Mirrors:    src/runtime/cpuprof.go, proc.go (sigprof), mprof.go (blockevent, mutexevent). Book: 5.1.
// Differs:    see profile.h.
// Invariants: the handler of SIGPROF touches nothing but atomics.
// Locks:      StackProfile::lock_.
// Try:        hood test -bench . -blockprofile block.out && go tool pprof -top block.out
#include "runtime/sched/profile.h"

#include <sys/time.h>

#include <algorithm>
#include <csignal>

#include "runtime/core/rand.h"
#include "runtime/core/vm.h"
#include "runtime/sched/park.h"
#include "runtime/sched/sched.h"

namespace hood::rt {
namespace {

// A handler has no argument: the VM whose profile is on.
Atomic<Sched*> profiled{nullptr};

void onSigprof(int) {
  Sched* s = profiled.loadAcquire();  // order: pairs with startCpuProfile()
  if (s == nullptr) return;
  M* m = threadM();
  G* gp = m == nullptr ? nullptr : m->curg.loadRelaxed();  // this thread's own
  if (gp == nullptr) {
    s->profiles.lostTicks.fetchAddRelaxed(1);  // only read when the profile is over
    return;
  }
  gp->profTicks.fetchAddRelaxed(1);                    // taken by this thread
  gp->stackLimit.store(0, std::memory_order_relaxed);  // this thread looks at it next; if it is lost, the next tick is not
}

void setTimer(int64_t hz) {
  itimerval t{};
  if (hz > 0) t.it_interval.tv_usec = t.it_value.tv_usec = static_cast<suseconds_t>(std::max<int64_t>(1'000'000 / hz, 1));
  if (hz == 1) t.it_interval = t.it_value = {1, 0};
  setitimer(ITIMER_PROF, &t, nullptr);
}

WaitReason reasonOf(const G* gp) { return static_cast<WaitReason>(gp->waitReason); }

// A number below n, of no decision stream: whether a profile is on changes nothing of what the deterministic mode does.
int64_t below(int64_t n) {
  thread_local DecisionStream stream;
  return static_cast<int64_t>(stream.next64() % static_cast<uint64_t>(n));
}

}  // namespace

void StackProfile::add(G* gp, int64_t count, int64_t amount) {
  ProfileStack stack(gp->vm->engine, gp);
  LockGuard guard(lock_);
  Bucket& b = buckets_.at(stack);
  b.count += count;
  b.amount += amount;
}

void StackProfile::clear() {
  LockGuard guard(lock_);
  buckets_.clear();
}

// ---- CPU ----

int64_t startCpuProfile(Sched* s, int64_t hz) {
  if (int64_t wanted = s->profiles.cpuRate.loadRelaxed(); wanted > 0) hz = wanted;  // what the caller set
  hz = std::clamp<int64_t>(hz, 1, 1000);
  {
    LockGuard guard(s->profiles.cpu.lock());
    if (s->profiles.hz != 0) return 0;
    s->profiles.hz = hz;
  }
  s->profiles.cpu.clear();
  s->profiles.lostTicks.storeRelaxed(0);  // no ticks yet
  if (s->det) return hz;                  // time is virtual
  profiled.storeRelease(s);               // order: the handler sees all of the Sched
  struct sigaction sa {};
  sa.sa_handler = onSigprof;
  sa.sa_flags = SA_RESTART;
  sigaction(SIGPROF, &sa, nullptr);
  setTimer(hz);
  return hz;
}

// The handler stays: a tick may be on its way, and the signal's default is to end the process.
void stopCpuProfile(Sched* s) {
  setTimer(0);
  profiled.storeRelease(nullptr);  // order: nothing to be seen
  LockGuard guard(s->profiles.cpu.lock());
  s->profiles.hz = 0;
}

void takeTicks(G* gp) {
  // relaxed: the handler that adds runs on this thread. A tick between the two is lost.
  int64_t ticks = gp->profTicks.loadRelaxed();
  gp->profTicks.storeRelaxed(0);
  gp->vm->sched->profiles.cpu.add(gp, ticks, 0);
}

// ---- waits ----

void blockevent(G* gp) {
  int64_t ns = -gp->parkedAt;
  gp->parkedAt = 0;
  TimeProfiles& p = gp->vm->sched->profiles;
  int64_t rate = p.blockRate.loadRelaxed();  // changed by the program whenever it likes
  if (rate <= 0 || !isObjectWait(reasonOf(gp))) return;
  if (ns < rate && below(rate) > ns) return;
  // A short wait stands for those that were left out.
  if (ns < rate)
    p.block.add(gp, rate / ns, rate);
  else
    p.block.add(gp, 1, ns);
}

void mutexevent(G* gp, const G* waiter) {
  TimeProfiles& p = gp->vm->sched->profiles;
  int64_t rate = p.mutexRate.loadRelaxed();
  if (rate <= 0 || !isMutexWait(reasonOf(waiter)) || waiter->parkedAt == 0 || below(rate) != 0) return;
  p.mutex.add(gp, rate, rate * std::max<int64_t>(gp->vm->clock.nanotime() - waiter->parkedAt, 0));
}

}  // namespace hood::rt
