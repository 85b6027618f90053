// hood vet's analyses: one table, run over packages that passed the checker.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diag/diag.h"
#include "compiler/types/type.h"

namespace hood::vet {

struct Pass;

struct Analysis {
  std::string_view name;
  std::string_view doc;
  void (*run)(Pass&);
};
std::span<const Analysis> analyses();

struct Target {
  types::Package* pkg;
  bool quiet;  // a dependency: what is found out about its functions counts, what is wrong with it is not reported
};

// Runs the analyses that `off` does not name over packages that are checked, bodies included, and sorted so that imported
// ones come first. What they find goes to `out`.
void run(types::Context& ctx, const std::vector<Target>& targets, const std::set<std::string>& off, Diagnostics& out);

}  // namespace hood::vet
