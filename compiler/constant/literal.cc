// Constants from source text: numbers with their prefixes and separators, runes and strings with their escapes.
#include <algorithm>
#include <cstring>

#include "compiler/constant/value_impl.h"

namespace hood::constant {

namespace {

int digitOf(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 99;
}

std::string withoutUnderscores(std::string_view s) {
  std::string out;
  for (char c : s)
    if (c != '_') out += c;
  return out;
}

bool parseInt(const std::string& s, BigInt* out) {
  size_t k = 0;
  int base = 10;
  if (s.size() > 1 && s[0] == '0') {
    char c = static_cast<char>(s[1] | 32);
    if (c == 'x')
      base = 16, k = 2;
    else if (c == 'b')
      base = 2, k = 2;
    else if (c == 'o')
      base = 8, k = 2;
    else
      base = 8, k = 1;
  }
  if (k >= s.size()) return false;
  if (s.size() - k <= 15) {  // the usual case needs no big arithmetic
    int64_t v = 0;
    for (; k < s.size(); k++) {
      int d = digitOf(s[k]);
      if (d >= base) return false;
      v = v * base + d;
    }
    *out = v;
    return true;
  }
  BigInt v = 0;
  for (; k < s.size(); k++) {
    int d = digitOf(s[k]);
    if (d >= base) return false;
    v = v * base + d;
  }
  *out = std::move(v);
  return true;
}

// A number m * base^e as written; e may be far out of reach.
struct Scientific {
  BigInt mantissa;
  int base;
  long exp;
};

bool parseFloat(const std::string& s, Scientific* out) {
  bool hex = s.size() > 1 && s[0] == '0' && (s[1] | 32) == 'x';
  size_t k = hex ? 2 : 0;
  int base = hex ? 16 : 10;
  BigInt mantissa = 0;
  long scale = 0;
  bool dot = false;
  for (; k < s.size(); k++) {
    if (s[k] == '.') {
      dot = true;
      continue;
    }
    char e = static_cast<char>(s[k] | 32);
    if (e == (hex ? 'p' : 'e')) break;
    int d = digitOf(s[k]);
    if (d >= base) return false;
    mantissa = mantissa * base + d;
    if (dot) scale -= hex ? 4 : 1;
  }
  long exp = 0;
  if (k < s.size()) {
    k++;
    bool neg = false;
    if (k < s.size() && (s[k] == '+' || s[k] == '-')) neg = s[k++] == '-';
    for (; k < s.size(); k++) {
      if (s[k] < '0' || s[k] > '9') return false;
      if (exp < 10000000000) exp = exp * 10 + (s[k] - '0');
    }
    if (neg) exp = -exp;
  }
  *out = {std::move(mantissa), hex ? 2 : 10, scale + exp};
  return true;
}

// Exactly, as a ratio of integers, while that is affordable.
ValueRef makeScientific(Pool::Impl& pool, const Scientific& n) {
  constexpr long kExact = 5000;
  if (n.mantissa == 0) return pool.makeRat(0);
  if (std::labs(n.exp) <= kExact) {
    BigInt p = mp::pow(BigInt(n.base), static_cast<unsigned>(std::labs(n.exp)));
    return pool.makeRat(n.exp >= 0 ? BigRat(n.mantissa * p) : BigRat(n.mantissa, p));
  }
  BigFloat m(n.mantissa);
  if (n.base == 2) return pool.makeFloat(mp::ldexp(m, static_cast<int64_t>(n.exp)));
  BigFloat p = mp::pow(BigFloat(10), static_cast<int64_t>(std::labs(n.exp)));
  return pool.makeFloat(n.exp >= 0 ? BigFloat(m * p) : BigFloat(m / p));
}

void appendUtf8(std::string& out, uint32_t r) {
  if (r > 0x10FFFF || (r >= 0xD800 && r < 0xE000)) r = 0xFFFD;
  if (r < 0x80) {
    out += static_cast<char>(r);
  } else if (r < 0x800) {
    out += static_cast<char>(0xC0 | r >> 6);
    out += static_cast<char>(0x80 | (r & 63));
  } else if (r < 0x10000) {
    out += static_cast<char>(0xE0 | r >> 12);
    out += static_cast<char>(0x80 | (r >> 6 & 63));
    out += static_cast<char>(0x80 | (r & 63));
  } else {
    out += static_cast<char>(0xF0 | r >> 18);
    out += static_cast<char>(0x80 | (r >> 12 & 63));
    out += static_cast<char>(0x80 | (r >> 6 & 63));
    out += static_cast<char>(0x80 | (r & 63));
  }
}

// One escape sequence after the backslash at s[*k]. A byte escape appends the byte, others the rune.
bool unescape(std::string_view s, size_t* k, std::string& out, uint32_t* rune) {
  char c = s[(*k)++];
  static constexpr char kSimple[] = "abfnrtv\\'\"";
  static constexpr char kValues[] = "\a\b\f\n\r\t\v\\'\"";
  if (const char* p = std::strchr(kSimple, c); p != nullptr && c != 0) {
    *rune = static_cast<unsigned char>(kValues[p - kSimple]);
    out += static_cast<char>(*rune);
    return true;
  }
  int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 3;
  uint32_t base = digits == 3 ? 8 : 16;
  if (digits == 3) (*k)--;
  uint32_t v = 0;
  for (int n = 0; n < digits; n++) {
    if (*k >= s.size()) return false;
    int d = digitOf(s[(*k)++]);
    if (d >= static_cast<int>(base)) return false;
    v = v * base + static_cast<uint32_t>(d);
  }
  *rune = v;
  if (c == 'u' || c == 'U') {
    appendUtf8(out, v);
  } else {
    out += static_cast<char>(v);
  }
  return true;
}

bool unquote(std::string_view s, std::string& out) {
  if (s.size() < 2) return false;
  if (s[0] == '`') {
    for (char c : s.substr(1, s.size() - 2))
      if (c != '\r') out += c;
    return true;
  }
  uint32_t rune;
  s = s.substr(1, s.size() - 2);
  for (size_t k = 0; k < s.size();) {
    if (s[k] != '\\') {
      out += s[k++];
    } else {
      k++;
      if (k >= s.size() || !unescape(s, &k, out, &rune)) return false;
    }
  }
  return true;
}

bool parseChar(std::string_view s, int64_t* out) {
  if (s.size() < 3) return false;
  s = s.substr(1, s.size() - 2);
  uint32_t rune = 0;
  if (s[0] == '\\') {
    size_t k = 1;
    std::string scratch;
    if (!unescape(s, &k, scratch, &rune)) return false;
    *out = rune;
    return true;
  }
  auto b = [&](size_t k) { return k < s.size() ? static_cast<uint32_t>(static_cast<unsigned char>(s[k])) : 0u; };
  uint32_t r = b(0);
  if (r >= 0xF0)
    r = (r & 7) << 18 | (b(1) & 63) << 12 | (b(2) & 63) << 6 | (b(3) & 63);
  else if (r >= 0xE0)
    r = (r & 15) << 12 | (b(1) & 63) << 6 | (b(2) & 63);
  else if (r >= 0xC0)
    r = (r & 31) << 6 | (b(1) & 63);
  *out = r;
  return true;
}

}  // namespace

ValueRef Pool::fromLiteral(std::string_view text, ast::LitKind kind) {
  switch (kind) {
    case ast::LitKind::Int: {
      BigInt v;
      return parseInt(withoutUnderscores(text), &v) ? impl_->makeInt(std::move(v)) : unknown();
    }
    case ast::LitKind::Float: {
      Scientific f;
      return parseFloat(withoutUnderscores(text), &f) ? makeScientific(*impl_, f) : unknown();
    }
    case ast::LitKind::Imag: {
      std::string s = withoutUnderscores(text.substr(0, text.size() - 1));
      Scientific f;
      BigInt v;
      bool prefixed = s.size() > 1 && s[0] == '0' && std::strchr("xXbBoO", s[1]) != nullptr;
      bool isFloat = s.find_first_of(prefixed ? ".pP" : ".eE") != std::string::npos;
      ValueRef im;
      if (prefixed && !isFloat) {
        if (!parseInt(s, &v)) return unknown();
        im = impl_->makeInt(std::move(v));
      } else {  // a leading zero does not make it octal
        if (!parseFloat(s, &f)) return unknown();
        im = makeScientific(*impl_, f);
      }
      return makeComplex(makeInt64(0), im);
    }
    case ast::LitKind::Char: {
      int64_t r;
      return parseChar(text, &r) ? makeInt64(r) : unknown();
    }
    case ast::LitKind::String: {
      std::string s;
      return unquote(text, s) ? makeString(std::move(s)) : unknown();
    }
  }
  return unknown();
}

}  // namespace hood::constant
