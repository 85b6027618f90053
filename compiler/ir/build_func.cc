// The frame of lowering: emitting instructions, blocks, variables, parameters and results, whole function bodies.
#include <algorithm>

#include "base/check.h"
#include "compiler/ir/ast_walk.h"
#include "compiler/ir/func_builder.h"

namespace hood::ir {

using types::TypeKind;

bool inRegister(Type* t) {
  int64_t size = types::sizeOf(t);
  if (size <= kMaxRegisterBytes) {
    // Arrays of aggregates are cheaper to index in memory, where an element has an address.
    types::Array* a = types::asArray(t);
    bool aggregate = a && (types::asArray(a->elem) || types::asStruct(a->elem));
    return !aggregate || size <= 64;
  }
  types::Array* a = types::asArray(t);
  return a && size <= kMaxRegisterArrayBytes && types::asBasic(a->elem) && types::sizeOf(a->elem) == 8;
}

FuncBuilder::FuncBuilder(ProgramBuilder& p, Func* fn, types::Package* pkg, FuncBuilder* outer)
    : pb(p), t(p.t), f(fn), pkg_(pkg), outer_(outer) {
  start(newBlock());
}

// ---- whole bodies ---------------------------------------------------------------------------------------------

void FuncBuilder::buildBody(types::Signature* sig, ast::BlockStmt* body) {
  f->endPos = body->rbrace;
  f->hasDefer = containsDefer(body);
  openCoded_ = f->hasDefer && mayOpenCodeDefers(body);
  body_ = body;
  f->hasRecover = containsRecover(body);
  pos_ = f->pos;
  declareResults(sig, returnsFromRangeFunc(body));
  declareParams(sig);
  stmts(body->stmts);
  pos_ = body->rbrace;
  // The end of a function with results is unreachable (the checker has seen to it).
  if (cur && f->resultTypes.empty()) returnResults();
  if (f->hasDefer) recoverPath();
  finish();
}

void FuncBuilder::buildInitializer(const types::Initializer& init) {
  pos_ = init.rhs->pos;
  if (init.lhs.size() == 1) {
    types::Var* v = init.lhs[0];
    if (v->name == "_") {
      exprAs(init.rhs, v->type);
    } else {
      storeExpr(varPlace(v, v->pos), init.rhs, false);
    }
  } else {
    std::vector<Type*> from = tupleTypes(init.rhs);
    std::vector<RegId> vals = init.lhs.size() == 2 && unparen(init.rhs)->kind != ast::NodeKind::CallExpr
                                  ? commaOk(init.rhs, from[1])
                                  : multiExpr(init.rhs);
    for (size_t i = 0; i < init.lhs.size(); i++) {
      types::Var* v = init.lhs[i];
      if (v->name == "_") continue;
      RegId r = implicitConvert(vals[i], from[i], v->type, v->pos);
      store(varPlace(v, v->pos), r);
    }
  }
  ret({});
  finish();
}

// Drops unreachable blocks and puts the others in the order in which they were started: source order, so that the
// fall-through path is the likely one and loop bodies are contiguous.
void FuncBuilder::finish() {
  if (cur) emit(Op::Unreachable);
  cur = nullptr;
  insertCaptureLoads();
  std::vector<Block*> stack{order_[0]};
  if (f->recoverBlock) stack.push_back(f->recoverBlock);
  std::unordered_map<Block*, bool> live;
  for (Block* b : stack) live[b] = true;
  while (!stack.empty()) {
    Block* b = stack.back();
    stack.pop_back();
    for (Block* s : b->succ)
      if (!live[s]) {
        live[s] = true;
        stack.push_back(s);
      }
  }
  std::unordered_map<Block*, std::unique_ptr<Block>> owned;
  for (auto& b : f->blocks) {
    Block* raw = b.get();
    owned[raw] = std::move(b);
  }
  f->blocks.clear();
  for (Block* b : order_) {
    if (!live[b]) continue;
    b->id = static_cast<uint32_t>(f->blocks.size());
    f->blocks.push_back(std::move(owned[b]));
  }
  f->computePreds();
}

// ---- emitting -------------------------------------------------------------------------------------------------

Block* FuncBuilder::newBlock() { return f->newBlock(); }

void FuncBuilder::start(Block* b) {
  if (cur) jump(b);
  cur = b;
  order_.push_back(b);
}

Instr& FuncBuilder::emit(Op op, Type* type) {
  if (!cur) start(newBlock());
  cur->instrs.emplace_back();
  Instr& i = cur->instrs.back();
  i.op = op;
  i.type = type;
  i.pos = pos_;
  return i;
}

RegId FuncBuilder::emitTo(Op op, Type* type, Type* dstType) {
  RegId r = temp(dstType);
  emit(op, type).dst = r;
  return r;
}

RegId FuncBuilder::unary(Op op, Type* type, RegId a, Type* dstType) {
  RegId r = temp(dstType);
  Instr& i = emit(op, type);
  i.dst = r;
  i.a = {a};
  return r;
}

RegId FuncBuilder::binary(Op op, Type* type, RegId a, RegId b, Type* dstType) {
  RegId r = temp(dstType);
  Instr& i = emit(op, type);
  i.dst = r;
  i.a = {a};
  i.b = {b};
  return r;
}

RegId FuncBuilder::constInt(Type* type, int64_t v) {
  RegId r = temp(type);
  Instr& i = emit(Op::ConstInt, type);
  i.dst = r;
  i.imm = v;
  return r;
}

RegId FuncBuilder::zero(Type* type) { return emitTo(Op::Zero, type, type); }

RegId FuncBuilder::extract(RegId from, Type* type, int64_t off) {
  if (off == 0 && under(type) == under(regType(from))) return from;
  RegId r = temp(type);
  Instr& i = emit(Op::Extract, type);
  i.dst = r;
  i.a = {from};
  i.off = off;
  return r;
}

void FuncBuilder::insert(RegId into, RegId v, Type* type, int64_t off) {
  Instr& i = emit(Op::Insert, type);
  i.dst = into;
  i.a = {v};
  i.off = off;
}

namespace {

// Whether i reads r: then it may not write r too unless codegen says so, which merges such copies itself.
bool mentions(const Instr& i, RegId r) {
  for (const Use* u : {&i.a, &i.b, &i.c})
    if (u->valid() && u->reg == r) return true;
  for (const Use& u : i.args)
    if (u.valid() && u.reg == r) return true;
  for (RegId d : i.results)
    if (d == r) return true;
  return i.op == Op::Select;
}

}  // namespace

void FuncBuilder::copyTo(RegId dst, RegId src) {
  if (dst == src) return;
  if (cur && !cur->instrs.empty() && !isVarReg(src) && !mentions(cur->instrs.back(), dst)) {
    Instr& last = cur->instrs.back();
    if (last.dst == src) {
      last.dst = dst;
      return;
    }
    for (RegId& r : last.results)
      if (r == src) {
        r = dst;
        return;
      }
  }
  Instr& i = emit(Op::Copy, regType(dst));
  i.dst = dst;
  i.a = {src};
}

RegId FuncBuilder::copyOf(RegId src) {
  if (!isVarReg(src)) return src;
  return unary(Op::Copy, regType(src), src, regType(src));
}

void FuncBuilder::jump(Block* to) {
  if (!cur) return;
  emit(Op::Jump);
  cur->succ = {to};
  cur = nullptr;
}

void FuncBuilder::branch(RegId cond, Block* yes, Block* no) {
  emit(Op::If, t.boolean).a = {cond};
  cur->succ = {yes, no};
  cur = nullptr;
}

void FuncBuilder::ret(const std::vector<RegId>& values) {
  Instr& i = emit(Op::Return);
  for (RegId r : values) i.args.push_back({r});
  cur = nullptr;
}

// ---- variables ------------------------------------------------------------------------------------------------

bool FuncBuilder::needsBox(const types::Var* v) const {
  if (v->addrTaken || !inRegister(v->type) || pb.boxedVars.count(v)) return true;
  if (!v->captured || pb.byValueVars.count(v)) return false;
  return v->reassigned || types::sizeOf(v->type) > kMaxByValueCapture;
}

RegId FuncBuilder::newObject(Type* type) { return emitTo(Op::New, type, pb.in.ctx->pointerTo(type)); }

bool FuncBuilder::inMemory(types::Var* v) { return v->isPackageLevel || (!v->isField && storageOf(v).kind == Storage::Box); }

Storage& FuncBuilder::storageOf(types::Var* v) {
  auto it = vars_.find(v);
  if (it != vars_.end()) return it->second;
  HOOD_CHECK(outer_ != nullptr);
  return vars_[v] = capture(v);
}

// Captured values are loaded from the closure at entry; insertCaptureLoads() emits the loads when all are known.
Storage FuncBuilder::capture(types::Var* v) {
  Storage s = outer_->storageOf(v);
  Type* type = s.kind == Storage::Box ? pb.in.ctx->pointerTo(v->type) : v->type;
  Capture c{v, s.reg, f->newReg(type, v->name), type};
  captures_.push_back(c);
  return {s.kind, c.reg};
}

Storage& FuncBuilder::declare(types::Var* v, RegId init) {
  Storage& s = vars_[v];
  if (needsBox(v)) {
    if (s.kind == Storage::None) s = {Storage::Box, var(pb.in.ctx->pointerTo(v->type), v->name)};
    copyTo(s.reg, newObject(v->type));
    if (init != kNoReg) store(memPlace(s.reg, v->type, true, v->pos), init);
    return s;
  }
  if (s.kind == Storage::None) s = {Storage::Register, var(v->type, v->name)};
  copyTo(s.reg, init != kNoReg ? init : zero(v->type));
  return s;
}

void FuncBuilder::declareParams(types::Signature* sig) {
  std::vector<types::Var*> params;
  if (sig->recv) params.push_back(sig->recv);
  params.insert(params.end(), sig->params->vars.begin(), sig->params->vars.end());
  for (types::Var* v : params) {
    f->paramTypes.push_back(v->type);
    if (v->name.empty() || v->name == "_") {
      f->params.push_back(kNoReg);
      continue;
    }
    RegId r = var(v->type, v->name);
    f->params.push_back(r);
    if (needsBox(v)) {
      declare(v, r);
    } else {
      vars_[v] = {Storage::Register, r};
    }
  }
}

// Result variables exist when they are named, or when a recovered panic must be able to return them; boxed: the body of a
// loop, which is another function, assigns them.
void FuncBuilder::declareResults(types::Signature* sig, bool boxed) {
  for (types::Var* v : sig->results->vars) {
    f->resultTypes.push_back(v->type);
    if (!v->name.empty()) namedResults_ = true;
  }
  if (!namedResults_ && !f->hasDefer && !boxed) return;
  for (types::Var* v : sig->results->vars) {
    Storage s;
    if (boxed || (!v->name.empty() && (v->captured || needsBox(v)))) {
      s = {Storage::Box, var(pb.in.ctx->pointerTo(v->type), v->name)};
      copyTo(s.reg, newObject(v->type));
    } else {
      s = {Storage::Register, var(v->type, v->name)};
      copyTo(s.reg, zero(v->type));
    }
    vars_[v] = s;
    resultVars_.push_back(v);
    results_.push_back(s);
  }
}

// Runs deferred calls, then returns what the result variables hold.
void FuncBuilder::returnResults() {
  if (openCoded_) {
    runOpenDefers();
  } else if (f->hasDefer) {
    emit(Op::RunDefers);
  }
  retResults();
}

void FuncBuilder::retResults() {
  std::vector<RegId> vals;
  for (size_t i = 0; i < results_.size(); i++) {
    Storage& s = results_[i];
    vals.push_back(s.kind == Storage::Box ? load(memPlace(s.reg, f->resultTypes[i], true, pos_)) : s.reg);
  }
  ret(vals);
}

void Func::computePreds() {
  for (auto& b : blocks) b->pred.clear();
  for (auto& b : blocks)
    for (Block* s : b->succ) s->pred.push_back(b.get());
}

}  // namespace hood::ir
