// select: channels and values to send are evaluated in source order, then one runtime operation chooses.
#include "base/check.h"
#include "compiler/ir/ast_walk.h"
#include "compiler/ir/func_builder.h"

namespace hood::ir {

using ast::NodeKind;

namespace {

// The receive expression of a comm clause.
ast::UnaryExpr* receiveOf(ast::CommClause* c) {
  ast::Expr* x = nullptr;
  if (c->comm->kind == NodeKind::ExprStmt) x = ast::as<ast::ExprStmt>(c->comm)->x;
  if (c->comm->kind == NodeKind::AssignStmt) x = ast::as<ast::AssignStmt>(c->comm)->rhs[0];
  return ast::as<ast::UnaryExpr>(unparen(x));
}

}  // namespace

void FuncBuilder::selectStmt(ast::SelectStmt* s) {
  Block* end = newBlock();
  targets_.push_back({s, end, nullptr});
  if (selectSingle(s)) {
    targets_.pop_back();
    start(end);
    return;
  }
  SelectInfo info;
  std::vector<RegId> got;
  for (ast::CommClause* c : s->clauses) {
    if (!c->comm) {
      info.hasDefault = true;
      continue;
    }
    pos_ = c->pos;
    SelectCase k;
    if (c->comm->kind == NodeKind::SendStmt) {
      auto* snd = ast::as<ast::SendStmt>(c->comm);
      k.send = true;
      k.chanType = typeOf(snd->chan);
      std::vector<RegId> ops = exprList({snd->chan, snd->value}, {k.chanType, types::asChan(k.chanType)->elem});
      k.chan = {copyOf(ops[0])};
      k.value = {copyOf(ops[1])};
      got.push_back(kNoReg);
    } else {
      ast::UnaryExpr* r = receiveOf(c);
      k.chanType = typeOf(r->x);
      k.chan = {copyOf(expr(r->x))};
      if (c->comm->kind == NodeKind::AssignStmt) k.recv = temp(types::asChan(k.chanType)->elem);
      got.push_back(k.recv);
    }
    info.cases.push_back(k);
  }
  pos_ = s->pos;
  RegId index = temp(t.integer), ok = temp(t.boolean);
  bool forever = info.cases.empty() && !info.hasDefault;
  std::vector<RegId> results{index, ok};
  for (RegId r : got)
    if (r != kNoReg) results.push_back(r);
  f->selects.push_back(std::move(info));
  Instr& i = emit(Op::Select);
  i.imm = static_cast<int64_t>(f->selects.size() - 1);
  i.results = results;
  if (forever) {
    emit(Op::Unreachable);
    cur = nullptr;
  } else {
    selectDispatch(s, got, index, ok);
  }
  targets_.pop_back();
  start(end);
}

// A select with one clause is that clause's operation.
bool FuncBuilder::selectSingle(ast::SelectStmt* s) {
  if (s->clauses.size() != 1) return false;
  ast::CommClause* c = s->clauses[0];
  // What the value goes to is evaluated after the receive; in an assignment statement it would come first.
  if (c->comm && c->comm->kind == NodeKind::AssignStmt && !ast::as<ast::AssignStmt>(c->comm)->define)
    for (ast::Expr* l : ast::as<ast::AssignStmt>(c->comm)->lhs)
      if (unparen(l)->kind != NodeKind::Ident) return false;
  if (c->comm) stmt(c->comm);
  stmts(c->body);
  return true;
}

void FuncBuilder::selectDispatch(ast::SelectStmt* s, const std::vector<RegId>& got, RegId index, RegId ok) {
  Block* end = targets_.back().brk;
  ast::CommClause* def = nullptr;
  bool hasDefault = s->clauses.size() != got.size();
  size_t k = 0;
  for (ast::CommClause* c : s->clauses) {
    if (!c->comm) {
      def = c;
      continue;
    }
    Block* body = newBlock();
    Block* next = nullptr;
    if (k + 1 == got.size() && !hasDefault) {
      jump(body);  // nothing else is left
    } else {
      next = newBlock();
      branch(binary(Op::Eq, t.integer, index, constInt(t.integer, static_cast<int64_t>(k)), t.boolean), body, next);
    }
    start(body);
    Type* elem = c->comm->kind == NodeKind::SendStmt ? nullptr : types::asChan(typeOf(receiveOf(c)->x))->elem;
    selectBody(c, got[k], ok, elem);
    jump(end);
    if (next) start(next);
    k++;
  }
  if (def) stmts(def->body);
  jump(end);
}

// Binds what a receive got, then runs the clause's body.
void FuncBuilder::selectBody(ast::CommClause* c, RegId got, RegId ok, Type* elem) {
  if (c->comm->kind == NodeKind::AssignStmt) {
    auto* a = ast::as<ast::AssignStmt>(c->comm);
    RegId vals[2] = {got, ok};
    Type* from[2] = {elem, t.boolean};
    std::vector<Place> places(a->lhs.size());
    for (size_t i = 0; i < a->lhs.size(); i++)
      if (!definedVar(a->lhs[i], a->define)) places[i] = pinned(lhsPlace(a->lhs[i]));
    for (size_t i = 0; i < a->lhs.size(); i++) {
      if (types::Var* v = definedVar(a->lhs[i], a->define)) {
        declare(v, vals[i]);
      } else if (places[i].kind != Place::Blank) {
        store(places[i], implicitConvert(vals[i], from[i], places[i].type, c->pos));
      }
    }
  }
  stmts(c->body);
}

}  // namespace hood::ir
