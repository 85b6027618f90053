// Roots.
// Mirrors:    src/runtime/mgcmark.go (markroot). Book: 8.4.
// Differs:    see roots.h.

#include "runtime/gc/roots.h"

#include "runtime/core/vm.h"
#include "runtime/gc/cycle.h"
#include "runtime/sched/sched.h"

namespace hood::rt {

void visitRoots(VM* vm, PointerVisitor& v, RootListener* listener) {
  auto at = [&](const char* name, uint64_t id) {
    if (listener != nullptr) listener->where(name, id);
  };
  at("globals", 0);
  vm->engine->scanGlobals(v);
  if (vm->sched != nullptr) {
    forEachG(vm->sched, [&](G* gp) {
      at("stack of goroutine", gp->goid);
      if (gp->fp != nullptr) vm->engine->scanStack(gp, v);
      at("deferred calls of goroutine", gp->goid);
      scanG(gp, v);
    });
  }
  for (const RootTable::Row& row : vm->gc->roots.rows) {
    at(row.name, 0);
    row.scan(vm, v);
  }
}

}  // namespace hood::rt
