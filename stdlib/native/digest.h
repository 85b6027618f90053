// The compression functions of MD5, SHA-1, SHA-256, SHA-512 and the blocks of ChaCha8, the generator of math/rand/v2.
// Mirrors:    src/crypto/{md5,sha1,sha256,sha512} block functions; internal/chacha8rand.
// Differs:    nothing.
// Invariants: whole blocks only; padding is Go code.
// Locks:      none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hood::stdlib {

void md5Blocks(uint32_t h[4], std::string_view blocks);     // of 64 bytes each
void sha1Blocks(uint32_t h[5], std::string_view blocks);    // of 64
void sha256Blocks(uint32_t h[8], std::string_view blocks);  // of 64
void sha512Blocks(uint64_t h[8], std::string_view blocks);  // of 128
void chacha8Block(const uint64_t seed[4], uint64_t out[32], uint32_t counter);

}  // namespace hood::stdlib
