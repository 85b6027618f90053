// Timers: the heap of a P, and what happens when they are due.
// Mirrors:    src/runtime/time.go. Book: 6.3.
// Differs:    see timer.h.
// Locks:      P::timersLock; not held while a timer fires, unless it sends.
// Try:        hood run --set det=1 testdata/ch05_sync/sleep_sort.go
#include "runtime/poll/timer.h"

#include <cstddef>
#include <limits>
#include <vector>

#include "base/check.h"
#include "runtime/alloc/malloc.h"
#include "runtime/core/engine.h"
#include "runtime/core/heap_ptr.h"
#include "runtime/core/vm.h"
#include "runtime/lang/chan.h"
#include "runtime/lang/chan_inl.h"
#include "runtime/sched/bubble.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/work_sources.h"

namespace hood::rt {
namespace {

// ---- the 4-ary heap
// ----------------------------------------------------------------------------------------------

using Heap = std::vector<Timer*>;

void place(Heap& h, size_t i, Timer* t) {
  h[i] = t;
  t->index = static_cast<int64_t>(i) + 1;
}

bool earlier(const Timer* a, const Timer* b) { return a->when != b->when ? a->when < b->when : a->tie < b->tie; }

void siftUp(Heap& h, size_t i) {
  Timer* t = h[i];
  while (i > 0) {
    size_t parent = (i - 1) / 4;
    if (!earlier(t, h[parent])) break;
    place(h, i, h[parent]);
    i = parent;
  }
  place(h, i, t);
}

void siftDown(Heap& h, size_t i) {
  Timer* t = h[i];
  for (;;) {
    size_t first = 4 * i + 1, best = i;
    for (size_t c = first; c < first + 4 && c < h.size(); c++) {
      if (earlier(h[c], best == i ? t : h[best])) best = c;
    }
    if (best == i) break;
    place(h, i, h[best]);
    i = best;
  }
  place(h, i, t);
}

void publish(P* pp) {
  // order: seq_cst with an M that goes to sleep: it sees the timer, or wakeNetPoller() sees the M.
  pp->timer0When.storeSeqCst(pp->timers.empty() ? 0 : pp->timers[0]->when);
  pp->numTimers.storeRelaxed(static_cast<uint32_t>(pp->timers.size()));
}

uint64_t drawTie(P* pp) { return pp->vm->sched->det ? pp->random->next64() : 0; }

// All four: REQUIRES pp->timersLock.
void insertLocked(P* pp, Timer* t, int64_t when, int64_t period) {
  t->when = when;
  t->period = period;
  if (t->when < 0) t->when = std::numeric_limits<int64_t>::max();  // the program's sum overflowed: never
  if (t->when == 0) t->when = 1;                                   // 0 means none in timer0When
  t->tie = drawTie(pp);
  pp->timers.push_back(t);
  siftUp(pp->timers, pp->timers.size() - 1);
  publish(pp);
}
void dropLocked(P* pp, Timer* t) {
  Heap& h = pp->timers;
  auto i = static_cast<size_t>(t->index - 1);
  HOOD_CHECK(i < h.size() && h[i] == t);
  Timer* last = h.back();
  h.pop_back();
  if (last != t) {
    place(h, i, last);
    siftUp(h, i);
    siftDown(h, static_cast<size_t>(last->index - 1));
  }
  t->index = 0;
  publish(pp);
  __atomic_store_n(&t->pp, nullptr, __ATOMIC_RELEASE);  // order: whoever claims it next sees it out of this heap
}
void removeLocked(P* pp, Timer* t) {
  // Who stops or fires it may hold it in a frame that the collector has seen.
  if (M* m = currentM(pp->vm); m != nullptr && writeBarrierEnabled(&m->g0)) shade(&m->g0, t);
  dropLocked(pp, t);
}

// Makes pp the owner of t, which is in no heap. False: it is in one. REQUIRES pp->timersLock.
bool claimLocked(P* pp, Timer* t) {
  P* none = nullptr;
  // order: acquire pairs with the release in removeLocked().
  return __atomic_compare_exchange_n(&t->pp, &none, pp, false, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED);
}

void add(P* pp, Timer* t, int64_t when, int64_t period, bool* added) {
  {
    LockGuard guard(pp->timersLock);
    *added = claimLocked(pp, t);
    if (*added) insertLocked(pp, t, when, period);
  }
  // pp is the caller's. The collector has looked at the heaps when the cycle began: it must hear of what comes later.
  if (M* m = pp->m.loadRelaxed(); m != nullptr && writeBarrierEnabled(&m->g0)) shade(&m->g0, t);
  if (*added) wakeNetPoller(pp->vm->sched, when);
}

// ---- firing
// ------------------------------------------------------------------------------------------------------

// The memory of time.Time.
struct GoTime {
  uint64_t wall;
  int64_t ext;
  void* loc;
};

// time.Now(), as package time packs it: bit 63 says that ext is monotonic, then 33 bits of seconds since
// 1885, 30 of nanoseconds.
GoTime goNow(VM* vm, void* loc) {
  constexpr int64_t kSecondsFrom1885To1970 = 2682288000;
  WallTime w = vm->clock.walltime();
  auto sec = static_cast<uint64_t>(w.sec + kSecondsFrom1885To1970);
  return {uint64_t{1} << 63 | sec << 30 | static_cast<uint64_t>(w.nsec), vm->clock.nanotime() - vm->startNs + 1, loc};
}

struct Firing {
  Hchan* c;
  const Closure* f;
  G* g;
  void* loc;
  void (*fn)(P* pp, Timer* t, uint64_t seq);
  Timer* t;
};

bool sendsSync(const Timer* t) { return t->c != nullptr && t->c->timer; }

// Sends the time; returns who received it and is to be woken. A full buffer: the receiver is late, and one tick is as good as
// two. REQUIRES timersLock, so that Stop comes before or after.
Sudog* sendLocked(P* me, const Timer* t) {
  GoTime now = goNow(me->vm, t->loc);
  LockGuard guard(t->c->lock);
  return trySendLocked(&me->m.loadRelaxed()->g0, t->c, &now).wake;  // m: ours
}

void fire(P* pp, const Firing& t) {
  G* g0 = &pp->m.loadRelaxed()->g0;  // ours
  if (t.g != nullptr) {
    goready(pp, t.g);
  } else if (t.f != nullptr) {
    newproc1(pp, t.f, 0, nullptr);
  } else if (t.c != nullptr) {
    GoTime now = goNow(pp->vm, t.loc);
    chansendFromTimer(g0, t.c, &now);  // full: as in sendLocked()
  } else if (t.fn != nullptr) {
    t.fn(pp, t.t, reinterpret_cast<uint64_t>(t.loc));
  }
}

// Takes t, the first of pp and due, on: to its next tick, or out of the heap. REQUIRES timersLock.
void advanceLocked(P* pp, Timer* t, int64_t now) {
  if (t->period <= 0) return removeLocked(pp, t);
  t->when += t->period * (1 + (now - t->when) / t->period);  // leaves the missed ticks out
  if (t->when < 0) t->when = std::numeric_limits<int64_t>::max();
  t->tie = drawTie(pp);
  siftDown(pp->timers, 0);
  publish(pp);
}

}  // namespace

int64_t checkTimers(P* owner, P* me, int64_t* nowp, bool* ran) {
  P* pp = owner;
  int64_t first = pp->timer0When.loadRelaxed();  // who sets an earlier one wakes somebody: wakeNetPoller()
  if (first == 0) return 0;
  if (*nowp == 0) *nowp = pp->vm->clock.nanotime();
  int64_t now = *nowp;
  while (first != 0 && first <= now) {
    pp->timersLock.lock();
    if (pp->timers.empty() || pp->timers[0]->when > now) {
      pp->timersLock.unlock();
      break;
    }
    Timer* t = pp->timers[0];
    *ran = true;
    if (sendsSync(t)) {
      Sudog* receiver = sendLocked(me, t);
      advanceLocked(pp, t, now);  // afterwards: who finds it out of the heap finds the time in the channel
      pp->timersLock.unlock();
      if (receiver != nullptr) chanWake(&me->m.loadRelaxed()->g0, receiver, true);  // m: ours
    } else {
      Firing what{t->c, t->f, t->g, t->loc, t->fn, t};
      advanceLocked(pp, t, now);
      pp->timersLock.unlock();
      fire(me, what);
    }
    first = pp->timer0When.loadRelaxed();
  }
  return pp->timer0When.loadRelaxed();
}

void moveTimers(P* to, P* from) {
  for (Timer* t : from->timers) {
    __atomic_store_n(&t->pp, to, __ATOMIC_RELAXED);  // the world is stopped
    insertLocked(to, t, t->when, t->period);
  }
  from->timers.clear();
  publish(from);
}

void addtimer(P* pp, Timer* t) {
  bool added;
  add(pp, t, t->when, t->period, &added);
}

bool deltimer(Timer* t) {
  for (;;) {
    // order: acquire pairs with claimLocked(); the P's heap is looked at under its lock only.
    P* pp = __atomic_load_n(&t->pp, __ATOMIC_ACQUIRE);
    if (pp == nullptr) return false;
    LockGuard guard(pp->timersLock);
    if (__atomic_load_n(&t->pp, __ATOMIC_RELAXED) != pp) continue;  // it has just gone, or moved
    removeLocked(pp, t);
    return true;
  }
}

bool resettimer(P* pp, Timer* t, int64_t when, int64_t period) {
  for (bool active = false;;) {
    active = deltimer(t) || active;
    bool added;
    add(pp, t, when, period, &added);
    if (added) return active;
    active = true;  // another goroutine has set it meanwhile: ours is the later call
  }
}

Outcome timeSleep(G* gp, int64_t ns) {
  if (ns <= 0) return Outcome::Done;
  if (HOOD_UNLIKELY(gp->bubble != nullptr)) return bubbleSleep(gp, ns);
  if (gp->timer == nullptr) gp->timer = new Timer{};
  auto* t = static_cast<Timer*>(gp->timer);
  t->g = gp;
  t->when = gp->vm->clock.nanotime() + ns;  // it is in no heap
  if (t->when < 0) t->when = std::numeric_limits<int64_t>::max();
  // Set once the goroutine is at rest, so that it cannot be woken before.
  auto arm = [](G* sleeper, void* p) {
    addtimer(static_cast<P*>(p), static_cast<Timer*>(sleeper->timer));
    return true;
  };
  gopark(gp, arm, gp->m->p, WaitReason::Sleep);
  return Outcome::Park;
}

// ---- channels of timers ----------------------------------------------------------------------------------------

namespace {

// What such a channel has for a buffer: the time, and behind it the timer, which the channel thus keeps alive.
struct TimerBuffer {
  GoTime time;
  Timer* timer;
};
constexpr uint8_t kTimerBufferPointers[] = {1 << 2 | 1 << 3};
static_assert(offsetof(TimerBuffer, time.loc) == 16 && offsetof(TimerBuffer, timer) == 24);
constexpr Type kTimerBufferType = {.size = sizeof(TimerBuffer),
                                   .ptrBytes = sizeof(TimerBuffer),
                                   .kind = Kind::Struct,
                                   .align = 8,
                                   .fieldAlign = 8,
                                   .gcMask = kTimerBufferPointers};

}  // namespace

void bindTimerChan(G* gp, Hchan* c, Timer* t) {
  if (gp->vm->knobs.asynctimerchan) return;
  HOOD_CHECK(c->elemtype->size == sizeof(GoTime) && c->dataqsiz == 1);
  auto* buffer = static_cast<TimerBuffer*>(mallocgc(gp, sizeof(TimerBuffer), &kTimerBufferType, true));
  writePointer(gp, &buffer->timer, t);
  writePointer(gp, &c->buf, static_cast<void*>(buffer));
  c->timer = true;
}

bool drainTimerChan(G* gp, Timer* t) {
  if (!sendsSync(t)) return false;
  LockGuard guard(t->c->lock);
  if (t->c->qcount.loadRelaxed() == 0) return false;
  GoTime dropped;
  tryRecvLocked(gp, t->c, &dropped, false);  // nobody waits to send
  return true;
}

void freeSleepTimer(G* gp) {
  delete static_cast<Timer*>(gp->timer);
  gp->timer = nullptr;
}

void scanTimers(VM* vm, PointerVisitor& v) {
  for (P* pp : vm->sched->allp) {
    LockGuard guard(pp->timersLock);
    for (Timer*& t : pp->timers) {
      if (!sendsSync(t)) v.slot(reinterpret_cast<Slot*>(&t));
    }
  }
}

void dropDeadTimers(VM* vm, bool (*isMarked)(VM*, const void*)) {
  if (vm->sched == nullptr || vm->knobs.asynctimerchan) return;  // no timer is tied to its channel
  std::vector<Timer*> dead;
  for (P* pp : vm->sched->allp) {
    for (Timer* t : pp->timers) {
      if (sendsSync(t) && !isMarked(vm, t)) dead.push_back(t);
    }
    for (Timer* t : dead) dropLocked(pp, t);  // the world is stopped
    dead.clear();
  }
}

}  // namespace hood::rt
