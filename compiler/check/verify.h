// Looks over the checker's shoulder: does the tree of a correct program carry every annotation that the IR builder
// relies on? For tests.
#pragma once

#include <string>
#include <vector>

#include "base/source.h"
#include "compiler/ast/ast.h"

namespace hood::check {

// What is missing in the declarations of `file`, one line each, with positions; empty: all is there.
// REQUIRES: the file's package was checked, bodies included, without errors.
std::vector<std::string> verifyAnnotations(const ast::File* file, const SourceSet& sources);

}  // namespace hood::check
