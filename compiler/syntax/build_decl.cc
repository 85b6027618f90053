// Declarations: groups become one node per spec; a const spec without values repeats the one before.
#include "compiler/syntax/builder.h"

namespace hood::syntax {

using ast::NodeKind;

ast::Ident* Builder::ident(const Token& t) {
  auto* n = node<ast::Ident>(NodeKind::Ident, pos(t));
  n->name = text(t);
  return n;
}

std::string Builder::describe(const Token& t) const { return describeToken(t, text(t)); }

ast::Ident* Builder::packageClause(Cursor c) {
  c.skip(Tok::PACKAGE);
  return ident(c.take());
}

void Builder::declaration(Cursor& c, std::vector<ast::Decl*>& out) {
  Rule r = c.rule();
  Cursor d = c.enter();
  switch (r) {
    case Rule::ImportDecl: return importDecl(d, out);
    case Rule::ConstDecl: return constDecl(d, out);
    case Rule::TypeDecl: return typeDecl(d, out);
    case Rule::VarDecl: return varDecl(d, out);
    default: out.push_back(funcDecl(d));
  }
}

// ---- imports ------------------------------------------------------------------------------------------------------

void Builder::importDecl(Cursor c, std::vector<ast::Decl*>& out) {
  while (!c.done()) {
    if (c.at(Rule::ImportSpec))
      out.push_back(importSpec(c.enter()));
    else
      c.take();
  }
}

ast::ImportDecl* Builder::importSpec(Cursor c) {
  auto* d = node<ast::ImportDecl>(NodeKind::ImportDecl, pos(c.firstToken()));
  if (c.atToken()) {
    d->name = ident(c.take());
  }
  d->path = literal(c.enter().take());
  if (d->path->lit != ast::LitKind::String) error(d->path->pos, "import path must be a string");
  return d;
}

// ---- constants, variables -----------------------------------------------------------------------------------------

void Builder::constDecl(Cursor c, std::vector<ast::Decl*>& out) {
  const ast::ConstDecl* repeated = nullptr;
  for (uint32_t iota = 0; !c.done();) {
    if (!c.at(Rule::ConstSpec)) {
      c.take();
      continue;
    }
    ast::ConstDecl* d = constSpec(c.enter());
    d->iota = iota++;
    if (d->typeExpr != nullptr || !d->values.empty()) {
      repeated = d;
    } else if (repeated != nullptr) {
      d->typeExpr = repeated->typeExpr;
      d->values = repeated->values;
      d->inherited = true;
    }
    out.push_back(d);
  }
}

ast::ConstDecl* Builder::constSpec(Cursor c) {
  auto* d = node<ast::ConstDecl>(NodeKind::ConstDecl, pos(c.firstToken()));
  size_t mark = idents_.size();
  for (; c.atToken(); c.skip(Tok::COMMA)) idents_.push_back(ident(c.take()));
  d->names = take(idents_, mark);
  if (c.atRule() && !c.at(Rule::Initializer)) d->typeExpr = type(c);
  if (!c.done()) d->values = initializer(c.enter());
  return d;
}

void Builder::varDecl(Cursor c, std::vector<ast::Decl*>& out) {
  while (!c.done()) {
    if (c.at(Rule::VarSpec))
      out.push_back(varSpec(c.enter()));
    else
      c.take();
  }
}

ast::VarDecl* Builder::varSpec(Cursor c) {
  auto* d = node<ast::VarDecl>(NodeKind::VarDecl, pos(c.firstToken()));
  size_t mark = idents_.size();
  for (; c.atToken(); c.skip(Tok::COMMA)) idents_.push_back(ident(c.take()));
  d->names = take(idents_, mark);
  if (!c.at(Rule::Initializer)) d->typeExpr = type(c);
  if (!c.done()) d->values = initializer(c.enter());
  return d;
}

Slice<ast::Expr*> Builder::initializer(Cursor c) {
  const Token& assign = c.take();
  if (assign.type == Tok::DEFINE) error(assign, "unexpected :=, expected =");
  return exprList(c.enter());
}

// ---- types --------------------------------------------------------------------------------------------------------

void Builder::typeDecl(Cursor c, std::vector<ast::Decl*>& out) {
  while (!c.done()) {
    if (c.at(Rule::TypeSpec))
      out.push_back(typeSpec(c.enter()));
    else
      c.take();
  }
}

ast::TypeDecl* Builder::typeSpec(Cursor c) {
  auto* d = node<ast::TypeDecl>(NodeKind::TypeDecl, pos(c.firstToken()));
  d->name = ident(c.take());
  if (c.skip(Tok::TPARAM_LBRACK)) {
    Cursor list = c.enter();
    d->tparams = tparams(list, pos(c.take()));
  }
  if (c.at(Tok::ASSIGN) || c.at(Tok::DEFINE)) {
    const Token& assign = c.take();
    if (assign.type == Tok::DEFINE) error(assign, "unexpected :=, expected =");
    d->alias = true;
  }
  d->typeExpr = type(c);
  return d;
}

// ---- functions ----------------------------------------------------------------------------------------------------

ast::FuncDecl* Builder::funcDecl(Cursor c) {
  auto* d = node<ast::FuncDecl>(NodeKind::FuncDecl, pos(c.take()));
  bool method = c.at(Rule::Receiver);
  if (method) d->recv = receiver(c.enter());
  const Token& name = c.take();
  d->name = ident(name);
  Slice<ast::Field*> typeParams;
  if (c.at(Tok::LBRACK)) {
    const Token& open = c.take();
    if (method) error(open, "method must have no type parameters");
    if (c.atToken()) {
      error(c.take(), "empty type parameter list");
    } else {
      Cursor list = c.enter();
      typeParams = tparams(list, pos(c.take()));
    }
  }
  d->sig = signature(c.enter(), d->name->pos);
  d->sig->tparams = typeParams;
  if (!c.done()) d->body = block(c.enter());
  return d;
}

ast::Field* Builder::receiver(Cursor c) {
  c.take();
  Slice<ast::Field*> list;
  if (c.atRule()) list = params(c.enter());
  const Token& after = (&c.take())[1];
  if (list.empty()) {
    errors_.error(after.off, "method has no receiver");
    return nullptr;
  }
  if (list.size() > 1) errors_.error(after.off, "method has multiple receivers");
  return list[0];
}

}  // namespace hood::syntax
