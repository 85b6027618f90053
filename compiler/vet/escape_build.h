// From syntax trees to the graph of escape_graph.h: one batch, that is functions that call each other.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "compiler/vet/escape_graph.h"
#include "compiler/vet/escape_inline.h"

namespace hood::vet {

// What is known about functions that are analysed: one entry per parameter, receiver first.
using Tags = std::unordered_map<const types::Func*, std::vector<Leaks>>;

struct EscInput {
  types::Context& ctx;
  const types::Package& pkg;
  const Inliner& inliner;
  const Tags& tags;
  std::function<void(Pos, std::string)> note;
};

class EscBuilder {
 public:
  EscBuilder(const EscInput& in, EscGraph& graph) : in_(in), g_(graph) {}

  // Every function of the batch, then build() for each, then finish() once.
  EscFunc* declare(types::Func* f);
  void build(types::Func* f);
  void buildInit();  // the initialisers of the package's variables, as a function of their own
  void finish();
  const std::unordered_map<const ast::FuncLit*, EscFunc*>& literals() const { return literals_; }

 private:
  using Env = std::unordered_map<const types::Object*, Location*>;

  // ---- locations (escape_build.cc) ----
  Location* variable(const types::Object* o);
  Location* declareVar(const types::Object* o, LocationKind kind = LocationKind::Variable);
  Location* temporary();
  Location* spill(Hole k, Pos pos, std::string text, types::Type* type, Hole* inside);
  Pos at(Pos p) const { return inlinedAt_.off != 0 ? inlinedAt_ : p; }
  std::string str(const ast::Expr* e) const;
  void signature(EscFunc* f, types::Signature* sig);

  // ---- statements (escape_stmt.cc) ----
  void block(const Slice<ast::Stmt*>& list);
  void stmts(const Slice<ast::Stmt*>& list);
  void stmt(ast::Stmt* s);
  void declStmt(ast::DeclStmt* s);
  void assign(ast::AssignStmt* s);
  void define(ast::Expr* lhs);
  void rangeStmt(ast::RangeStmt* s);
  void typeSwitch(ast::TypeSwitchStmt* s);
  void selectStmt(ast::SelectStmt* s);
  void returnStmt(ast::ReturnStmt* s);
  void goDefer(ast::Expr* call, bool isGo);
  bool ignoresSelfAssignment(ast::Expr* lhs, ast::Expr* rhs, Pos at);
  void assignTo(ast::Expr* lhs, ast::Expr* rhs, bool defines, Pos op);
  void markReassigned(ast::Expr* lhs);
  Hole addr(ast::Expr* e);

  // ---- expressions (escape_expr.cc) ----
  // The value of e flows to k.
  void expr(Hole k, ast::Expr* e);
  // The same for a use where a value of type `to` is wanted: an interface may be made of it.
  void convert(Hole k, ast::Expr* e, types::Type* to);
  void toInterface(Hole k, ast::Expr* e);
  void unsafeValue(Hole k, ast::Expr* e);
  void discard(ast::Expr* e) {
    if (e != nullptr) expr(g_.discard(), e);
  }
  void ident(Hole k, ast::Ident* e);
  void selector(Hole k, ast::SelectorExpr* e);
  void literal(Hole k, ast::CompositeLit* e);
  void elements(Hole k, ast::CompositeLit* e);
  void unary(Hole k, ast::UnaryExpr* e);
  void binary(Hole k, ast::BinaryExpr* e);
  void funcLit(Hole k, ast::FuncLit* e);
  void flowClosures();

  // ---- calls (escape_call.cc) ----
  void call(const std::vector<Hole>& ks, ast::CallExpr* c, bool deferred = false);
  void conversion(Hole k, ast::CallExpr* c);
  void builtin(Hole k, ast::CallExpr* c, types::BuiltinId id);
  void builtinMake(Hole k, ast::CallExpr* c);
  void builtinAppend(Hole k, ast::CallExpr* c);
  void inlined(const std::vector<Hole>& ks, ast::CallExpr* c, const std::string& name, types::Signature* sig,
               ast::BlockStmt* body);
  void arguments(ast::CallExpr* c, types::Signature* sig, const std::vector<Hole>& params);
  void receiver(Hole k, ast::SelectorExpr* e);
  std::vector<Hole> parameterHoles(const std::vector<Hole>& ks, types::Func* f, ast::FuncLit* lit, size_t n);
  types::Func* inlinedFunc(ast::CallExpr* c);
  bool isInlining(const ast::BlockStmt* body) const;
  ast::FuncLit* literalOf(ast::Expr* fun);

  struct Closure {
    Hole k;
    ast::FuncLit* lit;
    EscFunc* fn;
    std::vector<Location*> captured;
  };

  const EscInput& in_;
  EscGraph& g_;
  std::vector<Env> envs_;  // innermost last: bodies that are inlined have their own variables
  std::unordered_map<const types::Func*, EscFunc*> batch_;
  std::unordered_map<const types::Func*, size_t> order_;  // in the batch
  std::unordered_map<const ast::FuncLit*, EscFunc*> literals_;
  std::unordered_map<const types::Object*, ast::FuncLit*> bound_;  // variables that stand for one literal
  std::deque<EscFunc> funcs_;
  std::vector<Closure> closures_;
  EscFunc* cur_ = nullptr;
  std::vector<Location*>* inlineResults_ = nullptr;  // where return goes in an inlined body
  int loopDepth_ = 1;
  std::vector<const ast::BlockStmt*> inlining_;  // bodies that stand in for calls, outermost first
  Pos inlinedAt_;
  Pos nameAt_;               // where messages place a variable of which an interface is made; 0: where it stands
  Pos valueAt_;              // the same for any value
  Hole* wrapper_ = nullptr;  // of a go or defer statement: what its call captures
};

bool mayPoint(types::Type* t);  // has pointers, or might

}  // namespace hood::vet
