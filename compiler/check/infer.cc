// Type inference: type arguments from function arguments, constraints and untyped constants. Mirrors: types2/infer.go.
#include "compiler/check/checker.h"
#include "compiler/check/unify.h"
#include "compiler/types/subst.h"

namespace hood::check {

// Fresh type parameters for a call: in a recursive one, the parameters of callee and caller would be the same.
std::vector<TypeParam*> Checker::renameTypeParams(const std::vector<TypeParam*>& tparams) {
  std::vector<TypeParam*> fresh;
  for (TypeParam* p : tparams) {
    fresh.push_back(ctx_.make<TypeParam>());
    *fresh.back() = *p;
  }
  Subst s(ctx_, tparams, {fresh.begin(), fresh.end()});
  for (TypeParam* p : fresh) p->constraint = s.type(p->constraint);
  return fresh;
}

Type* Checker::renamed(const std::vector<TypeParam*>& from, const std::vector<TypeParam*>& to, Type* t) {
  return Subst(ctx_, from, {to.begin(), to.end()}).type(t);
}

namespace {

// Whether t mentions one of params.
bool mentionsAny(Type* t, const std::vector<TypeParam*>& params);

bool mentionsAny(const std::vector<Type*>& list, const std::vector<TypeParam*>& params) {
  for (Type* t : list)
    if (mentionsAny(t, params)) return true;
  return false;
}

bool mentionsAny(Tuple* tuple, const std::vector<TypeParam*>& params) {
  for (Var* v : tuple->vars)
    if (mentionsAny(v->type, params)) return true;
  return false;
}

bool mentionsAny(Type* t, const std::vector<TypeParam*>& params) {
  if (t == nullptr) return false;
  switch (t->kind) {
    case TypeKind::Basic: return false;
    case TypeKind::TypeParam: return std::find(params.begin(), params.end(), t) != params.end();
    case TypeKind::Named:
      return mentionsAny(static_cast<Named*>(t)->targs, params) || mentionsAny(static_cast<Named*>(t)->outerTargs, params);
    case TypeKind::Pointer: return mentionsAny(static_cast<Pointer*>(t)->elem, params);
    case TypeKind::Array: return mentionsAny(static_cast<Array*>(t)->elem, params);
    case TypeKind::Slice: return mentionsAny(static_cast<SliceType*>(t)->elem, params);
    case TypeKind::Chan: return mentionsAny(static_cast<Chan*>(t)->elem, params);
    case TypeKind::Map:
      return mentionsAny(static_cast<Map*>(t)->key, params) || mentionsAny(static_cast<Map*>(t)->elem, params);
    case TypeKind::Struct:
      for (Var* f : static_cast<Struct*>(t)->fields)
        if (mentionsAny(f->type, params)) return true;
      return false;
    case TypeKind::Tuple: return mentionsAny(static_cast<Tuple*>(t), params);
    case TypeKind::Signature:
      return mentionsAny(static_cast<Signature*>(t)->params, params) ||
             mentionsAny(static_cast<Signature*>(t)->results, params);
    case TypeKind::Interface:
      for (Func* m : static_cast<Interface*>(t)->methods)
        if (mentionsAny(m->type, params)) return true;
      return mentionsAny(static_cast<Interface*>(t)->embeddeds, params);
    case TypeKind::Union:
      for (const Term& x : static_cast<Union*>(t)->terms)
        if (mentionsAny(x.type, params)) return true;
      return false;
  }
  return false;
}

// [P, Q, R] as "P, Q, and R".
std::string namesOf(const std::vector<TypeParam*>& list) {
  std::string out;
  for (size_t k = 0; k < list.size(); k++) {
    if (k > 0) out += list.size() == 2 ? " and " : k + 1 == list.size() ? ", and " : ", ";
    out += list[k]->obj->name;
  }
  return out;
}

// A type parameter's core type as its constraint has it; tilde: only the underlying type counts. single: there is but
// one term.
struct CoreTerm {
  Type* type = nullptr;
  bool tilde = false;
  bool single = false;
};

CoreTerm coreTerm(TypeParam* p) {
  CoreTerm core;
  size_t n = 0;
  Term only{false, nullptr};
  typesAre(p, [&](Type* t, bool tilde) {
    if (t == nullptr) return false;
    n++;
    only = {tilde, t};
    return true;
  });
  if (n == 1) return {only.type, only.tilde, true};
  core.type = coreType(p);
  core.tilde = core.type != nullptr;
  return core;
}

// Parameters that were inferred to be each other, or to contain themselves, are not inferred at all.
class CycleFinder {
 public:
  CycleFinder(const std::vector<TypeParam*>& tparams, std::vector<Type*>& inferred)
      : tparams_(tparams), inferred_(inferred), state_(tparams.size()) {
    for (size_t k = 0; k < tparams.size(); k++) visit(tparams[k]);
  }

 private:
  void visit(Type* t) {
    if (t == nullptr) return;
    switch (t->kind) {
      case TypeKind::TypeParam: {
        auto it = std::find(tparams_.begin(), tparams_.end(), t);
        if (it == tparams_.end()) return;
        auto k = static_cast<size_t>(it - tparams_.begin());
        if (state_[k] == 1) {
          inferred_[k] = nullptr;
          return;
        }
        if (state_[k] == 2) return;
        state_[k] = 1;
        visit(inferred_[k]);
        state_[k] = 2;
        return;
      }
      case TypeKind::Named:
        for (Type* a : static_cast<Named*>(t)->targs) visit(a);
        return;
      case TypeKind::Pointer: visit(static_cast<Pointer*>(t)->elem); return;
      case TypeKind::Array: visit(static_cast<Array*>(t)->elem); return;
      case TypeKind::Slice: visit(static_cast<SliceType*>(t)->elem); return;
      case TypeKind::Chan: visit(static_cast<Chan*>(t)->elem); return;
      case TypeKind::Map:
        visit(static_cast<Map*>(t)->key);
        visit(static_cast<Map*>(t)->elem);
        return;
      case TypeKind::Struct:
        for (Var* f : static_cast<Struct*>(t)->fields) visit(f->type);
        return;
      case TypeKind::Tuple:
        for (Var* v : static_cast<Tuple*>(t)->vars) visit(v->type);
        return;
      case TypeKind::Signature:
        visit(static_cast<Signature*>(t)->params);
        visit(static_cast<Signature*>(t)->results);
        return;
      case TypeKind::Interface:
        for (Func* m : static_cast<Interface*>(t)->methods) visit(m->type);
        for (Type* e : static_cast<Interface*>(t)->embeddeds) visit(e);
        return;
      case TypeKind::Union:
        for (const Term& x : static_cast<Union*>(t)->terms) visit(x.type);
        return;
      case TypeKind::Basic: return;
    }
  }

  const std::vector<TypeParam*>& tparams_;
  std::vector<Type*>& inferred_;
  std::vector<int> state_;
};

}  // namespace

// A typed argument does not match its parameter: says how far inference came.
void Checker::inferenceMismatch(Inference& in, const Unifier& u, Type* param, Type* arg, const Operand& x, bool isDefault) {
  std::vector<Type*> targs = u.inferred(in.tparams);
  std::string type = std::string(isDefault ? "default type " : "type ") + str(arg) + " of " + str(x.expr);
  in.errorAt = ast::startPos(x.expr);
  if (std::all_of(targs.begin(), targs.end(), [](Type* t) { return t == nullptr; })) {
    in.error = type + " does not match " + str(param) + " (cannot infer " + namesOf(in.tparams) + ")";
    return;
  }
  Subst s(ctx_);
  for (size_t k = 0; k < targs.size(); k++)
    if (targs[k] != nullptr) s.bind({in.tparams[k]}, {targs[k]});
  Type* inferred = s.type(param);
  if (inferred == param) {
    in.error = type + " does not match " + str(param);
  } else if (in.reverse) {
    in.error = "inferred type " + str(inferred) + " for " + str(param) + " does not match " + type;
  } else {
    in.error = type + " does not match inferred type " + str(inferred) + " for " + str(param);
  }
}

bool Checker::inferFromArguments(Inference& in, Unifier& u, std::vector<size_t>& untyped) {
  for (size_t k = 0; k < in.args.size() && k < in.params.size(); k++) {
    const Operand& arg = in.args[k];
    Type* param = in.params[k];
    if (arg.invalid() || (!mentionsAny(param, in.tparams) && !mentionsAny(arg.type, in.tparams))) continue;
    if (arg.mode == Mode::NilValue) continue;
    if (!isUntyped(arg.type)) {
      if (u.unify(param, arg.type, Unifier::Assign)) continue;
      inferenceMismatch(in, u, param, arg.type, arg, false);
      return false;
    }
    if (param->kind == TypeKind::TypeParam) untyped.push_back(k);
  }
  return true;
}

// Core types say what their type parameters are, methods what their signatures mention; until nothing new is learnt.
bool Checker::inferFromConstraints(Inference& in, Unifier& u) {
  for (size_t before = u.unknowns() + 1; u.unknowns() < before;) {
    before = u.unknowns();
    for (TypeParam* p : in.tparams) {
      Type* tx = u.at(p);
      CoreTerm core = coreTerm(p);
      auto unsatisfied = [&](const std::string& cause) {
        in.errorAt = in.at;
        in.error = std::string(p->obj->name) + " (type " + str(tx) + ") does not satisfy " + str(p->constraint) + cause;
        return false;
      };
      if (core.type != nullptr) {
        if (tx != nullptr) {
          // The core type of ~T is what lies under the argument.
          if (core.tilde && tx->kind != TypeKind::TypeParam) tx = under(tx);
          if (!u.unify(tx, core.type, Unifier::Inexact)) {
            tx = u.at(p);
            return unsatisfied("");
          }
        } else if (core.single && !core.tilde) {
          u.set(p, core.type);
        }
        continue;
      }
      Interface* i = ifaceOf(p);
      if (tx == nullptr || i == nullptr) continue;
      for (Func* m : i->allMethods) {
        LookupResult r = lookupFieldOrMethod(tx, false, m->pkg, m->name);
        auto* f = r.obj != nullptr && r.obj->kind == ObjectKind::Func ? static_cast<Func*>(r.obj) : nullptr;
        if (f != nullptr && !r.needsPointer && u.unify(f->type, m->type, Unifier::Exact)) continue;
        MissingMethod missing = missingMethod(tx, i);
        if (missing.method == nullptr) {
          missing.method = m;
          missing.alt = f;
          missing.wrongType = true;
        }
        return unsatisfied(" " + missingMethodCause(tx, p->constraint, missing));
      }
    }
  }
  return true;
}

// An untyped constant has its default type where nothing else is known: of several, that of the widest kind.
bool Checker::inferFromUntyped(Inference& in, Unifier& u, const std::vector<size_t>& untyped) {
  std::vector<std::pair<TypeParam*, Type*>> widest;
  for (size_t k : untyped) {
    auto* p = static_cast<TypeParam*>(in.params[k]);
    if (u.at(p) != nullptr) continue;
    Operand& arg = in.args[k];
    if (!allowVersion(21)) {  // the first one decides
      u.set(p, defaultType(ctx_, arg.type));
      continue;
    }
    auto it = std::find_if(widest.begin(), widest.end(), [p](auto& w) { return w.first == p; });
    if (it == widest.end()) {
      widest.push_back({p, arg.type});
      continue;
    }
    Type* most = maxUntyped(it->second, arg.type);
    if (most == nullptr) {
      in.errorAt = ast::startPos(arg.expr);
      in.error = "mismatched types " + str(it->second) + " and " + str(arg.type) + " (cannot infer " + namesOf({p}) + ")";
      return false;
    }
    it->second = most;
  }
  for (auto& [p, t] : widest) u.set(p, defaultType(ctx_, t));
  return true;
}

// Infers in.targs, which come back complete; or says why not in in.error (empty: an argument was wrong already).
bool Checker::infer(Inference& in) {
  in.targs.resize(in.tparams.size());
  if (std::all_of(in.targs.begin(), in.targs.end(), [](Type* t) { return t != nullptr; })) return true;
  for (const Operand& a : in.args)
    if (a.invalid()) return false;
  Subst known(ctx_);
  for (size_t k = 0; k < in.targs.size(); k++)
    if (in.targs[k] != nullptr) known.bind({in.tparams[k]}, {in.targs[k]});
  for (Type*& p : in.params) p = known.type(p);
  Unifier u(in.tparams, in.targs, allowVersion(21));
  std::vector<size_t> untyped;
  if (!inferFromArguments(in, u, untyped) || !inferFromConstraints(in, u) || !inferFromUntyped(in, u, untyped)) return false;
  if (!untyped.empty() && !inferFromConstraints(in, u)) return false;
  std::vector<Type*> inferred = u.inferred(in.tparams);
  CycleFinder cycles(in.tparams, inferred);
  // What was inferred may mention other parameters.
  for (size_t round = 0; round <= in.tparams.size(); round++) {
    Subst s(ctx_);
    for (size_t k = 0; k < inferred.size(); k++)
      if (inferred[k] != nullptr) s.bind({in.tparams[k]}, {inferred[k]});
    bool changed = false;
    for (Type*& t : inferred) {
      if (t == nullptr || !mentionsAny(t, in.tparams)) continue;
      Type* simpler = s.type(t);
      // A generic function that was an argument is not generic any more.
      if (simpler->kind == TypeKind::Signature && !static_cast<Signature*>(simpler)->tparams.empty() &&
          !mentionsAny(simpler, in.tparams))
        static_cast<Signature*>(simpler)->tparams.clear();
      changed |= simpler != t;
      t = simpler;
    }
    if (!changed) break;
  }
  for (size_t k = 0; k < inferred.size(); k++) {
    if (inferred[k] != nullptr && !mentionsAny(inferred[k], in.tparams)) continue;
    const TypeName* o = in.tparams[k]->obj;
    in.errorAt = in.at;
    in.error = "cannot infer " + std::string(o->name) + " (" + diags_.sources().format(o->pos) + ")";
    return false;
  }
  in.targs = std::move(inferred);
  return true;
}

}  // namespace hood::check
