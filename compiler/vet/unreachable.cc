// Statements behind return, panic, endless loops and the like. One message for each stretch of dead code.
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "compiler/vet/pass.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

namespace {

using ast::BranchKind;
using ast::NodeKind;

class Unreachable {
 public:
  Unreachable(Pass& p, ast::BlockStmt* body) : p_(p) {
    // Which statements a break leaves, and which labels a goto reaches.
    walk(body, [&](ast::Node* n) {
      if (n->kind == NodeKind::FuncLit) return false;
      if (n->kind != NodeKind::BranchStmt) return true;
      auto* b = static_cast<ast::BranchStmt*>(n);
      if (b->branch == BranchKind::Break && b->target != nullptr) left_.insert(inner(b->target));
      if (b->branch == BranchKind::Goto && b->label != nullptr) gotos_.insert(b->label->name);
      return true;
    });
    stmt(body);
  }

 private:
  static const ast::Stmt* inner(const ast::Stmt* s) {
    while (s->kind == NodeKind::LabeledStmt) s = static_cast<const ast::LabeledStmt*>(s)->stmt;
    return s;
  }

  void list(const Slice<ast::Stmt*>& stmts) {
    for (ast::Stmt* s : stmts) stmt(s);
  }

  void stmt(ast::Stmt* s) {
    if (s == nullptr) return;
    if (s->kind == NodeKind::LabeledStmt && gotos_.count(static_cast<ast::LabeledStmt*>(s)->label->name)) reachable_ = true;
    if (!reachable_ && s->kind != NodeKind::EmptyStmt) {
      p_.report(s, "unreachable code");
      reachable_ = true;  // one message is enough
    }
    switch (s->kind) {
      case NodeKind::BlockStmt: list(static_cast<ast::BlockStmt*>(s)->stmts); break;
      case NodeKind::LabeledStmt: stmt(static_cast<ast::LabeledStmt*>(s)->stmt); break;
      case NodeKind::BranchStmt:
      case NodeKind::ReturnStmt: reachable_ = false; break;
      case NodeKind::ExprStmt: reachable_ = !isPanic(static_cast<ast::ExprStmt*>(s)->x); break;
      case NodeKind::IfStmt: {
        auto* i = static_cast<ast::IfStmt*>(s);
        stmt(i->then);
        bool afterThen = reachable_;
        reachable_ = true;
        stmt(i->els);
        reachable_ |= afterThen;
        break;
      }
      case NodeKind::ForStmt: {
        auto* f = static_cast<ast::ForStmt*>(s);
        stmt(f->body);
        reachable_ = f->cond != nullptr || left_.count(f) != 0;
        break;
      }
      case NodeKind::RangeStmt:
        stmt(static_cast<ast::RangeStmt*>(s)->body);
        reachable_ = true;
        break;
      case NodeKind::SwitchStmt: clauses(s, static_cast<ast::SwitchStmt*>(s)->clauses); break;
      case NodeKind::TypeSwitchStmt: clauses(s, static_cast<ast::TypeSwitchStmt*>(s)->clauses); break;
      case NodeKind::SelectStmt: {
        bool any = left_.count(s) != 0;
        for (ast::CommClause* c : static_cast<ast::SelectStmt*>(s)->clauses) {
          reachable_ = true;
          list(c->body);
          any |= reachable_;
        }
        reachable_ = any;
        break;
      }
      default: break;
    }
  }

  void clauses(ast::Stmt* s, const Slice<ast::CaseClause*>& all) {
    bool any = left_.count(s) != 0, hasDefault = false;
    for (ast::CaseClause* c : all) {
      hasDefault |= c->isDefault;
      reachable_ = true;
      list(c->body);
      any |= reachable_;
    }
    reachable_ = any || !hasDefault;
  }

  static bool isPanic(ast::Expr* e) {
    if (e->kind != NodeKind::CallExpr) return false;
    types::Object* o = objectOf(static_cast<ast::CallExpr*>(e)->fun);
    return o != nullptr && o->kind == types::ObjectKind::Builtin &&
           static_cast<types::Builtin*>(o)->id == types::BuiltinId::Panic;
  }

  Pass& p_;
  bool reachable_ = true;
  std::unordered_set<const ast::Stmt*> left_;
  std::unordered_set<std::string_view> gotos_;
};

}  // namespace

void unreachable(Pass& p) {
  walk(p.pkg, [&](ast::Node* n) {
    ast::BlockStmt* body = nullptr;
    if (n->kind == NodeKind::FuncDecl) body = static_cast<ast::FuncDecl*>(n)->body;
    if (n->kind == NodeKind::FuncLit) body = static_cast<ast::FuncLit*>(n)->body;
    if (body != nullptr) Unreachable(p, body);
    return true;
  });
}

}  // namespace hood::vet
