// Package syscall: system calls, and what the process was started with.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <vector>

#include "runtime/alloc/malloc.h"
#include "runtime/core/fault.h"
#include "runtime/core/vm.h"
#include "runtime/lang/well_known.h"
#include "runtime/sched/g.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/work_sources.h"
#include "stdlib/native/window.h"

extern char** environ;

namespace hood::stdlib {
namespace {

// Makes a call that may wait in the kernel, again as long as signals interrupt it. Returns errno, 0 for none;
// result is what the call returned, 0 after an error.
template <class Call>
int64_t blocking(G* gp, int64_t& result, Call call) {
  int error;
  rt::entersyscall(gp);
  do {
    result = call();
    error = result < 0 ? errno : 0;
  } while (error == EINTR);
  rt::exitsyscall(gp);
  if (error != 0) result = 0;
  return error;
}

// A new []string in three slots.
void putStrings(G* gp, Slot* out, const std::vector<std::string_view>& list) {
  const rt::Type* type = gp->vm->wellKnown->string;
  int64_t n = static_cast<int64_t>(list.size());
  rt::GoString* to = static_cast<rt::GoString*>(rt::newarray(gp, type, n));
  for (int64_t i = 0; i < n; i++) {
    rt::GoString s = rt::gostring(gp, list[static_cast<size_t>(i)]);
    rt::typedmemmove(gp, type, to + i, &s);
  }
  out[0].p = to;
  out[1].i = n;
  out[2].i = n;
}

// Go's texts are the C library's with a small first letter, but for these.
std::string errorText(int64_t e) {
  if (e == ESTALE) return "stale NFS file handle";
  if (e <= 0 || e == 41 || e == 58 || e > 132) return "errno " + std::to_string(e);
  std::string text = std::strerror(static_cast<int>(e));
  bool acronym = text.size() > 1 && 'A' <= text[1] && text[1] <= 'Z';
  if ('A' <= text[0] && text[0] <= 'Z' && !acronym) text[0] |= 0x20;
  return text;
}

// A path for the kernel; one with a NUL inside means none.
bool toPath(std::string_view text, std::string& path) {
  path = text;
  return path.find('\0') == std::string::npos;
}

timespec toTimespec(int64_t ns) {
  int64_t sec = ns / 1000000000, rest = ns % 1000000000;
  return rest < 0 ? timespec{sec - 1, rest + 1000000000} : timespec{sec, rest};
}

}  // namespace

Outcome syscallCall(G* gp, Slot* w) {
  int64_t trap = w[2].i, a = w[3].i, b = w[4].i, c = w[5].i;
  w[1].i = blocking(gp, w[0].i, [&] { return syscall(trap, a, b, c); });
  return Outcome::Done;
}

namespace {

// r1, r2 and the error, then the call's number and its arguments.
void anyCall(Slot* w, const int64_t (&a)[6]) {
  int64_t r = syscall(w[3].i, a[0], a[1], a[2], a[3], a[4], a[5]);
  w[2].i = r == -1 ? errno : 0;
  w[0].i = r;
  w[1].i = 0;
}

template <size_t kArgs>
void anyCall(Slot* w) {
  int64_t a[6] = {};
  for (size_t i = 0; i < kArgs; i++) a[i] = w[4 + i].i;
  anyCall(w, a);
}

}  // namespace

Outcome syscallSyscall(G* gp, Slot* w) {
  rt::entersyscall(gp);
  anyCall<3>(w);
  rt::exitsyscall(gp);
  return Outcome::Done;
}

Outcome syscallSyscall6(G* gp, Slot* w) {
  rt::entersyscall(gp);
  anyCall<6>(w);
  rt::exitsyscall(gp);
  return Outcome::Done;
}

Outcome syscallRawSyscall(G*, Slot* w) {
  anyCall<3>(w);
  return Outcome::Done;
}

Outcome syscallRawSyscall6(G*, Slot* w) {
  anyCall<6>(w);
  return Outcome::Done;
}

Outcome syscallCallPath(G* gp, Slot* w) {
  Params in(w, 2);
  int64_t trap = in.integer();
  std::string path;
  bool valid = toPath(in.string(), path);
  int64_t a = in.integer(), b = in.integer();
  w[0].i = 0;
  w[1].i = valid ? blocking(gp, w[0].i, [&] { return syscall(trap, path.c_str(), a, b); }) : EINVAL;
  return Outcome::Done;
}

Outcome syscallCallPaths(G* gp, Slot* w) {
  Params in(w, 1);
  int64_t trap = in.integer();
  std::string from, to;
  bool valid = toPath(in.string(), from);
  valid = toPath(in.string(), to) && valid;
  int64_t result;
  w[0].i = valid ? blocking(gp, result, [&] { return syscall(trap, from.c_str(), to.c_str()); }) : EINVAL;
  return Outcome::Done;
}

Outcome syscallCallBytes(G* gp, Slot* w) {
  Params in(w, 2);
  int64_t trap = in.integer(), fd = in.integer();
  std::span<char> p = in.slice<char>();
  int64_t offset = in.integer();
  w[1].i = blocking(gp, w[0].i, [&]() -> int64_t {
    switch (trap) {
      case SYS_getcwd: return syscall(trap, p.data(), p.size());
      case SYS_pread64:
      case SYS_pwrite64: return syscall(trap, fd, p.data(), p.size(), offset);
      default: return syscall(trap, fd, p.data(), p.size());
    }
  });
  if (w[1].i == EPIPE && trap == SYS_write && (fd == 1 || fd == 2)) rt::diePipe();
  return Outcome::Done;
}

Outcome syscallCallPathBytes(G* gp, Slot* w) {
  Params in(w, 2);
  int64_t trap = in.integer();
  std::string path;
  bool valid = toPath(in.string(), path);
  std::span<char> p = in.slice<char>();
  w[0].i = 0;
  w[1].i = valid ? blocking(gp, w[0].i, [&] { return syscall(trap, path.c_str(), p.data(), p.size()); }) : EINVAL;
  return Outcome::Done;
}

// syscall.Stat_t is struct stat, to the byte.
static_assert(sizeof(struct stat) == 144);

Outcome syscallStatPath(G* gp, Slot* w) {
  Params in(w, 1);
  std::string path;
  bool valid = toPath(in.string(), path);
  bool follow = in.boolean();
  struct stat* st = reinterpret_cast<struct stat*>(in.bits());
  int64_t result;
  w[0].i = valid
               ? blocking(gp, result, [&] { return fstatat(AT_FDCWD, path.c_str(), st, follow ? 0 : AT_SYMLINK_NOFOLLOW); })
               : EINVAL;
  return Outcome::Done;
}

Outcome syscallStatFd(G* gp, Slot* w) {
  int fd = static_cast<int>(w[1].i);
  struct stat* st = static_cast<struct stat*>(w[2].p);
  int64_t result;
  w[0].i = blocking(gp, result, [&] { return fstat(fd, st); });
  return Outcome::Done;
}

Outcome syscallSetTimes(G* gp, Slot* w) {
  Params in(w, 1);
  std::string path;
  bool valid = toPath(in.string(), path);
  timespec times[2];
  times[0] = toTimespec(in.integer());
  times[1] = toTimespec(in.integer());
  int64_t result;
  w[0].i = valid ? blocking(gp, result, [&] { return utimensat(AT_FDCWD, path.c_str(), times, 0); }) : EINVAL;
  return Outcome::Done;
}

Outcome syscallPipe(G*, Slot* w) {
  int ends[2] = {-1, -1};
  int failed = pipe2(ends, static_cast<int>(w[3].i));
  w[2].i = failed ? errno : 0;
  w[0].i = ends[0];
  w[1].i = ends[1];
  return Outcome::Done;
}

Outcome syscallErrorText(G* gp, Slot* w) { return returnString(gp, w, errorText(w[2].i)); }

Outcome syscallEnvironment(G* gp, Slot* w) {
  std::vector<std::string_view> list;
  for (char** entry = environ; *entry != nullptr; entry++) list.push_back(*entry);
  putStrings(gp, w, list);
  return Outcome::Done;
}

Outcome syscallArgs(G* gp, Slot* w) {
  const std::vector<std::string>& args = gp->vm->args;
  putStrings(gp, w, {args.begin(), args.end()});
  return Outcome::Done;
}

// func executable() string, of package os
Outcome osExecutable(G* gp, Slot* w) { return returnString(gp, w, gp->vm->executable); }

Outcome syscallHostname(G* gp, Slot* w) {
  char name[256] = "";
  gethostname(name, sizeof name - 1);
  return returnString(gp, w, name);
}

Outcome syscallGroups(G* gp, Slot* w) {
  gid_t ids[65536 / sizeof(gid_t)];
  int n = getgroups(static_cast<int>(std::size(ids)), ids);
  if (n < 0) n = 0;
  int64_t* to = static_cast<int64_t*>(rt::mallocgc(gp, static_cast<size_t>(n) * 8, nullptr, true));
  for (int i = 0; i < n; i++) to[i] = ids[i];
  w[0].p = to;
  w[1].i = n;
  w[2].i = n;
  return Outcome::Done;
}

Outcome syscallExit(G* gp, Slot* w) {
  rt::reportBlocked(gp->vm);
  rt::exitProcess(gp->vm, static_cast<int>(w[0].i));
}

}  // namespace hood::stdlib
