// The scheduler on real threads, with scripted goroutines. Each test is a process of its own, which its main goroutine ends:
// on whichever thread that happens to be.
#include <gtest/gtest.h>

#include <atomic>
#include <unistd.h>

#include "runtime/gc/cycle.h"
#include "runtime/poll/netpoll.h"
#include "runtime/poll/timer.h"
#include "runtime/sched/script_test_vm.h"
#include "runtime/sched/sema.h"
#include "runtime/sched/stw.h"

namespace hood::rt::test {
namespace {

constexpr int kOk = 17;

Step yield() {
  return [](G*, Slot*) { return Outcome::Yield; };
}
Step doing(std::function<void(G*)> f) {
  return [f](G* gp, Slot*) {
    f(gp);
    return Outcome::Done;
  };
}

// Runs main and the others, then check(); exits with kOk if that holds. The steps of main count from 1: ScriptVm puts one in
// front that starts the others.
void runParallel(ScriptVm& t, std::vector<Step> mainSteps, std::vector<Script*> others, std::function<bool()> check) {
  mainSteps.push_back(doing([check](G*) { _exit(check() ? kOk : 1); }));
  t.run(std::move(mainSteps), std::move(others));
  _exit(2);  // main ends the process itself
}

class ParallelSched : public ::testing::Test {
 protected:
  void SetUp() override { GTEST_FLAG_SET(death_test_style, "threadsafe"); }
};

[[noreturn]] void everyGoroutineRunsToItsEnd() {
  ScriptVm t({}, 4);
  std::atomic<int> count{0};
  std::vector<Script*> all;
  for (int i = 0; i < 500; i++) {
    auto left = std::make_shared<int>(20);
    all.push_back(t.script({doing([&count, left](G*) { count++; }), yield(), loopTo(0, [left] { return --*left > 0; })}));
  }
  runParallel(t, {yield(), loopTo(1, [&] { return count.load() < 500 * 20; })}, all, [&] { return true; });
  _exit(2);
}
TEST_F(ParallelSched, EveryGoroutineRunsToItsEnd) {
  EXPECT_EXIT(everyGoroutineRunsToItsEnd(), ::testing::ExitedWithCode(kOk), "");
}

// Two goroutines hand a unit to and fro through semaphores, while others spin: no wake-up is lost.
[[noreturn]] void noWakeupIsLost() {
  ScriptVm t({}, 3);
  static uint32_t sema[2] = {0, 0};
  static std::atomic<int> done{0};
  std::vector<Script*> all;
  for (int me = 0; me < 2; me++) {
    auto left = std::make_shared<int>(20000);
    all.push_back(t.script({[me](G* gp, Slot*) { return semrelease(gp, &sema[1 - me], false); },
                            [me](G* gp, Slot*) { return semacquire(gp, &sema[me], false, WaitReason::Semacquire); },
                            loopTo(0, [left] { return --*left > 0; }), doing([](G*) { done++; })}));
  }
  auto nap = [](G* gp, Slot*) { return timeSleep(gp, 1'000'000); };
  runParallel(t, {nap, loopTo(1, [] { return done.load() < 2; })}, all, [] { return true; });
  _exit(2);
}
TEST_F(ParallelSched, NoWakeupIsLost) { EXPECT_EXIT(noWakeupIsLost(), ::testing::ExitedWithCode(kOk), ""); }

// While the world is stopped nobody moves; afterwards everybody goes on. The number of Ps changes on the way.
[[noreturn]] void theWorldStopsAndGoesOn() {
  ScriptVm t({}, 4);
  static std::atomic<int> ticks{0};
  static bool moved = false;
  std::vector<Script*> all;
  for (int i = 0; i < 8; i++) {
    // A script looks at the trap between its steps, as the interpreter does at calls.
    all.push_back(t.script({[](G* gp, Slot*) {
                              ticks++;
                              if (gp->vm->sched->gcwaiting.loadSeqCst()) return Outcome::Yield;
                              return Outcome::Done;
                            },
                            loopTo(0, [] { return ticks.load() < 200000; })}));
  }
  auto left = std::make_shared<int>(50);
  auto stop = [left](G* gp, Slot*) {
    StoppedWorld world(gp->vm);
    if (!world.stopped()) return retryLater(gp);
    int before = ticks.load();
    usleep(100);
    moved = moved || ticks.load() != before;
    world.setProcs(1 + *left % 5);
    return Outcome::Done;
  };
  runParallel(t, {stop, loopTo(1, [left] { return --*left > 0; }), yield(), loopTo(3, [] { return ticks.load() < 200000; })},
              all, [] { return !moved; });
  _exit(2);
}
TEST_F(ParallelSched, TheWorldStopsAndGoesOn) { EXPECT_EXIT(theWorldStopsAndGoesOn(), ::testing::ExitedWithCode(kOk), ""); }

// In a system call the P is free for others, even the only one; and the way back leads through the queue.
[[noreturn]] void systemCallsGiveTheirPAway() {
  ScriptVm t({}, 1);
  static int ends[2];
  static std::atomic<bool> through{false};
  if (pipe(ends) != 0) _exit(3);
  Script* reader = t.script({doing([](G* gp) {
    char c;
    entersyscall(gp);
    ssize_t n = read(ends[0], &c, 1);
    exitsyscall(gp);
    through = n == 1;
  })});
  auto left = std::make_shared<int>(1000);
  runParallel(t,
              {yield(), loopTo(1, [left] { return --*left > 0; }), doing([](G*) { (void)!write(ends[1], "x", 1); }), yield(),
               loopTo(4, [] { return !through.load(); })},
              {reader}, [] { return true; });
  _exit(2);
}
TEST_F(ParallelSched, SystemCallsGiveTheirPAway) {
  EXPECT_EXIT(systemCallsGiveTheirPAway(), ::testing::ExitedWithCode(kOk), "");
}

// Goroutines that wait for pipes hold no thread, and are woken by what comes in.
[[noreturn]] void pollerWakesWaiters() {
  ScriptVm t({}, 2);
  constexpr int kPipes = 50;
  static int ends[kPipes][2];
  static PollDesc* pds[kPipes];
  static std::atomic<int> woken{0};
  std::vector<Script*> all;
  for (int i = 0; i < kPipes; i++) {
    int error = 0;
    if (pipe(ends[i]) != 0) _exit(3);
    pds[i] = pollOpen(&t.vm, ends[i][0], &error);
    if (pds[i] == nullptr) _exit(4);
    all.push_back(t.script({[i](G* gp, Slot*) {
                              PollError e;
                              return pollWait(gp, pds[i], PollMode::Read, &e);
                            },
                            doing([](G*) { woken++; })}));
  }
  auto nap = [](G* gp, Slot*) { return timeSleep(gp, 2'000'000); };
  auto feed = doing([](G* gp) {
    if (gp->vm->sched->mcount > 10) _exit(5);
    for (auto& e : ends) (void)!write(e[1], "x", 1);
  });
  runParallel(t, {nap, feed, nap, loopTo(3, [] { return woken.load() < kPipes; })}, all, [] { return true; });
  _exit(2);
}
TEST_F(ParallelSched, PollerWakesWaiters) { EXPECT_EXIT(pollerWakesWaiters(), ::testing::ExitedWithCode(kOk), ""); }

[[noreturn]] void deadlockIsReportedWhenTheLastThreadGoesIdle() {
  ScriptVm t({}, 4);
  FdWriter err(2);
  t.vm.err = &err;
  auto wait = [](G* gp, Slot*) {
    gopark(gp, nullptr, nullptr, WaitReason::ChanReceive);
    return Outcome::Park;
  };
  std::vector<Script*> all;
  for (int i = 0; i < 20; i++) all.push_back(t.script({yield(), wait}));
  t.run({wait}, all);
  _exit(2);
}
TEST_F(ParallelSched, DeadlockIsReportedWhenTheLastThreadGoesIdle) {
  EXPECT_EXIT(deadlockIsReportedWhenTheLastThreadGoesIdle(), ::testing::ExitedWithCode(2),
              "fatal error: all goroutines are asleep - deadlock!");
}

}  // namespace
}  // namespace hood::rt::test
