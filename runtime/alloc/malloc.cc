// Allocation of Go objects: tiny, small, large.
// Mirrors:    src/runtime/malloc.go. Book: 4.4.
// Differs:    accounting happens when a span enters a cache, not per object; a due collection raises the trap of the
//             goroutine and runs at its next safepoint.
// Invariants: memory that the collector scans is zero before its first store, as is all that the caller wants zero.
//             The words of an object beyond its last whole element are zero and have no pointer bits.
// Locks:      none; the P's cache belongs to the caller.

#include "runtime/alloc/malloc.h"

#include <cstring>

#include "runtime/alloc/gc_hooks.h"
#include "runtime/alloc/malloc_inl.h"
#include "runtime/alloc/mheap.h"
#include "runtime/core/heap_ptr.h"
#include "runtime/core/type.h"
#include "runtime/sched/m.h"
#include "runtime/sched/p.h"

namespace hood::rt {
namespace {

constexpr size_t kTinySize = 16;

// What pointers to values without size point to. Never written.
constexpr uint64_t kZeroBase = 0;
void* zeroBase() { return const_cast<uint64_t*>(&kZeroBase); }

void* mallocSmall(Mcache* c, G* gp, SpanClass spc) {
  void* p = mallocFast(c, spc);
  if (HOOD_LIKELY(p != nullptr)) return p;
  c->nextRun(gp, spc);
  return mallocFast(c, spc);
}

// Objects below 16 bytes without pointers share a block, which lives as long as one of them does.
void* mallocTiny(Mcache* c, G* gp, size_t size) {
  uint32_t offset = c->tinyOffset;
  if ((size & 7) == 0) {
    offset = static_cast<uint32_t>(alignUp(offset, 8));
  } else if ((size & 3) == 0) {
    offset = static_cast<uint32_t>(alignUp(offset, 4));
  } else if ((size & 1) == 0) {
    offset = static_cast<uint32_t>(alignUp(offset, 2));
  }
  if (offset + size <= kTinySize && c->tiny != 0) {
    c->tinyOffset = offset + static_cast<uint32_t>(size);
    c->tinyAllocs++;
    return reinterpret_cast<void*>(c->tiny + offset);
  }
  constexpr SpanClass kTinyClass = makeSpanClass(sizeToClass(kTinySize), true);
  void* block = mallocSmall(c, gp, kTinyClass);
  std::memset(block, 0, kTinySize);
  // The block with more room left stays the current one.
  if (size < c->tinyOffset || c->tiny == 0) {
    c->tiny = reinterpret_cast<uintptr_t>(block);
    c->tinyOffset = static_cast<uint32_t>(size);
  }
  return block;
}

// Pointer bits of an object of `size` bytes that is a row of values of type t.
uint64_t repeatedMask(const Type* t, size_t size) {
  uint64_t mask = pointerMask(t);
  for (size_t have = t->size, n = size / t->size * t->size; have < n; have *= 2) mask |= mask << (have / 8);
  return mask & lowMask(static_cast<unsigned>(size / t->size * t->size / 8));
}

HOOD_NOINLINE void* mallocLarge(Mcache* c, G* gp, size_t size, const Type* t, bool needzero) {
  Mheap* h = c->heap;
  size_t npages = divRoundUp(size, kPageSize);
  deductSweepCredit(h, npages * kPageSize);
  bool noscan = t == nullptr;
  Mspan* s = size > (size_t{1} << 47) ? nullptr : h->allocSpan(npages, makeSpanClass(0, noscan));
  if (s == nullptr) h->outOfMemory(alignUp(size, kPageSize));
  s->freeindex = s->allocCount = 1;
  s->largeSize = size;
  h->stats.allocs[0].fetchAddRelaxed(1);  // sums
  h->stats.largeAllocBytes.fetchAddRelaxed(static_cast<int64_t>(s->elemsize));
  h->accountLive(gp, s->elemsize, s->spanclass);
  c->countLarge(s->elemsize);
  void* p = reinterpret_cast<void*>(s->base);
  if ((needzero || !noscan) && s->needzero) std::memset(p, 0, s->elemsize);
  if (!noscan) h->arena.setObjectType(s->base, t);
  if (HOOD_UNLIKELY(h->marking)) {
    h->arena.setMarks(static_cast<uint32_t>(h->arena.pageIndex(s->base)), 0, 1);
    h->blackBytes.fetchAddRelaxed(static_cast<int64_t>(s->elemsize));  // a sum
    h->chargeAssist(gp, static_cast<int64_t>(s->elemsize));
  }
  // From here on sweepers may find it.
  h->central[s->spanclass].addSwept(s);
  return p;
}

HOOD_INLINE void* allocate(Mcache* c, G* gp, size_t size, const Type* t, bool needzero) {
  if (t != nullptr && t->ptrBytes == 0) t = nullptr;
  if (HOOD_UNLIKELY(size > kMaxSmallSize)) return mallocLarge(c, gp, size, t, needzero);
  if (t == nullptr) {
    if (size < kTinySize) return mallocTiny(c, gp, size);
    SpanClass spc = makeSpanClass(c->sizeToClass(size), true);
    void* p = mallocSmall(c, gp, spc);
    if (needzero && c->runs[spc].dirty) std::memset(p, 0, c->runs[spc].elemsize);
    return p;
  }
  SpanClass spc = makeSpanClass(c->sizeToClass(size), false);
  void* p = mallocSmall(c, gp, spc);
  uint32_t elemsize = c->runs[spc].elemsize;
  if (elemsize <= kMaxBitmapSize) {
    uint64_t mask = HOOD_LIKELY(size == t->size) ? pointerMask(t) : repeatedMask(t, size);
    c->arena->orHeapBits(reinterpret_cast<uintptr_t>(p), elemsize >> 3, mask);
  } else {
    c->arena->setObjectType(reinterpret_cast<uintptr_t>(p), t);
  }
  return p;
}

}  // namespace

void* mallocgc(G* gp, size_t size, const Type* t, bool needzero) {
  if (HOOD_UNLIKELY(size == 0)) return zeroBase();
  Mcache* c = gp->m->p->mcache;
  void* p = allocate(c, gp, size, t, needzero);
  if (HOOD_UNLIKELY(c->sampleDue)) {
    c->sampleDue = false;
    profileAlloc(gp, p, size, t);
  }
  return p;
}

void* newobject(G* gp, const Type* t) { return mallocgc(gp, t->size, t, true); }

void* newarray(G* gp, const Type* t, int64_t n) {
  size_t size;
  if (HOOD_UNLIKELY(n < 0 || __builtin_mul_overflow(t->size, static_cast<size_t>(n), &size))) {
    gp->m->p->mcache->heap->outOfMemory(SIZE_MAX);
  }
  return mallocgc(gp, size, t, true);
}

size_t roundupsize(const G* gp, size_t size) {
  if (size <= kMaxSmallSize) return size == 0 ? 0 : kSizeClasses[gp->m->p->mcache->sizeToClass(size)].size;
  return size > SIZE_MAX - kPageSize ? size : alignUp(size, kPageSize);
}

// ---- typed copies ------------------------------------------------------------------------------------------------
// While the collector marks it is told what is overwritten by what. Pointers are copied as whole words: a marker may read them
// at any moment.

void typedmemmove(G* gp, const Type* t, void* dst, const void* src) {
  if (dst == src) return;
  if (HOOD_UNLIKELY(writeBarrierEnabled(gp))) bulkBarrierPreWrite(gp, t, dst, src, 1);
  std::memmove(dst, src, t->size);
}

void typedslicecopy(G* gp, const Type* elem, void* dst, const void* src, int64_t n) {
  if (n <= 0 || dst == src) return;
  if (HOOD_UNLIKELY(writeBarrierEnabled(gp))) bulkBarrierPreWrite(gp, elem, dst, src, static_cast<size_t>(n));
  std::memmove(dst, src, static_cast<size_t>(n) * elem->size);
}

void typedmemclr(G* gp, const Type* t, void* dst) {
  if (HOOD_UNLIKELY(writeBarrierEnabled(gp))) bulkBarrierPreWrite(gp, t, dst, nullptr, 1);
  std::memset(dst, 0, t->size);
}

void memclrHasPointers(G* gp, const Type* t, void* dst, int64_t n) {
  if (HOOD_UNLIKELY(writeBarrierEnabled(gp))) bulkBarrierPreWrite(gp, t, dst, nullptr, static_cast<size_t>(n));
  std::memset(dst, 0, static_cast<size_t>(n) * t->size);
}

}  // namespace hood::rt
