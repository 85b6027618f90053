// Statements: the dispatcher, if, for, labels and branches, return, declarations.
#include "base/check.h"
#include "compiler/ir/ast_walk.h"
#include "compiler/ir/func_builder.h"

namespace hood::ir {

using ast::NodeKind;

void FuncBuilder::stmts(const Slice<ast::Stmt*>& list) {
  for (ast::Stmt* s : list) stmt(s);
}

void FuncBuilder::stmt(ast::Stmt* s) {
  if (!s) return;
  pos_ = s->pos;
  switch (s->kind) {
    case NodeKind::DeclStmt: declStmt(ast::as<ast::DeclStmt>(s)); break;
    case NodeKind::EmptyStmt: break;
    case NodeKind::LabeledStmt: labeledStmt(ast::as<ast::LabeledStmt>(s)); break;
    case NodeKind::ExprStmt: effects(ast::as<ast::ExprStmt>(s)->x); break;
    case NodeKind::SendStmt: sendStmt(ast::as<ast::SendStmt>(s)); break;
    case NodeKind::IncDecStmt: {
      auto* i = ast::as<ast::IncDecStmt>(s);
      opAssign(i->x, i->dec ? ast::Op::Sub : ast::Op::Add, nullptr, s->pos);
      break;
    }
    case NodeKind::AssignStmt: assignStmt(ast::as<ast::AssignStmt>(s)); break;
    case NodeKind::GoStmt: goDefer(Op::Go, ast::as<ast::GoStmt>(s)->call); break;
    case NodeKind::DeferStmt: goDefer(Op::Defer, ast::as<ast::DeferStmt>(s)->call); break;
    case NodeKind::ReturnStmt: returnStmt(ast::as<ast::ReturnStmt>(s)); break;
    case NodeKind::BranchStmt: branchStmt(ast::as<ast::BranchStmt>(s)); break;
    case NodeKind::BlockStmt: stmts(ast::as<ast::BlockStmt>(s)->stmts); break;
    case NodeKind::IfStmt: ifStmt(ast::as<ast::IfStmt>(s)); break;
    case NodeKind::SwitchStmt: switchStmt(ast::as<ast::SwitchStmt>(s)); break;
    case NodeKind::TypeSwitchStmt: typeSwitchStmt(ast::as<ast::TypeSwitchStmt>(s)); break;
    case NodeKind::SelectStmt: selectStmt(ast::as<ast::SelectStmt>(s)); break;
    case NodeKind::ForStmt: forStmt(ast::as<ast::ForStmt>(s)); break;
    case NodeKind::RangeStmt: rangeStmt(ast::as<ast::RangeStmt>(s)); break;
    default: HOOD_UNREACHABLE("statement kind");
  }
}

void FuncBuilder::declStmt(ast::DeclStmt* s) {
  for (ast::Decl* d : s->decls) {
    if (d->kind != NodeKind::VarDecl) continue;
    auto* v = ast::as<ast::VarDecl>(d);
    pos_ = d->pos;
    if (v->values.empty()) {
      for (ast::Ident* id : v->names)
        if (types::Var* obj = definedVar(id, true)) declare(obj, kNoReg);
    } else if (v->values.size() == v->names.size()) {
      if (v->names.size() == 1) {
        assignOne(v->names[0], v->values[0], true);
        continue;
      }
      std::vector<ast::Expr*> rhs(v->values.begin(), v->values.end());
      std::vector<Type*> to;
      for (size_t i = 0; i < rhs.size(); i++) {
        types::Var* obj = definedVar(v->names[i], true);
        to.push_back(obj ? obj->type : typeOf(rhs[i]));
      }
      std::vector<RegId> vals = exprList(rhs, to);
      for (size_t i = 0; i < rhs.size(); i++)
        if (types::Var* obj = definedVar(v->names[i], true)) declare(obj, vals[i]);
    } else {
      std::vector<ast::Expr*> lhs(v->names.begin(), v->names.end());
      assignMulti(lhs, v->values[0], true);
    }
  }
}

void FuncBuilder::ifStmt(ast::IfStmt* s) {
  stmt(s->init);
  pos_ = s->cond->pos;
  Block* yes = newBlock();
  Block* end = newBlock();
  Block* no = s->els ? newBlock() : end;
  condJump(s->cond, yes, no);
  start(yes);
  stmts(s->then->stmts);
  jump(end);
  if (s->els) {
    start(no);
    stmt(s->els);
    jump(end);
  }
  start(end);
}

void FuncBuilder::sendStmt(ast::SendStmt* s) {
  Type* ct = typeOf(s->chan);
  std::vector<RegId> ops = exprList({s->chan, s->value}, {ct, types::asChan(ct)->elem});
  pos_ = s->pos;
  emit(Op::ChanSend, ct).args = {{ops[0]}, {ops[1]}};
}

// ---- for ------------------------------------------------------------------------------------------------------

namespace {

// The variables that the init statement of a for declares.
std::vector<types::Var*> loopVars(ast::ForStmt* s) {
  std::vector<types::Var*> out;
  if (!s->init || s->init->kind != NodeKind::AssignStmt) return out;
  auto* a = ast::as<ast::AssignStmt>(s->init);
  if (!a->define) return out;
  for (ast::Expr* l : a->lhs) {
    types::Object* o = ast::as<ast::Ident>(unparen(l))->obj;
    if (o && o->kind == types::ObjectKind::Var && o->name != "_") out.push_back(static_cast<types::Var*>(o));
  }
  return out;
}

// Since Go 1.22 each iteration has its own copy, made before the post statement. A closure in the body may then copy the
// value if only the post statement assigns the variable, and no closure of the loop's header sees it.
bool copyableByClosures(ast::ForStmt* s, types::Var* v) {
  return !v->addrTaken && !assigns(s->body, v) && (!s->cond || !assigns(s->cond, v)) && !mentionedInFuncLit(s->cond, v) &&
         !mentionedInFuncLit(s->post, v) && !mentionedInFuncLit(s->init, v);
}

}  // namespace

// Bottom-tested: the condition is evaluated once in front of the loop and again after each iteration.
void FuncBuilder::forStmt(ast::ForStmt* s) {
  std::vector<types::Var*> vars = loopVars(s);
  bool perIteration = pkg_->goMinorAt(s->pos) >= 22;
  if (perIteration)
    for (types::Var* v : vars)
      if (v->captured && copyableByClosures(s, v)) pb.byValueVars.insert(v);
  stmt(s->init);
  Block* body = newBlock();
  Block* cont = newBlock();
  Block* end = newBlock();
  bool twice = s->cond && !containsFuncLit(s->cond);
  Block* head = s->cond && !twice ? newBlock() : nullptr;
  if (head) start(head);
  if (s->cond) {
    pos_ = s->cond->pos;
    condJump(s->cond, body, end);
  }
  start(body);
  targets_.push_back({s, end, cont});
  stmts(s->body->stmts);
  targets_.pop_back();
  start(cont);
  if (perIteration) {
    for (types::Var* v : vars) {
      Storage st = storageOf(v);
      if (st.kind != Storage::Box || !(v->captured || v->addrTaken)) continue;
      RegId old = load(memPlace(st.reg, v->type, true, s->pos));
      RegId fresh = newObject(v->type);
      store(memPlace(fresh, v->type, true, s->pos), old);
      Instr& i = emit(Op::Copy, regType(st.reg));
      i.dst = st.reg;
      i.a = {fresh};
    }
  }
  stmt(s->post);
  if (twice) {
    pos_ = s->cond->pos;
    condJump(s->cond, body, end);
  } else {
    jump(head ? head : body);
  }
  start(end);
}

// ---- labels, branches, return ---------------------------------------------------------------------------------

void FuncBuilder::labeledStmt(ast::LabeledStmt* s) {
  Block*& b = labels_[s];
  if (!b) b = newBlock();
  start(b);
  stmt(s->stmt);
}

void FuncBuilder::branchStmt(ast::BranchStmt* s) {
  if (!owns({s})) {
    leaveLoop({s});
    return;
  }
  switch (s->branch) {
    case ast::BranchKind::Goto: {
      Block*& b = labels_[s->target];
      if (!b) b = newBlock();
      jump(b);
      return;
    }
    case ast::BranchKind::Fallthrough: jump(fallthrough_); return;
    case ast::BranchKind::Break:
    case ast::BranchKind::Continue: break;
  }
  Target* tg = targetOf(s);
  HOOD_CHECK(tg != nullptr);
  jump(s->branch == ast::BranchKind::Break ? tg->brk : tg->cont);
}

// What a break or continue ends; nullptr: it is not in this function but around the loop whose body this is.
FuncBuilder::Target* FuncBuilder::targetOf(ast::BranchStmt* s) {
  ast::Stmt* target = s->target;
  if (target && target->kind == NodeKind::LabeledStmt) target = ast::as<ast::LabeledStmt>(target)->stmt;
  bool brk = s->branch == ast::BranchKind::Break;
  for (size_t i = targets_.size(); i-- > 0;) {
    Target& tg = targets_[i];
    if (target ? tg.stmt == target : (brk || tg.cont)) return &tg;
  }
  return nullptr;
}

void FuncBuilder::returnStmt(ast::ReturnStmt* s) {
  std::vector<ast::Expr*> es(s->results.begin(), s->results.end());
  const std::vector<Type*>& types = root()->f->resultTypes;
  std::vector<RegId> vals;
  if (es.size() == 1 && types.size() > 1) {
    std::vector<Type*> from = tupleTypes(es[0]);
    std::vector<RegId> raw = multiExpr(es[0]);
    for (size_t i = 0; i < raw.size(); i++) vals.push_back(implicitConvert(raw[i], from[i], types[i], es[0]->pos));
  } else if (!es.empty()) {
    vals = exprList(es, types);
  }
  pos_ = s->pos;
  if (loop_) {
    returnFromLoop(vals);
    return;
  }
  bool store = f->hasDefer;
  for (const Storage& r : results_) store = store || r.kind == Storage::Box;
  if (!store && !es.empty()) {
    ret(vals);
    return;
  }
  if (!es.empty()) {
    if (vals.size() > 1)
      for (RegId& v : vals) v = copyOf(v);
    for (size_t i = 0; i < vals.size(); i++) {
      const Storage& r = results_[i];
      Type* type = f->resultTypes[i];
      if (r.kind == Storage::Box) {
        this->store(memPlace(r.reg, type, true, s->pos), vals[i]);
      } else {
        copyTo(r.reg, vals[i]);
      }
    }
  }
  returnResults();
}

}  // namespace hood::ir
