// A program as one file (.hbc): an image whose sections are the images of its packages. The standard library is not among
// them as far as it is in the executable: the file runs with the hood that built it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/compile.h"

namespace hood::compiler {

// The file's bytes. `c` was compiled; `compilerId` tells builds of hood apart.
std::string writeBundle(const Compilation& c, std::string_view compilerId);

// The program's packages in order, the root last; `bytes` stays alive and is aligned to 16. Packages that are not in the file come from
// `standard`. False: *problem says why, in one line.
bool readBundle(std::string_view bytes, std::string_view compilerId, std::span<const PackageBytes> standard,
                std::vector<PackageBytes>* out, std::string* problem);

// Whether a file begins as images do.
bool looksLikeImage(std::string_view bytes);

}  // namespace hood::compiler
