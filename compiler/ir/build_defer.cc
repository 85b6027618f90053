// go and defer. Both evaluate the call's operands at once; what is left is a closure without parameters, a "thunk".
//
// A deferred call has one of two forms. In a function whose defers run at most once each (mayOpenCodeDefers), they are
// open-coded: the statement keeps the operands in registers of the frame and sets a flag, and every return makes the calls
// in line, where they can be inlined. Otherwise the statement makes a record (Op::Defer) that RunDefers takes.
//
// A panic knows records only. So where it meets a frame with open-coded defers it enters that frame's recover block:
//
//   OpenDefers;  for each flag, in source order: if it is set { clear it; make the thunk; Defer };  DefersReady;  RunDefers …
//
// DefersReady goes back to the panic, which then finds records as usual. Up to there the frames above are still in use:
// nothing in between may be a safepoint, call, or write a slot that is not the frame's for good. That is why the operands,
// the flags and the register for the thunk are live-in of the recover block, and so pinned.
// Mirrors the open-coded defers of cmd/compile (ssagen/ssa.go) and runtime/panic.go (runOpenDeferFrame). Book: 7.2.
#include <algorithm>

#include "base/check.h"
#include "compiler/ir/ast_walk.h"
#include "compiler/ir/func_builder.h"

namespace hood::ir {

using ast::NodeKind;

// A closure without parameters that performs the planned call. It captures the operands; its own captures_ entries have no
// variables behind them.
RegId FuncBuilder::thunk(const CallPlan& p, const char* prefix) {
  Func* fn = pb.newNested(root()->f, pb.closureName(root()->f, pkg_, prefix), pkg_, p.pos);
  fn->wrapper = true;
  FuncBuilder inner(pb, fn, pkg_, this);
  inner.pos_ = p.pos;
  CallPlan q = p;
  for (size_t k = 0; k < p.operands.size(); k++) {
    RegId r = fn->newReg(p.operandTypes[k]);
    inner.captures_.push_back({nullptr, p.operands[k], r, p.operandTypes[k]});
    q.operands[k] = r;
  }
  inner.emitCall(q);
  if (inner.cur) inner.ret({});
  fn->hasRecover = p.kind == CallPlan::Builtin && p.builtin == types::BuiltinId::Recover;
  inner.finish();
  return makeClosure(fn, p.operands, p.operandTypes, p.pos);
}

// The func value that performs the planned call: the planned one itself where it takes and gives nothing.
RegId FuncBuilder::deferredClosure(const CallPlan& p, const char* prefix) {
  if (p.resultTypes.empty()) {
    if (p.kind == CallPlan::Closure && p.operands.size() == 1) return p.operands[0];
    if (p.kind == CallPlan::Static && p.operands.empty()) return funcValue(p.func);
  }
  return thunk(p, prefix);
}

void FuncBuilder::goDefer(Op op, ast::Expr* x) {
  auto* e = ast::as<ast::CallExpr>(unparen(x));
  pos_ = e->pos;
  if (op == Op::Defer && openCoded_) return openDefer(e);
  RegId fn = deferredClosure(planLater(e), op == Op::Go ? "gowrap" : "deferwrap");
  if (op == Op::Defer && loop_) {
    deferInLoop(fn);
  } else {
    emit(op).a = {fn};
  }
}

// A nil interface panics at the statement; a nil func value when it is called.
CallPlan FuncBuilder::planLater(ast::CallExpr* e) {
  CallPlan p = planCall(e);
  if (p.kind == CallPlan::Iface) emit(Op::NilCheck, t.pointer).a = {extract(p.operands[0], t.pointer, 0)};
  return p;
}

// ---- open-coded -----------------------------------------------------------------------------------------------

// Holds one value as long as the frame lives: parameters and captures that nobody assigns.
bool FuncBuilder::isStable(RegId r) const {
  if (std::any_of(captures_.begin(), captures_.end(), [r](const Capture& c) { return c.reg == r; })) return true;
  if (std::find(f->params.begin(), f->params.end(), r) == f->params.end()) return false;
  return std::any_of(vars_.begin(), vars_.end(), [r](const auto& v) {
    return v.second.kind == Storage::Register && v.second.reg == r && v.first->isParam && !v.first->reassigned;
  });
}

// A register with r's value that the recover block may read.
RegId FuncBuilder::kept(RegId r) {
  if (isStable(r)) return r;
  RegId k = var(regType(r));
  kept_.push_back(k);
  copyTo(k, r);
  return k;
}

void FuncBuilder::openDefer(ast::CallExpr* e) {
  DeferSite s;
  s.pos = e->pos;
  ast::Expr* fun = unparen(e->fun);
  if (fun->kind == NodeKind::FuncLit && e->args.empty() && types::asSignature(fun->type)->results->vars.empty()) {
    s.litType = fun->type;
    s.lit = literal(ast::as<ast::FuncLit>(fun));
    for (RegId& r : s.lit.captured) r = kept(r);
  } else {
    s.plan = planLater(e);
    for (RegId& r : s.plan.operands) r = kept(r);
  }
  for (ast::Stmt* top : body_->stmts)
    s.always |= top->kind == NodeKind::DeferStmt && unparen(ast::as<ast::DeferStmt>(top)->call) == e;
  s.flag = var(t.boolean, "deferred");
  emit(Op::OpenDefer, t.boolean).dst = s.flag;
  deferSites_.push_back(std::move(s));
}

// The caller's line is where the function returns, not the defer statement's.
void FuncBuilder::callDeferred(const DeferSite& s) {
  copyTo(s.flag, zero(t.boolean));
  CallPlan p = s.plan;
  p.pos = pos_;
  if (s.lit.func != nullptr && s.lit.captured.empty()) {
    p.func = s.lit.func;
  } else if (s.lit.func != nullptr) {
    p.kind = CallPlan::Closure;
    p.hasFun = true;
    p.operands = {makeClosure(s.lit.func, s.lit.captured, s.lit.capturedTypes, pos_)};
    p.operandTypes = {s.litType};
  }
  emitCall(p);
}

// The calls that are due at a return.
void FuncBuilder::runOpenDefers() {
  Pos at = pos_;
  for (size_t k = deferSites_.size(); k-- > 0;) {
    const DeferSite s = deferSites_[k];
    if (s.always) {
      callDeferred(s);
    } else {
      Block* due = newBlock();
      Block* next = newBlock();
      branch(s.flag, due, next);
      start(due);
      callDeferred(s);
      start(next);
    }
    pos_ = at;
  }
}

// What a recovered panic, or with open-coded defers any panic, finds: Func::recoverBlock.
void FuncBuilder::recoverPath() {
  if (cur) emit(Op::Unreachable);
  cur = nullptr;
  f->recoverBlock = newBlock();
  start(f->recoverBlock);
  pos_ = f->pos;
  if (openCoded_) {
    deferredClosure_ = var(t.pointer);
    emit(Op::OpenDefers);
    emit(Op::KeepAlive).args.push_back({deferredClosure_});
    for (size_t k = 0; k < deferSites_.size(); k++) {
      const DeferSite s = deferSites_[k];
      Block* due = newBlock();
      Block* next = newBlock();
      branch(s.flag, due, next);
      start(due);
      pos_ = s.pos;
      copyTo(s.flag, zero(t.boolean));
      copyTo(deferredClosure_, s.lit.func != nullptr ? makeClosure(s.lit.func, s.lit.captured, s.lit.capturedTypes, s.pos)
                                                     : deferredClosure(s.plan, "deferwrap"));
      emit(Op::Defer).a = {deferredClosure_};
      start(next);
      pos_ = f->pos;
    }
    emit(Op::DefersReady);
  }
  emit(Op::RunDefers);
  retResults();
  zeroKept();
}

// In front of everything: a panic may come before the defer statement.
void FuncBuilder::zeroKept() {
  if (!openCoded_) return;
  std::vector<RegId> regs = kept_;
  for (const DeferSite& s : deferSites_) regs.push_back(s.flag);
  regs.push_back(deferredClosure_);
  std::vector<Instr> zeros;
  for (RegId r : regs) {
    Instr i;
    i.op = Op::Zero;
    i.type = regType(r);
    i.dst = r;
    i.pos = f->pos;
    zeros.push_back(std::move(i));
  }
  std::vector<Instr>& entry = order_[0]->instrs;
  entry.insert(entry.begin(), std::make_move_iterator(zeros.begin()), std::make_move_iterator(zeros.end()));
}

}  // namespace hood::ir
