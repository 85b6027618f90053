// hood run: compiles and runs a program.
#include "cli/cli.h"
#include "cli/program.h"
#include "cli/report.h"
#include "cli/seeds.h"

namespace hood::cli {

namespace {

struct RunFlags {
  std::vector<std::string> words;
  ProgramOptions program;
  bool allErrors = false;
  bool det = false;
  std::string seed;
  std::string seeds;
};

int runCompiled(const RunFlags& flags, const SeedRange* seeds, compiler::Compilation& c) {
  return seeds == nullptr ? runProgram(flags.program, c) : runSeeds(flags.program, c, *seeds);
}

}  // namespace

void addRun(CommandLine& line) {
  auto flags = std::make_shared<RunFlags>();
  Command cmd = line.add("run", "compile and run a Go program");
  cmd.footer("Flags before the first file are hood's; what follows the files is the program's.");
  cmd.list("--set", &flags->program.settings, "set a runtime knob, name=value (see hood knobs)");
  cmd.flag("--det", &flags->det, "deterministic: one thread, virtual time, every choice from the seed");
  cmd.option("--seed", &flags->seed, "seed of all choices; with --det the same seed gives the same run");
  cmd.option("--seeds", &flags->seeds,
             "FIRST-LAST: run under each of these seeds, as with --det, and tell what outcomes there are");
  cmd.excludes("--seeds", "--seed");
  addPassFlag(&cmd, &flags->program);
  addBuildFlags(&cmd, &flags->program.build);
  cmd.flag("--timings", &flags->program.timings, "print where the time of the start goes, to standard error");
  cmd.flag("-e", &flags->allErrors, "print all compile errors, not just ten");
  addColorOption(&cmd, &flags->program.color);
  cmd.program("FILES", &flags->words,
              "FILE.go…, a folder, an import path, a FILE.hbc of hood build, or - for standard input; then the program's "
              "arguments",
              Command::Words::AtLeastOne);
  cmd.action([flags] {
    Inputs in = splitInputs(flags->words);
    flags->program.files = in.files;
    flags->program.args = in.args;
    if (flags->det) flags->program.settings.push_back("det=1");
    if (!flags->seed.empty()) flags->program.settings.push_back("seed=" + flags->seed);
    flags->program.runOnly = true;
    if (flags->allErrors) flags->program.maxErrors = 0;
    SeedRange range;
    const SeedRange* seeds = flags->seeds.empty() ? nullptr : &range;
    if (seeds != nullptr && !parseSeeds(flags->seeds, &range)) {
      std::fprintf(stderr, "hood: --seeds wants FIRST-LAST, two numbers from 1 on, not %s\n", flags->seeds.c_str());
      return 2;
    }
    compiler::Compilation c;
    if (flags->program.files[0].ends_with(".hbc"))
      return openBundle(flags->program.files[0], c) ? runCompiled(*flags, seeds, c) : 2;
    return compileProgram(flags->program, c) ? runCompiled(*flags, seeds, c) : 1;
  });
}

}  // namespace hood::cli
