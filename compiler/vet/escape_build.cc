// Locations, and the batch as a whole.
#include "compiler/vet/escape_build.h"

#include <algorithm>

#include "compiler/vet/pass.h"

namespace hood::vet {

namespace {

constexpr int64_t kByValue = 128;            // larger variables are captured by reference
constexpr int64_t kMostVariable = 10 << 20;  // bytes in a frame
constexpr int64_t kMostImplicit = 64 << 10;

}  // namespace

// Type parameters stand for anything.
bool mayPoint(types::Type* t) {
  if (t == nullptr) return true;
  types::Type* u = types::under(t);
  switch (u->kind) {
    case types::TypeKind::Basic:
      return types::isString(u) || static_cast<types::Basic*>(u)->basic == types::BasicKind::UnsafePointer;
    case types::TypeKind::Array: return mayPoint(static_cast<types::Array*>(u)->elem);
    case types::TypeKind::Struct: {
      auto& fields = static_cast<types::Struct*>(u)->fields;
      return std::any_of(fields.begin(), fields.end(), [](types::Var* f) { return mayPoint(f->type); });
    }
    case types::TypeKind::Tuple: {
      auto& vars = static_cast<types::Tuple*>(u)->vars;
      return std::any_of(vars.begin(), vars.end(), [](types::Var* v) { return mayPoint(v->type); });
    }
    default: return true;
  }
}

// gc writes composite literals with dots where the tree's printer has an ellipsis, and no spaces after them.
std::string EscBuilder::str(const ast::Expr* e) const {
  if (e->kind == ast::NodeKind::CallExpr && isConversion(static_cast<const ast::CallExpr*>(e))) {
    // A type that is more than a name stands in parentheses in gc's messages.
    auto* c = static_cast<const ast::CallExpr*>(e);
    ast::Expr* type = ast::unparen(c->fun);
    bool isName = type->kind == ast::NodeKind::Ident || type->kind == ast::NodeKind::SelectorExpr;
    if (!isName) return "(" + str(type) + ")(" + str(c->args[0]) + ")";
  }
  std::string text(ast::exprString(in_.ctx.arena, e));
  for (size_t p; (p = text.find("…")) != std::string::npos;) text.replace(p, std::string_view("…").size(), "...");
  return text;
}

// ---- locations -----------------------------------------------------------------------------------------------------

Location* EscBuilder::variable(const types::Object* o) {
  for (size_t k = envs_.size(); k-- > 0;) {
    auto it = envs_[k].find(o);
    if (it != envs_[k].end()) return it->second;
  }
  return nullptr;
}

Location* EscBuilder::declareVar(const types::Object* o, LocationKind kind) {
  Location* l = g_.add(kind, cur_, loopDepth_, at(o->pos), std::string(o->name), o->type);
  envs_.back()[o] = l;
  return l;
}

Location* EscBuilder::temporary() { return g_.add(LocationKind::Temporary, cur_, loopDepth_, {}, {}, nullptr); }

// A place of its own, whose address flows to k. *inside: where what it holds flows.
Location* EscBuilder::spill(Hole k, Pos pos, std::string text, types::Type* type, Hole* inside) {
  Location* l = g_.add(LocationKind::Allocation, cur_, loopDepth_, at(pos), std::move(text), type);
  g_.flow(k.shift(-1), l);
  if (inside != nullptr) *inside = {l};
  return l;
}

void EscBuilder::signature(EscFunc* f, types::Signature* sig) {
  auto parameter = [&](types::Var* v) { f->params.push_back(declareVar(v, LocationKind::Parameter)); };
  if (sig->recv != nullptr) parameter(sig->recv);
  for (types::Var* v : sig->params->vars) parameter(v);
  for (types::Var* v : sig->results->vars) {
    Location* l = declareVar(v, LocationKind::Result);
    l->resultIndex = f->results.size();
    f->results.push_back(l);
  }
}

// ---- the batch -----------------------------------------------------------------------------------------------------

EscFunc* EscBuilder::declare(types::Func* f) {
  if (envs_.empty()) envs_.emplace_back();
  EscFunc* fn = &funcs_.emplace_back();
  fn->func = f;
  order_[f] = batch_.size();
  batch_[f] = fn;
  cur_ = fn;
  loopDepth_ = 1;
  signature(fn, f->sig());
  return fn;
}

void EscBuilder::build(types::Func* f) {
  cur_ = batch_.at(f);
  loopDepth_ = 1;
  block(f->decl->body->stmts);
}

void EscBuilder::buildInit() {
  if (envs_.empty()) envs_.emplace_back();
  cur_ = &funcs_.emplace_back();
  loopDepth_ = 1;
  for (const types::Initializer& i : in_.pkg.initOrder)
    convert(g_.heap(), i.rhs, i.lhs.size() == 1 ? i.lhs[0]->type : nullptr);
}

void EscBuilder::finish() {
  flowClosures();
  for (Location& l : g_.locations()) {
    if (l.type == nullptr || l.kind == LocationKind::Temporary) continue;
    if (l.kind == LocationKind::Parameter || l.kind == LocationKind::Result) continue;
    if (types::asNamed(l.type) == nullptr && l.type->kind == types::TypeKind::TypeParam) continue;
    int64_t most = l.kind == LocationKind::Variable ? kMostVariable : kMostImplicit;
    bool sized =
        types::under(l.type)->kind == types::TypeKind::Array || types::under(l.type)->kind == types::TypeKind::Struct;
    if (sized && types::sizeOf(l.type) > most) l.escapes = true;
  }
  g_.solve();
}

// All bodies have been seen: it is known which variables are assigned again, or have their address taken.
void EscBuilder::flowClosures() {
  for (size_t i = 0; i < closures_.size(); i++) {
    Closure& c = closures_[i];
    for (Location* l : c.captured) {
      bool small =
          l->type == nullptr || types::under(l->type)->kind != types::TypeKind::Array || types::sizeOf(l->type) <= kByValue;
      bool byValue = !l->addrTaken && !l->reassigned && small;
      g_.flow(byValue ? c.k : c.k.shift(-1), l);
    }
  }
  closures_.clear();
}

}  // namespace hood::vet
