// Package errors: what Is and As must know about types.
#include "runtime/alloc/malloc.h"
#include "runtime/core/type.h"
#include "runtime/lang/iface.h"
#include "runtime/sched/g.h"
#include "stdlib/native/window.h"

namespace hood::stdlib {
namespace {

// As stdlib/src/errors/natives.go numbers them.
enum TargetCheck { kTargetOk, kTargetNotPointer, kTargetNotError };

}  // namespace

Outcome errorsIsComparable(G*, Slot* w) { return returnBool(w, rt::ifaceType(w + 1, false)->flags & rt::kTypeComparable); }

Outcome errorsCheckTarget(G* gp, Slot* w) {
  const rt::Type* errorType = static_cast<rt::Itab*>(w[1].p)->inter;
  const rt::Type* t = rt::ifaceType(w + 3, true);
  if (t->kind != rt::Kind::Pointer || w[4].p == nullptr) return returnInt(w, kTargetNotPointer);
  bool ok = t->elem->kind == rt::Kind::Interface || rt::getitab(gp->vm, errorType, t->elem, true) != nullptr;
  return returnInt(w, ok ? kTargetOk : kTargetNotError);
}

Outcome errorsAssignTo(G* gp, Slot* w) {
  rt::Type* dynamic = rt::ifaceType(w + 1, false);
  void* data = w[2].p;
  const rt::Type* target = rt::ifaceType(w + 3, true)->elem;
  void* to = w[4].p;
  if (target->kind == rt::Kind::Interface) {
    void* first = dynamic;
    if (!rt::isEfaceType(target)) first = rt::getitab(gp->vm, target, dynamic, true);
    if (first == nullptr) return returnBool(w, false);
    void* value[2] = {first, data};
    rt::typedmemmove(gp, target, to, value);
    return returnBool(w, true);
  }
  if (target != dynamic) return returnBool(w, false);
  rt::typedmemmove(gp, target, to, dynamic->direct() ? static_cast<void*>(&data) : data);
  return returnBool(w, true);
}

}  // namespace hood::stdlib
