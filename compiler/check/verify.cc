// The annotations of a checked tree: modes, final types, constant values, objects, selections, branch targets.
#include "compiler/check/verify.h"

#include "compiler/constant/value.h"
#include "compiler/types/type.h"

namespace hood::check {

using namespace types;
using ast::Expr;
using ast::Mode;
using ast::NodeKind;
using constant::Kind;

namespace {

class Verifier {
 public:
  explicit Verifier(const SourceSet& sources) : sources_(sources) {}
  std::vector<std::string> problems;

  void decl(ast::Decl* d) {
    switch (d->kind) {
      case NodeKind::VarDecl: {
        auto* v = static_cast<ast::VarDecl*>(d);
        for (ast::Ident* id : v->names) defined(id);
        values(v->values, v->names.size());
        break;
      }
      case NodeKind::FuncDecl: {
        auto* f = static_cast<ast::FuncDecl*>(d);
        if (f->body != nullptr) stmt(f->body);
        break;
      }
      default: break;  // constants and types leave no code
    }
  }

 private:
  void fail(const ast::Node* n, const std::string& what) {
    problems.push_back(sources_.format(ast::startPos(n)) + ": " + what);
  }

  void defined(ast::Ident* id) {
    if (id->name != "_" && id->obj == nullptr) fail(id, "no object: " + std::string(id->name));
  }

  // n values, or one that gives several.
  void values(const Slice<Expr*>& list, size_t wanted) {
    if (list.size() == 1 && wanted > 1) {
      value(list[0]);
      if (list[0]->type == nullptr || list[0]->type->kind != TypeKind::Tuple ||
          static_cast<Tuple*>(list[0]->type)->vars.size() != wanted)
        fail(list[0], "several variables, but the value has no tuple type");
      return;
    }
    for (Expr* e : list) value(e);
  }

  void constant(Expr* e) {
    if (e->value == nullptr) {
      fail(e, "a constant without value");
      return;
    }
    if (e->type->kind == TypeKind::TypeParam) return;  // a value of each of its types
    Kind k = constant::kindOf(e->value);
    bool fits = isBoolean(e->type)   ? k == Kind::Bool
                : isString(e->type)  ? k == Kind::String
                : isInteger(e->type) ? k == Kind::Int
                : isFloat(e->type)   ? k == Kind::Int || k == Kind::Float
                                     : isComplex(e->type) && k != Kind::Bool && k != Kind::String;
    if (!fits) fail(e, "a constant whose value does not fit type " + typeString(e->type, nullptr));
  }

  // An expression whose value code is made for.
  void value(Expr* e) {
    if (e == nullptr) return;
    if (e->mode == Mode::Unset || e->mode == Mode::Invalid) {
      fail(e, "not checked");
      return;
    }
    if (e->type == nullptr) {
      fail(e, "no type");
      return;
    }
    if (isUntyped(e->type)) fail(e, "left " + typeString(e->type, nullptr));
    if (e->mode == Mode::Constant) {
      constant(e);
      return;  // its operands are never computed
    }
    operands(e);
  }

  void operands(Expr* e) {
    switch (e->kind) {
      case NodeKind::Ident:
        if (static_cast<ast::Ident*>(e)->obj == nullptr) fail(e, "no object");
        instance(static_cast<ast::Ident*>(e));
        break;
      case NodeKind::ParenExpr: value(static_cast<ast::ParenExpr*>(e)->x); break;
      case NodeKind::StarExpr: value(static_cast<ast::StarExpr*>(e)->x); break;
      case NodeKind::UnaryExpr: value(static_cast<ast::UnaryExpr*>(e)->x); break;
      case NodeKind::BinaryExpr:
        value(static_cast<ast::BinaryExpr*>(e)->x);
        value(static_cast<ast::BinaryExpr*>(e)->y);
        break;
      case NodeKind::SelectorExpr: selector(static_cast<ast::SelectorExpr*>(e)); break;
      case NodeKind::IndexExpr:
        value(static_cast<ast::IndexExpr*>(e)->x);
        if (static_cast<ast::IndexExpr*>(e)->indices[0]->mode == Mode::TypeExpr) {  // f[int]
          for (Expr* x : static_cast<ast::IndexExpr*>(e)->indices) type(x);
        } else {
          value(static_cast<ast::IndexExpr*>(e)->indices[0]);
        }
        break;
      case NodeKind::SliceExpr: {
        auto* s = static_cast<ast::SliceExpr*>(e);
        for (Expr* x : {s->x, s->lo, s->hi, s->max}) value(x);
        break;
      }
      case NodeKind::TypeAssertExpr:
        value(static_cast<ast::TypeAssertExpr*>(e)->x);
        type(static_cast<ast::TypeAssertExpr*>(e)->typeExpr);
        break;
      case NodeKind::CallExpr: call(static_cast<ast::CallExpr*>(e)); break;
      case NodeKind::FuncLit: {
        auto* f = static_cast<ast::FuncLit*>(e);
        if (f->scope == nullptr) fail(e, "a function literal without scope");
        stmt(f->body);
        break;
      }
      case NodeKind::CompositeLit: compositeLit(static_cast<ast::CompositeLit*>(e)); break;
      default: break;
    }
  }

  // A generic function is never a value: what it is instantiated with is known.
  void instance(ast::Ident* id) {
    if (id->obj == nullptr || id->obj->kind != ObjectKind::Func) return;
    size_t want = static_cast<Func*>(id->obj)->sig()->tparams.size();
    size_t have = id->instance != nullptr ? id->instance->targs.size() : 0;
    if (want != have) fail(id, "a generic function without its type arguments: " + std::string(id->name));
    if (want != 0 && (id->type == nullptr || !static_cast<Signature*>(id->type)->tparams.empty()))
      fail(id, "the type of a generic function is left generic: " + std::string(id->name));
  }

  void type(Expr* e) {
    if (e->mode != Mode::TypeExpr || e->type == nullptr) fail(e, "a type that is not marked as one");
  }

  void selector(ast::SelectorExpr* s) {
    if (s->sel->obj == nullptr) fail(s, "a selector without object");
    instance(s->sel);
    if (s->x->mode == Mode::Package) return;
    if (s->selection == nullptr) {
      fail(s, "a selector without selection");
      return;
    }
    if (s->selection->kind != SelectionKind::MethodExpr) value(s->x);
  }

  void call(ast::CallExpr* c) {
    if (c->fun->mode == Mode::Builtin) {
      for (Expr* a : c->args)
        if (a->mode != Mode::TypeExpr) value(a);
      return;
    }
    if (c->fun->mode == Mode::TypeExpr) {
      conversionOperand(c->args[0]);
      return;
    }
    value(c->fun);
    for (Expr* a : c->args) value(a);
  }

  // string(65): the constant is converted at compile time and keeps its own type.
  void conversionOperand(Expr* e) {
    if (e->mode != Mode::Constant || !isUntyped(e->type)) value(e);
  }

  void compositeLit(ast::CompositeLit* l) {
    Type* t = l->type;
    if (Pointer* p = asPointer(t); p != nullptr && l->typeExpr == nullptr) t = p->elem;
    bool keysAreFields = asStruct(t) != nullptr, keysAreValues = asMap(t) != nullptr;
    for (Expr* e : l->elems) {
      if (e->kind != NodeKind::KeyValueExpr) {
        value(e);
        continue;
      }
      auto* kv = static_cast<ast::KeyValueExpr*>(e);
      if (keysAreFields) defined(static_cast<ast::Ident*>(kv->key));
      if (keysAreValues) value(kv->key);
      value(kv->val);
    }
  }

  // ---- statements ----

  void list(const Slice<ast::Stmt*>& l) {
    for (ast::Stmt* s : l) stmt(s);
  }

  void target(Expr* e) {
    Expr* inner = ast::unparen(e);
    if (inner->kind == NodeKind::Ident && static_cast<ast::Ident*>(inner)->name == "_") return;
    value(e);
  }

  void stmt(ast::Stmt* s) {
    if (s == nullptr) return;
    switch (s->kind) {
      case NodeKind::DeclStmt:
        for (ast::Decl* d : static_cast<ast::DeclStmt*>(s)->decls) decl(d);
        break;
      case NodeKind::LabeledStmt: stmt(static_cast<ast::LabeledStmt*>(s)->stmt); break;
      case NodeKind::ExprStmt: value(static_cast<ast::ExprStmt*>(s)->x); break;
      case NodeKind::SendStmt:
        value(static_cast<ast::SendStmt*>(s)->chan);
        value(static_cast<ast::SendStmt*>(s)->value);
        break;
      case NodeKind::IncDecStmt: value(static_cast<ast::IncDecStmt*>(s)->x); break;
      case NodeKind::AssignStmt: {
        auto* a = static_cast<ast::AssignStmt*>(s);
        for (Expr* e : a->lhs) target(e);
        values(a->rhs, a->lhs.size());
        break;
      }
      case NodeKind::GoStmt: value(static_cast<ast::GoStmt*>(s)->call); break;
      case NodeKind::DeferStmt: value(static_cast<ast::DeferStmt*>(s)->call); break;
      case NodeKind::ReturnStmt:
        for (Expr* e : static_cast<ast::ReturnStmt*>(s)->results) value(e);
        break;
      case NodeKind::BranchStmt: {
        auto* b = static_cast<ast::BranchStmt*>(s);
        if (b->branch != ast::BranchKind::Fallthrough && b->target == nullptr) fail(b, "a branch without target");
        break;
      }
      case NodeKind::BlockStmt: list(static_cast<ast::BlockStmt*>(s)->stmts); break;
      case NodeKind::IfStmt: {
        auto* i = static_cast<ast::IfStmt*>(s);
        stmt(i->init);
        value(i->cond);
        stmt(i->then);
        stmt(i->els);
        break;
      }
      case NodeKind::SwitchStmt: {
        auto* sw = static_cast<ast::SwitchStmt*>(s);
        stmt(sw->init);
        value(sw->tag);
        for (ast::CaseClause* c : sw->clauses) {
          for (Expr* e : c->exprs) value(e);
          list(c->body);
        }
        break;
      }
      case NodeKind::TypeSwitchStmt: typeSwitch(static_cast<ast::TypeSwitchStmt*>(s)); break;
      case NodeKind::SelectStmt:
        for (ast::CommClause* c : static_cast<ast::SelectStmt*>(s)->clauses) {
          stmt(c->comm);
          list(c->body);
        }
        break;
      case NodeKind::ForStmt: {
        auto* f = static_cast<ast::ForStmt*>(s);
        stmt(f->init);
        value(f->cond);
        stmt(f->post);
        stmt(f->body);
        break;
      }
      case NodeKind::RangeStmt: {
        auto* r = static_cast<ast::RangeStmt*>(s);
        value(r->x);
        if (r->key != nullptr) target(r->key);
        if (r->val != nullptr) target(r->val);
        stmt(r->body);
        break;
      }
      default: break;
    }
  }

  void typeSwitch(ast::TypeSwitchStmt* s) {
    stmt(s->init);
    value(s->x);
    for (ast::CaseClause* c : s->clauses) {
      for (Expr* e : c->exprs)
        if (e->mode != Mode::NilValue) type(e);
      if (s->bind != nullptr && s->bind->name != "_" && c->implicitObj == nullptr) fail(c, "a clause without its variable");
      list(c->body);
    }
  }

  const SourceSet& sources_;
};

}  // namespace

std::vector<std::string> verifyAnnotations(const ast::File* file, const SourceSet& sources) {
  Verifier v(sources);
  for (ast::Decl* d : file->decls) v.decl(d);
  return std::move(v.problems);
}

}  // namespace hood::check
