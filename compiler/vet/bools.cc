// a || a, and x != 1 || x != 2, which is always true. Operands may be looked at in any order as long as none of them
// has side effects.
#include <algorithm>
#include <map>
#include <unordered_set>
#include <vector>

#include "compiler/vet/pass.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

namespace {

struct BoolOp {
  const char* name;
  ast::Op op, badTest;  // badTest: with op between them, two of these on one operand make no sense
};

class Bools {
 public:
  explicit Bools(Pass& p) : p_(p) {}

  void check(ast::BinaryExpr* e) {
    if (seen_.count(e)) return;
    const BoolOp kOr{"or", ast::Op::LOr, ast::Op::Neq}, kAnd{"and", ast::Op::LAnd, ast::Op::Eql};
    const BoolOp& op = e->op == ast::Op::LOr ? kOr : kAnd;
    std::vector<ast::Expr*> operands, set;
    split(e, op, operands);
    for (ast::Expr* x : operands) {
      if (!hasSideEffects(x)) {
        set.push_back(x);
        continue;
      }
      checkSet(op, set);
      set.clear();
    }
    checkSet(op, set);
  }

 private:
  // From right to left.
  void split(ast::Expr* e, const BoolOp& op, std::vector<ast::Expr*>& out) {
    for (;;) {
      e = ast::unparen(e);
      auto* b = static_cast<ast::BinaryExpr*>(e);
      if (e->kind != ast::NodeKind::BinaryExpr || b->op != op.op) break;
      seen_.insert(b);
      split(b->y, op, out);
      e = b->x;
    }
    out.push_back(e);
  }

  void checkSet(const BoolOp& op, const std::vector<ast::Expr*>& set) {
    std::string sign = std::string(" ") + ast::opString(op.op) + " ";
    std::unordered_set<std::string> texts;
    std::map<std::string, std::string> tests;  // by the operand that is not constant
    for (ast::Expr* e : set) {
      std::string text = p_.str(e);
      if (!texts.insert(text).second) p_.report(e, std::string("redundant ") + op.name + ": " + text + sign + text);
    }
    for (ast::Expr* e : set) {
      auto* b = static_cast<ast::BinaryExpr*>(e);
      if (e->kind != ast::NodeKind::BinaryExpr || b->op != op.badTest) continue;
      if (b->x->value == nullptr && b->y->value == nullptr) continue;
      std::string text = p_.str(e);
      auto [it, fresh] = tests.emplace(p_.str(b->y->value != nullptr ? b->x : b->y), text);
      if (!fresh && it->second != text) p_.report(e, std::string("suspect ") + op.name + ": " + text + sign + it->second);
    }
  }

  Pass& p_;
  std::unordered_set<const ast::BinaryExpr*> seen_;
};

}  // namespace

void bools(Pass& p) {
  Bools b(p);
  each<ast::BinaryExpr>(p.pkg, ast::NodeKind::BinaryExpr, [&](ast::BinaryExpr* e) {
    if (e->op == ast::Op::LOr || e->op == ast::Op::LAnd) b.check(e);
  });
}

}  // namespace hood::vet
