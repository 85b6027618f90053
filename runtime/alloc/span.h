// Spans: runs of pages that hold objects of one size class, or one large object.
// Mirrors:    src/runtime/mheap.go (mspan), mbitmap.go (isFree, objIndex). Book: 4.1, 4.3.
// Differs:    alloc and mark bits lie in the arena's tables (arena_map.h); free objects are handed out as runs of
//             neighbours (mcache.h) instead of one at a time.
// Invariants: objects below freeindex are allocated; from freeindex on, those whose alloc bit is set are;
//             allocCount is their number. sweepgen of a span in use is Mheap::sweepgen (swept) or two less (to be swept).
// Locks:      fields belong to who owns the span: an Mcache, or the Mcentral whose list it is on (under its lock).
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/atomic.h"
#include "runtime/alloc/arena_map.h"

namespace hood::rt {

struct SpanList;

struct Mspan {
  // ---- constant while it is allocated ----
  uintptr_t base;
  uint32_t npages;
  uint32_t nelems;
  uint64_t elemsize;  // of a large object: its pages
  SpanClass spanclass;
  // ---- owner ----
  bool needzero;          // free memory in it may be dirty
  bool inCache;           // an Mcache allocates from it
  Atomic<bool> specials;  // there may be records of its objects (gc/specials.h); relaxed: see there
  uint32_t freeindex;
  uint32_t allocCount;
  Atomic<uint32_t> sweepgen;  // written by the owner
  uint64_t* allocBits;
  Mspan* next;
  Mspan* prev;
  SpanList* list;  // the one it is on, nullptr: none
  // What was asked for, of a large object; scanning ends there.
  uint64_t largeSize;

  uintptr_t limit() const { return base + uint64_t{nelems} * elemsize; }
  uint32_t objIndex(uintptr_t p) const {
    return static_cast<uint32_t>(((p - base) * kSizeClasses[sizeClassOf(spanclass)].divMagic) >> 32);
  }
  // Whether the object is allocated. REQUIRES no Mcache holds the span, or its run was put down (flush).
  bool isAllocated(uint32_t index) const { return index < freeindex || testBit(allocBits, index); }

  // Finds the next free objects from freeindex on, up to maxBytes of neighbours (at least one object), and takes them.
  // false: none left.
  struct Run {
    uint32_t first, count;
  };
  bool takeRun(size_t maxBytes, Run& run);
};
static_assert(sizeof(Mspan) <= 128);

// A doubly linked list, so that sweeping can take spans out of the middle.
struct SpanList {
  Mspan* first = nullptr;
  Mspan* last = nullptr;

  bool empty() const { return first == nullptr; }
  void pushBack(Mspan* s);
  void pushFront(Mspan* s);
  void remove(Mspan* s);
  Mspan* popFront();
};

}  // namespace hood::rt
