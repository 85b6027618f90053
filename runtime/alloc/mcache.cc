// A P's cache: refilling and flushing.
// Mirrors:    src/runtime/mcache.go. Book: 4.3.
// Differs:    see mcache.h.
// Invariants: see mcache.h.

#include "runtime/alloc/mcache.h"

#include <cmath>
#include <cstring>

#include "runtime/alloc/mheap.h"
#include "runtime/alloc/poison.h"

namespace hood::rt {
namespace {

// Runs are cleared as a whole: no longer than what stays in the first-level cache until it is used.
constexpr size_t kMaxRunBytes = 4096;

}  // namespace

void Mcache::nextRun(G* gp, SpanClass spc) {
  AllocRun& run = runs[spc];
  HOOD_ASSERT(run.cur == run.end);
  while (run.span == nullptr || !advance(run, spc)) refill(gp, run, spc);
  if (HOOD_UNLIKELY(heap->marking)) bornBlack(gp, run);
}

// The whole run is marked: nobody can have a pointer into it, so nobody scans it, and what is stored in it passes the barrier.
void Mcache::bornBlack(G* gp, const AllocRun& run) {
  Mspan* s = run.span;
  auto bytes = static_cast<int64_t>(run.end - run.cur);
  arena->setMarks(static_cast<uint32_t>(arena->pageIndex(s->base)), s->objIndex(run.cur),
                  static_cast<uint32_t>(static_cast<size_t>(bytes) / s->elemsize));
  heap->blackBytes.fetchAddRelaxed(bytes);  // a sum
  heap->chargeAssist(gp, bytes);
}

bool Mcache::advance(AllocRun& run, SpanClass spc) {
  Mspan* s = run.span;
  Mspan::Run r;
  watchProfileRate();
  size_t most = HOOD_LIKELY(nextSample >= static_cast<int64_t>(kMaxRunBytes)) ? kMaxRunBytes : sampleRun();
  if (!s->takeRun(most, r)) return false;
  size_t bytes = size_t{r.count} * s->elemsize;
  nextSample -= static_cast<int64_t>(bytes);
  run.cur = s->base + uintptr_t{r.first} * s->elemsize;
  run.end = run.cur + bytes;
  HOOD_UNPOISON(run.cur, bytes);
  run.dirty = false;
  if (isNoscan(spc)) {
    run.dirty = s->needzero;  // cleared one by one, and only if the caller wants zeros
    return true;
  }
  if (s->needzero) std::memset(reinterpret_cast<void*>(run.cur), 0, bytes);
  if (s->elemsize <= kMaxBitmapSize) arena->clearHeapBits(run.cur, bytes);
  return true;
}

// The bytes that the next run may have, when a sample is near. If it is due the run is that one object.
HOOD_COLD size_t Mcache::sampleRun() {
  int64_t rate = *heap->memProfileRate.loadRelaxed();  // the program's variable: racy as in Go
  if (watchRate > 0 && rate == kMemProfileRate) {
    watchRate--;
    nextSample = 0;
    return 1;
  }
  watchRate = 0;
  if (rate <= 0) nextSample = kMemProfileRate;  // later it is looked at again
  if (nextSample > 0) return static_cast<size_t>(nextSample);
  sampleDue = true;
  nextSample = nextDistance(rate);
  return 1;
}

// Exponentially distributed around the rate, so that every byte is as likely to be sampled. At rate 1 all objects are.
int64_t Mcache::nextDistance(int64_t rate) {
  if (rate <= 1) return 0;
  sampleState = sampleState * 6364136223846793005 + 1442695040888963407;
  double u = static_cast<double>((sampleState >> 11) + 1) / static_cast<double>(uint64_t{1} << 53);
  return static_cast<int64_t>(-std::log(u) * static_cast<double>(rate)) + 1;
}

void Mcache::startSampling(uint64_t seed) {
  sampleState = seed;
  rateAt = heap->memProfileRate.loadRelaxed();  // set before there are threads
  nextSample = nextDistance(*rateAt);
}

void Mcache::countLarge(uint64_t bytes) {
  watchProfileRate();
  nextSample -= static_cast<int64_t>(bytes);
  if (HOOD_LIKELY(nextSample > 0)) return;
  int64_t rate = *heap->memProfileRate.loadRelaxed();  // as above
  sampleDue = rate > 0;
  nextSample = rate > 0 ? nextDistance(rate) : kMemProfileRate;
}

// If the program is about to set runtime.MemProfileRate, which is linked then, the next allocations look at it: so it counts at
// once, whichever P they are on.
void Mcache::watchProfileRate() {
  const int64_t* now = heap->memProfileRate.loadRelaxed();  // a cache that is late misses a run
  if (HOOD_LIKELY(now == rateAt)) return;
  rateAt = now;
  nextSample = 0;
  watchRate = 1000;
}

void Mcache::refill(G* gp, AllocRun& run, SpanClass spc) {
  Mcentral& central = heap->central[spc];
  if (run.span != nullptr) {
    putDown(run);
    central.uncacheSpan(run.span);
    run.span = nullptr;
  }
  deductSweepCredit(heap, size_t{kSizeClasses[sizeClassOf(spc)].pages} * kPageSize);
  Mspan* s = central.cacheSpan();
  if (s == nullptr) heap->outOfMemory(size_t{kSizeClasses[sizeClassOf(spc)].pages} * kPageSize);
  HOOD_ASSERT(s->allocCount < s->nelems);
  s->inCache = true;
  run.span = s;
  run.elemsize = static_cast<uint32_t>(s->elemsize);
  run.cur = run.end = 0;
  // All its free objects count as allocated from now on; flush takes back what was not used.
  heap->stats.cached(spc, s->nelems - s->allocCount);
  heap->accountLive(gp, (s->nelems - s->allocCount) * s->elemsize, spc);
}

// Afterwards the span's freeindex and allocCount are right.
void Mcache::putDown(AllocRun& run) {
  Mspan* s = run.span;
  if (run.cur != run.end) {
    uint32_t left = static_cast<uint32_t>((run.end - run.cur) / s->elemsize);
    s->allocCount -= left;
    s->freeindex -= left;
    s->needzero = true;
    // Their marks stay: a mark without an allocation means nothing to the sweeper.
    if (heap->marking) heap->blackBytes.fetchAddRelaxed(-static_cast<int64_t>(left * s->elemsize));  // a sum
  }
  uint32_t unused = s->nelems - s->allocCount;
  heap->stats.uncached(s->spanclass, unused);
  auto bytes = static_cast<int64_t>(unused * s->elemsize);
  heap->heapLive.fetchAddRelaxed(-bytes);  // sums
  if (!isNoscan(s->spanclass)) heap->heapScan.fetchAddRelaxed(-bytes);
  run.cur = run.end = 0;
  s->inCache = false;
}

void Mcache::flush() {
  for (int spc = 0; spc < kNumSpanClasses; spc++) {
    AllocRun& run = runs[spc];
    if (run.span == nullptr) continue;
    putDown(run);
    heap->central[spc].uncacheSpan(run.span);
    run.span = nullptr;
  }
  tiny = 0;
  tinyOffset = 0;
  heap->stats.tinyAllocs.fetchAddRelaxed(static_cast<int64_t>(tinyAllocs));  // a sum
  tinyAllocs = 0;
}

}  // namespace hood::rt
