#include "compiler/ir/stamp.h"

#include "base/check.h"

namespace hood::ir {

using ast::Mode;
using ast::NodeKind;

// ---- objects --------------------------------------------------------------------------------------------------

types::Var* Stamp::var(types::Var* v) {
  if (!v || v->isPackageLevel || v->isField) return v;
  auto [it, fresh] = vars_.try_emplace(v, v);
  if (!fresh) return it->second;
  types::Type* type = subst_.type(v->type);
  if (type == v->type) return v;  // builders tell variables of different stamps apart by themselves
  auto* c = ctx_.make<types::Var>(*v);
  c->type = type;
  return vars_[v] = c;
}

types::Object* Stamp::object(types::Object* o) {
  return o && o->kind == types::ObjectKind::Var ? var(static_cast<types::Var*>(o)) : o;
}

types::Tuple* Stamp::tuple(types::Tuple* t) {
  auto* c = ctx_.make<types::Tuple>();
  for (types::Var* v : t->vars) c->vars.push_back(var(v));
  return c;
}

types::Signature* Stamp::signature(types::Signature* s) {
  auto* c = ctx_.make<types::Signature>();
  c->recv = var(s->recv);
  c->params = tuple(s->params);
  c->results = tuple(s->results);
  c->variadic = s->variadic;
  return c;
}

// ---- expressions ----------------------------------------------------------------------------------------------

ast::Expr* withoutTypeArgs(ast::Expr* e) {
  e = ast::unparen(e);
  if (e->kind != NodeKind::IndexExpr) return e;
  ast::Expr* x = ast::unparen(ast::as<ast::IndexExpr>(e)->x);
  ast::Ident* id = x->kind == NodeKind::Ident          ? ast::as<ast::Ident>(x)
                   : x->kind == NodeKind::SelectorExpr ? ast::as<ast::SelectorExpr>(x)->sel
                                                       : nullptr;
  return id && id->instance ? x : e;
}

ast::Expr* Stamp::expr(ast::Expr* e) {
  if (!e) return nullptr;
  bool isType = e->mode == Mode::TypeExpr, isConst = e->mode == Mode::Constant && e->value;
  if (!isType && !isConst) return exprCopy(e);
  // Of a type or a constant nobody reads more than what it is.
  ast::Expr* leaf = isConst ? static_cast<ast::Expr*>(ctx_.arena.make<ast::BasicLit>()) : ctx_.arena.make<ast::BadExpr>();
  NodeKind kind = isConst ? NodeKind::BasicLit : NodeKind::BadExpr;
  *leaf = *e;
  leaf->kind = kind;
  leaf->type = subst_.type(e->type);
  return leaf;
}

ast::Ident* Stamp::ident(ast::Ident* id) {
  if (!id) return nullptr;
  auto* c = copy<ast::Ident>(id);
  c->type = subst_.type(id->type);
  c->obj = object(id->obj);
  if (id->instance) {
    c->instance = ctx_.make<types::Instance>();
    c->instance->targs = subst_.list(id->instance->targs);
  }
  return c;
}

// A method of a value whose type is, or is made from, a type parameter is looked up again: it may be a method of another
// instance, promoted, declared for a pointer, or an interface's.
types::Selection* Stamp::selection(types::Selection* s, std::string_view name) {
  types::Type* recv = subst_.type(s->recv);
  if (recv == s->recv) return s;
  auto* c = ctx_.make<types::Selection>(*s);
  c->recv = recv;
  c->type = subst_.type(s->type);
  if (s->kind == types::SelectionKind::Field) return c;
  types::LookupResult r = types::lookupFieldOrMethod(recv, true, pkg_, name);
  HOOD_CHECK(r.obj != nullptr && r.obj->kind == types::ObjectKind::Func);
  c->obj = r.obj;
  c->index = r.index;
  c->indirect = r.indirect;
  return c;
}

ast::Expr* Stamp::selector(ast::SelectorExpr* s) {
  auto* c = copy<ast::SelectorExpr>(s);
  c->x = expr(s->x);
  if (s->selection)
    c->selection = selection(s->selection, s->sel->name);
  else
    c->sel = ident(s->sel);
  return c;
}

ast::Expr* Stamp::exprCopy(ast::Expr* e) {
  if (ast::Expr* f = withoutTypeArgs(e); f != e && f != ast::unparen(e)) return expr(f);
  ast::Expr* out = nullptr;
  switch (e->kind) {
    case NodeKind::Ident: return ident(ast::as<ast::Ident>(e));
    case NodeKind::BasicLit: out = copy<ast::BasicLit>(e); break;
    case NodeKind::CompositeLit: {
      auto* c = copy<ast::CompositeLit>(e);
      c->typeExpr = expr(c->typeExpr);
      c->elems = exprs(c->elems);
      out = c;
      break;
    }
    case NodeKind::KeyValueExpr: {
      auto* c = copy<ast::KeyValueExpr>(e);
      c->key = expr(c->key);
      c->val = expr(c->val);
      out = c;
      break;
    }
    case NodeKind::FuncLit: {
      auto* c = copy<ast::FuncLit>(e);
      c->type = signature(types::asSignature(e->type));
      c->body = block(c->body);
      return c;
    }
    case NodeKind::ParenExpr: {
      auto* c = copy<ast::ParenExpr>(e);
      c->x = expr(c->x);
      out = c;
      break;
    }
    case NodeKind::SelectorExpr: out = selector(ast::as<ast::SelectorExpr>(e)); break;
    case NodeKind::IndexExpr: {
      auto* c = copy<ast::IndexExpr>(e);
      c->x = expr(c->x);
      c->indices = exprs(c->indices);
      out = c;
      break;
    }
    case NodeKind::SliceExpr: {
      auto* c = copy<ast::SliceExpr>(e);
      for (ast::Expr** x : {&c->x, &c->lo, &c->hi, &c->max}) *x = expr(*x);
      out = c;
      break;
    }
    case NodeKind::TypeAssertExpr: {
      auto* c = copy<ast::TypeAssertExpr>(e);
      c->x = expr(c->x);
      c->typeExpr = expr(c->typeExpr);
      out = c;
      break;
    }
    case NodeKind::CallExpr: {
      auto* c = copy<ast::CallExpr>(e);
      c->fun = expr(c->fun);
      c->args = exprs(c->args);
      out = c;
      break;
    }
    case NodeKind::StarExpr: {
      auto* c = copy<ast::StarExpr>(e);
      c->x = expr(c->x);
      out = c;
      break;
    }
    case NodeKind::UnaryExpr: {
      auto* c = copy<ast::UnaryExpr>(e);
      c->x = expr(c->x);
      out = c;
      break;
    }
    case NodeKind::BinaryExpr: {
      auto* c = copy<ast::BinaryExpr>(e);
      c->x = expr(c->x);
      c->y = expr(c->y);
      out = c;
      break;
    }
    default: HOOD_UNREACHABLE("expression in a generic function");
  }
  out->type = subst_.type(e->type);
  return out;
}

// ---- statements -----------------------------------------------------------------------------------------------

ast::BlockStmt* Stamp::body(ast::BlockStmt* b) {
  ast::BlockStmt* c = block(b);
  for (ast::BranchStmt* br : branches_)
    if (auto it = stmts_.find(br->target); it != stmts_.end()) br->target = it->second;
  return c;
}

ast::Stmt* Stamp::stmt(ast::Stmt* s) {
  if (!s) return nullptr;
  ast::Stmt* c = stmtCopy(s);
  stmts_[s] = c;
  return c;
}

ast::Decl* Stamp::decl(ast::Decl* d) {
  if (d->kind != NodeKind::VarDecl) return d;  // types and constants are where they are used
  auto* c = copy<ast::VarDecl>(d);
  c->names = list(c->names, &Stamp::ident);
  c->values = exprs(c->values);
  return c;
}

ast::CaseClause* Stamp::caseClause(ast::CaseClause* s) {
  auto* c = copy<ast::CaseClause>(s);
  c->exprs = exprs(c->exprs);
  c->implicitObj = object(c->implicitObj);
  c->body = stmts(c->body);
  return c;
}

ast::CommClause* Stamp::commClause(ast::CommClause* s) {
  auto* c = copy<ast::CommClause>(s);
  c->comm = stmt(c->comm);
  c->body = stmts(c->body);
  return c;
}

ast::Stmt* Stamp::stmtCopy(ast::Stmt* s) {
  switch (s->kind) {
    case NodeKind::EmptyStmt: return s;
    case NodeKind::DeclStmt: {
      auto* c = copy<ast::DeclStmt>(s);
      c->decls = list(c->decls, &Stamp::decl);
      return c;
    }
    case NodeKind::LabeledStmt: {
      auto* c = copy<ast::LabeledStmt>(s);
      c->stmt = stmt(c->stmt);
      return c;
    }
    case NodeKind::ExprStmt: {
      auto* c = copy<ast::ExprStmt>(s);
      c->x = expr(c->x);
      return c;
    }
    case NodeKind::SendStmt: {
      auto* c = copy<ast::SendStmt>(s);
      c->chan = expr(c->chan);
      c->value = expr(c->value);
      return c;
    }
    case NodeKind::IncDecStmt: {
      auto* c = copy<ast::IncDecStmt>(s);
      c->x = expr(c->x);
      return c;
    }
    case NodeKind::AssignStmt: {
      auto* c = copy<ast::AssignStmt>(s);
      c->lhs = exprs(c->lhs);
      c->rhs = exprs(c->rhs);
      return c;
    }
    case NodeKind::GoStmt: {
      auto* c = copy<ast::GoStmt>(s);
      c->call = expr(c->call);
      return c;
    }
    case NodeKind::DeferStmt: {
      auto* c = copy<ast::DeferStmt>(s);
      c->call = expr(c->call);
      return c;
    }
    case NodeKind::ReturnStmt: {
      auto* c = copy<ast::ReturnStmt>(s);
      c->results = exprs(c->results);
      return c;
    }
    case NodeKind::BranchStmt: branches_.push_back(copy<ast::BranchStmt>(s)); return branches_.back();
    default: return compoundStmt(s);
  }
}

ast::Stmt* Stamp::compoundStmt(ast::Stmt* s) {
  switch (s->kind) {
    case NodeKind::BlockStmt: {
      auto* c = copy<ast::BlockStmt>(s);
      c->stmts = stmts(c->stmts);
      return c;
    }
    case NodeKind::IfStmt: {
      auto* c = copy<ast::IfStmt>(s);
      c->init = stmt(c->init);
      c->cond = expr(c->cond);
      c->then = block(c->then);
      c->els = stmt(c->els);
      return c;
    }
    case NodeKind::SwitchStmt: {
      auto* c = copy<ast::SwitchStmt>(s);
      c->init = stmt(c->init);
      c->tag = expr(c->tag);
      c->clauses = list(c->clauses, &Stamp::caseClause);
      return c;
    }
    case NodeKind::TypeSwitchStmt: {
      auto* c = copy<ast::TypeSwitchStmt>(s);
      c->init = stmt(c->init);
      c->x = expr(c->x);
      c->clauses = list(c->clauses, &Stamp::caseClause);
      return c;
    }
    case NodeKind::SelectStmt: {
      auto* c = copy<ast::SelectStmt>(s);
      c->clauses = list(c->clauses, &Stamp::commClause);
      return c;
    }
    case NodeKind::ForStmt: {
      auto* c = copy<ast::ForStmt>(s);
      c->init = stmt(c->init);
      c->cond = expr(c->cond);
      c->post = stmt(c->post);
      c->body = block(c->body);
      return c;
    }
    case NodeKind::RangeStmt: {
      auto* c = copy<ast::RangeStmt>(s);
      c->key = expr(c->key);
      c->val = expr(c->val);
      c->x = expr(c->x);
      c->body = block(c->body);
      return c;
    }
    default: HOOD_UNREACHABLE("statement in a generic function");
  }
}

}  // namespace hood::ir
