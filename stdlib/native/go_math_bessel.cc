// Bessel functions of the first and second kind: Go's to the last bit.
#pragma GCC optimize("fp-contract=off")

#include <cmath>
#include <limits>

#include "stdlib/native/go_math.h"

namespace hood::stdlib::gomath {
namespace {

#include "stdlib/native/go_math_bessel.inc"

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kInvSqrtPi = 0.564189583547756286948079451560772586;
constexpr double kTwoOverPi = 0.636619772367581343075535053490057448;

// Which row of the tables is for x >= 2.
int interval(double x) { return x >= 8 ? 0 : x >= 4.5454 ? 1 : x >= 2.8571 ? 2 : 3; }

double p0(double x) {
  double z = 1 / (x * x);
  int i = interval(x);
  return 1 + poly(z, kP0Numerator[i]) / poly(z, kP0Denominator[i]);
}

double q0(double x) {
  double z = 1 / (x * x);
  int i = interval(x);
  return (-0.125 + poly(z, kQ0Numerator[i]) / poly(z, kQ0Denominator[i])) / x;
}

double p1(double x) {
  double z = 1 / (x * x);
  int i = interval(x);
  return 1 + poly(z, kP1Numerator[i]) / poly(z, kP1Denominator[i]);
}

double q1(double x) {
  double z = 1 / (x * x);
  int i = interval(x);
  return (0.375 + poly(z, kQ1Numerator[i]) / poly(z, kQ1Denominator[i])) / x;
}

// √2 sin and √2 cos of x - π/4 (order 0) or x - 3π/4 (order 1). The one that cancels is computed from the
// other by their product, which is ∓cos(2x).
struct Phase {
  double ss, cc;
};

Phase phase(double x, int order) {
  double s = sin(x), c = cos(x);
  Phase p = order == 0 ? Phase{s - c, s + c} : Phase{-s - c, s - c};
  if (x < std::numeric_limits<double>::max() / 2) {
    double z = order == 0 ? -cos(x + x) : cos(x + x);
    bool cosCancels = order == 0 ? s * c < 0 : s * c > 0;
    if (cosCancels) {
      p.cc = z / p.ss;
    } else {
      p.ss = z / p.cc;
    }
  }
  return p;
}

// J and Y from 2 on.
double jLarge(double x, int order) {
  Phase f = phase(x, order);
  if (x > 0x1p129) return kInvSqrtPi * f.cc / std::sqrt(x);
  double u = order == 0 ? p0(x) : p1(x);
  double v = order == 0 ? q0(x) : q1(x);
  return kInvSqrtPi * (u * f.cc - v * f.ss) / std::sqrt(x);
}

double yLarge(double x, int order) {
  Phase f = phase(x, order);
  if (x > 0x1p129) return kInvSqrtPi * f.ss / std::sqrt(x);
  double u = order == 0 ? p0(x) : p1(x);
  double v = order == 0 ? q0(x) : q1(x);
  return kInvSqrtPi * (u * f.ss + v * f.cc) / std::sqrt(x);
}

// J(n, x) where x < n: the recurrence only holds its precision downwards. A continued fraction gives
// J(n)/J(n-1), from which J(0), known, gives the scale.
double jnDownwards(int64_t n, double x) {
  double w = static_cast<double>(n + n) / x;
  double h = 2 / x;
  double before = w, z = w + h;
  double now = w * z - 1;
  int64_t k = 1;
  while (now < 1e9) {
    k++;
    z += h;
    double next = z * now - before;
    before = now;
    now = next;
  }
  double t = 0;
  for (int64_t i = 2 * (n + k); i >= n + n; i -= 2) t = 1 / (static_cast<double>(i) / x - t);
  double a = t, b = 1;
  double scale = static_cast<double>(n);
  scale = scale * log(std::fabs(h * scale));
  bool mayOverflow = !(scale < 7.09782712893383973096e+02);
  for (int64_t i = n - 1; i > 0; i--) {
    double next = b * static_cast<double>(i + i) / x - a;
    a = b;
    b = next;
    if (mayOverflow && b > 1e100) {
      a /= b;
      t /= b;
      b = 1;
    }
  }
  return t * j0(x) / b;
}

// The first term of the Taylor series, for tiny x.
double jnTiny(int64_t n, double x) {
  if (n > 33) return 0;
  double half = x * 0.5;
  double power = half, factorial = 1;
  for (int64_t i = 2; i <= n; i++) {
    factorial *= static_cast<double>(i);
    power *= half;
  }
  return power / factorial;
}

}  // namespace

double j0(double x) {
  constexpr double kR[] = {1.56249999999999947958e-02, -1.89979294238854721751e-04, 1.82954049532700665670e-06,
                           -4.61832688532103189199e-09};
  constexpr double kS[] = {1, 1.56191029464890010492e-02, 1.16926784663337450260e-04, 5.13546550207318111446e-07,
                           1.16614003333790000205e-09};
  if (std::isnan(x)) return x;
  if (std::isinf(x)) return 0;
  x = std::fabs(x);
  if (x >= 2) return jLarge(x, 0);
  if (x < 0x1p-27) return 1;
  if (x < 0x1p-13) return 1 - 0.25 * x * x;
  double z = x * x;
  double r = z * poly(z, kR);
  double s = poly(z, kS);
  if (x < 1) return 1 + z * (-0.25 + (r / s));
  double u = 0.5 * x;
  return (1 + u) * (1 - u) + z * (r / s);
}

double y0(double x) {
  constexpr double kU[] = {-7.38042951086872317523e-02, 1.76666452509181115538e-01,  -1.38185671945596898896e-02,
                           3.47453432093683650238e-04,  -3.81407053724364161125e-06, 1.95590137035022920206e-08,
                           -3.98205194132103398453e-11};
  constexpr double kV[] = {1, 1.27304834834123699328e-02, 7.60068627350353253702e-05, 2.59150851840457805467e-07,
                           4.41110311332675467403e-10};
  if (x < 0 || std::isnan(x)) return makeNaN();
  if (x == kInf) return 0;
  if (x == 0) return -kInf;
  if (x >= 2) return yLarge(x, 0);
  if (x <= 0x1p-27) return kU[0] + kTwoOverPi * log(x);
  double z = x * x;
  return poly(z, kU) / poly(z, kV) + kTwoOverPi * j0(x) * log(x);
}

double j1(double x) {
  constexpr double kR[] = {-6.25000000000000000000e-02, 1.40705666955189706048e-03, -1.59955631084035597520e-05,
                           4.96727999609584448412e-08};
  constexpr double kS[] = {1,
                           1.91537599538363460805e-02,
                           1.85946785588630915560e-04,
                           1.17718464042623683263e-06,
                           5.04636257076217042715e-09,
                           1.23542274426137913908e-11};
  if (std::isnan(x)) return x;
  if (std::isinf(x) || x == 0) return 0;
  double m = std::fabs(x);
  double y;
  if (m >= 2) {
    y = jLarge(m, 1);
  } else if (m < 0x1p-27) {
    return 0.5 * m;  // the sign is lost in Go, too
  } else {
    double z = m * m;
    double r = z * poly(z, kR) * m;
    y = 0.5 * m + r / poly(z, kS);
  }
  return x < 0 ? -y : y;
}

double y1(double x) {
  constexpr double kU[] = {-1.96057090646238940668e-01, 5.04438716639811282616e-02, -1.91256895875763547298e-03,
                           2.35252600561610495928e-05, -9.19099158039878874504e-08};
  constexpr double kV[] = {1,
                           1.99167318236649903973e-02,
                           2.02552581025135171496e-04,
                           1.35608801097516229404e-06,
                           6.22741452364621501295e-09,
                           1.66559246207992079114e-11};
  if (x < 0 || std::isnan(x)) return makeNaN();
  if (x == kInf) return 0;
  if (x == 0) return -kInf;
  if (x >= 2) return yLarge(x, 1);
  if (x <= 0x1p-54) return -kTwoOverPi / x;
  double z = x * x;
  return x * (poly(z, kU) / poly(z, kV)) + kTwoOverPi * (j1(x) * log(x) - 1 / x);
}

double jn(int64_t n, double x) {
  if (std::isnan(x)) return x;
  if (std::isinf(x)) return 0;
  if (n == 0) return j0(x);
  if (x == 0) return 0;
  if (n < 0) {
    n = -n;
    x = -x;
  }
  if (n == 1) return j1(x);
  bool negate = x < 0 && (n & 1);
  x = std::fabs(x);
  double b;
  if (static_cast<double>(n) <= x) {
    if (x >= 0x1p302) {
      double s = sin(x), c = cos(x);
      double terms[] = {c + s, -c + s, -c - s, c - s};
      b = kInvSqrtPi * terms[n & 3] / std::sqrt(x);
    } else {
      double a = j0(x);
      b = j1(x);
      for (int64_t i = 1; i < n; i++) {
        double next = b * (static_cast<double>(i + i) / x) - a;
        a = b;
        b = next;
      }
    }
  } else {
    b = x < 0x1p-29 ? jnTiny(n, x) : jnDownwards(n, x);
  }
  return negate ? -b : b;
}

double yn(int64_t n, double x) {
  if (x < 0 || std::isnan(x)) return makeNaN();
  if (x == kInf) return 0;
  if (n == 0) return y0(x);
  bool negate = n < 0 && (n & 1);
  if (x == 0) return negate ? kInf : -kInf;
  if (n < 0) n = -n;
  double b = y1(x);
  if (n > 1 && x >= 0x1p302) {
    double s = sin(x), c = cos(x);
    double terms[] = {s - c, -s - c, -s + c, s + c};
    b = kInvSqrtPi * terms[n & 3] / std::sqrt(x);
  } else if (n > 1) {
    double a = y0(x);
    for (int64_t i = 1; i < n && b != -kInf; i++) {
      double next = (static_cast<double>(i + i) / x) * b - a;
      a = b;
      b = next;
    }
  }
  return negate ? -b : b;
}

}  // namespace hood::stdlib::gomath
