// The memory profile.
// Mirrors:    src/runtime/mprof.go.
// Differs:    see mprof.h.
// Invariants: see mprof.h.

#include "runtime/gc/mprof.h"

#include <fmt/format.h>

#include <string_view>

#include "runtime/alloc/gc_hooks.h"
#include "runtime/alloc/malloc.h"
#include "runtime/alloc/mheap.h"
#include "runtime/core/engine.h"
#include "runtime/core/type.h"
#include "runtime/core/vm.h"
#include "runtime/gc/cycle.h"
#include "runtime/sched/m.h"
#include "runtime/sched/p.h"
#include "runtime/sched/sched.h"

namespace hood::rt {
namespace {

std::string_view nameOf(const Type* t) {
  if (t == nullptr) return "noscan";
  return {reinterpret_cast<const char*>(t->string.ptr), static_cast<size_t>(t->string.len)};
}

// GODEBUG=allocfreetrace=1
void traceAlloc(G* gp, const void* p, uint64_t size, const Type* t) {
  std::string text = fmt::format("tracealloc({:#x}, {:#x}, {})\n", reinterpret_cast<uintptr_t>(p), size, nameOf(t));
  goroutineheader(gp, text);
  gp->vm->engine->traceback(gp, text);
  gp->vm->err->write(text + "\n");
}

}  // namespace

void MemProfile::add(G* gp, void* p, uint64_t size, const Type* t) {
  if (vm_->knobs.allocfreetrace) traceAlloc(gp, p, size, t);
  vm_->trace.emit(gp->m->p->id, gp->goid, Event::Alloc, reinterpret_cast<int64_t>(p), static_cast<int64_t>(size));
  ProfileStack stack(vm_->engine, gp);
  uint64_t asked = size;
  size = roundupsize(gp, size);
  LockGuard guard(lock_);
  MemBucket& b = buckets_.at(stack, size);
  b.count(vm_->gc->cycles.loadRelaxed());  // changes in a stopped world
  totals_.objects++;
  totals_.bytes += size;
  noteSpecial(vm_->heap, reinterpret_cast<uintptr_t>(p));
  objects_[reinterpret_cast<uintptr_t>(p)] = {&b, t, asked, gp->goid};
}

void MemProfile::freeDead(Mheap* h, AddressRange range) {
  LockGuard guard(lock_);
  for (auto it = objects_.lower_bound(range.from); it != objects_.end() && it->first < range.end;) {
    if (!diedUnswept(h, it->first)) {
      ++it;
      continue;
    }
    it->second.bucket->frees++;
    if (vm_->knobs.allocfreetrace) {
      vm_->err->write(fmt::format("tracefree({:#x}, {:#x}, {})\n", it->first, it->second.size, nameOf(it->second.type)));
    }
    vm_->trace.emit(0, 0, Event::Free, static_cast<int64_t>(it->first), static_cast<int64_t>(it->second.size));
    it = objects_.erase(it);
  }
}

uintptr_t MemProfile::nextRecord(uintptr_t at) {
  LockGuard guard(lock_);
  auto it = objects_.lower_bound(at);
  return it == objects_.end() ? UINTPTR_MAX : it->first;
}

const SampledObject* MemProfile::find(uintptr_t object) const {
  auto it = objects_.find(object);
  return it == objects_.end() ? nullptr : &it->second;
}

// ---- the allocator's side (gc_hooks.h) -----------------------------------------------------------------------------

void profileAlloc(G* gp, void* p, size_t size, const Type* t) { gp->vm->gc->profile.add(gp, p, size, t); }

void memProfileRateAt(VM* vm, int64_t* rate) {
  if (vm->knobs.allocfreetrace) return;  // wants everything
  if (vm->knobs.memprofilerate != kMemProfileRate) *rate = vm->knobs.memprofilerate;
  vm->heap->memProfileRate.storeRelaxed(rate);  // relaxed: samples may begin a little late on other threads
  M* m = currentM(vm);
  if (m != nullptr && m->p != nullptr) m->p->mcache->flush();  // what is left of its runs would pass by unseen
}

}  // namespace hood::rt
