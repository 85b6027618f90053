// The inside of exact constants: what value.h hides. For this folder only.
#pragma once

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>
#include <deque>

#include "compiler/constant/value.h"

namespace hood::constant {

namespace mp = boost::multiprecision;
using BigInt = mp::cpp_int;
using BigRat = mp::cpp_rational;
// 512 bits of mantissa, as gc's. The exponents that count are those of 32 bits (makeFloat), also as gc's.
using BigFloat = mp::number<mp::cpp_bin_float<512, mp::digit_base_2, void, std::int64_t>, mp::et_off>;

// Never changed once it is in the pool.
class Value {
 public:
  Kind kind = Kind::Unknown;
  bool b = false;
  bool small = false;  // Int: the value is `i`, else `big`
  int64_t i = 0;
  BigInt big;
  // Float: exact while numerator and denominator are of moderate size (*rat), rounded to 512 bits beyond that (f).
  std::unique_ptr<BigRat> rat;
  BigFloat f;
  ValueRef re = nullptr, im = nullptr;
  std::string s;
};

struct Pool::Impl {
  std::deque<Value> values;
  Value unknownValue, trueValue, falseValue;

  Value* add(Kind k);
  ValueRef makeInt(BigInt v);
  ValueRef makeFloat(BigFloat v);  // Unknown if too large, 0 if too small
  ValueRef makeRat(BigRat r);      // Kind Float
};

inline BigInt bigOf(ValueRef v) { return v->small ? BigInt(v->i) : v->big; }
inline bool isRat(ValueRef v) { return v->kind == Kind::Int || (v->kind == Kind::Float && v->rat != nullptr); }
BigRat ratOf(ValueRef v);      // REQUIRES: isRat(v)
BigFloat floatOf(ValueRef v);  // Int or Float, rounded to 512 bits

// Bits of |v|.
inline int bitLength(const BigInt& v) { return v == 0 ? 0 : static_cast<int>(mp::msb(BigInt(mp::abs(v)))) + 1; }

}  // namespace hood::constant
