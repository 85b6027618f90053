// Allocation of Go objects.
// Mirrors:    src/runtime/malloc.go. Book: 4.4.
#pragma once

#include <cstddef>
#include <cstdint>

#include "runtime/core/value.h"

namespace hood::rt {

struct G;
struct Type;

// Size bytes for a value of type t, or for size / t->size of them in a row (t == nullptr: no pointers). Zeroed unless
// needzero is false (then only legal for pointer-free memory). Never a safepoint: it accounts, and raises the trap when a
// collection is due. Sizes beyond what a VM may own end the program with Go's "out of memory" fatal error; callers that
// must panic instead (makeslice …) check first.
void* mallocgc(G* gp, size_t size, const Type* t, bool needzero);
void* newobject(G* gp, const Type* t);
void* newarray(G* gp, const Type* t, int64_t n);
// The size of the block that mallocgc(size) takes: what append may use of it.
size_t roundupsize(const G* gp, size_t size);

// Copies with write barriers where the collector wants them. dst is heap or global memory.
void typedmemmove(G* gp, const Type* t, void* dst, const void* src);
void typedslicecopy(G* gp, const Type* elem, void* dst, const void* src, int64_t n);
void typedmemclr(G* gp, const Type* t, void* dst);
void memclrHasPointers(G* gp, const Type* t, void* dst, int64_t n);  // n values of type t

}  // namespace hood::rt
