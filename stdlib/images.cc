#include "stdlib/images.h"

extern "C" {
extern const hood::stdlib::EmbeddedImage hood_stdlib_images[];
extern const size_t hood_stdlib_image_count;
}

namespace hood::stdlib {

std::span<const EmbeddedImage> images() { return {hood_stdlib_images, hood_stdlib_image_count}; }

}  // namespace hood::stdlib
