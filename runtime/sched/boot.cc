// Start and end of a program.
// Mirrors:    src/runtime/proc.go (schedinit, main, procresize). Book: 1, 2, 3.
// Differs:    the compiler's entry function runs package initialisers and main.main; here it only becomes
// goroutine 1. Try:        hood run testdata/ch02_life/hello.go
#include <unistd.h>

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

namespace hood::rt {
namespace {

int32_t initialProcs(VM* vm) {
  if (vm->knobs.gomaxprocs > 0) return static_cast<int32_t>(vm->knobs.gomaxprocs);
  if (const char* e = std::getenv("GOMAXPROCS")) {
    int n = std::atoi(e);
    if (n > 0) return n < 1024 ? n : 1024;
  }
  long n = sysconf(_SC_NPROCESSORS_ONLN);
  return n < 1 ? 1 : static_cast<int32_t>(n);
}

void procresize(Sched* s, int32_t n) {
  while (static_cast<int32_t>(s->allp.size()) < n) {
    auto* pp = new P{};
    pp->vm = s->vm;
    if (s->vm->heap != nullptr) pp->mcache = s->vm->heap->allocMcache();
    pp->id = static_cast<int32_t>(s->allp.size());
    s->allp.push_back(pp);
  }
  s->gomaxprocs = n;
}

void dumpAll(VM* vm) {
  std::string out;
  M& m = vm->sched->m0;
  G* cur = m.curg.loadRelaxed();  // our own thread's
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
  vm->sched = s;
  vm->dumpGoroutines = dumpAll;
  procresize(s, initialProcs(vm));
  M& m = s->m0;
  m.vm = vm;
  m.p = s->allp[0];
  m.g0.vm = vm;
  m.g0.m = &m;
  m.p->m = &m;
}

int32_t setGomaxprocs(VM* vm, int32_t n) {
  Sched* s = vm->sched;
  int32_t old = s->gomaxprocs;
  if (n > 0 && n != old) procresize(s, n < 1024 ? n : 1024);
  return old;
}

int rtMain(VM* vm, const Closure* mainFn) {
  Sched* s = vm->sched;
  s->mainG = newproc1(s->allp[0], mainFn, 0, nullptr);
  HOOD_CHECK(s->mainG->goid == 1);
  if (!vm->knobs.det) sysmonStart(s);
  int code = schedule(&s->m0);
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
    freeLinked(pp->deferpool);
    freeLinked(pp->panicpool);
    delete pp;
  }
  delete s->sema;
  delete s->stacks;
  delete s;
  vm->sched = nullptr;
}

}  // namespace hood::rt
