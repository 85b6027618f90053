// Signals: SIGQUIT shows what all goroutines do; SIGPIPE is an error of the write, not the end; a fault of memory is fatal.
// Mirrors:    src/runtime/signal_unix.go (sighandler), os_linux.go. Book: 6.6.
// Differs:    the handler of SIGQUIT only tells sysmon, which has the time and the stack to report. SIGPIPE is ignored; that a
//             broken standard output or standard error ends the program is up to write (diePipe). Nil pointers are found
//             before they are followed, so SIGSEGV and SIGBUS come from unsafe pointers and memory maps; which frame did it
//             is not told, because the interpreter's registers are lost, and SetPanicOnFault changes nothing.
// Invariants: the handlers touch nothing but atomics, a futex, and a buffer of their own.
// Locks:      none.
// Try:        hood run testdata/ch06_sched/sigquit.go
#include <csignal>
#include <cstdio>
#include <unistd.h>

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

// What memory refused: the program's doing if a goroutine runs on this thread, else hood's own.
void onFault(int sig, siginfo_t* info, void*) {
  std::signal(sig, SIG_DFL);
  M* m = threadM();
  G* gp = m == nullptr ? nullptr : m->curg.loadRelaxed();  // this thread's own
  if (gp == nullptr) return;                               // again, and then by default
  char text[400];
  auto addr = reinterpret_cast<uintptr_t>(info->si_addr);
  int n = std::snprintf(text, sizeof text,
                        "unexpected fault address 0x%zx\nfatal error: fault\n[signal %s code=0x%x addr=0x%zx pc=0x%zx]\n\n"
                        "goroutine %llu [running]:\n\t(where is not known: the address was followed without a check)\n",
                        addr, sig == SIGBUS ? "SIGBUS: bus error" : "SIGSEGV: segmentation violation",
                        static_cast<unsigned>(info->si_code), addr, reinterpret_cast<uintptr_t>(gp->pc),
                        static_cast<unsigned long long>(gp->goid));
  ssize_t written = ::write(STDERR_FILENO, text, static_cast<size_t>(n));
  _exit(written == n ? 2 : 3);
}

}  // namespace

void catchFaults() {
  struct sigaction sa {};
  sa.sa_sigaction = onFault;
  sa.sa_flags = SA_SIGINFO;
  sigaction(SIGSEGV, &sa, nullptr);
  sigaction(SIGBUS, &sa, nullptr);
}

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
