// Limits that the compiler and the runtime must agree on.
#pragma once

#include <cstdint>

namespace hood {

// A larger value is not in a frame: one slot has a pointer to it, as argument, result or temporary (compiler/ir/huge.cc).
// stdlib/src/reflect/call.go repeats it.
inline constexpr int64_t kMaxFrameValueBytes = 64 << 10;
constexpr bool isHugeValue(uint64_t bytes) { return bytes > static_cast<uint64_t>(kMaxFrameValueBytes); }
// Slots that a value of this size takes as an argument or result.
constexpr uint64_t argSlotsOf(uint64_t bytes) { return isHugeValue(bytes) ? 1 : (bytes + 7) / 8; }

}  // namespace hood
