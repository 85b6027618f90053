#include "compiler/vet/pass.h"

#include <cstdio>

#include "compiler/vet/walk.h"

namespace hood::vet {

using ast::Mode;
using ast::NodeKind;
using types::ObjectKind;

// The compiler's messages leave out the elements of a literal, go vet's do not.
std::string Pass::str(const ast::Expr* e) {
  if (e->kind == NodeKind::KeyValueExpr) {
    auto* kv = static_cast<const ast::KeyValueExpr*>(e);
    return str(kv->key) + ": " + str(kv->val);
  }
  if (e->kind == NodeKind::UnaryExpr && static_cast<const ast::UnaryExpr*>(e)->op == ast::Op::Addr)
    return "&" + str(static_cast<const ast::UnaryExpr*>(e)->x);
  if (e->kind != NodeKind::CompositeLit) return std::string(ast::exprString(ctx.arena, e));
  auto* lit = static_cast<const ast::CompositeLit*>(e);
  std::string out = lit->typeExpr != nullptr ? str(lit->typeExpr) : "", elems;
  for (const ast::Expr* x : lit->elems) elems += (elems.empty() ? "" : ", ") + str(x);
  return out + "{" + elems + "}";
}

types::Object* objectOf(ast::Expr* e) {
  if (e == nullptr) return nullptr;
  if (e->kind == NodeKind::Ident) return static_cast<ast::Ident*>(e)->obj;
  if (e->kind != NodeKind::SelectorExpr) return nullptr;
  auto* s = static_cast<ast::SelectorExpr*>(e);
  return s->selection != nullptr ? s->selection->obj : s->sel->obj;
}

types::Func* callee(ast::CallExpr* call) {
  ast::Expr* fun = ast::unparen(call->fun);
  if (fun->kind == NodeKind::IndexExpr) fun = ast::unparen(static_cast<ast::IndexExpr*>(fun)->x);
  types::Object* o = objectOf(fun);
  return o != nullptr && o->kind == ObjectKind::Func ? static_cast<types::Func*>(o) : nullptr;
}

bool isInterfaceMethod(const types::Func* f) { return f->isMethod && f->decl == nullptr && f->recvNamed == nullptr; }

std::string fullName(const types::Func* f) {
  if (f->origin != nullptr) f = f->origin;
  types::Signature* sig = f->sig();
  std::string name(f->name);
  if (sig != nullptr && sig->recv != nullptr && sig->recv->type != nullptr)
    return "(" + typeStr(sig->recv->type) + ")." + name;
  return f->pkg != nullptr ? f->pkg->path + "." + name : name;
}

bool calls(ast::CallExpr* call, std::string_view path, std::string_view name) {
  types::Func* f = callee(call);
  return f != nullptr && !f->isMethod && f->name == name && f->pkg != nullptr && f->pkg->path == path;
}

bool isNamed(types::Type* t, std::string_view path, std::string_view name) {
  types::Named* n = types::asNamed(t);
  return n != nullptr && n->obj->name == name && n->obj->pkg != nullptr && n->obj->pkg->path == path;
}

bool isConversion(const ast::CallExpr* call) { return call->fun->mode == Mode::TypeExpr; }
bool isBuiltinCall(const ast::CallExpr* call) { return call->fun->mode == Mode::Builtin; }

bool hasSideEffects(ast::Expr* e) {
  bool safe = true;
  walk(e, [&](ast::Node* n) {
    if (n->kind == NodeKind::CallExpr && !isConversion(static_cast<ast::CallExpr*>(n))) safe = false;
    if (n->kind == NodeKind::UnaryExpr && static_cast<ast::UnaryExpr*>(n)->op == ast::Op::Arrow) safe = false;
    return safe;
  });
  return !safe;
}

bool isStringConstant(const ast::Expr* e) {
  return e->value != nullptr && constant::kindOf(e->value) == constant::Kind::String;
}

types::Type* typeOf(Pass& p, const ast::Expr* e) {
  if (e->mode == Mode::NilValue) return p.ctx.typ(types::BasicKind::UntypedNil);
  return e->type;
}

bool implementsError(Pass& p, types::Type* t) { return types::implements(t, types::asInterface(p.ctx.errorType)); }

std::string typeStr(types::Type* t) {
  static const types::Package kNowhere;  // no name is this package's own
  return types::typeString(t, &kNowhere);
}

std::string quoted(std::string_view s) {
  std::string out = "\"";
  for (char c : s) {
    auto u = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\r') {
      out += "\\r";
    } else if (u < 0x20 || u == 0x7f) {
      char hex[8];
      std::snprintf(hex, sizeof hex, "\\x%02x", u);
      out += hex;
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string backquoted(std::string_view s) {
  for (char c : s)
    if (c == '`' || (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f) return quoted(s);
  return "`" + std::string(s) + "`";
}

}  // namespace hood::vet
