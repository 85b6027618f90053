// The records of deferred calls and panics that hang on a goroutine.
// Mirrors:    src/runtime/runtime2.go (_defer, _panic). Book: 7.2, 7.3.
// Differs:    see lang/panic.h, which makes and takes them.
#pragma once

#include <cstdint>

#include "runtime/core/value.h"

namespace hood::rt {

struct G;
struct Panic;

// A call that the body of a range-over-func loop defers. The body is a function of its own, called by the iterator, but the
// call belongs to the function that has the loop: that one keeps the list, in a Defer whose `range` is set.
struct RangeDefer {
  const Closure* fn = nullptr;
  RangeDefer* next = nullptr;  // deferred before
};

struct Defer {
  Defer* link = nullptr;        // the next older record of this goroutine
  const Closure* fn = nullptr;  // what to call
  uint64_t frame = 0;           // (fp - stackLo) of the function that executed the defer statement, in slots
  const void* pc = nullptr;     // of the defer statement
  Panic* panic = nullptr;       // the panic that started this call, if one did
  bool started = false;         // already running because of a panic or Goexit
  bool range = false;           // not a call: fn is a RangeDefer**, whose list takes this record's place when it is next
};

// One per panic() (or Goexit) that is running deferred calls. The newest is gp->panicHead.
struct Panic {
  Panic* link = nullptr;  // the panic during whose deferred calls this one happened
  Eface arg{};
  uint64_t deferFrame = 0;   // frame of the deferred call it is running: recover() counts only when called from there
  const void* pc = nullptr;  // where it was raised
  // The search for frames with open-coded defers (vm/unwind.cc): the next one to look at and where it stands (nullptr: none
  // is left), and the one that is making records now (0: none). Distances of fp from the stack's base, in slots.
  uint64_t scanFrame = 0;
  const void* scanPc = nullptr;
  uint64_t openFrame = 0;
  bool recovered = false;
  bool aborted = false;  // a newer panic overtook it
  bool goexit = false;   // not a panic: Goexit running the deferred calls
  bool sigsegv = false;  // a nil dereference: the report has a [signal SIGSEGV …] line
};

// Gives back all records of a goroutine that dies.
void freeDefers(G* gp);

}  // namespace hood::rt
