// Package syscall: processes that posix_spawn cannot start: other users, namespaces, terminals, tracing.
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/sched.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string>
#include <vector>

#include "runtime/sched/g.h"
#include "runtime/sched/sched.h"
#include "stdlib/native/c_strings.h"
#include "stdlib/native/window.h"

namespace hood::stdlib {
namespace {

// stdlib/src/syscall/fork_exec.go has this structure.
struct ForkAttr {
  rt::GoString chroot;
  rt::GoSlice groups;  // of uint32
  rt::GoSlice caps;    // of uint64
  rt::GoString uidMap, gidMap, setgroups;
  uint64_t flags, uid, gid;
  int64_t ctty, pgid, deathSignal, cgroup;
  uint64_t cloneFlags, unshareFlags;
  int64_t* pidFd;
};
enum Flag : uint64_t {
  kCredential = 1,
  kNoSetGroups = 2,
  kPtrace = 4,
  kSetsid = 8,
  kSetpgid = 16,
  kSetctty = 32,
  kNoctty = 64,
  kForeground = 128,
  kUseCgroup = 256,
};

// What the child needs, made before it is there: it has a copy of one thread only, and may not allocate.
struct Plan {
  std::string path, dir, chroot;
  char** argv;
  char** env;
  const ForkAttr* attr;
  std::vector<int> files;
  int report;  // the child writes an errno here; closed when the program starts
  int go;      // the child waits for a byte here, if the parent has to write its maps; else -1
};

[[noreturn]] void fail(const Plan& p, int error) {
  if (write(p.report, &error, sizeof error)) {}
  _exit(253);
}

// Raw calls: those of the C library want to change all threads, of which the child has none.
long raw(const Plan& p, long number, long a = 0, long b = 0, long c = 0, long d = 0) {
  long r = syscall(number, a, b, c, d);
  if (r < 0) fail(p, errno);
  return r;
}

void joinGroups(const Plan& p) {
  const ForkAttr& a = *p.attr;
  if (a.flags & kSetsid) raw(p, SYS_setsid);
  if (a.flags & (kSetpgid | kForeground)) raw(p, SYS_setpgid, 0, a.pgid);
  if (a.flags & kForeground) {
    pid_t group = a.pgid == 0 ? getpid() : static_cast<pid_t>(a.pgid);
    raw(p, SYS_ioctl, a.ctty, TIOCSPGRP, reinterpret_cast<long>(&group));
  }
}

// Capabilities to keep when the user changes, and in programs that have none of their own.
void raiseCaps(const Plan& p) {
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct data[2] = {};
  raw(p, SYS_capget, reinterpret_cast<long>(&header), reinterpret_cast<long>(data));
  std::span caps(static_cast<const uint64_t*>(p.attr->caps.ptr), static_cast<size_t>(p.attr->caps.len));
  for (uint64_t c : caps) {
    data[c / 32 % 2].permitted |= 1U << c % 32;
    data[c / 32 % 2].inheritable |= 1U << c % 32;
  }
  raw(p, SYS_capset, reinterpret_cast<long>(&header), reinterpret_cast<long>(data));
  for (uint64_t c : caps) raw(p, SYS_prctl, PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, static_cast<long>(c));
}

void becomeUser(const Plan& p) {
  const ForkAttr& a = *p.attr;
  if (a.caps.len > 0) raw(p, SYS_prctl, PR_SET_KEEPCAPS, 1);
  if (!p.chroot.empty()) raw(p, SYS_chroot, reinterpret_cast<long>(p.chroot.c_str()));
  if (a.flags & kCredential) {
    if (!(a.flags & kNoSetGroups)) raw(p, SYS_setgroups, a.groups.len, reinterpret_cast<long>(a.groups.ptr));
    raw(p, SYS_setgid, static_cast<long>(a.gid));
    raw(p, SYS_setuid, static_cast<long>(a.uid));
  }
  if (a.caps.len > 0) raiseCaps(p);
}

// Moves descriptors to 0, 1, …: first those out of the way that would be overwritten.
void moveFiles(Plan& p) {
  int count = static_cast<int>(p.files.size()), aside = count;
  for (int fd : p.files) aside = std::max(aside, fd + 1);
  p.report = static_cast<int>(raw(p, SYS_fcntl, p.report, F_DUPFD_CLOEXEC, aside));
  for (int i = 0; i < count; i++)
    if (p.files[static_cast<size_t>(i)] >= 0 && p.files[static_cast<size_t>(i)] < i)
      p.files[static_cast<size_t>(i)] =
          static_cast<int>(raw(p, SYS_fcntl, p.files[static_cast<size_t>(i)], F_DUPFD_CLOEXEC, aside));
  for (int i = 0; i < count; i++) {
    int fd = p.files[static_cast<size_t>(i)];
    if (fd < 0) {
      close(i);
    } else if (fd == i) {
      raw(p, SYS_fcntl, fd, F_SETFD, 0);
    } else {
      raw(p, SYS_dup3, fd, i, 0);
    }
  }
  for (int i = count; i < 3; i++) close(i);
}

void resetSignals() {
  struct sigaction byDefault {};
  byDefault.sa_handler = SIG_DFL;
  for (int s = 1; s < 32; s++) sigaction(s, &byDefault, nullptr);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

[[noreturn]] void child(Plan& p, pid_t parent) {
  const ForkAttr& a = *p.attr;
  char byte = 0;
  if (p.go >= 0 && read(p.go, &byte, 1) != 1) fail(p, EINVAL);
  joinGroups(p);
  if (a.unshareFlags != 0) raw(p, SYS_unshare, static_cast<long>(a.unshareFlags));
  becomeUser(p);
  if (!p.dir.empty()) raw(p, SYS_chdir, reinterpret_cast<long>(p.dir.c_str()));
  if (a.deathSignal != 0) {
    raw(p, SYS_prctl, PR_SET_PDEATHSIG, a.deathSignal);
    // The parent may be gone already. In a PID namespace of its own the child sees no parent.
    if (getppid() != parent && !(a.cloneFlags & CLONE_NEWPID)) kill(getpid(), static_cast<int>(a.deathSignal));
  }
  moveFiles(p);
  if (a.flags & kNoctty) raw(p, SYS_ioctl, 0, TIOCNOTTY, 0);
  if (a.flags & kSetctty) raw(p, SYS_ioctl, a.ctty, TIOCSCTTY, 1);
  if (a.flags & kPtrace) raw(p, SYS_ptrace, PTRACE_TRACEME);
  resetSignals();
  execve(p.path.c_str(), p.argv, p.env);
  fail(p, errno);
}

// As fork, with flags. 0 in the child.
pid_t cloneProcess(const ForkAttr& a) {
  int pidFd = -1;
  clone_args args{};
  args.flags = a.cloneFlags | (a.pidFd != nullptr ? CLONE_PIDFD : 0);
  args.pidfd = reinterpret_cast<uintptr_t>(&pidFd);
  args.exit_signal = SIGCHLD;
  if (a.flags & kUseCgroup) {
    args.flags |= CLONE_INTO_CGROUP;
    args.cgroup = static_cast<uint64_t>(a.cgroup);
  }
  auto pid = static_cast<pid_t>(syscall(SYS_clone3, &args, sizeof args));
  if (pid < 0 && errno == ENOSYS && !(args.flags & CLONE_INTO_CGROUP))
    pid = static_cast<pid_t>(syscall(SYS_clone, args.flags | SIGCHLD, 0, &pidFd, 0, 0));
  if (pid > 0 && a.pidFd != nullptr) *a.pidFd = pidFd;
  return pid;
}

int writeFile(const std::string& path, std::string_view text) {
  int fd = open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (fd < 0) return errno;
  int error = write(fd, text.data(), text.size()) < 0 ? errno : 0;
  close(fd);
  return error;
}

// Who the users inside the child's namespace are outside.
int writeMaps(const ForkAttr& a, pid_t pid) {
  std::string proc = "/proc/" + std::to_string(pid);
  int error = 0;
  if (a.uidMap.len > 0) error = writeFile(proc + "/uid_map", rt::view(a.uidMap));
  if (error == 0 && a.setgroups.len > 0) {
    error = writeFile(proc + "/setgroups", rt::view(a.setgroups));
    if (error == ENOENT) error = 0;  // before Linux 3.19
  }
  if (error == 0 && a.gidMap.len > 0) error = writeFile(proc + "/gid_map", rt::view(a.gidMap));
  return error;
}

struct Pipe {
  int fds[2] = {-1, -1};
  bool open() { return pipe2(fds, O_CLOEXEC) == 0; }
  void closeEnd(int i) {
    if (fds[i] >= 0) close(fds[i]);
    fds[i] = -1;
  }
  ~Pipe() {
    closeEnd(0);
    closeEnd(1);
  }
};

// Returns an errno. The calling thread waits until the program has begun.
int forkExec(Plan& p, pid_t* out) {
  const ForkAttr& a = *p.attr;
  Pipe report, go;
  bool maps = a.uidMap.len > 0 || a.gidMap.len > 0;
  if (!report.open() || (maps && !go.open())) return errno;
  p.report = report.fds[1];
  p.go = go.fds[0];
  pid_t parent = getpid();
  sigset_t all, before;  // no handler of ours may run in the child
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t pid = cloneProcess(a);
  if (pid == 0) child(p, parent);
  int error = pid < 0 ? errno : 0;
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  if (error != 0) return error;
  report.closeEnd(1);
  go.closeEnd(0);
  if (maps) error = writeMaps(a, pid);
  if (maps && error == 0 && write(go.fds[1], "", 1) < 0) error = errno;
  go.closeEnd(1);
  int failed = 0;
  ssize_t n = 0;
  while ((n = read(report.fds[0], &failed, sizeof failed)) < 0 && errno == EINTR) {}
  if (error == 0 && n == sizeof failed) error = failed;
  if (error != 0)
    while (waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {}
  *out = pid;
  return error;
}

}  // namespace

// func forkExec(path string, argv, env []string, dir string, files []uintptr, a *forkAttr) (pid int, err Errno)
Outcome syscallForkExec(G* gp, Slot* w) {
  Params in(w, 2);
  Plan p;
  p.path = in.string();
  CStrings argv(in.slice<const rt::GoString>());
  CStrings env(in.slice<const rt::GoString>());
  p.argv = argv.data();
  p.env = env.data();
  p.dir = in.string();
  for (uint64_t fd : in.slice<const uint64_t>()) p.files.push_back(static_cast<int>(fd));
  p.attr = reinterpret_cast<const ForkAttr*>(in.bits());
  p.chroot = rt::view(p.attr->chroot);
  pid_t pid = 0;
  rt::entersyscall(gp);
  int error = forkExec(p, &pid);
  rt::exitsyscall(gp);
  w[0].i = error == 0 ? pid : 0;
  w[1].i = error;
  return Outcome::Done;
}

}  // namespace hood::stdlib
