// The functions of package math whose last bit matters: those of Go on amd64, operation for operation.
//
// The methods are published ones (FreeBSD's msun, Moshier's Cephes, Hart & Cheney), but every rounding
// counts, so none of these may be replaced by the C library's. Where the result is exact or correctly rounded
// by definition (sqrt, floor, fma, fmod, ldexp …) the C library is used directly, in math.cc.
#pragma once

#include <cstdint>

namespace hood::stdlib::gomath {

// math.NaN(): not the NaN that the hardware makes.
double makeNaN();

// --- go_math_exp.cc
// -----------------------------------------------------------------------------------------
double exp(double x);
double exp2(double x);
double expm1(double x);
double log(double x);
double log1p(double x);
double log2(double x);
double log10(double x);
double pow(double x, double y);
double pow10(int64_t n);
double cbrt(double x);
double hypot(double x, double y);
double remainder(double x, double y);
double max(double x, double y);
double min(double x, double y);
double sinh(double x);
double cosh(double x);
double tanh(double x);
double asinh(double x);
double acosh(double x);
double atanh(double x);

// --- go_math_trig.cc
// ----------------------------------------------------------------------------------------
double sin(double x);
double cos(double x);
double tan(double x);
double asin(double x);
double acos(double x);
double atan(double x);
double atan2(double y, double x);
double reducePi(double x);  // x minus the nearest multiple of π

// --- go_math_special.cc, go_math_bessel.cc
// ------------------------------------------------------------------
double erf(double x);
double erfc(double x);
double erfinv(double x);
double gamma(double x);
double lgamma(double x, int& sign);
double j0(double x);
double j1(double x);
double jn(int64_t n, double x);
double y0(double x);
double y1(double x);
double yn(int64_t n, double x);

// --- pieces
// -------------------------------------------------------------------------------------------------

// c[0] + c[1] z + c[2] z² + …, by Horner's rule: each step one rounded product and one rounded sum.
template <int N>
inline double poly(double z, const double (&c)[N]) {
  double sum = c[N - 1];
  for (int i = N - 2; i >= 0; i--) sum = sum * z + c[i];
  return sum;
}

// What Frexp returns: x = fraction * 2^exponent, fraction in [0.5, 1); zero, infinities and NaN unchanged.
double frexp(double x, int64_t& exponent);

}  // namespace hood::stdlib::gomath
