// Mirrors: go/types predicates.go, under.go.
#include <algorithm>
#include <cwctype>

#include "compiler/types/type_set.h"

namespace hood::types {

// Upper case of the first code point, for the few scripts that have it beyond ASCII (Latin, Greek, Cyrillic, Armenian …).
bool isUpperRune(std::string_view s) {
  auto b = [&](size_t k) { return k < s.size() ? static_cast<uint32_t>(static_cast<unsigned char>(s[k])) : 0u; };
  uint32_t r = b(0);
  if (r >= 0xF0)
    r = (r & 7) << 18 | (b(1) & 63) << 12 | (b(2) & 63) << 6 | (b(3) & 63);
  else if (r >= 0xE0)
    r = (r & 15) << 12 | (b(1) & 63) << 6 | (b(2) & 63);
  else if (r >= 0xC0)
    r = (r & 31) << 6 | (b(1) & 63);
  if (r >= 0xC0 && r <= 0xDE) return r != 0xD7;
  if (r >= 0x100 && r <= 0x17F) {
    if (r == 0x178) return true;
    if ((r >= 0x139 && r <= 0x148) || (r >= 0x179 && r <= 0x17E)) return r & 1;
    return r != 0x138 && r != 0x149 && r != 0x17F && !(r & 1);
  }
  if (r >= 0x391 && r <= 0x3AB) return r != 0x3A2;
  if (r == 0x386 || (r >= 0x388 && r <= 0x38F)) return true;
  if (r >= 0x400 && r <= 0x42F) return true;
  if (r >= 0x460 && r <= 0x481) return !(r & 1);
  if (r >= 0x48A && r <= 0x52F) return r >= 0x4C0 && r <= 0x4CE ? (r == 0x4C0 || (r & 1)) : !(r & 1);
  if (r >= 0x531 && r <= 0x556) return true;
  if (r >= 0x1E00 && r <= 0x1EFF) return !(r & 1) && !(r >= 0x1E96 && r <= 0x1E9D);
  if (r >= 0x10A0 && r <= 0x10C5) return true;
  if (r >= 0x2160 && r <= 0x216F) return false;
  return r >= 0xFF21 && r <= 0xFF3A;
}

bool isBasicInfo(Type* t, uint16_t info) {
  Type* u = under(t);
  return u->kind == TypeKind::Basic && (static_cast<Basic*>(u)->info & info) != 0;
}

bool isInterface(Type* t) { return under(t)->kind == TypeKind::Interface; }

bool isNilable(Type* t) {
  Type* u = under(t);
  switch (u->kind) {
    case TypeKind::Basic: {
      BasicKind k = static_cast<Basic*>(u)->basic;
      return k == BasicKind::UnsafePointer || k == BasicKind::UntypedNil;
    }
    case TypeKind::Pointer:
    case TypeKind::Slice:
    case TypeKind::Map:
    case TypeKind::Chan:
    case TypeKind::Signature:
    case TypeKind::Interface: return true;
    case TypeKind::TypeParam: return underIs(u, [](Type* x) { return x != nullptr && isNilable(x); });
    default: return false;
  }
}

namespace {

// dynamic: interfaces compare, though it may panic. Wrong types may contain themselves.
bool comparableType(Type* t, bool dynamic, int depth) {
  constexpr int kMaxDepth = 100;
  if (depth > kMaxDepth) return true;
  Type* u = under(t);
  switch (u->kind) {
    case TypeKind::Basic: return static_cast<Basic*>(u)->basic != BasicKind::UntypedNil;
    case TypeKind::Pointer:
    case TypeKind::Chan: return true;
    case TypeKind::Struct:
      for (Var* f : static_cast<Struct*>(u)->fields)
        if (!comparableType(f->type, dynamic, depth + 1)) return false;
      return true;
    case TypeKind::Array: return comparableType(static_cast<Array*>(u)->elem, dynamic, depth + 1);
    case TypeKind::Interface:
      if (dynamic) return true;
      [[fallthrough]];
    case TypeKind::TypeParam: {
      Interface* i = ifaceOf(u);
      if (i == nullptr || !i->hasTerms) return i != nullptr && i->comparable;
      for (const Term& term : i->terms)
        if (!comparableType(term.type, false, depth + 1)) return false;
      return !i->terms.empty();
    }
    default: return false;
  }
}

}  // namespace

bool isComparable(Type* t) { return comparableType(t, true, 0); }
bool isStrictlyComparable(Type* t) { return comparableType(t, false, 0); }

bool isOrdered(Type* t) { return isBasicInfo(t, IsOrdered); }

bool isDirectIface(Type* t) {
  Type* u = under(t);
  switch (u->kind) {
    case TypeKind::Basic: return static_cast<Basic*>(u)->basic == BasicKind::UnsafePointer;
    case TypeKind::Pointer:
    case TypeKind::Map:
    case TypeKind::Chan:
    case TypeKind::Signature: return true;
    case TypeKind::Array: {
      auto* a = static_cast<Array*>(u);
      return a->len == 1 && isDirectIface(a->elem);
    }
    case TypeKind::Struct: {
      auto* s = static_cast<Struct*>(u);
      return s->fields.size() == 1 && isDirectIface(s->fields[0]->type);
    }
    default: return false;
  }
}

namespace {

// Interfaces under comparison further out: a recursive one is equal to itself unless a difference shows elsewhere.
struct IfacePair {
  Interface* x;
  Interface* y;
  IfacePair* outer;
};

struct Identity {
  bool ignoreTags;

  bool tuple(Tuple* a, Tuple* b, IfacePair* p) const {
    if (a->vars.size() != b->vars.size()) return false;
    for (size_t k = 0; k < a->vars.size(); k++)
      if (!same(a->vars[k]->type, b->vars[k]->type, p)) return false;
    return true;
  }

  bool list(const std::vector<Type*>& a, const std::vector<Type*>& b, IfacePair* p) const {
    if (a.size() != b.size()) return false;
    for (size_t k = 0; k < a.size(); k++)
      if (!same(a[k], b[k], p)) return false;
    return true;
  }

  static bool sameName(const Object* a, const Object* b) {
    if (a->name != b->name) return false;
    return a->exported() || a->pkg == b->pkg || (a->pkg != nullptr && b->pkg != nullptr && a->pkg->path == b->pkg->path);
  }

  bool structs(Struct* a, Struct* b, IfacePair* p) const {
    if (a->fields.size() != b->fields.size()) return false;
    auto tag = [](Struct* s, size_t k) { return k < s->tags.size() ? std::string_view(s->tags[k]) : std::string_view(); };
    for (size_t k = 0; k < a->fields.size(); k++) {
      Var *f = a->fields[k], *g = b->fields[k];
      if (f->embedded != g->embedded || (!ignoreTags && tag(a, k) != tag(b, k)) || !sameName(f, g) ||
          !same(f->type, g->type, p))
        return false;
    }
    return true;
  }

  bool interfaces(Interface* a, Interface* b, IfacePair* p) const {
    completeInterface(a);
    completeInterface(b);
    if (a->comparable != b->comparable || a->constraintOnly != b->constraintOnly ||
        a->allMethods.size() != b->allMethods.size())
      return false;
    if (a->constraintOnly && !(subsetOf(a, b) && subsetOf(b, a))) return false;
    IfacePair q{a, b, p};
    for (IfacePair* o = p; o != nullptr; o = o->outer)
      if ((o->x == a && o->y == b) || (o->x == b && o->y == a)) return true;
    for (size_t k = 0; k < a->allMethods.size(); k++) {
      Func *f = a->allMethods[k], *g = b->allMethods[k];
      if (!sameName(f, g) || !same(f->type, g->type, &q)) return false;
    }
    return true;
  }

  bool same(Type* x, Type* y, IfacePair* p) const {
    if (x == y) return true;
    if (x == nullptr || y == nullptr || x->kind != y->kind) return false;
    switch (x->kind) {
      case TypeKind::Basic: return static_cast<Basic*>(x)->basic == static_cast<Basic*>(y)->basic;
      case TypeKind::Array: {
        auto *a = static_cast<Array*>(x), *b = static_cast<Array*>(y);
        return (a->len < 0 || b->len < 0 || a->len == b->len) && same(a->elem, b->elem, p);
      }
      case TypeKind::Slice: return same(static_cast<SliceType*>(x)->elem, static_cast<SliceType*>(y)->elem, p);
      case TypeKind::Pointer: return same(static_cast<Pointer*>(x)->elem, static_cast<Pointer*>(y)->elem, p);
      case TypeKind::Map: {
        auto *a = static_cast<Map*>(x), *b = static_cast<Map*>(y);
        return same(a->key, b->key, p) && same(a->elem, b->elem, p);
      }
      case TypeKind::Chan: {
        auto *a = static_cast<Chan*>(x), *b = static_cast<Chan*>(y);
        return a->dir == b->dir && same(a->elem, b->elem, p);
      }
      case TypeKind::Struct: return structs(static_cast<Struct*>(x), static_cast<Struct*>(y), p);
      case TypeKind::Tuple: return tuple(static_cast<Tuple*>(x), static_cast<Tuple*>(y), p);
      case TypeKind::Signature: {
        auto *a = static_cast<Signature*>(x), *b = static_cast<Signature*>(y);
        // Generic functions are no values: their types are never compared, but for being the same.
        return a->variadic == b->variadic && a->tparams.empty() && b->tparams.empty() && tuple(a->params, b->params, p) &&
               tuple(a->results, b->results, p);
      }
      case TypeKind::Interface: return interfaces(static_cast<Interface*>(x), static_cast<Interface*>(y), p);
      case TypeKind::Union: {
        auto *a = static_cast<Union*>(x), *b = static_cast<Union*>(y);
        if (a->terms.size() != b->terms.size()) return false;
        for (size_t k = 0; k < a->terms.size(); k++)
          if (a->terms[k].tilde != b->terms[k].tilde || !same(a->terms[k].type, b->terms[k].type, p)) return false;
        return true;
      }
      case TypeKind::Named: {
        auto *a = static_cast<Named*>(x), *b = static_cast<Named*>(y);
        if (a->origin == nullptr || a->origin != b->origin) return false;
        return list(a->targs, b->targs, p) && list(a->outerTargs, b->outerTargs, p);
      }
      case TypeKind::TypeParam: return false;
    }
    return false;
  }
};

}  // namespace

bool identical(Type* a, Type* b) { return Identity{false}.same(a, b, nullptr); }
bool identicalIgnoreTags(Type* a, Type* b) { return Identity{true}.same(a, b, nullptr); }

Type* defaultType(Context& c, Type* t) {
  if (t->kind != TypeKind::Basic) return t;
  switch (static_cast<Basic*>(t)->basic) {
    case BasicKind::UntypedBool: return c.typ(BasicKind::Bool);
    case BasicKind::UntypedInt: return c.typ(BasicKind::Int);
    case BasicKind::UntypedRune: return c.runeType;
    case BasicKind::UntypedFloat: return c.typ(BasicKind::Float64);
    case BasicKind::UntypedComplex: return c.typ(BasicKind::Complex128);
    case BasicKind::UntypedString: return c.typ(BasicKind::String);
    default: return t;
  }
}

}  // namespace hood::types
