// The type checker's door. It annotates the tree in place (see "check:" in ast.h) and fills types::Package.
#pragma once

#include <vector>

#include "compiler/constant/value.h"
#include "compiler/diag/diag.h"
#include "compiler/types/type.h"

namespace hood::check {

struct Options {
  bool ignoreBodies = false;  // declarations only: bodies are checked by checkBody() when somebody needs them
  bool genericOnly = false;   // declares what has type parameters; the package's scope already knows everything else
  bool complete = true;       // functions without a body are errors: nothing outside of the package provides them
};

class Checker;

// Checks one package whose imports are already checked (in pkg->imports). Errors go to diags; the package is usable
// afterwards only if there were none. The Checker must outlive later checkBody() calls.
class PackageCheck {
 public:
  PackageCheck(types::Context& ctx, constant::Pool& consts, Diagnostics& diags, types::Package* pkg, Options options);
  ~PackageCheck();
  bool run();                      // false if there were errors
  bool checkBody(types::Func* f);  // with ignoreBodies: checks this function's body once
  // While run() is under way: the declaration of one of the package's objects, ahead of its turn.
  void declare(types::Object* o);

 private:
  std::unique_ptr<Checker> impl_;
};

}  // namespace hood::check
