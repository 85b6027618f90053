// Expressions. The grammar has them flat: operators and suffixes are put in order here, with loops instead of recursion,
// so that a chain of thousands of operands is no problem.
#include "compiler/syntax/builder.h"

namespace hood::syntax {

using ast::NodeKind;
using ast::Op;

namespace {

// The tree of a chain is as deep as the chain is long; later phases walk it.
constexpr uint32_t kMaxChain = 20000;
constexpr size_t kMaxUnary = 5000;

int precedence(Tok t) {
  switch (t) {
    case Tok::LOR: return 1;
    case Tok::LAND: return 2;
    case Tok::EQL:
    case Tok::NEQ:
    case Tok::LSS:
    case Tok::LEQ:
    case Tok::GTR:
    case Tok::GEQ: return 3;
    case Tok::PLUS:
    case Tok::MINUS:
    case Tok::OR:
    case Tok::CARET: return 4;
    default: return 5;
  }
}

}  // namespace

Op operatorOf(Tok t) {
  switch (t) {
    case Tok::PLUS: return Op::Add;
    case Tok::MINUS: return Op::Sub;
    case Tok::STAR: return Op::Mul;
    case Tok::SLASH: return Op::Quo;
    case Tok::PERCENT: return Op::Rem;
    case Tok::AMP: return Op::And;
    case Tok::OR: return Op::Or;
    case Tok::CARET: return Op::Xor;
    case Tok::SHL: return Op::Shl;
    case Tok::SHR: return Op::Shr;
    case Tok::AND_NOT: return Op::AndNot;
    case Tok::LAND: return Op::LAnd;
    case Tok::LOR: return Op::LOr;
    case Tok::EQL: return Op::Eql;
    case Tok::NEQ: return Op::Neq;
    case Tok::LSS: return Op::Lss;
    case Tok::LEQ: return Op::Leq;
    case Tok::GTR: return Op::Gtr;
    case Tok::GEQ: return Op::Geq;
    case Tok::NOT: return Op::Not;
    case Tok::ARROW: return Op::Arrow;
    case Tok::TILDE: return Op::Tilde;
    default: return Op::None;
  }
}

Slice<ast::Expr*> Builder::exprList(Cursor c) {
  size_t mark = exprs_.size();
  while (!c.done()) {
    if (c.atRule())
      exprs_.push_back(expr(c.enter()));
    else
      c.take();
  }
  return take(exprs_, mark);
}

// ---- operators ----------------------------------------------------------------------------------------------------

ast::Expr* Builder::expr(Cursor c) {
  ast::Expr* x = unary(c.enter());
  if (c.done()) return x;

  // Operators that wait for their right operand; their precedences rise, so there are five at most.
  struct {
    ast::Expr* x;
    const Token* op;
  } waiting[5];
  int n = 0;
  auto reduce = [&] {
    n--;
    auto* b = node<ast::BinaryExpr>(NodeKind::BinaryExpr, waiting[n].x->pos);
    b->op = operatorOf(waiting[n].op->type);
    b->opPos = pos(*waiting[n].op);
    b->x = waiting[n].x;
    b->y = x;
    x = b;
  };
  for (uint32_t length = 0; !c.done(); length++) {
    const Token& op = c.take();
    if (length == kMaxChain) {
      error(op, "expression too long");
      throw StopParsing{};
    }
    while (n > 0 && precedence(waiting[n - 1].op->type) >= precedence(op.type)) reduce();
    waiting[n++] = {x, &op};
    x = unary(c.enter());
  }
  while (n > 0) reduce();
  return x;
}

ast::Expr* Builder::unary(Cursor c) {
  size_t mark = ops_.size();
  while (c.atToken() && !c.at(Tok::FUNC)) ops_.push_back(&c.take());
  if (ops_.size() - mark > kMaxUnary) {
    error(*ops_[mark], "nesting too deep");
    throw StopParsing{};
  }
  const Token& after = c.tokenAfter();
  ast::Expr* x = primary(c);
  while (ops_.size() > mark) {
    x = applyUnary(*ops_.back(), x, after);
    ops_.pop_back();
  }
  return x;
}

ast::Expr* Builder::applyUnary(const Token& op, ast::Expr* x, const Token& after) {
  if (op.type == Tok::ARROW) return receive(pos(op), x, after);
  if (op.type == Tok::STAR) {
    auto* n = node<ast::StarExpr>(NodeKind::StarExpr, pos(op));
    n->x = x;
    return n;
  }
  auto* n = node<ast::UnaryExpr>(NodeKind::UnaryExpr, pos(op));
  n->op = op.type == Tok::AMP ? Op::Addr : operatorOf(op.type);
  n->x = x;
  return n;
}

// <-x receives, unless x is a channel type: then the arrow belongs to the type, and <-chan<- T is <-chan (<-T): an error
// unless T is itself a channel whose direction can be passed on.
ast::Expr* Builder::receive(Pos at, ast::Expr* x, const Token& after) {
  if (x->kind != NodeKind::ChanType) {
    auto* n = node<ast::UnaryExpr>(NodeKind::UnaryExpr, at);
    n->op = Op::Arrow;
    n->x = x;
    return n;
  }
  ast::ChanDir dir = ast::ChanDir::Send;
  ast::Expr* t = x;
  while (dir == ast::ChanDir::Send && t->kind == NodeKind::ChanType) {
    auto* ch = static_cast<ast::ChanType*>(t);
    dir = ch->dir;
    if (dir == ast::ChanDir::Recv) error(after, "unexpected <-, expected chan");
    ch->dir = ast::ChanDir::Recv;
    ch->pos = t == x ? at : ch->pos;
    t = ch->elem;
  }
  if (dir == ast::ChanDir::Send) {
    error(after, "unexpected " + std::string(ast::exprString(arena_, t)) + ", expected chan");
  }
  return x;
}

// ---- operands and suffixes ----------------------------------------------------------------------------------------

ast::Expr* Builder::primary(Cursor& c) {
  ast::Expr* x = nullptr;
  if (c.at(Rule::Operand)) {
    x = operand(c.enter());
  } else if (c.at(Tok::FUNC)) {
    Pos at = pos(c.take());
    ast::FuncType* sig = signature(c.enter(), at);
    x = sig;
    if (c.at(Rule::FuncBody)) {
      auto* f = node<ast::FuncLit>(NodeKind::FuncLit, at);
      f->sig = sig;
      f->body = block(c.enter());
      x = f;
    }
  } else {
    x = type(c);
  }
  for (uint32_t length = 0; !c.done(); length++) {
    if (length == kMaxChain) {
      error(c.firstToken(), "expression too long");
      throw StopParsing{};
    }
    x = suffix(x, c);
  }
  return x;
}

ast::Expr* Builder::operand(Cursor c) {
  const Token& t = c.take();
  if (t.type == Tok::NAME) return ident(t);
  if (t.type != Tok::LPAREN) return literal(t);
  auto* n = node<ast::ParenExpr>(NodeKind::ParenExpr, pos(t));
  n->x = expr(c.enter());
  return n;
}

ast::BasicLit* Builder::literal(const Token& t) {
  auto* n = node<ast::BasicLit>(NodeKind::BasicLit, pos(t));
  n->lit = static_cast<ast::LitKind>(t.detail);
  n->text = text(t);
  return n;
}

ast::Expr* Builder::suffix(ast::Expr* x, Cursor& c) {
  Rule r = c.rule();
  Cursor s = c.enter();
  switch (r) {
    case Rule::Selector: return selector(x, s);
    case Rule::Index: return index(x, s);
    case Rule::Arguments: return call(x, s);
    default: return compositeLit(x, s);
  }
}

ast::Expr* Builder::selector(ast::Expr* x, Cursor c) {
  c.skip(Tok::DOT);
  if (c.at(Tok::NAME)) {
    auto* n = node<ast::SelectorExpr>(NodeKind::SelectorExpr, x->pos);
    n->x = x;
    n->sel = ident(c.take());
    return n;
  }
  auto* n = node<ast::TypeAssertExpr>(NodeKind::TypeAssertExpr, x->pos);
  n->x = x;
  c.skip(Tok::LPAREN);
  if (c.atRule()) n->typeExpr = type(c);
  return n;
}

ast::Expr* Builder::index(ast::Expr* x, Cursor c) {
  Pos open = pos(c.take());
  if (c.at(Rule::SliceTail)) return slice(x, nullptr, c);
  size_t mark = exprs_.size();
  exprs_.push_back(expr(c.enter()));
  if (c.at(Rule::SliceTail)) {
    ast::Expr* lo = exprs_.back();
    exprs_.pop_back();
    return slice(x, lo, c);
  }
  auto* n = node<ast::IndexExpr>(NodeKind::IndexExpr, x->pos);
  n->x = x;
  n->lbrack = open;
  while (!c.done()) {
    if (c.atRule())
      exprs_.push_back(expr(c.enter()));
    else
      n->rbrack = pos(c.take());  // commas, and ] at last
  }
  n->indices = take(exprs_, mark);
  return n;
}

ast::Expr* Builder::slice(ast::Expr* x, ast::Expr* lo, Cursor& c) {
  auto* n = node<ast::SliceExpr>(NodeKind::SliceExpr, x->pos);
  n->x = x;
  n->lo = lo;
  Cursor tail = c.enter();
  tail.skip(Tok::COLON);
  if (tail.atRule()) n->hi = expr(tail.enter());
  const Token& close = c.take();
  n->rbrack = pos(close);
  if (tail.done()) return n;

  const Token& second = tail.take();
  n->slice3 = true;
  if (n->hi == nullptr) errors_.error(second.off, "middle index required in 3-index slice");
  if (!tail.done())
    n->max = expr(tail.enter());
  else
    errors_.error(close.off, "final index required in 3-index slice");
  return n;
}

ast::Expr* Builder::call(ast::Expr* fun, Cursor c) {
  auto* n = node<ast::CallExpr>(NodeKind::CallExpr, fun->pos);
  n->fun = fun;
  n->lparen = pos(c.take());
  size_t mark = exprs_.size();
  while (!c.done()) {
    if (c.atRule()) {
      // gc expects the closing parenthesis after `...` and at most one comma.
      if (n->ellipsis) error(c.firstToken(), "unexpected " + describe(c.firstToken()) + ", expected )");
      exprs_.push_back(expr(c.enter()));
      continue;
    }
    const Token& t = c.take();
    if (t.type == Tok::ELLIPSIS) n->ellipsis = true;
    n->rparen = pos(t);
  }
  n->args = take(exprs_, mark);
  return n;
}

// ---- composite literals -------------------------------------------------------------------------------------------

namespace {

// Must it be a value? Then it is no literal's type.
bool isValue(const ast::Expr* x) {
  switch (x->kind) {
    case NodeKind::BasicLit:
    case NodeKind::CompositeLit:
    case NodeKind::FuncLit:
    case NodeKind::SliceExpr:
    case NodeKind::TypeAssertExpr:
    case NodeKind::CallExpr:
    case NodeKind::UnaryExpr:
    case NodeKind::BinaryExpr: return true;
    case NodeKind::ParenExpr: return isValue(static_cast<const ast::ParenExpr*>(x)->x);
    case NodeKind::IndexExpr: {
      auto* i = static_cast<const ast::IndexExpr*>(x);
      for (const ast::Expr* arg : i->indices) {
        if (isValue(arg)) return true;
      }
      return isValue(i->x);
    }
    default: return false;
  }
}

bool mayBeLiteralType(const ast::Expr* x) {
  switch (x->kind) {
    case NodeKind::Ident:
    case NodeKind::SelectorExpr:
    case NodeKind::ArrayType:
    case NodeKind::StructType:
    case NodeKind::MapType: return true;
    case NodeKind::IndexExpr: return !isValue(x);
    default: return false;
  }
}

}  // namespace

// `type` is nullptr for an element whose type is elided.
ast::Expr* Builder::compositeLit(ast::Expr* type, Cursor c) {
  const Token& open = c.take();
  auto* n = node<ast::CompositeLit>(NodeKind::CompositeLit, type != nullptr ? type->pos : pos(open));
  n->typeExpr = type;
  n->lbrace = pos(open);
  if (type != nullptr) {
    ast::Expr* bare = ast::unparen(type);
    if (!mayBeLiteralType(bare))
      error(open, "unexpected { at end of statement");
    else if (bare != type)
      error(open, "cannot parenthesize type in composite literal");
  }
  size_t mark = exprs_.size();
  while (!c.done()) {
    if (c.atRule())
      exprs_.push_back(element(c.enter()));
    else
      n->rbrace = pos(c.take());  // commas, and } at last
  }
  n->elems = take(exprs_, mark);
  return n;
}

ast::Expr* Builder::element(Cursor c) {
  ast::Expr* x = elementValue(c);
  if (c.done()) return x;
  auto* kv = node<ast::KeyValueExpr>(NodeKind::KeyValueExpr, x->pos);
  kv->key = x;
  kv->colon = pos(c.take());
  kv->val = elementValue(c);
  return kv;
}

ast::Expr* Builder::elementValue(Cursor& c) {
  bool literal = c.at(Rule::LitValue);
  return literal ? compositeLit(nullptr, c.enter()) : expr(c.enter());
}

}  // namespace hood::syntax
