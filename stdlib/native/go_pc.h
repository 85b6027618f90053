// Program counters as Go programs see them.
#pragma once

#include <algorithm>
#include <cstdint>

#include "runtime/core/engine.h"

namespace hood::stdlib {

// The code address plus 1, as a return address is, so that pc - 1 is good too. Bits above those of any address say which of
// the calls inlined there is meant.
constexpr int kPcIndexShift = 48;
constexpr uintptr_t kPcIndexMax = 0xff;

inline uintptr_t goPc(const rt::CallSite& s) {
  return (reinterpret_cast<uintptr_t>(s.pc) + 1) | std::min<uintptr_t>(s.inlineIndex, kPcIndexMax) << kPcIndexShift;
}

}  // namespace hood::stdlib
