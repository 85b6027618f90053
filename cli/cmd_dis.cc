// hood dis: the bytecode of a program, source interleaved.
#include "bytecode/disasm.h"
#include "bytecode/serialize.h"
#include "cli/cli.h"
#include "cli/program.h"
#include "stdlib/source.h"

namespace hood::cli {

namespace {

// The functions of a module whose names begin with `prefix`.
void list(const bytecode::Module& m, const std::string& prefix, bool maps, const SourceSet& sources) {
  bytecode::DisasmOptions o;
  o.maps = maps;
  o.source = [&](const std::string& file, uint32_t line) -> std::string {
    const SourceFile* f = sources.byPath(file);
    return f != nullptr ? std::string(f->lineText(line)) : std::string();
  };
  for (const bytecode::FuncDef& f : m.funcs)
    if (!f.native && !f.external && f.name.starts_with(prefix))
      std::fputs((bytecode::disasm(m, f, o) + "\n").c_str(), stdout);
}

// The text of a package that is in the executable: it was compiled without.
void addSources(const std::string& path, SourceSet& sources) {
  for (const stdlib::EmbeddedFile& f : stdlib::find(path)) {
    std::string name = path + "/" + f.name;
    if (sources.byPath(name) == nullptr || sources.byPath(name)->text.empty()) sources.add(name, std::string(f.text()));
  }
}

}  // namespace

void addDis(CommandLine& line) {
  struct Flags {
    ProgramOptions program;
    bool ir = false, maps = false;
    std::string func = "main.";
  };
  auto flags = std::make_shared<Flags>();
  Command cmd = line.add("dis", "list the bytecode of a program, source interleaved");
  cmd.flag("--ir", &flags->ir, "list the intermediate representation instead");
  cmd.flag("--maps", &flags->maps, "show the pointer maps of safepoints");
  cmd.option("--func", &flags->func, "only functions whose name starts so (default main.; \"\" for all)");
  addPassFlag(&cmd, &flags->program);
  addBuildFlags(&cmd, &flags->program.build);
  cmd.words("FILES", &flags->program.files, "FILE.go…, a folder, or - for standard input", Command::Words::AtLeastOne);
  cmd.action([flags] {
    flags->program.keepIr = flags->ir;
    compiler::Compilation c;
    if (!compileProgram(flags->program, c)) return 1;
    if (flags->ir) {
      std::fputs(c.ir.c_str(), stdout);
      return 0;
    }
    list(*c.module, flags->func, flags->maps, c.sources);
    for (const compiler::PackageBytes& p : c.images) {
      // Functions of other packages are listed when they are asked for by name.
      if (!flags->func.empty() && !flags->func.starts_with(p.path + ".")) continue;
      bytecode::ImageView image;
      bytecode::Module m;
      std::string problem;
      if (p.embedded) addSources(p.path, c.sources);
      if (image.open(p.bytes, bytecode::ImageView::Check::None, &problem) && bytecode::readModule(image, &m, &problem))
        list(m, flags->func, flags->maps, c.sources);
    }
    return 0;
  });
}

}  // namespace hood::cli
