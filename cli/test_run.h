// hood test's engine: a process for each package, which compiles its tests and becomes them; here their output is gathered.
// Mirrors: cmd/go/internal/test (builderRunTest, builderPrintTest).
#pragma once

#include <string>
#include <vector>

#include "cli/test_flags.h"
#include "compiler/packages.h"

namespace hood::cli {

// The flags that name a profile to be written.
inline constexpr const char* kTestProfiles[] = {"cpuprofile", "memprofile", "blockprofile", "mutexprofile", "trace"};

// Compiles the tests of one package and runs them in this process. What goes wrong before they run is told to `control`:
// a line with "build", "setup" or "none", and then the text for standard error; else the line "run" comes there first.
[[noreturn]] void becomeTest(const compiler::PackageRef& p, const TestFlags& flags, int control);

// Runs the program that becomeTest() has written for tests which start themselves again (hood test-self FILE ARGS…).
int runTestSelf(const std::string& file, const std::vector<std::string>& args);

// What go would call the package's test binary.
std::string testBinaryName(const compiler::PackageRef& p);

// Tests the packages; the exit status.
int runTests(const std::vector<compiler::PackageRef>& packages, const TestFlags& flags);

}  // namespace hood::cli
