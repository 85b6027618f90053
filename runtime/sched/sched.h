// The scheduler: global state, and the doors of runtime/sched.
// Mirrors:    src/runtime/runtime2.go (schedt), proc.go. Book: 5.2, 5.3.
// Differs:    a native on its way back from a system call keeps its thread (syscall.cc). In deterministic mode one M serves
//             all Ps in turn (det.cc); no other thread exists then.
// Invariants: every G that is Runnable is on exactly one queue; runqsize is the length of the global queue.
//             Whoever makes work visible and then sees no spinning M wakes one; an M that stops spinning looks at all queues
//             once more afterwards. So no work is overlooked while a P is idle.
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
#include "runtime/sched/profile.h"

namespace hood::rt {

struct Netpoll;
struct SemaTable;
struct StackPool;

// A FIFO of Gs linked by schedlink.
struct GQueue {
  G* head = nullptr;
  G* tail = nullptr;
  int32_t size = 0;
  bool empty() const { return head == nullptr; }
  void pushBack(G* gp);
  void pushBackAll(GQueue q);
  G* pop();
};

constexpr int32_t kMaxProcs = 1024;

// All Ps ever made, by id. Entries never change; the first gomaxprocs are in use.
class ProcList {
 public:
  // order: acquire sees the P; pairs with the release in add().
  int32_t size() const { return n_.loadAcquire(); }
  P* operator[](int32_t i) const { return at_[i]; }
  P* const* begin() const { return at_; }
  P* const* end() const { return at_ + size(); }
  // REQUIRES one caller at a time.
  void add(P* pp) {
    int32_t n = n_.loadRelaxed();  // ours
    at_[n] = pp;
    n_.storeRelease(n + 1);  // order: publishes the P, see size()
  }

 private:
  Atomic<int32_t> n_{0};
  P* at_[kMaxProcs] = {};
};

struct Sched {
  // ---- constant after schedinit ----
  VM* vm = nullptr;
  bool det = false;      // deterministic mode: everything happens on one thread
  int64_t detSlice = 1;  // its own: safepoints left in this time slice
  ProcList allp;
  M m0;
  G* mainG = nullptr;
  SemaTable* sema = nullptr;
  StackPool* stacks = nullptr;
  Netpoll* netpoll = nullptr;
  // ---- guarded by lock ----
  Mutex lock{LockRank::Sched};
  GQueue runq;
  G* gFree = nullptr;
  Atomic<int32_t> gFreeN{0};  // read without the lock as a hint
  G* allgsHead = nullptr;     // all Gs ever made, by alllink, oldest first; links never change
  G* allgsTail = nullptr;
  M* midle = nullptr;  // idle Ms, by schedlink
  int32_t nmidle = 0;
  int32_t nmidlelocked = 0;  // Ms that wait for their locked goroutine
  int32_t mcount = 1;        // all Ms that live
  int32_t nmsys = 0;         // of them, those that do not count for deadlocks
  int64_t mnext = 1;         // id of the next M
  int64_t maxmcount = 10000;
  M* allm = nullptr;     // by alllink
  M* mfree = nullptr;    // of threads that have ended, by schedlink
  P* pidle = nullptr;    // idle Ps, by link
  int32_t stopwait = 0;  // Ps that a stopping world waits for
  // ---- atomic ----
  Atomic<int32_t> gomaxprocs{1};  // changes in a stopped world
  Atomic<int32_t> runqsize{0};
  Atomic<int32_t> npidle{0};
  Atomic<bool> needspinning{false};  // somebody saw work and found no P: see steal.cc
  Atomic<int32_t> nmspinning{0};
  Atomic<uint64_t> goidgen{0};
  Atomic<int32_t> externalWaiters{0};     // goroutines that another thread will ready: no deadlock while there are some
  Atomic<int32_t> runningPanicDefers{0};  // goroutines running deferred calls because of a panic
  // ---- stopping the world (stw.cc) ----
  Atomic<bool> worldStopper{false};  // somebody is stopping the world, or has
  Atomic<bool> gcwaiting{false};     // Ms are to stop at their next safepoint
  Note stopnote;                     // woken when stopwait becomes 0
  // ---- netpoll, timers ----
  Atomic<int64_t> lastpoll{0};   // when the network was polled last; 0: an M is blocked in it
  Atomic<int64_t> pollUntil{0};  // until when that M will block at most; 0: for ever
  TimeProfiles profiles;
  // ---- sysmon ----
  std::thread sysmon;
  Note sysmonnote;                     // where it sleeps
  Atomic<bool> sysmonwait{false};      // it sleeps for long: whoever starts something wakes it. Changed under lock
  Atomic<bool> sysmonStopping{false};  // it is to end
  Atomic<bool> sigquit{false};         // it is to report all goroutines and end the process
};

// ---- start and end
// ---------------------------------------------------------------------------------------------

// Makes vm->sched with its Ps and m0. REQUIRES the heap exists.
void schedinit(VM* vm);
// Runs mainFn (package initialisers, then main.main) as goroutine 1 until it returns; the exit code of the
// program. Other goroutines die with it.
int rtMain(VM* vm, const Closure* mainFn);
void schedFree(VM* vm);
// Changes the number of Ps: makes Ps, or takes all they have from those beyond n. Returns the Ps that have local work,
// linked by link. REQUIRES lock, and a stopped world.
P* procresize(Sched* s, int32_t n);
// Ties a P to an M and the other way round. REQUIRES the P is idle; the caller owns it.
void acquirep(M* m, P* pp);
P* releasep(M* m);
// Idle Ps. REQUIRES lock.
void pidleput(Sched* s, P* pp);
P* pidleget(Sched* s);

// ---- goroutines
// ------------------------------------------------------------------------------------------------

// go fn(): a new runnable goroutine. fn has no parameters and no results. pc: of the go statement.
G* newproc(G* parent, const Closure* fn, const void* pc);
// The same from a place that runs on no goroutine (timers, start).
G* newproc1(P* pp, const Closure* fn, uint64_t parentGoid, const void* pc, Bubble* bubble = nullptr);
// What is left of a goroutine whose function has ended goes to gFree.
void goexit0(P* pp, G* gp);
// Takes a goroutine of the runtime out of gcount and of dumps.
void becomeSystem(G* gp);
int64_t gcount(VM* vm);
// Calls f for every goroutine that is not dead, in order of creation.
template <class F>
void forEachG(Sched* s, F&& f) {
  for (G* gp = s->allgsHead; gp != nullptr; gp = gp->alllink) {
    // order: with casgstatus
    auto st = static_cast<GStatus>(gp->status.load(std::memory_order_acquire) & ~kGscan);
    if (st != GStatus::Dead && st != GStatus::Idle) f(gp);
  }
}

// ---- queues
// ----------------------------------------------------------------------------------------------------

void runqput(P* pp, G* gp, bool next);
G* runqget(P* pp, bool* inheritTime);
bool runqempty(const P* pp);
void globrunqput(Sched* s, GQueue q);          // takes s->lock
void globrunqput(Sched* s, G* gp);             // takes s->lock
G* globrunqget(Sched* s, P* pp, int32_t max);  // takes s->lock; max 0: a fair share
G* globrunqgetLocked(Sched* s, P* pp, int32_t max);
// Moves half of victim's queue to the end of pp's and returns one of them, or nullptr.
G* runqsteal(P* pp, P* victim, bool stealRunNextG);

// ---- running
// ---------------------------------------------------------------------------------------------------

constexpr int kThreadEnds = -1;  // a result of schedule()

void casgstatus(G* gp, GStatus from, GStatus to);
inline GStatus readgstatus(const G* gp) {
  return static_cast<GStatus>(gp->status.load(std::memory_order_acquire) & ~kGscan);  // order: with casgstatus
}
// The loop of an M: picks goroutines and runs them. Returns, on m0, the exit code when the main goroutine has ended;
// on another M when that ends with the goroutine that was locked to it.
int schedule(M* m);
// Waits for work: any goroutine that m's P, the global queue, the network, timers or other Ps have. steal.cc.
// nullptr: the P is due for marking, gcRunWorker() is to be called.
G* findRunnable(M* m, bool* inheritTime);
// Deterministic mode's: m0 goes on as one of the Ps, drawn from the stream. det.cc.
G* findRunnableDet(M* m, bool* inheritTime);
// There is work: starts an M for it unless one is looking already. Any thread.
void wakep(Sched* s);
// Goroutines that are ready, from a thread that has no P.
void injectglist(Sched* s, GQueue q);
// Marks gp, which waits, as runnable and queues it; from any thread.
void readyFromOutside(Sched* s, G* gp);

// ---- Ms: thread.cc
// ---------------------------------------------------------------------------------------------

// Has some M run pp (nullptr: an idle P, if there is one). spinning: the caller has counted it in nmspinning.
void startm(Sched* s, P* pp, bool spinning);
// Puts m, which has no P, on the idle list until it is given one.
void stopm(M* m);
// m's P goes to somebody else, or to rest: m will be away.
void handoffp(Sched* s, P* pp);
// The same for Ms with a locked goroutine.
void stoplockedm(M* m);
void startlockedm(M* m, G* gp);
// gp has ended while locked to m: the thread ends too (m0 only sleeps).
void exitLockedM(M* m);
void lockOSThread(G* gp);
void unlockOSThread(G* gp);
int64_t setMaxThreads(Sched* s, int64_t n);

// ---- the watcher: sysmon.cc
// ---------------------------------------------------------------------------------------------

void sysmonStart(Sched* s);
void sysmonStop(Sched* s);
// SIGQUIT reports all goroutines of this VM from now on. signal.cc.
void catchSigquit(Sched* s);
// Signals that Go catches and does nothing about until the program asks for them, SIGUSR1 say. SIGPIPE is one: writing to a
// pipe that nobody reads fails with EPIPE; for standard output and error the caller then calls diePipe(). signal.cc.
void catchQuietly();
// An address that memory refuses ends the process as Go's "unexpected fault address" does, with status 2. signal.cc.
void catchFaults();
// What Go's "fatal error: " says of the fault that gp's M was told of last. Made without memory: for the handler, too.
struct FaultText {
  explicit FaultText(const G* gp);
  char text[200];
};
// Ends the process as SIGPIPE would, unless the program has asked for that signal, or ignores it.
void diePipe();
// Wakes it if it sleeps because nothing was running. REQUIRES lock.
void sysmonWakeLocked(Sched* s);
// The lines of GODEBUG=schedtrace. schedtrace.cc.
void schedtrace(Sched* s, bool detailed);

// ---- system calls: a native that may block in the kernel
// -------------------------------------------------------

// Between the two the goroutine has no P, and the collector may run: only memory rooted in the native's arguments may be
// touched, nothing allocated, no runtime function called. Results are written to the window after exitsyscall.
void entersyscall(G* gp);
void exitsyscall(G* gp);

// ---- reports
// ---------------------------------------------------------------------------------------------------

// "goroutine 7 [chan receive, 2 minutes]:\n"
void goroutineheader(G* gp, std::string& out);
// All goroutines but gp (which may be nullptr), each after an empty line.
void tracebackothers(VM* vm, G* gp, std::string& out);
// If nothing can run and nothing will wake anybody, reports the deadlock and exits. REQUIRES lock.
void checkdead(Sched* s);

// ---- roots
// -----------------------------------------------------------------------------------------------------

struct PointerVisitor;
// The pointers of the goroutine's records (deferred calls, panics, select) that are not on its stack;
// scanStack of the engine does the stack.
void scanG(G* gp, PointerVisitor& v);

}  // namespace hood::rt
