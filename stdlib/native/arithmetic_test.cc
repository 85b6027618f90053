// The compression functions, by known answers of one block; products and quotients, by each other.
#include "stdlib/native/digest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "stdlib/native/nat.h"

namespace hood::stdlib {
namespace {

// The empty message, padded: 0x80 and zeros.
std::string padded(size_t size) {
  std::string s(size, '\0');
  s[0] = '\x80';
  return s;
}

TEST(Digest, EmptyMessage) {
  uint32_t md5[4] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
  md5Blocks(md5, padded(64));
  EXPECT_EQ(md5[0], 0xd98c1dd4u);
  EXPECT_EQ(md5[3], 0x7e42f8ecu);
  uint32_t sha1[5] = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
  sha1Blocks(sha1, padded(64));
  EXPECT_EQ(sha1[0], 0xda39a3eeu);
  EXPECT_EQ(sha1[4], 0xafd80709u);
  uint32_t sha256[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  sha256Blocks(sha256, padded(64));
  EXPECT_EQ(sha256[0], 0xe3b0c442u);
  EXPECT_EQ(sha256[7], 0x7852b855u);
}

TEST(Nat, ProductsAndQuotientsAgree) {
  for (size_t m : {1u, 3u, 45u, 100u, 233u}) {
    for (size_t n : {2u, 41u, 100u}) {
      if (n > m) continue;

      uint64_t state = m * 77 + n;
      auto next = [&] { return state = state * 6364136223846793005u + 1442695040888963407u; };
      std::vector<Word> x(m), y(n), z(m + n), q(m + 1);
      for (Word& w : x) w = next() ^ next() >> 33;
      for (Word& w : y) w = next() ^ next() >> 33;
      y[n - 1] |= Word{1} << 63;
      natMul(z.data(), x.data(), m, y.data(), n);
      // (x*y + y/2) / y == x, rest y/2
      std::vector<Word> half(n);
      natShiftRight(half.data(), y.data(), n, 1);
      Word c = natAdd(z.data(), z.data(), half.data(), n);
      c = natAddWord(z.data() + n, z.data() + n, m, c);
      EXPECT_EQ(c, 0u);
      z.push_back(0);
      natDivRows(q.data(), z.data(), y.data(), n, m + 1, 0);
      EXPECT_EQ(q[m], 0u);
      q.pop_back();
      EXPECT_EQ(q, x) << m << " " << n;
      EXPECT_TRUE(std::equal(half.begin(), half.end(), z.begin()));
    }
  }
}

}  // namespace
}  // namespace hood::stdlib
