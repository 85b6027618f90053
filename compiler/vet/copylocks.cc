// Locks passed, assigned and returned by value: the copy is another lock.
#include <algorithm>

#include "compiler/vet/pass.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

namespace {

using ast::NodeKind;
using types::Type;

bool isNullary(const types::LookupResult& r) {
  if (r.obj == nullptr || r.obj->kind != types::ObjectKind::Func) return false;
  types::Signature* s = static_cast<types::Func*>(r.obj)->sig();
  return s->params->vars.empty() && s->results->vars.empty();
}

class Copylocks {
 public:
  explicit Copylocks(Pass& p) : p_(p) {}

  void visit(ast::Node* n) {
    switch (n->kind) {
      case NodeKind::RangeStmt: range(static_cast<ast::RangeStmt*>(n)); break;
      case NodeKind::FuncDecl: {
        auto* d = static_cast<ast::FuncDecl*>(n);
        signature(std::string(d->name->name), d->recv, d->sig);
        break;
      }
      case NodeKind::FuncLit: signature("func", nullptr, static_cast<ast::FuncLit*>(n)->sig); break;
      case NodeKind::CallExpr: call(static_cast<ast::CallExpr*>(n)); break;
      case NodeKind::AssignStmt: {
        auto* s = static_cast<ast::AssignStmt*>(n);
        for (size_t i = 0; i < s->rhs.size(); i++) copied(s->rhs[i], "assignment copies lock value to " + p_.str(s->lhs[i]));
        break;
      }
      case NodeKind::VarDecl: {
        auto* d = static_cast<ast::VarDecl*>(n);
        for (size_t i = 0; i < d->values.size(); i++)
          copied(d->values[i], "variable declaration copies lock value to " + std::string(d->names[i]->name));
        break;
      }
      case NodeKind::CompositeLit:
        for (ast::Expr* e : static_cast<ast::CompositeLit*>(n)->elems) {
          ast::Expr* x = e->kind == NodeKind::KeyValueExpr ? static_cast<ast::KeyValueExpr*>(e)->val : e;
          copied(x, "literal copies lock value from " + p_.str(x));
        }
        break;
      case NodeKind::ReturnStmt:
        for (ast::Expr* x : static_cast<ast::ReturnStmt*>(n)->results) copied(x, "return copies lock value");
        break;
      default: break;
    }
  }

 private:
  void copied(ast::Expr* x, const std::string& what) {
    // What is made anew, or comes out of a call, is nobody else's.
    if (x->kind == NodeKind::CompositeLit || x->kind == NodeKind::CallExpr) return;
    if (x->kind == NodeKind::StarExpr && static_cast<ast::StarExpr*>(x)->x->kind == NodeKind::CallExpr) return;
    if (x->mode == ast::Mode::TypeExpr) return;
    std::string path = lockPath(x->type);
    if (!path.empty()) p_.report(x, what + ": " + path);
  }

  void call(ast::CallExpr* c) {
    if (types::Object* o = objectOf(ast::unparen(c->fun)); o != nullptr && o->kind == types::ObjectKind::Builtin) {
      switch (static_cast<types::Builtin*>(o)->id) {
        case types::BuiltinId::New:
        case types::BuiltinId::Len:
        case types::BuiltinId::Cap:
        case types::BuiltinId::UnsafeSizeof:
        case types::BuiltinId::UnsafeOffsetof:
        case types::BuiltinId::UnsafeAlignof: return;
        default: break;
      }
    }
    for (ast::Expr* x : c->args) copied(x, "call of " + p_.str(c->fun) + " copies lock value");
  }

  void byValue(const std::string& name, ast::Expr* type) {
    Type* t = type->type;
    if (type->kind == NodeKind::Ellipsis) return;  // a slice
    std::string path = lockPath(t);
    if (!path.empty()) p_.report(type, name + " passes lock by value: " + path);
  }

  void signature(const std::string& name, ast::Field* recv, ast::FuncType* sig) {
    if (recv != nullptr) byValue(name, recv->typeExpr);
    const ast::Expr* last = nullptr;
    for (ast::Field* f : sig->params) {
      if (f->typeExpr != last) byValue(name, f->typeExpr);
      last = f->typeExpr;
    }
  }

  void range(ast::RangeStmt* s) {
    for (ast::Expr* e : {s->key, s->val}) {
      if (e == nullptr) continue;
      Type* t = e->type;
      if (e->kind == NodeKind::Ident) {
        auto* id = static_cast<ast::Ident*>(e);
        if (id->name == "_") continue;
        if (id->obj != nullptr) t = id->obj->type;
      }
      std::string path = lockPath(t);
      if (!path.empty()) p_.report(e, "range var " + p_.str(e) + " copies lock: " + path);
    }
  }

  // "T contains U contains sync.Mutex", or "" for a type without locks in it.
  std::string lockPath(Type* t) {
    while (types::Array* a = types::asArray(t)) t = a->elem;
    if (t == nullptr) return "";
    if (t->kind == types::TypeKind::Tuple) {
      for (types::Var* v : static_cast<types::Tuple*>(t)->vars)
        if (std::string rest = lockPath(v->type); !rest.empty()) return typeStr(t) + " contains " + rest;
      return "";
    }
    types::Struct* s = types::asStruct(t);
    if (s == nullptr) return "";
    std::string name = typeStr(t);
    if (isLock(t) || isNamed(t, "sync", "noCopy")) return name;
    for (types::Var* f : s->fields)
      if (std::string rest = lockPath(f->type); !rest.empty()) return name + " contains " + rest;
    return "";
  }

  // *T has Lock and Unlock, T has not.
  bool isLock(Type* t) {
    Type* ptr = p_.ctx.pointerTo(t);
    bool onPointer = true, onValue = true;
    for (const char* m : {"Lock", "Unlock"}) {
      onPointer &= isNullary(types::lookupFieldOrMethod(ptr, false, &p_.pkg, m));
      types::LookupResult r = types::lookupFieldOrMethod(t, false, &p_.pkg, m);
      onValue &= isNullary(r) && !r.needsPointer;
    }
    return onPointer && !onValue;
  }

  Pass& p_;
};

}  // namespace

void copylocks(Pass& p) {
  Copylocks c(p);
  walk(p.pkg, [&](ast::Node* n) {
    c.visit(n);
    return true;
  });
}

}  // namespace hood::vet
