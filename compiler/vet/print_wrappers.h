// Which functions print: fmt's and log's own, and those of the user that hand their last arguments on to one.
#pragma once

#include "compiler/vet/pass.h"

namespace hood::vet {

// Finds the wrappers of a package; reports `f(format, args)` where `f(format, args...)` is meant.
void findPrintWrappers(Pass& p);
PrintKind printKind(Pass& p, types::Func* f);

}  // namespace hood::vet
