// Trigonometric functions: Go's to the last bit.
#pragma GCC optimize("fp-contract=off")

#include <bit>
#include <cmath>
#include <cstdint>

#include "stdlib/native/go_math.h"

namespace hood::stdlib::gomath {
namespace {

constexpr double kPi = 3.14159265358979323846264338327950288;

// The binary digits of 4/π, the integer part alone in the first word.
constexpr uint64_t kFourOverPi[] = {
    0x0000000000000001, 0x45f306dc9c882a53, 0xf84eafa3ea69bb81, 0xb6c52b3278872083, 0xfca2c757bd778ac3,
    0x6e48dc74849ba5c0, 0x0c925dd413a32439, 0xfc3bd63962534e7d, 0xd1046bea5d768909, 0xd338e04d68befc82,
    0x7323ac7306a673e9, 0x3908bf177bf25076, 0x3ff12fffbc0b301f, 0xde5e2316b414da3e, 0xda6cfd9e4f96136e,
    0x9e8c7ecd3cbfd45a, 0xea4f758fd7cbe2f6, 0x7a0e73ef14a525d4, 0xd7f6bf623f1aba10, 0xac06608df8f6d757,
};

// x = octant * π/4 + rest (mod 2π), with an even octant.
struct Reduced {
  uint64_t octant;
  double rest;
};

// 64 bits of 4/π from bit `at` on.
uint64_t digits(unsigned at) {
  unsigned word = at / 64, shift = at % 64;
  uint64_t bits = kFourOverPi[word] << shift;
  if (shift != 0) bits |= kFourOverPi[word + 1] >> (64 - shift);
  return bits;
}

struct HugeProduct {
  uint64_t hi, lo;
};

// Payne and Hanek: of x times the digits, only the 128 bits that hold a fraction (and an integer modulo a
// small power of two, if offset is less than that of the binary point).
HugeProduct multiplyDigits(double x, int offset) {
  using Wide = unsigned __int128;
  uint64_t bits = std::bit_cast<uint64_t>(x);
  int exponent = static_cast<int>(bits >> 52 & 0x7FF) - 1023 - 52;
  uint64_t mantissa = (bits & 0xFFFFFFFFFFFFF) | uint64_t{1} << 52;
  unsigned at = static_cast<unsigned>(exponent + offset);
  Wide product = static_cast<Wide>(digits(at + 64)) * mantissa;
  product += static_cast<Wide>(digits(at + 128)) * mantissa >> 64;
  product += static_cast<Wide>(digits(at) * mantissa) << 64;
  return {static_cast<uint64_t>(product >> 64), static_cast<uint64_t>(product)};
}

// The fraction hi, lo as a double in [0, 1), cut off rather than rounded.
double fractionOf(uint64_t hi, uint64_t lo) {
  unsigned zeros = static_cast<unsigned>(std::countl_zero(hi));
  uint64_t fraction = zeros < 63 ? (hi << (zeros + 1) | lo >> (63 - zeros)) >> 12 : lo >> 12;
  return std::bit_cast<double>(fraction | static_cast<uint64_t>(1023 - (zeros + 1)) << 52);
}

Reduced reduceHuge(double x) {
  HugeProduct p = multiplyDigits(x, 61);
  uint64_t octant = p.hi >> 61;
  // The bits that follow below should be the fourth and next ones of lo; in Go they are the first ones.
  double rest = fractionOf(p.hi << 3 | p.lo >> 61, p.lo);
  if (octant & 1) {
    octant = (octant + 1) & 7;
    rest--;
  }
  return {octant, rest * (kPi / 4)};
}

// REQUIRES: x >= 0 and finite.
Reduced reduce(double x) {
  if (x >= 0x1p29) return reduceHuge(x);
  uint64_t octant = static_cast<uint64_t>(x * 1.27323954473516268615107010698140931);
  octant += octant & 1;
  double y = static_cast<double>(octant);
  // π/4 in three parts, so that the products are exact.
  double rest = ((x - y * 7.85398125648498535156e-1) - y * 3.77489470793079817668e-8) - y * 2.69515142907905952645e-15;
  return {octant & 7, rest};
}

double sinOfRest(double z) {
  constexpr double kSin[] = {-1.66666666666666307295e-1, 8.33333333332211858878e-3,  -1.98412698295895385996e-4,
                             2.75573136213857245213e-6,  -2.50507477628578072866e-8, 1.58962301576546568060e-10};
  double square = z * z;
  return z + z * square * poly(square, kSin);
}

double cosOfRest(double z) {
  constexpr double kCos[] = {4.16666666666665929218e-2,  -1.38888888888730564116e-3, 2.48015872888517045348e-5,
                             -2.75573141792967388112e-7, 2.08757008419747316778e-9,  -1.13585365213876817300e-11};
  double square = z * z;
  return 1.0 - 0.5 * square + square * square * poly(square, kCos);
}

// atan of x in [0, 0.66].
double atanSmall(double x) {
  constexpr double kP[] = {-6.485021904942025371773e+01, -1.228866684490136173410e+02, -7.500855792314704667340e+01,
                           -1.615753718733365076637e+01, -8.750608600031904122785e-01};
  constexpr double kQ[] = {1.945506571482613964425e+02, 4.853903996359136964868e+02, 4.328810604912902668951e+02,
                           1.650270098316988542046e+02, 2.485846490142306297962e+01, 1};
  double z = x * x;
  z = z * poly(z, kP) / poly(z, kQ);
  return x * z + x;
}

// atan of x >= 0.
double atanPositive(double x) {
  constexpr double kMoreBits = 6.123233995736765886130e-17;  // π/2 beyond its double
  if (x <= 0.66) return atanSmall(x);
  if (x > 2.41421356237309504880) return kPi / 2 - atanSmall(1 / x) + kMoreBits;
  return kPi / 4 + atanSmall((x - 1) / (x + 1)) + 0.5 * kMoreBits;
}

}  // namespace

double sin(double x) {
  if (x == 0 || std::isnan(x)) return x;
  if (std::isinf(x)) return makeNaN();
  Reduced r = reduce(std::fabs(x));
  double y = r.octant & 2 ? cosOfRest(r.rest) : sinOfRest(r.rest);
  return (x < 0) != (r.octant > 3) ? -y : y;
}

double cos(double x) {
  if (!std::isfinite(x)) return makeNaN();
  Reduced r = reduce(std::fabs(x));
  double y = r.octant & 2 ? sinOfRest(r.rest) : cosOfRest(r.rest);
  return r.octant == 2 || r.octant == 4 ? -y : y;
}

double tan(double x) {
  constexpr double kP[] = {-1.79565251976484877988e7, 1.15351664838587416140e6, -1.30936939181383777646e4};
  constexpr double kQ[] = {-5.38695755929454629881e7, 2.50083801823357915839e7, -1.32089234440210967447e6,
                           1.36812963470692954678e4, 1};
  if (x == 0 || std::isnan(x)) return x;
  if (std::isinf(x)) return makeNaN();
  Reduced r = reduce(std::fabs(x));
  double square = r.rest * r.rest;
  double y = r.rest;
  if (square > 1e-14) y = r.rest + r.rest * (square * poly(square, kP) / poly(square, kQ));
  if (r.octant & 2) y = -1 / y;
  return x < 0 ? -y : y;
}

double asin(double x) {
  if (x == 0) return x;
  double m = x < 0 ? -x : x;
  if (m > 1) return makeNaN();
  double other = std::sqrt(1 - m * m);
  double y = m > 0.7 ? kPi / 2 - atanPositive(other / m) : atanPositive(m / other);
  return x < 0 ? -y : y;
}

double acos(double x) { return kPi / 2 - asin(x); }

double atan(double x) {
  if (x == 0) return x;
  return x > 0 ? atanPositive(x) : -atanPositive(-x);
}

double atan2(double y, double x) {
  if (std::isnan(y) || std::isnan(x)) return makeNaN();
  if (y == 0) return std::copysign(std::signbit(x) ? kPi : 0, y);
  if (x == 0) return std::copysign(kPi / 2, y);
  if (std::isinf(x)) {
    double angle = x > 0 ? 0 : kPi;
    if (std::isinf(y)) angle = x > 0 ? kPi / 4 : 2.35619449019234492884698253745962716;
    return std::copysign(angle, y);
  }
  if (std::isinf(y)) return std::copysign(kPi / 2, y);
  double q = atan(y / x);
  if (x >= 0) return q;
  return q <= 0 ? q + kPi : q - kPi;
}

double reducePi(double x) {
  if (std::fabs(x) < 0x1p30) {
    double n = static_cast<double>(static_cast<int64_t>(x / kPi + 0.5));
    return ((x - n * 3.141592502593994) - n * 1.5099578831723193e-07) - n * 1.0780605716316238e-14;
  }
  HugeProduct p = multiplyDigits(x, 62);  // 1/π has the digits of 4/π two places lower
  double rest = fractionOf(p.hi, p.lo);
  if (rest > 0.5) rest--;
  return kPi * rest;
}

}  // namespace hood::stdlib::gomath
