// Memory from the OS: Linux.
// Mirrors:    src/runtime/mem_linux.go. Book: 4.2.
// Differs:    see sysmem.h.

#include <sys/mman.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>

#include "base/bits.h"
#include "base/check.h"
#include "runtime/alloc/poison.h"
#include "runtime/alloc/sysmem.h"

#ifndef MAP_FIXED_NOREPLACE
#define MAP_FIXED_NOREPLACE 0x100000
#endif

namespace hood::rt {

void* sysReserve(uintptr_t hint, size_t bytes) {
  int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
#ifdef __SANITIZE_THREAD__
  hint = 0;  // ThreadSanitizer has no shadow for those addresses
#endif
  if (hint != 0) {
    void* p = mmap(reinterpret_cast<void*>(hint), bytes, PROT_NONE, flags | MAP_FIXED_NOREPLACE, -1, 0);
    if (p == reinterpret_cast<void*>(hint)) return p;
    if (p != MAP_FAILED) munmap(p, bytes);  // kernels before 4.17 take the address as a mere hint
  }
  void* p = mmap(nullptr, bytes, PROT_NONE, flags, -1, 0);
  return p == MAP_FAILED ? nullptr : p;
}

bool sysMap(void* p, size_t bytes) { return mprotect(p, bytes, PROT_READ | PROT_WRITE) == 0; }

void* sysAllocSparse(size_t bytes) {
  void* p = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (p == MAP_FAILED) return nullptr;
  madvise(p, bytes, MADV_NOHUGEPAGE);  // huge pages would make a sparse table dense
  return p;
}

constexpr uintptr_t kHuge = uintptr_t{2} << 20;

void sysUnused(void* p, size_t bytes) {
  // Of a huge page only a part goes: the kernel is not to fill it up again behind our back.
  auto begin = reinterpret_cast<uintptr_t>(p), end = begin + bytes;
  for (uintptr_t edge : {begin, end}) {
    if (edge % kHuge != 0) madvise(reinterpret_cast<void*>(alignDown(edge, kHuge)), kHuge, MADV_NOHUGEPAGE);
  }
  if (madvise(p, bytes, MADV_DONTNEED) == 0) return;
  HOOD_UNPOISON(p, bytes);  // the program has locked it
  std::memset(p, 0, bytes);
  HOOD_POISON(p, bytes);
}

void sysHugePage(void* p, size_t bytes) {
  uintptr_t begin = alignUp(reinterpret_cast<uintptr_t>(p), kHuge);
  uintptr_t end = alignDown(reinterpret_cast<uintptr_t>(p) + bytes, kHuge);
  if (begin < end) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
}

size_t sysResidentBytes() {
  FILE* f = std::fopen("/proc/self/statm", "re");
  if (f == nullptr) return 0;
  size_t size, resident;
  int n = std::fscanf(f, "%zu %zu", &size, &resident);
  std::fclose(f);
  return n == 2 ? resident * static_cast<size_t>(sysconf(_SC_PAGESIZE)) : 0;
}

void sysFree(void* p, size_t bytes) {
  int err = munmap(p, bytes);
  HOOD_CHECK(err == 0);
}

}  // namespace hood::rt
