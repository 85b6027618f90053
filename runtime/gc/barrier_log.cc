// The log of unseen stores.
// Mirrors:    nothing of Go's.
// Differs:    see barrier_log.h.
// Locks:      see barrier_log.h.

#include "runtime/gc/barrier_log.h"

#include "runtime/sched/g.h"

namespace hood::rt {

void BarrierLog::add(G* gp, const void* slot, const void* old, const void* v) {
  LockGuard guard(lock_);
  Entry e{slot, old, v, gp->pc, gp->goid};
  if (ring_.size() < kEntries) {
    ring_.push_back(e);
  } else {
    ring_[n_ % kEntries] = e;
  }
  n_++;
}

void BarrierLog::clear() {
  LockGuard guard(lock_);
  ring_.clear();
  n_ = 0;
}

const BarrierLog::Entry* BarrierLog::findStored(const void* slot, const void* value) const {
  for (size_t i = n_; i-- > 0 && n_ - i <= ring_.size();) {
    const Entry& e = ring_[i % kEntries];
    if (e.value == value && (slot == nullptr || e.slot == slot)) return &e;
  }
  return nullptr;
}

const BarrierLog::Entry* BarrierLog::findOverwritten(const void* value) const {
  for (size_t i = n_; i-- > 0 && n_ - i <= ring_.size();) {
    const Entry& e = ring_[i % kEntries];
    if (e.old == value) return &e;
  }
  return nullptr;
}

}  // namespace hood::rt
