#include "stdlib/source.h"

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <tuple>
#include <vector>

// Written by embed.cmake.
extern "C" const hood::stdlib::EmbeddedFile hood_stdlib_files[];
extern "C" const size_t hood_stdlib_file_count;

namespace hood::stdlib {

namespace {

// The Go files below a folder, in the form of those inside the binary.
struct Folder {
  std::deque<std::string> strings;  // what files points to: never moved
  std::vector<EmbeddedFile> files;

  const std::string& keep(std::string s) { return strings.emplace_back(std::move(s)); }
  explicit Folder(const std::filesystem::path& root) {
    std::error_code ec;
    for (const auto& e : std::filesystem::recursive_directory_iterator(root, ec)) {
      std::string name = e.path().filename().string();
      if (!name.ends_with(".go") || name.ends_with("_test.go")) continue;
      std::ifstream in(e.path(), std::ios::binary);
      const std::string& text = keep({std::istreambuf_iterator<char>(in), {}});
      const std::string& dir = keep(e.path().parent_path().lexically_relative(root).generic_string());
      files.push_back({dir.c_str(), keep(name).c_str(), text.data(), text.size()});
    }
    std::sort(files.begin(), files.end(), [](const EmbeddedFile& a, const EmbeddedFile& b) {
      return std::make_tuple(std::string_view(a.dir), std::string_view(a.name)) <
             std::make_tuple(std::string_view(b.dir), std::string_view(b.name));
    });
  }
};

}  // namespace

const char* folder() {
  const char* root = std::getenv("HOOD_STDLIB");
  return root == nullptr || root[0] == 0 ? nullptr : root;
}

std::span<const EmbeddedFile> all() {
  if (folder() == nullptr) return {hood_stdlib_files, hood_stdlib_file_count};
  static const Folder onDisk{folder()};
  return onDisk.files;
}

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
