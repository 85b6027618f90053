// Free goroutine stacks, by size.
#pragma once

#include <cstddef>

#include <vector>

#include "runtime/core/mutex.h"

namespace hood::rt {

struct StackPool {
  Mutex lock{LockRank::StackPool};
  void* free[48] = {};  // by log2 of the size; the first word of a free stack links to the next. Guarded by lock
  size_t inUse = 0;     // bytes of all stacks; guarded by lock
  // Stacks are cut off large blocks, one after another: a C++ allocation for each would cost a header and a gap. The rest of
  // the current block by log2 of the size; guarded by lock.
  struct Block {
    char* at = nullptr;
    char* end = nullptr;
  };
  Block blocks[48];
  std::vector<void*> all;  // guarded by lock
  ~StackPool();
};

}  // namespace hood::rt
