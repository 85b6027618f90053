// Coverage: counters in the code under test. A counter stands for a basic block of the source, as go tool cover has them:
// what runs together up to the next branch.
// Mirrors: cmd/cover.
#pragma once

#include <string>

#include "base/arena.h"
#include "compiler/ast/ast.h"

namespace hood::compiler {

// Puts counters into the functions of a parsed file, and returns the declarations that they need, as Go text without a
// package clause: the array `hoodCover_N`, and a function GoCover_N that returns it with the positions (first line, last
// line, both columns) and the numbers of statements of the blocks. mode: set, count or atomic.
std::string addCounters(ast::File* file, int n, const std::string& mode, Arena& arena);

// The name of the exported function.
std::string coverFunction(int n);

}  // namespace hood::compiler
