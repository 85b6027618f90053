// Types, fields, parameters. Which names of a parameter list are types is decided here, after gc: if one parameter has
// both a name and a type, all must; otherwise every lone name is a type.
#include "compiler/syntax/builder.h"

namespace hood::syntax {

using ast::NodeKind;

ast::Expr* Builder::type(Cursor& c) {
  Rule r = c.rule();
  Cursor t = c.enter();
  switch (r) {
    case Rule::TypeName: return typeName(t);
    case Rule::BracketType: return bracketType(t);
    case Rule::ParenType: {
      auto* n = node<ast::ParenExpr>(NodeKind::ParenExpr, pos(t.take()));
      n->x = type(t);
      return n;
    }
    case Rule::EmbeddedPtr:
    case Rule::PointerType: {
      auto* n = node<ast::StarExpr>(NodeKind::StarExpr, pos(t.take()));
      n->x = type(t);
      return n;
    }
    case Rule::RecvChanType:
    case Rule::ChanType: return chanType(t);
    case Rule::FuncType: return funcType(t);
    case Rule::StructType: return structType(t);
    case Rule::InterfaceType: return interfaceType(t);
    default: break;
  }
  auto* n = node<ast::MapType>(NodeKind::MapType, pos(t.take()));
  t.skip(Tok::LBRACK);
  n->key = type(t);
  t.skip(Tok::RBRACK);
  n->val = type(t);
  return n;
}

// ---- names --------------------------------------------------------------------------------------------------------

ast::Expr* Builder::typeName(Cursor c) {
  ast::Ident* name = ident(c.take());
  return qualified(c, name);
}

ast::Expr* Builder::qualified(Cursor& c, ast::Ident* name) {
  ast::Expr* x = name;
  if (c.skip(Tok::DOT)) {
    auto* s = node<ast::SelectorExpr>(NodeKind::SelectorExpr, name->pos);
    s->x = name;
    s->sel = ident(c.take());
    x = s;
  }
  return c.at(Rule::TypeArgs) ? instance(x, c.enter()) : x;
}

ast::Expr* Builder::instance(ast::Expr* generic, Cursor c) {
  auto* n = node<ast::IndexExpr>(NodeKind::IndexExpr, generic->pos);
  n->x = generic;
  n->lbrack = pos(c.take());
  size_t mark = exprs_.size();
  while (!c.done()) {
    if (c.atRule())
      exprs_.push_back(type(c));
    else
      n->rbrack = pos(c.take());  // commas, and ] at last
  }
  n->indices = take(exprs_, mark);
  return n;
}

// ---- arrays, channels, functions ----------------------------------------------------------------------------------

ast::Expr* Builder::bracketType(Cursor c) {
  Pos at = pos(c.take());
  return arrayRest(c, at);
}

// After the [ at `at`.
ast::Expr* Builder::arrayRest(Cursor& c, Pos at) {
  auto* n = node<ast::ArrayType>(NodeKind::ArrayType, at);
  if (c.at(Tok::ELLIPSIS)) {
    n->len = node<ast::Ellipsis>(NodeKind::Ellipsis, pos(c.take()));
  } else if (c.atRule()) {
    n->len = expr(c.enter());
  }
  c.skip(Tok::RBRACK);
  n->elem = type(c);
  return n;
}

ast::Expr* Builder::chanType(Cursor c) {
  const Token& first = c.take();
  auto* n = node<ast::ChanType>(NodeKind::ChanType, pos(first));
  if (first.type == Tok::ARROW) {
    n->dir = ast::ChanDir::Recv;
    c.skip(Tok::CHAN);
  } else if (c.skip(Tok::CHAN_ARROW)) {
    n->dir = ast::ChanDir::Send;
  }
  n->elem = type(c);
  return n;
}

ast::FuncType* Builder::funcType(Cursor c) {
  Pos at = pos(c.take());
  return signature(c.enter(), at);
}

ast::FuncType* Builder::signature(Cursor c, Pos at) {
  auto* n = node<ast::FuncType>(NodeKind::FuncType, at);
  c.skip(Tok::LPAREN);
  if (c.atRule()) n->params = params(c.enter());
  c.take();
  if (!c.done()) n->results = result(c.enter());
  return n;
}

Slice<ast::Field*> Builder::result(Cursor c) {
  if (c.at(Rule::ResultList)) {
    Cursor list = c.enter();
    list.skip(Tok::LPAREN);
    return list.atRule() ? params(list.enter()) : Slice<ast::Field*>{};
  }
  auto* f = node<ast::Field>(NodeKind::Ident, pos(c.firstToken()));
  f->typeExpr = type(c);
  return Slice<ast::Field*>::of(arena_, {f});
}

// ---- structs and interfaces ---------------------------------------------------------------------------------------

ast::StructType* Builder::structType(Cursor c) {
  auto* n = node<ast::StructType>(NodeKind::StructType, pos(c.take()));
  size_t mark = fields_.size();
  while (!c.done()) {
    if (c.atRule())
      fieldDecl(c.enter(), fields_);
    else
      c.take();
  }
  n->fields = take(fields_, mark);
  return n;
}

void Builder::fieldDecl(Cursor c, std::vector<ast::Field*>& out) {
  size_t from = out.size();
  auto add = [&](ast::Ident* name, ast::Expr* type, Pos at) {
    auto* f = node<ast::Field>(NodeKind::Ident, at);
    f->name = name;
    f->typeExpr = type;
    f->embedded = name == nullptr;
    out.push_back(f);
  };
  if (c.atRule()) {  // *T, or (T), which is an error
    ast::Expr* t = type(c);
    checkEmbedded(t);
    add(nullptr, t, t->pos);
  } else {
    ast::Ident* name = ident(c.take());
    bool isArray = true;
    ast::Expr* t = nullptr;
    size_t mark = idents_.size();
    idents_.push_back(name);
    while (c.skip(Tok::COMMA)) idents_.push_back(ident(c.take()));
    if (c.done() || c.at(Tok::DOT) || c.at(Rule::Literal)) {
      t = qualified(c, name);
    } else {
      t = c.at(Rule::ArrayOrArgs) ? arrayOrArgs(c.enter(), name, &isArray) : type(c);
      if (isArray) {
        for (size_t i = mark; i < idents_.size(); i++) add(idents_[i], t, idents_[i]->pos);
        t = nullptr;
      }
    }
    idents_.resize(mark);
    if (t != nullptr) add(nullptr, t, name->pos);
  }
  if (c.done()) return;
  ast::BasicLit* tag = literal(c.enter().take());
  if (tag->lit != ast::LitKind::String) error(tag->pos, "struct field tag must be a string");
  for (size_t i = from; i < out.size(); i++) out[i]->tag = tag;
}

// An embedded field is a type name or a pointer to one.
void Builder::checkEmbedded(const ast::Expr* t) {
  if (t->kind == NodeKind::ParenExpr) return error(t->pos, "cannot parenthesize embedded type");
  t = static_cast<const ast::StarExpr*>(t)->x;
  switch (t->kind) {
    case NodeKind::Ident:
    case NodeKind::SelectorExpr:
    case NodeKind::IndexExpr: return;
    case NodeKind::ParenExpr: return error(t->pos, "cannot parenthesize embedded type");
    default: error(t->pos, "unexpected " + std::string(ast::exprString(arena_, t)) + ", expected name");
  }
}

ast::InterfaceType* Builder::interfaceType(Cursor c) {
  auto* n = node<ast::InterfaceType>(NodeKind::InterfaceType, pos(c.take()));
  size_t mark = fields_.size();
  while (!c.done()) {
    if (c.atRule())
      fields_.push_back(interfaceElem(c.enter()));
    else
      c.take();
  }
  n->elems = take(fields_, mark);
  return n;
}

ast::Field* Builder::interfaceElem(Cursor c) {
  auto* f = node<ast::Field>(NodeKind::Ident, pos(c.firstToken()));
  if (!c.atToken()) {
    f->typeExpr = typeUnion(c.enter());
    f->embedded = true;
    return f;
  }
  f->name = ident(c.take());
  Slice<ast::Field*> typeParams;
  if (c.at(Tok::TPARAM_LBRACK)) {
    const Token& open = c.take();
    if (c.atToken()) {
      errors_.error(c.take().off, "empty type parameter list");
    } else {
      Cursor list = c.enter();
      typeParams = tparams(list, pos(c.take()));
      errors_.error(open.off, "interface method must have no type parameters");
    }
  }
  ast::FuncType* sig = signature(c.enter(), f->pos);
  sig->tparams = typeParams;
  f->typeExpr = sig;
  return f;
}

ast::Expr* Builder::typeUnion(Cursor c) {
  ast::Expr* x = term(c.enter());
  while (!c.done()) {
    auto* n = node<ast::BinaryExpr>(NodeKind::BinaryExpr, x->pos);
    n->op = ast::Op::Or;
    n->opPos = pos(c.take());
    n->x = x;
    n->y = term(c.enter());
    x = n;
  }
  return x;
}

ast::Expr* Builder::term(Cursor c) {
  if (!c.atToken()) return type(c);
  auto* n = node<ast::UnaryExpr>(NodeKind::UnaryExpr, pos(c.take()));
  n->op = ast::Op::Tilde;
  n->x = type(c);
  return n;
}

ast::Expr* Builder::arrayOrArgs(Cursor c, ast::Ident* name, bool* isArray) {
  Pos at = pos(c.take());
  *isArray = true;
  if (c.atToken()) return arrayRest(c, at);  // []T, [...]T

  size_t mark = exprs_.size();
  Pos close;
  bool comma = false;
  while (c.at(Rule::Expr) || c.atToken()) {
    if (c.atRule()) {
      exprs_.push_back(expr(c.enter()));
      continue;
    }
    const Token& t = c.take();
    comma = comma || canonical(t.type) == Tok::COMMA;
    close = pos(t);
    if (t.type == Tok::RBRACK) break;
  }
  Slice<ast::Expr*> list = take(exprs_, mark);
  if (!c.done()) {
    if (comma) error(close, "unexpected comma; expected ]");
    auto* n = node<ast::ArrayType>(NodeKind::ArrayType, at);
    n->len = list[0];
    n->elem = type(c);
    return n;
  }
  *isArray = false;
  auto* n = node<ast::IndexExpr>(NodeKind::IndexExpr, name->pos);
  n->x = name;
  n->indices = list;
  n->lbrack = at;
  n->rbrack = close;
  return n;
}

// ---- parameters ---------------------------------------------------------------------------------------------------

Slice<ast::Field*> Builder::params(Cursor c) {
  size_t mark = fields_.size();
  while (!c.done()) {
    if (c.atRule())
      fields_.push_back(param(c.enter()));
    else
      c.take();
  }
  distribute(fields_, mark);
  return take(fields_, mark);
}

// A name alone is left as a name without a type.
ast::Field* Builder::param(Cursor c) {
  auto* f = node<ast::Field>(NodeKind::Ident, pos(c.firstToken()));
  auto rest = [&]() -> ast::Expr* {
    if (!c.at(Rule::Variadic)) return type(c);
    Cursor v = c.enter();
    auto* n = node<ast::Ellipsis>(NodeKind::Ellipsis, pos(v.take()));
    n->elem = type(v);
    return n;
  };
  if (c.atRule()) {
    f->typeExpr = rest();
    return f;
  }
  ast::Ident* name = ident(c.take());
  if (c.done()) {
    f->name = name;
  } else if (c.at(Tok::DOT)) {
    f->typeExpr = qualified(c, name);
  } else if (c.at(Rule::ArrayOrArgs)) {
    bool isArray = false;
    f->typeExpr = arrayOrArgs(c.enter(), name, &isArray);
    if (isArray) f->name = name;
  } else {
    f->name = name;
    f->typeExpr = rest();
  }
  return f;
}

void Builder::distribute(std::vector<ast::Field*>& list, size_t from) {
  bool named = false;
  for (size_t i = from; i < list.size(); i++) named = named || (list[i]->name != nullptr && list[i]->typeExpr != nullptr);
  if (!named) {
    for (size_t i = from; i < list.size(); i++) {
      if (list[i]->name == nullptr) continue;
      list[i]->typeExpr = list[i]->name;
      list[i]->name = nullptr;
    }
    return;
  }
  ast::Expr* shared = nullptr;
  Pos wrong;
  for (size_t i = list.size(); i-- > from;) {
    ast::Field* f = list[i];
    if (f->typeExpr != nullptr) {
      shared = f->typeExpr;
      if (f->name == nullptr) wrong = f->pos;
    } else if (shared != nullptr) {
      f->typeExpr = shared;
    } else {
      wrong = f->pos;
      f->typeExpr = node<ast::BadExpr>(NodeKind::BadExpr, f->pos);
    }
  }
  if (wrong.valid()) error(wrong, "mixed named and unnamed parameters");
}

Slice<ast::Field*> Builder::tparams(Cursor c, Pos closing) {
  size_t mark = fields_.size();
  while (!c.done()) {
    if (c.atToken()) {
      c.take();
      continue;
    }
    Cursor p = c.enter();
    auto* f = node<ast::Field>(NodeKind::Ident, pos(p.firstToken()));
    f->name = ident(p.take());
    if (!p.done()) f->typeExpr = typeUnion(p.enter());
    fields_.push_back(f);
  }
  ast::Expr* shared = nullptr;
  for (size_t i = fields_.size(); i-- > mark;) {
    if (fields_[i]->typeExpr == nullptr) fields_[i]->typeExpr = shared;
    shared = fields_[i]->typeExpr;
  }
  if (shared == nullptr || fields_.back()->typeExpr == nullptr) error(closing, "missing type constraint");
  return take(fields_, mark);
}

}  // namespace hood::syntax
