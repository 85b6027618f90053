// Text to integers and floats: the syntax is checked here, the rounding of decimals is std::from_chars's.
#include <bit>
#include <charconv>
#include <cmath>
#include <limits>

#include "stdlib/native/number_text.h"

namespace hood::stdlib {
namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr int kNoDigit = 99;

char lower(char c) { return c | ('x' - 'X'); }

bool isDecimal(char c) { return '0' <= c && c <= '9'; }

int digitValue(char c) {
  if (isDecimal(c)) return c - '0';
  char l = lower(c);
  return 'a' <= l && l <= 'z' ? l - 'a' + 10 : kNoDigit;
}

// Underscores must separate digits; a base prefix counts as one.
bool underscoresOk(std::string_view text) {
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) text.remove_prefix(1);
  bool hex = false, afterDigit = false, afterUnderscore = false;
  if (text.size() >= 2 && text[0] == '0') {
    char prefix = lower(text[1]);
    if (prefix == 'b' || prefix == 'o' || prefix == 'x') {
      hex = prefix == 'x';
      afterDigit = true;
      text.remove_prefix(2);
    }
  }
  for (char c : text) {
    bool digit = isDecimal(c) || (hex && digitValue(c) < 16);
    if (c == '_' && !afterDigit) return false;
    if (c != '_' && !digit && afterUnderscore) return false;
    afterDigit = digit;
    afterUnderscore = c == '_';
  }
  return !afterUnderscore;
}

// Takes the prefix of an integer in base 0 off and returns the base that it says.
int takeBasePrefix(std::string_view& text) {
  if (text[0] != '0') return 10;
  int base = 8;
  size_t length = 1;
  if (text.size() >= 3) {
    char c = lower(text[1]);
    if (c == 'b' || c == 'o' || c == 'x') {
      base = c == 'b' ? 2 : c == 'o' ? 8 : 16;
      length = 2;
    }
  }
  text.remove_prefix(length);
  return base;
}

// --- floats
// -------------------------------------------------------------------------------------------------

// One scanned float literal, before it is given a value.
struct Literal {
  std::string_view text;  // all of it, sign included
  bool negative = false;
  bool hex = false;
  bool underscores = false;
  std::string_view mantissa;  // digits and point
  int64_t exponent = 0;       // as written, clamped
};

// Scans the exponent's sign and digits from text[i] on; returns the end, 0 if there are no digits.
size_t scanExponent(std::string_view text, size_t i, Literal& lit) {
  bool negative = false;
  if (i < text.size() && (text[i] == '+' || text[i] == '-')) negative = text[i++] == '-';
  if (i >= text.size() || !isDecimal(text[i])) return 0;
  int64_t e = 0;
  for (; i < text.size() && (isDecimal(text[i]) || text[i] == '_'); i++) {
    if (text[i] == '_') {
      lit.underscores = true;
    } else if (e < 100000000) {
      e = e * 10 + (text[i] - '0');
    }
  }
  lit.exponent = negative ? -e : e;
  return i;
}

bool scanLiteral(std::string_view text, Literal& lit) {
  size_t i = 0;
  if (i < text.size() && (text[i] == '+' || text[i] == '-')) lit.negative = text[i++] == '-';
  if (i + 2 < text.size() && text[i] == '0' && lower(text[i + 1]) == 'x') {
    lit.hex = true;
    i += 2;
  }
  size_t start = i;
  bool digits = false, point = false;
  for (; i < text.size(); i++) {
    char c = text[i];
    if (c == '_') {
      lit.underscores = true;
    } else if (c == '.') {
      if (point) break;
      point = true;
    } else if (digitValue(c) < (lit.hex ? 16 : 10)) {
      digits = true;
    } else {
      break;
    }
  }
  if (!digits) return false;
  lit.mantissa = text.substr(start, i - start);
  if (i < text.size() && lower(text[i]) == (lit.hex ? 'p' : 'e')) {
    i = scanExponent(text, i + 1, lit);
    if (i == 0) return false;
  } else if (lit.hex) {
    return false;  // a hexadecimal mantissa needs its exponent
  }
  lit.text = text.substr(0, i);
  return !lit.underscores || underscoresOk(lit.text);
}

// std::from_chars does not tell too large from too small: the first non-zero digit's place does.
bool isHuge(const Literal& lit) {
  int64_t place = 0;  // of the first non-zero digit: 1 for the units
  bool point = false, found = false;
  for (char c : lit.mantissa) {
    if (c == '.') {
      point = true;
    } else if (isDecimal(c)) {
      found = found || c != '0';
      if (found && !point) place++;
      if (!found && point) place--;
      if (found && point) break;
    }
  }
  return place + lit.exponent > 0;
}

template <typename Float>
double decimalValue(const Literal& lit, ParseStatus& status) {
  std::string clean;
  std::string_view text = lit.text;
  if (lit.underscores) {
    for (char c : text) {
      if (c != '_') clean += c;
    }
    text = clean;
  }
  if (text[0] == '+' || text[0] == '-') text.remove_prefix(1);
  Float value = 0;
  auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec == std::errc::result_out_of_range) {
    value = 0;
    if (isHuge(lit)) {
      value = std::numeric_limits<Float>::infinity();
      status = ParseStatus::Range;
    }
  }
  return value;
}

// mantissa * 2^exponent, a little more if sticky, rounded to nearest even into a format of the given width.
double roundBinary(uint64_t mantissa, int64_t exponent, bool sticky, int mantissaBits, int maxExponent,
                   ParseStatus& status) {
  if (mantissa == 0) return 0;
  int zeros = __builtin_clzll(mantissa);
  mantissa <<= zeros;
  int64_t e = exponent - zeros + 63;  // of the leading bit
  int64_t minExponent = 1 - maxExponent;
  int64_t drop = 63 - mantissaBits;
  if (e < minExponent) drop += minExponent - e;
  if (drop > 64) return 0;
  uint64_t kept = drop == 64 ? 0 : mantissa >> drop;
  uint64_t rest = drop == 64 ? mantissa : mantissa & ((uint64_t{1} << drop) - 1);
  uint64_t half = uint64_t{1} << (drop - 1);
  if (rest > half || (rest == half && (sticky || (kept & 1)))) kept++;
  if (e < minExponent) e = minExponent;
  if (kept >> (mantissaBits + 1)) e++;
  if (e > maxExponent) {
    status = ParseStatus::Range;
    return kInf;
  }
  // kept may have become a power of two one higher: then kept >> 1 is exact, and ldexp takes either.
  return std::ldexp(static_cast<double>(kept), static_cast<int>(e - mantissaBits - (kept >> (mantissaBits + 1) ? 1 : 0)));
}

double hexValue(const Literal& lit, bool single, ParseStatus& status) {
  uint64_t mantissa = 0;
  int64_t exponent = lit.exponent;
  bool sticky = false, point = false;
  for (char c : lit.mantissa) {
    if (c == '_') continue;
    if (c == '.') {
      point = true;
      continue;
    }
    if (mantissa >> 60 == 0) {
      mantissa = mantissa << 4 | digitValue(c);
      if (point) exponent -= 4;
    } else {
      sticky = sticky || c != '0';
      if (!point) exponent += 4;
    }
  }
  return single ? roundBinary(mantissa, exponent, sticky, 23, 127, status)
                : roundBinary(mantissa, exponent, sticky, 52, 1023, status);
}

// How much of word text starts with, in any case.
size_t commonPrefix(std::string_view text, std::string_view word) {
  size_t n = 0;
  while (n < text.size() && n < word.size() && lower(text[n]) == word[n]) n++;
  return n;
}

// inf, infinity and nan; consumed stays 0 if text starts with none of them.
ParsedFloat parseSpecial(std::string_view text, bool single) {
  bool sign = !text.empty() && (text[0] == '+' || text[0] == '-');
  size_t matched = commonPrefix(text.substr(sign), "infinity");
  if (matched >= 3) {
    int64_t length = matched == 8 ? 8 : 3;
    return {sign && text[0] == '-' ? -kInf : kInf, length + sign, ParseStatus::Ok};
  }
  if (!sign && commonPrefix(text, "nan") == 3) {
    double nan = std::bit_cast<double>(uint64_t{0x7FF8000000000001});  // math.NaN(); a float32 loses the 1
    return {single ? static_cast<float>(nan) : nan, 3, ParseStatus::Ok};
  }
  return {0, 0, ParseStatus::Syntax};
}

}  // namespace

// --- integers
// -----------------------------------------------------------------------------------------------

ParsedInt parseUnsigned(std::string_view text, int64_t base, int64_t bitSize) {
  std::string_view whole = text;
  bool anyBase = base == 0;
  if (text.empty()) return {0, ParseStatus::Syntax};
  if (anyBase) {
    base = takeBasePrefix(text);
  } else if (base < 2 || base > 36) {
    return {0, ParseStatus::BadBase};
  }
  if (bitSize < 0 || bitSize > 64) return {0, ParseStatus::BadBitSize};
  uint64_t max = bitSize == 0 || bitSize == 64 ? ~uint64_t{0} : (uint64_t{1} << bitSize) - 1;
  uint64_t value = 0;
  bool underscores = false;
  for (char c : text) {
    if (c == '_' && anyBase) {
      underscores = true;
      continue;
    }
    int digit = digitValue(c);
    if (digit >= base) return {0, ParseStatus::Syntax};
    uint64_t next;
    if (__builtin_mul_overflow(value, static_cast<uint64_t>(base), &next) ||
        __builtin_add_overflow(next, static_cast<uint64_t>(digit), &next) || next > max) {
      return {max, ParseStatus::Range};
    }
    value = next;
  }
  if (underscores && !underscoresOk(whole)) return {0, ParseStatus::Syntax};
  return {value, ParseStatus::Ok};
}

ParsedInt parseSigned(std::string_view text, int64_t base, int64_t bitSize) {
  if (text.empty()) return {0, ParseStatus::Syntax};
  bool negative = text[0] == '-';
  if (negative || text[0] == '+') text.remove_prefix(1);
  ParsedInt magnitude = parseUnsigned(text, base, bitSize);
  if (magnitude.status != ParseStatus::Ok && magnitude.status != ParseStatus::Range) {
    return {0, magnitude.status};
  }
  uint64_t cutoff = uint64_t{1} << ((bitSize == 0 ? 64 : bitSize) - 1);
  if (!negative && magnitude.value >= cutoff) return {cutoff - 1, ParseStatus::Range};
  if (negative && magnitude.value > cutoff) return {-cutoff, ParseStatus::Range};
  return {negative ? -magnitude.value : magnitude.value, ParseStatus::Ok};
}

ParsedFloat parseFloatPrefix(std::string_view text, int64_t bitSize) {
  bool single = bitSize == 32;
  if (ParsedFloat special = parseSpecial(text, single); special.status == ParseStatus::Ok) return special;
  Literal lit;
  if (!scanLiteral(text, lit)) return {0, 0, ParseStatus::Syntax};
  ParseStatus status = ParseStatus::Ok;
  double value = lit.hex  ? hexValue(lit, single, status)
                 : single ? decimalValue<float>(lit, status)
                          : decimalValue<double>(lit, status);
  return {lit.negative ? -value : value, static_cast<int64_t>(lit.text.size()), status};
}

}  // namespace hood::stdlib
