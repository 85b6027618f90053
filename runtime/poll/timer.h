// Timers: time.Sleep, time.Timer, time.Ticker, time.AfterFunc.
// Mirrors:    src/runtime/time.go. Book: 6.3.
// Differs:    a stopped timer leaves its heap at once (Go marks it and sweeps later).
// Invariants: pp->timers is a 4-ary heap by `when`; timers[i]->index == i + 1; timer0When mirrors the first. Timer::pp says
//             whose heap a timer is in; it goes from nullptr to a P and back under that P's timersLock, so a timer is in one
//             heap however many goroutines start and stop it.
//
// Channels of timers (language version 1.23 and later, or asynctimerchan=0): the channel has a buffer for one time, but shows
// none (len and cap are 0), and the time in it is the timer's to take back: Stop and Reset leave no stale time behind. Such a
// timer is no root: when neither it nor its channel can be reached, nobody can tell whether it fires, and the collector takes
// it out of the heap of the P. (Go gets the same by keeping a timer in no heap while nobody waits for its channel.)
//
// Locks:      P::timersLock. A channel's lock may be taken under it: what fires and what is left in the channel belong together.
// Try:        hood run --set det=1 testdata/ch05_sync/sleep_sort.go
#pragma once

#include <cstdint>

#include "runtime/core/outcome.h"
#include "runtime/core/value.h"

namespace hood::rt {

struct G;
struct Hchan;
struct P;
struct PointerVisitor;
struct VM;

// The memory of time.runtimeTimer in Go (stdlib/src/time/sleep.go); goroutines that sleep have one of their
// own.
struct Timer {
  int64_t when;                               // clock.nanotime()
  int64_t period;                             // > 0: a ticker
  Hchan* c;                                   // send the time on it, or
  const Closure* f;                           // start a goroutine that runs it, or
  G* g;                                       // wake it
  void* loc;                                  // the Location of times that are sent
  P* pp;                                      // whose heap it is in; nullptr: in none. Written atomically
  int64_t index;                              // position in that heap plus 1; 0: in none
  uint64_t tie;                               // orders timers of one instant: drawn in deterministic mode, else 0
  void (*fn)(P* pp, Timer* t, uint64_t seq);  // the runtime's own: call it without a lock, with what loc was when it was due
};

// Puts t in pp's heap, to fire at t->when. If another goroutine just did, nothing happens.
void addtimer(P* pp, Timer* t);
// Takes t out; false: it had fired or been stopped already.
bool deltimer(Timer* t);
// Sets t anew; whether it was active before.
bool resettimer(P* pp, Timer* t, int64_t when, int64_t period);
// time.Sleep.
Outcome timeSleep(G* gp, int64_t ns);
// Makes c, a new channel of times with room for one, the channel of t, as 1.23 wants it; nothing with asynctimerchan=1.
void bindTimerChan(G* gp, Hchan* c, Timer* t);
// Stop and Reset of a timer with a channel: what was sent and not received is taken back. Whether there was something.
bool drainTimerChan(G* gp, Timer* t);
// The collector's view: pointers to timers that are in heaps, but for those that a channel keeps alive or nobody.
void scanTimers(VM* vm, PointerVisitor& v);
// After marking, in a stopped world: drops timers that cannot be reached.
void dropDeadTimers(VM* vm, bool (*isMarked)(VM*, const void*));

}  // namespace hood::rt
