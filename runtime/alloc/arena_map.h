// The heap's address range and the tables indexed by address: which span owns a page, where the pointers are, what is marked.
// Mirrors:    src/runtime/mheap.go (heapArena, spanOf), mbitmap.go. Book: 4.2, 8.3.
// Differs:    one reserved range instead of a map of arenas, so every lookup is a subtraction and a shift; the tables are
//             sparse memory of their own. The heap bitmap is that of Go 1.22: one bit per word for objects up to 512 bytes, the
//             object's Type in place of its bits for larger ones. Mark bits lie at a fixed place per span.
// Invariants: pages()[i] is right for every page of an allocated span and Free for all others;
//             mark and alloc bits beyond a span's nelems are 0.
// Locks:      entries of a span belong to who owns the span; readers may race only with the allocation of other spans.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "base/annotations.h"
#include "base/bits.h"
#include "base/check.h"
#include "runtime/alloc/size_classes.h"

namespace hood::rt {

struct Mspan;
struct Type;

enum class SpanState : uint8_t {
  Free = 0,
  InUse = 1,
};

struct PageEntry {
  uint32_t firstPage;  // of the span
  SpanClass spanclass;
  SpanState state;
  uint16_t unused;
};
static_assert(sizeof(PageEntry) == 8);

// Mark or alloc bits of a page: enough for 8-byte objects.
constexpr size_t kMarkBytesPerPage = kPageSize / 8 / 8;

// An object found by address.
struct HeapObject {
  uintptr_t base;
  uint32_t firstPage;
  uint32_t index;
  SpanClass spanclass;
};

class ArenaMap {
 public:
  // Reserves up to `bytes` of address space, at Go's favourite addresses if they are free. false: the OS gives none.
  bool init(size_t bytes);
  void destroy();

  uintptr_t base() const { return base_; }
  size_t reserved() const { return reserved_; }

  bool contains(uintptr_t p) const { return p - base_ < reserved_; }
  size_t pageIndex(uintptr_t p) const { return (p - base_) >> kPageShift; }
  uintptr_t pageAddress(size_t page) const { return base_ + (page << kPageShift); }
  PageEntry& page(size_t i) { return pages_[i]; }
  const PageEntry& page(size_t i) const { return pages_[i]; }

  // The span that starts at this page.
  Mspan*& spanAt(size_t firstPage) { return spans_[firstPage]; }
  // The same where the span may just be freed: then nullptr, perhaps.
  const Mspan* spanAtOrNull(size_t firstPage) const { return __atomic_load_n(&spans_[firstPage], __ATOMIC_RELAXED); }
  // The span that owns address p, or nullptr.
  Mspan* spanOf(uintptr_t p) const {
    if (!contains(p)) return nullptr;
    const PageEntry& e = pages_[pageIndex(p)];
    return e.state == SpanState::Free ? nullptr : spans_[e.firstPage];
  }

  // The object slot that address p points into (start or interior), allocated or not. false: not in a heap span.
  bool findObject(uintptr_t p, HeapObject& obj) const {
    if (!contains(p)) return false;
    PageEntry e = pages_[pageIndex(p)];
    if (e.state != SpanState::InUse) return false;
    const SizeClass& cls = kSizeClasses[sizeClassOf(e.spanclass)];
    uintptr_t spanBase = pageAddress(e.firstPage);
    uint32_t index = static_cast<uint32_t>(((p - spanBase) * cls.divMagic) >> 32);
    obj = {spanBase + uintptr_t{index} * cls.size, e.firstPage, index, e.spanclass};
    return index < cls.nelems;  // else the unused end of the span
  }

  // ---- mark and alloc bits ----
  // Two sets that change roles with each cycle: one says what the last mark phase found (alloc bits of swept spans), the
  // other is all zero for swept spans and takes the next marks.
  uint64_t* markBits(uint32_t firstPage) const { return bitsOf(marks_[markSet_], firstPage); }
  uint64_t* allocBits(uint32_t firstPage) const { return bitsOf(marks_[markSet_ ^ 1], firstPage); }
  void flipMarkBits() { markSet_ ^= 1; }
  // Marks n objects of a span from index on, while others mark its other objects.
  void setMarks(uint32_t firstPage, uint32_t index, uint32_t n) {
    uint64_t* words = markBits(firstPage);
    forEachWordOf(index, n, [words](size_t word, uint64_t bits) {
      __atomic_fetch_or(words + word, bits, __ATOMIC_RELAXED);  // relaxed: see Marker
    });
  }

  // ---- the heap bitmap ----
  // Where the bit of address p is: word and bit number.
  uint64_t* heapBitsWord(uintptr_t p) const { return heapBits_ + ((p - base_) >> 9); }
  static unsigned heapBitsShift(uintptr_t p) { return (p >> 3) & 63; }
  // Pointer bits of the n words at p, n <= 64.
  // Neighbours share words: while one is scanned, the owner of the span may write another's bits. Relaxed on both sides: nobody
  // reads bits that change.
  uint64_t heapBits(uintptr_t p, unsigned n) const {
    const uint64_t* w = heapBitsWord(p);
    unsigned shift = heapBitsShift(p);
    uint64_t bits = __atomic_load_n(&w[0], __ATOMIC_RELAXED) >> shift;
    if (shift + n > 64) bits |= __atomic_load_n(&w[1], __ATOMIC_RELAXED) << (64 - shift);
    return bits & lowMask(n);
  }
  // REQUIRES the words' bits are clear.
  void orHeapBits(uintptr_t p, unsigned n, uint64_t mask) {
    uint64_t* w = heapBitsWord(p);
    unsigned shift = heapBitsShift(p);
    __atomic_store_n(&w[0], w[0] | mask << shift, __ATOMIC_RELAXED);
    if (HOOD_UNLIKELY(shift + n > 64)) __atomic_store_n(&w[1], w[1] | mask >> (64 - shift), __ATOMIC_RELAXED);
  }
  void clearHeapBits(uintptr_t p, size_t bytes) {
    forEachWordOf((p - base_) >> 3, bytes >> 3, [this](size_t word, uint64_t bits) {
      __atomic_store_n(&heapBits_[word], heapBits_[word] & ~bits, __ATOMIC_RELAXED);
    });
  }
  // The Type of a larger object lies in the first whole bytes of its bits; the smallest such object has 72 of them.
  uint8_t* typeSlot(uintptr_t obj) const { return reinterpret_cast<uint8_t*>(heapBits_) + divRoundUp(obj - base_, 64); }
  const Type* objectType(uintptr_t obj) const { return reinterpret_cast<const Type*>(loadU64(typeSlot(obj))); }
  void setObjectType(uintptr_t obj, const Type* t) { storeU64(typeSlot(obj), reinterpret_cast<uint64_t>(t)); }

 private:
  static uint64_t* bitsOf(uint8_t* set, uint32_t firstPage) {
    return reinterpret_cast<uint64_t*>(set + size_t{firstPage} * kMarkBytesPerPage);
  }

  uintptr_t base_ = 0;
  size_t reserved_ = 0;
  PageEntry* pages_ = nullptr;
  uint64_t* heapBits_ = nullptr;
  uint8_t* marks_[2] = {nullptr, nullptr};
  unsigned markSet_ = 0;
  Mspan** spans_ = nullptr;
};

}  // namespace hood::rt
