// Pools grow older.
// Mirrors:    src/sync/pool.go (poolCleanup). Book: 4.4.
// Differs:    see pools.h.
// Locks:      see pools.h.
#include "runtime/gc/pools.h"

#include <algorithm>

namespace hood::rt {

void Pools::add(PoolShard* shards, int64_t n) {
  LockGuard guard(lock_);
  all_.push_back({shards, n});
}

void Pools::age() {
  for (const Shards& pool : all_) {
    for (PoolShard* s = pool.first; s != pool.first + pool.n; s++) {
      // Marking has not begun: no barrier.
      std::copy_n(s->privateObject, 2, s->privateVictim);
      std::fill_n(s->privateObject, 2, Slot{});
      std::copy_n(s->shared, 3, s->victims);
      std::fill_n(s->shared, 3, Slot{});
    }
  }
}

void Pools::dropDead(VM* vm, bool (*isMarked)(VM*, const void*)) {
  std::erase_if(all_, [&](const Shards& pool) { return !isMarked(vm, pool.first); });
}

}  // namespace hood::rt
