// The scavenger: memory behind free pages goes back to the OS.
// Mirrors:    src/runtime/mgcscavenge.go. Book: 4.6.
// Differs:    sysmon does it in the background (gcScavenge in runtime/gc/pacer.cc says how much), runs of up to 64 pages at a time
//             from the top of the heap down; huge pages are not spared.
// Invariants: pages are in use, as far as others can tell, while the OS takes their memory.
// Locks:      Mheap::lock, not held while the OS works.
// Try:        hood run testdata/ch07_alloc/scavenge.go

#include "runtime/alloc/mheap.h"
#include "runtime/alloc/sysmem.h"

namespace hood::rt {

size_t Mheap::scavengeOne() {
  size_t page, n;
  {
    LockGuard guard(lock);
    if (!pages.findUnscavenged(grownPages, &page, &n)) return 0;
    pages.allocRange(page, n);
  }
  sysUnused(reinterpret_cast<void*>(arena.pageAddress(page)), n * kPageSize);
  LockGuard guard(lock);
  pages.free(page, n);
  pages.setScavenged(page, n);
  return n * kPageSize;
}

size_t Mheap::scavengeAll() {
  size_t bytes = 0;
  while (size_t n = scavengeOne()) bytes += n;
  return bytes;
}

}  // namespace hood::rt
