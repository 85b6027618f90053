// What the collector keeps with each P.
// Mirrors:    src/runtime/runtime2.go (the gc fields of type p). Book: 8.3.
// Differs:    a struct of its own, so that runtime/sched knows nothing of it.
// Locks:      belongs to who holds the P; in a stopped world, to the collector.
#pragma once

#include "base/atomic.h"
#include "runtime/gc/mark.h"
#include "runtime/gc/mark_worker.h"
#include "runtime/gc/wbbuf.h"

namespace hood::rt {

struct PGc {
  WbBuf wb;
  Marker marker;
  MarkWorkerMode mode = MarkWorkerMode::None;  // of the worker that is about to run here
  int64_t fractionalMarkTime = 0;              // ns, in this cycle
  Atomic<uint32_t> flushRound{0};  // the last ragged barrier it took part in: Gc::flushRound; written by the owner

  explicit PGc(Mheap* h) : marker(h) {}
};

}  // namespace hood::rt
