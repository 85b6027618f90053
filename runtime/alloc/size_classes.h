// Size classes: the sizes that small objects are rounded up to.
// Mirrors:    src/runtime/sizeclasses.go, msize.go. Book: 4.1.
// Differs:    the table is an X-macro (size_classes.def), everything else is computed from it at compile time.
// Invariants: class 0 stands for large objects; a span class is size class * 2 + 1 for memory without pointers.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "base/bits.h"

namespace hood::rt {

constexpr size_t kPageShift = 13;
constexpr size_t kPageSize = size_t{1} << kPageShift;
constexpr size_t kMaxSmallSize = 32768;
constexpr int kNumSizeClasses = 68;
constexpr int kNumSpanClasses = 2 * kNumSizeClasses;
// Objects up to this size have a pointer bit per word in the heap bitmap; larger ones have their Type there.
constexpr size_t kMaxBitmapSize = 512;

struct SizeClass {
  uint32_t size;
  uint32_t pages;     // of a span
  uint32_t nelems;    // objects in a span
  uint32_t divMagic;  // offset * divMagic >> 32 == offset / size, for every offset in a span
};

constexpr std::array<SizeClass, kNumSizeClasses> kSizeClasses = {{
    // Large: division gives index 0, and the one object starts at the span's start.
    {0, 0, 1, 0},
#define HOOD_SIZE_CLASS(cls, size, pages, objects, tail, waste) {size, pages, objects, ~0u / size + 1},
#include "runtime/alloc/size_classes.def"
}};

using SpanClass = uint8_t;
constexpr SpanClass makeSpanClass(unsigned sizeClass, bool noscan) {
  return static_cast<SpanClass>(sizeClass << 1 | (noscan ? 1 : 0));
}
constexpr unsigned sizeClassOf(SpanClass spc) { return spc >> 1; }
constexpr bool isNoscan(SpanClass spc) { return spc & 1; }

namespace size_classes {

// The smallest class that holds each multiple of `step` bytes from `from` on.
template <size_t kCount>
constexpr std::array<uint8_t, kCount> lookupTable(size_t from, size_t step) {
  std::array<uint8_t, kCount> table{};
  unsigned cls = 0;
  for (size_t i = 0; i < kCount; i++) {
    while (kSizeClasses[cls].size < from + i * step) cls++;
    table[i] = static_cast<uint8_t>(cls);
  }
  return table;
}
constexpr auto kUpTo1K = lookupTable<1024 / 8 + 1>(0, 8);
constexpr auto kAbove1K = lookupTable<(kMaxSmallSize - 1024) / 128 + 1>(1024, 128);

}  // namespace size_classes

// REQUIRES size <= kMaxSmallSize. Size 0 gives class 0.
constexpr unsigned sizeToClass(size_t size) {
  if (size <= 1024) return size_classes::kUpTo1K[(size + 7) >> 3];
  return size_classes::kAbove1K[(size - 1024 + 127) >> 7];
}
static_assert(sizeToClass(1) == 1 && sizeToClass(8) == 1 && sizeToClass(9) == 2 && sizeToClass(1024) == 32);
static_assert(sizeToClass(1025) == 33 && sizeToClass(kMaxSmallSize) == kNumSizeClasses - 1);

}  // namespace hood::rt
