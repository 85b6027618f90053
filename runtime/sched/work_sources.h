// Seam: where runnable goroutines and other work for an M come from besides the run queues. Declared here,
// defined by the layers above.
#pragma once

#include <cstdint>

namespace hood::rt {

struct G;
struct P;
struct VM;

// poll/timer.cc: runs pp's timers that are due. Returns when the next one is, 0 if there is none. now == 0:
// ask the clock, if there is any timer.
int64_t checkTimers(P* pp, int64_t now);

// gc: called at a safepoint of the running goroutine gp, whose pc and fp are saved, when a collection is
// wanted or being forced by gcstress.
void gcAtSafepoint(G* gp);

// gc: whether there was no collection for so long (knob forcegcperiod) that sysmon is to force one. now: real
// clock.
bool gcPeriodOver(VM* vm, int64_t now);

}  // namespace hood::rt
