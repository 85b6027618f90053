// Package syscall: starting processes and waiting for them.
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <cerrno>
#include <string>
#include <vector>

#include "runtime/sched/g.h"
#include "runtime/sched/sched.h"
#include "stdlib/native/window.h"

namespace hood::stdlib {
namespace {

// Go strings as the kernel wants them: NUL-terminated, in an array that ends with a null pointer.
class CStrings {
 public:
  explicit CStrings(std::span<const rt::GoString> list) {
    for (rt::GoString s : list) texts_.emplace_back(rt::view(s));
    for (std::string& s : texts_) pointers_.push_back(s.data());
    pointers_.push_back(nullptr);
  }
  char** data() { return pointers_.data(); }

 private:
  std::vector<std::string> texts_;
  std::vector<char*> pointers_;
};

// Descriptors 0, 1, … of the child. They are moved out of the way first: one that is still wanted must not be
// overwritten by another.
void mapFiles(posix_spawn_file_actions_t* actions, std::span<const uint64_t> files) {
  constexpr int kAside = 400;
  int count = static_cast<int>(files.size());
  for (int i = 0; i < count; i++) {
    int fd = static_cast<int>(files[static_cast<size_t>(i)]);
    if (fd >= 0) posix_spawn_file_actions_adddup2(actions, fd, kAside + i);
  }
  for (int i = 0; i < count; i++) {
    if (static_cast<int>(files[static_cast<size_t>(i)]) >= 0) {
      posix_spawn_file_actions_adddup2(actions, kAside + i, i);
      posix_spawn_file_actions_addclose(actions, kAside + i);
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

Outcome syscallWait(G* gp, Slot* w) {
  pid_t pid = static_cast<pid_t>(w[1].i);
  auto* status = static_cast<uint32_t*>(w[2].p);
  auto* usage = static_cast<rusage*>(w[3].p);
  static_assert(sizeof(rusage) == 144);
  int raw = 0, error = 0;
  rt::entersyscall(gp);
  while (wait4(pid, &raw, 0, usage) < 0) {
    error = errno;
    if (error != EINTR) break;
    error = 0;
  }
  rt::exitsyscall(gp);
  *status = static_cast<uint32_t>(raw);
  w[0].i = error;
  return Outcome::Done;
}

}  // namespace hood::stdlib
