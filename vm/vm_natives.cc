// The VM's own natives.
#include <span>

#include "runtime/sched/g.h"
#include "vm/natives.h"

namespace hood::vm {
namespace {

// func call(fn, frame unsafe.Pointer, results, params int): calls the func value fn. frame points to results + params slots,
// results first, each value at its own slots; the results are there afterwards. What package reflect is built on.
rt::Outcome rtypeCall(rt::G* gp, rt::Slot* w) {
  gp->pendingCall = w;
  return rt::Outcome::Call;
}

constexpr rt::NativeEntry kNatives[] = {
    {"internal/rtype.call", rtypeCall},
};

}  // namespace

std::span<const rt::NativeEntry> vmNatives() { return kNatives; }

}  // namespace hood::vm
