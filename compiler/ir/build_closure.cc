// Function literals and their captures.
#include "base/check.h"
#include "compiler/ir/ast_walk.h"
#include "compiler/ir/func_builder.h"

namespace hood::ir {

using ast::NodeKind;

namespace {

// The memory of a closure: the entry word, then the captured values.
types::Struct* closureType(ProgramBuilder& pb, const std::vector<Type*>& captured) {
  auto* s = pb.in.ctx->make<types::Struct>();
  auto add = [&](Type* type, std::string_view name) {
    auto* v = pb.in.ctx->make<types::Var>();
    v->isField = true;
    v->name = name;
    v->type = type;
    s->fields.push_back(v);
  };
  add(pb.t.uintptr, "entry");
  for (size_t i = 0; i < captured.size(); i++) add(captured[i], pb.in.ctx->arena.copy("c" + std::to_string(i)));
  return s;
}

}  // namespace

RegId FuncBuilder::makeClosure(Func* fn, const std::vector<RegId>& regs, const std::vector<Type*>& captured, Pos pos) {
  if (regs.empty()) return funcValue(fn);
  RegId r = temp(t.pointer);
  Instr& i = emit(Op::MakeClosure, closureType(pb, captured));
  i.dst = r;
  i.func = fn;
  i.pos = pos;
  for (RegId c : regs) i.args.push_back({c});
  return r;
}

RegId FuncBuilder::funcLit(ast::FuncLit* e) {
  Literal l = literal(e);
  return makeClosure(l.func, l.captured, l.capturedTypes, e->pos);
}

// The function that a literal denotes, and what of this one it captures.
FuncBuilder::Literal FuncBuilder::literal(ast::FuncLit* e) {
  Literal l;
  l.func = pb.newNested(root()->f, pb.closureName(root()->f, pkg_, "func"), pkg_, e->pos);
  FuncBuilder inner(pb, l.func, pkg_, this);
  inner.buildBody(types::asSignature(e->type), e->body);
  for (const Capture& c : inner.captures_) {
    l.captured.push_back(c.outerReg);
    l.capturedTypes.push_back(c.type);
  }
  return l;
}

// Loads the captured values in front of everything else in the entry block.
void FuncBuilder::insertCaptureLoads() {
  if (captures_.empty()) return;
  f->isClosure = true;
  f->closureReg = f->newReg(t.pointer);
  std::vector<Type*> captured;
  for (const Capture& c : captures_) captured.push_back(c.type);
  types::Struct* s = closureType(pb, captured);
  std::vector<int64_t> offs = types::offsetsOf(s);
  std::vector<Instr> loads;
  for (size_t k = 0; k < captures_.size(); k++) {
    Instr i;
    i.op = Op::Load;
    i.type = captures_[k].type;
    i.dst = captures_[k].reg;
    i.a = {f->closureReg};
    i.off = offs[k + 1];
    i.nonNil = true;
    i.pos = f->pos;
    loads.push_back(std::move(i));
  }
  std::vector<Instr>& entry = order_[0]->instrs;
  entry.insert(entry.begin(), std::make_move_iterator(loads.begin()), std::make_move_iterator(loads.end()));
}

}  // namespace hood::ir
