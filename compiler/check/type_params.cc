// Type parameters, constraints, and types that are instances of generic ones.
// Mirrors: types2/decl.go (collectTypeParams), typexpr.go (instantiatedType), union.go, signature.go (collectParams).
#include "compiler/check/checker.h"
#include "compiler/types/subst.h"

namespace hood::check {

using ast::NodeKind;

TypeParam* Checker::declareTypeParam(Scope* scope, ast::Ident* name, size_t index) {
  auto* o = ctx_.make<TypeName>();
  o->name = name->name;
  o->pos = name->pos;
  o->pkg = pkg_;
  o->color = Color::Black;
  auto* p = ctx_.make<TypeParam>();
  p->obj = o;
  p->index = static_cast<int>(index);
  p->iface = static_cast<Interface*>(ctx_.anyType);
  o->type = p;
  declare(scope, name, o, {});
  return p;
}

// Declares the parameters in env_.scope. They are all known, and the list is set, before any constraint is looked at.
void Checker::collectTypeParams(std::vector<TypeParam*>& out, const Slice<ast::Field*>& list) {
  std::vector<TypeParam*> params;
  for (ast::Field* f : list) params.push_back(declareTypeParam(env_.scope, f->name, params.size()));
  out = params;
  bool saved = env_.inTypeParams;
  env_.inTypeParams = true;
  Type* bound = nullptr;
  for (size_t k = 0; k < list.size(); k++) {
    if (k == 0 || list[k]->typeExpr != list[k - 1]->typeExpr) {
      bound = constraintType(list[k]->typeExpr);
      if (bound->kind == TypeKind::TypeParam) {
        error(list[k]->typeExpr, "cannot use a type parameter as constraint");
        bound = invalidType();
      }
    }
    setConstraint(params[k], bound);
  }
  env_.inTypeParams = saved;
}

// A constraint that is no interface, as in [P int], stands for the interface that embeds it.
void Checker::setConstraint(TypeParam* p, Type* bound) {
  p->constraint = bound;
  if (!isValid(bound) || bound->kind == TypeKind::Interface) return;
  auto wrap = [this, p] {
    Type* u = under(p->constraint);
    if (u->kind == TypeKind::Interface || u->kind == TypeKind::Named || !isValid(u)) return;
    auto* i = ctx_.make<Interface>();
    i->embeddeds = {p->constraint};
    i->embedPos = {p->obj->pos};
    i->implicit = true;
    p->constraint = p->iface = i;
  };
  if (under(bound)->kind == TypeKind::Named) {
    later(wrap);
  } else {
    wrap();
  }
}

// ~T and A | B stand for the interfaces that embed them.
Type* Checker::constraintType(Expr* e) {
  if (!isConstraint(e)) return typ(e);
  auto* i = ctx_.make<Interface>();
  i->implicit = true;
  i->computing = true;
  i->embeddeds.push_back(unionType(e));
  i->embedPos.push_back(ast::startPos(e));
  i->computing = false;
  e->mode = Mode::TypeExpr;
  e->type = i;
  return i;
}

bool Checker::isConstraint(const Expr* e) {
  return (e->kind == NodeKind::BinaryExpr && static_cast<const ast::BinaryExpr*>(e)->op == ast::Op::Or) ||
         (e->kind == NodeKind::UnaryExpr && static_cast<const ast::UnaryExpr*>(e)->op == ast::Op::Tilde);
}

static constexpr size_t kMaxTerms = 100;  // as gc

// ---- unions ---------------------------------------------------------------------------------------------------

// An element of an interface: A | ~B, or a type.
Type* Checker::unionType(Expr* e) {
  std::vector<Expr*> exprs;
  Expr* rest = e;
  for (; rest->kind == NodeKind::BinaryExpr && static_cast<ast::BinaryExpr*>(rest)->op == ast::Op::Or;
       rest = static_cast<ast::BinaryExpr*>(rest)->x)
    exprs.push_back(static_cast<ast::BinaryExpr*>(rest)->y);
  exprs.push_back(rest);
  std::reverse(exprs.begin(), exprs.end());
  auto* u = ctx_.make<Union>();
  std::vector<Expr*> termExprs;
  for (Expr* x : exprs) {
    Term term = parseTerm(x);
    if (exprs.size() == 1 && !term.tilde) {
      return term.type;  // just a type; an error in it was reported
    }
    if (u->terms.size() >= kMaxTerms) {
      error(x, "cannot handle more than " + std::to_string(kMaxTerms) + " union terms (implementation limitation)");
      return invalidType();
    }
    u->terms.push_back(term);
    termExprs.push_back(x);
    x->mode = Mode::TypeExpr;
    x->type = term.type;
  }
  e->mode = Mode::TypeExpr;
  e->type = u;
  later([this, u, termExprs = std::move(termExprs)] { checkUnion(u, termExprs); });
  return u;
}

Term Checker::parseTerm(Expr* e) {
  Term term{false, nullptr};
  Expr* x = e;
  if (x->kind == NodeKind::UnaryExpr && static_cast<ast::UnaryExpr*>(x)->op == ast::Op::Tilde) {
    x = static_cast<ast::UnaryExpr*>(x)->x;
    term.tilde = true;
  }
  term.type = typ(x);
  // Embedding a type parameter is gc's to allow some day.
  if (term.type->kind == TypeKind::TypeParam) {
    error(x, term.tilde ? "type in term " + str(e) + " cannot be a type parameter"
                        : std::string("term cannot represent type parameter"));
    term.type = invalidType();
  }
  return term;
}

void Checker::checkUnion(Union* u, const std::vector<Expr*>& exprs) {
  size_t total = 0;
  for (const Term& t : u->terms) {
    Interface* i = isValid(t.type) ? asInterface(t.type) : nullptr;
    if (i != nullptr) completeInterface(i);
    total += i != nullptr ? i->terms.size() : 1;
  }
  if (total > kMaxTerms)
    error(exprs[0], "cannot handle more than " + std::to_string(kMaxTerms) + " union terms (implementation limitation)");
  for (size_t k = 0; k < u->terms.size(); k++) {
    const Term& t = u->terms[k];
    if (!isValid(t.type)) continue;
    Type* un = under(t.type);
    if (!isValid(un)) continue;
    Interface* i = un->kind == TypeKind::Interface ? static_cast<Interface*>(un) : nullptr;
    if (i != nullptr) completeInterface(i);
    if (t.tilde) {
      if (i != nullptr) {
        error(exprs[k], "invalid use of ~ (" + str(t.type) + " is an interface)");
        continue;
      }
      if (!identical(un, t.type)) {
        error(exprs[k], "invalid use of ~ (underlying type of " + str(t.type) + " is " + str(un) + ")");
        continue;
      }
    }
    // Stand-alone interfaces with methods are fine; in a union they would make type sets incomputable.
    if (u->terms.size() == 1) continue;
    if (i != nullptr) {
      if (!i->allMethods.empty()) {
        error(exprs[k], "cannot use " + str(t.type) + " in union (" + str(t.type) + " contains methods)");
      } else if (t.type == ctx_.comparableType) {
        error(exprs[k], "cannot use comparable in union");
      } else if (i->comparable) {
        error(exprs[k], "cannot use " + str(t.type) + " in union (" + str(t.type) + " embeds comparable)");
      }
      continue;
    }
    for (size_t j = 0; j < k; j++) {
      if (!isValid(u->terms[j].type) || isInterface(u->terms[j].type) || disjoint(t, u->terms[j])) continue;
      auto show = [this](const Term& x) { return (x.tilde ? "~" : "") + str(x.type); };
      error(exprs[k], "overlapping terms " + show(t) + " and " + show(u->terms[j]));
      break;
    }
  }
}

// ---- instances ------------------------------------------------------------------------------------------------

bool Checker::isGeneric(Type* t) const {
  Named* n = asNamed(t);
  return n != nullptr && n->origin == nullptr && !n->tparams.empty();
}

// A generic type's name. Invalid, with *cause saying why, if it is something else.
Type* Checker::genericType(Expr* e, std::string* cause) {
  Type* t = typInternal(e, nullptr);
  if (isValid(t) && !isGeneric(t)) {
    if (cause != nullptr) *cause = str(t) + " is not a generic type";
    t = invalidType();
  }
  e->mode = isValid(t) ? Mode::TypeExpr : Mode::Invalid;
  e->type = t;
  return t;
}

// False if one of them is wrong.
bool Checker::typeList(const Slice<Expr*>& exprs, std::vector<Type*>& out) {
  bool ok = true;
  for (Expr* e : exprs) {
    out.push_back(varType(e));
    ok &= isValid(out.back());
  }
  return ok;
}

bool Checker::validateTArgLen(Pos at, std::string_view name, size_t want, size_t got) {
  if (want == got) return true;
  error(at, std::string(got < want ? "not enough" : "too many") + " type arguments for type " + std::string(name) +
                ": have " + std::to_string(got) + ", want " + std::to_string(want));
  return false;
}

Type* Checker::instantiatedType(ast::IndexExpr* e, Named* def) {
  if (!needsVersion(e, 18, "type instantiation")) {
    // The rest is checked all the same.
  }
  std::string cause;
  Type* generic = genericType(e->x, &cause);
  if (!cause.empty()) {
    std::string list;
    for (Expr* x : e->indices) list += (list.empty() ? "" : ", ") + str(x);
    error(e->x, "invalid operation: " + str(e->x) + "[" + list + "] (" + cause + ")");
  }
  std::vector<Type*> targs;
  if (!isValid(generic)) {
    typeList(e->indices, targs);
    return generic;
  }
  if (!typeList(e->indices, targs)) return invalidType();
  auto* origin = static_cast<Named*>(generic);
  if (!validateTArgLen(ast::startPos(e->x), origin->obj->name, origin->tparams.size(), targs.size())) return invalidType();
  if (origin->obj->alias) return instantiatedAlias(e, origin, std::move(targs));
  Named* inst = ctx_.instantiate(origin, targs);
  if (!inst->instPos.valid()) inst->instPos = ast::startPos(e->x);
  setUnderlying(def, inst);
  later([this, e, inst] {
    if (verifyInstance(ast::startPos(e->x), inst->origin->tparams, inst->targs, &e->indices))
      recordMono(ast::startPos(e->x), inst->origin->tparams, inst->targs, &e->indices);
    validType(inst);
  });
  return inst;
}

Type* Checker::instantiatedAlias(ast::IndexExpr* e, Named* alias, std::vector<Type*> targs) {
  if (alias->aliased == nullptr) {
    error(e->x,
          "invalid use of type alias " + std::string(alias->obj->name) + " in recursive type (see go.dev/issue/50729)");
    return invalidType();
  }
  Type* t = Subst(ctx_, alias->tparams, targs).type(alias->aliased);
  later([this, e, alias, t, targs = std::move(targs)] {
    if (verifyInstance(ast::startPos(e->x), alias->tparams, targs, &e->indices))
      recordMono(ast::startPos(e->x), alias->tparams, targs, &e->indices);
    if (Named* n = asNamed(t)) validType(n);
  });
  return t;
}

// ---- receivers ------------------------------------------------------------------------------------------------

// func (r *T[P, _]): the receiver declares type parameters of its own, bounded as those of T.
void Checker::receiverTypeParams(Signature* sig, ast::Field* recv, Scope* scope) {
  Expr* base = ast::unparen(recv->typeExpr);
  while (base->kind == NodeKind::StarExpr) base = ast::unparen(static_cast<ast::StarExpr*>(base)->x);
  if (base->kind != NodeKind::IndexExpr) return;
  auto* index = static_cast<ast::IndexExpr*>(base);
  std::vector<TypeParam*> params;
  for (Expr*& x : index->indices) {
    if (x->kind != NodeKind::Ident) {
      error(x, "receiver type parameter " + str(x) + " must be an identifier");
      continue;
    }
    auto* id = static_cast<ast::Ident*>(x);
    params.push_back(declareTypeParam(scope, id, params.size()));
    if (id->name == "_") id->obj = params.back()->obj;  // the receiver's type expression uses it all the same
  }
  sig->recvTparams = params;
  Expr* name = ast::unparen(index->x);
  Object* o = name->kind == NodeKind::Ident ? env_.scope->lookupParent(static_cast<ast::Ident*>(name)->name, {}) : nullptr;
  if (o == nullptr || o->kind != ObjectKind::TypeName) return;
  Type* generic = genericType(index->x, nullptr);
  if (!isValid(generic)) return;
  std::vector<TypeParam*>& declared = static_cast<Named*>(generic)->tparams;
  if (params.size() < declared.size()) {
    error(recv->typeExpr, "got " + std::to_string(params.size()) + " type parameter" + (params.size() == 1 ? "" : "s") +
                              ", but receiver base type declares " + std::to_string(declared.size()));
    return;
  }
  if (params.size() != declared.size()) return;
  std::vector<Type*> renamed(params.begin(), params.end());
  for (size_t k = 0; k < params.size(); k++) {
    mono_.canon[params[k]] = declared[k];
    // The declaration may be under way: its constraint is looked at when it is known.
    auto bound = [this, p = params[k], d = declared[k], declared, renamed] {
      Subst s(ctx_, declared, renamed);
      p->constraint = s.type(d->constraint);
      p->iface = d->iface;
    };
    if (declared[k]->constraint != nullptr) {
      bound();
    } else {
      later(bound);
    }
  }
}

}  // namespace hood::check
