// Channels: make, send, receive, close.
// Mirrors:    src/runtime/chan.go. Book: 3.6.
// Differs:    an operation that must wait returns Outcome::Park, and G::resumeFn finishes it on the
// goroutine's own M when
//             it is readied; the native stack never blocks.
// Invariants: sendq or recvq is empty, unless one G selects on both ends; count > 0 implies recvq is empty;
//             count < dataqsiz implies sendq is empty.
// Locks:      Hchan::lock. Never ready a G while holding it.
#pragma once

#include <cstdint>

#include "runtime/core/mutex.h"
#include "runtime/core/outcome.h"
#include "runtime/core/type.h"
#include "runtime/sched/park.h"

namespace hood::rt {

struct Hchan {
  Atomic<int64_t> qcount;  // values in the buffer; written under lock, len(c) reads it without
  int64_t dataqsiz;        // size of the buffer; cap(c) reads it
  void* buf;               // dataqsiz values in memory form; pointer-free buffers follow the header in the same object
  const Type* elemtype;
  uint16_t elemsize;
  bool closed;
  bool timer;    // of a time.Timer or Ticker of Go 1.23: see runtime/poll/timer.h. Constant
  bool bubbled;  // made in a bubble (runtime/sched/bubble.h): constant
  int64_t sendx;
  int64_t recvx;
  WaitQ recvq;
  WaitQ sendq;
  Mutex lock{LockRank::Hchan};  // guards all of it; len and cap are read without
};

// make(chan T, size). Panics: negative or too large size.
Outcome makechan(G* gp, const Type* chanType, int64_t size, Slot* out);
// c <- *elem. elem is the value in slot form (or memory form: the first bytes are the same), and must stay
// where it is (in the goroutine's frame, or in memory) until the operation is over.
Outcome chansend(G* gp, Hchan* c, const Slot* elem);
// v, ok := <-c. elem == nullptr drops the value, ok == nullptr the flag. Both are slots of the goroutine's
// frame.
Outcome chanrecv(G* gp, Hchan* c, Slot* elem, Slot* ok);
Outcome closechan(G* gp, Hchan* c);
inline int64_t chanlen(const Hchan* c) { return c && !c->timer ? c->qcount.loadRelaxed() : 0; }
inline int64_t chancap(const Hchan* c) { return c && !c->timer ? c->dataqsiz : 0; }

// select { case c <- v: default: }. selected tells which happened; panics when c is closed.
Outcome selectnbsend(G* gp, Hchan* c, const void* elem, bool* selected);
// select { case v, ok = <-c: default: }. slotForm: elem is frame slots (small scalars are extended), else
// memory.
bool selectnbrecv(G* gp, Hchan* c, void* elem, bool slotForm, bool* received);
// Blocking operations on values in memory, for reflect: the caller keeps the memory alive until the operation
// is over.
Outcome chansendMem(G* gp, Hchan* c, const void* elem);
Outcome chanrecvMem(G* gp, Hchan* c, void* elem, Slot* ok);
// As chansend without waiting, for timers; gp is the M's g0. False: the buffer is full, or c is closed.
bool chansendFromTimer(G* gp, Hchan* c, const void* elem);

}  // namespace hood::rt
