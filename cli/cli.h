// The commands of hood, one file each (cmd_*.cc). Thin: they parse flags and call the layers below.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace hood::cli {

// Adds a subcommand; its callback stores the process's exit status in *status.
void addRun(CLI::App& app, int* status);
void addBuild(CLI::App& app, int* status);
void addClean(CLI::App& app, int* status);
void addVet(CLI::App& app, int* status);
void addTest(CLI::App& app, int* status);
void addFmt(CLI::App& app, int* status);
void addDoc(CLI::App& app, int* status);
void addList(CLI::App& app, int* status);
void addDis(CLI::App& app, int* status);
void addHeap(CLI::App& app, int* status);
void addKnobs(CLI::App& app, int* status);

// FILE.go… or DIR or -, then the program's own arguments: everything from the first argument on that is no .go file.
struct Inputs {
  std::vector<std::string> files;
  std::vector<std::string> args;
};
Inputs splitInputs(const std::vector<std::string>& words);

// --lang go1.N; "" leaves *minor as it is. False, with a message, for anything else.
bool parseLang(const std::string& lang, int* minor);

// Go's commands take -name=value where CLI11 wants --name=value: both work. What follows a program is left alone: it is the
// program's. *unknown is a flag before it that the command does not have, else "".
std::vector<std::string> withLongFlags(const CLI::App& app, int argc, char** argv, std::string* unknown);

}  // namespace hood::cli
