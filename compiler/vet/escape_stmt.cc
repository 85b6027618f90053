// Statements.
#include "compiler/vet/escape_build.h"
#include "compiler/vet/pass.h"

namespace hood::vet {

using ast::NodeKind;

void EscBuilder::block(const Slice<ast::Stmt*>& list) {
  int depth = loopDepth_;
  stmts(list);
  loopDepth_ = depth;
}

void EscBuilder::stmts(const Slice<ast::Stmt*>& list) {
  for (ast::Stmt* s : list) stmt(s);
}

void EscBuilder::stmt(ast::Stmt* s) {
  if (s == nullptr) return;
  switch (s->kind) {
    case NodeKind::DeclStmt: return declStmt(ast::as<ast::DeclStmt>(s));
    case NodeKind::LabeledStmt:
      // gc looks for a goto back to it; a label of a loop is not one.
      return stmt(ast::as<ast::LabeledStmt>(s)->stmt);
    case NodeKind::ExprStmt: {
      ast::Expr* x = ast::unparen(ast::as<ast::ExprStmt>(s)->x);
      if (x->kind == NodeKind::CallExpr) return call({}, ast::as<ast::CallExpr>(x));
      return discard(x);
    }
    case NodeKind::SendStmt: {
      auto* n = ast::as<ast::SendStmt>(s);
      discard(n->chan);
      types::Chan* c = types::asChan(n->chan->type);
      nameAt_ = ast::startPos(n->chan);
      convert(g_.heap(), n->value, c != nullptr ? c->elem : nullptr);
      nameAt_ = {};
      return;
    }
    case NodeKind::IncDecStmt: {
      addr(ast::as<ast::IncDecStmt>(s)->x);
      return markReassigned(ast::as<ast::IncDecStmt>(s)->x);
    }
    case NodeKind::AssignStmt: return assign(ast::as<ast::AssignStmt>(s));
    case NodeKind::GoStmt: return goDefer(ast::as<ast::GoStmt>(s)->call, true);
    case NodeKind::DeferStmt: return goDefer(ast::as<ast::DeferStmt>(s)->call, false);
    case NodeKind::ReturnStmt: return returnStmt(ast::as<ast::ReturnStmt>(s));
    case NodeKind::BlockStmt: return block(ast::as<ast::BlockStmt>(s)->stmts);
    case NodeKind::IfStmt: {
      auto* n = ast::as<ast::IfStmt>(s);
      stmt(n->init);
      discard(n->cond);
      block(n->then->stmts);
      return stmt(n->els);
    }
    case NodeKind::SwitchStmt: {
      auto* n = ast::as<ast::SwitchStmt>(s);
      stmt(n->init);
      discard(n->tag);
      for (ast::CaseClause* c : n->clauses) {
        for (ast::Expr* e : c->exprs) discard(e);
        block(c->body);
      }
      return;
    }
    case NodeKind::TypeSwitchStmt: return typeSwitch(ast::as<ast::TypeSwitchStmt>(s));
    case NodeKind::SelectStmt: return selectStmt(ast::as<ast::SelectStmt>(s));
    case NodeKind::ForStmt: {
      auto* n = ast::as<ast::ForStmt>(s);
      stmt(n->init);
      loopDepth_++;
      discard(n->cond);
      stmt(n->post);
      block(n->body->stmts);
      loopDepth_--;
      return;
    }
    case NodeKind::RangeStmt: return rangeStmt(ast::as<ast::RangeStmt>(s));
    default: return;
  }
}

// ---- variables and assignments -------------------------------------------------------------------------------------

void EscBuilder::declStmt(ast::DeclStmt* s) {
  for (ast::Decl* d : s->decls) {
    if (d->kind != NodeKind::VarDecl) continue;
    auto* v = ast::as<ast::VarDecl>(d);
    for (ast::Ident* name : v->names) define(name);
    if (v->values.size() == v->names.size()) {
      for (size_t i = 0; i < v->names.size(); i++) assignTo(v->names[i], v->values[i], true, v->pos);
    } else if (v->values.size() == 1) {
      std::vector<Hole> ks;
      for (ast::Ident* name : v->names) ks.push_back(addr(name));
      ast::Expr* x = ast::unparen(v->values[0]);
      if (x->kind == NodeKind::CallExpr) {
        call(ks, ast::as<ast::CallExpr>(x));
      } else {
        expr(ks[0], x);
      }
    }
  }
}

void EscBuilder::define(ast::Expr* lhs) {
  if (lhs == nullptr || lhs->kind != NodeKind::Ident) return;
  auto* id = ast::as<ast::Ident>(lhs);
  if (id->obj != nullptr && id->obj->kind == types::ObjectKind::Var && id->obj->pos == id->pos) declareVar(id->obj);
}

void EscBuilder::markReassigned(ast::Expr* lhs) {
  Hole k = addr(lhs);
  if (!g_.isDiscard(k)) k.dst->reassigned = true;
}

void EscBuilder::assignTo(ast::Expr* lhs, ast::Expr* rhs, bool defines, Pos op) {
  ast::Expr* x = ast::unparen(rhs);
  if (defines && lhs->kind == NodeKind::Ident && x->kind == NodeKind::FuncLit) {
    auto* v = static_cast<types::Var*>(ast::as<ast::Ident>(lhs)->obj);
    if (v != nullptr && !v->reassigned && !v->addrTaken) bound_[v] = ast::as<ast::FuncLit>(x);
  }
  types::Type* to = lhs->type;
  if (lhs->kind == NodeKind::Ident && ast::as<ast::Ident>(lhs)->obj != nullptr) to = ast::as<ast::Ident>(lhs)->obj->type;
  Hole k = addr(lhs);
  if (!defines) valueAt_ = ast::startPos(lhs);
  convert(ignoresSelfAssignment(lhs, x, op) ? g_.discard() : k, rhs, to);
  valueAt_ = {};
}

namespace {

// The same place, however often it is evaluated.
bool sameSafeExpr(ast::Expr* a, ast::Expr* b) {
  a = ast::unparen(a), b = ast::unparen(b);
  if (a->kind != b->kind) return false;
  switch (a->kind) {
    case NodeKind::Ident:
      return ast::as<ast::Ident>(a)->obj != nullptr && ast::as<ast::Ident>(a)->obj == ast::as<ast::Ident>(b)->obj;
    case NodeKind::SelectorExpr: {
      auto *x = ast::as<ast::SelectorExpr>(a), *y = ast::as<ast::SelectorExpr>(b);
      return x->selection != nullptr && objectOf(x) == objectOf(y) && sameSafeExpr(x->x, y->x);
    }
    case NodeKind::StarExpr: return sameSafeExpr(ast::as<ast::StarExpr>(a)->x, ast::as<ast::StarExpr>(b)->x);
    case NodeKind::IndexExpr: {
      auto *x = ast::as<ast::IndexExpr>(a), *y = ast::as<ast::IndexExpr>(b);
      return sameSafeExpr(x->x, y->x) && sameSafeExpr(x->indices[0], y->indices[0]);
    }
    case NodeKind::BasicLit: return ast::as<ast::BasicLit>(a)->text == ast::as<ast::BasicLit>(b)->text;
    default: return false;
  }
}

bool isField(ast::Expr* e) {
  if (e->kind != NodeKind::SelectorExpr) return false;
  auto* s = ast::as<ast::SelectorExpr>(e)->selection;
  return s != nullptr && s->kind == types::SelectionKind::Field;
}

// The variable that p.f (or *p) goes through.
types::Object* pointerBehind(ast::Expr* e) {
  e = ast::unparen(e);
  ast::Expr* p = nullptr;
  if (e->kind == NodeKind::StarExpr) p = ast::as<ast::StarExpr>(e)->x;
  if (isField(e)) p = ast::as<ast::SelectorExpr>(e)->x;
  if (p == nullptr || p->kind != NodeKind::Ident || types::asPointer(p->type) == nullptr) return nullptr;
  return ast::as<ast::Ident>(p)->obj;
}

}  // namespace

// val.x = val.y and b.buf = b.buf[i:j] change no lifetimes.
bool EscBuilder::ignoresSelfAssignment(ast::Expr* lhs, ast::Expr* rhs, Pos where) {
  lhs = ast::unparen(lhs), rhs = ast::unparen(rhs);
  bool ignores = false;
  if (rhs->kind == NodeKind::SliceExpr) {
    ast::Expr* x = ast::as<ast::SliceExpr>(rhs)->x;
    types::Object* p = pointerBehind(lhs);
    ignores = p != nullptr && p == pointerBehind(x) && types::asArray(x->type) == nullptr;
  } else if (isField(lhs) && isField(rhs)) {
    ignores = sameSafeExpr(ast::as<ast::SelectorExpr>(lhs)->x, ast::as<ast::SelectorExpr>(rhs)->x);
  } else if (lhs->kind == NodeKind::IndexExpr && rhs->kind == NodeKind::IndexExpr) {
    auto *x = ast::as<ast::IndexExpr>(lhs), *y = ast::as<ast::IndexExpr>(rhs);
    bool maps = types::asMap(x->x->type) != nullptr || types::asMap(y->x->type) != nullptr;
    ignores = !maps && !hasSideEffects(x->indices[0]) && !hasSideEffects(y->indices[0]) && sameSafeExpr(x->x, y->x);
  }
  if (ignores) {
    std::string name = cur_->func != nullptr ? functionName(cur_->func, &in_.pkg) : "func";
    in_.note(at(where), name + " ignoring self-assignment in " + str(lhs) + " = " + str(rhs));
  }
  return ignores;
}

void EscBuilder::assign(ast::AssignStmt* s) {
  if (s->op != ast::Op::None) {
    expr(addr(s->lhs[0]), s->rhs[0]);
    return markReassigned(s->lhs[0]);
  }
  if (s->define)
    for (ast::Expr* e : s->lhs) define(e);
  auto isNew = [&](ast::Expr* e) {
    if (!s->define || e->kind != NodeKind::Ident) return false;
    auto* id = ast::as<ast::Ident>(e);
    return id->obj != nullptr && id->obj->pos == id->pos;
  };
  nameAt_ = ast::startPos(s->lhs[0]);
  if (s->lhs.size() == s->rhs.size()) {
    for (size_t i = 0; i < s->lhs.size(); i++) assignTo(s->lhs[i], s->rhs[i], isNew(s->lhs[i]), s->opPos);
  } else {
    std::vector<Hole> ks;
    for (ast::Expr* e : s->lhs) ks.push_back(addr(e));
    ast::Expr* x = ast::unparen(s->rhs[0]);
    if (x->kind == NodeKind::CallExpr && x->type != nullptr && x->type->kind == types::TypeKind::Tuple) {
      call(ks, ast::as<ast::CallExpr>(x));
    } else {
      expr(ks[0], x);
    }
  }
  nameAt_ = {};
  for (ast::Expr* e : s->lhs)
    if (!isNew(e)) markReassigned(e);
}

// Where an assignment to e goes.
Hole EscBuilder::addr(ast::Expr* e) {
  e = ast::unparen(e);
  switch (e->kind) {
    case NodeKind::Ident: {
      types::Object* o = ast::as<ast::Ident>(e)->obj;
      if (o == nullptr) return g_.discard();  // _
      Location* l = variable(o);
      return l != nullptr ? Hole{l} : g_.heap();
    }
    case NodeKind::SelectorExpr: {
      auto* s = ast::as<ast::SelectorExpr>(e);
      if (s->selection != nullptr && !s->selection->indirect && types::asPointer(s->x->type) == nullptr) return addr(s->x);
      discard(s->x);
      return g_.heap();
    }
    case NodeKind::IndexExpr: {
      auto* i = ast::as<ast::IndexExpr>(e);
      if (types::Map* m = types::asMap(i->x->type)) {
        discard(i->x);
        convert(g_.heap(), i->indices[0], m->key);
        return g_.heap();
      }
      discard(i->indices[0]);
      if (types::asArray(i->x->type) != nullptr) return addr(i->x);
      discard(i->x);
      return g_.heap();
    }
    default: discard(e); return g_.heap();
  }
}

// ---- the other statements ------------------------------------------------------------------------------------------

void EscBuilder::rangeStmt(ast::RangeStmt* s) {
  Location* over = temporary();
  expr({over}, s->x);
  loopDepth_++;
  if (s->define) {
    if (s->key != nullptr) define(s->key);
    if (s->val != nullptr) define(s->val);
  }
  if (s->key != nullptr) markReassigned(s->key);
  if (s->val != nullptr) {
    Hole k = addr(s->val);
    if (mayPoint(s->val->type)) g_.flow(types::asArray(s->x->type) != nullptr ? k : k.shift(1), over);
    markReassigned(s->val);
  }
  block(s->body->stmts);
  loopDepth_--;
}

void EscBuilder::typeSwitch(ast::TypeSwitchStmt* s) {
  stmt(s->init);
  Location* subject = temporary();
  for (ast::CaseClause* c : s->clauses) {
    if (c->implicitObj == nullptr) continue;
    Location* l = declareVar(c->implicitObj);
    types::Type* t = l->type;
    if (!mayPoint(t)) continue;
    bool inside = !types::isInterface(t) && !types::isDirectIface(t);
    g_.flow(inside ? Hole{l}.shift(1) : Hole{l}, subject);
  }
  expr({subject}, s->x);
  for (ast::CaseClause* c : s->clauses) block(c->body);
}

void EscBuilder::selectStmt(ast::SelectStmt* s) {
  for (ast::CommClause* c : s->clauses) {
    int depth = loopDepth_;
    stmt(c->comm);
    stmts(c->body);
    loopDepth_ = depth;
  }
}

void EscBuilder::returnStmt(ast::ReturnStmt* s) {
  const std::vector<Location*>& to = inlineResults_ != nullptr ? *inlineResults_ : cur_->results;
  nameAt_ = s->pos;
  if (s->results.size() == to.size()) {
    for (size_t i = 0; i < to.size(); i++) convert({to[i]}, s->results[i], to[i]->type);
  } else if (s->results.size() == 1) {
    std::vector<Hole> ks;
    for (Location* l : to) ks.push_back({l});
    ast::Expr* x = ast::unparen(s->results[0]);
    if (x->kind == NodeKind::CallExpr) call(ks, ast::as<ast::CallExpr>(x));
  }
  nameAt_ = {};
  if (!s->results.empty())
    for (Location* l : to) l->reassigned = true;
}

// What a go statement's call needs goes to another stack; what a deferred call needs stays until the end.
void EscBuilder::goDefer(ast::Expr* e, bool isGo) {
  e = ast::unparen(e);
  if (e->kind != NodeKind::CallExpr) return;
  auto* c = ast::as<ast::CallExpr>(e);
  Hole k = g_.heap();
  if (!isGo && loopDepth_ == 1) k = {temporary()};
  ast::Expr* fun = ast::unparen(c->fun);
  auto* sig = types::asSignature(fun->type);
  bool plain = sig != nullptr && sig->recv == nullptr && sig->params->vars.empty() && sig->results->vars.empty();
  if (plain && c->args.empty() && fun->kind != NodeKind::SelectorExpr) return expr(k, fun);
  // A wrapper captures the arguments by value.
  Hole inside;
  Location* wrapper = spill(k, c->pos, {}, nullptr, &inside);
  wrapper->quiet = true;
  wrapper_ = &inside;
  call({}, c, true);
  wrapper_ = nullptr;
}

}  // namespace hood::vet
