// fmt.Sprintf("…") as a statement does nothing.
#include "compiler/vet/pass.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

namespace {

bool isPure(std::string_view name) {
  for (std::string_view f :
       {"errors.New",           "fmt.Append",          "fmt.Appendf",       "fmt.Appendln", "fmt.Errorf",
        "fmt.Sprint",           "fmt.Sprintf",         "fmt.Sprintln",      "sort.Reverse", "context.WithCancel",
        "context.WithDeadline", "context.WithTimeout", "context.WithValue", "slices.Clip",  "slices.Compact",
        "slices.CompactFunc",   "slices.Delete",       "slices.DeleteFunc", "slices.Grow",  "slices.Insert",
        "slices.Replace"})
    if (f == name) return true;
  return false;
}

}  // namespace

void unusedresult(Pass& p) {
  each<ast::ExprStmt>(p.pkg, ast::NodeKind::ExprStmt, [&](ast::ExprStmt* s) {
    ast::Expr* e = ast::unparen(s->x);
    if (e->kind != ast::NodeKind::CallExpr) return;
    auto* call = static_cast<ast::CallExpr*>(e);
    ast::Expr* fun = ast::unparen(call->fun);
    if (fun->kind == ast::NodeKind::IndexExpr) fun = static_cast<ast::IndexExpr*>(fun)->x;
    if (isConversion(call) || fun->kind != ast::NodeKind::SelectorExpr) return;
    types::Func* f = callee(call);
    if (f == nullptr) return;
    auto* sel = static_cast<ast::SelectorExpr*>(fun);
    if (sel->selection == nullptr) {
      if (f->pkg == nullptr) return;
      std::string name = f->pkg->path + "." + std::string(f->name);
      if (isPure(name)) p.report(call->lparen, "result of " + name + " call not used");
      return;
    }
    if (sel->selection->kind != types::SelectionKind::MethodVal || (f->name != "Error" && f->name != "String")) return;
    types::Signature* sig = f->sig();
    if (!sig->params->vars.empty() || sig->results->vars.size() != 1) return;
    if (sig->results->vars[0]->type != p.ctx.typ(types::BasicKind::String)) return;
    types::Type* recv = sig->recv != nullptr ? sig->recv->type : sel->selection->recv;
    p.report(call->lparen, "result of (" + typeStr(recv) + ")." + std::string(f->name) + " call not used");
  });
}

}  // namespace hood::vet
