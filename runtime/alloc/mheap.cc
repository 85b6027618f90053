// The heap: spans of pages.
// Mirrors:    src/runtime/mheap.go. Book: 4.3, 4.5, 4.6.
// Differs:    see mheap.h.
// Invariants: see mheap.h.
// Locks:      see mheap.h.

#include "runtime/alloc/mheap.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <new>

#include "runtime/alloc/gc_hooks.h"
#include "runtime/alloc/poison.h"
#include "runtime/alloc/sysmem.h"
#include "runtime/core/vm.h"
#include "runtime/sched/g.h"

namespace hood::rt {

bool mallocinit(VM* vm) {
  auto* h = new Mheap();
  h->vm = vm;
  if (!h->arena.init(static_cast<size_t>(vm->knobs.heapreserve)) || !h->pages.init(h->arena.reserved() >> kPageShift)) {
    h->arena.destroy();
    delete h;
    return false;
  }
  h->maxPages = h->arena.reserved() >> kPageShift;
  if (vm->knobs.heapmax != 0) {
    h->maxPages = std::min(h->maxPages, divRoundUp(static_cast<uint64_t>(vm->knobs.heapmax), kPageSize));
  }
  for (int i = 0; i < kNumSpanClasses; i++) {
    h->central[i].heap = h;
    h->central[i].spanclass = static_cast<SpanClass>(i);
  }
  if (vm->knobs.allocfreetrace || vm->knobs.inittrace) vm->knobs.memprofilerate = 1;
  h->memProfileRate.storeRelaxed(&vm->knobs.memprofilerate);
  h->gcTrigger.storeRelaxed(INT64_MAX);  // until the collector starts
  vm->heap = h;
  return true;
}

void mallocFree(VM* vm) {
  Mheap* h = vm->heap;
  HOOD_UNPOISON(h->arena.base(), h->grownPages * kPageSize);
  h->pages.destroy();
  h->arena.destroy();
  delete h;
  vm->heap = nullptr;
}

// ---- spans -------------------------------------------------------------------------------------------------------

Mspan* Mheap::allocSpan(size_t npages, SpanClass spc) {
  // Before the heap takes new pages, dead ones come back: otherwise it would grow while garbage waits to be swept.
  reclaimPages(this, npages);
  Mspan* s;
  {
    LockGuard guard(lock);
    s = allocPages(npages, spc);
  }
  if (s == nullptr) return nullptr;
  if (!s->needzero && vm->knobs.hugepages) sysHugePage(reinterpret_cast<void*>(s->base), npages * kPageSize);
  while (HOOD_UNLIKELY(overLimit()) && scavengeOne() != 0) {}
  const SizeClass& cls = kSizeClasses[sizeClassOf(spc)];
  if (cls.size == 0) HOOD_UNPOISON(s->base, npages * kPageSize);
  s->nelems = cls.nelems;
  s->elemsize = cls.size != 0 ? cls.size : npages * kPageSize;
  uint32_t firstPage = static_cast<uint32_t>(arena.pageIndex(s->base));
  s->allocBits = arena.allocBits(firstPage);
  size_t words = divRoundUp(s->nelems, 64);
  std::memset(s->allocBits, 0, words * 8);
  std::memset(arena.markBits(firstPage), 0, words * 8);
  vm->trace.emit(0, 0, Event::SpanAlloc, sizeClassOf(spc), static_cast<int64_t>(npages), static_cast<int64_t>(s->base));
  return s;
}

// The memory limit is near (pacer.cc says what of it is the heap's).
bool Mheap::overLimit() {
  int64_t limit = retainLimit.loadRelaxed();  // a stale one is corrected at the next span
  if (HOOD_LIKELY(limit == INT64_MAX)) return false;
  LockGuard guard(lock);
  return static_cast<int64_t>(retainedBytes()) > limit;
}

Mspan* Mheap::allocPages(size_t npages, SpanClass spc) {
  size_t page = pages.alloc(npages);
  if (page == PageAlloc::kNone) {
    if (!grow(npages)) return nullptr;
    page = pages.alloc(npages);
    HOOD_CHECK(page != PageAlloc::kNone);
  }
  Mspan* s = spanAlloc.alloc();
  if (s == nullptr) {
    pages.free(page, npages);
    return nullptr;
  }
  s->base = arena.pageAddress(page);
  s->npages = static_cast<uint32_t>(npages);
  s->spanclass = spc;
  s->needzero = pages.clearScavenged(page, npages) != npages;
  s->sweepgen.storeRelaxed(sweepgen);  // ours
  for (size_t i = page; i < page + npages; i++) arena.page(i) = {static_cast<uint32_t>(page), spc, SpanState::InUse, 0};
  arena.spanAt(page) = s;
  inusePages += npages;
  return s;
}

void Mheap::freeSpan(Mspan* s) {
  HOOD_ASSERT(s->list == nullptr);
  HOOD_ASSERT(!s->inCache);
  vm->trace.emit(0, 0, Event::SpanFree, sizeClassOf(s->spanclass), s->npages, static_cast<int64_t>(s->base));
  if (!vm->knobs.clobberfree) HOOD_POISON(s->base, s->npages * kPageSize);  // with it they are there to be read
  LockGuard guard(lock);
  size_t page = arena.pageIndex(s->base);
  for (size_t i = page; i < page + s->npages; i++) arena.page(i) = {};
  __atomic_store_n(&arena.spanAt(page), nullptr, __ATOMIC_RELAXED);  // relaxed: see spanAtOrNull()
  inusePages -= s->npages;
  pages.free(page, s->npages);
  spanAlloc.free(s);
}

bool Mheap::grow(size_t npages) {
  constexpr size_t kStep = (size_t{4} << 20) >> kPageShift;
  size_t room = maxPages - std::min(maxPages, grownPages);
  // A free run at the end of what exists is part of the new span: only the rest must be added.
  size_t tail = 0;
  while (tail < npages && tail < grownPages && pages.isFree(grownPages - 1 - tail)) tail++;
  size_t need = npages - tail;
  if (need > room) return false;
  size_t n = std::min(alignUp(need, kStep), room);
  if (!sysMap(reinterpret_cast<void*>(arena.pageAddress(grownPages)), n * kPageSize)) return false;
  pages.free(grownPages, n);
  pages.setScavenged(grownPages, n);
  grownPages += n;
  vm->trace.emit(0, 0, Event::HeapGrow, static_cast<int64_t>(n * kPageSize), static_cast<int64_t>(grownPages * kPageSize));
  return true;
}

// ---- caches ------------------------------------------------------------------------------------------------------

Mcache* Mheap::allocMcache() {
  LockGuard guard(lock);
  Mcache* c = cacheAlloc.alloc();
  if (c == nullptr) return nullptr;
  for (int i = 0; i < kNumSpanClasses; i++) c->runs[i].elemsize = kSizeClasses[i / 2].size;
  c->sizeToClass = SizeToClass(static_cast<SizeClassPolicy>(vm->knobs.sizeclasses));
  c->arena = &arena;
  c->heap = this;
  c->startSampling(vm->hashSeed + ++cachesMade);
  c->next = caches;
  caches = c;
  return c;
}

void Mheap::freeMcache(Mcache* c) {
  c->flush();
  LockGuard guard(lock);
  Mcache** link = &caches;
  while (*link != c) link = &(*link)->next;
  *link = c->next;
  cacheAlloc.free(c);
}

void Mheap::flushAllCaches() {
  for (Mcache* c = caches; c != nullptr; c = c->next) c->flush();
}

// ---- pacing, limits ----------------------------------------------------------------------------------------------

void Mheap::wantCollection(G* gp) {
  // order: the flag is published before the trap; the safepoint that sees the trap reads it.
  vm->gcWanted.storeRelease(true);
  gp->stackLimit.store(0, std::memory_order_release);
}

void Mheap::chargeAssist(G* gp, int64_t bytes) {
  if (gp->gcAssistCycle != sweepgen) {  // of an earlier cycle
    gp->gcAssistCycle = sweepgen;
    gp->gcAssistBytes = 0;
  }
  gp->gcAssistBytes -= bytes;
  if (gp->gcAssistBytes < 0) gp->stackLimit.store(0, std::memory_order_relaxed);  // our own trap
}

void Mheap::beginBlack() {
  marking = true;
  blackBytes.storeRelaxed(0);
}

int64_t Mheap::endBlack() {
  marking = false;
  return blackBytes.loadRelaxed();
}

void Mheap::outOfMemory(size_t bytes) {
  vm->err->write(
      fmt::format("runtime: out of memory: cannot allocate {}-byte block ({} in use)\n", bytes, inusePages * kPageSize));
  fatal(vm, "out of memory");
}

}  // namespace hood::rt
