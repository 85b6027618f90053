// The verifier: a module is checked before it runs, so that the interpreter need not check anything.
//
// It proves that control stays on instructions, that every operand, window and pointer map lies in its frame, that every
// word the loader fills has the right relocation, and that safepoints have maps. It does not prove types: the compiler
// answers for what is in a slot.
#pragma once

#include <optional>
#include <string>

#include "bytecode/module.h"

namespace hood::bytecode {

// What is wrong, as "function+word: text"; nothing if the module is well-formed.
std::optional<std::string> verify(const Module& m);

}  // namespace hood::bytecode
