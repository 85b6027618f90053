#include "cli/program.h"

#include <malloc.h>

#include <cstdio>
#include <cstdlib>
#include <memory>

#include "cli/report.h"
#include "runtime/alloc/mheap.h"
#include "runtime/core/vm.h"
#include "runtime/gc/cycle.h"
#include "runtime/lang/lang.h"
#include "runtime/sched/sched.h"
#include "stdlib/native/natives.h"
#include "vm/engine.h"
#include "vm/loader.h"

namespace hood::cli {

bool compileProgram(const ProgramOptions& options, compiler::Compilation& c) {
  compiler::CompileOptions o;
  o.load.args = options.files;
  if (!applyBuildFlags(options.build, &o.load)) return false;
  o.disabledPasses = options.disabledPasses;
  o.keepIr = options.keepIr;
#define HOOD_WELL_KNOWN_TYPE(field, name) o.runtimeTypes.push_back(name);
#define HOOD_WELL_KNOWN_FUNC(field, name) o.runtimeFuncs.push_back(name);
#include "runtime/lang/well_known.def"
#undef HOOD_WELL_KNOWN_TYPE
#undef HOOD_WELL_KNOWN_FUNC
  if (compiler::compile(o, c)) return true;
  printDiagnostics(c.diags, options.maxErrors, options.color);
  return false;
}

namespace {

// Go's environment variables first, then hood's own, then the command line: later ones win.
bool setKnobs(rt::Knobs& knobs, const std::vector<std::string>& settings) {
  if (const char* v = std::getenv("GOGC")) rt::parseGogc(knobs, v);
  if (const char* v = std::getenv("GOMEMLIMIT")) rt::parseGomemlimit(knobs, v);
  if (const char* v = std::getenv("GODEBUG")) rt::parseGoDebug(knobs, v);
  std::string problem;
  if (const char* v = std::getenv("HOODDEBUG")) problem = rt::parseHoodDebug(knobs, v);
  for (size_t k = 0; k < settings.size() && problem.empty(); k++) problem = rt::setKnobAssignment(knobs, settings[k]);
  if (!problem.empty()) std::fprintf(stderr, "hood: %s\n", problem.c_str());
  return problem.empty();
}

}  // namespace

int runProgram(const ProgramOptions& options, compiler::Compilation& c) {
  rt::VM vm;
  if (!setKnobs(vm.knobs, options.settings)) return 2;
  vm.args.push_back(options.files[0]);
  vm.args.insert(vm.args.end(), options.args.begin(), options.args.end());
  vm::Engine engine;
  vm.engine = &engine;
  rt::initCore(&vm);
  if (!rt::mallocinit(&vm)) {
    std::fprintf(stderr, "hood: cannot reserve address space for the heap\n");
    return 70;
  }
  rt::langInit(&vm);
  rt::gcinit(&vm);
  rt::schedinit(&vm);
  vm::NativeTable natives;
  natives.add(stdlib::natives());
  natives.add(vm::vmNatives());
  std::vector<std::string> problems = vm::load(engine, &vm, std::move(c.module), natives);
  for (const std::string& p : problems) std::fprintf(stderr, "%s\n", p.c_str());
  if (!problems.empty()) return 1;
  if (options.timings)
    std::fprintf(stderr, "# load=%.1fms check=%.1fms ir=%.1fms codegen=%.1fms\n", c.loadMs, c.checkMs, c.irMs, c.codegenMs);
  // The trees are of no more use: their memory is the program's.
  std::destroy_at(&c.arena);
  std::construct_at(&c.arena);
  malloc_trim(0);
  int status = rt::rtMain(&vm, engine.program().entry);
  rt::exitProcess(&vm, status);
}

}  // namespace hood::cli
