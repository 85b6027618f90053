// Which files of a package belong to a build: //go:build lines and _GOOS_GOARCH file names. hood builds for linux and
// amd64, as the compiler gc would, at Go 1.22.
#pragma once

#include <string_view>

namespace hood::compiler {

// The language version of sources that do not say otherwise, as in 1.22.
inline constexpr int kGoMinor = 22;

// Is this build tag set?
bool tagHolds(std::string_view tag);
// Evaluates the expression of a //go:build line; a malformed one does not hold.
bool constraintHolds(std::string_view expr);
// The expression of the file's //go:build line, "" if it has none. Looks only above the package clause.
std::string_view findConstraint(std::string_view source);
// Does the name (print_linux.go) fit? Test files (…_test.go) are told apart by isTestFile.
bool fileNameFits(std::string_view name);
bool isTestFile(std::string_view name);

// The least version that a //go:build expression implies (go1.21 && linux: 21), 0 if it implies none. gc sets the
// file's language version to it.
int impliedGoMinor(std::string_view expr);

}  // namespace hood::compiler
