// Types that contain themselves without a pointer, map, … in between have no size. Mirrors: types2/validtype.go.
// Differs: a generic type is looked at once, not once per instance; of an instance, what remains to be looked at are the
// type arguments that end up in its memory. So the work does not grow with the nesting of instances.
#include <algorithm>

#include "compiler/check/checker.h"

namespace hood::check {

bool Checker::validType(Named* n) {
  std::vector<Named*> nest, path;
  return validType(n, nest, path);
}

// What a declaration has on its right; the underlying type does not do: that of `type T T` is invalid from the start.
Type* Checker::declaredAs(Named* n) const {
  auto rhs = fromRhs_.find(n);
  if (rhs != fromRhs_.end()) return rhs->second;
  return n->obj->pkg != pkg_ ? n->underlying : nullptr;
}

// nest: the declared types, generic or not, whose memory t is part of. path: how we came here, with the instances as they
// are written, and also through type arguments.
bool Checker::validType(Type* t, std::vector<Named*>& nest, std::vector<Named*>& path) {
  switch (t->kind) {
    case TypeKind::Array: return validType(static_cast<Array*>(t)->elem, nest, path);
    case TypeKind::Struct:
      for (Var* f : static_cast<Struct*>(t)->fields)
        if (f->type != nullptr && !validType(f->type, nest, path)) return false;
      return true;
    case TypeKind::Union:
      for (const Term& x : static_cast<Union*>(t)->terms)
        if (!validType(x.type, nest, path)) return false;
      return true;
    case TypeKind::Interface:
      for (Type* e : static_cast<Interface*>(t)->embeddeds)
        if (!validType(e, nest, path)) return false;
      return true;
    case TypeKind::Named: return validNamed(static_cast<Named*>(t), nest, path);
    default: return true;  // of a type parameter: looked at where there is an argument
  }
}

bool Checker::validNamed(Named* n, std::vector<Named*>& nest, std::vector<Named*>& path) {
  Named* declared = n->origin != nullptr ? n->origin : n;
  if (std::find(nest.begin(), nest.end(), declared) != nest.end()) {
    containsItself(n, declared, nest, path);
    return false;
  }
  if (validated_.count(declared) == 0 && (declared->obj->pkg == pkg_ || n->origin != nullptr)) {
    nest.push_back(declared);
    path.push_back(n);
    Type* rhs = declaredAs(declared);
    bool ok = rhs == nullptr || validType(rhs, nest, path);
    path.pop_back();
    nest.pop_back();
    if (!ok) return false;
    if (rhs != nullptr) validated_.insert(declared);
  }
  if (n->origin == nullptr || declared->underlying == invalidType()) return true;
  std::vector<bool> inMemory = paramsInMemory(declared);
  for (size_t k = 0; k < n->targs.size() && k < inMemory.size(); k++) {
    if (!inMemory[k]) continue;
    path.push_back(n);
    bool ok = validType(n->targs[k], nest, path);
    path.pop_back();
    if (!ok) return false;
  }
  return true;
}

void Checker::containsItself(Named* n, Named* declared, const std::vector<Named*>& nest, std::vector<Named*>& path) {
  auto originOf = [](Named* x) { return x->origin != nullptr ? x->origin : x; };
  size_t from = 0;
  while (originOf(path[from]) != declared) from++;
  std::vector<Named*> cycle(path.begin() + static_cast<std::ptrdiff_t>(from), path.end());
  if (n->origin != nullptr) cycle[0] = n;  // where the generic type is used, not where it is declared
  reportRecursive(cycle, 0);
  for (size_t j = from; j < path.size(); j++) {
    // A generic type is to blame only for what is in its own declaration, not for what it was given.
    Named* o = originOf(path[j]);
    if (std::find(nest.begin(), nest.end(), o) == nest.end()) continue;
    o->underlying = invalidType();
    validated_.insert(o);
  }
}

// Which type parameters of a generic type are part of its memory.
std::vector<bool> Checker::paramsInMemory(Named* generic) {
  auto known = paramsInMemory_.find(generic);
  if (known != paramsInMemory_.end()) return known->second;
  Type* rhs = declaredAs(generic);
  std::vector<bool> in(generic->tparams.size());
  if (rhs == nullptr) return in;
  paramsInMemory_[generic] = in;  // a recursive one was found to be wrong before
  markInMemory(rhs, generic, in);
  paramsInMemory_[generic] = in;
  return in;
}

void Checker::markInMemory(Type* t, Named* generic, std::vector<bool>& in) {
  switch (t->kind) {
    case TypeKind::TypeParam: {
      auto p = std::find(generic->tparams.begin(), generic->tparams.end(), t);
      if (p != generic->tparams.end()) in[static_cast<size_t>(p - generic->tparams.begin())] = true;
      return;
    }
    case TypeKind::Array: markInMemory(static_cast<Array*>(t)->elem, generic, in); return;
    case TypeKind::Struct:
      for (Var* f : static_cast<Struct*>(t)->fields)
        if (f->type != nullptr) markInMemory(f->type, generic, in);
      return;
    case TypeKind::Union:
      for (const Term& x : static_cast<Union*>(t)->terms) markInMemory(x.type, generic, in);
      return;
    case TypeKind::Interface:
      for (Type* e : static_cast<Interface*>(t)->embeddeds) markInMemory(e, generic, in);
      return;
    case TypeKind::Named: {
      auto* n = static_cast<Named*>(t);
      if (n->origin == nullptr) return;
      std::vector<bool> inner = paramsInMemory(n->origin);
      for (size_t k = 0; k < n->targs.size() && k < inner.size(); k++)
        if (inner[k]) markInMemory(n->targs[k], generic, in);
      return;
    }
    default: return;
  }
}

void Checker::reportRecursive(const std::vector<Named*>& path, size_t from) {
  std::vector<Object*> cycle;
  for (size_t k = from; k < path.size(); k++) {
    Named* n = path[k];
    if (n->origin == nullptr) {
      cycle.push_back(n->obj);
      continue;
    }
    auto* o = ctx_.make<TypeName>();  // an instance is where it is mentioned
    o->kind = ObjectKind::TypeName;
    o->name = n->obj->name;
    o->pkg = n->obj->pkg;
    o->pos = n->instPos.valid() ? n->instPos : n->obj->pos;  // (of an alias: nowhere)
    cycle.push_back(o);
  }
  cycleError(cycle);
}

}  // namespace hood::check
