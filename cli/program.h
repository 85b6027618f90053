// From Go files to a running program: what `hood run` and `hood dis` share.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "cli/command.h"
#include "compiler/compile.h"
#include "runtime/core/knobs.h"

namespace hood::rt {
struct VM;
}

namespace hood::cli {

// Flags about where packages come from; every command that compiles has them.
struct BuildOptions {
  std::string lang;               // --lang go1.N
  std::vector<std::string> tags;  // --tags a,b
  std::string goroot;             // --goroot DIR
  std::string mod;                // --mod vendor
};
void addBuildFlags(Command* cmd, BuildOptions* o);
// Fills the request; false (and says so) if a flag's value is wrong.
bool applyBuildFlags(const BuildOptions& o, compiler::LoadRequest* request);

struct ProgramOptions {
  std::vector<std::string> files;
  std::vector<std::string> args;      // of the program
  std::string executable;             // what os.Executable returns; "": the file of the process
  std::vector<std::string> settings;  // --set name=value
  std::vector<std::string> disabledPasses;
  BuildOptions build;
  bool keepIr = false;
  bool runOnly = false;  // nobody asks for the module: the program's own package may come from the cache
  bool timings = false;
  void (*onStart)(rt::VM& vm) = nullptr;  // before the program's first instruction
  size_t maxErrors = 10;
  std::string color = "auto";  // --color
};

// --no-pass; of every command that runs or shows what the passes left.
void addPassFlag(Command* cmd, ProgramOptions* o);

// The standard library's images inside the executable.
std::span<const compiler::PackageBytes> standardPackages();

// Compiles; on errors prints them and returns false.
bool compileProgram(const ProgramOptions& options, compiler::Compilation& c);
// Takes a file that hood build wrote; false (and says so) if it cannot be run.
bool openBundle(const std::string& path, compiler::Compilation& c);
// Runs the compiled module to its end; the exit status.
int runProgram(const ProgramOptions& options, compiler::Compilation& c);

}  // namespace hood::cli
