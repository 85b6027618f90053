// Seam: where runnable goroutines and other work for an M come from besides the run queues. Declared here, defined by the
// layers above.
#pragma once

#include <cstdint>

#include "runtime/core/outcome.h"

namespace hood::rt {

struct G;
struct GQueue;
struct M;
struct P;
struct Sched;
struct VM;

// ---- poll/timer.cc ----

// Runs the timers of `owner` that are due, on the P `me` (the same, or a thief). Returns when the next one is, 0 if there is
// none. *now, if 0, is set from the clock when there is any timer; *ran tells whether one fired.
int64_t checkTimers(P* owner, P* me, int64_t* now, bool* ran);
// All timers of `from` go to `to`. REQUIRES a stopped world.
void moveTimers(P* to, P* from);
// Frees what timeSleep keeps with a goroutine.
void freeSleepTimer(G* gp);

// ---- poll/netpoll.cc ----

void netpollInit(Sched* s);
void netpollFree(Sched* s);
bool netpollInited(const Sched* s);
// Whether goroutines wait for the network: somebody must look at it.
bool netpollAnyWaiters(const Sched* s);
// Goroutines whose descriptors became ready, marked as runnable. Waits for some for at most delay ns (< 0: no limit).
GQueue netpoll(Sched* s, int64_t delay);
// Makes a thread that is blocked in netpoll return.
void netpollBreak(Sched* s);
// There is a timer at `when`: the thread blocked in netpoll, or an idle one, must know.
void wakeNetPoller(Sched* s, int64_t when);

// ---- gc ----

// The program is about to end: with the knob blockedatexit, tells which goroutines are blocked for ever. Stops the others for
// good.
void reportBlocked(VM* vm);
// A P begins to be used; it is no longer used. REQUIRES a stopped world.
void gcInitP(P* pp);
void gcDestroyP(P* pp);
// The VM ends.
void gcFreeP(P* pp);

// Called at a safepoint of the running goroutine gp, whose pc and fp are saved, when the collector wants something of it.
// true: it has parked (gopark), or is to give way.
bool gcAtSafepoint(G* gp);
// Whether pp is due for marking, as gcRunWorker() will do then; idle: pp has nothing else to do.
bool gcFindWorker(P* pp, bool idle);
// Marks, on m's P, in the place of a goroutine.
void gcRunWorker(M* m);
// The mark phase: workers and assists may mark.
bool gcMarking(const VM* vm);
// Mark workers are wanted, but all Ps run goroutines.
bool gcWantsP(const VM* vm);
// Sweeps a little, if there is something to sweep. Whether there was.
bool gcSweepIdle(VM* vm);
// Gives memory of the heap back to the OS, for about ns, if it keeps more than it will need. Whether that is done.
bool gcScavenge(VM* vm, int64_t ns);
// gp has just been made on pp, its first frame is laid out.
void gcScanNewG(P* pp, G* gp);
// Whether there was no collection for so long (knob forcegcperiod) that sysmon is to force one. now: real clock.
bool gcPeriodOver(VM* vm, int64_t now);

}  // namespace hood::rt
