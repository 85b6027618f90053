// Time: the OS's clocks, or a virtual one that only moves when the scheduler says so.
// Mirrors:    src/runtime/time_nofake.go, time_fake.go. Book: 6.3.
// Differs:    virtual time is a mode of every VM, not a build tag.
// Invariants: nanotime() never goes back.
#pragma once

#include <cstdint>

#include "base/atomic.h"

namespace hood::rt {

struct WallTime {
  int64_t sec;  // since 1970
  int32_t nsec;
};

class Clock {
 public:
  // Virtual time starts at Go's fake epoch, 2009-11-10 23:00:00 UTC.
  explicit Clock(bool isVirtual = false) : virtual_(isVirtual) {}
  void setVirtual(bool on) { virtual_ = on; }
  bool isVirtual() const { return virtual_; }

  int64_t nanotime() const { return virtual_ ? now_.loadRelaxed() : realNanotime(); }
  WallTime walltime() const;
  // Virtual time goes forward by ns: the cost of what was simulated. No effect on real time.
  void advance(int64_t ns) {
    if (virtual_) now_.addOwned(ns);  // one thread runs in deterministic mode
  }
  // Virtual time goes forward to t, if that is later: nobody has anything to do before.
  void advanceTo(int64_t t) {
    if (virtual_ && t > now_.loadRelaxed()) now_.storeRelaxed(t);
  }

  // CPU time of the process; for gctrace.
  static int64_t realNanotime();
  static int64_t cpuNanotime();

 private:
  bool virtual_;
  Atomic<int64_t> now_{1};  // ns of virtual time since start
};

}  // namespace hood::rt
