// Bubbles: goroutines with a clock of their own, which goes on when all of them wait for each other (testing/synctest).
// Mirrors:    src/runtime/synctest.go. Book: 6.3.
// Differs:    channels of other goroutines may be used from outside of the bubble; waiting for what is outside is not durable.
// Invariants: running counts the goroutines of a bubble that are not durably blocked: those that only a goroutine of the
//             bubble, or its clock, can wake. When it gets to 0, who waits in synctest.Wait goes on, else the root, which
//             lets the clock go on. The root is not of the bubble. now changes only while running is 0 and nobody is in Wait.
//             A Bubble is kept for ever: an M may still look at one whose last goroutine has gone.
// Locks:      Bubble::lock (rank Bubble): the heap of what the clock will wake.
// Try:        hood run testdata/stdlib/testing_synctest.go
#pragma once

#include <cstdint>
#include <vector>

#include "base/annotations.h"
#include "base/atomic.h"
#include "runtime/core/mutex.h"
#include "runtime/core/outcome.h"

namespace hood::rt {

struct G;
struct P;

// What happens at an instant: a goroutine that sleeps goes on, or a timer of the Go side fires.
struct BubbleWake {
  int64_t when;
  uint64_t order;  // of those at one instant
  G* g;            // or nullptr:
  int64_t timer;
};

struct Bubble {
  static constexpr int64_t kEpoch = 946'684'800;  // seconds: 2000-01-01

  Atomic<int64_t> running{0};
  Atomic<int64_t> total{0};    // goroutines
  Atomic<int64_t> now{0};      // ns since kEpoch
  Atomic<G*> root{nullptr};    // while it waits
  Atomic<G*> waiter{nullptr};  // in synctest.Wait
  Mutex lock{LockRank::Bubble};
  std::vector<BubbleWake> wakes HOOD_GUARDED_BY(lock);  // a heap, the earliest first
  uint64_t lastOrder HOOD_GUARDED_BY(lock) = 0;
};

// gp is new: it is of b, and running.
void bubbleJoin(G* gp, Bubble* b);
// gp has ended.
void bubbleLeave(P* pp, G* gp);
// gp is about to wait. Whether it waits durably; then it is not running any more, and bubbleParked() must follow.
bool bubbleBlocks(G* gp);
// It waits, or does not after all; it may be running elsewhere already.
void bubbleParked(P* pp, Bubble* b, G* gp, bool parked);

// ---- of the goroutine that calls ----
Outcome bubbleSleep(G* gp, int64_t ns);
Outcome bubbleWait(G* gp);
// The root waits until nobody runs or waits in Wait.
Outcome bubbleWaitIdle(G* gp, Bubble* b);
// Adds the firing of a timer.
void bubbleAddTimer(Bubble* b, int64_t when, int64_t timer);
// The earliest wake. false: there is none.
bool bubbleNext(Bubble* b, BubbleWake* next);
// Takes it out. If it counts, the clock goes on to it, and its goroutine too.
void bubbleTake(P* pp, Bubble* b, bool counts);

}  // namespace hood::rt
