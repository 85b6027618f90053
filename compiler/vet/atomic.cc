// x = atomic.AddInt64(&x, 1): the assignment is not atomic, and not needed.
#include "compiler/vet/pass.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

namespace {

bool isAtomicAdd(ast::Expr* e) {
  if (e->kind != ast::NodeKind::CallExpr) return false;
  auto* call = static_cast<ast::CallExpr*>(e);
  for (const char* name : {"AddInt32", "AddInt64", "AddUint32", "AddUint64", "AddUintptr"})
    if (call->fun->kind == ast::NodeKind::SelectorExpr && call->args.size() == 2 && calls(call, "sync/atomic", name))
      return true;
  return false;
}

}  // namespace

void atomic(Pass& p) {
  each<ast::AssignStmt>(p.pkg, ast::NodeKind::AssignStmt, [&](ast::AssignStmt* s) {
    if (s->lhs.size() != s->rhs.size() || (s->define && s->lhs.size() == 1)) return;
    for (size_t i = 0; i < s->rhs.size(); i++) {
      if (!isAtomicAdd(s->rhs[i])) continue;
      ast::Expr* left = s->lhs[i];
      ast::Expr* arg = static_cast<ast::CallExpr*>(s->rhs[i])->args[0];
      bool same = false;
      if (arg->kind == ast::NodeKind::UnaryExpr && static_cast<ast::UnaryExpr*>(arg)->op == ast::Op::Addr)
        same = p.str(left) == p.str(static_cast<ast::UnaryExpr*>(arg)->x);
      else if (left->kind == ast::NodeKind::StarExpr)
        same = p.str(static_cast<ast::StarExpr*>(left)->x) == p.str(arg);
      if (same) p.report(left, "direct assignment to atomic value");
    }
  });
}

}  // namespace hood::vet
