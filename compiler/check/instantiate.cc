// Whether type arguments satisfy constraints, types implement interfaces; instances of generic functions.
// Mirrors: types2/instantiate.go, call.go (funcInst).
#include "compiler/check/checker.h"
#include "compiler/types/subst.h"

namespace hood::check {

using ast::NodeKind;

// Whether targs satisfy the constraints of tparams. If not, the error is at the argument's expression, or `at`.
bool Checker::verifyInstance(Pos at, const std::vector<TypeParam*>& tparams, const std::vector<Type*>& targs,
                             const Slice<Expr*>* exprs) {
  Subst s(ctx_, tparams, targs);
  for (size_t k = 0; k < tparams.size(); k++) {
    // A constraint may mention the type parameters.
    Type* bound = tparams[k]->constraint != nullptr ? s.type(tparams[k]->constraint) : invalidType();
    std::string cause;
    if (implements(targs[k], bound, true, &cause)) continue;
    error(exprs != nullptr && k < exprs->size() ? ast::startPos((*exprs)[k]) : at, cause);
    return false;
  }
  return true;
}

namespace {

// Whether i has t as a term, whatever else restricts it.
bool mentions(Type* i, Type* t) {
  switch (i->kind) {
    case TypeKind::Interface:
      for (Type* e : static_cast<Interface*>(i)->embeddeds)
        if (mentions(e, t)) return true;
      return false;
    case TypeKind::Union:
      for (const Term& term : static_cast<Union*>(i)->terms)
        if (mentions(term.type, t)) return true;
      return false;
    default: return identical(i, t);
  }
}

}  // namespace

// V is one type, and not an interface or type parameter: it must be among T's terms.
bool Checker::inTypeSet(Type* v, Type* t, Interface* ti, const std::string& verb, std::string* cause) {
  Type* alt = nullptr;
  for (const Term& term : ti->terms) {
    if (includes(term, v)) return true;
    if (alt == nullptr && !term.tilde && identical(term.type, under(term.type)) && includes({true, term.type}, v))
      alt = term.type;
  }
  if (cause == nullptr) return false;
  std::string detail;
  if (alt != nullptr) {
    detail = "possibly missing ~ for " + str(alt) + " in " + str(t);
  } else if (mentions(ti, v)) {
    detail = str(t) + " mentions " + str(v) + ", but " + str(v) + " is not in the type set of " + str(t);
  } else {
    std::string terms;
    for (const Term& x : ti->terms) terms += (terms.empty() ? "" : " | ") + std::string(x.tilde ? "~" : "") + str(x.type);
    detail = str(v) + " missing in " + terms;
  }
  *cause = str(v) + " does not " + verb + " " + str(t) + " (" + detail + ")";
  return false;
}

bool Checker::comparableAs(Type* v, bool constraint, const std::string& verb, std::string* cause) {
  if (isStrictlyComparable(v)) return true;
  // An ordinary interface satisfies comparable, though comparing it may panic.
  if (constraint && isComparable(v)) {
    if (allowVersion(20)) return true;
    if (cause != nullptr) *cause = str(v) + " to " + verb + " comparable requires go1.20 or later";
    return false;
  }
  if (cause != nullptr) *cause = str(v) + " does not " + verb + " comparable";
  return false;
}

// Whether v implements the interface t; constraint: whether it satisfies t as a constraint.
bool Checker::implements(Type* v, Type* t, bool constraint, std::string* cause) {
  Type *vu = under(v), *tu = under(t);
  if (!isValid(vu) || !isValid(tu)) return true;
  if (Pointer* p = asPointer(v); p != nullptr && !isValid(under(p->elem))) return true;
  std::string verb = constraint ? "satisfy" : "implement";
  if (tu->kind != TypeKind::Interface) {
    if (cause != nullptr) {
      Pointer* p = asPointer(t);
      *cause = str(v) + " does not " + verb + " " + str(t) + " (" +
               (p != nullptr && isInterface(p->elem) ? "type " + str(t) + " is pointer to interface, not interface"
                                                     : str(t) + " is not an interface") +
               ")";
    }
    return false;
  }
  auto* ti = static_cast<Interface*>(tu);
  completeInterface(ti);
  if (isAllTypes(ti)) return true;
  Interface* vi = ifaceOf(v);
  if (vi != nullptr && isEmptySet(vi)) return true;  // the empty set is a subset of any set
  if (isEmptySet(ti)) {
    if (cause != nullptr) *cause = "cannot " + verb + " " + str(t) + " (empty type set)";
    return false;
  }
  MissingMethod m = missingMethod(v, ti);
  if (m.method != nullptr) {
    if (cause != nullptr) *cause = str(v) + " does not " + verb + " " + str(t) + " " + missingMethodCause(v, t, m);
    return false;
  }
  auto comparableIfNeeded = [&] { return !ifaceIsComparable(ti) || comparableAs(v, constraint, verb, cause); };
  if (!ti->hasTerms) return comparableIfNeeded();
  if (vi == nullptr) return inTypeSet(v, t, ti, verb, cause) && comparableIfNeeded();
  if (!subsetOf(vi, ti)) {
    if (cause != nullptr) *cause = str(v) + " does not " + verb + " " + str(t);
    return false;
  }
  return comparableIfNeeded();
}

bool Checker::ifaceIsComparable(Interface* i) { return isStrictlyComparable(i); }

// ---- functions ------------------------------------------------------------------------------------------------

// The identifier that denotes the function e is, through parentheses and explicit instantiation.
static ast::Ident* denotingIdent(Expr* e) {
  for (;;) {
    switch (e->kind) {
      case NodeKind::ParenExpr: e = static_cast<ast::ParenExpr*>(e)->x; break;
      case NodeKind::IndexExpr: e = static_cast<ast::IndexExpr*>(e)->x; break;
      case NodeKind::SelectorExpr: return static_cast<ast::SelectorExpr*>(e)->sel;
      case NodeKind::Ident: return static_cast<ast::Ident*>(e);
      default: return nullptr;
    }
  }
}

// The type of the generic function e with targs; what e denotes is written down for who builds the code.
Signature* Checker::instantiateSignature(Pos at, Expr* e, const std::vector<Type*>& targs, Signature* sig,
                                         const Slice<Expr*>* exprs) {
  std::vector<TypeParam*> tparams = sig->tparams;
  Subst s(ctx_, tparams, targs);
  Signature* inst = s.signature(sig);
  if (inst == sig) {  // no type parameter was mentioned, or each is its own argument
    inst = ctx_.make<Signature>();
    *inst = *sig;
  }
  inst->tparams.clear();
  if (ast::Ident* id = denotingIdent(e)) {
    id->instance = ctx_.make<Instance>();
    id->instance->targs = targs;
    for (Expr* x = e;;) {
      x->type = inst;
      x->mode = Mode::Value;
      if (x->kind == NodeKind::ParenExpr) {
        x = static_cast<ast::ParenExpr*>(x)->x;
      } else if (x->kind == NodeKind::IndexExpr) {
        x = static_cast<ast::IndexExpr*>(x)->x;
      } else {
        break;
      }
    }
    id->type = inst;
    id->mode = Mode::Value;
  }
  std::shared_ptr<Slice<Expr*>> list = exprs != nullptr ? std::make_shared<Slice<Expr*>>(*exprs) : nullptr;
  later([this, at, tparams, targs, list] {
    if (verifyInstance(at, tparams, targs, list.get())) recordMono(at, tparams, targs, list.get());
  });
  return inst;
}

// x is a generic function; inst, if any, gives some or all of its type arguments, target (nullptr: none) the function
// type it is assigned to, called what `desc` says. Without infer, an x whose arguments are not all known stays generic,
// and those that are known come back in *partial.
void Checker::funcInst(Operand& x, Pos at, ast::IndexExpr* inst, Signature* target, const std::string& desc, bool infer,
                       std::vector<Type*>* partial) {
  if (inst != nullptr) {
    at = inst->lbrack;
    x.expr = inst;
  }
  bool versionOk = allowVersion(18) || needsVersion(inst != nullptr ? inst : x.expr, 18, "function instantiation");
  std::vector<Type*> targs;
  if (inst != nullptr && !typeList(inst->indices, targs)) {
    x.mode = Mode::Invalid;
    return;
  }
  auto* sig = static_cast<Signature*>(x.type);
  size_t want = sig->tparams.size();
  if (targs.size() > want) {
    error(inst->indices[want], "got " + std::to_string(targs.size()) + " type arguments but " + str(x.expr) + " has " +
                                   std::to_string(want) + " type parameters");
    x.mode = Mode::Invalid;
    return;
  }
  if (targs.size() < want) {
    if (!infer) {
      *partial = targs;
      return;
    }
    Inference in;
    in.tparams = renameTypeParams(sig->tparams);
    in.targs = targs;
    in.at = at;
    if (target != nullptr) {
      if (versionOk && !allowVersion(21))
        needsVersion(inst != nullptr ? inst : x.expr, 21,
                     inst != nullptr ? "partially instantiated function in assignment"
                                     : "implicitly instantiated function in assignment");
      Signature* plain = ctx_.make<Signature>();
      *plain = *sig;
      plain->tparams.clear();
      plain->recv = nullptr;
      in.params = {renamed(sig->tparams, in.tparams, plain)};
      Operand arg;
      arg.mode = Mode::Value;
      auto* id = ctx_.arena.make<ast::Ident>();
      id->kind = NodeKind::Ident;
      id->pos = ast::startPos(x.expr);
      id->name = ctx_.arena.copy(desc);
      arg.expr = id;
      arg.type = target;
      in.args = {arg};
      in.reverse = true;
    }
    if (!this->infer(in)) {
      if (!in.error.empty()) error(in.errorAt, in.error);
      x.mode = Mode::Invalid;
      return;
    }
    targs = in.targs;
  }
  x.type = instantiateSignature(at, x.expr, targs, sig, inst != nullptr ? &inst->indices : nullptr);
  x.mode = Mode::Value;
}

// A value may not be generic where nothing says what its type arguments are, unless the target type does.
void Checker::nonGeneric(Type* target, const std::string& desc, Operand& x) {
  if (x.invalid() || x.mode == Mode::NoValue || x.type == nullptr) return;
  std::string what;
  if (isGeneric(x.type)) {
    what = "type";
  } else if (x.type->kind == TypeKind::Signature && !static_cast<Signature*>(x.type)->tparams.empty()) {
    Signature* t = target != nullptr ? asSignature(target) : nullptr;
    if (t != nullptr) {
      Expr* e = x.expr;
      funcInst(x, ast::startPos(e), nullptr, t, desc, true, nullptr);
      return;
    }
    what = "function";
  }
  if (what.empty()) return;
  error(x, "cannot use generic " + what + " " + str(x.expr) + " without instantiation");
  x.mode = Mode::Invalid;
  x.type = invalidType();
  if (x.expr != nullptr) {
    x.expr->mode = Mode::Invalid;
    x.expr->type = x.type;
  }
}

}  // namespace hood::check
