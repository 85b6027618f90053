// hood vet: checks a program or package without running it.
#include "cli/cli.h"
#include "cli/program.h"
#include "compiler/compile.h"

namespace hood::cli {

void addVet(CLI::App& app, int* status) {
  struct Flags {
    std::vector<std::string> files;
    bool all = false;
    BuildOptions build;
  };
  auto flags = std::make_shared<Flags>();
  CLI::App* cmd = app.add_subcommand("vet", "check a program or package without running it");
  cmd->add_flag("-e", flags->all, "print all errors, not just ten");
  addBuildFlags(cmd, &flags->build);
  cmd->add_option("FILES", flags->files, "FILE.go…, a folder, or - for standard input")->required();
  cmd->callback([flags, status] {
    compiler::CompileOptions o;
    o.load.args = flags->files;
    o.load.requireMain = false;
    if (!applyBuildFlags(flags->build, &o.load)) {
      *status = 2;
      return;
    }
    o.checkOnly = true;
    compiler::Compilation c;
    if (compiler::compile(o, c)) return;
    std::fputs(c.diags.format(flags->all ? 0 : 10).c_str(), stderr);
    *status = 1;
  });
}

}  // namespace hood::cli
