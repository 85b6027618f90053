// Numbers and quoted strings as text. The expected texts are what Go prints.
#include "stdlib/native/number_text.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <random>

namespace hood::stdlib {
namespace {

struct FormatCase {
  uint64_t bits;
  char format;
  int precision, bitSize;
  const char* text;
};

constexpr FormatCase kFormatCases[] = {
    {0x0, 'e', -1, 64, "0e+00"},
    {0x0, 'g', -1, 32, "0"},
    {0x8000000000000000, 'f', -1, 64, "-0"},
    {0x8000000000000000, 'g', -1, 32, "-0"},
    {0x3ff0000000000000, 'g', -1, 64, "1"},
    {0x3ff0000000000000, 'g', -1, 32, "1"},
    {0xbff8000000000000, 'b', 10, 64, "-6755399441055744p-52"},
    {0xbff8000000000000, 'g', -1, 32, "-1.5"},
    {0x4059000000000000, 'x', 3, 64, "0x1.900p+06"},
    {0x4059000000000000, 'g', -1, 32, "100"},
    {0x419d6f3454000000, 'G', 0, 64, "1E+08"},
    {0x419d6f3454000000, 'g', -1, 32, "1.2345679e+08"},
    {0x444b1ae4d6e2ef50, 'E', 0, 64, "1E+21"},
    {0x444b1ae4d6e2ef50, 'g', -1, 32, "1e+21"},
    {0x3e7ad7f29abcaf48, 'X', -1, 64, "0X1.AD7F29ABCAF48P-24"},
    {0x3e7ad7f29abcaf48, 'g', -1, 32, "1e-07"},
    {0x1, 'e', 10, 64, "4.9406564584e-324"},
    {0x1, 'g', -1, 32, "0"},
    {0x7fefffffffffffff, 'g', -1, 32, "+Inf"},
    {0x3fb999999999999a, 'g', -1, 64, "0.1"},
    {0x3fb999999999999a, 'g', -1, 32, "0.1"},
    {0x4004000000000000, 'b', 0, 64, "5629499534213120p-51"},
    {0x4004000000000000, 'g', -1, 32, "2.5"},
    {0x400921fb54442d11, 'x', -1, 64, "0x1.921fb54442d11p+01"},
    {0x400921fb54442d11, 'g', -1, 32, "3.1415927"},
    {0x4340000000000000, 'G', 0, 64, "9E+15"},
    {0x4340000000000000, 'g', -1, 32, "9.007199e+15"},
    {0x44b52d02c7e14af6, 'E', 10, 64, "1.0000000000E+23"},
    {0x44b52d02c7e14af6, 'g', -1, 32, "1e+23"},
    {0x4340000000000000, 'X', -1, 64, "0X1P+53"},
    {0x4340000000000000, 'g', -1, 32, "9.007199e+15"},
    {0x40e08ea000000000, 'e', 3, 64, "3.391e+04"},
    {0x40e08ea000000000, 'g', -1, 32, "33909"},
    {0x4008000000000000, 'f', -1, 64, "3"},
    {0x4008000000000000, 'g', -1, 32, "3"},
};

TEST(FormatFloat, AsGo) {
  for (const FormatCase& c : kFormatCases) {
    EXPECT_EQ(formatFloat(std::bit_cast<double>(c.bits), c.format, c.precision, c.bitSize), c.text);
  }
  EXPECT_EQ(formatFloat(NAN, 'g', -1, 64), "NaN");
  EXPECT_EQ(formatFloat(-INFINITY, 'e', 3, 64), "-Inf");
  EXPECT_EQ(formatFloat(-1, '?', 3, 64), "%?");
  EXPECT_EQ(formatFloat(1, 'f', 2000, 64), "1." + std::string(2000, '0'));
}

TEST(ParseFloat, ShortestTextComesBack) {
  std::mt19937_64 random(1);
  for (int i = 0; i < 20000; i++) {
    double v = std::bit_cast<double>(random());
    if (!std::isfinite(v)) continue;
    for (char format : {'e', 'x', 'g'}) {
      std::string text = formatFloat(v, format, -1, 64);
      ParsedFloat p = parseFloatPrefix(text, 64);
      ASSERT_EQ(p.status, ParseStatus::Ok) << text;
      ASSERT_EQ(std::bit_cast<uint64_t>(p.value), std::bit_cast<uint64_t>(v)) << text;
    }
  }
}

TEST(ParseFloat, Syntax) {
  auto status = [](const char* text) { return parseFloatPrefix(text, 64).status; };
  for (const char* good : {"1", "+1.", ".5e-3", "1_000.5", "0x1p-2", "0x_1.8p3", "inf", "-Infinity", "nAn"}) {
    ParsedFloat p = parseFloatPrefix(good, 64);
    EXPECT_EQ(p.status, ParseStatus::Ok) << good;
    EXPECT_EQ(p.consumed, static_cast<int64_t>(std::string_view(good).size())) << good;
  }
  for (const char* bad : {"", ".", "e5", "1e", "1__0", "_1", "1_", "0x1", "0xp1", "+nan", "-_1"}) {
    EXPECT_EQ(status(bad), ParseStatus::Syntax) << bad;
  }
  EXPECT_EQ(parseFloatPrefix("1.5xyz", 64).consumed, 3);
}

TEST(ParseFloat, Range) {
  EXPECT_EQ(parseFloatPrefix("1e309", 64).status, ParseStatus::Range);
  EXPECT_EQ(parseFloatPrefix("-1e309", 64).value, -INFINITY);
  EXPECT_EQ(parseFloatPrefix("3.5e38", 32).status, ParseStatus::Range);
  EXPECT_EQ(parseFloatPrefix("0x1p1024", 64).status, ParseStatus::Range);
  for (const char* tiny : {"1e-400", "0.00000001e-320", "0x1p-1100", "0e999999999999999999999"}) {
    EXPECT_EQ(parseFloatPrefix(tiny, 64).status, ParseStatus::Ok) << tiny;
    EXPECT_EQ(parseFloatPrefix(tiny, 64).value, 0) << tiny;
  }
  EXPECT_EQ(parseFloatPrefix("0x1.fffffffffffff8p0", 64).value, 2);  // a tie, to even
  EXPECT_EQ(parseFloatPrefix("0x1p-1074", 64).value, 5e-324);
}

TEST(ParseInt, BasesAndLimits) {
  EXPECT_EQ(parseUnsigned("ff", 16, 64).value, 255u);
  EXPECT_EQ(parseUnsigned("0b1_01", 0, 64).value, 5u);
  EXPECT_EQ(parseUnsigned("0o17", 0, 64).value, 15u);
  EXPECT_EQ(parseUnsigned("017", 0, 64).value, 15u);
  EXPECT_EQ(parseUnsigned("1_0", 10, 64).status, ParseStatus::Syntax);
  EXPECT_EQ(parseUnsigned("18446744073709551615", 10, 64).value, ~uint64_t{0});
  EXPECT_EQ(parseUnsigned("18446744073709551616", 10, 64).status, ParseStatus::Range);
  EXPECT_EQ(parseUnsigned("256", 10, 8).value, 255u);
  EXPECT_EQ(parseUnsigned("1", 37, 64).status, ParseStatus::BadBase);
  EXPECT_EQ(parseUnsigned("1", 10, 65).status, ParseStatus::BadBitSize);
  EXPECT_EQ(static_cast<int64_t>(parseSigned("-128", 10, 8).value), -128);
  EXPECT_EQ(parseSigned("-129", 10, 8).status, ParseStatus::Range);
  EXPECT_EQ(static_cast<int64_t>(parseSigned("-9223372036854775808", 10, 64).value), INT64_MIN);
  EXPECT_EQ(parseSigned("-", 10, 64).status, ParseStatus::Syntax);
}

TEST(FormatInteger, Bases) {
  EXPECT_EQ(formatInteger(255, true, 16), "-ff");
  EXPECT_EQ(formatInteger(~uint64_t{0}, false, 2), std::string(64, '1'));
  EXPECT_EQ(formatInteger(35, false, 36), "z");
}

TEST(Quote, Modes) {
  EXPECT_EQ(quoteString("a\n\"\x7f\xff\u00e9\u2028", '"', QuoteMode::Print), "\"a\\n\\\"\\x7f\\xff\u00e9\\u2028\"");
  EXPECT_EQ(quoteString("\u00e9\U0001F600", '"', QuoteMode::Ascii), "\"\\u00e9\\U0001f600\"");
  EXPECT_EQ(quoteString("\u3000", '"', QuoteMode::Print), "\"\\u3000\"");
  EXPECT_EQ(quoteString("\u3000", '"', QuoteMode::Graphic), "\"\u3000\"");
  EXPECT_EQ(quoteRune('\'', QuoteMode::Print), "'\\''");
  EXPECT_EQ(quoteRune(0x110000, QuoteMode::Ascii), "'\\ufffd'");
}

}  // namespace
}  // namespace hood::stdlib
