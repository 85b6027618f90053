// Frames: where things are on a goroutine's stack.
//
//        fp[-1]      return pc: the word after the caller's call instruction
//        fp[0…]      results, parameters (receiver first), closure pointer if any, locals, call windows
//
// The stack grows upwards. The caller's fp is the callee's fp minus field a of the call instruction, so nothing absolute
// is on the stack and growing is one memcpy. The frame at the bottom returns to the stub runtime.goexit.
//
// Two of the VM's own functions (stubs.cc) have frames whose caller is not found through a call instruction, because any
// instruction may have been the "call": they keep the distance to the caller's fp in slot 0.
//   runtime.gopanic     pushed above a frame that panics (or calls Goexit): runs the deferred calls
//   runtime.reflectcall pushed for Outcome::Call: calls a Go function for a native
#pragma once

#include <cstdint>

#include "bytecode/instr.h"
#include "runtime/core/value.h"
#include "runtime/sched/g.h"

namespace hood::vm {

using Word = uint64_t;

// A word of code. Relaxed: another thread may be patching the offset of a call (Linker::enterStub); what else it says stays.
inline Word codeWord(const Word* pc) { return __atomic_load_n(pc, __ATOMIC_RELAXED); }

// G::pc of a goroutine that is not running is a code address with a tag in its low bits: how it stopped. Interpreter and
// stack maps agree on it; everybody else asks codeOf().
enum class StopAt : uintptr_t {
  After = 0,  // after an operation that is over, or will be when the goroutine is readied; resume at pc
  Own = 1,    // before the instruction at pc: a function's entry or a Loop instruction
  Retry = 2,  // before the instruction at pc, a native or runtime operation that is to run again
};
constexpr uintptr_t kStopMask = 7;

inline const void* stopped(const Word* pc, StopAt how) {
  return reinterpret_cast<const void*>(reinterpret_cast<uintptr_t>(pc) | static_cast<uintptr_t>(how));
}
inline const Word* codeOf(const void* pc) {
  return reinterpret_cast<const Word*>(reinterpret_cast<uintptr_t>(pc) & ~kStopMask);
}
inline StopAt stopOf(const void* pc) { return static_cast<StopAt>(reinterpret_cast<uintptr_t>(pc) & kStopMask); }

// ---- runtime.gopanic -----------------------------------------------------------------------------------------
constexpr uint32_t kPanicWindow = 2;  // slot 1 is the header of the deferred call
constexpr uint32_t kPanicFrameSlots = kPanicWindow + 1;
// ---- runtime.reflectcall -------------------------------------------------------------------------------------
enum BridgeSlot : uint32_t { kBridgeDistance, kBridgeFn, kBridgeMemory, kBridgeResults, kBridgeParams, kBridgeHeader };
constexpr uint32_t kBridgeWindow = kBridgeHeader + 1;

}  // namespace hood::vm
