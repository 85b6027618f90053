// Built-in functions. Mirrors: types2/builtins.go.
#include "compiler/check/checker.h"

namespace hood::check {

using ast::NodeKind;
using ast::Op;
using constant::Kind;

namespace {

struct Arity {
  const char* name;
  size_t nargs;
  bool variadic;
};

Arity arityOf(BuiltinId id) {
  switch (id) {
    case BuiltinId::Append: return {"append", 1, true};
    case BuiltinId::Cap: return {"cap", 1, false};
    case BuiltinId::Clear: return {"clear", 1, false};
    case BuiltinId::Close: return {"close", 1, false};
    case BuiltinId::Complex: return {"complex", 2, false};
    case BuiltinId::Copy: return {"copy", 2, false};
    case BuiltinId::Delete: return {"delete", 2, false};
    case BuiltinId::Imag: return {"imag", 1, false};
    case BuiltinId::Len: return {"len", 1, false};
    case BuiltinId::Make: return {"make", 1, true};
    case BuiltinId::Max: return {"max", 1, true};
    case BuiltinId::Min: return {"min", 1, true};
    case BuiltinId::New: return {"new", 1, false};
    case BuiltinId::Panic: return {"panic", 1, false};
    case BuiltinId::Print: return {"print", 0, true};
    case BuiltinId::Println: return {"println", 0, true};
    case BuiltinId::Real: return {"real", 1, false};
    case BuiltinId::Recover: return {"recover", 0, false};
    case BuiltinId::UnsafeAdd: return {"unsafe.Add", 2, false};
    case BuiltinId::UnsafeAlignof: return {"unsafe.Alignof", 1, false};
    case BuiltinId::UnsafeOffsetof: return {"unsafe.Offsetof", 1, false};
    case BuiltinId::UnsafeSizeof: return {"unsafe.Sizeof", 1, false};
    case BuiltinId::UnsafeSlice: return {"unsafe.Slice", 2, false};
    case BuiltinId::UnsafeSliceData: return {"unsafe.SliceData", 1, false};
    case BuiltinId::UnsafeString: return {"unsafe.String", 2, false};
    case BuiltinId::UnsafeStringData: return {"unsafe.StringData", 1, false};
  }
  return {"", 0, false};
}

}  // namespace

bool Checker::builtin(Operand& x, ast::CallExpr* call, BuiltinId id) {
  Arity a = arityOf(id);
  if (call->ellipsis && id != BuiltinId::Append) {
    error(call, "invalid operation: invalid use of ... with built-in " + std::string(a.name));
    useExprs(call->args);
    return false;
  }
  // len(x) and cap(x) are constant only if x has no calls or receives.
  bool savedCall = env_.hasCallOrRecv;
  if (id == BuiltinId::Len || id == BuiltinId::Cap) env_.hasCallOrRecv = false;
  std::vector<Operand> args;
  bool evaluates = id != BuiltinId::Make && id != BuiltinId::New && id != BuiltinId::UnsafeOffsetof;
  size_t nargs = call->args.size();
  if (evaluates) {
    args = exprList(call->args);
    nargs = args.size();
    for (const Operand& o : args)
      if (o.invalid()) return false;
    if (!args.empty()) {
      Expr* callExpr = x.expr;
      x = args[0];
      (void)callExpr;
    }
  }
  if (nargs < a.nargs || (!a.variadic && nargs > a.nargs)) {
    const char* what = nargs < a.nargs ? "not enough" : "too many";
    error(call, std::string("invalid operation: ") + what + " arguments for " + str(call) + " (expected " +
                    std::to_string(a.nargs) + ", found " + std::to_string(nargs) + ")");
    if (!evaluates) useExprs(call->args);
    return false;
  }
  auto result = [&](Mode m, Type* t) {
    x.mode = m;
    x.type = t;
  };
  switch (id) {
    case BuiltinId::Append: builtinAppend(x, call, args); break;
    case BuiltinId::Len:
    case BuiltinId::Cap:
      builtinLenCap(x, call, id);
      env_.hasCallOrRecv |= savedCall;
      break;
    case BuiltinId::Clear:
      if (!needsVersion(call->fun, 21, "clear")) return false;
      if (x.mode == Mode::NilValue || !underIs(x.type, [](Type* u) {
            return u != nullptr && (u->kind == TypeKind::Map || u->kind == TypeKind::Slice);
          })) {
        error(x, "invalid argument: clear " + str(x) + " must be a map or slice");
        return false;
      }
      result(Mode::NoValue, ctx_.emptyTuple);
      break;
    case BuiltinId::Close: {
      bool isNil = x.mode == Mode::NilValue;
      if (isNil || !underIs(x.type, [](Type* u) { return u != nullptr && u->kind == TypeKind::Chan; })) {
        error(x, "invalid operation: cannot close non-channel " + str(x));
        return false;
      }
      if (!underIs(x.type, [](Type* u) { return static_cast<Chan*>(u)->dir != ast::ChanDir::Recv; })) {
        error(x, "invalid operation: cannot close receive-only channel " + str(x));
        return false;
      }
      result(Mode::NoValue, ctx_.emptyTuple);
      break;
    }
    case BuiltinId::Complex: builtinComplex(x, call, args); break;
    case BuiltinId::Real:
    case BuiltinId::Imag: builtinRealImag(x, call, id); break;
    case BuiltinId::Copy: {
      Operand& y = args[1];
      Type *dstCore = coreType(x.type), *srcCore = coreString(ctx_, y.type);
      SliceType *dst = dstCore != nullptr ? asSlice(dstCore) : nullptr,
                *src = srcCore != nullptr ? asSlice(srcCore) : nullptr;
      bool fromString = srcCore != nullptr && isString(srcCore);
      if (dst == nullptr || (src == nullptr && !fromString)) {
        error(x, "invalid argument: copy expects slice arguments; found " + str(x) + " and " + str(y));
        return false;
      }
      Type* elem = fromString ? ctx_.byteType : src->elem;
      if (!identical(dst->elem, elem)) {
        error(x, "invalid argument: arguments to copy " + str(x) + " and " + str(y) + " have different element types " +
                     str(dst->elem) + " and " + str(elem));
        return false;
      }
      setDefaultType(y, nullptr);
      result(Mode::Value, ctx_.typ(BasicKind::Int));
      break;
    }
    case BuiltinId::Delete: {
      Type* keyType = nullptr;
      std::string why;
      bool maps = x.mode != Mode::NilValue && underIs(x.type, [&](Type* u) {
                    Map* m = u != nullptr ? asMap(u) : nullptr;
                    if (m == nullptr) {
                      why = " is not a map";
                      return false;
                    }
                    if (keyType != nullptr && !identical(keyType, m->key)) {
                      why = ": maps of " + str(x) + " must have identical key types";
                      return false;
                    }
                    keyType = m->key;
                    return true;
                  });
      if (!maps) {
        error(x, why[0] == ':' ? "invalid argument" + why : "invalid argument: " + str(x) + " is not a map");
        return false;
      }
      Operand key = args[1];
      assignment(key, keyType, "argument to delete");
      if (key.invalid()) return false;
      result(Mode::NoValue, ctx_.emptyTuple);
      break;
    }
    case BuiltinId::Make: builtinMake(x, call); break;
    case BuiltinId::Min:
    case BuiltinId::Max: builtinMinMax(x, call, id, args); break;
    case BuiltinId::New: {
      Type* t = varType(call->args[0]);
      if (!isValid(t)) return false;
      result(Mode::Value, ctx_.pointerTo(t));
      break;
    }
    case BuiltinId::Panic:
      assignment(x, ctx_.anyType, "argument to panic");
      if (x.invalid()) return false;
      result(Mode::NoValue, ctx_.emptyTuple);
      break;
    case BuiltinId::Print:
    case BuiltinId::Println:
      for (Operand& o : args) {
        assignment(o, nullptr, std::string("argument to built-in ") + a.name);
        if (o.invalid()) return false;
        // gc says so when it generates the code, and of println too.
        TypeKind k = under(o.type)->kind;
        if (k == TypeKind::Array || k == TypeKind::Struct) {
          error(call->lparen, "illegal types for operand: print\n\t" + str(o.type));
          return false;
        }
      }
      result(Mode::NoValue, ctx_.emptyTuple);
      break;
    case BuiltinId::Recover: result(Mode::Value, ctx_.anyType); break;
    case BuiltinId::UnsafeOffsetof: builtinOffsetof(x, call); break;
    default: builtinUnsafe(x, call, id, args); break;
  }
  return !x.invalid();
}

void Checker::builtinAppend(Operand& x, ast::CallExpr* call, std::vector<Operand>& args) {
  Type* s = x.type;
  if (x.mode == Mode::NilValue) {
    error(x, "first argument to append must be a typed slice; have untyped nil");
    x.mode = Mode::Invalid;
    return;
  }
  Type* core = coreType(s);
  SliceType* st = core != nullptr ? asSlice(core) : nullptr;
  if (st == nullptr) {
    if (s->kind != TypeKind::TypeParam) {
      error(x, "invalid argument: " + str(x) + " is not a slice");
    } else {
      error(x, "first argument to append must be a slice; " + str(x) +
                   (core != nullptr ? " has core type " + str(core) : std::string(" has no core type")));
    }
    x.mode = Mode::Invalid;
    return;
  }
  if (args.size() == 2 && call->ellipsis) {
    Operand& y = args[1];
    if (y.mode == Mode::NilValue) {
      updateExprType(y.expr, s, true);
      x.mode = Mode::Value;
      return;
    }
    Type* from = coreString(ctx_, y.type);
    if (from != nullptr && isString(from) && identical(under(st->elem), ctx_.typ(BasicKind::Uint8))) {
      if (isUntyped(y.type)) convertUntyped(y, ctx_.typ(BasicKind::String));
      x.mode = Mode::Value;
      x.type = s;
      return;
    }
    assignment(y, ctx_.make<SliceType>(st->elem), "argument to append");
  } else if (call->ellipsis) {
    error(call, "can only use ... with final argument in list");
    x.mode = Mode::Invalid;
  } else {
    std::string context = "argument to append";
    for (size_t k = 1; k < args.size(); k++) assignment(args[k], st->elem, context);  // x is fine even if they are not
  }
  if (x.invalid()) return;
  x.mode = Mode::Value;
  x.type = s;
}

void Checker::builtinLenCap(Operand& x, ast::CallExpr*, BuiltinId id) {
  bool len = id == BuiltinId::Len;
  Mode mode = Mode::Invalid;
  ValueRef val = nullptr;
  if (x.mode != Mode::NilValue) {
    Type* u = under(x.type);
    if (u->kind == TypeKind::TypeParam) {
      // No constant, even if all types are arrays of one length.
      bool all = underIs(u, [len](Type* t) {
        if (t == nullptr) return false;
        if (t->kind == TypeKind::Pointer) t = under(static_cast<Pointer*>(t)->elem);
        return t->kind == TypeKind::Array || t->kind == TypeKind::Slice || t->kind == TypeKind::Chan ||
               (len && (t->kind == TypeKind::Map || isString(t)));
      });
      if (all) mode = Mode::Value;
    }
    if (u->kind == TypeKind::Pointer)
      if (Array* a = asArray(static_cast<Pointer*>(u)->elem)) u = a;
    switch (u->kind) {
      case TypeKind::Basic:
        if (isString(u) && len) {
          if (x.mode == Mode::Constant) {
            mode = Mode::Constant;
            val = consts_.makeInt64(static_cast<int64_t>(constant::stringVal(x.val).size()));
          } else {
            mode = Mode::Value;
          }
        }
        break;
      case TypeKind::Array:
        mode = Mode::Value;
        if (!env_.hasCallOrRecv) {
          mode = Mode::Constant;
          val = consts_.makeInt64(std::max<int64_t>(0, static_cast<Array*>(u)->len));
        }
        break;
      case TypeKind::Slice:
      case TypeKind::Chan: mode = Mode::Value; break;
      case TypeKind::Map:
        if (len) mode = Mode::Value;
        break;
      default: break;
    }
  }
  if (mode == Mode::Invalid) {
    if (x.mode == Mode::NilValue || isValid(under(x.type)))
      error(x, "invalid argument: " + str(x) + " for built-in " + (len ? "len" : "cap"));
    x.mode = Mode::Invalid;
    return;
  }
  if (x.type != nullptr && isUntyped(x.type) && x.mode == Mode::Constant) setDefaultType(x, ctx_.typ(BasicKind::String));
  x.mode = mode;
  x.val = val;
  x.type = ctx_.typ(BasicKind::Int);
}

void Checker::builtinMake(Operand& x, ast::CallExpr* call) {
  Type* t = varType(call->args[0]);
  x.mode = Mode::Invalid;
  if (!isValid(t)) {
    for (size_t k = 1; k < call->args.size(); k++) use(call->args[k]);
    return;
  }
  size_t least;
  Type* core = coreType(t);
  if (core == nullptr) {
    error(call->args[0], "invalid argument: cannot make " + str(call->args[0]) + ": no core type");
    for (size_t k = 1; k < call->args.size(); k++) use(call->args[k]);
    return;
  }
  switch (core->kind) {
    case TypeKind::Slice: least = 2; break;
    case TypeKind::Map:
    case TypeKind::Chan: least = 1; break;
    default:
      error(call->args[0], "invalid argument: cannot make " + str(call->args[0]) + "; type must be slice, map, or channel");
      for (size_t k = 1; k < call->args.size(); k++) use(call->args[k]);
      return;
  }
  size_t n = call->args.size();
  if (n < least || n > least + 1) {
    error(call, "invalid operation: " + str(call) + " expects " + std::to_string(least) + " or " +
                    std::to_string(least + 1) + " arguments; found " + std::to_string(n));
    for (size_t k = 1; k < n; k++) use(call->args[k]);
    return;
  }
  int64_t sizes[2];
  int known = 0;
  for (size_t k = 1; k < n; k++) {
    int64_t v = index(call->args[k], -1);
    if (v >= 0) sizes[known++] = v;
  }
  if (known == 2 && sizes[0] > sizes[1]) {
    error(call->args[1], "invalid argument: length and capacity swapped");
  }
  x.mode = Mode::Value;
  x.type = t;
}

void Checker::builtinComplex(Operand& x, ast::CallExpr* call, std::vector<Operand>& args) {
  Operand& y = args[1];
  (void)call;
  auto toFloat = [&](Operand& o) {
    if (o.mode != Mode::NilValue && isNumeric(o.type) &&
        (o.mode != Mode::Constant || constant::kindOf(consts_.toFloat(o.val)) != Kind::Unknown))
      o.type = ctx_.typ(BasicKind::UntypedFloat);
  };
  bool ux = isUntyped(x.type), uy = isUntyped(y.type);
  if (ux && uy) {
    if (x.mode == Mode::Constant && y.mode == Mode::Constant) {
      toFloat(x);
      toFloat(y);
    } else {
      convertUntyped(x, ctx_.typ(BasicKind::Float64));
      convertUntyped(y, ctx_.typ(BasicKind::Float64));
    }
  } else if (ux) {
    convertUntyped(x, y.type);
  } else if (uy) {
    convertUntyped(y, x.type);
  }
  if (x.invalid() || y.invalid()) {
    x.mode = Mode::Invalid;
    return;
  }
  if (!identical(x.type, y.type)) {
    error(x, "invalid operation: " + str(call) + " (mismatched types " + str(x.type) + " and " + str(y.type) + ")");
    x.mode = Mode::Invalid;
    return;
  }
  Type* res = nullptr;
  if (x.type->kind == TypeKind::TypeParam && allBasicInfo(x.type, IsFloat)) {
    noParamResult(x, "complex");
    return;
  }
  if (Basic* b = asBasic(x.type)) {
    switch (b->basic) {
      case BasicKind::Float32: res = ctx_.typ(BasicKind::Complex64); break;
      case BasicKind::Float64: res = ctx_.typ(BasicKind::Complex128); break;
      case BasicKind::UntypedFloat: res = ctx_.typ(BasicKind::UntypedComplex); break;
      default: break;
    }
  }
  if (res == nullptr) {
    error(x, "invalid argument: arguments have type " + str(x.type) + ", expected floating-point");
    x.mode = Mode::Invalid;
    return;
  }
  if (x.mode == Mode::Constant && y.mode == Mode::Constant) {
    x.val = consts_.makeComplex(consts_.toFloat(x.val), consts_.toFloat(y.val));
  } else {
    x.mode = Mode::Value;
  }
  x.type = res;
}

// The result would need a type parameter that nobody declared; gc refuses it, too.
void Checker::noParamResult(Operand& x, const char* name) {
  error(x, str(x) + " not supported as argument to built-in " + name + " for go1.18 (see go.dev/issue/50937)");
  x.mode = Mode::Invalid;
}

void Checker::builtinRealImag(Operand& x, ast::CallExpr*, BuiltinId id) {
  if (x.mode == Mode::NilValue) {
    error(x, "invalid argument: arguments have type untyped nil, expected complex");
    x.mode = Mode::Invalid;
    return;
  }
  if (isUntyped(x.type)) {
    if (x.mode == Mode::Constant) {
      if (isNumeric(x.type)) x.type = ctx_.typ(BasicKind::UntypedComplex);
    } else {
      convertUntyped(x, ctx_.typ(BasicKind::Complex128));
      if (x.invalid()) return;
    }
  }
  if (x.type->kind == TypeKind::TypeParam && allBasicInfo(x.type, IsComplex)) {
    noParamResult(x, id == BuiltinId::Real ? "real" : "imag");
    return;
  }
  Type* res = nullptr;
  if (Basic* b = asBasic(x.type)) {
    switch (b->basic) {
      case BasicKind::Complex64: res = ctx_.typ(BasicKind::Float32); break;
      case BasicKind::Complex128: res = ctx_.typ(BasicKind::Float64); break;
      case BasicKind::UntypedComplex: res = ctx_.typ(BasicKind::UntypedFloat); break;
      default: break;
    }
  }
  if (res == nullptr) {
    error(x, "invalid argument: argument has type " + str(x.type) + ", expected complex type");
    x.mode = Mode::Invalid;
    return;
  }
  if (x.mode == Mode::Constant) {
    ValueRef c = consts_.toComplex(x.val);
    x.val = id == BuiltinId::Real ? consts_.real(c) : consts_.imag(c);
  } else {
    x.mode = Mode::Value;
  }
  x.type = res;
}

void Checker::builtinMinMax(Operand& x, ast::CallExpr* call, BuiltinId id, std::vector<Operand>& args) {
  if (!needsVersion(call->fun, 21, id == BuiltinId::Max ? "max" : "min")) {
    x.mode = Mode::Invalid;
    return;
  }
  Op op = id == BuiltinId::Max ? Op::Gtr : Op::Lss;
  for (Operand& o : args)
    if (o.mode == Mode::NilValue || !allOrdered(o.type)) {
      error(o, "invalid argument: " + str(o) + " cannot be ordered");
      x.mode = Mode::Invalid;
      return;
    }
  for (size_t k = 1; k < args.size(); k++) {
    Operand& o = args[k];
    if (!matchTypes(x, o)) return;
    if (!identical(x.type, o.type)) {
      error(o, "invalid argument: mismatched types " + str(x.type) + " (previous argument) and " + str(o.type) +
                   " (type of " + str(o.expr) + ")");
      x.mode = Mode::Invalid;
      return;
    }
    if (x.mode == Mode::Constant && o.mode == Mode::Constant) {
      if (constant::compare(o.val, op, x.val)) x.val = o.val;
    } else {
      x.mode = Mode::Value;
    }
  }
  if (x.mode != Mode::Constant) {
    x.mode = Mode::Value;
    // Untyped arguments get the result's type.
    if (!isUntyped(x.type))
      for (Operand& o : args)
        if (o.expr->type != nullptr && isUntyped(o.expr->type)) {
          Operand c = o;
          c.type = o.expr->type;
          convertUntyped(c, x.type);
        }
    env_.hasCallOrRecv = true;
  }
  if (!isUntyped(x.type))
    for (Operand& o : args) updateExprType(o.expr, x.type, true);
}

// ---- unsafe ---------------------------------------------------------------------------------------------------

void Checker::builtinUnsafe(Operand& x, ast::CallExpr* call, BuiltinId id, std::vector<Operand>& args) {
  Type* uintptr = ctx_.typ(BasicKind::Uintptr);
  auto constant = [&](int64_t v) {
    x.mode = Mode::Constant;
    x.val = consts_.makeInt64(v);
    x.type = uintptr;
  };
  switch (id) {
    case BuiltinId::UnsafeSizeof:
    case BuiltinId::UnsafeAlignof: {
      assignment(x, nullptr, id == BuiltinId::UnsafeSizeof ? "argument to unsafe.Sizeof" : "argument to unsafe.Alignof");
      if (x.invalid()) return;
      if (hasVarSize(x.type)) {
        x.mode = Mode::Value;
        x.type = uintptr;
        env_.hasCallOrRecv = true;
        return;
      }
      constant(id == BuiltinId::UnsafeSizeof ? sizeOf(x.type) : alignOf(x.type));
      return;
    }
    case BuiltinId::UnsafeAdd: {
      if (!needsVersion(call->fun, 17, "unsafe.Add")) {
        x.mode = Mode::Invalid;
        return;
      }
      assignment(x, ctx_.typ(BasicKind::UnsafePointer), "argument to unsafe.Add");
      if (x.invalid() || !isValidIndex(args[1], "length", true)) {
        x.mode = Mode::Invalid;
        return;
      }
      x.mode = Mode::Value;
      x.type = ctx_.typ(BasicKind::UnsafePointer);
      return;
    }
    case BuiltinId::UnsafeSlice: {
      if (!needsVersion(call->fun, 17, "unsafe.Slice")) {
        x.mode = Mode::Invalid;
        return;
      }
      Type* core = x.mode == Mode::NilValue ? nullptr : coreType(x.type);
      Pointer* p = core != nullptr ? asPointer(core) : nullptr;
      if (p == nullptr) {
        error(x, "invalid argument: " + str(x) + " is not a pointer");
        x.mode = Mode::Invalid;
        return;
      }
      if (!isValidIndex(args[1], "length", false)) {
        x.mode = Mode::Invalid;
        return;
      }
      x.mode = Mode::Value;
      x.type = ctx_.make<SliceType>(p->elem);
      return;
    }
    case BuiltinId::UnsafeSliceData: {
      if (!needsVersion(call->fun, 20, "unsafe.SliceData")) {
        x.mode = Mode::Invalid;
        return;
      }
      Type* core = x.mode == Mode::NilValue ? nullptr : coreType(x.type);
      SliceType* s = core != nullptr ? asSlice(core) : nullptr;
      if (s == nullptr) {
        error(x, "invalid argument: " + str(x) + " is not a slice");
        x.mode = Mode::Invalid;
        return;
      }
      x.mode = Mode::Value;
      x.type = ctx_.pointerTo(s->elem);
      return;
    }
    case BuiltinId::UnsafeString:
      if (!needsVersion(call->fun, 20, "unsafe.String")) {
        x.mode = Mode::Invalid;
        return;
      }
      assignment(x, ctx_.pointerTo(ctx_.byteType), "argument to unsafe.String");
      if (x.invalid() || !isValidIndex(args[1], "length", false)) {
        x.mode = Mode::Invalid;
        return;
      }
      x.mode = Mode::Value;
      x.type = ctx_.typ(BasicKind::String);
      return;
    default:  // UnsafeStringData
      if (!needsVersion(call->fun, 20, "unsafe.StringData")) {
        x.mode = Mode::Invalid;
        return;
      }
      assignment(x, ctx_.typ(BasicKind::String), "argument to unsafe.StringData");
      if (x.invalid()) return;
      x.mode = Mode::Value;
      x.type = ctx_.pointerTo(ctx_.byteType);
      return;
  }
}

void Checker::builtinOffsetof(Operand& x, ast::CallExpr* call) {
  Expr* arg = ast::unparen(call->args[0]);
  x.mode = Mode::Invalid;
  if (arg->kind != NodeKind::SelectorExpr) {
    error(call->args[0], "invalid argument: " + str(call->args[0]) + " is not a selector expression");
    use(call->args[0]);
    return;
  }
  auto* sel = static_cast<ast::SelectorExpr*>(arg);
  Operand base;
  expr(base, sel->x);
  if (base.invalid()) return;
  Type* t = base.type;
  if (Pointer* p = asPointer(t)) t = p->elem;
  LookupResult r = lookupFieldOrMethod(t, false, pkg_, sel->sel->name);
  if (r.obj == nullptr) {
    error(arg, "invalid argument: " + str(base.type) + " has no single field " + std::string(sel->sel->name));
    return;
  }
  if (r.obj->kind == ObjectKind::Func) {
    error(call->args[0], "invalid argument: " + str(call->args[0]) + " is a method value");
    return;
  }
  if (r.indirect) {
    error(arg, "invalid argument: field " + std::string(sel->sel->name) + " is embedded via a pointer in " + str(t));
    return;
  }
  Type* recv = t;
  int64_t off = 0;
  bool varSize = hasVarSize(recv);
  for (int k : r.index) {
    if (varSize) break;
    Struct* s = asStruct(t);
    off += offsetsOf(s)[static_cast<size_t>(k)];
    t = s->fields[static_cast<size_t>(k)]->type;
  }
  sel->sel->obj = r.obj;
  arg->mode = Mode::Variable;
  arg->type = varSize ? r.obj->type : t;
  if (varSize) {
    // Where the field is depends on type parameters.
    auto* selection = ctx_.make<Selection>();
    selection->kind = SelectionKind::Field;
    selection->recv = recv;
    selection->obj = r.obj;
    selection->index = r.index;
    selection->type = r.obj->type;
    sel->selection = selection;
    x.mode = Mode::Value;
    x.type = ctx_.typ(BasicKind::Uintptr);
    env_.hasCallOrRecv = true;
    return;
  }
  x.mode = Mode::Constant;
  x.val = consts_.makeInt64(off);
  x.type = ctx_.typ(BasicKind::Uintptr);
}

}  // namespace hood::check
