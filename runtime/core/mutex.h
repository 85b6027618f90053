// Ranked locks.
// Mirrors:    src/runtime/lock_futex.go, lockrank.go, lockrank_on.go. Book: 6.1, 9.1.
// Differs:    a plain three-state futex lock (free, held, held with waiters); it spins alike on any number of CPUs.
// Invariants: all-zero bytes are a free lock of rank None, so that locks may live in zeroed memory. In debug builds a thread
//             takes locks in rank order only (lockrank.def); violations end hood.
// Locks:      this is where they come from.
#pragma once

#include <cstdint>

#include "base/annotations.h"
#include "base/atomic.h"
#include "base/check.h"

namespace hood::rt {

enum class LockRank : uint8_t {
#define HOOD_LOCK_RANK(name, nests, doc) name,
#include "runtime/core/lockrank.def"
};
const char* lockRankName(LockRank r);

// A lock held for short times by VM code; the native stack may block in it, a goroutine never parks while it is held.
class HOOD_CAPABILITY("mutex") Mutex {
 public:
  constexpr Mutex() = default;
  constexpr explicit Mutex(LockRank rank) : rank_(rank) {}
  // For locks in zeroed memory. Several threads may do so at once: it is always the same rank.
  void init(LockRank rank) {
    if (rank_.loadRelaxed() != rank) rank_.storeRelaxed(rank);  // only looked at by who has called this
  }

  void lock() HOOD_ACQUIRE() {
#ifdef HOOD_DEBUG
    noteAcquire();
#endif
    // order: acquire pairs with the release in unlock(); what the last holder wrote is visible.
    if (HOOD_UNLIKELY(!state_.casAcquire(kFree, kHeld))) lockSlow();
  }
  void unlock() HOOD_RELEASE() {
#ifdef HOOD_DEBUG
    noteRelease();
#endif
    // order: release pairs with the acquire of the next holder.
    uint32_t old = state_.exchangeRelease(kFree);
    HOOD_ASSERT(old != kFree);
    if (HOOD_UNLIKELY(old == kContended)) unlockSlow();
  }
  bool tryLock() {
    if (!state_.casAcquire(kFree, kHeld)) return false;
#ifdef HOOD_DEBUG
    noteAcquire();
#endif
    return true;
  }
  // A moment's truth, for assertions.
  bool isLocked() const { return state_.loadRelaxed() != kFree; }

 private:
  static constexpr uint32_t kFree = 0, kHeld = 1, kContended = 2;

  void lockSlow();
  void unlockSlow();
#ifdef HOOD_DEBUG
  void noteAcquire();
  void noteRelease();
#endif

  Atomic<uint32_t> state_{kFree};
  Atomic<LockRank> rank_{LockRank::None};
};
static_assert(sizeof(Mutex) == 8);

class HOOD_SCOPED_CAPABILITY LockGuard {
 public:
  explicit LockGuard(Mutex& m) HOOD_ACQUIRE(m) : m_(m) { m_.lock(); }
  ~LockGuard() HOOD_RELEASE() { m_.unlock(); }
  LockGuard(const LockGuard&) = delete;
  LockGuard& operator=(const LockGuard&) = delete;

 private:
  Mutex& m_;
};

}  // namespace hood::rt
