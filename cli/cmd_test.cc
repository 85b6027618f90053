// hood test: runs the tests of packages, as go test does.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <sstream>

#include "cli/cli.h"
#include "cli/program.h"
#include "cli/test_run.h"

namespace hood::cli {

namespace {

int fail(const std::string& why) {
  std::fprintf(stderr, "hood: %s\n", why.c_str());
  return 2;
}

// What hood passes on besides the user's flags: a limit of time, and that leaving early is no success.
void addDefaults(TestFlags* flags) {
  for (const char* implies : {"covermode", "coverpkg", "coverprofile", "coverhtml"})
    if (!flags->value(implies).empty()) flags->values["cover"] = "true";
  std::vector<std::string> own{"-test.paniconexit0"};
  if (flags->value("timeout").empty() && flags->value("fuzz").empty()) own.push_back("-test.timeout=10m0s");
  std::error_code error;  // tests run in the folders of their packages
  own.push_back("-test.outputdir=" + (std::filesystem::current_path(error) / flags->value("outputdir")).string());
  flags->binary.insert(flags->binary.begin(), own.begin(), own.end());
  if (flags->on("json") && !flags->on("v")) {
    flags->values["v"] = "true";
    flags->binary.insert(flags->binary.begin(), "-test.v=true");
  }
}

// What -coverpkg names: packages of the user's, commands among them too.
bool findCovered(const compiler::LoadRequest& request, TestFlags* flags) {
  std::vector<std::string> patterns;
  std::istringstream list(flags->value("coverpkg"));
  for (std::string p; std::getline(list, p, ',');)
    if (!p.empty()) patterns.push_back(p);
  if (patterns.empty()) return true;
  std::string problem;
  if (!compiler::findPackages(request, patterns, &flags->covered, &problem)) {
    std::fprintf(stderr, "%s\n", problem.c_str());
    return false;
  }
  for (const compiler::PackageRef& p : flags->covered) {
    if (!p.stdlib) continue;
    fail("-coverpkg: " + p.path + " is a package of the standard library: hood measures those only by tests of their own");
    return false;
  }
  flags->values["coverpkg"].clear();
  for (const std::string& p : patterns) flags->values["coverpkg"] += (p == patterns[0] ? "" : ", ") + p;
  return true;
}

int runTestCommand(const std::vector<std::string>& words) {
  TestFlags flags;
  if (std::string wrong = parseTestFlags(words, &flags); !wrong.empty()) return fail(wrong);
  if (std::string mode = flags.value("covermode"); !mode.empty() && mode != "set" && mode != "count" && mode != "atomic")
    return fail("invalid argument \"" + mode + "\" for -covermode: valid modes are \"set\", \"count\", or \"atomic\"");
  addDefaults(&flags);
  compiler::LoadRequest request;
  BuildOptions build;
  build.goroot = flags.value("goroot");
  build.mod = flags.value("mod");
  build.lang = flags.value("lang");
  if (!applyBuildFlags(build, &request)) return 2;
  std::vector<compiler::PackageRef> packages;
  std::string problem;
  if (!compiler::findPackages(request, flags.packages, &packages, &problem)) {
    std::fprintf(stderr, "%s\n", problem.c_str());
    return 1;
  }
  if (packages.empty()) return fail("no packages to test"), 1;
  std::vector<std::string> single{"c", "o", "fuzz"};
  single.insert(single.end(), std::begin(kTestProfiles), std::end(kTestProfiles));
  for (const std::string& s : single)
    if (packages.size() > 1 && !flags.value(s).empty()) return fail("cannot use -" + s + " flag with multiple packages");
  if (!findCovered(request, &flags)) return 1;
  return runTests(packages, flags);
}

}  // namespace

void addTest(CommandLine& line) {
  Command cmd = line.add("test", "run the tests of packages");
  cmd.footer(
      "hood test [flags] [packages] [flags of the test binary]\n\nPackages are folders, import paths, DIR/... or .go files; "
      "the current folder if there are none.\n\nFlags:\n" +
      testFlagsHelp());
  auto words = std::make_shared<std::vector<std::string>>();
  cmd.raw(words.get());
  cmd.action([words] { return runTestCommand(*words); });
}

}  // namespace hood::cli
