// Package runtime, but for memory (runtime_mem.cc).
#include <sched.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/check.h"
#include "runtime/alloc/malloc.h"
#include "runtime/core/engine.h"
#include "runtime/core/heap_ptr.h"
#include "runtime/core/vm.h"
#include "runtime/lang/panic.h"
#include "runtime/lang/well_known.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/stw.h"
#include "stdlib/native/go_pc.h"
#include "stdlib/native/window.h"

namespace hood::stdlib {

// ---- goroutines and threads ----

Outcome runtimeGomaxprocs(G* gp, Slot* w) {
  int32_t old = gp->vm->sched->gomaxprocs.loadRelaxed();  // changes in a stopped world
  auto n = static_cast<int32_t>(std::min<int64_t>(w[1].i, rt::kMaxProcs));
  if (n > 0 && n != old) {
    rt::StoppedWorld world(gp->vm);
    if (!world.stopped()) return rt::retryLater(gp);
    old = gp->vm->sched->gomaxprocs.loadRelaxed();
    world.setProcs(n);
  }
  return returnInt(w, old);
}
Outcome runtimeNumCpu(G*, Slot* w) {
  cpu_set_t set;
  CPU_ZERO(&set);
  int n = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
  return returnInt(w, n);
}
Outcome runtimeNumGoroutine(G* gp, Slot* w) { return returnInt(w, rt::gcount(gp->vm)); }
Outcome runtimeGosched(G*, Slot*) { return Outcome::Yield; }
Outcome runtimeGoexit(G*, Slot*) { return Outcome::Exit; }

Outcome runtimeLockOsThread(G* gp, Slot*) {
  rt::lockOSThread(gp);
  return Outcome::Done;
}
Outcome runtimeUnlockOsThread(G* gp, Slot*) {
  rt::unlockOSThread(gp);
  return Outcome::Done;
}

Outcome runtimeKeepAlive(G*, Slot*) { return Outcome::Done; }

// gogetenv(name string) string
Outcome runtimeGogetenv(G* gp, Slot* w) {
  std::string name(Params(w, 2).string());
  const char* v = std::getenv(name.c_str());
  return returnString(gp, w, v == nullptr ? "" : v);
}

// ---- stacks ----

namespace {

bool siteOf(G* gp, uintptr_t pc, rt::CallSite* out) {
  size_t index = pc >> kPcIndexShift;
  uintptr_t address = pc & ((uintptr_t{1} << kPcIndexShift) - 1) & ~uintptr_t{7};
  std::vector<rt::CallSite> sites = gp->vm->engine->sitesAt(reinterpret_cast<const void*>(address));
  if (sites.empty()) return false;
  // The address of a function means the function, not what was inlined at its start.
  bool entry = pc == address && sites.back().entry == sites.back().pc;
  *out = sites[entry ? sites.size() - 1 : std::min(index, sites.size() - 1)];
  return true;
}

}  // namespace

// caller(skip int) (pc uintptr, file string, line int, ok bool): the caller of our caller is number 1
Outcome runtimeCaller(G* gp, Slot* w) {
  int64_t skip = w[5].i;
  for (int i = 0; i < 5; i++) w[i].u = 0;
  if (skip < 0) return Outcome::Done;
  std::vector<rt::CallSite> sites = gp->vm->engine->callers(gp, static_cast<size_t>(skip) + 1);
  if (sites.size() <= static_cast<size_t>(skip)) return Outcome::Done;
  const rt::CallSite& s = sites[static_cast<size_t>(skip)];
  w[0].u = goPc(s);
  rt::putString(w + 1, rt::gostring(gp, s.file));
  w[3].i = s.line;
  w[4].u = 1;
  return Outcome::Done;
}

// callers(skip int, pc []uintptr) int
Outcome runtimeCallers(G* gp, Slot* w) {
  int64_t skip = w[1].i < 0 ? 0 : w[1].i;
  auto* pcs = static_cast<uintptr_t*>(w[2].p);
  int64_t max = w[3].i;
  std::vector<rt::CallSite> sites = gp->vm->engine->callers(gp, static_cast<size_t>(skip + max));
  int64_t n = 0;
  for (auto i = static_cast<size_t>(skip); i < sites.size() && n < max; i++) pcs[n++] = goPc(sites[i]);
  return returnInt(w, n);
}

// frameAt(pc uintptr) (name, file string, line int, entry uintptr)
Outcome runtimeFrameAt(G* gp, Slot* w) {
  uintptr_t pc = w[6].u;
  for (int i = 0; i < 6; i++) w[i].u = 0;
  rt::CallSite s;
  if (!siteOf(gp, pc, &s)) return Outcome::Done;
  rt::putString(w, rt::gostring(gp, s.function));
  rt::putString(w + 2, rt::gostring(gp, s.file));
  w[4].i = s.line;
  w[5].u = reinterpret_cast<uintptr_t>(s.entry);
  return Outcome::Done;
}

// Stack(buf []byte, all bool) int
Outcome runtimeStack(G* gp, Slot* w) {
  Params p(w, 1);
  auto buf = p.slice<char>();
  std::string out;
  rt::goroutineheader(gp, out);
  gp->vm->engine->traceback(gp, out);
  if (p.boolean()) {
    rt::StoppedWorld world(gp->vm);
    if (!world.stopped()) return rt::retryLater(gp);
    rt::tracebackothers(gp->vm, gp, out);
  }
  size_t n = std::min(out.size(), buf.size());
  std::copy_n(out.data(), n, buf.data());
  return returnInt(w, static_cast<int64_t>(n));
}

// func setPanicOnFault(enabled bool) (old bool)
Outcome debugSetPanicOnFault(G* gp, Slot* w) {
  bool old = gp->panicOnFault;
  gp->panicOnFault = Params(w, 1).boolean();
  return returnBool(w, old);
}

// SetTraceback(level string)
Outcome debugSetTraceback(G* gp, Slot* w) {
  const char* e = std::getenv("GOTRACEBACK");
  rt::TracebackLevel least = rt::parseTraceback(e == nullptr ? "" : e), level = rt::parseTraceback(Params(w, 0).string());
  gp->vm->traceback.storeRelaxed(std::max(least, level));  // read by who reports a failure: any recent one will do
  return Outcome::Done;
}

// setMaxStack(bytes int) int
Outcome debugSetMaxStack(G* gp, Slot* w) {
  rt::StoppedWorld world(gp->vm);  // others read it when their stacks grow
  if (!world.stopped()) return rt::retryLater(gp);
  int64_t old = gp->vm->knobs.stackmax;
  gp->vm->knobs.stackmax = w[1].i;
  return returnInt(w, old);
}

// setMaxThreads(n int) int
Outcome debugSetMaxThreads(G* gp, Slot* w) { return returnInt(w, rt::setMaxThreads(gp->vm->sched, w[1].i)); }

// ---- the report of a panic ----

namespace {

rt::Panic* panicAt(G* gp, int64_t i) {
  rt::Panic* p = gp->panicHead;
  while (p != nullptr && i-- > 0) p = p->link;
  return p;
}

}  // namespace

// panicArg(i int) (arg any, ok bool)
Outcome runtimePanicArg(G* gp, Slot* w) {
  rt::Panic* p = panicAt(gp, w[3].i);
  w[0].p = p == nullptr ? nullptr : p->arg.type;
  w[1].p = p == nullptr ? nullptr : p->arg.data;
  w[2].u = p != nullptr;
  return Outcome::Done;
}
// setPanicText(i int, text string)
Outcome runtimeSetPanicText(G* gp, Slot* w) {
  rt::Panic* p = panicAt(gp, w[0].i);
  HOOD_CHECK(p != nullptr);
  auto* s = static_cast<rt::GoString*>(rt::newobject(gp, gp->vm->wellKnown->string));
  rt::GoString text = rt::asString(w + 1);
  rt::writePointer(gp, &s->ptr, text.ptr);  // from the frame, which may not have been scanned
  s->len = text.len;
  p->arg = {gp->vm->wellKnown->string, s};
  return Outcome::Done;
}
Outcome runtimeFatalpanic(G* gp, Slot*) { rt::fatalpanic(gp); }
Outcome runtimeThrow(G* gp, Slot* w) { rt::fatal(gp->vm, Params(w, 0).string()); }

}  // namespace hood::stdlib
