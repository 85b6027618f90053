// Statements.
#include <algorithm>

#include "compiler/format/parser.h"

namespace hood::format {

namespace {

bool isAssign(Tok t) { return t == Tok::Assign || t == Tok::Define || (t >= Tok::AddAssign && t <= Tok::AndNotAssign); }

// x := y.(type) or y.(type)
bool isTypeSwitch(const Node* s) {
  if (s == nullptr) return false;
  const Node* e = nullptr;
  if (s->kind == Kind::ExprStmt)
    e = s->x;
  else if (s->kind == Kind::Assign && s->list.size() == 1 && s->list2.size() == 1)
    e = s->list2[0];
  return e != nullptr && e->kind == Kind::TypeAssert && e->type == nullptr;
}

}  // namespace

Node* Parser::block() {
  Node* b = start(Kind::Block);
  b->open = expect(Tok::LBrace);
  b->list = statements();
  b->close = expect(Tok::RBrace);
  return finish(b);
}

std::vector<Node*> Parser::statements() {
  std::vector<Node*> list;
  if (++depth_ > kMostBlocks) fail();
  while (!is(Tok::Case) && !is(Tok::Default) && !is(Tok::RBrace) && !is(Tok::Eof)) list.push_back(statement());
  depth_--;
  return list;
}

Node* Parser::statement() {
  Node* s = nullptr;
  switch (tok().kind) {
    case Tok::Const:
    case Tok::Type:
    case Tok::Var:
      s = start(Kind::Decl);
      s->decl = genDecl();
      s->end = s->decl->end;
      return s;
    case Tok::LBrace: s = block(); break;
    case Tok::If: s = ifStatement(); break;
    case Tok::Switch: s = switchStatement(); break;
    case Tok::Select: s = selectStatement(); break;
    case Tok::For: s = forStatement(); break;
    case Tok::Semicolon:  // an empty statement; a newline is one before a closing brace only
      s = start(Kind::Empty);
      next();
      return finish(s);
    case Tok::RBrace: return finish(start(Kind::Empty));
    case Tok::Go:
    case Tok::Defer:
      s = start(is(Tok::Go) ? Kind::GoStmt : Kind::DeferStmt);
      next();
      s->x = expression();
      break;
    case Tok::Return:
      s = start(Kind::Return);
      next();
      if (!is(Tok::Semicolon) && !is(Tok::RBrace)) s->list = expressionList();
      break;
    case Tok::Break:
    case Tok::Continue:
    case Tok::Goto:
    case Tok::Fallthrough:
      s = start(Kind::Branch);
      s->tok = tok().kind;
      next();
      if (is(Tok::Ident)) s->x = ident();
      break;
    default:
      s = simpleStatement(false, true);
      if (s->kind == Kind::Labeled) return s;  // what it labels took the semicolon
  }
  finish(s);
  semicolon();
  return s;
}

Node* Parser::simpleStatement(bool rangeAllowed, bool labelAllowed) {
  if (rangeAllowed && is(Tok::Range)) {
    Node* r = start(Kind::Range);
    next();
    r->type = expression();
    return finish(r);
  }
  std::vector<Node*> lhs = expressionList();
  Node* first = lhs[0];
  if (isAssign(tok().kind)) {
    Node* a = startAt(Kind::Assign, first);
    a->tok = tok().kind;
    a->at = tok().pos;
    next();
    if (rangeAllowed && is(Tok::Range) && (a->tok == Tok::Assign || a->tok == Tok::Define)) {
      next();
      a->kind = Kind::Range;
      a->x = first;
      a->y = lhs.size() > 1 ? lhs[1] : nullptr;
      if (lhs.size() > 2) fail();
      a->type = expression();
      return finish(a);
    }
    a->list = lhs;
    a->list2 = expressionList();
    return finish(a);
  }
  if (lhs.size() > 1) fail();
  Node* s = startAt(Kind::ExprStmt, first);
  s->x = first;
  s->at = tok().pos;
  if (labelAllowed && is(Tok::Colon) && first->kind == Kind::Ident) {
    next();
    s->kind = Kind::Labeled;
    s->body = is(Tok::RBrace) ? finish(start(Kind::Empty)) : statement();
    s->end = s->body->end;
    return s;
  }
  if (is(Tok::Arrow)) {
    next();
    s->kind = Kind::Send;
    s->y = expression();
  } else if (is(Tok::Inc) || is(Tok::Dec)) {
    s->kind = Kind::IncDec;
    s->tok = tok().kind;
    next();
  }
  return finish(s);
}

Node* Parser::ifStatement() {
  Node* s = start(Kind::If);
  next();
  int outside = level_;
  level_ = -1;
  Node* first = is(Tok::Semicolon) ? nullptr : simpleStatement(false, false);
  if (is(Tok::Semicolon)) {
    next();
    s->init = first;
    first = simpleStatement(false, false);
  }
  level_ = outside;
  if (first == nullptr || first->kind != Kind::ExprStmt) {
    fail();
    return s;
  }
  s->x = first->x;
  s->body = block();
  if (got(Tok::Else)) {
    if (++depth_ > kMostBlocks) fail();
    s->els = is(Tok::If) ? ifStatement() : block();
    depth_--;
  }
  return finish(s);
}

// The cases of a switch or select, in braces; head reads what stands between case and the colon.
template <class Head>
Node* Parser::clauses(Kind kind, Head head) {
  Node* body = start(Kind::Block);
  body->open = expect(Tok::LBrace);
  while (is(Tok::Case) || is(Tok::Default)) {
    Node* c = start(kind);
    bool isCase = is(Tok::Case);
    next();
    if (isCase) head(c);
    c->at = expect(Tok::Colon);
    c->list2 = statements();
    body->list.push_back(finish(c));
  }
  body->close = expect(Tok::RBrace);
  return finish(body);
}

Node* Parser::switchStatement() {
  Node* s = start(Kind::Switch);
  next();
  int outside = level_;
  level_ = -1;
  Node *first = nullptr, *tag = nullptr;
  if (!is(Tok::LBrace)) {
    if (!is(Tok::Semicolon)) tag = simpleStatement(false, false);
    if (is(Tok::Semicolon)) {
      next();
      first = tag;
      tag = is(Tok::LBrace) ? nullptr : simpleStatement(false, false);
    }
  }
  level_ = outside;
  s->init = first;
  if (isTypeSwitch(tag)) {
    s->kind = Kind::TypeSwitch;
    s->x = tag;
  } else if (tag != nullptr) {
    if (tag->kind != Kind::ExprStmt) fail();
    s->x = tag->x;
  }
  s->body = clauses(Kind::Case, [this](Node* c) {
    do c->list.push_back(expression());
    while (got(Tok::Comma));
  });
  return finish(s);
}

Node* Parser::selectStatement() {
  Node* s = start(Kind::Select);
  next();
  s->body = clauses(Kind::Comm, [this](Node* c) { c->x = simpleStatement(false, false); });
  return finish(s);
}

Node* Parser::forStatement() {
  Node* s = start(Kind::For);
  next();
  int outside = level_;
  level_ = -1;
  Node* range = nullptr;
  if (!is(Tok::LBrace)) {
    Node* first = is(Tok::Semicolon) ? nullptr : simpleStatement(true, false);
    if (first != nullptr && first->kind == Kind::Range) {
      range = first;
    } else if (is(Tok::Semicolon)) {
      next();
      s->init = first;
      Node* cond = nullptr;
      if (!is(Tok::Semicolon)) {
        if (is(Tok::LBrace)) fail();
        cond = simpleStatement(false, false);
      }
      expect(Tok::Semicolon);
      if (!is(Tok::LBrace)) s->post = simpleStatement(false, false);
      if (cond != nullptr && cond->kind != Kind::ExprStmt) fail();
      if (cond != nullptr) s->x = cond->x;
    } else if (first != nullptr) {
      if (first->kind != Kind::ExprStmt) fail();
      s->x = first->x;
    }
  }
  level_ = outside;
  Node* body = block();
  if (range != nullptr) {
    range->pos = s->pos;
    s = range;
  }
  s->body = body;
  return finish(s);
}

}  // namespace hood::format
