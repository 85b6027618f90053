// The system monitor: a thread without a P that sees to it that no goroutine keeps the P for long.
// Mirrors:    src/runtime/proc.go (sysmon, retake). Book: 5.5.
// Differs:    preemption is the trap word; a goroutine is left alone while nobody waits for its P.
// Try:        hood run testdata/ch06_sched/preempt_loop.go
#include "runtime/core/vm.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/stack.h"
#include "runtime/sched/work_sources.h"

namespace hood::rt {
namespace {

// Whether the P's running goroutine keeps something waiting. Looks without locks: a wrong answer lasts one
// round.
bool somebodyWaits(Sched* s, P* pp, int64_t now) {
  int64_t timer = pp->timer0When.loadRelaxed();
  return !runqempty(pp) || s->runqsize.loadRelaxed() > 0 || (timer != 0 && timer <= now);
}

void retake(Sched* s, int64_t now) {
  M* m = &s->m0;
  P* pp = m->p;
  uint32_t tick = pp->schedtick.loadRelaxed();
  if (pp->sysmonSchedtick != tick) {
    pp->sysmonSchedtick = tick;
    pp->sysmonSchedwhen = now;
    return;
  }
  if (now - pp->sysmonSchedwhen < s->vm->knobs.timeslice || !somebodyWaits(s, pp, now)) return;
  G* gp = m->curg.loadRelaxed();  // Gs are never freed: at worst another goroutine gives way
  if (gp != nullptr) preemptone(gp);
}

void forceGc(Sched* s, int64_t now) {
  if (!gcPeriodOver(s->vm, now)) return;
  s->vm->gcWanted.storeRelease(true);  // order: pairs with the acquire at safepoints, where preemptone() leads
  G* gp = s->m0.curg.loadRelaxed();
  if (gp != nullptr) preemptone(gp);
}

void sysmonLoop(Sched* s) {
  // Half a slice: a goroutine that keeps others waiting runs one slice to one and a half.
  while (!s->sysmonStop.sleepFor(s->vm->knobs.timeslice / 2)) {
    if (s->idle.loadRelaxed()) continue;
    int64_t now = Clock::realNanotime();
    retake(s, now);
    forceGc(s, now);
  }
}

}  // namespace

void sysmonStart(Sched* s) {
  s->sysmonStop.clear();
  s->sysmon = std::thread(sysmonLoop, s);
}

void sysmonStop(Sched* s) {
  if (!s->sysmon.joinable()) return;
  s->sysmonStop.wakeup();
  s->sysmon.join();
}

}  // namespace hood::rt
