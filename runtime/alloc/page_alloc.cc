// The page allocator.
// Mirrors:    src/runtime/mpagealloc.go, mpallocbits.go. Book: 4.3.
// Differs:    see page_alloc.h.
// Invariants: see page_alloc.h.

#include "runtime/alloc/page_alloc.h"

#include <algorithm>

#include "base/bits.h"
#include "base/check.h"
#include "runtime/alloc/sysmem.h"

namespace hood::rt {

bool PageAlloc::init(size_t npages) {
  npages_ = npages;
  size_t chunks = divRoundUp(npages, kChunkPages);
  bits_ = static_cast<uint64_t*>(sysAllocSparse(chunks * kChunkPages / 8));
  scavenged_ = static_cast<uint64_t*>(sysAllocSparse(chunks * kChunkPages / 8));
  if (bits_ == nullptr || scavenged_ == nullptr) return false;
  size_t entries = chunks;
  for (nlevels_ = 0; nlevels_ < kMaxLevels;) {
    entries = alignUp(entries, kFan);
    auto* level = static_cast<PageSummary*>(sysAllocSparse(entries * sizeof(PageSummary)));
    if (level == nullptr) return false;
    levels_[nlevels_] = level;
    entries_[nlevels_++] = entries;
    if (entries == kFan) return true;  // the root's children
    entries /= kFan;
  }
  HOOD_UNREACHABLE("page allocator: too many levels");
}

void PageAlloc::destroy() {
  for (uint64_t* table : {bits_, scavenged_}) {
    if (table != nullptr) sysFree(table, divRoundUp(npages_, kChunkPages) * kChunkPages / 8);
  }
  for (int i = 0; i < nlevels_; i++) sysFree(levels_[i], entries_[i] * sizeof(PageSummary));
  *this = PageAlloc();
}

size_t PageAlloc::alloc(size_t npages) {
  HOOD_ASSERT(npages != 0);
  if (npages > freePages_) return kNone;
  size_t page = find(npages);
  if (page == kNone) return kNone;
  allocRange(page, npages);
  return page;
}

void PageAlloc::allocRange(size_t page, size_t npages) {
  clearBitRange(bits_, page, npages);
  freePages_ -= npages;
  update(page, npages);
}

// ---- scavenged pages -------------------------------------------------------------------------------------------

void PageAlloc::setScavenged(size_t page, size_t npages) {
  setBitRange(scavenged_, page, npages);
  scavengedPages_ += npages;
}

size_t PageAlloc::clearScavenged(size_t page, size_t npages) {
  size_t n = 0;
  for (size_t i = page; i < page + npages;) {
    size_t take = std::min<size_t>(64 - i % 64, page + npages - i);
    uint64_t& word = scavenged_[i / 64];
    uint64_t mask = lowMask(static_cast<unsigned>(take)) << (i % 64);
    n += static_cast<size_t>(popcount64(word & mask));
    word &= ~mask;
    i += take;
  }
  scavengedPages_ -= n;
  return n;
}

bool PageAlloc::findUnscavenged(size_t limit, size_t* page, size_t* npages) const {
  for (size_t w = divRoundUp(limit, 64); w-- > 0;) {
    uint64_t word = bits_[w] & ~scavenged_[w];
    if (word == 0) continue;
    auto top = 63 - static_cast<size_t>(__builtin_clzll(word));  // the run that ends here
    uint64_t gaps = ~word << (63 - top);
    size_t n = gaps == 0 ? top + 1 : static_cast<size_t>(__builtin_clzll(gaps));
    *page = w * 64 + top + 1 - n;
    *npages = n;
    return true;
  }
  return false;
}

void PageAlloc::free(size_t page, size_t npages) {
  HOOD_ASSERT(page + npages <= npages_);
  HOOD_ASSERT(!isFree(page));
  setBitRange(bits_, page, npages);
  freePages_ += npages;
  update(page, npages);
}

bool PageAlloc::isFree(size_t page) const { return testBit(bits_, page); }

// ---- search ----------------------------------------------------------------------------------------------------

// Walks down from the root: in each node the first place, by address, where npages fit; either across the borders of its
// children, or within the first child whose longest run is long enough.
size_t PageAlloc::find(size_t npages) const {
  size_t node = 0;
  for (int level = nlevels_ - 1; level >= 0; level--) {
    size_t size = pagesOf(level), run = 0, inside = kNone;
    for (size_t child = node * kFan; child < (node + 1) * kFan; child++) {
      const PageSummary& s = levels_[level][child];
      if (run + s.start >= npages) return child * size - run;
      if (s.max >= npages) {
        inside = child;
        break;
      }
      run = s.start == size ? run + size : s.end;
    }
    if (inside == kNone) return kNone;
    node = inside;
  }
  return findInChunk(node, npages);
}

size_t PageAlloc::findInChunk(size_t chunk, size_t npages) const {
  size_t run = 0;
  for (size_t i = 0; i < kChunkPages;) {
    uint64_t word = bits_[chunk * (kChunkPages / 64) + i / 64] >> (i % 64);
    size_t left = 64 - i % 64;
    size_t ones = word == ~uint64_t{0} ? 64 : static_cast<size_t>(ctz64(~word));
    ones = std::min(ones, left);
    run += ones;
    if (run >= npages) return chunk * kChunkPages + i + ones - run;
    i += ones;
    if (ones == left) continue;  // the run may go on in the next word
    run = 0;
    word = ones == 64 ? 0 : word >> ones;
    i += word == 0 ? left - ones : static_cast<size_t>(ctz64(word));
  }
  HOOD_UNREACHABLE("page allocator: summary promises pages that are not there");
}

// ---- summaries ---------------------------------------------------------------------------------------------------

PageSummary PageAlloc::summarizeChunk(size_t chunk) const {
  const uint64_t* words = bits_ + chunk * (kChunkPages / 64);
  PageSummary s{0, 0, 0};
  uint32_t run = 0;
  bool startOpen = true;
  auto endRun = [&] {
    if (startOpen) s.start = run, startOpen = false;
    s.max = std::max(s.max, run);
    run = 0;
  };
  for (size_t i = 0; i < kChunkPages / 64; i++) {
    uint64_t word = words[i];
    if (word == ~uint64_t{0}) {
      run += 64;
      continue;
    }
    unsigned left = 64;
    while (left > 0) {  // alternating runs of ones and zeros
      unsigned ones = static_cast<unsigned>(ctz64(~word));
      ones = std::min(ones, left);
      run += ones;
      left -= ones;
      if (left == 0) break;
      endRun();
      word >>= ones;
      unsigned zeros = word == 0 ? left : std::min(left, static_cast<unsigned>(ctz64(word)));
      left -= zeros;
      word = zeros == 64 ? 0 : word >> zeros;
    }
  }
  s.end = run;
  endRun();
  return s;
}

void PageAlloc::update(size_t page, size_t npages) {
  size_t first = page >> kChunkShift, last = (page + npages - 1) >> kChunkShift;
  for (size_t chunk = first; chunk <= last; chunk++) levels_[0][chunk] = summarizeChunk(chunk);
  for (int level = 1; level < nlevels_; level++) {
    first >>= kFanShift;
    last >>= kFanShift;
    size_t childSize = pagesOf(level - 1);
    for (size_t node = first; node <= last; node++) {
      PageSummary s{0, 0, 0};
      size_t run = 0;
      bool allFree = true;
      for (size_t c = node * kFan; c < (node + 1) * kFan; c++) {
        const PageSummary& child = levels_[level - 1][c];
        if (allFree) s.start = static_cast<uint32_t>((c - node * kFan) * childSize + child.start);
        allFree = allFree && child.start == childSize;
        s.max = std::max({s.max, child.max, static_cast<uint32_t>(run + child.start)});
        run = child.start == childSize ? run + childSize : child.end;
      }
      s.end = static_cast<uint32_t>(run);
      levels_[level][node] = s;
    }
  }
}

}  // namespace hood::rt
