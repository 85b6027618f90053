// The system monitor: a thread without a P that sees to it that nothing keeps a P for long.
// Mirrors:    src/runtime/proc.go (sysmon, retake). Book: 5.5.
// Differs:    preemption is the trap word; a goroutine is left alone while nobody waits for its P.
// Invariants: it never waits for anything but time while some P is in use.
// Locks:      Sched::lock when it goes to sleep for long.
// Try:        hood run testdata/ch06_sched/preempt_loop.go
#include <algorithm>
#include <string>

#include "runtime/core/vm.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/stack.h"
#include "runtime/sched/stw.h"
#include "runtime/sched/work_sources.h"

namespace hood::rt {
namespace {

constexpr int64_t kShortest = 20'000, kLongest = 10'000'000;  // ns between two rounds
constexpr int kIdleRounds = 50;                               // at the shortest interval, then it doubles
constexpr int64_t kPollInterval = 10'000'000;

// Whether the P's running goroutine keeps something waiting. Looks without locks: a wrong answer lasts one round.
bool somebodyWaits(Sched* s, P* pp, int64_t now) {
  int64_t timer = pp->timer0When.loadRelaxed();
  return !runqempty(pp) || s->runqsize.loadRelaxed() > 0 || (timer != 0 && timer <= now);
}

void preemptRunning(P* pp) {
  M* m = pp->m.loadAcquire();  // order: sees the M; Ms and Gs are never freed, at worst another goroutine gives way
  G* gp = m == nullptr ? nullptr : m->curg.loadAcquire();
  if (gp != nullptr) preemptone(gp);
}

// A goroutine that has run for a whole time slice. True: it has, whether or not it was asked to stop.
bool checkSlice(Sched* s, P* pp, int64_t now) {
  uint32_t tick = pp->schedtick.loadRelaxed();
  if (pp->sysmonSchedtick != tick) {
    pp->sysmonSchedtick = tick;
    pp->sysmonSchedwhen = now;
    return false;
  }
  if (now - pp->sysmonSchedwhen < s->vm->knobs.timeslice) return false;
  if (somebodyWaits(s, pp, now) || gcWantsP(s->vm)) preemptRunning(pp);
  return true;
}

// A system call that lasts: its P goes to somebody else if there is work, or after a while in any case.
bool checkSyscall(Sched* s, P* pp, int64_t now, bool longSlice) {
  uint32_t tick = pp->syscalltick.loadRelaxed();
  if (!longSlice && pp->sysmonSyscalltick != tick) {
    pp->sysmonSyscalltick = tick;
    pp->sysmonSyscallwhen = now;
    return false;
  }
  bool othersLook = s->nmspinning.loadRelaxed() + s->npidle.loadRelaxed() > 0;
  if (runqempty(pp) && othersLook && now - pp->sysmonSyscallwhen < s->vm->knobs.timeslice) return false;
  // The M that comes back may find nothing to do and go idle before the P is passed on: that is no deadlock.
  s->lock.lock();
  s->nmidlelocked--;
  s->lock.unlock();
  auto inSyscall = static_cast<uint32_t>(PStatus::Syscall);
  // order: the winner of the CAS owns the P; pairs with exitsyscallfast().
  bool won = pp->status.casAcqRel(inSyscall, static_cast<uint32_t>(PStatus::Idle));
  if (won) {
    pp->syscalltick.fetchAddRelaxed(1);  // a hint for ourselves
    handoffp(s, pp);
  }
  s->lock.lock();
  s->nmidlelocked++;
  checkdead(s);
  s->lock.unlock();
  return won;
}

// Whether some P was taken from a system call.
bool retake(Sched* s, int64_t now) {
  bool any = false;
  int32_t n = s->gomaxprocs.loadAcquire();
  for (int32_t i = 0; i < n; i++) {
    P* pp = s->allp[i];
    auto status = static_cast<PStatus>(pp->status.loadAcquire());
    if (status != PStatus::Running && status != PStatus::Syscall) continue;
    bool longSlice = checkSlice(s, pp, now);
    if (status == PStatus::Syscall) any = checkSyscall(s, pp, now, longSlice) || any;
  }
  return any;
}

void forceGc(Sched* s, int64_t now) {
  if (!gcPeriodOver(s->vm, now)) return;
  s->vm->gcWanted.storeRelease(true);  // order: pairs with the acquire at safepoints, where preemptone() leads
  for (int32_t i = 0; i < s->gomaxprocs.loadAcquire(); i++) preemptRunning(s->allp[i]);
}

// Memory goes back to the OS, at a hundredth of a CPU. Whether there is more.
constexpr int64_t kScavengeSlice = 200'000;  // ns
bool scavenge(Sched* s) { return s->vm->gc != nullptr && !gcScavenge(s->vm, kScavengeSlice); }

// The earliest timer of all; 0: none.
int64_t timeSleepUntil(Sched* s) {
  int64_t next = 0;
  for (P* pp : s->allp) {
    int64_t when = pp->timer0When.loadRelaxed();  // who sets an earlier one wakes somebody
    if (when != 0 && (next == 0 || when < next)) next = when;
  }
  return next;
}

// All Ps are at rest, or stopped: no need to look for a while.
bool sleepLong(Sched* s, int64_t now) {
  auto nothingRuns = [&] { return s->gcwaiting.loadSeqCst() || s->npidle.loadSeqCst() == s->gomaxprocs.loadRelaxed(); };
  if (s->vm->knobs.schedtrace > 0 || !nothingRuns()) return false;
  s->lock.lock();
  int64_t next = timeSleepUntil(s);
  if (!nothingRuns() || (next != 0 && next <= now)) {
    s->lock.unlock();
    return false;
  }
  s->sysmonwait.storeSeqCst(true);  // order: entersyscall() sees it, or we see the P in use; a missed one lasts a period
  s->lock.unlock();
  int64_t ns = s->vm->knobs.forcegcperiod / 2;
  if (next != 0) ns = std::min(ns, next - now);
  s->sysmonnote.sleepFor(ns);
  s->sysmonnote.clear();  // what it was woken for is in the flags, which are looked at next
  s->lock.lock();
  s->sysmonwait.storeSeqCst(false);
  s->lock.unlock();
  return true;
}

void pollNetwork(Sched* s, int64_t now) {
  int64_t last = s->lastpoll.loadRelaxed();
  if (!netpollInited(s) || last == 0 || now - last < kPollInterval) return;
  if (!s->lastpoll.casSeqCst(last, now)) return;
  GQueue q = netpoll(s, 0);
  if (q.empty()) return;
  // The goroutines are on no queue while we carry them.
  s->externalWaiters.fetchAddAcqRel(1);  // order: checkdead() sees it, or the goroutines
  injectglist(s, q);
  s->externalWaiters.fetchAddAcqRel(-1);
}

// A timer of an idle P is due, and nobody waits in the poller for it: the M that did came back with a goroutine to run.
void watchTimers(Sched* s, int64_t now) {
  // Hints all: one more M looks around.
  if (s->npidle.loadRelaxed() == 0 || s->lastpoll.loadRelaxed() == 0) return;
  int64_t next = timeSleepUntil(s);
  if (next != 0 && next <= now) wakep(s);
}

// SIGQUIT.
[[noreturn]] void reportAll(Sched* s) {
  VM* vm = s->vm;
  startDying(vm);
  freezetheworld(vm);
  std::string out = "SIGQUIT: quit\nPC=0x0 m=0 sigcode=0\n";
  tracebackothers(vm, nullptr, out);
  vm->err->write(out);
  exitProcess(vm, 2);
}

void sysmonLoop(Sched* s) {
  int idle = 0;
  int64_t delay = kShortest, lastTrace = 0, nextScavenge = 0;
  bool scavenging = false;
  for (;;) {
    if (idle == 0) {
      delay = kShortest;
    } else if (idle > kIdleRounds) {
      delay = std::min(delay * 2, kLongest);
    }
    if (s->sysmonnote.sleepFor(delay)) s->sysmonnote.clear();
    // order: acquire pairs with who set it before the note.
    if (s->sysmonStopping.loadAcquire()) return;
    if (s->sigquit.loadAcquire()) reportAll(s);
    int64_t now = Clock::realNanotime();
    if (!scavenging && sleepLong(s, now)) {
      idle = 0;
      now = Clock::realNanotime();
    }
    pollNetwork(s, now);
    watchTimers(s, now);
    idle = retake(s, now) ? 0 : idle + 1;
    forceGc(s, now);
    if (now >= nextScavenge) {
      scavenging = scavenge(s);
      nextScavenge = now + 100 * kScavengeSlice;
    }
    int64_t every = s->vm->knobs.schedtrace * 1'000'000;
    if (every > 0 && now - lastTrace >= every) {
      lastTrace = now;
      schedtrace(s, s->vm->knobs.scheddetail);
    }
  }
}

}  // namespace

void sysmonStart(Sched* s) { s->sysmon = std::thread(sysmonLoop, s); }

void sysmonStop(Sched* s) {
  if (!s->sysmon.joinable()) return;
  s->sysmonStopping.storeRelease(true);  // order: before the note
  s->sysmonnote.poke();
  s->sysmon.join();
}

void sysmonWakeLocked(Sched* s) {
  if (!s->sysmonwait.loadRelaxed()) return;  // changes under the lock
  s->sysmonwait.storeRelaxed(false);
  s->sysmonnote.poke();
}

}  // namespace hood::rt
