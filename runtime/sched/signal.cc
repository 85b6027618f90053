// Signals: SIGQUIT shows what all goroutines do; SIGPIPE is an error of the write, not the end; a fault of memory is fatal;
// those that only a program gives a meaning do nothing until it asks for them.
// Mirrors:    src/runtime/signal_unix.go (sighandler), os_linux.go. Book: 6.6.
// Differs:    the handler of SIGQUIT only tells sysmon, which has the time and the stack to report. That a broken standard
//             output or standard error ends the program is up to write (diePipe). Nil pointers are found
//             before they are followed, so SIGSEGV and SIGBUS come from unsafe pointers and memory maps: the interpreter is
//             sent to where it panics, with its registers as they are.
// Invariants: the handlers touch nothing but atomics, a futex, and a buffer of their own.
// Locks:      none.
// Try:        hood run testdata/ch06_sched/sigquit.go
#include <ucontext.h>
#include <unwind.h>

#include <csignal>
#include <cstdio>
#include <string>
#include <unistd.h>

#include "runtime/core/engine.h"
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

void doNothing(int) {}

#if defined(__x86_64__)
// Looks for the interpreter's loop among the callers, and has its registers put back as they were when it called.
struct LoopFinder {
  const Engine* engine;
  greg_t* regs;
  int depth = 0;
  bool found = false;

  static _Unwind_Reason_Code visit(_Unwind_Context* c, void* arg) {
    constexpr int kFar = 12;  // what copies memory is not far below the loop
    auto* f = static_cast<LoopFinder*>(arg);
    const void* entry = f->engine->faultEntry(_Unwind_GetIP(c));
    if (entry == nullptr) return ++f->depth < kFar ? _URC_NO_REASON : _URC_END_OF_STACK;
    // By DWARF's numbers: those that a function must leave to its caller as they were.
    static constexpr int kKept[][2] = {{REG_RBX, 3},  {REG_RBP, 6},  {REG_R12, 12},
                                       {REG_R13, 13}, {REG_R14, 14}, {REG_R15, 15}};
    for (auto [reg, number] : kKept) f->regs[reg] = static_cast<greg_t>(_Unwind_GetGR(c, number));
    f->regs[REG_RSP] = static_cast<greg_t>(_Unwind_GetCFA(c));
    f->regs[REG_RIP] = reinterpret_cast<greg_t>(entry);
    f->found = true;
    return _URC_END_OF_STACK;
  }
};
#endif

// Lets the interpreter go on where it panics, if one of its instructions was refused memory, or a function that it called to copy
// some (that has nothing on the stack but the way back). What lies deeper may hold locks: only who asked for panics gets one
// from there.
bool resumeInterpreter(G* gp, ucontext_t* context) {
#if defined(__x86_64__)
  greg_t* regs = context->uc_mcontext.gregs;
  const Engine* engine = gp->vm->engine;
  const void* entry = engine->faultEntry(static_cast<uintptr_t>(regs[REG_RIP]));
  if (entry == nullptr) {
    entry = engine->faultEntry(*reinterpret_cast<uintptr_t*>(regs[REG_RSP]));
    if (entry != nullptr) regs[REG_RSP] += sizeof(uintptr_t);
  }
  if (entry != nullptr) {
    regs[REG_RIP] = reinterpret_cast<greg_t>(entry);
    return true;
  }
  LoopFinder finder{engine, regs};
  if (gp->panicOnFault) _Unwind_Backtrace(LoopFinder::visit, &finder);
  return finder.found;
#else
  return false;
#endif
}

// What memory refused: the program's doing if a goroutine runs on this thread, else hood's own.
void onFault(int sig, siginfo_t* info, void* context) {
  M* m = threadM();
  G* gp = m == nullptr ? nullptr : m->curg.loadRelaxed();  // this thread's own
  if (gp != nullptr) {
    m->faultAddr = reinterpret_cast<uintptr_t>(info->si_addr);
    m->faultSignal = sig;
    m->faultCode = info->si_code;
    if (resumeInterpreter(gp, static_cast<ucontext_t*>(context))) return;
  }
  std::signal(sig, SIG_DFL);
  if (gp == nullptr) return;  // again, and then by default
  char text[400];
  int n = std::snprintf(text, sizeof text, "unexpected fault address 0x%zx\nfatal error: %s\n\ngoroutine %llu [running]:\n",
                        m->faultAddr, FaultText(gp).text, static_cast<unsigned long long>(gp->goid));
  ssize_t written = ::write(STDERR_FILENO, text, static_cast<size_t>(n));
  // A function of hood's followed the address: its caller has said where it is. If memory is in such a state that this cannot be
  // told, the process ends all the same.
  std::signal(SIGALRM, [](int) { _exit(2); });
  alarm(1);
  std::string calls;
  gp->vm->engine->traceback(gp, calls);
  if (::write(STDERR_FILENO, calls.data(), calls.size()) < 0) _exit(3);
  _exit(written == n ? 2 : 3);
}

}  // namespace

FaultText::FaultText(const G* gp) {
  const M* m = gp->m;
  std::snprintf(text, sizeof text, "fault\n[signal %s code=0x%x addr=0x%zx pc=0x%zx]",
                m->faultSignal == SIGBUS ? "SIGBUS: bus error" : "SIGSEGV: segmentation violation",
                static_cast<unsigned>(m->faultCode), m->faultAddr, reinterpret_cast<uintptr_t>(gp->pc));
}

void catchFaults() {
  struct sigaction sa {};
  sa.sa_sigaction = onFault;
  sa.sa_flags = SA_SIGINFO;
  sigaction(SIGSEGV, &sa, nullptr);
  sigaction(SIGBUS, &sa, nullptr);
}

void diePipe() {
  struct sigaction now {};
  sigaction(SIGPIPE, nullptr, &now);
  if (now.sa_handler != doNothing) return;  // the program asked to be told, or ignores it
  std::signal(SIGPIPE, SIG_DFL);
  std::raise(SIGPIPE);
}

void catchQuietly() {
  // SIG_IGN would be inherited by child processes.
  for (int sig : {SIGPIPE, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGIO, SIGPWR, SIGXCPU, SIGXFSZ}) {
    struct sigaction sa {
    }, old{};
    sa.sa_handler = doNothing;
    sa.sa_flags = SA_RESTART;
    sigaction(sig, nullptr, &old);
    if (old.sa_handler == SIG_DFL || sig == SIGPIPE) sigaction(sig, &sa, nullptr);
  }
}

void catchSigquit(Sched* s) {
  reporter.storeRelease(s);  // order: the handler sees all of the Sched
  struct sigaction sa {};
  sa.sa_handler = onSigquit;
  sa.sa_flags = SA_RESTART;
  sigaction(SIGQUIT, &sa, nullptr);
}

}  // namespace hood::rt
