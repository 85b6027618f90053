// How a Go type lies in frame slots: its representation, its slots, and which of them hold pointers.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "compiler/types/type.h"

namespace hood::codegen {

enum class Rep : uint8_t {
  Void,  // no slots: struct{}, [0]T
  I8,
  I16,
  I32,
  I64,
  U8,
  U16,
  U32,
  U64,  // bool is U8; int, uint, uintptr are I64, U64
  Ptr,  // pointer, map, chan, func, unsafe.Pointer
  F32,
  F64,
  C64,
  C128,
  Str,
  Slice,
  Eface,
  Iface,
  Agg,  // struct, array: memory layout
};

struct Layout {
  types::Type* type = nullptr;
  int64_t size = 0;    // bytes in memory
  uint32_t slots = 0;  // in a frame
  Rep rep = Rep::Void;
  bool hasPointers = false;
  std::vector<uint32_t> ptrSlots;  // ascending
};

// Layouts by type, computed once.
class Layouts {
 public:
  const Layout& of(types::Type* t);

 private:
  std::unordered_map<types::Type*, Layout> cache_;
};

inline bool isInt(Rep r) { return r >= Rep::I8 && r <= Rep::U64; }
inline bool isSigned(Rep r) { return r >= Rep::I8 && r <= Rep::I64; }
// One slot holding an integer, boolean or pointer.
inline bool isWord(Rep r) { return isInt(r) || r == Rep::Ptr; }

// Byte offsets of the words of a value of type t (placed at `off`) that hold pointers, in memory order.
void pointerOffsets(types::Type* t, int64_t off, std::vector<int64_t>& out);
// The same as a bit per word, and the bytes up to the last pointer. A type whose mask would be larger than that of
// kMostMaskedBytes cannot be compiled.
uint64_t pointerMask(types::Type* t, std::vector<uint8_t>& mask);
constexpr int64_t kMostMaskedBytes = int64_t{1} << 30;

}  // namespace hood::codegen
