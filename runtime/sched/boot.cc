// Start and end of a program.
// Mirrors:    src/runtime/proc.go (schedinit, main, procresize). Book: 1, 2, 3.
// Differs:    the compiler's entry function runs package initialisers and main.main; here it only becomes
// goroutine 1. Try:        hood run testdata/ch02_life/hello.go
#include <sched.h>

#include <cstdlib>

#include "base/check.h"
#include "runtime/alloc/mheap.h"
#include "runtime/core/engine.h"
#include "runtime/core/vm.h"
#include "runtime/sched/defer.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/sema.h"
#include "runtime/sched/stack.h"
#include "runtime/sched/stack_pool.h"
#include "runtime/sched/stw.h"
#include "runtime/sched/work_sources.h"

namespace hood::rt {
namespace {

int32_t initialProcs(VM* vm) {
  if (vm->knobs.gomaxprocs > 0) return static_cast<int32_t>(vm->knobs.gomaxprocs);
  if (const char* e = std::getenv("GOMAXPROCS")) {
    int n = std::atoi(e);
    if (n > 0) return n < 1024 ? n : 1024;
  }
  if (vm->knobs.det) return 4;             // not the machine's business
  if (vm->knobs.steptrace != 0) return 1;  // its counts are one thread's
  cpu_set_t set;
  CPU_ZERO(&set);
  int n = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
  return n < 1 ? 1 : n;
}

void dumpAll(VM* vm) {
  std::string out;
  freezetheworld(vm);
  G* cur = currentM(vm)->curg.loadRelaxed();  // our own thread's
  if (cur != nullptr) {
    out += '\n';
    goroutineheader(cur, out);
    vm->engine->traceback(cur, out);
  }
  tracebackothers(vm, cur, out);
  vm->err->write(out);
}

}  // namespace

void schedinit(VM* vm) {
  auto* s = new Sched{};
  s->vm = vm;
  s->sema = new SemaTable{};
  s->stacks = new StackPool{};
  netpollInit(s);
  vm->sched = s;
  vm->dumpGoroutines = dumpAll;
  s->det = vm->knobs.det;
  M& m = s->m0;
  m.vm = vm;
  m.g0.vm = vm;
  m.g0.m = &m;
  s->allm = &m;
  s->lastpoll.storeRelaxed(vm->clock.nanotime());  // no other thread yet
  LockGuard guard(s->lock);
  (void)procresize(s, initialProcs(vm));
}

int rtMain(VM* vm, const Closure* mainFn) {
  Sched* s = vm->sched;
  // Signals first: newproc1 wakes another M, which may run main before we get any further.
  catchQuietly();
  catchFaults();
  if (!s->det) catchSigquit(s);
  G* gp = newproc1(s->allp[0], mainFn, 0, nullptr);
  HOOD_CHECK(gp == s->mainG);
  setCurrentM(&s->m0);
  if (!s->det) sysmonStart(s);
  int code = schedule(&s->m0);
  setCurrentM(nullptr);
  sysmonStop(s);
  return code;
}

namespace {

void freeSudogs(Sudog* s) {
  while (s != nullptr) {
    Sudog* next = s->next;
    delete s;
    s = next;
  }
}
template <class T>
void freeLinked(T* r) {
  while (r != nullptr) {
    T* next = r->link;
    delete r;
    r = next;
  }
}

}  // namespace

void schedFree(VM* vm) {
  Sched* s = vm->sched;
  sysmonStop(s);
  for (G* gp = s->allgsHead; gp != nullptr;) {
    G* next = gp->alllink;
    stackfree(gp);
    freeSleepTimer(gp);
    freeLinked(gp->deferHead);
    freeLinked(gp->panicHead);
    for (Sudog* sg = gp->waiting; sg != nullptr;) {
      Sudog* link = sg->waitlink;
      delete sg;
      sg = link;
    }
    delete gp;
    gp = next;
  }
  for (P* pp : s->allp) {
    freeSudogs(pp->sudogcache);
    freeLinked(pp->deferpool.head);
    freeLinked(pp->panicpool.head);
    gcFreeP(pp);
    delete pp;
  }
  netpollFree(s);
  delete s->sema;
  delete s->stacks;
  delete s;
  vm->sched = nullptr;
}

}  // namespace hood::rt
