// Parking and readying goroutines; the wait-list element.
// Mirrors:    src/runtime/proc.go (gopark, goready), runtime2.go (sudog), chan.go (waitq). Book: 5.1, 5.3.
// Differs:    gopark() only notes the wish: the caller returns Outcome::Park (or Retry), the interpreter
// saves pc and fp
//             and gives the goroutine back, and schedule() changes its status and runs the unlock function
//             then. So nobody can ready a goroutine before its stack is at rest, however many Ms there are.
// Invariants: a Sudog is on at most one queue; a waiting goroutine's `waiting` chain holds all its Sudogs.
// Locks:      a WaitQ is guarded by the lock of what it belongs to.
#pragma once

#include <cstdint>

#include "runtime/core/value.h"
#include "runtime/sched/g.h"

namespace hood::rt {

struct Hchan;
struct P;

enum class WaitReason : uint8_t {
#define HOOD_WAIT_REASON(name, text) name,
#include "runtime/sched/wait_reasons.def"
#undef HOOD_WAIT_REASON
};
const char* waitReasonString(WaitReason r);
// For a lock of package sync. runtime2.go: isMutexWait
inline bool isMutexWait(WaitReason r) {
  return r == WaitReason::SyncMutexLock || r == WaitReason::SyncRWMutexRLock || r == WaitReason::SyncRWMutexLock;
}
// For something that another goroutine does with a channel, or with what G::waitAddr says.
inline bool isObjectWait(WaitReason r) {
  switch (r) {
    case WaitReason::Select:
    case WaitReason::ChanReceive:
    case WaitReason::ChanSend:
    case WaitReason::Semacquire:
    case WaitReason::SyncCondWait: return true;
    default: return isMutexWait(r);
  }
}

// A goroutine in a wait list. Many-to-many: a goroutine can be on several lists (select), a list holds many
// goroutines.
struct Sudog {
  G* g = nullptr;
  Sudog* next = nullptr;
  Sudog* prev = nullptr;
  void* elem = nullptr;    // the value to send, or where to put the received one; may point into g's stack, and
                           // is adjusted when that moves
  Slot* ok = nullptr;      // where a receive's ok flag goes (in g's stack), or nullptr
  Slot* window = nullptr;  // select: the slot of the index result
  bool slotForm = false;   // elem is frame slots: small scalars are extended
  bool isSelect = false;   // g takes part in a select: winning needs selectDone
  bool success = false;    // woken by a value, not by close
  uint16_t caseIndex = 0;  // select: which case
  uint32_t ticket = 0;     // notifyList; sema: priority in the tree
  int64_t acquiretime = 0;
  Sudog* parent = nullptr;    // sema: in the tree of addresses
  Sudog* waitlink = nullptr;  // g->waiting chain; sema: the queue of one address
  Sudog* waittail = nullptr;  // sema: its end
  Hchan* c = nullptr;
};

struct WaitQ {
  Sudog* first = nullptr;
  Sudog* last = nullptr;

  void enqueue(Sudog* s);
  // Takes the first waiter that can be woken: one in a select counts only if no other case has won yet.
  Sudog* dequeue();
  void dequeueSudoG(Sudog* s);  // takes out this one; no-op when it is not there
};

Sudog* acquireSudog(P* pp);
void releaseSudog(P* pp, Sudog* s);

// Notes that gp, which is running, is to wait. unlockf runs after the goroutine is at rest; false: it runs on
// at once. The caller returns Outcome::Park (go on after the operation) or Outcome::Retry (repeat it) right
// away.
void gopark(G* gp, bool (*unlockf)(G*, void*), void* lock, WaitReason reason);
// Makes a waiting goroutine runnable, next on pp (the P of the caller).
void goready(P* pp, G* gp);
void ready(P* pp, G* gp, bool next);

}  // namespace hood::rt
