// Index and slice expressions. Mirrors: types2/index.go.
#include "compiler/check/checker.h"

namespace hood::check {

using ast::NodeKind;
using constant::Kind;

void Checker::indexExpr(Operand& x, ast::IndexExpr* e) {
  exprOrType(x, e->x);
  if (x.invalid()) {
    useExprs(e->indices);
    return;
  }
  if (x.mode == Mode::TypeExpr) {
    unsupportedGenerics(e);
    x.mode = Mode::Invalid;
    return;
  }
  bool valid = false;
  int64_t length = -1;
  Type* u = under(x.type);
  switch (u->kind) {
    case TypeKind::Basic:
      if (isString(u)) {
        valid = true;
        if (x.mode == Mode::Constant) length = static_cast<int64_t>(constant::stringVal(x.val).size());
        if (x.mode == Mode::Constant && isUntyped(x.type)) setDefaultType(x, ctx_.typ(BasicKind::String));
        // Not a constant, even if string and index are.
        x.mode = Mode::Value;
        x.type = ctx_.byteType;
      }
      break;
    case TypeKind::Array:
      valid = true;
      length = static_cast<Array*>(u)->len;
      if (x.mode != Mode::Variable) x.mode = Mode::Value;
      x.type = static_cast<Array*>(u)->elem;
      break;
    case TypeKind::Pointer:
      if (Array* a = asArray(static_cast<Pointer*>(u)->elem)) {
        valid = true;
        length = a->len;
        x.mode = Mode::Variable;
        x.type = a->elem;
      }
      break;
    case TypeKind::Slice:
      valid = true;
      x.mode = Mode::Variable;
      x.type = static_cast<SliceType*>(u)->elem;
      break;
    case TypeKind::Map: {
      if (e->indices.size() != 1) {
        error(e->indices[1], "invalid operation: more than one index");
        x.mode = Mode::Invalid;
        return;
      }
      auto* m = static_cast<Map*>(u);
      Operand key;
      expr(key, e->indices[0]);
      if (!key.invalid()) assignment(key, m->key, "map index");
      x.mode = Mode::MapIndex;
      x.type = m->elem;
      return;
    }
    case TypeKind::Signature:
      unsupportedGenerics(e);
      x.mode = Mode::Invalid;
      return;
    default: break;
  }
  if (!valid) {
    error(e->lbrack, "invalid operation: cannot index " + str(x));
    useExprs(e->indices);
    x.mode = Mode::Invalid;
    return;
  }
  if (e->indices.size() != 1) {
    error(e->indices[1], "invalid operation: more than one index");
    x.mode = Mode::Invalid;
    return;
  }
  index(e->indices[0], length);
}

void Checker::sliceExpr(Operand& x, ast::SliceExpr* e) {
  expr(x, e->x);
  if (x.invalid()) {
    use(e->lo);
    use(e->hi);
    use(e->max);
    return;
  }
  bool valid = false;
  int64_t length = -1;
  Type* u = under(x.type);
  switch (u->kind) {
    case TypeKind::Basic:
      if (isString(u)) {
        if (e->slice3) {
          error(e->max != nullptr ? e->max : e, "invalid operation: 3-index slice of string");
          x.mode = Mode::Invalid;
          return;
        }
        valid = true;
        if (x.mode == Mode::Constant) length = static_cast<int64_t>(constant::stringVal(x.val).size());
        if (isUntyped(x.type)) setDefaultType(x, ctx_.typ(BasicKind::String));
        x.mode = Mode::Value;
        if (static_cast<Basic*>(u)->basic == BasicKind::UntypedString) x.type = ctx_.typ(BasicKind::String);
      }
      break;
    case TypeKind::Array:
      valid = true;
      length = static_cast<Array*>(u)->len;
      if (x.mode != Mode::Variable) {
        error(x, "invalid operation: " + str(x) + " (slice of unaddressable value)");
        x.mode = Mode::Invalid;
        return;
      }
      markAddrTaken(e->x);
      x.mode = Mode::Value;
      x.type = ctx_.make<SliceType>(static_cast<Array*>(u)->elem);
      break;
    case TypeKind::Pointer:
      if (Array* a = asArray(static_cast<Pointer*>(u)->elem)) {
        valid = true;
        length = a->len;
        x.mode = Mode::Value;
        x.type = ctx_.make<SliceType>(a->elem);
      }
      break;
    case TypeKind::Slice:
      valid = true;
      x.mode = Mode::Value;
      break;
    default: break;
  }
  if (!valid) {
    error(x, "invalid operation: cannot slice " + str(x));
    use(e->lo);
    use(e->hi);
    use(e->max);
    x.mode = Mode::Invalid;
    return;
  }
  if (e->slice3 && (e->hi == nullptr || e->max == nullptr)) {
    error(e, e->hi == nullptr ? "middle index required in 3-index slice" : "final index required in 3-index slice");
    x.mode = Mode::Invalid;
    return;
  }
  int64_t ind[3];
  Expr* exprs[3] = {e->lo, e->hi, e->max};
  for (int k = 0; k < 3; k++) {
    ind[k] = -1;
    if (exprs[k] != nullptr) {
      int64_t max = length >= 0 ? length + 1 : -1;
      int64_t v = index(exprs[k], max);
      if (v >= 0) ind[k] = v;
    } else if (k == 0) {
      ind[k] = 0;
    } else if (length >= 0) {
      ind[k] = length;
    }
  }
  for (int a = 0; a < 3; a++)
    for (int b = a + 1; b < 3; b++)
      if (ind[a] >= 0 && ind[b] >= 0 && ind[a] > ind[b] && exprs[a] != nullptr && (exprs[b] != nullptr || b == 1)) {
        if (exprs[b] == nullptr) continue;
        error(exprs[b], "invalid slice indices: " + std::to_string(ind[b]) + " < " + std::to_string(ind[a]));
        return;
      }
}

bool Checker::isValidIndex(Operand& x, const char* what, bool allowNegative) {
  if (x.invalid()) return false;
  convertUntyped(x, ctx_.typ(BasicKind::Int));
  if (x.invalid()) return false;
  if (!isInteger(x.type)) {
    error(x, std::string("invalid argument: ") + what + " " + str(x) + " must be integer");
    return false;
  }
  if (x.mode == Mode::Constant) {
    if (!allowNegative && constant::sign(x.val) < 0) {
      error(x, std::string("invalid argument: ") + what + " " + str(x) + " must not be negative");
      return false;
    }
    ValueRef r = x.val;
    if (!representableConst(x.val, static_cast<Basic*>(ctx_.typ(BasicKind::Int)), &r)) {
      error(x, std::string("invalid argument: ") + what + " " + str(x) + " overflows int");
      return false;
    }
  }
  return true;
}

// Checks an index; max >= 0: its bound. Returns its constant value or -1; *valid, if wanted: whether it is an index.
int64_t Checker::index(Expr* e, int64_t max, bool* valid) {
  if (valid != nullptr) *valid = false;
  Operand x;
  expr(x, e);
  if (!isValidIndex(x, "index", false)) return -1;
  int64_t v = -1;
  if (x.mode == Mode::Constant) {
    if (!constant::int64Val(consts_.toInt(x.val), &v)) return -1;
    if (max >= 0 && v >= max) {
      error(x, "invalid argument: index " + constant::toString(x.val) + " out of bounds [0:" + std::to_string(max) + "]");
      return -1;
    }
  }
  if (valid != nullptr) *valid = true;
  return v;
}

}  // namespace hood::check
