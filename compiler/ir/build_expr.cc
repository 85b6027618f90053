// Expressions: the dispatcher, lists with gc's order of evaluation, names, selectors, index and slice expressions,
// assertions, receives, and conditions.
#include "base/check.h"
#include "compiler/ir/ast_walk.h"
#include "compiler/ir/func_builder.h"
#include "compiler/ir/stamp.h"

namespace hood::ir {

using ast::Mode;
using ast::NodeKind;

Type* FuncBuilder::typeOf(ast::Expr* e) {
  e = unparen(e);
  if (!e->type) return t.integer;
  if (e->type->kind == types::TypeKind::Basic && isUntyped(e->type)) return defaultType(*pb.in.ctx, e->type);
  return e->type;
}

bool FuncBuilder::isNil(ast::Expr* e) {
  e = unparen(e);
  if (e->mode == Mode::NilValue) return true;
  if (e->kind != NodeKind::Ident) return false;
  types::Object* o = ast::as<ast::Ident>(e)->obj;
  return o && o->kind == types::ObjectKind::Nil;
}

RegId FuncBuilder::expr(ast::Expr* e) {
  e = unparen(e);
  if (e->mode == Mode::Constant && e->value) return constant(e, typeOf(e));
  Pos saved = pos_;
  if (e->pos.valid()) pos_ = e->pos;
  RegId r = kNoReg;
  switch (e->kind) {
    case NodeKind::Ident: r = identExpr(ast::as<ast::Ident>(e)); break;
    case NodeKind::CompositeLit: r = compositeLit(ast::as<ast::CompositeLit>(e)); break;
    case NodeKind::FuncLit: r = funcLit(ast::as<ast::FuncLit>(e)); break;
    case NodeKind::SelectorExpr: r = selectorExpr(ast::as<ast::SelectorExpr>(e)); break;
    case NodeKind::IndexExpr: r = indexExpr(ast::as<ast::IndexExpr>(e)); break;
    case NodeKind::SliceExpr: r = sliceExpr(ast::as<ast::SliceExpr>(e)); break;
    case NodeKind::TypeAssertExpr: r = typeAssert(ast::as<ast::TypeAssertExpr>(e), nullptr); break;
    case NodeKind::StarExpr: r = load(place(e)); break;
    case NodeKind::UnaryExpr: r = unaryExpr(ast::as<ast::UnaryExpr>(e)); break;
    case NodeKind::BinaryExpr: r = binaryExpr(ast::as<ast::BinaryExpr>(e)); break;
    case NodeKind::CallExpr: {
      std::vector<RegId> rs = call(ast::as<ast::CallExpr>(e));
      r = rs.empty() ? kNoReg : rs[0];
      break;
    }
    default: HOOD_UNREACHABLE("expression kind");
  }
  pos_ = saved;
  return r;
}

RegId FuncBuilder::exprAs(ast::Expr* e, Type* to) {
  ast::Expr* x = unparen(e);
  if (isNil(x)) return zero(to);
  Type* from = typeOf(x);
  if (x->mode == Mode::Constant && x->value) {
    if (!types::isInterface(to)) return constant(x, to);
    if (types::isInterface(from)) from = defaultType(*pb.in.ctx, from);
    if (Global* g = pb.staticIface(to, from, x)) {
      RegId a = temp(pb.in.ctx->pointerTo(to));
      Instr& i = emit(Op::GlobalAddr);
      i.dst = a;
      i.global = g;
      return load(memPlace(a, to, true, x->pos));
    }
  }
  return implicitConvert(expr(x), from, to, x->pos);
}

void FuncBuilder::effects(ast::Expr* e) {
  ast::Expr* x = unparen(e);
  if (x->mode == Mode::Constant || isNil(x)) return;
  if (x->kind == NodeKind::CallExpr) {
    Pos saved = pos_;
    pos_ = x->pos;
    call(ast::as<ast::CallExpr>(x));
    pos_ = saved;
    return;
  }
  expr(x);
}

// ---- lists ----------------------------------------------------------------------------------------------------

bool FuncBuilder::mayCallAfter(const std::vector<ast::Expr*>& es, size_t i) {
  for (size_t j = i + 1; j < es.size(); j++)
    if (mayCall(es[j])) return true;
  return false;
}

bool FuncBuilder::isLate(ast::Expr* e) {
  return isLateRead(e, [this](types::Var* v) { return inMemory(v); });
}

// Evaluates operands left to right, but plain reads of memory after the calls that follow them, as gc does.
std::vector<RegId> FuncBuilder::exprList(const std::vector<ast::Expr*>& es, const std::vector<Type*>& to) {
  std::vector<RegId> out(es.size(), kNoReg);
  std::vector<size_t> late;
  size_t lastCall = 0;
  for (size_t i = es.size(); i-- > 1;)
    if (mayCall(es[i])) {
      lastCall = i;
      break;
    }
  for (size_t i = 0; i < es.size(); i++) {
    if (i < lastCall && isLate(es[i])) {
      late.push_back(i);
      continue;
    }
    out[i] = exprAs(es[i], to[i]);
  }
  for (size_t i : late) out[i] = exprAs(es[i], to[i]);
  return out;
}

std::vector<Type*> FuncBuilder::tupleTypes(ast::Expr* e) {
  ast::Expr* x = unparen(e);
  std::vector<Type*> out;
  if (x->type && x->type->kind == types::TypeKind::Tuple) {
    for (types::Var* v : static_cast<types::Tuple*>(x->type)->vars) out.push_back(v->type);
    if (x->kind == NodeKind::CallExpr) return out;
    if (out.size() == 2 && isUntyped(out[1])) out[1] = t.boolean;
    return out;
  }
  return {typeOf(x), t.boolean};
}

std::vector<RegId> FuncBuilder::multiExpr(ast::Expr* e) {
  ast::Expr* x = unparen(e);
  HOOD_CHECK(x->kind == NodeKind::CallExpr);
  Pos saved = pos_;
  pos_ = x->pos;
  std::vector<RegId> out = call(ast::as<ast::CallExpr>(x));
  pos_ = saved;
  return out;
}

std::vector<RegId> FuncBuilder::commaOk(ast::Expr* e, Type* okType) {
  ast::Expr* x = unparen(e);
  Pos saved = pos_;
  pos_ = x->pos;
  RegId ok = kNoReg, v = kNoReg;
  if (x->kind == NodeKind::TypeAssertExpr) {
    v = typeAssert(ast::as<ast::TypeAssertExpr>(x), &ok);
  } else if (x->kind == NodeKind::IndexExpr) {
    v = mapIndex(ast::as<ast::IndexExpr>(x), &ok);
  } else {
    v = recvExpr(ast::as<ast::UnaryExpr>(x), &ok);
  }
  pos_ = saved;
  return {v, ok};
}

// ---- names ----------------------------------------------------------------------------------------------------

RegId FuncBuilder::identExpr(ast::Ident* e) {
  types::Object* o = e->obj;
  HOOD_CHECK(o != nullptr);
  switch (o->kind) {
    case types::ObjectKind::Var: return load(varPlace(static_cast<types::Var*>(o), e->pos));
    case types::ObjectKind::Func: return funcValue(pb.funcFor(pb.funcOf(e)));
    case types::ObjectKind::Nil: return zero(typeOf(e));
    case types::ObjectKind::Const: return constantOf(static_cast<types::Const*>(o)->value, typeOf(e));
    default: HOOD_UNREACHABLE("name in an expression");
  }
}

RegId FuncBuilder::selectorExpr(ast::SelectorExpr* e) {
  if (!e->selection) return identExpr(e->sel);
  switch (e->selection->kind) {
    case types::SelectionKind::Field: return load(selectorPlace(e));
    case types::SelectionKind::MethodVal: return methodValue(e);
    case types::SelectionKind::MethodExpr: {
      MethodPath path;
      path.func = static_cast<types::Func*>(e->selection->obj);
      path.fields.assign(e->selection->index.begin(), e->selection->index.end() - 1);
      return funcValue(pb.methodExprFunc(e->selection->recv, path));
    }
  }
  return kNoReg;
}

RegId FuncBuilder::funcValue(Func* fn) {
  RegId r = temp(t.pointer);
  Instr& i = emit(Op::FuncAddr);
  i.dst = r;
  i.func = fn;
  return r;
}

// ---- index, slice ---------------------------------------------------------------------------------------------

RegId FuncBuilder::indexExpr(ast::IndexExpr* e) {
  if (ast::Expr* f = withoutTypeArgs(e); f != e) return expr(f);
  Type* xt = typeOf(e->x);
  if (types::asMap(xt)) return mapIndex(e, nullptr);
  if (types::isString(xt)) {
    std::vector<RegId> ops = exprList({e->x, e->indices[0]}, {xt, typeOf(e->indices[0])});
    RegId r = temp(t.uint8);
    Instr& i = emit(Op::IndexLoad, t.uint8);
    i.dst = r;
    i.type2 = t.string;
    i.a = {ops[0]};
    i.b = {ops[1]};
    i.unsignedIndex = unsignedIndex(e->indices[0]);
    return r;
  }
  return load(indexPlace(e));
}

RegId FuncBuilder::mapIndex(ast::IndexExpr* e, RegId* ok) {
  types::Map* m = types::asMap(typeOf(e->x));
  std::vector<RegId> ops = exprList({e->x, e->indices[0]}, {typeOf(e->x), m->key});
  RegId v = temp(m->elem);
  Instr& i = emit(Op::MapGet, typeOf(e->x));
  i.args = {{ops[0]}, {ops[1]}};
  i.results = {v};
  if (ok) {
    *ok = f->newReg(t.boolean);
    i.results.push_back(*ok);
  }
  return v;
}

RegId FuncBuilder::sliceExpr(ast::SliceExpr* e) {
  Type* xt = typeOf(e->x);
  RegId x = kNoReg;
  Type* operand = xt;
  if (types::asArray(xt)) {
    x = addrOf(e->x);
    operand = pb.in.ctx->pointerTo(xt);
  } else {
    x = expr(e->x);
  }
  Use bounds[3];
  ast::Expr* es[3] = {e->lo, e->hi, e->max};
  for (int k = 0; k < 3; k++)
    if (es[k]) bounds[k] = {indexValue(es[k])};
  RegId r = temp(typeOf(e));
  Instr& i = emit(Op::SliceOp, operand);
  i.type2 = typeOf(e);
  i.dst = r;
  i.a = {x};
  i.args = {bounds[0], bounds[1], bounds[2]};
  for (int k = 0; k < 3; k++)
    if (es[k]) i.unsignedIndex |= static_cast<uint8_t>(unsignedIndex(es[k]) << k);
  return r;
}

// ---- assertions, receives -------------------------------------------------------------------------------------

RegId FuncBuilder::typeAssert(ast::TypeAssertExpr* e, RegId* ok) {
  Type* to = e->typeExpr->type;
  RegId x = expr(e->x);
  RegId v = temp(to);
  RegId okReg = ok ? temp(t.boolean) : kNoReg;
  Instr& i = emit(Op::TypeAssert, typeOf(e->x));
  i.type2 = to;
  i.a = {x};
  i.results = {v};
  if (ok) {
    i.results.push_back(okReg);
    *ok = okReg;
  }
  return v;
}

RegId FuncBuilder::recvExpr(ast::UnaryExpr* e, RegId* ok) {
  RegId c = expr(e->x);
  RegId v = temp(types::asChan(typeOf(e->x))->elem);
  RegId okReg = ok ? temp(t.boolean) : kNoReg;
  Instr& i = emit(Op::ChanRecv, typeOf(e->x));
  i.args = {{c}};
  i.results = {v};
  if (ok) {
    i.results.push_back(okReg);
    *ok = okReg;
  }
  return v;
}

// ---- conditions -----------------------------------------------------------------------------------------------

void FuncBuilder::condJump(ast::Expr* e, Block* yes, Block* no) {
  e = unparen(e);
  if (e->mode == Mode::Constant && e->value) {
    jump(constant::boolVal(e->value) ? yes : no);
    return;
  }
  if (e->kind == NodeKind::UnaryExpr && ast::as<ast::UnaryExpr>(e)->op == ast::Op::Not) {
    condJump(ast::as<ast::UnaryExpr>(e)->x, no, yes);
    return;
  }
  if (e->kind == NodeKind::BinaryExpr) {
    auto* b = ast::as<ast::BinaryExpr>(e);
    if (b->op == ast::Op::LAnd || b->op == ast::Op::LOr) {
      Block* rest = newBlock();
      if (b->op == ast::Op::LAnd) {
        condJump(b->x, rest, no);
      } else {
        condJump(b->x, yes, rest);
      }
      start(rest);
      condJump(b->y, yes, no);
      return;
    }
  }
  branch(expr(e), yes, no);
}

RegId FuncBuilder::logical(ast::BinaryExpr* e) {
  RegId r = var(typeOf(e));
  bool isAnd = e->op == ast::Op::LAnd;
  Block* rest = newBlock();
  Block* end = newBlock();
  copyTo(r, expr(e->x));
  if (isAnd) {
    branch(r, rest, end);
  } else {
    branch(r, end, rest);
  }
  start(rest);
  copyTo(r, expr(e->y));
  start(end);
  return r;
}

}  // namespace hood::ir
