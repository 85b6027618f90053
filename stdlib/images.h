// The standard library in compiled form, as it is inside the hood binary: one image per package (bytecode/serialize.h),
// made from stdlib/src by hood_mkimages when hood is built.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace hood::stdlib {

// The layout is that of the assembly which hood_mkimages writes. The bytes are aligned to 64.
struct EmbeddedImage {
  const char* path;  // import path: "container/list"
  const char* bytes;
  size_t size;

  std::string_view text() const { return {bytes, size}; }
};

// Imports before importers.
std::span<const EmbeddedImage> images();

}  // namespace hood::stdlib
