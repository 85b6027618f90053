// Root jobs.
// Mirrors:    src/runtime/mgcmark.go, preempt.go (suspendG). Book: 8.4.
// Differs:    see mark_root.h.
// Invariants: see mark_root.h.
// Locks:      see mark_root.h.

#include "runtime/gc/mark_root.h"

#include <sched.h>

#include <algorithm>

#include "runtime/core/engine.h"
#include "runtime/core/vm.h"
#include "runtime/gc/cycle.h"
#include "runtime/gc/p_gc.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/stack.h"
#include "runtime/sched/work_sources.h"

namespace hood::rt {
namespace {

class RootMarker final : public PointerVisitor {
 public:
  explicit RootMarker(Marker& m) : m_(m) {}
  void slot(Slot* s) override {
    m_.greyPointers(&s->u, 1);
    slots_++;
  }
  int64_t bytes() const { return slots_ * static_cast<int64_t>(sizeof(Slot)); }

 private:
  Marker& m_;
  int64_t slots_ = 0;
};

// REQUIRES gp is at rest and stays so, or is the caller's.
void scanstack(VM* vm, Marker& m, G* gp) {
  RootMarker visitor(m);
  if (gp->fp != nullptr) vm->engine->scanStack(gp, visitor);
  scanG(gp, visitor);
  int64_t used = gp->fp != nullptr ? reinterpret_cast<const char*>(gp->fp) - reinterpret_cast<const char*>(gp->stackLo) : 0;
  vm->gc->controller.stackScanWork.fetchAddRelaxed(used);  // a sum
  vm->gc->stackBytesSeen.fetchAddRelaxed(static_cast<int64_t>(stackSize(gp)));
}

uint32_t cycleOf(const VM* vm) { return vm->gc->cycles.loadRelaxed() + 1; }  // changes in a stopped world

bool scanned(const VM* vm, const G* gp) {
  // order: acquire pairs with markScanned(): who sees that it was done may count on it.
  return gp->gcScanned.loadAcquire() == cycleOf(vm);
}
void markScanned(const VM* vm, G* gp) { gp->gcScanned.storeRelease(cycleOf(vm)); }  // order: see scanned()

// A goroutine that rests may have its stack halved now, unless a channel may be used at this moment that points into it; then
// it does so itself when it runs again.
void shrinkAtRest(G* gp) {
  bool stopped = !gp->vm->gc->blackenEnabled.loadRelaxed();  // changes in a stopped world
  if (stopped || (gp->waiting == nullptr && !gp->inSyscall)) {
    shrinkstack(gp);
  } else {
    gp->preemptShrink.storeRelaxed(true);  // relaxed: published by the status
  }
}

// Scans gp if it rests. false: it runs.
bool tryScanAtRest(VM* vm, Marker& m, G* gp) {
  for (;;) {
    uint32_t status = gp->status.load(std::memory_order_acquire);  // order: with casgstatus
    auto s = static_cast<GStatus>(status);
    if (s == GStatus::Dead || s == GStatus::Idle) return true;
    if (s == GStatus::Running) return false;
    if (status & kGscan) {
      sched_yield();  // another marker reads it: cannot be, each stack is one job; a dump may
      continue;
    }
    // order: acquire: the stack is ours, as its last owner left it.
    if (!gp->status.compare_exchange_strong(status, status | kGscan, std::memory_order_acquire)) continue;
    if (!scanned(vm, gp)) {
      scanstack(vm, m, gp);
      shrinkAtRest(gp);
      markScanned(vm, gp);
    }
    gp->status.store(status, std::memory_order_release);  // order: hands it back; casgstatus waits for it
    return true;
  }
}

}  // namespace

bool gcScanG(VM* vm, Marker& m, G* gp, G* self) {
  for (int spins = 0; !scanned(vm, gp); spins++) {
    if (gp == self) {
      scanstack(vm, m, gp);
      gp->preemptShrink.storeRelaxed(true);  // ours
      markScanned(vm, gp);
      return true;
    }
    if (tryScanAtRest(vm, m, gp)) return true;
    // order: as in start(). The goroutine waits for us to stop, perhaps, and not at a safepoint.
    if (vm->sched->gcwaiting.loadSeqCst()) return false;
    if (spins % 64 == 0) {
      // order: as preemptone(); the goroutine scans itself, or rests.
      gp->preemptScan.storeSeqCst(true);
      gp->stackLimit.store(0, std::memory_order_seq_cst);
    }
    if (spins < 16) {
      for (int i = 0; i < 20; i++) __builtin_ia32_pause();
    } else {
      sched_yield();
    }
  }
  return true;
}

void gcScanSelf(G* gp) {
  VM* vm = gp->vm;
  if (vm->gc->phaseNow() != GcPhase::Mark) return;
  gcScanG(vm, gp->m->p->gc->marker, gp, gp);
  gcFlushP(gp->m->p);
}

void gcScanNewG(P* pp, G* gp) {
  if (pp->wbBuf == nullptr) return;
  scanstack(pp->vm, pp->gc->marker, gp);
  markScanned(pp->vm, gp);
}

void gcRescanStacks(VM* vm, Marker& m) {
  vm->gc->stackBytesSeen.storeRelaxed(0);  // the world is stopped
  forEachG(vm->sched, [&](G* gp) { scanstack(vm, m, gp); });
}

void gcScanTables(VM* vm, Marker& m) {
  RootMarker visitor(m);
  for (const RootTable::Row& row : vm->gc->roots.rows) row.scan(vm, visitor);
}

// ---- the jobs ----------------------------------------------------------------------------------------------------

void RootJobs::prepare(VM* vm) {
  LockGuard guard(lock_);
  next_ = Job::Globals;
  finalizer_ = handle_ = 0;
  cursor_ = vm->sched->allgsHead;
  last_ = vm->sched->allgsTail;
  HOOD_ASSERT(again_.empty());
  left_.storeRelaxed(true);  // the world is stopped
}

RootJobs::Job RootJobs::take(G** gp) {
  LockGuard guard(lock_);
  Job job = next_;
  *gp = cursor_;
  if (job == Job::Stack) {
    cursor_ = cursor_ == last_ ? nullptr : cursor_->alllink;
  } else if (job == Job::Globals || job == Job::Tables) {
    next_ = static_cast<Job>(static_cast<int>(job) + 1);
  } else if (job == Job::None && !again_.empty()) {
    job = Job::Stack;
    *gp = again_.back();
    again_.pop_back();
  }
  advance();
  return job;
}

// REQUIRES lock_.
void RootJobs::advance() {
  if (next_ == Job::Specials && finalizer_ == UINTPTR_MAX && handle_ == UINTPTR_MAX) next_ = Job::Stack;
  if (next_ == Job::Stack && cursor_ == nullptr) next_ = Job::None;
  // A hint: who runs a job is counted as a worker until it is done.
  if (next_ == Job::None && again_.empty()) left_.storeRelaxed(false);
}

// Some of the records, so that nobody who wants to stop the world waits for all of them. Two markers may do the same ones.
void RootJobs::scanSpecials(VM* vm, Marker& m) {
  uintptr_t finalizer, handle;
  {
    LockGuard guard(lock_);
    finalizer = finalizer_;
    handle = handle_;
  }
  if (finalizer != UINTPTR_MAX) {
    finalizer = vm->gc->finalizers.markRoots(m, finalizer);
  } else if (handle != UINTPTR_MAX) {
    handle = vm->gc->weak.markRoots(m, handle);
  }
  LockGuard guard(lock_);
  finalizer_ = std::max(finalizer_, finalizer);
  handle_ = std::max(handle_, handle);
  advance();
}

void RootJobs::putBack(G* gp) {
  LockGuard guard(lock_);
  again_.push_back(gp);
  left_.storeRelaxed(true);  // as above
}

bool RootJobs::runOne(VM* vm, Marker& m, G* self) {
  if (!left()) return false;
  G* gp;
  switch (take(&gp)) {
    case Job::None: return false;
    case Job::Globals: {
      RootMarker visitor(m);
      vm->engine->scanGlobals(visitor);
      vm->gc->controller.globalsScanWork.fetchAddRelaxed(visitor.bytes());  // a sum
      return true;
    }
    case Job::Tables: gcScanTables(vm, m); return true;
    case Job::Specials: scanSpecials(vm, m); return true;
    case Job::Stack:
      if (!gcScanG(vm, m, gp, self)) putBack(gp);
      return true;
  }
  HOOD_UNREACHABLE("Job");
}

}  // namespace hood::rt
