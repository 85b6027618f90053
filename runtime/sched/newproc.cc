// The go statement; birth, death and reuse of Gs.
// Mirrors:    src/runtime/proc.go (newproc, goexit0, gfput, gfget). Book: 5.2, 3.7.
// Differs:    the function has no arguments: the compiler wraps the call in a closure.
// Invariants: a G is never freed before the VM; on a free list it is Dead and has a stack of the minimum size
// or none. Try:        hood run testdata/ch06_sched/spawn.go
#include "base/check.h"
#include "runtime/core/engine.h"
#include "runtime/core/vm.h"
#include "runtime/sched/bubble.h"
#include "runtime/sched/defer.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/stack.h"
#include "runtime/sched/work_sources.h"

namespace hood::rt {
namespace {

constexpr int32_t kGFreeLocalMax = 64;

void gfput(P* pp, G* gp) {
  if (stackSize(gp) != static_cast<size_t>(pp->vm->knobs.stackmin)) stackfree(gp);
  gp->schedlink = pp->gFree;
  pp->gFree = gp;
  pp->gFreeN.addOwned(1);
  if (pp->gFreeN.loadRelaxed() < kGFreeLocalMax) return;
  Sched* s = pp->vm->sched;
  LockGuard guard(s->lock);
  while (pp->gFreeN.loadRelaxed() > kGFreeLocalMax / 2) {
    G* g = pp->gFree;
    pp->gFree = g->schedlink;
    pp->gFreeN.addOwned(-1);
    g->schedlink = s->gFree;
    s->gFree = g;
    s->gFreeN.addOwned(1);
  }
}

G* gfget(P* pp) {
  Sched* s = pp->vm->sched;
  if (pp->gFree == nullptr && s->gFreeN.loadRelaxed() != 0) {  // a stale look costs a new G at worst
    LockGuard guard(s->lock);
    while (pp->gFreeN.loadRelaxed() < kGFreeLocalMax / 2 && s->gFree != nullptr) {
      G* g = s->gFree;
      s->gFree = g->schedlink;
      s->gFreeN.addOwned(-1);
      g->schedlink = pp->gFree;
      pp->gFree = g;
      pp->gFreeN.addOwned(1);
    }
  }
  G* gp = pp->gFree;
  if (gp == nullptr) return nullptr;
  pp->gFree = gp->schedlink;
  pp->gFreeN.addOwned(-1);
  gp->schedlink = nullptr;
  return gp;
}

G* malg(P* pp) {
  auto* gp = new G{};
  gp->vm = pp->vm;
  gp->status.store(static_cast<uint32_t>(GStatus::Dead),
                   std::memory_order_relaxed);  // nobody else knows it yet
  Sched* s = pp->vm->sched;
  LockGuard guard(s->lock);
  (s->allgsTail != nullptr ? s->allgsTail->alllink : s->allgsHead) = gp;
  s->allgsTail = gp;
  return gp;
}

// Ids are taken in batches, so that Ps do not meet at one counter.
uint64_t nextGoid(Sched* s, P* pp) {
  constexpr uint64_t kBatch = 16;
  if (pp->goidcache == pp->goidcacheend) {
    pp->goidcache = s->goidgen.fetchAddRelaxed(kBatch) + 1;  // unique is all that is asked
    pp->goidcacheend = pp->goidcache + kBatch;
  }
  return pp->goidcache++;
}

// A goroutine that starts many others in a loop makes them faster than they run: within one time slice ten thousands, each
// with a stack, cold in every cache when its turn comes. So its slice is over after so many go statements, if the others
// have not run meanwhile.
void limitSpawning(P* pp, G* parent) {
  auto limit = static_cast<uint32_t>(pp->vm->knobs.spawnslice);
  uint32_t tick = pp->schedtick.loadRelaxed();  // ours
  if (pp->spawnTick != tick) {
    pp->spawnTick = tick;
    pp->spawned = 0;
  }
  if (++pp->spawned < limit || limit == 0) return;
  pp->spawned = 0;
  if (pp->vm->sched->runqsize.loadRelaxed() >= static_cast<int32_t>(limit / 2)) preemptone(parent);  // a hint
}

}  // namespace

G* newproc(G* parent, const Closure* fn, const void* pc) {
  P* pp = parent->m->p;
  G* gp = newproc1(pp, fn, parent->goid, pc, parent->bubble);
  limitSpawning(pp, parent);
  return gp;
}

G* newproc1(P* pp, const Closure* fn, uint64_t parentGoid, const void* pc, Bubble* bubble) {
  if (fn == nullptr) fatal(pp->vm, "go of nil func value");
  G* gp = gfget(pp);
  if (gp == nullptr) gp = malg(pp);
  HOOD_ASSERT(readgstatus(gp) == GStatus::Dead);
  if (gp->stackLo == nullptr) stackalloc(gp, static_cast<size_t>(pp->vm->knobs.stackmin));
  Sched* s = pp->vm->sched;
  gp->goid = nextGoid(s, pp);
  if (gp->goid == 1) s->mainG = gp;  // before another M can run it
  gp->parentGoid = parentGoid;
  gp->gopc = pc;
  gp->startpc = __atomic_load_n(&fn->entry, __ATOMIC_ACQUIRE);  // order: as in the interpreter's calls
  pp->vm->engine->prepare(gp, fn, nullptr, 0);
  gcScanNewG(pp, gp);
  if (HOOD_UNLIKELY(bubble != nullptr)) bubbleJoin(gp, bubble);
  pp->ngrunning.addOwned(1);
  casgstatus(gp, GStatus::Dead, GStatus::Runnable);
  // Where code lies differs from run to run: the trace of the deterministic mode must not tell.
  const void* start = s->det && s->vm->knobs.trace != 0 ? nullptr : gp->startpc;
  pp->vm->trace.emit(pp->id, parentGoid, Event::GoCreate, static_cast<int64_t>(gp->goid), reinterpret_cast<int64_t>(start));
  runqput(pp, gp, true);
  wakep(s);
  return gp;
}

void goexit0(P* pp, G* gp) {
  casgstatus(gp, GStatus::Running, GStatus::Dead);
  freeDefers(gp);
  if (!gp->system) pp->ngrunning.addOwned(-1);
  gp->system = false;
  gp->m = nullptr;
  gp->pc = nullptr;
  gp->fp = nullptr;
  gp->panicking = {};
  gp->goexiting = false;
  gp->panicOnFault = false;
  gp->gopc = gp->startpc = nullptr;
  gp->waiting = nullptr;
  gp->param = nullptr;
  gp->resumeFn = nullptr;
  gp->wakePanic = false;
  gp->pendingCall = nullptr;
  gp->pendingFn = nullptr;
  gp->lockedCount = 0;
  gp->lockedExt = false;
  gp->lockedm.storeRelaxed(nullptr);
  gp->inSyscall = false;
  gp->preempt.store(false, std::memory_order_relaxed);  // a late wish of sysmon does no harm
  gfput(pp, gp);
}

void becomeSystem(G* gp) {
  if (gp->system) return;
  gp->system = true;
  gp->m->p->ngrunning.addOwned(-1);
}

int64_t gcount(VM* vm) {
  int64_t n = 0;
  for (P* pp : vm->sched->allp) n += pp->ngrunning.loadRelaxed();  // a moment's truth, as in Go
  return n;
}

}  // namespace hood::rt
