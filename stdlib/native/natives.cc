// The table of natives, from natives.def.
#include "stdlib/native/natives.h"

#include <cmath>

#include "stdlib/native/go_math.h"

namespace hood::stdlib {

using rt::G;
using rt::Outcome;
using rt::Slot;

#define HOOD_NATIVE(name, function) Outcome function(G* gp, Slot* w);
#include "stdlib/natives.def"

namespace {

template <double (*function)(double)>
Outcome unary(G*, Slot* w) {
  w[0].f = function(w[1].f);
  return Outcome::Done;
}

template <double (*function)(double, double)>
Outcome binary(G*, Slot* w) {
  w[0].f = function(w[1].f, w[2].f);
  return Outcome::Done;
}

constexpr rt::NativeEntry kNatives[] = {
#define HOOD_NATIVE(name, function) {name, function},
#define HOOD_NATIVE_F1(name, function) {name, unary<function>},
#define HOOD_NATIVE_F2(name, function) {name, binary<function>},
#include "stdlib/natives.def"
};

}  // namespace

std::span<const rt::NativeEntry> natives() { return kNatives; }

}  // namespace hood::stdlib
