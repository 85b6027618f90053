// Goroutine stacks and safepoints.
// Mirrors:    src/runtime/stack.go, preempt.go. Book: 5.3, 4.9.
// Differs:    a stack is an array of slots that no pointer points into (but a parked goroutine's sudogs and
// the runtime's
//             own saved fp), so a move is one memcpy. The limit lies kRedZoneSlots before the end; frames of
//             at most that size need only the compare at the call.
// Invariants: stackLo <= fp < stackHi while running; deferred frames and panics name frames by distance from
// stackLo. Locks:      none: who runs the goroutine, or has stopped it, owns its stack. Try:
// HOODDEBUG=stackstress=1 hood run testdata/ch06_sched/deep_recursion.go
#pragma once

#include <cstddef>
#include <cstdint>

#include "runtime/sched/g.h"

namespace hood::rt {

constexpr size_t kStackRedZone = 64;               // slots: bytecode::kRedZoneSlots
constexpr size_t kStackGuard = kStackRedZone + 8;  // from the limit to the end
constexpr size_t kStackMin = 2048;                 // bytes of a new stack
constexpr size_t kStackMax = 1'000'000'000;        // bytes; beyond: "stack overflow"

// What the interpreter does after a trap.
enum class Safepoint : uint8_t {
  Continue,  // reload fp from gp->fp (the stack may have moved) and go on
  Preempt,   // give the goroutine back: RunEnd::Preempted
};

// The trap: a call's fp passed the limit, or the limit is 0. needTop is the first slot beyond what the code
// about to run uses without checking again: at a function entry callee fp + kStackRedZone (or its frame size
// if larger), at a back-edge the same for the current frame. REQUIRES gp->pc and gp->fp are saved so that the
// stack can be scanned and moved here. Grows the stack, runs a due collection, notes preemption; decides in
// this one place.
Safepoint safepointSlow(G* gp, const Slot* needTop);

void stackalloc(G* gp, size_t bytes);  // REQUIRES gp has none
void stackfree(G* gp);
// Moves gp's stack to one of `bytes`. REQUIRES gp is at a safepoint or parked, and the new size holds what is
// in use.
void copystack(G* gp, size_t bytes);
// Called by the collector for a goroutine at rest: halves a stack that uses less than a quarter.
void shrinkstack(G* gp);
inline size_t stackSize(const G* gp) { return static_cast<size_t>(gp->stackHi - gp->stackLo) * sizeof(Slot); }
// Sets the limit anew after a trap or a switch (stackstress and pending wishes keep it at 0).
void restoreStackLimit(G* gp);
uintptr_t stackLimitOf(const G* gp);  // what it is without wishes
// Asks a running goroutine to come to a safepoint; any thread.
void preemptone(G* gp);

}  // namespace hood::rt
