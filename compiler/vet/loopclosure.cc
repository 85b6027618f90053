// for _, v := range xs { go func() { use(v) }() }: before Go 1.22 all goroutines share one v. Only the last statement of
// the loop is looked at, since what follows may wait for the goroutine.
#include <vector>

#include "compiler/vet/pass.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

namespace {

using ast::NodeKind;

void addVar(ast::Expr* e, std::vector<types::Object*>& vars) {
  if (e != nullptr && e->kind == NodeKind::Ident && static_cast<ast::Ident*>(e)->obj != nullptr)
    vars.push_back(static_cast<ast::Ident*>(e)->obj);
}

// The function that the last statement of a loop starts or puts off.
ast::Expr* started(ast::Stmt* s) {
  ast::Expr* call = nullptr;
  if (s->kind == NodeKind::GoStmt) call = static_cast<ast::GoStmt*>(s)->call;
  if (s->kind == NodeKind::DeferStmt) call = static_cast<ast::DeferStmt*>(s)->call;
  if (call != nullptr && call->kind == NodeKind::CallExpr) return static_cast<ast::CallExpr*>(call)->fun;
  if (s->kind != NodeKind::ExprStmt) return nullptr;
  call = static_cast<ast::ExprStmt*>(s)->x;
  if (call->kind != NodeKind::CallExpr) return nullptr;
  auto* c = static_cast<ast::CallExpr*>(call);
  types::Func* f = callee(c);
  bool group = f != nullptr && f->name == "Go" && f->recvNamed != nullptr && c->args.size() == 1 &&
               isNamed(f->recvNamed, "golang.org/x/sync/errgroup", "Group");
  return group ? c->args[0] : nullptr;
}

void inFile(Pass& p, ast::File* file) {
  auto visit = [&](ast::Node* n) {
    std::vector<types::Object*> vars;
    ast::BlockStmt* body = nullptr;
    if (n->kind == NodeKind::RangeStmt) {
      auto* s = static_cast<ast::RangeStmt*>(n);
      body = s->body;
      addVar(s->key, vars);
      addVar(s->val, vars);
    } else if (n->kind == NodeKind::ForStmt) {
      auto* s = static_cast<ast::ForStmt*>(n);
      body = s->body;
      if (s->post != nullptr && s->post->kind == NodeKind::IncDecStmt)
        addVar(static_cast<ast::IncDecStmt*>(s->post)->x, vars);
      if (s->post != nullptr && s->post->kind == NodeKind::AssignStmt)
        for (ast::Expr* e : static_cast<ast::AssignStmt*>(s->post)->lhs) addVar(e, vars);
    }
    if (body == nullptr || vars.empty() || body->stmts.empty()) return true;
    ast::Expr* fun = started(body->stmts[body->stmts.size() - 1]);
    if (fun == nullptr || fun->kind != NodeKind::FuncLit) return true;
    walk(static_cast<ast::FuncLit*>(fun)->body, [&](ast::Node* m) {
      if (m->kind != NodeKind::Ident) return true;
      auto* id = static_cast<ast::Ident*>(m);
      for (types::Object* v : vars)
        if (id->obj == v) p.report(id, "loop variable " + std::string(id->name) + " captured by func literal");
      return true;
    });
    return true;
  };
  for (ast::Decl* d : file->decls) walk(d, visit);
}

}  // namespace

void loopclosure(Pass& p) {
  for (ast::File* f : p.pkg.files)
    if ((f->goMinor != 0 ? f->goMinor : p.pkg.goMinor) < 22) inFile(p, f);  // since then each turn has its own variables
}

}  // namespace hood::vet
