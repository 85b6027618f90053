// Expressions: operands, unary and binary operators, comparison, shifts, type assertions. Mirrors: types2/expr.go, operand.go.
#include "compiler/check/checker.h"

#include <algorithm>

namespace hood::check {

using ast::NodeKind;
using ast::Op;
using constant::Kind;

// ---- how messages describe operands ---------------------------------------------------------------------------

std::string Checker::str(const Operand& x) const {
  if (x.mode == Mode::NilValue) return "nil";
  std::string e;
  if (x.expr != nullptr) {
    e = str(x.expr);
  } else if (x.mode == Mode::TypeExpr) {
    e = str(x.type);
  } else if (x.mode == Mode::Constant) {
    e = constant::toString(x.val);
  }
  std::string out;
  if (!e.empty()) out = e + " (";
  bool hasType = false;
  switch (x.mode) {
    case Mode::Invalid:
    case Mode::NoValue:
    case Mode::Builtin:
    case Mode::TypeExpr: break;
    default:
      if (x.type != nullptr) {
        if (isUntyped(x.type)) {
          out += std::string(static_cast<Basic*>(x.type)->name) + ' ';
        } else {
          hasType = true;
        }
      }
  }
  switch (x.mode) {
    case Mode::Invalid: out += "invalid operand"; break;
    case Mode::NoValue: out += "no value"; break;
    case Mode::Builtin: out += "built-in"; break;
    case Mode::TypeExpr: out += "type"; break;
    case Mode::Constant: out += "constant"; break;
    case Mode::Variable: out += "variable"; break;
    case Mode::MapIndex: out += "map index expression"; break;
    case Mode::CommaOk: out += "comma, ok expression"; break;
    default: out += "value"; break;
  }
  if (x.mode == Mode::Constant && x.val != nullptr) {
    std::string v = constant::toString(x.val);
    if (v != e) out += ' ' + v;
  }
  if (hasType && !isValid(x.type)) out += " with invalid type";
  if (hasType && isValid(x.type)) {
    out += (isGeneric(x.type) ? " of generic type " : " of type ") + str(x.type);
    if (TypeParam* p = asTypeParam(x.type)) {
      out += " constrained by " + str(p->constraint);
      if (Interface* i = ifaceOf(p); i != nullptr && isEmptySet(i)) out += " with empty type set";
    }
  }
  if (!e.empty()) out += ')';
  return out;
}

// ---- entry points ---------------------------------------------------------------------------------------------

void Checker::record(Operand& x) {
  Expr* e = x.expr;
  if (e == nullptr) return;
  e->mode = x.mode;
  e->type = x.type;
  e->value = x.mode == Mode::Constant ? x.val : nullptr;
  if (x.mode != Mode::Invalid && x.type != nullptr && isUntyped(x.type) && x.mode != Mode::Builtin) untyped_.insert(e);
}

void Checker::rawExpr(Operand& x, Expr* e, Type* hint, bool allowGeneric, const Target* target) {
  if (++depth_ > 5000) {
    depth_--;
    x.mode = Mode::Invalid;
    x.expr = e;
    error(e, "expression nested too deeply");
    return;
  }
  x = Operand{};
  x.expr = e;
  exprInternal(x, e, hint, target);
  x.expr = e;
  if (!allowGeneric)
    nonGeneric(target != nullptr ? target->type : nullptr, target != nullptr ? target->desc : std::string(), x);
  record(x);
  depth_--;
}

bool Checker::exclude(Operand& x, bool noValue, bool builtin, bool typeExpr) {
  switch (x.mode) {
    case Mode::NoValue:
      if (!noValue) return false;
      error(x, str(x.expr) + " (no value) used as value");
      break;
    case Mode::Builtin:
      if (!builtin) return false;
      error(x, str(x.expr) + " (built-in) must be called");
      break;
    case Mode::TypeExpr:
      if (!typeExpr) return false;
      error(x, str(x.expr) + " (type) is not an expression");
      break;
    default: return false;
  }
  x.mode = Mode::Invalid;
  if (x.expr != nullptr) x.expr->mode = Mode::Invalid;
  return true;
}

void Checker::singleValue(Operand& x) {
  if (x.mode == Mode::Value && x.type != nullptr && x.type->kind == TypeKind::Tuple) {
    size_t n = static_cast<Tuple*>(x.type)->vars.size();
    if (n != 1) {
      error(x, "multiple-value " + str(x.expr) + " (value of type " + str(x.type) + ") in single-value context");
      x.mode = Mode::Invalid;
    }
  }
}

void Checker::expr(Operand& x, Expr* e, Type* hint) {
  rawExpr(x, e, hint);
  exclude(x, true, true, true);
  singleValue(x);
}
void Checker::exprWithHint(Operand& x, Expr* e, Type* hint) { expr(x, e, hint); }
void Checker::multiExpr(Operand& x, Expr* e) {
  rawExpr(x, e, nullptr);
  exclude(x, true, true, true);
}
void Checker::exprFor(Operand& x, Expr* e, const Target& target) {
  rawExpr(x, e, nullptr, false, &target);
  exclude(x, true, true, true);
  singleValue(x);
}
void Checker::genericExpr(Operand& x, Expr* e) {
  rawExpr(x, e, nullptr, true);
  exclude(x, true, true, true);
  singleValue(x);
}
void Checker::exprOrType(Operand& x, Expr* e, bool allowGeneric) {
  rawExpr(x, e, nullptr, allowGeneric);
  exclude(x, true, false, false);
  singleValue(x);
}

void Checker::use(Expr* e) {
  if (e == nullptr) return;
  Operand x;
  size_t before = diags_.count();
  (void)before;
  switch (e->kind) {
    case NodeKind::KeyValueExpr: use(static_cast<ast::KeyValueExpr*>(e)->val); return;
    case NodeKind::Ident:
      if (static_cast<ast::Ident*>(e)->name == "_") return;
      break;
    default: break;
  }
  rawExpr(x, e, nullptr, true);
}
void Checker::useExprs(const Slice<Expr*>& list) {
  for (Expr* e : list) use(e);
}

// ---- dispatch -------------------------------------------------------------------------------------------------

void Checker::exprInternal(Operand& x, Expr* e, Type* hint, const Target* target) {
  x.mode = Mode::Invalid;
  x.type = invalidType();
  switch (e->kind) {
    case NodeKind::BadExpr: return;
    case NodeKind::Ident: ident(x, static_cast<ast::Ident*>(e), nullptr, false); return;
    case NodeKind::Ellipsis: error(e, "invalid use of ..."); return;
    case NodeKind::BasicLit: basicLit(x, static_cast<ast::BasicLit*>(e)); return;
    case NodeKind::FuncLit: funcLit(x, static_cast<ast::FuncLit*>(e)); return;
    case NodeKind::CompositeLit: compositeLit(x, static_cast<ast::CompositeLit*>(e), hint); return;
    case NodeKind::ParenExpr: {
      Expr* inner = static_cast<ast::ParenExpr*>(e)->x;
      rawExpr(x, inner, hint, true, target);
      x.expr = e;
      return;
    }
    case NodeKind::SelectorExpr: selector(x, static_cast<ast::SelectorExpr*>(e), nullptr, false); return;
    case NodeKind::IndexExpr: {
      auto* index = static_cast<ast::IndexExpr*>(e);
      if (!indexExpr(x, index)) return;
      Signature* sig = target != nullptr && target->type != nullptr ? asSignature(target->type) : nullptr;
      funcInst(x, ast::startPos(e), index, sig, target != nullptr ? target->desc : std::string(), true, nullptr);
      return;
    }
    case NodeKind::SliceExpr: sliceExpr(x, static_cast<ast::SliceExpr*>(e)); return;
    case NodeKind::TypeAssertExpr: typeAssertion(x, static_cast<ast::TypeAssertExpr*>(e)); return;
    case NodeKind::CallExpr: callExpr(x, static_cast<ast::CallExpr*>(e)); return;
    case NodeKind::StarExpr: indirection(x, static_cast<ast::StarExpr*>(e)); return;
    case NodeKind::UnaryExpr: unary(x, static_cast<ast::UnaryExpr*>(e)); return;
    case NodeKind::BinaryExpr: binaryChain(x, static_cast<ast::BinaryExpr*>(e)); return;
    case NodeKind::KeyValueExpr: error(e, "no key:value expected"); return;
    case NodeKind::ArrayType:
    case NodeKind::StructType:
    case NodeKind::FuncType:
    case NodeKind::InterfaceType:
    case NodeKind::MapType:
    case NodeKind::ChanType:
      x.type = typ(e);
      x.mode = isValid(x.type) ? Mode::TypeExpr : Mode::Invalid;
      return;
    default: error(e, "unexpected expression"); return;
  }
}

void Checker::basicLit(Operand& x, ast::BasicLit* l) {
  if (!literalAllowed(l)) return;
  // Generous, and yet no conversion takes long.
  constexpr size_t kMostDigits = 10000;
  if (l->text.size() > kMostDigits &&
      (l->lit == ast::LitKind::Int || l->lit == ast::LitKind::Float || l->lit == ast::LitKind::Imag)) {
    error(l, "excessively long constant: " + std::string(l->text.substr(0, 10)) + "... (" + std::to_string(l->text.size()) +
                 " chars)");
    return;
  }
  x.val = consts_.fromLiteral(l->text, l->lit);
  if (constant::kindOf(x.val) == Kind::Unknown) {
    error(l, "malformed constant: " + std::string(l->text));
    return;
  }
  BasicKind k = BasicKind::UntypedInt;
  switch (l->lit) {
    case ast::LitKind::Int: k = BasicKind::UntypedInt; break;
    case ast::LitKind::Float: k = BasicKind::UntypedFloat; break;
    case ast::LitKind::Imag: k = BasicKind::UntypedComplex; break;
    case ast::LitKind::Char: k = BasicKind::UntypedRune; break;
    case ast::LitKind::String: k = BasicKind::UntypedString; break;
  }
  x.mode = Mode::Constant;
  x.type = ctx_.typ(k);
  overflow(x, l->pos);
}

// *x: a value or a type.
void Checker::indirection(Operand& x, ast::StarExpr* e) {
  exprOrType(x, e->x);
  if (x.mode == Mode::Invalid) return;
  if (x.mode == Mode::TypeExpr) {
    validVarType(e->x, x.type);
    x.type = ctx_.pointerTo(x.type);
    return;
  }
  if (x.mode == Mode::NilValue) {
    error(x, "invalid operation: cannot indirect nil");
    x.mode = Mode::Invalid;
    return;
  }
  // All types of a type parameter must be pointers to the same type.
  Type* base = nullptr;
  bool pointers = underIs(x.type, [&](Type* u) {
    if (u == nullptr || u->kind != TypeKind::Pointer) return false;
    if (base != nullptr && !identical(base, static_cast<Pointer*>(u)->elem)) return false;
    base = static_cast<Pointer*>(u)->elem;
    return true;
  });
  if (!pointers) {
    bool differ = base != nullptr && underIs(x.type, [](Type* u) { return u != nullptr && u->kind == TypeKind::Pointer; });
    error(x, differ ? "invalid operation: pointers of " + str(x) + " must have identical base types"
                    : "invalid operation: cannot indirect " + str(x));
    x.mode = Mode::Invalid;
    return;
  }
  x.mode = Mode::Variable;
  x.type = base;
}

// Number literals of Go 1.13 in older code.
bool Checker::literalAllowed(const ast::BasicLit* l) {
  std::string_view s = l->text;
  if (s.size() <= 2 || allowVersion(l->pos, 13) || l->lit == ast::LitKind::Char || l->lit == ast::LitKind::String)
    return true;
  if (s.find('_') != std::string_view::npos) return needsVersion(l, 13, "underscores in numeric literals");
  if (s[0] != '0') return true;
  switch (s[1] | 0x20) {
    case 'b': return needsVersion(l, 13, "binary literals");
    case 'o': return needsVersion(l, 13, "0o/0O-style octal literals");
    case 'x': return l->lit == ast::LitKind::Int || needsVersion(l, 13, "hexadecimal floating-point literals");
    default: return true;
  }
}

// ---- operators ------------------------------------------------------------------------------------------------

bool Checker::opAllowed(const Operand& x, Op op, bool isUnary) {
  bool ok;
  switch (op) {
    case Op::Add: ok = allBasicInfo(x.type, static_cast<uint16_t>(isUnary ? IsNumeric : IsNumeric | IsString)); break;
    case Op::Sub:
    case Op::Mul:
    case Op::Quo: ok = allNumeric(x.type); break;
    case Op::Rem:
    case Op::And:
    case Op::Or:
    case Op::AndNot:
    case Op::Xor: ok = allInteger(x.type); break;
    case Op::Not:
    case Op::LAnd:
    case Op::LOr: ok = allBoolean(x.type); break;
    default: ok = false;
  }
  if (!ok) error(x, std::string("invalid operation: operator ") + ast::opString(op) + " not defined on " + str(x));
  return ok;
}

// A complex number may be too small for its square to be more than zero.
bool Checker::isZeroDivisor(ValueRef v, bool isComplex) {
  if (constant::kindOf(v) == Kind::Unknown) return false;
  if (!isComplex && constant::kindOf(v) != Kind::Complex) return constant::sign(v) == 0;
  auto squareIsZero = [&](ValueRef part) { return constant::sign(consts_.binary(part, Op::Mul, part, false)) == 0; };
  return squareIsZero(consts_.real(v)) && squareIsZero(consts_.imag(v));
}

void Checker::overflow(Operand& x, Pos opPos) {
  if (constant::kindOf(x.val) == Kind::Unknown) {
    error(opPos, "constant result is not representable");
    return;
  }
  if (!isUntyped(x.type)) {
    if (Basic* b = asBasic(x.type)) representable(x, b);
    return;
  }
  constexpr int kPrec = 512;
  if (constant::kindOf(x.val) == Kind::Int && constant::bitLen(x.val) > kPrec) {
    std::string op;
    if (x.expr != nullptr && x.expr->kind == NodeKind::BinaryExpr) {
      switch (static_cast<ast::BinaryExpr*>(x.expr)->op) {
        case Op::Add: op = "addition "; break;
        case Op::Sub: op = "subtraction "; break;
        case Op::Xor: op = "bitwise XOR "; break;
        case Op::Mul: op = "multiplication "; break;
        case Op::Shl: op = "shift "; break;
        default: break;
      }
    } else if (x.expr != nullptr && x.expr->kind == NodeKind::UnaryExpr &&
               static_cast<ast::UnaryExpr*>(x.expr)->op == Op::Xor) {
      op = "bitwise complement ";
    }
    error(opPos, "constant " + op + "overflow");
    x.val = consts_.unknown();
    x.mode = Mode::Invalid;
  }
}

void Checker::unary(Operand& x, ast::UnaryExpr* e) {
  if (e->op == Op::Addr) {
    // &T{} is allowed although a composite literal is not addressable.
    Expr* inner = ast::unparen(e->x);
    if (inner->kind == NodeKind::CompositeLit) {
      expr(x, e->x);
      if (x.invalid()) return;
    } else {
      exprOrType(x, e->x);
      if (x.invalid()) return;
      if (x.mode == Mode::TypeExpr) {
        error(x, str(e->x) + " (type) is not an expression");
        x.mode = Mode::Invalid;
        return;
      }
      if (x.mode != Mode::Variable) {
        error(x, "invalid operation: cannot take address of " + str(x));
        x.mode = Mode::Invalid;
        return;
      }
      markAddrTaken(e->x);
    }
    x.mode = Mode::Value;
    x.type = ctx_.pointerTo(x.type);
    return;
  }
  expr(x, e->x);
  if (x.invalid()) return;
  if (e->op == Op::Arrow) {
    Type* core = coreType(x.type);
    if (core == nullptr) {
      error(x, "invalid operation: cannot receive from " + str(x) + " (no core type)");
      x.mode = Mode::Invalid;
      return;
    }
    Chan* c = asChan(core);
    if (c == nullptr) {
      error(x, "invalid operation: cannot receive from non-channel " + str(x));
      x.mode = Mode::Invalid;
      return;
    }
    if (c->dir == ast::ChanDir::Send) {
      error(x, "invalid operation: cannot receive from send-only channel " + str(x));
      x.mode = Mode::Invalid;
      return;
    }
    x.mode = Mode::CommaOk;
    x.type = c->elem;
    env_.hasCallOrRecv = true;
    return;
  }
  if (e->op == Op::Tilde) {
    error(e, "cannot use ~ outside of interface or type constraint");
    x.mode = Mode::Invalid;
    return;
  }
  if (x.mode == Mode::NilValue || !opAllowed(x, e->op, true)) {
    if (x.mode == Mode::NilValue)
      error(x, std::string("invalid operation: operator ") + ast::opString(e->op) + " not defined on nil");
    x.mode = Mode::Invalid;
    return;
  }
  if (x.mode == Mode::Constant) {
    if (constant::kindOf(x.val) == Kind::Unknown) return;
    unsigned bits = isUnsigned(x.type) ? static_cast<unsigned>(sizeOf(x.type) * 8) : 0;
    x.val = consts_.unary(e->op, x.val, bits);
    x.expr = e;
    overflow(x, e->pos);
    return;
  }
  x.mode = Mode::Value;
}

namespace {

bool isComparison(Op op) { return op >= Op::Eql && op <= Op::Geq; }
bool isShift(Op op) { return op == Op::Shl || op == Op::Shr; }

}  // namespace

// Brings the operands of a binary operation to one type where one or both are untyped. False: an error was reported.
bool Checker::matchTypes(Operand& x, Operand& y) {
  auto mayConvert = [&] {
    if (!isUntyped(x.type) && !isUntyped(y.type)) return false;
    // A value in an interface has its default type.
    if (isInterface(x.type) || isInterface(y.type)) return true;
    if (allBoolean(x.type) != allBoolean(y.type) || allString(x.type) != allString(y.type)) return false;
    if (x.mode == Mode::NilValue) return isNilable(y.type);
    if (y.mode == Mode::NilValue) return isNilable(x.type);
    return asPointer(x.type) == nullptr && asPointer(y.type) == nullptr;
  };
  if (!mayConvert()) return true;
  convertUntyped(x, y.type);
  if (x.invalid()) return false;
  convertUntyped(y, x.type);
  if (y.invalid()) x.mode = Mode::Invalid;
  return !x.invalid();
}

// a + b + c + … nests to the left, in generated tables thousands deep: from the inside out, without recursion.
void Checker::binaryChain(Operand& x, ast::BinaryExpr* e) {
  std::vector<ast::BinaryExpr*> chain;
  for (Expr* c = e; c->kind == NodeKind::BinaryExpr; c = static_cast<ast::BinaryExpr*>(c)->x)
    chain.push_back(static_cast<ast::BinaryExpr*>(c));
  if (stringSum(x, chain)) return;
  expr(x, chain.back()->x);
  for (size_t k = chain.size(); k-- > 0;) {
    ast::BinaryExpr* b = chain[k];
    binaryRest(x, b, b->x, b->y, b->op, b->opPos);
    x.expr = b;
    if (k > 0) record(x);
  }
}

// Long sums of string literals, at once: adding one by one would take quadratic time and space.
bool Checker::stringSum(Operand& x, const std::vector<ast::BinaryExpr*>& chain) {
  constexpr size_t kLong = 8;
  if (chain.size() < kLong) return false;
  auto isString = [](const Expr* e) {
    return e->kind == NodeKind::BasicLit && static_cast<const ast::BasicLit*>(e)->lit == ast::LitKind::String;
  };
  for (const ast::BinaryExpr* b : chain)
    if (b->op != Op::Add || !isString(b->y)) return false;
  if (!isString(chain.back()->x)) return false;
  std::string sum;
  auto add = [&](const Expr* e) {
    ValueRef v = consts_.fromLiteral(static_cast<const ast::BasicLit*>(e)->text, ast::LitKind::String);
    if (constant::kindOf(v) == Kind::String) sum += constant::stringVal(v);
  };
  add(chain.back()->x);
  for (size_t k = chain.size(); k-- > 0;) add(chain[k]->y);
  x.mode = Mode::Constant;
  x.type = ctx_.typ(BasicKind::UntypedString);
  x.val = consts_.makeString(std::move(sum));
  return true;
}

void Checker::binary(Operand& x, Expr* e, Expr* lhs, Expr* rhs, Op op, Pos opPos) {
  expr(x, lhs);
  binaryRest(x, e, lhs, rhs, op, opPos);
}

// The operation on a left operand that was checked already.
void Checker::binaryRest(Operand& x, Expr* e, Expr* lhs, Expr* rhs, Op op, Pos opPos) {
  Operand y;
  expr(y, rhs);
  if (x.invalid()) return;
  if (y.invalid()) {
    x.mode = Mode::Invalid;
    x.expr = y.expr;
    return;
  }
  if (isShift(op)) {
    shift(x, y, e, op);
    return;
  }
  if (!matchTypes(x, y)) return;
  if (isComparison(op)) {
    comparison(x, y, op, false);
    return;
  }
  if (!identical(x.type, y.type)) {
    if (isValid(x.type) && isValid(y.type)) {
      std::string what = e != nullptr ? str(e) : str(lhs) + " " + ast::opString(op) + "= " + str(rhs);
      error(lhs, "invalid operation: " + what + " (mismatched types " + str(x.type) + " and " + str(y.type) + ")");
    }
    x.mode = Mode::Invalid;
    return;
  }
  if (!opAllowed(x, op, false)) {
    x.mode = Mode::Invalid;
    return;
  }
  if (op == Op::Quo || op == Op::Rem) {
    bool zero = y.mode == Mode::Constant && isZeroDivisor(y.val, isComplex(x.type));
    if ((x.mode == Mode::Constant || allInteger(x.type)) && zero) {
      error(y, "invalid operation: division by zero");
      x.mode = Mode::Invalid;
      return;
    }
  }
  if (x.mode == Mode::Constant && y.mode == Mode::Constant) {
    if (constant::kindOf(x.val) == Kind::Unknown || constant::kindOf(y.val) == Kind::Unknown) {
      x.val = consts_.unknown();
      x.mode = Mode::Invalid;
      return;
    }
    bool intDiv = op == Op::Quo && isInteger(x.type);
    x.val = consts_.binary(x.val, op, y.val, intDiv);
    x.expr = e;
    overflow(x, opPos);
    return;
  }
  x.mode = Mode::Value;
}

std::string Checker::incomparableCause(Type* t) {
  Type* u = under(t);
  switch (u->kind) {
    case TypeKind::Slice: return "slice can only be compared to nil";
    case TypeKind::Map: return "map can only be compared to nil";
    case TypeKind::Signature: return "func can only be compared to nil";
    case TypeKind::Struct:
      for (Var* f : static_cast<Struct*>(u)->fields)
        if (!isComparable(f->type)) return "struct containing " + str(f->type) + " cannot be compared";
      return "";
    case TypeKind::Array: return str(u) + " cannot be compared";
    case TypeKind::TypeParam: return isEmptySet(ifaceOf(u)) ? "empty type set" : "incomparable types in type set";
    default: return "";
  }
}

// How messages name the kind of a type without its details.
std::string Checker::kindString(Type* t) {
  switch (under(t)->kind) {
    case TypeKind::Array: return "array";
    case TypeKind::Slice: return "slice";
    case TypeKind::Struct: return "struct";
    case TypeKind::Pointer: return "pointer";
    case TypeKind::Signature: return "func";
    case TypeKind::Interface: return "interface";
    case TypeKind::Map: return "map";
    case TypeKind::Chan: return "chan";
    default: return t == ctx_.typ(BasicKind::UntypedNil) ? "nil" : str(t);
  }
}

// x op y; switchCase: y is the switch's tag and x a case's value.
void Checker::comparison(Operand& x, Operand& y, Op op, bool switchCase) {
  if (!isValid(x.type) || !isValid(y.type)) {
    x.mode = Mode::Invalid;
    return;
  }
  const Operand* culprit = nullptr;  // the operand that the error is reported at
  std::string cause;
  bool isNil = x.mode == Mode::NilValue || y.mode == Mode::NilValue;
  if (!assignableTo(x, y.type, nullptr) && !assignableTo(y, x.type, nullptr)) {
    culprit = &y;
    cause = "mismatched types " + str(x.type) + " and " + str(y.type);
  } else if (op != Op::Eql && op != Op::Neq) {
    culprit = !allOrdered(x.type) ? &x : !allOrdered(y.type) ? &y : nullptr;
    if (culprit != nullptr && culprit->type->kind == TypeKind::TypeParam)
      cause = "type parameter " + str(culprit->type) + " cannot use operator " + ast::opString(op);
  } else if (isNil) {
    Type* other = x.mode == Mode::NilValue ? y.type : x.type;
    if (other == ctx_.typ(BasicKind::UntypedNil) || !isNilable(other)) culprit = &y;
  } else if (culprit = !isComparable(x.type) ? &x : !isComparable(y.type) ? &y : nullptr; culprit != nullptr) {
    cause = incomparableCause(culprit->type);
  }
  if (culprit != nullptr) {
    if (cause.empty()) cause = std::string("operator ") + ast::opString(op) + " not defined on " + kindString(culprit->type);
    if (switchCase) {
      error(x, "invalid case " + str(x.expr) + " in switch on " + str(y.expr) + " (" + cause + ")");
    } else {
      error(*culprit,
            "invalid operation: " + str(x.expr) + " " + ast::opString(op) + " " + str(y.expr) + " (" + cause + ")");
    }
    x.mode = Mode::Invalid;
    return;
  }
  if (x.mode == Mode::Constant && y.mode == Mode::Constant) {
    // The operands never become values: whatever their types are, they stay.
    x.val = consts_.makeBool(constant::compare(x.val, op, y.val));
  } else {
    x.mode = Mode::Value;
    updateExprType(x.expr, defaultType(ctx_, x.type), true);
    updateExprType(y.expr, defaultType(ctx_, y.type), true);
  }
  x.type = ctx_.typ(BasicKind::UntypedBool);
}

// The count of a shift: an integer, or an untyped constant that a uint can hold.
bool Checker::shiftCount(Operand& y) {
  if (y.mode == Mode::Constant) {
    ValueRef v = consts_.toInt(y.val);
    if (constant::kindOf(v) == Kind::Int && constant::sign(v) < 0) {
      error(y, "invalid operation: negative shift count " + str(y));
      return false;
    }
    if (isUntyped(y.type)) {
      representable(y, asBasic(ctx_.typ(BasicKind::Uint)));
      if (y.invalid()) return false;
    }
  }
  if (allInteger(y.type)) {
    return allUnsigned(y.type) || isUntyped(y.type) ||
           needsVersion(y.expr, 13, "invalid operation: signed shift count " + str(y));
  }
  if (isUntyped(y.type) && y.mode != Mode::NilValue) {
    convertUntyped(y, ctx_.typ(BasicKind::Uint));
    return !y.invalid();
  }
  error(y, "invalid operation: shift count " + str(y) + " must be integer");
  return false;
}

void Checker::shift(Operand& x, Operand& y, Expr* e, Op op) {
  ValueRef xval = x.mode == Mode::Constant ? consts_.toInt(x.val) : nullptr;
  if (!allInteger(x.type) && !(isUntyped(x.type) && xval != nullptr && constant::kindOf(xval) == Kind::Int)) {
    error(x, "invalid operation: shifted operand " + str(x) + " must be integer");
    x.mode = Mode::Invalid;
    return;
  }
  if (!shiftCount(y)) {
    x.mode = Mode::Invalid;
    return;
  }
  if (isUntyped(y.type)) updateExprType(y.expr, ctx_.typ(BasicKind::Uint), true);
  if (x.mode == Mode::Constant && y.mode == Mode::Constant) {
    constexpr uint64_t kShiftBound = 1023 - 1 + 52;  // the smallest float64 can be written as a shift
    uint64_t count;
    if (!constant::uint64Val(consts_.toInt(y.val), &count) || count > kShiftBound) {
      error(y, "invalid operation: invalid shift count " + str(y));
      x.mode = Mode::Invalid;
      return;
    }
    if (!isInteger(x.type)) x.type = ctx_.typ(BasicKind::UntypedInt);  // 2.0 << 1
    x.val = consts_.shift(xval, op, static_cast<unsigned>(count));
    if (e != nullptr) x.expr = e;
    overflow(x, e != nullptr && e->kind == NodeKind::BinaryExpr ? static_cast<ast::BinaryExpr*>(e)->opPos
                                                                : ast::startPos(x.expr));
    return;
  }
  // An untyped constant takes the type that it would have without the shift: updateExprType() will see to it.
  if (x.mode == Mode::Constant && isUntyped(x.type) && untyped_.count(x.expr) != 0) isLhs_[x.expr] = true;
  x.mode = Mode::Value;
}

// ---- type assertions ------------------------------------------------------------------------------------------

std::string Checker::missingMethodCause(Type* v, Type*, const MissingMethod& m) {
  std::string name(m.method->name);
  if (m.ptrRecv) return "(method " + name + " has pointer receiver)";
  if (m.ambiguous) return "(ambiguous selector " + str(v) + "." + name + ")";
  if (m.unexported) return "(unexported method " + name + ")";
  if (v->kind == TypeKind::Pointer && static_cast<Pointer*>(v)->elem->kind == TypeKind::TypeParam)
    return "(type " + str(v) + " is pointer to type parameter, not type parameter)";
  if (v->kind == TypeKind::Pointer && isInterface(static_cast<Pointer*>(v)->elem))
    return "(type " + str(v) + " is pointer to interface, not interface)";
  std::string what = m.wrongType ? "(wrong type for method " + name + ")" : "(missing method " + name + ")";
  if (m.alt == nullptr) return what;
  auto signature = [&](Func* f, const Package* from) { return std::string(f->name) + typeString(f->type, from).substr(4); };
  std::string have = signature(m.alt, pkg_), want = signature(m.method, pkg_);
  // Two packages may have types of one name.
  if (have == want) {
    static const Package kNowhere;
    have = signature(m.alt, &kNowhere);
    want = signature(m.method, &kNowhere);
    if (have == want) return what;
  }
  return what + "\n\t\thave " + have + "\n\t\twant " + want;
}

void Checker::badAssertion(const Expr* e, const Operand& x, Type* t, bool typeSwitch) {
  if (isInterface(t) || t->kind == TypeKind::TypeParam) return;  // as gc: its type arguments may have more methods
  MissingMethod m = missingMethod(t, asInterface(x.type));
  if (m.method == nullptr) return;
  std::string cause = missingMethodCause(t, x.type, m);
  if (typeSwitch) {
    error(e,
          "impossible type switch case: " + str(e) + "\n\t" + str(x) + " cannot have dynamic type " + str(t) + " " + cause);
    return;
  }
  error(e, "impossible type assertion: " + str(e) + "\n\t" + str(t) + " does not implement " + str(x.type) + " " + cause);
}

void Checker::typeAssertion(Operand& x, ast::TypeAssertExpr* e) {
  expr(x, e->x);
  if (x.invalid()) return;
  if (e->typeExpr == nullptr) {
    error(e, "invalid syntax tree: use of .(type) outside type switch");
    x.mode = Mode::Invalid;
    return;
  }
  if (x.type->kind == TypeKind::TypeParam) {
    error(x, "invalid operation: cannot use type assertion on type parameter value " + str(x));
    x.mode = Mode::Invalid;
    return;
  }
  if (x.mode == Mode::NilValue || !isInterface(x.type)) {
    error(x, "invalid operation: " + str(x) + " is not an interface");
    x.mode = Mode::Invalid;
    return;
  }
  Type* t = varType(e->typeExpr);
  if (!isValid(t)) {
    x.mode = Mode::Invalid;
    return;
  }
  badAssertion(e, x, t, false);
  x.mode = Mode::CommaOk;
  x.type = t;
}

}  // namespace hood::check
