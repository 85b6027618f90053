// Package syscall: who the process is. The kernel keeps that for each thread; the C library changes all of them.
#include <grp.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

#include "stdlib/native/window.h"

namespace hood::stdlib {

// func setIDs(call idCall, a, b, c int) (err Errno)
Outcome syscallSetIDs(G*, Slot* w) {
  Params in(w, 1);
  int64_t call = in.integer();
  auto a = static_cast<uid_t>(in.integer()), b = static_cast<uid_t>(in.integer()), c = static_cast<uid_t>(in.integer());
  int r = -1;
  errno = EINVAL;
  switch (call) {  // stdlib/src/syscall/ids.go has the names
    case 0: r = setuid(a); break;
    case 1: r = setgid(a); break;
    case 2: r = seteuid(a); break;
    case 3: r = setegid(a); break;
    case 4: r = setreuid(a, b); break;
    case 5: r = setregid(a, b); break;
    case 6: r = setresuid(a, b, c); break;
    case 7: r = setresgid(a, b, c); break;
  }
  return returnInt(w, r == 0 ? 0 : errno);
}

// func setGroups(gids []uint32) (err Errno)
Outcome syscallSetGroups(G*, Slot* w) {
  std::span<const uint32_t> gids = Params(w, 1).slice<const uint32_t>();
  return returnInt(w, setgroups(gids.size(), gids.data()) == 0 ? 0 : errno);
}

}  // namespace hood::stdlib
