// Statements. Mirrors: types2/stmt.go, range.go.
#include "compiler/check/checker.h"

namespace hood::check {

using ast::NodeKind;
using ast::Op;
using constant::Kind;

void Checker::stmtList(const Slice<ast::Stmt*>& list) {
  for (ast::Stmt* s : list) stmt(s);
}

void Checker::stmt(ast::Stmt* s) {
  size_t savedBase = delayedBase_;
  delayedBase_ = delayed_.size();
  switch (s->kind) {
    case NodeKind::BadStmt:
    case NodeKind::EmptyStmt: break;
    case NodeKind::DeclStmt: declStmt(static_cast<ast::DeclStmt*>(s)->decls); break;
    case NodeKind::LabeledStmt: stmt(static_cast<ast::LabeledStmt*>(s)->stmt); break;
    case NodeKind::ExprStmt: exprStmt(static_cast<ast::ExprStmt*>(s)); break;
    case NodeKind::SendStmt: sendStmt(static_cast<ast::SendStmt*>(s)); break;
    case NodeKind::IncDecStmt: incDec(static_cast<ast::IncDecStmt*>(s)); break;
    case NodeKind::AssignStmt: {
      auto* a = static_cast<ast::AssignStmt*>(s);
      if (a->define) {
        shortVarDecl(a->opPos, a->lhs, a->rhs);
      } else if (a->op == Op::None) {
        assignVars(a->lhs, a->rhs);
      } else {
        if (a->lhs.size() != 1 || a->rhs.size() != 1) {
          error(a->opPos,
                "assignment operation " + std::string(ast::opString(a->op)) + "= requires single-valued expressions");
          break;
        }
        Operand x;
        binary(x, nullptr, a->lhs[0], a->rhs[0], a->op, a->opPos);
        x.expr = x.expr == nullptr ? a->lhs[0] : x.expr;
        opAssign(a->lhs[0], x);
      }
      break;
    }
    case NodeKind::GoStmt: suspendedCall("go", static_cast<ast::GoStmt*>(s)->call); break;
    case NodeKind::DeferStmt: suspendedCall("defer", static_cast<ast::DeferStmt*>(s)->call); break;
    case NodeKind::ReturnStmt: returnStmt(static_cast<ast::ReturnStmt*>(s)); break;
    case NodeKind::BranchStmt: break;  // labels() looks at them
    case NodeKind::BlockStmt:
      openScope(s);
      stmtList(static_cast<ast::BlockStmt*>(s)->stmts);
      closeScope();
      break;
    case NodeKind::IfStmt: {
      auto* i = static_cast<ast::IfStmt*>(s);
      openScope(s);
      simpleStmt(i->init);
      Operand x;
      expr(x, i->cond);
      if (!x.invalid() && (x.mode == Mode::NilValue || !allBoolean(x.type)))
        error(i->cond, "non-boolean condition in if statement");
      settle(x);
      openScope(i->then);
      stmtList(i->then->stmts);
      closeScope();
      if (i->els != nullptr) stmt(i->els);
      closeScope();
      break;
    }
    case NodeKind::SwitchStmt: switchStmt(static_cast<ast::SwitchStmt*>(s)); break;
    case NodeKind::TypeSwitchStmt: typeSwitchStmt(static_cast<ast::TypeSwitchStmt*>(s)); break;
    case NodeKind::SelectStmt: selectStmt(static_cast<ast::SelectStmt*>(s)); break;
    case NodeKind::ForStmt: forStmt(static_cast<ast::ForStmt*>(s)); break;
    case NodeKind::RangeStmt: rangeStmt(static_cast<ast::RangeStmt*>(s)); break;
    default: error(s, "invalid statement"); break;
  }
  processDelayed(delayedBase_);
  delayedBase_ = savedBase;
}

// Gives a condition or discarded value its final type.
void Checker::settle(Operand& x) {
  if (!x.invalid() && x.type != nullptr && isUntyped(x.type) && x.mode != Mode::NilValue)
    setDefaultType(x, defaultType(ctx_, x.type));
}

void Checker::opAssign(Expr* lhs, Operand& x) {
  if (x.invalid()) return;
  Type* t = lhsVar(lhs);
  if (t != nullptr && t != invalidType()) assignment(x, t, "assignment operation");
}

void Checker::exprStmt(ast::ExprStmt* s) {
  Operand x;
  rawExpr(x, s->x, nullptr);
  Expr* u = ast::unparen(s->x);
  if (x.invalid()) return;
  switch (x.mode) {
    case Mode::Builtin: error(x, str(s->x) + " (built-in) must be called"); return;
    case Mode::TypeExpr: error(x, str(s->x) + " (type) is not an expression"); return;
    default: break;
  }
  if (u->kind == NodeKind::CallExpr) {
    auto* call = static_cast<ast::CallExpr*>(u);
    Mode fm = ast::unparen(call->fun)->mode;
    bool statement = true;
    if (fm == Mode::TypeExpr) statement = false;
    if (fm == Mode::Builtin) {
      Expr* f = ast::unparen(call->fun);
      Object* o =
          f->kind == NodeKind::Ident ? static_cast<ast::Ident*>(f)->obj : static_cast<ast::SelectorExpr*>(f)->sel->obj;
      switch (static_cast<Builtin*>(o)->id) {
        case BuiltinId::Clear:
        case BuiltinId::Close:
        case BuiltinId::Copy:
        case BuiltinId::Delete:
        case BuiltinId::Panic:
        case BuiltinId::Print:
        case BuiltinId::Println:
        case BuiltinId::Recover: break;
        default: statement = false;
      }
    }
    if (statement) {
      settle(x);
      return;
    }
  } else if (u->kind == NodeKind::UnaryExpr && static_cast<ast::UnaryExpr*>(u)->op == Op::Arrow) {
    return;
  }
  error(x, str(x) + " is not used");
}

void Checker::suspendedCall(const char* keyword, Expr* e) {
  Expr* u = ast::unparen(e);
  if (u->kind != NodeKind::CallExpr) {
    use(e);
    error(e, std::string("expression in ") + keyword + " must be function call");
    return;
  }
  auto* call = static_cast<ast::CallExpr*>(u);
  Operand x;
  x.expr = u;
  CallKind kind = callExpr(x, call);
  x.expr = u;
  record(x);
  if (x.invalid()) return;
  if (kind == CallKind::Conversion) {
    error(u, std::string(keyword) + " requires function call, not conversion " + str(x));
  } else if (kind == CallKind::Expression) {
    error(u, std::string(keyword) + " discards result of " + str(x));
  }
}

void Checker::sendStmt(ast::SendStmt* s) {
  Operand ch, val;
  expr(ch, s->chan);
  expr(val, s->value);
  if (ch.invalid() || val.invalid()) return;
  Type* core = ch.mode == Mode::NilValue ? ch.type : coreType(ch.type);
  if (core == nullptr) {
    error(s, "invalid operation: cannot send to " + str(ch) + ": no core type");
    return;
  }
  Chan* c = asChan(core);
  if (c == nullptr) {
    error(s, "invalid operation: cannot send to non-channel " + str(ch));
    return;
  }
  if (c->dir == ast::ChanDir::Recv) {
    error(s, "invalid operation: cannot send to receive-only channel " + str(ch));
    return;
  }
  assignment(val, c->elem, "send");
}

void Checker::incDec(ast::IncDecStmt* s) {
  Operand x;
  expr(x, s->x);
  if (x.invalid()) return;
  if (x.mode == Mode::NilValue || !allNumeric(x.type)) {
    error(s->x, "invalid operation: " + str(s->x) + (s->dec ? "--" : "++") + " (non-numeric type " + str(x.type) + ")");
    return;
  }
  Type* t = lhsVar(s->x);
  if (t == nullptr) error(s->x, "cannot use _ as value");
}

void Checker::returnStmt(ast::ReturnStmt* s) {
  const std::vector<Var*>& res = env_.sig->results->vars;
  if (s->results.empty()) {
    if (!res.empty() && res[0]->name.empty()) {
      error(
          s, "not enough return values\n\thave ()\n\twant " + [&] {
            std::vector<Type*> want;
            for (Var* v : res) want.push_back(v->type);
            return typesSummary(want, false);
          }());
    } else {
      // A named result may not be hidden here.
      for (Var* v : res) {
        if (v->name == "_") continue;
        Object* alt = env_.scope->lookupParent(v->name, {});
        if (alt != nullptr && alt != v) {
          error(
              s,
              "result parameter " + std::string(v->name) + " not in scope at return\n\t" +
                  diags_.sources().format(alt->pos) + ": inner declaration of " + [&] {
                    std::string t = alt->kind == ObjectKind::Var ? "var " : alt->kind == ObjectKind::Const ? "const " : "";
                    return t + std::string(alt->name) + (alt->type != nullptr ? " " + str(alt->type) : "");
                  }());
        }
      }
    }
    return;
  }
  if (res.empty()) {
    std::vector<Operand> ops = exprList(s->results);
    for (const Operand& o : ops)
      if (o.invalid()) return;
    std::vector<Type*> have;
    for (const Operand& o : ops) have.push_back(o.type);
    error(s->results[0], "too many return values\n\thave " + typesSummary(have, false) + "\n\twant ()");
    return;
  }
  for (Var* v : res)
    if (!v->name.empty()) v->reassigned = true;
  initVars(res, s->results, s);
}

// ---- switch ---------------------------------------------------------------------------------------------------

// The position of a node as gc's own: that of its operator or bracket.
static Pos nodePos(const Expr* e) {
  switch (e->kind) {
    case NodeKind::CallExpr: return static_cast<const ast::CallExpr*>(e)->lparen;
    case NodeKind::IndexExpr: return static_cast<const ast::IndexExpr*>(e)->lbrack;
    case NodeKind::BinaryExpr: return static_cast<const ast::BinaryExpr*>(e)->opPos;
    default: return ast::startPos(e);
  }
}

// Checks a clause's values against the tag x. seen: the constants of the clauses so far.
void Checker::caseValues(Operand& x, const Slice<Expr*>& values, SeenValues& seen) {
  for (Expr* e : values) {
    Operand v;
    expr(v, e);
    if (x.invalid() || v.invalid()) continue;
    Operand tag = x;
    if (!matchTypes(v, tag)) continue;
    Operand result = v;
    comparison(result, tag, Op::Eql, true);
    if (result.invalid() || v.mode != Mode::Constant) continue;
    Kind k = constant::kindOf(v.val);
    if (k != Kind::Int && k != Kind::Float && k != Kind::String) continue;  // true twice is fine
    bool known = false;
    auto range = seen.equal_range(constant::exactString(v.val));
    for (auto it = range.first; it != range.second; ++it)
      if (identical(it->second.type, v.type)) {
        error(v, "duplicate case " + str(v) + " in expression switch\n\t" + diags_.sources().format(it->second.pos) +
                     ": previous case");
        known = true;
        break;
      }
    if (!known) seen.emplace(constant::exactString(v.val), SeenValue{v.type, nodePos(e)});
  }
}

void Checker::switchStmt(ast::SwitchStmt* s) {
  openScope(s);
  simpleStmt(s->init);
  Operand x;
  if (s->tag != nullptr) {
    expr(x, s->tag);
    assignment(x, nullptr, "switch expression");
    if (!x.invalid() && !isComparable(x.type) && !isNilable(x.type)) {
      error(x, "cannot switch on " + str(x));
      x.mode = Mode::Invalid;
    }
  } else {
    // A missing tag is the constant true.
    x.mode = Mode::Constant;
    x.type = ctx_.typ(BasicKind::Bool);
    x.val = consts_.makeBool(true);
    auto* id = ctx_.arena.make<ast::Ident>();
    id->kind = NodeKind::Ident;
    id->pos = s->clauses.empty() ? s->rbrace : s->pos;
    id->name = "true";
    x.expr = id;
  }
  SeenValues seen;
  ast::CaseClause* dflt = nullptr;
  for (size_t k = 0; k < s->clauses.size(); k++) {
    ast::CaseClause* c = s->clauses[k];
    if (c->isDefault) {
      if (dflt != nullptr) error(c, "multiple defaults (first at " + diags_.sources().format(dflt->pos) + ")");
      dflt = c;
    }
    caseValues(x, c->exprs, seen);
    openScope(c);
    stmtList(c->body);
    closeScope();
  }
  closeScope();
}

Type* Checker::caseTypes(Operand& x, const Slice<Expr*>& types, std::vector<std::pair<Type*, const Expr*>>& seen) {
  Type* t = nullptr;
  for (Expr* e : types) {
    Operand v;
    exprOrType(v, e);
    if (v.invalid()) {
      t = invalidType();
      continue;
    }
    if (v.mode == Mode::NilValue) {
      t = nullptr;
      e->type = ctx_.typ(BasicKind::UntypedNil);
    } else if (v.mode == Mode::TypeExpr) {
      t = v.type;
      validVarType(e, t);
    } else {
      error(e, str(v) + " is not a type");
      t = invalidType();
      continue;
    }
    bool dup = false;
    for (auto& [other, expr] : seen) {
      if ((t == nullptr && other == nullptr) || (t != nullptr && other != nullptr && identical(t, other))) {
        error(e, std::string("duplicate case ") + (t != nullptr ? str(t) : "nil") + " in type switch\n\t" +
                     diags_.sources().format(ast::startPos(expr)) + ": previous case");
        dup = true;
        break;
      }
    }
    if (dup) continue;
    seen.push_back({t, e});
    if (t != nullptr && !x.invalid()) badAssertion(e, x, t, true);
  }
  return t;
}

void Checker::typeSwitchStmt(ast::TypeSwitchStmt* s) {
  openScope(s);
  simpleStmt(s->init);
  Operand x;
  expr(x, s->x);
  bool valid = !x.invalid();
  if (valid && x.type->kind == TypeKind::TypeParam) {
    error(s->x, "cannot use type switch on type parameter value " + str(x));
    x.mode = Mode::Invalid;
    valid = false;
  }
  if (valid && (x.mode == Mode::NilValue || !isInterface(x.type))) {
    error(s->x, str(x) + " is not an interface");
    x.mode = Mode::Invalid;
    valid = false;
  }
  if (s->bind != nullptr && s->bind->name == "_") error(s->bind, "no new variable on left side of :=");
  std::vector<std::pair<Type*, const Expr*>> seen;
  std::vector<Var*> bound;
  ast::CaseClause* dflt = nullptr;
  for (ast::CaseClause* c : s->clauses) {
    if (c->isDefault) {
      if (dflt != nullptr) error(c, "multiple defaults (first at " + diags_.sources().format(dflt->pos) + ")");
      dflt = c;
    }
    Type* t = caseTypes(x, c->exprs, seen);
    openScope(c);
    if (s->bind != nullptr && s->bind->name != "_") {
      // One type names it; otherwise the variable has the interface's type.
      if (c->exprs.size() != 1 || t == nullptr) t = valid ? x.type : invalidType();
      Var* v = newVar(s->bind->pos, s->bind->name, t);
      v->color = Color::Black;
      v->isParam = true;  // its use is judged for all clauses together, below
      declare(env_.scope, nullptr, v, {});
      c->implicitObj = v;
      bound.push_back(v);
    }
    stmtList(c->body);
    processDelayed(delayedBase_);
    closeScope();
  }
  if (s->bind != nullptr && s->bind->name != "_") {
    bool used = false;
    for (Var* v : bound) {
      used |= v->used;
      v->isParam = false;
      v->used = true;
    }
    if (!used) error(s->bind, "declared and not used: " + std::string(s->bind->name));
  }
  closeScope();
}

void Checker::selectStmt(ast::SelectStmt* s) {
  ast::CommClause* dflt = nullptr;
  for (ast::CommClause* c : s->clauses) {
    if (c->comm == nullptr) {
      if (dflt != nullptr) error(c, "multiple defaults (first at " + diags_.sources().format(dflt->pos) + ")");
      dflt = c;
    }
    bool ok = c->comm == nullptr || c->comm->kind == NodeKind::SendStmt;
    Expr* recv = nullptr;
    if (c->comm != nullptr && c->comm->kind == NodeKind::ExprStmt) recv = static_cast<ast::ExprStmt*>(c->comm)->x;
    if (c->comm != nullptr && c->comm->kind == NodeKind::AssignStmt &&
        static_cast<ast::AssignStmt*>(c->comm)->rhs.size() == 1 && static_cast<ast::AssignStmt*>(c->comm)->op == Op::None)
      recv = static_cast<ast::AssignStmt*>(c->comm)->rhs[0];
    if (recv != nullptr) {
      Expr* u = ast::unparen(recv);
      ok = u->kind == NodeKind::UnaryExpr && static_cast<ast::UnaryExpr*>(u)->op == Op::Arrow;
    }
    if (!ok) {
      error(c->comm, "select case must be receive, send or assign recv");
      continue;
    }
    openScope(c);
    if (c->comm != nullptr) stmt(c->comm);
    stmtList(c->body);
    closeScope();
  }
}

// ---- loops ----------------------------------------------------------------------------------------------------

void Checker::forStmt(ast::ForStmt* s) {
  openScope(s);
  simpleStmt(s->init);
  if (s->cond != nullptr) {
    Operand x;
    expr(x, s->cond);
    if (!x.invalid() && (x.mode == Mode::NilValue || !allBoolean(x.type)))
      error(s->cond, "non-boolean condition in for statement");
    settle(x);
  }
  if (s->post != nullptr) {
    if (s->post->kind == NodeKind::AssignStmt && static_cast<ast::AssignStmt*>(s->post)->define)
      error(s->post, "cannot declare in post statement of for loop");
    simpleStmt(s->post);
  }
  openScope(s->body);
  stmtList(s->body->stmts);
  closeScope();
  closeScope();
}

// What an iteration over a value of type t yields; nullptr: nothing. False: t cannot be ranged over.
bool Checker::rangeKeyVal(Pos at, Type* t, Type** key, Type** val, std::string* cause) {
  Type* u = coreType(t);
  *key = *val = nullptr;
  if (u == nullptr) {
    *cause = "no core type";
    return false;
  }
  switch (u->kind) {
    case TypeKind::Basic:
      if (isString(u)) {
        *key = ctx_.typ(BasicKind::Int);
        *val = ctx_.runeType;
        return true;
      }
      if (isInteger(u)) {
        if (!allowVersion(at, 22)) {
          *cause = "requires go1.22 or later";
          return false;
        }
        *key = t;
        return true;
      }
      return false;
    case TypeKind::Array:
      *key = ctx_.typ(BasicKind::Int);
      *val = static_cast<Array*>(u)->elem;
      return true;
    case TypeKind::Slice:
      *key = ctx_.typ(BasicKind::Int);
      *val = static_cast<SliceType*>(u)->elem;
      return true;
    case TypeKind::Pointer:
      if (Array* a = asArray(static_cast<Pointer*>(u)->elem)) {
        *key = ctx_.typ(BasicKind::Int);
        *val = a->elem;
        return true;
      }
      return false;
    case TypeKind::Map:
      *key = static_cast<Map*>(u)->key;
      *val = static_cast<Map*>(u)->elem;
      return true;
    case TypeKind::Chan:
      *key = static_cast<Chan*>(u)->elem;
      if (static_cast<Chan*>(u)->dir == ast::ChanDir::Send) {
        *cause = "receive from send-only channel";
        return false;
      }
      return true;
    case TypeKind::Signature:
      if (!allowVersion(at, 23)) {
        *cause = "requires go1.23 or later";
        return false;
      }
      return rangeFuncKeyVal(static_cast<Signature*>(u), key, val, cause);
    default: return false;
  }
}

// func(yield func(K, V) bool)
bool Checker::rangeFuncKeyVal(Signature* f, Type** key, Type** val, std::string* cause) {
  auto bad = [&](const char* text) {
    *cause = std::string("func must be func(yield func(...) bool): ") + text;
    return false;
  };
  if (f->params->vars.size() != 1) return bad("wrong argument count");
  if (!f->results->vars.empty()) return bad("unexpected results");
  Type* core = coreType(f->params->vars[0]->type);
  Signature* yield = core != nullptr ? asSignature(core) : nullptr;
  if (yield == nullptr) return bad("argument is not func");
  const std::vector<Var*>& params = yield->params->vars;
  if (params.size() > 2) return bad("yield func has too many parameters");
  if (yield->results->vars.size() != 1 || !isBoolean(yield->results->vars[0]->type))
    return bad("yield func does not return bool");
  if (!params.empty()) *key = params[0]->type;
  if (params.size() > 1) *val = params[1]->type;
  return true;
}

void Checker::rangeStmt(ast::RangeStmt* s) {
  Operand x;
  expr(x, s->x);
  Type* types[2] = {nullptr, nullptr};  // of key and value
  if (!x.invalid()) {
    std::string cause;
    if (x.mode == Mode::NilValue || !rangeKeyVal(s->pos, x.type, &types[0], &types[1], &cause)) {
      error(x, "cannot range over " + str(x) + (cause.empty() ? "" : ": " + cause));
      types[0] = types[1] = nullptr;
      x.mode = Mode::Invalid;
    } else if (s->key != nullptr && types[0] == nullptr) {
      error(s->key, "range over " + str(x) + " permits no iteration variables");
    } else if (s->val != nullptr && types[1] == nullptr) {
      error(s->val, "range over " + str(x) + " permits only one iteration variable");
    }
    if (!x.invalid() && isString(x.type)) setDefaultType(x, nullptr);
  }
  openScope(s);  // of the iteration variables
  // The body of a loop over a func becomes a function of its own: it captures what it uses of the function around it.
  if (!x.invalid() && x.mode != Mode::NilValue) {
    Type* core = coreType(x.type);
    if (core != nullptr && core->kind == TypeKind::Signature) env_.scope->isFunc = true;
  }
  Expr* lhs[2] = {s->key, s->val};
  if (s->define) {
    rangeVars(s, x, lhs, types);
  } else if (s->key != nullptr) {
    for (int k = 0; k < 2; k++) {
      if (lhs[k] == nullptr) continue;
      if (types[k] == nullptr || !isValid(types[k])) {
        useLhs(lhs[k]);
        continue;
      }
      Operand v = rangeOperand(x, lhs[k], types[k]);
      assignVar(lhs[k], &v, nullptr, allInteger(x.type) ? "range" : "assignment");
      if (allInteger(x.type)) x = v;
    }
  }
  if (!x.invalid() && isUntyped(x.type)) {
    if (s->key == nullptr) assignment(x, nullptr, "range clause");
    settle(x);
  }
  openScope(s->body);
  stmtList(s->body->stmts);
  closeScope();
  closeScope();
}

// What an iteration assigns to lhs: with an integer range the count itself decides the type.
Operand Checker::rangeOperand(const Operand& x, Expr* lhs, Type* t) {
  if (allInteger(x.type)) return x;
  Operand v;
  v.mode = Mode::Value;
  v.expr = lhs;  // there is no better expression to name
  v.type = t;
  return v;
}

void Checker::rangeVars(ast::RangeStmt* s, Operand& x, Expr* const (&lhs)[2], Type* const (&types)[2]) {
  std::vector<std::pair<ast::Ident*, Var*>> fresh;
  for (int k = 0; k < 2; k++) {
    if (lhs[k] == nullptr) continue;
    if (lhs[k]->kind != NodeKind::Ident) {
      error(lhs[k], "non-name " + str(lhs[k]) + " on left side of :=");
      continue;
    }
    auto* id = static_cast<ast::Ident*>(lhs[k]);
    Var* v = newVar(id->pos, id->name, nullptr);
    v->color = Color::Black;
    id->obj = v;
    if (types[k] == nullptr || !isValid(types[k])) {
      v->type = invalidType();
      v->used = true;
    } else {
      Operand o = rangeOperand(x, lhs[k], types[k]);
      initVar(v, o, allInteger(x.type) ? "range clause" : "assignment");
      if (allInteger(x.type)) x = o;
    }
    id->mode = Mode::Variable;
    id->type = v->type;
    if (id->name != "_") fresh.push_back({id, v});
  }
  if (fresh.empty()) error(s, "no new variables on left side of :=");
  for (auto& [id, v] : fresh) declare(env_.scope, id, v, {});
}

}  // namespace hood::check
