// Constants as bytes, exactly: for compiled packages.
#include "base/codec.h"
#include "compiler/constant/value_impl.h"

namespace hood::constant {

namespace {

enum class Form : uint8_t { Unknown, False, True, String, Small, Big, Rat, Float, Complex };

constexpr int kMantissaBits = 512;

void writeBig(ByteWriter& w, const BigInt& v) {
  w.flag(v < 0);
  std::string digits;
  mp::export_bits(BigInt(mp::abs(v)), std::back_inserter(digits), 8);
  w.str(digits);
}

BigInt readBig(ByteReader& r) {
  bool negative = r.flag();
  std::string_view digits = r.str();
  BigInt v;
  if (!digits.empty()) {
    std::vector<unsigned char> bytes(digits.begin(), digits.end());
    mp::import_bits(v, bytes.begin(), bytes.end(), 8);
  }
  return negative ? BigInt(-v) : v;
}

}  // namespace

void encode(ValueRef v, ByteWriter& w) {
  auto form = [&](Form f) { w.u8(static_cast<uint8_t>(f)); };
  switch (v->kind) {
    case Kind::Unknown: form(Form::Unknown); return;
    case Kind::Bool: form(v->b ? Form::True : Form::False); return;
    case Kind::String:
      form(Form::String);
      w.str(v->s);
      return;
    case Kind::Int:
      form(v->small ? Form::Small : Form::Big);
      if (v->small) {
        w.snum(v->i);
      } else {
        writeBig(w, v->big);
      }
      return;
    case Kind::Float:
      if (v->rat != nullptr) {
        form(Form::Rat);
        writeBig(w, mp::numerator(*v->rat));
        writeBig(w, mp::denominator(*v->rat));
        return;
      } else {
        form(Form::Float);
        int64_t exp = 0;
        BigFloat m = mp::frexp(v->f, &exp);  // in [1/2, 1): as an integer when scaled by the precision
        writeBig(w, mp::ldexp(m, kMantissaBits).convert_to<BigInt>());
        w.snum(exp);
        return;
      }
    case Kind::Complex:
      form(Form::Complex);
      encode(v->re, w);
      encode(v->im, w);
      return;
  }
}

ValueRef Pool::decode(ByteReader& r) {
  switch (static_cast<Form>(r.u8())) {
    case Form::Unknown: return unknown();
    case Form::False: return makeBool(false);
    case Form::True: return makeBool(true);
    case Form::String: return makeString(std::string(r.str()));
    case Form::Small: return makeInt64(r.snum());
    case Form::Big: return impl_->makeInt(readBig(r));
    case Form::Rat: {
      BigInt num = readBig(r), den = readBig(r);
      return den == 0 ? unknown() : impl_->makeRat(BigRat(num, den));
    }
    case Form::Float: {
      BigFloat m(readBig(r));
      int64_t exp = r.snum();
      return impl_->makeFloat(mp::ldexp(m, exp - kMantissaBits));
    }
    case Form::Complex: {
      ValueRef parts[2];
      for (ValueRef& part : parts) {
        ByteReader ahead = r;
        if (static_cast<Form>(ahead.u8()) == Form::Complex) return unknown();  // damaged
        part = decode(r);
      }
      return makeComplex(parts[0], parts[1]);
    }
  }
  return unknown();
}

}  // namespace hood::constant
