// The central lists of one span class: where Mcaches get spans with free objects, and return used-up ones.
// Mirrors:    src/runtime/mcentral.go. Book: 4.3.
// Differs:    linked lists under a lock instead of lock-free span sets.
// Invariants: the set a span is in follows from Mheap::sweepgen: sets [gen / 2 % 2] hold swept spans, the others spans that
//             wait to be swept. So raising sweepgen by 2 turns all spans into unswept ones at no cost; before that the
//             unswept sets are empty.
// Locks:      lock guards the lists and the spans on them (rank Mcentral).
#pragma once

#include "runtime/alloc/span.h"
#include "runtime/core/mutex.h"

namespace hood::rt {

struct Mheap;

struct Mcentral {
  // ---- constant ----
  Mheap* heap = nullptr;
  SpanClass spanclass = 0;
  // ---- guarded by lock ----
  Mutex lock{LockRank::Mcentral};
  SpanList partial[2];  // with free objects
  SpanList full[2];     // without

  // A swept span with at least one free object, for an Mcache. nullptr: out of memory.
  Mspan* cacheSpan();
  // Takes a span back. REQUIRES s came from cacheSpan and its run was put down.
  void uncacheSpan(Mspan* s);
  // Puts a span that was just swept on the list it belongs to.
  void addSwept(Mspan* s);
  // Takes a span that waits for sweeping off its list; nullptr: there is none. It is the caller's then.
  Mspan* takeUnswept();

 private:
  Mspan* take(SpanList& list);
};

}  // namespace hood::rt
