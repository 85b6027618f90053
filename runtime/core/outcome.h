// How a native, or any runtime operation that may have to wait, ends. The native stack never waits for a goroutine.
#pragma once

#include <cstdint>

namespace hood::rt {

enum class Outcome : uint8_t {
  Done,   // results are in the window
  Park,   // gopark() was called: the goroutine waits; when readied it goes on AFTER the operation, whose results whoever
          // readied it has written (result slots were zeroed before parking)
  Retry,  // gopark() was called: when readied the operation runs again
  Panic,  // gp->panicking holds the Go value to raise (see lang/panic.h)
  Yield,  // done, and the goroutine goes to the global queue (Gosched)
  Exit,   // the goroutine is to run its deferred calls and end (Goexit)
  Call,   // gp->pendingCall describes a Go function to run next; afterwards the operation is done
};

}  // namespace hood::rt
