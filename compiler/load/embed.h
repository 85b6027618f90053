// //go:embed: which variables take which files. The loader finds the directives and reads the files; once the package is
// checked, compiler/embed_init gives the variables their values.
// Mirrors: cmd/go/internal/load resolveEmbed, cmd/compile/internal/noder checkEmbed.
#pragma once

#include <string>
#include <vector>

#include "base/arena.h"
#include "compiler/ast/ast.h"
#include "compiler/diag/diag.h"

namespace hood::compiler {

struct EmbeddedFile {
  std::string name;  // slash-separated, relative to the package's folder
  std::string data;
};

struct EmbeddedVar {
  ast::VarDecl* decl = nullptr;     // one name, no initialiser
  std::vector<EmbeddedFile> files;  // by name, no duplicates
};

// The directives of one parsed file of a package in `dir`. Errors go to `diag`.
void findEmbeds(ast::File* file, const std::string& dir, int goMinor, Diagnostics& diag, std::vector<EmbeddedVar>* out);

// The files that a pattern of a package in `dir` stands for: names relative to it, sorted. Returns what is wrong, in go's
// words; "" if nothing.
std::string matchEmbedPattern(const std::string& dir, const std::string& pattern, std::vector<std::string>* names);

// Go's path.Match for one element of a path; *malformed is set if the pattern is.
bool matchElement(std::string_view pattern, std::string_view name, bool* malformed);

}  // namespace hood::compiler
