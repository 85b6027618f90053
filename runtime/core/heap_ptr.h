// Seam: stores of pointers into heap and global memory.
// Mirrors:    src/runtime/mbarrier.go, and what Go's compiler emits for *p = q. Book: 8.2.
// Differs:    Go's compiler inserts the barrier; C++ says writePointer.
// Invariants: every pointer that C++ code stores into memory the collector scans goes through here, or through the typed copies
//             of runtime/alloc/malloc.h. Frames need no barrier: they are scanned while their goroutine rests.
#pragma once

#include <type_traits>

namespace hood::rt {

struct G;

// *slot = v. The collector stops the world while it marks, so today the store is all there is to do; the barrier of a
// concurrent collector is tested and taken here.
template <class T>
inline void writePointer(G*, T** slot, std::type_identity_t<T>* v) {
  *slot = v;
}

}  // namespace hood::rt
