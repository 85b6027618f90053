// The commands of hood, one file each (cmd_*.cc). Thin: they parse flags and call the layers below.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace hood::cli {

// Adds a subcommand; its callback stores the process's exit status in *status.
void addRun(CLI::App& app, int* status);
void addVet(CLI::App& app, int* status);
void addDis(CLI::App& app, int* status);
void addKnobs(CLI::App& app, int* status);

// FILE.go… or DIR or -, then the program's own arguments: everything from the first argument on that is no .go file.
struct Inputs {
  std::vector<std::string> files;
  std::vector<std::string> args;
};
Inputs splitInputs(const std::vector<std::string>& words);

}  // namespace hood::cli
