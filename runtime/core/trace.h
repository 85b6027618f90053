// The event stream: what the runtime did, as records in per-P rings.
// Mirrors:    src/runtime/trace.go. Book: 9.2.
// Differs:    events are rows of events.def; views (text, gctrace, timelines) are made from the records.
// Invariants: when a ring is full the sink is called, or the oldest records go.
// Locks:      lock_ (rank Trace): not only the M that holds a P writes to its ring, and recording is the exception.
// Try:        hood run --set trace=1 x.go
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <vector>

#include "base/annotations.h"
#include "runtime/core/mutex.h"

namespace hood::rt {

class Clock;
struct Writer;

enum class Event : uint8_t {
#define HOOD_EVENT(Name, arg0, arg1, arg2, doc) Name,
#include "runtime/core/events.def"
  kCount
};
struct EventInfo {
  const char* name;
  const char* args[3];  // names, "" for unused ones
  const char* doc;
};
const EventInfo& eventInfo(Event e);

struct TraceRecord {
  int64_t time;
  uint64_t goid;
  int64_t args[3];
  Event event;
  uint8_t p;
};

// The ring of one P.
struct TraceRing {
  static constexpr uint32_t kSize = 4096;
  std::vector<TraceRecord> records;  // empty until the first event
  uint64_t written = 0;
};

class Trace {
 public:
  bool enabled() const { return HOOD_UNLIKELY(on_.loadRelaxed()); }  // late by an event at worst
  // Starts recording; nullptr keeps only the newest records of each ring, else full rings are written as text.
  void start(const Clock* clock, int nrings, Writer* sink);
  void stop();  // writes what the rings hold to the sink

  // All records from now on are kept for drain(), too: package runtime/trace reads them. false: they already are.
  bool startCapture(const Clock* clock);
  void stopCapture();
  // Moves the oldest records there are to out, and returns how many.
  size_t drain(std::span<TraceRecord> out);

  void emit(int p, uint64_t goid, Event e, int64_t a = 0, int64_t b = 0, int64_t c = 0) {
    if (enabled()) emitSlow(p, goid, e, a, b, c);
  }
  // The newest records of all rings, by time.
  std::vector<TraceRecord> snapshot() const;
  static std::string format(const TraceRecord& r);

 private:
  void emitSlow(int p, uint64_t goid, Event e, int64_t a, int64_t b, int64_t c);
  void flush(TraceRing& ring);

  Atomic<bool> on_{false};
  const Clock* clock_ = nullptr;
  Writer* sink_ = nullptr;
  mutable Mutex lock_{LockRank::Trace};
  std::vector<TraceRing> rings_ HOOD_GUARDED_BY(lock_);
  bool capturing_ HOOD_GUARDED_BY(lock_) = false;
  std::deque<TraceRecord> captured_ HOOD_GUARDED_BY(lock_);
};

}  // namespace hood::rt
