// hood_mkimages DIR: compiles the embedded standard library to images in DIR and writes DIR/images.S, which embeds them.
// Part of building hood.
#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "compiler/package_image.h"
#include "compiler/std_images.h"

namespace {

bool writeFile(const std::string& path, std::string_view bytes) {
  std::FILE* f = std::fopen(path.c_str(), "wb");
  if (f == nullptr) return false;
  bool ok = std::fwrite(bytes.data(), 1, bytes.size(), f) == bytes.size();
  return std::fclose(f) == 0 && ok;
}

using Images = std::vector<hood::compiler::StdImage>;

// The order in which the images lie in the executable, as indices: first what a program with fmt uses, then what most others
// do. The kernel maps sixteen pages around one that is touched, and all of them count as the process's memory: pages that are
// used together should lie together.
std::vector<size_t> placesOf(const Images& images) {
  std::map<std::string, size_t> indexOf;
  for (size_t k = 0; k < images.size(); k++) indexOf[images[k].path] = k;
  std::vector<bool> placed(images.size());
  std::vector<size_t> order;
  auto place = [&](auto& self, const std::string& path) -> void {
    auto it = indexOf.find(path);
    if (it == indexOf.end() || placed[it->second]) return;
    placed[it->second] = true;
    hood::compiler::CompiledPackage p;
    if (!hood::compiler::readPackage(images[it->second].bytes, &p)) return;
    for (const auto& i : p.meta.imports) self(self, i.path);
    order.push_back(it->second);
  };
  for (const char* path : {"runtime", "fmt", "strings", "sync", "sort", "time"}) place(place, path);
  for (const hood::compiler::StdImage& i : images) place(place, i.path);
  return order;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: hood_mkimages DIR\n");
    return 2;
  }
  std::string dir = argv[1];
  Images images;
  std::string problems = hood::compiler::compileStdlib(&images);
  if (!problems.empty()) {
    std::fputs(problems.c_str(), stderr);
    return 1;
  }
  std::string data = "  .section .rodata.hood_stdlib_images, \"a\"\nhood_stdlib_packages:\n", index;
  for (size_t k = 0; k < images.size(); k++) {
    std::string n = std::to_string(k);
    data += "path" + n + ": .asciz \"" + images[k].path + "\"\n";
    index += "  .quad path" + n + ", image" + n + ", end" + n + " - image" + n + "\n";
  }
  for (size_t k : placesOf(images)) {
    std::string n = std::to_string(k), file = dir + "/" + n + ".img";
    if (!writeFile(file, images[k].bytes)) {
      std::fprintf(stderr, "hood_mkimages: cannot write %s\n", file.c_str());
      return 1;
    }
    data += "  .balign 64\nimage" + n + ": .incbin \"" + file + "\"\nend" + n + ":\n";
  }
  std::string text = data +
                     "  .section .data.rel.ro, \"aw\"\n  .balign 8\n  .globl hood_stdlib_images\nhood_stdlib_images:\n" +
                     index + "  .globl hood_stdlib_image_count\nhood_stdlib_image_count: .quad " +
                     std::to_string(images.size()) + "\n  .section .note.GNU-stack, \"\", @progbits\n";
  if (writeFile(dir + "/images.S", text)) return 0;
  std::fprintf(stderr, "hood_mkimages: cannot write to %s\n", dir.c_str());
  return 1;
}
