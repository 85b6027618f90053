// From IR to a bytecode module: instruction selection, frame slots, pointer maps, type descriptors.
#pragma once

#include "bytecode/module.h"
#include "compiler/diag/diag.h"
#include "compiler/ir/ir.h"

namespace hood::codegen {

// Consumes the program's functions (it rewrites them on the way). Errors (a frame too large) go to diags.
bytecode::Module generate(ir::Program& program, types::Context& ctx, Diagnostics& diags);

}  // namespace hood::codegen
