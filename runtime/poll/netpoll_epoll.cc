// The network poller's platform: Linux.
// Mirrors:    src/runtime/netpoll_epoll.go. Book: 6.4.
// Differs:    waits to the nanosecond where the kernel can (epoll_pwait2), so that timers are not a millisecond late.
// Invariants: an event's data is its PollDesc, null for breakfd.
// Locks:      none; the kernel's.
// Try:        hood run testdata/ch06_sched/pipe_park.go
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <ctime>

#include "runtime/poll/netpoll.h"

namespace hood::rt {

bool pollerInit(Netpoll* np) {
  np->epfd = epoll_create1(EPOLL_CLOEXEC);
  np->breakfd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (np->epfd < 0 || np->breakfd < 0) return false;
  epoll_event ev{};
  ev.events = EPOLLIN;
  ev.data.ptr = nullptr;
  return epoll_ctl(np->epfd, EPOLL_CTL_ADD, np->breakfd, &ev) == 0;
}

int pollerOpen(Netpoll* np, PollDesc* pd) {
  epoll_event ev{};
  ev.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
  ev.data.ptr = pd;
  return epoll_ctl(np->epfd, EPOLL_CTL_ADD, pd->fd.loadRelaxed(), &ev) == 0 ? 0 : errno;  // set by the caller
}

void pollerClose(Netpoll* np, PollDesc* pd) {
  epoll_event ev{};
  epoll_ctl(np->epfd, EPOLL_CTL_DEL, pd->fd.loadRelaxed(), &ev);  // constant while open
}

void pollerBreak(Netpoll* np) {
  uint64_t one = 1;
  while (write(np->breakfd, &one, sizeof one) < 0 && errno == EINTR) {}
}

void pollerWait(Netpoll* np, int64_t delay, void (*ready)(void*, PollDesc*, bool, bool), void* context) {
  constexpr int kMaxEvents = 128;
  epoll_event events[kMaxEvents];
  int n;
  if (delay > 0) {
    timespec ts{delay / 1'000'000'000, delay % 1'000'000'000};
    n = epoll_pwait2(np->epfd, events, kMaxEvents, &ts, nullptr);
    if (n < 0 && errno == ENOSYS) {
      int64_t ms = delay < 1'000'000 ? 1 : delay / 1'000'000;
      n = epoll_wait(np->epfd, events, kMaxEvents, ms > 1'000'000 ? 1'000'000 : static_cast<int>(ms));
    }
  } else {
    n = epoll_wait(np->epfd, events, kMaxEvents, delay < 0 ? -1 : 0);
  }
  for (int i = 0; i < n; i++) {
    const epoll_event& ev = events[i];
    if (ev.data.ptr == nullptr) {
      // Meant for a thread that is blocked: one that only looks leaves it there.
      if (delay == 0) continue;
      uint64_t count;
      while (read(np->breakfd, &count, sizeof count) < 0 && errno == EINTR) {}
      np->breaking.storeRelease(false);  // order: pairs with netpollBreak(): the next one is written again
      continue;
    }
    bool readable = (ev.events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0;
    bool writable = (ev.events & (EPOLLOUT | EPOLLHUP | EPOLLERR)) != 0;
    ready(context, static_cast<PollDesc*>(ev.data.ptr), readable, writable);
  }
}

}  // namespace hood::rt
