// The flags of hood test: which there are (test_flags.def), and how a command line is taken apart.
// Mirrors: cmd/go/internal/test/testflag.go.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/packages.h"

namespace hood::cli {

struct TestFlags {
  std::map<std::string, std::string, std::less<>> values;  // of flags that were given; "true" or "false" of switches
  std::vector<std::string> settings;                       // each -set
  std::vector<std::string> packages;
  std::vector<std::string> binary;            // the test binary's arguments
  std::vector<compiler::PackageRef> covered;  // what -coverpkg names

  bool on(std::string_view name) const;
  std::string value(std::string_view name) const;
};

// Flags may stand before and after the packages; what hood does not know, and what follows -args, is the binary's.
// "" or what is wrong.
std::string parseTestFlags(const std::vector<std::string>& words, TestFlags* out);

std::string testFlagsHelp();

}  // namespace hood::cli
