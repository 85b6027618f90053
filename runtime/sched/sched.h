// The scheduler: global state, and the doors of runtime/sched.
// Mirrors:    src/runtime/runtime2.go (schedt), proc.go. Book: 5.2, 5.3.
// Differs:    one M interprets goroutines for now. Everything that several would share is already per P,
// atomic, or under
//             `lock`; entersyscall keeps the P.
// Invariants: every G that is Runnable is on exactly one queue; runqsize is the length of the global queue.
// Locks:      lock guards the global queue, the lists of idle Ms and Ps, gFree and the list of all Gs.
// Try:        hood run --set schedtrace=100 testdata/ch06_sched/spawn.go
#pragma once

#include <cstdint>
#include <string>
#include <thread>
#include <vector>

#include "base/atomic.h"
#include "runtime/core/fault.h"
#include "runtime/core/mutex.h"
#include "runtime/core/note.h"
#include "runtime/sched/g.h"
#include "runtime/sched/m.h"
#include "runtime/sched/p.h"
#include "runtime/sched/park.h"

namespace hood::rt {

struct SemaTable;
struct StackPool;

// A FIFO of Gs linked by schedlink.
struct GQueue {
  G* head = nullptr;
  G* tail = nullptr;
  bool empty() const { return head == nullptr; }
  void pushBack(G* gp);
  void pushBackAll(GQueue q);
  G* pop();
};

struct Sched {
  // ---- constant after schedinit ----
  VM* vm = nullptr;
  std::vector<P*> allp;
  M m0;
  G* mainG = nullptr;
  SemaTable* sema = nullptr;
  StackPool* stacks = nullptr;
  // ---- guarded by lock ----
  Mutex lock{LockRank::Sched};
  GQueue runq;
  G* gFree = nullptr;
  int32_t gFreeN = 0;
  G* allgsHead = nullptr;  // all Gs ever made, by alllink, oldest first; links never change
  G* allgsTail = nullptr;
  int32_t gomaxprocs = 1;
  // ---- atomic ----
  Atomic<int32_t> runqsize{0};
  Atomic<uint64_t> goidgen{0};
  Atomic<int64_t> ngrunning{0};        // goroutines that are not dead
  Atomic<int32_t> externalWaiters{0};  // goroutines that another thread will ready: no deadlock while there are some
  Atomic<bool> idle{false};            // the M sleeps
  // ---- sysmon ----
  std::thread sysmon;
  Note sysmonStop;
};

// ---- start and end
// ---------------------------------------------------------------------------------------------

// Makes vm->sched with its Ps and m0. REQUIRES the heap exists.
void schedinit(VM* vm);
// Runs mainFn (package initialisers, then main.main) as goroutine 1 until it returns; the exit code of the
// program. Other goroutines die with it.
int rtMain(VM* vm, const Closure* mainFn);
void schedFree(VM* vm);
// runtime.GOMAXPROCS: the number of Ps that may run; Ps are made as needed. Returns the number before.
int32_t setGomaxprocs(VM* vm, int32_t n);

// ---- goroutines
// ------------------------------------------------------------------------------------------------

// go fn(): a new runnable goroutine. fn has no parameters and no results. pc: of the go statement.
G* newproc(G* parent, const Closure* fn, const void* pc);
// The same from a place that runs on no goroutine (timers, start).
G* newproc1(P* pp, const Closure* fn, uint64_t parentGoid, const void* pc);
// What is left of a goroutine whose function has ended goes to gFree.
void goexit0(P* pp, G* gp);
// Takes a goroutine of the runtime out of gcount and of dumps.
void becomeSystem(G* gp);
int64_t gcount(VM* vm);
// Calls f for every goroutine that is not dead, in order of creation.
template <class F>
void forEachG(Sched* s, F&& f) {
  for (G* gp = s->allgsHead; gp != nullptr; gp = gp->alllink) {
    auto st = static_cast<GStatus>(gp->status.load(std::memory_order_acquire));  // order: with casgstatus
    if (st != GStatus::Dead && st != GStatus::Idle) f(gp);
  }
}

// ---- queues
// ----------------------------------------------------------------------------------------------------

void runqput(P* pp, G* gp, bool next);
G* runqget(P* pp, bool* inheritTime);
bool runqempty(const P* pp);
void globrunqput(Sched* s, GQueue q, int32_t n);  // takes s->lock
void globrunqput(Sched* s, G* gp);                // takes s->lock
G* globrunqget(Sched* s, P* pp, int32_t max);     // takes s->lock; max 0: a fair share
// Moves half of victim's queue to the end of pp's and returns one of them, or nullptr.
G* runqsteal(P* pp, P* victim, bool stealRunNextG);

// ---- running
// ---------------------------------------------------------------------------------------------------

void casgstatus(G* gp, GStatus from, GStatus to);
inline GStatus readgstatus(const G* gp) {
  return static_cast<GStatus>(gp->status.load(std::memory_order_acquire));  // order: with casgstatus
}
// The loop of an M: picks goroutines and runs them until the main goroutine ends. Returns the exit code.
int schedule(M* m);
// Wakes the M if it sleeps: there is work. Any thread.
void wakep(Sched* s);
void sysmonStart(Sched* s);
void sysmonStop(Sched* s);

// ---- system calls: a native that may block in the kernel
// -------------------------------------------------------

void entersyscall(G* gp);
void exitsyscall(G* gp);

// ---- reports
// ---------------------------------------------------------------------------------------------------

// "goroutine 7 [chan receive, 2 minutes]:\n"
void goroutineheader(G* gp, std::string& out);
// All goroutines but gp (which may be nullptr), each after an empty line.
void tracebackothers(VM* vm, G* gp, std::string& out);
// Nothing can run, nothing will wake anybody: reports the deadlock and exits.
[[noreturn]] void checkdead(Sched* s);

// ---- roots
// -----------------------------------------------------------------------------------------------------

struct PointerVisitor;
// The pointers of the goroutine's records (deferred calls, panics, select) that are not on its stack;
// scanStack of the engine does the stack.
void scanG(G* gp, PointerVisitor& v);

}  // namespace hood::rt
