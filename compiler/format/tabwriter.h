// Aligns columns. A cell ends with a tab or \v; a column is a run of lines that have a cell there; \f ends all columns.
// Mirrors: text/tabwriter as go/printer uses it: width by the widest cell and one blank, leading empty cells are tabs, and
// columns without any text vanish.
#pragma once

#include <string>
#include <string_view>

namespace hood::format {

// The printer's output with its columns aligned, trailing blanks and escapes taken out.
std::string alignColumns(std::string_view s);

}  // namespace hood::format
