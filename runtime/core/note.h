// One-shot sleep and wakeup of an M.
// Mirrors:    src/runtime/lock_futex.go (note). Book: 6.1.
// Differs:    nothing.
// Invariants: between two clear() calls there is at most one wakeup and at most one sleeper.
#pragma once

#include <cstdint>

#include "base/atomic.h"

namespace hood::rt {

class Note {
 public:
  // order: what a poke stands for is read afterwards; pairs with the release of the one that is cleared.
  void clear() { key_.exchangeSeqCst(0); }
  void wakeup();
  // The same where others may have called it already; async-signal-safe.
  void poke();
  // Blocks until wakeup() was or is called.
  void sleep();
  // As sleep(), for at most ns nanoseconds (ns < 0: no limit). Returns whether the wakeup came.
  bool sleepFor(int64_t ns);

 private:
  Atomic<uint32_t> key_{0};
};

}  // namespace hood::rt
