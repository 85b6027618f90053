#include "vm/space.h"

#include <sys/mman.h>

namespace hood::vm {

Space::Space(size_t reserveBytes) : size_((reserveBytes + 4095) / 4096 * 4096) {
  void* p = MAP_FAILED;
  // Under a limit on address space ask for less.
  for (; size_ >= 4096; size_ = size_ / 2 / 4096 * 4096) {
    p = mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (p != MAP_FAILED) break;
  }
  HOOD_CHECK(p != MAP_FAILED);
  base_ = static_cast<uint8_t*>(p);
}

Space::~Space() { munmap(base_, size_); }

uint8_t* Space::alloc(size_t n, size_t align) {
  size_t at = (used_ + align - 1) & ~(align - 1);
  HOOD_CHECK(n <= size_ && at <= size_ - n && at + n <= size_ - back_);
  used_ = at + n;
  return base_ + at;
}

uint8_t* Space::allocBack(size_t n, size_t align) {
  size_t back = (back_ + n + align - 1) & ~(align - 1);
  HOOD_CHECK(n <= size_ && back <= size_ - used_);
  back_ = back;
  return base_ + size_ - back_;
}

}  // namespace hood::vm
