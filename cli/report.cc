#include "cli/report.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "compiler/diag/excerpt.h"

namespace hood::cli {

namespace {

bool isTerminal() {
  const char *term = std::getenv("TERM"), *none = std::getenv("NO_COLOR");
  return isatty(STDERR_FILENO) && (none == nullptr || *none == 0) && (term == nullptr || std::strcmp(term, "dumb") != 0);
}

}  // namespace

void addColorOption(Command* cmd, std::string* when) {
  cmd->choice("--color", when, "colours and source excerpts in messages: auto (on a terminal), always, never",
              {"auto", "always", "never"});
}

void printDiagnostics(const Diagnostics& d, size_t most, const std::string& when) {
  bool color = when == "always" || (when == "auto" && isTerminal());
  std::fputs((color ? formatWithExcerpts(d, most, true) : d.format(most)).c_str(), stderr);
}

}  // namespace hood::cli
