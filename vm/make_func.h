// Functions made by reflection: one stub for all of them, whatever their signature.
// Mirrors:    src/reflect/makefunc.go, asm_amd64.s (makeFuncStub). Book: 2.2.
// Differs:    where the closure pointer lies depends on the signature, so the stub asks the call that entered it.
//
// The func value of a made function points to a MakeFunc. Its entry is the stub reflect.makeFuncStub:
//   Nop          entry, a safepoint: results, parameters, closure pointer, as the caller laid them out
//   VmMakeFunc   moves the frame's words to the heap, notes that in slot 0, calls handler(impl, words) over the bridge
//   VmMadeFunc   moves the results back and returns
#pragma once

#include "runtime/core/type.h"
#include "vm/frame.h"

namespace hood::vm {

class Engine;
using rt::Slot;

// What package reflect makes: makeFunc of stdlib/src/reflect/makefunc.go repeats it.
struct MakeFunc {
  const void* entry;           // as rt::Closure
  const rt::Type* frame;       // results and parameters, each at its own slots
  int64_t resultSlots;         // …those before the parameters
  const rt::Closure* handler;  // func(impl *makeFunc, words unsafe.Pointer)
};

// The call's own knowledge: in which slot of the callee's frame at fp the closure pointer is.
uint32_t closureSlot(const Engine& engine, const Slot* fp);
// The made function whose entry frame is at fp.
inline const MakeFunc* makeFuncAt(const Engine& engine, const Slot* fp) {
  return static_cast<const MakeFunc*>(fp[closureSlot(engine, fp)].p);
}
// VmMakeFunc. gp->pc is behind it, gp->fp the frame; afterwards they say where to go on.
void enterMakeFunc(const Engine& engine, rt::G* gp);
// VmMadeFunc: results to the frame.
void leaveMakeFunc(Slot* fp);

}  // namespace hood::vm
