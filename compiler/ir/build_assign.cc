// Assignments: two phases (operands first, then stores left to right), op=, ++, :=, and the forms with several values on
// one right-hand side.
#include <unordered_set>

#include "base/check.h"
#include "compiler/ir/ast_walk.h"
#include "compiler/ir/func_builder.h"

namespace hood::ir {

using ast::NodeKind;

// The variable that lhs declares; nullptr for `_`, and for an operand of := that was declared before.
types::Var* FuncBuilder::definedVar(ast::Expr* lhs, bool define) {
  if (!define || lhs->kind != NodeKind::Ident) return nullptr;
  auto* id = ast::as<ast::Ident>(lhs);
  if (id->name == "_" || !id->obj || id->obj->kind != types::ObjectKind::Var) return nullptr;
  auto* v = static_cast<types::Var*>(id->obj);
  return v->pos == id->pos ? v : nullptr;
}

Place FuncBuilder::lhsPlace(ast::Expr* lhs) {
  ast::Expr* x = unparen(lhs);
  if (x->kind == NodeKind::Ident && ast::as<ast::Ident>(x)->name == "_") return Place{};
  return place(x);
}

void FuncBuilder::assignStmt(ast::AssignStmt* s) {
  if (s->op != ast::Op::None) {
    opAssign(s->lhs[0], s->op, s->rhs[0], s->opPos.valid() ? s->opPos : s->pos);
  } else if (s->lhs.size() == 1) {
    assignOne(s->lhs[0], s->rhs[0], s->define);
  } else if (s->rhs.size() == 1) {
    assignMulti({s->lhs.begin(), s->lhs.end()}, s->rhs[0], s->define);
  } else {
    assignPairs(s);
  }
}

// v := rhs, with large values built in their place.
void FuncBuilder::declareFrom(types::Var* v, ast::Expr* rhs) {
  ast::Expr* x = unparen(rhs);
  bool box = needsBox(v);
  if (box && (isLarge(v->type) || x->kind == NodeKind::CompositeLit)) {
    // The new variable is not in scope in rhs, but its register may hold the last iteration's box: fill first, then bind.
    RegId p = newObject(v->type);
    storeExpr(memPlace(p, v->type, true, rhs->pos), rhs, true);
    Storage& s = vars_[v];
    if (s.kind == Storage::None) s = {Storage::Box, var(pb.in.ctx->pointerTo(v->type), v->name)};
    Instr& i = emit(Op::Copy, regType(s.reg));
    i.dst = s.reg;
    i.a = {p};
    return;
  }
  if (!box && x->kind == NodeKind::CompositeLit && (types::asStruct(v->type) || types::asArray(v->type)) &&
      types::identical(x->type, v->type)) {
    Storage& s = vars_[v];
    if (s.kind == Storage::None) s = {Storage::Register, var(v->type, v->name)};
    RegId r = s.reg;
    emit(Op::Zero, v->type).dst = r;
    litInto(regPlace(r, v->type, rhs->pos), ast::as<ast::CompositeLit>(x));
    return;
  }
  RegId r = exprAs(rhs, v->type);
  declare(v, r);
}

void FuncBuilder::assignOne(ast::Expr* lhs, ast::Expr* rhs, bool define) {
  if (types::Var* v = definedVar(lhs, define)) {
    declareFrom(v, rhs);
    return;
  }
  ast::Expr* x = unparen(lhs);
  bool blank = x->kind == NodeKind::Ident && ast::as<ast::Ident>(x)->name == "_";
  if (blank) {
    dropValue(rhs);
    return;
  }
  Type* type = typeOf(x);
  // Plain reads among the left operands come after the calls on the right, as gc has it; so does a variable's address.
  bool late = x->kind == NodeKind::Ident || (mayCall(rhs) && !mayCall(x));
  if (late && !isLarge(type)) {
    RegId r = exprAs(rhs, type);
    Place p = lhsPlace(x);
    pos_ = x->pos;
    store(p, r);
    return;
  }
  Place p = lhsPlace(x);
  storeExpr(p, rhs, false);
}

// _ = e: evaluated for its calls and panics.
void FuncBuilder::dropValue(ast::Expr* e) {
  if (isNil(e)) return;
  if (!isLarge(typeOf(e))) {
    expr(e);
    return;
  }
  Place p = place(e);
  if (p.kind != Place::Mem && p.kind != Place::Elem) return;
  RegId a = addr(p);
  emit(Op::NilCheck, regType(a)).a = {a};
}

// Keeps a place's operands safe from assignments to the variables that they were read from.
Place FuncBuilder::pinned(Place p) {
  if (p.kind == Place::Reg) {
    for (Place::Step& s : p.steps) s.index = copyOf(s.index);
    return p;
  }
  if (p.base != kNoReg) p.base = copyOf(p.base);
  if (p.index != kNoReg) p.index = copyOf(p.index);
  return p;
}

void FuncBuilder::assignPairs(ast::AssignStmt* s) {
  size_t n = s->lhs.size();
  std::vector<Place> places(n);
  std::vector<types::Var*> fresh(n);
  std::vector<Type*> to(n);
  for (size_t i = 0; i < n; i++) {
    fresh[i] = definedVar(s->lhs[i], s->define);
    ast::Expr* x = unparen(s->lhs[i]);
    bool blank = x->kind == NodeKind::Ident && ast::as<ast::Ident>(x)->name == "_";
    if (blank) {
      to[i] = isNil(s->rhs[i]) ? t.pointer : typeOf(s->rhs[i]);
    } else if (fresh[i]) {
      to[i] = fresh[i]->type;
    } else {
      places[i] = pinned(lhsPlace(x));
      to[i] = places[i].type;
    }
  }
  bool large = false;
  for (size_t i = 0; i < n; i++) large = large || (isLarge(to[i]) && !isNil(s->rhs[i]));
  if (large) {
    assignLargePairs(s, places, fresh, to);
    return;
  }
  std::vector<ast::Expr*> rhs(s->rhs.begin(), s->rhs.end());
  std::vector<RegId> vals = exprList(rhs, to);
  for (RegId& v : vals) v = copyOf(v);
  for (size_t i = 0; i < n; i++) {
    if (fresh[i]) {
      declare(fresh[i], vals[i]);
    } else {
      store(places[i], vals[i]);
    }
  }
}

void FuncBuilder::assignMulti(const std::vector<ast::Expr*>& lhs, ast::Expr* rhs, bool define) {
  std::vector<Place> places(lhs.size());
  for (size_t i = 0; i < lhs.size(); i++)
    if (!definedVar(lhs[i], define)) places[i] = pinned(lhsPlace(lhs[i]));
  std::vector<Type*> from = tupleTypes(rhs);
  bool isCall = unparen(rhs)->kind == NodeKind::CallExpr;
  std::vector<RegId> vals = isCall ? multiExpr(rhs) : commaOk(rhs, t.boolean);
  for (size_t i = 0; i < lhs.size(); i++) {
    if (types::Var* v = definedVar(lhs[i], define)) {
      declare(v, implicitConvert(vals[i], from[i], v->type, rhs->pos));
    } else if (places[i].kind != Place::Blank) {
      store(places[i], implicitConvert(vals[i], from[i], places[i].type, rhs->pos));
    }
  }
}

// With large values among the right-hand sides: each is copied to an object of its own, then all are moved.
void FuncBuilder::assignLargePairs(ast::AssignStmt* s, const std::vector<Place>& places,
                                   const std::vector<types::Var*>& fresh, const std::vector<Type*>& to) {
  std::vector<RegId> copies;
  for (size_t i = 0; i < to.size(); i++) {
    copies.push_back(newObject(to[i]));
    storeExpr(memPlace(copies[i], to[i], true, s->pos), s->rhs[i], true);
  }
  for (size_t i = 0; i < to.size(); i++) {
    if (!fresh[i] && places[i].kind == Place::Blank) continue;
    Place from = memPlace(copies[i], to[i], true, s->pos);
    if (!isLarge(to[i]) || (!fresh[i] && places[i].kind == Place::MapElem)) {
      RegId v = load(from);
      if (fresh[i])
        declare(fresh[i], v);
      else
        store(places[i], v);
      continue;
    }
    RegId target = fresh[i] ? declare(fresh[i], kNoReg).reg : addr(places[i]);
    Instr& m = emit(Op::Move, to[i]);
    m.a = {target};
    m.b = {copies[i]};
    m.nonNil = fresh[i] != nullptr;
  }
}

// ---- op= and ++ -----------------------------------------------------------------------------------------------

// lhs op= rhs; rhs nullptr: the constant 1.
void FuncBuilder::opAssign(ast::Expr* lhs, ast::Op op, ast::Expr* rhs, Pos pos) {
  ast::Expr* x = unparen(lhs);
  Type* type = typeOf(x);
  bool shift = op == ast::Op::Shl || op == ast::Op::Shr;
  Type* yType = shift ? typeOf(rhs) : type;
  RegId y = kNoReg;
  Place p;
  auto right = [&] {
    if (rhs) return exprAs(rhs, yType);
    if (types::isInteger(type)) return constInt(type, 1);
    return constantOf(pb.in.consts->makeInt64(1), type);
  };
  if (rhs && mayCall(rhs) && !mayCall(x)) {
    y = right();
    p = place(x);
  } else {
    p = place(x);
    y = right();
  }
  // An element of an array in memory: its address once, instead of looking for it twice.
  if (p.kind == Place::Elem && types::asPointer(types::under(p.container)) && x->kind == ast::NodeKind::IndexExpr &&
      ast::as<ast::IndexExpr>(x)->indices[0]->mode != ast::Mode::Constant) {
    p = memPlace(addr(p), type, true, p.pos);
  }
  store(p, arith(op, type, load(p), y, yType, pos));
}

}  // namespace hood::ir
