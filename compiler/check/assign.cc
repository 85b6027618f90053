// Assignments and variable initialisation. Mirrors: types2/assignments.go.
#include "compiler/check/checker.h"

namespace hood::check {

using ast::NodeKind;
using constant::Kind;

// Converts x for assignment to a variable of type t (nullptr: to be inferred); context says where, for messages.
void Checker::assignment(Operand& x, Type* t, const std::string& context) {
  singleValue(x);
  if (x.invalid()) return;
  if (x.mode == Mode::NoValue || x.mode == Mode::Builtin || x.mode == Mode::TypeExpr) {
    error(x, "cannot assign " + str(x) + " to " + (t != nullptr ? str(t) : std::string("_")) + " in " + context);
    x.mode = Mode::Invalid;
    return;
  }
  if (x.mode == Mode::NilValue) {
    if (t == nullptr || !isValid(t) || !isValid(under(t)) || !isNilable(t)) {
      if (t == nullptr)
        error(x, "use of untyped nil in " + context);
      else if (isValid(t) && isValid(under(t)))
        error(x, "cannot use nil as " + str(t) + " value in " + context);
      x.mode = Mode::Invalid;
      return;
    }
    updateExprType(x.expr, t, true);
    x.type = t;
    return;
  }
  if (isUntyped(x.type)) {
    Type* target = t;
    if (t == nullptr || (isValid(t) && isInterface(t))) target = defaultType(ctx_, x.type);
    if (!isValid(target)) {
      x.mode = Mode::Invalid;
      return;
    }
    Type* newType = nullptr;
    ValueRef val = nullptr;
    ConvErr err = implicitTypeAndValue(x, target, &newType, &val);
    if (err != ConvErr::None) {
      std::string msg = "cannot use " + str(x) + " as " + str(target) + " value in " + context;
      if (err == ConvErr::Truncated)
        msg += " (truncated)";
      else if (err == ConvErr::Overflow)
        msg += " (overflows)";
      error(x, msg);
      x.mode = Mode::Invalid;
      return;
    }
    if (val != nullptr) {
      x.val = val;
      updateExprVal(x.expr, val);
    }
    if (newType != x.type) {
      x.type = newType;
      updateExprType(x.expr, newType, false);
    }
  }
  // A generic function cannot be assigned: what it is instantiated with would have been inferred before.
  if (x.type->kind == TypeKind::Signature && !static_cast<Signature*>(x.type)->tparams.empty()) {
    nonGeneric(t, context, x);
    if (x.invalid()) return;
  }
  if (t == nullptr) return;
  std::string cause;
  if (!assignableTo(x, t, &cause)) {
    std::string msg = "cannot use " + str(x) + " as " + str(t) + " value in " + context;
    if (!cause.empty()) msg += ": " + cause;
    error(x, msg);
    x.mode = Mode::Invalid;
  }
}

void Checker::initConst(Const* lhs, Operand& x) {
  if (x.invalid() || !isValid(x.type) || lhs->type == invalidType()) {
    if (lhs->type == nullptr) lhs->type = invalidType();
    return;
  }
  if (x.mode != Mode::Constant) {
    error(x, str(x) + " is not constant");
    if (lhs->type == nullptr) lhs->type = invalidType();
    return;
  }
  if (lhs->type == nullptr) lhs->type = x.type;
  assignment(x, lhs->type, "constant declaration");
  if (!x.invalid()) lhs->value = x.val;
}

void Checker::initVar(Var* lhs, Operand& x, const std::string& context) {
  if (x.invalid() || !isValid(x.type) || lhs->type == invalidType()) {
    if (lhs->type == nullptr) lhs->type = invalidType();
    lhs->used = true;  // "declared and not used" would only follow from the error
    return;
  }
  if (lhs->type == nullptr) {
    singleValue(x);
    if (x.mode == Mode::NilValue) error(x, "use of untyped nil in " + context);
    if (x.invalid() || x.mode == Mode::NilValue || x.mode == Mode::NoValue) {
      lhs->type = invalidType();
      x.mode = Mode::Invalid;
      lhs->used = true;
      return;
    }
    lhs->type = isUntyped(x.type) ? defaultType(ctx_, x.type) : x.type;
  }
  assignment(x, lhs->type, context);
  if (x.invalid()) lhs->used = true;
}

void Checker::assignError(const Slice<Expr*>& rhs, size_t l, size_t r) {
  auto count = [](size_t n, const char* what) { return std::to_string(n) + " " + what + (n == 1 ? "" : "s"); };
  std::string vars = count(l, "variable"), vals = count(r, "value");
  Expr* u = ast::unparen(rhs[0]);
  if (rhs.size() == 1 && u->kind == NodeKind::CallExpr) {
    error(rhs[0], "assignment mismatch: " + vars + " but " + str(static_cast<ast::CallExpr*>(u)->fun) + " returns " + vals);
    return;
  }
  error(rhs[0], "assignment mismatch: " + vars + " but " + vals);
}

void Checker::returnError(const ast::Node* at, const std::vector<Var*>& lhs, const std::vector<Operand>& rhs) {
  bool many = rhs.size() > lhs.size();
  const ast::Node* where = many ? rhs[lhs.size()].expr : rhs.empty() ? at : rhs.back().expr;
  std::vector<Type*> have, want;
  for (const Operand& o : rhs) have.push_back(o.type);
  for (Var* v : lhs) want.push_back(v->type);
  error(where, std::string(many ? "too many" : "not enough") + " return values\n\thave " + typesSummary(have, false) +
                   "\n\twant " + typesSummary(want, false));
}

std::vector<Operand> Checker::unpack(const Operand& x) {
  std::vector<Operand> ops;
  for (Var* v : static_cast<Tuple*>(x.type)->vars) {
    Operand o;
    o.mode = Mode::Value;
    o.expr = x.expr;
    o.type = v->type;
    ops.push_back(o);
  }
  return ops;
}

// v, ok = x: the expression's type becomes the pair.
void Checker::recordCommaOk(Expr* e, Type* v, Type* ok) {
  auto* pair = ctx_.make<Tuple>();
  pair->vars = {newVar({}, "", v),
                newVar({}, "", ok != nullptr && isValid(ok) && isBoolean(ok) ? ok : ctx_.typ(BasicKind::Bool))};
  for (;; e = static_cast<ast::ParenExpr*>(e)->x) {
    e->type = pair;
    untyped_.erase(e);
    if (e->kind != NodeKind::ParenExpr) break;
  }
}

// How messages call a variable that a generic function is assigned to.
Target Checker::targetOf(const Var* v, bool result) {
  if (v->type == nullptr || asSignature(v->type) == nullptr) return {};
  return {v->type, result ? "result variable" : !v->name.empty() ? std::string(v->name) : "variable"};
}

// Initialises lhs from rhs; ret: these are a function's results.
void Checker::initVars(const std::vector<Var*>& lhs, const Slice<Expr*>& rhs, ast::ReturnStmt* ret) {
  std::string context = ret != nullptr ? "return statement" : "assignment";
  auto invalidate = [&] {
    for (Var* v : lhs) {
      v->used = true;
      if (v->type == nullptr) v->type = invalidType();
    }
  };
  size_t l = lhs.size(), r = rhs.size();
  bool isCall = r == 1 && ast::unparen(rhs[0])->kind == NodeKind::CallExpr;
  if (l == r && !isCall) {
    bool failed = false;
    for (size_t k = 0; k < l; k++) {
      Operand x;
      exprFor(x, rhs[k], targetOf(lhs[k], ret != nullptr));
      initVar(lhs[k], x, context);
      failed |= x.invalid();
    }
    if (failed) invalidate();
    return;
  }
  if (r != 1) {
    size_t before = diags_.count();
    std::vector<Operand> ops = exprList(rhs, false);
    invalidate();
    if (diags_.count() != before) return;
    if (ret != nullptr)
      returnError(ret, lhs, ops);
    else
      assignError(rhs, l, r);
    return;
  }
  // One expression for several variables: a call, or a comma-ok form.
  Operand x;
  multiExpr(x, rhs[0]);
  if (x.invalid()) {
    invalidate();
    return;
  }
  if (x.type != nullptr && x.type->kind == TypeKind::Tuple && x.mode == Mode::Value) {
    std::vector<Operand> ops = unpack(x);
    if (ops.size() == l) {
      for (size_t k = 0; k < l; k++) initVar(lhs[k], ops[k], context);
      return;
    }
    invalidate();
    if (ret != nullptr)
      returnError(ret, lhs, ops);
    else
      assignError(rhs, l, ops.size());
    return;
  }
  if (l == 2 && ret == nullptr && (x.mode == Mode::MapIndex || x.mode == Mode::CommaOk)) {
    Operand a = x, b;
    a.mode = b.mode = Mode::Value;
    b.type = ctx_.typ(BasicKind::UntypedBool);
    initVar(lhs[0], a, context);
    initVar(lhs[1], b, context);
    recordCommaOk(rhs[0], x.type, lhs[1]->type);
    return;
  }
  if (l == 1) {
    initVar(lhs[0], x, context);
    return;
  }
  invalidate();
  if (ret != nullptr)
    returnError(ret, lhs, {x});
  else
    assignError(rhs, l, 1);
}

// The type of an assignment's left side; nullptr for _ ; invalid after an error.
Type* Checker::lhsVar(Expr* lhs) {
  Expr* inner = ast::unparen(lhs);
  ast::Ident* id = inner->kind == NodeKind::Ident ? static_cast<ast::Ident*>(inner) : nullptr;
  if (id != nullptr && id->name == "_") {
    id->obj = nullptr;
    return nullptr;
  }
  // Being assigned is no use.
  Var* v = nullptr;
  bool used = false;
  if (id != nullptr) {
    Object* o = env_.scope->lookupParent(id->name, env_.pos);
    if (o != nullptr && o->kind == ObjectKind::Var && o->pkg == pkg_) {
      v = static_cast<Var*>(o);
      used = v->used;
    }
  }
  Operand x;
  expr(x, lhs);
  if (v != nullptr) v->used = used;
  if (x.invalid()) return invalidType();
  if (x.mode != Mode::Variable && x.mode != Mode::MapIndex) {
    if (inner->kind == NodeKind::SelectorExpr &&
        ast::unparen(static_cast<ast::SelectorExpr*>(inner)->x)->mode == Mode::MapIndex) {
      error(x, "cannot assign to struct field " + str(x.expr) + " in map");
    } else {
      error(x, "cannot assign to " + str(x.expr) + " (neither addressable nor a map index expression)");
    }
    return invalidType();
  }
  markReassigned(lhs);
  return x.type;
}

// Checks the left side of an assignment whose right side is wrong. That the variable is not used otherwise would only
// follow from the error, so this counts as a use.
void Checker::useLhs(Expr* e) {
  Expr* inner = ast::unparen(e);
  if (inner->kind == NodeKind::Ident && static_cast<ast::Ident*>(inner)->name == "_") return;
  use(e);
}

void Checker::assignVar(Expr* lhs, Operand* x, Expr* rhs, const std::string& context) {
  Type* t = lhsVar(lhs);
  if (t == invalidType()) {
    if (x == nullptr) use(rhs);
    return;
  }
  Expr* inner = ast::unparen(lhs);
  Operand own;
  if (x == nullptr) {
    x = &own;
    if (t != nullptr && asSignature(t) != nullptr) {
      exprFor(own, rhs, {t, str(lhs)});
    } else {
      expr(own, rhs);
    }
  }
  assignment(*x, t, context);
  if (!x->invalid() || inner->kind != NodeKind::Ident) return;
  // "declared and not used" would only follow from the error.
  if (Object* o = static_cast<ast::Ident*>(inner)->obj; o != nullptr && o->kind == ObjectKind::Var && o->pkg == pkg_)
    o->used = true;
}

void Checker::assignVars(const Slice<Expr*>& lhs, const Slice<Expr*>& rhs) {
  size_t l = lhs.size(), r = rhs.size();
  bool isCall = r == 1 && ast::unparen(rhs[0])->kind == NodeKind::CallExpr;
  if (l == r && !isCall) {
    for (size_t k = 0; k < l; k++) assignVar(lhs[k], nullptr, rhs[k], "assignment");
    return;
  }
  auto useAll = [&] {
    for (Expr* e : lhs) useLhs(e);
  };
  if (r != 1) {
    size_t before = diags_.count();
    useAll();
    useExprs(rhs);
    if (diags_.count() == before) assignError(rhs, l, r);
    return;
  }
  Operand x;
  multiExpr(x, rhs[0]);
  if (x.invalid()) {
    useAll();
    return;
  }
  if (x.type != nullptr && x.type->kind == TypeKind::Tuple && x.mode == Mode::Value) {
    std::vector<Operand> ops = unpack(x);
    if (ops.size() == l) {
      for (size_t k = 0; k < l; k++) assignVar(lhs[k], &ops[k], nullptr, "assignment");
      return;
    }
    useAll();
    assignError(rhs, l, ops.size());
    return;
  }
  if (l == 2 && (x.mode == Mode::MapIndex || x.mode == Mode::CommaOk)) {
    Operand a = x, b;
    a.mode = b.mode = Mode::Value;
    b.type = ctx_.typ(BasicKind::UntypedBool);
    assignVar(lhs[0], &a, nullptr, "assignment");
    assignVar(lhs[1], &b, nullptr, "assignment");
    recordCommaOk(rhs[0], x.type, lhs[1]->type);
    return;
  }
  if (l == 1) {
    assignVar(lhs[0], &x, nullptr, "assignment");
    return;
  }
  useAll();
  assignError(rhs, l, 1);
}

void Checker::shortVarDecl(Pos pos, const Slice<Expr*>& lhs, const Slice<Expr*>& rhs) {
  Scope* scope = env_.scope;
  std::vector<Var*> vars, fresh;
  std::vector<ast::Ident*> freshIds;
  std::unordered_set<std::string_view> seen;
  bool hasErr = false;
  for (Expr* e : lhs) {
    vars.push_back(nullptr);
    auto* id = static_cast<ast::Ident*>(e);
    if (e->kind != NodeKind::Ident) {
      use(e);
      error(e, "non-name " + str(e) + " on left side of :=");
      hasErr = true;
    } else if (id->name != "_" && !seen.insert(id->name).second) {
      error(e, std::string(id->name) + " repeated on left side of :=");
      hasErr = true;
    } else if (Object* alt = id->name == "_" ? nullptr : scope->lookup(id->name)) {
      id->obj = alt;
      if (alt->kind == ObjectKind::Var) {
        vars.back() = static_cast<Var*>(alt);
        vars.back()->reassigned = true;
      } else {
        error(e, "cannot assign to " + str(e));
        hasErr = true;
      }
    } else {
      vars.back() = newVar(id->pos, id->name, nullptr);
      if (id->name != "_") {
        fresh.push_back(vars.back());
        freshIds.push_back(id);
      } else {
        id->obj = vars.back();
      }
    }
  }
  for (Var*& v : vars) {
    if (v == nullptr) v = newVar({}, "_", nullptr);
    v->color = Color::Black;
  }
  initVars(vars, rhs, nullptr);
  processDelayed(delayedBase_);  // function literals do not see the new variables
  for (size_t k = 0; k < lhs.size(); k++)
    if (lhs[k]->kind == NodeKind::Ident) {
      lhs[k]->mode = Mode::Variable;
      lhs[k]->type = vars[k]->type;
    }
  for (size_t k = 0; k < fresh.size(); k++) {
    fresh[k]->used |= hasErr;
    declare(scope, freshIds[k], fresh[k], {});
  }
  if (fresh.empty() && !hasErr) error(pos, "no new variables on left side of :=");
}

}  // namespace hood::check
