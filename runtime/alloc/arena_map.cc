// The heap's address range: reservation.
// Mirrors:    src/runtime/malloc.go (mallocinit). Book: 4.2.
// Differs:    see arena_map.h.

#include "runtime/alloc/arena_map.h"

#include "runtime/alloc/sysmem.h"

namespace hood::rt {
namespace {

// As Go's: addresses like 0xc000… are easy to recognise, and no valid UTF-8. A second VM takes the next range.
void* reserveHeap(size_t bytes) {
  for (uintptr_t i = 0; i < 8; i++) {
    uintptr_t hint = (i << 40) | (uintptr_t{0x00c0} << 32);
    void* p = sysReserve(hint, bytes);
    if (p == nullptr) return nullptr;
    if (reinterpret_cast<uintptr_t>(p) == hint) return p;
    sysFree(p, bytes);
  }
  void* p = sysReserve(0, bytes + kPageSize);  // aligned to pages of ours, which are larger than the OS's
  return p == nullptr ? nullptr : reinterpret_cast<void*>(alignUp(reinterpret_cast<uintptr_t>(p), kPageSize));
}

}  // namespace

bool ArenaMap::init(size_t bytes) {
  constexpr size_t kSmallest = size_t{64} << 20;
  for (; bytes >= kSmallest; bytes /= 2) {
    bytes = alignDown(bytes, kPageSize);
    void* range = reserveHeap(bytes);
    if (range == nullptr) continue;
    base_ = reinterpret_cast<uintptr_t>(range);
    reserved_ = bytes;
    size_t npages = bytes >> kPageShift;
    // One entry more than pages: heapBits() may read the word after the last.
    pages_ = static_cast<PageEntry*>(sysAllocSparse((npages + 1) * sizeof(PageEntry)));
    spans_ = static_cast<Mspan**>(sysAllocSparse((npages + 1) * sizeof(Mspan*)));
    heapBits_ = static_cast<uint64_t*>(sysAllocSparse((npages + 1) * kMarkBytesPerPage));
    for (uint8_t*& set : marks_) set = static_cast<uint8_t*>(sysAllocSparse((npages + 1) * kMarkBytesPerPage));
    if (pages_ && spans_ && heapBits_ && marks_[0] && marks_[1]) return true;
    destroy();
  }
  return false;
}

void ArenaMap::destroy() {
  size_t entries = (reserved_ >> kPageShift) + 1;
  auto drop = [](auto*& p, size_t bytes) {
    if (p != nullptr) sysFree(p, bytes);
    p = nullptr;
  };
  drop(pages_, entries * sizeof(PageEntry));
  drop(spans_, entries * sizeof(Mspan*));
  drop(heapBits_, entries * kMarkBytesPerPage);
  for (uint8_t*& set : marks_) drop(set, entries * kMarkBytesPerPage);
  if (base_ != 0) sysFree(reinterpret_cast<void*>(base_), reserved_);
  base_ = reserved_ = 0;
}

}  // namespace hood::rt
