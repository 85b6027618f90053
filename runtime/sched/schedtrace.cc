// The scheduler's state as text.
// Mirrors:    src/runtime/proc.go (schedtrace). Book: 5.3, 9.2.
// Differs:    Go's lines; fields that hood has nothing for are 0.
// Locks:      Sched::lock, for a consistent picture of the lists; the rest may be a moment old.
// Try:        GODEBUG=schedtrace=100,scheddetail=1 hood run testdata/ch06_sched/parallel_work.go
#include <fmt/format.h>

#include "runtime/core/vm.h"
#include "runtime/sched/sched.h"

namespace hood::rt {
namespace {

int64_t idOf(const M* m) { return m == nullptr ? -1 : m->id; }
int64_t idOf(const G* gp) { return gp == nullptr ? -1 : static_cast<int64_t>(gp->goid); }

void appendP(std::string& out, P* pp) {
  fmt::format_to(std::back_inserter(out),
                 "  P{}: status={} schedtick={} syscalltick={} m={} runqsize={} gfreecnt={} timerslen={}\n", pp->id,
                 pp->status.loadRelaxed(), pp->schedtick.loadRelaxed(), pp->syscalltick.loadRelaxed(),
                 idOf(pp->m.loadAcquire()), pp->runqtail.loadRelaxed() - pp->runqhead.loadRelaxed(),
                 pp->gFreeN.loadRelaxed(), pp->numTimers.loadRelaxed());
}

void appendM(std::string& out, const Sched* s, M* m) {
  int32_t p = -1;
  for (P* pp : s->allp) {
    if (pp->m.loadAcquire() == m) p = pp->id;
  }
  G* gp = m->curg.loadAcquire();
  bool blocked = p < 0;
  fmt::format_to(
      std::back_inserter(out),
      "  M{}: p={} curg={} mallocing=0 throwing=0 preemptoff= locks=0 dying=0 spinning={} blocked={} lockedg={}\n", m->id, p,
      idOf(gp), m->spinning.loadRelaxed(), blocked, idOf(m->lockedg.loadRelaxed()));
}

void appendG(std::string& out, const Sched* s, G* gp) {
  int64_t m = -1;
  for (M* x = s->allm; x != nullptr; x = x->alllink) {
    if (x->curg.loadAcquire() == gp) m = x->id;
  }
  bool waits = readgstatus(gp) == GStatus::Waiting;
  fmt::format_to(std::back_inserter(out), "  G{}: status={}({}) m={} lockedm={}\n", gp->goid,
                 gp->status.load(std::memory_order_relaxed),
                 waits ? waitReasonString(static_cast<WaitReason>(gp->waitReason)) : "", m, idOf(gp->lockedm.loadRelaxed()));
}

}  // namespace

void schedtrace(Sched* s, bool detailed) {
  int64_t ms = (Clock::realNanotime() - s->vm->startNs) / 1'000'000;
  std::string out;
  s->lock.lock();
  int32_t procs = s->gomaxprocs.loadRelaxed();
  out = fmt::format("SCHED {}ms: gomaxprocs={} idleprocs={} threads={} spinningthreads={} idlethreads={} runqueue={}", ms,
                    procs, s->npidle.loadRelaxed(), s->mcount + 1, s->nmspinning.loadRelaxed(), s->nmidle,
                    s->runqsize.loadRelaxed());
  if (detailed) {
    out += fmt::format(" gcwaiting={} nmidlelocked={} stopwait={} sysmonwait={}\n", int{s->gcwaiting.loadRelaxed()},
                       s->nmidlelocked, s->stopwait, int{s->sysmonwait.loadRelaxed()});
    for (int32_t i = 0; i < procs; i++) appendP(out, s->allp[i]);
    for (M* m = s->allm; m != nullptr; m = m->alllink) appendM(out, s, m);
    forEachG(s, [&](G* gp) { appendG(out, s, gp); });
  } else {
    for (int32_t i = 0; i < procs; i++) {
      P* pp = s->allp[i];
      out += fmt::format("{}{}", i == 0 ? " [" : " ", pp->runqtail.loadRelaxed() - pp->runqhead.loadRelaxed());
    }
    out += "]\n";
  }
  s->lock.unlock();
  s->vm->err->write(out);
}

}  // namespace hood::rt
