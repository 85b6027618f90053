#include "compiler/constant/value.h"

#include <gtest/gtest.h>

#include <cmath>

namespace hood::constant {
namespace {

using ast::LitKind;
using ast::Op;

class ConstantTest : public ::testing::Test {
 protected:
  Pool p;
  ValueRef num(const char* s) { return p.fromLiteral(s, LitKind::Int); }
  ValueRef flt(const char* s) { return p.fromLiteral(s, LitKind::Float); }
  ValueRef img(const char* s) { return p.fromLiteral(s, LitKind::Imag); }
  ValueRef str(const char* s) { return p.fromLiteral(s, LitKind::String); }
  ValueRef op(ValueRef x, Op o, ValueRef y) { return p.binary(x, o, y, false); }
  std::string show(ValueRef v) { return toString(v); }
};

TEST_F(ConstantTest, IntegerLiterals) {
  EXPECT_EQ(show(num("0")), "0");
  EXPECT_EQ(show(num("1_000_000")), "1000000");
  EXPECT_EQ(show(num("0x_ff")), "255");
  EXPECT_EQ(show(num("0b101")), "5");
  EXPECT_EQ(show(num("0o17")), "15");
  EXPECT_EQ(show(num("017")), "15");
  EXPECT_EQ(show(num("0xffffffffffffffff")), "18446744073709551615");
  EXPECT_EQ(kindOf(num("08")), Kind::Unknown);
  int64_t i;
  uint64_t u;
  EXPECT_TRUE(int64Val(num("9223372036854775807"), &i));
  EXPECT_EQ(i, INT64_MAX);
  EXPECT_FALSE(int64Val(num("9223372036854775808"), &i));
  EXPECT_TRUE(uint64Val(num("18446744073709551615"), &u));
  EXPECT_EQ(u, UINT64_MAX);
  EXPECT_FALSE(uint64Val(num("18446744073709551616"), &u));
}

TEST_F(ConstantTest, IntegerArithmeticHasNoBounds) {
  ValueRef big = p.shift(num("1"), Op::Shl, 100);
  EXPECT_EQ(show(big), "1267650600228229401496703205376");
  EXPECT_EQ(bitLen(big), 101);
  EXPECT_EQ(show(p.shift(big, Op::Shr, 98)), "4");
  EXPECT_EQ(show(op(num("9223372036854775807"), Op::Add, num("1"))), "9223372036854775808");
  EXPECT_EQ(show(p.unary(Op::Sub, num("9223372036854775808"), 0)), "-9223372036854775808");
  EXPECT_EQ(show(p.binary(num("7"), Op::Quo, p.makeInt64(-2), true)), "-3");
  EXPECT_EQ(show(op(p.makeInt64(-7), Op::Rem, num("2"))), "-1");
  EXPECT_EQ(show(p.shift(p.makeInt64(-5), Op::Shr, 1)), "-3");
  EXPECT_EQ(show(p.shift(p.makeInt64(-1), Op::Shr, 100)), "-1");
}

TEST_F(ConstantTest, BitOperationsAreTwosComplement) {
  EXPECT_EQ(show(op(p.makeInt64(-1), Op::And, p.shift(num("1"), Op::Shl, 80))), "1208925819614629174706176");
  EXPECT_EQ(show(op(p.makeInt64(-8), Op::Or, num("3"))), "-5");
  EXPECT_EQ(show(op(p.makeInt64(-1), Op::Xor, num("0xffffffffffffffffff"))), "-4722366482869645213696");
  EXPECT_EQ(show(op(num("0xff"), Op::AndNot, num("0x0f"))), "240");
  EXPECT_EQ(show(p.unary(Op::Xor, num("0"), 0)), "-1");
  EXPECT_EQ(show(p.unary(Op::Xor, num("1"), 8)), "254");
  EXPECT_EQ(show(p.unary(Op::Xor, num("0"), 64)), "18446744073709551615");
}

TEST_F(ConstantTest, FloatsAreExactWhileSmall) {
  ValueRef third = op(flt("1.0"), Op::Quo, flt("3.0"));
  EXPECT_TRUE(compare(op(third, Op::Mul, num("3")), Op::Eql, num("1")));
  EXPECT_EQ(exactString(third), "1/3");
  EXPECT_TRUE(compare(op(flt("0.1"), Op::Add, flt("0.2")), Op::Eql, flt("0.3")));
  EXPECT_EQ(show(p.toInt(op(flt("2.5"), Op::Mul, num("4")))), "10");
  EXPECT_EQ(kindOf(p.toInt(flt("2.5"))), Kind::Unknown);
  EXPECT_EQ(show(p.toInt(flt("1e100"))), "1" + std::string(100, '0'));
  EXPECT_EQ(show(op(num("1"), Op::Quo, num("4"))), "0.25");
}

TEST_F(ConstantTest, FloatsBeyondTheRationalRange) {
  ValueRef huge = flt("1e3000");
  EXPECT_EQ(show(huge), "1e+3000");
  EXPECT_EQ(show(flt("1e-3000")), "1e-3000");
  EXPECT_TRUE(compare(op(op(huge, Op::Mul, huge), Op::Quo, huge), Op::Geq, flt("9.99999e2999")));
  EXPECT_EQ(kindOf(p.roundFloat64(huge)), Kind::Unknown);
  EXPECT_EQ(sign(p.roundFloat64(flt("1e-3000"))), 0);
  EXPECT_EQ(show(flt("1e100000")), "1e+100000");
  EXPECT_EQ(show(p.unary(Op::Sub, flt("1.5e400"), 0)), "-1.5e+400");
  EXPECT_EQ(show(flt("7.55283e-378")), "0.755283e-377");  // go/constant's oddity
  EXPECT_EQ(show(flt("1e646456992")), "1e+646456992");
  EXPECT_EQ(kindOf(flt("1e+1000000000")), Kind::Unknown);
  EXPECT_EQ(kindOf(flt("6e5518446744")), Kind::Unknown);
  EXPECT_EQ(sign(flt("1e-1000000000")), 0);
  ValueRef tiny = flt("1e-600000000");
  EXPECT_EQ(sign(tiny), 1);
  EXPECT_EQ(sign(op(tiny, Op::Mul, tiny)), 0);
}

TEST_F(ConstantTest, FloatLiterals) {
  EXPECT_EQ(float64Val(flt("0x1p-2")), 0.25);
  EXPECT_EQ(float64Val(flt("0x.8p1")), 1.0);
  EXPECT_EQ(float64Val(flt("1_0.2_5")), 10.25);
  EXPECT_EQ(float64Val(flt(".5")), 0.5);
  EXPECT_EQ(float64Val(flt("3.14159265358979323846264338327950288419716939937510582097494459")), M_PI);
}

TEST_F(ConstantTest, RoundingIsToNearestEven) {
  EXPECT_EQ(float64Val(num("9007199254740993")), 9007199254740992.0);
  EXPECT_EQ(float64Val(num("9007199254740995")), 9007199254740996.0);
  // Just above the middle between 1 and the next float64, by far less than 512 bits tell.
  std::string above = "1.00000000000000011102230246251565404236316680908203125" + std::string(300, '0') + "1";
  EXPECT_EQ(float64Val(flt(above.c_str())), 1.0000000000000002);
  EXPECT_EQ(float64Val(flt("1.00000000000000011102230246251565404236316680908203125")), 1.0);
  EXPECT_EQ(float32Val(flt("16777217.0")), 16777216.0f);
  EXPECT_EQ(float64Val(flt("5e-324")), 5e-324);
  EXPECT_EQ(float64Val(flt("2.4703282292062327208299493492e-324")), 0.0);
  EXPECT_EQ(float32Val(flt("1e-45")), 1e-45f);
  EXPECT_EQ(float64Val(flt("1.7976931348623157e308")), 1.7976931348623157e308);
  EXPECT_TRUE(std::isinf(float64Val(flt("1.797693134862315808e308"))));
  EXPECT_EQ(kindOf(p.roundFloat32(flt("3.4028236e38"))), Kind::Unknown);
  EXPECT_EQ(float64Val(p.roundFloat32(flt("0.1"))), 0.100000001490116119384765625);
  EXPECT_FALSE(std::signbit(float64Val(p.unary(Op::Sub, flt("0.0"), 0))));
}

TEST_F(ConstantTest, Complex) {
  ValueRef i = img("1i");
  EXPECT_EQ(show(op(i, Op::Mul, i)), "(-1 + 0i)");
  EXPECT_EQ(show(p.toInt(op(i, Op::Mul, i))), "-1");
  EXPECT_EQ(show(op(num("1"), Op::Add, img("2.5i"))), "(1 + 2.5i)");
  EXPECT_EQ(show(op(op(num("3"), Op::Add, img("4i")), Op::Quo, op(num("1"), Op::Add, img("2i")))), "(2.2 + -0.4i)");
  EXPECT_EQ(show(p.imag(img("0123i"))), "123");
  EXPECT_EQ(show(p.imag(img("0x10i"))), "16");
  EXPECT_TRUE(compare(op(i, Op::Mul, i), Op::Eql, p.makeInt64(-1)));
  EXPECT_FALSE(compare(i, Op::Eql, num("0")));
  EXPECT_EQ(kindOf(p.toFloat(i)), Kind::Unknown);
}

TEST_F(ConstantTest, StringsAndRunes) {
  EXPECT_EQ(stringVal(str("\"a\\tb\\x41\\101\\u00e9\\U0001F600\"")), "a\tbAA\xc3\xa9\xf0\x9f\x98\x80");
  EXPECT_EQ(stringVal(str("`raw\\n\r`")), "raw\\n");
  EXPECT_EQ(show(op(str("\"x\""), Op::Add, str("\"y\""))), "\"xy\"");
  EXPECT_TRUE(compare(str("\"a\""), Op::Lss, str("\"b\"")));
  EXPECT_EQ(show(p.fromLiteral("'\\''", LitKind::Char)), "39");
  EXPECT_EQ(show(p.fromLiteral("'\xe4\xb8\x96'", LitKind::Char)), "19990");
  EXPECT_EQ(show(p.fromLiteral("'\\xff'", LitKind::Char)), "255");
}

TEST_F(ConstantTest, MessagesShortenAndEscape) {
  EXPECT_EQ(show(p.makeString("a\"b\n\x01\xff\xc2\x85")), R"("a\"b\n\x01\xff\u0085")");
  EXPECT_EQ(show(p.makeString(std::string(70, 'x'))), "\"" + std::string(70, 'x') + "\"");
  EXPECT_EQ(show(p.makeString(std::string(71, 'x'))), "\"" + std::string(68, 'x') + "...");
  std::string wide, shown;
  for (int k = 0; k < 100; k++) wide += "\xc3\xa9";
  for (int k = 0; k < 68; k++) shown += "\xc3\xa9";
  EXPECT_EQ(show(p.makeString(wide)), "\"" + shown + "...");
  EXPECT_EQ(show(flt("1234567.5")), "1.23457e+06");
  EXPECT_EQ(show(flt("1000000.5")), "1.0000005e+06");  // six digits would look like an integer
  EXPECT_EQ(show(flt("0.000001")), "1e-06");
  EXPECT_EQ(show(flt("3.14159265358979")), "3.14159");
  EXPECT_EQ(show(flt("100000000.0")), "1e+08");
}

TEST_F(ConstantTest, UnknownIsContagious) {
  EXPECT_EQ(kindOf(op(p.unknown(), Op::Add, num("1"))), Kind::Unknown);
  EXPECT_EQ(kindOf(op(flt("1.0"), Op::Quo, flt("0.0"))), Kind::Unknown);
  EXPECT_FALSE(compare(p.unknown(), Op::Eql, p.unknown()));
}

}  // namespace
}  // namespace hood::constant
