// The interpreter: two copies of one loop.
// Mirrors:    nothing of Go's; Go compiles to machine code. Book: 11.
// Invariants: see loop.h, dispatch.h (the macros) and ops_*.h (the handlers).
// Try:        hood run --set steptrace=1 testdata/ch02_life/hello.go
//
// Flags of this file (CMakeLists.txt), measured: -fno-gcse and -fno-crossjumping keep a dispatch at the end of every
// handler, where the branch predictor can tell them apart; -ffp-contract=off keeps x*y + z rounded twice, as Go's amd64
// code does; -fno-strict-aliasing because Go's memory has no C++ types.
#include <emmintrin.h>

#include <bit>
#include <cstring>

#include "base/check.h"
#include "runtime/alloc/malloc_inl.h"
#include "runtime/core/heap_ptr.h"
#include "runtime/core/native.h"
#include "runtime/lang/iface.h"
#include "runtime/lang/map.h"
#include "runtime/lang/panic.h"
#include "runtime/lang/slice.h"
#include "runtime/lang/string.h"
#include "runtime/sched/m.h"
#include "runtime/sched/p.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/stack.h"
#include "vm/engine.h"
#include "vm/make_func.h"
#include "vm/interpreter.h"
#include "vm/rt_ops.h"
#include "vm/slow_paths.h"
#include "vm/atomics_inl.h"
#include "vm/step_trace.h"
#include "vm/unwind.h"

namespace hood::vm {

using rt::G;
using rt::Slot;

#define HOOD_LOOP interpret
#define HOOD_LOOP_TRACED 0
#include "vm/loop.h"
#undef HOOD_LOOP
#undef HOOD_LOOP_TRACED

#define HOOD_LOOP interpretTraced
#define HOOD_LOOP_TRACED 1
#include "vm/loop.h"
#undef HOOD_LOOP
#undef HOOD_LOOP_TRACED

}  // namespace hood::vm
