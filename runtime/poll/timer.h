// Timers: time.Sleep, time.Timer, time.Ticker, time.AfterFunc.
// Mirrors:    src/runtime/time.go. Book: 6.3.
// Differs:    a stopped timer leaves its heap at once (Go marks it and sweeps later).
// Invariants: pp->timers is a 4-ary heap by `when`; timers[i]->index == i + 1; timer0When mirrors the first. Timer::pp says
//             whose heap a timer is in; it goes from nullptr to a P and back under that P's timersLock, so a timer is in one
//             heap however many goroutines start and stop it.
// Locks:      P::timersLock.
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
  int64_t when;      // clock.nanotime()
  int64_t period;    // > 0: a ticker
  Hchan* c;          // send the time on it, or
  const Closure* f;  // start a goroutine that runs it, or
  G* g;              // wake it
  void* loc;         // the Location of times that are sent
  P* pp;             // whose heap it is in; nullptr: in none. Written atomically
  int64_t index;     // position in that heap plus 1; 0: in none
};

// Puts t in pp's heap, to fire at t->when. If another goroutine just did, nothing happens.
void addtimer(P* pp, Timer* t);
// Takes t out; false: it had fired or been stopped already.
bool deltimer(Timer* t);
// Sets t anew; whether it was active before.
bool resettimer(P* pp, Timer* t, int64_t when, int64_t period);
// time.Sleep.
Outcome timeSleep(G* gp, int64_t ns);
// The collector's view: pointers to timers that are in heaps.
void scanTimers(VM* vm, PointerVisitor& v);

}  // namespace hood::rt
