// hood vet: checks a program or package without running it: gc's errors, then, if there are none, what go vet finds.
#include <map>
#include <optional>

#include "cli/cli.h"
#include "cli/program.h"
#include "cli/report.h"
#include "compiler/compile.h"
#include "compiler/vet/vet.h"

namespace hood::cli {

namespace {

struct VetFlags {
  std::vector<std::string> files;
  bool all = false, escapes = false;
  std::optional<bool> strict;  // not said: unless -e asks what gc -e says, which knows no advice
  std::string color = "auto";
  BuildOptions build;
  std::map<std::string, bool> analyses;  // those that were mentioned

  // As with go vet: -printf runs that analysis only, -printf=false all others.
  std::set<std::string> disabled() const {
    bool only = false;
    for (auto& [name, on] : analyses) only |= on;
    std::set<std::string> off;
    for (const vet::Analysis& a : vet::analyses()) {
      auto it = analyses.find(std::string(a.name));
      if (it == analyses.end() ? only : !it->second) off.emplace(a.name);
    }
    return off;
  }
};

int runVet(const VetFlags& flags) {
  compiler::CompileOptions o;
  o.load.args = flags.files;
  o.load.requireMain = false;
  if (!applyBuildFlags(flags.build, &o.load)) return 2;
  o.checkOnly = true;
  o.explainEscapes = flags.escapes;
  o.standard = standardPackages();
  o.vet = !flags.escapes;
  o.disabledAnalyses = flags.disabled();
  compiler::Compilation c;
  bool ok = compiler::compile(o, c);
  if (ok && flags.escapes) {
    printDiagnostics(c.escapes, 0, flags.color);
    return 0;
  }
  printDiagnostics(ok ? c.findings : c.diags, ok || flags.all ? 0 : 10, flags.color);
  if (!ok) return 1;
  return flags.strict.value_or(!flags.all) && c.findings.any() ? 2 : 0;
}

}  // namespace

void addVet(CommandLine& line) {
  auto flags = std::make_shared<VetFlags>();
  Command cmd = line.add("vet", "check a program or package without running it");
  cmd.footer(
      "Exit status: 1 if the program does not compile, and 2, as go vet's, if an analysis finds something. With -e, which\n"
      "asks what gc -e says, and with -strict=false what they find is advice, and the status is 0.\n"
      "-NAME runs only that analysis, -NAME=false all but that one.");
  cmd.flag("-e", &flags->all, "print all errors, not just ten");
  cmd.flag("-m", &flags->escapes, "print what escapes to the heap and what gc would inline, as go build -gcflags=-m does");
  cmd.flag(
      "--strict", [flags](bool on) { flags->strict = on; },
      "exit with status 2 if an analysis finds something (default without -e)");
  addBuildFlags(&cmd, &flags->build);
  addColorOption(&cmd, &flags->color);
  for (const vet::Analysis& a : vet::analyses()) {
    std::string name(a.name);
    cmd.flag(
        "--" + name, [flags, name](bool on) { flags->analyses[name] = on; }, std::string(a.doc), "Analyses");
  }
  cmd.words("FILES", &flags->files, "FILE.go…, a folder, or - for standard input", Command::Words::AtLeastOne);
  cmd.action([flags] { return runVet(*flags); });
}

}  // namespace hood::cli
