// Instances of generic types: shared per list of type arguments, expanded when asked. Mirrors: go/types context.go,
// named.go, instantiate.go.
//
// Expansion must be lazy: `type List[T any] struct { next *List[T]; of *List[List[T]] }` mentions ever new instances of
// itself, but a program only ever looks at finitely many.
#include "compiler/types/subst.h"

namespace hood::types {

namespace {

size_t mix(size_t a, size_t b) { return a ^ (b + 0x9e3779b97f4a7c15u + (a << 6) + (a >> 2)); }

// Equal for identical types. Interfaces hash alike, since equal ones may be spelled in many ways.
size_t hashOf(Type* t) {
  size_t h = static_cast<size_t>(t->kind) * 0x9e3779b1;
  switch (t->kind) {
    case TypeKind::Basic: return mix(h, static_cast<size_t>(static_cast<Basic*>(t)->basic));
    case TypeKind::TypeParam: return mix(h, reinterpret_cast<size_t>(t));
    case TypeKind::Pointer: return mix(h, hashOf(static_cast<Pointer*>(t)->elem));
    case TypeKind::Slice: return mix(h, hashOf(static_cast<SliceType*>(t)->elem));
    case TypeKind::Array: return mix(h, hashOf(static_cast<Array*>(t)->elem));
    case TypeKind::Map: return mix(mix(h, hashOf(static_cast<Map*>(t)->key)), hashOf(static_cast<Map*>(t)->elem));
    case TypeKind::Chan:
      return mix(mix(h, static_cast<size_t>(static_cast<Chan*>(t)->dir)), hashOf(static_cast<Chan*>(t)->elem));
    case TypeKind::Struct:
      for (Var* f : static_cast<Struct*>(t)->fields) h = mix(h, std::hash<std::string_view>()(f->name));
      return h;
    case TypeKind::Signature: {
      auto* s = static_cast<Signature*>(t);
      return mix(mix(h, s->params->vars.size()), s->results->vars.size());
    }
    case TypeKind::Named: {
      auto* n = static_cast<Named*>(t);
      if (n->origin == nullptr) return mix(h, reinterpret_cast<size_t>(n));
      h = mix(h, reinterpret_cast<size_t>(n->origin));
      for (Type* a : n->outerTargs) h = mix(h, hashOf(a));
      for (Type* a : n->targs) h = mix(h, hashOf(a));
      return h;
    }
    case TypeKind::Tuple:
    case TypeKind::Interface:
    case TypeKind::Union: return h;
  }
  return h;
}

bool sameTypes(const std::vector<Type*>& a, const std::vector<Type*>& b) {
  if (a.size() != b.size()) return false;
  for (size_t k = 0; k < a.size(); k++)
    if (!identical(a[k], b[k])) return false;
  return true;
}

// Gives an instance its underlying type; not possible yet while the generic type is being declared.
void expand(Named* n) {
  Named* o = n->origin;
  if (o == nullptr || n->declaring || o->declaring || o->underlying == nullptr) return;
  n->declaring = true;  // type A[P any] B[P]; type B[P any] A[P]
  Type* u = under(o);
  n->declaring = false;
  if (u->kind == TypeKind::Named) return;
  Subst s(*n->ctx, o->tparams, n->targs);
  s.bind(o->outer, n->outerTargs);
  n->underlying = s.type(u);
}

}  // namespace

Named* Context::instantiate(Named* origin, std::vector<Type*> targs) {
  return instantiate(origin, {origin->outer.begin(), origin->outer.end()}, std::move(targs));
}

Named* Context::instantiate(Named* origin, std::vector<Type*> outerTargs, std::vector<Type*> targs) {
  size_t h = mix(0, reinterpret_cast<size_t>(origin));
  for (Type* t : outerTargs) h = mix(h, hashOf(t));
  for (Type* t : targs) h = mix(h, hashOf(t));
  auto range = instances_.equal_range(h);
  for (auto it = range.first; it != range.second; ++it) {
    Named* n = it->second;
    if (n->origin == origin && sameTypes(n->targs, targs) && sameTypes(n->outerTargs, outerTargs)) return n;
  }
  auto* n = make<Named>();
  n->obj = origin->obj;
  n->origin = origin;
  n->targs = std::move(targs);
  n->outerTargs = std::move(outerTargs);
  n->ctx = this;
  instances_.emplace(h, n);
  return n;
}

Type* under(Type* t) {
  constexpr int kMaxHops = 100;  // only a cycle has more: an error, reported where it is declared
  for (int hops = 0; t->kind == TypeKind::Named && hops < kMaxHops; hops++) {
    auto* n = static_cast<Named*>(t);
    if (n->underlying == nullptr) {
      n->resolve();
      if (n->underlying == nullptr) expand(n);
      if (n->underlying == nullptr) return t;
    }
    if (n->underlying == t) return t;
    t = n->underlying;
  }
  return t;
}

size_t numMethods(const Named* n) {
  const_cast<Named*>(n)->resolve();
  return n->origin != nullptr ? n->origin->methods.size() : n->methods.size();
}

Func* methodAt(Named* n, size_t k) {
  if (n->origin == nullptr) {
    Func* m = n->methods[k];
    if (m->type == nullptr && n->ctx != nullptr && n->ctx->declare) n->ctx->declare(m);
    return m;
  }
  if (n->methods.size() < n->origin->methods.size()) n->methods.resize(n->origin->methods.size());
  if (n->methods[k] != nullptr) return n->methods[k];
  Func* declared = n->origin->methods[k];
  if (declared->type == nullptr && n->ctx->declare) n->ctx->declare(declared);
  auto* m = n->ctx->make<Func>();
  *m = *declared;
  m->origin = declared;
  m->recvNamed = n;
  if (declared->type != nullptr && declared->type->kind == TypeKind::Signature) {
    Subst s(*n->ctx, declared->sig()->recvTparams, n->targs);
    Signature* sig = s.signature(declared->sig());
    if (sig == declared->type) {  // type parameters are not mentioned, or are their own arguments
      sig = n->ctx->make<Signature>();
      *sig = *declared->sig();
    }
    sig->recvTparams.clear();
    m->type = sig;
  }
  return n->methods[k] = m;
}

}  // namespace hood::types
