// Places: what can be read, written and addressed. A value held in a register is a place too, so that x.f and x[i] are
// lowered one way whether x is a variable in the frame, in memory, or the result of a call.
#include "base/check.h"
#include "compiler/ir/ast_walk.h"
#include "compiler/ir/func_builder.h"

namespace hood::ir {

using ast::NodeKind;

// ---- making places --------------------------------------------------------------------------------------------

Place FuncBuilder::regPlace(RegId r, Type* type, Pos pos) {
  Place p;
  p.kind = Place::Reg;
  p.type = type;
  p.base = r;
  p.pos = pos;
  return p;
}

Place FuncBuilder::memPlace(RegId ptr, Type* type, bool nonNil, Pos pos) {
  Place p;
  p.kind = Place::Mem;
  p.type = type;
  p.base = ptr;
  p.nonNil = nonNil;
  p.pos = pos;
  return p;
}

Place FuncBuilder::varPlace(types::Var* v, Pos pos) {
  if (v->isPackageLevel) {
    RegId r = temp(pb.in.ctx->pointerTo(v->type));
    Instr& i = emit(Op::GlobalAddr);
    i.dst = r;
    i.global = pb.globalFor(v);
    return memPlace(r, v->type, true, pos);
  }
  Storage s = storageOf(v);
  return s.kind == Storage::Box ? memPlace(s.reg, v->type, true, pos) : regPlace(s.reg, v->type, pos);
}

Place FuncBuilder::derefPlace(RegId ptr, Type* elem, Pos pos) { return memPlace(ptr, elem, false, pos); }

Place FuncBuilder::place(ast::Expr* e) {
  e = unparen(e);
  switch (e->kind) {
    case NodeKind::Ident: {
      types::Object* o = ast::as<ast::Ident>(e)->obj;
      if (o && o->kind == types::ObjectKind::Var && e->mode != ast::Mode::Constant)
        return varPlace(static_cast<types::Var*>(o), e->pos);
      break;
    }
    case NodeKind::StarExpr: {
      ast::Expr* x = ast::as<ast::StarExpr>(e)->x;
      return derefPlace(expr(x), types::asPointer(typeOf(x))->elem, e->pos);
    }
    case NodeKind::SelectorExpr: return selectorPlace(ast::as<ast::SelectorExpr>(e));
    case NodeKind::IndexExpr: return indexPlace(ast::as<ast::IndexExpr>(e));
    case NodeKind::CompositeLit:
      if (isLarge(e->type)) return memPlace(addrOfLit(ast::as<ast::CompositeLit>(e)), e->type, true, e->pos);
      break;
    default: break;
  }
  return regPlace(expr(e), typeOf(e), e->pos);
}

Place FuncBuilder::fieldOf(Place p, types::Struct* s, int field) {
  int64_t off = types::offsetsOf(s)[static_cast<size_t>(field)];
  if (p.kind == Place::Elem) {
    RegId a = addr(p);
    p = memPlace(a, p.type, true, p.pos);
  } else if (p.kind == Place::MapElem) {
    p = regPlace(load(p), p.type, p.pos);
  }
  p.off += off;
  p.type = s->fields[static_cast<size_t>(field)]->type;
  return p;
}

// Follows the first n field indices of a selection, through embedded pointers.
Place FuncBuilder::walkFields(Place p, const std::vector<int>& index, size_t n, Pos pos) {
  for (size_t i = 0; i < n; i++) {
    if (types::Pointer* ptr = types::asPointer(p.type)) p = derefPlace(load(p), ptr->elem, pos);
    p = fieldOf(p, types::asStruct(p.type), index[i]);
  }
  return p;
}

Place FuncBuilder::selectorPlace(ast::SelectorExpr* e) {
  if (!e->selection) {  // pkg.Name
    types::Object* o = e->sel->obj;
    if (o && o->kind == types::ObjectKind::Var) return varPlace(static_cast<types::Var*>(o), e->pos);
    return regPlace(expr(e), typeOf(e), e->pos);
  }
  if (e->selection->kind != types::SelectionKind::Field) return regPlace(expr(e), typeOf(e), e->pos);
  ast::Expr* x = e->x;
  Place p;
  if (types::Pointer* ptr = types::asPointer(typeOf(x))) {
    p = derefPlace(expr(x), ptr->elem, e->pos);
  } else {
    p = place(x);
    p.pos = e->pos;
  }
  return walkFields(p, e->selection->index, e->selection->index.size(), e->pos);
}

RegId FuncBuilder::indexValue(ast::Expr* e) { return exprAs(e, typeOf(e)); }

uint8_t FuncBuilder::unsignedIndex(ast::Expr* e) {
  Type* type = typeOf(e);
  return e->value == nullptr && types::isUnsigned(type) && types::sizeOf(type) == 8;
}

Place FuncBuilder::indexPlace(ast::IndexExpr* e) {
  ast::Expr* x = e->x;
  ast::Expr* index = e->indices[0];
  Type* xt = typeOf(x);
  Place p;
  p.pos = e->pos;
  p.type = typeOf(e);
  if (types::Map* m = types::asMap(xt)) {
    std::vector<RegId> ops = exprList({x, index}, {xt, m->key});
    p.kind = Place::MapElem;
    p.base = ops[0];
    p.index = ops[1];
    p.container = xt;
    p.type = m->elem;
    return p;
  }
  if (types::asSlice(xt)) {
    std::vector<RegId> ops = exprList({x, index}, {xt, typeOf(index)});
    p.kind = Place::Elem;
    p.base = ops[0];
    p.index = ops[1];
    p.unsignedIndex = unsignedIndex(index);
    p.container = xt;
    p.type = types::asSlice(xt)->elem;
    return p;
  }
  if (types::Pointer* ptr = types::asPointer(xt)) {
    Place arr = derefPlace(expr(x), ptr->elem, e->pos);
    return elemOf(arr, index, e->pos);
  }
  if (types::asArray(xt)) return elemOf(place(x), index, e->pos);
  return regPlace(expr(e), p.type, e->pos);  // a string's byte
}

// The element `index` of an array place.
Place FuncBuilder::elemOf(Place p, ast::Expr* index, Pos pos) {
  types::Array* a = types::asArray(p.type);
  int64_t constIndex = -1;
  if (index->value) constant::int64Val(index->value, &constIndex);
  if (p.kind == Place::MapElem) p = regPlace(load(p), p.type, pos);
  if (p.kind == Place::Elem) p = memPlace(addr(p), p.type, true, pos);
  p.pos = pos;
  if (constIndex >= 0 && constIndex < a->len) {
    p.off += constIndex * types::sizeOf(a->elem);
    p.type = a->elem;
    return p;
  }
  if (p.kind == Place::Mem) {
    Type* ptrType = pb.in.ctx->pointerTo(p.type);
    RegId base = p.off == 0 ? p.base : addr(p);
    Place q;
    q.kind = Place::Elem;
    q.base = base;
    q.index = indexValue(index);
    q.unsignedIndex = unsignedIndex(index);
    q.container = ptrType;
    q.type = a->elem;
    q.pos = pos;
    q.nonNil = p.nonNil || p.off != 0;
    return q;
  }
  p.steps.push_back({p.off, p.type, indexValue(index), unsignedIndex(index)});
  p.off = 0;
  p.type = a->elem;
  return p;
}

// ---- using places ---------------------------------------------------------------------------------------------

RegId FuncBuilder::load(const Place& p) {
  Pos saved = pos_;
  if (p.pos.valid()) pos_ = p.pos;
  RegId r = kNoReg;
  switch (p.kind) {
    case Place::Blank: HOOD_UNREACHABLE("load of _");
    case Place::Reg: {
      r = p.base;
      for (const Place::Step& s : p.steps) {
        r = extract(r, s.array, s.off);
        Type* elem = types::asArray(s.array)->elem;
        RegId v = temp(elem);
        Instr& i = emit(Op::ArrayLoad, elem);
        i.dst = v;
        i.type2 = s.array;
        i.a = {r};
        i.b = {s.index};
        i.unsignedIndex = s.unsignedIndex;
        r = v;
      }
      if (p.off != 0 || types::sizeOf(p.type) != types::sizeOf(regType(r)) || under(p.type) != under(regType(r)))
        r = extract(r, p.type, p.off);
      break;
    }
    case Place::Mem: {
      r = temp(p.type);
      Instr& i = emit(Op::Load, p.type);
      i.dst = r;
      i.a = {p.base};
      i.off = p.off;
      i.nonNil = p.nonNil;
      break;
    }
    case Place::Elem: {
      r = temp(p.type);
      Instr& i = emit(Op::IndexLoad, p.type);
      i.dst = r;
      i.type2 = p.container;
      i.a = {p.base};
      i.b = {p.index};
      i.nonNil = p.nonNil;
      i.noBounds = p.noBounds;
      i.unsignedIndex = p.unsignedIndex;
      break;
    }
    case Place::MapElem: {
      r = temp(p.type);
      Instr& i = emit(Op::MapGet, p.container);
      i.args = {{p.base}, {p.index}};
      i.results = {r};
      break;
    }
  }
  pos_ = saved;
  return r;
}

void FuncBuilder::store(const Place& p, RegId v) {
  Pos saved = pos_;
  if (p.pos.valid()) pos_ = p.pos;
  switch (p.kind) {
    case Place::Blank: break;
    case Place::Reg: {
      if (p.steps.empty()) {
        if (p.off == 0 && types::sizeOf(p.type) == types::sizeOf(regType(p.base))) {
          copyTo(p.base, v);
        } else {
          insert(p.base, v, p.type, p.off);
        }
        break;
      }
      // Reads the enclosing elements inwards, changes the innermost, writes them back outwards.
      std::vector<RegId> arrays, whole;
      RegId r = p.base;
      for (size_t k = 0; k < p.steps.size(); k++) {
        const Place::Step& s = p.steps[k];
        whole.push_back(r);
        bool exact = s.off == 0 && types::sizeOf(s.array) == types::sizeOf(regType(r));
        RegId arr = r;
        if (!exact) {
          arr = var(s.array);
          copyTo(arr, extract(r, s.array, s.off));
        }
        arrays.push_back(arr);
        Type* elem = types::asArray(s.array)->elem;
        bool last = k + 1 == p.steps.size();
        if (last && p.off == 0 && types::sizeOf(elem) == types::sizeOf(p.type)) {
          r = v;
          break;
        }
        r = var(elem);
        Instr& i = emit(Op::ArrayLoad, elem);
        i.dst = r;
        i.type2 = s.array;
        i.a = {arr};
        i.b = {s.index};
        i.unsignedIndex = s.unsignedIndex;
        if (last) insert(r, v, p.type, p.off);
      }
      for (size_t k = p.steps.size(); k-- > 0;) {
        const Place::Step& s = p.steps[k];
        Instr& i = emit(Op::ArrayStore, types::asArray(s.array)->elem);
        i.dst = arrays[k];
        i.type2 = s.array;
        i.a = {r};
        i.b = {s.index};
        i.unsignedIndex = s.unsignedIndex;
        if (arrays[k] != whole[k]) insert(whole[k], arrays[k], s.array, s.off);
        r = whole[k];
      }
      break;
    }
    case Place::Mem: {
      Instr& i = emit(Op::Store, p.type);
      i.a = {p.base};
      i.b = {v};
      i.off = p.off;
      i.nonNil = p.nonNil;
      break;
    }
    case Place::Elem: {
      Instr& i = emit(Op::IndexStore, p.type);
      i.type2 = p.container;
      i.a = {p.base};
      i.b = {p.index};
      i.c = {v};
      i.nonNil = p.nonNil;
      i.noBounds = p.noBounds;
      i.unsignedIndex = p.unsignedIndex;
      break;
    }
    case Place::MapElem: {
      Instr& i = emit(Op::MapSet, p.container);
      i.args = {{p.base}, {p.index}, {v}};
      break;
    }
  }
  pos_ = saved;
}

RegId FuncBuilder::addr(const Place& p) {
  Pos saved = pos_;
  if (p.pos.valid()) pos_ = p.pos;
  RegId r = temp(pb.in.ctx->pointerTo(p.type));
  if (p.kind == Place::Mem) {
    if (p.off == 0 && p.nonNil) {
      pos_ = saved;
      return p.base;
    }
    Instr& i = emit(Op::FieldAddr, p.type);
    i.dst = r;
    i.a = {p.base};
    i.off = p.off;
    i.nonNil = p.nonNil;
  } else {
    HOOD_CHECK(p.kind == Place::Elem);
    Instr& i = emit(Op::IndexAddr, p.type);
    i.dst = r;
    i.type2 = p.container;
    i.a = {p.base};
    i.b = {p.index};
    i.nonNil = p.nonNil;
    i.noBounds = p.noBounds;
    i.unsignedIndex = p.unsignedIndex;
  }
  pos_ = saved;
  return r;
}

RegId FuncBuilder::addrOf(ast::Expr* e) {
  e = unparen(e);
  if (e->kind == NodeKind::CompositeLit) return addrOfLit(ast::as<ast::CompositeLit>(e));
  Place p = place(e);
  // Not addressable after all: &*p of a zero-size dereference and the like never get here; a register cannot be pointed to.
  HOOD_CHECK(p.kind == Place::Mem || p.kind == Place::Elem);
  return addr(p);
}

namespace {

// A memory place that Move can name by a pointer.
bool isMemory(const Place& p) { return p.kind == Place::Mem || p.kind == Place::Elem; }

}  // namespace

void FuncBuilder::storeExpr(const Place& p, ast::Expr* e, bool fresh) {
  ast::Expr* x = unparen(e);
  bool same = types::identical(typeOf(x), p.type);
  if (!isMemory(p) || !same || x->mode == ast::Mode::Constant) {
    store(p, exprAs(e, p.type));
    return;
  }
  if (x->kind == NodeKind::CompositeLit && fresh && (types::asStruct(p.type) || types::asArray(p.type))) {
    litInto(p, ast::as<ast::CompositeLit>(x));
    return;
  }
  if (!isLarge(p.type)) {
    store(p, exprAs(e, p.type));
    return;
  }
  Place src = place(x);
  if (!isMemory(src)) {
    store(p, load(src));
    return;
  }
  RegId from = addr(src), to = addr(p);
  Instr& i = emit(Op::Move, p.type);
  i.a = {to};
  i.b = {from};
  i.nonNil = false;
}

}  // namespace hood::ir
