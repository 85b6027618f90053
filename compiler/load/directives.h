// //go: lines of a parsed file that concern the loader, and what it refuses among them.
#pragma once

#include <string_view>
#include <vector>

#include "compiler/ast/ast.h"
#include "compiler/diag/diag.h"

namespace hood::compiler {

struct Directive {
  std::string_view text;
  size_t offset;    // in the file
  bool beforeFunc;  // stands just before a function declaration
};

// The lines that start with `verb` ("//go:embed"), in the order of the tree.
std::vector<Directive> directivesOf(const ast::File* file, std::string_view verb);

bool imports(const ast::File* file, std::string_view path);

// //go:linkname: gc's rules, and, if the program is to run, hood's: nothing outside of the package has symbols to link to,
// so a function without body or a variable that asks for one is an error that says which.
void checkLinknames(const std::vector<ast::File*>& package, bool toRun, Diagnostics& diag);

}  // namespace hood::compiler
