// gc's cost model for inlining: a point for each node of its tree, more for calls. Its nodes are not ours, so a sum near the
// budget may fall on the other side.
#include "compiler/vet/escape_inline.h"

#include <string>

#include "compiler/vet/pass.h"

namespace hood::vet {

using ast::NodeKind;

namespace {

constexpr int kBudget = 80;
constexpr int kCall = 57;
constexpr int kClosure = 15;

class Cost {
 public:
  explicit Cost(const Inliner& known) : known_(known) {}

  // false: never inlined.
  bool measure(const ast::BlockStmt* body) {
    list(body->stmts);
    return !never_ && spent_ <= kBudget;
  }
  int spent() const { return spent_; }

 private:
  template <class T>
  void list(const Slice<T*>& nodes) {
    for (T* n : nodes) node(n);
  }

  void node(ast::Node* n) {
    if (n == nullptr || never_) return;
    switch (n->kind) {
      // ---- statements ----
      case NodeKind::EmptyStmt: return;
      case NodeKind::BlockStmt: return list(ast::as<ast::BlockStmt>(n)->stmts);
      case NodeKind::ExprStmt: return node(ast::as<ast::ExprStmt>(n)->x);
      case NodeKind::DeclStmt: return declarations(ast::as<ast::DeclStmt>(n));
      case NodeKind::LabeledStmt: spent_++; return node(ast::as<ast::LabeledStmt>(n)->stmt);
      case NodeKind::GoStmt:
      case NodeKind::DeferStmt: never_ = true; return;
      case NodeKind::SelectStmt: never_ = true; return;  // unhandled
      case NodeKind::BranchStmt: spent_++; return;
      case NodeKind::IncDecStmt: spent_ += 2; return node(ast::as<ast::IncDecStmt>(n)->x);
      case NodeKind::SendStmt:
        spent_++;
        node(ast::as<ast::SendStmt>(n)->chan);
        return node(ast::as<ast::SendStmt>(n)->value);
      case NodeKind::AssignStmt: return assignment(ast::as<ast::AssignStmt>(n));
      case NodeKind::ReturnStmt: spent_++; return list(ast::as<ast::ReturnStmt>(n)->results);
      case NodeKind::IfStmt: {
        auto* s = ast::as<ast::IfStmt>(n);
        spent_++;
        node(s->init), node(s->cond), node(s->then);
        return node(s->els);
      }
      case NodeKind::ForStmt: {
        auto* s = ast::as<ast::ForStmt>(n);
        spent_++;
        node(s->init), node(s->cond), node(s->post);
        return node(s->body);
      }
      case NodeKind::RangeStmt: {
        auto* s = ast::as<ast::RangeStmt>(n);
        spent_ += s->define ? 1 + 2 * (s->key != nullptr) + 2 * (s->val != nullptr) : 1;
        node(s->key), node(s->val), node(s->x);
        return node(s->body);
      }
      case NodeKind::SwitchStmt: {
        auto* s = ast::as<ast::SwitchStmt>(n);
        spent_++;
        node(s->init), node(s->tag);
        return clauses(s->clauses);
      }
      case NodeKind::TypeSwitchStmt: {
        auto* s = ast::as<ast::TypeSwitchStmt>(n);
        spent_ += 2;
        node(s->init), node(s->x);
        return clauses(s->clauses);
      }
      default: return expression(static_cast<ast::Expr*>(n));
    }
  }

  void clauses(const Slice<ast::CaseClause*>& all) {
    for (ast::CaseClause* c : all) {
      spent_++;
      list(c->exprs);
      list(c->body);
    }
  }

  void declarations(ast::DeclStmt* s) {
    for (ast::Decl* d : s->decls) {
      if (d->kind == NodeKind::TypeDecl) never_ = true;
      if (d->kind != NodeKind::VarDecl) continue;
      auto* v = ast::as<ast::VarDecl>(d);
      spent_ += 3 * static_cast<int>(v->names.size()) + 1;  // the declaration, its name, the assignment
      list(v->values);
    }
  }

  void assignment(ast::AssignStmt* s) {
    spent_++;
    for (ast::Expr* e : s->lhs) {
      node(e);
      if (s->define) spent_ += 2;
    }
    list(s->rhs);
    if (!s->define || s->lhs.size() != 1 || s->rhs[0]->kind != NodeKind::FuncLit) return;
    auto* v = static_cast<types::Var*>(ast::as<ast::Ident>(s->lhs[0])->obj);
    Cost literal(known_);
    if (v != nullptr && !v->reassigned && !v->addrTaken && literal.measure(ast::as<ast::FuncLit>(s->rhs[0])->body)) {
      bound_[v] = literal.spent();
    }
  }

  // ---- expressions ----
  void expression(ast::Expr* e) {
    if (e->mode == ast::Mode::Constant || e->mode == ast::Mode::NilValue) {
      spent_++;
      return;
    }
    if (e->mode == ast::Mode::TypeExpr) return;
    switch (e->kind) {
      case NodeKind::Ident: spent_++; return;
      case NodeKind::ParenExpr: return node(ast::as<ast::ParenExpr>(e)->x);
      case NodeKind::SelectorExpr: {
        auto* s = ast::as<ast::SelectorExpr>(e);
        spent_++;
        if (s->selection != nullptr) node(s->x);
        return;
      }
      case NodeKind::IndexExpr:
        spent_++, node(ast::as<ast::IndexExpr>(e)->x);
        return list(ast::as<ast::IndexExpr>(e)->indices);
      case NodeKind::SliceExpr: {
        auto* s = ast::as<ast::SliceExpr>(e);
        spent_++;
        if (types::asArray(s->x->type) != nullptr) spent_++;
        node(s->x), node(s->lo), node(s->hi);
        return node(s->max);
      }
      case NodeKind::TypeAssertExpr: spent_++; return node(ast::as<ast::TypeAssertExpr>(e)->x);
      case NodeKind::StarExpr: spent_++; return node(ast::as<ast::StarExpr>(e)->x);
      case NodeKind::UnaryExpr: spent_++; return node(ast::as<ast::UnaryExpr>(e)->x);
      case NodeKind::BinaryExpr: {
        auto* b = ast::as<ast::BinaryExpr>(e);
        spent_++;
        node(b->x);
        return node(b->y);
      }
      case NodeKind::CompositeLit: return literal(ast::as<ast::CompositeLit>(e));
      case NodeKind::KeyValueExpr: return node(ast::as<ast::KeyValueExpr>(e)->val);
      case NodeKind::FuncLit: spent_ += kClosure + 1; return list(ast::as<ast::FuncLit>(e)->body->stmts);
      case NodeKind::CallExpr: return call(ast::as<ast::CallExpr>(e));
      default: spent_++; return;
    }
  }

  void literal(ast::CompositeLit* e) {
    spent_++;
    if (types::asSlice(e->type) != nullptr) spent_++;
    bool isStruct = types::asStruct(e->type) != nullptr;
    if (isStruct) spent_ += static_cast<int>(e->elems.size());  // each is a node with its key
    list(e->elems);
  }

  void call(ast::CallExpr* c) {
    if (isConversion(c)) {
      bool changes = !types::identical(types::under(c->type), types::under(c->args[0]->type));
      spent_ += changes;
      return list(c->args);
    }
    spent_++;
    ast::Expr* fun = ast::unparen(c->fun);
    if (fun->mode == ast::Mode::Builtin) {
      auto* b = static_cast<types::Builtin*>(objectOf(fun));
      if (b != nullptr && b->id == types::BuiltinId::Recover) never_ = true;
      if (b != nullptr && b->id == types::BuiltinId::Panic) {
        spent_ += 1;
        return node(c->args[0]);
      }
      return list(c->args);
    }
    types::Func* f = callee(c);
    if (f != nullptr && f->origin != nullptr) f = f->origin;
    const KnownFunc* known = f != nullptr && !isInterfaceMethod(f) ? knownFunc(f) : nullptr;
    if (f != nullptr && known_.canInline(f)) {
      spent_ += known_.costOf(f);
    } else if (fun->kind == NodeKind::Ident && bound_.count(ast::as<ast::Ident>(fun)->obj)) {
      spent_ += bound_[ast::as<ast::Ident>(fun)->obj];
    } else if (Cost literal(known_); fun->kind == NodeKind::FuncLit && literal.measure(ast::as<ast::FuncLit>(fun)->body)) {
      spent_ += literal.spent();
    } else if (known != nullptr && known->inlined) {
      spent_ += kCall / 2;
    } else {
      spent_ += kCall;
    }
    node(fun);
    list(c->args);
  }

  const Inliner& known_;
  std::unordered_map<const types::Object*, int> bound_;  // variables that stand for a literal which is inlined: its cost
  int spent_ = 0;
  bool never_ = false;
};

}  // namespace

void Inliner::consider(types::Func* f, bool recursive) {
  if (recursive || f->decl == nullptr || f->decl->body == nullptr) return;
  if (f->decl->pragma.find("go:noinline") != std::string_view::npos) return;
  Cost cost(*this);
  if (cost.measure(f->decl->body)) costs_[f] = cost.spent();
}

void Inliner::consider(ast::FuncLit* lit, std::string name) {
  if (Cost(*this).measure(lit->body)) literals_[lit] = std::move(name);
}

std::string functionName(const types::Func* f, const types::Package* from) {
  std::string name(f->name);
  types::Signature* sig = f->sig();
  if (sig->recv != nullptr) {
    std::string recv = types::typeString(sig->recv->type, from);
    return (types::asPointer(sig->recv->type) != nullptr ? "(" + recv + ")" : recv) + "." + name;
  }
  return f->pkg != nullptr && f->pkg != from ? f->pkg->name + "." + name : name;
}

const KnownFunc* knownFunc(const types::Func* f) {
  if (f->pkg == nullptr || !f->pkg->stdlib) return nullptr;
  static const std::unordered_map<std::string_view, KnownFunc> table = [] {
    std::unordered_map<std::string_view, KnownFunc> t;
#define HOOD_KNOWN(name, inlined, content) t[name] = {name, inlined, content};
#include "compiler/vet/escape_known.def"
#undef HOOD_KNOWN
    return t;
  }();
  auto it = table.find(fullName(f));
  return it == table.end() ? nullptr : &it->second;
}

}  // namespace hood::vet
