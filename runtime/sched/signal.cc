// Signals: SIGQUIT shows what all goroutines do; SIGPIPE is an error of the write, not the end.
// Mirrors:    src/runtime/signal_unix.go (sighandler), os_linux.go. Book: 6.6.
// Differs:    only SIGQUIT is caught, and the handler only tells sysmon, which has the time and the stack to report. SIGPIPE
//             is ignored; that a broken standard output or standard error ends the program is up to write (diePipe).
// Invariants: the handler touches nothing but atomics and a futex.
// Locks:      none.
// Try:        hood run testdata/ch06_sched/sigquit.go
#include <csignal>

#include "runtime/core/vm.h"
#include "runtime/sched/sched.h"

namespace hood::rt {
namespace {

// Signals are the process's, and a handler has no argument: the VM that is to report is the one that asked last.
Atomic<Sched*> reporter{nullptr};

void onSigquit(int) {
  Sched* s = reporter.loadAcquire();  // order: pairs with catchSigquit()
  if (s == nullptr) return;
  s->sigquit.storeRelease(true);  // order: before the note
  s->sysmonnote.poke();
}

}  // namespace

void diePipe() {
  std::signal(SIGPIPE, SIG_DFL);
  std::raise(SIGPIPE);
}

void ignoreSigpipe() { std::signal(SIGPIPE, SIG_IGN); }

void catchSigquit(Sched* s) {
  struct sigaction old {};
  sigaction(SIGQUIT, nullptr, &old);
  if (old.sa_handler == SIG_IGN) return;  // whoever started us wants it so
  reporter.storeRelease(s);               // order: the handler sees all of the Sched
  struct sigaction sa {};
  sa.sa_handler = onSigquit;
  sa.sa_flags = SA_RESTART;
  sigaction(SIGQUIT, &sa, nullptr);
}

}  // namespace hood::rt
