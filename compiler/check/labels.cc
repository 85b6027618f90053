// Labels, and where break, continue, goto and fallthrough go: checked function by function after the statements.
// Mirrors: cmd/compile/internal/syntax/branches.go (gc reports these as syntax errors; place and wording are its own).
#include <algorithm>
#include <map>

#include "compiler/check/checker.h"

namespace hood::check {

using ast::BranchKind;
using ast::NodeKind;

namespace {

// A block of statements while it is walked.
struct Block {
  const Block* parent;
  Pos start;                      // of its `{`, `case` or `else if`
  const ast::LabeledStmt* label;  // the label of the statement whose block this is
};

// What the unlabelled branches of a block leave or continue.
struct Targets {
  ast::Stmt* breaks = nullptr;
  ast::Stmt* continues = nullptr;
  int caseIndex = -1;  // the clause of `breaks` that the block is, when that is a switch
};

struct LabelInfo {
  const Block* block;
  ast::LabeledStmt* stmt;
  Label* object;
};

using Gotos = std::vector<ast::BranchStmt*>;

bool isFor(const ast::Stmt* s) { return s->kind == NodeKind::ForStmt || s->kind == NodeKind::RangeStmt; }
bool isBreakable(const ast::Stmt* s) {
  return isFor(s) || s->kind == NodeKind::SwitchStmt || s->kind == NodeKind::TypeSwitchStmt ||
         s->kind == NodeKind::SelectStmt;
}

class Branches {
 public:
  Branches(Context& ctx, const SourceSet& sources, Package* pkg, std::function<void(Pos, std::string)> report)
      : ctx_(ctx), sources_(sources), pkg_(pkg), report_(std::move(report)) {}

  void check(ast::BlockStmt* body) {
    Gotos left = block(nullptr, {}, nullptr, body->pos, body->stmts);
    for (ast::BranchStmt* g : left) {
      std::string name(g->label->name);
      auto it = labels_.find(g->label->name);
      if (it == labels_.end()) {
        report_(g->label->pos, "label " + name + " not defined");
        continue;
      }
      it->second.object->used = true;
      report_(g->label->pos, "goto " + name + " jumps into block starting at " + sources_.format(it->second.block->start));
    }
    for (auto& [name, l] : labels_)
      if (!l.object->used) report_(l.stmt->label->pos, "label " + std::string(name) + " defined and not used");
  }

 private:
  // Variables declared so far in a block: gotos that were pending then may not find their label behind it.
  struct Declared {
    Pos pos;
    std::string name;
    Gotos jumpsOver;
  };

  // Walks a block; returns the gotos whose labels it does not have.
  Gotos block(const Block* parent, Targets in, const ast::LabeledStmt* label, Pos start, const Slice<ast::Stmt*>& list) {
    const Block* b = ctx_.make<Block>(Block{parent, start, label});
    Gotos pending;
    Declared declared;
    size_t n = list.size();
    while (n > 0 && list[n - 1]->kind == NodeKind::EmptyStmt) n--;  // fallthrough is last all the same
    for (size_t k = 0; k < n; k++) {
      ast::Stmt* s = list[k];
      const ast::LabeledStmt* own = nullptr;
      while (s->kind == NodeKind::LabeledStmt) {
        auto* l = static_cast<ast::LabeledStmt*>(s);
        if (l->label->name != "_") {
          declareLabel(b, l, pending, declared);
          own = l;
        }
        s = l->stmt;
      }
      switch (s->kind) {
        case NodeKind::DeclStmt:
          for (ast::Decl* d : static_cast<ast::DeclStmt*>(s)->decls)
            if (d->kind == NodeKind::VarDecl) {
              declared = {d->pos, std::string(static_cast<ast::VarDecl*>(d)->names[0]->name), pending};
              break;
            }
          break;
        case NodeKind::AssignStmt: {
          auto* a = static_cast<ast::AssignStmt*>(s);
          if (a->define) declared = {a->opPos, namesOf(a->lhs), pending};
          break;
        }
        case NodeKind::BranchStmt: branch(b, in, static_cast<ast::BranchStmt*>(s), k + 1 == n, pending); break;
        default: inner(b, in, own, s, pending); break;
      }
    }
    return pending;
  }

  // The blocks within a statement.
  void inner(const Block* b, Targets in, const ast::LabeledStmt* label, ast::Stmt* s, Gotos& pending) {
    auto walk = [&](Targets t, Pos start, const Slice<ast::Stmt*>& list) {
      Gotos left = block(b, t, label, start, list);
      pending.insert(pending.end(), left.begin(), left.end());
    };
    auto walkClauses = [&](auto& clauses) {
      for (size_t k = 0; k < clauses.size(); k++)
        walk({s, in.continues, static_cast<int>(k)}, clauses[k]->pos, clauses[k]->body);
    };
    in.caseIndex = -1;
    switch (s->kind) {
      case NodeKind::BlockStmt: walk(in, s->pos, static_cast<ast::BlockStmt*>(s)->stmts); break;
      case NodeKind::IfStmt: {
        auto* i = static_cast<ast::IfStmt*>(s);
        walk(in, i->then->pos, i->then->stmts);
        if (i->els != nullptr) walk(in, i->els->pos, Slice<ast::Stmt*>{&i->els, 1});
        break;
      }
      case NodeKind::ForStmt: {
        ast::BlockStmt* body = static_cast<ast::ForStmt*>(s)->body;
        walk({s, s, -1}, body->pos, body->stmts);
        break;
      }
      case NodeKind::RangeStmt: {
        ast::BlockStmt* body = static_cast<ast::RangeStmt*>(s)->body;
        walk({s, s, -1}, body->pos, body->stmts);
        break;
      }
      case NodeKind::SwitchStmt: walkClauses(static_cast<ast::SwitchStmt*>(s)->clauses); break;
      case NodeKind::TypeSwitchStmt: walkClauses(static_cast<ast::TypeSwitchStmt*>(s)->clauses); break;
      case NodeKind::SelectStmt: walkClauses(static_cast<ast::SelectStmt*>(s)->clauses); break;
      default: break;
    }
  }

  void declareLabel(const Block* b, ast::LabeledStmt* l, Gotos& pending, const Declared& declared) {
    std::string_view name = l->label->name;
    auto known = labels_.find(name);
    if (known != labels_.end()) {
      report_(l->label->pos,
              "label " + std::string(name) + " already defined at " + sources_.format(known->second.stmt->label->pos));
    } else {
      auto* o = ctx_.make<Label>();
      o->name = name;
      o->pos = l->label->pos;
      o->pkg = pkg_;
      o->stmt = l;
      known = labels_.emplace(name, LabelInfo{b, l, o}).first;
    }
    l->label->obj = known->second.object;
    Gotos others;
    for (ast::BranchStmt* g : pending) {
      if (g->label->name != name) {
        others.push_back(g);
        continue;
      }
      g->target = l;
      g->label->obj = known->second.object;
      known->second.object->used = true;
      if (std::find(declared.jumpsOver.begin(), declared.jumpsOver.end(), g) != declared.jumpsOver.end())
        report_(g->label->pos, "goto " + std::string(name) + " jumps over declaration of " + declared.name + " at " +
                                   sources_.format(declared.pos));
    }
    pending = std::move(others);
  }

  void branch(const Block* b, const Targets& in, ast::BranchStmt* s, bool last, Gotos& pending) {
    if (s->label != nullptr) {
      labelled(b, s, pending);
      return;
    }
    switch (s->branch) {
      case BranchKind::Break:
        s->target = in.breaks;
        if (in.breaks == nullptr) report_(s->pos, "break is not in a loop, switch, or select");
        break;
      case BranchKind::Continue:
        s->target = in.continues;
        if (in.continues == nullptr) report_(s->pos, "continue is not in a loop");
        break;
      case BranchKind::Fallthrough: fallthroughStmt(in, s, last); break;
      case BranchKind::Goto: break;  // the parser wants a label
    }
  }

  void fallthroughStmt(const Targets& in, ast::BranchStmt* s, bool last) {
    const char* problem = "fallthrough statement out of place";
    if (in.breaks != nullptr && in.breaks->kind == NodeKind::TypeSwitchStmt) {
      problem = "cannot fallthrough in type switch";
    } else if (in.breaks != nullptr && in.breaks->kind == NodeKind::SwitchStmt && in.caseIndex >= 0 && last) {
      if (static_cast<size_t>(in.caseIndex) + 1 < static_cast<ast::SwitchStmt*>(in.breaks)->clauses.size()) return;
      problem = "cannot fallthrough final case in switch";
    }
    report_(s->pos, problem);
  }

  void labelled(const Block* b, ast::BranchStmt* s, Gotos& pending) {
    std::string name(s->label->name);
    auto it = labels_.find(s->label->name);
    LabelInfo* l = it == labels_.end() ? nullptr : &it->second;
    if (l != nullptr) {
      l->object->used = true;  // even where the branch is invalid
      s->label->obj = l->object;
    }
    if (s->branch == BranchKind::Goto) {
      const Block* o = b;
      while (l != nullptr && o != nullptr && o != l->block) o = o->parent;
      if (l == nullptr || o == nullptr) {
        pending.push_back(s);
      } else {
        s->target = l->stmt;
      }
      return;
    }
    const char* word = s->branch == BranchKind::Break ? "break" : "continue";
    if (l == nullptr) {
      report_(s->label->pos, std::string(word) + " label not defined: " + name);
      return;
    }
    const Block* o = b;
    while (o != nullptr && o->label != l->stmt) o = o->parent;
    ast::Stmt* target = o == nullptr ? nullptr : l->stmt->stmt;
    if (target == nullptr || !(s->branch == BranchKind::Break ? isBreakable(target) : isFor(target))) {
      report_(s->label->pos, "invalid " + std::string(word) + " label " + name);
      return;
    }
    s->target = target;
  }

  std::string namesOf(const Slice<Expr*>& lhs) {
    std::string out;
    for (Expr* e : lhs) out += (out.empty() ? "" : ", ") + std::string(ast::exprString(ctx_.arena, e));
    return out;
  }

  Context& ctx_;
  const SourceSet& sources_;
  Package* pkg_;
  std::function<void(Pos, std::string)> report_;
  std::map<std::string_view, LabelInfo> labels_;
};

}  // namespace

void Checker::labels(ast::BlockStmt* body) {
  Branches(ctx_, diags_.sources(), pkg_, [this](Pos p, std::string text) { error(p, std::move(text)); }).check(body);
}

}  // namespace hood::check
