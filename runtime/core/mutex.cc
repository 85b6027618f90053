// Ranked locks and notes: the slow halves.
// Mirrors:    src/runtime/lock_futex.go, lockrank_on.go. Book: 6.1, 9.1.
// Differs:    see mutex.h.
// Invariants: a thread sleeps on a mutex only after it has set its state to kContended, so an unlock cannot miss it.

#include "runtime/core/mutex.h"

#include <linux/futex.h>
#include <sys/syscall.h>
#include <ctime>
#include <unistd.h>

#include "runtime/core/futex.h"
#include "runtime/core/note.h"

namespace hood::rt {

const char* lockRankName(LockRank r) {
  static constexpr const char* kNames[] = {
#define HOOD_LOCK_RANK(name, nests, doc) #name,
#include "runtime/core/lockrank.def"
  };
  return kNames[static_cast<int>(r)];
}

void Mutex::lockSlow() {
  // Locks are held for tens of instructions: look again for a while before the kernel is asked to wake us.
  constexpr int kSpins = 4, kPauses = 30;
  for (int i = 0; i < kSpins; i++) {
    for (int k = 0; k < kPauses; k++) __builtin_ia32_pause();
    // relaxed: only worth a try; the exchange decides. order: acquire pairs with the release in unlock().
    if (state_.loadRelaxed() == kFree && state_.casAcquire(kFree, kHeld)) return;
  }
  // order: acquire pairs with the release in unlock().
  while (state_.exchangeAcquire(kContended) != kFree) futexSleep(state_.address(), kContended, -1);
}

void Mutex::unlockSlow() { futexWakeup(state_.address(), 1); }

// ---- notes ---------------------------------------------------------------------------------------------------

void Note::wakeup() {
  // order: release pairs with the acquire in sleepFor(); the sleeper sees what was prepared for it.
  uint32_t old = key_.exchangeRelease(1);
  HOOD_CHECK(old == 0);  // a second wakeup would be lost on the sleeper
  futexWakeup(key_.address(), 1);
}

void Note::poke() {
  if (key_.exchangeRelease(1) == 0) futexWakeup(key_.address(), 1);  // order: as in wakeup()
}

void Note::sleep() {
  while (!sleepFor(-1)) {}
}

bool Note::sleepFor(int64_t ns) {
  auto now = [] {
    timespec ts;
    clock_gettime(CLOCK_MONOTONIC, &ts);
    return int64_t{ts.tv_sec} * 1'000'000'000 + ts.tv_nsec;
  };
  int64_t deadline = ns < 0 ? -1 : now() + ns;
  while (key_.loadAcquire() == 0) {
    int64_t left = -1;
    if (deadline >= 0 && (left = deadline - now()) <= 0) return false;
    futexSleep(key_.address(), 0, left);
  }
  return true;
}

// ---- the kernel ----------------------------------------------------------------------------------------------

void futexSleep(const void* addr, uint32_t val, int64_t ns) {
  timespec ts{ns / 1'000'000'000, ns % 1'000'000'000};
  syscall(SYS_futex, addr, FUTEX_WAIT_PRIVATE, val, ns < 0 ? nullptr : &ts, nullptr, 0);
}

void futexWakeup(const void* addr, uint32_t count) {
  syscall(SYS_futex, addr, FUTEX_WAKE_PRIVATE, count, nullptr, nullptr, 0);
}

// ---- rank checking -------------------------------------------------------------------------------------------

#ifdef HOOD_DEBUG
namespace {

constexpr bool kNests[] = {
#define HOOD_LOCK_RANK(name, nests, doc) nests,
#include "runtime/core/lockrank.def"
};

// What the calling thread holds. Diagnostic state of the thread, not of a VM: hence thread_local, and only in debug builds.
struct HeldLocks {
  LockRank ranks[64];
  int n = 0;
};
thread_local HeldLocks held;

}  // namespace

void Mutex::noteAcquire() {
  HOOD_CHECK(held.n < 64);
  LockRank rank = rank_.loadRelaxed();  // set before the first use
  if (rank != LockRank::None) {
    for (int i = 0; i < held.n; i++) {
      if (held.ranks[i] < rank || (held.ranks[i] == rank && kNests[static_cast<int>(rank)])) continue;
      HOOD_UNREACHABLE(lockRankName(rank));  // taken out of order: lockrank.def
    }
  }
  held.ranks[held.n++] = rank;
}

void Mutex::noteRelease() {
  LockRank rank = rank_.loadRelaxed();  // as above
  for (int i = held.n - 1; i >= 0; i--) {
    if (held.ranks[i] != rank) continue;
    for (; i + 1 < held.n; i++) held.ranks[i] = held.ranks[i + 1];
    held.n--;
    return;
  }
  // Locked by another thread: legal for a lock that is handed over with a parked goroutine.
}
#endif

}  // namespace hood::rt
