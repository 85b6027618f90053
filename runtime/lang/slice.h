// Slices: make, growth, append, copy.
// Mirrors:    src/runtime/slice.go. Book: 3.1.
// Differs:    append is one operation (growslice and the copy of the new elements).
#pragma once

#include <cstdint>

#include "runtime/core/outcome.h"
#include "runtime/core/type.h"

namespace hood::rt {

struct G;

// out[0..3) = make([]elem, len, cap). Panics as Go: "makeslice: len out of range", "… cap out of range".
Outcome makeslice(G* gp, const Type* elem, int64_t len, int64_t cap, Slot* out);
// s[0..3) is a slice; afterwards its capacity is at least `cap`, its length and elements are the same.
Outcome growslice(G* gp, const Type* elem, Slot* s, int64_t cap);
// Makes room for n more elements, if there is none.
inline Outcome growfor(G* gp, const Type* elem, Slot* s, int64_t n) {
  if (n <= s[2].i - s[1].i) return Outcome::Done;
  return growslice(gp, elem, s, static_cast<int64_t>(s[1].u + static_cast<uint64_t>(n)));  // negative when too large
}
// The capacity that growslice asks for, before it is rounded up to a size class: Go 1.18's rule. A policy.
int64_t nextslicecap(int64_t oldCap, int64_t needed);
// dst[0..3) = append(a, values…): n values, each at its own slots (elem->slots() apart), starting at v. dst
// may be a.
Outcome appendElems(G* gp, const Type* elem, Slot* dst, const Slot* a, const Slot* v, int64_t n);
// dst[0..3) = append(a, b...); b is {pointer, length}: the start of a slice or a string.
Outcome appendSlice(G* gp, const Type* elem, Slot* dst, const Slot* a, const Slot* b);
// copy(a, b); b is a slice or a string.
int64_t slicecopy(G* gp, const Type* elem, const Slot* a, const Slot* b);
void clearslice(G* gp, const Type* elem, const Slot* a);
// unsafe.Slice and unsafe.String: the checks. out[0..3) or out[0..2).
Outcome unsafeslice(G* gp, const Type* elem, void* ptr, int64_t len, Slot* out);
Outcome unsafestring(G* gp, void* ptr, int64_t len, Slot* out);

}  // namespace hood::rt
