// Visits syntax trees, types and declarations included.
#pragma once

#include <functional>

#include "compiler/ast/ast.h"
#include "compiler/types/type.h"

namespace hood::vet {

// Called for a node before its children, in source order; false: leave out its children. Fields of structs, parameters
// and results are not nodes of their own: only their types are visited. Nor is the Sel of a selector.
using Visit = std::function<bool(ast::Node*)>;

void walk(ast::Node* n, const Visit& visit);  // nullptr is allowed
void walk(const types::Package& pkg, const Visit& visit);

// Every node of one kind, whatever it is nested in.
template <class T>
void each(const types::Package& pkg, ast::NodeKind kind, const std::function<void(T*)>& f) {
  walk(pkg, [&](ast::Node* n) {
    if (n->kind == kind) f(static_cast<T*>(n));
    return true;
  });
}

}  // namespace hood::vet
