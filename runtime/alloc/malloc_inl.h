// Allocation: the fast paths, for inlining into the interpreter.
// Mirrors:    src/runtime/malloc.go (mallocgc). Book: 4.4.
// Differs:    a fast path is one compare and an addition in the P's cache; everything else is in mallocgc.
// Invariants: see mcache.h.
#pragma once

#include "base/annotations.h"
#include "runtime/alloc/malloc.h"
#include "runtime/alloc/mcache.h"
#include "runtime/core/type.h"

namespace hood::rt {

// The next object of a span class, or nullptr when its run is used up (then: Mcache::nextRun).
HOOD_INLINE void* mallocFast(Mcache* c, SpanClass spc) {
  AllocRun& run = c->runs[spc];
  uintptr_t p = run.cur, next = p + run.elemsize;
  if (HOOD_UNLIKELY(next > run.end)) return nullptr;
  run.cur = next;
  return reinterpret_cast<void*>(p);
}

// Pointer bits of the first 64 words of one value.
HOOD_INLINE uint64_t pointerMask(const Type* t) {
  uint64_t mask = t->gcMask[0];
  if (HOOD_LIKELY(t->ptrBytes <= 64)) return mask;
  size_t bytes = (t->ptrBytes + 63) / 64;
  for (size_t i = 1; i < bytes && i < 8; i++) mask |= uint64_t{t->gcMask[i]} << (8 * i);
  return mask;
}

// new(T): zeroed, with its pointer bits. The common case is a small type with pointers whose run is not used up.
HOOD_INLINE void* newobjectFast(Mcache* c, G* gp, const Type* t) {
  size_t size = t->size;
  if (HOOD_LIKELY(size <= kMaxBitmapSize && t->ptrBytes != 0)) {
    SpanClass spc = makeSpanClass(c->sizeToClass.upTo1K[(size + 7) >> 3], false);
    AllocRun& run = c->runs[spc];
    uintptr_t p = run.cur, next = p + run.elemsize;
    if (HOOD_LIKELY(next <= run.end)) {
      run.cur = next;
      c->arena->orHeapBits(p, run.elemsize >> 3, pointerMask(t));
      return reinterpret_cast<void*>(p);
    }
  }
  return newobject(gp, t);
}

}  // namespace hood::rt
