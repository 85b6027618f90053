// Package hash/maphash: the hash function of maps, XXH3.
#include "runtime/core/alg.h"
#include "runtime/core/vm.h"
#include "runtime/lang/lang.h"
#include "runtime/sched/g.h"
#include "stdlib/native/window.h"

namespace hood::stdlib {

Outcome maphashRandom(G* gp, Slot* w) {
  w[0].u = uint64_t{rt::fastrand(gp)} << 32 | rt::fastrand(gp);
  return Outcome::Done;
}

// Of a string or the start of a slice.
Outcome maphashHash(G* gp, Slot* w) {
  w[0].u = rt::memHash(gp->vm, w[2].p, w[3].u, w[1].u);
  return Outcome::Done;
}

}  // namespace hood::stdlib
