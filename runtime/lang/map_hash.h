// How maps hash the keys that have fast paths. A policy: replace these two to try another hash.
// Mirrors:    src/runtime/alg.go, hash64.go. Book: 3.4.
// Differs:    integers take one 64x64->128 multiplication, folded; strings XXH3. Go uses AES instructions
// where it can.
#pragma once

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstdint>

#include "runtime/core/value.h"

namespace hood::rt {

// Both the low bits (bucket) and the top byte (tophash) must depend on all of k and on the seed.
inline uint64_t mapHashInt(uint64_t k, uint32_t seed) {
  unsigned __int128 m =
      static_cast<unsigned __int128>(k ^ (0xa0761d6478bd642fu + seed)) * (0xe7037ed1a0b428dbu ^ (uint64_t{seed} << 32));
  return static_cast<uint64_t>(m) ^ static_cast<uint64_t>(m >> 64);
}
inline uint64_t mapHashString(GoString s, uint32_t seed) {
  return XXH3_64bits_withSeed(s.ptr, static_cast<size_t>(s.len), seed);
}

}  // namespace hood::rt
