// Checks of a finished mark phase. Slow; knobs gcverify and gccheckmark.
// Mirrors:    src/runtime/mcheckmark.go. Book: 8.8.
// Differs:    the verifier also demands that pointers lead to allocated objects, and names the slot that holds a bad one: in a
//             frame by function, pc, line and number. It asks the code whether a pointer map left a live pointer out
//             (Engine::auditStack).
// Invariants: called in a stopped world after marking, before mark bits become alloc bits.
// Try:        HOODDEBUG=gcstress=1,gcverify=1 hood run testdata/ch08_gc/churn.go
#pragma once

namespace hood::rt {

struct VM;

// Every root and every pointer in a marked object leads to an allocated, marked object (or out of the heap); every span's
// counts and bits agree. Ends hood with a description otherwise.
void verifyHeap(VM* vm);
// Marks again, with plain sets and a plain stack, and compares: each object found must be marked.
void checkMarks(VM* vm);

}  // namespace hood::rt
