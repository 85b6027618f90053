// Weak pointers.
// Mirrors:    src/runtime/mheap.go (getOrAddWeakHandle, internal_weak_runtime_makeStrongFromWeak).
// Differs:    see weak.h.
// Invariants: see weak.h.

#include "runtime/gc/weak.h"

#include "runtime/alloc/malloc.h"
#include "runtime/alloc/mheap.h"
#include "runtime/core/heap_ptr.h"
#include "runtime/core/vm.h"

namespace hood::rt {
namespace {

// Large enough not to share a block with other objects, which would keep it.
constexpr size_t kHandleBytes = 16;
static_assert(sizeof(WeakHandle) <= kHandleBytes);

bool isMarked(Mheap* h, uintptr_t p) {
  HeapObject obj;
  return !h->arena.findObject(p, obj) || testBit(h->arena.markBits(obj.firstPage), obj.index);
}

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
  auto [it, fresh] = table_.emplace(address, handle);
  if (!fresh) revive(gp, it->second);  // another thread was faster
  return it->second;
}

void* WeakHandles::strong(G* gp, const WeakHandle* handle) {
  if (handle == nullptr) return nullptr;
  auto* p = reinterpret_cast<void*>(handle->address.loadRelaxed());  // relaxed: it is cleared in a stopped world only
  if (p != nullptr) revive(gp, p);
  return p;
}

void WeakHandles::clearUnreachable(Mheap* h) {
  for (auto it = table_.begin(); it != table_.end();) {
    bool held = isMarked(h, reinterpret_cast<uintptr_t>(it->second));
    bool alive = isMarked(h, it->first);
    if (held && alive) {
      ++it;
      continue;
    }
    if (held) it->second->address.storeRelaxed(0);  // the world is stopped
    it = table_.erase(it);
  }
}

}  // namespace hood::rt
