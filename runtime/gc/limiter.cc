// The CPU limiter.
// Mirrors:    src/runtime/mgclimit.go.
// Differs:    see limiter.h.
// Invariants: see limiter.h.
// Locks:      see limiter.h.

#include "runtime/gc/limiter.h"

#include <algorithm>

#include "runtime/gc/pacer.h"

namespace hood::rt {

void CpuLimiter::reset(int64_t now, int32_t procs) {
  procs_ = procs;
  capacity_ = kCapacityPerProc * procs;
  fill_ = std::min(fill_, capacity_);
  lastUpdate_.storeRelaxed(now);  // the world is stopped
}

void CpuLimiter::endPause(int64_t start, int64_t now, bool marking, int32_t procs) {
  if (procs != procs_) reset(std::min(start, now), procs);
  account(std::max(start, lastUpdate_.loadRelaxed()), 0, marking_ ? kGcBackgroundUtilization : 0);
  account(now, 0, 1);  // all Ps stood still
  marking_ = marking;
}

void CpuLimiter::update(int64_t now, int32_t idleProcs) {
  if (now - lastUpdate_.loadRelaxed() < kUpdatePeriod) return;  // a hint
  if (!busy_.casAcquire(false, true)) return;                   // order: pairs with the release below
  account(now, idleProcs, marking_ ? kGcBackgroundUtilization : 0);
  busy_.storeRelease(false);
}

// From the last update until now the collector had this share of the Ps, and what assists took.
void CpuLimiter::account(int64_t now, double idleProcs, double gcShare) {
  int64_t window = now - lastUpdate_.loadRelaxed();  // ours
  if (window <= 0) return;
  lastUpdate_.storeRelaxed(now);
  int64_t total = window * procs_;
  int64_t assists = assistTime_.loadRelaxed(), idle = idleTime_.loadRelaxed();  // what is added meanwhile comes next time
  assistTime_.fetchAddRelaxed(-assists);
  idleTime_.fetchAddRelaxed(-idle);
  idle += static_cast<int64_t>(idleProcs * static_cast<double>(window));
  int64_t gc = assists + static_cast<int64_t>(gcShare * static_cast<double>(total));
  total = std::max(total - idle, gc);  // Ps without work are nobody's
  flow(total - gc, gc);
}

void CpuLimiter::flow(int64_t mutatorTime, int64_t gcTime) {
  fill_ = std::clamp(fill_ + gcTime - mutatorTime, int64_t{0}, capacity_);
  full_.storeRelaxed(fill_ == capacity_);  // a hint
}

}  // namespace hood::rt
