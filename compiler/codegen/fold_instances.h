// Instances of generic code that came out alike: Map[int, uint] and Map[int, int] are often the same bytecode.
#pragma once

#include "bytecode/module.h"

namespace hood::codegen {

// Makes references to instances that are the same code as another one lead to that one; the image writer then keeps one body
// for all of them, and the linker one copy of the code. Returns how many there are. What they print in a traceback is the
// same, too: the name without type arguments, the same lines.
size_t foldInstances(bytecode::Module& m);

}  // namespace hood::codegen
