// The two copies of the loop. Only Engine calls them.
#pragma once

#include "runtime/core/engine.h"

namespace hood::vm {

class Engine;

// Runs gp until it is to be given back. With engine == nullptr only tells the handlers' addresses: labels[0] by opcode,
// labels[1] by row of fused.def, labels[2] that of faultPanic. Loaded code holds their distances from that of Nop.
rt::RunEnd interpret(Engine* engine, rt::G* gp, const void* const** labels);
// The same, calling traceStep before every instruction.
rt::RunEnd interpretTraced(Engine* engine, rt::G* gp, const void* const** labels);

}  // namespace hood::vm
