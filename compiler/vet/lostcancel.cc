// ctx, cancel := context.WithCancel(…): cancel must be called, or handed on, on every path to a return. Until then the
// context's children and timer are kept.
#include <unordered_set>
#include <vector>

#include "compiler/vet/cfg.h"
#include "compiler/vet/pass.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

namespace {

using ast::NodeKind;

// The name of the context function that e calls, "" if none.
std::string_view contextFunc(ast::Expr* e) {
  if (e->kind != NodeKind::CallExpr || static_cast<ast::CallExpr*>(e)->fun->kind != NodeKind::SelectorExpr) return "";
  for (const char* name : {"WithCancel", "WithTimeout", "WithDeadline", "WithCancelCause"})
    if (calls(static_cast<ast::CallExpr*>(e), "context", name)) return name;
  return "";
}

class Lostcancel {
 public:
  Lostcancel(Pass& p, types::Signature* sig, ast::BlockStmt* body, bool isMain, Pos from)
      : p_(p), sig_(sig), body_(body), from_(from) {
    walk(body, [&](ast::Node* n) {
      if (n->kind == NodeKind::FuncLit) return false;  // on its own turn
      if (n->kind == NodeKind::AssignStmt) {
        auto* a = static_cast<ast::AssignStmt*>(n);
        if (a->rhs.size() == 1 && a->lhs.size() == 2 && a->lhs[1]->kind == NodeKind::Ident)
          candidate(n, ast::startPos(n), a->rhs[0], static_cast<ast::Ident*>(a->lhs[1]));
      } else if (n->kind == NodeKind::DeclStmt) {
        for (ast::Decl* d : static_cast<ast::DeclStmt*>(n)->decls) {
          if (d->kind != NodeKind::VarDecl) continue;
          auto* v = static_cast<ast::VarDecl*>(d);
          if (v->values.size() == 1 && v->names.size() == 2) candidate(n, v->names[0]->pos, v->values[0], v->names[1]);
        }
      }
      return true;
    });
    if (!isMain && !found_.empty()) followPaths();
  }

 private:
  struct Cancel {
    types::Object* var;
    ast::Node* stmt;
    Pos at;
  };

  void candidate(ast::Node* stmt, Pos at, ast::Expr* call, ast::Ident* id) {
    std::string_view name = contextFunc(call);
    if (name.empty()) return;
    if (id->name == "_") {
      p_.report(id, "the cancel function returned by context." + std::string(name) +
                        " should be called, not discarded, to avoid a context leak");
    } else if (id->obj != nullptr && !(id->obj->pos < from_) && id->obj->pos < body_->rbrace) {
      found_.push_back({id->obj, stmt, at});
    }
  }

  bool uses(types::Object* v, ast::Node* n) const {
    bool found = false;
    walk(n, [&](ast::Node* m) {
      if (m->kind == NodeKind::Ident) found |= static_cast<ast::Ident*>(m)->obj == v;
      if (m->kind == NodeKind::ReturnStmt && static_cast<ast::ReturnStmt*>(m)->results.empty())
        for (types::Var* r : sig_->results->vars) found |= r == v;
      return !found;
    });
    return found;
  }
  bool uses(types::Object* v, const CfgBlock* b, size_t from) const {
    for (size_t i = from; i < b->nodes.size(); i++)
      if (uses(v, b->nodes[i])) return true;
    return false;
  }

  void followPaths() {
    Cfg g = buildCfg(p_, body_);
    for (const Cancel& c : found_)
      for (auto& b : g.blocks)
        for (size_t i = 0; i < b->nodes.size(); i++)
          if (b->nodes[i] == c.stmt) follow(c, b.get(), i + 1);
  }

  void follow(const Cancel& c, CfgBlock* b, size_t rest) {
    if (uses(c.var, b, rest)) return;
    if (b->returns) return lost(c, b);
    std::unordered_set<CfgBlock*> seen;
    if (CfgBlock* end = search(c, b->succs, seen)) lost(c, end);
  }

  // A block with a return that is reached without a use of the variable. Depth first, as the messages of go vet have it.
  CfgBlock* search(const Cancel& c, const std::vector<CfgBlock*>& from, std::unordered_set<CfgBlock*>& seen) {
    std::vector<CfgBlock*> work(from.rbegin(), from.rend());
    while (!work.empty()) {
      CfgBlock* b = work.back();
      work.pop_back();
      if (!seen.insert(b).second || uses(c.var, b, 0)) continue;
      if (b->returns) return b;
      work.insert(work.end(), b->succs.rbegin(), b->succs.rend());
    }
    return nullptr;
  }

  void lost(const Cancel& c, CfgBlock* end) {
    std::string name(c.var->name);
    uint32_t line = p_.out.sources().position(c.at).line;
    p_.report(c.at, "the " + name + " function is not used on all paths (possible context leak)");
    p_.report(end->returnPos, "this return statement may be reached without using the " + name + " var defined on line " +
                                  std::to_string(line));
  }

  Pass& p_;
  types::Signature* sig_;
  ast::BlockStmt* body_;
  Pos from_;
  std::vector<Cancel> found_;
};

}  // namespace

void lostcancel(Pass& p) {
  bool imports = false;
  for (types::Package* i : p.pkg.imports) imports |= i->path == "context";
  if (!imports) return;
  walk(p.pkg, [&](ast::Node* n) {
    if (n->kind == NodeKind::FuncDecl) {
      auto* d = static_cast<ast::FuncDecl*>(n);
      if (d->body == nullptr || d->name->obj == nullptr || d->name->obj->kind != types::ObjectKind::Func) return true;
      bool isMain = d->name->name == "main" && d->recv == nullptr && p.pkg.name == "main";
      Lostcancel(p, static_cast<types::Func*>(d->name->obj)->sig(), d->body, isMain, d->pos);
    } else if (n->kind == NodeKind::FuncLit) {
      auto* f = static_cast<ast::FuncLit*>(n);
      if (types::Signature* sig = f->type != nullptr ? types::asSignature(f->type) : nullptr)
        Lostcancel(p, sig, f->body, false, f->pos);
    }
    return true;
  });
}

}  // namespace hood::vet
