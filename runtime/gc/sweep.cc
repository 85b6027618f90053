// Sweeping.
// Mirrors:    src/runtime/mgcsweep.go. Book: 8.5.
// Differs:    see sweep.h.
// Invariants: see sweep.h.

#include "runtime/gc/sweep.h"

#include <algorithm>
#include <cstring>

#include "runtime/alloc/mheap.h"
#include "runtime/alloc/poison.h"
#include "runtime/core/vm.h"
#include "runtime/gc/cycle.h"
#include "runtime/gc/specials.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/work_sources.h"

namespace hood::rt {
namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr bool kPoison = true;
#else
constexpr bool kPoison = false;
#endif

// What becomes of a freed object's memory: nothing; numbers that are easy to recognise; these, and a report if C++ code
// touches it. Who asks for clobberfree wants to read the numbers.
enum class Freed { AsItIs, Clobbered, Hidden };

// So that a use of freed memory shows: no valid address, a large number, easy to recognise.
void clobber(Mspan* s, uint32_t index, Freed how) {
  constexpr uint64_t kDead = 0xdeadbeefdeadbeef;
  uintptr_t p = s->base + uint64_t{index} * s->elemsize;
  auto* words = reinterpret_cast<uint64_t*>(p);
  for (size_t i = 0; i < s->elemsize / 8; i++) words[i] = kDead;
  if (how == Freed::Hidden) HOOD_POISON(p, s->elemsize);
}

// Keeps the marks of allocated objects only (a stray pointer may have marked a free one), counts them, and clears the bits
// of the old allocation, which take the marks of the next cycle.
uint32_t countSurvivors(Mspan* s, uint64_t* marks, Freed how) {
  uint32_t survivors = 0;
  for (uint32_t i = 0; i < s->nelems; i += 64) {
    uint64_t allocated = s->allocBits[i / 64];
    if (s->freeindex > i) allocated |= lowMask(s->freeindex - i);
    uint64_t live = marks[i / 64] & allocated;
    if (how != Freed::AsItIs) {
      for (uint64_t dead = allocated & ~live; dead != 0; dead &= dead - 1) {
        clobber(s, i + static_cast<uint32_t>(ctz64(dead)), how);
      }
    }
    survivors += static_cast<uint32_t>(popcount64(live));
    __atomic_store_n(&marks[i / 64], live, __ATOMIC_RELAXED);  // diedUnswept() may look: bits with records stay as they are
    s->allocBits[i / 64] = 0;
  }
  return survivors;
}

}  // namespace

bool sweepSpan(Mheap* h, Mspan* s) {
  HOOD_ASSERT(s->sweepgen.loadRelaxed() == h->sweepgen - 2);  // ours
  HOOD_ASSERT(s->list == nullptr);
  uint64_t* marks = h->arena.allocBits(static_cast<uint32_t>(h->arena.pageIndex(s->base)));
  HOOD_ASSERT(marks != s->allocBits);
  if (HOOD_UNLIKELY(s->specials.loadRelaxed())) sweepSpecials(h, s);  // relaxed: see specials.h
  Freed how = h->vm->knobs.clobberfree ? Freed::Clobbered : kPoison ? Freed::Hidden : Freed::AsItIs;
  uint32_t survivors = countSurvivors(s, marks, how);
  uint32_t nfreed = s->allocCount - survivors;
  HOOD_ASSERT(survivors <= s->allocCount);
  h->stats.freed(s->spanclass, nfreed);
  h->pagesSwept.fetchAddRelaxed(s->npages);  // a sum
  if (survivors == 0) {
    if (sizeClassOf(s->spanclass) == 0) h->stats.largeFreeBytes.fetchAddRelaxed(static_cast<int64_t>(s->elemsize));
    h->freeSpan(s);
    return true;
  }
  s->allocBits = marks;
  s->freeindex = 0;
  s->allocCount = survivors;
  if (nfreed != 0) s->needzero = true;
  s->sweepgen.storeRelease(h->sweepgen);  // order: pairs with diedUnswept()
  return false;
}

namespace {

// A span that waits to be swept, which is the caller's from now on; nullptr: there is none. A span that is being swept is on no
// list, so any number of threads may be at it. Large objects come first (class 0): they free most at once.
Mspan* nextUnswept(Mheap* h) {
  for (;;) {
    int32_t c = h->sweepClass.loadAcquire();  // order: a class that was passed is empty until the next cycle
    if (c >= kNumSpanClasses) return nullptr;
    if (Mspan* s = h->central[c].takeUnswept()) return s;
    h->sweepClass.casAcqRel(c, c + 1);
  }
}

// Whether its pages have come back.
bool sweepTaken(Mheap* h, Mspan* s) {
  Mcentral& central = h->central[s->spanclass];
  if (sweepSpan(h, s)) return true;
  central.addSwept(s);
  return false;
}

}  // namespace

void reclaimPages(Mheap* h, size_t npages) {
  constexpr size_t kFewest = 128;  // spans that are looked at, even for a page; some 20 us
  size_t reclaimed = 0;
  for (size_t budget = std::max(kFewest, 4 * npages); budget > 0 && reclaimed < npages; budget--) {
    Mspan* s = nextUnswept(h);
    if (s == nullptr) return;
    size_t spanPages = s->npages;
    if (sweepTaken(h, s)) reclaimed += spanPages;
  }
}

bool sweepone(Mheap* h) {
  Mspan* s = nextUnswept(h);
  if (s != nullptr) sweepTaken(h, s);
  return s != nullptr;
}

void finishSweep(Mheap* h) {
  while (sweepone(h)) {}
}

// ---- when --------------------------------------------------------------------------------------------------------

// Sweeping is to be over when the heap reaches the trigger of the next cycle, or a little before.
void gcPaceSweeper(Mheap* h, int64_t trigger) {
  h->sweepPagesPerByte = 0;
  if (h->sweepClass.loadRelaxed() >= kNumSpanClasses || trigger == INT64_MAX) return;  // the world is stopped
  int64_t live = h->heapLive.loadRelaxed();
  int64_t distance = std::max<int64_t>(trigger - live - (1 << 20), kPageSize);
  int64_t pages = static_cast<int64_t>(h->inusePages) - h->pagesSwept.loadRelaxed();
  if (pages <= 0) return;
  h->sweepPagesPerByte = static_cast<double>(pages) / static_cast<double>(distance);
  h->sweepHeapLiveBasis = live;
  h->pagesSweptBasis = h->pagesSwept.loadRelaxed();
}

void deductSweepCredit(Mheap* h, size_t spanBytes) {
  if (h->sweepPagesPerByte == 0) return;
  int64_t grown = h->heapLive.loadRelaxed() - h->sweepHeapLiveBasis + static_cast<int64_t>(spanBytes);
  auto target = static_cast<int64_t>(h->sweepPagesPerByte * static_cast<double>(grown)) + h->pagesSweptBasis;
  while (h->pagesSwept.loadRelaxed() < target) {  // a sum, which others add to
    if (!sweepone(h)) return;
  }
}

bool gcSweepIdle(VM* vm) {
  constexpr int kBatch = 10;
  if (vm->gc == nullptr || gcMarking(vm)) return false;
  bool any = false;
  for (int i = 0; i < kBatch && !vm->sched->gcwaiting.loadSeqCst() && sweepone(vm->heap); i++) any = true;
  if (any) vm->gc->finalizers.wakeIfQueued(vm);
  return any;
}

}  // namespace hood::rt
