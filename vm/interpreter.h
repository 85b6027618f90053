// The two copies of the loop. Only Engine calls them.
#pragma once

#include "runtime/core/engine.h"

namespace hood::vm {

class Engine;

// Runs gp until it is to be given back. With engine == nullptr only sets *labels to the handlers' addresses, by opcode:
// loaded code holds their distances from that of Nop.
rt::RunEnd interpret(Engine* engine, rt::G* gp, const void* const** labels);
// The same, calling traceStep before every instruction.
rt::RunEnd interpretTraced(Engine* engine, rt::G* gp, const void* const** labels);

}  // namespace hood::vm
