#include "cli/file_pages.h"

#include <fcntl.h>
#include <linux/userfaultfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "base/bits.h"

// The linker's names for the first byte of the file's image and the end of its code. Between them nothing is ever written.
extern "C" const char __executable_start[];
extern "C" const char etext[];

namespace hood::cli {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)

void dropFilePages() {}

#else

namespace {

constexpr uintptr_t kPage = 4096;

uintptr_t firstPage() { return alignUp(reinterpret_cast<uintptr_t>(__executable_start), kPage); }
uintptr_t endOfPages() { return alignDown(reinterpret_cast<uintptr_t>(etext), kPage); }

// A debugger's breakpoints are written into the pages: they stay.
bool keepPages = false;

bool isTraced() {
  char text[2048];
  int fd = open("/proc/self/status", O_RDONLY | O_CLOEXEC);
  if (fd < 0) return false;
  ssize_t n = read(fd, text, sizeof text - 1);
  close(fd);
  text[std::max<ssize_t>(n, 0)] = 0;
  const char* pid = std::strstr(text, "TracerPid:\t");
  return pid != nullptr && pid[11] != '0';
}

// Keeps the descriptor open, for with it goes the tracking; out of the way of those that a program opens.
void mapPagesSingly() {
  constexpr uint64_t kFeatureWpAsync = 1 << 15;  // UFFD_FEATURE_WP_ASYNC, which Debian 12's headers do not have yet
  constexpr int kLeastDescriptor = 800;
  keepPages = isTraced();
  if (keepPages) return;
  int fd = static_cast<int>(syscall(SYS_userfaultfd, O_CLOEXEC | UFFD_USER_MODE_ONLY));
  if (fd < 0) return;
  uffdio_api api = {};
  api.api = UFFD_API;
  api.features = kFeatureWpAsync;
  uffdio_register pages = {};
  pages.range = {firstPage(), endOfPages() - firstPage()};
  pages.mode = UFFDIO_REGISTER_MODE_WP;
  if (ioctl(fd, UFFDIO_API, &api) == 0 && ioctl(fd, UFFDIO_REGISTER, &pages) == 0) {
    fcntl(fd, F_DUPFD_CLOEXEC, kLeastDescriptor);
    dropFilePages();
  }
  close(fd);
}

[[gnu::section(".preinit_array"), gnu::used]] void (*const beforeConstructors)() = mapPagesSingly;

}  // namespace

void dropFilePages() {
  if (!keepPages && firstPage() < endOfPages())
    madvise(reinterpret_cast<void*>(firstPage()), endOfPages() - firstPage(), MADV_DONTNEED);
}

#endif

}  // namespace hood::cli
