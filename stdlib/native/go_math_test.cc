// The last bit of math functions. The expected bits are Go's, on amd64.
#include "stdlib/native/go_math.h"

#include <gtest/gtest.h>

#include <array>
#include <bit>
#include <cmath>

#include "stdlib/native/rand_state.h"

namespace hood::stdlib {
namespace {

struct MathCase {
  const char* name;
  double (*function)(double);
  uint64_t argument, result;
};

constexpr MathCase kMathCases[] = {
    {"exp", gomath::exp, 0x3fd5af8f61cce080, 0x3ff673fee809a79c},
    {"exp", gomath::exp, 0x3fec1cc759c98a83, 0x4003422fa395baf1},
    {"exp", gomath::exp, 0x3ffcb1cf565f5c9a, 0x40180a272f7e1a4a},
    {"exp", gomath::exp, 0x40164fa697d609e7, 0x407087c1e9334a2b},
    {"exp", gomath::exp, 0x4044af0bbdca9090, 0x43a9a5ca9af34bcc},
    {"exp2", gomath::exp2, 0x3fd5879c3a9893f8, 0x3ff433a009cc2d0b},
    {"exp2", gomath::exp2, 0x3fead56f72619787, 0x3ffc9cb3691d859f},
    {"exp2", gomath::exp2, 0x3ffc23ea647b00f7, 0x400b129e6a62247b},
    {"exp2", gomath::exp2, 0x40160a37a6fde0d1, 0x4046c8d201aaa96c},
    {"exp2", gomath::exp2, 0x4044a44a183a27b1, 0x42837976019cdb90},
    {"expm1", gomath::expm1, 0x3fd7ec9b127a7999, 0x3fdd0260a827ac23},
    {"expm1", gomath::expm1, 0x3feb73b27e55d821, 0x3ff5baf112656e1e},
    {"expm1", gomath::expm1, 0x3ffc5538c79dc67e, 0x4013809a152e5ace},
    {"expm1", gomath::expm1, 0x401649043ed13e72, 0x40705c6e0c038f79},
    {"expm1", gomath::expm1, 0x4044a361e4264f7c, 0x43a769f5846adebc},
    {"log", gomath::log, 0x3fd97f28fffe9dea, 0xbfed735ecdd49d5c},
    {"log", gomath::log, 0x3fecfa987809529f, 0xbfb963180d65ee6f},
    {"log", gomath::log, 0x3ffc4121dc2bf756, 0x3fe232792772ec76},
    {"log", gomath::log, 0x401677a8aa44feb7, 0x3ffb9cc2df3a79ba},
    {"log", gomath::log, 0x4044ac8dbd071258, 0x400dc6b581084925},
    {"log1p", gomath::log1p, 0x3fd61e6211e153b1, 0x3fd2ff7b12151f6e},
    {"log1p", gomath::log1p, 0x3fea1d209a3ec4df, 0x3fe317e528781f4e},
    {"log1p", gomath::log1p, 0x3ffb85ae532fe1c7, 0x3ff002cb5e7f8f6c},
    {"log1p", gomath::log1p, 0x40160762d3b43a1b, 0x3ffdf771c7b7a377},
    {"log1p", gomath::log1p, 0x4044a1219df43dac, 0x400df35481636c3e},
    {"log2", gomath::log2, 0x3fd82f4f80af679f, 0xbff676aa2da219e4},
    {"log2", gomath::log2, 0x3fecd77482ac0508, 0xbfc33090f8f9834d},
    {"log2", gomath::log2, 0x3ffb68dd1802633c, 0x3fe8d9fe7fefd17f},
    {"log2", gomath::log2, 0x401634ef0f5195ab, 0x4003c88e64519846},
    {"log2", gomath::log2, 0x4044a4fe61dd7e08, 0x40157882afddd541},
    {"log10", gomath::log10, 0x3fd796c07e3ac4da, 0xbfdbbe047d8a07b7},
    {"log10", gomath::log10, 0x3fe99b6af1fbd1b2, 0xbfb8c7338843df1b},
    {"log10", gomath::log10, 0x3ffce342124556c2, 0x3fd06c06abb9b021},
    {"log10", gomath::log10, 0x401601ec0e688c00, 0x3fe7b243dfdbc7d4},
    {"log10", gomath::log10, 0x4044ad77b646c6f9, 0x3ff9dd4eddf84b28},
    {"cbrt", gomath::cbrt, 0x3fd57aa589dc0770, 0x3fe63cec08d2e875},
    {"cbrt", gomath::cbrt, 0x3febfa87e2f6d44e, 0x3fee995f71195288},
    {"cbrt", gomath::cbrt, 0x3ffc5258c3a26e0c, 0x3ff35acd13fb8a40},
    {"cbrt", gomath::cbrt, 0x40167c2a348c1f5f, 0x3ffc72e6807479e3},
    {"cbrt", gomath::cbrt, 0x4044ada55d2246d5, 0x400baa5d402657be},
    {"sinh", gomath::sinh, 0x3fda55019c9b9f34, 0x3fdb14cf7ffaba6d},
    {"sinh", gomath::sinh, 0x3fea5cbbabb488b0, 0x3fed726e47b3e7e0},
    {"sinh", gomath::sinh, 0x3ffca3e4beecd7a3, 0x40074a5083f1736a},
    {"sinh", gomath::sinh, 0x401650700bd4244d, 0x40608af346b8adc4},
    {"sinh", gomath::sinh, 0x4044a55b9c310921, 0x4397c72ee94f3084},
    {"cosh", gomath::cosh, 0x3fd7d2e9bc0cc9e6, 0x3ff11f14af13fac5},
    {"cosh", gomath::cosh, 0x3fe9ca448e68d450, 0x3ff57bd7676dd047},
    {"cosh", gomath::cosh, 0x3ffc2b4c2e39411d, 0x4007f368344f7916},
    {"cosh", gomath::cosh, 0x401657fec73eb12c, 0x4060aa714929a8d9},
    {"cosh", gomath::cosh, 0x4044a0d44b42015a, 0x4396f396374b2009},
    {"tanh", gomath::tanh, 0x3fd6a9155f8ec006, 0x3fd5c23bed6c323d},
    {"tanh", gomath::tanh, 0x3fea2a0ed04ce5eb, 0x3fe58f9b325d2168},
    {"tanh", gomath::tanh, 0x3ffc856379716ab0, 0x3fee3d3299c0f59f},
    {"tanh", gomath::tanh, 0x40167c02e8ce550e, 0x3fefffc9047a1c33},
    {"tanh", gomath::tanh, 0x4044acf1b6814bc1, 0x3ff0000000000000},
    {"asinh", gomath::asinh, 0x3fd7bbed611da199, 0x3fd738a24d82350c},
    {"asinh", gomath::asinh, 0x3feca96c87561593, 0x3fe9c7ea35133e26},
    {"asinh", gomath::asinh, 0x3ffb869f2cbeb221, 0x3ff4fa45097e7fa5},
    {"asinh", gomath::asinh, 0x4016645ec08e5594, 0x400363365a688a08},
    {"asinh", gomath::asinh, 0x4044abac78ffab07, 0x4011a91de02a974d},
    {"acosh", gomath::acosh, 0x3ffce51c3dac5f0a, 0x3ff3265de4f54fdd},
    {"acosh", gomath::acosh, 0x4016640677284bfe, 0x400342676a05c8d5},
    {"acosh", gomath::acosh, 0x4044aa3f5e2eb5b8, 0x4011a88a80a7f18d},
    {"atanh", gomath::atanh, 0x3fd4bc20aff399a5, 0x3fd58280571d1be6},
    {"atanh", gomath::atanh, 0x3feaee961c72b0cb, 0x3ff3a0a19e60228c},
    {"sin", gomath::sin, 0x3fd4851a6d1a041c, 0x3fd42b8fd0759a08},
    {"sin", gomath::sin, 0x3febb0c498549368, 0x3fe85ca2b5188119},
    {"sin", gomath::sin, 0x3ffc5cec7752ed59, 0x3fef599d69a7fe1f},
    {"sin", gomath::sin, 0x401606807d31e3ee, 0xbfe66ecef508aaaa},
    {"sin", gomath::sin, 0x4044aeb0ee8b266e, 0xbfe00357c6bc342c},
    {"cos", gomath::cos, 0x3fd6818c6ce0078e, 0x3fee0aad15d615c1},
    {"cos", gomath::cos, 0x3fea10d297fbfd18, 0x3fe5f54b7d3d650b},
    {"cos", gomath::cos, 0x3ffbff0593f33222, 0xbfc6c910f38ddd4c},
    {"cos", gomath::cos, 0x4016634ad370978e, 0x3fe8c1b64b507a19},
    {"cos", gomath::cos, 0x4044a6e9fa5d985d, 0xbfeca0616a381b61},
    {"tan", gomath::tan, 0x3fd74248a4107868, 0x3fd8570d1114c031},
    {"tan", gomath::tan, 0x3feb6e7717a74f05, 0x3ff27b351cf04c66},
    {"tan", gomath::tan, 0x3ffcb02284e820c1, 0xc011b440cafffd0c},
    {"tan", gomath::tan, 0x4016417e5f9b5752, 0xbfec05bd49babc70},
    {"tan", gomath::tan, 0x4044aefb8678c69e, 0x3fe297b68a8a1518},
    {"asin", gomath::asin, 0x3fd4c9fb6d39da79, 0x3fd52c510eabf7fe},
    {"asin", gomath::asin, 0x3fea86e3ee666885, 0x3fef45af9eb67d8a},
    {"acos", gomath::acos, 0x3fd973914ef4ad94, 0x3ff296c6f7f9d946},
    {"acos", gomath::acos, 0x3fec9b54ce16641a, 0x3fddbd739c773d34},
    {"atan", gomath::atan, 0x3fd8130840a8c02e, 0x3fd706c730692e43},
    {"atan", gomath::atan, 0x3fea60a8e4f678e9, 0x3fe60f6cdcb6d37f},
    {"atan", gomath::atan, 0x3ffba2d38d615677, 0x3ff0bc65c32936cc},
    {"atan", gomath::atan, 0x40164b5a7359f6d2, 0x3ff64ad2de65ba51},
    {"atan", gomath::atan, 0x4044a5c88616fa01, 0x3ff8bed01447bacc},
    {"erf", gomath::erf, 0x3fd6b3b91a1addf5, 0x3fd894dba46582dc},
    {"erf", gomath::erf, 0x3fe9c7f854608f44, 0x3fe7dac179d8fc15},
    {"erf", gomath::erf, 0x3ffcc1b0b60d4d71, 0x3fefa5a485cec22d},
    {"erf", gomath::erf, 0x40161d47712180dd, 0x3fefffffffffffd0},
    {"erf", gomath::erf, 0x4044a132cbf90a10, 0x3ff0000000000000},
    {"erfc", gomath::erfc, 0x3fd5fa19756b7ca4, 0x3fe41248b5be2e63},
    {"erfc", gomath::erfc, 0x3fea418c820abd3b, 0x3fcf79aa8677cae4},
    {"erfc", gomath::erfc, 0x3ffc6c2632655778, 0x3f88923662221b62},
    {"erfc", gomath::erfc, 0x40164785cf224e76, 0x3cee373fa1eb6c2c},
    {"erfc", gomath::erfc, 0x4044a8b60831dcb9, 0x0},
    {"erfinv", gomath::erfinv, 0x3fd79040ebb2a7ce, 0x3fd5af40d39124a7},
    {"erfinv", gomath::erfinv, 0x3feaa5e960de54bd, 0x3fef4034dcf196d4},
    {"gamma", gomath::gamma, 0x3fd68b515b8f42e1, 0x40043bd655aac302},
    {"gamma", gomath::gamma, 0x3feca42674cc9044, 0x3ff129a29119c13b},
    {"gamma", gomath::gamma, 0x3ffbb88c0d064102, 0x3fed49671b4a5058},
    {"gamma", gomath::gamma, 0x40163b9e888bc989, 0x404cc139dc757416},
    {"gamma", gomath::gamma, 0x4044ac18882a054a, 0x4a000213aad0b21f},
    {"j0", gomath::j0, 0x3fd5ddd92273270e, 0x3fef12aa26991bec},
    {"j0", gomath::j0, 0x3fec6bde4dc30607, 0x3fe9fe61134c19f8},
    {"j0", gomath::j0, 0x3ffc9133b74a2c4f, 0x3fd64ceefa05efcc},
    {"j0", gomath::j0, 0x40161394afe3a7b8, 0xbf35534783bea711},
    {"j0", gomath::j0, 0x4044adef70351465, 0xbfbe9b6ee6b8e3a7},
    {"j1", gomath::j1, 0x3fd33ba50a2e66af, 0x3fc304459e0c1dc6},
    {"j1", gomath::j1, 0x3fec9fc37984b601, 0x3fd9dae513bee49a},
    {"j1", gomath::j1, 0x3ffbf2ca96d462fb, 0x3fe28fa187d82bae},
    {"j1", gomath::j1, 0x401679c4ece0eedc, 0xbfd549f298ef9629},
    {"j1", gomath::j1, 0x4044ae8d281afb62, 0x3f9fd88cd07d0584},
    {"y0", gomath::y0, 0x3fd37fa10484bb64, 0xbfe97e288a55c6af},
    {"y0", gomath::y0, 0x3fed3416d8d21b0e, 0x3f90f51cd9569702},
    {"y0", gomath::y0, 0x3ffcb97c9adea5ee, 0x3fde7cda50413292},
    {"y0", gomath::y0, 0x401646e3ad7d2405, 0xbfd592066145253c},
    {"y0", gomath::y0, 0x4044a4d2e05028e8, 0x3fa549af77f1ef46},
    {"y1", gomath::y1, 0x3fd382d8d604bad6, 0xc002154fb3046be9},
    {"y1", gomath::y1, 0x3feb6b465f0e1b86, 0xbfed540da59fd1d6},
    {"y1", gomath::y1, 0x3ffd136cf58dcb9e, 0xbfcb4df81d668ef1},
    {"y1", gomath::y1, 0x40165f0dda3fa113, 0xbfabe3600390a4c0},
    {"y1", gomath::y1, 0x4044a3077b92029a, 0x3fbdf0ff4dc5e998},
};

uint64_t bitsOf(double x) { return std::bit_cast<uint64_t>(x); }

TEST(GoMath, LastBits) {
  for (const MathCase& c : kMathCases) {
    double x = std::bit_cast<double>(c.argument);
    EXPECT_EQ(bitsOf(c.function(x)), c.result) << c.name << " of " << x;
  }
}

TEST(GoMath, HugeAngles) {
  EXPECT_EQ(bitsOf(gomath::sin(1e9)), 0x3fe1778cae83c69au);
  EXPECT_EQ(bitsOf(gomath::cos(1e9)), 0x3feacff8c7364234u);
  EXPECT_EQ(bitsOf(gomath::sin(1e22)), 0xbfeb453ab76bf398u);
  EXPECT_EQ(bitsOf(gomath::cos(1.7e300)), 0x3fd041d0d08a96b3u);
}

TEST(GoMath, TwoArguments) {
  EXPECT_EQ(bitsOf(gomath::pow(1.1, 2.3)), 0x3ff3ebeacc9c5ae4u);
  EXPECT_EQ(bitsOf(gomath::pow(10, -5)), 0x3ee4f8b588e368f1u);
  EXPECT_EQ(bitsOf(gomath::hypot(3.3, 4.4)), 0x4016000000000000u);
}

TEST(GoMath, SpecialCases) {
  EXPECT_EQ(gomath::pow(-0.0, -3), -INFINITY);
  EXPECT_EQ(gomath::pow(-1, INFINITY), 1);
  EXPECT_TRUE(std::isnan(gomath::pow(-8, 1.0 / 3)));
  EXPECT_EQ(gomath::exp(-INFINITY), 0);
  EXPECT_EQ(gomath::exp(710), INFINITY);
  EXPECT_EQ(gomath::log(0), -INFINITY);
  EXPECT_EQ(bitsOf(gomath::log(-1)), bitsOf(gomath::makeNaN()));
  EXPECT_EQ(bitsOf(gomath::max(-0.0, 0.0)), bitsOf(0.0));
  EXPECT_EQ(bitsOf(gomath::min(0.0, -0.0)), bitsOf(-0.0));
  EXPECT_TRUE(std::isnan(gomath::max(NAN, 1)));
  EXPECT_EQ(gomath::max(NAN, INFINITY), INFINITY);
  EXPECT_EQ(bitsOf(gomath::remainder(2.406659017826126e-280, 5e-324)), bitsOf(0.0));
  EXPECT_EQ(gomath::pow10(-324), 0);
  EXPECT_EQ(gomath::pow10(308), 1e308);
}

TEST(RandState, FirstNumbersOfSeed42) {
  std::array<uint64_t, 607> state;
  seedRandState(state, 42);
  // Number n is the sum of two elements of the state; both go down from these.
  EXPECT_EQ(state[333] + state[606], 12663951391086054483u);
  EXPECT_EQ(state[332] + state[605], 9832119173398632219u);
  EXPECT_EQ(state[331] + state[604], 5571782338101878760u);
}

}  // namespace
}  // namespace hood::stdlib
