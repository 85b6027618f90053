// For the checker's unit tests: one file of Go in, its package and messages out.
#pragma once

#include <string>

#include "compiler/check/check.h"
#include "compiler/syntax/parse.h"

namespace hood::check {

class Checked {
 public:
  // `body` follows a package clause on line 1 of its own; the imports, if any, are only unsafe.
  explicit Checked(const std::string& body, int goMinor = 22) {
    SourceFile* f = sources.add("x.go", "package p\n" + body);
    file = parseFile(f, arena, diags);
    pkg = ctx.make<types::Package>();
    pkg->path = pkg->name = "p";
    pkg->files = {file};
    pkg->goMinor = goMinor;
    if (diags.any()) return;
    check = std::make_unique<PackageCheck>(ctx, ctx.constants, diags, pkg, Options{});
    check->run();
  }

  // Messages as printed, without the file's name; "" if there are none.
  std::string errors() const {
    std::string text = diags.format(0), out;
    for (size_t at = 0, hit; at < text.size(); at = hit + 5) {
      hit = text.find("x.go:", at);
      out += text.substr(at, hit - at);
      if (hit == std::string::npos) break;
    }
    return out;
  }

  // Variables in the order of their initialisation.
  std::string initOrder() const {
    std::string out;
    for (const types::Initializer& i : pkg->initOrder) {
      for (const types::Var* v : i.lhs) out += std::string(v->name) + " ";
    }
    return out;
  }

  SourceSet sources;
  Arena arena;
  Diagnostics diags{sources};
  types::Context ctx;
  types::Package* pkg;
  ast::File* file;
  std::unique_ptr<PackageCheck> check;
};

inline std::string errorsOf(const std::string& body, int goMinor = 22) { return Checked(body, goMinor).errors(); }
// The same for statements in a function without results.
inline std::string errorsIn(const std::string& stmts) { return errorsOf("func _() {\n" + stmts + "\n}\n"); }

}  // namespace hood::check
