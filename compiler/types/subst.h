// Substitution of types for type parameters. Mirrors: go/types subst.go.
#pragma once

#include <unordered_map>
#include <utility>
#include <vector>

#include "compiler/types/type.h"

namespace hood::types {

// One mapping of type parameters to types. Keep it while many types are substituted alike: it remembers what it made,
// so equal pointers in give equal pointers out. Types that mention none of the parameters come back as they are.
//
// To stamp out a function: bind its tparams (a method: its recvTparams) to the type arguments, then substitute every
// type, selection receiver, method and list of type arguments (Instance::targs) that its body mentions.
class Subst {
 public:
  explicit Subst(Context& ctx) : ctx_(ctx) {}
  Subst(Context& ctx, const std::vector<TypeParam*>& params, const std::vector<Type*>& args) : ctx_(ctx) {
    bind(params, args);
  }

  // REQUIRES: nothing was substituted yet. Surplus parameters or arguments are ignored.
  void bind(const std::vector<TypeParam*>& params, const std::vector<Type*>& args);
  bool empty() const { return map_.empty(); }

  Type* type(Type* t);  // nullptr stays nullptr
  std::vector<Type*> list(const std::vector<Type*>& types);
  Tuple* tuple(Tuple* t);
  Signature* signature(Signature* s);  // its own tparams, if bound, are gone
  // The method that m is after substitution in its receiver: of another instance, or m itself.
  Func* method(Func* m);

 private:
  Type* compute(Type* t);
  Type* named(Named* n);
  Type* structType(Struct* s);
  Type* interfaceType(Interface* i);
  Var* var(Var* v, Type* t);

  Context& ctx_;
  std::vector<std::pair<TypeParam*, Type*>> map_;
  std::unordered_map<Type*, Type*> known_;
};

}  // namespace hood::types
