// Slices: make, growth, append, copy.
// Mirrors:    src/runtime/slice.go. Book: 3.1.
// Differs:    append is one operation (growslice and the copy of the new elements).
// Try:        hood run testdata/ch03_lang/append_growth.go
#include "runtime/lang/slice.h"

#include <cstring>

#include "runtime/alloc/malloc.h"
#include "runtime/lang/panic.h"

namespace hood::rt {
namespace {

constexpr uint64_t kMaxAlloc = uint64_t{1} << 48;  // what an address can name: larger sizes are the program's error

bool bytesFor(const Type* elem, int64_t n, uint64_t* bytes) {
  return n >= 0 && !__builtin_mul_overflow(elem->size, static_cast<uint64_t>(n), bytes) && *bytes <= kMaxAlloc;
}
void putSlice(Slot* out, void* ptr, int64_t len, int64_t cap) {
  out[0].p = ptr;
  out[1].i = len;
  out[2].i = cap;
}
// Copies n elements between two arrays in memory, which may overlap.
void moveElems(G* gp, const Type* elem, void* dst, const void* src, int64_t n) {
  if (elem->hasPointers()) {
    typedslicecopy(gp, elem, dst, src, n);
  } else {
    std::memmove(dst, src, static_cast<size_t>(n) * elem->size);
  }
}

}  // namespace

Outcome makeslice(G* gp, const Type* elem, int64_t len, int64_t cap, Slot* out) {
  uint64_t bytes = 0;
  if (!bytesFor(elem, cap, &bytes) || len < 0 || len > cap) {
    // The length is reported when both are wrong: a program that says make([]T, n) only knows about a length.
    if (!bytesFor(elem, len, &bytes)) return panicErrorString(gp, "makeslice: len out of range");
    return panicErrorString(gp, "makeslice: cap out of range");
  }
  putSlice(out, mallocgc(gp, bytes, elem, true), len, cap);
  return Outcome::Done;
}

int64_t nextslicecap(int64_t oldCap, int64_t needed) {
  constexpr int64_t kThreshold = 256;
  int64_t doubled = oldCap + oldCap;
  if (needed > doubled) return needed;
  if (oldCap < kThreshold) return doubled;
  // From growing twofold for small slices smoothly to 1.25-fold for large ones.
  int64_t cap = oldCap;
  while (cap < needed) cap += (cap + 3 * kThreshold) / 4;
  return cap;
}

Outcome growslice(G* gp, const Type* elem, Slot* s, int64_t cap) {
  GoSlice old{s[0].p, s[1].i, s[2].i};
  if (cap < old.cap) return panicErrorString(gp, "growslice: cap out of range");
  if (elem->size == 0) {
    putSlice(s, mallocgc(gp, 0, nullptr, false), old.len, cap);
    return Outcome::Done;
  }
  uint64_t bytes = 0;
  int64_t newCap = nextslicecap(old.cap, cap);
  if (!bytesFor(elem, newCap, &bytes)) return panicErrorString(gp, "growslice: cap out of range");
  bytes = roundupsize(gp, bytes);
  newCap = static_cast<int64_t>(bytes / elem->size);
  size_t used = static_cast<size_t>(old.len) * elem->size;
  if (elem->hasPointers()) {
    void* p = mallocgc(gp, bytes, elem, true);
    // The new array is not visible to anybody yet, but a concurrent collector wants to see its pointers.
    if (used != 0) typedslicecopy(gp, elem, p, old.ptr, old.len);
    putSlice(s, p, old.len, newCap);
    return Outcome::Done;
  }
  auto* p = static_cast<uint8_t*>(mallocgc(gp, bytes, nullptr, false));
  if (used != 0) std::memcpy(p, old.ptr, used);
  std::memset(p + used, 0, bytes - used);
  putSlice(s, p, old.len, newCap);
  return Outcome::Done;
}

Outcome appendElems(G* gp, const Type* elem, Slot* dst, const Slot* a, const Slot* v, int64_t n) {
  Slot s[3] = {a[0], a[1], a[2]};
  int64_t len = s[1].i;
  if (Outcome r = growfor(gp, elem, s, n); r != Outcome::Done) return r;
  auto* to = static_cast<uint8_t*>(s[0].p) + static_cast<size_t>(len) * elem->size;
  uint32_t slots = elem->slots();
  if (elem->size == slots * sizeof(Slot)) {
    moveElems(gp, elem, to, v, n);
  } else {
    for (int64_t i = 0; i < n; i++, to += elem->size, v += slots) {
      if (elem->hasPointers()) {
        typedmemmove(gp, elem, to, v);
      } else {
        std::memcpy(to, v, elem->size);
      }
    }
  }
  putSlice(dst, s[0].p, len + n, s[2].i);
  return Outcome::Done;
}

Outcome appendSlice(G* gp, const Type* elem, Slot* dst, const Slot* a, const Slot* b) {
  Slot s[3] = {a[0], a[1], a[2]};
  const void* from = b[0].p;
  int64_t len = s[1].i, n = b[1].i;
  if (Outcome r = growfor(gp, elem, s, n); r != Outcome::Done) return r;
  if (n != 0) moveElems(gp, elem, static_cast<uint8_t*>(s[0].p) + static_cast<size_t>(len) * elem->size, from, n);
  putSlice(dst, s[0].p, len + n, s[2].i);
  return Outcome::Done;
}

int64_t slicecopy(G* gp, const Type* elem, const Slot* a, const Slot* b) {
  int64_t n = a[1].i < b[1].i ? a[1].i : b[1].i;
  if (n != 0 && elem->size != 0) moveElems(gp, elem, a[0].p, b[0].p, n);
  return n;
}

void clearslice(G* gp, const Type* elem, const Slot* a) {
  size_t bytes = static_cast<size_t>(a[1].i) * elem->size;
  if (bytes == 0) return;
  if (elem->hasPointers()) {
    memclrHasPointers(gp, elem, a[0].p, a[1].i);
  } else {
    std::memset(a[0].p, 0, bytes);
  }
}

Outcome unsafeslice(G* gp, const Type* elem, void* ptr, int64_t len, Slot* out) {
  if (len < 0) return panicErrorString(gp, "unsafe.Slice: len out of range");
  if (ptr == nullptr) {
    if (len > 0) return panicErrorString(gp, "unsafe.Slice: ptr is nil and len is not zero");
    putSlice(out, nullptr, 0, 0);
    return Outcome::Done;
  }
  uint64_t bytes = 0;
  if (!bytesFor(elem, len, &bytes) || bytes > -reinterpret_cast<uintptr_t>(ptr)) {
    return panicErrorString(gp, "unsafe.Slice: len out of range");
  }
  putSlice(out, ptr, len, len);
  return Outcome::Done;
}

Outcome unsafestring(G* gp, void* ptr, int64_t len, Slot* out) {
  if (len < 0) return panicErrorString(gp, "unsafe.String: len out of range");
  if (ptr == nullptr && len > 0) return panicErrorString(gp, "unsafe.String: ptr is nil and len is not zero");
  if (static_cast<uint64_t>(len) > -reinterpret_cast<uintptr_t>(ptr) && ptr != nullptr) {
    return panicErrorString(gp, "unsafe.String: len out of range");
  }
  out[0].p = ptr;
  out[1].i = len;
  return Outcome::Done;
}

}  // namespace hood::rt
