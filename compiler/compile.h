// The compiler's front door: Go files in, a bytecode module (or diagnostics) out.
//   load (packages.h) → check → IR → passes → codegen
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "bytecode/module.h"
#include "compiler/diag/diag.h"
#include "compiler/ir/ir.h"
#include "compiler/packages.h"
#include "compiler/types/type.h"

namespace hood::compiler {

struct CompileOptions {
  LoadRequest load;
  bool checkOnly = false;                   // hood vet: all bodies of the user's packages, no code
  bool vet = false;                         // with checkOnly: vet's analyses, into Compilation::findings
  std::set<std::string> disabledAnalyses;   // names of vet::analyses()
  std::vector<std::string> disabledPasses;  // names of passTable()
  bool keepIr = false;                      // fill Compilation::ir with listings before codegen
  // Go functions and types that the runtime refers to by name ("runtime.printpanicval", "runtime.errorString").
  std::vector<std::string> runtimeFuncs, runtimeTypes;
};

// Everything of one compilation; the module does not depend on the rest.
struct Compilation {
  SourceSet sources;
  Arena arena;
  Diagnostics diags{sources};
  Diagnostics findings{sources};  // of vet's analyses: no errors
  std::unique_ptr<bytecode::Module> module;
  std::string ir;
  // Milliseconds of CPU time per phase, for `hood run --timings`.
  double loadMs = 0, checkMs = 0, irMs = 0, codegenMs = 0;
};

// False: there are diagnostics.
bool compile(const CompileOptions& options, Compilation& c);

}  // namespace hood::compiler
