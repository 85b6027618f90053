// The interpreter's loop; included by interpreter.cc once per copy, as function HOOD_LOOP (traced: HOOD_LOOP_TRACED).
//
// Invariants: gp->pc and gp->fp are stale while handlers run and saved (SAVE, or an exit below) before anything that may
// look at the stack. Between two instructions nothing is cached but pc, fp and gp.
// Laid out by hand, as the tables they are.
// clang-format off
#include "vm/dispatch.h"

// engine == nullptr: only tells addresses: labels[0] of handlers by opcode, labels[1] by row of fused.def, labels[2] of faultPanic.
rt::RunEnd HOOD_LOOP(Engine* engine, G* gp, const void* const** labels) {
  static const void* const kLabels[] = {
#define HOOD_OP(name, ...) &&L_##name,
#include "bytecode/opcodes.def"
  };
  static const void* const kFusedLabels[] = {
#define HOOD_FUSED(first, words, second) &&L_##first##_##second,
#include "vm/fused.def"
  };
  static const void* const kFaultLabel[] = {&&faultPanic};
  if (HOOD_UNLIKELY(engine == nullptr)) {
    labels[0] = kLabels;
    labels[1] = kFusedLabels;
    labels[2] = kFaultLabel;
    return rt::RunEnd::Exited;
  }
  const Program& program = engine->program();
  const Word* pc = codeOf(gp->pc);
  Slot* fp = gp->fp;
#if !HOOD_LOOP_TRACED
  // Opaque to the compiler, which would rather compute this constant before every jump than keep it in a register.
  const char* base = static_cast<const char*>(&&L_Nop);
  asm("" : "+r"(base));
#endif
  rt::Outcome outcome;
  unwind::Step step;
  int64_t badIndex, badLength;
  if (HOOD_UNLIKELY(gp->wakePanic)) {
    gp->wakePanic = false;
    SAVE(0);
    goto raise;
  }
  DISPATCH();

#include "vm/ops_arith.h"
#include "vm/ops_control.h"
#include "vm/ops_memory.h"
#include "vm/ops_object.h"
#include "vm/ops_fused.h"

  // ---- traps: the stack limit was passed, or somebody wants us to stop ----
entryTrap:  // pc is the callee's first instruction, fp its frame
  pc = slow::linked(*engine, pc, fp);  // a stub has no pointer map
  gp->pc = stopped(pc, StopAt::Own);
  gp->fp = fp;
  if (rt::safepointSlow(gp, fp + rt::kStackRedZone) == rt::Safepoint::Preempt) return rt::RunEnd::Preempted;
  fp = gp->fp;
  DISPATCH();
stackTrap:  // pc is a StackCheck
  gp->pc = stopped(pc, StopAt::Own);
  gp->fp = fp;
  if (rt::safepointSlow(gp, fp + A) == rt::Safepoint::Preempt) return rt::RunEnd::Preempted;
  fp = gp->fp;
  NEXT(1);
loopTrap:  // pc is a Loop instruction that has done nothing yet
  gp->pc = stopped(pc, StopAt::Own);
  gp->fp = fp;
  if (rt::safepointSlow(gp, slow::frameTop(program, pc, fp)) == rt::Safepoint::Preempt) return rt::RunEnd::Preempted;
  fp = gp->fp;
  pc = slow::loopStep(engine->opAt(pc), pc, fp);
  DISPATCH();

  // ---- an operation that is not simply done ----
operationEnd:
  switch (outcome) {
    case rt::Outcome::Done: HOOD_UNREACHABLE("operationEnd: done");
    case rt::Outcome::Park: return rt::RunEnd::Parked;
    case rt::Outcome::Retry: gp->pc = stopped(pc, StopAt::Retry); return rt::RunEnd::Parked;
    case rt::Outcome::Yield: return rt::RunEnd::Yielded;
    case rt::Outcome::Panic: goto raise;
    case rt::Outcome::Exit: step = unwind::goexit(program, gp); goto unwinding;
    case rt::Outcome::Call: slow::enterBridge(program, gp); step = unwind::Step::Run; goto unwinding;
  }

  // ---- panics ----
nilPanic:
  SAVE(1);
  rt::panicMem(gp);
  goto raise;
faultPanic:  // the handler of SIGSEGV sends us here, out of the middle of an instruction (runtime/sched/signal.cc)
  SAVE(1);
  rt::panicFault(gp);
  goto raise;
indexPanic:
  SAVE(1);
  slow::panicIndex(gp, pc, badIndex, badLength);
  goto raise;
dividePanic:
  SAVE(1);
  rt::panicDivide(gp);
  goto raise;
shiftPanic:
  SAVE(1);
  rt::panicShift(gp);
raise:  // gp->panicking is set, gp->pc is behind the first word of the instruction
  step = unwind::panic(program, gp);
unwinding:
  if (step == unwind::Step::Exit) return rt::RunEnd::Exited;
  pc = codeOf(gp->pc);
  fp = gp->fp;
  if (HOOD_UNLIKELY(reinterpret_cast<uintptr_t>(fp) > STACK_LIMIT()) && step == unwind::Step::Run) goto entryTrap;
  DISPATCH();
}

#undef HOOD_LIKELY
#undef HOOD_UNLIKELY
#undef FIELD
#undef SFIELD
#undef A
#undef B
#undef C
#undef SB
#undef SC
#undef IMM
#undef R
#undef RA
#undef RB
#undef RC
#undef K1
#undef K2
#undef TYPE1
#undef TYPE2
#undef MEM
#undef DISPATCH
#undef NEXT
#undef OP
#undef GO_IF
#undef BRANCH_IF
#undef JUMP_IF
#undef STACK_LIMIT
#undef WRITE_POINTER
#undef BARRIER_PC
#undef POLL
#undef NIL_CHECK
#undef BOUNDS
#undef CAN_PANIC
#undef SAVE
#undef ENTER
#undef S32
#undef U32
#undef U8
#undef LOAD
#undef STORE
#undef LOAD_X
#undef STORE_X
#undef DO_Add
#undef DO_Add32U
#undef DO_AddF
#undef DO_AddI
#undef DO_AddrX
#undef DO_AddrXA
#undef DO_AndI
#undef DO_DivF
#undef DO_DivSI
#undef DO_I2F
#undef DO_JGeSI
#undef DO_JLeS
#undef DO_JNeI
#undef DO_Ld128
#undef DO_Ld192
#undef DO_Ld64
#undef DO_LdX64
#undef DO_LdX8U
#undef DO_LdXI64
#undef DO_Mov
#undef DO_Mul
#undef DO_Mul32U
#undef DO_MulF
#undef DO_RemSI
#undef DO_ShrUI
#undef DO_St64
#undef DO_StP
#undef DO_StX64
#undef DO_StX8
#undef DO_StXP
#undef DO_SubF
#undef DO_Zero
#undef DO_Mov3
#undef DO_Sub
#undef DO_StSlice
#undef ATOMIC_AT
#undef ATOMIC_SIZE
#undef DO_AtomicLd
#undef DO_AtomicAddI
#undef DO_AtomicCasI
#undef DO_MulI
#undef DO_AddrOf
#undef DO_MutexLock
#undef DO_MutexUnlock
#undef MUTEX_AT
#undef PUT2
#undef PUT3
