// The process of one package: compiles its tests, and becomes them.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>

#include "cli/build_id.h"
#include "cli/program.h"
#include "cli/report.h"
#include "cli/test_leave_out.h"
#include "cli/test_run.h"
#include "compiler/bundle.h"
#include "compiler/cache.h"
#include "compiler/vet/vet.h"

namespace hood::cli {

namespace fs = std::filesystem;

namespace {

void tell(int control, const std::string& text) {
  for (size_t done = 0; done < text.size();) {
    ssize_t n = ::write(control, text.data() + done, text.size() - done);
    if (n <= 0) return;
    done += static_cast<size_t>(n);
  }
}

BuildOptions buildOptions(const TestFlags& flags) {
  BuildOptions b;
  b.lang = flags.value("lang");
  b.goroot = flags.value("goroot");
  b.mod = flags.value("mod");
  std::istringstream tags(flags.value("tags"));
  for (std::string t; std::getline(tags, t, ',');) b.tags.push_back(t);
  return b;
}

// go test runs the analyses that are nearly always right; -vet names others.
std::set<std::string> disabledAnalyses(const std::string& chosen) {
  std::set<std::string> on{"atomic", "bools", "errorsas", "ifaceassert", "nilfunc", "printf", "stringintconv"};
  if (!chosen.empty() && chosen != "all") {
    on.clear();
    std::istringstream names(chosen);
    for (std::string n; std::getline(names, n, ',');) on.insert(n == "bool" ? "bools" : n);
  }
  std::set<std::string> off;
  for (const vet::Analysis& a : vet::analyses())
    if (chosen != "all" && on.count(std::string(a.name)) == 0) off.emplace(a.name);
  return off;
}

// go names the package that has the errors and the test binary it is for.
std::string heading(const compiler::PackageRef& p, const Diagnostics& diags, bool hasTests) {
  if (!hasTests) return "# " + p.path + "\n";
  bool external = false;
  if (!diags.list().empty())
    if (const SourceFile* f = diags.sources().fileOf(diags.list()[0].pos); f != nullptr)
      external = compiler::isExternalTest(*f);
  return "# " + p.path + (external ? "_test" : "") + " [" + p.path + ".test]\n";
}

[[noreturn]] void fail(int control, const std::string& kind, const std::string& text) {
  tell(control, kind + "\n" + text);
  ::_exit(1);
}

}  // namespace

std::string testBinaryName(const compiler::PackageRef& p) {
  std::string name =
      fs::path(p.path == "command-line-arguments" && !p.files.empty() ? p.files[0] : p.path).filename().string();
  if (name.ends_with(".go")) name.resize(name.size() - 3);
  return name + ".test";
}

namespace {

// The tests as a program of their own, for tests that start themselves again: a bundle that names hood as its interpreter. (The
// kernel passes the file's name on, and nothing has to be compiled.)
void writeSelf(const std::string& file, const compiler::Compilation& c) {
  char hood[4096];
  ssize_t n = ::readlink("/proc/self/exe", hood, sizeof hood);
  if (n <= 0) return;
  std::ofstream(file, std::ios::binary) << "#!" << std::string_view(hood, static_cast<size_t>(n)) << " test-self\n"
                                        << compiler::writeBundle(c, buildId());
  std::error_code ignored;  // then it is no program
  fs::permissions(file, fs::perms::owner_all, ignored);
}

[[noreturn]] void writeBinary(const compiler::PackageRef& p, const TestFlags& flags, const compiler::Compilation& c,
                              int control) {
  std::string file = flags.value("o").empty() ? testBinaryName(p) + ".hbc" : flags.value("o");
  std::ofstream out(file, std::ios::binary);
  out << compiler::writeBundle(c, buildId());
  if (!out.flush()) fail(control, "setup", "hood: " + file + ": cannot be written\n");
  tell(control, "written\n");
  ::_exit(0);
}

}  // namespace

int runTestSelf(const std::string& file, const std::vector<std::string>& args) {
  auto compilation = std::make_unique<compiler::Compilation>();
  if (!openBundle(file, *compilation)) return 2;
  ProgramOptions run;
  std::error_code error;
  run.files = {file};
  run.executable = fs::absolute(file, error).lexically_normal().string();
  run.args = args;
  return runProgram(run, *compilation);
}

void becomeTest(const compiler::PackageRef& p, const TestFlags& flags, int control) {
  auto compilation = std::make_unique<compiler::Compilation>();
  compiler::CompileOptions o;
  if (!applyBuildFlags(buildOptions(flags), &o.load)) fail(control, "setup", "");
  o.standard = standardPackages();
  compiler::PackageCache cache(compiler::PackageCache::defaultDir(), buildId());
  if (cache.enabled()) o.cache = &cache;
  const bool tests = compiler::hasTests(p, o.load);
  if (tests) {
    o.load.tested = &p;
  } else if (p.shipped) {
    fail(control, "none", "");
  } else {
    o.load.args = p.files.empty() ? std::vector<std::string>{p.stdlib ? p.path : p.dir} : p.files;
    o.load.requireMain = false;
    o.checkOnly = true;
  }
  if (tests && flags.on("cover")) o.load.coverMode = flags.value("covermode").empty() ? "set" : flags.value("covermode");
  o.load.covered = flags.covered;
  if (!flags.covered.empty()) o.load.coverText = " in " + flags.value("coverpkg");
  for (const char* profile : kTestProfiles) o.load.testProfiles |= !flags.value(profile).empty();
  if (tests && !flags.value("fuzz").empty()) o.load.coverMode = "guiding";  // counters, but no report
  o.vet = !p.stdlib && flags.value("vet") != "off";
  std::set<std::string> off = disabledAnalyses(flags.value("vet"));
  o.disabledAnalyses = off;
  LeaveOut leaveOut;
  bool ok = compiler::compile(o, *compilation);
  while (tests && p.shipped && (ok ? leaveOut.unlinkable(*compilation, &o.load) : leaveOut.more(*compilation, &o.load))) {
    compilation = std::make_unique<compiler::Compilation>();
    ok = compiler::compile(o, *compilation);
  }
  compiler::Compilation& c = *compilation;
  if (!ok) fail(control, c.setupFailed ? "setup" : "build", heading(p, c.diags, tests) + c.diags.format(10));
  if (c.findings.any()) fail(control, "build", "# " + p.path + "\n" + c.findings.format(0));
  if (!tests) fail(control, "none", "");
  if (flags.on("c")) writeBinary(p, flags, c, control);

  ProgramOptions run;
  run.executable = flags.value("self");
  if (!run.executable.empty()) writeSelf(run.executable, c);
  run.files = {run.executable.empty() ? testBinaryName(p) : run.executable};
  run.args = flags.binary;
  run.settings = flags.settings;
  if (flags.on("det")) run.settings.push_back("det=1");
  if (!flags.value("seed").empty()) run.settings.push_back("seed=" + flags.value("seed"));
  std::string notes = "run\n";
  for (const std::string& line : leaveOut.told()) notes += "# " + p.path + ": left out: " + line + "\n";
  tell(control, notes);
  ::close(control);
  if (::chdir(p.dir.empty() ? "." : p.dir.c_str()) == 0) {
    std::error_code error;
    ::setenv("PWD", fs::current_path(error).c_str(), 1);
  }
  if (int null = ::open("/dev/null", O_RDONLY | O_CLOEXEC); null >= 0) {
    ::dup2(null, STDIN_FILENO);
    ::close(null);
  }
  std::exit(runProgram(run, c));
}

}  // namespace hood::cli
