// Files and declarations.
#include <algorithm>

#include "compiler/format/parser.h"

namespace hood::format {

bool Parser::got(Tok t) {
  if (!is(t)) return false;
  next();
  return true;
}

Pos Parser::expect(Tok t) {
  Pos pos = tok().pos;
  if (!got(t)) fail();
  return pos;
}

// From the first error on nothing counts; parsing ends, for every loop looks at it or at the end of the file.
void Parser::fail() {
  if (bad_ == SIZE_MAX) bad_ = static_cast<size_t>(tok().pos);
  at_ = tokens_.size() - 1;
}

void Parser::semicolon() {
  if (is(Tok::RParen) || is(Tok::RBrace)) return;
  if (!got(Tok::Semicolon) && !is(Tok::Eof)) fail();
}

bool Parser::comma(Tok close) {
  if (got(Tok::Comma)) return true;
  if (!is(close)) fail();
  return false;
}

Node* Parser::parseFile(size_t* badAt) {
  Node* f = start(Kind::File);
  f->doc = tok().lead;
  f->pos = expect(Tok::Package);
  f->x = ident();
  semicolon();
  while (!is(Tok::Eof)) {
    if (got(Tok::Semicolon)) continue;
    f->list.push_back(declaration());
  }
  *badAt = bad_;
  return bad_ == SIZE_MAX ? finish(f) : nullptr;
}

Node* Parser::declaration() {
  switch (tok().kind) {
    case Tok::Import:
    case Tok::Const:
    case Tok::Type:
    case Tok::Var: return genDecl();
    case Tok::Func: return funcDecl();
    default: fail(); return start(Kind::Empty);
  }
}

Node* Parser::genDecl() {
  Node* d = start(Kind::GenDecl);
  d->doc = tok().lead;
  d->tok = tok().kind;
  next();
  auto spec = [&](const CommentGroup* doc) {
    Node* s = d->tok == Tok::Import ? importSpec() : d->tok == Tok::Type ? typeSpec() : valueSpec();
    s->doc = doc;
    finish(s);
    semicolon();
    s->comment = tok().endOfLine;
    d->list.push_back(s);
  };
  if (!is(Tok::LParen)) {
    spec(nullptr);
    d->end = d->list[0]->end;
    return d;
  }
  d->open = expect(Tok::LParen);
  while (!is(Tok::RParen) && !is(Tok::Eof)) spec(tok().lead);
  d->close = expect(Tok::RParen);
  finish(d);
  semicolon();
  return d;
}

Node* Parser::importSpec() {
  Node* s = start(Kind::ImportSpec);
  if (is(Tok::Ident)) {
    s->x = ident();
  } else if (is(Tok::Period)) {
    s->x = start(Kind::Ident);
    s->x->text = ".";
    next();
    finish(s->x);
  }
  if (!is(Tok::String)) fail();
  s->y = operand();
  return s;
}

Node* Parser::valueSpec() {
  Node* s = start(Kind::ValueSpec);
  do s->names.push_back(ident());
  while (got(Tok::Comma));
  if (!is(Tok::Assign) && !is(Tok::Semicolon) && !is(Tok::RParen)) s->type = type();
  if (got(Tok::Assign)) s->list = expressionList();
  return s;
}

Node* Parser::typeSpec() {
  Node* s = start(Kind::TypeSpec);
  s->x = ident();
  if (is(Tok::LBrack) && looksLikeTypeParameters()) s->tparams = parameters(Tok::LBrack, Tok::RBrack);
  if (is(Tok::Assign)) {
    s->at = tok().pos;
    next();
  }
  s->type = type();
  return s;
}

Node* Parser::funcDecl() {
  Node* d = start(Kind::FuncDecl);
  d->doc = tok().lead;
  Pos pos = expect(Tok::Func);
  if (is(Tok::LParen)) d->recv = parameters(Tok::LParen, Tok::RParen);
  d->x = ident();
  d->type = nodes_->make(Kind::FuncType, pos);
  signature(d->type);
  finish(d->type);
  if (is(Tok::LBrace)) {
    int outside = level_;
    level_ = 0;
    d->body = block();
    level_ = outside;
  }
  finish(d);
  semicolon();
  return d;
}

}  // namespace hood::format
