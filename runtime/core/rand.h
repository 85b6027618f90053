// The decision stream: where every choice of a VM comes from.
// Mirrors:    src/runtime/stubs.go (fastrand). Book: 6.5.
// Differs:    one seeded stream per VM instead of one per M, so that a seed replays a run; streams for other threads are
//             split off it.
// Invariants: equal seeds give equal sequences.
// Locks:      none: a stream belongs to one thread at a time.
#pragma once

#include <cstdint>

namespace hood::rt {

class DecisionStream {
 public:
  explicit DecisionStream(uint64_t seed = 1) { reseed(seed); }
  void reseed(uint64_t seed);
  // A seed nobody can guess, from the OS.
  static uint64_t osSeed();

  uint64_t next64() {  // xoshiro256++
    uint64_t result = rotl(s_[0] + s_[3], 23) + s_[0], t = s_[1] << 17;
    s_[2] ^= s_[0];
    s_[3] ^= s_[1];
    s_[1] ^= s_[2];
    s_[0] ^= s_[3];
    s_[2] ^= t;
    s_[3] = rotl(s_[3], 45);
    draws_++;
    return result;
  }
  uint32_t next32() { return static_cast<uint32_t>(next64() >> 32); }
  // Uniform in [0, n). REQUIRES n > 0.
  uint32_t below(uint32_t n) { return static_cast<uint32_t>((uint64_t{next32()} * n) >> 32); }
  // A stream of its own, determined by this one.
  DecisionStream split() { return DecisionStream(next64()); }

  uint64_t seed() const { return seed_; }
  uint64_t draws() const { return draws_; }

 private:
  static uint64_t rotl(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

  uint64_t s_[4];
  uint64_t seed_ = 0;
  uint64_t draws_ = 0;
};

}  // namespace hood::rt
