// f == nil for a declared function f: perhaps f() == nil was meant.
#include "compiler/vet/pass.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

void nilfunc(Pass& p) {
  each<ast::BinaryExpr>(p.pkg, ast::NodeKind::BinaryExpr, [&](ast::BinaryExpr* e) {
    if (e->op != ast::Op::Eql && e->op != ast::Op::Neq) return;
    ast::Expr* other = ast::unparen(e->x)->mode == ast::Mode::NilValue   ? e->y
                       : ast::unparen(e->y)->mode == ast::Mode::NilValue ? e->x
                                                                         : nullptr;
    if (other == nullptr) return;
    if (other->kind == ast::NodeKind::IndexExpr) other = static_cast<ast::IndexExpr*>(other)->x;
    types::Object* o = objectOf(other);
    if (o == nullptr || o->kind != types::ObjectKind::Func) return;
    p.report(e, "comparison of function " + std::string(o->name) + " " + ast::opString(e->op) + " nil is always " +
                    (e->op == ast::Op::Neq ? "true" : "false"));
  });
}

}  // namespace hood::vet
