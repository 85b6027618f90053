// Fuzzer of the front end: changes Go files at random, parses them, and prints the tree of what parses. It must neither
// crash nor hang, nor take a damaged tree for a good one (parse.cc checks that). Best under the asan preset.
//   hood_fuzz_syntax [--seconds N] [--seed N] PATH…
// A crash leaves its input in fuzz_crash.go; the same seed and paths replay a run.
#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "compiler/ast/printer.h"
#include "compiler/syntax/parse.h"
#include "tests/mutate.h"

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
  std::vector<std::string> seeds = hood::fuzz::readSeeds(paths);
  if (seeds.empty()) {
    std::fprintf(stderr, "usage: hood_fuzz_syntax [--seconds N] [--seed N] PATH…\n");
    return 2;
  }
  setenv("HOOD_ABORT", "1", 1);  // internal errors end in a signal, too (checked builds)
  for (int sig : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE}) std::signal(sig, saveCurrent);

  hood::fuzz::Mutator mutator(seeds);
  auto now = [] { return std::chrono::steady_clock::now(); };
  auto start = now();
  auto elapsed = [&](auto from) { return std::chrono::duration<double>(now() - from).count(); };
  size_t runs = 0, good = 0;
  double slowest = 0;
  for (; elapsed(start) < seconds; runs++) {
    std::string text = mutator.make(seed * 0x9e3779b97f4a7c15 + runs, true);
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
