// The commands of hood, one file each (cmd_*.cc). Thin: they parse flags and call the layers below.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace hood::cli {

void addRun(CommandLine& line);
void addBuild(CommandLine& line);
void addClean(CommandLine& line);
void addVet(CommandLine& line);
void addTest(CommandLine& line);
void addFmt(CommandLine& line);
void addDoc(CommandLine& line);
void addList(CommandLine& line);
void addDis(CommandLine& line);
void addHeap(CommandLine& line);
void addKnobs(CommandLine& line);

// FILE.go… or DIR or -, then the program's own arguments: everything from the first argument on that is no .go file.
struct Inputs {
  std::vector<std::string> files;
  std::vector<std::string> args;
};
Inputs splitInputs(const std::vector<std::string>& words);

}  // namespace hood::cli
