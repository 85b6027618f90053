// hood run --seeds 1-1000 prog.go: the program under one schedule after another.
#pragma once

#include <cstdint>
#include <string>

#include "cli/program.h"

namespace hood::cli {

struct SeedRange {
  uint64_t first = 1, last = 0;
};
// "1-1000", or "7" for one. False for anything else.
bool parseSeeds(const std::string& text, SeedRange* range);

// Runs the compiled module with det=1 once for each seed, each time in a process of its own, as many at a time as there are CPUs;
// standard input is empty. If all runs end alike, prints what one printed and gives its status: a program that its schedule does
// not matter to behaves as under hood run. Otherwise lists the outcomes on standard error, each with the first seed that leads to
// it, and gives 1. Outcomes differ by status, standard output, and the first line of standard error (what follows it after a panic
// differs with the numbers of the goroutines).
int runSeeds(const ProgramOptions& options, compiler::Compilation& c, SeedRange seeds);

}  // namespace hood::cli
