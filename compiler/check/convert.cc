// Untyped operands and the types they take on, representability of constants, assignability, conversions.
// Mirrors: types2/const.go, conversions.go, and operand.go's assignableTo.
#include "compiler/check/checker.h"

namespace hood::check {

using constant::Kind;

namespace {

bool isBasicKind(Type* t, BasicKind k) {
  Basic* b = asBasic(t);
  return b != nullptr && b->basic == k;
}

bool isBytesOrRunes(Type* t) {
  SliceType* s = asSlice(t);
  return s != nullptr && (isBasicKind(s->elem, BasicKind::Uint8) || isBasicKind(s->elem, BasicKind::Int32));
}

bool isUnsafePointer(Type* t) { return isBasicKind(t, BasicKind::UnsafePointer); }

bool isConstType(Type* t) { return isBasicInfo(t, IsConstType); }

// Types that a name denotes: predeclared, defined, type parameters.
bool hasName(Type* t) { return t->kind == TypeKind::Basic || t->kind == TypeKind::Named || t->kind == TypeKind::TypeParam; }

bool isEmptyInterface(Interface* i) {
  completeInterface(i);
  return i->allMethods.empty() && !i->comparable && !i->constraintOnly;
}

bool isInterfacePointer(Type* t) {
  Pointer* p = asPointer(t);
  return p != nullptr && isInterface(p->elem);
}

// How many bits an integer type has; 0: any number (untyped).
unsigned integerBits(const Basic* t) {
  return (t->info & IsUntyped) != 0 ? 0 : static_cast<unsigned>(sizeOf(const_cast<Basic*>(t))) * 8;
}

bool fitsInteger(ValueRef v, const Basic* t) {
  unsigned bits = integerBits(t);
  if (bits == 0) return true;
  int64_t i;
  if ((t->info & IsUnsigned) != 0) return constant::sign(v) >= 0 && constant::bitLen(v) <= static_cast<int>(bits);
  if (!constant::int64Val(v, &i)) return false;
  return bits == 64 || (i >= -(int64_t{1} << (bits - 1)) && i < int64_t{1} << (bits - 1));
}

std::string utf8(uint32_t r) {
  if (r > 0x10FFFF || (r >= 0xD800 && r < 0xE000)) r = 0xFFFD;
  std::string s;
  auto put = [&s](uint32_t b) { s += static_cast<char>(b); };
  if (r < 0x80) {
    put(r);
  } else if (r < 0x800) {
    put(0xC0 | r >> 6);
    put(0x80 | (r & 63));
  } else if (r < 0x10000) {
    put(0xE0 | r >> 12);
    put(0x80 | (r >> 6 & 63));
    put(0x80 | (r & 63));
  } else {
    put(0xF0 | r >> 18);
    put(0x80 | (r >> 12 & 63));
    put(0x80 | (r >> 6 & 63));
    put(0x80 | (r & 63));
  }
  return s;
}

}  // namespace

// The wider of two untyped types; nullptr if they do not mix.
Type* Checker::maxUntyped(Type* x, Type* y) {
  if (x == y) return x;
  if (!isNumeric(x) || !isNumeric(y)) return nullptr;
  return static_cast<Basic*>(x)->basic > static_cast<Basic*>(y)->basic ? x : y;
}

// ---- constants ------------------------------------------------------------------------------------------------

// Whether v is a value of t; then *rounded is v as that type has it.
bool Checker::representableConst(ValueRef v, Basic* t, ValueRef* rounded) {
  if (constant::kindOf(v) == Kind::Unknown) return true;  // reported already
  if ((t->info & IsInteger) != 0) {
    ValueRef i = consts_.toInt(v);
    if (constant::kindOf(i) != Kind::Int || !fitsInteger(i, t)) return false;
    *rounded = i;
    return true;
  }
  if ((t->info & IsFloat) != 0) {
    ValueRef f = consts_.toFloat(v);
    if (constant::kindOf(f) != Kind::Float) return false;
    if (t->basic == BasicKind::Float32) f = consts_.roundFloat32(f);
    if (t->basic == BasicKind::Float64) f = consts_.roundFloat64(f);
    if (constant::kindOf(f) != Kind::Float) return false;
    *rounded = f;
    return true;
  }
  if ((t->info & IsComplex) != 0) {
    ValueRef c = consts_.toComplex(v);
    if (constant::kindOf(c) != Kind::Complex) return false;
    if ((t->info & IsUntyped) == 0) {
      bool narrow = t->basic == BasicKind::Complex64;
      auto round = [&](ValueRef part) {
        ValueRef f = consts_.toFloat(part);
        return narrow ? consts_.roundFloat32(f) : consts_.roundFloat64(f);
      };
      c = consts_.makeComplex(round(consts_.real(c)), round(consts_.imag(c)));
      if (constant::kindOf(c) != Kind::Complex) return false;
    }
    *rounded = c;
    return true;
  }
  if ((t->info & IsString) != 0) return constant::kindOf(v) == Kind::String;
  if ((t->info & IsBoolean) != 0) return constant::kindOf(v) == Kind::Bool;
  return false;
}

Checker::ConvErr Checker::representation(const Operand& x, Basic* t, ValueRef* rounded) {
  *rounded = x.val;
  if (representableConst(x.val, t, rounded)) return ConvErr::None;
  if (!isNumeric(x.type) || !isNumeric(t)) return ConvErr::Invalid;
  return !isInteger(x.type) && isInteger(t) ? ConvErr::Truncated : ConvErr::Overflow;
}

void Checker::representable(Operand& x, Basic* t) {
  ValueRef v;
  ConvErr err = representation(x, t, &v);
  if (err != ConvErr::None) {
    invalidConversion(err, x, t);
    x.mode = Mode::Invalid;
    return;
  }
  x.val = v;
}

void Checker::invalidConversion(ConvErr err, const Operand& x, Type* target) {
  switch (err) {
    case ConvErr::Truncated: error(x, str(x) + " truncated to " + str(target)); return;
    case ConvErr::Overflow: error(x, str(x) + " overflows " + str(target)); return;
    default: error(x, "cannot convert " + str(x) + " to type " + str(target)); return;
  }
}

// ---- untyped operands -----------------------------------------------------------------------------------------

// The type (*out) and, for a constant, the value (*val, else nullptr) that an untyped x has where `target` is wanted.
Checker::ConvErr Checker::implicitTypeAndValue(const Operand& x, Type* target, Type** out, ValueRef* val) {
  *out = x.type;
  *val = nullptr;
  if (x.invalid() || !isUntyped(x.type) || !isValid(target)) return ConvErr::None;
  if (isBasicKind(x.type, BasicKind::UntypedNil)) {
    if (!isNilable(target)) return ConvErr::Untyped;
    *out = target;
    return ConvErr::None;
  }
  if (isUntyped(target)) {
    Type* m = maxUntyped(x.type, target);
    if (m == nullptr) return ConvErr::Untyped;
    *out = m;
    return ConvErr::None;
  }
  Type* u = under(target);
  if (u->kind == TypeKind::TypeParam) {
    // A value of every type in the set; the constant itself stays exact.
    bool all = underIs(u, [&](Type* each) {
      Type* type;
      ValueRef value;
      return each != nullptr && implicitTypeAndValue(x, each, &type, &value) == ConvErr::None;
    });
    if (!all) return ConvErr::Untyped;
    *out = target;
    return ConvErr::None;
  }
  if (u->kind == TypeKind::Basic) {
    auto* b = static_cast<Basic*>(u);
    if (x.mode == Mode::Constant) {
      ConvErr err = representation(x, b, val);
      if (err != ConvErr::None) {
        *val = nullptr;
        return err;
      }
    } else {
      // Comparisons, and shifts whose count is no constant.
      uint16_t info = static_cast<Basic*>(x.type)->info & IsConstType;
      uint16_t wanted = (info & IsNumeric) != 0 ? static_cast<uint16_t>(IsNumeric) : info;
      if ((b->info & wanted) == 0) return ConvErr::Untyped;
    }
    *out = target;
    return ConvErr::None;
  }
  if (u->kind == TypeKind::Interface && isEmptyInterface(static_cast<Interface*>(u))) {
    // Values in interfaces have concrete types.
    *out = defaultType(ctx_, x.type);
    return ConvErr::None;
  }
  return ConvErr::Untyped;
}

void Checker::convertUntyped(Operand& x, Type* target) {
  Type* t;
  ValueRef v;
  ConvErr err = implicitTypeAndValue(x, target, &t, &v);
  if (err != ConvErr::None) {
    invalidConversion(err, x, target->kind == TypeKind::TypeParam ? target : under(target));
    x.mode = Mode::Invalid;
    return;
  }
  if (v != nullptr) {
    x.val = v;
    updateExprVal(x.expr, v);
  }
  if (t != x.type) {
    x.type = t;
    updateExprType(x.expr, t, false);
  }
}

// Gives an untyped x the type that it takes on where a value of `target` (nullptr: of no particular type) is wanted.
void Checker::setDefaultType(Operand& x, Type* target) {
  if (x.invalid() || !isUntyped(x.type)) return;
  convertUntyped(x, target == nullptr || isInterface(target) ? defaultType(ctx_, x.type) : target);
}

void Checker::updateExprVal(Expr* e, ValueRef v) {
  if (untyped_.count(e) != 0) e->value = v;
}

// The untyped expression e turned out to be of type t: so are the operands that it takes its type from. With t untyped
// and not final, more may come.
void Checker::updateExprType(Expr* e, Type* t, bool final) {
  if (untyped_.count(e) == 0) return;
  bool isConst = e->mode == Mode::Constant && e->value != nullptr;
  switch (e->kind) {
    case ast::NodeKind::ParenExpr: updateExprType(static_cast<ast::ParenExpr*>(e)->x, t, final); break;
    case ast::NodeKind::UnaryExpr:
      // A constant's operands do not matter any more.
      if (!isConst) updateExprType(static_cast<ast::UnaryExpr*>(e)->x, t, final);
      break;
    case ast::NodeKind::BinaryExpr: {
      auto* b = static_cast<ast::BinaryExpr*>(e);
      if (isConst || (b->op >= ast::Op::Eql && b->op <= ast::Op::Geq)) break;
      updateExprType(b->x, t, final);
      if (b->op != ast::Op::Shl && b->op != ast::Op::Shr) updateExprType(b->y, t, final);
      break;
    }
    default: break;
  }
  if (!final && isUntyped(t)) {
    e->type = under(t);
    return;
  }
  Type* old = e->type;
  untyped_.erase(e);
  auto shifted = isLhs_.find(e);
  if (shifted != isLhs_.end() && shifted->second && !allInteger(t)) {
    error(e, "invalid operation: shifted operand " + str(e) + " (type " + str(t) + ") must be integer");
    return;
  }
  if (isConst) {
    Operand c;
    c.mode = e->mode;
    c.type = old;
    c.val = e->value;
    c.expr = e;
    convertUntyped(c, t);
    if (c.invalid()) return;
    e->value = c.val;
  }
  e->type = t;
}

// ---- assignability --------------------------------------------------------------------------------------------

bool Checker::assignableTo(const Operand& x, Type* t, std::string* cause) {
  if (x.invalid() || !isValid(x.type) || !isValid(t)) return true;
  Type* v = x.type;
  if (identical(v, t)) return true;
  Type *vu = under(v), *tu = under(t);
  if (isUntyped(vu)) {
    Type* out;
    ValueRef val;
    return implicitTypeAndValue(x, t, &out, &val) == ConvErr::None;
  }
  bool params = v->kind == TypeKind::TypeParam || t->kind == TypeKind::TypeParam;
  if (!params && identical(vu, tu) && (!hasName(v) || !hasName(t))) return true;
  if (isInterface(t) || isInterfacePointer(t)) {
    if (implements(v, t, false, cause)) return true;
    if (v->kind != TypeKind::TypeParam) return false;
    if (cause != nullptr) cause->clear();  // of each of its types, below
  } else if (auto* vi = asInterface(v); vi != nullptr && implements(t, v, false, nullptr)) {
    if (cause != nullptr) *cause = "need type assertion";  // is one missing?
    return false;
  }
  Chan *vc = asChan(v), *tc = asChan(t);
  if (vc != nullptr && tc != nullptr && vc->dir == ast::ChanDir::Both && identical(vc->elem, tc->elem))
    return !hasName(v) || !hasName(t);
  return params && assignableParam(x, t, cause);
}

// What holds for all types of a type parameter holds for it, as long as the other type has no name.
bool Checker::assignableParam(const Operand& x, Type* t, std::string* cause) {
  Type* v = x.type;
  bool vp = v->kind == TypeKind::TypeParam, tp = t->kind == TypeKind::TypeParam;
  auto fail = [&](const std::string& why) {
    if (cause != nullptr) *cause = why;
    return false;
  };
  std::string detail;
  if (tp && !hasName(v)) {
    return typesAre(t, [&](Type* each, bool) {
      if (each == nullptr) return false;
      if (assignableTo(x, each, cause != nullptr ? &detail : nullptr)) return true;
      return fail("cannot assign " + str(v) + " to " + str(each) + " (in " + str(t) + ")" +
                  (detail.empty() ? "" : ": " + detail));
    });
  }
  if (vp && !hasName(t)) {
    return typesAre(v, [&](Type* each, bool) {
      if (each == nullptr) return false;
      Operand y = x;
      y.type = each;
      if (assignableTo(y, t, cause != nullptr ? &detail : nullptr)) return true;
      return fail("cannot assign " + str(each) + " (in " + str(v) + ") to " + str(t) +
                  (detail.empty() ? "" : ": " + detail));
    });
  }
  return false;
}

// ---- conversions ----------------------------------------------------------------------------------------------

// T(x), the result in x.
void Checker::conversion(Operand& x, Type* t) {
  bool constArg = x.mode == Mode::Constant;
  bool ok = false;
  std::string cause;
  if (constArg && isConstType(t)) {
    ok = constConversion(x, asBasic(t));
    if (!ok && isInteger(x.type) && isInteger(t)) {
      error(x, "constant " + constant::toString(x.val) + " overflows " + str(t));
      x.mode = Mode::Invalid;
      return;
    }
  } else if (constArg && t->kind == TypeKind::TypeParam) {
    ok = constParamConversion(x, t, &cause);
    x.mode = Mode::Value;  // type parameters have no constants
  } else if (convertibleTo(x, t, &cause)) {
    ok = true;
    x.mode = Mode::Value;
  }
  if (!ok) {
    if (constArg) x.mode = Mode::Constant;
    error(x, "cannot convert " + str(x) + " to type " + str(t) + (cause.empty() ? "" : ": " + cause));
    x.mode = Mode::Invalid;
    return;
  }
  // The argument's type is final. An untyped one gets T, except where the value is made of another type first.
  if (isUntyped(x.type)) {
    Type* final = t;
    if (isBasicKind(x.type, BasicKind::UntypedNil)) {
      // nil becomes T's
    } else if (isInterface(t) || (constArg && !isConstType(t))) {
      final = defaultType(ctx_, x.type);
    } else if (x.mode == Mode::Constant && isInteger(x.type) && isString(t)) {
      final = x.type;
    }
    updateExprType(x.expr, final, true);
  }
  x.type = t;
}

bool Checker::constConversion(Operand& x, Basic* t) {
  ValueRef v = x.val;
  if (representableConst(x.val, t, &v)) {
    x.val = v;
    return true;
  }
  if (!isInteger(x.type) || (t->info & IsString) == 0) return false;
  uint64_t rune;
  x.val =
      consts_.makeString(utf8(constant::uint64Val(x.val, &rune) && rune <= 0x10FFFF ? static_cast<uint32_t>(rune) : 0xFFFD));
  return true;
}

// T(c) with a type parameter T: the constant must convert to each of its types.
bool Checker::constParamConversion(Operand& x, Type* t, std::string* cause) {
  return underIs(t, [&](Type* u) {
    if (u == nullptr) {
      *cause = str(t) + " does not contain specific types";
      return false;
    }
    if (isString(x.type) && isBytesOrRunes(u)) return true;
    Operand each = x;
    if (isConstType(u) && constConversion(each, asBasic(u))) return true;
    if (isInteger(x.type) && isInteger(u)) {
      *cause = "constant " + constant::toString(x.val) + " overflows " + str(u) + " (in " + str(t) + ")";
    } else {
      *cause = "cannot convert " + str(x) + " to type " + str(u) + " (in " + str(t) + ")";
    }
    return false;
  });
}

// Conversions from and to type parameters: each type of the one must convert to each of the other.
bool Checker::convertibleParams(const Operand& x, Type* t, std::string* cause) {
  Type* v = x.type;
  bool vp = v->kind == TypeKind::TypeParam, tp = t->kind == TypeKind::TypeParam;
  std::string detail;
  auto fail = [&](const std::string& why) {
    *cause = why + (detail.empty() ? "" : ": " + detail);
    return false;
  };
  auto toEach = [&](const Operand& from, const std::string& fromName) {
    return typesAre(t, [&](Type* to, bool) {
      if (to == nullptr) return false;
      return convertibleTo(from, to, &detail) ||
             fail("cannot convert " + fromName + " to type " + str(to) + " (in " + str(t) + ")");
    });
  };
  if (!vp) return toEach(x, str(v));
  return typesAre(v, [&](Type* from, bool) {
    if (from == nullptr) return false;
    Operand y = x;
    y.type = from;
    if (tp) return toEach(y, str(from) + " (in " + str(v) + ")");
    return convertibleTo(y, t, &detail) || fail("cannot convert " + str(from) + " (in " + str(v) + ") to type " + str(t));
  });
}

bool Checker::convertibleTo(const Operand& x, Type* t, std::string* cause) {
  if (assignableTo(x, t, cause)) return true;
  Type *v = x.type, *vu = under(v), *tu = under(t);
  bool params = v->kind == TypeKind::TypeParam || t->kind == TypeKind::TypeParam;
  if (params) return convertibleParams(x, t, cause);
  if (identicalIgnoreTags(vu, tu)) return true;
  if (v->kind == TypeKind::Pointer && t->kind == TypeKind::Pointer &&
      static_cast<Pointer*>(v)->elem->kind != TypeKind::TypeParam &&
      static_cast<Pointer*>(t)->elem->kind != TypeKind::TypeParam &&
      identicalIgnoreTags(under(static_cast<Pointer*>(v)->elem), under(static_cast<Pointer*>(t)->elem)))
    return true;
  auto isIntegerOrFloat = [](Type* a) { return isBasicInfo(a, IsInteger | IsFloat); };
  if (isIntegerOrFloat(vu) && isIntegerOrFloat(tu)) return true;
  if (isComplex(vu) && isComplex(tu)) return true;
  if ((isInteger(vu) || isBytesOrRunes(vu)) && isString(tu)) return true;
  if (isString(vu) && isBytesOrRunes(tu)) return true;
  auto isPointerOrUintptr = [](Type* a) { return asPointer(a) != nullptr || isBasicKind(a, BasicKind::Uintptr); };
  if (isPointerOrUintptr(vu) && isUnsafePointer(tu)) return true;
  if (isUnsafePointer(vu) && isPointerOrUintptr(tu)) return true;
  SliceType* s = asSlice(vu);
  if (s == nullptr) return false;
  auto sliceTo = [&](Array* a, int minor, const char* what) {
    if (a == nullptr || !identical(s->elem, a->elem)) return false;
    if (x.expr == nullptr || allowVersion(x.expr->pos, minor)) return true;
    *cause = std::string("conversion of slice to ") + what + " requires go1." + std::to_string(minor) + " or later";
    return false;
  };
  if (Pointer* p = asPointer(tu)) return sliceTo(asArray(p->elem), 17, "array pointer");
  return sliceTo(asArray(tu), 20, "array");
}

}  // namespace hood::check
