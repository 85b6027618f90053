// Package syscall: starting processes and waiting for them.
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <string>

#include "runtime/sched/g.h"
#include "runtime/sched/sched.h"
#include "stdlib/native/c_strings.h"
#include "stdlib/native/window.h"

namespace hood::stdlib {
namespace {

// Descriptors 0, 1, … of the child. They are moved out of the way first: one that is still wanted must not be
// overwritten by another.
void mapFiles(posix_spawn_file_actions_t* actions, std::span<const uint64_t> files) {
  int count = static_cast<int>(files.size()), aside = count;
  for (uint64_t fd : files) aside = std::max(aside, static_cast<int>(fd) + 1);
  for (int i = 0; i < count; i++) {
    int fd = static_cast<int>(files[static_cast<size_t>(i)]);
    if (fd >= 0) posix_spawn_file_actions_adddup2(actions, fd, aside + i);
  }
  for (int i = 0; i < count; i++) {
    if (static_cast<int>(files[static_cast<size_t>(i)]) >= 0) {
      posix_spawn_file_actions_adddup2(actions, aside + i, i);
      posix_spawn_file_actions_addclose(actions, aside + i);
    } else {
      posix_spawn_file_actions_addclose(actions, i);
    }
  }
  for (int i = count; i < 3; i++) posix_spawn_file_actions_addclose(actions, i);
}

}  // namespace

Outcome syscallSpawn(G*, Slot* w) {
  Params in(w, 2);
  std::string path(in.string());
  CStrings argv(in.slice<const rt::GoString>());
  CStrings env(in.slice<const rt::GoString>());
  std::string dir(in.string());
  std::span<const uint64_t> files = in.slice<const uint64_t>();
  bool session = in.boolean();
  int64_t group = in.integer();

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (!dir.empty()) posix_spawn_file_actions_addchdir_np(&actions, dir.c_str());
  mapFiles(&actions, files);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  if (session) flags |= POSIX_SPAWN_SETSID;
  if (group >= 0) {
    flags |= POSIX_SPAWN_SETPGROUP;
    posix_spawnattr_setpgroup(&attributes, static_cast<pid_t>(group));
  }
  posix_spawnattr_setflags(&attributes, flags);
  pid_t pid = 0;
  w[1].i = posix_spawn(&pid, path.c_str(), &actions, &attributes, argv.data(), env.data());
  w[0].i = pid;
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return Outcome::Done;
}

// func exec(path string, argv, env []string) (err Errno)
Outcome syscallExec(G*, Slot* w) {
  Params in(w, 1);
  std::string path(in.string());
  CStrings argv(in.slice<const rt::GoString>());
  CStrings env(in.slice<const rt::GoString>());
  sigset_t none, before;  // the runtime blocks signals in its threads; the new program is to start without that
  sigemptyset(&none);
  pthread_sigmask(SIG_SETMASK, &none, &before);
  execve(path.c_str(), argv.data(), env.data());
  int error = errno;
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  return returnInt(w, error);
}

Outcome syscallWait(G* gp, Slot* w) {
  Params in(w, 2);
  pid_t pid = static_cast<pid_t>(in.integer());
  auto* status = static_cast<uint32_t*>(w[3].p);
  int options = static_cast<int>(w[4].i);
  auto* usage = static_cast<rusage*>(w[5].p);
  static_assert(sizeof(rusage) == 144);
  int raw = 0, error = 0;
  pid_t found = -1;
  rt::entersyscall(gp);
  while ((found = wait4(pid, &raw, options, usage)) < 0) {
    error = errno;
    if (error != EINTR) break;
    error = 0;
  }
  rt::exitsyscall(gp);
  if (found > 0) *status = static_cast<uint32_t>(raw);
  w[0].i = found;
  w[1].i = error;
  return Outcome::Done;
}

}  // namespace hood::stdlib
