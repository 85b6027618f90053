// Calls. A call is planned (callee and arguments evaluated, converted) and then emitted; go and defer emit the plan in a
// thunk of their own instead.
#include "base/check.h"
#include "compiler/ir/ast_walk.h"
#include "compiler/ir/func_builder.h"
#include "compiler/ir/stamp.h"

namespace hood::ir {

using ast::NodeKind;

namespace {

MethodPath pathOf(const types::Selection* s) {
  MethodPath p;
  p.func = static_cast<types::Func*>(s->obj);
  p.fields.assign(s->index.begin(), s->index.end() - 1);
  return p;
}

std::vector<Type*> typesOf(const types::Tuple* t) {
  std::vector<Type*> out;
  for (types::Var* v : t->vars) out.push_back(v->type);
  return out;
}

}  // namespace

std::vector<RegId> FuncBuilder::call(ast::CallExpr* e) {
  if (isTypeExpr(unparen(e->fun))) return {conversion(e)};
  if (types::Builtin* b = builtinOf(e->fun)) {
    RegId r = builtin(e, b->id);
    return r == kNoReg ? std::vector<RegId>{} : std::vector<RegId>{r};
  }
  ast::Expr* fun = withoutTypeArgs(e->fun);
  ast::Ident* id = fun->kind == NodeKind::Ident ? ast::as<ast::Ident>(fun) : nullptr;
  if (fun->kind == NodeKind::SelectorExpr && !ast::as<ast::SelectorExpr>(fun)->selection)
    id = ast::as<ast::SelectorExpr>(fun)->sel;
  if (id && id->obj && id->obj->kind == types::ObjectKind::Func) {
    std::vector<RegId> out;
    if (intrinsic(static_cast<types::Func*>(id->obj), e, &out)) return out;
  }
  return emitCall(planCall(e));
}

// ---- planning -------------------------------------------------------------------------------------------------

CallPlan FuncBuilder::planCall(ast::CallExpr* e) {
  if (types::Builtin* b = builtinOf(e->fun)) return planBuiltin(e, b->id);
  CallPlan p;
  p.pos = e->pos;
  ast::Expr* fun = withoutTypeArgs(e->fun);
  types::Signature* sig = types::asSignature(fun->type);
  HOOD_CHECK(sig != nullptr);
  p.resultTypes = typesOf(sig->results);
  ast::Ident* id = nullptr;
  if (fun->kind == NodeKind::Ident) id = ast::as<ast::Ident>(fun);
  if (fun->kind == NodeKind::SelectorExpr) {
    auto* s = ast::as<ast::SelectorExpr>(fun);
    if (!s->selection) {
      id = s->sel;
    } else if (s->selection->kind == types::SelectionKind::MethodVal) {
      planMethod(p, e, s);
      return p;
    } else if (s->selection->kind == types::SelectionKind::MethodExpr) {
      planMethodExpr(p, e, s);
      return p;
    }
  }
  if (id && id->obj && id->obj->kind == types::ObjectKind::Func) {
    p.func = pb.funcFor(pb.funcOf(id));
  } else {
    p.kind = CallPlan::Closure;
    p.hasFun = true;
    p.operands.push_back(expr(fun));
    p.operandTypes.push_back(fun->type);
  }
  planArgs(p, e, sig, 0);
  return p;
}

void FuncBuilder::planMethod(CallPlan& p, ast::CallExpr* e, ast::SelectorExpr* s) {
  Place recv;
  if (types::asPointer(typeOf(s->x))) {
    recv = regPlace(expr(s->x), typeOf(s->x), s->pos);
  } else {
    recv = place(s->x);
    recv.pos = s->pos;
  }
  bindMethod(p, recv, pathOf(s->selection), s->pos);
  planArgs(p, e, types::asSignature(s->type), 0);
}

// T.m(x, …): the first argument is the receiver.
void FuncBuilder::planMethodExpr(CallPlan& p, ast::CallExpr* e, ast::SelectorExpr* s) {
  p.func = pb.methodExprFunc(s->selection->recv, pathOf(s->selection));
  planArgs(p, e, types::asSignature(s->type), 0);
}

// Evaluates the receiver of a method reached from place recv, and sets the callee.
void FuncBuilder::bindMethod(CallPlan& p, const Place& recv, const MethodPath& path, Pos pos) {
  if (isIfaceMethod(path.func)) {
    Place x = walkFields(recv, path.fields, path.fields.size(), pos);
    p.kind = CallPlan::Iface;
    p.iface = x.type;
    p.method = methodIndex(types::asInterface(x.type), path.func);
    p.hasFun = true;
    p.operands.push_back(load(x));
    p.operandTypes.push_back(x.type);
    return;
  }
  p.kind = CallPlan::Static;
  p.func = pb.funcFor(path.func);
  p.operands.push_back(methodRecv(recv, path, pos));
  p.operandTypes.push_back(path.func->sig()->recv->type);
}

RegId FuncBuilder::methodRecv(const Place& recv, const MethodPath& path, Pos pos) {
  Place x = walkFields(recv, path.fields, path.fields.size(), pos);
  types::Pointer* ptr = types::asPointer(x.type);
  bool isPointer = ptr && x.type->kind == types::TypeKind::Pointer;
  if (path.func->ptrRecv) return isPointer ? load(x) : addr(x);
  return isPointer ? load(derefPlace(load(x), ptr->elem, pos)) : load(x);
}

void FuncBuilder::planArgs(CallPlan& p, ast::CallExpr* e, types::Signature* sig, size_t skip) {
  std::vector<Type*> params = typesOf(sig->params);
  params.erase(params.begin(), params.begin() + static_cast<long>(skip));
  std::vector<ast::Expr*> args(e->args.begin(), e->args.end());
  auto add = [&](RegId r, Type* type) {
    p.operands.push_back(r);
    p.operandTypes.push_back(type);
  };
  size_t fixed = params.size() - (sig->variadic ? 1 : 0);
  ast::Expr* only = args.size() == 1 ? unparen(args[0]) : nullptr;
  if (only && only->kind == NodeKind::CallExpr && only->type && only->type->kind == types::TypeKind::Tuple) {
    std::vector<Type*> from = tupleTypes(only);  // f(g()) with g's several results
    std::vector<RegId> vals = multiExpr(only);
    for (size_t i = 0; i < fixed; i++) add(implicitConvert(vals[i], from[i], params[i], only->pos), params[i]);
    if (sig->variadic) {
      std::vector<RegId> rest(vals.begin() + static_cast<long>(fixed), vals.end());
      std::vector<Type*> restTypes(from.begin() + static_cast<long>(fixed), from.end());
      add(packRegs(rest, restTypes, params.back(), only->pos), params.back());
    }
    return;
  }
  if (!sig->variadic || e->ellipsis) {
    std::vector<RegId> vals = exprList(args, params);
    for (size_t i = 0; i < vals.size(); i++) add(vals[i], params[i]);
    return;
  }
  types::SliceType* st = types::asSlice(params.back());
  std::vector<Type*> to(params.begin(), params.begin() + static_cast<long>(fixed));
  to.resize(args.size(), st->elem);
  std::vector<RegId> vals = exprList(args, to);
  for (size_t i = 0; i < fixed; i++) add(vals[i], params[i]);
  std::vector<RegId> rest(vals.begin() + static_cast<long>(fixed), vals.end());
  add(packRegs(rest, std::vector<Type*>(rest.size(), st->elem), params.back(), e->pos), params.back());
}

// The slice of a variadic parameter: nil when there are no values.
RegId FuncBuilder::packRegs(const std::vector<RegId>& vals, const std::vector<Type*>& from, Type* slice, Pos pos) {
  if (vals.empty()) return zero(slice);
  types::SliceType* st = types::asSlice(slice);
  auto* a = pb.in.ctx->make<types::Array>(static_cast<int64_t>(vals.size()), st->elem);
  std::vector<RegId> converted;
  for (size_t i = 0; i < vals.size(); i++) converted.push_back(implicitConvert(vals[i], from[i], st->elem, pos));
  RegId p = newObject(a);
  int64_t size = types::sizeOf(st->elem);
  for (size_t i = 0; i < vals.size(); i++) {
    Place q = memPlace(p, st->elem, true, pos);
    q.off = static_cast<int64_t>(i) * size;
    store(q, converted[i]);
  }
  return sliceOfArray(p, a, slice);
}

// ---- emitting -------------------------------------------------------------------------------------------------

std::vector<RegId> FuncBuilder::emitCall(const CallPlan& p) {
  Pos saved = pos_;
  pos_ = p.pos;
  if (p.kind == CallPlan::Builtin) {
    RegId r = emitBuiltin(p);
    pos_ = saved;
    return r == kNoReg ? std::vector<RegId>{} : std::vector<RegId>{r};
  }
  std::vector<RegId> results;
  for (Type* type : p.resultTypes) results.push_back(temp(type));
  Op op = p.kind == CallPlan::Static ? Op::Call : p.kind == CallPlan::Closure ? Op::CallClosure : Op::CallIface;
  Type* type = p.kind == CallPlan::Iface ? p.iface : p.kind == CallPlan::Closure ? p.operandTypes[0] : nullptr;
  Instr& i = emit(op, type);
  i.func = p.func;
  i.imm = p.method;
  i.results = results;
  size_t first = 0;
  if (p.hasFun) {
    i.a = {p.operands[0]};
    first = 1;
    if (p.kind == CallPlan::Iface) i.args.push_back({p.operands[0], 1});  // the receiver: the data word
  }
  for (size_t k = first; k < p.operands.size(); k++) i.args.push_back({p.operands[k]});
  keepConverted(p);
  pos_ = saved;
  return results;
}

// f(uintptr(unsafe.Pointer(p))): the kernel may be given an address so, and p is in use until the call is over.
void FuncBuilder::keepConverted(const CallPlan& p) {
  if (!f->usesUnsafe || p.kind != CallPlan::Static) return;
  std::vector<Use> kept;
  for (size_t k = 0; k < p.operands.size(); k++) {
    if (p.operandTypes[k] != t.uintptr) continue;
    for (const Instr& i : cur->instrs)
      if (i.op == Op::Convert && i.dst == p.operands[k] && !types::isNumeric(regType(i.a.reg))) kept.push_back(i.a);
  }
  if (!kept.empty()) emit(Op::KeepAlive).args.assign(kept.begin(), kept.end());
}

// x.m as a value: the receiver is evaluated and copied now, and a nil interface panics now.
RegId FuncBuilder::methodValue(ast::SelectorExpr* s) {
  MethodPath path = pathOf(s->selection);
  Place recv;
  if (types::asPointer(typeOf(s->x))) {
    recv = regPlace(expr(s->x), typeOf(s->x), s->pos);
  } else {
    recv = place(s->x);
    recv.pos = s->pos;
  }
  MethodPath direct;
  direct.func = path.func;
  RegId r = kNoReg;
  Type* type = nullptr;
  if (isIfaceMethod(path.func)) {
    Place x = walkFields(recv, path.fields, path.fields.size(), s->pos);
    type = x.type;
    r = load(x);
    RegId word = extract(r, t.pointer, 0);
    emit(Op::NilCheck, t.pointer).a = {word};
  } else {
    type = path.func->sig()->recv->type;
    r = methodRecv(recv, path, s->pos);
  }
  return makeClosure(pb.boundMethodFunc(type, direct), {r}, {type}, s->pos);
}

// Raises a run-time error with this text and no prefix.
void FuncBuilder::panicText(std::string text, Pos pos) {
  Type* type = pb.plainErrorType();
  RegId s = temp(type);
  Instr& c = emit(Op::ConstString, type);
  c.dst = s;
  c.str = pb.in.ctx->arena.copy(text);
  RegId v = toIface(s, type, t.eface, pos);
  emit(Op::Panic, t.eface).a = {v};
  emit(Op::Unreachable);
  cur = nullptr;
}

}  // namespace hood::ir
