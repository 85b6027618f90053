// The page allocator: which pages of the heap's range are free; first fit by address.
// Mirrors:    src/runtime/mpagealloc.go, mpallocbits.go. Book: 4.3.
// Differs:    a bit says free instead of in use, so that zeroed tables describe pages that do not exist yet.
// Invariants: the summary of a node is that of its children; bits of pages that were never grown are 0. A scavenged page is
//             free and has no memory behind it: it reads as zero.
// Locks:      Mheap::lock.
#pragma once

#include <cstddef>
#include <cstdint>

namespace hood::rt {

// Free pages of a part of the range: at its start, the longest run, at its end.
struct PageSummary {
  uint32_t start, max, end;
};

class PageAlloc {
 public:
  static constexpr size_t kNone = ~size_t{0};

  // Tables for `npages` pages, none of them free yet. false: no memory.
  bool init(size_t npages);
  void destroy();

  // Makes pages available (new ones, or ones that alloc returned).
  void free(size_t page, size_t npages);
  // The lowest run of npages free pages, taken; kNone when there is none.
  size_t alloc(size_t npages);

  // The same pages, which are free.
  void allocRange(size_t page, size_t npages);

  // Free pages without memory: new ones, and those that went back to the OS.
  void setScavenged(size_t page, size_t npages);
  // How many of these pages were; they no longer are.
  size_t clearScavenged(size_t page, size_t npages);
  // Among the first `limit` pages the last run of up to 64 free ones that have memory. false: there is none.
  bool findUnscavenged(size_t limit, size_t* page, size_t* npages) const;

  size_t freePages() const { return freePages_; }
  size_t scavengedPages() const { return scavengedPages_; }
  bool isFree(size_t page) const;
  // Calls f(page, npages) for each maximal run of free pages.
  template <class F>
  void forEachFreeRun(size_t limit, F f) const {
    for (size_t i = 0; i < limit;) {
      size_t n = 0;
      while (i + n < limit && isFree(i + n)) n++;
      if (n != 0) f(i, n);
      i += n + 1;
    }
  }

 private:
  static constexpr int kChunkShift = 9;  // pages of a chunk: one leaf summary
  static constexpr size_t kChunkPages = size_t{1} << kChunkShift;
  static constexpr int kFanShift = 3;
  static constexpr size_t kFan = size_t{1} << kFanShift;
  static constexpr int kMaxLevels = 12;

  size_t pagesOf(int level) const { return kChunkPages << (kFanShift * level); }
  PageSummary summarizeChunk(size_t chunk) const;
  size_t findInChunk(size_t chunk, size_t npages) const;
  size_t find(size_t npages) const;
  void update(size_t page, size_t npages);

  uint64_t* bits_ = nullptr;              // 1: free
  uint64_t* scavenged_ = nullptr;         // 1: free, and without memory
  PageSummary* levels_[kMaxLevels] = {};  // 0: chunks; each level has an eighth of the entries of that below
  size_t entries_[kMaxLevels] = {};
  int nlevels_ = 0;
  size_t npages_ = 0;
  size_t freePages_ = 0;
  size_t scavengedPages_ = 0;
};

}  // namespace hood::rt
