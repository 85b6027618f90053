// Panics, recover, Goexit: running deferred calls.
// Mirrors:    src/runtime/panic.go (gopanic, Goexit, recovery). Book: 7.3.
// Differs:    deferred calls are ordinary frames on the goroutine's own stack, above the frame that panicked, called by the
//             stub function runtime.gopanic; no native recursion.
//
//   | f | … | g (panics) | runtime.gopanic | deferred call of g, then of …, then of f |
//
// Deferred calls are records; a function that open-codes its defers (compiler/ir/build_defer.cc) has none. Before the newest
// record is called, the younger frames are searched for such functions, each once, and entered at their recover pc to make
// records of what is due.
//
// A deferred call that recovers and returns: everything above the function that deferred it is forgotten, and that
// function goes on at its recover pc, which runs its remaining deferred calls and returns.
#pragma once

#include <cstdint>

#include "runtime/core/value.h"
#include "runtime/lang/panic.h"
#include "runtime/sched/g.h"
#include "vm/frame.h"

namespace hood::vm {
class Program;
}

namespace hood::vm::unwind {

using rt::G;
using rt::Slot;

enum class Step : uint8_t {
  Run,   // go on at gp->pc, gp->fp, a safepoint
  Open,  // the same, but no safepoint: the frames above gp->fp are still in use (open-coded defers)
  Exit,  // a Goexit has run all deferred calls
};

// Raises gp->panicking at the instruction before gp->pc.
Step panic(const Program& program, G* gp);
Step goexit(const Program& program, G* gp);
// VmUnwind: calls the next deferred function. bridge is the frame of runtime.gopanic.
Step nextDefer(const Program& program, G* gp, Slot* frame);
// VmUnwound: it has returned.
Step deferReturned(const Program& program, G* gp, Slot* frame);

// recover() called in the frame at fp: out[0..2).
void recover(const Program& program, G* gp, const Word* pc, Slot* fp, Slot* out);
// A number that names the frame at fp for recoverIn(), which is recover() as that frame would call it. A token of another
// goroutine names no frame: then nothing is recovered.
int64_t frameToken(const G* gp, const Slot* fp);
void recoverIn(const Program& program, G* gp, int64_t token, Slot* out);

// Normal return: the newest deferred call of the frame at fp.
inline bool hasDefer(const G* gp, const Slot* fp) {
  return gp->deferHead != nullptr && gp->deferHead->frame == static_cast<uint64_t>(fp - gp->stackLo);
}
inline bool hasDeferList(const G* gp, const Slot* fp) { return hasDefer(gp, fp) && gp->deferHead->range; }
const rt::Closure* takeDefer(G* gp);

// DefersReady: the frame at fp was entered by a panic (or Goexit) to make records of its open-coded defers, and has done so.
inline bool cameForDefers(const G* gp, const Slot* fp) {
  return gp->panicHead != nullptr && gp->panicHead->openFrame == static_cast<uint64_t>(fp - gp->stackLo);
}
Step defersReady(const Program& program, G* gp);

}  // namespace hood::vm::unwind
