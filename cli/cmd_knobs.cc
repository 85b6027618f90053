// hood knobs: the table of everything about the runtime that can be set.
#include "cli/cli.h"
#include "runtime/core/knobs.h"

namespace hood::cli {

void addKnobs(CommandLine& line) {
  line.add("knobs", "list the runtime's knobs: name, default, meaning").action([] {
    rt::Knobs defaults;
    for (const rt::KnobInfo& k : rt::knobTable())
      std::printf("%-20s %-12s %s\n", k.name, rt::knobValue(defaults, k).c_str(), k.doc);
    return 0;
  });
}

}  // namespace hood::cli
