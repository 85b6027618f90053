// What lies in sync.Pools grows old when a cycle begins, whether anybody looks at the pool or not.
// Mirrors:    src/sync/pool.go (poolCleanup), src/runtime/mgc.go (clearpools). Book: 4.4.
// Differs:    Go has a list of pools that Go code walks. Here the runtime knows the memory of their shards.
// Invariants: shards belong to goroutines that are pinned to a P: none of those is under way in a stopped world. The list does not
//             keep the shards alive.
//             The pause that begins a cycle visits every pool, as in Go.
// Locks:      lock_ (rank Pools) while a pool is added; the rest happens in a stopped world.
// Try:        hood run testdata/regress/pool_idle.go
#pragma once

#include <vector>

#include "runtime/core/mutex.h"
#include "runtime/core/value.h"

namespace hood::rt {

struct VM;

// The memory of sync.poolShard in Go: what one P may take from a pool first. Padded to cache lines.
struct PoolShard {
  Slot privateObject[2];  // an `any`
  Slot privateVictim[2];
  Slot shared[3];  // a `[]any`
  Slot victims[3];
  uint64_t busy;
  uint64_t padding[5];
};
static_assert(sizeof(PoolShard) == 128);

class Pools {
 public:
  // The n shards of a new pool, one object of the heap.
  void add(PoolShard* shards, int64_t n);
  // A cycle begins: what nobody took since the last one did is a victim, earlier victims are let go.
  void age();
  // After marking: forgets the pools that cannot be reached.
  void dropDead(VM* vm, bool (*isMarked)(VM*, const void*));

 private:
  struct Shards {
    PoolShard* first;
    int64_t n;
  };
  Mutex lock_{LockRank::Pools};
  std::vector<Shards> all_;
};

}  // namespace hood::rt
