// hood dis: the bytecode of a program, source interleaved.
#include <unordered_map>

#include "bytecode/disasm.h"
#include "cli/cli.h"
#include "cli/program.h"

namespace hood::cli {

void addDis(CLI::App& app, int* status) {
  struct Flags {
    ProgramOptions program;
    bool ir = false, maps = false;
    std::string func = "main.";
  };
  auto flags = std::make_shared<Flags>();
  CLI::App* cmd = app.add_subcommand("dis", "list the bytecode of a program, source interleaved");
  cmd->add_flag("--ir", flags->ir, "list the intermediate representation instead");
  cmd->add_flag("--maps", flags->maps, "show the pointer maps of safepoints");
  cmd->add_option("--func", flags->func, "only functions whose name starts so (default main.; \"\" for all)");
  cmd->add_option("--no-pass", flags->program.disabledPasses, "switch off an optimisation pass by name")
      ->allow_extra_args(false);
  addBuildFlags(cmd, &flags->program.build);
  cmd->add_option("FILES", flags->program.files, "FILE.go…, a folder, or - for standard input")->required();
  cmd->callback([flags, status] {
    flags->program.keepIr = flags->ir;
    compiler::Compilation c;
    if (!compileProgram(flags->program, c)) {
      *status = 1;
      return;
    }
    if (flags->ir) {
      std::fputs(c.ir.c_str(), stdout);
      return;
    }
    std::unordered_map<std::string, const SourceFile*> files;
    bytecode::DisasmOptions o;
    o.maps = flags->maps;
    o.source = [&](const std::string& file, uint32_t line) -> std::string {
      const SourceFile* f = c.sources.byPath(file);
      return f != nullptr ? std::string(f->lineText(line)) : std::string();
    };
    for (const bytecode::FuncDef& f : c.module->funcs)
      if (!f.native && f.name.starts_with(flags->func))
        std::fputs((bytecode::disasm(*c.module, f, o) + "\n").c_str(), stdout);
  });
}

}  // namespace hood::cli
