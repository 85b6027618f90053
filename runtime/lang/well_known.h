// Go types and functions that the runtime refers to, bound by name when the program is loaded.
// Mirrors:    what Go's compiler and linker know about package runtime.
// Differs:    a table instead of linker symbols.
#pragma once

#include "runtime/core/value.h"

namespace hood::rt {

// A null entry means that the program does not contain it (unit tests); then the plain text is raised as a
// string.
struct WellKnown {
#define HOOD_WELL_KNOWN_TYPE(field, name) Type* field = nullptr;
#define HOOD_WELL_KNOWN_FUNC(field, name) const Closure* field = nullptr;
#include "runtime/lang/well_known.def"
#undef HOOD_WELL_KNOWN_TYPE
#undef HOOD_WELL_KNOWN_FUNC
};

}  // namespace hood::rt
