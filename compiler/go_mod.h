// go.mod: the module's path, its language version, and where replaced modules are.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hood::compiler {

struct Replacement {
  std::string path;    // module path on the left
  std::string target;  // folder, absolute or relative to the module's
};

struct GoMod {
  std::string dir;                        // folder of the go.mod file
  std::string path;                       // module path
  int goMinor;                            // N of `go 1.N`; 16 when the line is missing, as the go command has it
  std::vector<Replacement> replacements;  // those with a folder on the right
};

// Parses the text of a go.mod file.
GoMod parseGoMod(std::string_view text);
// The go.mod file in `dir` or the nearest folder above it.
std::optional<GoMod> findGoMod(const std::string& dir);

}  // namespace hood::compiler
