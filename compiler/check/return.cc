// Terminating statements: whether control can run off the end of a function. Mirrors: types2/return.go.
#include "compiler/check/checker.h"

namespace hood::check {

using ast::NodeKind;

namespace {

// A call of the predeclared panic; a shadowed name does not count.
bool isPanicCall(Expr* e) {
  e = ast::unparen(e);
  if (e == nullptr || e->kind != NodeKind::CallExpr) return false;
  Expr* fun = ast::unparen(static_cast<ast::CallExpr*>(e)->fun);
  if (fun->kind != NodeKind::Ident) return false;
  const Object* o = static_cast<ast::Ident*>(fun)->obj;
  return o != nullptr && o->kind == ObjectKind::Builtin && static_cast<const Builtin*>(o)->id == BuiltinId::Panic;
}

}  // namespace

bool Checker::isTerminating(ast::Stmt* s, std::string_view label) {
  // Every clause must end for good, and nothing may leave the statement by break.
  auto clausesTerminate = [&](auto& clauses) {
    for (auto* c : clauses)
      if (!isTerminatingList(c->body, "") || hasBreakList(c->body, label, true)) return false;
    return true;
  };
  auto hasDefault = [](const Slice<ast::CaseClause*>& clauses) {
    for (ast::CaseClause* c : clauses)
      if (c->isDefault) return true;
    return false;
  };
  switch (s->kind) {
    case NodeKind::ExprStmt: return isPanicCall(static_cast<ast::ExprStmt*>(s)->x);
    case NodeKind::ReturnStmt: return true;
    case NodeKind::BranchStmt: {
      ast::BranchKind k = static_cast<ast::BranchStmt*>(s)->branch;
      return k == ast::BranchKind::Goto || k == ast::BranchKind::Fallthrough;
    }
    case NodeKind::BlockStmt: return isTerminatingList(static_cast<ast::BlockStmt*>(s)->stmts, "");
    case NodeKind::IfStmt: {
      auto* i = static_cast<ast::IfStmt*>(s);
      return i->els != nullptr && isTerminating(i->then, "") && isTerminating(i->els, "");
    }
    case NodeKind::SwitchStmt: {
      auto& clauses = static_cast<ast::SwitchStmt*>(s)->clauses;
      return hasDefault(clauses) && clausesTerminate(clauses);
    }
    case NodeKind::TypeSwitchStmt: {
      auto& clauses = static_cast<ast::TypeSwitchStmt*>(s)->clauses;
      return hasDefault(clauses) && clausesTerminate(clauses);
    }
    case NodeKind::SelectStmt: return clausesTerminate(static_cast<ast::SelectStmt*>(s)->clauses);
    case NodeKind::ForStmt: {
      auto* f = static_cast<ast::ForStmt*>(s);
      return f->cond == nullptr && !hasBreak(f->body, label, true);
    }
    case NodeKind::LabeledStmt: {
      auto* l = static_cast<ast::LabeledStmt*>(s);
      return isTerminating(l->stmt, l->label->name);
    }
    default: return false;
  }
}

bool Checker::isTerminatingList(const Slice<ast::Stmt*>& list, std::string_view label) {
  for (size_t k = list.size(); k-- > 0;)
    if (list[k]->kind != NodeKind::EmptyStmt) return isTerminating(list[k], label);
  return false;
}

// Whether s has a break that leaves the statement labelled `label`, or, if implicit, the innermost one around s.
bool Checker::hasBreak(ast::Stmt* s, std::string_view label, bool implicit) {
  // Inside another breakable statement only a labelled break reaches ours.
  auto inClauses = [&](auto& clauses) {
    for (auto* c : clauses)
      if (hasBreakList(c->body, label, false)) return true;
    return false;
  };
  switch (s->kind) {
    case NodeKind::LabeledStmt: return hasBreak(static_cast<ast::LabeledStmt*>(s)->stmt, label, implicit);
    case NodeKind::BranchStmt: {
      auto* b = static_cast<ast::BranchStmt*>(s);
      if (b->branch != ast::BranchKind::Break) return false;
      return b->label == nullptr ? implicit : b->label->name == label;
    }
    case NodeKind::BlockStmt: return hasBreakList(static_cast<ast::BlockStmt*>(s)->stmts, label, implicit);
    case NodeKind::IfStmt: {
      auto* i = static_cast<ast::IfStmt*>(s);
      return hasBreak(i->then, label, implicit) || (i->els != nullptr && hasBreak(i->els, label, implicit));
    }
    case NodeKind::SwitchStmt: return !label.empty() && inClauses(static_cast<ast::SwitchStmt*>(s)->clauses);
    case NodeKind::TypeSwitchStmt: return !label.empty() && inClauses(static_cast<ast::TypeSwitchStmt*>(s)->clauses);
    case NodeKind::SelectStmt: return !label.empty() && inClauses(static_cast<ast::SelectStmt*>(s)->clauses);
    case NodeKind::ForStmt: return !label.empty() && hasBreak(static_cast<ast::ForStmt*>(s)->body, label, false);
    case NodeKind::RangeStmt: return !label.empty() && hasBreak(static_cast<ast::RangeStmt*>(s)->body, label, false);
    default: return false;
  }
}

bool Checker::hasBreakList(const Slice<ast::Stmt*>& list, std::string_view label, bool implicit) {
  for (ast::Stmt* s : list)
    if (hasBreak(s, label, implicit)) return true;
  return false;
}

}  // namespace hood::check
