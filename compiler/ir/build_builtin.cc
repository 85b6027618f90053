// The built-in functions.
#include "base/check.h"
#include "compiler/ir/ast_walk.h"
#include "compiler/ir/func_builder.h"

namespace hood::ir {

using types::BuiltinId;

// The arguments of a built-in, converted as `want` says for each (given its own type); f(g()) passes g's results.
std::vector<RegId> FuncBuilder::builtinArgs(ast::CallExpr* e, std::vector<Type*>* types,
                                            const std::function<Type*(size_t, Type*)>& want) {
  ast::Expr* only = e->args.size() == 1 ? unparen(e->args[0]) : nullptr;
  if (only && only->kind == ast::NodeKind::CallExpr && only->type && only->type->kind == types::TypeKind::Tuple) {
    std::vector<Type*> from = tupleTypes(only);
    std::vector<RegId> regs = multiExpr(only);
    for (size_t i = 0; i < regs.size(); i++) {
      types->push_back(want(i, from[i]));
      regs[i] = implicitConvert(regs[i], from[i], types->back(), e->pos);
    }
    return regs;
  }
  std::vector<ast::Expr*> args(e->args.begin(), e->args.end());
  for (size_t i = 0; i < args.size(); i++) types->push_back(want(i, isNil(args[i]) ? t.pointer : typeOf(args[i])));
  return exprList(args, *types);
}

RegId FuncBuilder::builtin(ast::CallExpr* e, BuiltinId id) {
  Pos saved = pos_;
  pos_ = e->pos;
  RegId r = kNoReg;
  switch (id) {
    case BuiltinId::Append: r = builtinAppend(e); break;
    case BuiltinId::Cap: r = builtinLenCap(e, true); break;
    case BuiltinId::Len: r = builtinLenCap(e, false); break;
    case BuiltinId::Make: r = builtinMake(e); break;
    case BuiltinId::Max: r = builtinMinMax(e, true); break;
    case BuiltinId::Min: r = builtinMinMax(e, false); break;
    case BuiltinId::New: r = newObject(e->args[0]->type); break;
    case BuiltinId::Complex: {
      Type* type = typeOf(e);
      Type* part = types::sizeOf(type) == 8 ? t.float32 : t.float64;
      std::vector<Type*> own;
      std::vector<RegId> ops = builtinArgs(e, &own, [&](size_t, Type*) { return part; });
      r = binary(Op::Complex, type, ops[0], ops[1], type);
      break;
    }
    case BuiltinId::Real: r = unary(Op::Real, typeOf(e->args[0]), expr(e->args[0]), typeOf(e)); break;
    case BuiltinId::Imag: r = unary(Op::Imag, typeOf(e->args[0]), expr(e->args[0]), typeOf(e)); break;
    case BuiltinId::Clear:
    case BuiltinId::Close:
    case BuiltinId::Copy:
    case BuiltinId::Delete:
    case BuiltinId::Panic:
    case BuiltinId::Print:
    case BuiltinId::Println:
    case BuiltinId::Recover: r = emitBuiltin(planBuiltin(e, id)); break;
    default: r = builtinUnsafe(e, id); break;
  }
  pos_ = saved;
  return r;
}

// ---- those that may be a statement, or deferred ---------------------------------------------------------------

CallPlan FuncBuilder::planBuiltin(ast::CallExpr* e, BuiltinId id) {
  CallPlan p;
  p.kind = CallPlan::Builtin;
  p.builtin = id;
  p.pos = e->pos;
  std::vector<Type*> to;
  p.operands = builtinArgs(e, &to, [&](size_t i, Type* own) {
    if (id == BuiltinId::Panic) return t.eface;
    if (id == BuiltinId::Delete && i == 1) return types::asMap(to[0])->key;
    return own;
  });
  p.operandTypes = to;
  if (!to.empty()) p.type = to[0];
  if (id == BuiltinId::Copy) p.type2 = to[1];
  return p;
}

RegId FuncBuilder::emitBuiltin(const CallPlan& p) {
  auto arg = [&](size_t i) { return Use{p.operands[i]}; };
  switch (p.builtin) {
    case BuiltinId::Clear: emit(types::asMap(p.type) ? Op::MapClear : Op::ClearSlice, p.type).a = arg(0); return kNoReg;
    case BuiltinId::Close: emit(Op::ChanClose, p.type).a = arg(0); return kNoReg;
    case BuiltinId::Copy: {
      RegId r = binary(Op::CopySlice, p.type, p.operands[0], p.operands[1], t.integer);
      cur->instrs.back().type2 = p.type2;
      return r;
    }
    case BuiltinId::Delete: emit(Op::MapDelete, p.type).args = {arg(0), arg(1)}; return kNoReg;
    case BuiltinId::Panic:
      emit(Op::Panic, t.eface).a = arg(0);
      emit(Op::Unreachable);
      cur = nullptr;
      return kNoReg;
    case BuiltinId::Print:
    case BuiltinId::Println: {
      Instr& i = emit(Op::Print);
      i.imm = p.builtin == BuiltinId::Println;
      for (RegId r : p.operands) i.args.push_back({r});
      return kNoReg;
    }
    case BuiltinId::Recover: {
      RegId r = temp(t.eface);
      Use frame;  // in the body of a loop: that of the function around it
      if (loop_) frame = {load(varPlace(root()->frameToken_, pos_))};
      Instr& i = emit(Op::Recover, t.eface);
      i.dst = r;
      i.a = frame;
      return r;
    }
    default: HOOD_UNREACHABLE("built-in as a statement");
  }
}

// ---- values ---------------------------------------------------------------------------------------------------

RegId FuncBuilder::builtinLenCap(ast::CallExpr* e, bool cap) {
  ast::Expr* x = e->args[0];
  Type* type = typeOf(x);
  Type* array = types::asPointer(type) ? types::asPointer(type)->elem : type;
  if (types::Array* a = types::asArray(array)) {
    if (mayCall(x)) effects(x);  // the operand is evaluated only for its calls and receives
    return constInt(t.integer, a->len);
  }
  RegId v = expr(x);
  if (types::isString(type)) return extract(v, t.integer, 8);
  if (types::asSlice(type)) return extract(v, t.integer, cap ? 16 : 8);
  return unary(cap ? Op::Cap : Op::Len, type, v, t.integer);
}

RegId FuncBuilder::builtinMake(ast::CallExpr* e) {
  Type* type = e->args[0]->type;
  std::vector<ast::Expr*> sizes(e->args.begin() + 1, e->args.end());
  std::vector<Type*> to;
  for (ast::Expr* s : sizes) {
    bool isConst = s->mode == ast::Mode::Constant;
    to.push_back(isConst ? t.integer : typeOf(s));
  }
  std::vector<RegId> regs = exprList(sizes, to);
  Op op = types::asSlice(type) ? Op::MakeSlice : types::asMap(type) ? Op::MakeMap : Op::MakeChan;
  RegId r = temp(type);
  Instr& i = emit(op, type);
  i.dst = r;
  if (!regs.empty()) i.a = {regs[0]};
  if (regs.size() > 1) i.b = {regs[1]};
  return r;
}

RegId FuncBuilder::builtinAppend(ast::CallExpr* e) {
  Type* type = typeOf(e);
  types::SliceType* st = types::asSlice(type);
  std::vector<Type*> to;
  if (e->ellipsis) {
    Type* from = isNil(e->args[1]) ? type : typeOf(e->args[1]);
    std::vector<RegId> ops = exprList({e->args[0], e->args[1]}, {type, from});
    RegId r = binary(Op::AppendSlice, type, ops[0], ops[1], type);
    cur->instrs.back().type2 = from;
    return r;
  }
  std::vector<RegId> ops = builtinArgs(e, &to, [&](size_t i, Type*) { return i == 0 ? type : st->elem; });
  if (ops.size() == 1) return ops[0];
  RegId r = temp(type);
  Instr& i = emit(Op::AppendElems, type);
  i.dst = r;
  for (RegId o : ops) i.args.push_back({o});
  return r;
}

// min and max. Floats: a NaN operand is the result, and -0 is less than +0; the sign of a zero is told by 1/x.
RegId FuncBuilder::builtinMinMax(ast::CallExpr* e, bool max) {
  Type* type = typeOf(e);
  std::vector<ast::Expr*> args(e->args.begin(), e->args.end());
  std::vector<RegId> ops = exprList(args, std::vector<Type*>(args.size(), type));
  RegId best = var(type);
  copyTo(best, copyOf(ops[0]));
  bool isFloat = types::isFloat(type);
  for (size_t k = 1; k < ops.size(); k++) {
    Block* take = newBlock();
    Block* next = newBlock();
    if (isFloat) {
      Block* order = newBlock();
      Block* equal = newBlock();
      Block* compare = newBlock();
      branch(binary(Op::Ne, type, best, best, t.boolean), next, order);  // best is NaN
      start(order);
      Block* number = newBlock();
      branch(binary(Op::Ne, type, ops[k], ops[k], t.boolean), take, number);
      start(number);
      branch(binary(Op::Eq, type, best, ops[k], t.boolean), equal, compare);
      start(equal);
      // Equal: only zeros differ. max takes +0 (1/x > 0), min takes -0.
      RegId one = temp(type);
      Instr& c = emit(Op::ConstFloat, type);
      c.dst = one;
      c.imm = types::sizeOf(type) == 4 ? 0x3f800000 : 0x3ff0000000000000;
      RegId inv = binary(Op::Quo, type, one, ops[k], type);
      branch(binary(max ? Op::Gt : Op::Lt, type, inv, zero(type), t.boolean), take, next);
      start(compare);
    }
    branch(binary(max ? Op::Gt : Op::Lt, type, ops[k], best, t.boolean), take, next);
    start(take);
    Instr& i = emit(Op::Copy, type);
    i.dst = best;
    i.a = {ops[k]};
    start(next);
  }
  return best;
}

RegId FuncBuilder::builtinUnsafe(ast::CallExpr* e, BuiltinId id) {
  ast::Expr* x = e->args[0];
  switch (id) {
    case BuiltinId::UnsafeAdd: {
      RegId p = expr(x);
      RegId n = exprAs(e->args[1], typeOf(e->args[1]));
      RegId word = unary(Op::Convert, t.pointer, p, t.uintptr);
      cur->instrs.back().type2 = t.uintptr;
      RegId sum = binary(Op::Add, t.uintptr, word, n, t.uintptr);
      RegId r = unary(Op::Convert, t.uintptr, sum, t.pointer);
      cur->instrs.back().type2 = t.pointer;
      return r;
    }
    case BuiltinId::UnsafeSlice:
    case BuiltinId::UnsafeString: {
      std::vector<RegId> ops = exprList({x, e->args[1]}, {typeOf(x), typeOf(e->args[1])});
      return binary(id == BuiltinId::UnsafeSlice ? Op::UnsafeSlice : Op::UnsafeString, typeOf(x), ops[0], ops[1], typeOf(e));
    }
    case BuiltinId::UnsafeSliceData:
    case BuiltinId::UnsafeStringData: {
      RegId r = temp(typeOf(e));
      RegId v = exprAs(x, typeOf(x));
      Instr& i = emit(Op::Extract, typeOf(e));
      i.dst = r;
      i.a = {v};
      return r;
    }
    // Of types with type parameters these are no constants before they are stamped out.
    case BuiltinId::UnsafeSizeof: return constInt(t.uintptr, types::sizeOf(typeOf(x)));
    case BuiltinId::UnsafeAlignof: return constInt(t.uintptr, types::alignOf(typeOf(x)));
    case BuiltinId::UnsafeOffsetof: {
      auto* s = ast::as<ast::SelectorExpr>(unparen(x));
      Type* type = typeOf(s->x);
      if (types::Pointer* p = types::asPointer(type)) type = p->elem;
      int64_t off = 0;
      for (int field : s->selection->index) {
        types::Struct* st = types::asStruct(type);
        off += types::offsetsOf(st)[static_cast<size_t>(field)];
        type = st->fields[static_cast<size_t>(field)]->type;
      }
      return constInt(t.uintptr, off);
    }
    default: HOOD_UNREACHABLE("constant built-in without a value");
  }
}

}  // namespace hood::ir
