// Free goroutine stacks, by size.
#pragma once

#include <cstddef>

#include "runtime/core/mutex.h"

namespace hood::rt {

struct StackPool {
  Mutex lock{LockRank::StackPool};
  void* free[48] = {};  // by log2 of the size; the first word of a free stack links to the next. Guarded by lock
  size_t inUse = 0;     // bytes of all stacks; guarded by lock
  ~StackPool();
};

}  // namespace hood::rt
