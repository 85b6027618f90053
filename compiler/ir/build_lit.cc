// Composite literals. Struct and array literals fill a zeroed place, in a register or in memory; slices and maps are
// allocated first. Literals that are constant throughout are copied from static data when that is shorter than code.
#include "base/check.h"
#include "compiler/ir/ast_walk.h"
#include "compiler/ir/func_builder.h"

namespace hood::ir {

using ast::NodeKind;

namespace {

constexpr size_t kStaticElems = 8;      // literals with fewer elements are stored one by one
constexpr size_t kMapLoopEntries = 25;  // map literals with more constant entries are filled by a loop

// The elements of an array or slice literal with their indices; returns the length.
int64_t indexedElems(ast::CompositeLit* e, std::vector<std::pair<int64_t, ast::Expr*>>* out) {
  int64_t next = 0, max = 0;
  for (ast::Expr* x : e->elems) {
    if (x->kind == NodeKind::KeyValueExpr) {
      auto* kv = ast::as<ast::KeyValueExpr>(x);
      HOOD_CHECK(kv->key->value && constant::int64Val(kv->key->value, &next));
      x = kv->val;
    }
    out->push_back({next++, x});
    if (next > max) max = next;
  }
  return max;
}

size_t countLeaves(ast::Expr* e) {
  e = unparen(e);
  if (e->kind == NodeKind::KeyValueExpr) return countLeaves(ast::as<ast::KeyValueExpr>(e)->val);
  if (e->kind != NodeKind::CompositeLit) return 1;
  size_t n = 0;
  for (ast::Expr* x : ast::as<ast::CompositeLit>(e)->elems) n += countLeaves(x);
  return n;
}

// The literal's own type: elided &T{…} in a []*T has pointer type, its elements are T's.
Type* litType(ast::CompositeLit* e) {
  if (!e->typeExpr)
    if (types::Pointer* p = types::asPointer(e->type)) return p->elem;
  return e->type;
}

bool isPointerLit(ast::CompositeLit* e) { return !e->typeExpr && types::asPointer(e->type); }

}  // namespace

RegId FuncBuilder::compositeLit(ast::CompositeLit* e) {
  if (isPointerLit(e)) return addrOfLit(e);
  Type* type = e->type;
  if (types::asSlice(type)) return sliceLit(e);
  if (types::asMap(type)) return mapLit(e);
  if (isLarge(type)) return load(memPlace(addrOfLit(e), type, true, e->pos));
  RegId r = var(type);
  emit(Op::Zero, type).dst = r;
  litInto(regPlace(r, type, e->pos), e);
  return r;
}

// &T{…}, and T{…} wherever a literal is needed in memory.
RegId FuncBuilder::addrOfLit(ast::CompositeLit* e) {
  Type* type = litType(e);
  RegId p = newObject(type);
  if (types::asSlice(type)) {
    store(memPlace(p, type, true, e->pos), sliceLit(e));
  } else if (types::asMap(type)) {
    store(memPlace(p, type, true, e->pos), mapLit(e));
  } else {
    litInto(memPlace(p, type, true, e->pos), e);
  }
  return p;
}

void FuncBuilder::litInto(const Place& p, ast::CompositeLit* e) {
  Type* type = litType(e);
  if (types::asStruct(type)) {
    structLit(p, e);
  } else if (types::Array* a = types::asArray(type)) {
    arrayLit(p, e, a->elem);
  } else {
    store(p, expr(e));
  }
}

// Copies the literal from static data. False: not constant, or too small to be worth it.
bool FuncBuilder::copyStatic(const Place& p, ast::CompositeLit* e) {
  if (p.kind != Place::Mem || countLeaves(e) < kStaticElems) return false;
  Global* g = pb.newStatic(p.type, true);
  if (!pb.staticStore(g, 0, p.type, e)) return false;
  RegId from = temp(pb.in.ctx->pointerTo(p.type));
  Instr& a = emit(Op::GlobalAddr);
  a.dst = from;
  a.global = g;
  RegId to = addr(p);
  Instr& i = emit(Op::Move, p.type);
  i.a = {to};
  i.b = {from};
  i.nonNil = true;
  return true;
}

// Fills the elements of a literal: plain reads of memory after the calls that follow them, as exprList() has it.
void FuncBuilder::elemsInto(const std::vector<std::pair<Place, ast::Expr*>>& elems) {
  size_t lastCall = 0;
  for (size_t k = elems.size(); k-- > 1;)
    if (mayCall(elems[k].second)) {
      lastCall = k;
      break;
    }
  std::vector<size_t> late;
  for (size_t k = 0; k < elems.size(); k++) {
    if (k < lastCall && isLate(elems[k].second)) {
      late.push_back(k);
    } else {
      elemInto(elems[k].first, elems[k].second);
    }
  }
  for (size_t k : late) elemInto(elems[k].first, elems[k].second);
}

// The element e of a literal at place p, which holds zeros.
void FuncBuilder::elemInto(const Place& p, ast::Expr* e) {
  ast::Expr* x = unparen(e);
  if (x->kind == NodeKind::CompositeLit && types::identical(x->type, p.type) &&
      (types::asStruct(p.type) || types::asArray(p.type))) {
    litInto(p, ast::as<ast::CompositeLit>(x));
    return;
  }
  if (isNil(x)) return;
  storeExpr(p, x, true);
}

void FuncBuilder::structLit(const Place& p, ast::CompositeLit* e) {
  if (copyStatic(p, e)) return;
  types::Struct* s = types::asStruct(litType(e));
  std::vector<int64_t> offs = types::offsetsOf(s);
  std::vector<std::pair<Place, ast::Expr*>> places;
  for (size_t k = 0; k < e->elems.size(); k++) {
    ast::Expr* x = e->elems[k];
    size_t field = k;
    if (x->kind == NodeKind::KeyValueExpr) {
      auto* kv = ast::as<ast::KeyValueExpr>(x);
      std::string_view name = ast::as<ast::Ident>(unparen(kv->key))->name;
      for (field = 0; field < s->fields.size() && s->fields[field]->name != name;) field++;
      HOOD_CHECK(field < s->fields.size());
      x = kv->val;
    }
    Place q = p;
    q.off += offs[field];
    q.type = s->fields[field]->type;
    q.pos = x->pos;
    places.push_back({q, x});
  }
  elemsInto(places);
}

void FuncBuilder::arrayLit(const Place& p, ast::CompositeLit* e, Type* elem) {
  if (copyStatic(p, e)) return;
  std::vector<std::pair<int64_t, ast::Expr*>> elems;
  indexedElems(e, &elems);
  int64_t size = types::sizeOf(elem);
  std::vector<std::pair<Place, ast::Expr*>> places;
  for (auto& [index, x] : elems) {
    Place q = p;
    q.off += index * size;
    q.type = elem;
    q.pos = x->pos;
    places.push_back({q, x});
  }
  elemsInto(places);
}

RegId FuncBuilder::sliceOfArray(RegId arrayPtr, types::Array* a, Type* slice) {
  RegId r = temp(slice);
  Instr& i = emit(Op::SliceOp, pb.in.ctx->pointerTo(a));
  i.type2 = slice;
  i.dst = r;
  i.a = {arrayPtr};
  i.nonNil = true;
  i.args = {Use{}, Use{}, Use{}};
  return r;
}

RegId FuncBuilder::sliceLit(ast::CompositeLit* e) {
  Type* type = litType(e);
  types::SliceType* s = types::asSlice(type);
  std::vector<std::pair<int64_t, ast::Expr*>> elems;
  auto* a = pb.in.ctx->make<types::Array>(indexedElems(e, &elems), s->elem);
  RegId p = newObject(a);
  arrayLit(memPlace(p, a, true, e->pos), e, s->elem);
  return sliceOfArray(p, a, type);
}

// ---- maps -----------------------------------------------------------------------------------------------------

RegId FuncBuilder::mapLit(ast::CompositeLit* e) {
  Type* type = litType(e);
  RegId hint = constInt(t.integer, static_cast<int64_t>(e->elems.size()));
  RegId m = unary(Op::MakeMap, type, hint, type);
  types::Map* mt = types::asMap(type);
  if (!mapFromArrays(m, mt, e)) mapEntries(m, mt, e);
  return m;
}

void FuncBuilder::mapEntries(RegId m, types::Map* mt, ast::CompositeLit* e) {
  for (ast::Expr* x : e->elems) {
    auto* kv = ast::as<ast::KeyValueExpr>(x);
    std::vector<RegId> ops = exprList({kv->key, kv->val}, {mt->key, mt->elem});
    Instr& i = emit(Op::MapSet, litType(e));
    i.pos = kv->key->pos;
    i.args = {{m}, {ops[0]}, {ops[1]}};
  }
}

// Many constant entries: keys and values in static arrays, and a loop.
bool FuncBuilder::mapFromArrays(RegId m, types::Map* mt, ast::CompositeLit* e) {
  if (e->elems.size() <= kMapLoopEntries) return false;
  auto n = static_cast<int64_t>(e->elems.size());
  auto* keys = pb.in.ctx->make<types::Array>(n, mt->key);
  auto* vals = pb.in.ctx->make<types::Array>(n, mt->elem);
  Global* kg = pb.newStatic(keys, true);
  Global* vg = pb.newStatic(vals, true);
  for (int64_t k = 0; k < n; k++) {
    auto* kv = ast::as<ast::KeyValueExpr>(e->elems[static_cast<size_t>(k)]);
    if (!pb.staticStore(kg, k * types::sizeOf(mt->key), mt->key, kv->key)) return false;
    if (!pb.staticStore(vg, k * types::sizeOf(mt->elem), mt->elem, kv->val)) return false;
  }
  auto staticPtr = [&](Global* g, Type* type) {
    RegId r = temp(pb.in.ctx->pointerTo(type));
    Instr& a = emit(Op::GlobalAddr);
    a.dst = r;
    a.global = g;
    return r;
  };
  RegId kp = staticPtr(kg, keys), vp = staticPtr(vg, vals);
  RegId i = var(t.integer);
  copyTo(i, constInt(t.integer, 0));
  Block* body = newBlock();
  Block* end = newBlock();
  start(body);
  auto elem = [&](RegId base, types::Array* a) {
    Place p;
    p.kind = Place::Elem;
    p.base = base;
    p.index = i;
    p.container = pb.in.ctx->pointerTo(a);
    p.type = a->elem;
    p.nonNil = p.noBounds = true;
    p.pos = e->pos;
    return load(p);
  };
  RegId key = elem(kp, keys), val = elem(vp, vals);
  emit(Op::MapSet, litType(e)).args = {{m}, {key}, {val}};
  copyTo(i, binary(Op::Add, t.integer, i, constInt(t.integer, 1), t.integer));
  branch(binary(Op::Lt, t.integer, i, constInt(t.integer, n), t.boolean), body, end);
  start(end);
  return true;
}

}  // namespace hood::ir
