// Conversions: explicit T(x) and the implicit ones of assignment.
#include "base/check.h"
#include "compiler/ir/ast_walk.h"
#include "compiler/ir/func_builder.h"

namespace hood::ir {

using types::TypeKind;

namespace {

bool isByteSlice(Type* t) {
  types::SliceType* s = types::asSlice(t);
  types::Basic* b = s ? types::asBasic(s->elem) : nullptr;
  return b && b->basic == types::BasicKind::Uint8;
}

bool isRuneSlice(Type* t) {
  types::SliceType* s = types::asSlice(t);
  types::Basic* b = s ? types::asBasic(s->elem) : nullptr;
  return b && b->basic == types::BasicKind::Int32;
}

bool isWord(Type* t, types::BasicKind k) {
  types::Basic* b = types::asBasic(t);
  return b && b->basic == k;
}

}  // namespace

RegId FuncBuilder::toIface(RegId v, Type* from, Type* to, Pos pos) {
  Pos saved = pos_;
  pos_ = pos;
  pb.needType(from);
  RegId r = temp(to);
  Instr& i = emit(Op::ToIface, from);
  i.type2 = to;
  i.dst = r;
  i.a = {v};
  pos_ = saved;
  return r;
}

RegId FuncBuilder::implicitConvert(RegId v, Type* from, Type* to, Pos pos) {
  if (!types::isInterface(to)) return v;
  if (!types::isInterface(from)) return toIface(v, from, to, pos);
  types::Interface* a = types::asInterface(from);
  types::Interface* b = types::asInterface(to);
  types::completeInterface(a);
  types::completeInterface(b);
  // Interfaces with the same methods share their itabs.
  if (types::identical(a, b)) return v;
  RegId r = temp(to);
  Instr& i = emit(Op::IfaceToIface, from);
  i.type2 = to;
  i.dst = r;
  i.a = {v};
  i.pos = pos;
  return r;
}

RegId FuncBuilder::convert(RegId v, Type* from, Type* to, Pos pos) {
  if (types::isInterface(to)) return implicitConvert(v, from, to, pos);
  Pos saved = pos_;
  pos_ = pos;
  RegId r = v;
  if (isWord(from, types::BasicKind::UnsafePointer) || isWord(to, types::BasicKind::UnsafePointer)) f->usesUnsafe = true;
  if (types::isString(to)) {
    if (isByteSlice(from))
      r = unary(Op::BytesToStr, from, v, to);
    else if (isRuneSlice(from))
      r = unary(Op::RunesToStr, from, v, to);
    else if (types::isInteger(from))
      r = unary(Op::IntToStr, from, v, to);
  } else if (types::isString(from)) {
    if (isByteSlice(to))
      r = unary(Op::StrToBytes, from, v, to);
    else if (isRuneSlice(to))
      r = unary(Op::StrToRunes, from, v, to);
  } else if (types::isNumeric(from) && types::isNumeric(to)) {
    if (types::asBasic(from)->basic != types::asBasic(to)->basic) {
      r = unary(Op::Convert, from, v, to);
      cur->instrs.back().type2 = to;
    }
  } else if (types::asSlice(from) && types::asPointer(to)) {
    r = unary(Op::SliceToArrayPtr, from, v, to);
    cur->instrs.back().type2 = to;
  } else if (types::asSlice(from) && types::asArray(to)) {
    Type* ptr = pb.in.ctx->pointerTo(to);
    RegId a = unary(Op::SliceToArrayPtr, from, v, ptr);
    cur->instrs.back().type2 = ptr;
    // A zero-length array needs no memory, and a nil slice has none.
    r = types::sizeOf(to) == 0 ? zero(to) : load(memPlace(a, to, true, pos));
  } else if (isWord(from, types::BasicKind::Uintptr) != isWord(to, types::BasicKind::Uintptr)) {
    r = unary(Op::Convert, from, v, to);  // unsafe.Pointer <-> uintptr
    cur->instrs.back().type2 = to;
  }
  pos_ = saved;
  return r;
}

RegId FuncBuilder::conversion(ast::CallExpr* e) {
  ast::Expr* x = e->args[0];
  Type* to = typeOf(e);
  if (isNil(x)) return zero(to);
  Type* from = typeOf(x);
  if (unparen(x)->mode == ast::Mode::Constant && unparen(x)->value) {
    if (types::isInterface(to)) return exprAs(x, to);
    // string(rune), []byte("…") and conversions to non-constant types keep the operand's own type.
    if (types::asBasic(to) && types::isString(to) && types::isInteger(from))
      return unary(Op::IntToStr, from, constant(unparen(x), from), to);
    if (types::asBasic(to) && !isWord(to, types::BasicKind::UnsafePointer)) return constant(unparen(x), to);
  }
  return convert(expr(x), from, to, e->pos);
}

}  // namespace hood::ir
