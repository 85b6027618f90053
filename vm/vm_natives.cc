// The VM's own natives.
#include <span>

#include "runtime/core/vm.h"
#include "runtime/lang/iface.h"
#include "runtime/sched/g.h"
#include "vm/engine.h"
#include "vm/linker.h"
#include "vm/natives.h"

namespace hood::vm {
namespace {

// func call(fn, frame unsafe.Pointer, results, params int): calls the func value fn. frame points to results + params slots,
// results first, each value at its own slots; the results are there afterwards. What package reflect is built on.
rt::Outcome rtypeCall(rt::G* gp, rt::Slot* w) {
  gp->pendingCall = w;
  return rt::Outcome::Call;
}

// func makeFuncStub() unsafe.Pointer: the entry of all functions that reflection makes (make_func.h).
rt::Outcome reflectMakeFuncStub(rt::G* gp, rt::Slot* w) {
  w[0].p = const_cast<Word*>(static_cast<Engine*>(gp->vm->engine)->program().makeFuncPc);
  return rt::Outcome::Done;
}

// func resolveType(cell **Type) *Type: the func type in a cell of a method table (runtime/core/type.h, kLazyType).
rt::Outcome rtypeResolveType(rt::G* gp, rt::Slot* w) {
  w[0].p = rt::methodType(gp->vm, static_cast<rt::Type**>(w[1].p));
  return rt::Outcome::Done;
}

// func codeOf(code unsafe.Pointer) unsafe.Pointer: the function's first instruction; code may be a stub that links it.
rt::Outcome reflectCodeOf(rt::G* gp, rt::Slot* w) {
  w[0].p = const_cast<Word*>(static_cast<Engine*>(gp->vm->engine)->linker().entryOf(w[1].p));
  return rt::Outcome::Done;
}

constexpr rt::NativeEntry kNatives[] = {
    {"internal/rtype.resolveType", rtypeResolveType},
    {"reflect.call", rtypeCall},
    {"reflect.codeOf", reflectCodeOf},
    {"reflect.makeFuncStub", reflectMakeFuncStub},
};

}  // namespace

std::span<const rt::NativeEntry> vmNatives() { return kNatives; }

}  // namespace hood::vm
