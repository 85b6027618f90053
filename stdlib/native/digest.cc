#include "stdlib/native/digest.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstring>

namespace hood::stdlib {

namespace {

uint32_t bigEndian32(const char* p) {
  uint32_t v;
  std::memcpy(&v, p, 4);
  return __builtin_bswap32(v);
}
uint64_t bigEndian64(const char* p) {
  uint64_t v;
  std::memcpy(&v, p, 8);
  return __builtin_bswap64(v);
}

// The first bits behind the point of the square or cube root of n: how SHA-2's constants are defined. 2^64 root = m with
// m^2 <= n 2^128 (m^3 <= n 2^192), found bit by bit on four-word integers.
struct Wide256 {
  uint64_t w[4] = {};
};

constexpr Wide256 times(const Wide256& a, uint64_t b0, uint64_t b1) {
  Wide256 r;
  const uint64_t b[2] = {b0, b1};
  for (int i = 0; i < 2; i++) {
    unsigned __int128 carry = 0;
    for (int k = 0; k + i < 4; k++) {
      carry += static_cast<unsigned __int128>(a.w[k]) * b[i] + r.w[k + i];
      r.w[k + i] = static_cast<uint64_t>(carry);
      carry >>= 64;
    }
  }
  return r;
}

constexpr bool atMost(const Wide256& a, const Wide256& b) {
  for (int k = 3; k >= 0; k--)
    if (a.w[k] != b.w[k]) return a.w[k] < b.w[k];
  return true;
}

constexpr uint64_t rootFraction(uint64_t n, bool cube) {
  Wide256 limit;
  limit.w[cube ? 3 : 2] = n;
  uint64_t low = 0, high = 0;  // the root: high is its whole part
  for (int bit = 68; bit >= 0; bit--) {
    uint64_t l = low, h = high;
    (bit >= 64 ? h : l) |= uint64_t{1} << (bit % 64);
    Wide256 m;
    m.w[0] = l;
    m.w[1] = h;
    Wide256 power = times(m, l, h);
    if (cube) power = times(power, l, h);
    if (atMost(power, limit)) low = l, high = h;
  }
  return low;
}

constexpr std::array<uint64_t, 80> cubeRoots() {
  std::array<uint64_t, 80> k{};
  size_t count = 0;
  for (uint64_t n = 2; count < k.size(); n++) {
    bool prime = true;
    for (uint64_t d = 2; d * d <= n; d++) prime = prime && n % d != 0;
    if (prime) k[count++] = rootFraction(n, true);
  }
  return k;
}
constexpr std::array<uint64_t, 80> kCubeRoots = cubeRoots();  // of the primes: SHA-512's; their upper halves: SHA-256's

// |sin(k + 1)| in 32 bits.
std::array<uint32_t, 64> sines() {
  std::array<uint32_t, 64> k{};
  for (size_t i = 0; i < k.size(); i++) k[i] = static_cast<uint32_t>(std::fabs(std::sin(double(i + 1))) * 4294967296.0);
  return k;
}

}  // namespace

void md5Blocks(uint32_t h[4], std::string_view blocks) {
  static const std::array<uint32_t, 64> kSines = sines();
  static constexpr int kShift[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
  for (size_t at = 0; at + 64 <= blocks.size(); at += 64) {
    uint32_t m[16];
    std::memcpy(m, blocks.data() + at, 64);
    uint32_t a = h[0], b = h[1], c = h[2], d = h[3];
    auto round = [&](int i, uint32_t f, int g) {
      uint32_t turned = std::rotl(a + f + kSines[static_cast<size_t>(i)] + m[g & 15], kShift[i / 16][i & 3]);
      a = d;
      d = c;
      c = b;
      b += turned;
    };
    for (int i = 0; i < 16; i++) round(i, d ^ (b & (c ^ d)), i);
    for (int i = 16; i < 32; i++) round(i, c ^ (d & (b ^ c)), 5 * i + 1);
    for (int i = 32; i < 48; i++) round(i, b ^ c ^ d, 3 * i + 5);
    for (int i = 48; i < 64; i++) round(i, c ^ (b | ~d), 7 * i);
    h[0] += a, h[1] += b, h[2] += c, h[3] += d;
  }
}

void sha1Blocks(uint32_t h[5], std::string_view blocks) {
  for (size_t at = 0; at + 64 <= blocks.size(); at += 64) {
    uint32_t w[80];
    for (int i = 0; i < 16; i++) w[i] = bigEndian32(blocks.data() + at + 4 * i);
    for (int i = 16; i < 80; i++) w[i] = std::rotl(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    uint32_t a = h[0], b = h[1], c = h[2], d = h[3], e = h[4];
    auto round = [&](uint32_t f, uint32_t k, uint32_t word) {
      uint32_t t = std::rotl(a, 5) + f + e + k + word;
      e = d;
      d = c;
      c = std::rotl(b, 30);
      b = a;
      a = t;
    };
    for (int i = 0; i < 20; i++) round(d ^ (b & (c ^ d)), 0x5A827999, w[i]);
    for (int i = 20; i < 40; i++) round(b ^ c ^ d, 0x6ED9EBA1, w[i]);
    for (int i = 40; i < 60; i++) round((b & c) | (d & (b | c)), 0x8F1BBCDC, w[i]);
    for (int i = 60; i < 80; i++) round(b ^ c ^ d, 0xCA62C1D6, w[i]);
    h[0] += a, h[1] += b, h[2] += c, h[3] += d, h[4] += e;
  }
}

namespace {

// SHA-256 and SHA-512 differ in word size, rounds and rotations.
struct Sha256Form {
  using Word = uint32_t;
  static constexpr int kRounds = 64;
  static constexpr int kBig0[3] = {2, 13, 22}, kBig1[3] = {6, 11, 25}, kSmall0[3] = {7, 18, 3}, kSmall1[3] = {17, 19, 10};
  static Word load(const char* p) { return bigEndian32(p); }
  static Word constant(int i) { return static_cast<Word>(kCubeRoots[static_cast<size_t>(i)] >> 32); }
};
struct Sha512Form {
  using Word = uint64_t;
  static constexpr int kRounds = 80;
  static constexpr int kBig0[3] = {28, 34, 39}, kBig1[3] = {14, 18, 41}, kSmall0[3] = {1, 8, 7}, kSmall1[3] = {19, 61, 6};
  static Word load(const char* p) { return bigEndian64(p); }
  static Word constant(int i) { return kCubeRoots[static_cast<size_t>(i)]; }
};

template <class Form>
void sha2Blocks(typename Form::Word* h, std::string_view blocks) {
  using W = typename Form::Word;
  auto big = [](W x, const int(&r)[3]) { return std::rotr(x, r[0]) ^ std::rotr(x, r[1]) ^ std::rotr(x, r[2]); };
  auto small = [](W x, const int(&r)[3]) { return std::rotr(x, r[0]) ^ std::rotr(x, r[1]) ^ (x >> r[2]); };
  constexpr size_t kSize = 16 * sizeof(W);
  for (size_t at = 0; at + kSize <= blocks.size(); at += kSize) {
    W w[Form::kRounds];
    for (int i = 0; i < 16; i++) w[i] = Form::load(blocks.data() + at + sizeof(W) * static_cast<size_t>(i));
    for (int i = 16; i < Form::kRounds; i++)
      w[i] = small(w[i - 2], Form::kSmall1) + w[i - 7] + small(w[i - 15], Form::kSmall0) + w[i - 16];
    W s[8];
    std::memcpy(s, h, sizeof s);
    for (int i = 0; i < Form::kRounds; i++) {
      W t1 = s[7] + big(s[4], Form::kBig1) + (s[6] ^ (s[4] & (s[5] ^ s[6]))) + Form::constant(i) + w[i];
      W t2 = big(s[0], Form::kBig0) + ((s[0] & s[1]) | (s[2] & (s[0] | s[1])));
      s[7] = s[6], s[6] = s[5], s[5] = s[4], s[4] = s[3] + t1;
      s[3] = s[2], s[2] = s[1], s[1] = s[0], s[0] = t1 + t2;
    }
    for (int i = 0; i < 8; i++) h[i] += s[i];
  }
}

}  // namespace

void sha256Blocks(uint32_t h[8], std::string_view blocks) { sha2Blocks<Sha256Form>(h, blocks); }
void sha512Blocks(uint64_t h[8], std::string_view blocks) { sha2Blocks<Sha512Form>(h, blocks); }

// Four blocks side by side: word i of block b is half of out[2 i + b / 2].
void chacha8Block(const uint64_t seed[4], uint64_t out[32], uint32_t counter) {
  uint32_t words[16][4];
  for (uint32_t lane = 0; lane < 4; lane++) {
    uint32_t x[16] = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};
    for (int k = 0; k < 4; k++) {
      x[4 + 2 * k] = static_cast<uint32_t>(seed[k]);
      x[5 + 2 * k] = static_cast<uint32_t>(seed[k] >> 32);
    }
    x[12] = counter + lane;
    auto quarter = [&x](int a, int b, int c, int d) {
      x[a] += x[b], x[d] = std::rotl(x[d] ^ x[a], 16);
      x[c] += x[d], x[b] = std::rotl(x[b] ^ x[c], 12);
      x[a] += x[b], x[d] = std::rotl(x[d] ^ x[a], 8);
      x[c] += x[d], x[b] = std::rotl(x[b] ^ x[c], 7);
    };
    for (int k = 0; k < 4; k++) {
      for (int i = 0; i < 4; i++) quarter(i, i + 4, i + 8, i + 12);
      for (int i = 0; i < 4; i++) quarter(i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4);
    }
    for (int k = 0; k < 4; k++) {
      x[4 + 2 * k] += static_cast<uint32_t>(seed[k]);
      x[5 + 2 * k] += static_cast<uint32_t>(seed[k] >> 32);
    }
    for (int i = 0; i < 16; i++) words[i][lane] = x[i];
  }
  std::memcpy(out, words, sizeof words);
}

}  // namespace hood::stdlib
