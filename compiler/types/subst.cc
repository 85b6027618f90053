#include "compiler/types/subst.h"

namespace hood::types {

void Subst::bind(const std::vector<TypeParam*>& params, const std::vector<Type*>& args) {
  for (size_t k = 0; k < params.size() && k < args.size(); k++)
    if (params[k] != args[k]) map_.emplace_back(params[k], args[k]);
}

Type* Subst::type(Type* t) {
  if (t == nullptr || map_.empty()) return t;
  if (t->kind == TypeKind::Basic) return t;
  if (t->kind == TypeKind::TypeParam) {
    for (auto& [param, arg] : map_)
      if (param == t) return arg;
    return t;
  }
  auto it = known_.find(t);
  if (it != known_.end()) return it->second;
  Type* out = compute(t);
  known_.emplace(t, out);
  return out;
}

Type* Subst::compute(Type* t) {
  switch (t->kind) {
    case TypeKind::Pointer: {
      Type* elem = type(static_cast<Pointer*>(t)->elem);
      return elem == static_cast<Pointer*>(t)->elem ? t : ctx_.pointerTo(elem);
    }
    case TypeKind::Array: {
      auto* a = static_cast<Array*>(t);
      Type* elem = type(a->elem);
      return elem == a->elem ? t : ctx_.make<Array>(a->len, elem);
    }
    case TypeKind::Slice: {
      Type* elem = type(static_cast<SliceType*>(t)->elem);
      return elem == static_cast<SliceType*>(t)->elem ? t : ctx_.make<SliceType>(elem);
    }
    case TypeKind::Map: {
      auto* m = static_cast<Map*>(t);
      Type *key = type(m->key), *elem = type(m->elem);
      return key == m->key && elem == m->elem ? t : ctx_.make<Map>(key, elem);
    }
    case TypeKind::Chan: {
      auto* c = static_cast<Chan*>(t);
      Type* elem = type(c->elem);
      return elem == c->elem ? t : ctx_.make<Chan>(c->dir, elem);
    }
    case TypeKind::Struct: return structType(static_cast<Struct*>(t));
    case TypeKind::Tuple: return tuple(static_cast<Tuple*>(t));
    case TypeKind::Signature: return signature(static_cast<Signature*>(t));
    case TypeKind::Interface: return interfaceType(static_cast<Interface*>(t));
    case TypeKind::Union: {
      auto* u = static_cast<Union*>(t);
      Union* copy = nullptr;
      for (size_t k = 0; k < u->terms.size(); k++) {
        Type* term = type(u->terms[k].type);
        if (term == u->terms[k].type) continue;
        if (copy == nullptr) {
          copy = ctx_.make<Union>();
          copy->terms = u->terms;
        }
        copy->terms[k].type = term;
      }
      return copy != nullptr ? copy : t;
    }
    case TypeKind::Named: return named(static_cast<Named*>(t));
    case TypeKind::Basic:
    case TypeKind::TypeParam: break;
  }
  return t;
}

std::vector<Type*> Subst::list(const std::vector<Type*>& types) {
  std::vector<Type*> out;
  out.reserve(types.size());
  for (Type* t : types) out.push_back(type(t));
  return out;
}

Type* Subst::named(Named* n) {
  if (n->origin != nullptr) {
    std::vector<Type*> targs = list(n->targs), outer = list(n->outerTargs);
    if (targs == n->targs && outer == n->outerTargs) return n;
    return ctx_.instantiate(n->origin, std::move(outer), std::move(targs));
  }
  // A type declared inside of the function that is being stamped out.
  if (n->outer.empty() || !n->tparams.empty()) return n;
  bool same = true;
  std::vector<Type*> outer;
  for (TypeParam* p : n->outer) {
    outer.push_back(type(p));
    same &= outer.back() == p;
  }
  return same ? n : ctx_.instantiate(n, std::move(outer), {});
}

Var* Subst::var(Var* v, Type* t) {
  auto* copy = ctx_.make<Var>();
  *copy = *v;
  copy->type = t;
  copy->backend = nullptr;
  return copy;
}

Tuple* Subst::tuple(Tuple* t) {
  if (t == nullptr) return t;
  Tuple* copy = nullptr;
  for (size_t k = 0; k < t->vars.size(); k++) {
    Type* changed = type(t->vars[k]->type);
    if (changed == t->vars[k]->type) continue;
    if (copy == nullptr) {
      copy = ctx_.make<Tuple>();
      copy->vars = t->vars;
    }
    copy->vars[k] = var(t->vars[k], changed);
  }
  return copy != nullptr ? copy : t;
}

Signature* Subst::signature(Signature* s) {
  if (s == nullptr) return s;
  Tuple *params = tuple(s->params), *results = tuple(s->results);
  Type* recv = s->recv != nullptr ? type(s->recv->type) : nullptr;
  bool bound = false;
  for (TypeParam* p : s->tparams) bound |= type(p) != p;
  for (TypeParam* p : s->recvTparams) bound |= type(p) != p;
  bool sameRecv = s->recv == nullptr || recv == s->recv->type;
  if (params == s->params && results == s->results && sameRecv && !bound) return s;
  auto* copy = ctx_.make<Signature>();
  copy->recv = sameRecv ? s->recv : var(s->recv, recv);
  copy->params = params;
  copy->results = results;
  copy->variadic = s->variadic;
  if (!bound) {
    copy->tparams = s->tparams;
    copy->recvTparams = s->recvTparams;
  }
  return copy;
}

Type* Subst::structType(Struct* s) {
  Struct* copy = nullptr;
  for (size_t k = 0; k < s->fields.size(); k++) {
    Type* changed = type(s->fields[k]->type);
    if (changed == s->fields[k]->type) continue;
    if (copy == nullptr) {
      copy = ctx_.make<Struct>();
      copy->fields = s->fields;
      copy->tags = s->tags;
    }
    copy->fields[k] = var(s->fields[k], changed);
  }
  return copy != nullptr ? copy : s;
}

Type* Subst::interfaceType(Interface* i) {
  std::vector<Func*> methods = i->methods;
  bool same = true;
  for (Func*& m : methods) {
    Signature* sig = signature(m->sig());
    if (sig == m->type) continue;
    auto* copy = ctx_.make<Func>();
    *copy = *m;
    copy->type = sig;
    m = copy;
    same = false;
  }
  std::vector<Type*> embeddeds = list(i->embeddeds);
  if (same && embeddeds == i->embeddeds) return i;
  auto* copy = ctx_.make<Interface>();
  copy->methods = std::move(methods);
  copy->embeddeds = std::move(embeddeds);
  copy->embedPos = i->embedPos;
  copy->implicit = i->implicit;
  return copy;
}

Func* Subst::method(Func* m) {
  Named* n = m->recvNamed;
  if (n == nullptr || n->kind != TypeKind::Named) return m;
  Type* t = n;
  if (n->origin == nullptr && !n->tparams.empty()) {
    // Declared by the generic type itself: its receiver says what its type parameters are.
    auto* declared = m->sig();
    if (declared == nullptr || declared->recvTparams.size() != n->tparams.size()) return m;
    std::vector<Type*> targs;
    for (TypeParam* p : declared->recvTparams) targs.push_back(type(p));
    t = ctx_.instantiate(n, std::move(targs));
  } else {
    t = type(n);
  }
  if (t == n || t->kind != TypeKind::Named) return m;
  auto* to = static_cast<Named*>(t);
  for (size_t k = 0; k < numMethods(to); k++)
    if (to->origin->methods[k] == (m->origin != nullptr ? m->origin : m)) return methodAt(to, k);
  return m;  // of an interface
}

}  // namespace hood::types
