#include "compiler/vet/vet.h"

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

void run(types::Context& ctx, const std::vector<types::Package*>& packages, const std::set<std::string>& off,
         Diagnostics& out) {
  Facts facts;
  for (types::Package* pkg : packages) {
    Pass pass{ctx, *pkg, out, facts};
    for (const Analysis& a : analyses())
      if (!off.count(std::string(a.name))) a.run(pass);
  }
}

}  // namespace hood::vet
