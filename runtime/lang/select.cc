// select.
// Mirrors:    src/runtime/select.go. Book: 3.5.
// Differs:    the case records lie in the operation's window; a waiting goroutine is finished by G::resumeFn.
//
// 1. Look at the cases in random order with all channels locked; do the first that can go on.
// 2. Otherwise stand in line at all channels and park.
// 3. When woken: leave the other lines; who woke us has moved the value.
//
// Invariants: channels are locked in order of address, so that two selects over the same channels cannot lock
// each other up. Locks:      Hchan::lock of several channels at once, here only. Try:        hood run
// testdata/ch03_lang/select_fair.go
#include "runtime/lang/select.h"

#include <algorithm>
#include <vector>

#include "runtime/lang/chan.h"
#include "runtime/lang/chan_inl.h"
#include "runtime/lang/lang.h"
#include "runtime/lang/panic.h"
#include "runtime/sched/sched.h"

namespace hood::rt {
namespace {

constexpr int kSmall = 16;

// Indices of cases in two orders, on the C++ stack for any usual select.
class Orders {
 public:
  explicit Orders(int n) {
    if (n > kSmall) large_.resize(static_cast<size_t>(n) * 2);
    poll = n > kSmall ? large_.data() : small_;
    lock = poll + (n > kSmall ? n : kSmall);
  }
  uint16_t* poll;
  uint16_t* lock;

 private:
  uint16_t small_[2 * kSmall];
  std::vector<uint16_t> large_;
};

void sellock(const Scase* cases, const uint16_t* order, int n) {
  Hchan* last = nullptr;
  for (int i = 0; i < n; i++) {
    Hchan* c = cases[order[i]].c;
    if (c != last) c->lock.lock();
    last = c;
  }
}
void selunlock(const Scase* cases, const uint16_t* order, int n) {
  for (int i = n - 1; i >= 0; i--) {
    Hchan* c = cases[order[i]].c;
    if (i > 0 && c == cases[order[i - 1]].c) continue;  // unlocked in its turn, when its first one is reached
    c->lock.unlock();
  }
}
// After unlocking the last channel the goroutine may be readied and its Sudogs reused: read ahead of it.
bool selparkcommit(G* gp, void*) {
  Hchan* last = nullptr;
  for (Sudog* sg = gp->waiting; sg != nullptr; sg = sg->waitlink) {
    if (sg->c != last && last != nullptr) last->lock.unlock();
    last = sg->c;
  }
  if (last != nullptr) last->lock.unlock();
  return true;
}

// Step 3. Runs when the goroutine is resumed; param is the Sudog that won.
Outcome selectResume(G* gp) {
  auto* won = static_cast<Sudog*>(gp->param);
  gp->param = nullptr;
  Sudog* all = gp->waiting;
  gp->waiting = nullptr;
  Hchan* last = nullptr;
  for (Sudog* sg = all; sg != nullptr; sg = sg->waitlink) {
    if (sg->c != last) sg->c->lock.lock();
    last = sg->c;
  }
  for (Sudog* sg = all; sg != nullptr; sg = sg->waitlink) {
    if (sg != won) (sg->ticket == 1 ? sg->c->sendq : sg->c->recvq).dequeueSudoG(sg);
  }
  last = nullptr;
  for (Sudog* sg = all; sg != nullptr; sg = sg->waitlink) {
    if (sg->c != last) sg->c->lock.unlock();
    last = sg->c;
  }
  bool isSend = won->ticket == 1, success = won->success;
  won->window->i = won->caseIndex;
  won->ok->u = !isSend && success;
  while (all != nullptr) {
    Sudog* next = all->waitlink;
    releaseSudog(gp->m->p, all);
    all = next;
  }
  return isSend && !success ? panicPlainError(gp, "send on closed channel") : Outcome::Done;
}

// Step 2. REQUIRES all channels are locked; they are released when the goroutine is at rest.
Outcome enqueueAll(G* gp, const Scase* cases, const uint16_t* lockOrder, int n, Slot* index, Slot* ok) {
  index->i = 0;
  ok->u = 0;
  Sudog** tail = &gp->waiting;
  for (int i = 0; i < n; i++) {
    const Scase& k = cases[lockOrder[i]];
    Sudog* sg = acquireSudog(gp->m->p);
    sg->g = gp;
    sg->isSelect = true;
    sg->elem = k.elem;
    sg->slotForm = k.slotForm;
    sg->window = index;
    sg->ok = ok;
    sg->caseIndex = lockOrder[i];
    sg->ticket = k.send;
    sg->c = k.c;
    *tail = sg;
    tail = &sg->waitlink;
    (k.send ? k.c->sendq : k.c->recvq).enqueue(sg);
  }
  *tail = nullptr;
  gp->param = nullptr;
  // order: relaxed, the channels' locks publish it to whoever finds the Sudogs.
  gp->selectDone.store(0, std::memory_order_relaxed);
  gp->resumeFn = selectResume;
  gopark(gp, selparkcommit, nullptr, WaitReason::Select);
  return Outcome::Park;
}

}  // namespace

Outcome selectgoCases(G* gp, const Scase* cases, int n, bool block, Slot* index, Slot* ok) {
  Orders order(n);
  int norder = 0;
  for (int i = 0; i < n; i++) {  // nil channels never are ready: leave them out
    if (cases[i].c == nullptr) continue;
    auto j = static_cast<int>((uint64_t{fastrand(gp)} * static_cast<uint64_t>(norder + 1)) >> 32);
    order.poll[norder] = order.poll[j];
    order.poll[j] = static_cast<uint16_t>(i);
    norder++;
  }
  std::copy(order.poll, order.poll + norder, order.lock);
  std::sort(order.lock, order.lock + norder, [&](uint16_t a, uint16_t b) { return cases[a].c < cases[b].c; });
  sellock(cases, order.lock, norder);
  for (int i = 0; i < norder; i++) {
    const Scase& k = cases[order.poll[i]];
    ChanStep step = k.send ? trySendLocked(gp, k.c, k.elem) : tryRecvLocked(gp, k.c, k.elem, k.slotForm);
    if (step.kind == ChanStep::Wait) continue;
    selunlock(cases, order.lock, norder);
    if (step.wake != nullptr) chanWake(gp, step.wake, true);
    if (step.kind == ChanStep::Closed) return panicPlainError(gp, "send on closed channel");
    index->i = order.poll[i];
    ok->u = step.received;
    return Outcome::Done;
  }
  if (!block) {
    selunlock(cases, order.lock, norder);
    index->i = -1;
    ok->u = 0;
    return Outcome::Done;
  }
  return enqueueAll(gp, cases, order.lock, norder, index, ok);
}

Outcome selectgo(G* gp, Slot* w, bool hasDefault) {
  auto n = static_cast<int>(w[2].i);
  Scase small[kSmall];
  std::vector<Scase> large;
  Scase* cases = small;
  if (n > kSmall) {
    large.resize(static_cast<size_t>(n));
    cases = large.data();
  }
  for (int i = 0; i < n; i++) {
    int64_t dir = w[4 + 2 * i].i;
    int64_t slot = dir >> 1;
    bool send = (dir & 1) == 0;
    cases[i] = {static_cast<Hchan*>(w[3 + 2 * i].p), send || slot != 0 ? static_cast<void*>(w + slot) : nullptr, send, true};
  }
  if (n == 0 && !hasDefault) return block(gp);
  if (n == 1 && !hasDefault) {  // as the plain operation, also in goroutine dumps
    w[0].i = 0;
    w[1].u = 0;
    if (cases[0].send) return chansend(gp, cases[0].c, static_cast<Slot*>(cases[0].elem));
    return chanrecv(gp, cases[0].c, static_cast<Slot*>(cases[0].elem), w + 1);
  }
  return selectgoCases(gp, cases, n, !hasDefault, w, w + 1);
}

Outcome block(G* gp) {
  gopark(gp, nullptr, nullptr, WaitReason::SelectNoCases);
  return Outcome::Park;
}

}  // namespace hood::rt
