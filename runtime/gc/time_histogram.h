// How often durations of each size occurred: pauses, for package runtime/metrics.
// Mirrors:    src/runtime/histogram.go. Book: 8.7.
// Differs:    not atomic: written and read in a stopped world.
// Invariants: four buckets for each power of two from 512 ns on, four below it: an error of a quarter at most.
// Locks:      none.
// Try:        build/dev/hood run testdata/stdlib/runtime_metrics.go
#pragma once

#include <bit>
#include <cstdint>

namespace hood::rt {

struct TimeHistogram {
  static constexpr int kMinBits = 9, kMaxBits = 48, kSubBits = 2;
  static constexpr int kBuckets = (kMaxBits - kMinBits + 1) << kSubBits;

  uint64_t counts[kBuckets] = {};
  uint64_t overflow = 0;  // durations of 2^48 ns, three days, and more

  void record(int64_t ns) {
    auto t = static_cast<uint64_t>(ns < 0 ? 0 : ns);
    int super = std::bit_width(t) - kMinBits;
    int shift = (super <= 0 ? kMinBits : kMinBits + super - 1) - kSubBits;
    if (super < 0) super = 0;
    if (super > kMaxBits - kMinBits) {
      overflow++;
      return;
    }
    counts[(super << kSubBits) + static_cast<int>((t >> shift) & ((1U << kSubBits) - 1))]++;
  }
};

}  // namespace hood::rt
