// Natives of runtime and runtime/debug: collections, finalizers, statistics.
// Mirrors:    src/runtime/mfinal.go, mstats.go, runtime/debug. Book: 8.7, 4.7.
// Differs:    what waits or calls is Go code (stdlib/src/runtime/mgc.go); here are its leaves.

#include <fmt/format.h>

#include <cstring>
#include <string_view>

#include "base/limits.h"
#include "runtime/alloc/malloc.h"
#include "runtime/alloc/mheap.h"
#include "runtime/core/type.h"
#include "runtime/core/vm.h"
#include "runtime/gc/cycle.h"
#include "runtime/gc/pacer.h"
#include "runtime/gc/sweep.h"
#include "runtime/lang/iface.h"
#include "runtime/lang/panic.h"
#include "runtime/sched/park.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/stack_pool.h"
#include "runtime/sched/stw.h"

namespace hood::stdlib {

using rt::Finalizer;
using rt::G;
using rt::Kind;
using rt::Outcome;
using rt::Slot;
using rt::Type;
using rt::VM;

// ---- collections -------------------------------------------------------------------------------------------------

// func gcRequest() (cycle uint32)
Outcome runtimeGcRequest(G* gp, Slot* w) {
  w[0].u = rt::gcRequest(gp);
  return Outcome::Done;
}

// func gcDone(cycle uint32) bool
Outcome runtimeGcDone(G* gp, Slot* w) {
  // order: with the end of the cycle
  bool done = static_cast<int32_t>(gp->vm->gc->cycles.loadAcquire() - static_cast<uint32_t>(w[1].u)) >= 0;
  w[0].u = done;
  if (!done && rt::gcWaitCycle(gp)) return Outcome::Retry;
  return Outcome::Done;
}

// func gcSweep()
Outcome runtimeGcSweep(G* gp, Slot*) {
  rt::finishSweep(gp->vm->heap);
  return Outcome::Done;
}

// func setGCPercent(percent int32) int32
Outcome debugSetGcPercent(G* gp, Slot* w) {
  rt::StoppedWorld world(gp->vm);
  if (!world.stopped()) return rt::retryLater(gp);
  w[0].i = rt::gcSetPercent(gp->vm, w[1].i);
  return Outcome::Done;
}

// func setMemoryLimit(limit int64) int64
Outcome debugSetMemoryLimit(G* gp, Slot* w) {
  rt::StoppedWorld world(gp->vm);
  if (!world.stopped()) return rt::retryLater(gp);
  w[0].i = rt::gcSetMemoryLimit(gp->vm, w[1].i);
  return Outcome::Done;
}

// func freeOSMemory()
Outcome debugFreeOsMemory(G* gp, Slot*) {
  gp->vm->heap->scavengeAll();
  return Outcome::Done;
}

// ---- finalizers --------------------------------------------------------------------------------------------------

namespace {

std::string_view text(const Type* t) {
  return {reinterpret_cast<const char*>(t->string.ptr), static_cast<size_t>(t->string.len)};
}

[[noreturn]] void fail(G* gp, std::string_view what) { rt::fatal(gp->vm, fmt::format("runtime.SetFinalizer: {}", what)); }

// Whether a finalizer may be attached to the address p of a variable of type elem. Ends the program if p is nothing a
// program can have got from an allocation; false: it lives forever (a global, a value without size).
bool checkObject(G* gp, void* p, const Type* elem) {
  auto address = reinterpret_cast<uintptr_t>(p);
  rt::HeapObject obj;
  if (!gp->vm->heap->arena.findObject(address, obj)) return false;
  if (address == obj.base) return true;
  // Small values without pointers share blocks.
  if (!elem->hasPointers() && elem->size < 16 && address - obj.base < 16) return true;
  fail(gp, "pointer not at beginning of allocated block");
}

// As in Go, where only such a type is assignable between names.
bool isPlain(const Type* t) { return t->name.len == 0 && t->methods.len == 0; }

bool acceptsObject(G* gp, const Type* param, const Type* objType) {
  if (param == objType) return true;
  if (param->kind == Kind::Pointer) {
    return (isPlain(param) || isPlain(objType)) && param->elem == objType->elem;
  }
  return param->kind == Kind::Interface && rt::missingMethod(gp->vm, param, objType).empty();
}

void checkFunction(G* gp, const Type* fn, const Type* objType) {
  if (fn->kind != Kind::Func) fail(gp, fmt::format("second argument is {}, not a function", text(fn)));
  if (fn->flags & rt::kTypeVariadic) {
    fail(gp, fmt::format("cannot pass {} to finalizer {} because dotdotdot", text(objType), text(fn)));
  }
  if (fn->in.len != 1 || !acceptsObject(gp, fn->in[0], objType)) {
    fail(gp, fmt::format("cannot pass {} to finalizer {}", text(objType), text(fn)));
  }
}

int64_t slotsOf(const rt::TypedSlice<Type*>& types) {
  int64_t n = 0;
  for (const Type* t : types) n += static_cast<int64_t>(argSlotsOf(t->size));
  return n;
}

}  // namespace

// func setFinalizer(obj any, finalizer any) (first bool)
Outcome runtimeSetFinalizer(G* gp, Slot* w) {
  const auto* objType = static_cast<const Type*>(w[1].p);
  void* obj = w[2].p;
  const auto* fnType = static_cast<const Type*>(w[3].p);
  const auto* fn = static_cast<const rt::Closure*>(w[4].p);
  w[0].u = 0;
  if (objType == nullptr) fail(gp, "first argument is nil");
  if (objType->kind != Kind::Pointer) fail(gp, fmt::format("first argument is {}, not pointer", text(objType)));
  if (obj == nullptr) fail(gp, "pointer not in allocated block");
  if (!checkObject(gp, obj, objType->elem)) return Outcome::Done;
  rt::Finalizers& finalizers = gp->vm->gc->finalizers;
  if (fnType == nullptr) {
    finalizers.remove(obj);
    return Outcome::Done;
  }
  checkFunction(gp, fnType, objType);
  bool first;
  Finalizer f{obj, fn, fnType, objType};
  if (!finalizers.add(f, &first)) fail(gp, "finalizer already set");
  finalizers.shadeAdded(gp, f);
  w[0].u = first;
  return Outcome::Done;
}

// func addCleanup(ptr unsafe.Pointer, fn func()) (id uint64, first bool); id 0: ptr leads to what lives forever
Outcome runtimeAddCleanup(G* gp, Slot* w) {
  void* p = w[2].p;
  const auto* fn = static_cast<const rt::Closure*>(w[3].p);
  w[0].u = w[1].u = 0;
  rt::HeapObject obj;
  if (!gp->vm->heap->arena.findObject(reinterpret_cast<uintptr_t>(p), obj)) return Outcome::Done;
  bool first;
  w[0].u = gp->vm->gc->finalizers.addCleanup(gp, p, fn, &first);
  w[1].u = first;
  return Outcome::Done;
}

// func stopCleanup(ptr uintptr, id uint64)
Outcome runtimeStopCleanup(G* gp, Slot* w) {
  gp->vm->gc->finalizers.stopCleanup(w[0].p, w[1].u);
  return Outcome::Done;
}

// func makeHandle(ptr unsafe.Pointer) (handle unsafe.Pointer)
Outcome weakMakeHandle(G* gp, Slot* w) {
  w[0].p = gp->vm->gc->weak.handleOf(gp, w[1].p);
  return Outcome::Done;
}

// func strong(handle unsafe.Pointer) unsafe.Pointer
Outcome weakStrong(G* gp, Slot* w) {
  w[0].p = rt::WeakHandles::strong(gp, static_cast<const rt::WeakHandle*>(w[1].p));
  return Outcome::Done;
}

// func becomeSystem()
Outcome runtimeBecomeSystem(G* gp, Slot*) {
  rt::becomeSystem(gp);
  return Outcome::Done;
}

// func nextFinalizer() (fn, memory unsafe.Pointer, results, params int, obj unsafe.Pointer)
Outcome runtimeNextFinalizer(G* gp, Slot* w) {
  rt::Finalizers& finalizers = gp->vm->gc->finalizers;
  Finalizer f;
  if (!finalizers.pop(gp, f)) {
    std::memset(w, 0, 5 * sizeof(Slot));  // results are scanned while it waits
    finalizers.wait(gp);
    return Outcome::Retry;
  }
  if (f.obj == nullptr) {  // a cleanup
    w[0].p = const_cast<rt::Closure*>(f.fn);
    std::memset(w + 1, 0, 4 * sizeof(Slot));
    return Outcome::Done;
  }
  int64_t results = slotsOf(f.fnType->out), params = f.fnType->in[0]->slots();
  auto* memory = static_cast<Slot*>(rt::mallocgc(gp, static_cast<size_t>(results + params) * sizeof(Slot), nullptr, true));
  const Type* param = f.fnType->in[0];
  if (param->kind == Kind::Interface) {
    Slot value[2] = {{.p = const_cast<Type*>(f.objType)}, {.p = f.obj}};
    if (!rt::isEfaceType(param)) value[0].p = rt::getitab(gp->vm, param, f.objType, false);
    memory[results] = value[0];
    memory[results + 1] = value[1];
  } else {
    memory[results].p = f.obj;
  }
  w[0].p = const_cast<rt::Closure*>(f.fn);
  w[1].p = memory;
  w[2].i = results;
  w[3].i = params;
  w[4].p = f.obj;
  return Outcome::Done;
}

// func callFinalizer(fn, memory unsafe.Pointer, results, params int)
Outcome runtimeCallFinalizer(G* gp, Slot* w) {
  if (w[0].p == nullptr) return rt::panicMem(gp);  // SetFinalizer takes a nil func
  gp->pendingCall = w;
  return Outcome::Call;
}

// ---- statistics --------------------------------------------------------------------------------------------------

namespace {

// stdlib/src/runtime/mstats.go, field by field.
struct GoMemStats {
  uint64_t general[21];  // Alloc … OtherSys: the fields of rt::MemStats
  uint64_t nextGC, lastGC, pauseTotalNs;
  int64_t pauseNs[256], pauseEnd[256];
  uint32_t numGC, numForcedGC;
  double gcCPUFraction;
  bool enableGC, debugGC;
  struct {
    uint32_t size;
    uint64_t mallocs, frees;
  } bySize[61];
};
static_assert(offsetof(rt::MemStats, otherSys) == 20 * sizeof(uint64_t));
static_assert(sizeof(GoMemStats) == offsetof(GoMemStats, bySize) + sizeof(rt::MemStats::bySize));

}  // namespace

// func ReadMemStats(m *MemStats)
Outcome runtimeReadMemStats(G* gp, Slot* w) {
  if (w[0].p == nullptr) return rt::panicMem(gp);
  VM* vm = gp->vm;
  const rt::Gc* gc = vm->gc;
  rt::StoppedWorld world(vm);
  if (!world.stopped()) return rt::retryLater(gp);
  rt::MemStats m;
  rt::readMemStats(vm->heap, m);
  {
    rt::LockGuard guard(vm->sched->stacks->lock);
    m.stackInuse = m.stackSys = vm->sched->stacks->inUse;
  }
  m.sys += m.stackSys;
  auto* out = static_cast<GoMemStats*>(w[0].p);
  std::memcpy(out->general, &m, sizeof out->general);
  out->nextGC = static_cast<uint64_t>(gc->heapGoal);
  out->lastGC = static_cast<uint64_t>(gc->lastGcWallNs);
  out->pauseTotalNs = static_cast<uint64_t>(gc->pauseTotalNs);
  std::memcpy(out->pauseNs, gc->pauseNs, sizeof out->pauseNs);
  std::memcpy(out->pauseEnd, gc->pauseEndNs, sizeof out->pauseEnd);
  out->numGC = gc->cycles.loadRelaxed();  // the world is stopped
  out->numForcedGC = gc->forcedCycles;
  int64_t alive = (vm->clock.nanotime() - vm->startNs) * vm->sched->gomaxprocs.loadRelaxed();
  out->gcCPUFraction = alive > 0 ? static_cast<double>(gc->cpuNs) / static_cast<double>(alive) : 0;
  out->enableGC = true;
  out->debugGC = false;
  std::memcpy(out->bySize, m.bySize, sizeof out->bySize);
  return Outcome::Done;
}

namespace {

// stdlib/src/runtime/metrics/read.go, field by field.
struct GoCollector {
  int64_t gogc, memoryLimit, live, scannedRoots;
  uint64_t pauses[rt::TimeHistogram::kBuckets], longPauses;
};

}  // namespace

// func readCollector(c *collector)
Outcome metricsReadCollector(G* gp, Slot* w) {
  rt::StoppedWorld world(gp->vm);
  if (!world.stopped()) return rt::retryLater(gp);
  const rt::Gc* gc = gp->vm->gc;
  auto* out = static_cast<GoCollector*>(w[0].p);
  out->gogc = gc->gcpercent.loadRelaxed();  // the world is stopped
  out->memoryLimit = gc->memoryLimit;
  out->live = gc->heapMarked;
  out->scannedRoots = gc->stackBytes();
  std::memcpy(out->pauses, gc->pauses.counts, sizeof out->pauses);
  out->longPauses = gc->pauses.overflow;
  return Outcome::Done;
}

}  // namespace hood::stdlib
