// for range over a func. The body becomes a function that the iterator calls for each element:
//
//   for x := range f { body }    =>    f(func(x T) bool { body; return true })
//
// What leaves the body otherwise (return, goto, break and continue of outer loops) notes where it wants to go, makes the body
// return false, and goes there when the iterator has returned; a loop around this one, itself a body, does the same again.
// Deferred calls and recover() belong to the function around all loops. A state variable catches iterators that call the
// body when they may not, as Go's rewrite does (cmd/compile/internal/rangefunc); once iterator and body are inlined, pass
// `states` sees that it cannot happen, and the loop is a plain one.
#include "base/check.h"
#include "compiler/ir/ast_walk.h"
#include "compiler/ir/func_builder.h"

namespace hood::ir {

using ast::NodeKind;

namespace {

// As stdlib/src/runtime/range.go numbers them.
enum LoopState : int64_t { kDone, kReady, kPanic, kExhausted, kMissingPanic };

bool containsReturn(ast::Node* body) {
  bool found = false;
  walk(body, [&](ast::Node* n) {
    if (n->kind == NodeKind::ReturnStmt) found = true;
    return !found && n->kind != NodeKind::FuncLit;
  });
  return found;
}

bool contains(ast::Node* body, ast::Node* wanted) {
  bool found = false;
  walk(body, [&](ast::Node* n) {
    if (n == wanted) found = true;
    return !found && n->kind != NodeKind::FuncLit;
  });
  return found;
}

}  // namespace

bool FuncBuilder::returnsFromRangeFunc(ast::Node* body) {
  bool found = false;
  walk(body, [&](ast::Node* n) {
    if (found || n->kind == NodeKind::FuncLit) return false;
    if (n->kind == NodeKind::RangeStmt) {
      auto* s = ast::as<ast::RangeStmt>(n);
      found = types::asSignature(typeOf(s->x)) && containsReturn(s->body);
    }
    return !found;
  });
  return found;
}

// A variable that loop bodies share with the function; reassigned: so it lives on the heap, until a pass knows better.
types::Var* FuncBuilder::hiddenVar(std::string_view name, Type* type, bool reassigned) {
  auto* v = pb.in.ctx->make<types::Var>();
  v->name = name;
  v->type = type;
  v->captured = true;
  v->reassigned = reassigned;
  return v;
}

void FuncBuilder::setVar(types::Var* v, int64_t value) {
  RegId r = constInt(v->type, value);
  store(varPlace(v, pos_), r);
}

// ---- the loop -------------------------------------------------------------------------------------------------

void FuncBuilder::rangeFunc(ast::RangeStmt* s) {
  Type* xt = typeOf(s->x);
  Type* yieldType = types::asSignature(xt)->params->vars[0]->type;
  CallPlan p;
  p.kind = CallPlan::Closure;
  p.hasFun = true;
  p.pos = s->pos;
  p.operands = {copyOf(expr(s->x))};
  p.operandTypes = {xt, yieldType};
  types::Var* outerList = deferList_;
  types::Var* outerToken = frameToken_;
  if (!loop_) declareFrameLinks(s);
  FuncLoop loop;
  loop.stmt = s;
  loop.state = hiddenVar("state", t.integer, true);
  loop.next = hiddenVar("next", t.integer, true);
  declare(loop.state, constInt(t.integer, kReady));
  declare(loop.next, constInt(t.integer, 0));
  Func* fn = pb.newNested(root()->f, pb.closureName(root()->f, pkg_, "-range"), pkg_, s->pos);
  fn->rangeBody = true;
  FuncBuilder inner(pb, fn, pkg_, this);
  inner.loop_ = &loop;
  inner.buildRangeBody(types::asSignature(yieldType));
  std::vector<RegId> regs;
  std::vector<Type*> captured;
  for (const Capture& c : inner.captures_) {
    regs.push_back(c.outerReg);
    captured.push_back(c.type);
  }
  p.operands.push_back(makeClosure(fn, regs, captured, s->pos));
  emitCall(p);
  pos_ = s->pos;
  afterRangeFunc(loop);
  deferList_ = outerList;
  frameToken_ = outerToken;
}

// What ties deferred calls and recover() of the bodies to this function's frame.
void FuncBuilder::declareFrameLinks(ast::RangeStmt* s) {
  if (containsDefer(s->body)) {
    RegId list = newObject(t.pointer);
    emit(Op::DeferRange).a = {list};
    deferList_ = hiddenVar("defers", regType(list), false);
    declare(deferList_, list);
  }
  if (containsRecover(s->body)) {
    frameToken_ = hiddenVar("frame", t.integer, false);
    declare(frameToken_, emitTo(Op::FrameToken, t.integer, t.integer));
  }
}

// The iterator has returned: did it have to panic, and where does the loop go on?
void FuncBuilder::afterRangeFunc(FuncLoop& loop) {
  Block* broken = newBlock();
  Block* well = newBlock();
  RegId state = load(varPlace(loop.state, pos_));
  branch(binary(Op::Eq, t.integer, state, constInt(t.integer, kPanic), t.boolean), broken, well);
  start(broken);
  rangeStateBroken(constInt(t.integer, kMissingPanic));
  start(well);
  setVar(loop.state, kExhausted);
  if (loop.exits.empty()) return;
  RegId next = load(varPlace(loop.next, pos_));
  for (size_t k = 0; k < loop.exits.size(); k++) {
    Block* take = newBlock();
    Block* other = newBlock();
    branch(binary(Op::Eq, t.integer, next, constInt(t.integer, static_cast<int64_t>(k) + 1), t.boolean), take, other);
    start(take);
    pos_ = loop.stmt->pos;
    Exit e = loop.exits[k];
    if (e.branch)
      branchStmt(e.branch);
    else if (loop_)
      leaveLoop(e);
    else
      returnResults();
    start(other);
  }
}

void FuncBuilder::rangeStateBroken(RegId state) {
  if (types::Func* raise = pb.runtimeFunc("panicrangestate")) {
    Instr& i = emit(Op::Call);
    i.func = pb.funcFor(raise);
    i.args = {{state}};
    emit(Op::Unreachable);
    cur = nullptr;
  } else {
    panicText("range function broke the rules of its loop", pos_);
  }
}

// ---- the body -------------------------------------------------------------------------------------------------

void FuncBuilder::buildRangeBody(types::Signature* yield) {
  ast::RangeStmt* s = loop_->stmt;
  f->endPos = s->body->rbrace;
  pos_ = s->pos;
  std::vector<RegId> values;
  for (types::Var* v : yield->params->vars) {
    values.push_back(var(v->type, v->name));
    f->paramTypes.push_back(v->type);
    f->params.push_back(values.back());
  }
  Type* result = yield->results->vars[0]->type;
  f->resultTypes = {result};
  Block* ready = newBlock();
  Block* broken = newBlock();
  Block* cont = newBlock();
  Block* brk = newBlock();
  RegId state = load(varPlace(loop_->state, pos_));
  branch(binary(Op::Eq, t.integer, state, constInt(t.integer, kReady), t.boolean), ready, broken);
  start(ready);
  setVar(loop_->state, kPanic);
  ast::Expr* lhs[2] = {s->key, s->val};
  bool both = values.size() == 2 && bindInPhases(
                                        s, values[0], f->paramTypes[0], [&] { return values[1]; }, f->paramTypes[1]);
  for (size_t k = 0; k < values.size() && !both; k++) bindRange(s, lhs[k], values[k], f->paramTypes[k]);
  loopBody(s, brk, cont);
  start(cont);
  pos_ = s->body->rbrace;
  setVar(loop_->state, kReady);
  ret({constInt(result, 1)});
  start(brk);
  setVar(loop_->state, kDone);
  ret({constInt(result, 0)});
  start(broken);
  pos_ = s->pos;
  rangeStateBroken(state);
  finish();
}

// Whether the branch stays in this function.
bool FuncBuilder::owns(const Exit& e) {
  if (!loop_) return true;
  if (!e.branch) return false;
  switch (e.branch->branch) {
    case ast::BranchKind::Goto: return contains(loop_->stmt->body, e.branch->target);
    case ast::BranchKind::Fallthrough: return true;
    default: return targetOf(e.branch) != nullptr;
  }
}

void FuncBuilder::leaveLoop(Exit e) {
  size_t k = 0;
  for (; k < loop_->exits.size(); k++) {
    ast::BranchStmt* b = loop_->exits[k].branch;
    bool same = b && e.branch ? b->branch == e.branch->branch && b->target == e.branch->target : b == e.branch;
    if (same) break;
  }
  if (k == loop_->exits.size()) loop_->exits.push_back(e);
  setVar(loop_->next, static_cast<int64_t>(k) + 1);
  FuncBuilder* b = this;
  for (; b->loop_ && !b->owns(e); b = b->outer_) setVar(b->loop_->state, kDone);
  // A break of the loop whose body b is ends that one, too, before b gets to see it.
  bool ends = e.branch && e.branch->branch == ast::BranchKind::Break;
  if (ends && b->loop_ && e.branch->target == b->loop_->stmt) setVar(b->loop_->state, kDone);
  ret({constInt(f->resultTypes[0], 0)});
}

// return, with the function's result variables on the heap: see declareResults().
void FuncBuilder::returnFromLoop(const std::vector<RegId>& vals) {
  std::vector<RegId> copies;
  for (RegId v : vals) copies.push_back(vals.size() > 1 ? copyOf(v) : v);
  for (size_t i = 0; i < copies.size(); i++) store(varPlace(root()->resultVars_[i], pos_), copies[i]);
  leaveLoop({nullptr});
}

// *list = &RangeDefer{fn, *list}
void FuncBuilder::deferInLoop(RegId fn) {
  auto* record = pb.in.ctx->make<types::Struct>();
  for (const char* name : {"fn", "next"}) {
    auto* v = pb.in.ctx->make<types::Var>();
    v->isField = true;
    v->name = name;
    v->type = t.pointer;
    record->fields.push_back(v);
  }
  RegId r = newObject(record);
  RegId listVar = load(varPlace(root()->deferList_, pos_));
  Place list = memPlace(listVar, t.pointer, true, pos_);
  Place field = memPlace(r, t.pointer, true, pos_);
  store(field, fn);
  field.off = 8;
  store(field, load(list));
  store(list, r);
}

}  // namespace hood::ir
