// Generated functions around methods: method expressions and promoted methods, method values, and the entries of
// interface method tables, whose receiver is the interface's data word.
#include "base/check.h"
#include "compiler/ir/func_builder.h"

namespace hood::ir {

namespace {

void addParams(Func* f, types::Signature* sig, CallPlan* p) {
  for (types::Var* v : sig->params->vars) {
    RegId r = f->newReg(v->type, v->name, true);
    f->paramTypes.push_back(v->type);
    f->params.push_back(r);
    p->operands.push_back(r);
    p->operandTypes.push_back(v->type);
  }
  for (types::Var* v : sig->results->vars) {
    f->resultTypes.push_back(v->type);
    p->resultTypes.push_back(v->type);
  }
}

// The plan's operands are receiver first, but parameters are registered before the receiver is known.
void moveReceiverFirst(CallPlan* p) {
  RegId r = p->operands.back();
  Type* type = p->operandTypes.back();
  p->operands.pop_back();
  p->operandTypes.pop_back();
  p->operands.insert(p->operands.begin(), r);
  p->operandTypes.insert(p->operandTypes.begin(), type);
}

}  // namespace

// func(x t, params…): x.m(params…)
void FuncBuilder::buildMethodExpr(Type* type, const MethodPath& path) {
  f->wrapper = true;
  pos_ = f->pos;
  RegId x = f->newReg(type, "x", true);
  f->paramTypes.push_back(type);
  f->params.push_back(x);
  CallPlan p;
  p.pos = f->pos;
  addParams(f, path.func->sig(), &p);
  types::Pointer* ptr = types::asPointer(type);
  if (ptr && path.fields.empty() && !path.func->ptrRecv && !isIfaceMethod(path.func)) {
    // *T used where T.m has a value receiver: gc words a nil pointer's panic its own way.
    Block* nil = newBlock();
    Block* ok = newBlock();
    branch(isNilReg(x, type), nil, ok);
    start(nil);
    Type* named = path.func->sig()->recv->type;
    std::string recv = types::typeString(named, nullptr);
    panicText("value method " + recv + "." + std::string(path.func->name) + " called using nil *" +
                  recv.substr(recv.rfind('.') + 1) + " pointer",
              f->pos);
    start(ok);
  }
  bindMethod(p, regPlace(x, type, f->pos), path, f->pos);
  moveReceiverFirst(&p);
  ret(emitCall(p));
  finish();
}

// A closure {entry, receiver} with m's parameters.
void FuncBuilder::buildBoundMethod(Type* recv, const MethodPath& path) {
  f->wrapper = true;
  pos_ = f->pos;
  RegId x = f->newReg(recv, "x");
  captures_.push_back({nullptr, kNoReg, x, recv});
  CallPlan p;
  p.pos = f->pos;
  addParams(f, path.func->sig(), &p);
  bindMethod(p, regPlace(x, recv, f->pos), path, f->pos);
  moveReceiverFirst(&p);
  ret(emitCall(p));
  finish();
}

// Interface entry of a type whose values are boxed: the data word points to the value.
void FuncBuilder::buildIfaceEntry(Type* type, const MethodPath& path) {
  f->wrapper = true;
  pos_ = f->pos;
  Type* ptrType = pb.in.ctx->pointerTo(type);
  RegId x = f->newReg(ptrType, "x", true);
  f->paramTypes.push_back(ptrType);
  f->params.push_back(x);
  CallPlan p;
  p.pos = f->pos;
  addParams(f, path.func->sig(), &p);
  bindMethod(p, memPlace(x, type, true, f->pos), path, f->pos);
  moveReceiverFirst(&p);
  ret(emitCall(p));
  finish();
}

}  // namespace hood::ir
