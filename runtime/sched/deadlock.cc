// Goroutine dumps, deadlock detection, the collector's view of a goroutine.
// Mirrors:    src/runtime/proc.go (checkdead), traceback.go (goroutineheader). Book: 5.3, 7.3.
// Differs:    nothing that can be seen.
// Try:        hood run testdata/ch06_sched/deadlock.go
#include <vector>

#include "base/check.h"
#include "runtime/core/engine.h"
#include "runtime/core/vm.h"
#include "runtime/sched/defer.h"
#include "runtime/sched/sched.h"

namespace hood::rt {

void checkdead(Sched* s) {
  VM* vm = s->vm;
  // order: pairs with those who carry goroutines from one queue to another.
  if (s->externalWaiters.loadAcquire() != 0 || vm->dying.loadRelaxed()) return;
  if (!s->det) {
    int32_t run = s->mcount - s->nmidle - s->nmidlelocked - s->nmsys;
    if (run > 0) return;
    HOOD_CHECK(run == 0);
  }
  for (P* pp : s->allp) {
    if (pp->numTimers.loadAcquire() != 0) return;  // order: pairs with who set it; its M has gone idle since
  }
  s->lock.unlock();
  if (gcount(vm) == 0 || (s->mainG != nullptr && readgstatus(s->mainG) == GStatus::Dead)) {
    fatal(vm, "no goroutines (main called runtime.Goexit) - deadlock!");
  }
  fatal(vm, "all goroutines are asleep - deadlock!");
}

void goroutineheader(G* gp, std::string& out) {
  const char* status = "";
  switch (readgstatus(gp)) {
    case GStatus::Idle: status = "idle"; break;
    case GStatus::Runnable: status = "runnable"; break;
    case GStatus::Running: status = "running"; break;
    case GStatus::Syscall: status = "syscall"; break;
    case GStatus::Waiting: {
      const char* why = waitReasonString(static_cast<WaitReason>(gp->waitReason));
      status = *why != 0 ? why : "waiting";
      break;
    }
    case GStatus::Dead: status = "dead"; break;
    case GStatus::CopyStack: status = "copystack"; break;
    case GStatus::Preempted: status = "preempted"; break;
  }
  out += "goroutine " + std::to_string(gp->goid) + " [" + status;
  if (gp->waitSince != 0) {
    int64_t minutes = (gp->vm->clock.nanotime() - gp->waitSince) / 60'000'000'000;
    if (minutes >= 1) out += ", " + std::to_string(minutes) + " minutes";
  }
  if (gp->lockedExt) out += ", locked to thread";
  out += "]:\n";
}

void tracebackothers(VM* vm, G* me, std::string& out) {
  bool systems = vm->traceback.loadRelaxed() >= TracebackLevel::System;  // any recent one will do
  forEachG(vm->sched, [&](G* gp) {
    if (gp == me || gp->fp == nullptr || (gp->system && !systems)) return;
    out += '\n';
    goroutineheader(gp, out);
    if (readgstatus(gp) == GStatus::Running) {
      out += "\tgoroutine running on other thread; stack unavailable\n";
    } else {
      vm->engine->traceback(gp, out);
    }
  });
}

void scanG(G* gp, PointerVisitor& v) {
  auto visit = [&](auto*& p) { v.slot(reinterpret_cast<Slot*>(&p)); };
  for (Defer* d = gp->deferHead; d != nullptr; d = d->link) visit(d->fn);
  for (Panic* p = gp->panicHead; p != nullptr; p = p->link) visit(p->arg.data);
  visit(gp->panicking.data);
  visit(gp->pendingFn);
  // A Sudog's value lies in the goroutine's frame, or in memory that the frame or the channel keeps alive.
}

}  // namespace hood::rt
