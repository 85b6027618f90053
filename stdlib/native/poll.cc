// Package internal/poll: waiting for descriptors.
#include "runtime/poll/netpoll.h"

#include "runtime/core/vm.h"
#include "runtime/sched/g.h"
#include "stdlib/native/window.h"

namespace hood::stdlib {
namespace {

rt::PollDesc* desc(const Slot& s) { return reinterpret_cast<rt::PollDesc*>(s.u); }
rt::PollMode mode(const Slot& s) { return s.u != 0 ? rt::PollMode::Write : rt::PollMode::Read; }

}  // namespace

// runtimeOpen(fd int) (pd uintptr, errno int)
Outcome pollRuntimeOpen(G* gp, Slot* w) {
  int error = 0;
  w[0].u = reinterpret_cast<uintptr_t>(rt::pollOpen(gp->vm, static_cast<int>(w[2].i), &error));
  w[1].i = error;
  return Outcome::Done;
}
// runtimeUnblock(pd uintptr)
Outcome pollRuntimeUnblock(G* gp, Slot* w) {
  rt::pollUnblock(gp, desc(w[0]));
  return Outcome::Done;
}
// runtimeClose(pd uintptr)
Outcome pollRuntimeClose(G* gp, Slot* w) {
  rt::pollClose(gp->vm, desc(w[0]));
  return Outcome::Done;
}
// runtimeReset(pd uintptr, write bool) (code int)
Outcome pollRuntimeReset(G*, Slot* w) { return returnInt(w, static_cast<int64_t>(rt::pollReset(desc(w[1]), mode(w[2])))); }
// runtimeWait(pd uintptr, write bool) (code int)
Outcome pollRuntimeWait(G* gp, Slot* w) {
  rt::PollError error;
  Outcome outcome = rt::pollWait(gp, desc(w[1]), mode(w[2]), &error);
  w[0].i = static_cast<int64_t>(error);
  return outcome;
}
// runtimeSetDeadline(pd uintptr, write bool, wait int64): wait from now; 0: no deadline
Outcome pollRuntimeSetDeadline(G* gp, Slot* w) {
  int64_t wait = w[2].i, when = 0;
  if (wait < 0) when = rt::kPollPassed;
  if (wait > 0 && __builtin_add_overflow(gp->vm->clock.nanotime(), wait, &when)) when = 0;
  rt::pollSetDeadline(gp, desc(w[0]), mode(w[1]), when);
  return Outcome::Done;
}

}  // namespace hood::stdlib
