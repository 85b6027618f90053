// A compiled package as one file: its module with what importers need of it beside.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/unit.h"

namespace hood::compiler {

// What a cached package was compiled from and with: the key of its own sources, and the identity of each package it
// imports. A package's identity is its image, this included; so it covers all that the package was made from.
struct Dependencies {
  std::string key;
  std::vector<std::pair<std::string, uint64_t>> imports;  // path, identity
};

std::string packageImage(const UnitOutput& unit, const Dependencies* deps = nullptr);
bool readDependencies(std::string_view image, Dependencies* out);

// Meta and Export of an image that was opened before; false: not made by this compiler.
bool readPackage(std::string_view image, CompiledPackage* out);

// Parses the source of a package of `loaded` once more.
std::vector<ast::File*> parseAgain(const PackageMeta& m, const LoadResult& loaded, SourceSet& sources, Arena& arena,
                                   Diagnostics& diags);

}  // namespace hood::compiler
