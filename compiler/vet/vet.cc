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

void run(types::Context& ctx, const std::vector<Target>& targets, const std::set<std::string>& off, Diagnostics& out) {
  Facts facts;
  Diagnostics unheard(out.sources());
  for (const Target& t : targets) {
    Pass pass{ctx, *t.pkg, t.quiet ? unheard : out, facts};
    for (const Analysis& a : analyses())
      if (!off.count(std::string(a.name))) a.run(pass);
  }
}

}  // namespace hood::vet
