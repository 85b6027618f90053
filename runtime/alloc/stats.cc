// Allocation statistics.
// Mirrors:    src/runtime/mstats.go (readmemstats_m). Book: 4.7.
// Differs:    see stats.h.

#include "runtime/alloc/stats.h"

#include "runtime/alloc/mheap.h"

namespace hood::rt {

void readMemStats(Mheap* h, MemStats& m) {
  h->flushAllCaches();
  m = MemStats();
  const HeapStats& st = h->stats;
  uint64_t total = static_cast<uint64_t>(st.largeAllocBytes.loadRelaxed());
  uint64_t freed = static_cast<uint64_t>(st.largeFreeBytes.loadRelaxed());
  for (int c = 0; c < kNumSizeClasses; c++) {
    uint64_t allocs = static_cast<uint64_t>(st.allocs[c].loadRelaxed());
    uint64_t frees = static_cast<uint64_t>(st.frees[c].loadRelaxed());
    total += allocs * kSizeClasses[c].size;
    freed += frees * kSizeClasses[c].size;
    m.mallocs += allocs;
    m.frees += frees;
    if (c < 61) m.bySize[c] = {kSizeClasses[c].size, allocs, frees};
  }
  uint64_t tiny = static_cast<uint64_t>(st.tinyAllocs.loadRelaxed());
  m.mallocs += tiny;
  m.frees += tiny;  // the blocks they lie in are counted themselves
  m.totalAlloc = total;
  m.alloc = m.heapAlloc = total - freed;
  m.heapObjects = m.mallocs - m.frees;

  LockGuard guard(h->lock);
  m.heapInuse = h->inusePages * kPageSize;
  m.heapIdle = h->pages.freePages() * kPageSize;
  m.heapSys = m.heapInuse + m.heapIdle;
  m.heapReleased = h->pages.scavengedPages() * kPageSize;
  m.mspanInuse = h->spanAlloc.inuseBytes();
  m.mspanSys = h->spanAlloc.sysBytes();
  m.mcacheInuse = h->cacheAlloc.inuseBytes();
  m.mcacheSys = h->cacheAlloc.sysBytes();
  m.gcSys = h->tableBytes();
  m.otherSys = sizeof(Mheap);
  m.sys = m.heapSys + m.mspanSys + m.mcacheSys + m.gcSys + m.otherSys;
}

}  // namespace hood::rt
