// Spans: free runs and lists.
// Mirrors:    src/runtime/mbitmap.go, mheap.go (mSpanList). Book: 4.1.
// Differs:    see span.h.
// Invariants: see span.h.

#include "runtime/alloc/span.h"

#include <algorithm>

#include "base/check.h"

namespace hood::rt {

bool Mspan::takeRun(size_t maxBytes, Run& run) {
  uint32_t i = freeindex;
  while (i < nelems) {  // the first clear bit
    uint64_t free = ~allocBits[i / 64] >> (i % 64);
    if (free != 0) {
      i += static_cast<uint32_t>(ctz64(free));
      break;
    }
    i = (i / 64 + 1) * 64;
  }
  if (i >= nelems) {
    freeindex = nelems;
    return false;
  }
  uint32_t limit = i + static_cast<uint32_t>(std::max<size_t>(1, maxBytes / elemsize));
  limit = std::min(limit, nelems);
  uint32_t end = i + 1;
  while (end < limit) {  // the next set bit
    uint64_t used = allocBits[end / 64] >> (end % 64);
    if (used != 0) {
      end += static_cast<uint32_t>(ctz64(used));
      break;
    }
    end = (end / 64 + 1) * 64;
  }
  end = std::min(end, limit);
  run = {i, end - i};
  freeindex = end;
  allocCount += run.count;
  return true;
}

void SpanList::pushBack(Mspan* s) {
  HOOD_ASSERT(s->list == nullptr);
  s->list = this;
  s->next = nullptr;
  s->prev = last;
  (last != nullptr ? last->next : first) = s;
  last = s;
}

void SpanList::pushFront(Mspan* s) {
  HOOD_ASSERT(s->list == nullptr);
  s->list = this;
  s->prev = nullptr;
  s->next = first;
  (first != nullptr ? first->prev : last) = s;
  first = s;
}

void SpanList::remove(Mspan* s) {
  HOOD_ASSERT(s->list == this);
  (s->prev != nullptr ? s->prev->next : first) = s->next;
  (s->next != nullptr ? s->next->prev : last) = s->prev;
  s->next = s->prev = nullptr;
  s->list = nullptr;
}

Mspan* SpanList::popFront() {
  Mspan* s = first;
  if (s != nullptr) remove(s);
  return s;
}

}  // namespace hood::rt
