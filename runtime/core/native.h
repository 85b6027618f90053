// The native interface: C++ functions that Go functions without a body are bound to.
//
// w is the call window: results first, then parameters, each at its own slot (strings two slots, slices three, …; see
// value.h). A native may keep raw Go pointers in C++ locals until it returns: no collection can begin before. It must not
// keep them longer, call back into Go, block while it holds a lock, or grow a stack. One that may block in the kernel
// brackets the call with entersyscall/exitsyscall and touches only memory rooted in its arguments meanwhile.
#pragma once

#include "runtime/core/outcome.h"
#include "runtime/core/value.h"

namespace hood::rt {

struct G;
using NativeFn = Outcome (*)(G* gp, Slot* w);

struct NativeEntry {
  const char* name;  // "math.sqrt", "internal/rt.now": import path, dot, function; methods: "pkg.(*T).m"
  NativeFn fn;
};

}  // namespace hood::rt
