// Statements. The grammar takes any simple statement where Go wants a condition, a label or a range clause; the checks
// here are those of gc's parser, at its positions.
#include "compiler/syntax/builder.h"

namespace hood::syntax {

using ast::NodeKind;

ast::BlockStmt* Builder::block(Cursor c) {
  auto* n = node<ast::BlockStmt>(NodeKind::BlockStmt, pos(c.take()));
  n->stmts = stmtList(c.enter());
  n->rbrace = pos(c.take());
  return n;
}

Slice<ast::Stmt*> Builder::stmtList(Cursor c) {
  size_t mark = stmts_.size();
  while (!c.done()) {
    if (c.atRule()) {
      stmts_.push_back(stmt(c));
      if (c.at(Tok::SEMI) || c.at(Tok::TRAILING_SEMI)) c.take();
    } else {
      stmts_.push_back(node<ast::EmptyStmt>(NodeKind::EmptyStmt, pos(c.take())));
    }
  }
  return take(stmts_, mark);
}

ast::Stmt* Builder::stmt(Cursor& c) {
  switch (c.rule()) {
    case Rule::LabeledOrSimple: return labeledOrSimple(c.enter());
    case Rule::Block: return block(c.enter());
    case Rule::IfStmt: return ifStmt(c.enter());
    case Rule::ForStmt: return forStmt(c.enter());
    case Rule::SwitchStmt: return switchStmt(c.enter());
    case Rule::SelectStmt: return selectStmt(c.enter());
    case Rule::CallStmt: return callStmt(c.enter());
    case Rule::BranchStmt: return branchStmt(c.enter());
    case Rule::GotoStmt: {
      Cursor g = c.enter();
      auto* n = node<ast::BranchStmt>(NodeKind::BranchStmt, pos(g.take()));
      n->branch = ast::BranchKind::Goto;
      n->label = ident(g.take());
      return n;
    }
    case Rule::ReturnStmt: {
      Cursor r = c.enter();
      auto* n = node<ast::ReturnStmt>(NodeKind::ReturnStmt, pos(r.take()));
      if (!r.done()) n->results = exprList(r.enter());
      return n;
    }
    default: return declStmt(c);
  }
}

ast::Stmt* Builder::declStmt(Cursor& c) {
  auto* n = node<ast::DeclStmt>(NodeKind::DeclStmt, pos(c.firstToken()));
  std::vector<ast::Decl*> decls;
  declaration(c, decls);
  n->decls = Slice<ast::Decl*>::of(arena_, decls);
  return n;
}

// ---- simple statements --------------------------------------------------------------------------------------------

ast::Stmt* Builder::labeledOrSimple(Cursor c) {
  Cursor whole = c;
  ast::Stmt* s = simpleStmt(c.enter());
  if (c.done()) return s;

  const Token& colon = c.take();
  ast::Expr* x = s->kind == NodeKind::ExprStmt ? static_cast<ast::ExprStmt*>(s)->x : nullptr;
  if (x == nullptr || x->kind != NodeKind::Ident) {
    error(colon, "unexpected : at end of statement");
    return s;
  }
  auto* n = node<ast::LabeledStmt>(NodeKind::LabeledStmt, s->pos);
  n->label = static_cast<ast::Ident*>(x);
  n->stmt = c.done() ? node<ast::EmptyStmt>(NodeKind::EmptyStmt, pos(whole.tokenAfter())) : stmt(c);
  return n;
}

ast::Stmt* Builder::simpleStmt(Cursor c) {
  Pos at = pos(c.firstToken());
  auto wrongRange = [&](Cursor r) {
    error(r.firstToken(), "unexpected keyword range, expected expression");
    return node<ast::BadStmt>(NodeKind::BadStmt, at);
  };
  Slice<ast::Expr*> lhs = exprList(c.enter());
  bool assigns = c.at(Tok::ASSIGN) || c.at(Tok::DEFINE);
  if (lhs.size() > 1 && !assigns) {
    const Token& next = c.take();
    error(next, "unexpected " + describe(next) + ", expected := or = or comma");
    return node<ast::BadStmt>(NodeKind::BadStmt, at);
  }
  if (c.done()) {
    auto* n = node<ast::ExprStmt>(NodeKind::ExprStmt, at);
    n->x = lhs[0];
    return n;
  }
  const Token& op = c.take();
  switch (op.type) {
    case Tok::INC:
    case Tok::DEC: {
      auto* n = node<ast::IncDecStmt>(NodeKind::IncDecStmt, at);
      n->x = lhs[0];
      n->dec = op.type == Tok::DEC;
      return n;
    }
    case Tok::ARROW: {
      auto* n = node<ast::SendStmt>(NodeKind::SendStmt, at);
      n->chan = lhs[0];
      n->arrow = pos(op);
      n->value = expr(c.enter());
      return n;
    }
    default: break;
  }
  if (c.at(Rule::RangeClause)) return wrongRange(c.enter());
  auto* n = node<ast::AssignStmt>(NodeKind::AssignStmt, at);
  n->lhs = lhs;
  n->opPos = pos(op);
  n->define = op.type == Tok::DEFINE;
  if (op.type != Tok::ASSIGN_OP) {
    n->rhs = exprList(c.enter());
    return n;
  }
  static constexpr struct {
    std::string_view text;
    ast::Op op;
  } kOps[] = {{"+=", ast::Op::Add},  {"-=", ast::Op::Sub},  {"*=", ast::Op::Mul},    {"/=", ast::Op::Quo},
              {"%=", ast::Op::Rem},  {"&=", ast::Op::And},  {"|=", ast::Op::Or},     {"^=", ast::Op::Xor},
              {"<<=", ast::Op::Shl}, {">>=", ast::Op::Shr}, {"&^=", ast::Op::AndNot}};
  for (const auto& o : kOps) {
    if (o.text == text(op)) n->op = o.op;
  }
  n->rhs = Slice<ast::Expr*>::of(arena_, {expr(c.enter())});
  return n;
}

ast::Stmt* Builder::callStmt(Cursor c) {
  const Token& keyword = c.take();
  Pos at = pos(keyword);
  ast::Expr* call = expr(c.enter());
  if (ast::Expr* bare = ast::unparen(call); bare != call) {
    errors_.error(call->pos.off - file_.base, "expression in " + std::string(text(keyword)) + " must not be parenthesized");
    call = bare;
  }
  if (call->kind != NodeKind::CallExpr) {
    errors_.error(call->pos.off - file_.base, "expression in " + std::string(text(keyword)) + " must be function call");
  }
  if (keyword.type == Tok::GO) {
    auto* n = node<ast::GoStmt>(NodeKind::GoStmt, at);
    n->call = call;
    return n;
  }
  auto* n = node<ast::DeferStmt>(NodeKind::DeferStmt, at);
  n->call = call;
  return n;
}

ast::Stmt* Builder::branchStmt(Cursor c) {
  const Token& keyword = c.take();
  auto* n = node<ast::BranchStmt>(NodeKind::BranchStmt, pos(keyword));
  n->branch = keyword.type == Tok::BREAK      ? ast::BranchKind::Break
              : keyword.type == Tok::CONTINUE ? ast::BranchKind::Continue
                                              : ast::BranchKind::Fallthrough;
  if (!c.done()) n->label = ident(c.take());
  return n;
}

// ---- headers ------------------------------------------------------------------------------------------------------

// simpleStmt? ( ; simpleStmt? )?: a lone statement is the condition.
Builder::Header Builder::header(Cursor c, const char* statement) {
  Header h;
  checkVar(c, statement);
  if (c.atRule()) h.cond = simpleStmt(c.enter());
  if (c.done()) return h;
  h.init = h.cond;
  h.semi = &c.take();
  h.cond = c.done() ? nullptr : simpleStmt(c.enter());
  return h;
}

// People coming from C++ write `for (var i = 0; …`.
void Builder::checkVar(Cursor& c, const char* statement) {
  if (!c.at(Tok::VAR)) return;
  const Token& after = (&c.take())[1];
  error(after, std::string("var declaration not allowed in ") + statement + " initializer");
}

// The expression of a statement that must be one.
ast::Expr* Builder::condition(ast::Stmt* s) {
  if (s == nullptr) return nullptr;
  if (s->kind == NodeKind::ExprStmt) return static_cast<ast::ExprStmt*>(s)->x;
  if (s->kind != NodeKind::BadStmt) {
    Pos at = s->pos;
    if (s->kind == NodeKind::AssignStmt) at = static_cast<ast::AssignStmt*>(s)->opPos;
    if (s->kind == NodeKind::SendStmt) at = static_cast<ast::SendStmt*>(s)->arrow;
    error(at, "cannot use " + stmtString(s) + " as value");
  }
  return node<ast::BadExpr>(NodeKind::BadExpr, s->pos);
}

// As gc prints a simple statement; an assignment stands out, because == was probably meant.
std::string Builder::stmtString(const ast::Stmt* s) {
  auto str = [&](const ast::Expr* e) { return std::string(ast::exprString(arena_, e)); };
  auto list = [&](const Slice<ast::Expr*>& l) {
    std::string out;
    for (const ast::Expr* e : l) out += (out.empty() ? "" : ", ") + str(e);
    return out;
  };
  auto emphasize = [&](const Slice<ast::Expr*>& l) {
    bool binary = l.size() == 1 && l[0]->kind == NodeKind::BinaryExpr;
    return binary ? "(" + list(l) + ")" : list(l);
  };
  switch (s->kind) {
    case NodeKind::IncDecStmt: {
      auto* i = static_cast<const ast::IncDecStmt*>(s);
      return str(i->x) + (i->dec ? "--" : "++");
    }
    case NodeKind::SendStmt: {
      auto* x = static_cast<const ast::SendStmt*>(s);
      return str(x->chan) + " <- " + str(x->value);
    }
    case NodeKind::AssignStmt: {
      auto* a = static_cast<const ast::AssignStmt*>(s);
      if (a->define) return list(a->lhs) + " := " + list(a->rhs);
      if (a->op == ast::Op::None) return "assignment " + emphasize(a->lhs) + " = " + emphasize(a->rhs);
      return list(a->lhs) + " " + ast::opString(a->op) + "= " + list(a->rhs);
    }
    default: return "statement";
  }
}

ast::Stmt* Builder::ifStmt(Cursor c) {
  const Token& keyword = c.take();
  auto* n = node<ast::IfStmt>(NodeKind::IfStmt, pos(keyword));
  Header h = header(c.enter(), "if");
  n->init = h.init;
  n->cond = condition(h.cond);
  if (n->cond == nullptr) {
    if (h.semi == nullptr) {
      error(c.firstToken(), "missing condition in if statement");
    } else if (h.semi->detail != static_cast<uint8_t>(SemiKind::Semicolon)) {
      error(*h.semi, "unexpected " + describe(*h.semi) + ", expected { after if clause");
    } else {
      error(*h.semi, "missing condition in if statement");
    }
    n->cond = node<ast::BadExpr>(NodeKind::BadExpr, n->pos);
  }
  n->then = block(c.enter());
  if (c.skip(Tok::ELSE)) n->els = stmt(c);
  return n;
}

// ---- loops --------------------------------------------------------------------------------------------------------

ast::Stmt* Builder::forStmt(Cursor c) {
  Pos at = pos(c.take());
  Cursor h = c.enter();
  checkVar(h, "for");
  if (h.atRule()) {
    Cursor s = h, first = h;
    if (h.at(Rule::SimpleStmt)) {
      s = first.enter();
      s.enter();
      if (!s.done()) s.take();
    }
    if (s.at(Rule::RangeClause)) {
      ast::Stmt* r = rangeStmt(h);
      if (!h.done()) error(h.firstToken(), "unexpected " + describe(h.firstToken()) + ", expected { after for clause");
      r->pos = at;
      static_cast<ast::RangeStmt*>(r)->body = block(c.enter());
      return r;
    }
  }
  auto* n = node<ast::ForStmt>(NodeKind::ForStmt, at);
  ast::Stmt* lone = h.atRule() ? simpleStmt(h.enter()) : nullptr;
  if (h.done()) {
    n->cond = condition(lone);
  } else {
    n->init = lone;
    h.take();
    if (h.atRule()) n->cond = condition(simpleStmt(h.enter()));
    h.take();
    if (!h.done()) n->post = simpleStmt(h.enter());
    if (n->post != nullptr && n->post->kind == NodeKind::AssignStmt) {
      auto* a = static_cast<ast::AssignStmt*>(n->post);
      if (a->define) error(a->opPos, "cannot declare in post statement of for loop");
    }
  }
  n->body = block(c.enter());
  return n;
}

// `range x`, or the simpleStmt that ends in it; steps over it.
ast::Stmt* Builder::rangeStmt(Cursor& h) {
  auto* n = node<ast::RangeStmt>(NodeKind::RangeStmt, pos(h.firstToken()));
  Cursor c = h;
  if (h.at(Rule::SimpleStmt))
    c = h.enter();
  else
    h.enter();
  if (c.at(Rule::ExprList)) {
    Slice<ast::Expr*> lhs = exprList(c.enter());
    const Token& op = c.take();
    n->define = op.type == Tok::DEFINE;
    n->opPos = pos(op);
    n->key = lhs[0];
    if (lhs.size() > 1) n->val = lhs[1];
    if (lhs.size() > 2) errors_.error(lhs[2]->pos.off - file_.base, "range clause permits at most two iteration variables");
  }
  Cursor r = c.enter();
  r.skip(Tok::RANGE);
  n->x = expr(r.enter());
  return n;
}

// ---- switch and select --------------------------------------------------------------------------------------------

ast::Stmt* Builder::switchStmt(Cursor c) {
  Pos at = pos(c.take());
  Header h = header(c.enter(), "switch");
  c.skip(Tok::HEADER_BODY);
  std::vector<ast::CaseClause*> clauses;
  while (c.atRule()) clauses.push_back(caseClause(c.enter()));
  Pos rbrace = pos(c.take());

  // x.(type) or v := x.(type)?
  ast::Expr* guard = nullptr;
  ast::Ident* bind = nullptr;
  if (h.cond != nullptr && h.cond->kind == NodeKind::ExprStmt) {
    guard = static_cast<ast::ExprStmt*>(h.cond)->x;
  } else if (h.cond != nullptr && h.cond->kind == NodeKind::AssignStmt) {
    auto* a = static_cast<ast::AssignStmt*>(h.cond);
    if (a->define && a->lhs.size() == 1 && a->rhs.size() == 1 && a->lhs[0]->kind == NodeKind::Ident) {
      guard = a->rhs[0];
      bind = static_cast<ast::Ident*>(a->lhs[0]);
    }
  }
  if (guard != nullptr && guard->kind == NodeKind::TypeAssertExpr &&
      static_cast<ast::TypeAssertExpr*>(guard)->typeExpr == nullptr) {
    auto* n = node<ast::TypeSwitchStmt>(NodeKind::TypeSwitchStmt, at);
    n->init = h.init;
    n->bind = bind;
    n->x = static_cast<ast::TypeAssertExpr*>(guard)->x;
    n->clauses = Slice<ast::CaseClause*>::of(arena_, clauses);
    n->rbrace = rbrace;
    return n;
  }
  auto* n = node<ast::SwitchStmt>(NodeKind::SwitchStmt, at);
  n->init = h.init;
  n->tag = condition(h.cond);
  n->clauses = Slice<ast::CaseClause*>::of(arena_, clauses);
  n->rbrace = rbrace;
  return n;
}

ast::CaseClause* Builder::caseClause(Cursor c) {
  const Token& keyword = c.take();
  auto* n = node<ast::CaseClause>(NodeKind::CaseClause, pos(keyword));
  n->isDefault = keyword.type == Tok::DEFAULT;
  if (!n->isDefault) n->exprs = exprList(c.enter());
  n->colon = pos(c.take());
  n->body = stmtList(c.enter());
  return n;
}

ast::Stmt* Builder::selectStmt(Cursor c) {
  auto* n = node<ast::SelectStmt>(NodeKind::SelectStmt, pos(c.take()));
  c.skip(Tok::HEADER_BODY);
  std::vector<ast::CommClause*> clauses;
  while (c.atRule()) clauses.push_back(commClause(c.enter()));
  n->clauses = Slice<ast::CommClause*>::of(arena_, clauses);
  n->rbrace = pos(c.take());
  return n;
}

ast::CommClause* Builder::commClause(Cursor c) {
  auto* n = node<ast::CommClause>(NodeKind::CommClause, pos(c.take()));
  if (c.atRule()) n->comm = simpleStmt(c.enter());
  n->colon = pos(c.take());
  n->body = stmtList(c.enter());
  return n;
}

}  // namespace hood::syntax
