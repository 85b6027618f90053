// The verifier: a module is checked before it runs, so that the interpreter need not check anything.
//
// It proves that control stays on instructions, that every operand, window and pointer map lies in its frame, that every
// word the linker fills has the right relocation, that safepoints have maps, and that descriptors of types describe their
// memory. It does not prove types: the compiler answers for what is in a slot.
#pragma once

#include <optional>
#include <string>

#include "bytecode/image.h"
#include "bytecode/module.h"
#include "bytecode/shape.h"

namespace hood::bytecode {

// What is wrong, as "function+word: text"; nothing if the module is well-formed.
std::optional<std::string> verify(const Module& m);

// The same, one thing at a time: what the linker does when it links a thing of an image.
// A function with code. Its line table is checked only if `lines`: an image's is decoded with care whenever it is read.
std::optional<std::string> verifyFunc(const ModuleShape& m, const FuncDef& f, bool lines);
std::optional<std::string> verifyType(const ModuleShape& m, const TypeBody& t);
struct GlobalShape {
  std::string_view name;
  uint64_t size = 0, dataSize = 0;
  uint32_t type = TypeDef::kNone;
};
std::optional<std::string> verifyGlobal(const ModuleShape& m, const GlobalShape& g, const std::vector<Reloc>& relocs);

}  // namespace hood::bytecode
