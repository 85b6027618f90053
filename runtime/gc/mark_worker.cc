// Background workers.
// Mirrors:    src/runtime/mgc.go (gcBgMarkWorker), mgcpacer.go (findRunnableGCWorker). Book: 8.3, 8.6.
// Differs:    see mark_worker.h.
// Invariants: see mark_worker.h.
// Try:        hood run --set collector=concurrent --set gctrace=1 testdata/ch08_gc/churn.go

#include "runtime/gc/mark_worker.h"

#include <algorithm>
#include <utility>

#include "runtime/core/vm.h"
#include "runtime/gc/cycle.h"
#include "runtime/gc/p_gc.h"
#include "runtime/sched/work_sources.h"

namespace hood::rt {
namespace {

constexpr int64_t kDetSliceWork = 64 << 10;  // deterministic mode: scan work between two picks

struct WorkerRun {
  M* m;
  MarkWorkerMode mode;
  int64_t start;
};

// What workers do between pieces of work: their results become visible, assists are paid for.
void flush(M* m) {
  Gc* gc = m->vm->gc;
  int64_t work = m->p->gc->marker.takeScanWork();
  if (work == 0) return;
  gc->controller.heapScanWork.fetchAddRelaxed(work);  // a sum
  gc->assists.credit(gc, m->p, work);
}

// A P's share is used up: a little is added, so that it does not stop at once when it starts late.
bool fractionalOver(const WorkerRun& r) {
  const GcController& c = r.m->vm->gc->controller;
  int64_t now = Clock::realNanotime(), delta = now - c.markStartTime;
  if (delta <= 0) return true;
  int64_t mine = r.m->p->gc->fractionalMarkTime + (now - r.start);
  return static_cast<double>(mine) / static_cast<double>(delta) > 1.2 * c.fractionalUtilizationGoal;
}

bool timerDue(M* m) {
  int64_t when = m->p->timer0When.loadRelaxed();
  return when != 0 && when <= m->vm->clock.nanotime();
}

// Hints; the M looks properly when the worker has ended.
bool otherWork(M* m) { return m->vm->sched->runqsize.loadRelaxed() != 0 || !runqempty(m->p) || timerDue(m); }

// Goroutines that wait for this P would wait for the whole mark phase, if nobody is idle who could steal them.
void giveQueueAway(M* m) {
  if (runqempty(m->p)) return;
  GQueue q;
  bool inherit;
  while (G* gp = runqget(m->p, &inherit)) q.pushBack(gp);
  globrunqput(m->vm->sched, q);
  wakep(m->vm->sched);
}

bool stopWorker(void* arg) {
  const auto& r = *static_cast<WorkerRun*>(arg);
  flush(r.m);
  Sched* s = r.m->vm->sched;
  if (s->gcwaiting.loadSeqCst()) return true;  // order: as in start()
  if (s->det) return true;
  if (r.m->vm->gc->pool.hasFull()) wakep(s);  // an idle P may have some of it
  switch (r.mode) {
    case MarkWorkerMode::Fractional: return fractionalOver(r);
    case MarkWorkerMode::Idle: return otherWork(r.m);
    case MarkWorkerMode::Dedicated: giveQueueAway(r.m); return timerDue(r.m);  // it is chosen again after they ran
    default: return false;
  }
}

// Root jobs first: the stacks become black early.
void work(WorkerRun& r) {
  VM* vm = r.m->vm;
  P* pp = r.m->p;
  Marker& marker = pp->gc->marker;
  for (;;) {
    while (vm->gc->jobs.runOne(vm, marker, nullptr)) {
      if (stopWorker(&r)) return;
    }
    if (!marker.drain(stopWorker, &r)) return;
    wbBufFlush(pp);  // what this P's goroutines have recorded
    if (marker.work().empty() && !vm->gc->jobs.left()) return;
  }
}

void account(Gc* gc, P* pp, MarkWorkerMode mode, int64_t ns) {
  GcController& c = gc->controller;
  switch (mode) {
    case MarkWorkerMode::Dedicated:
      c.dedicatedMarkTime.fetchAddRelaxed(ns);  // sums, all
      c.dedicatedMarkWorkersNeeded.fetchAddRelaxed(1);
      break;
    case MarkWorkerMode::Fractional:
      c.fractionalMarkTime.fetchAddRelaxed(ns);
      pp->gc->fractionalMarkTime += ns;
      break;
    case MarkWorkerMode::Idle:
      c.idleMarkTime.fetchAddRelaxed(ns);
      gc->limiter.addIdleTime(ns);
      c.idleMarkWorkers.fetchAddRelaxed(-1);
      break;
    case MarkWorkerMode::None: break;
  }
}

bool takeOne(Atomic<int64_t>& n) {
  for (;;) {
    int64_t v = n.loadRelaxed();  // a count of promises, nothing is published with it
    if (v <= 0) return false;
    if (n.casRelaxed(v, v - 1)) return true;
  }
}

MarkWorkerMode chooseBusy(GcController& c, P* pp) {
  if (takeOne(c.dedicatedMarkWorkersNeeded)) return MarkWorkerMode::Dedicated;
  if (c.fractionalUtilizationGoal == 0) return MarkWorkerMode::None;
  int64_t delta = Clock::realNanotime() - c.markStartTime;
  bool had = delta > 0 &&
             static_cast<double>(pp->gc->fractionalMarkTime) / static_cast<double>(delta) > c.fractionalUtilizationGoal;
  return had ? MarkWorkerMode::None : MarkWorkerMode::Fractional;
}

MarkWorkerMode chooseIdle(GcController& c) {
  // relaxed: a limit that is passed by one for a moment does no harm
  if (c.idleMarkWorkers.fetchAddRelaxed(1) < c.maxIdleMarkWorkers) return MarkWorkerMode::Idle;
  c.idleMarkWorkers.fetchAddRelaxed(-1);
  return MarkWorkerMode::None;
}

}  // namespace

bool gcMarkWorkAvailable(VM* vm) {
  Gc* gc = vm->gc;
  return gc->pool.hasFull() || gc->jobs.left() || gc->markDoneMissed.loadRelaxed();
}

bool gcMarking(const VM* vm) {
  // order: acquire pairs with the release when marking begins: who sees it sees the cycle.
  return vm->gc != nullptr && vm->gc->blackenEnabled.loadAcquire();
}

// order: none: a hint for sysmon.
bool gcWantsP(const VM* vm) {
  return vm->gc != nullptr && vm->gc->blackenEnabled.loadRelaxed() && gcMarkWorkAvailable(const_cast<VM*>(vm));
}

bool gcFindWorker(P* pp, bool idle) {
  VM* vm = pp->vm;
  if (!gcMarking(vm)) return false;
  if (HOOD_UNLIKELY(pp->gc->flushRound.loadRelaxed() != vm->gc->flushRound.loadRelaxed())) gcFlushP(pp);  // ours; a hint
  if (!gcMarkWorkAvailable(vm) && pp->gc->marker.work().empty()) return false;
  GcController& c = vm->gc->controller;
  if (vm->sched->det) {  // a quarter of the picks, as the stream has it
    if (!idle && vm->random.below(4) != 0) return false;
    pp->gc->mode = idle ? MarkWorkerMode::None : MarkWorkerMode::Fractional;
    return true;
  }
  pp->gc->mode = idle ? chooseIdle(c) : chooseBusy(c, pp);
  return pp->gc->mode != MarkWorkerMode::None;
}

void gcRunWorker(M* m) {
  Gc* gc = m->vm->gc;
  P* pp = m->p;
  WorkerRun r{m, pp->gc->mode, Clock::realNanotime()};
  gc->active.fetchAddSeqCst(1);  // order: see gcMarkDone()
  if (gcMarking(m->vm)) work(r);
  flush(m);
  pp->gc->marker.work().dispose(gc->pool);
  account(gc, pp, r.mode, Clock::realNanotime() - r.start);
  if (gc->active.fetchAddSeqCst(-1) == 1 && !gc->pool.hasFull() && !gc->jobs.left()) gcMarkDone(m->vm);
}

// ---- assists -----------------------------------------------------------------------------------------------------

bool AssistQueue::park(Gc* gc, G* gp) {
  LockGuard guard(lock_);
  // relaxed, here and below: credit changes hands under the lock while somebody waits
  if (!gc->blackenEnabled.loadAcquire() || gc->controller.bgScanCredit.loadRelaxed() > 0) return false;
  queue_.pushBack(gp);
  return true;
}

void AssistQueue::credit(Gc* gc, P* pp, int64_t scanWork) {
  GcController& c = gc->controller;
  GQueue paid;
  {
    LockGuard guard(lock_);
    double bytesPerWork = c.assistBytesPerWork.loadRelaxed();
    auto bytes = static_cast<int64_t>(static_cast<double>(scanWork) * bytesPerWork);
    while (bytes > 0 && !queue_.empty()) {
      G* gp = queue_.head;
      if (bytes + gp->gcAssistBytes <
          0) {  // part of what the first one owes; it goes to the end, so that none waits forever
        gp->gcAssistBytes += bytes;
        bytes = 0;
        queue_.pushBack(queue_.pop());
        break;
      }
      bytes += gp->gcAssistBytes;
      gp->gcAssistBytes = 0;
      paid.pushBack(queue_.pop());
    }
    if (bytes > 0) {
      c.bgScanCredit.fetchAddRelaxed(static_cast<int64_t>(static_cast<double>(bytes) * c.assistWorkPerByte.loadRelaxed()));
    }
  }
  while (G* gp = paid.pop()) ready(pp, gp, false);
}

void AssistQueue::wakeAll(P* pp) {
  GQueue all;
  {
    LockGuard guard(lock_);
    std::swap(all, queue_);
  }
  while (G* gp = all.pop()) ready(pp, gp, false);
}

namespace {

// Assists do a bit more than they must, so that there are fewer; under gcstress they are steps as small as possible.
int64_t overAssistWork(const VM* vm) { return vm->knobs.gcstress != 0 ? 256 : 64 << 10; }
constexpr int64_t kRootJobWork = 2 << 10;  // what a root job counts for

// Takes from what workers have done ahead. Returns the scan work that is still owed.
int64_t stealCredit(GcController& c, G* gp, int64_t scanWork, int64_t debtBytes) {
  int64_t credit = c.bgScanCredit.loadRelaxed();  // relaxed: racing assists may overdraw it a little, as in Go
  if (credit <= 0) return scanWork;
  int64_t stolen = std::min(credit, scanWork);
  c.bgScanCredit.fetchAddRelaxed(-stolen);
  if (stolen == scanWork) {
    gp->gcAssistBytes += debtBytes;
  } else {
    gp->gcAssistBytes += 1 + static_cast<int64_t>(c.assistBytesPerWork.loadRelaxed() * static_cast<double>(stolen));
  }
  return scanWork - stolen;
}

// In deterministic mode nothing is measured.
void updateLimiter(VM* vm, int64_t now) {
  if (!vm->sched->det) vm->gc->limiter.update(now, vm->sched->npidle.loadRelaxed());  // a hint
}

int64_t assistDrain(VM* vm, P* pp, int64_t scanWork) {
  Marker& marker = pp->gc->marker;
  int64_t done = 0;
  bool flushed = false;
  while (done < scanWork && !vm->sched->gcwaiting.loadSeqCst()) {  // order: as in start()
    int64_t n = marker.drainN(scanWork - done);
    done += n;
    if (done >= scanWork) break;
    if (vm->gc->jobs.runOne(vm, marker, nullptr)) {
      done += kRootJobWork;
      continue;
    }
    if (n != 0) continue;
    if (flushed) break;
    wbBufFlush(pp);
    flushed = true;
  }
  return done;
}

// Marks scanWork bytes, as far as there is something to mark. Others may scan the goroutine meanwhile: it counts as waiting.
void assist(G* gp, int64_t scanWork) {
  VM* vm = gp->vm;
  Gc* gc = vm->gc;
  P* pp = gp->m->p;
  int64_t start = Clock::realNanotime();
  gp->waitReason = static_cast<uint8_t>(WaitReason::GCAssistMarking);
  casgstatus(gp, GStatus::Running, GStatus::Waiting);
  gc->active.fetchAddSeqCst(1);  // order: see gcMarkDone()
  int64_t done = gcMarking(vm) ? assistDrain(vm, pp, scanWork) : 0;
  pp->gc->marker.work().dispose(gc->pool);
  gc->controller.heapScanWork.fetchAddRelaxed(pp->gc->marker.takeScanWork());  // sums
  gp->gcAssistBytes += 1 + static_cast<int64_t>(gc->controller.assistBytesPerWork.loadRelaxed() * static_cast<double>(done));
  bool last = gc->active.fetchAddSeqCst(-1) == 1 && !gc->pool.hasFull() && !gc->jobs.left();
  casgstatus(gp, GStatus::Waiting, GStatus::Running);
  int64_t now = Clock::realNanotime();
  gc->controller.assistTime.fetchAddRelaxed(now - start);
  gc->limiter.addAssistTime(now - start);
  updateLimiter(vm, now);
  if (last) gcMarkDone(vm);
}

}  // namespace

bool gcAssistAlloc(G* gp) {
  Gc* gc = gp->vm->gc;
  GcController& c = gc->controller;
  if (!gcMarking(gp->vm)) {
    gp->gcAssistBytes = 0;
    return false;
  }
  if (gc->limiter.limiting()) {  // the collector has taken enough: it goes on, in debt
    updateLimiter(gp->vm, Clock::realNanotime());
    return false;
  }
  int64_t debtBytes = -gp->gcAssistBytes;
  auto scanWork = static_cast<int64_t>(c.assistWorkPerByte.loadRelaxed() * static_cast<double>(debtBytes));
  if (scanWork < overAssistWork(gp->vm)) {
    scanWork = overAssistWork(gp->vm);
    debtBytes = static_cast<int64_t>(c.assistBytesPerWork.loadRelaxed() * static_cast<double>(scanWork));
  }
  scanWork = stealCredit(c, gp, scanWork, debtBytes);
  if (scanWork == 0) return false;
  assist(gp, scanWork);
  if (gp->gcAssistBytes >= 0 || !gcMarking(gp->vm) || gc->limiter.limiting()) return false;
  if (gp->m->locks != 0) return false;
  // Nothing to mark, but marking is not over: workers have it all. It waits for them.
  auto commit = [](G* g, void* p) { return static_cast<Gc*>(p)->assists.park(static_cast<Gc*>(p), g); };
  if (!gp->vm->sched->gcwaiting.loadSeqCst()) gopark(gp, commit, gc, WaitReason::GCAssistWait);  // order: as in start()
  return true;
}

}  // namespace hood::rt
