// Queues, goroutines, stacks, semaphores, timers: with scripted goroutines.
#include "runtime/sched/sched.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <thread>

#include "runtime/poll/timer.h"
#include "runtime/sched/script_test_vm.h"
#include "runtime/sched/sema.h"
#include "runtime/sched/stack.h"
#include "runtime/sched/work_sources.h"

namespace hood::rt::test {
namespace {

Step yield() {
  return [](G*, Slot*) { return Outcome::Yield; };
}

class SchedTest : public ::testing::Test {
 protected:
  ScriptVm t;
  std::vector<int64_t> log;
  Step note(int64_t v) {
    return [this, v](G*, Slot*) {
      log.push_back(v);
      return Outcome::Done;
    };
  }
};

TEST_F(SchedTest, TheLastStartedRunsFirst) {
  std::vector<Script*> all;
  for (int i = 0; i < 10; i++) all.push_back(t.script({note(i)}));
  EXPECT_EQ(t.run({yield(), yield()}, all), 0);
  EXPECT_EQ(log, (std::vector<int64_t>{9, 0, 1, 2, 3, 4, 5, 6, 7, 8}));
}

TEST_F(SchedTest, FullRingSpillsHalfToTheGlobalQueue) {
  std::vector<G> gs(kRunqSize + 10);
  P* pp = t.p0();
  Sched* s = t.vm.sched;
  for (uint32_t i = 0; i <= kRunqSize; i++) runqput(pp, &gs[i], false);
  EXPECT_EQ(s->runqsize.loadRelaxed(), static_cast<int32_t>(kRunqSize / 2 + 1));
  EXPECT_EQ(pp->runqtail.loadRelaxed() - pp->runqhead.loadRelaxed(), kRunqSize / 2);
  // The older half went first; nothing is lost.
  std::vector<G*> got;
  bool inherit;
  while (G* gp = runqget(pp, &inherit)) got.push_back(gp);
  while (G* gp = globrunqget(s, pp, 1)) got.push_back(gp);
  EXPECT_EQ(got.size(), kRunqSize + 1);
  EXPECT_EQ(got[0], &gs[kRunqSize / 2]);
  std::sort(got.begin(), got.end());
  EXPECT_EQ(std::unique(got.begin(), got.end()), got.end());
}

TEST_F(SchedTest, RunnextIsKickedOutToTheTail) {
  G a, b;
  P* pp = t.p0();
  runqput(pp, &a, true);
  runqput(pp, &b, true);
  bool inherit = false;
  EXPECT_EQ(runqget(pp, &inherit), &b);
  EXPECT_TRUE(inherit);
  EXPECT_EQ(runqget(pp, &inherit), &a);
  EXPECT_FALSE(inherit);
  EXPECT_TRUE(runqempty(pp));
}

TEST_F(SchedTest, StealingTakesHalf) {
  P thief;
  thief.vm = &t.vm;
  std::vector<G> gs(9);
  for (G& g : gs) runqput(t.p0(), &g, false);
  G* got = runqsteal(&thief, t.p0(), false);
  ASSERT_NE(got, nullptr);
  EXPECT_EQ(thief.runqtail.loadRelaxed() - thief.runqhead.loadRelaxed(), 4u);  // 5 of 9 taken, one returned
  EXPECT_EQ(t.p0()->runqtail.loadRelaxed() - t.p0()->runqhead.loadRelaxed(), 4u);
}

// The queue is written for many threads: an owner that puts and gets, thieves that steal. Every G comes out
// exactly once.
TEST_F(SchedTest, RunqIsSafeUnderRealThreads) {
  constexpr int kN = 20000;
  std::vector<G> gs(kN);
  std::vector<std::atomic<int>> seen(kN);
  P* owner = t.p0();
  std::atomic<bool> done{false};
  auto count = [&](G* gp) { seen[static_cast<size_t>(gp - gs.data())]++; };
  auto thieve = [&](P* pp) {
    bool inherit;
    for (bool last = false; !last;) {
      last = done.load();
      while (G* gp = runqsteal(pp, owner, true)) {  // a P steals only when its own queue is empty
        count(gp);
        while (G* own = runqget(pp, &inherit)) count(own);
      }
    }
  };
  P p1, p2;
  p1.vm = p2.vm = &t.vm;
  std::thread a(thieve, &p1), b(thieve, &p2);
  bool inherit;
  for (int i = 0; i < kN; i++) {
    runqput(owner, &gs[static_cast<size_t>(i)], i % 3 == 0);
    if (i % 2 == 0) {
      if (G* gp = runqget(owner, &inherit)) count(gp);
    }
  }
  done = true;
  a.join();
  b.join();
  while (G* gp = runqget(owner, &inherit)) count(gp);
  while (t.vm.sched->runqsize.loadRelaxed() > 0) {
    if (G* gp = globrunqget(t.vm.sched, owner, 1)) count(gp);
  }
  for (auto& n : seen) ASSERT_EQ(n.load(), 1);
}

// Two goroutines that ready each other for ever do not lock out the global queue.
TEST_F(SchedTest, GlobalQueueIsServedEvery61Ticks) {
  int64_t ticks = 0;
  bool stop = false;
  // Each local yield puts the goroutine on the local queue only.
  auto local = [&](G* gp, Slot*) {
    ticks++;
    gp->yieldLocal = true;
    return Outcome::Yield;
  };
  Script* a = t.script({local, loopTo(0, [&] { return !stop; })});
  Script* b = t.script({local, loopTo(0, [&] { return !stop; })});
  int64_t last = 0, longest = 0, rounds = 0;
  t.run({[&](G*, Slot*) { return last = ticks, Outcome::Yield; },  // to the global queue
         [&](G*, Slot*) {
           longest = std::max(longest, ticks - last);
           stop = ++rounds == 20;
           return Outcome::Done;
         },
         loopTo(1, [&] { return !stop; })},
        {a, b});
  EXPECT_EQ(longest, 61);
}

TEST_F(SchedTest, DeadGoroutinesAreReused) {
  int64_t started = 0;
  Script* child = t.script({});
  t.run({[&](G* gp, Slot*) {
           newproc(gp, child, nullptr);
           started++;
           return Outcome::Yield;
         },
         loopTo(1, [&] { return started < 5000; })});
  int64_t gs = 0;
  for (G* gp = t.vm.sched->allgsHead; gp != nullptr; gp = gp->alllink) gs++;
  EXPECT_LE(gs, 4);
  EXPECT_EQ(t.vm.sched->goidgen.loadRelaxed(), 5008u);  // 5001, in batches of 16
}

// ---- stacks ----

TEST_F(SchedTest, StackGrowsByDoublingAndMovesWhatPointsIntoIt) {
  t.run({[&](G* gp, Slot* w) {
    size_t before = stackSize(gp);
    for (int i = 0; i < 20; i++) w[i].i = i * 3;
    Sudog* sg = acquireSudog(gp->m->p);
    sg->elem = w + 5;
    sg->ok = w + 6;
    gp->waiting = sg;
    EXPECT_EQ(safepointSlow(gp, w + 1000), Safepoint::Continue);
    EXPECT_GE(stackSize(gp), 1000 * sizeof(Slot));
    EXPECT_EQ(stackSize(gp) & (stackSize(gp) - 1), 0u);
    EXPECT_GT(stackSize(gp), before);
    for (int i = 0; i < 20; i++) EXPECT_EQ(gp->fp[i].i, i * 3);
    EXPECT_EQ(static_cast<Slot*>(sg->elem), gp->fp + 5);
    EXPECT_EQ(sg->ok, gp->fp + 6);
    gp->waiting = nullptr;
    releaseSudog(gp->m->p, sg);
    // And back, step by step, as the collector would do.
    size_t large = stackSize(gp);
    shrinkstack(gp);
    EXPECT_EQ(stackSize(gp), large / 2);
    EXPECT_EQ(gp->fp[7].i, 21);
    return Outcome::Done;
  }});
}

TEST_F(SchedTest, LargeStacksAreRemapped) {
  t.run({[&](G* gp, Slot* w) {
    w[3].i = 99;
    for (size_t slots = 1 << 12; slots < 1 << 22; slots *= 4) {
      EXPECT_EQ(safepointSlow(gp, gp->fp + slots), Safepoint::Continue);
      gp->fp[slots - 1].i = 5;
      EXPECT_EQ(gp->fp[3].i, 99);
    }
    return Outcome::Done;
  }});
}

TEST_F(SchedTest, StackOverflowIsFatal) {
  auto die = [&] {
    FdWriter err(2);
    t.vm.err = &err;
    t.run({[&](G* gp, Slot*) {
      for (size_t slots = 1 << 10;; slots *= 2) safepointSlow(gp, gp->fp + slots);
      return Outcome::Done;
    }});
  };
  EXPECT_EXIT(die(), ::testing::ExitedWithCode(2),
              "runtime: goroutine stack exceeds 1000000000-byte limit\nfatal error: stack overflow");
}

TEST_F(SchedTest, PreemptionSetsTheTrapAndYields) {
  t.run({[&](G* gp, Slot* w) {
    EXPECT_EQ(safepointSlow(gp, w), Safepoint::Continue);
    EXPECT_NE(gp->stackLimit.load(), 0u);
    preemptone(gp);
    EXPECT_EQ(gp->stackLimit.load(), 0u);
    gp->m->locks++;  // pinned: not now
    EXPECT_EQ(safepointSlow(gp, w), Safepoint::Continue);
    EXPECT_EQ(gp->stackLimit.load(), 0u);
    gp->m->locks--;
    EXPECT_EQ(safepointSlow(gp, w), Safepoint::Preempt);
    EXPECT_NE(gp->stackLimit.load(), 0u);
    return Outcome::Done;
  }});
}

TEST(StackStress, EverySafepointMovesTheStack) {
  Knobs knobs;
  knobs.stackstress = true;
  ScriptVm t(knobs);
  t.run({[&](G* gp, Slot* w) {
    EXPECT_EQ(gp->stackLimit.load(), 0u);
    w[2].i = 77;
    Slot* before = gp->stackLo;
    safepointSlow(gp, w);
    EXPECT_NE(gp->stackLo, before);
    EXPECT_EQ(gp->fp[2].i, 77);
    return Outcome::Done;
  }});
}

// ---- semaphores ----

TEST_F(SchedTest, SemaphoreWaitersAreServedInOrderAndLifoFirst) {
  uint32_t sema = 0;
  auto acquire = [&](bool lifo) -> Step {
    return [&sema, lifo](G* gp, Slot*) { return semacquire(gp, &sema, lifo, WaitReason::Semacquire); };
  };
  auto release = [&](bool handoff) -> Step {
    return [&sema, handoff](G* gp, Slot*) { return semrelease(gp, &sema, handoff); };
  };
  Script* a = t.script({acquire(false), note(1)});
  Script* b = t.script({acquire(false), note(2)});
  Script* c = t.script({yield(), acquire(true), note(3)});
  t.run({yield(), yield(), yield(), release(true), release(true), release(true), note(9), release(false), acquire(false),
         note(10)},
        {b, a, c});
  // c came last but stands first; a ran before b (the one started later runs first… after c).
  EXPECT_EQ(log, (std::vector<int64_t>{3, 2, 1, 9, 10}));
  EXPECT_EQ(sema, 0u);
}

TEST_F(SchedTest, SemaphoresOfManyAddresses) {
  // More addresses than roots, so that some share one.
  std::vector<uint32_t> semas(2000);
  std::vector<Script*> waiters;
  for (size_t i = 0; i < semas.size(); i++) {
    waiters.push_back(
        t.script({[&semas, i](G* gp, Slot*) { return semacquire(gp, &semas[i], false, WaitReason::Semacquire); },
                  note(static_cast<int64_t>(i))}));
  }
  size_t next = 0;
  t.run({yield(), [&](G* gp, Slot*) { return semrelease(gp, &semas[semas.size() - 1 - next++], false); },
         loopTo(2, [&] { return next < semas.size(); }), yield(), yield(),
         loopTo(4, [&] { return log.size() < semas.size(); })},
        waiters);
  std::sort(log.begin(), log.end());
  for (size_t i = 0; i < log.size(); i++) ASSERT_EQ(log[i], static_cast<int64_t>(i));
  for (uint32_t s : semas) ASSERT_EQ(s, 0u);
}

// All addresses in one root's tree; they go in random order.
TEST_F(SchedTest, SemaphoreTree) {
  constexpr size_t kAddresses = 300, kWaiters = 4, kStride = SemaTable::kSize * 2;  // words between addresses of one root
  std::vector<uint32_t> semas(kAddresses * kStride);
  DecisionStream r(5);
  std::vector<Script*> waiters;
  std::vector<uint32_t*> releases;
  for (size_t i = 0; i < kAddresses * kWaiters; i++) {
    uint32_t* addr = &semas[i % kAddresses * kStride];
    releases.push_back(addr);
    waiters.push_back(t.script(
        {[=](G* gp, Slot*) { return semacquire(gp, addr, false, WaitReason::Semacquire); }, note(static_cast<int64_t>(i))}));
  }
  for (size_t i = releases.size(); i > 1; i--) std::swap(releases[i - 1], releases[r.below(static_cast<uint32_t>(i))]);
  size_t next = 0;
  t.run(
      {yield(), yield(), [&](G* gp, Slot*) { return semrelease(gp, releases[next++], false); },
       loopTo(2, [&] { return next < releases.size(); }), yield(), loopTo(4, [&] { return log.size() < releases.size(); })},
      waiters);
  std::vector<size_t> order(log.begin(), log.end());
  ASSERT_EQ(order.size(), waiters.size());
  std::sort(order.begin(), order.end());
  for (size_t i = 0; i < order.size(); i++) ASSERT_EQ(order[i], i);
  for (uint32_t s : semas) ASSERT_EQ(s, 0u);
  for (const SemaRoot& root : t.vm.sched->sema->roots) ASSERT_EQ(root.treap, nullptr);
}

TEST_F(SchedTest, NotifyList) {
  NotifyList l{};
  auto wait = [&](int64_t id) {
    return t.script({[&](G* gp, Slot* w) {
                       w[0].u = notifyListAdd(&l);
                       return notifyListWait(gp, &l, static_cast<uint32_t>(w[0].u));
                     },
                     note(id)});
  };
  auto one = [&](G* gp, Slot*) { return notifyListNotifyOne(gp, &l), Outcome::Done; };
  auto all = [&](G* gp, Slot*) { return notifyListNotifyAll(gp, &l), Outcome::Done; };
  t.run({one, yield(), yield(), one, yield(), yield(), note(100), all, yield(), yield(), note(101)},
        {wait(1), wait(2), wait(3), wait(4)});
  // 4 runs first of the started ones, so it has the first ticket. The notify before anybody waited did
  // nothing.
  EXPECT_EQ(log, (std::vector<int64_t>{4, 100, 3, 1, 2, 101}));
}

// ---- timers ----

TEST_F(SchedTest, SleepersWakeInOrderInVirtualTime) {
  std::vector<Script*> all;
  DecisionStream r(3);
  std::vector<int64_t> durations;
  for (int i = 0; i < 500; i++) {
    auto d = static_cast<int64_t>(1 + r.below(1'000'000'000));
    durations.push_back(d);
    all.push_back(t.script({[d](G* gp, Slot*) { return timeSleep(gp, d); }, note(d)}));
  }
  int64_t start = t.vm.clock.nanotime();
  t.run({[](G* gp, Slot*) { return timeSleep(gp, 2'000'000'000); }}, all);
  EXPECT_TRUE(std::is_sorted(log.begin(), log.end()));
  EXPECT_EQ(log.size(), 500u);
  EXPECT_GE(t.vm.clock.nanotime() - start, 2'000'000'000);
  EXPECT_LT(t.vm.clock.nanotime() - start, 2'100'000'000);
}

TEST_F(SchedTest, TimerHeapAgainstModel) {
  P* pp = t.p0();
  DecisionStream r(11);
  std::vector<Timer> timers(300);
  std::deque<Script> fns;
  std::vector<bool> active(timers.size());
  for (int i = 0; i < 20000; i++) {
    size_t k = r.below(static_cast<uint32_t>(timers.size()));
    Timer& x = timers[k];
    switch (r.below(3)) {
      case 0: {
        bool was = resettimer(pp, &x, 1 + static_cast<int64_t>(r.below(1'000'000)), 0);
        ASSERT_EQ(was, active[k]);
        active[k] = true;
        break;
      }
      default: ASSERT_EQ(deltimer(&x), active[k]); active[k] = false;
    }
    int64_t least = 0;
    for (size_t j = 0; j < timers.size(); j++) {
      if (active[j] && (least == 0 || timers[j].when < least)) least = timers[j].when;
    }
    ASSERT_EQ(pp->timer0When.loadRelaxed(), least);
  }
  for (Timer& x : timers) deltimer(&x);
}

TEST_F(SchedTest, TickerLeavesMissedTicksOut) {
  Script* fn = t.script({note(1)});
  P* pp = t.p0();
  Timer x{};
  x.when = 100;
  x.period = 100;
  x.f = fn;
  addtimer(pp, &x);
  int64_t now = 450;
  bool ran = false;
  EXPECT_EQ(checkTimers(pp, pp, &now, &ran), 500);
  EXPECT_TRUE(ran);
  EXPECT_EQ(gcount(&t.vm), 1);
  EXPECT_TRUE(deltimer(&x));
  EXPECT_FALSE(deltimer(&x));
}

}  // namespace
}  // namespace hood::rt::test
