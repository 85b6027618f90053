#include "base/check.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

namespace hood {

void internalError(const char* file, int line, const char* what) {
  const char* slash = std::strrchr(file, '/');
  std::fflush(stdout);
  std::fprintf(stderr, "hood: internal error at %s:%d: %s (please report this)\n", slash ? slash + 1 : file, line, what);
  std::fflush(stderr);
#ifdef HOOD_DEBUG
  if (std::getenv("HOOD_ABORT") != nullptr) std::abort();  // for a debugger or a sanitizer's stack
#endif
  _exit(70);
}

}  // namespace hood
