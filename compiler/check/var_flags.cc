// What decides where a variable lives: whether its address is taken and whether it is assigned again.
#include "compiler/check/checker.h"

namespace hood::check {

using ast::NodeKind;

// REQUIRES: e was checked.
Var* Checker::rootVar(Expr* e) const {
  for (;;) {
    switch (e->kind) {
      case NodeKind::ParenExpr: e = static_cast<ast::ParenExpr*>(e)->x; break;
      case NodeKind::Ident: {
        Object* o = static_cast<ast::Ident*>(e)->obj;
        return o != nullptr && o->kind == ObjectKind::Var ? static_cast<Var*>(o) : nullptr;
      }
      case NodeKind::SelectorExpr: {
        auto* s = static_cast<ast::SelectorExpr*>(e);
        if (s->selection == nullptr) {  // a variable of another package
          Object* o = s->sel->obj;
          return o != nullptr && o->kind == ObjectKind::Var ? static_cast<Var*>(o) : nullptr;
        }
        if (s->selection->kind != SelectionKind::Field || s->selection->indirect) return nullptr;
        e = s->x;
        break;
      }
      case NodeKind::IndexExpr: {
        auto* i = static_cast<ast::IndexExpr*>(e);
        // A type parameter may turn out to be an array.
        if (asArray(i->x->type) == nullptr && i->x->type->kind != TypeKind::TypeParam) return nullptr;
        e = i->x;
        break;
      }
      default: return nullptr;
    }
  }
}

// v is mentioned here: is that inside of another function than the one that declares it?
void Checker::markCaptured(Var* v) {
  if (v->isPackageLevel || v->parent == nullptr || v->captured) return;
  auto function = [](Scope* s) {
    while (s != nullptr && !s->isFunc) s = s->parent;
    return s;
  };
  if (function(env_.scope) != function(v->parent)) v->captured = true;
}

void Checker::markAddrTaken(Expr* e) {
  if (Var* v = rootVar(e)) v->addrTaken = true;
}

void Checker::markReassigned(Expr* e) {
  if (Var* v = rootVar(e)) v->reassigned = true;
}

}  // namespace hood::check
