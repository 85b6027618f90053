#include "base/arena.h"

#include <cstdlib>

#include "base/check.h"

namespace hood {

namespace {
constexpr size_t kChunkBytes = 256 << 10;
}

Arena::~Arena() {
  for (void* c : chunks_) std::free(c);
}

void* Arena::allocSlow(size_t n, size_t align) {
  // A large object gets a chunk of its own, so that the current chunk's rest is not thrown away.
  bool own = n > kChunkBytes / 4;
  size_t bytes = own ? n + align : kChunkBytes;
  void* chunk = std::malloc(bytes);
  HOOD_CHECK(chunk != nullptr);
  chunks_.push_back(chunk);
  used_ += bytes;
  uintptr_t p = (reinterpret_cast<uintptr_t>(chunk) + (align - 1)) & ~static_cast<uintptr_t>(align - 1);
  if (!own) {
    cur_ = p + n;
    end_ = reinterpret_cast<uintptr_t>(chunk) + bytes;
  }
  return reinterpret_cast<void*>(p);
}

}  // namespace hood
