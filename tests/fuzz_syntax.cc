// Fuzzer of the front end: changes Go files at random, parses them, and prints the tree of what parses. It must neither
// crash nor hang, nor take a damaged tree for a good one (parse.cc checks that). Best under the asan preset.
//   hood_fuzz_syntax [--seconds N] [--seed N] PATH…
// A crash leaves its input in fuzz_crash.go; the same seed and paths replay a run.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "compiler/ast/printer.h"
#include "compiler/syntax/parse.h"

namespace fs = std::filesystem;

namespace {

const std::string* current = nullptr;  // for the signal handler

void saveCurrent(int sig) {
  int fd = open("fuzz_crash.go", O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (fd >= 0 && current != nullptr) {
    ssize_t written = write(fd, current->data(), current->size());
    (void)written;
    close(fd);
  }
  std::signal(sig, SIG_DFL);
  std::raise(sig);
}

std::vector<std::string> readSeeds(const std::vector<std::string>& paths) {
  std::vector<std::string> names, texts;
  for (const std::string& p : paths) {
    if (!fs::is_directory(p)) {
      names.push_back(p);
      continue;
    }
    for (const auto& e : fs::recursive_directory_iterator(p)) {
      if (e.path().extension() == ".go" && e.is_regular_file() && e.file_size() < 20000) names.push_back(e.path());
    }
  }
  std::sort(names.begin(), names.end());
  for (const std::string& n : names) {
    std::ifstream in(n, std::ios::binary);
    texts.emplace_back((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  }
  return texts;
}

class Mutator {
 public:
  Mutator(std::vector<std::string> seeds, uint64_t seed) : seeds_(std::move(seeds)), random_(seed) {}

  std::string next() {
    std::string text = seeds_[below(seeds_.size())];
    for (size_t n = 1 + below(6); n > 0; n--) change(text);
    return text;
  }

 private:
  size_t below(size_t n) { return n == 0 ? 0 : std::uniform_int_distribution<size_t>(0, n - 1)(random_); }

  void change(std::string& text) {
    static const char* const kPieces[] = {"(",         ")",
                                          "[",         "]",
                                          "{",         "}",
                                          ",",         ";",
                                          ":",         ".",
                                          "...",       "=",
                                          ":=",        "++",
                                          "<-",        "*",
                                          "&",         "~",
                                          "|",         "\n",
                                          "func",      "if",
                                          "for",       "switch",
                                          "select",    "case",
                                          "default",   "type",
                                          "var",       "const",
                                          "range",     "chan",
                                          "map",       "struct",
                                          "interface", "else",
                                          "return",    "go",
                                          "defer",     "goto",
                                          "import",    "package",
                                          "x",         "1",
                                          "0x",        "'a",
                                          "\"s\"",     "`",
                                          "/*",        "//line a:1\n",
                                          "\xff",      "\xe4\xb8\x96",
                                          "@",         "[]T{",
                                          "type T[P ", "func() ",
                                          "<-chan ",   "x[",
                                          "L: "};
    size_t at = below(text.size() + 1);
    size_t some = below(std::min<size_t>(text.size() - at, 40) + 1);
    switch (below(6)) {
      case 0: text.erase(at, some); return;
      case 1: text.insert(at, kPieces[below(std::size(kPieces))]); return;
      case 2: text.replace(at, some, kPieces[below(std::size(kPieces))]); return;
      case 3: text.insert(at, text.substr(below(text.size() + 1), below(200))); return;
      case 4: {
        const std::string& other = seeds_[below(seeds_.size())];
        text.insert(at, other.substr(below(other.size() + 1), below(400)));
        return;
      }
      default:
        if (!text.empty()) text[below(text.size())] = static_cast<char>(below(256));
    }
  }

  std::vector<std::string> seeds_;
  std::mt19937_64 random_;
};

}  // namespace

int main(int argc, char** argv) {
  double seconds = 60;
  uint64_t seed = 1;
  std::vector<std::string> paths;
  for (int i = 1; i < argc; i++) {
    if (std::strcmp(argv[i], "--seconds") == 0 && i + 1 < argc)
      seconds = std::atof(argv[++i]);
    else if (std::strcmp(argv[i], "--seed") == 0 && i + 1 < argc)
      seed = std::strtoull(argv[++i], nullptr, 10);
    else
      paths.push_back(argv[i]);
  }
  std::vector<std::string> seeds = readSeeds(paths);
  if (seeds.empty()) {
    std::fprintf(stderr, "usage: hood_fuzz_syntax [--seconds N] [--seed N] PATH…\n");
    return 2;
  }
  setenv("HOOD_ABORT", "1", 1);  // internal errors end in a signal, too (checked builds)
  for (int sig : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE}) std::signal(sig, saveCurrent);

  Mutator mutator(std::move(seeds), seed);
  auto now = [] { return std::chrono::steady_clock::now(); };
  auto start = now();
  auto elapsed = [&](auto from) { return std::chrono::duration<double>(now() - from).count(); };
  size_t runs = 0, good = 0;
  double slowest = 0;
  for (; elapsed(start) < seconds; runs++) {
    std::string text = mutator.next();
    current = &text;
    auto before = now();
    hood::SourceSet sources;
    hood::Arena arena;
    hood::Diagnostics diag(sources);
    hood::ast::File* f = hood::parseFile(sources.add("x.go", text), arena, diag);
    std::string shape = hood::ast::dump(*f) + diag.format(0);
    slowest = std::max(slowest, elapsed(before));
    if (!diag.any()) good++;
    if (shape.empty()) std::abort();
  }
  std::printf("%zu runs, %zu of them without errors; the slowest took %.3f s\n", runs, good, slowest);
  return 0;
}
