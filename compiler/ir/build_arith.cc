// Operators: arithmetic, comparison (mixed interface and concrete operands, nil), string concatenation, constants.
#include <cstring>

#include "base/check.h"
#include "compiler/ir/ast_walk.h"
#include "compiler/ir/func_builder.h"

namespace hood::ir {

using ast::NodeKind;

// ---- constants ------------------------------------------------------------------------------------------------

RegId FuncBuilder::constant(ast::Expr* e, Type* type) { return constantOf(e->value, type); }

namespace {

int64_t intBits(const constant::Value* v) {
  int64_t i = 0;
  uint64_t u = 0;
  if (constant::int64Val(v, &i)) return i;
  HOOD_CHECK(constant::uint64Val(v, &u));
  return static_cast<int64_t>(u);
}

int64_t floatBits(double d, bool single) {
  if (single) {
    float s = static_cast<float>(d);
    uint32_t u;
    std::memcpy(&u, &s, sizeof u);
    return u;
  }
  int64_t i;
  std::memcpy(&i, &d, sizeof i);
  return i;
}

}  // namespace

RegId FuncBuilder::constantOf(const constant::Value* v, Type* type) {
  types::Basic* b = types::asBasic(type);
  // In generic code a constant may have the type it is converted to: []byte("…"), string('x').
  if (!b && types::asSlice(type)) return convert(constantOf(v, t.string), t.string, type, pos_);
  HOOD_CHECK(b != nullptr);
  if ((b->info & types::IsString) && constant::kindOf(v) == constant::Kind::Int)
    return convert(constantOf(v, t.integer), t.integer, type, pos_);
  constant::Pool& pool = *pb.in.consts;
  if (b->info & types::IsBoolean) return constInt(type, constant::boolVal(v));
  if (b->info & types::IsString) {
    RegId r = temp(type);
    Instr& i = emit(Op::ConstString, type);
    i.dst = r;
    i.str = pb.in.ctx->arena.copy(constant::stringVal(v));
    return r;
  }
  if (b->info & types::IsInteger || b->basic == types::BasicKind::UnsafePointer)
    return constInt(type, intBits(pool.toInt(v)));
  bool single = b->basic == types::BasicKind::Float32 || b->basic == types::BasicKind::Complex64;
  auto floatReg = [&](const constant::Value* x, Type* ft) {
    RegId r = temp(ft);
    Instr& i = emit(Op::ConstFloat, ft);
    i.dst = r;
    double d = single ? constant::float32Val(x) : constant::float64Val(x);
    i.imm = floatBits(d, single);
    return r;
  };
  if (b->info & types::IsFloat) return floatReg(v, type);
  HOOD_CHECK(b->info & types::IsComplex);
  Type* part = single ? t.float32 : t.float64;
  RegId re = floatReg(pool.real(v), part);
  RegId im = floatReg(pool.imag(v), part);
  return binary(Op::Complex, type, re, im, type);
}

// ---- arithmetic -----------------------------------------------------------------------------------------------

namespace {

Op arithOp(ast::Op op) {
  switch (op) {
    case ast::Op::Add: return Op::Add;
    case ast::Op::Sub: return Op::Sub;
    case ast::Op::Mul: return Op::Mul;
    case ast::Op::Quo: return Op::Quo;
    case ast::Op::Rem: return Op::Rem;
    case ast::Op::And: return Op::And;
    case ast::Op::Or: return Op::Or;
    case ast::Op::Xor: return Op::Xor;
    case ast::Op::AndNot: return Op::AndNot;
    case ast::Op::Shl: return Op::Shl;
    case ast::Op::Shr: return Op::Shr;
    default: HOOD_UNREACHABLE("arithmetic operator");
  }
}

Op compareOp(ast::Op op) {
  switch (op) {
    case ast::Op::Eql: return Op::Eq;
    case ast::Op::Neq: return Op::Ne;
    case ast::Op::Lss: return Op::Lt;
    case ast::Op::Leq: return Op::Le;
    case ast::Op::Gtr: return Op::Gt;
    case ast::Op::Geq: return Op::Ge;
    default: HOOD_UNREACHABLE("comparison operator");
  }
}

bool isComparison(ast::Op op) { return op >= ast::Op::Eql && op <= ast::Op::Geq; }

}  // namespace

RegId FuncBuilder::arith(ast::Op op, Type* type, RegId x, RegId y, Type* yType, Pos pos) {
  Pos saved = pos_;
  pos_ = pos;
  RegId r = temp(type);
  if (op == ast::Op::Add && types::isString(type)) {
    Instr& i = emit(Op::StrConcat, type);
    i.dst = r;
    i.args = {{x}, {y}};
  } else {
    Instr& i = emit(arithOp(op), type);
    i.dst = r;
    i.a = {x};
    i.b = {y};
    if (op == ast::Op::Shl || op == ast::Op::Shr) i.type2 = yType;
  }
  pos_ = saved;
  return r;
}

RegId FuncBuilder::binaryExpr(ast::BinaryExpr* e) {
  Type* type = typeOf(e);
  Pos pos = e->opPos.valid() ? e->opPos : e->pos;
  if (e->op == ast::Op::LAnd || e->op == ast::Op::LOr) return logical(e);
  if (isComparison(e->op)) return comparison(e->op, e->x, e->y, pos);
  if (e->op == ast::Op::Add && types::isString(type)) return concat(e);
  bool shift = e->op == ast::Op::Shl || e->op == ast::Op::Shr;
  Type* yType = shift ? typeOf(e->y) : type;
  std::vector<RegId> ops = exprList({e->x, e->y}, {type, yType});
  return arith(e->op, type, ops[0], ops[1], yType, pos);
}

RegId FuncBuilder::concat(ast::BinaryExpr* e) {
  std::vector<ast::Expr*> parts;
  std::vector<ast::Expr*> stack{e};
  while (!stack.empty()) {
    ast::Expr* x = unparen(stack.back());
    stack.pop_back();
    auto* b = x->kind == NodeKind::BinaryExpr && x->mode != ast::Mode::Constant ? ast::as<ast::BinaryExpr>(x) : nullptr;
    if (b && b->op == ast::Op::Add) {
      stack.push_back(b->y);
      stack.push_back(b->x);
    } else {
      parts.push_back(x);
    }
  }
  std::vector<RegId> regs = exprList(parts, std::vector<Type*>(parts.size(), typeOf(e)));
  RegId r = temp(typeOf(e));
  Instr& i = emit(Op::StrConcat, typeOf(e));
  i.dst = r;
  for (RegId p : regs) i.args.push_back({p});
  return r;
}

RegId FuncBuilder::unaryExpr(ast::UnaryExpr* e) {
  Type* type = typeOf(e);
  switch (e->op) {
    case ast::Op::Add: return expr(e->x);
    case ast::Op::Sub: return unary(Op::Neg, type, expr(e->x), type);
    case ast::Op::Xor: return unary(Op::Not, type, expr(e->x), type);
    case ast::Op::Not: return unary(Op::Not, type, expr(e->x), type);
    case ast::Op::Addr: return addrOf(e->x);
    case ast::Op::Arrow: return recvExpr(e, nullptr);
    default: HOOD_UNREACHABLE("unary operator");
  }
}

// ---- comparison -----------------------------------------------------------------------------------------------

RegId FuncBuilder::isNilReg(RegId v, Type* type) {
  RegId word = v;
  if (types::asSlice(type) || types::isInterface(type)) word = extract(v, t.uintptr, 0);
  return binary(Op::Eq, t.uintptr, word, constInt(t.uintptr, 0), t.boolean);
}

RegId FuncBuilder::compareNil(ast::Op op, ast::Expr* x, Pos pos) {
  Type* type = typeOf(x);
  RegId v = expr(x);
  pos_ = pos;
  if (types::asSlice(type) || types::isInterface(type)) v = extract(v, t.uintptr, 0);
  return binary(compareOp(op), t.uintptr, v, constInt(t.uintptr, 0), t.boolean);
}

RegId FuncBuilder::comparison(ast::Op op, ast::Expr* x, ast::Expr* y, Pos pos) {
  Pos saved = pos_;
  RegId r = kNoReg;
  if (isNil(x) && isNil(y)) {
    r = constInt(t.boolean, op == ast::Op::Eql);
  } else if (isNil(y)) {
    r = compareNil(op, x, pos);
  } else if (isNil(x)) {
    r = compareNil(op, y, pos);
  } else {
    Type* xt = typeOf(x);
    Type* yt = typeOf(y);
    Type* common = xt;
    if (types::isInterface(yt) && !types::isInterface(xt)) common = yt;
    // An untyped constant takes the other side's type even where the checker left its default.
    if (!types::isInterface(common) && x->mode == ast::Mode::Constant && y->mode != ast::Mode::Constant) common = yt;
    // Of two interfaces the one that the other implements is the common ground.
    if (types::isInterface(xt) && types::isInterface(yt) && !types::identical(xt, yt) &&
        types::implements(xt, types::asInterface(yt)))
      common = yt;
    if (isLarge(common)) {
      r = compareLarge(op, x, y, common, pos);
    } else {
      std::vector<RegId> ops = exprList({x, y}, {common, common});
      r = compareRegs(op, common, ops[0], ops[1], pos);
    }
  }
  pos_ = saved;
  return r;
}

// == and != of values too large for registers: arrays element by element, structs field by field, in memory.
RegId FuncBuilder::compareLarge(ast::Op op, ast::Expr* x, ast::Expr* y, Type* type, Pos pos) {
  RegId a = addressOfValue(x, type), b = addressOfValue(y, type);
  RegId equal = var(t.boolean);
  Block* differ = newBlock();
  Block* end = newBlock();
  compareMemory(memPlace(a, type, true, pos), memPlace(b, type, true, pos), differ);
  copyTo(equal, constInt(t.boolean, op == ast::Op::Eql));
  jump(end);
  start(differ);
  copyTo(equal, constInt(t.boolean, op == ast::Op::Neq));
  start(end);
  return equal;
}

// Where a large value is, or a copy of it, in memory.
RegId FuncBuilder::addressOfValue(ast::Expr* e, Type* type) {
  Place p = place(e);
  if (p.kind == Place::Mem || p.kind == Place::Elem) return addr(p);
  RegId copy = newObject(type);
  store(memPlace(copy, type, true, e->pos), load(p));
  return copy;
}

// Falls through when the values at a and b are equal.
void FuncBuilder::compareMemory(const Place& a, const Place& b, Block* differ) {
  if (!isLarge(a.type)) {
    Block* next = newBlock();
    RegId x = load(a), y = load(b);
    branch(compareRegs(ast::Op::Eql, a.type, x, y, a.pos), next, differ);
    start(next);
    return;
  }
  if (types::Struct* s = types::asStruct(a.type)) {
    for (size_t k = 0; k < s->fields.size(); k++) {
      int field = static_cast<int>(k);
      if (s->fields[k]->name != "_") compareMemory(fieldOf(a, s, field), fieldOf(b, s, field), differ);
    }
    return;
  }
  types::Array* arr = types::asArray(a.type);
  RegId baseA = addr(a), baseB = addr(b), i = var(t.integer);
  copyTo(i, constInt(t.integer, 0));
  Block* body = newBlock();
  Block* end = newBlock();
  start(body);
  auto elem = [&](RegId base) {
    Place p;
    p.kind = Place::Elem;
    p.base = base;
    p.index = i;
    p.container = pb.in.ctx->pointerTo(arr);
    p.type = arr->elem;
    p.nonNil = p.noBounds = true;
    p.pos = a.pos;
    return isLarge(arr->elem) ? memPlace(addr(p), arr->elem, true, a.pos) : p;
  };
  Place ea = elem(baseA), eb = elem(baseB);
  compareMemory(ea, eb, differ);
  copyTo(i, binary(Op::Add, t.integer, i, constInt(t.integer, 1), t.integer));
  branch(binary(Op::Lt, t.integer, i, constInt(t.integer, arr->len), t.boolean), body, end);
  start(end);
}

RegId FuncBuilder::compareRegs(ast::Op op, Type* type, RegId x, RegId y, Pos pos) {
  Pos saved = pos_;
  pos_ = pos;
  RegId r = binary(compareOp(op), type, x, y, t.boolean);
  pos_ = saved;
  return r;
}

}  // namespace hood::ir
