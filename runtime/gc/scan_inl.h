// Where the pointers of an object are: the readers of the heap bitmap and of types.
// Mirrors:    src/runtime/mbitmap.go (heapBits.next). Book: 8.3.
// Differs:    see arena_map.h.
// Invariants: a Type describes an object of its size, or a row of values of that size.
#pragma once

#include "runtime/alloc/malloc_inl.h"
#include "runtime/alloc/mheap.h"
#include "runtime/core/type.h"

namespace hood::rt {

// Calls f(const uintptr_t*) for each pointer word of the whole values of type t in [from, end).
template <class F>
HOOD_INLINE void forEachPointerOfValues(const Type* t, uintptr_t from, uintptr_t end, F f) {
  if (t->size == 8) {  // one pointer each
    for (; from + 8 <= end; from += 8) f(reinterpret_cast<const uintptr_t*>(from));
    return;
  }
  if (t->ptrBytes <= 512) {
    uint64_t mask = pointerMask(t);
    for (; from + t->size <= end; from += t->size) {
      const auto* words = reinterpret_cast<const uintptr_t*>(from);
      for (uint64_t bits = mask; bits != 0; bits &= bits - 1) f(words + ctz64(bits));
    }
    return;
  }
  size_t bytes = divRoundUp(t->ptrBytes, 64);
  for (; from + t->size <= end; from += t->size) {
    for (size_t i = 0; i < bytes; i++) {
      const auto* words = reinterpret_cast<const uintptr_t*>(from) + 8 * i;
      for (uint64_t bits = t->gcMask[i]; bits != 0; bits &= bits - 1) f(words + ctz64(bits));
    }
  }
}

// The same for an allocated object in the heap.
template <class F>
void forEachPointerWord(Mheap* h, const HeapObject& obj, F f) {
  if (isNoscan(obj.spanclass)) return;
  size_t size = kSizeClasses[sizeClassOf(obj.spanclass)].size;
  if (size - 1 < kMaxBitmapSize) {
    const auto* words = reinterpret_cast<const uintptr_t*>(obj.base);
    uint64_t bits = h->arena.heapBits(obj.base, static_cast<unsigned>(size / 8));
    for (; bits != 0; bits &= bits - 1) f(words + ctz64(bits));
    return;
  }
  if (size == 0) size = h->arena.spanAt(obj.firstPage)->largeSize;
  const Type* t = h->arena.objectType(obj.base);
  if (t != nullptr) forEachPointerOfValues(t, obj.base, obj.base + size, f);
}

}  // namespace hood::rt
