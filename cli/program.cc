#include "cli/program.h"

#include <malloc.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <memory>

#include "cli/build_id.h"
#include "cli/file_pages.h"
#include "cli/report.h"
#include "compiler/bundle.h"
#include "compiler/cache.h"
#include "runtime/alloc/mheap.h"
#include "runtime/core/vm.h"
#include "runtime/gc/cycle.h"
#include "runtime/lang/lang.h"
#include "runtime/sched/sched.h"
#include "stdlib/images.h"
#include "stdlib/native/natives.h"
#include "stdlib/source.h"
#include "vm/engine.h"
#include "vm/loader.h"

namespace hood::cli {

std::span<const compiler::PackageBytes> standardPackages() {
  static const std::vector<compiler::PackageBytes> list = [] {
    std::vector<compiler::PackageBytes> l;
    if (stdlib::folder() != nullptr) return l;
    for (const stdlib::EmbeddedImage& i : stdlib::images()) l.push_back({i.path, i.text(), false, true});
    return l;
  }();
  return list;
}

bool openBundle(const std::string& path, compiler::Compilation& c) {
  auto fail = [&](const std::string& why) {
    std::fprintf(stderr, "hood: %s: %s\n", path.c_str(), why.c_str());
    return false;
  };
  std::ifstream in(path, std::ios::binary);
  if (!in) return fail("cannot be read");
  std::string& bytes = c.ownedImages.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  if (bytes.starts_with("#!")) bytes.erase(0, bytes.find('\n') + 1);
  std::string problem;
  if (compiler::readBundle(bytes, buildId(), standardPackages(), &c.images, &problem)) return true;
  return fail(problem);
}

bool compileProgram(const ProgramOptions& options, compiler::Compilation& c) {
  compiler::CompileOptions o;
  o.load.args = options.files;
  if (!applyBuildFlags(options.build, &o.load)) return false;
  o.disabledPasses = options.disabledPasses;
  o.keepIr = options.keepIr;
  o.runOnly = options.runOnly;
  o.standard = standardPackages();
  compiler::PackageCache cache(compiler::PackageCache::defaultDir(), buildId());
  if (cache.enabled() && stdlib::folder() == nullptr) o.cache = &cache;
  o.phaseEnded = dropFilePages;
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

double cpuMs() {
  timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_nsec) / 1e6;
}

// CPU time up to here by phase (start: what came before the compiler); when the program ends, what was linked for it.
void printTimings(rt::VM& vm, vm::Engine& engine, const compiler::Compilation& c, double start) {
  double compiled = c.loadMs + c.checkMs + c.irMs + c.codegenMs;
  std::fprintf(stderr, "# start=%.1fms load=%.1fms check=%.1fms ir=%.1fms codegen=%.1fms vm=%.1fms\n",
               std::max(0.0, start - compiled), c.loadMs, c.checkMs, c.irMs, c.codegenMs, cpuMs() - start);
  engine.linker().keepTime();
  if (vm.atExit != nullptr) return;
  vm.atExit = [](rt::VM* ended) {
    vm::LinkStats s = static_cast<vm::Engine*>(ended->engine)->linker().stats();
    std::fprintf(stderr,
                 "# link=%.1fms: %llu functions (and %llu instances that share their code), %llu types, %llu globals of "
                 "%llu packages\n",
                 static_cast<double>(s.ns) / 1e6, static_cast<unsigned long long>(s.functions),
                 static_cast<unsigned long long>(s.shared), static_cast<unsigned long long>(s.types),
                 static_cast<unsigned long long>(s.globals), static_cast<unsigned long long>(s.packages));
  };
}

}  // namespace

int runProgram(const ProgramOptions& options, compiler::Compilation& c) {
  double start = cpuMs();
  dropFilePages();  // of the command line and the compiler
  rt::VM vm;
  if (!setKnobs(vm.knobs, options.settings)) return 2;
  vm.args.push_back(options.files[0]);
  vm.args.insert(vm.args.end(), options.args.begin(), options.args.end());
  vm.executable = options.executable;
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
  std::vector<vm::PackageImage> images;
  for (const compiler::PackageBytes& p : c.images) images.push_back({p.path, p.bytes, p.user, p.goTree});
  std::vector<std::string> problems = vm::load(engine, &vm, {std::move(c.module), images}, natives);
  for (const std::string& p : problems) std::fprintf(stderr, "%s\n", p.c_str());
  if (!problems.empty()) return 1;
  // The trees are of no more use: their memory is the program's.
  std::destroy_at(&c.arena);
  std::construct_at(&c.arena);
  malloc_trim(0);
  if (options.timings) printTimings(vm, engine, c, start);
  if (options.onStart != nullptr) options.onStart(vm);
  int status = rt::rtMain(&vm, engine.program().entry);
  rt::exitProcess(&vm, status);
}

}  // namespace hood::cli
