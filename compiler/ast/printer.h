// The shape of a syntax tree as text, for tests and for looking at: every node as (Kind child…), names and literals as
// they are written.
#pragma once

#include <string>

#include "compiler/ast/ast.h"

namespace hood::ast {

const char* kindName(NodeKind k);

// One node and all below it, on one line. Field lists are in braces.
std::string dump(const Node* n);
// A declaration a line.
std::string dump(const File& f);

}  // namespace hood::ast
