// From Go files to a running program: what `hood run` and `hood dis` share.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "compiler/compile.h"
#include "runtime/core/knobs.h"

namespace hood::cli {

struct ProgramOptions {
  std::vector<std::string> files;
  std::vector<std::string> args;      // of the program
  std::vector<std::string> settings;  // --set name=value
  std::vector<std::string> disabledPasses;
  int goMinor = 0;
  bool keepIr = false;
  bool timings = false;
  size_t maxErrors = 10;
};

// Compiles; on errors prints them and returns false.
bool compileProgram(const ProgramOptions& options, compiler::Compilation& c);
// Runs the compiled module to its end; the exit status.
int runProgram(const ProgramOptions& options, compiler::Compilation& c);

}  // namespace hood::cli
