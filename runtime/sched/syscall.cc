// System calls: a native that may block in the kernel leaves its P, and takes one again afterwards.
// Mirrors:    src/runtime/proc.go (entersyscall, exitsyscall, exitsyscallfast, exitsyscall0). Book: 5.5.
// Differs:    when no P is free, Go puts the goroutine on the global queue and lets its M sleep: another M runs it. Here the
//             native is still on this thread's stack, so the goroutine waits on the queue just so, but whoever takes it
//             from there hands the P to this M, as it would for a goroutine that is locked to it.
// Invariants: between the two, P::status says who has the P: Syscall, and the CAS to anything else wins it.
// Locks:      Sched::lock on the slow path.
// Try:        hood run testdata/ch06_sched/syscall_handoff.go
#include "base/check.h"
#include "runtime/core/vm.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/stack.h"

namespace hood::rt {
namespace {

constexpr auto kIdle = static_cast<uint32_t>(PStatus::Idle);
constexpr auto kInSyscall = static_cast<uint32_t>(PStatus::Syscall);
constexpr auto kGcStop = static_cast<uint32_t>(PStatus::GcStop);

// The world is being stopped and counts on us.
void entersyscallGcwait(Sched* s, P* pp) {
  LockGuard guard(s->lock);
  if (s->stopwait > 0 && pp->status.casAcqRel(kInSyscall, kGcStop)) {
    pp->syscalltick.fetchAddRelaxed(1);  // a hint for sysmon
    if (--s->stopwait == 0) s->stopnote.wakeup();
  }
}

bool exitsyscallfast(Sched* s, M* m) {
  P* oldp = m->oldp;
  // order: acquire pairs with the release of who had it meanwhile; nobody, mostly.
  if (oldp->status.loadRelaxed() == kInSyscall && oldp->status.casAcqRel(kInSyscall, kIdle)) {
    acquirep(m, oldp);
    return true;
  }
  if (s->npidle.loadSeqCst() == 0) return false;
  s->lock.lock();
  P* pp = pidleget(s);
  s->lock.unlock();
  if (pp == nullptr) return false;
  acquirep(m, pp);
  return true;
}

// Waits in line for a P, inside of the native.
void exitsyscallSlow(Sched* s, M* m, G* gp) {
  casgstatus(gp, GStatus::Syscall, GStatus::Runnable);
  m->curg.storeRelaxed(nullptr);  // a late wish of sysmon does no harm
  s->lock.lock();
  P* pp = pidleget(s);
  if (pp == nullptr) {
    gp->syscallm = m;
    s->runq.pushBack(gp);
    s->runqsize.fetchAddSeqCst(1);  // order: as in globrunqput()
    s->lock.unlock();
    m->park.sleep();
    m->park.clear();
    pp = m->nextp;
    m->nextp = nullptr;
  } else {
    s->lock.unlock();
  }
  acquirep(m, pp);
  casgstatus(gp, GStatus::Runnable, GStatus::Running);
  m->curg.storeSeqCst(gp);  // order: as in start()
}

}  // namespace

void entersyscall(G* gp) {
  M* m = gp->m;
  P* pp = m->p;
  Sched* s = gp->vm->sched;
  gp->vm->trace.emit(pp->id, gp->goid, Event::GoSyscall);
  gp->inSyscall = true;
  casgstatus(gp, GStatus::Running, GStatus::Syscall);
  if (s->det) return;
  if (s->sysmonwait.loadSeqCst()) {
    LockGuard guard(s->lock);
    sysmonWakeLocked(s);
  }
  m->oldp = pp;
  m->p = nullptr;
  m->g0.wbBuf = gp->wbBuf = nullptr;
  pp->m.storeRelaxed(nullptr);         // published by the status
  pp->status.storeSeqCst(kInSyscall);  // order: we see gcwaiting below, or who stops the world sees this
  if (s->gcwaiting.loadSeqCst()) entersyscallGcwait(s, pp);
}

void exitsyscall(G* gp) {
  M* m = gp->m;
  Sched* s = gp->vm->sched;
  if (s->det) {
    casgstatus(gp, GStatus::Syscall, GStatus::Running);
    gp->inSyscall = false;
    return;
  }
  if (exitsyscallfast(s, m)) {
    casgstatus(gp, GStatus::Syscall, GStatus::Running);
  } else {
    exitsyscallSlow(s, m, gp);
  }
  m->oldp = nullptr;
  m->p->syscalltick.fetchAddRelaxed(1);  // a hint for sysmon
  gp->wbBuf = m->g0.wbBuf;
  gp->inSyscall = false;
  restoreStackLimit(gp);  // sees what was asked of us meanwhile
}

}  // namespace hood::rt
