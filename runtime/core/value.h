// Go values as C++ sees them: the exact bytes of gc/amd64. Slots are the frame's 8-byte cells.
//
// Slot form and memory form. In a frame a scalar smaller than 8 bytes is extended to the whole slot (sign or zero, by
// type); in memory it has its own size. On a little-endian machine the first size bytes of the slot form ARE the memory
// form, so reading a Go value through the address of its first slot is always right; only a copy from memory INTO slots
// must extend (loadSlots in type.h).
#pragma once

#include <cstdint>

namespace hood::rt {

struct Type;
struct Itab;

union Slot {
  uint64_t u;
  int64_t i;
  double f;
  void* p;
};
static_assert(sizeof(Slot) == 8);

struct GoString {
  const uint8_t* ptr;
  int64_t len;
};
struct GoSlice {
  void* ptr;
  int64_t len;
  int64_t cap;
};
struct Eface {  // interface without methods
  Type* type;
  void* data;
};
struct Iface {  // interface with methods
  Itab* tab;
  void* data;
};
// What a func value points to. Captured values follow; `entry` is the code address of the first instruction.
struct Closure {
  const void* entry;
};

}  // namespace hood::rt
