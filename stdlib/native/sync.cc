// Package sync: its Go code's doors to semaphores, notification lists and pinning.
#include "runtime/core/vm.h"
#include "runtime/gc/cycle.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/sema.h"
#include "stdlib/native/window.h"

namespace hood::stdlib {

Outcome syncSemacquire(G* gp, Slot* w) {
  return rt::semacquire(gp, static_cast<uint32_t*>(w[0].p), false, rt::WaitReason::Semacquire);
}
Outcome syncSemacquireMutex(G* gp, Slot* w) {
  return rt::semacquire(gp, static_cast<uint32_t*>(w[0].p), w[1].u != 0, rt::WaitReason::SyncMutexLock);
}
Outcome syncSemacquireRWMutexR(G* gp, Slot* w) {
  return rt::semacquire(gp, static_cast<uint32_t*>(w[0].p), w[1].u != 0, rt::WaitReason::SyncRWMutexRLock);
}
Outcome syncSemacquireRWMutex(G* gp, Slot* w) {
  return rt::semacquire(gp, static_cast<uint32_t*>(w[0].p), w[1].u != 0, rt::WaitReason::SyncRWMutexLock);
}
Outcome syncSemrelease(G* gp, Slot* w) { return rt::semrelease(gp, static_cast<uint32_t*>(w[0].p), w[1].u != 0); }

Outcome syncNotifyListAdd(G*, Slot* w) {
  w[0].u = rt::notifyListAdd(static_cast<rt::NotifyList*>(w[1].p));
  return Outcome::Done;
}
Outcome syncNotifyListWait(G* gp, Slot* w) {
  return rt::notifyListWait(gp, static_cast<rt::NotifyList*>(w[0].p), static_cast<uint32_t>(w[1].u));
}
Outcome syncNotifyListNotifyAll(G* gp, Slot* w) {
  rt::notifyListNotifyAll(gp, static_cast<rt::NotifyList*>(w[0].p));
  return Outcome::Done;
}
Outcome syncNotifyListNotifyOne(G* gp, Slot* w) {
  rt::notifyListNotifyOne(gp, static_cast<rt::NotifyList*>(w[0].p));
  return Outcome::Done;
}

// func runtime_canSpin(i int) bool: a few times, and only while another P runs that may release the lock, and nobody waits
// for ours.
Outcome syncCanSpin(G* gp, Slot* w) {
  constexpr int64_t kActiveSpin = 4;
  const rt::Sched* s = gp->vm->sched;
  if (s->det || w[1].i >= kActiveSpin) return returnBool(w, false);
  // Hints all: spinning in vain costs a microsecond.
  int32_t procs = s->gomaxprocs.loadRelaxed();
  bool others = procs > s->npidle.loadRelaxed() + s->nmspinning.loadRelaxed() + 1;
  return returnBool(w, procs > 1 && others && rt::runqempty(gp->m->p));
}
Outcome syncDoSpin(G*, Slot*) {
  for (int i = 0; i < 30; i++) __builtin_ia32_pause();
  return Outcome::Done;
}
Outcome syncNanotime(G* gp, Slot* w) { return returnInt(w, gp->vm->clock.nanotime()); }

Outcome syncProcPin(G* gp, Slot* w) {
  gp->m->locks++;
  return returnInt(w, gp->m->p->id);
}
Outcome syncProcUnpin(G* gp, Slot*) {
  gp->m->locks--;
  return Outcome::Done;
}
// func runtime_registerPool(shards *poolShard, n int)
Outcome syncRegisterPool(G* gp, Slot* w) {
  gp->vm->gc->pools.add(static_cast<rt::PoolShard*>(w[0].p), w[1].i);
  return Outcome::Done;
}

Outcome syncFatal(G* gp, Slot* w) { rt::fatal(gp->vm, Params(w, 0).string()); }

}  // namespace hood::stdlib
