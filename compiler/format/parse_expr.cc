// Expressions.
#include <algorithm>

#include "compiler/format/parser.h"

namespace hood::format {

namespace {

bool isLiteralType(const Node* x) {
  switch (x->kind) {
    case Kind::Ident:
    case Kind::ArrayType:
    case Kind::StructType:
    case Kind::MapType: return true;
    case Kind::Selector: return x->x->kind == Kind::Ident;
    case Kind::Index: return isLiteralType(x->x);
    default: return false;
  }
}

bool isTypeName(const Node* x) {
  return x->kind == Kind::Ident || (x->kind == Kind::Selector && x->x->kind == Kind::Ident) ||
         (x->kind == Kind::Index && isTypeName(x->x));
}

}  // namespace

Node* Parser::ident() {
  Node* n = start(Kind::Ident);
  n->text = tok().text;
  expect(Tok::Ident);
  return finish(n);
}

std::vector<Node*> Parser::expressionList() {
  std::vector<Node*> list;
  do list.push_back(expression());
  while (got(Tok::Comma));
  return list;
}

Node* Parser::binary(int lowest) {
  Node* x = unary();
  while (true) {
    int p = precedence(tok().kind);
    if (p < lowest || p == 0) return x;
    Node* b = startAt(Kind::Binary, x);
    b->tok = tok().kind;
    b->at = tok().pos;
    next();
    b->x = x;
    b->y = binary(p + 1);
    x = finish(b);
  }
}

Node* Parser::unary() {
  if (++depth_ > kMostNesting) fail();
  Node* n = nullptr;
  switch (tok().kind) {
    case Tok::Add:
    case Tok::Sub:
    case Tok::Not:
    case Tok::Xor:
    case Tok::And:
    case Tok::Tilde:
    case Tok::Arrow:
      if (is(Tok::Arrow) && peek().kind == Tok::Chan) {
        n = primary();
        break;
      }
      n = start(Kind::Unary);
      n->tok = tok().kind;
      next();
      n->x = unary();
      finish(n);
      break;
    case Tok::Mul:
      n = start(Kind::Star);
      next();
      n->x = unary();
      finish(n);
      break;
    default: n = primary();
  }
  depth_--;
  return n;
}

Node* Parser::operand() {
  switch (tok().kind) {
    case Tok::Ident: return ident();
    case Tok::Int:
    case Tok::Float:
    case Tok::Imag:
    case Tok::Char:
    case Tok::String: {
      Node* n = start(Kind::Literal);
      n->tok = tok().kind;
      n->text = tok().text;
      next();
      return finish(n);
    }
    case Tok::LParen: {
      Node* p = start(Kind::Paren);
      p->open = expect(Tok::LParen);
      int outside = level_;
      level_ = 1;
      p->x = expression();
      level_ = outside;
      p->close = expect(Tok::RParen);
      return finish(p);
    }
    case Tok::Func: return funcLitOrType();
    default: return type();
  }
}

Node* Parser::funcLitOrType() {
  Pos pos = tok().pos;
  next();
  Node* t = funcType(pos);
  if (!is(Tok::LBrace)) return t;
  Node* f = startAt(Kind::FuncLit, t);
  f->type = t;
  int outside = level_;
  level_ = 0;
  f->body = block();
  level_ = outside;
  return finish(f);
}

Node* Parser::primary() {
  Node* x = operand();
  while (true) {
    switch (tok().kind) {
      case Tok::Period: {
        next();
        if (is(Tok::Ident)) {
          Node* s = startAt(Kind::Selector, x);
          s->x = x;
          s->sel = ident();
          x = finish(s);
          break;
        }
        Node* a = startAt(Kind::TypeAssert, x);
        a->x = x;
        a->open = expect(Tok::LParen);
        if (!got(Tok::Type)) a->type = type();
        a->close = expect(Tok::RParen);
        x = finish(a);
        break;
      }
      case Tok::LBrack: x = indexOrSlice(x); break;
      case Tok::LParen: x = call(x); break;
      case Tok::LBrace:
        if (!isLiteralType(x) || (level_ < 0 && isTypeName(x))) return x;
        x = compositeLit(x);
        break;
      default: return x;
    }
  }
}

Node* Parser::indexOrSlice(Node* x) {
  Node* n = startAt(Kind::Index, x);
  n->x = x;
  n->open = expect(Tok::LBrack);
  int outside = level_;
  level_ = 1;
  Node* parts[3] = {};
  int colons = 0;
  while (!is(Tok::RBrack) && !is(Tok::Eof)) {
    if (got(Tok::Colon)) {
      if (++colons > 2) fail();
      continue;
    }
    Node* e = expression();
    parts[colons] = e;
    if (colons > 0) continue;
    n->list.push_back(e);
    if (is(Tok::Colon)) continue;
    if (!comma(Tok::RBrack)) break;
  }
  level_ = outside;
  n->close = expect(Tok::RBrack);
  if (colons > 0) {
    n->kind = Kind::Slice;
    n->list.assign(parts, parts + colons + 1);
    if (colons == 2 && parts[2] == nullptr) fail();
  }
  return finish(n);
}

Node* Parser::call(Node* fun) {
  Node* c = startAt(Kind::Call, fun);
  c->x = fun;
  c->open = expect(Tok::LParen);
  int outside = level_;
  level_ = 1;
  while (!is(Tok::RParen) && !is(Tok::Eof)) {
    c->list.push_back(expression());
    if (is(Tok::Ellipsis)) {
      c->at = tok().pos;
      next();
    }
    if (!comma(Tok::RParen)) break;
  }
  level_ = outside;
  c->close = expect(Tok::RParen);
  return finish(c);
}

Node* Parser::compositeLit(Node* type) {
  Node* c = type != nullptr ? startAt(Kind::Composite, type) : start(Kind::Composite);
  c->type = type;
  c->open = expect(Tok::LBrace);
  int outside = level_;
  level_ = 1;
  if (++depth_ > kMostNesting) fail();
  while (!is(Tok::RBrace) && !is(Tok::Eof)) {
    Node* e = element();
    if (is(Tok::Colon)) {
      Node* kv = startAt(Kind::KeyValue, e);
      kv->at = tok().pos;
      next();
      kv->x = e;
      kv->y = element();
      e = finish(kv);
    }
    c->list.push_back(e);
    if (!comma(Tok::RBrace)) break;
  }
  depth_--;
  level_ = outside;
  c->close = expect(Tok::RBrace);
  return finish(c);
}

Node* Parser::element() { return is(Tok::LBrace) ? compositeLit(nullptr) : expression(); }

}  // namespace hood::format
