// Marking.
// Mirrors:    src/runtime/mgcmark.go. Book: 8.3, 8.4.
// Differs:    see mark.h.
// Invariants: see mark.h.

#include "runtime/gc/mark.h"

#include <algorithm>

#include "runtime/alloc/malloc_inl.h"
#include "runtime/alloc/mheap.h"
#include "runtime/core/type.h"
#include "runtime/gc/scan_inl.h"

namespace hood::rt {
namespace {

#ifdef HOOD_STRESS
constexpr size_t kObletBytes = 1024;
#else
constexpr size_t kObletBytes = 128 << 10;
#endif
constexpr unsigned kPrefetchDepth = 8;  // power of two: objects between the prefetch and the scan

}  // namespace

Marker::Marker(Mheap* h) : heap_(h), arena_(h->arena) {}

void Marker::drain() {
  // A grey object's memory is asked for when it enters the ring, and scanned when it leaves it, a few objects later.
  GreyObject ring[kPrefetchDepth] = {};
  unsigned head = 0, waiting = 0;
  for (;;) {
    GreyObject o{0};
    if (queue_.tryGet(o)) {
      __builtin_prefetch(reinterpret_cast<void*>(o.base()));
      __builtin_prefetch(arena_.heapBitsWord(o.base()));
      waiting++;
    } else if (waiting == 0) {
      if (oblets_.empty()) return;
      scanOblet();
      continue;
    }
    std::swap(o, ring[head]);
    head = (head + 1) % kPrefetchDepth;
    if (o.bits == 0) continue;
    waiting--;
    scan(o);
  }
}

uint64_t Marker::spanBytes(uint32_t firstPage) const { return arena_.spanAt(firstPage)->elemsize; }

void Marker::scan(GreyObject o) {
  uintptr_t base = o.base();
  size_t size = kSizeClasses[o.sizeClass()].size;
  if (HOOD_LIKELY(size - 1 < kMaxBitmapSize)) {
    const auto* words = reinterpret_cast<const uintptr_t*>(base);
    for (uint64_t bits = arena_.heapBits(base, static_cast<unsigned>(size / 8)); bits != 0; bits &= bits - 1) {
      greyPointer(words[ctz64(bits)]);
    }
    return;
  }
  if (size == 0) size = arena_.spanAt(arena_.pageIndex(base))->largeSize;
  const Type* t = arena_.objectType(base);
  if (t == nullptr) return;  // not allocated: only a stray pointer leads here
  if (size <= kObletBytes) {
    scanValues(t, base, base + size);
  } else {
    oblets_.push_back({t, base, base + size});
  }
}

void Marker::scanOblet() {
  Oblet o = oblets_.back();
  size_t n = std::max<size_t>(1, kObletBytes / o.type->size) * o.type->size;
  uintptr_t end = o.next + std::min<size_t>(n, o.end - o.next);
  if (end == o.end) {
    oblets_.pop_back();
  } else {
    oblets_.back().next = end;
  }
  scanValues(o.type, o.next, end);
}

void Marker::scanValues(const Type* t, uintptr_t from, uintptr_t end) {
  forEachPointerOfValues(t, from, end, [this](const uintptr_t* word) { greyPointer(*word); });
}

void Marker::scanContents(const HeapObject& obj) {
  if (isNoscan(obj.spanclass)) return;
  forEachPointerWord(heap_, obj, [this](const uintptr_t* word) { greyPointer(*word); });
}

}  // namespace hood::rt
