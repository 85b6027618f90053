// Deterministic mode: the same queues, the same rules, on one thread.
// Mirrors:    nothing of Go's, which has no such mode.
// Differs:    m0 serves all Ps in turn. Which P goes on, how long a goroutine may run and which victim is robbed are drawn from
//             the VM's decision stream; time is virtual and stands still while anybody can run, but for a moment per time slice,
//             so that who waits for the clock in a loop gets there.
// Invariants: no other thread exists, and nothing asks the OS for time or chance: equal seeds, equal runs.
// Locks:      none are contended.
// Try:        hood run --det --seed 7 testdata/ch06_sched/parallel_work.go
#include <limits>

#include "base/check.h"
#include "runtime/core/vm.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/work_sources.h"

namespace hood::rt {
namespace {

void switchTo(M* m, P* pp) {
  if (m->p == pp) return;
  releasep(m);
  acquirep(m, pp);
}

G* stealDet(P* pp) {
  Sched* s = pp->vm->sched;
  auto n = static_cast<uint32_t>(s->gomaxprocs.loadRelaxed());
  if (n == 1) return nullptr;
  for (int round = 0; round < 2; round++) {
    uint32_t start = pp->random->below(n);
    for (uint32_t i = 0; i < n; i++) {
      P* victim = s->allp[static_cast<int32_t>((start + i) % n)];
      if (victim == pp) continue;
      if (G* gp = runqsteal(pp, victim, round == 1)) return gp;
    }
  }
  return nullptr;
}

// What pp finds to do. As it looks everywhere, nobody else would find anything if it does not.
G* workFor(P* pp, bool* inheritTime) {
  Sched* s = pp->vm->sched;
  auto every = static_cast<uint32_t>(pp->vm->knobs.schedtick);
  *inheritTime = false;
  if (pp->schedtick.loadRelaxed() % every == 0 && s->runqsize.loadRelaxed() > 0) {
    if (G* gp = globrunqget(s, pp, 1)) return gp;
  }
  if (G* gp = runqget(pp, inheritTime)) return gp;
  if (s->runqsize.loadRelaxed() > 0) {
    if (G* gp = globrunqget(s, pp, 0)) return gp;
  }
  *inheritTime = false;
  return stealDet(pp);
}

// Fires what is due on any P; returns when the next timer is.
int64_t runTimers(Sched* s) {
  int64_t next = 0, now = s->vm->clock.nanotime();
  bool ran = false;
  for (int32_t i = 0; i < s->gomaxprocs.loadRelaxed(); i++) {
    int64_t when = checkTimers(s->allp[i], s->m0.p, &now, &ran);
    if (when != 0 && (next == 0 || when < next)) next = when;
  }
  return next;
}

// Everybody sleeps: time goes on to the next timer. Goroutines that wait for the outside world are waited for in real time.
void idle(Sched* s, int64_t next) {
  if (s->vm->gc != nullptr) gcScavenge(s->vm, std::numeric_limits<int64_t>::max() / 2);  // all there is: no clock decides
  if (netpollInited(s) && netpollAnyWaiters(s)) {
    int64_t delay = next == 0 ? -1 : next - s->vm->clock.nanotime();
    GQueue q = netpoll(s, delay);
    if (!q.empty()) return injectglist(s, q);
  }
  if (next == 0) {
    if (s->externalWaiters.loadAcquire() == 0) {
      s->lock.lock();
      checkdead(s);
      s->lock.unlock();
    }
    return;
  }
  s->vm->clock.advanceTo(next);
}

}  // namespace

G* findRunnableDet(M* m, bool* inheritTime) {
  Sched* s = m->vm->sched;
  for (;;) {
    int64_t next = runTimers(s);
    if (netpollInited(s) && netpollAnyWaiters(s)) injectglist(s, netpoll(s, 0));
    auto n = static_cast<uint32_t>(s->gomaxprocs.loadRelaxed());
    if (n > 1) switchTo(m, s->allp[static_cast<int32_t>(m->vm->random.below(n))]);
    if (gcFindWorker(m->p, false)) return nullptr;
    if (G* gp = workFor(m->p, inheritTime)) return gp;
    if (gcFindWorker(m->p, true)) return nullptr;
    idle(s, next);
  }
}

}  // namespace hood::rt
