// Stopping the world: nobody runs Go code but the caller.
// Mirrors:    src/runtime/proc.go (stopTheWorldWithSema, startTheWorldWithSema). Book: 5.4, 8.3.
// Differs:    one M interprets, and it is the caller's: the world stands already. What several Ms need
// (preempting the others,
//             waiting until each is at a safepoint) goes into the constructor.
// Invariants: while it lives every goroutine's pc and fp are saved, and no cache is in use.
#pragma once

#include "base/check.h"
#include "runtime/core/vm.h"
#include "runtime/sched/sched.h"

namespace hood::rt {

class StoppedWorld {
 public:
  explicit StoppedWorld(VM* vm) { HOOD_ASSERT(vm->sched != nullptr); }
  StoppedWorld(const StoppedWorld&) = delete;
  StoppedWorld& operator=(const StoppedWorld&) = delete;
};

}  // namespace hood::rt
