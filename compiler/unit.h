// Compiling one package: trees in, a module and what importers need of it out. Nothing of it outlives the call but the
// result: every package is compiled in a types::Context of its own, and sees the others in compiled form only.
#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "bytecode/module.h"
#include "compiler/diag/diag.h"
#include "compiler/image/format.h"
#include "compiler/packages.h"

namespace hood::vet {
struct Facts;
}

namespace hood::compiler {

// A package in compiled form.
struct CompiledPackage {
  PackageMeta meta;
  std::string_view exported;  // its Export section
  std::string_view image;     // the whole of it; empty where only checking is asked for
};

struct UnitInput {
  const SourcePackage* source = nullptr;
  std::vector<const CompiledPackage*>
      others;  // the packages of the program that were compiled before, in order of initialisation
  // Parses the source of one of them again, into new trees (generic packages); empty after errors.
  std::function<std::vector<ast::File*>(const PackageMeta&)> reparse;
  bool checkOnly = false;  // no code
  bool command = false;    // has an entry function that initialises the program
  bool keepIr = false;
  const std::vector<std::string>* disabledPasses = nullptr;
  Diagnostics* escapes = nullptr;   // where it is told what escapes (hood vet -m)
  Diagnostics* findings = nullptr;  // where vet's analyses tell what they find; nullptr: they do not run
  vet::Facts* facts = nullptr;      // what they found out about the packages that were checked before
  const std::set<std::string>* disabledAnalyses = nullptr;
  std::function<void()> phaseEnded;  // called after checking and after the passes; may be empty
};

struct UnitOutput {
  PackageMeta meta;
  std::string exported;
  std::unique_ptr<bytecode::Module> module;
  std::string ir;
  double checkMs = 0, irMs = 0, codegenMs = 0;
};

// False: there are diagnostics.
bool compileUnit(const UnitInput& in, SourceSet& sources, Diagnostics& diags, UnitOutput* out);

double cpuMs();  // milliseconds of CPU time that this process has used

}  // namespace hood::compiler
