// hood_mkimages DIR: compiles the embedded standard library to images in DIR and writes DIR/images.S, which embeds them.
// Part of building hood.
#include <cstdio>
#include <string>
#include <vector>

#include "compiler/std_images.h"

namespace {

bool writeFile(const std::string& path, std::string_view bytes) {
  std::FILE* f = std::fopen(path.c_str(), "wb");
  if (f == nullptr) return false;
  bool ok = std::fwrite(bytes.data(), 1, bytes.size(), f) == bytes.size();
  return std::fclose(f) == 0 && ok;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: hood_mkimages DIR\n");
    return 2;
  }
  std::string dir = argv[1];
  std::vector<hood::compiler::StdImage> images;
  std::string problems = hood::compiler::compileStdlib(&images);
  if (!problems.empty()) {
    std::fputs(problems.c_str(), stderr);
    return 1;
  }
  std::string data = "  .section .rodata\n", index;
  for (size_t k = 0; k < images.size(); k++) {
    std::string n = std::to_string(k), file = dir + "/" + n + ".img";
    if (!writeFile(file, images[k].bytes)) {
      std::fprintf(stderr, "hood_mkimages: cannot write %s\n", file.c_str());
      return 1;
    }
    data += "path" + n + ": .asciz \"" + images[k].path + "\"\n  .balign 64\nimage" + n + ": .incbin \"" + file + "\"\nend" +
            n + ":\n";
    index += "  .quad path" + n + ", image" + n + ", end" + n + " - image" + n + "\n";
  }
  std::string text = data +
                     "  .section .data.rel.ro, \"aw\"\n  .balign 8\n  .globl hood_stdlib_images\nhood_stdlib_images:\n" +
                     index + "  .globl hood_stdlib_image_count\nhood_stdlib_image_count: .quad " +
                     std::to_string(images.size()) + "\n  .section .note.GNU-stack, \"\", @progbits\n";
  if (writeFile(dir + "/images.S", text)) return 0;
  std::fprintf(stderr, "hood_mkimages: cannot write to %s\n", dir.c_str());
  return 1;
}
