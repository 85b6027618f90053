// Walking the syntax tree: the questions that lowering asks about an expression or a body before it emits code for it.
#pragma once

#include <functional>

#include "compiler/ast/ast.h"
#include "compiler/types/type.h"

namespace hood::ir {

// Calls visit for every node below and including n, in source order; visit returns false to skip a node's children.
// Type expressions are visited like any other. nullptr is allowed and ignored.
void walk(ast::Node* n, const std::function<bool(ast::Node*)>& visit);

// Whether evaluating e may run user code or wait: calls and receives (function literals' bodies do not count).
bool mayCall(ast::Expr* e);
// Whether e reads memory that a call could change, and does nothing else: gc reads such operands after the calls of the
// same statement, so that `f(x, g())` sees g's effect on x.
bool isLateRead(ast::Expr* e, const std::function<bool(types::Var*)>& inMemory);
bool containsFuncLit(ast::Node* n);
bool containsDefer(ast::Node* body);  // outside of function literals
// Whether the defers of a body may be open-coded, as Go decides it: few of them, none in a loop, few returns.
bool mayOpenCodeDefers(ast::BlockStmt* body);
bool containsRecover(ast::Node* body);  // outside of function literals
// Whether v is assigned in n, or mentioned in a function literal inside of n.
bool assigns(ast::Node* n, const types::Var* v);
bool mentionedInFuncLit(ast::Node* n, const types::Var* v);

// The built-in function that a call's operand names, or nullptr.
types::Builtin* builtinOf(ast::Expr* fun);
bool isTypeExpr(const ast::Expr* e);

}  // namespace hood::ir
