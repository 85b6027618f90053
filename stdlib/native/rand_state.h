// The state that a seed gives math/rand's generator.
#pragma once

#include <cstdint>
#include <span>

namespace hood::stdlib {

// REQUIRES: state has 607 elements.
void seedRandState(std::span<uint64_t> state, int64_t seed);

}  // namespace hood::stdlib
