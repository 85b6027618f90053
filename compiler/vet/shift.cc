// x << 8 of an 8-bit x is 0.
#include <unordered_set>

#include "compiler/vet/pass.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

namespace {

void check(Pass& p, ast::Node* at, ast::Expr* x, ast::Expr* y) {
  int64_t amount = 0;
  if (x->value != nullptr || y->value == nullptr || x->type == nullptr) return;
  if (!constant::int64Val(y->value, &amount) || !types::isInteger(x->type)) return;
  if (x->type->kind == types::TypeKind::TypeParam) return;
  int64_t bits = 8 * types::sizeOf(x->type);
  if (amount < bits) return;
  p.report(at, p.str(x) + " (" + std::to_string(bits) + " bits) too small for shift of " + std::to_string(amount));
}

}  // namespace

void shift(Pass& p) {
  walk(p.pkg, [&](ast::Node* n) {
    if (n->kind == ast::NodeKind::IfStmt) {
      // What a constant condition excludes is often written for the other word size.
      auto* s = static_cast<ast::IfStmt*>(n);
      if (s->cond->value != nullptr && constant::kindOf(s->cond->value) == constant::Kind::Bool) {
        walk(s->init, [&](ast::Node*) { return true; });
        return false;
      }
    } else if (n->kind == ast::NodeKind::BinaryExpr) {
      auto* e = static_cast<ast::BinaryExpr*>(n);
      if (e->op == ast::Op::Shl || e->op == ast::Op::Shr) check(p, e, e->x, e->y);
    } else if (n->kind == ast::NodeKind::AssignStmt) {
      auto* s = static_cast<ast::AssignStmt*>(n);
      if ((s->op == ast::Op::Shl || s->op == ast::Op::Shr) && s->lhs.size() == 1 && s->rhs.size() == 1)
        check(p, s, s->lhs[0], s->rhs[0]);
    }
    return true;
  });
}

}  // namespace hood::vet
