// The decision stream: seeding.
// Mirrors:    src/runtime/alg.go (alginit). Book: 6.5.
// Differs:    see rand.h.

#include "runtime/core/rand.h"

#include <sys/random.h>
#include <ctime>

namespace hood::rt {
namespace {

uint64_t splitmix64(uint64_t& x) {
  uint64_t z = (x += 0x9e3779b97f4a7c15);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

}  // namespace

void DecisionStream::reseed(uint64_t seed) {
  seed_ = seed;
  draws_ = 0;
  for (uint64_t& word : s_) word = splitmix64(seed);
}

uint64_t DecisionStream::osSeed() {
  uint64_t seed = 0;
  if (getrandom(&seed, sizeof seed, GRND_NONBLOCK) == sizeof seed) return seed;
  timespec ts;
  clock_gettime(CLOCK_MONOTONIC, &ts);
  seed = static_cast<uint64_t>(ts.tv_nsec) ^ static_cast<uint64_t>(ts.tv_sec) << 32;
  return splitmix64(seed);
}

}  // namespace hood::rt
