// Goroutine stacks: memory, growth, shrinking.
// Mirrors:    src/runtime/stack.go. Book: 4.9.
// Differs:    no pointers into a stack but those of sudogs and the saved fp, so a move is one memcpy. Large
// stacks come
//             straight from the OS and grow by remapping.
// Invariants: a stack's size is stackmin times a power of two.
// Locks:      StackPool::lock, for the free lists.
// Try:        HOODDEBUG=stackstress=1 hood run testdata/ch06_sched/deep_recursion.go
#include "runtime/sched/stack.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "base/check.h"
#include "runtime/core/engine.h"
#include "runtime/core/vm.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/stack_pool.h"

namespace hood::rt {
namespace {

constexpr size_t kMapped = 64 << 10;  // stacks of this size and more are mapped one by one

#ifdef __SANITIZE_THREAD__
constexpr bool kRemap = false;  // ThreadSanitizer does not see memory move
#else
constexpr bool kRemap = true;
#endif

#ifdef __SANITIZE_ADDRESS__
constexpr size_t kBlock = 1;  // each stack by itself, with red zones
#else
constexpr size_t kBlock = 32 << 10;
#endif

void* poolAlloc(StackPool& pool, size_t bytes) {
  int c = __builtin_ctzll(bytes);
  LockGuard guard(pool.lock);
  pool.inUse += bytes;
  if (void* p = pool.free[c]) {
    std::memcpy(&pool.free[c], p, sizeof(void*));
    return p;
  }
  StackPool::Block& b = pool.blocks[c];
  if (b.at == b.end) {
    size_t size = std::max(kBlock, bytes);
    b.at = static_cast<char*>(std::aligned_alloc(64, size));
    HOOD_CHECK(b.at != nullptr);
    b.end = b.at + size;
    pool.all.push_back(b.at);
  }
  void* p = b.at;
  b.at += bytes;
  return p;
}
void poolFree(StackPool& pool, void* p, size_t bytes) {
  int c = __builtin_ctzll(bytes);
  LockGuard guard(pool.lock);
  pool.inUse -= bytes;
  std::memcpy(p, &pool.free[c], sizeof(void*));
  pool.free[c] = p;
}

void* mapStack(VM* vm, size_t bytes) {
  void* p = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (p == MAP_FAILED) fatal(vm, "runtime: cannot allocate memory");
  LockGuard guard(vm->sched->stacks->lock);
  vm->sched->stacks->inUse += bytes;
  return p;
}
void unmapStack(VM* vm, void* p, size_t bytes) {
  munmap(p, bytes);
  LockGuard guard(vm->sched->stacks->lock);
  vm->sched->stacks->inUse -= bytes;
}

void setStack(G* gp, void* lo, size_t bytes) {
  gp->stackLo = static_cast<Slot*>(lo);
  gp->stackHi = gp->stackLo + bytes / sizeof(Slot);
}

// Pointers into the old stack, and there are no others: the saved frame, a call being made, and what sudogs
// say.
void adjustPointers(G* gp, const Slot* oldLo, const Slot* oldHi) {
  auto adjust = [&](auto*& p) {
    auto* s = reinterpret_cast<const Slot*>(p);
    if (s < oldLo || s >= oldHi) return;
    auto offset = reinterpret_cast<const char*>(s) - reinterpret_cast<const char*>(oldLo);
    p = reinterpret_cast<std::remove_reference_t<decltype(p)>>(reinterpret_cast<char*>(gp->stackLo) + offset);
  };
  adjust(gp->fp);
  adjust(gp->pendingCall);
  for (Sudog* sg = gp->waiting; sg != nullptr; sg = sg->waitlink) {
    auto* elem = static_cast<Slot*>(sg->elem);
    adjust(elem);
    sg->elem = elem;
    adjust(sg->ok);
    adjust(sg->window);
  }
}

}  // namespace

void stackalloc(G* gp, size_t bytes) {
  HOOD_CHECK(gp->stackLo == nullptr);
  HOOD_CHECK((bytes & (bytes - 1)) == 0);
  void* p = bytes >= kMapped ? mapStack(gp->vm, bytes) : poolAlloc(*gp->vm->sched->stacks, bytes);
  setStack(gp, p, bytes);
  restoreStackLimit(gp);
}

void stackfree(G* gp) {
  if (gp->stackLo == nullptr) return;
  size_t bytes = stackSize(gp);
  if (bytes >= kMapped) {
    unmapStack(gp->vm, gp->stackLo, bytes);
  } else {
    poolFree(*gp->vm->sched->stacks, gp->stackLo, bytes);
  }
  gp->stackLo = gp->stackHi = nullptr;
}

void copystack(G* gp, size_t bytes) {
  VM* vm = gp->vm;
  Slot* oldLo = gp->stackLo;
  Slot* oldHi = gp->stackHi;
  size_t old = stackSize(gp);
  vm->trace.emit(gp->m != nullptr && gp->m->p != nullptr ? gp->m->p->id : 0, gp->goid, Event::StackGrow,
                 static_cast<int64_t>(old), static_cast<int64_t>(bytes));
  if (kRemap && old >= kMapped && bytes > old && !vm->knobs.stackstress) {
    void* p = mremap(oldLo, old, bytes, MREMAP_MAYMOVE);
    if (p == MAP_FAILED) fatal(vm, "runtime: cannot allocate memory");
    setStack(gp, p, bytes);
    LockGuard guard(vm->sched->stacks->lock);
    vm->sched->stacks->inUse += bytes - old;
  } else {
    gp->stackLo = gp->stackHi = nullptr;
    stackalloc(gp, bytes);
    std::memcpy(gp->stackLo, oldLo, old < bytes ? old : bytes);
    Slot* lo = gp->stackLo;
    Slot* hi = gp->stackHi;
    if (vm->knobs.stackstress) std::memset(oldLo, 0xfa, old);  // whoever still points there shall notice
    setStack(gp, oldLo, old);
    stackfree(gp);
    gp->stackLo = lo;
    gp->stackHi = hi;
  }
  adjustPointers(gp, oldLo, oldHi);
  restoreStackLimit(gp);
}

void shrinkstack(G* gp) {
  if (gp->stackLo == nullptr || gp->fp == nullptr || gp->inSyscall) return;
  size_t bytes = stackSize(gp);
  if (bytes <= static_cast<size_t>(gp->vm->knobs.stackmin)) return;
  uint64_t frame = gp->vm->engine->frameSlots(gp);
  if (frame > bytes / sizeof(Slot)) return;  // unknown
  auto used = (static_cast<size_t>(gp->fp - gp->stackLo) + frame + kStackGuard) * sizeof(Slot);
  if (used >= bytes / 4) return;
  copystack(gp, bytes / 2);
}

uintptr_t stackLimitOf(const G* gp) {
  const Knobs& k = gp->vm->knobs;
  if (k.stackstress || k.gcstress != 0 || (k.det && k.detslice != 0)) return 0;  // every safepoint is to be seen
  if (HOOD_UNLIKELY(gp->preemptShrink.loadRelaxed())) return 0;  // a wish of the collector's: the next one is
  return reinterpret_cast<uintptr_t>(gp->stackHi - kStackGuard);
}

void restoreStackLimit(G* gp) {
  // order: seq_cst here, in preemptone() and in preemptall(): either we see the wish below, or it sees our limit and
  // overwrites it.
  gp->stackLimit.store(stackLimitOf(gp), std::memory_order_seq_cst);
  if (gp->preempt.load(std::memory_order_seq_cst) || gp->preemptScan.loadSeqCst() || gp->vm->sched->gcwaiting.loadSeqCst()) {
    gp->stackLimit.store(0, std::memory_order_seq_cst);
  }
}

StackPool::~StackPool() {
  for (void* p : all) std::free(p);
}

}  // namespace hood::rt
