// Channels and select, with scripted goroutines.
#include "runtime/lang/chan.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "runtime/lang/panic.h"
#include "runtime/lang/select.h"
#include "runtime/sched/script_test_vm.h"

namespace hood::rt::test {
namespace {

class ChanTest : public ::testing::Test {
 protected:
  Types types;
  Type intChan = Types::chanOf(&types.int64);
  Type byteChan = Types::chanOf(&types.int8);
  Type stringChan = Types::chanOf(&types.string);
  Type emptyChan = Types::chanOf(&types.empty);
  ScriptVm t;
  std::vector<int64_t> log;

  Hchan* make(const Type& type, int64_t size) {
    Slot out;
    EXPECT_EQ(makechan(t.g0(), &type, size, &out), Outcome::Done);
    return static_cast<Hchan*>(out.p);
  }
  static Step send(Hchan* c, int64_t v) {
    return [=](G* gp, Slot* w) {
      w[1].i = v;
      return chansend(gp, c, w + 1);
    };
  }
  static Step recv(Hchan* c) {
    return [=](G* gp, Slot* w) { return chanrecv(gp, c, w, w + 1); };
  }
  Step note() {
    return [this](G*, Slot* w) {
      log.push_back(w[0].i);
      log.push_back(w[1].i);
      return Outcome::Done;
    };
  }
  static Step close(Hchan* c) {
    return [=](G* gp, Slot*) { return closechan(gp, c); };
  }
  static Step yield() {
    return [](G*, Slot*) { return Outcome::Yield; };
  }
};

TEST_F(ChanTest, UnbufferedHandsOverDirectly) {
  Hchan* c = make(intChan, 0);
  Script* sender = t.script({send(c, 7), send(c, 8)});
  EXPECT_EQ(t.run({recv(c), note(), recv(c), note()}, {sender}), 0);
  EXPECT_EQ(log, (std::vector<int64_t>{7, 1, 8, 1}));
}

TEST_F(ChanTest, ReceiversAreServedInOrder) {
  Hchan* c = make(intChan, 0);
  std::vector<Script*> receivers;
  for (int i = 0; i < 4; i++) {
    receivers.push_back(t.script({recv(c), [this, i](G*, Slot* w) {
                                    log.push_back(i * 100 + w[0].i);
                                    return Outcome::Done;
                                  }}));
  }
  // The first pass parks all receivers; they wait in the order in which they came to run: last started first,
  // then the rest.
  EXPECT_EQ(t.run({yield(), send(c, 0), send(c, 1), send(c, 2), send(c, 3), yield()}, receivers), 0);
  std::sort(log.begin(), log.end(), [](int64_t a, int64_t b) { return a % 100 < b % 100; });
  EXPECT_EQ(log, (std::vector<int64_t>{300, 1, 102, 203}));
}

TEST_F(ChanTest, BufferedKeepsOrderAcrossFullAndEmpty) {
  Hchan* c = make(intChan, 3);
  auto n = std::make_shared<int64_t>(0);
  Script* sender = t.script({[=](G* gp, Slot* w) {
                               w[1].i = (*n)++;
                               return chansend(gp, c, w + 1);
                             },
                             loopTo(0, [=] { return *n < 100; }), close(c)});
  auto expect = std::make_shared<int64_t>(0);
  auto done = std::make_shared<bool>(false);
  t.run({recv(c),
         [=](G*, Slot* w) {
           if (w[1].u == 0) {
             *done = true;
           } else {
             EXPECT_EQ(w[0].i, (*expect)++);
           }
           return Outcome::Done;
         },
         loopTo(1, [=] { return !*done; })},
        {sender});
  EXPECT_EQ(*expect, 100);
  EXPECT_TRUE(sender->exited);
}

TEST_F(ChanTest, CloseWakesEverybody) {
  Hchan* c = make(intChan, 0);
  Hchan* d = make(intChan, 0);
  Script* receiver = t.script({recv(c), note()});
  Script* sender = t.script({send(d, 1)});
  t.run({yield(), close(c), close(d), yield(), yield()}, {receiver, sender});
  EXPECT_EQ(log, (std::vector<int64_t>{0, 0}));
  EXPECT_TRUE(receiver->exited);
  EXPECT_EQ(sender->panic, "send on closed channel");
}

TEST_F(ChanTest, Panics) {
  Hchan* c = make(intChan, 1);
  Script* a = t.script({close(c), close(c)});
  Script* b = t.script({send(c, 1)});
  Script* n = t.script({close(nullptr)});
  t.run({yield(), yield()}, {b, n, a});
  EXPECT_EQ(a->panic, "close of closed channel");
  EXPECT_EQ(b->panic, "send on closed channel");
  EXPECT_EQ(n->panic, "close of nil channel");
  Slot out;
  EXPECT_EQ(makechan(t.g0(), &intChan, -1, &out), Outcome::Panic);
  EXPECT_EQ(makechan(t.g0(), &intChan, int64_t{1} << 60, &out), Outcome::Panic);
  EXPECT_EQ(view(*static_cast<GoString*>(t.g0()->panicking.data)), "makechan: size out of range");
}

TEST_F(ChanTest, ClosedChannelFirstGivesItsBuffer) {
  Hchan* c = make(byteChan, 2);
  t.run({send(c, -5), send(c, 6), close(c), recv(c), note(), recv(c), note(), recv(c), note()});
  EXPECT_EQ(log, (std::vector<int64_t>{-5, 1, 6, 1, 0, 0}));  // -5: extended to the slot
}

TEST_F(ChanTest, ValuesOfNoSizeAndOfTwoWords) {
  Hchan* c = make(emptyChan, 0);
  Hchan* s = make(stringChan, 1);
  Script* other = t.script({send(c, 0), [=](G* gp, Slot* w) {
                              putString(w + 4, gostring(gp, "hello"));
                              return chansend(gp, s, w + 4);
                            }});
  std::string got;
  t.run({[=](G* gp, Slot* w) { return chanrecv(gp, c, w, w + 1); },
         [=](G* gp, Slot* w) { return chanrecv(gp, s, w + 2, w + 4); },
         [&](G*, Slot* w) {
           got = std::string(view(asString(w + 2)));
           return Outcome::Done;
         }},
        {other});
  EXPECT_EQ(got, "hello");
}

// ---- select ----

struct Case {
  Hchan* c;
  bool send;
  int64_t value;
};
Step select(std::vector<Case> cases, bool hasDefault) {
  return [=](G* gp, Slot* w) {
    w[2].i = static_cast<int64_t>(cases.size());
    auto at = static_cast<int64_t>(3 + 2 * cases.size());
    for (size_t i = 0; i < cases.size(); i++) {
      w[3 + 2 * i].p = cases[i].c;
      w[4 + 2 * i].i = at << 1 | !cases[i].send;
      w[at++].i = cases[i].send ? cases[i].value : 0;
    }
    return selectgo(gp, w, hasDefault);
  };
}

TEST_F(ChanTest, SelectDefaultAndReadyCases) {
  Hchan* a = make(intChan, 1);
  Hchan* b = make(intChan, 1);
  t.run({select({{a, false, 0}, {b, false, 0}, {nullptr, true, 1}}, true), note(),  // nothing ready
         send(b, 5), select({{a, false, 0}, {b, false, 0}}, false), note(),
         [this](G*, Slot* w) {
           log.push_back(w[8].i);
           return Outcome::Done;
         },
         select({{a, true, 9}}, true), note(), recv(a), note()});
  EXPECT_EQ(log, (std::vector<int64_t>{-1, 0, 1, 1, 5, 0, 0, 9, 1}));
}

TEST_F(ChanTest, SelectWaitsAndLeavesTheOtherQueues) {
  Hchan* a = make(intChan, 0);
  Hchan* b = make(intChan, 0);
  Script* sender = t.script({send(b, 42)});
  t.run({select({{a, false, 0}, {b, false, 0}, {a, true, 1}}, false), note(),
         [&](G*, Slot* w) {
           log.push_back(w[10].i);
           return Outcome::Done;
         }},
        {sender});
  EXPECT_EQ(log, (std::vector<int64_t>{1, 1, 42}));
  EXPECT_EQ(a->recvq.first, nullptr);
  EXPECT_EQ(a->sendq.first, nullptr);
}

TEST_F(ChanTest, SelectSendPanicsWhenClosedMeanwhile) {
  Hchan* a = make(intChan, 0);
  Hchan* b = make(intChan, 0);
  Script* s = t.script({select({{a, true, 1}, {b, false, 0}}, false)});
  Script* r = t.script({select({{b, false, 0}}, false), note()});
  // Twice: the first time, the scheduler looks at the global queue first, where main is.
  t.run({yield(), yield(), close(a), close(b), yield(), yield()}, {s, r});
  EXPECT_EQ(s->panic, "send on closed channel");
  EXPECT_TRUE(r->exited);
  EXPECT_EQ(log, (std::vector<int64_t>{0, 0}));
}

TEST_F(ChanTest, SelectIsFair) {
  Hchan* a = make(intChan, 1);
  Hchan* b = make(intChan, 1);
  int counts[2] = {0, 0};
  int rounds = 0;
  t.run({send(a, 1), send(b, 1), select({{a, false, 0}, {b, false, 0}}, false),
         [&](G* gp, Slot* w) {
           counts[w[0].i]++;
           Hchan* refill = w[0].i == 0 ? a : b;
           w[20].i = 1;
           return chansend(gp, refill, w + 20);
         },
         loopTo(3, [&] { return ++rounds < 10000; })});
  EXPECT_NEAR(counts[0], 5000, 200);
  EXPECT_EQ(counts[0] + counts[1], 10000);
}

// Every goroutine selects sends and receives over the same channels in another order: nobody locks up,
// nothing is lost.
TEST_F(ChanTest, SelectStorm) {
  std::vector<Hchan*> chans;
  for (int i = 0; i < 5; i++) chans.push_back(make(intChan, i % 2));
  int64_t sent = 0, received = 0, ops = 0;
  std::vector<Script*> all;
  for (int g = 0; g < 8; g++) {
    std::vector<Case> cases;
    for (int i = 0; i < 5; i++)
      cases.push_back({chans[static_cast<size_t>((i * (g + 1) + g) % 5)], (g + i) % 2 == 0, g * 10 + i});
    auto n = static_cast<int64_t>(cases.size());
    all.push_back(t.script({select(cases, false),
                            [=, &sent, &received, &ops](G*, Slot* w) {
                              ops++;
                              int64_t i = w[0].i;
                              int64_t v = w[3 + 2 * n + i].i;
                              (cases[static_cast<size_t>(i)].send ? sent : received) += v + 1000;
                              return Outcome::Done;
                            },
                            loopTo(0, [&] { return ops < 20000; })}));
  }
  t.run({yield(), loopTo(1, [&] { return ops < 20000; })}, all);
  int64_t buffered = 0;
  for (Hchan* c : chans) {
    for (int64_t i = 0; i < c->qcount.loadRelaxed(); i++) {
      buffered += static_cast<int64_t*>(c->buf)[(c->recvx + i) % c->dataqsiz] + 1000;
    }
  }
  // What was handed over but not yet counted by its receiver (or sender) is at most one value each.
  EXPECT_GE(ops, 20000);
  EXPECT_LE(std::abs(sent - received - buffered), 8 * 1100);
}

TEST_F(ChanTest, DeadlockReportsWaitReasons) {
  Hchan* c = make(intChan, 0);
  auto die = [&] {
    Script* nilRecv = t.script({recv(nullptr)});
    Script* sel = t.script({[](G* gp, Slot*) { return block(gp); }});
    FdWriter err(2);
    t.vm.err = &err;
    t.run({send(c, 1)}, {nilRecv, sel});
  };
  EXPECT_EXIT(die(), ::testing::ExitedWithCode(2),
              "fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 \\[chan "
              "send\\]:\nscript\\(...\\)\n\n"
              "goroutine 2 \\[chan receive \\(nil chan\\)\\]:\nscript\\(...\\)\n\n"
              "goroutine 3 \\[select \\(no cases\\)\\]:");
}

TEST_F(ChanTest, GoexitOfMainLeavesTheOthers) {
  auto die = [&] {
    FdWriter err(2);
    t.vm.err = &err;
    Script* other = t.script({yield(), yield()});
    t.run({[](G*, Slot*) { return Outcome::Exit; }}, {other});
  };
  EXPECT_EXIT(die(), ::testing::ExitedWithCode(2), "no goroutines \\(main called runtime.Goexit\\) - deadlock!");
}

}  // namespace
}  // namespace hood::rt::test
