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

// Which of the classes are used: all of Go's, or the powers of two among them, as simpler allocators have them: less choice, more
// waste. The knob `sizeclasses`, in the order of its names.
enum class SizeClassPolicy : uint8_t { Go, Pow2 };

// A policy: the smallest class in use that holds a size.
struct SizeToClass {
  std::array<uint8_t, 1024 / 8 + 1> upTo1K{};
  std::array<uint8_t, (kMaxSmallSize - 1024) / 128 + 1> above1K{};

  constexpr SizeToClass() : SizeToClass(SizeClassPolicy::Go) {}
  constexpr explicit SizeToClass(SizeClassPolicy policy) {
    fill(upTo1K, 0, 8, policy);
    fill(above1K, 1024, 128, policy);
  }
  // REQUIRES size <= kMaxSmallSize. Size 0 gives class 0.
  constexpr unsigned operator()(size_t size) const {
    if (size <= 1024) return upTo1K[(size + 7) >> 3];
    return above1K[(size - 1024 + 127) >> 7];
  }

 private:
  // The class of each multiple of `step` bytes from `from` on.
  template <size_t kCount>
  static constexpr void fill(std::array<uint8_t, kCount>& table, size_t from, size_t step, SizeClassPolicy policy) {
    unsigned cls = 0;
    for (size_t i = 0; i < kCount; i++) {
      while (kSizeClasses[cls].size < from + i * step || !inUse(kSizeClasses[cls].size, policy)) cls++;
      table[i] = static_cast<uint8_t>(cls);
    }
  }
  static constexpr bool inUse(uint32_t size, SizeClassPolicy policy) {
    return policy == SizeClassPolicy::Go || (size & (size - 1)) == 0;
  }
};

// Go's.
constexpr SizeToClass kGoClasses;
constexpr unsigned sizeToClass(size_t size) { return kGoClasses(size); }
static_assert(sizeToClass(1) == 1 && sizeToClass(8) == 1 && sizeToClass(9) == 2 && sizeToClass(1024) == 32);
static_assert(sizeToClass(1025) == 33 && sizeToClass(kMaxSmallSize) == kNumSizeClasses - 1);

}  // namespace hood::rt
