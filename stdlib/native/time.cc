// Package time: the clocks, sleeping, timers, zone files.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

#include "runtime/core/vm.h"
#include "runtime/poll/timer.h"
#include "runtime/sched/bubble.h"
#include "runtime/sched/sched.h"
#include "stdlib/native/window.h"

namespace hood::stdlib {

// now() (sec int64, nsec int32, mono int64)
Outcome timeNow(G* gp, Slot* w) {
  if (const rt::Bubble* b = gp->bubble; b != nullptr) {
    int64_t now = b->now.loadRelaxed();  // it stands still while a goroutine of the bubble runs
    w[0].i = rt::Bubble::kEpoch + now / 1'000'000'000;
    w[1].i = now % 1'000'000'000;
    w[2].i = now + 1;
    return Outcome::Done;
  }
  rt::WallTime t = gp->vm->clock.walltime();
  w[0].i = t.sec;
  w[1].i = t.nsec;
  w[2].i = gp->vm->clock.nanotime() - gp->vm->startNs + 1;
  return Outcome::Done;
}
Outcome timeRuntimeNano(G* gp, Slot* w) {
  return returnInt(w, gp->bubble != nullptr ? gp->bubble->now.loadRelaxed() : gp->vm->clock.nanotime());
}
Outcome timeSleep(G* gp, Slot* w) { return rt::timeSleep(gp, w[0].i); }

Outcome timeStartTimer(G* gp, Slot* w) {
  rt::addtimer(gp->m->p, static_cast<rt::Timer*>(w[0].p));
  return Outcome::Done;
}
Outcome timeStopTimer(G* gp, Slot* w) {
  auto* t = static_cast<rt::Timer*>(w[1].p);
  bool active = rt::deltimer(t);
  return returnBool(w, rt::drainTimerChan(gp, t) || active);
}
Outcome timeResetTimer(G* gp, Slot* w) {
  auto* t = static_cast<rt::Timer*>(w[1].p);
  bool active = rt::deltimer(t);
  active = rt::drainTimerChan(gp, t) || active;
  return returnBool(w, rt::resettimer(gp->m->p, t, w[2].i, w[3].i) || active);
}
// bindTimerChan(c chan Time, t *runtimeTimer)
Outcome timeBindTimerChan(G* gp, Slot* w) {
  rt::bindTimerChan(gp, static_cast<rt::Hchan*>(w[0].p), static_cast<rt::Timer*>(w[1].p));
  return Outcome::Done;
}

// getenv(name string) (value string, ok bool)
Outcome timeGetenv(G* gp, Slot* w) {
  std::string name(Params(w, 3).string());
  const char* v = std::getenv(name.c_str());
  rt::putString(w, rt::gostring(gp, v == nullptr ? "" : v));
  w[2].u = v != nullptr;
  return Outcome::Done;
}

// readFile(name string) (data []byte, problem string)
Outcome timeReadFile(G* gp, Slot* w) {
  std::string name(Params(w, 5).string());
  std::string data;
  const char* problem = "";
  int fd = open(name.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat st {};
  if (fd < 0 || fstat(fd, &st) != 0) {
    problem = errno == ENOENT || errno == ENOTDIR ? "missing" : std::strerror(errno);
  } else if (S_ISDIR(st.st_mode)) {
    problem = "is a directory";
  } else {
    constexpr size_t kMax = 10 << 20;  // no zone file is that large
    char buf[4096];
    for (ssize_t n; (n = read(fd, buf, sizeof buf)) > 0 && data.size() < kMax;) {
      data.append(buf, static_cast<size_t>(n));
    }
  }
  if (fd >= 0) close(fd);
  rt::GoString bytes{reinterpret_cast<const uint8_t*>(data.data()), static_cast<int64_t>(data.size())};
  rt::stringtoslicebyte(gp, bytes, w);
  rt::putString(w + 3, rt::gostring(gp, problem));
  return Outcome::Done;
}

}  // namespace hood::stdlib
