// How the commands show diagnostics on standard error.
#pragma once

#include <string>

#include "cli/command.h"
#include "compiler/diag/diag.h"

namespace hood::cli {

// --color=auto|always|never. With colour each message is followed by its line of source; without, and so in pipes and
// files, the text is exactly gc's.
void addColorOption(Command* cmd, std::string* when);
void printDiagnostics(const Diagnostics& d, size_t most, const std::string& when);

}  // namespace hood::cli
