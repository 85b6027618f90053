#include "compiler/vet/cfg.h"

#include <unordered_map>
#include <unordered_set>

#include "compiler/vet/walk.h"

namespace hood::vet {

namespace {

using ast::BranchKind;
using ast::NodeKind;

bool neverReturns(Pass& p, types::Func* f);

bool isNoReturnCall(Pass& p, ast::Expr* e) {
  if (e->kind != NodeKind::CallExpr) return false;
  auto* call = static_cast<ast::CallExpr*>(e);
  if (types::Object* o = objectOf(ast::unparen(call->fun)); o != nullptr && o->kind == types::ObjectKind::Builtin)
    return static_cast<types::Builtin*>(o)->id == types::BuiltinId::Panic;
  types::Func* f = callee(call);
  return f != nullptr && neverReturns(p, f);
}

// Functions of the standard library, whose bodies are not looked into.
bool isKnownNoReturn(const std::string& name) {
  static const std::unordered_set<std::string> kNames = {"os.Exit",
                                                         "runtime.Goexit",
                                                         "syscall.Exit",
                                                         "log.Fatal",
                                                         "log.Fatalf",
                                                         "log.Fatalln",
                                                         "log.Panic",
                                                         "log.Panicf",
                                                         "log.Panicln",
                                                         "(*log.Logger).Fatal",
                                                         "(*log.Logger).Fatalf",
                                                         "(*log.Logger).Fatalln",
                                                         "(*log.Logger).Panic",
                                                         "(*log.Logger).Panicf",
                                                         "(*log.Logger).Panicln",
                                                         "(*testing.common).FailNow",
                                                         "(*testing.common).Fatal",
                                                         "(*testing.common).Fatalf",
                                                         "(*testing.common).SkipNow",
                                                         "(*testing.common).Skip",
                                                         "(*testing.common).Skipf"};
  return kNames.count(name) != 0;
}

bool neverReturns(Pass& p, types::Func* f) {
  std::string name = fullName(f);
  if (isKnownNoReturn(name)) return true;
  if (f->origin != nullptr) f = f->origin;
  if (f->pkg != &p.pkg || f->decl == nullptr || f->decl->body == nullptr) {
    auto it = p.facts.noReturn.find(name);  // findNoReturn() of its package
    return it != p.facts.noReturn.end() && it->second;
  }
  auto [it, fresh] = p.facts.noReturn.emplace(name, false);  // while it is under way: it returns
  if (!fresh) return it->second;
  Cfg g = buildCfg(p, f->decl->body);
  std::unordered_set<CfgBlock*> seen{g.blocks[0].get()};
  std::vector<CfgBlock*> work{g.blocks[0].get()};
  while (!work.empty()) {
    CfgBlock* b = work.back();
    work.pop_back();
    if (b->returns) return false;
    for (CfgBlock* s : b->succs)
      if (seen.insert(s).second) work.push_back(s);
  }
  // A deferred recover makes it return after all.
  bool recovers = false;
  walk(f->decl->body, [&](ast::Node* n) {
    recovers |= n->kind == NodeKind::DeferStmt;
    return !recovers;
  });
  return p.facts.noReturn[name] = !recovers;
}

class Builder {
 public:
  Builder(Pass& p, Cfg& g) : p_(p), g_(g) { cur_ = block(); }

  void body(ast::BlockStmt* b) {
    stmt(b);
    if (cur_ != nullptr) leave(nullptr, b->rbrace);
  }

 private:
  struct Target {
    CfgBlock *onBreak, *onContinue;
  };

  CfgBlock* block() {
    g_.blocks.push_back(std::make_unique<CfgBlock>());
    return g_.blocks.back().get();
  }
  void edge(CfgBlock* from, CfgBlock* to) {
    if (from != nullptr && to != nullptr) from->succs.push_back(to);
  }
  // What follows a jump goes into a block that nothing leads to.
  void add(ast::Node* n) {
    if (n == nullptr) return;
    if (cur_ == nullptr) cur_ = block();
    cur_->nodes.push_back(n);
  }
  void leave(ast::ReturnStmt* r, Pos at) {
    cur_->returns = true;
    cur_->ret = r;
    cur_->returnPos = at;
    cur_ = nullptr;
  }
  void jumpTo(CfgBlock* to) {
    edge(cur_, to);
    cur_ = nullptr;
  }
  void startAt(CfgBlock* b) {
    edge(cur_, b);
    cur_ = b;
  }
  void stmts(const Slice<ast::Stmt*>& list) {
    for (ast::Stmt* s : list) stmt(s);
  }

  void stmt(ast::Stmt* s) {
    if (s == nullptr) return;
    switch (s->kind) {
      case NodeKind::BlockStmt: stmts(static_cast<ast::BlockStmt*>(s)->stmts); break;
      case NodeKind::LabeledStmt: {
        auto* l = static_cast<ast::LabeledStmt*>(s);
        startAt(label(l));
        stmt(l->stmt);
        break;
      }
      case NodeKind::ReturnStmt:
        add(s);
        leave(static_cast<ast::ReturnStmt*>(s), s->pos);
        break;
      case NodeKind::ExprStmt:
        add(s);
        if (isNoReturnCall(p_, static_cast<ast::ExprStmt*>(s)->x)) cur_ = nullptr;
        break;
      case NodeKind::BranchStmt: branch(static_cast<ast::BranchStmt*>(s)); break;
      case NodeKind::IfStmt: ifStmt(static_cast<ast::IfStmt*>(s)); break;
      case NodeKind::ForStmt: forStmt(static_cast<ast::ForStmt*>(s)); break;
      case NodeKind::RangeStmt: rangeStmt(static_cast<ast::RangeStmt*>(s)); break;
      case NodeKind::SwitchStmt: {
        auto* w = static_cast<ast::SwitchStmt*>(s);
        stmt(w->init);
        add(w->tag);
        clauses(s, w->clauses);
        break;
      }
      case NodeKind::TypeSwitchStmt: {
        auto* w = static_cast<ast::TypeSwitchStmt*>(s);
        stmt(w->init);
        add(w->x);
        clauses(s, w->clauses);
        break;
      }
      case NodeKind::SelectStmt: select(static_cast<ast::SelectStmt*>(s)); break;
      default: add(s);
    }
  }

  CfgBlock* label(ast::LabeledStmt* l) {
    CfgBlock*& b = labels_[l];
    if (b == nullptr) b = block();
    return b;
  }

  static ast::Stmt* inner(ast::Stmt* s) {
    while (s != nullptr && s->kind == NodeKind::LabeledStmt) s = static_cast<ast::LabeledStmt*>(s)->stmt;
    return s;
  }

  void branch(ast::BranchStmt* s) {
    CfgBlock* to = fallthrough_;
    if (s->branch == BranchKind::Goto && s->target != nullptr && s->target->kind == NodeKind::LabeledStmt)
      to = label(static_cast<ast::LabeledStmt*>(s->target));
    if (s->branch == BranchKind::Break) to = targets_[inner(s->target)].onBreak;
    if (s->branch == BranchKind::Continue) to = targets_[inner(s->target)].onContinue;
    jumpTo(to);
  }

  void ifStmt(ast::IfStmt* s) {
    stmt(s->init);
    add(s->cond);
    CfgBlock *cond = cur_, *after = block();
    cur_ = block();
    edge(cond, cur_);
    stmt(s->then);
    edge(cur_, after);
    if (s->els != nullptr) {
      cur_ = block();
      edge(cond, cur_);
      stmt(s->els);
      edge(cur_, after);
    } else {
      edge(cond, after);
    }
    cur_ = after;
  }

  void forStmt(ast::ForStmt* s) {
    stmt(s->init);
    CfgBlock *head = block(), *after = block(), *post = block();
    startAt(head);
    targets_[s] = {after, post};
    if (s->cond != nullptr) {
      add(s->cond);
      edge(head, after);
    }
    cur_ = block();
    edge(head, cur_);
    stmt(s->body);
    startAt(post);
    stmt(s->post);
    jumpTo(head);
    cur_ = after;
  }

  void rangeStmt(ast::RangeStmt* s) {
    add(s->x);
    CfgBlock *head = block(), *after = block();
    startAt(head);
    targets_[s] = {after, head};
    edge(head, after);
    cur_ = block();
    edge(head, cur_);
    add(s->key);
    add(s->val);
    stmt(s->body);
    jumpTo(head);
    cur_ = after;
  }

  void clauses(ast::Stmt* s, const Slice<ast::CaseClause*>& all) {
    if (cur_ == nullptr) cur_ = block();
    CfgBlock *head = cur_, *after = block();
    targets_[s] = {after, nullptr};
    std::vector<CfgBlock*> bodies;
    for (size_t i = 0; i < all.size(); i++) bodies.push_back(block());
    bool hasDefault = false;
    for (size_t i = 0; i < all.size(); i++) {
      hasDefault |= all[i]->isDefault;
      for (ast::Expr* e : all[i]->exprs) head->nodes.push_back(e);
      edge(head, bodies[i]);
      CfgBlock* outer = fallthrough_;
      fallthrough_ = i + 1 < all.size() ? bodies[i + 1] : nullptr;
      cur_ = bodies[i];
      stmts(all[i]->body);
      edge(cur_, after);
      fallthrough_ = outer;
    }
    if (!hasDefault) edge(head, after);
    cur_ = after;
  }

  void select(ast::SelectStmt* s) {
    if (cur_ == nullptr) cur_ = block();
    CfgBlock *head = cur_, *after = block();
    targets_[s] = {after, nullptr};
    for (ast::CommClause* c : s->clauses) {
      cur_ = block();
      edge(head, cur_);
      stmt(c->comm);
      stmts(c->body);
      edge(cur_, after);
    }
    cur_ = s->clauses.empty() ? nullptr : after;
  }

  Pass& p_;
  Cfg& g_;
  CfgBlock* cur_;  // nullptr after a jump
  CfgBlock* fallthrough_ = nullptr;
  std::unordered_map<ast::LabeledStmt*, CfgBlock*> labels_;
  std::unordered_map<ast::Stmt*, Target> targets_;
};

}  // namespace

Cfg buildCfg(Pass& p, ast::BlockStmt* body) {
  Cfg g;
  Builder(p, g).body(body);
  return g;
}

void findNoReturn(Pass& p) {
  for (ast::File* f : p.pkg.files)
    for (ast::Decl* d : f->decls) {
      if (d->kind != NodeKind::FuncDecl) continue;
      types::Object* o = static_cast<ast::FuncDecl*>(d)->name->obj;
      if (o != nullptr && o->kind == types::ObjectKind::Func) (void)neverReturns(p, static_cast<types::Func*>(o));
    }
}

}  // namespace hood::vet
