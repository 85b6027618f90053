// Bubbles: who runs, who waits, and what the clock wakes.
// Mirrors:    src/runtime/synctest.go. Book: 6.3.
// Differs:    see bubble.h.
// Locks:      see bubble.h.
// Try:        hood run testdata/stdlib/testing_synctest.go
#include "runtime/sched/bubble.h"

#include <algorithm>
#include <limits>

#include "runtime/lang/chan.h"
#include "runtime/sched/sched.h"

namespace hood::rt {
namespace {

bool later(const BubbleWake& a, const BubbleWake& b) { return a.when != b.when ? a.when > b.when : a.order > b.order; }

void addWake(Bubble* b, int64_t when, G* g, int64_t timer) {
  LockGuard guard(b->lock);
  b->wakes.push_back({when, ++b->lastOrder, g, timer});
  std::push_heap(b->wakes.begin(), b->wakes.end(), later);
}

// Only goroutines of the bubble, or its clock, can end this.
bool isDurable(const G* gp) {
  switch (static_cast<WaitReason>(gp->waitReason)) {
    case WaitReason::Sleep:
    case WaitReason::ChanReceiveNilChan:
    case WaitReason::ChanSendNilChan:
    case WaitReason::SelectNoCases:
    case WaitReason::Semacquire:  // a WaitGroup's
    case WaitReason::SyncCondWait:
    case WaitReason::SynctestWait: return true;
    case WaitReason::ChanReceive:
    case WaitReason::ChanSend:
    case WaitReason::Select:
      for (const Sudog* s = gp->waiting; s != nullptr; s = s->waitlink)
        if (!s->c->bubbled) return false;
      return true;
    default: return false;
  }
}

// order: all seq_cst. Who makes running 0 sees the waiter or root that is there before; who registers afterwards sees the 0.
void wakeIfIdle(P* pp, Bubble* b) {
  if (b->running.loadSeqCst() != 0) return;
  G* gp = b->waiter.exchangeSeqCst(nullptr);
  if (gp == nullptr) gp = b->root.exchangeSeqCst(nullptr);
  if (gp != nullptr) goready(pp, gp);
}

bool isIdle(const Bubble* b) { return b->running.loadSeqCst() == 0 && b->waiter.loadSeqCst() == nullptr; }

}  // namespace

void bubbleJoin(G* gp, Bubble* b) {
  gp->bubble = b;
  b->total.fetchAddSeqCst(1);
  b->running.fetchAddSeqCst(1);
}

void bubbleLeave(P* pp, G* gp) {
  Bubble* b = gp->bubble;
  gp->bubble = nullptr;
  b->total.fetchAddSeqCst(-1);
  b->running.fetchAddSeqCst(-1);
  wakeIfIdle(pp, b);
}

bool bubbleBlocks(G* gp) {
  if (!isDurable(gp)) return false;
  gp->bubbleIdle = true;
  gp->bubble->running.fetchAddSeqCst(-1);
  return true;
}

void bubbleParked(P* pp, Bubble* b, G* gp, bool parked) {
  if (parked) return wakeIfIdle(pp, b);
  gp->bubbleIdle = false;
  b->running.fetchAddSeqCst(1);
}

Outcome bubbleSleep(G* gp, int64_t ns) {
  // Once it is at rest, so that the clock finds it there.
  auto arm = [](G* sleeper, void* p) {
    Bubble* b = sleeper->bubble;
    int64_t now = b->now.loadRelaxed(), when = 0;  // relaxed: it stands still while a goroutine of the bubble runs
    if (__builtin_add_overflow(now, *static_cast<int64_t*>(p), &when)) when = std::numeric_limits<int64_t>::max();
    addWake(b, when, sleeper, 0);
    return true;
  };
  gp->bubbleSleepNs = ns;
  gopark(gp, arm, &gp->bubbleSleepNs, WaitReason::Sleep);
  return Outcome::Park;
}

Outcome bubbleWait(G* gp) {
  auto registerWaiter = [](G* waiter, void*) {
    waiter->bubble->waiter.storeSeqCst(waiter);
    return true;  // running is looked at afterwards: bubbleParked()
  };
  gopark(gp, registerWaiter, nullptr, WaitReason::SynctestWait);
  return Outcome::Park;
}

Outcome bubbleWaitIdle(G* gp, Bubble* b) {
  if (isIdle(b)) return Outcome::Done;
  auto commit = [](G* root, void* p) {
    auto* bubble = static_cast<Bubble*>(p);
    bubble->root.storeSeqCst(root);
    // Nobody may be left who would find us. If somebody has just done so, we are ready already.
    return !isIdle(bubble) || bubble->root.exchangeSeqCst(nullptr) == nullptr;
  };
  gopark(gp, commit, b, WaitReason::SynctestRun);
  return Outcome::Retry;
}

void bubbleAddTimer(Bubble* b, int64_t when, int64_t timer) { addWake(b, when, nullptr, timer); }

bool bubbleNext(Bubble* b, BubbleWake* next) {
  LockGuard guard(b->lock);
  if (b->wakes.empty()) return false;
  *next = b->wakes.front();
  return true;
}

void bubbleTake(P* pp, Bubble* b, bool counts) {
  BubbleWake w;
  {
    LockGuard guard(b->lock);
    std::pop_heap(b->wakes.begin(), b->wakes.end(), later);
    w = b->wakes.back();
    b->wakes.pop_back();
  }
  if (!counts) return;
  if (w.when > b->now.loadRelaxed()) b->now.storeRelaxed(w.when);  // ours while nobody runs; published by goready()
  if (w.g != nullptr) goready(pp, w.g);
}

}  // namespace hood::rt
