// hood knobs: the table of everything about the runtime that can be set.
#include "cli/cli.h"
#include "runtime/core/knobs.h"

namespace hood::cli {

void addKnobs(CLI::App& app, int* status) {
  (void)status;
  app.add_subcommand("knobs", "list the runtime's knobs: name, default, meaning")->callback([] {
    rt::Knobs defaults;
    for (const rt::KnobInfo& k : rt::knobTable())
      std::printf("%-20s %-12s %s\n", k.name, rt::knobValue(defaults, k).c_str(), k.doc);
  });
}

}  // namespace hood::cli
