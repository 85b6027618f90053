// hood vet -m: what gc's escape analysis and inliner decide, in gc's words (go build -gcflags=-m).
#pragma once

#include "compiler/diag/diag.h"
#include "compiler/types/type.h"

namespace hood::vet {

// "moved to heap: x", "&T{} does not escape", "leaking param: p", "can inline f" … of a package that is checked, bodies
// included. Generic functions are left out: gc decides about each of their shapes.
void explainEscapes(types::Context& ctx, const types::Package& pkg, Diagnostics& out);

}  // namespace hood::vet
