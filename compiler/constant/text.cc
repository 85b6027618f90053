// How constants are shown in messages, and exactly. Mirrors: go/constant's String and ExactString, strconv.Quote.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "compiler/constant/value_impl.h"

namespace hood::constant {

namespace {

// Mantissa and decimal exponent by hand, for what float64 cannot hold; to the digit as go/constant does it, which leaves
// small numbers with a mantissa below 1.
std::string outOfRangeText(const BigFloat& f) {
  int64_t binaryExp;
  double m = BigFloat(mp::frexp(f, &binaryExp)).convert_to<double>();
  double decimalExp = static_cast<double>(binaryExp) * (M_LN2 / M_LN10);
  int64_t e = static_cast<int64_t>(decimalExp);
  m *= std::pow(10, decimalExp - static_cast<double>(e));
  // The six digits must not round up to 10.
  if (std::fabs(m) < 1 - 0.5e-6) {
    m *= 10;
    e--;
  } else if (std::fabs(m) >= 10) {
    m /= 10;
    e++;
  }
  char buf[64];
  std::snprintf(buf, sizeof buf, "%.6ge%+ld", m, static_cast<long>(e));
  return buf;
}

bool isIntegral(ValueRef v) {
  return v->rat != nullptr ? BigInt(mp::denominator(*v->rat)) == 1 : BigFloat(mp::trunc(v->f)) == v->f;
}

std::string floatText(ValueRef v) {
  double d = float64Val(v);
  if (!std::isfinite(d) || (d == 0 && sign(v) != 0)) return outOfRangeText(floatOf(v));
  char buf[64];
  std::snprintf(buf, sizeof buf, "%.6g", d);
  // Six digits may hide that it is no integer: as many as tell it apart, then.
  if (std::strchr(buf, '.') == nullptr && !isIntegral(v)) {
    int digits = 0;
    do {
      std::snprintf(buf, sizeof buf, "%.*e", ++digits - 1, d);
    } while (digits < 17 && std::strtod(buf, nullptr) != d);
    // Go's %g writes an exponent from 6 on when it prints as few digits as possible.
    int exp = std::atoi(std::strchr(buf, 'e') + 1);
    if (exp >= -4 && exp < 6) std::snprintf(buf, sizeof buf, "%.*g", digits, d);
  }
  return buf;
}

// The code point at s[*k], past which *k moves; -1 for a byte that is no UTF-8.
int32_t decodeRune(std::string_view s, size_t* k) {
  auto byte = [&](size_t i) { return static_cast<unsigned char>(s[i]); };
  unsigned char c = byte(*k);
  size_t n = c < 0x80 ? 1 : c >= 0xC2 && c < 0xE0 ? 2 : c >= 0xE0 && c < 0xF0 ? 3 : c >= 0xF0 && c < 0xF5 ? 4 : 0;
  int32_t r = n == 1 ? c : c & (0x7F >> n);
  for (size_t i = 1; i < n; i++) {
    if (*k + i >= s.size() || (byte(*k + i) & 0xC0) != 0x80)
      n = 0;
    else
      r = r << 6 | (byte(*k + i) & 0x3F);
  }
  bool overlong = (n == 3 && r < 0x800) || (n == 4 && r < 0x10000);
  if (n == 0 || overlong || (r >= 0xD800 && r < 0xE000) || r > 0x10FFFF) {
    (*k)++;
    return -1;
  }
  *k += n;
  return r;
}

// Controls, separators, format characters, private use and noncharacters.
bool isPrintable(int32_t r) {
  if (r < 0x20 || (r >= 0x7F && r <= 0xA0) || r == 0xAD) return false;
  if ((r >= 0x2000 && r <= 0x200F) || (r >= 0x2028 && r <= 0x202F) || (r >= 0x205F && r <= 0x206F)) return false;
  if (r == 0x1680 || r == 0x3000 || r == 0xFEFF || (r >= 0xFFF0 && r <= 0xFFFB)) return false;
  if ((r >= 0xE000 && r <= 0xF8FF) || r >= 0xE0000) return false;
  return (r & 0xFFFE) != 0xFFFE;
}

// `runes`, if given, gets the offset of each shown character.
std::string quoted(std::string_view s, std::vector<size_t>* runes) {
  static constexpr char kSimple[] = "\a\b\f\n\r\t\v\\\"";
  static constexpr char kNames[] = "abfnrtv\\\"";
  std::string out = "\"";
  char buf[16];
  for (size_t k = 0; k < s.size();) {
    size_t at = k;
    int32_t r = decodeRune(s, &k);
    size_t from = out.size();
    if (r < 0) {
      std::snprintf(buf, sizeof buf, "\\x%02x", static_cast<unsigned char>(s[at]));
      out += buf;
    } else if (const char* p = r != 0 && r < 0x80 ? std::strchr(kSimple, r) : nullptr) {
      out += '\\';
      out += kNames[p - kSimple];
    } else if (isPrintable(r)) {
      out += s.substr(at, k - at);
    } else {
      std::snprintf(buf, sizeof buf, r < 0x80 ? "\\x%02x" : r < 0x10000 ? "\\u%04x" : "\\U%08x", static_cast<unsigned>(r));
      out += buf;
    }
    if (runes == nullptr) continue;
    if (r >= 0 && isPrintable(r) && out.size() - from == k - at) {
      runes->push_back(from);
    } else {  // an escape sequence: each of its characters counts
      for (size_t i = from; i < out.size(); i++) runes->push_back(i);
    }
  }
  return out + "\"";
}

}  // namespace

std::string toString(ValueRef v) {
  switch (v->kind) {
    case Kind::Unknown: return "unknown";
    case Kind::Bool: return v->b ? "true" : "false";
    case Kind::String: {
      constexpr size_t kMost = 72;  // characters, quotes included
      std::vector<size_t> runes{0};
      std::string s = quoted(std::string_view(v->s).substr(0, 4 * kMost), &runes);
      if (runes.size() + 1 <= kMost && v->s.size() <= 4 * kMost) return s;
      return s.substr(0, runes[kMost - 3]) + "...";
    }
    case Kind::Int: return v->small ? std::to_string(v->i) : v->big.str();
    case Kind::Float: return floatText(v);
    case Kind::Complex: return "(" + toString(v->re) + " + " + toString(v->im) + "i)";
  }
  return "";
}

std::string exactString(ValueRef v) {
  switch (v->kind) {
    case Kind::String: return quoted(v->s, nullptr);
    case Kind::Float:
      if (v->rat == nullptr) return v->f.str(170, std::ios_base::scientific);
      return isIntegral(v) ? BigInt(mp::numerator(*v->rat)).str() : v->rat->str();
    case Kind::Complex: return "(" + exactString(v->re) + " + " + exactString(v->im) + "i)";
    default: return toString(v);
  }
}

}  // namespace hood::constant
