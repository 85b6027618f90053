// Build constraints: //go:build and // +build lines stand together at the top of a file, and say the same.
// Mirrors: go/printer (fixGoBuildLines), go/build/constraint. The //go:build line is the truth; where there are only older
// // +build lines one is made from them.
#pragma once

#include <string>

namespace hood::format {

// Formatted source, with its constraints put right.
std::string withBuildLines(std::string source);

}  // namespace hood::format
