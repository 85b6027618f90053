// Work queues of the mark phase: objects that are marked but not yet scanned (grey).
// Mirrors:    src/runtime/mgcwork.go, lfstack.go. Book: 8.3.
// Differs:    the pool of full buffers is a list under a lock: a buffer changes hands once per 254 objects.
// Invariants: an object is queued at most once per cycle (when its mark bit is set), a large one once per oblet.
//             Grey objects are in the two buffers of some GcWork, in the pool, or in a marker's prefetch ring.
// Locks:      WorkPool::lock_ (rank WorkPool); a GcWork belongs to its P.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/annotations.h"
#include "base/atomic.h"
#include "base/check.h"
#include "runtime/alloc/fixalloc.h"
#include "runtime/core/mutex.h"

namespace hood::rt {

// A grey object: address in the low 48 bits, size class above; or a part of a large object, its first address.
struct GreyObject {
  static constexpr unsigned kOblet = 0xff;
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

// What all Ps share: full buffers, and empty ones for reuse.
class WorkPool {
 public:
  void putFull(Workbuf* b);
  Workbuf* tryGetFull();  // nullptr: there is none
  Workbuf* getEmpty();
  void putEmpty(Workbuf* b);
  // A hint: who acts on it looks again under the lock.
  bool hasFull() const { return nfull_.loadRelaxed() != 0; }
  size_t bytes() const { return bufs_.sysBytes(); }

 private:
  Mutex lock_{LockRank::WorkPool};
  Workbuf* full_ = nullptr;
  Workbuf* empty_ = nullptr;
  FixAlloc<Workbuf> bufs_;
  Atomic<int32_t> nfull_{0};
};

// A P's: two buffers, so that a marker that takes and puts at a buffer's edge need not visit the pool each time.
class GcWork {
 public:
  GcWork() = default;
  GcWork(const GcWork&) = delete;
  GcWork& operator=(const GcWork&) = delete;

  HOOD_INLINE void put(WorkPool& pool, GreyObject o) {
    if (HOOD_UNLIKELY(wbuf1_ == nullptr || wbuf1_->n == Workbuf::kSize)) putSlow(pool);
    wbuf1_->obj[wbuf1_->n++] = o;
  }
  // false: neither here nor in the pool.
  HOOD_INLINE bool tryGet(WorkPool& pool, GreyObject& o) {
    if (HOOD_UNLIKELY(wbuf1_ == nullptr || wbuf1_->n == 0) && !getSlow(pool)) return false;
    o = wbuf1_->obj[--wbuf1_->n];
    return true;
  }
  bool empty() const { return (wbuf1_ == nullptr || wbuf1_->n == 0) && (wbuf2_ == nullptr || wbuf2_->n == 0); }
  // Gives something to the pool, when others have nothing.
  void balance(WorkPool& pool);
  // Gives everything to the pool.
  void dispose(WorkPool& pool);
  // Whether work has gone to the pool since this was last asked: then marking may not be over.
  bool takeFlushed() {
    bool f = flushedWork_;
    flushedWork_ = false;
    return f;
  }

 private:
  void putSlow(WorkPool& pool);
  bool getSlow(WorkPool& pool);

  Workbuf* wbuf1_ = nullptr;  // the one in use
  Workbuf* wbuf2_ = nullptr;
  bool flushedWork_ = false;
};

}  // namespace hood::rt
