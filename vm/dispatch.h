// The loop's macros. Included by loop.h only.
//
// State, all in registers: pc (the current instruction), fp (slot 0 of the current frame), gp (the goroutine).
//
//   OP(Name) { …; NEXT(words); }     one handler; `words` is the length of the instruction
//   A B C   unsigned fields          SC  signed field c         IMM   signed 32 bits of b and c
//   RA RB RC  the slots they name    K1 K2  extension words
//
// The op field of loaded code is no opcode number but the handler's distance from Nop's (the loader rewrites it): a
// dispatch is a load, an addition and a jump. The traced copy of the loop looks the opcode up instead.
//
// A handler that fails jumps to one of the exits of loop.h: nilPanic, indexPanic, raise (gp->panicking is set), op… .
// Laid out by hand, as the tables they are.
// clang-format off

#define HOOD_LIKELY(x) __builtin_expect(!!(x), 1)
#define HOOD_UNLIKELY(x) __builtin_expect(!!(x), 0)

#define FIELD(i) (*reinterpret_cast<const uint16_t*>(reinterpret_cast<const char*>(pc) + 2 * (i)))
#define SFIELD(i) (*reinterpret_cast<const int16_t*>(reinterpret_cast<const char*>(pc) + 2 * (i)))
#define A FIELD(1)
#define B FIELD(2)
#define C FIELD(3)
#define SB SFIELD(2)
#define SC SFIELD(3)
#define IMM (*reinterpret_cast<const int32_t*>(reinterpret_cast<const char*>(pc) + 4))
#define R(i) fp[i]
#define RA R(A)
#define RB R(B)
#define RC R(C)
#define K1 pc[1]
#define K2 pc[2]
#define TYPE1 reinterpret_cast<const rt::Type*>(pc[1])
#define TYPE2 reinterpret_cast<const rt::Type*>(pc[2])

// Several slots at once: all are read before any is written, and the field that names the first is decoded once.
#define PUT2(to, x, y)           \
  do {                           \
    Slot* d = (to);              \
    Slot v0 = (x), v1 = (y);     \
    d[0] = v0;                   \
    d[1] = v1;                   \
  } while (0)
#define PUT3(to, x, y, z)                \
  do {                                   \
    Slot* d = (to);                      \
    Slot v0 = (x), v1 = (y), v2 = (z);   \
    d[0] = v0;                           \
    d[1] = v1;                           \
    d[2] = v2;                           \
  } while (0)

// Memory of the program: any type may be read where any other was written.
#define MEM(type, addr) (*reinterpret_cast<type*>(addr))
// A word of a value whose alignment may be less than a word's: two uint32, [16]byte.
#define LOOSE(addr) ({ Slot loose; std::memcpy(&loose, (addr), sizeof loose); loose; })

#if HOOD_LOOP_TRACED
#define DISPATCH()                                          \
  do {                                                      \
    goto* kLabels[static_cast<size_t>(traceStep(engine, gp, pc, fp))]; \
  } while (0)
#elif HOOD_WIDE_DISPATCH
// The handlers do not fit 64 KiB: a sanitizer's instrumentation makes them larger. The op field is an index instead.
#define DISPATCH() \
  goto*(FIELD(0) < bytecode::kOpCount ? kLabels[FIELD(0)] : kFusedLabels[FIELD(0) - bytecode::kOpCount])
#else
#define DISPATCH() goto*(void*)(base + SFIELD(0))
#endif
#define NEXT(words) \
  do {              \
    pc += (words);  \
    DISPATCH();     \
  } while (0)
#define OP(name) L_##name:

// Branches: taken and not taken have a dispatch each, which the branch predictor tells apart.
#define GO_IF(cond)      \
  do {                   \
    if (cond) {          \
      pc += 1 + SC;      \
      DISPATCH();        \
    }                    \
  } while (0)
#define BRANCH_IF(cond)  \
  do {                   \
    GO_IF(cond);         \
    NEXT(1);             \
  } while (0)
#define JUMP_IF(cond)    \
  do {                   \
    if (cond) {          \
      pc += 1 + IMM;     \
      DISPATCH();        \
    }                    \
    NEXT(1);             \
  } while (0)

// order: relaxed. The limit is 0 as a request; whatever it asks for is found again, under its own synchronisation, by
// safepointSlow. Seeing it a little late only delays that.
#define STACK_LIMIT() (gp->stackLimit.load(std::memory_order_relaxed))
#define POLL()                                \
  do {                                        \
    if (HOOD_UNLIKELY(STACK_LIMIT() == 0)) goto loopTrap; \
  } while (0)

#define NIL_CHECK(p) \
  do {               \
    if (HOOD_UNLIKELY((p) == nullptr)) goto nilPanic; \
  } while (0)
// Leaves index and length where indexPanic finds them.
#define BOUNDS(index, length)            \
  do {                                   \
    if (HOOD_UNLIKELY(static_cast<uint64_t>(index) >= static_cast<uint64_t>(length))) { \
      badIndex = static_cast<int64_t>(index);   \
      badLength = static_cast<int64_t>(length); \
      goto indexPanic;                   \
    }                                    \
  } while (0)
// Runs an operation that returns an Outcome and can only be done or panic.
#define CAN_PANIC(expr) \
  do {                  \
    SAVE(1);            \
    if (HOOD_UNLIKELY((expr) != rt::Outcome::Done)) goto raise; \
  } while (0)
// Lets the runtime see where we are: for tracebacks, and wherever the goroutine may be given back.
#define SAVE(words)       \
  do {                    \
    gp->pc = pc + (words); \
    gp->fp = fp;          \
  } while (0)

// *slot = v, slot a pointer in memory. Where a store was made is wanted only by who watches stores.
#define WRITE_POINTER(slot, v)                                  \
  do {                                                          \
    void** ws = (slot);                                         \
    void* wv = (v);                                             \
    if (HOOD_UNLIKELY(rt::writeBarrierEnabled(gp))) {           \
      SAVE(1);                                                  \
      rt::writeBarrier(gp, ws, wv);                             \
    }                                                           \
    *ws = wv;                                                   \
  } while (0)
#define BARRIER_PC()                                            \
  do {                                                          \
    if (HOOD_UNLIKELY(rt::writeBarrierEnabled(gp))) SAVE(1);    \
  } while (0)

// Enters the Go function at `code` in the window at nfp; `ret` is where it returns to.
#define ENTER(nfp, code, ret)                                   \
  do {                                                          \
    (nfp)[-1].p = const_cast<Word*>(ret);                       \
    fp = (nfp);                                                 \
    pc = static_cast<const Word*>(code);                        \
    if (HOOD_UNLIKELY(reinterpret_cast<uintptr_t>(fp) > STACK_LIMIT())) goto entryTrap; \
    DISPATCH();                                                 \
  } while (0)
