// hood vet's analyses: one table, run over packages that passed the checker.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/diag/diag.h"
#include "compiler/types/type.h"

namespace hood::vet {

// How a function treats its last arguments.
enum class PrintKind : uint8_t { None, Print, Printf, Errorf };

// What analyses found out about functions, for the packages that import them: by full name, since every package is checked
// with types and objects of its own.
struct Facts {
  std::unordered_map<std::string, PrintKind> printers;
  std::unordered_map<std::string, bool> noReturn;
};

struct Pass;

struct Analysis {
  std::string_view name;
  std::string_view doc;
  void (*run)(Pass&);
};
std::span<const Analysis> analyses();

// Runs the analyses that `off` does not name over a package that is checked, bodies included. What they find goes to `out`,
// what they find out about its functions to `facts`: packages that it imports come first, with the same facts.
void run(types::Context& ctx, const types::Package& pkg, const std::set<std::string>& off, Facts& facts, Diagnostics& out);

}  // namespace hood::vet
