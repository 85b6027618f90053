// Formatting Go source as gofmt does: byte for byte, comments included.
//   text → tokens.h (tokens, comments) → parser.h (a tree that keeps every position) → printer.h → tabwriter.h → text
// The compiler's own tree does not serve: it has no comments, and has resolved what a formatter must keep.
// Mirrors: go/format, go/printer, cmd/gofmt.
#pragma once

#include <string>
#include <string_view>

namespace hood::format {

struct FormatOptions {
  bool simplify = false;  // gofmt -s
};

// Formats a file that parses. False, with the offset at which this formatter gave up: then the text is no correct Go.
bool formatSource(std::string_view text, const FormatOptions& options, std::string* out, size_t* badAt);

// A unified diff of two texts, "" if they are the same.
std::string unifiedDiff(const std::string& oldName, std::string_view oldText, const std::string& newName,
                        std::string_view newText);

}  // namespace hood::format
