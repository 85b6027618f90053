// Panics, deferred calls and run-time errors: the records, and who makes them.
// Mirrors:    src/runtime/panic.go, error.go. Book: 7.2, 7.3.
// Differs:    the unwinding itself (running deferred calls, recover, Goexit) is vm/unwind.cc, because only
// the interpreter
//             can call Go; this file owns the records. A deferred call is always a closure without parameters
//             and results (the compiler wraps it), and a frame is named by the distance of its fp from the
//             stack's base, which survives a move of the stack.
// Invariants: deferHead is ordered: a record's frame is never below (older than) its link's frame.
// Locks:      none; records belong to their goroutine, free ones to a P.
// Try:        hood run testdata/ch07_errors/panic_nested.go
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "runtime/core/outcome.h"
#include "runtime/core/value.h"
#include "runtime/sched/defer.h"

namespace hood::rt {

struct G;
struct VM;
struct Type;

// Pushes a record for the frame at gp->stackLo + frame.
void deferproc(G* gp, const Closure* fn, uint64_t frame, const void* pc);
// Pushes the list of what loop bodies will defer for that frame. Mirrors runtime.deferrangefunc.
void deferrangefunc(G* gp, RangeDefer** list, uint64_t frame, const void* pc);
// Replaces the newest record, such a list, by records of its calls. Mirrors runtime.deferconvert.
void deferconvert(G* gp);
// Unlinks the newest record and gives it back to the pool. REQUIRES gp->deferHead == d.
void popDefer(G* gp, Defer* d);
// Pushes and pops panics. REQUIRES (pop) gp->panicHead == p.
Panic* pushPanic(G* gp, Eface arg, bool goexit);
void popPanic(G* gp, Panic* p);

// ---- raising: each sets gp->panicking and returns Outcome::Panic
// ------------------------------------------------

Outcome raise(G* gp, Eface value);
Outcome panicErrorString(G* gp, std::string_view text);  // runtime.Error; Error() adds "runtime error: "
Outcome panicPlainError(G* gp,
                        std::string_view text);  // runtime.Error without the prefix (channels, nil map)
// Memory refused gp->m->faultAddr. As the program wants it (debug.SetPanicOnFault) that is a panic, else its end.
Outcome panicFault(G* gp);
Outcome panicMem(G* gp);  // nil dereference
Outcome panicDivide(G* gp);
Outcome panicShift(G* gp);                                 // negative shift amount
Outcome panicTypeAssertion(G* gp, std::string_view text);  // runtime.TypeAssertionError; text after "interface conversion: "
Outcome panicNilMapAssign(G* gp);
Outcome panicNil(G* gp);  // panic(nil)
Outcome panicUnhashable(G* gp, const Type* t);
Outcome panicUncomparable(G* gp, const Type* t);
Outcome panicString(G* gp, std::string_view text);  // a plain Go string value, as panic("…") raises

// Numbered by how the text reads; x is the offending value, y what it was compared with.
enum class BoundsCode : uint8_t {
  Index,       // s[x], 0 <= x < len(s) failed
  SliceAlen,   // s[?:x], x <= len(s) failed (strings and arrays)
  SliceAcap,   // s[?:x], x <= cap(s) failed
  SliceB,      // s[x:y], x <= y failed
  Slice3Alen,  // s[::x], x <= len(s) failed
  Slice3Acap,  // s[::x], x <= cap(s) failed
  Slice3B,     // s[:x:y], x <= y failed
  Slice3C,     // s[x:y:], x <= y failed
  Convert,     // (*[y]T)(s), y <= len(s) = x failed
};
// isSigned: x is to be read as int64 (then a negative x has its own text), else as uint64.
Outcome panicBounds(G* gp, BoundsCode code, int64_t x, bool isSigned, int64_t y);
std::string boundsText(BoundsCode code, int64_t x, bool isSigned, int64_t y);

// ---- the report of a panic that nobody recovered
// -----------------------------------------------------------------

// The unwinder calls the Go function runtime.preprintpanics (see WellKnown) on the panicking goroutine; that
// turns errors and Stringers into strings through panicArg/setPanicText, and ends in the native that calls
// this: prints all panics, the goroutine, and ends the process with status 2.
[[noreturn]] void fatalpanic(G* gp);
// As print(v) would in a panic report: bare for predeclared types, main.T(7) for named basic ones, (T) 0xaddr
// for others.
void printpanicval(std::string& out, Eface v);

}  // namespace hood::rt
