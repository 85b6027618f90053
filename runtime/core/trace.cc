// The event stream: rings and text.
// Mirrors:    src/runtime/trace.go. Book: 9.2.
// Differs:    see trace.h.

#include "runtime/core/trace.h"

#include <algorithm>
#include <cstdio>

#include "runtime/core/clock.h"
#include "runtime/core/fault.h"

namespace hood::rt {

const EventInfo& eventInfo(Event e) {
  static constexpr EventInfo kInfo[] = {
#define HOOD_EVENT(Name, arg0, arg1, arg2, doc) {#Name, {arg0, arg1, arg2}, doc},
#include "runtime/core/events.def"
  };
  return kInfo[static_cast<int>(e)];
}

void Trace::start(const Clock* clock, int nrings, Writer* sink) {
  clock_ = clock;
  sink_ = sink;
  rings_.resize(static_cast<size_t>(nrings));
  on_.storeRelease(true);  // order: with the start of other threads
}

void Trace::stop() {
  if (!enabled() || rings_.empty()) return;
  on_.storeRelaxed(false);
  if (sink_ == nullptr) return;
  std::string text;
  for (const TraceRecord& r : snapshot()) text += format(r);
  sink_->write(text);
  for (TraceRing& ring : rings_) ring.written = 0;
}

bool Trace::startCapture(const Clock* clock) {
  LockGuard guard(lock_);
  if (capturing_) return false;
  capturing_ = true;
  clock_ = clock;
  captured_.clear();
  on_.storeRelease(true);  // order: as in start()
  return true;
}

void Trace::stopCapture() {
  LockGuard guard(lock_);
  capturing_ = false;
  if (rings_.empty()) on_.storeRelaxed(false);
}

size_t Trace::drain(std::span<TraceRecord> out) {
  LockGuard guard(lock_);
  size_t n = std::min(out.size(), captured_.size());
  auto end = captured_.begin() + static_cast<ptrdiff_t>(n);
  std::copy(captured_.begin(), end, out.begin());
  captured_.erase(captured_.begin(), end);
  return n;
}

void Trace::emitSlow(int p, uint64_t goid, Event e, int64_t a, int64_t b, int64_t c) {
  LockGuard guard(lock_);
  TraceRecord r{clock_->nanotime(), goid, {a, b, c}, e, static_cast<uint8_t>(p)};
  if (capturing_) captured_.push_back(r);
  if (rings_.empty()) return;
  TraceRing& ring = rings_[static_cast<size_t>(p) < rings_.size() ? static_cast<size_t>(p) : 0];
  if (ring.records.empty()) ring.records.resize(TraceRing::kSize);
  if (sink_ != nullptr && ring.written == TraceRing::kSize) flush(ring);
  ring.records[ring.written++ % TraceRing::kSize] = r;
}

void Trace::flush(TraceRing& ring) {
  std::string text;
  for (uint64_t i = 0; i < ring.written; i++) text += format(ring.records[i]);
  sink_->write(text);
  ring.written = 0;
}

std::vector<TraceRecord> Trace::snapshot() const {
  LockGuard guard(lock_);
  std::vector<TraceRecord> all;
  for (const TraceRing& ring : rings_) {
    uint64_t from = ring.written > TraceRing::kSize ? ring.written - TraceRing::kSize : 0;
    for (uint64_t i = from; i < ring.written; i++) all.push_back(ring.records[i % TraceRing::kSize]);
  }
  std::stable_sort(all.begin(), all.end(), [](auto& a, auto& b) { return a.time < b.time; });
  return all;
}

std::string Trace::format(const TraceRecord& r) {
  const EventInfo& info = eventInfo(r.event);
  char head[96];
  std::snprintf(head, sizeof head, "%12lld p%d g%llu %s", static_cast<long long>(r.time), r.p,
                static_cast<unsigned long long>(r.goid), info.name);
  std::string text = head;
  for (int i = 0; i < 3 && info.args[i][0] != 0; i++) {
    text.append(" ").append(info.args[i]).append("=").append(std::to_string(r.args[i]));
  }
  return text + "\n";
}

}  // namespace hood::rt
