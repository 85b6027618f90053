// Index and slice expressions. Mirrors: types2/index.go.
#include "compiler/check/checker.h"

namespace hood::check {

using ast::NodeKind;
using constant::Kind;

// x[i] of a type parameter: every type of its type set must allow it, with the same elements.
bool Checker::indexParam(Operand& x, ast::IndexExpr* e, int64_t* length, bool* isMap) {
  Type *key = nullptr, *elem = nullptr;
  Mode mode = Mode::Variable;
  bool ok = underIs(x.type, [&](Type* u) {
    if (u == nullptr) return false;
    int64_t l = -1;
    Type *k = nullptr, *el = nullptr;
    Array* a = u->kind == TypeKind::Pointer ? asArray(static_cast<Pointer*>(u)->elem) : asArray(u);
    if (isString(u)) {
      el = ctx_.byteType;
      mode = Mode::Value;
    } else if (a != nullptr) {
      l = a->len;
      el = a->elem;
      if (u->kind == TypeKind::Array && x.mode != Mode::Variable) mode = Mode::Value;
    } else if (u->kind == TypeKind::Slice) {
      el = static_cast<SliceType*>(u)->elem;
    } else if (u->kind == TypeKind::Map) {
      k = static_cast<Map*>(u)->key;
      el = static_cast<Map*>(u)->elem;
    }
    if (el == nullptr) return false;
    if (elem == nullptr) {
      *length = l;
      key = k;
      elem = el;
      return true;
    }
    if ((key == nullptr) != (k == nullptr) || (key != nullptr && !identical(key, k)) || !identical(elem, el)) return false;
    if (l >= 0 && (*length < 0 || l < *length)) *length = l;
    return true;
  });
  if (!ok) return false;
  *isMap = key != nullptr;
  if (*isMap) {
    if (e->indices.size() != 1) {
      error(e->indices[1], "invalid operation: more than one index");
      x.mode = Mode::Invalid;
      return true;
    }
    Operand k;
    expr(k, e->indices[0]);
    if (!k.invalid()) assignment(k, key, "map index");
    mode = Mode::MapIndex;
  }
  x.mode = mode;
  x.type = elem;
  return true;
}

// x[i]; true if x is a generic function, whose instantiation is left to the caller.
bool Checker::indexExpr(Operand& x, ast::IndexExpr* e) {
  exprOrType(x, e->x, true);
  if (x.invalid()) {
    useExprs(e->indices);
    return false;
  }
  if (x.mode == Mode::TypeExpr) {
    x.type = varType(e);
    x.mode = isValid(x.type) ? Mode::TypeExpr : Mode::Invalid;
    return false;
  }
  if (Signature* sig = asSignature(x.type); sig != nullptr && x.mode == Mode::Value && !sig->tparams.empty()) return true;
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
        return false;
      }
      auto* m = static_cast<Map*>(u);
      Operand key;
      expr(key, e->indices[0]);
      if (!key.invalid()) assignment(key, m->key, "map index");
      x.mode = Mode::MapIndex;
      x.type = m->elem;
      return false;
    }
    case TypeKind::TypeParam: {
      bool isMap = false;
      valid = indexParam(x, e, &length, &isMap);
      if (isMap) return false;
      break;
    }
    default: break;
  }
  if (!valid) {
    error(e->lbrack, "invalid operation: cannot index " + str(x));
    useExprs(e->indices);
    x.mode = Mode::Invalid;
    return false;
  }
  if (e->indices.size() != 1) {
    error(e->indices[1], "invalid operation: more than one index");
    x.mode = Mode::Invalid;
    return false;
  }
  index(e->indices[0], length);
  return false;
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
  Type* u = x.mode == Mode::NilValue ? x.type : coreString(ctx_, x.type);
  if (u == nullptr) {
    error(x, "invalid operation: cannot slice " + str(x) + ": " + str(x.type) + " has no core type");
    use(e->lo);
    use(e->hi);
    use(e->max);
    x.mode = Mode::Invalid;
    return;
  }
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
  if (!allInteger(x.type)) {
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
