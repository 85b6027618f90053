// v.(T) for interfaces with a method of the same name and different signatures: no value has both.
#include "compiler/vet/pass.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

namespace {

void check(Pass& p, ast::Expr* from, ast::Expr* target) {
  types::Interface *v = types::asInterface(from->type), *t = types::asInterface(target->type);
  if (v == nullptr || t == nullptr || target->mode == ast::Mode::NilValue) return;
  types::completeInterface(v);
  types::completeInterface(t);
  for (types::Func* m : t->allMethods)
    for (types::Func* other : v->allMethods) {
      if (m->name != other->name || types::identical(m->type, other->type)) continue;
      if (!m->exported() && m->pkg != other->pkg) continue;
      return p.report(target, "impossible type assertion: no type can implement both " + typeStr(from->type) + " and " +
                                  typeStr(target->type) + " (conflicting types for " + std::string(m->name) + " method)");
    }
}

}  // namespace

void ifaceassert(Pass& p) {
  walk(p.pkg, [&](ast::Node* n) {
    if (n->kind == ast::NodeKind::TypeAssertExpr) {
      auto* a = static_cast<ast::TypeAssertExpr*>(n);
      if (a->typeExpr != nullptr) check(p, a->x, a->typeExpr);
    } else if (n->kind == ast::NodeKind::TypeSwitchStmt) {
      auto* s = static_cast<ast::TypeSwitchStmt*>(n);
      for (ast::CaseClause* c : s->clauses)
        for (ast::Expr* e : c->exprs) check(p, s->x, e);
    }
    return true;
  });
}

}  // namespace hood::vet
