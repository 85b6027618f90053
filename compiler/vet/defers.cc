// defer observe(time.Since(start)): arguments are evaluated when the defer statement runs, not when the function ends.
#include "compiler/vet/pass.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

void defers(Pass& p) {
  each<ast::DeferStmt>(p.pkg, ast::NodeKind::DeferStmt, [&](ast::DeferStmt* s) {
    walk(s->call, [&](ast::Node* n) {
      if (n->kind == ast::NodeKind::FuncLit) return false;  // its body does run at the end
      if (n->kind == ast::NodeKind::CallExpr && n != s->call && calls(static_cast<ast::CallExpr*>(n), "time", "Since"))
        p.report(n, "call to time.Since is not deferred");
      return true;
    });
  });
}

}  // namespace hood::vet
