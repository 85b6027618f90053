// Error and gamma functions: Go's to the last bit.
#pragma GCC optimize("fp-contract=off")

#include <bit>
#include <cmath>
#include <limits>

#include "stdlib/native/go_math.h"

namespace hood::stdlib::gomath {
namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kPi = 3.14159265358979323846264338327950288;
constexpr double kLn2 = 0.693147180559945309417232121458176568;

// --- erf
// ----------------------------------------------------------------------------------------------------

constexpr double kErx = 8.45062911510467529297e-01;  // erf(1), about

// (erf(x) - x) / x on [0, 0.84375].
double erfSmallRatio(double x) {
  constexpr double kP[] = {1.28379167095512558561e-01, -3.25042107247001499370e-01, -2.84817495755985104766e-02,
                           -5.77027029648944159157e-03, -2.37630166566501626084e-05};
  constexpr double kQ[] = {1,
                           3.97917223959155352819e-01,
                           6.50222499887672944485e-02,
                           5.08130628187576562776e-03,
                           1.32494738004321644526e-04,
                           -3.96022827877536812320e-06};
  double z = x * x;
  return poly(z, kP) / poly(z, kQ);
}

// erf(x) - kErx on [0.84375, 1.25].
double erfNearOne(double x) {
  constexpr double kP[] = {-2.36211856075265944077e-03, 4.14856118683748331666e-01,  -3.72207876035701323847e-01,
                           3.18346619901161753674e-01,  -1.10894694282396677476e-01, 3.54783043256182359371e-02,
                           -2.16637559486879084300e-03};
  constexpr double kQ[] = {1,
                           1.06420880400844228286e-01,
                           5.40397917702171048937e-01,
                           7.18286544141962662868e-02,
                           1.26171219808761642112e-01,
                           1.36370839120290507362e-02,
                           1.19844998467991074170e-02};
  double s = x - 1;
  return poly(s, kP) / poly(s, kQ);
}

// x erfc(x) from 1.25 on.
double erfcTail(double x) {
  constexpr double kR1[] = {-9.86494403484714822705e-03, -6.93858572707181764372e-01, -1.05586262253232909814e+01,
                            -6.23753324503260060396e+01, -1.62396669462573470355e+02, -1.84605092906711035994e+02,
                            -8.12874355063065934246e+01, -9.81432934416914548592e+00};
  constexpr double kS1[] = {1,
                            1.96512716674392571292e+01,
                            1.37657754143519042600e+02,
                            4.34565877475229228821e+02,
                            6.45387271733267880336e+02,
                            4.29008140027567833386e+02,
                            1.08635005541779435134e+02,
                            6.57024977031928170135e+00,
                            -6.04244152148580987438e-02};
  constexpr double kR2[] = {-9.86494292470009928597e-03, -7.99283237680523006574e-01, -1.77579549177547519889e+01,
                            -1.60636384855821916062e+02, -6.37566443368389627722e+02, -1.02509513161107724954e+03,
                            -4.83519191608651397019e+02};
  constexpr double kS2[] = {1,
                            3.03380607434824582924e+01,
                            3.25792512996573918826e+02,
                            1.53672958608443695994e+03,
                            3.19985821950859553908e+03,
                            2.55305040643316442583e+03,
                            4.74528541206955367215e+02,
                            -2.24409524465858183362e+01};
  double s = 1 / (x * x);
  bool near = x < 2.85714285714285714285714285714285714;
  double r = near ? poly(s, kR1) : poly(s, kR2);
  double q = near ? poly(s, kS1) : poly(s, kS2);
  // exp(-x²) as a product: z is x cut off, so that z² is exact.
  double z = std::bit_cast<double>(std::bit_cast<uint64_t>(x) & 0xffffffff00000000);
  return exp(-z * z - 0.5625) * exp((z - x) * (z + x) + r / q);
}

// --- erfinv
// -------------------------------------------------------------------------------------------------

double erfinvMiddle(double x) {
  constexpr double kA[] = {1.1975323115670912564578e0, 4.7072688112383978012285e1, 6.9706266534389598238465e2,
                           4.8548868893843886794648e3, 1.6235862515167575384252e4, 2.3782041382114385731252e4,
                           1.1819493347062294404278e4, 8.8709406962545514830200e2};
  constexpr double kB[] = {1,
                           4.2313330701600911252e1,
                           6.8718700749205790830e2,
                           5.3941960214247511077e3,
                           2.1213794301586595867e4,
                           3.9307895800092710610e4,
                           2.8729085735721942674e4,
                           5.2264952788528545610e3};
  double r = 0.180625 - 0.25 * x * x;
  return (x * poly(r, kA)) / poly(r, kB);
}

double erfinvTail(double x) {
  constexpr double kC[] = {1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                           3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                           2.27238449892691845833e-2, 7.74545014278341407640e-4};
  constexpr double kD[] = {1.4142135623730950488016887e0,  2.9036514445419946173133295e0,  2.3707661626024532365971225e0,
                           9.7547832001787427186894837e-1, 2.0945065210512749128288442e-1, 2.1494160384252876777097297e-2,
                           7.7441459065157709165577218e-4, 1.4859850019840355905497876e-9};
  constexpr double kE[] = {6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                           2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                           2.71155556874348757815e-5, 2.01033439929228813265e-7};
  constexpr double kF[] = {1.414213562373095048801689e0,  8.482908416595164588112026e-1, 1.936480946950659106176712e-1,
                           2.103693768272068968719679e-2, 1.112800997078859844711555e-3, 2.611088405080593625138020e-5,
                           2.010321207683943062279931e-7, 2.891024605872965461538222e-15};
  double r = std::sqrt(kLn2 - log(1.0 - x));
  if (r <= 5.0) {
    r -= 1.6;
    return poly(r, kC) / poly(r, kD);
  }
  r -= 5.0;
  return poly(r, kE) / poly(r, kF);
}

// --- gamma
// --------------------------------------------------------------------------------------------------

// Stirling's formula for x > 33 as two factors, whose product may overflow before its time.
struct Factors {
  double a, b;
};

Factors stirling(double x) {
  constexpr double kS[] = {8.33333333333482257126e-02, 3.47222221605458667310e-03, -2.68132617805781232825e-03,
                           -2.29549961613378126380e-04, 7.87311395793093628397e-04};
  if (x > 200) return {kInf, 1};
  double w = 1 / x;
  w = 1 + w * poly(w, kS);
  double a = exp(x), b = 1;
  if (x > 143.01608) {
    double v = pow(x, 0.5 * x - 0.25);
    b = v / a;
    a = v;
  } else {
    a = pow(x, x - 0.5) / a;
  }
  return {a, 2.506628274631000502417 * w * b};
}

// Γ of x < -33, no integer, by reflection.
double gammaReflected(double x) {
  double q = -x;
  double p = std::floor(q);
  bool negative = std::fmod(p, 2) == 0;
  double z = q - p;
  if (z > 0.5) z = q - (p + 1);
  z = q * sin(kPi * z);
  if (z == 0) return negative ? -kInf : kInf;
  Factors s = stirling(q);
  double absolute = std::fabs(z);
  double d = absolute * s.a * s.b;
  z = std::isinf(d) ? kPi / absolute / s.a / s.b : kPi / d;
  return negative ? -z : z;
}

double gammaNearZero(double x, double z) {
  constexpr double kEuler = 0.57721566490153286060651209008240243104215933593992;
  return x == 0 ? kInf : z / ((1 + kEuler * x) * x);
}

// --- lgamma
// -------------------------------------------------------------------------------------------------

// -sin(πx) for x > 0.
double minusSinPi(double x) {
  if (x < 0.25) return -sin(kPi * x);
  double z = std::floor(x);
  int quarter;
  if (z != x) {
    x = std::fmod(x, 2);
    quarter = static_cast<int>(x * 4);
  } else {
    // An integer: only whether it is odd matters.
    x = std::fmod(x, 2);
    quarter = x == 0 ? 0 : 4;
  }
  switch (quarter) {
    case 0: return -sin(kPi * x);
    case 1:
    case 2: return -cos(kPi * (0.5 - x));
    case 3:
    case 4: return -sin(kPi * (1 - x));
    case 5:
    case 6: return cos(kPi * (x - 1.5));
    default: return -sin(kPi * (x - 2));
  }
}

// Around the points 2, the minimum 1.46…, and 1: log Γ as a function of the distance y.
double lgammaNearTwo(double y) {
  constexpr double kEven[] = {7.72156649015328655494e-02, 6.73523010531292681824e-02, 7.38555086081402883957e-03,
                              1.19270763183362067845e-03, 2.20862790713908385557e-04, 2.52144565451257326939e-05};
  constexpr double kOdd[] = {3.22467033424113591611e-01, 2.05808084325167332806e-02, 2.89051383673415629091e-03,
                             5.10069792153511336608e-04, 1.08011567247583939954e-04, 4.48640949618915160150e-05};
  double z = y * y;
  double p = y * poly(z, kEven) + z * poly(z, kOdd);
  return p - 0.5 * y;
}

double lgammaNearMinimum(double y) {
  constexpr double kT0[] = {4.83836122723810047042e-01, -3.27885410759859649565e-02, 6.10053870246291332635e-03,
                            -1.40346469989232843813e-03, 3.15632070903625950361e-04};
  constexpr double kT1[] = {-1.47587722994593911752e-01, 1.79706750811820387126e-02, -3.68452016781138256760e-03,
                            8.81081882437654011382e-04, -3.12754168375120860518e-04};
  constexpr double kT2[] = {6.46249402391333854778e-02, -1.03142241298341437450e-02, 2.25964780900612472250e-03,
                            -5.38595305356740546715e-04, 3.35529192635519073543e-04};
  constexpr double kAtMinimum = -1.21486290535849611461e-01, kAtMinimumTail = -3.63867699703950536541e-18;
  double z = y * y;
  double w = z * y;
  double p = z * poly(w, kT0) - (kAtMinimumTail - w * (poly(w, kT1) + y * poly(w, kT2)));
  return kAtMinimum + p;
}

double lgammaNearOne(double y) {
  constexpr double kU[] = {-7.72156649015328655494e-02, 6.32827064025093366517e-01, 1.45492250137234768737e+00,
                           9.77717527963372745603e-01,  2.28963728064692451092e-01, 1.33810918536787660377e-02};
  constexpr double kV[] = {1,
                           2.45597793713041134822e+00,
                           2.12848976379893395361e+00,
                           7.69285150456672783825e-01,
                           1.04222645593369134254e-01,
                           3.21709242282423911810e-03};
  return -0.5 * y + y * poly(y, kU) / poly(y, kV);
}

// log Γ on (0, 2); below 0.9 by log Γ(x+1) - log x.
double lgammaBelowTwo(double x) {
  if (x <= 0.9) {
    double start = -log(x);
    if (x >= 0.731632144968362245) return start + lgammaNearTwo(1 - x);
    if (x >= 0.191632144968362245) return start + lgammaNearMinimum(x - 0.46163214496836224576);
    return start + lgammaNearOne(x);
  }
  if (x >= 1.731632144968362245) return 0 + lgammaNearTwo(2 - x);
  if (x >= 1.191632144968362245) return 0 + lgammaNearMinimum(x - 1.46163214496836224576e+00);
  return 0 + lgammaNearOne(x - 1);
}

// log Γ on [2, 8): from [2, 3) by log Γ(s+1) = log s + log Γ(s).
double lgammaBelowEight(double x) {
  constexpr double kR[] = {1,
                           1.39200533467621045958e+00,
                           7.21935547567138069525e-01,
                           1.71933865632803078993e-01,
                           1.86459191715652901344e-02,
                           7.77942496381893596434e-04,
                           7.32668430744625636189e-06};
  constexpr double kS[] = {-7.72156649015328655494e-02, 2.14982415960608852501e-01, 3.25778796408930981787e-01,
                           1.46350472652464452805e-01,  2.66422703033638609560e-02, 1.84028451407337715652e-03,
                           3.19475326584100867617e-05};
  int whole = static_cast<int>(x);
  double y = x - whole;
  double result = 0.5 * y + y * poly(y, kS) / poly(y, kR);
  double z = 1;
  for (int i = whole; i > 2; i--) z *= y + (i - 1);
  return whole > 2 ? result + log(z) : result;
}

double lgammaLarge(double x) {
  constexpr double kW[] = {8.33333333333329678849e-02,  -2.77777777728775536470e-03, 7.93650558643019558500e-04,
                           -5.95187557450339963135e-04, 8.36339918996282139126e-04,  -1.63092934096575273989e-03};
  if (x >= 0x1p58) return x * (log(x) - 1);
  double t = log(x);
  double z = 1 / x;
  double w = 4.18938533204672725052e-01 + z * poly(z * z, kW);
  return (x - 0.5) * (t - 1) + w;
}

}  // namespace

double erf(double x) {
  if (std::isnan(x)) return makeNaN();
  double m = x < 0 ? -x : x;  // minus zero stays
  double y;
  if (m < 0.84375) {
    constexpr double kEfx = 1.28379167095512586316e-01, kEfx8 = 1.02703333676410069053e+00;
    if (m < 2.848094538889218e-306) {
      y = 0.125 * (8.0 * m + kEfx8 * m);
    } else if (m < 0x1p-28) {
      y = m + kEfx * m;
    } else {
      y = m + m * erfSmallRatio(m);
    }
  } else if (m < 1.25) {
    y = kErx + erfNearOne(m);
  } else if (m >= 6) {
    y = 1;
  } else {
    y = 1 - erfcTail(m) / m;
  }
  return x < 0 ? -y : y;
}

double erfc(double x) {
  if (std::isnan(x)) return makeNaN();
  bool negative = x < 0;
  double m = std::fabs(x);
  if (m < 0.84375) {
    double y = m;
    if (m >= 0x1p-56) {
      double ratio = erfSmallRatio(m);
      y = m < 0.25 ? m + m * ratio : 0.5 + (m * ratio + (m - 0.5));
    }
    return negative ? 1 + y : 1 - y;
  }
  if (m < 1.25) return negative ? 1 + kErx + erfNearOne(m) : 1 - kErx - erfNearOne(m);
  if (m >= 28 || (negative && m > 6)) return negative ? 2 : 0;
  double tail = erfcTail(m);
  return negative ? 2 - tail / m : tail / m;
}

double erfinv(double x) {
  if (x == 1 || x == -1) return x * kInf;
  if (!(x > -1 && x < 1)) return makeNaN();
  double m = x < 0 ? -x : x;
  double y = m <= 0.85 ? erfinvMiddle(m) : erfinvTail(m);
  return x < 0 ? -y : y;
}

double gamma(double x) {
  constexpr double kP[] = {9.99999999999999996796e-01, 4.94214826801497100753e-01, 2.07448227648435975150e-01,
                           4.76367800457137231464e-02, 1.04213797561761569935e-02, 1.19135147006586384913e-03,
                           1.60119522476751861407e-04};
  constexpr double kQ[] = {1.00000000000000000320e+00, 7.14304917030273074085e-02, -2.34591795718243348568e-01,
                           3.58236398605498653373e-02, 1.18139785222060435552e-02, -4.45641913851797240494e-03,
                           5.39605580493303397842e-04, -2.31581873324120129819e-05};
  if (std::isnan(x) || (x < 0 && std::floor(x) == x)) return makeNaN();
  if (x == kInf) return x;
  if (x == 0) return std::copysign(kInf, x);
  if (x < -33) return gammaReflected(x);
  if (x > 33) {
    Factors s = stirling(x);
    return s.a * s.b;
  }
  double z = 1;
  while (x >= 3) {
    x = x - 1;
    z = z * x;
  }
  while (x < 2) {
    if (x < 0 ? x > -1e-09 : x < 1e-09) return gammaNearZero(x, z);
    z = z / x;
    x = x + 1;
  }
  if (x == 2) return z;
  x = x - 2;
  return z * poly(x, kP) / poly(x, kQ);
}

double lgamma(double x, int& sign) {
  sign = 1;
  if (!std::isfinite(x)) return x;
  if (x == 0) return kInf;
  bool negative = x < 0;
  x = std::fabs(x);
  if (x < 0x1p-70) {
    if (negative) sign = -1;
    return -log(x);
  }
  double reflection = 0;
  if (negative) {
    if (x >= 0x1p52) return kInf;
    double t = minusSinPi(x);
    if (t == 0) return kInf;
    reflection = log(kPi / std::fabs(t * x));
    if (t < 0) sign = -1;
  }
  if (x == 1 || x == 2) return 0;
  double y = x < 2 ? lgammaBelowTwo(x) : x < 8 ? lgammaBelowEight(x) : lgammaLarge(x);
  return negative ? reflection - y : y;
}

}  // namespace hood::stdlib::gomath
