#include "cli/file_pages.h"

#include <sys/mman.h>

#include <cstdint>

// The linker's names for the first byte of the file's image and the end of its code. Between them nothing is ever written.
extern "C" const char __executable_start[];
extern "C" const char etext[];

namespace hood::cli {

void dropFilePages() {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  constexpr uintptr_t kPage = 4096;
  uintptr_t begin = (reinterpret_cast<uintptr_t>(__executable_start) + kPage - 1) & ~(kPage - 1);
  uintptr_t end = reinterpret_cast<uintptr_t>(etext) & ~(kPage - 1);
  if (begin < end) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_DONTNEED);
#endif
}

}  // namespace hood::cli
