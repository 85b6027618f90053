// Inside of maps, for map.cc, map_grow.cc and map_iter.cc: buckets, hashes, keys by kind.
#pragma once

#include <cstring>
#include <type_traits>

#include "base/check.h"
#include "runtime/core/alg.h"
#include "runtime/lang/lang.h"
#include "runtime/lang/map.h"
#include "runtime/lang/map_hash.h"

namespace hood::rt {

constexpr int kBucketCnt = 8;
// More entries per bucket than this on average (13/2 = 6.5): grow.
constexpr uint64_t kLoadFactorNum = 13, kLoadFactorDen = 2;
constexpr uint32_t kMaxInlineSize = 128;  // larger keys and values are stored by pointer

// The tophash byte of a cell: the top byte of the hash, or one of these.
enum : uint8_t {
  kEmptyRest = 0,       // empty, and so are all later cells of this bucket and its overflow buckets
  kEmptyOne = 1,        // empty
  kEvacuatedX = 2,      // moved to the first half of the larger table
  kEvacuatedY = 3,      // moved to the second half
  kEvacuatedEmpty = 4,  // was empty, bucket is evacuated
  kMinTopHash = 5,
};
enum : uint8_t {         // Hmap::flags
  kMapIterator = 1,      // there may be an iterator using buckets
  kMapOldIterator = 2,   // there may be an iterator using oldbuckets
  kMapHashWriting = 4,   // a goroutine is writing
  kMapSameSizeGrow = 8,  // the growth in progress is to a table of the same size
};

inline uint8_t* at(void* p, uint64_t off) { return static_cast<uint8_t*>(p) + off; }
inline const uint8_t* at(const void* p, uint64_t off) { return static_cast<const uint8_t*>(p) + off; }
template <class T>
T loadAs(const void* p) {
  T v;
  std::memcpy(&v, p, sizeof v);
  return v;
}

inline bool isEmpty(uint8_t top) { return top <= kEmptyOne; }
inline uint8_t tophash(uint64_t hash) {
  auto top = static_cast<uint8_t>(hash >> 56);
  return top < kMinTopHash ? static_cast<uint8_t>(top + kMinTopHash) : top;
}
inline uint64_t bucketShift(uint8_t B) { return uint64_t{1} << (B & 63); }
inline uint64_t bucketMask(uint8_t B) { return bucketShift(B) - 1; }
inline bool evacuated(const Bmap* b) { return b->tophash[0] > kEmptyOne && b->tophash[0] < kMinTopHash; }
inline bool overLoadFactor(int64_t count, uint8_t B) {
  return count > kBucketCnt && static_cast<uint64_t>(count) > kLoadFactorNum * (bucketShift(B) / kLoadFactorDen);
}
// The flags for one who only reads the map: another reader may be setting those of an iterator.
inline uint8_t flagsOf(const Hmap* h) { return __atomic_load_n(&h->flags, __ATOMIC_RELAXED); }
inline bool sameSizeGrow(const Hmap* h) { return flagsOf(h) & kMapSameSizeGrow; }
inline uint64_t noldbuckets(const Hmap* h) { return bucketShift(sameSizeGrow(h) ? h->B : static_cast<uint8_t>(h->B - 1)); }

inline Bmap* bucketAt(const MapLayout& l, const void* buckets, uint64_t i) {
  return reinterpret_cast<Bmap*>(at(const_cast<void*>(buckets), i * l.bucketsize));
}
inline Bmap*& overflowOf(const MapLayout& l, Bmap* b) { return *reinterpret_cast<Bmap**>(at(b, l.overflowOffset)); }
inline Bmap* overflowOf(const MapLayout& l, const Bmap* b) { return loadAs<Bmap*>(at(b, l.overflowOffset)); }

// Keys in a map have been hashed: their types compare.
inline bool keysEqual(const Type* t, const void* a, const void* b) {
  bool equal = false;
  const Type* bad = typeEqual(t, a, b, &equal);
  return bad == nullptr && equal;
}

// What differs between the kinds of keys. hash() returns the type that has none, or nullptr. The generic one
// asks the type.
template <MapKind K>
struct KeyOps;

template <>
struct KeyOps<MapKind::Fast64> {
  using Key = uint64_t;
  static constexpr uint32_t kSize = 8;
  static Key load(const void* p) { return loadAs<uint64_t>(p); }
  static const Type* hash(const MapLayout&, Key k, uint32_t seed, uint64_t* h) {
    *h = mapHashInt(k, seed);
    return nullptr;
  }
  static bool equal(const MapLayout&, Key k, const uint8_t* cell) { return loadAs<uint64_t>(cell) == k; }
  static const void* address(const Key& k) { return &k; }
};
template <>
struct KeyOps<MapKind::Fast32> {
  using Key = uint32_t;
  static constexpr uint32_t kSize = 4;
  static Key load(const void* p) { return loadAs<uint32_t>(p); }
  static const Type* hash(const MapLayout&, Key k, uint32_t seed, uint64_t* h) {
    *h = mapHashInt(k, seed);
    return nullptr;
  }
  static bool equal(const MapLayout&, Key k, const uint8_t* cell) { return loadAs<uint32_t>(cell) == k; }
  static const void* address(const Key& k) { return &k; }
};
template <>
struct KeyOps<MapKind::FastStr> {
  using Key = GoString;
  static constexpr uint32_t kSize = 16;
  static Key load(const void* p) { return loadAs<GoString>(p); }
  static const Type* hash(const MapLayout&, Key k, uint32_t seed, uint64_t* h) {
    *h = mapHashString(k, seed);
    return nullptr;
  }
  static bool equal(const MapLayout&, Key k, const uint8_t* cell) {
    auto s = loadAs<GoString>(cell);
    return s.len == k.len && (s.ptr == k.ptr || std::memcmp(s.ptr, k.ptr, static_cast<size_t>(k.len)) == 0);
  }
  static const void* address(const Key& k) { return &k; }
};
template <>
struct KeyOps<MapKind::Generic> {
  using Key = const void*;
  static constexpr uint32_t kSize = 0;
  static Key load(const void* p) { return p; }
  static const Type* hash(const MapLayout& l, Key k, uint32_t seed, uint64_t* h) {
    return typeHash(l.vm, l.key, k, seed, h);
  }
  static bool equal(const MapLayout& l, Key k, const uint8_t* cell) {
    return keysEqual(l.key, k, l.indirectkey ? loadAs<const void*>(cell) : cell);
  }
  static const void* address(const Key& k) { return k; }
};

template <MapKind K>
uint32_t keySize(const MapLayout& l) {
  return KeyOps<K>::kSize != 0 ? KeyOps<K>::kSize : l.keysize;
}
template <MapKind K>
uint8_t* keyCell(const MapLayout& l, Bmap* b, int i) {
  return at(b, 8 + static_cast<uint64_t>(i) * keySize<K>(l));
}
inline uint8_t* elemCell(const MapLayout& l, Bmap* b, int i) {
  return at(b, l.elemOffset + static_cast<uint64_t>(i) * l.elemsize);
}
inline void* elemOf(const MapLayout& l, uint8_t* cell) { return l.indirectelem ? loadAs<void*>(cell) : cell; }

// Calls f with the kind as a constant.
template <class F>
decltype(auto) byKind(const MapLayout& l, F&& f) {
  switch (l.kind) {
    case MapKind::Fast32: return f(std::integral_constant<MapKind, MapKind::Fast32>{});
    case MapKind::Fast64: return f(std::integral_constant<MapKind, MapKind::Fast64>{});
    case MapKind::FastStr: return f(std::integral_constant<MapKind, MapKind::FastStr>{});
    case MapKind::Generic: break;
  }
  return f(std::integral_constant<MapKind, MapKind::Generic>{});
}

// ---- map_grow.cc
// -------------------------------------------------------------------------------------------------

struct Buckets {
  void* buckets;
  Bmap* nextOverflow;  // the first preallocated overflow bucket, nullptr if there are none
};
Buckets makeBucketArray(G* gp, const MapLayout& l, uint8_t B);
Bmap* newoverflow(G* gp, const MapLayout& l, Hmap* h, Bmap* b);
void createOverflow(G* gp, Hmap* h);
bool tooManyOverflowBuckets(uint16_t noverflow, uint8_t B);
void hashGrow(G* gp, const MapLayout& l, Hmap* h);
// Moves the old bucket that belongs to `bucket`, and one more.
void growWork(G* gp, const MapLayout& l, Hmap* h, uint64_t bucket);

}  // namespace hood::rt
