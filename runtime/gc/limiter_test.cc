// Tests of the CPU limiter: when it says that nobody is to assist.
#include "runtime/gc/limiter.h"

#include <gtest/gtest.h>

namespace hood::rt {
namespace {

constexpr int64_t kMs = 1'000'000;

struct Limited {
  CpuLimiter limiter;
  int64_t now = 1;
  explicit Limited(int32_t procs) {
    limiter.reset(now, procs);
    limiter.endPause(now, now, true, procs);
  }
  void run(int64_t ms, int64_t assist, int32_t idle = 0) {
    for (int64_t t = 0; t < ms; t += 10) {
      now += 10 * kMs;
      limiter.addAssistTime(assist * 10 * kMs / 100);  // percent of a P
      limiter.update(now, idle);
    }
  }
};

TEST(CpuLimiter, BackgroundMarkingAloneFillsNothing) {
  Limited l(4);
  l.run(10'000, 0);
  EXPECT_EQ(l.limiter.fill(), 0);
  EXPECT_FALSE(l.limiter.limiting());
}

TEST(CpuLimiter, FillsWhenTheCollectorTakesMoreThanHalf) {
  Limited l(2);  // 25 % in the background, and assists with 1.4 Ps of 2: 95 %
  l.run(1000, 140);
  EXPECT_FALSE(l.limiter.limiting());
  l.run(2000, 140);
  EXPECT_TRUE(l.limiter.limiting());
  l.run(100, 0);
  EXPECT_FALSE(l.limiter.limiting());
  EXPECT_GT(l.limiter.fill(), 0);
}

TEST(CpuLimiter, IdleProcsAreNotTheProgramsTime) {
  Limited busy(2), idle(2);
  busy.run(3000, 60);  // 0.5 + 0.6 of 2
  EXPECT_FALSE(busy.limiter.limiting());
  idle.run(3000, 60, 1);  // of 1
  EXPECT_TRUE(idle.limiter.limiting());
}

TEST(CpuLimiter, PausesCountForAllProcs) {
  Limited l(2);
  l.limiter.endPause(l.now, l.now + 500 * kMs, false, 2);
  EXPECT_EQ(l.limiter.fill(), 1000 * kMs);
  l.limiter.endPause(l.now + 500 * kMs, l.now + 1500 * kMs, false, 2);
  EXPECT_TRUE(l.limiter.limiting());
}

}  // namespace
}  // namespace hood::rt
