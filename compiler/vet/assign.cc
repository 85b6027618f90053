// x = x.
#include "compiler/vet/pass.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

void assign(Pass& p) {
  each<ast::AssignStmt>(p.pkg, ast::NodeKind::AssignStmt, [&](ast::AssignStmt* s) {
    if (s->define || s->op != ast::Op::None || s->lhs.size() != s->rhs.size()) return;
    for (size_t i = 0; i < s->lhs.size(); i++) {
      ast::Expr *l = s->lhs[i], *r = s->rhs[i];
      if (l->kind != r->kind || hasSideEffects(l) || hasSideEffects(r)) continue;
      std::string text = p.str(l);
      if (text == p.str(r)) p.report(s, "self-assignment of " + text + " to " + text);
    }
  });
}

}  // namespace hood::vet
