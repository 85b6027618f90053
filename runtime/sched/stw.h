// Stopping the world: nobody runs Go code but the caller.
// Mirrors:    src/runtime/proc.go (stopTheWorldWithSema, startTheWorldWithSema). Book: 5.4, 8.3.
// Differs:    who finds that another thread is stopping the world does not queue up for its turn: it stops, too, and tries
//             again afterwards, if its reason is still there.
// Invariants: while it lives every goroutine's pc and fp are saved, no cache is in use, and natives in system calls touch
//             nothing but what their arguments lead to.
#pragma once

#include "runtime/core/vm.h"
#include "runtime/sched/sched.h"

namespace hood::rt {

class StoppedWorld {
 public:
  // REQUIRES the calling thread has a P and holds no lock, and if it runs a goroutine, that one's pc and fp are saved (a
  // safepoint or a native).
  explicit StoppedWorld(VM* vm);
  ~StoppedWorld();
  StoppedWorld(const StoppedWorld&) = delete;
  StoppedWorld& operator=(const StoppedWorld&) = delete;

  // false: another thread is stopping the world. Nothing happened; come to a safepoint and try again.
  bool stopped() const { return stopped_; }
  // GOMAXPROCS from the restart on.
  void setProcs(int32_t n) { newprocs_ = n; }

 private:
  VM* vm_;
  bool stopped_;
  int32_t newprocs_ = 0;
};

// For natives that could not stop the world: gp goes to the end of the global queue and calls the native again. To be
// returned at once.
Outcome retryLater(G* gp);

// The end is near (a fatal error is being reported): as many goroutines as possible come to rest, within some milliseconds.
// The world is never started again.
void freezetheworld(VM* vm);

// m's P is halted until the world goes on. REQUIRES gcwaiting.
void gcstopm(M* m);

}  // namespace hood::rt
