// Finalizers and cleanups.
// Mirrors:    src/runtime/mfinal.go, mcleanup.go. Book: 8.7.
// Differs:    see finalizer.h.
// Invariants: see finalizer.h.

#include "runtime/gc/finalizer.h"

#include "runtime/alloc/mheap.h"
#include "runtime/core/vm.h"
#include "runtime/gc/cycle.h"
#include "runtime/core/heap_ptr.h"
#include "runtime/gc/p_gc.h"
#include "runtime/gc/scan_inl.h"
#include "runtime/sched/park.h"
#include "runtime/sched/sched.h"

namespace hood::rt {

namespace {

// Memory that is no heap object's (a global's) is never unmarked.
bool isUnmarked(Mheap* h, uintptr_t p) {
  HeapObject obj;
  return h->arena.findObject(p, obj) && !testBit(h->arena.markBits(obj.firstPage), obj.index);
}

// Greys what obj points to, but for itself: an object that only its own pointers lead to is unreachable, and a finalizer may
// still be run for it.
void greyContents(Mheap* h, const HeapObject& obj, Marker& m) {
  uintptr_t size = h->arena.spanAt(obj.firstPage)->elemsize;
  forEachPointerWord(h, obj, [&](const uintptr_t* word) {
    if (*word - obj.base >= size) m.greyPointer(*word);
  });
}

}  // namespace

bool Finalizers::add(const Finalizer& f, bool* first) {
  LockGuard guard(lock_);
  *first = !used_;
  used_ = true;
  return table_.emplace(reinterpret_cast<uintptr_t>(f.obj), f).second;
}

void Finalizers::remove(void* obj) {
  LockGuard guard(lock_);
  table_.erase(reinterpret_cast<uintptr_t>(obj));
}

uint64_t Finalizers::addCleanup(G* gp, const void* p, const Closure* fn, bool* first) {
  if (writeBarrierEnabled(gp)) shade(gp, const_cast<Closure*>(fn));
  LockGuard guard(lock_);
  *first = !used_;
  used_ = true;
  cleanups_.emplace(reinterpret_cast<uintptr_t>(p), Cleanup{++cleanupIds_, fn});
  return cleanupIds_;
}

void Finalizers::stopCleanup(const void* p, uint64_t id) {
  LockGuard guard(lock_);
  auto [from, to] = cleanups_.equal_range(reinterpret_cast<uintptr_t>(p));
  for (auto it = from; it != to; ++it) {
    if (it->second.id != id) continue;
    cleanups_.erase(it);
    return;
  }
}

void Finalizers::markRoots(Mheap* h, Marker& m) {
  LockGuard guard(lock_);
  for (auto& [address, f] : table_) {
    HeapObject obj;
    if (h->arena.findObject(address, obj)) greyContents(h, obj, m);
    m.greyPointer(reinterpret_cast<uintptr_t>(f.fn));
  }
  for (auto& [address, c] : cleanups_) m.greyPointer(reinterpret_cast<uintptr_t>(c.fn));
}

void Finalizers::shadeAdded(G* gp, const Finalizer& f) {
  if (!writeBarrierEnabled(gp)) return;
  Marker& m = gp->m->p->gc->marker;
  HeapObject obj;
  if (gp->vm->heap->arena.findObject(reinterpret_cast<uintptr_t>(f.obj), obj)) greyContents(gp->vm->heap, obj, m);
  m.greyPointer(reinterpret_cast<uintptr_t>(f.fn));
}

void Finalizers::queueUnreachable(Mheap* h, Marker& m) {
  size_t before = queue_.size();
  for (auto it = table_.begin(); it != table_.end();) {
    if (!isUnmarked(h, it->first)) {
      ++it;
      continue;
    }
    queue_.push_back(it->second);
    it = table_.erase(it);
  }
  // Only now: an object marked above would hide that another one in its tiny block is unreachable too.
  for (size_t i = before; i < queue_.size(); i++) m.greyPointer(reinterpret_cast<uintptr_t>(queue_[i].obj));
}

void Finalizers::queueCleanups(Mheap* h) {
  for (auto it = cleanups_.begin(); it != cleanups_.end();) {
    if (!isUnmarked(h, it->first)) {
      ++it;
      continue;
    }
    queue_.push_back({nullptr, it->second.fn, nullptr, nullptr});
    it = cleanups_.erase(it);
  }
}

bool Finalizers::pop(Finalizer& f) {
  LockGuard guard(lock_);
  if (queue_.empty()) return false;
  f = queue_.front();
  queue_.pop_front();
  return true;
}

void Finalizers::wait(G* gp) { gopark(gp, commitWait, this, WaitReason::FinalizerWait); }

// The goroutine is at rest. False: a cycle has queued some meanwhile.
bool Finalizers::commitWait(G* gp, void* self) {
  auto* f = static_cast<Finalizers*>(self);
  LockGuard guard(f->lock_);
  if (!f->queue_.empty()) return false;
  f->waiting_ = gp;
  return true;
}

void Finalizers::wakeIfQueued(VM* vm) {
  G* gp = nullptr;
  {
    LockGuard guard(lock_);
    if (!queue_.empty()) std::swap(gp, waiting_);
  }
  if (gp != nullptr) ready(currentM(vm)->p, gp, false);
}

void Finalizers::scanQueue(PointerVisitor& v) {
  for (Finalizer& f : queue_) {
    v.slot(reinterpret_cast<Slot*>(&f.obj));
    v.slot(reinterpret_cast<Slot*>(&f.fn));
  }
}

void scanFinalizerQueue(VM* vm, PointerVisitor& v) { vm->gc->finalizers.scanQueue(v); }

}  // namespace hood::rt
