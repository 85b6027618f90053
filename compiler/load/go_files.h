// Reading Go files: one file safely, or what a folder contributes to a build.
// Mirrors: go/build Context.Import, with its messages.
#pragma once

#include <string>
#include <vector>

#include "compiler/load/constraints.h"

namespace hood::compiler {

// One text that will become a file of a package.
struct Input {
  std::string path;  // as messages show it
  std::string text;
};

struct FileText {
  std::string text;
  std::string error;  // "open x.go: permission denied", "" if it was read
};

// Reads a regular file of at most kMaxSourceBytes: neither a pipe nor an endless device can keep us.
inline constexpr uint64_t kMaxSourceBytes = uint64_t{1} << 28;
FileText readSource(const std::string& path);
// A binary that calls itself x.go: a NUL before the package clause, which the parser would report byte for byte. Go's text.
std::string binaryError(const std::string& path, std::string_view text);

struct FolderFiles {
  std::vector<Input> inputs;          // sorted by name
  std::vector<Input> testInputs;      // _test.go files, if they were asked for
  std::vector<std::string> excluded;  // names of files that constraints keep out
  bool tests = false;                 // there are _test.go files
  bool assembly = false;              // the folder has assembly for amd64: its portable half was chosen
  std::string error;                  // in go's words; then nothing else counts
};
// What the folder contributes: nothing that names or //go:build lines exclude, tests apart and only if asked for.
FolderFiles readFolder(const std::string& dir, const BuildTags& tags, bool withTests = false);

// Names of the .go files of a folder that are no tests, sorted; _x.go and .x.go do not count.
std::vector<std::string> goFileNames(const std::string& dir);
bool hasGoFiles(const std::string& dir);
bool isFolder(const std::string& path);
// dir/name as messages show it: "./x.go" for the current folder.
std::string joinedPath(const std::string& dir, const std::string& name);

}  // namespace hood::compiler
