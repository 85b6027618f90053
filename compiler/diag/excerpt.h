// Diagnostics for a person at a terminal: gc's text, then the line of source with a caret under the column.
#pragma once

#include <string>

#include "compiler/diag/diag.h"

namespace hood {

// As Diagnostics::format, with an excerpt after each message; `color`: with terminal colours.
std::string formatWithExcerpts(const Diagnostics& d, size_t most, bool color);

}  // namespace hood
