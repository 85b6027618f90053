// Packages math, math/bits and math/rand: what is not just a function of floats (natives.def binds those
// directly).
#include <bit>
#include <cmath>

#include "runtime/core/vm.h"
#include "runtime/lang/lang.h"
#include "runtime/sched/g.h"
#include "stdlib/native/go_math.h"
#include "stdlib/native/rand_state.h"
#include "stdlib/native/window.h"

namespace hood::stdlib {

// --- math
// ---------------------------------------------------------------------------------------------------

// A float64 and its bits look the same in a slot; so do a float32 and its.
Outcome mathFloat64bits(G*, Slot* w) {
  w[0] = w[1];
  return Outcome::Done;
}

Outcome mathFloat64frombits(G*, Slot* w) {
  w[0] = w[1];
  return Outcome::Done;
}

Outcome mathFloat32bits(G*, Slot* w) {
  w[0].u = static_cast<uint32_t>(w[1].u);
  return Outcome::Done;
}

Outcome mathFloat32frombits(G*, Slot* w) {
  w[0].u = static_cast<uint32_t>(w[1].u);
  return Outcome::Done;
}

Outcome mathFMA(G*, Slot* w) {
  w[0].f = std::fma(w[1].f, w[2].f, w[3].f);
  return Outcome::Done;
}

Outcome mathFrexp(G*, Slot* w) {
  int64_t exponent;
  w[0].f = gomath::frexp(w[2].f, exponent);
  w[1].i = exponent;
  return Outcome::Done;
}

Outcome mathLdexp(G*, Slot* w) {
  int64_t exponent = w[2].i;
  if (exponent > 5000) exponent = 5000;
  if (exponent < -5000) exponent = -5000;
  w[0].f = std::ldexp(w[1].f, static_cast<int>(exponent));
  return Outcome::Done;
}

Outcome mathModf(G*, Slot* w) {
  double x = w[2].f;
  if (std::isinf(x)) {
    w[0].f = x;
    w[1].f = gomath::makeNaN();
    return Outcome::Done;
  }
  w[1].f = std::modf(x, &w[0].f);
  return Outcome::Done;
}

Outcome mathLgamma(G*, Slot* w) {
  int sign;
  w[0].f = gomath::lgamma(w[2].f, sign);
  w[1].i = sign;
  return Outcome::Done;
}

Outcome mathSincos(G*, Slot* w) {
  double x = w[2].f;
  w[0].f = gomath::sin(x);
  w[1].f = gomath::cos(x);
  return Outcome::Done;
}

Outcome mathJn(G*, Slot* w) {
  w[0].f = gomath::jn(w[1].i, w[2].f);
  return Outcome::Done;
}

Outcome mathYn(G*, Slot* w) {
  w[0].f = gomath::yn(w[1].i, w[2].f);
  return Outcome::Done;
}

Outcome mathPow10(G*, Slot* w) {
  w[0].f = gomath::pow10(w[1].i);
  return Outcome::Done;
}

// --- math/bits
// ----------------------------------------------------------------------------------------------

Outcome bitsLen64(G*, Slot* w) { return returnInt(w, std::bit_width(w[1].u)); }

Outcome bitsTrailingZeros64(G*, Slot* w) { return returnInt(w, std::countr_zero(w[1].u)); }

Outcome bitsOnesCount64(G*, Slot* w) { return returnInt(w, std::popcount(w[1].u)); }

Outcome bitsMul64(G*, Slot* w) {
  unsigned __int128 product = static_cast<unsigned __int128>(w[2].u) * w[3].u;
  w[0].u = static_cast<uint64_t>(product >> 64);
  w[1].u = static_cast<uint64_t>(product);
  return Outcome::Done;
}

// --- math/rand
// ----------------------------------------------------------------------------------------------

// runtimeSeed() int64
Outcome randRuntimeSeed(G* gp, Slot* w) {
  if (!gp->vm->knobs.randautoseed) return returnInt(w, 1);
  return returnInt(w, static_cast<int64_t>(uint64_t{rt::fastrand(gp)} << 32 | rt::fastrand(gp)));
}
Outcome randSeedState(G*, Slot* w) {
  Params in(w, 0);
  std::span<uint64_t> state = in.slice<uint64_t>();
  seedRandState(state, in.integer());
  return Outcome::Done;
}

}  // namespace hood::stdlib
