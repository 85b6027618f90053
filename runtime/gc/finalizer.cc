// Finalizers and cleanups.
// Mirrors:    src/runtime/mfinal.go, mcleanup.go. Book: 8.7.
// Differs:    see finalizer.h.
// Invariants: see finalizer.h.

#include "runtime/gc/finalizer.h"

#include <algorithm>

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
  noteSpecial(vm_->heap, reinterpret_cast<uintptr_t>(f.obj));
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
  noteSpecial(vm_->heap, reinterpret_cast<uintptr_t>(p));
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

uintptr_t Finalizers::markRoots(Marker& m, uintptr_t at) {
  LockGuard guard(lock_);
  auto it = table_.lower_bound(at);
  for (size_t n = 0; it != table_.end() && n < kSpecialsBatch; ++it, n++) {
    HeapObject obj;
    if (vm_->heap->arena.findObject(it->first, obj)) greyContents(vm_->heap, obj, m);
    m.greyPointer(reinterpret_cast<uintptr_t>(it->second.fn));
  }
  uintptr_t end = it == table_.end() ? UINTPTR_MAX : it->first;
  auto c = cleanups_.lower_bound(at);
  uintptr_t last = at;
  for (size_t n = 0; c != cleanups_.end() && c->first < end; ++c, n++) {
    if (n >= kSpecialsBatch && c->first != last) break;  // all of one address, so that the next batch begins later
    m.greyPointer(reinterpret_cast<uintptr_t>(c->second.fn));
    last = c->first;
  }
  return c == cleanups_.end() ? end : std::min(end, c->first);
}

void Finalizers::shadeAdded(G* gp, const Finalizer& f) {
  if (!writeBarrierEnabled(gp)) return;
  Marker& m = gp->m->p->gc->marker;
  HeapObject obj;
  if (gp->vm->heap->arena.findObject(reinterpret_cast<uintptr_t>(f.obj), obj)) greyContents(gp->vm->heap, obj, m);
  m.greyPointer(reinterpret_cast<uintptr_t>(f.fn));
}

void Finalizers::queueDead(Mheap* h, AddressRange range) {
  size_t before = queue_.size();
  for (auto it = table_.lower_bound(range.from); it != table_.end() && it->first < range.end;) {
    if (!diedUnswept(h, it->first)) {
      ++it;
      continue;
    }
    queue_.push_back(it->second);
    it = table_.erase(it);
  }
  // Only now: an object that is kept would hide that another one in its tiny block is unreachable too. What they point to was
  // marked as a root.
  for (size_t i = before; i < queue_.size(); i++) keepDead(h, reinterpret_cast<uintptr_t>(queue_[i].obj));
  for (auto it = cleanups_.lower_bound(range.from); it != cleanups_.end() && it->first < range.end;) {
    if (!diedUnswept(h, it->first)) {
      ++it;
      continue;
    }
    queue_.push_back({nullptr, it->second.fn, nullptr, nullptr});
    it = cleanups_.erase(it);
  }
}

uintptr_t Finalizers::nextRecord(uintptr_t at) const {
  auto it = table_.lower_bound(at);
  auto c = cleanups_.lower_bound(at);
  return std::min(it == table_.end() ? UINTPTR_MAX : it->first, c == cleanups_.end() ? UINTPTR_MAX : c->first);
}

bool Finalizers::pop(G* gp, Finalizer& f) {
  LockGuard guard(lock_);
  if (queue_.empty()) return false;
  f = queue_.front();
  queue_.pop_front();
  if (writeBarrierEnabled(gp)) {  // it leaves the queue for a frame
    shade(gp, f.obj);
    shade(gp, const_cast<Closure*>(f.fn));
  }
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
  LockGuard guard(lock_);
  for (Finalizer& f : queue_) {
    v.slot(reinterpret_cast<Slot*>(&f.obj));
    v.slot(reinterpret_cast<Slot*>(&f.fn));
  }
}

void scanFinalizerQueue(VM* vm, PointerVisitor& v) { vm->gc->finalizers.scanQueue(v); }

}  // namespace hood::rt
