// Types, signatures, and the lists of fields and parameters in them.
#include <algorithm>

#include "compiler/format/parser.h"

namespace hood::format {

Node* Parser::type() {
  Node* t = tryType();
  if (t != nullptr) return t;
  fail();
  return start(Kind::Ident);
}

Node* Parser::tryType() {
  switch (tok().kind) {
    case Tok::Ident: return typeName();
    case Tok::LBrack: return arrayType();
    case Tok::Struct: return structType();
    case Tok::Interface: return interfaceType();
    case Tok::Map: return mapType();
    case Tok::Chan:
    case Tok::Arrow: return chanType();
    case Tok::Func: {
      Pos pos = tok().pos;
      next();
      return funcType(pos);
    }
    case Tok::Mul: {
      Node* s = start(Kind::Star);
      next();
      s->x = type();
      return finish(s);
    }
    case Tok::LParen: {
      Node* p = start(Kind::Paren);
      p->open = expect(Tok::LParen);
      p->x = type();
      p->close = expect(Tok::RParen);
      return finish(p);
    }
    default: return nullptr;
  }
}

// T, p.T, T[A, B]
Node* Parser::typeName() {
  Node* x = ident();
  if (is(Tok::Period)) {
    Node* s = startAt(Kind::Selector, x);
    next();
    s->x = x;
    s->sel = ident();
    x = finish(s);
  }
  return is(Tok::LBrack) ? typeArguments(x) : x;
}

Node* Parser::typeArguments(Node* x) {
  Node* n = startAt(Kind::Index, x);
  n->x = x;
  n->open = expect(Tok::LBrack);
  int outside = level_;
  level_ = 1;
  while (!is(Tok::RBrack) && !is(Tok::Eof)) {
    n->list.push_back(type());
    if (!comma(Tok::RBrack)) break;
  }
  level_ = outside;
  n->close = expect(Tok::RBrack);
  return finish(n);
}

Node* Parser::arrayType() {
  Node* a = start(Kind::ArrayType);
  expect(Tok::LBrack);
  if (is(Tok::Ellipsis)) {
    a->x = start(Kind::Ellipsis);
    next();
    finish(a->x);
  } else if (!is(Tok::RBrack)) {
    int outside = level_;
    level_ = 1;
    a->x = expression();
    level_ = outside;
  }
  got(Tok::Comma);
  expect(Tok::RBrack);
  a->y = type();
  return finish(a);
}

Node* Parser::mapType() {
  Node* m = start(Kind::MapType);
  next();
  expect(Tok::LBrack);
  m->x = type();
  expect(Tok::RBrack);
  m->y = type();
  return finish(m);
}

Node* Parser::chanType() {
  Node* c = start(Kind::ChanType);
  c->tok = Tok::Chan;
  if (got(Tok::Arrow)) {
    c->tok = Tok::Arrow;
    expect(Tok::Chan);
  } else {
    next();
    if (is(Tok::Arrow)) {
      c->tok = Tok::Semicolon;
      c->at = tok().pos;
      next();
    }
  }
  c->x = type();
  return finish(c);
}

// struct or interface, and its members in braces.
Node* Parser::typeWithMembers(Kind kind, Node* (Parser::*member)()) {
  Node* t = start(kind);
  next();
  t->fields = start(Kind::FieldList);
  t->fields->open = expect(Tok::LBrace);
  while (!is(Tok::RBrace) && !is(Tok::Eof)) {
    const CommentGroup* doc = tok().lead;
    Node* f = (this->*member)();
    f->doc = doc;
    finish(f);
    semicolon();
    f->comment = tok().endOfLine;
    t->fields->list.push_back(f);
  }
  t->fields->close = expect(Tok::RBrace);
  finish(t->fields);
  return finish(t);
}

Node* Parser::structType() { return typeWithMembers(Kind::StructType, &Parser::structField); }

Node* Parser::structField() {
  Node* f = start(Kind::Field);
  const Tok second = peek().kind;
  bool embedded =
      !is(Tok::Ident) || second == Tok::Period || second == Tok::String || second == Tok::Semicolon || second == Tok::RBrace;
  if (is(Tok::Ident) && second == Tok::LBrack) {
    // a [n]T, a []T: a field; T[A]: embedded. What follows the bracket tells.
    size_t save = at_, bad = bad_;
    next();
    Node* t = tryType();
    embedded = bad_ != bad || t == nullptr;
    at_ = save;
    bad_ = bad;
  }
  if (embedded) {
    f->type = type();
  } else {
    do f->names.push_back(ident());
    while (got(Tok::Comma));
    f->type = type();
  }
  if (is(Tok::String)) f->tag = operand();
  return f;
}

Node* Parser::interfaceType() { return typeWithMembers(Kind::InterfaceType, &Parser::interfaceElement); }

Node* Parser::interfaceElement() {
  Node* f = start(Kind::Field);
  if (is(Tok::Ident) && peek().kind == Tok::LParen) {
    f->names.push_back(ident());
    f->type = funcType(tok().pos);
  } else {
    f->type = typeElement();
  }
  return f;
}

// ~A | B | c.D
Node* Parser::typeElement() {
  auto term = [&]() -> Node* {
    if (!is(Tok::Tilde)) return type();
    Node* u = start(Kind::Unary);
    u->tok = Tok::Tilde;
    next();
    u->x = type();
    return finish(u);
  };
  Node* x = term();
  while (is(Tok::Or)) {
    Node* b = startAt(Kind::Binary, x);
    b->tok = Tok::Or;
    b->at = tok().pos;
    next();
    b->x = x;
    b->y = term();
    x = finish(b);
  }
  return x;
}

Node* Parser::funcType(Pos pos) {
  Node* f = nodes_->make(Kind::FuncType, pos);
  signature(f);
  return finish(f);
}

void Parser::signature(Node* f) {
  if (is(Tok::LBrack)) f->tparams = parameters(Tok::LBrack, Tok::RBrack);
  f->params = parameters(Tok::LParen, Tok::RParen);
  if (is(Tok::LParen)) {
    f->results = parameters(Tok::LParen, Tok::RParen);
    return;
  }
  Node* result = tryType();
  if (result == nullptr) return;
  f->results = startAt(Kind::FieldList, result);
  Node* field = startAt(Kind::Field, result);
  field->type = result;
  field->end = result->end;
  f->results->list.push_back(field);
  finish(f->results);
}

Node* Parser::parameters(Tok open, Tok close) {
  Node* l = start(Kind::FieldList);
  l->open = expect(open);
  const bool types = open == Tok::LBrack;
  int outside = level_;
  level_ = 1;
  while (!is(close) && !is(Tok::Eof)) {
    l->list.push_back(parameter(types));
    if (!comma(close)) break;
  }
  level_ = outside;
  l->close = expect(close);
  groupParameters(l, types);
  return finish(l);
}

// Either `name type` or what is a type or a name: groupParameters finds out.
Node* Parser::parameter(bool typeParameter) {
  Node* f = start(Kind::Field);
  auto anyType = [&]() -> Node* {
    if (!is(Tok::Ellipsis)) return typeParameter ? typeElement() : type();
    Node* e = start(Kind::Ellipsis);
    next();
    e->x = type();
    return finish(e);
  };
  bool named = false;
  if (is(Tok::Ident)) {
    Tok second = peek().kind;
    named =
        second != Tok::Period && second != Tok::Comma && second != Tok::RParen && second != Tok::RBrack && second != Tok::Or;
    if (second == Tok::LBrack && !typeParameter) {  // name []T, name [n]T, or T[A]
      size_t save = at_, bad = bad_;
      next();
      Node* t = tryType();
      named = bad_ == bad && t != nullptr && (is(Tok::Comma) || is(Tok::RParen));
      at_ = save;
      bad_ = bad;
    }
  }
  if (named) f->names.push_back(ident());
  f->type = anyType();
  return finish(f);
}

// With a name anywhere, what stands alone is a name, too, of the next type: a, b int is one field.
void Parser::groupParameters(Node* l, bool typeParameters) {
  bool named = typeParameters || std::any_of(l->list.begin(), l->list.end(), [](Node* f) { return !f->names.empty(); });
  if (!named) return;
  std::vector<Node*> out, names;
  for (Node* f : l->list) {
    if (f->names.empty() && f->type->kind == Kind::Ident) {
      names.push_back(f->type);
      continue;
    }
    f->names.insert(f->names.begin(), names.begin(), names.end());
    if (!names.empty()) f->pos = names[0]->pos;
    names.clear();
    out.push_back(f);
  }
  if (!names.empty()) return fail();
  l->list = out;
}

// type T[P any] and not type T[n]int. Both begin alike, so the first parameter is tried.
bool Parser::looksLikeTypeParameters() {
  if (peek().kind != Tok::Ident) return false;
  const Tok third = peek(2).kind;
  if (third == Tok::RBrack) return false;
  if (third == Tok::Comma) return true;
  size_t save = at_, bad = bad_;
  next();
  next();
  bool yes = false;
  if (third != Tok::LParen && third != Tok::LBrack) {
    typeElement();
    yes = bad_ == bad && (is(Tok::Comma) || is(Tok::RBrack));
    // P *C is a product, but for a comma that cannot be one.
    if (third == Tok::Mul && is(Tok::RBrack)) yes = false;
  } else if (third == Tok::LBrack) {
    yes = tryType() != nullptr && bad_ == bad && (is(Tok::Comma) || is(Tok::RBrack));
  }
  if (third == Tok::Mul && !yes && bad_ == bad) {  // [P *T, …] and [P *T | ~int]
    at_ = save + 3;
    yes = false;
    for (int level = 0; !is(Tok::Eof); next()) {
      if (is(Tok::LBrack) || is(Tok::LParen)) level++;
      if (level == 0 && (is(Tok::Comma) || is(Tok::Tilde))) yes = true;
      if (level == 0 && is(Tok::RBrack)) break;
      if (is(Tok::RBrack) || is(Tok::RParen)) level--;
    }
  }
  at_ = save;
  bad_ = bad;
  return yes;
}

}  // namespace hood::format
