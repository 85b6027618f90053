#include "compiler/vet/vet.h"

#include "compiler/vet/cfg.h"
#include "compiler/vet/pass.h"

namespace hood::vet {

#define HOOD_ANALYSIS(name, doc) void name(Pass& p);
#include "compiler/vet/analyses.def"
#undef HOOD_ANALYSIS

std::span<const Analysis> analyses() {
  static constexpr Analysis kTable[] = {
#define HOOD_ANALYSIS(name, doc) {#name, doc, name},
#include "compiler/vet/analyses.def"
#undef HOOD_ANALYSIS
  };
  return kTable;
}

void run(types::Context& ctx, const types::Package& pkg, const std::set<std::string>& off, Facts& facts, Diagnostics& out) {
  Pass pass{ctx, pkg, out, facts};
  findNoReturn(pass);
  for (const Analysis& a : analyses())
    if (!off.count(std::string(a.name))) a.run(pass);
}

}  // namespace hood::vet
