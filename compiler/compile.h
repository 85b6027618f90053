// The compiler's front door: Go files in, a program of compiled packages (or diagnostics) out.
//   load (packages.h) → per package that is not compiled yet (unit.h): check → IR → passes → codegen → image
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bytecode/module.h"
#include "compiler/diag/diag.h"
#include "compiler/ir/ir.h"
#include "compiler/packages.h"
#include "compiler/types/type.h"

namespace hood::compiler {

class PackageCache;

struct PackageBytes {
  std::string path;
  std::string_view bytes;  // an image, aligned to 16
  bool user = false;       // compiled from the user's source: what it refers to is checked before the program runs
  bool embedded = false;   // in the executable
  bool goTree = false;     // a standard package of a Go tree: functions that hood lacks are an error when they are called
};

struct CompileOptions {
  LoadRequest load;
  std::span<const PackageBytes> standard;  // the standard library's images; what is missing is compiled from source
  const PackageCache* cache = nullptr;     // nullptr: every package that is not in `standard` is compiled
  bool checkOnly = false;                  // hood vet: no code
  bool explainEscapes = false;             // with checkOnly: into Compilation::escapes
  bool vet = false;  // vet's analyses, into Compilation::findings; without checkOnly, of what is tested only
  std::set<std::string> disabledAnalyses;   // names of vet::analyses()
  std::vector<std::string> disabledPasses;  // names of passTable()
  bool keepIr = false;                      // fill Compilation::ir with listings before codegen
  bool runOnly = false;                     // the program's own package may come from the cache too, as an image
  // Called when what a phase needed is needed no more: after loading, and after each phase of the program's own package.
  std::function<void()> phaseEnded;
};

// Everything of one compilation; the modules and images do not depend on the rest.
struct Compilation {
  SourceSet sources;
  Arena arena;
  Diagnostics diags{sources};
  Diagnostics escapes{sources};              // decisions about allocation and inlining: no errors
  Diagnostics findings{sources};             // of vet's analyses: no errors
  std::unique_ptr<bytecode::Module> module;  // the program's own package; nullptr: it is among the images
  std::vector<PackageBytes> images;          // all others, imports before importers
  std::deque<std::string> ownedImages;       // the bytes of those that are not in the executable
  std::string ir;
  std::vector<const SourceFile*> tests;  // the _test.go files of the package under test
  bool setupFailed = false;              // what the program imports is not there, or cannot be used: LoadResult::setupFailed
  // Milliseconds of CPU time per phase, for `hood run --timings`.
  double loadMs = 0, checkMs = 0, irMs = 0, codegenMs = 0;
};

// False: there are diagnostics.
bool compile(const CompileOptions& options, Compilation& c);

}  // namespace hood::compiler
