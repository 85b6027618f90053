// Integers, floats and quoted strings to text.
#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>

#include "stdlib/native/number_text.h"
#include "stdlib/native/unicode_data.h"
#include "stdlib/native/utf8_text.h"

namespace hood::stdlib {
namespace {

// No double has more digits: beyond them every precision only adds zeros.
constexpr int64_t kMaxSignificant = 770;
constexpr int64_t kMaxFraction = 1080;

constexpr size_t kMaxText = 1500;  // what std::to_chars may write

// 0.d1d2d3… * 10^point, without trailing zeros; no digits at all for zero.
struct Decimal {
  char digits[kMaxText];
  int64_t n = 0;
  int64_t point = 0;

  int64_t count() const { return n; }
  // Appends digits from to to, and zeros for those that there are not.
  void append(std::string& out, int64_t from, int64_t to) const {
    for (; from < to && from < 0; from++) out += '0';
    int64_t known = std::min(to, n);
    if (from < known) {
      out.append(digits + from, static_cast<size_t>(known - from));
      from = known;
    }
    if (from < to) out.append(static_cast<size_t>(to - from), '0');
  }
};

// From what std::to_chars writes: digits, a point somewhere, maybe an exponent.
void toDecimal(const char* p, const char* end, Decimal& d) {
  bool seenPoint = false;
  for (; p < end && *p != 'e'; p++) {
    if (*p == '.') {
      seenPoint = true;
    } else if (*p == '0' && d.n == 0) {
      if (seenPoint) d.point--;
    } else {
      d.digits[d.n++] = *p;
      if (!seenPoint) d.point++;
    }
  }
  if (p < end) {
    int exponent = 0;
    p += p[1] == '+' ? 2 : 1;
    std::from_chars(p, end, exponent);
    d.point += exponent;
  }
  while (d.n > 0 && d.digits[d.n - 1] == '0') d.n--;
  if (d.n == 0) d.point = 0;
}

void shortest(double value, int bitSize, Decimal& d) {
  char buf[64];
  auto r = bitSize == 32 ? std::to_chars(buf, buf + sizeof buf, static_cast<float>(value), std::chars_format::scientific)
                         : std::to_chars(buf, buf + sizeof buf, value, std::chars_format::scientific);
  toDecimal(buf, r.ptr, d);
}

void rounded(double value, std::chars_format format, int64_t precision, Decimal& d) {
  char buf[kMaxText];
  auto r = std::to_chars(buf, buf + sizeof buf, value, format, static_cast<int>(precision));
  toDecimal(buf, r.ptr, d);
}

void appendExponent(std::string& out, char letter, int64_t exponent, size_t minDigits) {
  out += letter;
  out += exponent < 0 ? '-' : '+';
  std::string digits = std::to_string(exponent < 0 ? -exponent : exponent);
  if (digits.size() < minDigits) out.append(minDigits - digits.size(), '0');
  out += digits;
}

// d.ddde±dd with precision digits after the point.
void layoutExponent(std::string& out, const Decimal& d, char letter, int64_t precision) {
  d.append(out, 0, 1);
  if (precision > 0) {
    out += '.';
    d.append(out, 1, precision + 1);
  }
  appendExponent(out, letter, d.count() == 0 ? 0 : d.point - 1, 2);
}

// ddd.ddd with precision digits after the point.
void layoutFixed(std::string& out, const Decimal& d, int64_t precision) {
  if (d.point <= 0) out += '0';
  d.append(out, 0, d.point);
  if (precision > 0) {
    out += '.';
    d.append(out, d.point, d.point + precision);
  }
}

// Whichever of the two reads better.
void layoutGeneral(std::string& out, const Decimal& d, char format, int64_t precision, bool isShortest) {
  int64_t limit = isShortest ? 6 : precision;  // the first exponent that is written as one
  if (!isShortest && limit > d.count() && d.count() >= d.point) limit = d.count();
  int64_t exponent = d.point - 1;
  if (exponent < -4 || exponent >= limit) {
    int64_t digits = d.count() > 0 ? d.count() : 1;
    layoutExponent(out, d, format == 'g' ? 'e' : 'E', (isShortest || precision > digits ? digits : precision) - 1);
  } else {
    layoutFixed(out, d, d.count() > d.point ? d.count() - d.point : 0);
  }
}

// The format's mantissa and exponent fields.
struct FloatParts {
  uint64_t mantissa;  // with the hidden bit
  int64_t exponent;   // value = mantissa * 2^(exponent - mantissaBits)
  int mantissaBits;
};

FloatParts split(double value, int bitSize) {
  bool single = bitSize == 32;
  uint64_t bits = single ? std::bit_cast<uint32_t>(static_cast<float>(value)) : std::bit_cast<uint64_t>(value);
  int mantissaBits = single ? 23 : 52;
  int64_t field = bits >> mantissaBits & (single ? 0xFF : 0x7FF);
  uint64_t mantissa = bits & ((uint64_t{1} << mantissaBits) - 1);
  if (field == 0) {
    field = 1;
  } else {
    mantissa |= uint64_t{1} << mantissaBits;
  }
  return {mantissa, field - (single ? 127 : 1023), mantissaBits};
}

// [1.]ddd in hexadecimal, p, binary exponent.
void layoutHex(std::string& out, FloatParts f, char format, int64_t precision) {
  constexpr int kUnit = 60;  // the bit that stands for 1: fifteen hexadecimal digits below it
  const char* digits = format == 'x' ? "0123456789abcdef" : "0123456789ABCDEF";
  uint64_t m = f.mantissa;
  int64_t exponent = m == 0 ? 0 : f.exponent;
  m <<= kUnit - f.mantissaBits;
  while (m != 0 && !(m >> kUnit & 1)) {
    m <<= 1;
    exponent--;
  }
  if (0 <= precision && precision < 15) {
    int drop = kUnit - static_cast<int>(precision) * 4;
    uint64_t rest = m & ((uint64_t{1} << drop) - 1), half = uint64_t{1} << (drop - 1);
    m >>= drop;
    if (rest > half || (rest == half && (m & 1))) m++;
    m <<= drop;
    if (m >> (kUnit + 1) & 1) {
      m >>= 1;
      exponent++;
    }
  }
  out += '0';
  out += format;
  out += static_cast<char>('0' + (m >> kUnit & 1));
  m <<= 4;
  if (precision < 0 ? m != 0 : precision > 0) out += '.';
  for (int64_t i = 0; precision < 0 ? m != 0 : i < precision; i++) {
    out += digits[m >> kUnit & 15];
    m <<= 4;
  }
  appendExponent(out, format == 'x' ? 'p' : 'P', exponent, 2);
}

void layoutDecimal(std::string& out, double value, char format, int64_t precision, int bitSize) {
  bool isShortest = precision < 0;
  Decimal d;
  if (isShortest) {
    shortest(value, bitSize, d);
  } else if (format == 'f') {
    rounded(value, std::chars_format::fixed, std::min(precision, kMaxFraction), d);
  } else {
    bool general = format == 'g' || format == 'G';
    if (general && precision == 0) precision = 1;
    rounded(value, std::chars_format::scientific, std::min(general ? precision - 1 : precision, kMaxSignificant), d);
  }
  switch (format) {
    case 'e':
    case 'E': return layoutExponent(out, d, format, isShortest ? std::max<int64_t>(d.count() - 1, 0) : precision);
    case 'f': return layoutFixed(out, d, isShortest ? std::max<int64_t>(d.count() - d.point, 0) : precision);
    default: return layoutGeneral(out, d, format, precision, isShortest);
  }
}

// --- quoting
// ------------------------------------------------------------------------------------------------

void appendHex(std::string& out, uint32_t value, int digits) {
  for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) out += "0123456789abcdef"[value >> shift & 15];
}

bool showsAsItself(int32_t r, QuoteMode mode) {
  if (mode == QuoteMode::Ascii && r >= 0x80) return false;
  return isPrint(r) || (mode == QuoteMode::Graphic && isGraphic(r));
}

void appendEscaped(std::string& out, int32_t r, char quote, QuoteMode mode) {
  if (r == quote || r == '\\') {
    out += '\\';
    out += static_cast<char>(r);
    return;
  }
  if (showsAsItself(r, mode)) return appendRune(out, r);
  if ('\a' <= r && r <= '\r') {
    out += '\\';
    out += "abtnvfr"[r - '\a'];
  } else if (r < ' ' || r == 0x7F) {
    out += "\\x";
    appendHex(out, r, 2);
  } else if (r < 0x10000) {
    out += "\\u";
    appendHex(out, r, 4);
  } else {
    out += "\\U";
    appendHex(out, r, 8);
  }
}

}  // namespace

std::string formatInteger(uint64_t magnitude, bool negative, int base) {
  char buf[66];
  char* p = buf;
  if (negative) *p++ = '-';
  return std::string(buf, std::to_chars(p, buf + sizeof buf, magnitude, base).ptr);
}

std::string formatFloat(double value, char format, int64_t precision, int bitSize) {
  if (bitSize == 32) value = static_cast<float>(value);
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value < 0 ? "-Inf" : "+Inf";
  std::string out;
  if (std::signbit(value)) out += '-';
  switch (format) {
    case 'b': {
      FloatParts f = split(value, bitSize);
      out += std::to_string(f.mantissa);
      appendExponent(out, 'p', f.exponent - f.mantissaBits, 1);
      return out;
    }
    case 'x':
    case 'X': layoutHex(out, split(value, bitSize), format, precision); return out;
    case 'e':
    case 'E':
    case 'f':
    case 'g':
    case 'G': layoutDecimal(out, std::fabs(value), format, precision, bitSize); return out;
  }
  return std::string{'%', format};
}

std::string quoteString(std::string_view text, char quote, QuoteMode mode) {
  std::string out;
  out.reserve(text.size() + 2);
  out += quote;
  while (!text.empty()) {
    size_t plain = 0;
    while (plain < text.size() && ' ' <= text[plain] && text[plain] < 0x7F && text[plain] != quote && text[plain] != '\\')
      plain++;
    out.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) break;
    DecodedRune d = decodeRune(text);
    if (d.width == 1 && d.rune == kRuneError) {
      out += "\\x";
      appendHex(out, static_cast<uint8_t>(text[0]), 2);
    } else {
      appendEscaped(out, d.rune, quote, mode);
    }
    text.remove_prefix(d.width);
  }
  return out + quote;
}

std::string quoteRune(int32_t rune, QuoteMode mode) {
  std::string out = "'";
  appendEscaped(out, isValidRune(rune) ? rune : kRuneError, '\'', mode);
  return out + '\'';
}

}  // namespace hood::stdlib
