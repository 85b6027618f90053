// Package os/signal: what the process does with signals. A handler writes the signal's number to a pipe, from which a
// goroutine of the package reads.
// Mirrors:    src/runtime/sigqueue.go (Go 1.19).
// Differs:    the pipe takes the place of the queue and its note.
// Invariants: the handler touches nothing but atomics and the pipe.
// Locks:      none: package os/signal calls under a lock of its own.
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "base/atomic.h"
#include "stdlib/native/window.h"

namespace hood::stdlib {
namespace {

constexpr int kSignals = 65;

// Signals are the process's, and handlers have no argument: as with SIGQUIT, the VM that asked last hears of them.
Atomic<int> pipeEnd{-1};
// What was there before install().
struct sigaction before[kSignals];
bool installed[kSignals];

void onSignal(int sig) {
  int saved = errno;
  auto number = static_cast<unsigned char>(sig);
  int fd = pipeEnd.loadAcquire();  // order: pairs with signalInstall()
  // A full pipe loses the signal, as a full channel would.
  if (fd >= 0 && write(fd, &number, 1) < 0) errno = saved;
  errno = saved;
}

bool valid(int64_t sig) { return 0 < sig && sig < kSignals; }

}  // namespace

// func install(sig, fd int)
Outcome signalInstall(G*, Slot* w) {
  int64_t sig = w[0].i;
  if (!valid(sig)) return Outcome::Done;
  pipeEnd.storeRelease(static_cast<int>(w[1].i));  // order: the handler sees a pipe
  struct sigaction sa {};
  sa.sa_handler = onSignal;
  sa.sa_flags = SA_RESTART;
  struct sigaction old {};
  if (sigaction(static_cast<int>(sig), &sa, &old) == 0 && !installed[sig]) {
    before[sig] = old;
    installed[sig] = true;
  }
  return Outcome::Done;
}

// func uninstall(sig int)
Outcome signalUninstall(G*, Slot* w) {
  int64_t sig = w[0].i;
  if (!valid(sig)) return Outcome::Done;
  struct sigaction sa {};
  sa.sa_handler = SIG_DFL;
  if (installed[sig] && before[sig].sa_handler != SIG_IGN) sa = before[sig];
  sigaction(static_cast<int>(sig), &sa, nullptr);
  installed[sig] = false;
  return Outcome::Done;
}

// func ignore(sig int)
Outcome signalIgnore(G*, Slot* w) {
  if (valid(w[0].i)) std::signal(static_cast<int>(w[0].i), SIG_IGN);
  return Outcome::Done;
}

// func ignored(sig int) bool
Outcome signalIgnored(G*, Slot* w) {
  struct sigaction old {};
  return returnBool(w,
                    valid(w[1].i) && sigaction(static_cast<int>(w[1].i), nullptr, &old) == 0 && old.sa_handler == SIG_IGN);
}

}  // namespace hood::stdlib
