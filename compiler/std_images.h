// The standard library as images, from its source inside the binary. For building hood.
#pragma once

#include <string>
#include <vector>

namespace hood::compiler {

struct StdImage {
  std::string path, bytes;
};
// Imports before importers. Returns what is wrong, "" if nothing is.
std::string compileStdlib(std::vector<StdImage>* out);

}  // namespace hood::compiler
