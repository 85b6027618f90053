// What an analysis sees: one checked package, and the questions most analyses ask about it.
#pragma once

#include <string>
#include <string_view>

#include "compiler/ast/ast.h"
#include "compiler/constant/value.h"
#include "compiler/diag/diag.h"
#include "compiler/types/type.h"
#include "compiler/vet/vet.h"

namespace hood::vet {

struct Pass {
  types::Context& ctx;
  const types::Package& pkg;
  Diagnostics& out;
  Facts& facts;

  void report(Pos at, std::string text) { out.error(at, std::move(text)); }
  void report(const ast::Node* n, std::string text) { out.error(ast::startPos(n), std::move(text)); }
  // As gofmt prints it.
  std::string str(const ast::Expr* e);
};

// The object that a name, or the name of a selector, stands for; nullptr for other expressions.
types::Object* objectOf(ast::Expr* e);
// The declared function or method that a call calls, also through an interface; nullptr for function values, built-ins
// and conversions.
types::Func* callee(ast::CallExpr* call);
bool isInterfaceMethod(const types::Func* f);
// "fmt.Printf", "(*log.Logger).Fatal"; an instance's method has the name of the declared one.
std::string fullName(const types::Func* f);
// Whether call calls the function `name` of package `path`.
bool calls(ast::CallExpr* call, std::string_view path, std::string_view name);
bool isNamed(types::Type* t, std::string_view path, std::string_view name);
bool isConversion(const ast::CallExpr* call);
bool isBuiltinCall(const ast::CallExpr* call);
// Whether evaluating e twice may give two results: it calls or receives.
bool hasSideEffects(ast::Expr* e);
bool isStringConstant(const ast::Expr* e);
// The type of e as Go's own checker records it: untyped nil stays so.
types::Type* typeOf(Pass& p, const ast::Expr* e);
bool implementsError(Pass& p, types::Type* t);
// A type as go vet's messages spell it: every name with its package, byte and rune as written.
std::string typeStr(types::Type* t);
// Quoted with backquotes if it can be, else as a Go string (%#q).
std::string backquoted(std::string_view s);
std::string quoted(std::string_view s);

}  // namespace hood::vet
