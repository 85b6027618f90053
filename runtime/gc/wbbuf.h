// The write barrier's buffer: pointers to be shaded, gathered per P.
// Mirrors:    src/runtime/mwbbuf.go. Book: 8.2.
// Differs:    which of the two pointers of a store are kept is the knob `barrier`'s choice; see barrier.cc.
// Invariants: what is in a buffer counts as grey: marking is not over before all buffers are empty.
// Locks:      none: it belongs to who holds the P; a stopped world may empty it.
#pragma once

#include <cstdint>

namespace hood::rt {

struct WbBuf {
#ifdef HOOD_STRESS
  static constexpr uint32_t kEntries = 2;
#else
  static constexpr uint32_t kEntries = 512;
#endif
  uint32_t n = 0;
  uintptr_t ptrs[kEntries];
};

}  // namespace hood::rt
