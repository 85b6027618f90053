// The standard library's Go source, as it is inside the hood binary.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace hood::stdlib {

// One embedded file. The strings end in NUL; the layout is that of the assembly which embed.cmake writes.
struct EmbeddedFile {
  const char* dir;   // import path: "container/list"
  const char* name;  // "list.go"
  const char* bytes;
  size_t size;

  std::string_view text() const { return {bytes, size}; }
};

// For work on the library: HOOD_STDLIB=stdlib/src makes hood read and compile a folder's files in place of those inside,
// so that a change needs no build. nullptr if it is not set.
const char* folder();
// All files, ordered by import path, then by name.
std::span<const EmbeddedFile> all();
// The files of one package; empty if hood does not ship it.
std::span<const EmbeddedFile> find(std::string_view importPath);

}  // namespace hood::stdlib
