// Type unification: finding type arguments that make two types equal, or assignable. Mirrors: types2/unify.go.
#pragma once

#include <unordered_map>
#include <vector>

#include "compiler/types/type_set.h"

namespace hood::check {

using namespace types;

class Unifier {
 public:
  // How alike two types must be. An assignment looks through a type's name and at methods, but only at the top: the
  // elements of composite types must match exactly.
  enum Mode : unsigned { Inexact = 0, Assign = 1, Exact = 2 };

  // interfaces: a type may be matched with an interface that it implements (since Go 1.21).
  Unifier(const std::vector<TypeParam*>& tparams, const std::vector<Type*>& targs, bool interfaces);

  bool unify(Type* x, Type* y, unsigned mode) { return nify(x, y, mode, nullptr); }
  Type* at(TypeParam* p) const;  // nullptr: not inferred yet
  void set(TypeParam* p, Type* t);
  size_t unknowns() const;
  std::vector<Type*> inferred(const std::vector<TypeParam*>& tparams) const;

 private:
  struct Pair {  // interfaces under comparison further out
    Interface* x;
    Interface* y;
    Pair* outer;
  };
  bool nify(Type* x, Type* y, unsigned mode, Pair* p);
  bool structure(Type* x, Type* y, unsigned mode, Pair* p);
  bool bound(TypeParam* px, Type* y, unsigned mode, Pair* p);
  bool assignInterfaces(Interface* x, Interface* y, Pair* p);
  bool implementsLoosely(Interface* i, Type* t, Pair* p);
  bool exactInterfaces(Interface* x, Interface* y, unsigned mode, Pair* p);
  bool tuples(Tuple* x, Tuple* y, unsigned mode, Pair* p);
  bool structs(Struct* x, Struct* y, unsigned mode, Pair* p);
  bool signatures(Signature* x, Signature* y, unsigned mode, Pair* p);
  TypeParam* asBound(Type* t) const;
  bool join(TypeParam* x, TypeParam* y);

  // Parameters known to be the same share a cell, and with it their argument.
  std::unordered_map<TypeParam*, size_t> cells_;
  std::vector<Type*> values_;
  bool interfaces_;
  int depth_ = 0;
};

}  // namespace hood::check
