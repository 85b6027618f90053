// Fixed-size records outside of the Go heap: spans, caches, queues. Never zero-filled anew: constructed in place.
// Mirrors:    src/runtime/mfixalloc.go. Book: 4.1.
// Differs:    typed.
// Invariants: chunks are given back only when the allocator dies.
// Locks:      the caller's.
#pragma once

#include <cstddef>
#include <new>
#include <type_traits>
#include <vector>

#include "base/check.h"
#include "runtime/alloc/sysmem.h"

namespace hood::rt {

template <class T, size_t kChunkBytes = 65536>
class FixAlloc {
 public:
  FixAlloc() = default;
  FixAlloc(const FixAlloc&) = delete;
  FixAlloc& operator=(const FixAlloc&) = delete;
  ~FixAlloc() {
    for (void* chunk : chunks_) sysFree(chunk, kChunkBytes);
  }

  // nullptr: no memory.
  T* alloc() {
    static_assert(std::is_trivially_destructible_v<T> && sizeof(T) >= sizeof(void*) && sizeof(T) <= kChunkBytes);
    if (free_ == nullptr && !refill()) return nullptr;
    Free* f = free_;
    free_ = f->next;
    inuse_ += sizeof(T);
    return new (f) T();
  }
  void free(T* p) {
    free_ = new (p) Free{free_};
    inuse_ -= sizeof(T);
  }
  size_t inuseBytes() const { return inuse_; }
  size_t sysBytes() const { return chunks_.size() * kChunkBytes; }

 private:
  struct Free {
    Free* next;
  };
  bool refill() {
    auto* chunk = static_cast<std::byte*>(sysAllocSparse(kChunkBytes));
    if (chunk == nullptr) return false;
    chunks_.push_back(chunk);
    for (size_t i = kChunkBytes / sizeof(T); i-- > 0;) free_ = new (chunk + i * sizeof(T)) Free{free_};
    return true;
  }

  Free* free_ = nullptr;
  size_t inuse_ = 0;
  std::vector<void*> chunks_;
};

}  // namespace hood::rt
