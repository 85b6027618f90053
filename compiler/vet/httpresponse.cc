// resp, err := http.Get(u); defer resp.Body.Close(): resp is nil when err is not.
#include "compiler/vet/pass.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

namespace {

using ast::NodeKind;

ast::Ident* rootIdent(ast::Expr* e) {
  while (e->kind == NodeKind::SelectorExpr) e = static_cast<ast::SelectorExpr*>(e)->x;
  return e->kind == NodeKind::Ident ? static_cast<ast::Ident*>(e) : nullptr;
}

// A function of package http or a method of its Client that returns (*http.Response, error).
bool asksServer(ast::CallExpr* call) {
  types::Func* f = callee(call);
  if (f == nullptr || call->fun->kind != NodeKind::SelectorExpr || f->pkg == nullptr || f->pkg->path != "net/http")
    return false;
  const auto& results = f->sig()->results->vars;
  if (results.size() != 2) return false;
  types::Pointer* r = types::asPointer(results[0]->type);
  if (r == nullptr || !isNamed(r->elem, "net/http", "Response")) return false;
  types::Var* recv = f->sig()->recv;
  if (recv == nullptr) return true;
  types::Pointer* ptr = types::asPointer(recv->type);
  return isNamed(ptr != nullptr ? ptr->elem : recv->type, "net/http", "Client");
}

}  // namespace

void httpresponse(Pass& p) {
  each<ast::BlockStmt>(p.pkg, NodeKind::BlockStmt, [&](ast::BlockStmt* b) {
    for (size_t i = 0; i + 1 < b->stmts.size(); i++) {
      if (b->stmts[i]->kind != NodeKind::AssignStmt || b->stmts[i + 1]->kind != NodeKind::DeferStmt) continue;
      auto* a = static_cast<ast::AssignStmt*>(b->stmts[i]);
      if (a->rhs.size() != 1 || a->rhs[0]->kind != NodeKind::CallExpr) continue;
      if (!asksServer(static_cast<ast::CallExpr*>(a->rhs[0]))) continue;
      ast::Expr* deferred = static_cast<ast::DeferStmt*>(b->stmts[i + 1])->call;
      if (deferred->kind != NodeKind::CallExpr) continue;
      ast::Ident* resp = rootIdent(a->lhs[0]);
      ast::Ident* root = rootIdent(static_cast<ast::CallExpr*>(deferred)->fun);
      if (resp != nullptr && root != nullptr && resp->obj != nullptr && resp->obj == root->obj)
        p.report(root, "using " + std::string(resp->name) + " before checking for errors");
    }
  });
}

}  // namespace hood::vet
