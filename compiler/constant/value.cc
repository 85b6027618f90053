// Mirrors: go/constant. Integers are int64 while they fit, then Boost's cpp_int; floats are 512-bit binary floats
// (gc's own precision). Values live in the pool's deque and are never changed.
#include "compiler/constant/value.h"

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <cstring>
#include <deque>
#include <limits>
#include <string>

namespace hood::constant {

namespace mp = boost::multiprecision;
using BigInt = mp::cpp_int;
// 512 bits of mantissa, exponents far beyond what Go requires.
using BigFloat = mp::number<mp::cpp_bin_float<512, mp::digit_base_2, void, std::int32_t>, mp::et_off>;
using ast::Op;

class Value {
 public:
  Kind kind = Kind::Unknown;
  bool b = false;
  bool small = false;  // Int: the value is `i`
  int64_t i = 0;
  BigInt big;
  BigFloat f;
  ValueRef re = nullptr, im = nullptr;
  std::string s;
};

struct Pool::Impl {
  std::deque<Value> values;
  Value unknownValue, trueValue, falseValue;

  Value* add(Kind k) {
    values.emplace_back();
    values.back().kind = k;
    return &values.back();
  }
  ValueRef makeInt(BigInt v) {
    Value* r = add(Kind::Int);
    if (v >= std::numeric_limits<int64_t>::min() && v <= std::numeric_limits<int64_t>::max()) {
      r->small = true;
      r->i = static_cast<int64_t>(v);
    } else {
      r->big = std::move(v);
    }
    return r;
  }
  ValueRef makeFloat(BigFloat v) {
    if (!mp::isfinite(v)) return &unknownValue;
    Value* r = add(Kind::Float);
    r->f = std::move(v);
    return r;
  }
};

namespace {

BigInt bigOf(ValueRef v) { return v->small ? BigInt(v->i) : v->big; }

BigFloat floatOf(ValueRef v) {
  if (v->kind == Kind::Float) return v->f;
  if (v->small) return BigFloat(v->i);
  return BigFloat(v->big);
}

bool isIntegral(const BigFloat& f) { return mp::trunc(f) == f; }

BigInt floatToInt(const BigFloat& f) { return f.convert_to<BigInt>(); }

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
    if (c == 'x') base = 16, k = 2;
    else if (c == 'b') base = 2, k = 2;
    else if (c == 'o') base = 8, k = 2;
    else base = 8, k = 1;
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

// x * base^e for a decimal or binary exponent that may be large.
BigFloat scaled(const BigInt& mantissa, int base, long e) {
  if (mantissa == 0) return BigFloat(0);
  if (base == 2) return mp::ldexp(BigFloat(mantissa), static_cast<int>(std::max(-2000000000L, std::min(e, 2000000000L))));
  long mag = std::min(std::labs(e), 200000L);
  // Exactly, as a ratio of integers, where that is affordable: the result is then the nearest 512-bit float.
  if (mag <= 5000) {
    BigInt p = mp::pow(BigInt(10), static_cast<unsigned>(mag));
    return e >= 0 ? BigFloat(mantissa * p) : BigFloat(mantissa) / BigFloat(p);
  }
  BigFloat p = mp::pow(BigFloat(10), static_cast<int>(mag));
  return e >= 0 ? BigFloat(mantissa) * p : BigFloat(mantissa) / p;
}

bool parseFloat(const std::string& s, BigFloat* out) {
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
      if (exp < 100000000) exp = exp * 10 + (s[k] - '0');
    }
    if (neg) exp = -exp;
  }
  *out = scaled(mantissa, hex ? 2 : 10, scale + exp);
  return true;
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
  if (r >= 0xF0) r = (r & 7) << 18 | (b(1) & 63) << 12 | (b(2) & 63) << 6 | (b(3) & 63);
  else if (r >= 0xE0) r = (r & 15) << 12 | (b(1) & 63) << 6 | (b(2) & 63);
  else if (r >= 0xC0) r = (r & 31) << 6 | (b(1) & 63);
  *out = r;
  return true;
}

int rankOf(Kind k) { return static_cast<int>(k); }

}  // namespace

Pool::Pool() : impl_(std::make_unique<Impl>()) {
  impl_->trueValue.kind = impl_->falseValue.kind = Kind::Bool;
  impl_->trueValue.b = true;
}
Pool::~Pool() = default;

ValueRef Pool::unknown() { return &impl_->unknownValue; }
ValueRef Pool::makeBool(bool b) { return b ? &impl_->trueValue : &impl_->falseValue; }
ValueRef Pool::makeString(std::string s) {
  Value* v = impl_->add(Kind::String);
  v->s = std::move(s);
  return v;
}
ValueRef Pool::makeInt64(int64_t i) {
  Value* v = impl_->add(Kind::Int);
  v->small = true;
  v->i = i;
  return v;
}
ValueRef Pool::makeUint64(uint64_t u) { return impl_->makeInt(BigInt(u)); }
ValueRef Pool::makeFloat64(double d) { return impl_->makeFloat(BigFloat(d)); }

ValueRef Pool::fromLiteral(std::string_view text, ast::LitKind kind) {
  switch (kind) {
    case ast::LitKind::Int: {
      BigInt v;
      return parseInt(withoutUnderscores(text), &v) ? impl_->makeInt(std::move(v)) : unknown();
    }
    case ast::LitKind::Float: {
      BigFloat f;
      return parseFloat(withoutUnderscores(text), &f) ? impl_->makeFloat(std::move(f)) : unknown();
    }
    case ast::LitKind::Imag: {
      std::string s = withoutUnderscores(text.substr(0, text.size() - 1));
      BigFloat f;
      BigInt v;
      bool prefixed = s.size() > 1 && s[0] == '0' && std::strchr("xXbBoO", s[1]) != nullptr;
      bool isFloat = s.find_first_of(prefixed ? ".pP" : ".eE") != std::string::npos;
      ValueRef im;
      if (prefixed && !isFloat) {
        if (!parseInt(s, &v)) return unknown();
        im = impl_->makeInt(std::move(v));
      } else {  // a leading zero does not make it octal
        if (!parseFloat(s, &f)) return unknown();
        im = impl_->makeFloat(std::move(f));
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

ValueRef Pool::toInt(ValueRef x) {
  switch (x->kind) {
    case Kind::Int: return x;
    case Kind::Float: return isIntegral(x->f) && mp::abs(x->f) < mp::ldexp(BigFloat(1), 4096) ? impl_->makeInt(floatToInt(x->f)) : unknown();
    case Kind::Complex: return sign(x->im) == 0 ? toInt(x->re) : unknown();
    default: return unknown();
  }
}
ValueRef Pool::toFloat(ValueRef x) {
  switch (x->kind) {
    case Kind::Int: return impl_->makeFloat(floatOf(x));
    case Kind::Float: return x;
    case Kind::Complex: return sign(x->im) == 0 ? toFloat(x->re) : unknown();
    default: return unknown();
  }
}
ValueRef Pool::toComplex(ValueRef x) {
  if (x->kind == Kind::Complex) return x;
  if (x->kind == Kind::Int || x->kind == Kind::Float) return makeComplex(x, makeInt64(0));
  return unknown();
}
ValueRef Pool::real(ValueRef x) { return x->kind == Kind::Complex ? x->re : x; }
ValueRef Pool::imag(ValueRef x) { return x->kind == Kind::Complex ? x->im : x->kind == Kind::Unknown ? x : makeInt64(0); }
ValueRef Pool::makeComplex(ValueRef re, ValueRef im) {
  if (re->kind == Kind::Unknown || im->kind == Kind::Unknown) return unknown();
  Value* v = impl_->add(Kind::Complex);
  v->re = re;
  v->im = im;
  return v;
}

ValueRef Pool::roundFloat32(ValueRef x) {
  float f = float32Val(x);
  return std::isfinite(f) ? impl_->makeFloat(BigFloat(f)) : unknown();
}
ValueRef Pool::roundFloat64(ValueRef x) {
  double d = float64Val(x);
  return std::isfinite(d) ? impl_->makeFloat(BigFloat(d)) : unknown();
}

ValueRef Pool::unary(Op op, ValueRef x, unsigned unsignedBits) {
  switch (op) {
    case Op::Add: return x;
    case Op::Sub:
      if (x->kind == Kind::Int) return impl_->makeInt(-bigOf(x));
      if (x->kind == Kind::Float) return impl_->makeFloat(-x->f);
      if (x->kind == Kind::Complex) return makeComplex(unary(Op::Sub, x->re, 0), unary(Op::Sub, x->im, 0));
      return unknown();
    case Op::Xor: {
      if (x->kind != Kind::Int) return unknown();
      BigInt v = -bigOf(x) - 1;
      if (unsignedBits != 0) v &= (BigInt(1) << unsignedBits) - 1;
      return impl_->makeInt(std::move(v));
    }
    case Op::Not: return x->kind == Kind::Bool ? makeBool(!x->b) : unknown();
    default: return unknown();
  }
}

namespace {

// Two's complement bit operations on arbitrarily large signed integers: cpp_int refuses negative ones.
BigInt bitwise(const BigInt& a, Op op, const BigInt& b) {
  unsigned bits = 64;
  auto widen = [&](const BigInt& v) {
    if (v != 0) bits = std::max(bits, static_cast<unsigned>(mp::msb(mp::abs(v))) + 2);
  };
  widen(a);
  widen(b);
  BigInt mod = BigInt(1) << bits;
  BigInt x = a < 0 ? BigInt(a + mod) : a, y = b < 0 ? BigInt(b + mod) : b, r;
  switch (op) {
    case Op::And: r = x & y; break;
    case Op::Or: r = x | y; break;
    case Op::Xor: r = x ^ y; break;
    default: r = x & (mod - 1 - y); break;
  }
  if (mp::bit_test(r, bits - 1)) r -= mod;
  return r;
}

}  // namespace

ValueRef Pool::binary(ValueRef x, Op op, ValueRef y, bool intDiv) {
  if (x->kind == Kind::Unknown || y->kind == Kind::Unknown) return unknown();
  if (x->kind == Kind::Bool && y->kind == Kind::Bool) {
    if (op == Op::LAnd) return makeBool(x->b && y->b);
    if (op == Op::LOr) return makeBool(x->b || y->b);
    return unknown();
  }
  if (x->kind == Kind::String && y->kind == Kind::String) return op == Op::Add ? makeString(x->s + y->s) : unknown();
  Kind k = rankOf(x->kind) > rankOf(y->kind) ? x->kind : y->kind;
  if (k == Kind::Int) {
    if (x->small && y->small) {
      int64_t r;
      switch (op) {
        case Op::Add: if (!__builtin_add_overflow(x->i, y->i, &r)) return makeInt64(r); break;
        case Op::Sub: if (!__builtin_sub_overflow(x->i, y->i, &r)) return makeInt64(r); break;
        case Op::Mul: if (!__builtin_mul_overflow(x->i, y->i, &r)) return makeInt64(r); break;
        case Op::And: return makeInt64(x->i & y->i);
        case Op::Or: return makeInt64(x->i | y->i);
        case Op::Xor: return makeInt64(x->i ^ y->i);
        case Op::AndNot: return makeInt64(x->i & ~y->i);
        default: break;
      }
    }
    BigInt a = bigOf(x), b = bigOf(y);
    switch (op) {
      case Op::Add: return impl_->makeInt(a + b);
      case Op::Sub: return impl_->makeInt(a - b);
      case Op::Mul: return impl_->makeInt(a * b);
      case Op::Quo:
        if (b == 0) return unknown();
        return intDiv ? impl_->makeInt(a / b) : impl_->makeFloat(BigFloat(a) / BigFloat(b));
      case Op::Rem: return b == 0 ? unknown() : impl_->makeInt(a % b);
      case Op::And: case Op::Or: case Op::Xor: case Op::AndNot: return impl_->makeInt(bitwise(a, op, b));
      default: return unknown();
    }
  }
  if (k == Kind::Float) {
    BigFloat a = floatOf(x), b = floatOf(y);
    switch (op) {
      case Op::Add: return impl_->makeFloat(a + b);
      case Op::Sub: return impl_->makeFloat(a - b);
      case Op::Mul: return impl_->makeFloat(a * b);
      case Op::Quo: return b == 0 ? unknown() : impl_->makeFloat(a / b);
      default: return unknown();
    }
  }
  if (k == Kind::Complex) {
    ValueRef a = real(x), b = imag(x), c = real(y), d = imag(y);
    auto add = [&](ValueRef p, ValueRef q) { return binary(p, Op::Add, q, false); };
    auto sub = [&](ValueRef p, ValueRef q) { return binary(p, Op::Sub, q, false); };
    auto mul = [&](ValueRef p, ValueRef q) { return binary(p, Op::Mul, q, false); };
    switch (op) {
      case Op::Add: return makeComplex(add(a, c), add(b, d));
      case Op::Sub: return makeComplex(sub(a, c), sub(b, d));
      case Op::Mul: return makeComplex(sub(mul(a, c), mul(b, d)), add(mul(b, c), mul(a, d)));
      case Op::Quo: {
        ValueRef n = add(mul(c, c), mul(d, d));
        if (sign(n) == 0) return unknown();
        return makeComplex(binary(add(mul(a, c), mul(b, d)), Op::Quo, n, false),
                           binary(sub(mul(b, c), mul(a, d)), Op::Quo, n, false));
      }
      default: return unknown();
    }
  }
  return unknown();
}

ValueRef Pool::shift(ValueRef x, Op op, unsigned n) {
  if (x->kind != Kind::Int) return unknown();
  if (n == 0) return x;
  BigInt a = bigOf(x);
  if (op == Op::Shl) return impl_->makeInt(a << n);
  // Arithmetic: towards minus infinity.
  if (a >= 0) return impl_->makeInt(a >> n);
  return impl_->makeInt(-((-a - 1) >> n) - 1);
}

bool compare(ValueRef x, Op op, ValueRef y) {
  if (x->kind == Kind::Unknown || y->kind == Kind::Unknown) return false;
  auto by = [op](int c) {
    switch (op) {
      case Op::Eql: return c == 0;
      case Op::Neq: return c != 0;
      case Op::Lss: return c < 0;
      case Op::Leq: return c <= 0;
      case Op::Gtr: return c > 0;
      default: return c >= 0;
    }
  };
  if (x->kind == Kind::Bool) return by(x->b == y->b ? 0 : 1);
  if (x->kind == Kind::String) return by(x->s.compare(y->s));
  if (x->kind == Kind::Complex || y->kind == Kind::Complex) {
    auto part = [](ValueRef v, bool im) -> BigFloat {
      if (v->kind != Kind::Complex) return im ? BigFloat(0) : floatOf(v);
      return floatOf(im ? v->im : v->re);
    };
    bool eq = part(x, false) == part(y, false) && part(x, true) == part(y, true);
    return by(eq ? 0 : 1);
  }
  if (x->kind == Kind::Int && y->kind == Kind::Int) {
    if (x->small && y->small) return by(x->i < y->i ? -1 : x->i > y->i);
    return by(bigOf(x).compare(bigOf(y)));
  }
  return by(floatOf(x).compare(floatOf(y)));
}

Kind kindOf(ValueRef v) { return v->kind; }
bool boolVal(ValueRef v) { return v->b; }
const std::string& stringVal(ValueRef v) { return v->s; }
bool int64Val(ValueRef v, int64_t* out) {
  if (v->kind != Kind::Int || !v->small) return false;
  *out = v->i;
  return true;
}
bool uint64Val(ValueRef v, uint64_t* out) {
  if (v->kind != Kind::Int) return false;
  if (v->small) {
    if (v->i < 0) return false;
    *out = static_cast<uint64_t>(v->i);
    return true;
  }
  if (v->big < 0 || v->big > std::numeric_limits<uint64_t>::max()) return false;
  *out = static_cast<uint64_t>(v->big);
  return true;
}

namespace {

// Nearest IEEE value with ties to even, denormals included: `digits` bits of mantissa, least exponent `minExp`.
double roundTo(const BigFloat& x, int digits, int minExp, int maxExp) {
  if (x == 0) return 0;
  bool neg = x < 0;
  BigFloat a = mp::abs(x);
  int e;
  mp::frexp(a, &e);                         // a = m * 2^e, 0.5 <= m < 1
  int drop = std::max(e - digits, minExp);  // the result is a multiple of 2^drop
  BigFloat scaledUp = mp::ldexp(a, -drop);
  BigFloat whole = mp::floor(scaledUp);
  BigFloat rest = scaledUp - whole;
  BigInt n = whole.convert_to<BigInt>();
  BigFloat half(0.5);
  if (rest > half || (rest == half && mp::bit_test(n, 0))) n += 1;
  if (n == 0) return neg ? -0.0 : 0.0;
  double d = std::ldexp(static_cast<double>(n), drop);
  if (std::isinf(d) || d >= std::ldexp(1.0, maxExp > 1023 ? 1023 : maxExp) * (maxExp > 1023 ? 2.0 : 1.0))
    d = std::numeric_limits<double>::infinity();
  return neg ? -d : d;
}

}  // namespace

double float64Val(ValueRef v) {
  if (v->kind == Kind::Int && v->small && v->i > -(int64_t{1} << 53) && v->i < (int64_t{1} << 53)) return static_cast<double>(v->i);
  if (v->kind == Kind::Complex) return float64Val(v->re);
  return roundTo(floatOf(v), 53, -1074, 1024);
}
float float32Val(ValueRef v) {
  if (v->kind == Kind::Complex) return float32Val(v->re);
  return static_cast<float>(roundTo(floatOf(v), 24, -149, 128));
}

int sign(ValueRef v) {
  switch (v->kind) {
    case Kind::Int: return v->small ? (v->i > 0) - (v->i < 0) : v->big.sign();
    case Kind::Float: return v->f.sign();
    case Kind::Complex: return sign(v->re) | sign(v->im);
    default: return 1;
  }
}

int bitLen(ValueRef v) {
  if (v->kind != Kind::Int) return 0;
  BigInt a = mp::abs(bigOf(v));
  return a == 0 ? 0 : static_cast<int>(mp::msb(a)) + 1;
}

namespace {

std::string floatText(const BigFloat& f) {
  double d = f.convert_to<double>();
  if (f == 0 || (std::isfinite(d) && d != 0)) {
    char buf[64];
    std::snprintf(buf, sizeof buf, "%.6g", d);
    return buf;
  }
  // Beyond float64: mantissa and decimal exponent by hand.
  BigFloat a = mp::abs(f);
  int e = static_cast<int>(mp::floor(mp::log10(a)).convert_to<int>());
  BigFloat m = a / mp::pow(BigFloat(10), e);
  char buf[64];
  std::snprintf(buf, sizeof buf, "%s%.6ge%+03d", f < 0 ? "-" : "", m.convert_to<double>(), e);
  return buf;
}

std::string quoted(const std::string& s) {
  std::string out = "\"";
  for (char c : s) {
    unsigned char u = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\r') {
      out += "\\r";
    } else if (u < 0x20 || u == 0x7f) {
      char buf[8];
      std::snprintf(buf, sizeof buf, "\\x%02x", u);
      out += buf;
    } else {
      out += c;
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
      constexpr size_t kMost = 72;
      std::string s = quoted(v->s);
      if (s.size() <= kMost) return s;
      size_t cut = kMost - 3;
      while (cut > 0 && (static_cast<unsigned char>(s[cut]) & 0xC0) == 0x80) cut--;
      return s.substr(0, cut) + "...";
    }
    case Kind::Int: return v->small ? std::to_string(v->i) : v->big.str();
    case Kind::Float: return floatText(v->f);
    case Kind::Complex: return "(" + toString(v->re) + " + " + toString(v->im) + "i)";
  }
  return "";
}

std::string exactString(ValueRef v) {
  if (v->kind == Kind::String) return quoted(v->s);
  if (v->kind == Kind::Float) return v->f.str(60);
  return toString(v);
}

}  // namespace hood::constant
