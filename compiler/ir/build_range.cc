// for range: over integers, slices, arrays, strings, maps and channels. The operand is evaluated once; slices and strings
// keep the length they had; ranging over an array value ranges over a copy unless nothing can tell the difference.
#include "base/check.h"
#include "compiler/ir/ast_walk.h"
#include "compiler/ir/func_builder.h"

namespace hood::ir {

using ast::NodeKind;

namespace {

bool isBlank(ast::Expr* e) { return !e || (e->kind == NodeKind::Ident && ast::as<ast::Ident>(e)->name == "_"); }

types::Var* localVar(ast::Expr* e) {
  e = unparen(e);
  if (e->kind != NodeKind::Ident) return nullptr;
  types::Object* o = ast::as<ast::Ident>(e)->obj;
  if (!o || o->kind != types::ObjectKind::Var || static_cast<types::Var*>(o)->isPackageLevel) return nullptr;
  return static_cast<types::Var*>(o);
}

}  // namespace

void FuncBuilder::rangeStmt(ast::RangeStmt* s) {
  if (s->define && pkg_->goMinorAt(s->pos) < 22) {
    for (ast::Expr* e : {s->key, s->val})
      if (e)
        if (types::Var* v = definedVar(e, true)) {
          if (v->captured) pb.boxedVars.insert(v);
          declare(v, kNoReg);
        }
  }
  Type* xt = typeOf(s->x);
  if (types::isInteger(xt)) {
    rangeInt(s);
  } else if (types::isString(xt)) {
    rangeString(s);
  } else if (types::asSlice(xt)) {
    rangeSlice(s);
  } else if (types::asMap(xt)) {
    rangeMap(s);
  } else if (types::asChan(xt)) {
    rangeChan(s);
  } else if (types::asArray(xt) || types::asPointer(xt)) {
    rangeArray(s);
  } else {
    rangeFunc(s);
  }
}

// ---- binding the iteration variables --------------------------------------------------------------------------

void FuncBuilder::bindRange(ast::RangeStmt* s, ast::Expr* lhs, RegId v, Type* from) {
  if (isBlank(lhs)) return;
  types::Var* def = definedVar(lhs, s->define);
  if (def && pkg_->goMinorAt(s->pos) >= 22) {
    auto it = vars_.find(def);
    if (it != vars_.end() && it->second.reg == v) return;  // the loop's own counter
    declare(def, isVarReg(v) ? copyOf(v) : v);
    return;
  }
  Place p = def ? varPlace(def, lhs->pos) : lhsPlace(lhs);
  if (p.kind == Place::Reg && p.steps.empty() && p.base == v) return;
  store(p, implicitConvert(v, from, p.type, lhs->pos));
}

// k, a[k] = range …: both operands are evaluated before either is assigned. False: nothing can tell, and nothing was done.
bool FuncBuilder::bindInPhases(ast::RangeStmt* s, RegId key, Type* keyType, const std::function<RegId()>& val,
                               Type* valType) {
  if (s->define || isBlank(s->key) || isBlank(s->val) || unparen(s->val)->kind == NodeKind::Ident) return false;
  RegId v = val();
  Place pk = pinned(lhsPlace(s->key)), pv = pinned(lhsPlace(s->val));
  RegId k = implicitConvert(isVarReg(key) ? copyOf(key) : key, keyType, pk.type, s->key->pos);
  v = implicitConvert(v, valType, pv.type, s->val->pos);
  store(pk, k);
  store(pv, v);
  return true;
}

void FuncBuilder::bindElem(ast::RangeStmt* s, const Place& elem) {
  if (isBlank(s->val)) return;
  types::Var* def = definedVar(s->val, s->define);
  if (def && pkg_->goMinorAt(s->pos) >= 22 && isLarge(elem.type)) {
    Storage& st = declare(def, kNoReg);
    RegId from = addr(elem);
    Instr& i = emit(Op::Move, elem.type);
    i.a = {st.reg};
    i.b = {from};
    i.nonNil = true;
    return;
  }
  bindRange(s, s->val, load(elem), elem.type);
}

// The register that counts: the key variable's own when the body cannot change it.
RegId FuncBuilder::indexReg(ast::RangeStmt* s, Type* type) {
  types::Var* def = isBlank(s->key) ? nullptr : definedVar(s->key, s->define);
  if (def && !def->reassigned && !needsBox(def) && types::identical(def->type, type)) {
    Storage& st = vars_[def];
    if (st.kind == Storage::None) st = {Storage::Register, var(def->type, def->name)};
    return st.reg;
  }
  return var(type);
}

void FuncBuilder::loopBody(ast::RangeStmt* s, Block* brk, Block* cont) {
  targets_.push_back({s, brk, cont});
  stmts(s->body->stmts);
  targets_.pop_back();
}

// for i := 0; i < n; i++ { bind(i); body }
void FuncBuilder::countedLoop(ast::RangeStmt* s, RegId n, Type* indexType, const std::function<void(RegId)>& bind) {
  RegId i = indexReg(s, indexType);
  copyTo(i, constInt(indexType, 0));
  Block* body = newBlock();
  Block* cont = newBlock();
  Block* end = newBlock();
  branch(binary(Op::Lt, indexType, i, n, t.boolean), body, end);
  start(body);
  bind(i);
  loopBody(s, end, cont);
  start(cont);
  pos_ = s->pos;
  RegId one = constInt(indexType, 1);
  Instr& inc = emit(Op::Add, indexType);
  inc.dst = i;
  inc.a = {i};
  inc.b = {one};
  branch(binary(Op::Lt, indexType, i, n, t.boolean), body, end);
  start(end);
}

// ---- by kind of operand ---------------------------------------------------------------------------------------

void FuncBuilder::rangeInt(ast::RangeStmt* s) {
  Type* type = typeOf(s->x);
  types::Var* def = isBlank(s->key) ? nullptr : definedVar(s->key, s->define);
  if (s->x->mode == ast::Mode::Constant && def) type = def->type;
  RegId n = exprAs(s->x, type);
  if (types::Var* v = localVar(s->x))
    if (assigns(s->body, v) || !s->define) n = copyOf(n);
  countedLoop(s, n, type, [&](RegId i) { bindRange(s, s->key, i, type); });
}

void FuncBuilder::rangeSlice(ast::RangeStmt* s) {
  Type* xt = typeOf(s->x);
  RegId x = expr(s->x);
  types::Var* v = localVar(s->x);
  if (isVarReg(x) && (!v || !s->define || assigns(s->body, v))) x = copyOf(x);
  RegId n = extract(x, t.integer, 8);
  countedLoop(s, n, t.integer, [&](RegId i) {
    Place p;
    p.kind = Place::Elem;
    p.base = x;
    p.index = i;
    p.container = xt;
    p.type = types::asSlice(xt)->elem;
    p.noBounds = true;
    p.pos = s->pos;
    if (bindInPhases(
            s, i, t.integer, [&] { return load(p); }, p.type))
      return;
    bindRange(s, s->key, i, t.integer);
    bindElem(s, p);
  });
}

void FuncBuilder::rangeArray(ast::RangeStmt* s) {
  Type* xt = typeOf(s->x);
  types::Pointer* ptr = types::asPointer(xt);
  types::Array* a = types::asArray(ptr ? ptr->elem : xt);
  Place base;
  if (isBlank(s->val)) {
    if (mayCall(s->x)) effects(s->x);
  } else if (ptr) {
    base = derefPlace(copyOf(expr(s->x)), ptr->elem, s->x->pos);
  } else {
    base = place(s->x);
    types::Var* v = localVar(s->x);
    bool quiet = v && s->define && !v->addrTaken && !v->captured && !assigns(s->body, v);
    if (!quiet && base.kind == Place::Reg) {
      base = regPlace(copyOf(load(base)), xt, s->x->pos);
    } else if (!quiet) {
      RegId copy = newObject(xt);
      RegId from = addr(base);
      Instr& i = emit(Op::Move, xt);
      i.a = {copy};
      i.b = {from};
      base = memPlace(copy, xt, true, s->x->pos);
    }
  }
  RegId n = constInt(t.integer, a->len);
  Type* ptrType = ptr ? xt : pb.in.ctx->pointerTo(xt);
  RegId ptrReg = base.kind == Place::Mem ? (base.off == 0 ? base.base : addr(base)) : kNoReg;
  if (base.kind == Place::Elem) ptrReg = addr(base);
  countedLoop(s, n, t.integer, [&](RegId i) {
    if (base.kind == Place::Blank) {
      bindRange(s, s->key, i, t.integer);
      return;
    }
    Place p = base;
    if (base.kind == Place::Reg) {
      p.steps.push_back({p.off, p.type, i});
      p.off = 0;
    } else {
      p = Place{};
      p.kind = Place::Elem;
      p.base = ptrReg;
      p.index = i;
      p.container = ptrType;
      p.nonNil = base.nonNil;
      p.noBounds = true;
      p.pos = s->pos;
    }
    p.type = a->elem;
    if (bindInPhases(
            s, i, t.integer, [&] { return load(p); }, p.type))
      return;
    bindRange(s, s->key, i, t.integer);
    bindElem(s, p);
  });
}

void FuncBuilder::rangeString(ast::RangeStmt* s) {
  RegId x = copyOf(exprAs(s->x, typeOf(s->x)));
  RegId n = extract(x, t.integer, 8);
  RegId i = var(t.integer), next = var(t.integer);
  copyTo(i, constInt(t.integer, 0));
  Block* body = newBlock();
  Block* cont = newBlock();
  Block* end = newBlock();
  branch(binary(Op::Lt, t.integer, i, n, t.boolean), body, end);
  start(body);
  RegId rune = temp(t.int32);
  Instr& dec = emit(Op::StrRange);
  dec.args = {{x}, {i}};
  dec.results = {rune, next};
  if (!bindInPhases(
          s, i, t.integer, [&] { return rune; }, t.int32)) {
    bindRange(s, s->key, i, t.integer);
    bindRange(s, s->val, rune, t.int32);
  }
  loopBody(s, end, cont);
  start(cont);
  pos_ = s->pos;
  copyTo(i, next);
  branch(binary(Op::Lt, t.integer, i, n, t.boolean), body, end);
  start(end);
}

void FuncBuilder::rangeMap(ast::RangeStmt* s) {
  Type* xt = typeOf(s->x);
  types::Map* m = types::asMap(xt);
  RegId x = expr(s->x);
  RegId it = var(iterType(*pb.in.ctx));
  Instr& init = emit(Op::MapIterInit, xt);
  init.dst = it;
  init.type2 = regType(it);
  init.a = {x};
  Block* head = newBlock();
  Block* body = newBlock();
  Block* end = newBlock();
  start(head);
  pos_ = s->pos;
  RegId ok = temp(t.boolean);
  RegId key = isBlank(s->key) ? kNoReg : temp(m->key);
  RegId val = isBlank(s->val) ? kNoReg : temp(m->elem);
  Instr& next = emit(Op::MapIterNext, xt);
  next.dst = it;
  next.results = {ok, key, val};
  branch(ok, body, end);
  start(body);
  if (!bindInPhases(
          s, key, m->key, [&] { return val; }, m->elem)) {
    bindRange(s, s->key, key, m->key);
    bindRange(s, s->val, val, m->elem);
  }
  loopBody(s, end, head);
  jump(head);
  start(end);
}

void FuncBuilder::rangeChan(ast::RangeStmt* s) {
  Type* xt = typeOf(s->x);
  types::Chan* c = types::asChan(xt);
  RegId x = copyOf(expr(s->x));
  Block* head = newBlock();
  Block* body = newBlock();
  Block* end = newBlock();
  start(head);
  pos_ = s->pos;
  RegId v = temp(c->elem), ok = temp(t.boolean);
  Instr& r = emit(Op::ChanRecv, xt);
  r.args = {{x}};
  r.results = {v, ok};
  branch(ok, body, end);
  start(body);
  bindRange(s, s->key, v, c->elem);
  loopBody(s, end, head);
  jump(head);
  start(end);
}

}  // namespace hood::ir
