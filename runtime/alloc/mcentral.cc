// The central lists of one span class.
// Mirrors:    src/runtime/mcentral.go. Book: 4.3.
// Differs:    see mcentral.h.
// Invariants: see mcentral.h.
// Locks:      see mcentral.h; never held while sweeping or while asking the heap for pages.

#include "runtime/alloc/mcentral.h"

#include "runtime/alloc/gc_hooks.h"
#include "runtime/alloc/mheap.h"

namespace hood::rt {

Mspan* Mcentral::take(SpanList& list) {
  LockGuard guard(lock);
  return list.popFront();
}

Mspan* Mcentral::takeUnswept() {
  LockGuard guard(lock);
  unsigned unswept = (heap->sweepgen / 2 % 2) ^ 1;
  Mspan* s = partial[unswept].popFront();
  return s != nullptr ? s : full[unswept].popFront();
}

Mspan* Mcentral::cacheSpan() {
  // So many spans are swept in vain before a fresh one is taken: sweeping full spans costs much and frees little.
  constexpr int kSpanBudget = 100;
  Mspan* s = take(partial[heap->sweepgen / 2 % 2]);
  if (s != nullptr) return s;
  for (int budget = kSpanBudget; budget > 0; budget--) {
    s = takeUnswept();
    if (s == nullptr) break;
    if (sweepSpan(heap, s)) continue;  // gone: all its objects were dead
    if (s->allocCount < s->nelems) return s;
    addSwept(s);
  }
  return heap->allocSpan(kSizeClasses[sizeClassOf(spanclass)].pages, spanclass);
}

void Mcentral::uncacheSpan(Mspan* s) {
  HOOD_ASSERT(s->sweepgen.loadRelaxed() == heap->sweepgen);  // ours
  addSwept(s);
}

void Mcentral::addSwept(Mspan* s) {
  LockGuard guard(lock);
  unsigned set = heap->sweepgen / 2 % 2;
  if (s->allocCount < s->nelems) {
    partial[set].pushBack(s);
  } else {
    full[set].pushBack(s);
  }
}

}  // namespace hood::rt
