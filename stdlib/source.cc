#include "stdlib/source.h"

#include <algorithm>

// Written by embed.cmake.
extern "C" const hood::stdlib::EmbeddedFile hood_stdlib_files[];
extern "C" const size_t hood_stdlib_file_count;

namespace hood::stdlib {

std::span<const EmbeddedFile> all() { return {hood_stdlib_files, hood_stdlib_file_count}; }

std::span<const EmbeddedFile> find(std::string_view importPath) {
  auto files = all();
  struct ByDir {
    bool operator()(const EmbeddedFile& f, std::string_view dir) const { return f.dir < dir; }
    bool operator()(std::string_view dir, const EmbeddedFile& f) const { return dir < f.dir; }
  };
  auto [from, to] = std::equal_range(files.begin(), files.end(), importPath, ByDir{});
  return {from, to};
}

}  // namespace hood::stdlib
