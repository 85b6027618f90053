// The CPU limiter: a program whose heap does not fit its memory limit slows down, but does not stand still.
// Mirrors:    src/runtime/mgclimit.go. Book: 8.6.
// Differs:    idle Ps are counted when the limiter looks, not timed one by one.
//
//             A leaky bucket of a second for each P. CPU time that the collector takes from the program flows in, what is left to
//             the program flows out; so the bucket fills up only where the collector takes more than half. While it is full nobody
//             assists: the heap grows beyond its goal instead, and beyond GOMEMLIMIT.
//
// Invariants: 0 <= fill <= capacity.
// Locks:      update() is done by one thread at a time, who comes second leaves it; the rest is atomic.
#pragma once

#include <cstdint>

#include "base/atomic.h"

namespace hood::rt {

class CpuLimiter {
 public:
  static constexpr int64_t kCapacityPerProc = 1'000'000'000;
  static constexpr int64_t kUpdatePeriod = 10'000'000;

  // ---- REQUIRES a stopped world ----
  void reset(int64_t now, int32_t procs);
  // The pause that began at `start` is over; from now on the collector marks, or does not.
  void endPause(int64_t start, int64_t now, bool marking, int32_t procs);

  // ---- from anywhere ----
  void addAssistTime(int64_t ns) { assistTime_.fetchAddRelaxed(ns); }  // sums
  void addIdleTime(int64_t ns) { idleTime_.fetchAddRelaxed(ns); }
  // Takes into account what happened since this was last done, if that is a while ago. idleProcs: right now.
  void update(int64_t now, int32_t idleProcs);
  // Nobody is to assist. A hint.
  bool limiting() const { return full_.loadRelaxed(); }
  int64_t fill() const { return fill_; }  // for tests

 private:
  void account(int64_t now, double idleProcs, double gcShare);
  void flow(int64_t mutatorTime, int64_t gcTime);

  Atomic<bool> busy_{false};       // guards the four below
  Atomic<int64_t> lastUpdate_{0};  // also read as a hint
  int64_t fill_ = 0, capacity_ = kCapacityPerProc;
  int32_t procs_ = 1;
  bool marking_ = false;
  Atomic<bool> full_{false};
  Atomic<int64_t> assistTime_{0}, idleTime_{0};
};

}  // namespace hood::rt
