// The loader: a module becomes code, data, types and itabs that can run.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "bytecode/module.h"
#include "vm/natives.h"

namespace hood::rt {
struct VM;
}

namespace hood::vm {

class Engine;

// Verifies the module, binds its natives, interns its types, places code and data, builds itabs and fills vm->wellKnown.
// REQUIRES langInit(vm) was called and no goroutine runs. Returns the problems, one line each; none: it is loaded, and its
// entry, if it has one, is engine.program().entry.
[[nodiscard]] std::vector<std::string> load(Engine& engine, rt::VM* vm, std::unique_ptr<bytecode::Module> module,
                                            const NativeTable& natives);

// Puts the module's functions into the code space, op fields rewritten, without relocations or checks: for the VM's own
// functions, and load's first step.
void placeCode(Engine& engine, std::unique_ptr<bytecode::Module> module);

}  // namespace hood::vm
