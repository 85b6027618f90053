// Seam: stores of pointers into heap and global memory. Declared here, defined in runtime/gc/barrier.cc.
// Mirrors:    src/runtime/mbarrier.go, atomic_pointer.go, and what Go's compiler emits for *p = q. Book: 8.2.
// Differs:    Go's compiler inserts the barrier; C++ says writePointer. The flag that turns it on is the buffer itself: a
//             goroutine that runs while the collector marks has its P's in G::wbBuf, else nullptr.
// Invariants: every pointer that C++ code stores into memory the collector scans goes through here, or through the typed copies
//             of runtime/alloc/malloc.h; so does every pointer that is copied from or to another goroutine's frame. A
//             goroutine's own frames need no barrier: they are scanned while it rests.
#pragma once

#include <cstddef>
#include <type_traits>

#include "base/annotations.h"
#include "runtime/sched/g.h"

namespace hood::rt {

struct Type;

inline bool writeBarrierEnabled(const G* gp) { return gp->wbBuf != nullptr; }

// ---- REQUIRES writeBarrierEnabled(gp), all below ----

// *slot is about to become v.
void writeBarrier(G* gp, void** slot, void* v);
// The 8 bytes at slot, a pointer perhaps, are about to become 0.
void writeBarrierZero(G* gp, void* slot);
// n values of type t at dst are about to become those at src; nullptr: zero.
void bulkBarrierPreWrite(G* gp, const Type* t, const void* dst, const void* src, size_t n);
// The same for `bytes` of memory of whatever type the heap says dst has.
void bulkBarrierBitmap(G* gp, const void* dst, const void* src, size_t bytes);
// The pointers of a value that goes from one goroutine's frame to another's.
void shadeValue(G* gp, const Type* t, const void* value);
// The object that p points into is alive, whoever loses it: for what C++ structures keep, and for atomic operations.
void shade(G* gp, void* p);

// ---- always ----

// Sequentially consistent, as package sync/atomic: *p = v; the old value, or whether it was `old`.
void* atomicSwapPointer(G* gp, void** p, void* v);
bool atomicCasPointer(G* gp, void** p, void* old, void* v);

// *slot = v.
template <class T>
HOOD_INLINE void writePointer(G* gp, T** slot, std::type_identity_t<T>* v) {
  if (HOOD_UNLIKELY(writeBarrierEnabled(gp))) {
    writeBarrier(gp, const_cast<void**>(reinterpret_cast<const void* const*>(slot)),
                 const_cast<void*>(static_cast<const void*>(v)));
  }
  *slot = v;
}

}  // namespace hood::rt
