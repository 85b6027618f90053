// Channels: send, receive, close.
// Mirrors:    src/runtime/chan.go (Go 1.19). Book: 3.6.
// Differs:    an operation that must wait returns Outcome::Park, and G::resumeFn finishes it on the
// goroutine's own M when
//             it is readied; the native stack never blocks.
// Invariants: see chan.h.
// Locks:      Hchan::lock. A goroutine is readied only after it is released.
// Try:        hood run testdata/ch03_lang/chan_unbuffered.go
#include "runtime/lang/chan.h"

#include <cstring>
#include <new>

#include "base/check.h"
#include "runtime/alloc/malloc.h"
#include "runtime/core/heap_ptr.h"
#include "runtime/lang/chan_inl.h"
#include "runtime/lang/panic.h"
#include "runtime/sched/sched.h"

namespace hood::rt {
namespace {

constexpr uint64_t kMaxAlloc = uint64_t{1} << 48;
constexpr uint8_t kHchanPointers[] = {1 << 2};
static_assert(offsetof(Hchan, buf) == 16);
// A channel of values with pointers; others are one pointer-free object with their buffer behind.
constexpr uint8_t kHchanName[] = "runtime.hchan";
constexpr Type kHchanType = {.size = sizeof(Hchan),
                             .ptrBytes = 24,
                             .kind = Kind::Struct,
                             .align = 8,
                             .fieldAlign = 8,
                             .gcMask = kHchanPointers,
                             .string = {kHchanName, sizeof kHchanName - 1}};

uint8_t* chanbuf(Hchan* c, int64_t i) { return static_cast<uint8_t*>(c->buf) + static_cast<uint64_t>(i) * c->elemsize; }

void toMemory(G* gp, const Type* t, void* dst, const void* src) {
  if (t->hasPointers()) {
    typedmemmove(gp, t, dst, src);
  } else {
    std::memcpy(dst, src, t->size);
  }
}
void toPlace(G* gp, const Type* t, void* dst, const void* src, bool slotForm) {
  if (dst == nullptr || t->size == 0) return;
  if (slotForm) {
    // From frame to frame, perhaps: one may have been scanned, and the other may lose the value before it is.
    if (HOOD_UNLIKELY(writeBarrierEnabled(gp))) shadeValue(gp, t, src);
    loadSlots(t, static_cast<Slot*>(dst), src);
  } else {
    toMemory(gp, t, dst, src);
  }
}
void zeroPlace(G* gp, const Type* t, void* dst, bool slotForm) {
  if (dst == nullptr || t->size == 0) return;
  if (slotForm) {
    std::memset(dst, 0, t->slots() * sizeof(Slot));
  } else if (t->hasPointers()) {
    typedmemclr(gp, t, dst);
  } else {
    std::memset(dst, 0, t->size);
  }
}

// ---- the end of a wait, on the waiter's own M
// --------------------------------------------------------------------

Outcome sendResume(G* gp) {
  Sudog* sg = gp->waiting;
  gp->waiting = nullptr;
  gp->param = nullptr;
  bool ok = sg->success;
  releaseSudog(gp->m->p, sg);
  return ok ? Outcome::Done : panicPlainError(gp, "send on closed channel");
}
Outcome recvResume(G* gp) {
  Sudog* sg = gp->waiting;
  gp->waiting = nullptr;
  gp->param = nullptr;
  if (sg->ok != nullptr) sg->ok->u = sg->success;
  releaseSudog(gp->m->p, sg);
  return Outcome::Done;
}

bool chanparkcommit(G*, void* lock) {
  static_cast<Mutex*>(lock)->unlock();
  return true;
}

// REQUIRES c->lock is held; it is released when the goroutine is at rest.
Outcome parkOn(G* gp, Hchan* c, WaitQ& q, void* elem, Slot* ok, bool slotForm, WaitReason why, Outcome (*resume)(G*)) {
  Sudog* sg = acquireSudog(gp->m->p);
  sg->g = gp;
  sg->elem = elem;
  sg->ok = ok;
  sg->slotForm = slotForm;
  sg->c = c;
  gp->waiting = sg;
  gp->param = nullptr;
  gp->resumeFn = resume;
  q.enqueue(sg);
  gopark(gp, chanparkcommit, &c->lock, why);
  return Outcome::Park;
}

// Releases the lock and wakes whom the step found.
void finish(G* gp, Hchan* c, ChanStep step) {
  c->lock.unlock();
  if (step.wake != nullptr) chanWake(gp, step.wake, true);
}

Outcome sendAny(G* gp, Hchan* c, const void* elem) {
  if (c == nullptr) {
    gopark(gp, nullptr, nullptr, WaitReason::ChanSendNilChan);
    return Outcome::Park;
  }
  c->lock.lock();
  ChanStep step = trySendLocked(gp, c, elem);
  if (step.kind == ChanStep::Wait) {
    return parkOn(gp, c, c->sendq, const_cast<void*>(elem), nullptr, false, WaitReason::ChanSend, sendResume);
  }
  finish(gp, c, step);
  return step.kind == ChanStep::Done ? Outcome::Done : panicPlainError(gp, "send on closed channel");
}

Outcome recvAny(G* gp, Hchan* c, void* elem, bool slotForm, Slot* ok) {
  if (ok != nullptr) ok->u = 0;
  if (c == nullptr) {
    gopark(gp, nullptr, nullptr, WaitReason::ChanReceiveNilChan);
    return Outcome::Park;
  }
  c->lock.lock();
  ChanStep step = tryRecvLocked(gp, c, elem, slotForm);
  if (step.kind == ChanStep::Wait) {
    // The place is a result of the operation: the collector looks at it from now on.
    if (slotForm) zeroPlace(gp, c->elemtype, elem, true);
    return parkOn(gp, c, c->recvq, elem, ok, slotForm, WaitReason::ChanReceive, recvResume);
  }
  finish(gp, c, step);
  if (ok != nullptr) ok->u = step.received;
  return Outcome::Done;
}

}  // namespace

void chanWake(G* gp, Sudog* sg, bool success) {
  sg->success = success;
  sg->g->param = sg;
  goready(gp->m->p, sg->g);
}

ChanStep trySendLocked(G* gp, Hchan* c, const void* elem) {
  if (c->closed) return {ChanStep::Closed};
  if (Sudog* sg = c->recvq.dequeue()) {
    // A waiting receiver gets the value directly: it overtakes no one, the buffer is empty.
    toPlace(gp, c->elemtype, sg->elem, elem, sg->slotForm);
    sg->elem = nullptr;
    return {ChanStep::Done, sg};
  }
  if (c->qcount.loadRelaxed() == c->dataqsiz) return {ChanStep::Wait};
  toMemory(gp, c->elemtype, chanbuf(c, c->sendx), elem);
  if (++c->sendx == c->dataqsiz) c->sendx = 0;
  c->qcount.addOwned(1);
  return {ChanStep::Done};
}

ChanStep tryRecvLocked(G* gp, Hchan* c, void* elem, bool slotForm) {
  const Type* t = c->elemtype;
  if (Sudog* sg = c->sendq.dequeue()) {
    if (c->dataqsiz == 0) {
      toPlace(gp, t, elem, sg->elem, slotForm);
    } else {
      // The buffer is full: take its head, and put the sender's value in the place that became free, which is
      // the tail.
      uint8_t* head = chanbuf(c, c->recvx);
      toPlace(gp, t, elem, head, slotForm);
      toMemory(gp, t, head, sg->elem);
      if (++c->recvx == c->dataqsiz) c->recvx = 0;
      c->sendx = c->recvx;
    }
    sg->elem = nullptr;
    return {ChanStep::Done, sg, true};
  }
  if (c->qcount.loadRelaxed() > 0) {
    uint8_t* head = chanbuf(c, c->recvx);
    toPlace(gp, t, elem, head, slotForm);
    if (t->hasPointers()) typedmemclr(gp, t, head);
    if (++c->recvx == c->dataqsiz) c->recvx = 0;
    c->qcount.addOwned(-1);
    return {ChanStep::Done, nullptr, true};
  }
  if (!c->closed) return {ChanStep::Wait};
  zeroPlace(gp, t, elem, slotForm);
  return {ChanStep::Done};
}

Outcome makechan(G* gp, const Type* chanType, int64_t size, Slot* out) {
  const Type* elem = chanType->elem;
  uint64_t bytes = 0;
  if (size < 0 || __builtin_mul_overflow(elem->size, static_cast<uint64_t>(size), &bytes) ||
      bytes > kMaxAlloc - sizeof(Hchan)) {
    return panicPlainError(gp, "makechan: size out of range");
  }
  void* memory;
  void* buf = nullptr;
  if (!elem->hasPointers() || bytes == 0) {
    memory = mallocgc(gp, sizeof(Hchan) + bytes, nullptr, true);
    buf = static_cast<uint8_t*>(memory) + sizeof(Hchan);
  } else {
    buf = mallocgc(gp, bytes, elem, true);
    memory = mallocgc(gp, sizeof(Hchan), &kHchanType, true);
  }
  auto* c = new (memory) Hchan{};
  c->dataqsiz = size;
  c->buf = buf;
  c->elemtype = elem;
  c->elemsize = static_cast<uint16_t>(elem->size);
  c->bubbled = gp->bubble != nullptr;
  out->p = c;
  return Outcome::Done;
}

Outcome chansend(G* gp, Hchan* c, const Slot* elem) { return sendAny(gp, c, elem); }
Outcome chansendMem(G* gp, Hchan* c, const void* elem) { return sendAny(gp, c, elem); }
Outcome chanrecv(G* gp, Hchan* c, Slot* elem, Slot* ok) { return recvAny(gp, c, elem, true, ok); }
Outcome chanrecvMem(G* gp, Hchan* c, void* elem, Slot* ok) { return recvAny(gp, c, elem, false, ok); }

Outcome closechan(G* gp, Hchan* c) {
  if (c == nullptr) return panicPlainError(gp, "close of nil channel");
  c->lock.lock();
  if (c->closed) {
    c->lock.unlock();
    return panicPlainError(gp, "close of closed channel");
  }
  c->closed = true;
  Sudog* woken = nullptr;
  Sudog** tail = &woken;
  while (Sudog* sg = c->recvq.dequeue()) {
    zeroPlace(gp, c->elemtype, sg->elem, sg->slotForm);
    sg->elem = nullptr;
    *tail = sg;
    tail = &sg->next;
  }
  while (Sudog* sg = c->sendq.dequeue()) {  // they will panic
    sg->elem = nullptr;
    *tail = sg;
    tail = &sg->next;
  }
  *tail = nullptr;
  c->lock.unlock();
  while (woken != nullptr) {
    Sudog* sg = woken;
    woken = sg->next;
    sg->next = nullptr;
    chanWake(gp, sg, false);
  }
  return Outcome::Done;
}

Outcome selectnbsend(G* gp, Hchan* c, const void* elem, bool* selected) {
  *selected = false;
  if (c == nullptr) return Outcome::Done;
  c->lock.lock();
  ChanStep step = trySendLocked(gp, c, elem);
  finish(gp, c, step);
  *selected = step.kind == ChanStep::Done;
  return step.kind == ChanStep::Closed ? panicPlainError(gp, "send on closed channel") : Outcome::Done;
}

bool selectnbrecv(G* gp, Hchan* c, void* elem, bool slotForm, bool* received) {
  *received = false;
  if (c == nullptr) return false;
  c->lock.lock();
  ChanStep step = tryRecvLocked(gp, c, elem, slotForm);
  finish(gp, c, step);
  *received = step.received;
  return step.kind == ChanStep::Done;
}

bool chansendFromTimer(G* gp, Hchan* c, const void* elem) {
  c->lock.lock();
  ChanStep step = trySendLocked(gp, c, elem);
  finish(gp, c, step);
  return step.kind == ChanStep::Done;
}

}  // namespace hood::rt
