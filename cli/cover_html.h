// A coverage profile as a page: each file's source, what ran in one colour and what did not in another.
// Mirrors: cmd/cover/html.go.
#pragma once

#include <functional>
#include <string>

namespace hood::cli {

// The page for a profile as hood test -coverprofile writes it. `source` returns a file's text, given its name in the
// profile ("" if it cannot be had: then the file is left out).
std::string coverPage(const std::string& profile, const std::function<std::string(const std::string&)>& source);

}  // namespace hood::cli
