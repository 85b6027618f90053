// The verifier of the IR: what every pass must leave true. Run by tests and, in dev builds, after each pass.
#pragma once

#include <string>

#include "compiler/ir/ir.h"

namespace hood::ir {

// Empty if f is well-formed, else what is wrong first: a terminator in the wrong place, a wrong number of successors, a
// register that may be read before it is assigned, an operand missing or too large.
std::string verify(Func& f);

}  // namespace hood::ir
