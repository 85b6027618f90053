// Declarations: constants, variables, types, functions; cycles among them. Mirrors: types2/decl.go.
#include "compiler/check/checker.h"

#include <algorithm>

namespace hood::check {

using constant::Kind;

Var* Checker::newVar(Pos pos, std::string_view name, Type* t) {
  auto* v = ctx_.make<Var>();
  v->pos = pos;
  v->name = name;
  v->type = t;
  v->pkg = pkg_;
  v->color = t != nullptr ? Color::Black : Color::White;
  return v;
}

void Checker::declare(Scope* scope, ast::Ident* id, Object* o, Pos scopePos) {
  if (id != nullptr) id->obj = o;
  if (o->name == "_") {
    o->parent = scope;
    return;
  }
  o->scopePos = scopePos;
  if (Object* alt = scope->insert(o)) {
    error(o->pos, std::string(o->name) + " redeclared in this block" + redeclared(diags_.sources(), alt));
    o->parent = scope;
  }
}

void Checker::addDep(Object* o) {
  if (env_.decl == nullptr || decls_.find(o) == decls_.end()) return;
  if (env_.decl->depSet.insert(o).second) env_.decl->deps.push_back(o);
}

// ---- cycles ---------------------------------------------------------------------------------------------------

// Whether the objects on the path from `start` on may refer to each other. Mirrors types2 (*Checker).validCycle.
bool Checker::validCycle(size_t start) {
  size_t nval = 0, ndef = 0;
  for (size_t k = start; k < objPath_.size(); k++) {
    Object* p = objPath_[k];
    switch (p->kind) {
      case ObjectKind::Const:
      case ObjectKind::Var: nval++; break;
      case ObjectKind::TypeName: {
        // A generic type may not be used in its own type parameter list, directly or not.
        if (env_.inTypeParams && p->type != nullptr && isGeneric(p->type)) {
          cycleError({objPath_.begin() + static_cast<std::ptrdiff_t>(start), objPath_.end()});
          return false;
        }
        auto it = decls_.find(p);
        bool alias = it != decls_.end() ? it->second->typeDecl->alias : static_cast<TypeName*>(p)->alias;
        if (!alias) ndef++;
        break;
      }
      case ObjectKind::Func: break;
      default: break;
    }
  }
  // A cycle of constants and variables alone is reported with the initialisation order.
  if (nval == objPath_.size() - start) return true;
  // Types may be recursive through a definition; validType() looks closer.
  if (nval == 0 && ndef > 0) return true;
  std::vector<Object*> cycle(objPath_.begin() + static_cast<std::ptrdiff_t>(start), objPath_.end());
  cycleError(cycle);
  return false;
}

void Checker::cycleError(const std::vector<Object*>& cycle) {
  // Start with the object that is declared first.
  size_t first = 0;
  for (size_t k = 1; k < cycle.size(); k++)
    if (cycle[k]->pos < cycle[first]->pos) first = k;
  Object* o = cycle[first];
  bool isType = o->kind == ObjectKind::TypeName;
  auto nameOf = [&](const Object* a) {
    bool foreign = a->pkg != nullptr && a->pkg != pkg_;
    return (foreign ? a->pkg->name + "." : std::string()) + std::string(a->name);
  };
  if (cycle.size() == 1) {
    error(o->pos, isType ? "invalid recursive type: " + std::string(o->name) + " refers to itself"
                         : "invalid cycle in declaration: " + std::string(o->name) + " refers to itself");
    return;
  }
  std::string text =
      isType ? "invalid recursive type " + std::string(o->name) : "invalid cycle in declaration of " + std::string(o->name);
  for (size_t k = 0; k <= cycle.size(); k++) {
    Object* a = cycle[(first + k) % cycle.size()];
    text += "\n\t" + diags_.sources().format(a->pos) + ": " + nameOf(a) + (k < cycle.size() ? " refers to" : "");
  }
  error(o->pos, text);
}

// Where on the path there is a variable of o's own declaration; the path's length if there is none.
size_t Checker::declaredWith(const Object* o) const {
  for (size_t k = 0; k < objPath_.size(); k++) {
    auto it = decls_.find(objPath_[k]);
    if (it == decls_.end()) continue;
    const std::vector<Var*>& lhs = it->second->lhs;
    if (std::find(lhs.begin(), lhs.end(), o) != lhs.end()) return k;
  }
  return objPath_.size();
}

void Checker::objDecl(Object* o) {
  if (o->color == Color::Black) return;
  if (o->color == Color::Grey) {
    size_t start = 0;
    while (start < objPath_.size() && objPath_[start] != o) start++;
    // Of `var a, b = f()` only the one that led here is on the path.
    if (start == objPath_.size()) start = declaredWith(o);
    switch (o->kind) {
      case ObjectKind::Const:
      case ObjectKind::Var:
        if (!validCycle(start) || o->type == nullptr) o->type = invalidType();
        break;
      case ObjectKind::TypeName:
        if (!validCycle(start)) o->type = invalidType();
        break;
      default: break;
    }
    return;
  }
  auto it = decls_.find(o);
  if (it == decls_.end()) return;
  DeclInfo* d = it->second;
  o->color = Color::Grey;
  objPath_.push_back(o);
  Environment saved = env_;
  env_ = Environment{};
  env_.scope = d->file;
  // Types and signatures have no initialisation dependencies.
  if (o->kind == ObjectKind::Const || o->kind == ObjectKind::Var) env_.decl = d;
  switch (o->kind) {
    case ObjectKind::Const:
      env_.iota = consts_.makeInt64(d->iota);
      constDecl(static_cast<Const*>(o), d->typeExpr, d->init, d->inherited);
      break;
    case ObjectKind::Var: varDecl(static_cast<Var*>(o), d->lhs, d->typeExpr, d->init); break;
    case ObjectKind::TypeName:
      typeDecl(static_cast<TypeName*>(o), d->typeDecl);
      if (Named* n = asNamed(o->type); n != nullptr && n->obj == o && n->origin == nullptr) collectMethods(n);
      break;
    case ObjectKind::Func: funcDecl(static_cast<Func*>(o), d); break;
    default: break;
  }
  env_ = saved;
  objPath_.pop_back();
  o->color = Color::Black;
}

// ---- constants and variables ----------------------------------------------------------------------------------

void Checker::constDecl(Const* c, Expr* typ, Expr* init, bool inherited) {
  c->value = consts_.unknown();
  if (typ != nullptr) {
    Type* t = this->typ(typ);
    if (isValid(t) && !(isBasicInfo(t, IsConstType))) {
      if (isValid(under(t))) error(typ, "invalid constant type " + str(t));
      c->type = invalidType();
      return;
    }
    c->type = t;
  }
  Operand x;
  if (init != nullptr) {
    if (inherited) env_.errPos = c->pos;
    expr(x, init);
  }
  initConst(c, x);
  env_.errPos = {};
}

void Checker::varDecl(Var* v, const std::vector<Var*>& lhs, Expr* typ, Expr* init) {
  if (typ != nullptr) v->type = varType(typ);
  if (init == nullptr) {
    if (typ == nullptr) v->type = invalidType();
    return;
  }
  if (lhs.size() <= 1) {
    Operand x;
    exprFor(x, init, targetOf(v, false));
    initVar(v, x, "variable declaration");
    return;
  }
  if (typ != nullptr)
    for (Var* o : lhs) o->type = v->type;
  Slice<Expr*> rhs = Slice<Expr*>::of(ctx_.arena, {init});
  // All variables of the declaration get their types now.
  for (Var* o : lhs)
    if (o != v && o->color == Color::White) o->color = Color::Grey;
  initVars(lhs, rhs, nullptr);
  for (Var* o : lhs) o->color = Color::Black;
}

// A declaration's names and values must agree in number. inherited: the values are another specification's.
void Checker::arityMatch(const Slice<ast::Ident*>& names, const Slice<Expr*>& values, bool isConst, bool inherited) {
  size_t l = names.size(), r = values.size();
  if (l < r) {
    if (inherited) {
      error(names[0], "extra init expr at " + diags_.sources().format(ast::startPos(values[l])));
    } else {
      error(values[l], "extra init expr");
    }
  } else if (l > r && (isConst || r != 1)) {  // one value may be a call with several results
    error(names[r], "missing init expr for " + std::string(names[r]->name));
  }
}

// ---- types ----------------------------------------------------------------------------------------------------

void Checker::typeDecl(TypeName* o, ast::TypeDecl* d) {
  if (d->alias) return aliasDecl(o, d);
  if (!d->tparams.empty()) needsVersion(d->tparams[0], 18, "type parameter");
  auto* n = ctx_.make<Named>();
  n->obj = o;
  n->ctx = &ctx_;
  n->declaring = true;
  n->outer = env_.typeParams;
  o->type = n;
  later([this, n] { validType(n); });  // before anybody expands its instances
  Scope* outside = env_.scope;
  if (!d->tparams.empty()) {
    auto* scope = ctx_.make<Scope>();
    scope->parent = env_.scope;
    scope->pos = d->pos;
    env_.scope = scope;
    collectTypeParams(n->tparams, d->tparams);
  }
  Type* rhs = definedType(d->typeExpr, n);
  env_.scope = outside;
  n->declaring = false;
  if (rhs->kind == TypeKind::TypeParam) {
    error(d->typeExpr, "cannot use a type parameter as RHS in type declaration");
    rhs = invalidType();
  }
  fromRhs_[n] = rhs;
  // The underlying type of a defined type is never a defined type itself.
  if (rhs == n) {
    n->underlying = invalidType();
  } else if (rhs->kind == TypeKind::Named && under(rhs)->kind == TypeKind::Named) {
    n->underlying = rhs;  // still being declared: under() follows
  } else {
    n->underlying = rhs->kind == TypeKind::Named ? under(rhs) : rhs;
  }
  if (!isValid(under(n))) n->underlying = invalidType();
  later([this, n, rhs] {
    if (n->underlying != nullptr && n->underlying->kind == TypeKind::Named) n->underlying = under(rhs);
    if (n->underlying->kind == TypeKind::Named) n->underlying = invalidType();
  });
}

void Checker::aliasDecl(TypeName* o, ast::TypeDecl* d) {
  o->type = invalidType();
  if (!needsVersion(d, 9, "type aliases")) return;
  o->alias = true;
  Type* t = d->tparams.empty() ? typ(d->typeExpr) : genericAlias(o, d);
  o->type = t;
}

// type A[P any] = []P: A[int] is []int with another spelling. The name stands for a Named that is generic, so that nobody
// takes it for a type before it has arguments; instantiatedType() then hands out what it stands for.
Type* Checker::genericAlias(TypeName* o, ast::TypeDecl* d) {
  bool allowed = needsVersion(d->tparams[0], 23, "generic type alias");
  auto* n = ctx_.make<Named>();
  n->obj = o;
  n->ctx = &ctx_;
  n->underlying = invalidType();
  o->type = n;
  Scope* outside = env_.scope;
  env_.scope = ctx_.make<Scope>();
  env_.scope->parent = outside;
  env_.scope->pos = d->pos;
  collectTypeParams(n->tparams, d->tparams);
  Type* rhs = typ(d->typeExpr);
  env_.scope = outside;
  if (std::find(n->tparams.begin(), n->tparams.end(), rhs) != n->tparams.end()) {
    error(d->typeExpr, "cannot use type parameter declared in alias declaration as RHS");
    return invalidType();
  }
  // (a cycle that was found makes the name's type invalid)
  if (!allowed || !isValid(rhs) || !isValid(o->type)) return invalidType();
  n->aliased = rhs;
  return n;
}

void Checker::setUnderlying(Named* def, Type* t) {
  if (def != nullptr) def->underlying = t;
}

void Checker::collectMethods(Named* n) {
  if (n == nullptr) return;
  auto it = methodsOf_.find(n->obj);
  if (it == methodsOf_.end()) return;
  std::unordered_map<std::string_view, Func*> seen;
  for (Func* m : it->second) {
    auto [known, fresh] = seen.emplace(m->name, m);
    if (!fresh) {
      error(m->pos, "method " + std::string(n->obj->name) + "." + std::string(m->name) + " already declared at " +
                        diags_.sources().format(known->second->pos));
      continue;
    }
    m->recvNamed = n;
    n->methods.push_back(m);
  }
  // A field and a method of one name: known only when the type is complete.
  later([this, n] {
    Struct* s = asStruct(n);
    if (s == nullptr) return;
    for (Func* m : n->methods)
      for (Var* f : s->fields)
        if (f->name == m->name && m->name != "_")
          error(m->pos, "field and method with the same name " + std::string(m->name) + "\n\t" +
                            diags_.sources().format(f->pos) + ": other declaration of " + std::string(m->name));
  });
}

// ---- functions ------------------------------------------------------------------------------------------------

void Checker::funcDecl(Func* f, DeclInfo* d) {
  auto* sig = ctx_.make<Signature>();
  sig->params = sig->results = ctx_.emptyTuple;
  f->type = sig;  // guards against cycles
  Color saved = f->color;
  f->color = Color::Black;
  funcType(sig, d->funcDecl->recv, d->funcDecl->sig);
  f->color = saved;
  if (!options_.ignoreBodies) {
    d->bodyChecked = true;
    if (d->funcDecl->body != nullptr) {
      later([this, f, d, sig] { funcBody(d, std::string(f->name), sig, d->funcDecl->body, nullptr); });
    } else if (options_.complete && !pkg_->stdlib) {
      bodiless_.push_back(f);
    }
  }
}

void Checker::funcBody(DeclInfo* decl, const std::string& name, Signature* sig, ast::BlockStmt* body, ValueRef iota,
                       const std::vector<TypeParam*>& outerTypeParams) {
  (void)name;
  Environment saved = env_;
  std::vector<Scope*> outerScopes = std::move(funcScopes_);
  funcScopes_.clear();
  env_ = Environment{};
  env_.decl = decl;
  env_.scope = sig->scope;
  env_.sig = sig;
  env_.iota = iota;
  env_.typeParams = outerTypeParams;
  for (TypeParam* p : sig->recvTparams) env_.typeParams.push_back(p);
  for (TypeParam* p : sig->tparams) env_.typeParams.push_back(p);
  sig->scope->isFunc = true;
  funcScopes_.push_back(sig->scope);  // parameters and the outermost block's variables
  stmtList(body->stmts);
  labels(body);
  if (!sig->results->vars.empty() && !isTerminatingList(body->stmts, "")) error(body->rbrace, "missing return");
  usage();
  funcScopes_ = std::move(outerScopes);
  env_ = saved;
}

// Local variables that are never used, sorted by position with everything else.
void Checker::usage() {
  for (Scope* s : funcScopes_)
    for (Object* o : s->order)
      if (o->kind == ObjectKind::Var && !o->used && !static_cast<Var*>(o)->isParam)
        error(o->pos, "declared and not used: " + std::string(o->name));
}

void Checker::openScope(ast::Node* n) {
  auto* s = ctx_.make<Scope>();
  s->parent = env_.scope;
  s->pos = n->pos;
  env_.scope = s;
  funcScopes_.push_back(s);
}
void Checker::closeScope() { env_.scope = env_.scope->parent; }

// ---- declarations in functions --------------------------------------------------------------------------------

void Checker::localConst(ast::ConstDecl* d) {
  std::vector<Const*> list;
  for (size_t k = 0; k < d->names.size(); k++) {
    auto* c = ctx_.make<Const>();
    c->name = d->names[k]->name;
    c->pos = d->names[k]->pos;
    c->pkg = pkg_;
    c->color = Color::Black;
    list.push_back(c);
    ValueRef savedIota = env_.iota;
    env_.iota = consts_.makeInt64(d->iota);
    constDecl(c, d->typeExpr, k < d->values.size() ? d->values[k] : nullptr, d->inherited);
    env_.iota = savedIota;
  }
  arityMatch(d->names, d->values, true, d->inherited);
  processDelayed(delayedBase_);  // function literals do not see the new names
  // Visible from the end of the declaration on.
  for (size_t k = 0; k < list.size(); k++) declare(env_.scope, d->names[k], list[k], {});
}

void Checker::localVar(ast::VarDecl* d) {
  std::vector<Var*> list;
  for (ast::Ident* id : d->names) {
    list.push_back(newVar(id->pos, id->name, nullptr));
    list.back()->color = Color::Black;
  }
  if (d->values.size() == 1 && list.size() > 1) {
    varDecl(list[0], list, d->typeExpr, d->values[0]);
  } else {
    Type* declared = nullptr;
    for (size_t k = 0; k < list.size(); k++) {
      Expr* init = k < d->values.size() ? d->values[k] : nullptr;
      if (d->typeExpr != nullptr && declared == nullptr) declared = varType(d->typeExpr);
      list[k]->type = declared;
      if (init != nullptr) {
        Operand x;
        exprFor(x, init, targetOf(list[k], false));
        initVar(list[k], x, "variable declaration");
      } else if (declared == nullptr) {
        list[k]->type = invalidType();
      }
    }
    for (size_t k = list.size(); k < d->values.size(); k++) use(d->values[k]);
  }
  if (d->typeExpr == nullptr || !d->values.empty()) arityMatch(d->names, d->values, false, false);
  processDelayed(delayedBase_);  // function literals do not see the new names
  for (size_t k = 0; k < list.size(); k++) {
    if (!isValid(list[k]->type)) list[k]->used = true;
    declare(env_.scope, d->names[k], list[k], {});
  }
}

// TypeName::localId of what is declared at p.
std::string_view Checker::localId(Pos p, int number) {
  for (size_t k = 0; k < pkg_->files.size(); k++) {
    const SourceFile* f = pkg_->files[k]->source;
    if (f != nullptr && p.off >= f->base && p.off - f->base <= f->text.size())
      return ctx_.arena.copy(std::to_string(k) + "." + std::to_string(p.off - f->base) + "." + std::to_string(number));
  }
  return ctx_.arena.copy("?." + std::to_string(p.off) + "." + std::to_string(number));
}

void Checker::declStmt(const Slice<ast::Decl*>& decls) {
  for (ast::Decl* decl : decls) {
    switch (decl->kind) {
      case ast::NodeKind::ConstDecl: localConst(static_cast<ast::ConstDecl*>(decl)); break;
      case ast::NodeKind::VarDecl: localVar(static_cast<ast::VarDecl*>(decl)); break;
      case ast::NodeKind::TypeDecl: {
        auto* d = static_cast<ast::TypeDecl*>(decl);
        auto* o = ctx_.make<TypeName>();
        o->name = d->name->name;
        o->pos = d->name->pos;
        o->pkg = pkg_;
        o->localId = localId(o->pos, d->alias ? 0 : ++localTypes_);
        // The name is visible in its own declaration.
        declare(env_.scope, d->name, o, {});
        o->color = Color::Grey;
        objPath_.push_back(o);
        ownedDecls_.push_back(std::make_unique<DeclInfo>());
        ownedDecls_.back()->typeDecl = d;
        decls_[o] = ownedDecls_.back().get();
        typeDecl(o, d);
        objPath_.pop_back();
        o->color = Color::Black;
        break;
      }
      default: break;
    }
  }
}

}  // namespace hood::check
