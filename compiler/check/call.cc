// Calls and selectors. Mirrors: types2/call.go.
#include "compiler/check/checker.h"
#include "compiler/types/subst.h"

namespace hood::check {

using ast::NodeKind;
using constant::Kind;

std::vector<Operand> Checker::exprList(const Slice<Expr*>& list, bool allowMulti) {
  std::vector<Operand> out;
  if (list.size() == 1 && allowMulti) {
    Operand x;
    multiExpr(x, list[0]);
    if (!x.invalid() && x.mode == Mode::Value && x.type != nullptr && x.type->kind == TypeKind::Tuple) {
      for (Var* v : static_cast<Tuple*>(x.type)->vars) {
        Operand y;
        y.mode = Mode::Value;
        y.expr = list[0];
        y.type = v->type;
        out.push_back(y);
      }
      return out;
    }
    out.push_back(x);
    return out;
  }
  for (Expr* e : list) {
    Operand x;
    expr(x, e);
    out.push_back(x);
  }
  return out;
}

// T(x)
void Checker::conversionCall(Operand& x, ast::CallExpr* call) {
  Type* t = x.type;
  x.mode = Mode::Invalid;
  if (call->args.empty()) {
    error(call, "missing argument in conversion to " + str(t));
  } else if (call->args.size() > 1) {
    useExprs(call->args);
    error(call->args[call->args.size() - 1], "too many arguments in conversion to " + str(t));
  } else {
    expr(x, call->args[0]);
    if (!x.invalid() && call->ellipsis) {
      error(call->args[0], "invalid use of ... in conversion to " + str(t));
      x.mode = Mode::Invalid;
    }
    Interface* i = asInterface(t);
    if (i != nullptr) completeInterface(i);
    if (!x.invalid() && i != nullptr && i->constraintOnly) {
      error(call, "cannot use interface " + str(t) + " in conversion (contains specific type constraints or is comparable)");
      x.mode = Mode::Invalid;
    }
    if (!x.invalid()) conversion(x, t);
  }
  x.expr = call;
}

// The type arguments of f[A, B](…). If they are all, *sig is what they make of it and none are left.
bool Checker::explicitTypeArgs(ast::CallExpr* call, ast::IndexExpr* inst, Signature** sig, std::vector<Type*>& targs) {
  if (!typeList(inst->indices, targs)) return false;
  size_t got = targs.size(), want = (*sig)->tparams.size();
  if (got > want) {
    error(inst->indices[want], "got " + std::to_string(got) + " type arguments but " + str(call->fun) + " has " +
                                   std::to_string(want) + " type parameters");
    return false;
  }
  if (got < want) return true;
  needsVersion(inst, 18, "function instantiation");
  *sig = instantiateSignature(inst->lbrack, inst, targs, *sig, &inst->indices);
  targs.clear();
  return true;
}

Checker::CallKind Checker::callExpr(Operand& x, ast::CallExpr* call) {
  ast::IndexExpr* inst = nullptr;
  if (call->fun->kind == NodeKind::IndexExpr) {
    auto* index = static_cast<ast::IndexExpr*>(call->fun);
    x = Operand{};
    x.expr = index;
    // Type arguments count together with the call's arguments, below.
    if (indexExpr(x, index)) inst = index;
    x.expr = index;
    record(x);
    exclude(x, true, false, false);
    singleValue(x);
  } else {
    exprOrType(x, call->fun, true);
  }
  if (x.mode == Mode::TypeExpr) nonGeneric(nullptr, "", x);
  if (x.mode == Mode::TypeExpr) {
    conversionCall(x, call);
    return CallKind::Conversion;
  }
  if (x.mode == Mode::Builtin) {
    BuiltinId id = x.id;
    x.expr = call;
    if (!builtin(x, call, id)) x.mode = Mode::Invalid;
    x.expr = call;
    if (!x.invalid() && x.mode != Mode::Constant) env_.hasCallOrRecv = true;
    switch (id) {
      case BuiltinId::Clear:
      case BuiltinId::Close:
      case BuiltinId::Copy:
      case BuiltinId::Delete:
      case BuiltinId::Panic:
      case BuiltinId::Print:
      case BuiltinId::Println:
      case BuiltinId::Recover: return CallKind::Statement;
      default: return CallKind::Expression;
    }
  }
  if (x.invalid()) {
    useExprs(call->args);
    x.expr = call;
    return CallKind::Statement;
  }
  Type* core = x.mode == Mode::NilValue ? nullptr : coreType(x.type);
  auto* sig = core != nullptr && core->kind == TypeKind::Signature ? static_cast<Signature*>(core) : nullptr;
  if (sig == nullptr) {
    error(x, "invalid operation: cannot call non-function " + str(x));
    useExprs(call->args);
    x.mode = Mode::Invalid;
    x.expr = call;
    return CallKind::Statement;
  }
  std::vector<Type*> targs;
  const Slice<Expr*>* targExprs = inst != nullptr ? &inst->indices : nullptr;
  if (inst != nullptr && !explicitTypeArgs(call, inst, &sig, targs)) {
    useExprs(call->args);
    x.mode = Mode::Invalid;
    x.expr = call;
    return CallKind::Statement;
  }
  if (targs.empty()) targExprs = nullptr;
  Args args = genericExprList(call->args);
  bool wasGeneric = !sig->tparams.empty();
  sig = arguments(call, sig, std::move(targs), targExprs, args);
  if (wasGeneric && !sig->tparams.empty()) {
    // Type inference failed: what the call results in is not known.
    for (Var* v : sig->results->vars)
      if (isParameterized(v->type)) {
        x.mode = Mode::Invalid;
        x.expr = call;
        env_.hasCallOrRecv = true;
        return CallKind::Statement;
      }
  }
  switch (sig->results->vars.size()) {
    case 0:
      x.mode = Mode::NoValue;
      x.type = ctx_.emptyTuple;
      break;
    case 1:
      x.mode = Mode::Value;
      x.type = sig->results->vars[0]->type;
      break;
    default:
      x.mode = Mode::Value;
      x.type = sig->results;
      break;
  }
  x.expr = call;
  env_.hasCallOrRecv = true;
  return CallKind::Statement;
}

std::string Checker::typesSummary(const std::vector<Type*>& list, bool variadic) {
  std::string out = "(";
  for (size_t k = 0; k < list.size(); k++) {
    if (k > 0) out += ", ";
    Type* t = list[k];
    if (!isValid(t)) {
      out += "unknown type";
    } else if (isUntyped(t)) {
      out += isNumeric(t) ? "number" : std::string(static_cast<Basic*>(t)->name).substr(8);
    } else if (variadic && k + 1 == list.size() && asSlice(t) != nullptr) {
      out += "..." + str(asSlice(t)->elem);
    } else {
      out += str(t);
    }
  }
  return out + ")";
}

// One argument; a generic function stays generic unless `infer`, its explicit type arguments come back in targs.
void Checker::genericArg(Operand& x, Expr* e, bool infer, std::vector<Type*>& targs) {
  if (e->kind == NodeKind::IndexExpr) {
    auto* index = static_cast<ast::IndexExpr*>(e);
    x = Operand{};
    x.expr = e;
    if (indexExpr(x, index)) {
      Pos at = ast::startPos(e);
      funcInst(x, at, index, nullptr, "", infer, &targs);
      x.expr = e;
      if (targs.empty()) record(x);
      return;
    }
    x.expr = e;
    record(x);
  } else {
    rawExpr(x, e, nullptr, true);
  }
  exclude(x, true, true, true);
}

Checker::Args Checker::genericExprList(const Slice<Expr*>& list) {
  Args out;
  bool infer = !allowVersion(21);  // before Go 1.21 the parameter said nothing about a generic argument
  for (Expr* e : list) {
    Operand x;
    std::vector<Type*> targs;
    genericArg(x, e, infer, targs);
    if (list.size() == 1 && !x.invalid() && x.mode == Mode::Value && x.type != nullptr && x.type->kind == TypeKind::Tuple) {
      out.list = unpack(x);
      out.targs.resize(out.list.size());
      return out;
    }
    singleValue(x);
    out.list.push_back(x);
    out.targs.push_back(std::move(targs));
  }
  return out;
}

// Infers what the call's explicit type arguments leave open, of the callee and of generic functions among the arguments.
// Returns the callee's type, not generic any more; nullptr after an error.
Signature* Checker::inferCall(ast::CallExpr* call, Signature* sig, std::vector<Type*>& targs, const Slice<Expr*>* targExprs,
                              Args& args, std::vector<Type*>& params) {
  Inference in;
  in.at = call->lparen;
  size_t n = sig->tparams.size();
  if (n > 0) {
    if (!allowVersion(18)) needsVersion(call, 18, "implicit function instantiation");
    in.tparams = renameTypeParams(sig->tparams);
    in.targs = targs;
    in.targs.resize(n);
    Subst s(ctx_, sig->tparams, {in.tparams.begin(), in.tparams.end()});
    for (Type*& p : params) p = s.type(p);
  }
  std::vector<size_t> generic;  // arguments
  std::vector<Signature*> declared;
  for (size_t k = 0; k < args.list.size(); k++) {
    Operand& a = args.list[k];
    if (a.invalid() || a.type == nullptr || a.type->kind != TypeKind::Signature) continue;
    auto* asig = static_cast<Signature*>(a.type);
    if (asig->tparams.empty()) continue;
    generic.push_back(k);
    declared.push_back(asig);
    // f(g, g): each g has type parameters of its own.
    std::vector<TypeParam*> fresh = renameTypeParams(asig->tparams);
    Signature* copy = ctx_.make<Signature>();
    *copy = *asig;
    copy->tparams.clear();
    copy = static_cast<Signature*>(renamed(asig->tparams, fresh, copy));
    a.type = copy;
    in.tparams.insert(in.tparams.end(), fresh.begin(), fresh.end());
    in.targs.insert(in.targs.end(), args.targs[k].begin(), args.targs[k].end());
    in.targs.resize(in.tparams.size());
  }
  if (!generic.empty()) needsVersion(args.list[generic[0]].expr, 21, "implicitly instantiated function as argument");
  if (in.tparams.empty()) return sig;
  in.params = params;
  in.args = args.list;
  if (!infer(in)) {
    if (!in.error.empty()) error(in.errorAt, "in call to " + str(call->fun) + ", " + in.error);
    return nullptr;
  }
  Signature* result = sig;
  std::vector<Type*> own(in.targs.begin(), in.targs.begin() + static_cast<std::ptrdiff_t>(n));
  if (n > 0) result = instantiateSignature(call->lparen, call->fun, own, sig, targExprs);
  Subst s(ctx_, in.tparams, in.targs);
  for (Type*& p : params) p = s.type(p);
  size_t at = n;
  for (size_t k = 0; k < generic.size(); k++) {
    Operand& a = args.list[generic[k]];
    size_t count = declared[k]->tparams.size();
    std::vector<Type*> list(in.targs.begin() + static_cast<std::ptrdiff_t>(at),
                            in.targs.begin() + static_cast<std::ptrdiff_t>(at + count));
    a.type = instantiateSignature(call->lparen, a.expr, list, declared[k], nullptr);
    record(a);
    at += count;
  }
  return result;
}

// Checks the arguments of a call; returns the callee's type, instantiated if need be (or sig, after an error).
Signature* Checker::arguments(ast::CallExpr* call, Signature* sig, std::vector<Type*> targs, const Slice<Expr*>* targExprs,
                              Args& args) {
  size_t nargs = args.list.size(), npars = sig->params->vars.size();
  std::vector<Type*> params;
  for (Var* v : sig->params->vars) params.push_back(v->type);
  for (const Operand& a : args.list)
    if (a.invalid()) return sig;
  if (sig->variadic) {
    if (call->ellipsis) {
      if (call->args.size() == 1 && nargs > 1) {
        error(call, "cannot use ... with " + std::to_string(nargs) + "-valued " + str(call->args[0]));
        return sig;
      }
    } else if (nargs >= npars - 1) {
      Type* last = params.back();
      Type* elem = asSlice(last) != nullptr ? asSlice(last)->elem : last;
      params.pop_back();
      while (params.size() < nargs) params.push_back(elem);
      npars = nargs;
    } else {
      npars--;  // for the message
    }
  } else if (call->ellipsis) {
    error(call, "cannot use ... in call to non-variadic " + str(call->fun));
    return sig;
  }
  if (nargs != npars) {
    bool many = nargs > npars;
    const ast::Node* at = many ? args.list[npars].expr : nargs > 0 ? args.list[nargs - 1].expr : call;
    std::vector<Type*> have, want;
    for (const Operand& a : args.list) have.push_back(a.type);
    for (Var* v : sig->params->vars) want.push_back(v->type);
    error(at, std::string(many ? "too many" : "not enough") + " arguments in call to " + str(call->fun) + "\n\thave " +
                  typesSummary(have, false) + "\n\twant " + typesSummary(want, sig->variadic));
    return sig;
  }
  Signature* result = inferCall(call, sig, targs, targExprs, args, params);
  if (result == nullptr) return sig;
  std::string context = "argument to " + str(call->fun);
  for (size_t k = 0; k < nargs; k++) assignment(args.list[k], params[k], context);
  return result;
}

// ---- selectors ------------------------------------------------------------------------------------------------

std::string Checker::lookupError(Type* t, std::string_view sel, Object* alt, bool) {
  std::string name(sel), none = "type " + str(t) + " has no field or method " + name;
  if (alt == nullptr) return none;
  std::string what = alt->kind == ObjectKind::Var ? "field" : "method";
  std::string an(alt->name);
  if (an == name) return alt->exported() ? none : "cannot refer to unexported " + what + " " + name;
  // The spelling differs in case only.
  if (!alt->exported() && alt->pkg != pkg_) return none + ", but does have unexported " + what + " " + an;
  return none + ", but does have " + what + " " + an;
}

void Checker::qualified(Operand& x, ast::SelectorExpr* e, PkgName* pn) {
  std::string_view sel = e->sel->name;
  auto* id = static_cast<ast::Ident*>(e->x);
  pn->used = true;
  id->obj = pn;
  id->mode = Mode::Package;
  Object* exp = pn->imported->scope->lookup(sel);
  if (exp == nullptr) {
    error(e->sel, "undefined: " + str(e));
    return;
  }
  if (!exp->exported()) {
    error(e->sel, "name " + std::string(sel) + " not exported by package " + pn->imported->name);
    return;
  }
  e->sel->obj = exp;
  if (exp->kind != ObjectKind::Builtin && !isValid(exp->type)) return;
  x.type = exp->type;
  switch (exp->kind) {
    case ObjectKind::Const:
      x.mode = Mode::Constant;
      x.val = static_cast<Const*>(exp)->value;
      break;
    case ObjectKind::TypeName: x.mode = Mode::TypeExpr; break;
    case ObjectKind::Var: x.mode = Mode::Variable; break;
    case ObjectKind::Func: x.mode = Mode::Value; break;
    case ObjectKind::Builtin:
      x.mode = Mode::Builtin;
      x.id = static_cast<Builtin*>(exp)->id;
      x.type = invalidType();
      break;
    default: return;
  }
  e->sel->type = x.type;
  e->sel->mode = x.mode;
}

void Checker::badSelector(Operand& x, ast::SelectorExpr* e, const LookupResult& r) {
  std::string_view sel = e->sel->name;
  bool addressable = x.mode == Mode::Variable;
  x.mode = Mode::Invalid;
  if (!isValid(under(x.type))) return;
  if (r.ambiguous) {
    error(e->sel, "ambiguous selector " + str(e));
    return;
  }
  if (r.obj != nullptr) {
    error(e->sel, "invalid method expression " + str(e) + " (needs pointer receiver (*" + str(x.type) + ")." +
                      std::string(sel) + ")");
    return;
  }
  std::string why;
  Pointer* p = asPointer(x.type);
  if (p != nullptr && p->elem->kind == TypeKind::TypeParam) {
    why = "type " + str(x.type) + " is pointer to type parameter, not type parameter";
  } else if (p != nullptr && isInterface(p->elem)) {
    why = "type " + str(x.type) + " is pointer to interface, not interface";
  } else {
    Object* alt = lookupFieldOrMethod(x.type, addressable, pkg_, sel, true).obj;
    if (alt == nullptr) {
      // An unexported name of another package is there, but not for us.
      Named* n = asNamed(p != nullptr ? p->elem : x.type);
      if (n != nullptr && n->obj->pkg != pkg_) alt = lookupFieldOrMethod(x.type, addressable, n->obj->pkg, sel).obj;
    }
    why = lookupError(x.type, sel, alt, false);
  }
  error(e->sel, str(e) + " undefined (" + why + ")");
}

void Checker::selector(Operand& x, ast::SelectorExpr* e, Named*, bool wantType) {
  std::string_view sel = e->sel->name;
  x.mode = Mode::Invalid;
  x.expr = e;
  if (sel == "_") {
    error(e->sel, "cannot refer to blank field or method");
    Object* o =
        e->x->kind == NodeKind::Ident ? env_.scope->lookupParent(static_cast<ast::Ident*>(e->x)->name, env_.pos) : nullptr;
    if (o != nullptr && o->kind == ObjectKind::PkgName) {
      o->used = true;
    } else {
      use(e->x);
    }
    return;
  }
  if (e->x->kind == NodeKind::Ident) {
    Object* o = env_.scope->lookupParent(static_cast<ast::Ident*>(e->x)->name, env_.pos);
    if (o != nullptr && o->kind == ObjectKind::PkgName) {
      qualified(x, e, static_cast<PkgName*>(o));
      return;
    }
  }
  exprOrType(x, e->x);
  if (x.mode == Mode::TypeExpr) nonGeneric(nullptr, "", x);
  if (x.invalid()) return;
  if (x.mode == Mode::Builtin) {
    error(e->x, "invalid use of " + str(x) + " in selector expression");
    x.mode = Mode::Invalid;
    return;
  }
  if (x.mode == Mode::NilValue) {
    error(e->sel, "invalid operation: nil." + std::string(sel) + " (nil has no fields or methods)");
    x.mode = Mode::Invalid;
    return;
  }
  if (x.mode == Mode::Constant && isUntyped(x.type)) setDefaultType(x, defaultType(ctx_, x.type));
  if (wantType) {
    error(e->sel, str(e) + " is not a type");
    x.mode = Mode::Invalid;
    return;
  }
  bool isTypeExpr = x.mode == Mode::TypeExpr, addressable = x.mode == Mode::Variable;
  LookupResult r = lookupFieldOrMethod(x.type, addressable, pkg_, sel);
  if (r.obj == nullptr || (r.needsPointer && isTypeExpr)) {
    badSelector(x, e, r);
    return;
  }
  auto* s = ctx_.make<Selection>();
  s->recv = x.type;
  s->obj = r.obj;
  s->index = r.index;
  s->indirect = r.indirect;
  e->sel->obj = r.obj;
  e->selection = s;
  if (r.obj->kind == ObjectKind::Func) {
    methodSelector(x, e, s, r, isTypeExpr, addressable);
    return;
  }
  if (isTypeExpr) {
    error(e->sel, str(e) + " undefined (type " + str(x.type) + " has no method " + std::string(sel) + ")");
    x.mode = Mode::Invalid;
    e->selection = nullptr;
    return;
  }
  s->kind = SelectionKind::Field;
  x.mode = x.mode == Mode::Variable || r.indirect ? Mode::Variable : Mode::Value;
  x.type = r.obj->type;
  s->type = x.type;
  if (!isValid(x.type)) x.mode = Mode::Invalid;
}

void Checker::methodSelector(Operand& x, ast::SelectorExpr* e, Selection* s, const LookupResult& r, bool isTypeExpr,
                             bool addressable) {
  auto* m = static_cast<Func*>(r.obj);
  if (m->type == nullptr || (m->color == Color::White && decls_.count(m) != 0)) objDecl(m);
  addDep(m->origin != nullptr ? m->origin : m);
  Signature* sig = m->sig();
  auto* f = ctx_.make<Signature>();
  f->results = sig->results;
  f->variadic = sig->variadic;
  if (isTypeExpr) {
    s->kind = SelectionKind::MethodExpr;
    auto* params = ctx_.make<Tuple>();
    bool named = !sig->params->vars.empty() && !sig->params->vars[0]->name.empty();
    params->vars.push_back(newVar(m->pos, named ? std::string_view("_") : std::string_view(), x.type));
    for (Var* v : sig->params->vars) params->vars.push_back(v);
    f->params = params;
  } else {
    s->kind = SelectionKind::MethodVal;
    if (r.needsPointer) {
      error(e->sel, "cannot call pointer method " + std::string(e->sel->name) + " on " + str(x.type));
      x.mode = Mode::Invalid;
      return;
    }
    // x.m() with a pointer receiver takes x's address.
    if (addressable && m->ptrRecv && !r.indirect) markAddrTaken(e->x);
    f->params = sig->params;
  }
  x.mode = Mode::Value;
  x.type = f;
  s->type = f;
}

}  // namespace hood::check
