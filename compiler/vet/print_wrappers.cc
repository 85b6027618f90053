#include "compiler/vet/print_wrappers.h"

#include <functional>
#include <memory>
#include <unordered_set>
#include <vector>

#include "compiler/vet/walk.h"

namespace hood::vet {

namespace {

using ast::NodeKind;

const std::unordered_set<std::string>& knownPrinters() {
  static const std::unordered_set<std::string> kNames = [] {
    std::unordered_set<std::string> s = {"fmt.Errorf", "fmt.Append", "fmt.Appendf", "fmt.Appendln", "runtime/trace.Logf"};
    for (std::string form : {"", "f", "ln"}) {
      for (std::string f : {"fmt.Fprint", "fmt.Print", "fmt.Sprint"}) s.insert(f + form);
      for (std::string f : {"Print", "Fatal", "Panic"})
        for (std::string from : {"log.", "(*log.Logger)."}) s.insert(from + f + form);
    }
    for (std::string f : {"Error", "Fatal", "Log", "Skip"})
      for (std::string form : {"", "f"})
        for (std::string from : {"(*testing.common).", "(testing.TB)."}) s.insert(from + f + form);
    return s;
  }();
  return kNames;
}

bool isEmptyInterface(types::Type* t) {
  if (t->kind != types::TypeKind::Interface) return false;
  auto* i = static_cast<types::Interface*>(t);
  return i->methods.empty() && i->embeddeds.empty();
}

class Finder {
 public:
  explicit Finder(Pass& p) : p_(p) {}

  void run() {
    for (ast::File* f : p_.pkg.files)
      for (ast::Decl* d : f->decls)
        if (d->kind == NodeKind::FuncDecl) candidate(static_cast<ast::FuncDecl*>(d));
    for (auto& w : all_) scan(*w);
  }

 private:
  struct Wrapper {
    types::Func* func;
    ast::FuncDecl* decl;
    types::Var *format, *args;
    std::vector<std::pair<Wrapper*, ast::CallExpr*>> callers;
    bool failed = false;
  };

  // f(…, format string, args ...any) or f(…, args ...any).
  void candidate(ast::FuncDecl* d) {
    if (d->body == nullptr || d->name->obj == nullptr || d->name->obj->kind != types::ObjectKind::Func) return;
    auto* f = static_cast<types::Func*>(d->name->obj);
    types::Signature* sig = f->sig();
    if (sig == nullptr || !sig->variadic || sig->params->vars.empty()) return;
    const auto& params = sig->params->vars;
    types::SliceType* last = types::asSlice(params.back()->type);
    if (last == nullptr || !isEmptyInterface(last->elem)) return;
    auto w = std::make_unique<Wrapper>(Wrapper{f, d, nullptr, params.back(), {}});
    if (params.size() >= 2 && params[params.size() - 2]->type == p_.ctx.typ(types::BasicKind::String))
      w->format = params[params.size() - 2];
    byFunc_.emplace(f, w.get());
    all_.push_back(std::move(w));
  }

  static bool is(ast::Expr* e, const types::Var* v) {
    return v != nullptr && e->kind == NodeKind::Ident && static_cast<ast::Ident*>(e)->obj == v;
  }

  void scan(Wrapper& w) {
    walk(w.decl->body, [&](ast::Node* n) {
      if (w.failed) return false;
      if (n->kind == NodeKind::AssignStmt) {
        for (ast::Expr* l : static_cast<ast::AssignStmt*>(n)->lhs) w.failed |= is(l, w.format) || is(l, w.args);
      } else if (n->kind == NodeKind::UnaryExpr) {
        auto* u = static_cast<ast::UnaryExpr*>(n);
        w.failed |= u->op == ast::Op::Addr && (is(u->x, w.format) || is(u->x, w.args));
      } else if (n->kind == NodeKind::CallExpr) {
        auto* call = static_cast<ast::CallExpr*>(n);
        if (!call->args.empty() && is(call->args[call->args.size() - 1], w.args)) forwards(w, call);
      }
      return !w.failed;
    });
  }

  void forwards(Wrapper& w, ast::CallExpr* call) {
    types::Func* f = callee(call);
    if (f == nullptr) return;
    if (PrintKind k = printKind(p_, f); k != PrintKind::None) return checkForward(w, call, k);
    // Perhaps it turns out to print when it is its turn.
    if (auto it = byFunc_.find(f); it != byFunc_.end()) it->second->callers.emplace_back(&w, call);
  }

  void checkForward(Wrapper& w, ast::CallExpr* call, PrintKind kind) {
    size_t n = call->args.size();
    if (kind != PrintKind::Print && (n < 2 || !is(call->args[n - 2], w.format))) return;
    if (!call->ellipsis) {
      types::Signature* sig = types::asSignature(call->fun->type);
      if (sig == nullptr || n > sig->params->vars.size()) return;
      return p_.report(call, std::string("missing ... in args forwarded to ") +
                                 (kind == PrintKind::Print ? "print" : "printf") + "-like function");
    }
    if (!p_.facts.printers.emplace(fullName(w.func), kind).second) return;
    auto callers = w.callers;
    for (auto& [caller, at] : callers) checkForward(*caller, at, kind);
  }

  Pass& p_;
  std::vector<std::unique_ptr<Wrapper>> all_;
  std::unordered_map<types::Func*, Wrapper*> byFunc_;
};

}  // namespace

void findPrintWrappers(Pass& p) { Finder(p).run(); }

PrintKind printKind(Pass& p, types::Func* f) {
  std::string name = fullName(f);
  if (knownPrinters().count(name)) {
    if (name == "fmt.Errorf") return PrintKind::Errorf;
    return f->name.ends_with("f") ? PrintKind::Printf : PrintKind::Print;
  }
  auto it = p.facts.printers.find(name);
  return it == p.facts.printers.end() ? PrintKind::None : it->second;
}

}  // namespace hood::vet
