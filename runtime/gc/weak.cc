// Weak pointers.
// Mirrors:    src/runtime/mheap.go (getOrAddWeakHandle, internal_weak_runtime_makeStrongFromWeak).
// Differs:    see weak.h.
// Invariants: see weak.h.

#include "runtime/gc/weak.h"

#include "runtime/alloc/malloc.h"
#include "runtime/alloc/mheap.h"
#include "runtime/core/heap_ptr.h"
#include "runtime/core/vm.h"
#include "runtime/gc/mark.h"

namespace hood::rt {
namespace {

// Large enough not to share a block with other objects, which would keep it.
constexpr size_t kHandleBytes = 16;
static_assert(sizeof(WeakHandle) <= kHandleBytes);

// The program gets hold of an object that nothing may have led to but what the collector does not follow.
void revive(G* gp, void* p) {
  if (writeBarrierEnabled(gp)) shade(gp, p);
}

}  // namespace

WeakHandle* WeakHandles::handleOf(G* gp, void* p) {
  auto address = reinterpret_cast<uintptr_t>(p);
  {
    LockGuard guard(lock_);
    auto it = table_.find(address);
    if (it != table_.end()) {
      revive(gp, it->second);
      return it->second;
    }
  }
  auto* handle = static_cast<WeakHandle*>(mallocgc(gp, kHandleBytes, nullptr, true));
  handle->address.storeRelaxed(address);  // relaxed: published by the lock
  LockGuard guard(lock_);
  noteSpecial(gp->vm->heap, address);
  auto [it, fresh] = table_.emplace(address, handle);
  if (!fresh) revive(gp, it->second);  // another thread was faster
  return it->second;
}

void* WeakHandles::strong(G* gp, const WeakHandle* handle) {
  if (handle == nullptr) return nullptr;
  // order: acquire, here and below, pairs with the release in clearDead(). Who does not find the object dead because its memory
  // was swept already finds the handle cleared.
  uintptr_t p = handle->address.loadAcquire();
  if (p == 0 || diedUnswept(gp->vm->heap, p) || handle->address.loadAcquire() == 0) return nullptr;
  revive(gp, reinterpret_cast<void*>(p));
  return reinterpret_cast<void*>(p);
}

uintptr_t WeakHandles::markRoots(Marker& m, uintptr_t at) {
  LockGuard guard(lock_);
  auto it = table_.lower_bound(at);
  for (size_t n = 0; it != table_.end() && n < kSpecialsBatch; ++it, n++) {
    m.greyPointer(reinterpret_cast<uintptr_t>(it->second));
  }
  return it == table_.end() ? UINTPTR_MAX : it->first;
}

void WeakHandles::clearDead(Mheap* h, AddressRange range) {
  LockGuard guard(lock_);
  for (auto it = table_.lower_bound(range.from); it != table_.end() && it->first < range.end;) {
    if (!diedUnswept(h, it->first)) {
      ++it;
      continue;
    }
    it->second->address.storeRelease(0);  // order: see strong()
    it = table_.erase(it);
  }
}

uintptr_t WeakHandles::nextRecord(uintptr_t at) {
  LockGuard guard(lock_);
  auto it = table_.lower_bound(at);
  return it == table_.end() ? UINTPTR_MAX : it->first;
}

}  // namespace hood::rt
