// How fast the front end is: parses every .go file below the given files and folders and prints MB/s of thread CPU time.
//   hood_syntax_bench [-v] PATH…      (-v prints the diagnostics of each file)
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "compiler/syntax/parse.h"

namespace fs = std::filesystem;

namespace {

double cpuSeconds() {
  timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}

std::vector<std::string> goFiles(const std::string& path) {
  std::vector<std::string> out;
  if (!fs::is_directory(path)) return {path};
  for (const auto& e : fs::recursive_directory_iterator(path)) {
    if (e.is_regular_file() && e.path().extension() == ".go") out.push_back(e.path().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  bool verbose = false;
  size_t files = 0, wrong = 0;
  double bytes = 0, seconds = 0;
  for (int i = 1; i < argc; i++) {
    if (std::strcmp(argv[i], "-v") == 0) {
      verbose = true;
      continue;
    }
    for (const std::string& path : goFiles(argv[i])) {
      std::ifstream in(path, std::ios::binary);
      std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
      hood::SourceSet sources;
      hood::Arena arena;
      bytes += static_cast<double>(text.size());
      const hood::SourceFile* file = sources.add(path, std::move(text));
      hood::Diagnostics diag(sources);
      double before = cpuSeconds();
      hood::parseFile(file, arena, diag);
      seconds += cpuSeconds() - before;
      files++;
      if (diag.any()) wrong++;
      if (diag.any() && verbose) std::fputs(diag.format().c_str(), stdout);
    }
  }
  std::printf("%zu files (%zu with errors), %.2f MB in %.3f s: %.1f MB/s\n", files, wrong, bytes / 1e6, seconds,
              seconds > 0 ? bytes / 1e6 / seconds : 0.0);
  return 0;
}
