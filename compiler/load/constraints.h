// Which files of a folder belong to a build: //go:build and // +build lines, _GOOS_GOARCH file names. hood builds for
// linux and amd64, without cgo, as the compiler gc.
//
// A folder with assembly cannot be built as it is: hood runs none. There the portable code is wanted that the package has
// for other machines, so `portable` tags deny amd64 (while sizes stay those of amd64) and set the usual opt-outs.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace hood::compiler {

// The language version of sources that do not say otherwise, as in 1.22, and the newest that can be asked for.
inline constexpr int kGoMinor = 22;
inline constexpr int kMaxGoMinor = 23;

struct BuildTags {
  std::set<std::string, std::less<>> custom;  // --tags
  bool portable = false;                      // no assembly: see above

  bool holds(std::string_view tag) const;
};

// Evaluates the expression of a //go:build line; a malformed one does not hold.
bool constraintHolds(std::string_view expr, const BuildTags& tags);
// The least version that a //go:build expression implies (go1.21 && linux: 21), 0 if it implies none.
int impliedGoMinor(std::string_view expr);

// The expression of the file's //go:build line, "" if it has none. Looks only above the package clause.
std::string_view findConstraint(std::string_view source);
// What is wrong with the //go:build line of this text, in go's words; "" if nothing.
std::string constraintError(std::string_view source);
// Does the build want a file with this text? By its //go:build line, else by its // +build lines.
bool sourceFits(std::string_view source, const BuildTags& tags);
// Does the name (print_linux.go) fit? Test files (…_test.go) are told apart by isTestFile.
bool fileNameFits(std::string_view name, const BuildTags& tags);
bool isTestFile(std::string_view name);

// The N of "go1.N" or "1.N" or "1.N.P" or "1.NrcP", -1 if it is no version.
int goVersionMinor(std::string_view version);

// The language version of one file: its //go:build line may raise the module's, and lower it where the module is of Go
// 1.21 or later (before, such lines were ignored). 0: the module's.
int fileGoMinor(std::string_view constraint, int moduleMinor);

}  // namespace hood::compiler
