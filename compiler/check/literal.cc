// Composite and function literals. Mirrors: types2/literals.go, index.go (indexedElts).
#include "compiler/check/checker.h"

namespace hood::check {

using ast::NodeKind;
using constant::Kind;

void Checker::funcLit(Operand& x, ast::FuncLit* e) {
  auto* sig = ctx_.make<Signature>();
  sig->params = sig->results = ctx_.emptyTuple;
  funcType(sig, nullptr, e->sig);
  e->scope = sig->scope;
  e->sig->type = sig;
  // The body may refer to the type being declared around it: later, but before the next statement.
  DeclInfo* decl = env_.decl;
  ValueRef iota = env_.iota;
  later([this, decl, sig, e, iota, outer = env_.typeParams] {
    funcBody(decl, "<function literal>", sig, e->body, iota, outer);
  });
  x.mode = Mode::Value;
  x.type = sig;
}

int64_t Checker::indexedElts(const Slice<Expr*>& elems, Type* elem, int64_t length) {
  std::unordered_set<int64_t> seen;
  int64_t idx = 0, max = 0;
  for (Expr* el : elems) {
    Expr* value = el;
    bool validIndex = false;
    if (el->kind == NodeKind::KeyValueExpr) {
      auto* kv = static_cast<ast::KeyValueExpr*>(el);
      value = kv->val;
      bool isIndex;
      int64_t v = index(kv->key, length, &isIndex);
      if (v >= 0) {
        idx = v;
        validIndex = true;
      } else if (isIndex) {
        error(el, "index " + str(kv->key) + " must be integer constant");
      }
    } else if (length >= 0 && idx >= length) {
      error(el, "index " + std::to_string(idx) + " is out of bounds (>= " + std::to_string(length) + ")");
    } else {
      validIndex = true;
    }
    if (validIndex && !seen.insert(idx).second)
      error(el, "duplicate index " + std::to_string(idx) + " in array or slice literal");
    idx++;
    if (idx > max) max = idx;
    Operand x;
    exprWithHint(x, value, elem);
    if (!x.invalid()) assignment(x, elem, "array or slice literal");
  }
  return max;
}

void Checker::structLit(ast::CompositeLit* e, Struct* s, Type* t) {
  if (e->elems.empty()) return;
  if (e->elems[0]->kind == NodeKind::KeyValueExpr) {
    std::unordered_set<Var*> seen;
    for (Expr* el : e->elems) {
      if (el->kind != NodeKind::KeyValueExpr) {
        error(el, "mixture of field:value and value elements in struct literal");
        continue;
      }
      auto* kv = static_cast<ast::KeyValueExpr*>(el);
      if (kv->key->kind != NodeKind::Ident) {
        error(kv, "invalid field name " + str(kv->key) + " in struct literal");
        use(kv->val);
        continue;
      }
      auto* key = static_cast<ast::Ident*>(kv->key);
      Var* field = nullptr;
      for (Var* f : s->fields)
        if (f->name == key->name && key->name != "_" && (f->exported() || f->pkg == pkg_)) field = f;
      if (field == nullptr) {
        std::string hint;
        for (Var* f : s->fields)
          if (f->name == key->name && f->pkg != pkg_) hint = "private";
        if (!hint.empty()) {
          error(kv->key,
                "cannot refer to unexported field " + std::string(key->name) + " in struct literal of type " + str(t));
        } else {
          LookupResult alt = lookupFieldOrMethod(t, false, pkg_, key->name, true);
          std::string more;
          if (alt.obj != nullptr && alt.obj->kind == ObjectKind::Var && alt.index.size() == 1 &&
              alt.obj->name != key->name && (alt.obj->exported() || alt.obj->pkg == pkg_))
            more = ", but does have " + std::string(alt.obj->name);
          error(kv->key, "unknown field " + std::string(key->name) + " in struct literal of type " + str(t) + more);
        }
        use(kv->val);
        continue;
      }
      key->obj = field;
      Operand x;
      expr(x, kv->val);
      if (!x.invalid()) assignment(x, field->type, "struct literal");
      if (!seen.insert(field).second) error(kv, "duplicate field name " + std::string(key->name) + " in struct literal");
    }
    return;
  }
  for (size_t k = 0; k < e->elems.size(); k++) {
    Expr* el = e->elems[k];
    if (el->kind == NodeKind::KeyValueExpr) {
      error(el, "mixture of field:value and value elements in struct literal");
      use(static_cast<ast::KeyValueExpr*>(el)->val);
      continue;
    }
    Operand x;
    if (k >= s->fields.size()) {
      expr(x, el);
      if (!x.invalid()) error(x, "too many values in struct literal of type " + str(t));
      break;
    }
    Var* f = s->fields[k];
    expr(x, el);
    if (!f->exported() && f->pkg != pkg_) {
      error(el, "implicit assignment to unexported field " + std::string(f->name) + " in struct literal of type " + str(t));
      continue;
    }
    if (!x.invalid()) assignment(x, f->type, "struct literal");
  }
  if (e->elems.size() < s->fields.size()) error(e->rbrace, "too few values in struct literal of type " + str(t));
}

void Checker::mapLit(ast::CompositeLit* e, Map* m) {
  std::unordered_set<std::string> seen;
  for (Expr* el : e->elems) {
    if (el->kind != NodeKind::KeyValueExpr) {
      error(el, "missing key in map literal");
      use(el);
      continue;
    }
    auto* kv = static_cast<ast::KeyValueExpr*>(el);
    Operand k;
    exprWithHint(k, kv->key, m->key);
    if (!k.invalid()) assignment(k, m->key, "map literal");
    if (!k.invalid() && k.mode == Mode::Constant) {
      std::string key = constant::exactString(k.val);
      if (isInterface(m->key)) key = typeKey(k.expr->type) + ":" + key;
      if (!seen.insert(key).second) error(k, "duplicate key " + constant::toString(k.val) + " in map literal");
    }
    Operand v;
    exprWithHint(v, kv->val, m->elem);
    if (!v.invalid()) assignment(v, m->elem, "map literal");
  }
}

void Checker::compositeLit(Operand& x, ast::CompositeLit* e, Type* hint) {
  Type* t = nullptr;
  Type* base = nullptr;
  bool pointer = false;
  if (e->typeExpr != nullptr) {
    if (e->typeExpr->kind == NodeKind::ArrayType) {
      auto* at = static_cast<ast::ArrayType*>(e->typeExpr);
      if (at->len != nullptr && at->len->kind == NodeKind::Ellipsis) {
        auto* a = ctx_.make<Array>(-1, varType(at->elem));
        a->len = 0;  // known after the elements
        e->typeExpr->mode = Mode::TypeExpr;
        e->typeExpr->type = a;
        a->len = indexedElts(e->elems, a->elem, -1);
        x.mode = Mode::Value;
        x.type = a;
        return;
      }
    }
    t = typ(e->typeExpr);
    base = t;
  } else if (hint != nullptr) {
    t = hint;
    base = hint;
    // *T implies &T{}.
    Type* core = coreType(base);
    if (Pointer* p = core != nullptr ? asPointer(core) : nullptr; p != nullptr) {
      base = p->elem;
      pointer = true;
    }
  } else {
    error(e, "missing type in composite literal");
    for (Expr* el : e->elems) use(el);
    x.mode = Mode::Invalid;
    return;
  }
  if (!isValid(t) || !isValid(under(base))) {
    for (Expr* el : e->elems) use(el);
    x.mode = Mode::Invalid;
    return;
  }
  Type* u = coreType(base);
  if (u == nullptr) u = base;
  if (underWay_.count(u) != 0) {
    error(e, "invalid recursive type " + str(t));
    x.mode = Mode::Invalid;
    return;
  }
  switch (u->kind) {
    case TypeKind::Struct: structLit(e, static_cast<Struct*>(u), base); break;
    case TypeKind::Array: {
      auto* a = static_cast<Array*>(u);
      indexedElts(e->elems, a->elem, a->len);
      break;
    }
    case TypeKind::Slice: indexedElts(e->elems, static_cast<SliceType*>(u)->elem, -1); break;
    case TypeKind::Map: mapLit(e, static_cast<Map*>(u)); break;
    default:
      for (Expr* el : e->elems) {
        if (el->kind == NodeKind::KeyValueExpr) {
          use(static_cast<ast::KeyValueExpr*>(el)->val);
        } else {
          use(el);
        }
      }
      if (e->typeExpr == nullptr && u->kind == TypeKind::TypeParam) {
        error(e, "invalid composite literal element type " + str(t) + ": no core type");
      } else {
        error(e, "invalid composite literal type " + str(t));
      }
      x.mode = Mode::Invalid;
      return;
  }
  x.mode = Mode::Value;
  x.type = t;
  (void)pointer;
}

}  // namespace hood::check
