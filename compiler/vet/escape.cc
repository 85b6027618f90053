#include "compiler/vet/escape.h"

#include <algorithm>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "compiler/vet/escape_build.h"
#include "compiler/vet/escape_inline.h"
#include "compiler/vet/pass.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

namespace {

using Batch = std::vector<types::Func*>;

// Functions in batches that call each other, callees first (Tarjan).
class CallGraph {
 public:
  explicit CallGraph(const types::Package& pkg) {
    for (ast::File* file : pkg.files)
      for (ast::Decl* d : file->decls) add(d);
    for (types::Func* f : funcs_) connect(f);
    for (types::Func* f : funcs_)
      if (!nodes_[f].index) visit(f);
  }
  const std::vector<Batch>& batches() const { return batches_; }
  bool callsItself(types::Func* f) const {
    auto& callees = nodes_.at(f).callees;
    return std::find(callees.begin(), callees.end(), f) != callees.end();
  }

 private:
  struct Node {
    std::vector<types::Func*> callees;
    int index = 0, low = 0;
    bool onStack = false;
  };

  void add(ast::Decl* d) {
    if (d->kind != ast::NodeKind::FuncDecl) return;
    auto* fd = ast::as<ast::FuncDecl>(d);
    types::Object* o = fd->name->obj;
    if (o == nullptr || o->kind != types::ObjectKind::Func || fd->body == nullptr) return;
    auto* f = static_cast<types::Func*>(o);
    if (!f->sig()->tparams.empty() || !f->sig()->recvTparams.empty()) return;
    funcs_.push_back(f);
    nodes_[f];
  }

  void connect(types::Func* f) {
    walk(f->decl->body, [&](ast::Node* n) {
      types::Object* o = nullptr;
      if (n->kind == ast::NodeKind::Ident) o = ast::as<ast::Ident>(n)->obj;
      if (n->kind == ast::NodeKind::SelectorExpr) o = objectOf(ast::as<ast::SelectorExpr>(n));
      if (o != nullptr && o->kind == types::ObjectKind::Func && nodes_.count(static_cast<types::Func*>(o))) {
        nodes_[f].callees.push_back(static_cast<types::Func*>(o));
      }
      return true;
    });
  }

  void visit(types::Func* f) {
    Node& n = nodes_[f];
    n.index = n.low = ++last_;
    n.onStack = true;
    stack_.push_back(f);
    for (types::Func* c : n.callees) {
      Node& m = nodes_[c];
      if (!m.index) {
        visit(c);
        n.low = std::min(n.low, m.low);
      } else if (m.onStack) {
        n.low = std::min(n.low, m.index);
      }
    }
    if (n.low != n.index) return;
    Batch batch;
    do {
      batch.push_back(stack_.back());
      nodes_[stack_.back()].onStack = false;
      stack_.pop_back();
    } while (batch.back() != f);
    std::reverse(batch.begin(), batch.end());
    batches_.push_back(std::move(batch));
  }

  std::vector<types::Func*> funcs_, stack_;
  std::unordered_map<types::Func*, Node> nodes_;
  std::vector<Batch> batches_;
  int last_ = 0;
};

class Explainer {
 public:
  Explainer(types::Context& ctx, const types::Package& pkg, Diagnostics& out) : ctx_(ctx), pkg_(pkg), out_(out) {}

  void run() {
    CallGraph graph(pkg_);
    for (const Batch& b : graph.batches())
      for (types::Func* f : b) {
        inliner_.consider(f, b.size() == 1 && graph.callsItself(f));
        std::string name = functionName(f, &pkg_);
        // The parser's position of a method is that of its receiver.
        Pos pos = f->decl->recv != nullptr ? Pos{f->decl->pos.off + 5} : f->pos;
        if (inliner_.canInline(f)) out_.error(pos, "can inline " + name);
        int n = 0;
        literals(f->decl->body, name + ".func", &n);
      }
    for (const Batch& b : graph.batches()) analyse(b);
    analyse({});  // the package's variables
  }

 private:
  // Literals are numbered per function: f.func1, and those in it f.func1.1.
  void literals(ast::Node* body, const std::string& prefix, int* n) {
    walk(body, [&](ast::Node* x) {
      if (x->kind != ast::NodeKind::FuncLit) return true;
      auto* lit = ast::as<ast::FuncLit>(x);
      std::string name = prefix + std::to_string(++*n);
      int inner = 0;
      literals(lit->body, name + ".", &inner);
      inliner_.consider(lit, name);
      if (inliner_.nameOf(lit) != nullptr) out_.error(lit->pos, "can inline " + name);
      return false;
    });
  }

  void analyse(const Batch& batch) {
    EscGraph g;
    EscInput in{ctx_, pkg_, inliner_, tags_, [this](Pos at, std::string text) { out_.error(at, std::move(text)); }};
    EscBuilder builder(in, g);
    std::vector<EscFunc*> funcs;
    for (types::Func* f : batch) funcs.push_back(builder.declare(f));
    for (types::Func* f : batch) builder.build(f);
    if (batch.empty()) builder.buildInit();
    builder.finish();
    for (size_t i = 0; i < batch.size(); i++) tagParameters(*batch[i], *funcs[i]);
    for (auto& [lit, fn] : builder.literals())
      for (Location* p : fn->params) tagParameter(*p, *fn);
    for (Location& l : g.locations()) report(l);
  }

  void tagParameters(const types::Func& f, EscFunc& fn) {
    std::vector<Leaks>& tags = tags_[&f];
    for (Location* p : fn.params) tags.push_back(tagParameter(*p, fn));
  }

  Leaks tagParameter(Location& p, const EscFunc& fn) {
    if (!mayPoint(p.type) || p.text.empty() || p.text == "_") return Leaks();
    if (p.escapes) return Leaks::all();
    Leaks leaks = p.leaks;
    leaks.optimize();
    if (leaks.empty()) out_.error(p.pos, p.text + " does not escape");
    if (leaks.heap() >= 0) out_.error(p.pos, (leaks.heap() == 0 ? "leaking param: " : "leaking param content: ") + p.text);
    for (size_t i = 0; i < kTagResults; i++) {
      if (leaks.result(i) < 0) continue;
      std::string result = i < fn.results.size() ? fn.results[i]->text : "";
      if (result.empty()) result = "~r" + std::to_string(i);
      out_.error(p.pos, "leaking param: " + p.text + " to result " + result + " level=" + std::to_string(leaks.result(i)));
    }
    return leaks;
  }

  void report(const Location& l) {
    if (l.quiet || l.kind == LocationKind::Temporary || l.text.empty()) return;
    bool isVariable = l.kind != LocationKind::Allocation;
    if (l.escapes) {
      out_.error(l.pos, isVariable ? "moved to heap: " + l.text : l.text + " escapes to heap");
    } else if (!isVariable) {
      out_.error(l.pos, l.text + " does not escape");
    }
  }

  types::Context& ctx_;
  const types::Package& pkg_;
  Diagnostics& out_;
  Inliner inliner_;
  Tags tags_;
};

}  // namespace

void explainEscapes(types::Context& ctx, const types::Package& pkg, Diagnostics& out) { Explainer(ctx, pkg, out).run(); }

}  // namespace hood::vet
