// Exact constant arithmetic. Mirrors: go/constant.
// Integers are int64 while they fit, then Boost's cpp_int. Floats are ratios of integers while those stay small, so that
// 1.0/3*3 is 1, and 512-bit binary floats (gc's own precision) beyond that.
#include <algorithm>
#include <cmath>
#include <limits>

#include "compiler/constant/value_impl.h"

namespace hood::constant {

using ast::Op;

// ---- making values --------------------------------------------------------------------------------------------

Value* Pool::Impl::add(Kind k) {
  values.emplace_back();
  values.back().kind = k;
  return &values.back();
}

ValueRef Pool::Impl::makeInt(BigInt v) {
  Value* r = add(Kind::Int);
  if (v >= std::numeric_limits<int64_t>::min() && v <= std::numeric_limits<int64_t>::max()) {
    r->small = true;
    r->i = static_cast<int64_t>(v);
  } else {
    r->big = std::move(v);
  }
  return r;
}

ValueRef Pool::Impl::makeFloat(BigFloat v) {
  if (!mp::isfinite(v)) return &unknownValue;
  int64_t e = 0;
  if (v != 0) mp::frexp(v, &e);
  if (e > std::numeric_limits<int32_t>::max()) return &unknownValue;
  if (v == 0 || e < std::numeric_limits<int32_t>::min()) return makeRat(0);  // constants have no negative zero
  Value* r = add(Kind::Float);
  r->f = std::move(v);
  return r;
}

ValueRef Pool::Impl::makeRat(BigRat v) {
  constexpr int kMostBits = 4096;
  BigInt n = mp::numerator(v), d = mp::denominator(v);
  if (bitLength(n) >= kMostBits || bitLength(d) >= kMostBits) return makeFloat(BigFloat(n) / BigFloat(d));
  Value* r = add(Kind::Float);
  r->rat = std::make_unique<BigRat>(std::move(v));
  return r;
}

BigRat ratOf(ValueRef v) { return v->kind == Kind::Int ? BigRat(bigOf(v)) : *v->rat; }

BigFloat floatOf(ValueRef v) {
  if (v->kind == Kind::Int) return v->small ? BigFloat(v->i) : BigFloat(v->big);
  return v->rat != nullptr ? BigFloat(mp::numerator(*v->rat)) / BigFloat(mp::denominator(*v->rat)) : v->f;
}

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
ValueRef Pool::makeFloat64(double d) {
  if (!std::isfinite(d)) return unknown();
  int e;
  double m = std::frexp(d, &e);
  BigInt n = static_cast<int64_t>(std::ldexp(m, 53));
  e -= 53;
  return impl_->makeRat(e >= 0 ? BigRat(n << e) : BigRat(n, BigInt(1) << -e));
}
ValueRef Pool::makeComplex(ValueRef re, ValueRef im) {
  if (re->kind == Kind::Unknown || im->kind == Kind::Unknown) return unknown();
  Value* v = impl_->add(Kind::Complex);
  v->re = re;
  v->im = im;
  return v;
}

// ---- from kind to kind ----------------------------------------------------------------------------------------

namespace {

// The integer that f is, or is but for the last bits that earlier roundings have spoilt.
bool integerOf(const BigFloat& f, BigInt* out) {
  constexpr int kTrusted = 508;  // bits
  int64_t e;
  mp::frexp(f, &e);
  if (e > 4096) return false;
  BigFloat scaled = mp::ldexp(f, kTrusted - e);
  for (const BigFloat& candidate : {f, BigFloat(mp::ldexp(BigFloat(mp::floor(scaled)), e - kTrusted)),
                                    BigFloat(mp::ldexp(BigFloat(mp::ceil(scaled)), e - kTrusted))})
    if (mp::trunc(candidate) == candidate) {
      *out = candidate.convert_to<BigInt>();
      return true;
    }
  return false;
}

}  // namespace

ValueRef Pool::toInt(ValueRef x) {
  switch (x->kind) {
    case Kind::Int: return x;
    case Kind::Float: {
      if (x->rat != nullptr) return mp::denominator(*x->rat) == 1 ? impl_->makeInt(mp::numerator(*x->rat)) : unknown();
      BigInt v;
      return integerOf(x->f, &v) ? impl_->makeInt(std::move(v)) : unknown();
    }
    case Kind::Complex: return sign(x->im) == 0 ? toInt(x->re) : unknown();
    default: return unknown();
  }
}
ValueRef Pool::toFloat(ValueRef x) {
  switch (x->kind) {
    case Kind::Int: return impl_->makeRat(ratOf(x));
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

ValueRef Pool::roundFloat32(ValueRef x) {
  float f = float32Val(x);
  return makeFloat64(f);
}
ValueRef Pool::roundFloat64(ValueRef x) {
  double d = float64Val(x);
  return makeFloat64(d);
}

// ---- arithmetic -----------------------------------------------------------------------------------------------

ValueRef Pool::unary(Op op, ValueRef x, unsigned unsignedBits) {
  switch (op) {
    case Op::Add: return x;
    case Op::Sub:
      if (x->kind == Kind::Int) return impl_->makeInt(-bigOf(x));
      if (x->kind == Kind::Float) return x->rat != nullptr ? impl_->makeRat(-*x->rat) : impl_->makeFloat(-x->f);
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

ValueRef integers(Pool::Impl& pool, ValueRef x, Op op, ValueRef y, bool intDiv) {
  if (x->small && y->small) {
    int64_t r;
    auto small = [&](int64_t v) {
      Value* n = pool.add(Kind::Int);
      n->small = true;
      n->i = v;
      return n;
    };
    switch (op) {
      case Op::Add:
        if (!__builtin_add_overflow(x->i, y->i, &r)) return small(r);
        break;
      case Op::Sub:
        if (!__builtin_sub_overflow(x->i, y->i, &r)) return small(r);
        break;
      case Op::Mul:
        if (!__builtin_mul_overflow(x->i, y->i, &r)) return small(r);
        break;
      case Op::And: return small(x->i & y->i);
      case Op::Or: return small(x->i | y->i);
      case Op::Xor: return small(x->i ^ y->i);
      case Op::AndNot: return small(x->i & ~y->i);
      default: break;
    }
  }
  BigInt a = bigOf(x), b = bigOf(y);
  switch (op) {
    case Op::Add: return pool.makeInt(a + b);
    case Op::Sub: return pool.makeInt(a - b);
    case Op::Mul: return pool.makeInt(a * b);
    case Op::Quo:
      if (b == 0) return &pool.unknownValue;
      return intDiv ? pool.makeInt(a / b) : pool.makeRat(BigRat(a, b));
    case Op::Rem: return b == 0 ? &pool.unknownValue : pool.makeInt(a % b);
    case Op::And:
    case Op::Or:
    case Op::Xor:
    case Op::AndNot: return pool.makeInt(bitwise(a, op, b));
    default: return &pool.unknownValue;
  }
}

template <class T>
T arithmetic(const T& a, Op op, const T& b) {
  switch (op) {
    case Op::Add: return T(a + b);
    case Op::Sub: return T(a - b);
    case Op::Mul: return T(a * b);
    default: return T(a / b);
  }
}

ValueRef floats(Pool::Impl& pool, ValueRef x, Op op, ValueRef y) {
  if (op != Op::Add && op != Op::Sub && op != Op::Mul && op != Op::Quo) return &pool.unknownValue;
  if (op == Op::Quo && sign(y) == 0) return &pool.unknownValue;
  if (isRat(x) && isRat(y)) return pool.makeRat(arithmetic(ratOf(x), op, ratOf(y)));
  return pool.makeFloat(arithmetic(floatOf(x), op, floatOf(y)));
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
  switch (std::max(x->kind, y->kind)) {
    case Kind::Int: return integers(*impl_, x, op, y, intDiv);
    case Kind::Float: return floats(*impl_, x, op, y);
    case Kind::Complex: return complexes(x, op, y);
    default: return unknown();
  }
}

ValueRef Pool::complexes(ValueRef x, Op op, ValueRef y) {
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
    auto re = [](ValueRef v) { return v->kind == Kind::Complex ? v->re : v; };
    auto imIsZero = [](ValueRef v) { return v->kind != Kind::Complex || sign(v->im) == 0; };
    bool eq = compare(re(x), Op::Eql, re(y));
    if (x->kind == Kind::Complex && y->kind == Kind::Complex) {
      eq = eq && compare(x->im, Op::Eql, y->im);
    } else {
      eq = eq && imIsZero(x) && imIsZero(y);
    }
    return by(eq ? 0 : 1);
  }
  if (x->kind == Kind::Int && y->kind == Kind::Int) {
    if (x->small && y->small) return by(x->i < y->i ? -1 : x->i > y->i);
    return by(bigOf(x).compare(bigOf(y)));
  }
  if (isRat(x) && isRat(y)) return by(ratOf(x).compare(ratOf(y)));
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
  int64_t e;
  mp::frexp(a, &e);  // a = m * 2^e, 0.5 <= m < 1
  if (e > maxExp) return neg ? -HUGE_VAL : HUGE_VAL;
  int64_t drop = std::max<int64_t>(e - digits, minExp);  // the result is a multiple of 2^drop
  BigFloat scaledUp = mp::ldexp(a, -drop);
  BigFloat whole = mp::floor(scaledUp);
  BigFloat rest = scaledUp - whole;
  BigInt n = whole.convert_to<BigInt>();
  BigFloat half(0.5);
  if (rest > half || (rest == half && mp::bit_test(n, 0))) n += 1;
  if (n == 0) return 0;
  double d = std::ldexp(static_cast<double>(n), static_cast<int>(drop));
  if (std::isinf(d) || d >= std::ldexp(1.0, maxExp > 1023 ? 1023 : maxExp) * (maxExp > 1023 ? 2.0 : 1.0))
    d = std::numeric_limits<double>::infinity();
  return neg ? -d : d;
}

// r to 256 bits, the last of which tells whether anything was cut off: enough for roundTo() to round r itself.
BigFloat withStickyBit(const BigRat& r) {
  constexpr int kBits = 256;
  BigInt n = mp::abs(mp::numerator(r)), d = mp::denominator(r);
  int shift = kBits - (bitLength(n) - bitLength(d));
  if (shift >= 0) {
    n <<= shift;
  } else {
    d <<= -shift;
  }
  BigInt q = n / d;
  if (q * d != n) q |= 1;
  BigFloat f = mp::ldexp(BigFloat(q), -shift);
  return r < 0 ? BigFloat(-f) : f;
}

BigFloat toBeRounded(ValueRef v) {
  return v->kind == Kind::Float && v->rat != nullptr ? withStickyBit(*v->rat) : floatOf(v);
}

}  // namespace

double float64Val(ValueRef v) {
  if (v->kind == Kind::Int && v->small && v->i > -(int64_t{1} << 53) && v->i < (int64_t{1} << 53))
    return static_cast<double>(v->i);
  if (v->kind == Kind::Complex) return float64Val(v->re);
  return roundTo(toBeRounded(v), 53, -1074, 1024);
}
float float32Val(ValueRef v) {
  if (v->kind == Kind::Complex) return float32Val(v->re);
  return static_cast<float>(roundTo(toBeRounded(v), 24, -149, 128));
}

int sign(ValueRef v) {
  switch (v->kind) {
    case Kind::Int: return v->small ? (v->i > 0) - (v->i < 0) : v->big.sign();
    case Kind::Float: return v->rat != nullptr ? v->rat->sign() : v->f.sign();
    case Kind::Complex: return sign(v->re) | sign(v->im);
    default: return 1;
  }
}

int bitLen(ValueRef v) { return v->kind == Kind::Int ? bitLength(bigOf(v)) : 0; }

}  // namespace hood::constant
