// Builds the IR of a whole program from checked packages, function by function, only what main can reach.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "compiler/diag/diag.h"
#include "compiler/ir/ir.h"

namespace hood::ir {

struct BuildInput {
  types::Context* ctx = nullptr;
  constant::Pool* consts = nullptr;
  Diagnostics* diags = nullptr;           // for what the builder finds (e.g. stack frame too large)
  std::vector<types::Package*> packages;  // dependency order, main last
  types::Package* main = nullptr;
  std::vector<types::Func*> roots;             // functions that the runtime calls by name
  std::vector<Type*> rootTypes;                // types whose values the runtime makes (with their methods)
  std::function<bool(types::Func*)> needBody;  // checks a lazily checked body; false: errors were reported
};

std::unique_ptr<Program> build(const BuildInput& in);

}  // namespace hood::ir
