// Package sort: slices of basic types, whose equal elements nobody can tell apart.
#include <algorithm>
#include <cmath>
#include <vector>

#include "runtime/alloc/malloc.h"
#include "runtime/core/vm.h"
#include "runtime/lang/well_known.h"
#include "runtime/sched/g.h"
#include "stdlib/native/window.h"

namespace hood::stdlib {

Outcome sortSortInts(G*, Slot* w) {
  std::span<int64_t> x = Params(w, 0).slice<int64_t>();
  std::sort(x.begin(), x.end());
  return Outcome::Done;
}

Outcome sortSortFloat64s(G*, Slot* w) {
  std::span<double> x = Params(w, 1).slice<double>();
  bool distinguishable =
      std::any_of(x.begin(), x.end(), [](double v) { return std::isnan(v) || (v == 0 && std::signbit(v)); });
  if (!distinguishable) std::sort(x.begin(), x.end());
  return returnBool(w, !distinguishable);
}

// Sorted in a copy: a collector that marks meanwhile must find every string at its old place until a barrier
// tells it of the new one.
Outcome sortSortStrings(G* gp, Slot* w) {
  std::span<rt::GoString> x = Params(w, 0).slice<rt::GoString>();
  std::vector<rt::GoString> sorted(x.begin(), x.end());
  std::sort(sorted.begin(), sorted.end(), [](rt::GoString a, rt::GoString b) { return rt::view(a) < rt::view(b); });
  rt::typedslicecopy(gp, gp->vm->wellKnown->string, x.data(), sorted.data(), static_cast<int64_t>(x.size()));
  return Outcome::Done;
}

}  // namespace hood::stdlib
