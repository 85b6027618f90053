// Marking.
// Mirrors:    src/runtime/mgcmark.go. Book: 8.3, 8.4.
// Differs:    see mark.h. ThreadSanitizer does not look into this file: its reads of objects race with the program's writes by
//             design (see Invariants in mark.h).
// Invariants: see mark.h.
// Locks:      see mark.h.

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
constexpr unsigned kPrefetchDepth = 8;      // power of two: objects between the prefetch and the scan
constexpr int64_t kStopCheckWork = 50'000;  // scan work between two questions whether to stop: some 50 us

// Sets bit i of the words; false: it was set. The plain look first: most pointers lead to objects that are marked.
HOOD_INLINE bool setMark(uint64_t* words, uint32_t i) {
  uint64_t* word = words + i / 64;
  uint64_t bit = uint64_t{1} << (i % 64);
  // relaxed: a mark only says that somebody has queued the object; the queue publishes it.
  if (__atomic_load_n(word, __ATOMIC_RELAXED) & bit) return false;
  return (__atomic_fetch_or(word, bit, __ATOMIC_RELAXED) & bit) == 0;
}

}  // namespace

// A grey object's memory is asked for when it enters the ring, and scanned when it leaves it, a few objects later.
struct Marker::Ring {
  GreyObject slots[kPrefetchDepth] = {};
  unsigned head = 0, waiting = 0;
};

HOOD_INLINE void Marker::grey(uintptr_t p) {
  ArenaMap& arena = heap_->arena;
  HeapObject obj;
  if (!arena.findObject(p, obj)) return;
  if (!setMark(arena.markBits(obj.firstPage), obj.index)) return;
  unsigned cls = sizeClassOf(obj.spanclass);
  bytesMarked_ +=
      static_cast<int64_t>(HOOD_LIKELY(cls != 0) ? kSizeClasses[cls].size : arena.spanAt(obj.firstPage)->elemsize);
  if (!isNoscan(obj.spanclass)) work_.put(*pool_, GreyObject::make(obj.base, cls));
}

void Marker::greyPointer(uintptr_t p) { grey(p); }

void Marker::greyPointers(const uintptr_t* p, size_t n) {
  for (size_t i = 0; i < n; i++) grey(p[i]);
}

HOOD_INLINE bool Marker::next(Ring& ring, GreyObject& o) {
  for (;;) {
    o.bits = 0;
    if (work_.tryGet(*pool_, o)) {
      __builtin_prefetch(reinterpret_cast<void*>(o.base()));
      __builtin_prefetch(heap_->arena.heapBitsWord(o.base()));
      ring.waiting++;
    } else if (ring.waiting == 0) {
      return false;
    }
    std::swap(o, ring.slots[ring.head]);
    ring.head = (ring.head + 1) % kPrefetchDepth;
    if (o.bits == 0) continue;
    ring.waiting--;
    return true;
  }
}

void Marker::putBack(Ring& ring) {
  for (GreyObject& o : ring.slots) {
    if (o.bits != 0) work_.put(*pool_, o);
  }
}

bool Marker::drain(bool (*stop)(void*), void* arg) {
  Ring ring;
  GreyObject o;
  int64_t checkAt = scanWork_ + kStopCheckWork;
  while (next(ring, o)) {
    scan(o);
    if (HOOD_LIKELY(scanWork_ < checkAt)) continue;
    if (!pool_->hasFull()) work_.balance(*pool_);
    if (stop != nullptr && stop(arg)) {
      putBack(ring);
      return false;
    }
    checkAt = scanWork_ + kStopCheckWork;  // stop() may have taken the count
  }
  return true;
}

int64_t Marker::drainN(int64_t bytes) {
  Ring ring;
  GreyObject o;
  int64_t from = scanWork_;
  while (scanWork_ - from < bytes && next(ring, o)) scan(o);
  putBack(ring);
  return scanWork_ - from;
}

HOOD_INLINE void Marker::scan(GreyObject o) {
  uintptr_t base = o.base();
  unsigned cls = o.sizeClass();
  size_t size = cls < kNumSizeClasses ? kSizeClasses[cls].size : 0;
  if (HOOD_UNLIKELY(size - 1 >= kMaxBitmapSize)) return scanLarge(o);
  scanWork_ += static_cast<int64_t>(size);
  const auto* words = reinterpret_cast<const uintptr_t*>(base);
  for (uint64_t bits = heap_->arena.heapBits(base, static_cast<unsigned>(size / 8)); bits != 0; bits &= bits - 1) {
    grey(words[ctz64(bits)]);
  }
}

// Objects that have a Type in place of bits. Those larger than an oblet are scanned piece by piece, by several markers
// perhaps: whoever comes first queues the rest.
void Marker::scanLarge(GreyObject o) {
  ArenaMap& arena = heap_->arena;
  uintptr_t from = o.base(), base = from;
  size_t size;
  if (o.sizeClass() - 1 < kNumSizeClasses - 1) {
    size = kSizeClasses[o.sizeClass()].size;
  } else {
    Mspan* s = arena.spanOf(from);
    base = s->base;
    size = s->largeSize;
  }
  const Type* t = arena.objectType(base);
  if (t == nullptr) return;  // not allocated: only a stray pointer leads here
  uintptr_t end = base + size;
  if (size > kObletBytes) {
    size_t step = std::max<size_t>(1, kObletBytes / t->size) * t->size;
    if (from == base) {
      for (uintptr_t at = base + step; at < end; at += step) work_.put(*pool_, GreyObject::make(at, GreyObject::kOblet));
    }
    end = std::min(end, from + step);
  }
  scanWork_ += static_cast<int64_t>(end - from);
  scanValues(t, from, end);
}

void Marker::scanValues(const Type* t, uintptr_t from, uintptr_t end) {
  forEachPointerOfValues(t, from, end, [this](const uintptr_t* word) { grey(*word); });
}

}  // namespace hood::rt
