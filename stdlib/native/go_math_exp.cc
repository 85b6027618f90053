// Exponentials, logarithms, powers, hyperbolic functions: Go's to the last bit.
#pragma GCC optimize("fp-contract=off")

#include <bit>
#include <cmath>
#include <limits>

#include "stdlib/native/go_math.h"

namespace hood::stdlib::gomath {
namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kLn2 = 0.693147180559945309417232121458176568;
// ln 2 in two parts; products of the first with small integers are exact.
constexpr double kLn2Hi = 6.93147180369123816490e-01;
constexpr double kLn2Lo = 1.90821492927058770002e-10;
constexpr double kTwo28 = 1 << 28;

uint64_t bitsOf(double x) { return std::bit_cast<uint64_t>(x); }
double fromBits(uint64_t b) { return std::bit_cast<double>(b); }

// 2^k, for an exponent field that is in range.
double powerOfTwo(int64_t k) { return fromBits(static_cast<uint64_t>(k + 1023) << 52); }

// x * 2^k by adding to the exponent field.
double addToExponent(double x, int64_t k) { return fromBits(bitsOf(x) + (static_cast<uint64_t>(k) << 52)); }

bool hasFma() { return __builtin_cpu_supports("fma") && __builtin_cpu_supports("avx"); }
const bool kUseFma = hasFma();

// The two ways that amd64 processors multiply and add; Go takes the fused one where there is one.
template <bool fused>
double mulAdd(double a, double b, double c) {
  return fused ? std::fma(a, b, c) : a * b + c;
}

// e^x - 1 for a reduced x by its series, in sixteenths: (e^(x/16))^16, from y = e^(x/16) - 1 by y(y + 2).
template <bool fused>
double expOfReduced(double x, double k) {
  constexpr double kLn2Upper = 0.69314718055966295651160180568695068359375;
  constexpr double kLn2Lower = 0.28235290563031577122588448175013436025525412068e-12;
  constexpr double kFactorials[] = {8.3333333333333333333e-3, 4.1666666666666666667e-2, 1.6666666666666666667e-1, 0.5, 1.0};
  x = mulAdd<fused>(-kLn2Upper, k, x);
  x = mulAdd<fused>(-kLn2Lower, k, x);
  x *= 0.0625;
  double sum = 2.4801587301587301587e-5;
  sum = mulAdd<fused>(sum, x, 1.9841269841269841270e-4);
  sum = mulAdd<fused>(sum, x, 1.3888888888888888889e-3);
  for (double f : kFactorials) sum = mulAdd<fused>(sum, x, f);
  double y = x * sum;
  for (int i = 0; i < 3; i++) y *= y + 2.0;
  return mulAdd<fused>(y + 2.0, y, 1.0);
}

// e^(hi - lo) * 2^k.
double expOfParts(double hi, double lo, int k) {
  constexpr double kP[] = {1.66666666666666657415e-01, -2.77777777770155933842e-03, 6.61375632143793436117e-05,
                           -1.65339022054652515390e-06, 4.13813679705723846039e-08};
  double r = hi - lo;
  double t = r * r;
  double c = r - t * poly(t, kP);
  double y = 1 - ((lo - (r * c) / (2 - c)) - hi);
  return std::ldexp(y, k);
}

// log(1 + f) = f - (f²/2 - s (f²/2 + R)) with s = f / (2 + f): R from s².
constexpr double kLog[] = {6.666666666666735130e-01, 3.999999999940941908e-01, 2.857142874366239149e-01,
                           2.222219843214978396e-01, 1.818357216161805012e-01, 1.531383769920937332e-01,
                           1.479819860511658591e-01};

bool isOdd(double y) {
  double whole;
  return std::modf(y, &whole) == 0 && std::fabs(y) < 0x1p63 && (static_cast<int64_t>(whole) & 1);
}

// pow where an argument is zero, infinite, NaN or makes it trivial; false if none is.
bool powSpecial(double x, double y, double& result) {
  if (y == 0 || x == 1) {
    result = 1;
  } else if (y == 1) {
    result = x;
  } else if (std::isnan(x) || std::isnan(y)) {
    result = makeNaN();
  } else if (x == 0) {
    if (y < 0) {
      result = isOdd(y) ? std::copysign(kInf, x) : kInf;
    } else {
      result = isOdd(y) ? x : 0;
    }
  } else if (std::isinf(y)) {
    result = x == -1 ? 1 : (std::fabs(x) < 1) == (y > 0) ? 0 : kInf;
  } else if (std::isinf(x)) {
    if (x < 0) {
      result = pow(1 / x, -y);
    } else {
      result = y < 0 ? 0 : kInf;
    }
  } else if (y == 0.5) {
    result = std::sqrt(x);
  } else if (y == -0.5) {
    result = 1 / std::sqrt(x);
  } else {
    return false;
  }
  return true;
}

// mantissa * 2^exponent = x^n by repeated squaring, on a given start.
void multiplyPower(double x, int64_t n, double& mantissa, int64_t& exponent) {
  int64_t e;
  double m = frexp(x, e);
  for (; n != 0; n >>= 1) {
    if (e < -(1 << 12) || e > 1 << 12) {
      exponent += e;  // far out of range, whatever else comes
      return;
    }
    if (n & 1) {
      mantissa *= m;
      exponent += e;
    }
    m *= m;
    e *= 2;
    if (m < 0.5) {
      m += m;
      e--;
    }
  }
}

int clampExponent(int64_t e) { return e > 5000 ? 5000 : e < -5000 ? -5000 : static_cast<int>(e); }

// The pieces into which expm1 cuts its argument: x = k ln 2 + reduced, with an error of correction.
struct Expm1Parts {
  double reduced, correction;
  int k;
};

Expm1Parts reduceExpm1(double x) {
  constexpr double kInvLn2 = 1.44269504088896338700e+00;
  double sign = x < 0 ? -1 : 1;
  double hi, lo;
  int k;
  if (std::fabs(x) < 1.03972077083991796413e+00) {  // 3/2 ln 2
    k = static_cast<int>(sign);
    hi = x - sign * kLn2Hi;
    lo = sign * kLn2Lo;
  } else {
    k = static_cast<int>(kInvLn2 * x + sign * 0.5);
    hi = x - k * kLn2Hi;
    lo = k * kLn2Lo;
  }
  double reduced = hi - lo;
  return {reduced, (hi - reduced) - lo, k};
}

// What is left of expm1 after the series gave e for the reduced x.
double scaleExpm1(double x, double e, int k) {
  if (k == -1) return 0.5 * (x - e) - 0.5;
  if (k == 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
  if (k <= -2 || k > 56) return addToExponent(1 - (e - x), k) - 1;
  if (k < 20) {
    double t = fromBits(0x3ff0000000000000 - (uint64_t{0x20000000000000} >> k));  // 1 - 2^-k
    return addToExponent(t - (e - x), k);
  }
  return addToExponent((x - (e + powerOfTwo(-k))) + 1, k);
}

}  // namespace

double makeNaN() { return fromBits(0x7FF8000000000001); }

double frexp(double x, int64_t& exponent) {
  int e = 0;
  if (x != 0 && std::isfinite(x)) x = std::frexp(x, &e);
  exponent = e;
  return x;
}

double exp(double x) {
  if (std::isnan(x) || x == kInf) return x;
  if (x > 7.09782712893384e+02) return kInf;
  if (x < -1000) return 0;
  double k = std::nearbyint(1.4426950408889634073599246810018920 * x);
  double y = kUseFma ? expOfReduced<true>(x, k) : expOfReduced<false>(x, k);
  int field = static_cast<int>(k) + 1023;
  if (field <= 0) {
    if (field < -52) return 0;
    return y * fromBits(static_cast<uint64_t>(field + 1022) << 52) * fromBits(uint64_t{1} << 52);
  }
  if (field >= 0x7FF) return kInf;
  return y * fromBits(static_cast<uint64_t>(field) << 52);
}

double exp2(double x) {
  if (std::isnan(x) || x == kInf) return x;
  if (x > 1.0239999999999999e+03) return kInf;
  if (x < -1.0740e+03) return 0;
  int k = static_cast<int>(x > 0 ? x + 0.5 : x < 0 ? x - 0.5 : 0);
  double t = x - k;
  return expOfParts(t * kLn2Hi, -t * kLn2Lo, k);
}

double expm1(double x) {
  constexpr double kQ[] = {1,
                           -3.33333333333331316428e-02,
                           1.58730158725481460165e-03,
                           -7.93650757867487942473e-05,
                           4.00821782732936239552e-06,
                           -2.01099218183624371326e-07};
  if (std::isnan(x) || x == kInf) return x;
  double magnitude = std::fabs(x);
  if (magnitude >= 3.88162421113569373274e+01) {  // 56 ln 2
    if (x < 0) return -1;
    if (magnitude >= 7.09782712893383973096e+02) return kInf;
  }
  Expm1Parts parts{x, 0, 0};
  if (magnitude > 3.46573590279972654709e-01) {  // ln 2 / 2
    parts = reduceExpm1(x);
  } else if (magnitude < 0x1p-54) {
    return x;
  }
  x = parts.reduced;
  double half = 0.5 * x;
  double square = x * half;
  double r = poly(square, kQ);
  double t = 3 - r * half;
  double e = square * ((r - t) / (6.0 - x * t));
  if (parts.k == 0) return x - (x * e - square);
  e = x * (e - parts.correction) - parts.correction;
  e -= square;
  return scaleExpm1(x, e, parts.k);
}

double log(double x) {
  constexpr double kOdd[] = {kLog[0], kLog[2], kLog[4], kLog[6]};
  constexpr double kEven[] = {kLog[1], kLog[3], kLog[5]};
  if (x == 0) return -kInf;
  if (x < 0) return makeNaN();
  if (std::isnan(x)) return std::signbit(x) ? makeNaN() : x;
  if (x == kInf) return x;
  // Subnormal numbers are not normalised, on amd64.
  uint64_t bits = bitsOf(x);
  double m = fromBits((bits & 0x000FFFFFFFFFFFFF) | bitsOf(0.5));
  double k = static_cast<double>(static_cast<int64_t>(bits >> 52) - 0x3FE);
  if (!(7.07106781186547524401e-01 < m)) {
    m *= 2;
    k -= 1;
  }
  double f = m - 1;
  double s = f / (2 + f);
  double s2 = s * s;
  double s4 = s2 * s2;
  double r = s2 * poly(s4, kOdd) + s4 * poly(s4, kEven);
  double halfSquare = 0.5 * f * f;
  return k * kLn2Hi - ((halfSquare - (s * (halfSquare + r) + k * kLn2Lo)) - f);
}

double log1p(double x) {
  if (x < -1 || std::isnan(x)) return makeNaN();
  if (x == -1) return -kInf;
  if (x == kInf) return x;
  double magnitude = std::fabs(x);
  int64_t k = 0;
  double f = x, correction = 0;
  uint64_t fraction = 1;
  if (magnitude < 0x1p-29) return magnitude < 0x1p-54 ? x : x - x * x * 0.5;
  // Between sqrt(1/2) and sqrt(2), 1 + x needs no reduction.
  if (!(magnitude < 4.142135623730950488017e-01 && x > -2.928932188134524755992e-01)) {
    double u = magnitude < 0x1p53 ? 1.0 + x : x;
    k = static_cast<int64_t>(bitsOf(u) >> 52) - 1023;
    if (magnitude < 0x1p53) correction = (k > 0 ? 1.0 - (u - x) : x - (u - 1.0)) / u;
    fraction = bitsOf(u) & 0x000fffffffffffff;
    if (fraction < 0x0006a09e667f3bcd) {
      u = fromBits(fraction | 0x3ff0000000000000);
    } else {
      k++;
      u = fromBits(fraction | 0x3fe0000000000000);
      fraction = (0x0010000000000000 - fraction) >> 2;
    }
    f = u - 1.0;
  }
  double kd = static_cast<double>(k);
  double halfSquare = 0.5 * f * f;
  if (fraction == 0) {  // f is tiny
    if (f == 0) return k == 0 ? 0 : kd * kLn2Hi + (correction + kd * kLn2Lo);
    double r = halfSquare * (1.0 - 0.66666666666666666 * f);
    if (k == 0) return f - r;
    return kd * kLn2Hi - ((r - (kd * kLn2Lo + correction)) - f);
  }
  double s = f / (2.0 + f);
  double z = s * s;
  double r = z * poly(z, kLog);
  if (k == 0) return f - (halfSquare - s * (halfSquare + r));
  return kd * kLn2Hi - ((halfSquare - (s * (halfSquare + r) + (kd * kLn2Lo + correction))) - f);
}

double log2(double x) {
  int64_t exponent;
  double m = frexp(x, exponent);
  if (m == 0.5) return static_cast<double>(exponent - 1);  // powers of two are exact
  return log(m) * 1.44269504088896340735992468100189214 + static_cast<double>(exponent);
}

double log10(double x) { return log(x) * 0.434294481903251827651128918916605082; }

double pow(double x, double y) {
  double result;
  if (powSpecial(x, y, result)) return result;
  double whole;
  double fraction = std::modf(std::fabs(y), &whole);
  if (fraction != 0 && x < 0) return makeNaN();
  if (whole >= 0x1p63) {  // a large even number
    if (x == -1) return 1;
    return (std::fabs(x) < 1) == (y > 0) ? 0 : kInf;
  }
  double mantissa = 1;
  int64_t exponent = 0;
  if (fraction != 0) {
    if (fraction > 0.5) {
      fraction--;
      whole++;
    }
    mantissa = exp(fraction * log(x));
  }
  multiplyPower(x, static_cast<int64_t>(whole), mantissa, exponent);
  if (y < 0) {
    mantissa = 1 / mantissa;
    exponent = -exponent;
  }
  return std::ldexp(mantissa, clampExponent(exponent));
}

// Each power is a product of two exact ones up to 10^22, or nearly exact ones beyond.
double pow10(int64_t n) {
  constexpr double kSmall[] = {1e00, 1e01, 1e02, 1e03, 1e04, 1e05, 1e06, 1e07, 1e08, 1e09, 1e10,
                               1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21,
                               1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28, 1e29, 1e30, 1e31};
  constexpr double kLarge[] = {1e00, 1e32, 1e64, 1e96, 1e128, 1e160, 1e192, 1e224, 1e256, 1e288};
  constexpr double kTiny[] = {1e-00, 1e-32, 1e-64, 1e-96, 1e-128, 1e-160, 1e-192, 1e-224, 1e-256, 1e-288, 1e-320};
  if (n > 308) return kInf;
  if (n < -323) return 0;
  return n >= 0 ? kLarge[n / 32] * kSmall[n % 32] : kTiny[-n / 32] / kSmall[-n % 32];
}

double cbrt(double x) {
  if (x == 0 || !std::isfinite(x)) return x;
  double magnitude = std::fabs(x);
  // A third of the exponent gives 5 bits, a rational function 23, and one step of Newton's method the rest.
  double t;
  if (magnitude < 0x1p-1022) {
    t = fromBits(bitsOf(0x1p54 * magnitude) / 3 + (uint64_t{696219795} << 32));
  } else {
    t = fromBits(bitsOf(magnitude) / 3 + (uint64_t{715094163} << 32));
  }
  double r = t * t / magnitude;
  double s = 5.42857142857142815906e-01 + r * t;
  t *= 3.57142857142857150787e-01 +
       1.60714285714285720630e+00 / (s + 1.41428571428571436819e+00 + -7.05306122448979611050e-01 / s);
  t = fromBits((bitsOf(t) & (uint64_t{0xFFFFFFFFC} << 28)) + (1 << 30));
  s = t * t;
  r = magnitude / s;
  double w = t + t;
  r = (r - t) / (w + r);
  return std::copysign(t + t * r, x);
}

double hypot(double x, double y) {
  if (std::isinf(x) || std::isinf(y)) return kInf;
  if (std::isnan(x) || std::isnan(y)) return makeNaN();
  double large = std::fabs(x), small = std::fabs(y);
  if (large < small) std::swap(large, small);
  if (large == 0) return 0;
  double ratio = small / large;
  return large * std::sqrt(ratio * ratio + 1.0);
}

double remainder(double x, double y) {
  double r = std::remainder(x, y);
  return r == 0 ? std::copysign(0.0, x) : r;  // the C library's zero is negative for some subnormal y
}

double max(double x, double y) {
  if (x == kInf || y == kInf) return kInf;
  if (std::isnan(x) || std::isnan(y)) return makeNaN();
  if (x == 0 && y == 0) return std::signbit(x) ? y : x;
  return x > y ? x : y;
}

double min(double x, double y) {
  if (x == -kInf || y == -kInf) return -kInf;
  if (std::isnan(x) || std::isnan(y)) return makeNaN();
  if (x == 0 && y == 0) return std::signbit(x) ? x : y;
  return x < y ? x : y;
}

double sinh(double x) {
  constexpr double kP[] = {-0.6307673640497716991184787251e+6, -0.8991272022039509355398013511e+5,
                           -0.2894211355989563807284660366e+4, -0.2630563213397497062819489e+2};
  constexpr double kQ[] = {-0.6307673640497716991212077277e+6, 0.1521517378790019070696485176e+5,
                           -0.173678953558233699533450911e+3, 1};
  double magnitude = x < 0 ? -x : x;
  double y;
  if (magnitude > 21) {
    y = exp(magnitude) * 0.5;
  } else if (magnitude > 0.5) {
    double e = exp(magnitude);
    y = (e - 1 / e) * 0.5;
  } else {
    double square = magnitude * magnitude;
    y = poly(square, kP) * magnitude;
    y = y / poly(square, kQ);
  }
  return x < 0 ? -y : y;
}

double cosh(double x) {
  x = std::fabs(x);
  if (x > 21) return exp(x) * 0.5;
  double e = exp(x);
  return (e + 1 / e) * 0.5;
}

double tanh(double x) {
  constexpr double kP[] = {-1.61468768441708447952e3, -9.92877231001918586564e1, -9.64399179425052238628e-1};
  constexpr double kQ[] = {4.84406305325125486048e3, 2.23548839060100448583e3, 1.12811678491632931402e2, 1};
  double magnitude = std::fabs(x);
  if (magnitude > 0.5 * 8.8029691931113054295988e+01) return x < 0 ? -1 : 1;
  if (magnitude >= 0.625) {
    double y = 1 - 2 / (exp(2 * magnitude) + 1);
    return x < 0 ? -y : y;
  }
  if (x == 0) return x;
  double square = x * x;
  return x + x * square * poly(square, kP) / poly(square, kQ);
}

double asinh(double x) {
  if (!std::isfinite(x)) return x;
  double m = x < 0 ? -x : x;
  double y;
  if (m > kTwo28) {
    y = log(m) + kLn2;
  } else if (m > 2) {
    y = log(2 * m + 1 / (std::sqrt(m * m + 1) + m));
  } else if (m < 1 / kTwo28) {
    y = m;
  } else {
    y = log1p(m + m * m / (1 + std::sqrt(1 + m * m)));
  }
  return x < 0 ? -y : y;
}

double acosh(double x) {
  if (x < 1 || std::isnan(x)) return makeNaN();
  if (x == 1) return 0;
  if (x >= kTwo28) return log(x) + kLn2;
  if (x > 2) return log(2 * x - 1 / (x + std::sqrt(x * x - 1)));
  double t = x - 1;
  return log1p(t + std::sqrt(2 * t + t * t));
}

double atanh(double x) {
  if (x < -1 || x > 1 || std::isnan(x)) return makeNaN();
  if (x == 1 || x == -1) return x * kInf;
  double m = x < 0 ? -x : x;
  double y;
  if (m < 1 / kTwo28) {
    y = m;
  } else if (m < 0.5) {
    double twice = m + m;
    y = 0.5 * log1p(twice + twice * m / (1 - m));
  } else {
    y = 0.5 * log1p((m + m) / (1 - m));
  }
  return x < 0 ? -y : y;
}

}  // namespace hood::stdlib::gomath
