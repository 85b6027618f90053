// The VM: everything one running Go program owns. Several can live in a process; there is no other mutable state.
// Mirrors:    the package-level variables of src/runtime (sched, mheap_, work, allgs, …).
// Differs:    they are the members of one object, each subsystem's behind a pointer to a struct of its own.
// Locks:      each subsystem's own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/atomic.h"
#include "runtime/core/clock.h"
#include "runtime/core/fault.h"
#include "runtime/core/knobs.h"
#include "runtime/core/rand.h"
#include "runtime/core/trace.h"

namespace hood::rt {

struct Engine;
struct Gc;
struct Lang;
struct Mheap;
struct Poll;
struct Sched;
struct VM;
struct WellKnown;

struct VM {
  // ---- constant after start ----
  Knobs knobs;
  Engine* engine = nullptr;        // the interpreter (runtime/core/engine.h); owned by who made it
  Mheap* heap = nullptr;           // allocator: runtime/alloc/mheap.h
  Gc* gc = nullptr;                // collector: runtime/gc/cycle.h
  Sched* sched = nullptr;          // scheduler: runtime/sched/sched.h
  Lang* lang = nullptr;            // itabs, map layouts, static boxes: runtime/lang
  Poll* poll = nullptr;            // timers, netpoll: runtime/poll
  WellKnown* wellKnown = nullptr;  // types and functions C++ knows by name: runtime/lang/well_known.h
  std::vector<std::string> args;   // os.Args
  std::string executable;          // os.Executable, if that is not the process's own file
  Writer* out = nullptr;           // standard output as natives write it
  Writer* err = nullptr;           // standard error: print, panics, gctrace
  uint64_t hashSeed = 0;           // of maps and typeHash
  int64_t startNs = 0;             // clock.nanotime() at start
  bool seedDrawn = false;          // deterministic mode without a seed: if the program fails, it is told how to replay
  // The goroutine dump that follows "fatal error: …", and what to do before the process ends; either may be null.
  void (*dumpGoroutines)(VM*) = nullptr;
  void (*atExit)(VM*) = nullptr;

  // ---- own synchronisation ----
  Clock clock;
  Trace trace;
  // A collection is due: safepoints call gcStart (runtime/gc/cycle.h). Set by the allocator together with the stack limit
  // of the goroutine that noticed, cleared by the collector.
  Atomic<bool> gcWanted{false};
  Atomic<int32_t> exitCode{0};
  Atomic<uint64_t> nans{0};                                  // hashed so far: each has a hash of its own
  Atomic<TracebackLevel> traceback{TracebackLevel::Single};  // GOTRACEBACK, or more by debug.SetTraceback
  Atomic<bool> dying{false};                                 // some thread is ending the process (fault.h)

  // ---- guarded by Sched::lock; in deterministic mode, owned by the only thread ----
  DecisionStream random;  // every choice: map order, select, victims, preemption points. Ps have streams split off it
};

// Applies the knobs to the members above that follow from them (clock, random, hashSeed) and opens the standard streams
// where none is set. Called once, before any subsystem starts.
void initCore(VM* vm);

}  // namespace hood::rt
