// Work queues of the mark phase: objects that are marked but not yet scanned (grey).
// Mirrors:    src/runtime/mgcwork.go. Book: 8.3.
// Differs:    one worker, so full buffers are a plain list.
// Invariants: an object is queued at most once per cycle (when its mark bit is set).
// Locks:      none: the marker's own.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/annotations.h"
#include "base/check.h"
#include "runtime/alloc/fixalloc.h"

namespace hood::rt {

// A grey object: address in the low 48 bits, size class above.
struct GreyObject {
  uint64_t bits;
  static GreyObject make(uintptr_t base, unsigned sizeClass) { return {base | uint64_t{sizeClass} << 48}; }
  uintptr_t base() const { return bits & ((uint64_t{1} << 48) - 1); }
  unsigned sizeClass() const { return static_cast<unsigned>(bits >> 48); }
};

struct Workbuf {
#ifdef HOOD_STRESS
  static constexpr uint32_t kSize = 4;
#else
  static constexpr uint32_t kSize = 254;
#endif
  Workbuf* next = nullptr;
  uint32_t n = 0;
  GreyObject obj[kSize];  // the first n are valid
};

// A stack of grey objects, cut into buffers.
class WorkQueue {
 public:
  WorkQueue() = default;
  WorkQueue(const WorkQueue&) = delete;
  WorkQueue& operator=(const WorkQueue&) = delete;

  HOOD_INLINE void put(GreyObject o) {
    if (HOOD_UNLIKELY(top_->n == Workbuf::kSize)) putSlow();
    top_->obj[top_->n++] = o;
  }
  // false: empty.
  HOOD_INLINE bool tryGet(GreyObject& o) {
    if (HOOD_UNLIKELY(top_->n == 0) && !getSlow()) return false;
    o = top_->obj[--top_->n];
    return true;
  }
  bool empty() const { return top_->n == 0 && top_->next == nullptr; }

 private:
  Workbuf* newBuf() {
    Workbuf* b = bufs_.alloc();
    HOOD_CHECK(b != nullptr);  // no memory for marking
    return b;
  }
  HOOD_COLD void putSlow() {
    Workbuf* b = newBuf();
    b->next = top_;
    top_ = b;
  }
  HOOD_COLD bool getSlow() {
    if (top_->next == nullptr) return false;
    Workbuf* empty = top_;
    top_ = top_->next;
    bufs_.free(empty);
    return true;
  }

  Workbuf first_;  // at the bottom of the stack: small cycles need no other
  FixAlloc<Workbuf> bufs_;
  Workbuf* top_ = &first_;
};

}  // namespace hood::rt
