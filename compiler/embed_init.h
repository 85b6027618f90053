// Gives the variables of //go:embed their values, once the package is checked.
#pragma once

#include "compiler/constant/value.h"
#include "compiler/packages.h"
#include "compiler/types/type.h"

namespace hood::compiler {

// Puts an initialiser in front of the package's others for every embedded variable: nothing can see such a variable unset,
// whatever the order of initialisation makes of the rest. The expressions are annotated as the checker would. Errors (a
// variable of another type) go to `diag`.
void initEmbeds(types::Context& ctx, constant::Pool& consts, Diagnostics& diag, const SourcePackage& source,
                types::Package* pkg);

}  // namespace hood::compiler
