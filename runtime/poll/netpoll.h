// The network poller: goroutines that wait for a file descriptor to become readable or writable.
// Mirrors:    src/runtime/netpoll.go. Book: 6.4, 9.5.
// Differs:    a descriptor that the kernel cannot poll says so at pollOpen, and its users block their thread.
//
// A platform provides (netpoll_epoll.cc): pollerInit, pollerOpen (edge-triggered, both directions), pollerClose,
// pollerWait (which descriptors became ready) and pollerBreak.
//
// Invariants: rg and wg are kPollNil, kPollReady, kPollWait (somebody is about to wait), or the goroutine that waits; who moves
//             one from a goroutine to something else readies that goroutine. At most one goroutine waits per direction.
//             PollDescs are recycled, never freed: a late event for a former use is a spurious wake-up, and a deadline's
//             timer that went off late finds another seq.
// Locks:      Netpoll::lock, for the free list and the start of the poller; PollDesc::lock, for its deadlines. Never both.
// Try:        hood run testdata/ch06_sched/pipe_park.go
#pragma once

#include <cstdint>
#include <vector>

#include "base/atomic.h"
#include "runtime/core/mutex.h"
#include "runtime/core/outcome.h"
#include "runtime/poll/timer.h"

namespace hood::rt {

struct G;
struct GQueue;
struct VM;

enum class PollMode : uint8_t { Read, Write };
// What package internal/poll gets to see.
enum class PollError : uint8_t { None = 0, Closing = 1, Timeout = 2 };

constexpr uintptr_t kPollNil = 0, kPollReady = 1, kPollWait = 2;

// Until when operations of one direction may wait.
struct PollDeadline {
  Atomic<int64_t> when{0};  // clock.nanotime(); 0: for ever; kPollPassed: it is over. Written under PollDesc::lock
  uint64_t seq = 0;         // which one it is. Guarded by PollDesc::lock
  Timer timer{};            // its loc is seq
};
constexpr int64_t kPollPassed = -1;

struct PollDesc {
  Atomic<int> fd{-1};
  Atomic<uintptr_t> rg{kPollNil}, wg{kPollNil};
  Atomic<bool> closing{false};
  PollDesc* link = nullptr;  // free list; guarded by Netpoll::lock

  Mutex lock{LockRank::Netpoll};
  PollDeadline deadlines[2];  // by PollMode

  Atomic<uintptr_t>& waiter(PollMode m) { return m == PollMode::Read ? rg : wg; }
  PollDeadline& deadline(PollMode m) { return deadlines[static_cast<int>(m)]; }
};

struct Netpoll {
  Mutex lock{LockRank::Netpoll};
  PollDesc* free = nullptr;    // guarded by lock
  std::vector<PollDesc*> all;  // guarded by lock
  Atomic<int32_t> waiters{0};  // goroutines that wait
  // ---- the platform's; constant once inited ----
  int epfd = -1, breakfd = -1;
  Atomic<bool> inited{false};
  Atomic<uint32_t> opened{0};    // registrations; see pollOpen()
  Atomic<bool> breaking{false};  // breakfd was written and not read yet
};

// Registers fd. nullptr: the kernel cannot poll it (*error), a regular file for example.
PollDesc* pollOpen(VM* vm, int fd, int* error);
// Wakes everybody who waits for it, with PollError::Closing from then on.
void pollUnblock(G* gp, PollDesc* pd);
// From now on operations of this direction fail with Timeout at `when`: 0 never, kPollPassed at once, those that wait too.
void pollSetDeadline(G* gp, PollDesc* pd, PollMode m, int64_t when);
// The end; before the descriptor is closed.
void pollClose(VM* vm, PollDesc* pd);
// Before an operation: forgets earlier readiness.
PollError pollReset(PollDesc* pd, PollMode m);
// Waits until the descriptor is ready. Outcome::Retry: parked; the same call finds it so afterwards.
Outcome pollWait(G* gp, PollDesc* pd, PollMode m, PollError* error);

// ---- the platform's side ----
bool pollerInit(Netpoll* np);
int pollerOpen(Netpoll* np, PollDesc* pd);
void pollerClose(Netpoll* np, PollDesc* pd);
void pollerBreak(Netpoll* np);
// Waits for at most delay ns (< 0: no limit) and calls ready(context, pd, readable, writable) for what became ready.
void pollerWait(Netpoll* np, int64_t delay, void (*ready)(void* context, PollDesc* pd, bool readable, bool writable),
                void* context);

}  // namespace hood::rt
