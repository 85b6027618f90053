#include "compiler/check/unify.h"

namespace hood::check {

Unifier::Unifier(const std::vector<TypeParam*>& tparams, const std::vector<Type*>& targs, bool interfaces)
    : interfaces_(interfaces) {
  for (size_t k = 0; k < tparams.size(); k++) {
    cells_[tparams[k]] = values_.size();
    values_.push_back(k < targs.size() ? targs[k] : nullptr);
  }
}

TypeParam* Unifier::asBound(Type* t) const {
  TypeParam* p = asTypeParam(t);
  return p != nullptr && cells_.count(p) != 0 ? p : nullptr;
}

Type* Unifier::at(TypeParam* p) const { return values_[cells_.at(p)]; }
void Unifier::set(TypeParam* p, Type* t) { values_[cells_.at(p)] = t; }

size_t Unifier::unknowns() const {
  size_t n = 0;
  for (auto& [p, cell] : cells_) n += values_[cell] == nullptr ? 1 : 0;
  return n;
}

std::vector<Type*> Unifier::inferred(const std::vector<TypeParam*>& tparams) const {
  std::vector<Type*> out;
  for (TypeParam* p : tparams) out.push_back(at(p));
  return out;
}

// Makes x and y one. False if both have arguments already, which then must unify.
bool Unifier::join(TypeParam* x, TypeParam* y) {
  size_t a = cells_.at(x), b = cells_.at(y);
  if (a == b) return true;
  if (values_[a] != nullptr && values_[b] != nullptr) return false;
  if (values_[a] == nullptr) std::swap(a, b);
  for (auto& [p, cell] : cells_)
    if (cell == b) cell = a;
  return true;
}

namespace {

// Types that are written out: everything that is not declared with a name or a type parameter.
bool isTypeLit(Type* t) { return t->kind != TypeKind::Named && t->kind != TypeKind::TypeParam; }

bool sameId(const Object* a, const Object* b) {
  if (a->name != b->name) return false;
  return a->exported() || a->pkg == b->pkg || (a->pkg != nullptr && b->pkg != nullptr && a->pkg->path == b->pkg->path);
}

Func* methodNamed(Interface* i, const Func* m) {
  for (Func* f : i->allMethods)
    if (sameId(f, m)) return f;
  return nullptr;
}

bool sameTerms(Interface* x, Interface* y) {
  return x->comparable == y->comparable && x->hasTerms == y->hasTerms && subsetOf(x, y) && subsetOf(y, x);
}

}  // namespace

bool Unifier::nify(Type* x, Type* y, unsigned mode, Pair* p) {
  if (x == y) return true;
  if (x == nullptr || y == nullptr) return false;
  constexpr int kMaxDepth = 50;  // types that feed on themselves
  if (depth_ > kMaxDepth) return false;
  struct Depth {
    int& d;
    explicit Depth(int& n) : d(n) { d++; }
    ~Depth() { d--; }
  } depth(depth_);
  // From here on: a parameter that we look for is in x, else a defined type is in y.
  if (asNamed(x) != nullptr || asBound(y) != nullptr) std::swap(x, y);
  // A name does not matter where a literal is assigned.
  if ((mode & Exact) == 0 && asNamed(y) != nullptr && isTypeLit(x) && !(interfaces_ && isInterface(x))) {
    y = under(y);
    if (x == y) return true;
  }
  TypeParam *px = asBound(x), *py = asBound(y);
  if (px != nullptr && py != nullptr) return join(px, py) || nify(at(px), at(py), mode, p);
  if (px != nullptr) return bound(px, y, mode, p);
  // Instances of one generic type differ in their arguments only, also if it is an interface.
  Named *xn = asNamed(x), *yn = asNamed(y);
  bool sameOrigin = xn != nullptr && yn != nullptr && xn->origin != nullptr && xn->origin == yn->origin;
  if (interfaces_ && (mode & Exact) == 0 && !sameOrigin) {
    Interface *xi = asInterface(x), *yi = asInterface(y);
    if (xi != nullptr && yi != nullptr) return assignInterfaces(xi, yi, p);
    if (xi != nullptr) return implementsLoosely(xi, y, p);
    if (yi != nullptr) return implementsLoosely(yi, x, p);
  }
  if (y->kind == TypeKind::TypeParam) std::swap(x, y);
  return structure(x, y, mode, p);
}

// px is looked for: y is what it stands for, or must match that.
bool Unifier::bound(TypeParam* px, Type* y, unsigned mode, Pair* p) {
  Type* x = at(px);
  if (x == nullptr) {
    set(px, y);
    return true;
  }
  if (!nify(x, y, mode, p)) return false;
  if ((mode & Exact) != 0) return true;
  // Of two types that may be assigned to each other, the one that can take both: an interface, the smaller of two, a
  // defined type, a channel with a direction. Then the order of arguments does not matter.
  Interface *xi = asInterface(x), *yi = asInterface(y);
  bool better;
  if (xi != nullptr && yi != nullptr) {
    completeInterface(xi);
    completeInterface(yi);
    better = yi->allMethods.size() != xi->allMethods.size() ? yi->allMethods.size() < xi->allMethods.size()
                                                            : asNamed(x) == nullptr && asNamed(y) != nullptr;
  } else if (xi != nullptr || yi != nullptr) {
    better = yi != nullptr;
  } else if (asNamed(y) != nullptr) {
    better = true;
  } else {
    Chan* c = asChan(y);
    better = asNamed(x) == nullptr && c != nullptr && c->dir != ast::ChanDir::Both;
  }
  if (better) set(px, y);
  return true;
}

// One has a subset of the other's methods.
bool Unifier::assignInterfaces(Interface* x, Interface* y, Pair* p) {
  completeInterface(x);
  completeInterface(y);
  if (!sameTerms(x, y)) return false;
  for (Pair* o = p; o != nullptr; o = o->outer)
    if ((o->x == x && o->y == y) || (o->x == y && o->y == x)) return true;
  Pair q{x, y, p};
  if (x->allMethods.size() > y->allMethods.size()) std::swap(x, y);
  for (Func* m : x->allMethods) {
    Func* other = methodNamed(y, m);
    if (other == nullptr || !nify(m->type, other->type, Exact, &q)) return false;
  }
  return true;
}

bool Unifier::implementsLoosely(Interface* i, Type* t, Pair* p) {
  completeInterface(i);
  for (Func* m : i->allMethods) {
    LookupResult r = lookupFieldOrMethod(t, false, m->pkg, m->name);
    if (r.obj == nullptr || r.obj->kind != ObjectKind::Func || !nify(m->type, r.obj->type, Exact, p)) return false;
  }
  return true;
}

bool Unifier::exactInterfaces(Interface* x, Interface* y, unsigned mode, Pair* p) {
  completeInterface(x);
  completeInterface(y);
  if (!sameTerms(x, y) || x->allMethods.size() != y->allMethods.size()) return false;
  for (Pair* o = p; o != nullptr; o = o->outer)
    if ((o->x == x && o->y == y) || (o->x == y && o->y == x)) return true;
  Pair q{x, y, p};
  for (size_t k = 0; k < x->allMethods.size(); k++)
    if (!sameId(x->allMethods[k], y->allMethods[k]) || !nify(x->allMethods[k]->type, y->allMethods[k]->type, mode, &q))
      return false;
  return true;
}

bool Unifier::tuples(Tuple* x, Tuple* y, unsigned mode, Pair* p) {
  if (x->vars.size() != y->vars.size()) return false;
  for (size_t k = 0; k < x->vars.size(); k++)
    if (!nify(x->vars[k]->type, y->vars[k]->type, mode, p)) return false;
  return true;
}

bool Unifier::structs(Struct* x, Struct* y, unsigned mode, Pair* p) {
  if (x->fields.size() != y->fields.size()) return false;
  auto tag = [](Struct* s, size_t k) { return k < s->tags.size() ? std::string_view(s->tags[k]) : std::string_view(); };
  for (size_t k = 0; k < x->fields.size(); k++) {
    Var *f = x->fields[k], *g = y->fields[k];
    if (f->embedded != g->embedded || tag(x, k) != tag(y, k) || !sameId(f, g) || !nify(f->type, g->type, mode, p))
      return false;
  }
  return true;
}

bool Unifier::signatures(Signature* x, Signature* y, unsigned mode, Pair* p) {
  return x->tparams.size() == y->tparams.size() && x->variadic == y->variadic && tuples(x->params, y->params, mode, p) &&
         tuples(x->results, y->results, mode, p);
}

bool Unifier::structure(Type* x, Type* y, unsigned mode, Pair* p) {
  if (x->kind == TypeKind::TypeParam) {
    // Not one that we look for. What is true for all its types is true for it.
    if (y->kind == TypeKind::TypeParam && asBound(y) == nullptr && (mode & Exact) != 0) return false;
    Type* core = coreType(x);
    return core != nullptr && nify(core, y, Assign, p);
  }
  unsigned inner = (mode & Assign) != 0 ? mode | Exact : mode;
  if (x->kind != y->kind) return false;
  switch (x->kind) {
    case TypeKind::Basic: return identical(x, y);
    case TypeKind::Array: {
      auto *a = static_cast<Array*>(x), *b = static_cast<Array*>(y);
      return (a->len < 0 || b->len < 0 || a->len == b->len) && nify(a->elem, b->elem, inner, p);
    }
    case TypeKind::Slice: return nify(static_cast<SliceType*>(x)->elem, static_cast<SliceType*>(y)->elem, inner, p);
    case TypeKind::Pointer: return nify(static_cast<Pointer*>(x)->elem, static_cast<Pointer*>(y)->elem, inner, p);
    case TypeKind::Map: {
      auto *a = static_cast<Map*>(x), *b = static_cast<Map*>(y);
      return nify(a->key, b->key, inner, p) && nify(a->elem, b->elem, inner, p);
    }
    case TypeKind::Chan: {
      auto *a = static_cast<Chan*>(x), *b = static_cast<Chan*>(y);
      return ((mode & Exact) == 0 || a->dir == b->dir) && nify(a->elem, b->elem, inner, p);
    }
    case TypeKind::Struct: return structs(static_cast<Struct*>(x), static_cast<Struct*>(y), inner, p);
    case TypeKind::Tuple: return tuples(static_cast<Tuple*>(x), static_cast<Tuple*>(y), mode, p);
    case TypeKind::Signature: return signatures(static_cast<Signature*>(x), static_cast<Signature*>(y), inner, p);
    case TypeKind::Interface: return exactInterfaces(static_cast<Interface*>(x), static_cast<Interface*>(y), inner, p);
    case TypeKind::Named: {
      auto *a = static_cast<Named*>(x), *b = static_cast<Named*>(y);
      if (a->origin == nullptr || a->origin != b->origin || a->targs.size() != b->targs.size()) return false;
      for (size_t k = 0; k < a->targs.size(); k++)
        if (!nify(a->targs[k], b->targs[k], mode, p)) return false;
      return true;
    }
    default: return false;
  }
}

}  // namespace hood::check
