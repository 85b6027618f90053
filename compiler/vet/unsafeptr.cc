// unsafe.Pointer(u) of an integer u: the collector did not see the pointer while it was an integer. Allowed are the
// patterns that package unsafe documents.
#include "compiler/vet/pass.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

namespace {

using ast::NodeKind;
using types::BasicKind;

bool hasBasic(types::Type* t, BasicKind k) {
  types::Basic* b = t != nullptr ? types::asBasic(t) : nullptr;
  return b != nullptr && b->basic == k;
}

bool isReflectHeader(types::Type* t) {
  return t != nullptr && (isNamed(t, "reflect", "SliceHeader") || isNamed(t, "reflect", "StringHeader"));
}

// uintptr(p) + offset, in one expression.
bool isSafeArith(ast::Expr* e) {
  e = ast::unparen(e);
  if (e->kind == NodeKind::CallExpr) {
    auto* c = static_cast<ast::CallExpr*>(e);
    return c->args.size() == 1 && isConversion(c) && hasBasic(c->fun->type, BasicKind::Uintptr) &&
           hasBasic(c->args[0]->type, BasicKind::UnsafePointer);
  }
  if (e->kind != NodeKind::BinaryExpr) return false;
  auto* b = static_cast<ast::BinaryExpr*>(e);
  bool moves = b->op == ast::Op::Add || b->op == ast::Op::Sub || b->op == ast::Op::AndNot;
  return moves && isSafeArith(b->x) && !isSafeArith(b->y);
}

bool isSafe(ast::Expr* e) {
  e = ast::unparen(e);
  if (e->kind == NodeKind::SelectorExpr) {
    auto* s = static_cast<ast::SelectorExpr*>(e);
    types::Pointer* p = s->x->type != nullptr ? types::asPointer(s->x->type) : nullptr;
    if (s->sel->name == "Data" && p != nullptr && isReflectHeader(p->elem)) return true;
  }
  if (e->kind == NodeKind::CallExpr) {
    types::Func* f = callee(static_cast<ast::CallExpr*>(e));
    if (f != nullptr && (f->name == "Pointer" || f->name == "UnsafeAddr") && f->recvNamed != nullptr &&
        isNamed(f->recvNamed, "reflect", "Value"))
      return true;
  }
  return isSafeArith(e);
}

}  // namespace

void unsafeptr(Pass& p) {
  walk(p.pkg, [&](ast::Node* n) {
    if (n->kind == NodeKind::CallExpr) {
      auto* c = static_cast<ast::CallExpr*>(n);
      if (c->args.size() == 1 && isConversion(c) && hasBasic(c->fun->type, BasicKind::UnsafePointer) &&
          hasBasic(c->args[0]->type, BasicKind::Uintptr) && !isSafe(c->args[0]))
        p.report(c, "possible misuse of unsafe.Pointer");
    } else if (n->kind == NodeKind::StarExpr) {
      auto* s = static_cast<ast::StarExpr*>(n);
      if (s->mode != ast::Mode::TypeExpr && isReflectHeader(s->type)) p.report(s, "possible misuse of " + typeStr(s->type));
    } else if (n->kind == NodeKind::UnaryExpr) {
      auto* u = static_cast<ast::UnaryExpr*>(n);
      if (u->op == ast::Op::Addr && isReflectHeader(u->x->type)) p.report(u, "possible misuse of " + typeStr(u->x->type));
    }
    return true;
  });
}

}  // namespace hood::vet
