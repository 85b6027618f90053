// The front end's only door: source text in, syntax tree and diagnostics out. No ANTLR type and no exception crosses it.
#pragma once

#include <cstddef>

#include "base/arena.h"
#include "base/source.h"
#include "compiler/ast/ast.h"
#include "compiler/diag/diag.h"

namespace hood {

struct ParseOptions {
  bool stdlib = false;          // a file of the standard library: directives that only the runtime may use are fine
  bool judgeDirectives = true;  // say what is wrong with //go: lines
  size_t maxErrors = 200;       // gives up on the file after so many; printing stops earlier (Diagnostics::format)
};

// Parses one file. Errors go to `diag`; the tree then lacks the declarations they are in. Never nullptr, but the tree's
// package is nullptr if the package clause is wrong. The tree points into `file`'s text and into `arena`.
ast::File* parseFile(const SourceFile* file, Arena& arena, Diagnostics& diag, const ParseOptions& options = {});

}  // namespace hood
