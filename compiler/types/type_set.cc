#include "compiler/types/type_set.h"

#include <algorithm>

namespace hood::types {

bool disjoint(const Term& a, const Term& b) {
  Type *x = b.tilde ? under(a.type) : a.type, *y = a.tilde ? under(b.type) : b.type;
  return !identical(x, y);
}

bool includes(const Term& term, Type* t) { return identical(term.type, term.tilde ? under(t) : t); }

namespace {

// A set of types: all of them, or those of disjoint terms.
struct TermList {
  bool all = true;
  std::vector<Term> terms;

  void unite(const Term& t) {
    for (Term& have : terms)
      if (!disjoint(have, t)) {
        have.tilde |= t.tilde;
        if (t.tilde) have.type = t.type;
        return;
      }
    terms.push_back(t);
  }

  void intersect(const TermList& other) {
    if (other.all) return;
    if (all) {
      *this = other;
      return;
    }
    TermList both;
    both.all = false;
    for (const Term& x : terms)
      for (const Term& y : other.terms)
        if (!disjoint(x, y)) both.unite(!x.tilde || y.tilde ? x : y);
    *this = both;
  }
};

// What completeInterface() works out for one interface.
struct Computation {
  bool known = true;  // false: a type is still being declared, ask again
  bool comparable = false;
  TermList list;

  TermList termsOf(Type* t, bool tilde) {
    TermList out;
    Type* u = under(t);
    switch (u->kind) {
      case TypeKind::Named: known = false; return out;
      case TypeKind::Interface: {
        auto* i = static_cast<Interface*>(u);
        completeInterface(i);
        known &= i->complete;
        out.all = !i->hasTerms;
        out.terms = i->terms;
        return out;
      }
      case TypeKind::Union: {
        out.all = false;
        for (const Term& term : static_cast<Union*>(u)->terms) {
          TermList one = termsOf(term.type, term.tilde);
          out.all |= one.all;
          for (const Term& x : one.terms) out.unite(x);
        }
        if (out.all) out.terms.clear();
        return out;
      }
      case TypeKind::Basic:
        if (static_cast<Basic*>(u)->basic == BasicKind::Invalid) {
          out.all = false;
          return out;
        }
        break;
      default: break;
    }
    out.all = false;
    out.terms.push_back({tilde, t});
    return out;
  }

  void embed(Type* e) {
    Type* u = under(e);
    if (u->kind == TypeKind::Basic && static_cast<Basic*>(u)->basic == BasicKind::Invalid) return;
    TermList terms = termsOf(e, false);
    if (u->kind == TypeKind::Interface) comparable |= static_cast<Interface*>(u)->comparable;
    list.intersect(terms);
    if (!comparable || list.all) return;
    std::vector<Term>& l = list.terms;
    l.erase(std::remove_if(l.begin(), l.end(), [](const Term& t) { return !isStrictlyComparable(t.type); }), l.end());
    comparable = false;
  }
};

bool sameName(const Object* a, const Object* b) {
  if (a->name != b->name) return false;
  return a->exported() || a->pkg == b->pkg || (a->pkg != nullptr && b->pkg != nullptr && a->pkg->path == b->pkg->path);
}

}  // namespace

void completeInterface(Interface* i) {
  if (i->complete || i->computing) return;
  i->computing = true;
  Computation c;
  i->allMethods = i->methods;
  for (Type* e : i->embeddeds) {
    c.embed(e);
    Type* u = under(e);
    if (u->kind != TypeKind::Interface) continue;
    for (Func* m : static_cast<Interface*>(u)->allMethods) {
      bool known = false;
      for (Func* o : i->allMethods) known |= sameName(o, m);
      if (!known) i->allMethods.push_back(m);
    }
  }
  std::stable_sort(i->allMethods.begin(), i->allMethods.end(), [](Func* a, Func* b) {
    if (a->name != b->name) return a->name < b->name;
    std::string_view pa = a->pkg != nullptr ? std::string_view(a->pkg->path) : std::string_view();
    std::string_view pb = b->pkg != nullptr ? std::string_view(b->pkg->path) : std::string_view();
    return pa < pb;
  });
  i->comparable = c.comparable;
  i->hasTerms = !c.list.all;
  i->terms = std::move(c.list.terms);
  i->constraintOnly = i->comparable || i->hasTerms;
  i->computing = false;
  i->complete = c.known;
}

Interface* ifaceOf(Type* t) {
  if (TypeParam* p = asTypeParam(t)) {
    Interface* i = p->constraint != nullptr ? asInterface(p->constraint) : nullptr;
    if (i == nullptr) i = p->iface;
    if (i != nullptr) completeInterface(i);
    return i;
  }
  Interface* i = asInterface(t);
  if (i != nullptr) completeInterface(i);
  return i;
}

bool isEmptySet(Interface* i) {
  completeInterface(i);
  return i->hasTerms && i->terms.empty();
}

bool isAllTypes(Interface* i) {
  completeInterface(i);
  return i->allMethods.empty() && !i->constraintOnly;
}

bool subsetOf(Interface* a, Interface* b) {
  completeInterface(a);
  completeInterface(b);
  if (!b->hasTerms) return true;
  if (!a->hasTerms) return false;
  return std::all_of(a->terms.begin(), a->terms.end(), [b](const Term& x) {
    return std::any_of(b->terms.begin(), b->terms.end(),
                       [&x](const Term& y) { return !disjoint(x, y) && (!x.tilde || y.tilde); });
  });
}

bool typesAre(Type* t, const std::function<bool(Type*, bool)>& f) {
  if (t->kind != TypeKind::TypeParam) return f(t, false);
  Interface* i = ifaceOf(t);
  if (i == nullptr || !i->hasTerms || i->terms.empty()) return f(nullptr, false);
  return std::all_of(i->terms.begin(), i->terms.end(), [&f](const Term& term) { return f(term.type, term.tilde); });
}

bool underIs(Type* t, const std::function<bool(Type*)>& f) {
  return typesAre(t, [&f](Type* x, bool) { return f(x != nullptr ? under(x) : nullptr); });
}

namespace {

// The type that both are, up to the direction of channels; nullptr if they differ.
Type* match(Type* x, Type* y) {
  if (identical(x, y)) return x;
  if (x->kind != TypeKind::Chan || y->kind != TypeKind::Chan) return nullptr;
  auto *a = static_cast<Chan*>(x), *b = static_cast<Chan*>(y);
  if (!identical(a->elem, b->elem)) return nullptr;
  if (a->dir == ast::ChanDir::Both) return b;
  return b->dir == ast::ChanDir::Both ? a : nullptr;
}

}  // namespace

Type* coreType(Type* t) {
  if (t->kind != TypeKind::TypeParam) return under(t);
  Type* core = nullptr;
  bool one = underIs(t, [&core](Type* u) {
    if (u == nullptr) return false;
    core = core == nullptr ? u : match(core, u);
    return core != nullptr;
  });
  return one ? core : nullptr;
}

Type* coreString(Context& c, Type* t) {
  if (t->kind != TypeKind::TypeParam) return under(t);
  Type* core = nullptr;
  bool hasString = false;
  bool one = underIs(t, [&](Type* u) {
    if (u == nullptr) return false;
    if (isString(u)) {
      hasString = true;
      u = c.make<SliceType>(c.byteType);
    }
    core = core == nullptr ? u : match(core, u);
    return core != nullptr;
  });
  if (!one) return nullptr;
  return hasString ? c.typ(BasicKind::String) : core;
}

bool allBasicInfo(Type* t, uint16_t info) {
  if (t->kind != TypeKind::TypeParam) return isBasicInfo(t, info);
  return underIs(t, [info](Type* u) { return u != nullptr && isBasicInfo(u, info); });
}

namespace {

bool anyParameterized(const std::vector<Type*>& list) { return std::any_of(list.begin(), list.end(), isParameterized); }

bool anyParameterized(const Tuple* t) {
  return t != nullptr &&
         std::any_of(t->vars.begin(), t->vars.end(), [](Var* v) { return v->type != nullptr && isParameterized(v->type); });
}

}  // namespace

bool isParameterized(Type* t) {
  switch (t->kind) {
    case TypeKind::Basic: return false;
    case TypeKind::TypeParam: return true;
    case TypeKind::Named: {
      auto* n = static_cast<Named*>(t);
      return anyParameterized(n->targs) || anyParameterized(n->outerTargs) || (n->origin == nullptr && !n->outer.empty());
    }
    case TypeKind::Pointer: return isParameterized(static_cast<Pointer*>(t)->elem);
    case TypeKind::Array: return isParameterized(static_cast<Array*>(t)->elem);
    case TypeKind::Slice: return isParameterized(static_cast<SliceType*>(t)->elem);
    case TypeKind::Map: return isParameterized(static_cast<Map*>(t)->key) || isParameterized(static_cast<Map*>(t)->elem);
    case TypeKind::Chan: return isParameterized(static_cast<Chan*>(t)->elem);
    case TypeKind::Struct:
      for (Var* f : static_cast<Struct*>(t)->fields)
        if (isParameterized(f->type)) return true;
      return false;
    case TypeKind::Tuple: return anyParameterized(static_cast<Tuple*>(t));
    case TypeKind::Signature:
      return anyParameterized(static_cast<Signature*>(t)->params) || anyParameterized(static_cast<Signature*>(t)->results);
    case TypeKind::Interface: {
      auto* i = static_cast<Interface*>(t);
      for (Func* m : i->methods)
        if (m->type != nullptr && isParameterized(m->type)) return true;
      return anyParameterized(i->embeddeds);
    }
    case TypeKind::Union:
      for (const Term& term : static_cast<Union*>(t)->terms)
        if (isParameterized(term.type)) return true;
      return false;
  }
  return false;
}

namespace {

bool varSize(Type* t, int depth) {
  constexpr int kMaxDepth = 100;  // a type that contains itself: an error, it has no size
  if (depth > kMaxDepth) return true;
  Type* u = under(t);
  switch (u->kind) {
    case TypeKind::TypeParam:
    case TypeKind::Named: return true;
    case TypeKind::Array: return varSize(static_cast<Array*>(u)->elem, depth + 1);
    case TypeKind::Struct:
      for (Var* f : static_cast<Struct*>(u)->fields)
        if (varSize(f->type, depth + 1)) return true;
      return false;
    default: return false;
  }
}

}  // namespace

bool hasVarSize(Type* t) { return varSize(t, 0); }

}  // namespace hood::types
