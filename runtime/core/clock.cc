// Time: reading the OS's clocks.
// Mirrors:    src/runtime/time_nofake.go, time_fake.go. Book: 6.3.
// Differs:    see clock.h.

#include "runtime/core/clock.h"

#include <ctime>

namespace hood::rt {
namespace {

constexpr int64_t kSecond = 1'000'000'000;
constexpr int64_t kFakeEpoch = 1257894000;  // 2009-11-10 23:00:00 UTC, in seconds since 1970

int64_t read(clockid_t id) {
  timespec ts;
  clock_gettime(id, &ts);
  return int64_t{ts.tv_sec} * kSecond + ts.tv_nsec;
}

}  // namespace

int64_t Clock::realNanotime() { return read(CLOCK_MONOTONIC); }

int64_t Clock::cpuNanotime() { return read(CLOCK_PROCESS_CPUTIME_ID); }

WallTime Clock::walltime() const {
  int64_t t = virtual_ ? kFakeEpoch * kSecond + now_.loadRelaxed() : read(CLOCK_REALTIME);
  return {t / kSecond, static_cast<int32_t>(t % kSecond)};
}

}  // namespace hood::rt
