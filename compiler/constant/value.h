// Exact compile-time constants, after go/constant: booleans, strings, integers of any size, rationals, big floats
// (at least 512 bits of mantissa) and complex numbers. Values are immutable and shared; Boost.Multiprecision stays
// inside value.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "compiler/ast/ast.h"

namespace hood {
class ByteReader;
class ByteWriter;
}  // namespace hood

namespace hood::constant {

enum class Kind : uint8_t { Unknown, Bool, String, Int, Float, Complex };

class Value;
using ValueRef = const Value*;

// Owns the values of a compilation.
class Pool {
 public:
  Pool();
  ~Pool();
  Pool(const Pool&) = delete;
  struct Impl;
  Impl& impl() { return *impl_; }

  ValueRef unknown();
  ValueRef makeBool(bool b);
  ValueRef makeString(std::string s);
  ValueRef makeInt64(int64_t v);
  ValueRef makeUint64(uint64_t v);
  ValueRef makeFloat64(double v);  // finite
  // From source text (with underscores, prefixes, quotes). Unknown when malformed.
  ValueRef fromLiteral(std::string_view text, ast::LitKind kind);

  // Go's constant arithmetic. Operands are matched to the larger kind; x / y on Ints is integer division only when
  // intDiv is set. Division by zero is the caller's to exclude. Unknown operands give Unknown.
  ValueRef unary(ast::Op op, ValueRef x, unsigned unsignedBits);  // for ^ of an unsigned type: its size in bits, else 0
  ValueRef binary(ValueRef x, ast::Op op, ValueRef y, bool intDiv);
  ValueRef shift(ValueRef x, ast::Op op, unsigned n);
  ValueRef toInt(ValueRef x);    // Unknown if not integral
  ValueRef toFloat(ValueRef x);  // Unknown if it has an imaginary part
  ValueRef toComplex(ValueRef x);
  ValueRef real(ValueRef x);
  ValueRef imag(ValueRef x);
  ValueRef makeComplex(ValueRef re, ValueRef im);
  ValueRef roundFloat32(ValueRef x);  // nearest float32; Unknown on overflow
  ValueRef roundFloat64(ValueRef x);
  ValueRef decode(ByteReader& r);  // what encode() wrote

 private:
  ValueRef complexes(ValueRef x, ast::Op op, ValueRef y);

  std::unique_ptr<Impl> impl_;
};

bool compare(ValueRef x, ast::Op op, ValueRef y);

Kind kindOf(ValueRef v);
bool boolVal(ValueRef v);
const std::string& stringVal(ValueRef v);
bool int64Val(ValueRef v, int64_t* out);  // false when it does not fit
bool uint64Val(ValueRef v, uint64_t* out);
double float64Val(ValueRef v);  // nearest; ±Inf on overflow
float float32Val(ValueRef v);
int sign(ValueRef v);    // -1, 0, 1; complex: 0 only if zero
int bitLen(ValueRef v);  // of |Int|
// As messages print it ("1 << 100" is 1267650600228229401496703205376; floats %.6g; strings quoted, shortened).
std::string toString(ValueRef v);
std::string exactString(ValueRef v);
void encode(ValueRef v, ByteWriter& w);  // exactly

}  // namespace hood::constant
