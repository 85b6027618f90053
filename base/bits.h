// Bit arithmetic: rounding, scans, and bitsets over arrays of 64-bit words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace hood {

constexpr uint64_t alignUp(uint64_t n, uint64_t align) { return (n + align - 1) & ~(align - 1); }
constexpr uint64_t alignDown(uint64_t n, uint64_t align) { return n & ~(align - 1); }
constexpr bool isPowerOfTwo(uint64_t n) { return n != 0 && (n & (n - 1)) == 0; }
constexpr uint64_t divRoundUp(uint64_t n, uint64_t d) { return (n + d - 1) / d; }

// REQUIRES n != 0.
constexpr int ctz64(uint64_t n) { return __builtin_ctzll(n); }
constexpr int log2Floor(uint64_t n) { return 63 - __builtin_clzll(n); }
constexpr int log2Ceil(uint64_t n) { return n <= 1 ? 0 : log2Floor(n - 1) + 1; }
constexpr int popcount64(uint64_t n) { return __builtin_popcountll(n); }
// The low n bits set, 0 <= n <= 64.
constexpr uint64_t lowMask(unsigned n) { return n >= 64 ? ~uint64_t{0} : (uint64_t{1} << n) - 1; }

inline uint64_t loadU64(const void* p) {
  uint64_t v;
  std::memcpy(&v, p, 8);
  return v;
}
inline void storeU64(void* p, uint64_t v) { std::memcpy(p, &v, 8); }

// ---- bitsets ------------------------------------------------------------------------------------------------

inline bool testBit(const uint64_t* words, size_t i) { return (words[i >> 6] >> (i & 63)) & 1; }
inline void setBit(uint64_t* words, size_t i) { words[i >> 6] |= uint64_t{1} << (i & 63); }
inline void clearBit(uint64_t* words, size_t i) { words[i >> 6] &= ~(uint64_t{1} << (i & 63)); }

// Calls f(word, bits) for the words of n bits from bit `from` on, with those of each word that are meant.
template <class F>
void forEachWordOf(size_t from, size_t n, F&& f) {
  while (n > 0) {
    size_t bit = from & 63, take = n < 64 - bit ? n : 64 - bit;
    f(from >> 6, lowMask(static_cast<unsigned>(take)) << bit);
    from += take;
    n -= take;
  }
}
inline void setBitRange(uint64_t* words, size_t from, size_t n) {
  forEachWordOf(from, n, [words](size_t word, uint64_t bits) { words[word] |= bits; });
}
inline void clearBitRange(uint64_t* words, size_t from, size_t n) {
  forEachWordOf(from, n, [words](size_t word, uint64_t bits) { words[word] &= ~bits; });
}

}  // namespace hood
