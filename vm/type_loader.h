// Interning of types: every module's type descriptions become the VM's one descriptor per type.
#pragma once

#include <functional>
#include <vector>

#include "bytecode/module.h"
#include "runtime/core/type.h"
#include "runtime/lang/type_table.h"
#include "vm/frame.h"

namespace hood::vm {

// Descriptors of the module's types, by index. Types that refer to each other in circles are no problem: identity is the
// key alone, so all descriptors exist before any is filled.
std::vector<rt::Type*> internTypes(rt::TypeTable& table, const bytecode::Module& m);
// Fills in the code addresses of methods once code is placed.
void fillMethods(const bytecode::Module& m, const std::vector<rt::Type*>& types,
                 const std::function<const Word*(uint32_t func)>& codeAddress);

}  // namespace hood::vm
