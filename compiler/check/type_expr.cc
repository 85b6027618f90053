// Type expressions and identifiers. Mirrors: types2/typexpr.go, struct.go, interface.go, signature.go.
#include "compiler/check/checker.h"

namespace hood::check {

using ast::NodeKind;
using constant::Kind;

// An identifier: x gets what it denotes.
void Checker::ident(Operand& x, ast::Ident* e, Named*, bool wantType) {
  x.mode = Mode::Invalid;
  x.expr = e;
  if (e->name == "_") {
    if (e->obj != nullptr && e->obj->kind == ObjectKind::TypeName && e->obj->type->kind == TypeKind::TypeParam) {
      x.mode = Mode::TypeExpr;  // func (T[_]) m()
      x.type = e->obj->type;
      return;
    }
    error(e, "cannot use _ as value" + std::string(wantType ? " or type" : ""));
    return;
  }
  Object* o = env_.scope->lookupParent(e->name, env_.pos);
  if (o == nullptr) {
    error(e, "undefined: " + std::string(e->name));
    return;
  }
  if (o->pkg == nullptr && (o->type == ctx_.anyType || o->type == ctx_.comparableType) &&
      !needsVersion(e, 18, "predeclared " + std::string(e->name)))
    return;
  e->obj = o;
  // A package-level object of another package came through a dot import.
  if (o->pkg != nullptr && o->pkg != pkg_ && o->kind != ObjectKind::PkgName) {
    auto it = dotImported_.find(o->pkg);
    if (it != dotImported_.end())
      for (PkgName* p : it->second) p->used = true;
  }
  if (o->color != Color::Black && o->type == nullptr && o->kind != ObjectKind::Func)
    objDecl(o);
  else if (o->color == Color::White || (o->color == Color::Grey && o->kind != ObjectKind::Func))
    objDecl(o);
  Type* t = o->type;
  switch (o->kind) {
    case ObjectKind::PkgName: error(e, "use of package " + std::string(o->name) + " without selector"); return;
    case ObjectKind::Const:
      addDep(o);
      if (!isValid(t)) return;
      if (o == ctx_.universe->lookup("iota")) {
        if (env_.iota == nullptr) {
          error(e, "cannot use iota outside constant declaration");
          return;
        }
        x.val = env_.iota;
      } else {
        x.val = static_cast<Const*>(o)->value;
      }
      if (x.val == nullptr || constant::kindOf(x.val) == Kind::Unknown) return;
      x.mode = Mode::Constant;
      break;
    case ObjectKind::TypeName:
      if (o->color == Color::Grey && static_cast<TypeName*>(o)->alias && !isValid(t) && diags_.count() == errorsBefore_)
        error(e, "invalid use of type alias " + std::string(o->name) + " in recursive type (see go.dev/issue/50729)");
      if (!isValid(t)) return;
      x.mode = Mode::TypeExpr;
      break;
    case ObjectKind::Var: {
      // An unused variable stays unused when only assigned: lhsVar() undoes this.
      auto* v = static_cast<Var*>(o);
      v->used = true;
      addDep(o);
      if (!isValid(t)) return;
      markCaptured(v);
      x.mode = Mode::Variable;
      break;
    }
    case ObjectKind::Func:
      addDep(o);
      if (t == nullptr) {
        objDecl(o);
        t = o->type;
      }
      if (!isValid(t)) return;
      x.mode = Mode::Value;
      break;
    case ObjectKind::Builtin:
      x.id = static_cast<Builtin*>(o)->id;
      x.mode = Mode::Builtin;
      break;
    case ObjectKind::Nil: x.mode = Mode::NilValue; break;
    case ObjectKind::Label: return;
  }
  x.type = t;
}

// The type of a variable, parameter, field …: constraint interfaces are refused.
Type* Checker::varType(Expr* e) {
  Type* t = definedType(e, nullptr);
  validVarType(e, t);
  return t;
}

void Checker::validVarType(Expr* e, Type* t) {
  if (t->kind != TypeKind::Named && t->kind != TypeKind::Interface) return;
  later([this, e, t] {
    if (Interface* i = asInterface(t)) {
      completeInterface(i);
      if (i->constraintOnly)
        error(e, "cannot use type " + str(t) + " outside a type constraint: interface " +
                     (i->comparable ? std::string("is (or embeds) comparable") : std::string("contains type constraints")));
    }
  });
}

Type* Checker::definedType(Expr* e, Named* def) {
  Type* t = typInternal(e, def);
  if (isGeneric(t)) {
    std::string name = str(t);
    error(e, "cannot use generic type " + name + " without instantiation");
    t = invalidType();
  }
  e->mode = isValid(t) ? Mode::TypeExpr : Mode::Invalid;
  e->type = t;
  return t;
}

Type* Checker::typInternal(Expr* e, Named* def) {
  if (++depth_ > 5000) {
    depth_--;
    error(e, "type nested too deeply");
    return invalidType();
  }
  struct Leave {
    int& d;
    ~Leave() { d--; }
  } leave{depth_};
  switch (e->kind) {
    case NodeKind::BadExpr: return invalidType();
    case NodeKind::Ident:
    case NodeKind::SelectorExpr: return typeByName(e, def);
    case NodeKind::IndexExpr: return instantiatedType(static_cast<ast::IndexExpr*>(e), def);
    case NodeKind::ParenExpr: return definedType(static_cast<ast::ParenExpr*>(e)->x, def);
    case NodeKind::ArrayType: return arrayType(static_cast<ast::ArrayType*>(e), def);
    case NodeKind::Ellipsis:
      error(e, "invalid use of ...");
      if (static_cast<ast::Ellipsis*>(e)->elem != nullptr) typ(static_cast<ast::Ellipsis*>(e)->elem);
      return invalidType();
    case NodeKind::StructType: return structType(static_cast<ast::StructType*>(e), def);
    case NodeKind::StarExpr: {
      auto* p = ctx_.make<Pointer>(invalidType());
      setUnderlying(def, p);
      p->elem = varType(static_cast<ast::StarExpr*>(e)->x);
      if (!isValid(p->elem)) return invalidType();
      return def == nullptr ? ctx_.pointerTo(p->elem) : p;
    }
    case NodeKind::FuncType: {
      Signature* sig = emptySignature();
      setUnderlying(def, sig);
      funcType(sig, nullptr, static_cast<ast::FuncType*>(e));
      return sig;
    }
    case NodeKind::InterfaceType: return interfaceType(static_cast<ast::InterfaceType*>(e), def);
    case NodeKind::MapType: return mapType(static_cast<ast::MapType*>(e), def);
    case NodeKind::ChanType: return chanType(static_cast<ast::ChanType*>(e), def);
    default:
      error(e, str(e) + " is not a type");
      use(e);
      return invalidType();
  }
}

Type* Checker::typeByName(Expr* e, Named* def) {
  Operand x;
  if (e->kind == NodeKind::Ident) {
    ident(x, static_cast<ast::Ident*>(e), def, true);
  } else {
    selector(x, static_cast<ast::SelectorExpr*>(e), def, true);
  }
  switch (x.mode) {
    case Mode::TypeExpr: return x.type;
    case Mode::Invalid: break;
    case Mode::NoValue: error(e, str(x) + " used as type"); break;
    default: error(e, str(x) + " is not a type"); break;
  }
  return invalidType();
}

// ---- arrays, maps, channels -----------------------------------------------------------------------------------
// A type may be looked at while it is under way (in array lengths): its parts are invalid until they are known.

Type* Checker::arrayType(ast::ArrayType* e, Named* def) {
  if (e->len == nullptr) {
    auto* s = ctx_.make<SliceType>(invalidType());
    setUnderlying(def, s);
    UnderWay guard(*this, s);
    s->elem = varType(e->elem);
    return s;
  }
  auto* t = ctx_.make<Array>(-1, invalidType());
  setUnderlying(def, t);
  UnderWay guard(*this, t);
  if (e->len->kind == NodeKind::Ellipsis) {
    error(e->len, "invalid use of [...] array (outside a composite literal)");
  } else {
    t->len = arrayLength(e->len);
  }
  t->elem = varType(e->elem);
  if (t->len < 0) return invalidType();
  sizeChecks_.push_back([this, t, e] { checkArraySize(t, e); });
  return t;
}

Type* Checker::mapType(ast::MapType* e, Named* def) {
  auto* m = ctx_.make<Map>(invalidType(), invalidType());
  setUnderlying(def, m);
  UnderWay guard(*this, m);
  m->key = varType(e->key);
  m->elem = varType(e->val);
  later([this, m, e] {
    if (isValid(m->key) && isValid(under(m->key)) && !isComparable(m->key))
      error(e->key, "invalid map key type " + str(m->key) +
                        (m->key->kind == TypeKind::TypeParam ? " (missing comparable constraint)" : ""));
  });
  return m;
}

Type* Checker::chanType(ast::ChanType* e, Named* def) {
  auto* c = ctx_.make<Chan>(e->dir, invalidType());
  setUnderlying(def, c);
  c->elem = varType(e->elem);
  sizeChecks_.push_back([this, c, e] {
    constexpr int64_t kMaxElemSize = 1 << 16;  // as gc's runtime has it
    if (isValid(c->elem) && isValid(under(c->elem)) && !hasVarSize(c->elem) && sizeOf(c->elem) >= kMaxElemSize)
      error(e, "channel element type too large (>64kB)");
  });
  return c;
}

// No type may be larger than the address space, which gc takes to have 50 bits.
void Checker::checkArraySize(Array* a, Expr* e) {
  if (a->len <= 0 || a->elem == nullptr || !isValid(a->elem) || !isValid(under(a->elem)) || hasVarSize(a->elem)) return;
  int64_t bytes;
  if (__builtin_mul_overflow(a->len, sizeOf(a->elem), &bytes) || bytes >= int64_t{1} << 50) {
    error(e, "type " + str(a) + " larger than address space");
    a->len = 0;
  }
}

int64_t Checker::arrayLength(Expr* e) {
  if (e->kind == NodeKind::Ident) {
    auto* id = static_cast<ast::Ident*>(e);
    Object* o = env_.scope->lookupParent(id->name, env_.pos);
    if (o == nullptr) {
      error(e, "undefined array length " + std::string(id->name) + " or missing type constraint");
      return -1;
    }
    if (o->kind != ObjectKind::Const) {
      o->used = true;
      error(e, "invalid array length " + std::string(id->name));
      return -1;
    }
  }
  Operand x;
  expr(x, e);
  if (x.mode != Mode::Constant) {
    if (!x.invalid()) error(x, "array length " + str(x) + " must be constant");
    return -1;
  }
  if (isUntyped(x.type) || isInteger(x.type)) {
    ValueRef v = consts_.toInt(x.val);
    int64_t n;
    if (constant::kindOf(v) == Kind::Int && constant::int64Val(v, &n) && n >= 0) {
      if (isUntyped(x.type)) updateExprType(e, ctx_.typ(BasicKind::Int), true);
      return n;
    }
  }
  error(x, isInteger(x.type) ? "invalid array length " + str(x) : "array length " + str(x) + " must be integer");
  return -1;
}

// ---- structs --------------------------------------------------------------------------------------------------

Type* Checker::structType(ast::StructType* e, Named* def) {
  auto* s = ctx_.make<Struct>();
  setUnderlying(def, s);
  UnderWay guard(*this, s);
  std::unordered_map<std::string_view, Object*> seen;
  bool anyTag = false;
  for (ast::Field* f : e->fields) {
    Var* v = f->embedded ? embeddedField(f) : newVar(f->name->pos, f->name->name, varType(f->typeExpr));
    if (v == nullptr) continue;
    v->isField = true;
    v->embedded = f->embedded;
    v->used = true;
    if (f->name != nullptr) f->name->obj = v;
    if (v->name != "_") {
      auto [it, fresh] = seen.emplace(v->name, v);
      if (!fresh) {
        error(v->pos, std::string(v->name) + " redeclared" + redeclared(diags_.sources(), it->second));
        continue;
      }
    }
    s->fields.push_back(v);
    std::string tag;
    if (f->tag != nullptr) {
      ValueRef text = consts_.fromLiteral(f->tag->text, ast::LitKind::String);
      if (constant::kindOf(text) == Kind::String) tag = constant::stringVal(text);
      anyTag |= !tag.empty();
    }
    s->tags.push_back(std::move(tag));
  }
  if (!anyTag) s->tags.clear();
  return s;
}

// The field that an embedded T, *T or p.T declares; nullptr if it has no name.
Var* Checker::embeddedField(ast::Field* f) {
  Type* t = varType(f->typeExpr);
  Expr* base = ast::unparen(f->typeExpr);
  if (base->kind == NodeKind::StarExpr) base = ast::unparen(static_cast<ast::StarExpr*>(base)->x);
  if (base->kind == NodeKind::IndexExpr) base = ast::unparen(static_cast<ast::IndexExpr*>(base)->x);
  ast::Ident* id = base->kind == NodeKind::Ident          ? static_cast<ast::Ident*>(base)
                   : base->kind == NodeKind::SelectorExpr ? static_cast<ast::SelectorExpr*>(base)->sel
                                                          : nullptr;
  if (id == nullptr) {
    error(f->typeExpr, "invalid embedded field type " + str(f->typeExpr));
    return nullptr;
  }
  Pos pos = ast::startPos(f->typeExpr);
  later([this, pos, t] { checkEmbedded(pos, t); });
  return newVar(pos, id->name, t);
}

void Checker::checkEmbedded(Pos pos, Type* t) {
  if (!isValid(t)) return;
  bool ptr = t->kind == TypeKind::Pointer;
  Type* base = ptr ? static_cast<Pointer*>(t)->elem : t;
  Type* u = under(base);
  if (!isValid(u)) return;
  if (u->kind == TypeKind::Basic && static_cast<Basic*>(u)->basic == BasicKind::UnsafePointer) {
    error(pos, "embedded field type cannot be unsafe.Pointer");
  } else if (u->kind == TypeKind::Pointer) {
    error(pos, "embedded field type cannot be a pointer");
  } else if (u->kind == TypeKind::TypeParam) {
    error(pos, "embedded field type cannot be a " + std::string(ptr ? "pointer to a " : "") + "type parameter");
  } else if (u->kind == TypeKind::Interface && ptr) {
    error(pos, "embedded field type cannot be a pointer to an interface");
  }
}

// ---- interfaces -----------------------------------------------------------------------------------------------

Type* Checker::interfaceType(ast::InterfaceType* e, Named* def) {
  auto* i = ctx_.make<Interface>();
  i->computing = true;
  setUnderlying(def, i);
  std::unordered_map<std::string_view, Object*> seen;
  for (ast::Field* f : e->elems) {
    if (f->name == nullptr) {
      Type* t = unionType(f->typeExpr);
      i->embeddeds.push_back(t);
      i->embedPos.push_back(ast::startPos(f->typeExpr));
      continue;
    }
    auto* m = ctx_.make<Func>();
    m->name = f->name->name;
    m->pos = f->name->pos;
    m->pkg = pkg_;
    m->isMethod = true;
    m->color = Color::Black;
    f->name->obj = m;
    if (m->name == "_") {
      error(f->name, "methods must have a unique non-blank name");
      continue;
    }
    auto* sig = ctx_.make<Signature>();
    sig->params = sig->results = ctx_.emptyTuple;
    auto* ft = static_cast<ast::FuncType*>(f->typeExpr);
    if (!ft->tparams.empty()) error(ft->tparams[0], "interface method must have no type parameters");
    funcType(sig, nullptr, ft);
    f->typeExpr->type = sig;
    m->type = sig;
    m->recvNamed = def;
    auto [it, fresh] = seen.emplace(m->name, m);
    if (!fresh) {
      error(m->pos, "duplicate method " + std::string(m->name) + redeclared(diags_.sources(), it->second));
      continue;
    }
    i->methods.push_back(m);
  }
  i->computing = false;
  later([this, i, e] { interfaceMethodSet(i, e); });
  return i;
}

// Embedded interfaces: methods of one name must agree.
void Checker::interfaceMethodSet(Interface* i, ast::InterfaceType*) {
  if (!allowVersion(18))
    for (size_t k = 0; k < i->embeddeds.size(); k++) {
      Type* t = i->embeddeds[k];
      if (!isValid(t) || !isValid(under(t)) || isInterface(t)) continue;
      error(i->embedPos[k], t->kind == TypeKind::Union ? "embedding interface element " + str(t) + lacksVersion(18)
                                                       : "embedding non-interface type " + str(t) + lacksVersion(18));
    }
  completeInterface(i);
  std::unordered_map<std::string_view, Func*> seen;
  for (Func* m : i->methods) seen.emplace(m->name, m);
  for (size_t k = 0; k < i->embeddeds.size(); k++) {
    Interface* in = asInterface(i->embeddeds[k]);
    if (in == nullptr) continue;
    completeInterface(in);
    for (Func* m : in->allMethods) {
      auto [it, fresh] = seen.emplace(m->name, m);
      if (fresh || (!m->exported() && m->pkg != it->second->pkg)) continue;
      // The same method through two embedded interfaces is fine since Go 1.14.
      if (!allowVersion(i->embedPos[k], 14) || !identical(m->type, it->second->type))
        error(i->embedPos[k], "duplicate method " + std::string(m->name) + redeclared(diags_.sources(), it->second));
    }
  }
}

// ---- signatures -----------------------------------------------------------------------------------------------

Signature* Checker::emptySignature() {
  auto* s = ctx_.make<Signature>();
  s->params = s->results = ctx_.emptyTuple;
  return s;
}

void Checker::funcType(Signature* sig, ast::Field* recv, ast::FuncType* e) {
  auto* scope = ctx_.make<Scope>();
  scope->parent = env_.scope;
  scope->isFunc = true;
  scope->pos = e->pos;
  sig->scope = scope;
  Scope* outside = env_.scope;
  if (recv != nullptr) receiverTypeParams(sig, recv, scope);
  if (!e->tparams.empty()) {
    needsVersion(e->tparams[0], 18, "type parameter");
    env_.scope = scope;
    collectTypeParams(sig->tparams, e->tparams);
    if (recv != nullptr) error(e->tparams[0], "methods cannot have type parameters");
  }
  if (!sig->tparams.empty() || !sig->recvTparams.empty()) env_.scope = scope;
  if (recv != nullptr) collectReceiver(sig, recv, scope);
  bool variadic = false, none = false;
  auto* params = ctx_.make<Tuple>();
  params->vars = collectParams(scope, e->params, true, &variadic);
  auto* results = ctx_.make<Tuple>();
  results->vars = collectParams(scope, e->results, false, &none);
  sig->params = params;
  sig->results = results;
  sig->variadic = variadic;
  env_.scope = outside;
}

std::vector<Var*> Checker::collectParams(Scope* scope, const Slice<ast::Field*>& fields, bool variadicOk, bool* variadic) {
  std::vector<Var*> out;
  Expr* lastExpr = nullptr;
  Type* lastType = nullptr;
  for (size_t k = 0; k < fields.size(); k++) {
    ast::Field* f = fields[k];
    Type* t;
    if (f->typeExpr == lastExpr && lastType != nullptr) {
      t = lastType;
    } else if (f->typeExpr->kind == NodeKind::Ellipsis) {
      auto* el = static_cast<ast::Ellipsis*>(f->typeExpr);
      if (variadicOk && k + 1 == fields.size()) {
        *variadic = true;
        Type* elem = el->elem != nullptr ? varType(el->elem) : invalidType();
        t = ctx_.make<SliceType>(elem);
      } else {
        error(el, "can only use ... with final parameter in list");
        t = el->elem != nullptr ? varType(el->elem) : invalidType();
      }
      el->type = t;
      el->mode = Mode::TypeExpr;
    } else {
      t = varType(f->typeExpr);
    }
    lastExpr = f->typeExpr;
    lastType = t;
    Var* v = newVar(f->name != nullptr ? f->name->pos : ast::startPos(f->typeExpr),
                    f->name != nullptr ? f->name->name : std::string_view(), t);
    v->isParam = true;
    v->color = Color::Black;
    if (f->name != nullptr) {
      declare(scope, f->name, v, {});
    } else {
      v->parent = scope;
    }
    out.push_back(v);
  }
  return out;
}

// The generic alias that a receiver's type is written with.
static Named* aliasOfReceiver(Expr* e) {
  e = ast::unparen(e);
  if (e->kind == NodeKind::StarExpr) e = ast::unparen(static_cast<ast::StarExpr*>(e)->x);
  if (e->kind != NodeKind::IndexExpr) return nullptr;
  Type* t = static_cast<ast::IndexExpr*>(e)->x->type;
  Named* n = t != nullptr ? asNamed(t) : nullptr;
  return n != nullptr && n->obj->alias ? n : nullptr;
}

void Checker::collectReceiver(Signature* sig, ast::Field* recv, Scope* scope) {
  Type* t = varType(recv->typeExpr);
  if (Named* alias = aliasOfReceiver(recv->typeExpr)) {
    error(recv->typeExpr, "cannot define new methods on generic alias type " + str(alias));
    t = invalidType();
  }
  Var* v = newVar(recv->name != nullptr ? recv->name->pos : ast::startPos(recv->typeExpr),
                  recv->name != nullptr ? recv->name->name : std::string_view(), t);
  v->isParam = true;
  v->color = Color::Black;
  if (recv->name != nullptr) {
    declare(scope, recv->name, v, {});
  } else {
    v->parent = scope;
  }
  sig->recv = v;
  later([this, t, at = v->pos, generic = sig->recvTparams.size()] {
    if (!isValid(t)) return;
    Type* b = t;
    if (b->kind == TypeKind::Pointer) b = static_cast<Pointer*>(b)->elem;
    if (!isValid(b)) return;
    if (Named* n = asNamed(b)) {
      if (n->origin != nullptr && generic == 0) {
        error(at, "cannot define new methods on instantiated type " + str(b));
        return;
      }
      if (n->obj->pkg != pkg_) {
        error(at, "cannot define new methods on non-local type " + str(b));
        return;
      }
      Type* u = under(n);
      if (u->kind == TypeKind::Pointer || u->kind == TypeKind::Interface)
        error(at, "invalid receiver type " + str(b) + " (pointer or interface type)");
      return;
    }
    if (b->kind == TypeKind::Basic) {
      error(at, "cannot define new methods on non-local type " + str(b));
    } else {
      error(at, "invalid receiver type " + str(t));
    }
  });
}

}  // namespace hood::check
