// Stamping: a copy of a generic function's checked tree in which the type parameters are gone, so that lowering meets
// nothing but types, variables and methods that exist. What does not mention a type parameter is shared with the original
// where it can be: package-level objects, types, labels' names.
#pragma once

#include <unordered_map>
#include <utility>
#include <vector>

#include "compiler/ast/ast.h"
#include "compiler/types/subst.h"

namespace hood::ir {

class Stamp {
 public:
  // pkg: the package of the generic function, in which its selectors are looked up. subst: its type arguments, bound.
  Stamp(types::Context& ctx, const types::Package* pkg, types::Subst& subst) : ctx_(ctx), pkg_(pkg), subst_(subst) {}

  // The signature, with the variables that body() uses for the parameters.
  types::Signature* signature(types::Signature* s);
  ast::BlockStmt* body(ast::BlockStmt* b);

 private:
  template <class T>
  T* copy(ast::Node* n) {
    return ctx_.arena.make<T>(*static_cast<T*>(n));
  }
  template <class T>
  Slice<T*> list(const Slice<T*>& nodes, T* (Stamp::*one)(T*)) {
    std::vector<T*> out;
    for (T* n : nodes) out.push_back((this->*one)(n));
    return Slice<T*>::of(ctx_.arena, out);
  }
  Slice<ast::Expr*> exprs(const Slice<ast::Expr*>& es) { return list(es, &Stamp::expr); }
  Slice<ast::Stmt*> stmts(const Slice<ast::Stmt*>& ss) { return list(ss, &Stamp::stmt); }

  ast::Expr* expr(ast::Expr* e);
  ast::Expr* exprCopy(ast::Expr* e);
  ast::Ident* ident(ast::Ident* id);
  ast::Expr* selector(ast::SelectorExpr* s);
  types::Selection* selection(types::Selection* s, std::string_view name);
  ast::Stmt* stmt(ast::Stmt* s);
  ast::Stmt* stmtCopy(ast::Stmt* s);
  ast::Stmt* compoundStmt(ast::Stmt* s);
  ast::BlockStmt* block(ast::BlockStmt* b) { return b ? ast::as<ast::BlockStmt>(stmt(b)) : nullptr; }
  ast::Decl* decl(ast::Decl* d);
  ast::CaseClause* caseClause(ast::CaseClause* c);
  ast::CommClause* commClause(ast::CommClause* c);
  types::Object* object(types::Object* o);
  types::Var* var(types::Var* v);
  types::Tuple* tuple(types::Tuple* t);

  types::Context& ctx_;
  const types::Package* pkg_;
  types::Subst& subst_;
  std::unordered_map<types::Var*, types::Var*> vars_;
  std::unordered_map<ast::Stmt*, ast::Stmt*> stmts_;
  std::vector<ast::BranchStmt*> branches_;  // their targets are those of the original
};

// f of f, f[int], pkg.F[int]: the operand that names a function, without what instantiates it.
ast::Expr* withoutTypeArgs(ast::Expr* e);

}  // namespace hood::ir
