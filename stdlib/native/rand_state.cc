// Seeding math/rand: a Lehmer generator spreads the seed over the state, mixed with fixed numbers.
#include "stdlib/native/rand_state.h"

#include <iterator>

#include "base/check.h"

namespace hood::stdlib {
namespace {

#include "stdlib/native/rand_seed.inc"

constexpr int64_t kModulus = (int64_t{1} << 31) - 1;

int64_t seedStep(int64_t x) { return x * 48271 % kModulus; }

}  // namespace

void seedRandState(std::span<uint64_t> state, int64_t seed) {
  HOOD_CHECK(state.size() == std::size(kSeedMix));
  seed %= kModulus;
  if (seed < 0) seed += kModulus;
  if (seed == 0) seed = 89482311;  // zero would stay zero
  for (int i = 0; i < 20; i++) seed = seedStep(seed);
  for (size_t i = 0; i < state.size(); i++) {
    uint64_t u = 0;
    for (int shift : {40, 20, 0}) {
      seed = seedStep(seed);
      u ^= static_cast<uint64_t>(seed) << shift;
    }
    state[i] = u ^ kSeedMix[i];
  }
}

}  // namespace hood::stdlib
