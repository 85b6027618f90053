// The tree walker and the small analyses built on it.
#include "compiler/ir/ast_walk.h"

namespace hood::ir {

using ast::NodeKind;

namespace {

using Visit = std::function<bool(ast::Node*)>;

template <class T>
void walkAll(const Slice<T*>& list, const Visit& visit) {
  for (T* n : list) walk(n, visit);
}

void walkExprChildren(ast::Node* n, const Visit& v) {
  switch (n->kind) {
    case NodeKind::CompositeLit: {
      auto* c = ast::as<ast::CompositeLit>(n);
      walk(c->typeExpr, v);
      walkAll(c->elems, v);
      break;
    }
    case NodeKind::KeyValueExpr:
      walk(ast::as<ast::KeyValueExpr>(n)->key, v);
      walk(ast::as<ast::KeyValueExpr>(n)->val, v);
      break;
    case NodeKind::FuncLit: walk(ast::as<ast::FuncLit>(n)->body, v); break;
    case NodeKind::ParenExpr: walk(ast::as<ast::ParenExpr>(n)->x, v); break;
    case NodeKind::SelectorExpr: walk(ast::as<ast::SelectorExpr>(n)->x, v); break;
    case NodeKind::IndexExpr:
      walk(ast::as<ast::IndexExpr>(n)->x, v);
      walkAll(ast::as<ast::IndexExpr>(n)->indices, v);
      break;
    case NodeKind::SliceExpr: {
      auto* s = ast::as<ast::SliceExpr>(n);
      for (ast::Expr* e : {s->x, s->lo, s->hi, s->max}) walk(e, v);
      break;
    }
    case NodeKind::TypeAssertExpr: walk(ast::as<ast::TypeAssertExpr>(n)->x, v); break;
    case NodeKind::CallExpr:
      walk(ast::as<ast::CallExpr>(n)->fun, v);
      walkAll(ast::as<ast::CallExpr>(n)->args, v);
      break;
    case NodeKind::StarExpr: walk(ast::as<ast::StarExpr>(n)->x, v); break;
    case NodeKind::UnaryExpr: walk(ast::as<ast::UnaryExpr>(n)->x, v); break;
    case NodeKind::BinaryExpr:
      walk(ast::as<ast::BinaryExpr>(n)->x, v);
      walk(ast::as<ast::BinaryExpr>(n)->y, v);
      break;
    default: break;  // leaves; types hold no code
  }
}

void walkCompoundStmt(ast::Node* n, const Visit& v) {
  switch (n->kind) {
    case NodeKind::IfStmt: {
      auto* s = ast::as<ast::IfStmt>(n);
      for (ast::Node* c : {static_cast<ast::Node*>(s->init), static_cast<ast::Node*>(s->cond),
                           static_cast<ast::Node*>(s->then), static_cast<ast::Node*>(s->els)})
        walk(c, v);
      break;
    }
    case NodeKind::CaseClause:
      walkAll(ast::as<ast::CaseClause>(n)->exprs, v);
      walkAll(ast::as<ast::CaseClause>(n)->body, v);
      break;
    case NodeKind::SwitchStmt:
      walk(ast::as<ast::SwitchStmt>(n)->init, v);
      walk(ast::as<ast::SwitchStmt>(n)->tag, v);
      walkAll(ast::as<ast::SwitchStmt>(n)->clauses, v);
      break;
    case NodeKind::TypeSwitchStmt:
      walk(ast::as<ast::TypeSwitchStmt>(n)->init, v);
      walk(ast::as<ast::TypeSwitchStmt>(n)->x, v);
      walkAll(ast::as<ast::TypeSwitchStmt>(n)->clauses, v);
      break;
    case NodeKind::CommClause:
      walk(ast::as<ast::CommClause>(n)->comm, v);
      walkAll(ast::as<ast::CommClause>(n)->body, v);
      break;
    case NodeKind::SelectStmt: walkAll(ast::as<ast::SelectStmt>(n)->clauses, v); break;
    case NodeKind::ForStmt: {
      auto* s = ast::as<ast::ForStmt>(n);
      for (ast::Node* c : {static_cast<ast::Node*>(s->init), static_cast<ast::Node*>(s->cond),
                           static_cast<ast::Node*>(s->post), static_cast<ast::Node*>(s->body)})
        walk(c, v);
      break;
    }
    case NodeKind::RangeStmt: {
      auto* s = ast::as<ast::RangeStmt>(n);
      for (ast::Node* c : {static_cast<ast::Node*>(s->key), static_cast<ast::Node*>(s->val), static_cast<ast::Node*>(s->x),
                           static_cast<ast::Node*>(s->body)})
        walk(c, v);
      break;
    }
    default: break;
  }
}

void walkStmtChildren(ast::Node* n, const Visit& v) {
  switch (n->kind) {
    case NodeKind::DeclStmt: walkAll(ast::as<ast::DeclStmt>(n)->decls, v); break;
    case NodeKind::VarDecl: walkAll(ast::as<ast::VarDecl>(n)->values, v); break;
    case NodeKind::FuncDecl: walk(ast::as<ast::FuncDecl>(n)->body, v); break;
    case NodeKind::LabeledStmt: walk(ast::as<ast::LabeledStmt>(n)->stmt, v); break;
    case NodeKind::ExprStmt: walk(ast::as<ast::ExprStmt>(n)->x, v); break;
    case NodeKind::SendStmt:
      walk(ast::as<ast::SendStmt>(n)->chan, v);
      walk(ast::as<ast::SendStmt>(n)->value, v);
      break;
    case NodeKind::IncDecStmt: walk(ast::as<ast::IncDecStmt>(n)->x, v); break;
    case NodeKind::AssignStmt:
      walkAll(ast::as<ast::AssignStmt>(n)->lhs, v);
      walkAll(ast::as<ast::AssignStmt>(n)->rhs, v);
      break;
    case NodeKind::GoStmt: walk(ast::as<ast::GoStmt>(n)->call, v); break;
    case NodeKind::DeferStmt: walk(ast::as<ast::DeferStmt>(n)->call, v); break;
    case NodeKind::ReturnStmt: walkAll(ast::as<ast::ReturnStmt>(n)->results, v); break;
    case NodeKind::BlockStmt: walkAll(ast::as<ast::BlockStmt>(n)->stmts, v); break;
    default: walkCompoundStmt(n, v); break;
  }
}

bool isVarIdent(ast::Node* n, const types::Var* v) { return n->kind == NodeKind::Ident && ast::as<ast::Ident>(n)->obj == v; }

// The variable that an assignment to e changes as a whole or in part: x of x, x.f, x[i] for array x.
bool assignsTo(ast::Expr* e, const types::Var* v) {
  for (;;) {
    e = unparen(e);
    if (isVarIdent(e, v)) return true;
    if (e->kind == NodeKind::SelectorExpr) {
      e = ast::as<ast::SelectorExpr>(e)->x;
    } else if (e->kind == NodeKind::IndexExpr) {
      e = ast::as<ast::IndexExpr>(e)->x;
    } else {
      return false;
    }
  }
}

}  // namespace

void walk(ast::Node* n, const Visit& visit) {
  if (!n || !visit(n)) return;
  if (n->kind <= NodeKind::Ellipsis) {
    walkExprChildren(n, visit);
  } else {
    walkStmtChildren(n, visit);
  }
}

types::Builtin* builtinOf(ast::Expr* fun) {
  fun = unparen(fun);
  ast::Ident* id = nullptr;
  if (fun->kind == NodeKind::Ident) id = ast::as<ast::Ident>(fun);
  if (fun->kind == NodeKind::SelectorExpr) id = ast::as<ast::SelectorExpr>(fun)->sel;
  if (!id || !id->obj || id->obj->kind != types::ObjectKind::Builtin) return nullptr;
  return static_cast<types::Builtin*>(id->obj);
}

bool isTypeExpr(const ast::Expr* e) { return e->mode == ast::Mode::TypeExpr; }

bool mayCall(ast::Expr* e) {
  bool found = false;
  walk(e, [&](ast::Node* n) {
    if (found || n->kind == NodeKind::FuncLit) return false;
    if (n->kind <= NodeKind::Ellipsis && static_cast<ast::Expr*>(n)->mode == ast::Mode::Constant) return false;
    if (n->kind == NodeKind::UnaryExpr && ast::as<ast::UnaryExpr>(n)->op == ast::Op::Arrow) found = true;
    if (n->kind == NodeKind::CallExpr) {
      auto* c = ast::as<ast::CallExpr>(n);
      if (!isTypeExpr(c->fun) && !builtinOf(c->fun)) found = true;
      if (types::Builtin* b = builtinOf(c->fun))
        found = found || b->id == types::BuiltinId::Recover || b->id == types::BuiltinId::Copy;
    }
    return !found;
  });
  return found;
}

bool isLateRead(ast::Expr* e, const std::function<bool(types::Var*)>& inMemory) {
  bool reads = false, pure = true;
  walk(e, [&](ast::Node* n) {
    if (!pure) return false;
    if (static_cast<ast::Expr*>(n)->mode == ast::Mode::Constant) return false;
    switch (n->kind) {
      case NodeKind::Ident: {
        types::Object* o = ast::as<ast::Ident>(n)->obj;
        if (o && o->kind == types::ObjectKind::Var && inMemory(static_cast<types::Var*>(o))) reads = true;
        return true;
      }
      case NodeKind::StarExpr: reads = true; return true;
      case NodeKind::SelectorExpr: {
        auto* s = ast::as<ast::SelectorExpr>(n);
        if (!s->selection) {  // pkg.Var
          types::Object* o = s->sel->obj;
          if (o && o->kind == types::ObjectKind::Var) reads = true;
          return false;
        }
        if (s->selection->kind != types::SelectionKind::Field) pure = false;
        if (s->selection->indirect) reads = true;
        return true;
      }
      case NodeKind::IndexExpr: {
        ast::Expr* x = ast::as<ast::IndexExpr>(n)->x;
        if (types::asMap(x->type)) pure = false;
        if (types::asSlice(x->type) || types::asPointer(x->type)) reads = true;
        return true;
      }
      case NodeKind::ParenExpr:
      case NodeKind::BasicLit: return true;
      case NodeKind::BinaryExpr: {
        ast::Op op = ast::as<ast::BinaryExpr>(n)->op;
        if (op == ast::Op::LAnd || op == ast::Op::LOr) pure = false;
        return true;
      }
      case NodeKind::UnaryExpr: {
        ast::Op op = ast::as<ast::UnaryExpr>(n)->op;
        if (op == ast::Op::Arrow || op == ast::Op::Addr) pure = false;
        return true;
      }
      case NodeKind::CallExpr: {
        auto* c = ast::as<ast::CallExpr>(n);
        types::Builtin* b = builtinOf(c->fun);
        bool conversion = isTypeExpr(c->fun) && types::asBasic(c->type);
        if (!conversion && !(b && (b->id == types::BuiltinId::Len || b->id == types::BuiltinId::Cap))) pure = false;
        return true;
      }
      default: pure = false; return false;
    }
  });
  return pure && reads;
}

bool containsFuncLit(ast::Node* n) {
  bool found = false;
  walk(n, [&](ast::Node* c) {
    if (c->kind == NodeKind::FuncLit) found = true;
    return !found;
  });
  return found;
}

bool containsDefer(ast::Node* body) {
  bool found = false;
  walk(body, [&](ast::Node* c) {
    if (c->kind == NodeKind::DeferStmt) found = true;
    return !found && c->kind != NodeKind::FuncLit;
  });
  return found;
}

// The limits of cmd/compile (walk/stmt.go, ssagen): 8 defers, 15 calls emitted over all returns.
bool mayOpenCodeDefers(ast::BlockStmt* body) {
  constexpr int kMaxDefers = 8, kMaxCalls = 15;
  int defers = 0, returns = 1;
  bool ok = true;
  walk(body, [&](ast::Node* c) {
    switch (c->kind) {
      case NodeKind::FuncLit: return false;
      case NodeKind::ForStmt:
      case NodeKind::RangeStmt: ok &= !containsDefer(c); break;
      case NodeKind::BranchStmt: ok &= ast::as<ast::BranchStmt>(c)->branch != ast::BranchKind::Goto; break;
      case NodeKind::ReturnStmt: returns++; break;
      case NodeKind::DeferStmt: {
        defers++;
        ast::Expr* call = unparen(ast::as<ast::DeferStmt>(c)->call);
        types::Builtin* b = call->kind == NodeKind::CallExpr ? builtinOf(ast::as<ast::CallExpr>(call)->fun) : nullptr;
        ok &= b == nullptr || b->id != types::BuiltinId::Recover;  // who its caller is matters to recover
        break;
      }
      default: break;
    }
    return ok;
  });
  return ok && defers <= kMaxDefers && defers * returns <= kMaxCalls;
}

bool containsRecover(ast::Node* body) {
  bool found = false;
  walk(body, [&](ast::Node* c) {
    if (c->kind == NodeKind::CallExpr) {
      types::Builtin* b = builtinOf(ast::as<ast::CallExpr>(c)->fun);
      if (b && b->id == types::BuiltinId::Recover) found = true;
    }
    return !found && c->kind != NodeKind::FuncLit;
  });
  return found;
}

bool assigns(ast::Node* n, const types::Var* v) {
  bool found = false;
  walk(n, [&](ast::Node* c) {
    if (c->kind == NodeKind::AssignStmt) {
      for (ast::Expr* l : ast::as<ast::AssignStmt>(c)->lhs)
        if (assignsTo(l, v)) found = true;
    } else if (c->kind == NodeKind::IncDecStmt) {
      if (assignsTo(ast::as<ast::IncDecStmt>(c)->x, v)) found = true;
    } else if (c->kind == NodeKind::RangeStmt) {
      auto* r = ast::as<ast::RangeStmt>(c);
      if (!r->define && ((r->key && assignsTo(r->key, v)) || (r->val && assignsTo(r->val, v)))) found = true;
    }
    return !found;
  });
  return found;
}

bool mentionedInFuncLit(ast::Node* n, const types::Var* v) {
  bool found = false;
  walk(n, [&](ast::Node* c) {
    if (c->kind == NodeKind::FuncLit) {
      walk(ast::as<ast::FuncLit>(c)->body, [&](ast::Node* d) {
        if (isVarIdent(d, v)) found = true;
        return !found;
      });
      return false;
    }
    return !found;
  });
  return found;
}

}  // namespace hood::ir
