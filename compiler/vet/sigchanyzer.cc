// signal.Notify(c, …) does not wait for c: without a buffer the signal is lost.
#include <unordered_map>

#include "compiler/vet/pass.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

namespace {

using ast::NodeKind;

bool isUnbufferedMake(ast::Expr* e) {
  if (e == nullptr || e->kind != NodeKind::CallExpr) return false;
  auto* call = static_cast<ast::CallExpr*>(e);
  types::Object* o = objectOf(call->fun);
  return call->args.size() == 1 && o != nullptr && o->kind == types::ObjectKind::Builtin &&
         static_cast<types::Builtin*>(o)->id == types::BuiltinId::Make;
}

}  // namespace

void sigchanyzer(Pass& p) {
  std::unordered_map<types::Object*, ast::Expr*> initial;  // what a variable was declared with
  auto declared = [&](ast::Expr* name, ast::Expr* value) {
    if (name->kind == NodeKind::Ident && static_cast<ast::Ident*>(name)->obj != nullptr)
      initial.emplace(static_cast<ast::Ident*>(name)->obj, value);
  };
  walk(p.pkg, [&](ast::Node* n) {
    if (n->kind == NodeKind::AssignStmt) {
      auto* s = static_cast<ast::AssignStmt*>(n);
      for (size_t i = 0; s->define && s->lhs.size() == s->rhs.size() && i < s->lhs.size(); i++)
        declared(s->lhs[i], s->rhs[i]);
    } else if (n->kind == NodeKind::VarDecl) {
      auto* d = static_cast<ast::VarDecl*>(n);
      for (size_t i = 0; d->names.size() == d->values.size() && i < d->names.size(); i++)
        declared(d->names[i], d->values[i]);
    }
    return true;
  });
  each<ast::CallExpr>(p.pkg, NodeKind::CallExpr, [&](ast::CallExpr* call) {
    if (call->args.empty() || !calls(call, "os/signal", "Notify")) return;
    ast::Expr* c = call->args[0];
    if (c->kind == NodeKind::Ident) {
      auto it = initial.find(static_cast<ast::Ident*>(c)->obj);
      c = it == initial.end() ? nullptr : it->second;
    } else {
      c = nullptr;
    }
    if (isUnbufferedMake(c)) p.report(call, "misuse of unbuffered os.Signal channel as argument to signal.Notify");
  });
}

}  // namespace hood::vet
