// Values between memory and frame slots.
// Mirrors:    src/runtime/type.go. Book: 2.2.
// Differs:    Go has no slots; the rules are in value.h.
// Invariants: small scalars in slots are extended to 64 bits: signed ones by sign, all others by zeros.

#include "runtime/core/type.h"

#include <cstring>

namespace hood::rt {
namespace {

template <class T>
T loadAs(const void* p) {
  T v;
  std::memcpy(&v, p, sizeof v);
  return v;
}

}  // namespace

void loadSlots(const Type* t, Slot* dst, const void* src) {
  switch (t->kind) {
    case Kind::Bool:
    case Kind::Uint8: dst->u = loadAs<uint8_t>(src); return;
    case Kind::Int8: dst->i = loadAs<int8_t>(src); return;
    case Kind::Int16: dst->i = loadAs<int16_t>(src); return;
    case Kind::Uint16: dst->u = loadAs<uint16_t>(src); return;
    case Kind::Int32: dst->i = loadAs<int32_t>(src); return;
    case Kind::Uint32:
    case Kind::Float32: dst->u = loadAs<uint32_t>(src); return;
    default: break;
  }
  if (t->size == 8) {
    dst->u = loadAs<uint64_t>(src);
  } else if (t->size != 0) {
    dst[t->slots() - 1].u = 0;  // the last slot of a struct or array may be partly filled
    std::memcpy(static_cast<void*>(dst), src, t->size);
  }
}

void storeSlotsNoBarrier(const Type* t, void* dst, const Slot* src) {
  std::memcpy(dst, static_cast<const void*>(src), t->size);
}

}  // namespace hood::rt
