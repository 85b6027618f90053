#include "stdlib/native/nat.h"

#include <immintrin.h>

#include <algorithm>
#include <cstring>
#include <vector>

namespace hood::stdlib {

namespace {

using Wide = unsigned __int128;

constexpr size_t kKaratsuba = 40;  // words from which three half products beat four

void mulSchool(Word* z, const Word* x, size_t m, const Word* y, size_t n) {
  std::memset(z, 0, m * sizeof(Word));
  for (size_t k = 0; k < n; k++) z[m + k] = natAddMulWord(z + k, x, m, y[k]);
}

// z += x * 2^(64 at), where z has room for the carry.
void addAt(Word* z, const Word* x, size_t n) {
  Word c = natAdd(z, z, x, n);
  for (z += n; c != 0; z++) c = ++*z == 0;
}
void subAt(Word* z, const Word* x, size_t n) {
  Word c = natSub(z, z, x, n);
  for (z += n; c != 0; z++) c = (*z)-- == 0;
}

// d = |x - y|; whether x < y. x has n words, y has yn <= n.
bool difference(Word* d, const Word* x, size_t n, const Word* y, size_t yn) {
  Word c = natSub(d, x, y, yn);
  c = natSubWord(d + yn, x + yn, n - yn, c);
  if (c == 0) return false;
  Word carry = 1;
  for (size_t k = 0; k < n; k++) {
    d[k] = ~d[k] + carry;
    carry = carry && d[k] == 0;
  }
  return true;
}

// z = x * y, both of n words. work: 4n + 128 words.
void mulEqual(Word* z, const Word* x, const Word* y, size_t n, Word* work) {
  if (n < kKaratsuba) {
    mulSchool(z, x, n, y, n);
    return;
  }
  size_t lo = (n + 1) / 2, hi = n - lo;
  // (x1 - x0)(y0 - y1) = x1 y0 + x0 y1 - x1 y1 - x0 y0
  Word *dx = work, *dy = work + lo, *rest = work + 2 * lo;
  bool negative = difference(dx, x, lo, x + lo, hi) != difference(dy, y, lo, y + lo, hi);
  mulEqual(z, x, y, lo, rest);
  mulEqual(z + 2 * lo, x + lo, y + lo, hi, rest);
  Word* middle = rest;
  mulEqual(middle, dx, dy, lo, rest + 2 * lo);
  // z[lo:] += x0 y0 + x1 y1 -/+ middle, through a copy since the halves lie where they are added to.
  std::vector<Word> sum(2 * lo + 1);
  std::memcpy(sum.data(), z, 2 * lo * sizeof(Word));
  addAt(sum.data(), z + 2 * lo, 2 * hi);
  if (negative) {
    addAt(sum.data(), middle, 2 * lo);
  } else {
    subAt(sum.data(), middle, 2 * lo);
  }
  size_t room = 2 * n - lo, count = std::min(room, sum.size());
  while (count > 0 && sum[count - 1] == 0) count--;
  addAt(z + lo, sum.data(), count);
}

}  // namespace

Word natAdd(Word* z, const Word* x, const Word* y, size_t n) {
  unsigned char c = 0;
  for (size_t k = 0; k < n; k++) {
    unsigned long long s;
    c = _addcarry_u64(c, x[k], y[k], &s);
    z[k] = s;
  }
  return c;
}

Word natSub(Word* z, const Word* x, const Word* y, size_t n) {
  unsigned char c = 0;
  for (size_t k = 0; k < n; k++) {
    unsigned long long d;
    c = _subborrow_u64(c, x[k], y[k], &d);
    z[k] = d;
  }
  return c;
}

Word natAddWord(Word* z, const Word* x, size_t n, Word y) {
  for (size_t k = 0; k < n; k++) {
    Word s = x[k] + y;
    y = s < y;
    z[k] = s;
  }
  return y;
}

Word natSubWord(Word* z, const Word* x, size_t n, Word y) {
  for (size_t k = 0; k < n; k++) {
    Word s = x[k] - y;
    y = x[k] < y;
    z[k] = s;
  }
  return y;
}

Word natMulAddWord(Word* z, const Word* x, size_t n, Word y, Word r) {
  for (size_t k = 0; k < n; k++) {
    Wide p = Wide{x[k]} * y + r;
    z[k] = static_cast<Word>(p);
    r = static_cast<Word>(p >> 64);
  }
  return r;
}

Word natAddMulWord(Word* z, const Word* x, size_t n, Word y) {
  Word c = 0;
  for (size_t k = 0; k < n; k++) {
    Wide p = Wide{x[k]} * y + z[k] + c;
    z[k] = static_cast<Word>(p);
    c = static_cast<Word>(p >> 64);
  }
  return c;
}

Word natSubMulWord(Word* z, const Word* x, size_t n, Word y) {
  Word c = 0;
  for (size_t k = 0; k < n; k++) {
    Wide p = Wide{x[k]} * y + c;
    Word low = static_cast<Word>(p);
    c = static_cast<Word>(p >> 64) + (z[k] < low);
    z[k] -= low;
  }
  return c;
}

Word natShiftLeft(Word* z, const Word* x, size_t n, unsigned s) {
  if (n == 0) return 0;
  if (s == 0) {
    std::memmove(z, x, n * sizeof(Word));
    return 0;
  }
  Word out = x[n - 1] >> (64 - s);
  for (size_t k = n - 1; k > 0; k--) z[k] = x[k] << s | x[k - 1] >> (64 - s);
  z[0] = x[0] << s;
  return out;
}

Word natShiftRight(Word* z, const Word* x, size_t n, unsigned s) {
  if (n == 0) return 0;
  if (s == 0) {
    std::memmove(z, x, n * sizeof(Word));
    return 0;
  }
  Word out = x[0] << (64 - s);
  for (size_t k = 0; k + 1 < n; k++) z[k] = x[k] >> s | x[k + 1] << (64 - s);
  z[n - 1] = x[n - 1] >> s;
  return out;
}

Word natDivWord(Word* z, const Word* x, size_t n, Word y, Word r) {
  for (size_t k = n; k-- > 0;) {
    // The quotient fits, since r < y: one machine instruction instead of a call.
    Word q;
    asm("divq %4" : "=a"(q), "=d"(r) : "a"(x[k]), "d"(r), "r"(y) : "cc");
    z[k] = q;
  }
  return r;
}

void natMul(Word* z, const Word* x, size_t m, const Word* y, size_t n) {
  if (n < kKaratsuba) {
    mulSchool(z, x, m, y, n);
    return;
  }
  // Blocks of x as long as y.
  std::vector<Word> work(6 * n + 256), product(2 * n);
  mulEqual(z, x, y, n, work.data());
  std::memset(z + 2 * n, 0, (m - n) * sizeof(Word));
  for (size_t at = n; at < m; at += n) {
    size_t count = std::min(n, m - at);
    if (count == n) {
      mulEqual(product.data(), x + at, y, n, work.data());
    } else {
      natMul(product.data(), y, n, x + at, count);
    }
    size_t length = count + n;
    while (length > 0 && product[length - 1] == 0) length--;
    addAt(z + at, product.data(), length);
  }
}

void natDivRows(Word* q, Word* u, const Word* v, size_t n, size_t from, size_t to) {
  Word top = v[n - 1], second = v[n - 2];
  for (size_t j = from; j-- > to;) {
    Word guess = ~Word{0}, u0 = u[j + n];
    if (u0 != top) {
      Word rest;
      asm("divq %4" : "=a"(guess), "=d"(rest) : "a"(u[j + n - 1]), "d"(u0), "r"(top) : "cc");
      Wide low = Wide{guess} * second;
      while (low > (Wide{rest} << 64 | u[j + n - 2])) {
        guess--;
        low -= second;
        if ((rest += top) < top) break;
      }
    }
    Word c = natSubMulWord(u + j, v, n, guess);
    bool tooMuch = u0 < c;
    u[j + n] = u0 - c;
    if (tooMuch) {
      u[j + n] += natAdd(u + j, u + j, v, n);
      guess--;
    }
    q[j] = guess;
  }
}

std::string natDigits(Word* x, size_t n, unsigned base) {
  static constexpr char kDigits[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  Word big = base;
  int perWord = 1;
  while (big <= ~Word{0} / base) {
    big *= base;
    perWord++;
  }
  std::string s;
  while (n > 0) {
    Word r = natDivWord(x, x, n, big, 0);
    while (n > 0 && x[n - 1] == 0) n--;
    for (int k = 0; k < perWord && (n > 0 || r != 0); k++) {
      s += kDigits[r % base];
      r /= base;
    }
  }
  std::reverse(s.begin(), s.end());
  return s;
}

}  // namespace hood::stdlib
