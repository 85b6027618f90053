// Package syscall: a system call on every thread of the process. Much of what the kernel keeps is kept for each thread, and a
// goroutine may be on any of them.
#include <dirent.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <deque>

#include "base/atomic.h"
#include "runtime/core/fault.h"
#include "runtime/sched/stw.h"
#include "stdlib/native/window.h"

namespace hood::stdlib {
namespace {

struct Call {
  long trap, args[6];
  long result = 0;
  int error = 0;
  void run() {
    result = syscall(trap, args[0], args[1], args[2], args[3], args[4], args[5]);
    error = result == -1 ? errno : 0;
  }
};

struct Thread {
  pid_t tid;
  Call call;
  Atomic<bool> done{false};
};

// A handler has no argument: the thread that it is to serve, one at a time. The world is stopped, and with it all who could ask.
Atomic<Thread*> asked{nullptr};

void onSignal(int) {
  int before = errno;
  // order: acquire sees the call; the release below hands back what came of it.
  if (Thread* t = asked.loadAcquire(); t != nullptr && t->tid == gettid()) {
    t->call.run();
    t->done.storeRelease(true);
  }
  errno = before;
}

bool exists(pid_t tid) { return syscall(SYS_tgkill, getpid(), tid, 0) == 0; }

// Makes the thread do its call. One that ends meanwhile need not.
void ask(Thread& t, int signal) {
  asked.storeRelease(&t);  // order: see onSignal()
  if (syscall(SYS_tgkill, getpid(), t.tid, signal) == 0)
    while (!t.done.loadAcquire() && exists(t.tid)) usleep(20);
  asked.storeRelaxed(nullptr);  // a handler that is late finds nothing to do
}

// The threads that are not in the list yet. Nobody but the caller makes any.
bool addThreads(std::deque<Thread>& list, const Call& call) {
  size_t before = list.size();
  DIR* dir = opendir("/proc/self/task");
  if (dir == nullptr) return false;
  while (dirent* e = readdir(dir)) {
    auto tid = static_cast<pid_t>(std::atoi(e->d_name));
    bool known = tid <= 0 || tid == gettid();
    for (const Thread& t : list) known = known || t.tid == tid;
    if (known) continue;
    Thread& t = list.emplace_back();
    t.tid = tid;
    t.call = call;
  }
  closedir(dir);
  return list.size() > before;
}

// Whether all threads got the same answer.
bool onOthers(const Call& mine) {
  const int signal = SIGRTMAX;
  struct sigaction ours {
  }, before{};
  ours.sa_handler = onSignal;
  ours.sa_flags = SA_RESTART;
  sigfillset(&ours.sa_mask);
  sigaction(signal, &ours, &before);
  std::deque<Thread> threads;
  bool same = true;
  for (size_t k = 0; addThreads(threads, mine);) {
    for (; k < threads.size(); k++) {
      Thread& t = threads[k];
      ask(t, signal);
      if (t.done.loadRelaxed()) same = same && t.call.result == mine.result && t.call.error == mine.error;  // ours again
    }
  }
  sigaction(signal, &before, nullptr);
  return same;
}

}  // namespace

// func onAllThreads(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2 uintptr, err Errno)
// Mirrors: src/runtime/os_linux.go: syscall_runtime_doAllThreadsSyscall.
Outcome syscallOnAllThreads(G* gp, Slot* w) {
  rt::StoppedWorld world(gp->vm);
  if (!world.stopped()) return rt::retryLater(gp);
  Params in(w, 3);
  Call call;
  call.trap = in.integer();
  for (long& a : call.args) a = in.integer();
  call.run();
  w[0].i = call.result;
  w[1].i = 0;
  w[2].i = call.error;
  if (call.error == 0 && !onOthers(call))
    rt::fatal(gp->vm, "AllThreadsSyscall6 results differ between threads; runtime corrupted");
  return Outcome::Done;
}

}  // namespace hood::stdlib
