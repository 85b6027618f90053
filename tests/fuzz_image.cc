// Fuzzer of images: changes the images of compiled programs at random, opens them, and decodes, verifies and links what
// opens. A damaged image is refused by a line of text; it must neither crash nor hang nor take memory out of proportion.
// Three of four mutants get right checksums again, so that the decoder sees the damage. Best under the asan preset.
//   hood_fuzz_image [--runs N] [--seconds N] [--seed N] FILE…      FILE: a .go program, or an image
// A crash leaves its input in fuzz_crash.img; the same seed and files replay a run.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "bytecode/byte_io.h"
#include "bytecode/serialize.h"
#include "compiler/compile.h"
#include "runtime/alloc/mheap.h"
#include "runtime/core/vm.h"
#include "runtime/gc/cycle.h"
#include "runtime/lang/lang.h"
#include "runtime/sched/sched.h"
#include "stdlib/images.h"
#include "stdlib/native/natives.h"
#include "vm/engine.h"
#include "vm/loader.h"

namespace {

using hood::bytecode::ImageView;

const std::string* current = nullptr;  // for the signal handler

void saveCurrent(int sig) {
  int fd = open("fuzz_crash.img", O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (fd >= 0 && current != nullptr) {
    ssize_t written = write(fd, current->data(), current->size());
    (void)written;
    close(fd);
  }
  std::signal(sig, SIG_DFL);
  std::raise(sig);
}

std::string imageOf(const std::string& file) {
  if (!file.ends_with(".go")) {
    std::ifstream in(file, std::ios::binary);
    return {(std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>()};
  }
  hood::compiler::Compilation c;
  hood::compiler::CompileOptions o;
  o.load.args = {file};
  std::vector<hood::compiler::PackageBytes> standard;
  for (const hood::stdlib::EmbeddedImage& i : hood::stdlib::images()) standard.push_back({i.path, i.text(), false, true});
  o.standard = standard;
  if (!hood::compiler::compile(o, c)) {
    std::fputs(c.diags.format(10).c_str(), stderr);
    std::exit(2);
  }
  return hood::bytecode::writeImage(*c.module);
}

class Mutator {
 public:
  Mutator(std::vector<std::string> seeds, uint64_t seed) : seeds_(std::move(seeds)), random_(seed) {}

  std::string next() {
    std::string image = seeds_[below(seeds_.size())];
    for (size_t n = 1 + below(5); n > 0; n--) change(image);
    if (below(50) == 0) image.resize(below(image.size() + 1));
    if (below(4) != 0) repair(image);
    return image;
  }
  size_t below(size_t n) { return n == 0 ? 0 : std::uniform_int_distribution<size_t>(0, n - 1)(random_); }

 private:
  void change(std::string& image) {
    // The tables are small and matter most: half of the changes go there.
    size_t at = below(below(2) == 0 ? std::min<size_t>(image.size(), 2048) : image.size());
    switch (below(6)) {
      case 0: image[at] = static_cast<char>(below(256)); return;
      case 1: image[at] = static_cast<char>(image[at] ^ 1 << below(8)); return;
      case 2: image[at] = static_cast<char>(image[at] + (below(2) ? 1 : -1)); return;
      case 3: {  // an interesting 32-bit number
        static const uint32_t kNumbers[] = {0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0xfffffffe, 16, 0x10000, 0xffff};
        uint32_t v = kNumbers[below(std::size(kNumbers))];
        at &= ~size_t{3};
        if (at + 4 <= image.size()) std::memcpy(&image[at], &v, 4);
        return;
      }
      case 4: {  // bytes from elsewhere
        size_t n = std::min(image.size() - at, 1 + below(64)), from = below(image.size() - n + 1);
        std::memmove(&image[at], &image[from], n);
        return;
      }
      default: {
        const std::string& other = seeds_[below(seeds_.size())];
        size_t n = std::min({image.size() - at, other.size(), 1 + below(64)});
        std::memcpy(&image[at], &other[below(other.size() - n + 1)], n);
      }
    }
  }

  // Right sums, as far as the table still makes sense.
  static void repair(std::string& image) {
    if (image.size() < sizeof(ImageView::Header)) return;
    auto h = hood::bytecode::loadPod<ImageView::Header>(image.data());
    h.size = image.size();
    size_t n = h.sections, table = sizeof h;
    if (n > (image.size() - table) / sizeof(ImageView::SectionEntry)) return;
    for (size_t i = 0; i < n; i++) {
      char* at = &image[table + i * sizeof(ImageView::SectionEntry)];
      auto e = hood::bytecode::loadPod<ImageView::SectionEntry>(at);
      if (e.at > image.size() || e.size > image.size() - e.at) continue;
      e.sum = XXH3_64bits(image.data() + e.at, e.size);
      std::memcpy(at, &e, sizeof e);
    }
    h.sum = 0;
    h.sum = XXH3_64bits_withSeed(image.data() + table, n * sizeof(ImageView::SectionEntry), XXH3_64bits(&h, sizeof h));
    std::memcpy(image.data(), &h, sizeof h);
  }

  std::vector<std::string> seeds_;
  std::mt19937_64 random_;
};

enum class Verdict { Refused, Damaged, Sound };

// What reading an image on demand can meet.
Verdict decode(const std::string& bytes, ImageView::Check check) {
  ImageView view;
  std::string problem;
  if (!view.open(bytes, check, &problem)) return problem.empty() ? (std::abort(), Verdict::Refused) : Verdict::Refused;
  for (uint32_t i = 0; i < view.funcCount(); i += 7) {
    (void)view.lineAt(i, 3);
    (void)view.inlines(i);
    (void)view.maskBytes(i);
    (void)view.find(hood::bytecode::SymbolKind::Func, view.func(i).symbol);
  }
  (void)view.file(view.fileCount());
  return hood::vm::verifyImage(view) ? Verdict::Damaged : Verdict::Sound;
}

// Links everything of a sound image, as a child: an image that does not fit what it refers to ends the process.
void linkAll(const std::string& bytes) {
  hood::rt::VM vm;
  hood::vm::Engine engine;
  vm.engine = &engine;
  hood::rt::initCore(&vm);
  if (!hood::rt::mallocinit(&vm)) _exit(2);
  hood::rt::langInit(&vm);
  hood::rt::gcinit(&vm);
  hood::rt::schedinit(&vm);
  hood::vm::NativeTable natives;
  natives.add(hood::stdlib::natives());
  natives.add(hood::vm::vmNatives());
  std::vector<hood::vm::PackageImage> images = {{"main", bytes, true}};
  for (const hood::stdlib::EmbeddedImage& i : hood::stdlib::images()) images.push_back({i.path, i.text(), false});
  if (!hood::vm::load(engine, &vm, {nullptr, images}, natives).empty()) _exit(1);
  hood::vm::Unit* main = engine.linker().findUnit("main");
  engine.linker().linkAll(main);
  std::string text;
  for (const hood::vm::Function& f : engine.program().functions) {
    text = engine.funcName(f.entry);
    for (const auto& site : engine.sitesAt(f.entry + f.words / 2)) text += site.function + site.file;
  }
  _exit(0);
}

bool linkInChild(const std::string& bytes) {
  std::fflush(nullptr);
  pid_t pid = fork();
  if (pid == 0) {
    int quiet = open("/dev/null", O_WRONLY);
    if (quiet >= 0) dup2(quiet, 2);
    alarm(20);
    linkAll(bytes);
  }
  int status = 0;
  waitpid(pid, &status, 0);
  return WIFEXITED(status) && (WEXITSTATUS(status) <= 2 || WEXITSTATUS(status) == 70);
}

struct Options {
  double seconds = 1e9;
  uint64_t runs = 100000, seed = 1;
  std::vector<std::string> files;
};

Options parseArgs(int argc, char** argv) {
  Options o;
  for (int i = 1; i < argc; i++) {
    bool more = i + 1 < argc;
    if (std::strcmp(argv[i], "--seconds") == 0 && more) {
      o.seconds = std::atof(argv[++i]);
      o.runs = ~uint64_t{0};
    } else if (std::strcmp(argv[i], "--runs") == 0 && more) {
      o.runs = std::strtoull(argv[++i], nullptr, 10);
    } else if (std::strcmp(argv[i], "--seed") == 0 && more) {
      o.seed = std::strtoull(argv[++i], nullptr, 10);
    } else {
      o.files.push_back(argv[i]);
    }
  }
  return o;
}

}  // namespace

int main(int argc, char** argv) {
  Options o = parseArgs(argc, argv);
  std::vector<std::string> seeds;
  for (const std::string& f : o.files) seeds.push_back(imageOf(f));
  if (seeds.empty()) {
    std::fprintf(stderr, "usage: hood_fuzz_image [--runs N] [--seconds N] [--seed N] FILE…\n");
    return 2;
  }
  setenv("HOOD_ABORT", "1", 1);  // internal errors end in a signal, too (checked builds)
  for (int sig : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE}) std::signal(sig, saveCurrent);
  Mutator mutator(std::move(seeds), o.seed);
  auto now = [] { return std::chrono::steady_clock::now(); };
  auto start = now();
  auto elapsed = [&](auto from) { return std::chrono::duration<double>(now() - from).count(); };
  uint64_t runs = 0, counts[3] = {}, links = 0;
  double slowest = 0;
  for (; runs < o.runs && elapsed(start) < o.seconds; runs++) {
    std::string image = mutator.next();
    current = &image;
    auto before = now();
    Verdict v = decode(image, mutator.below(8) == 0 ? ImageView::Check::Sums : ImageView::Check::None);
    slowest = std::max(slowest, elapsed(before));
    counts[static_cast<size_t>(v)]++;
    if (v != Verdict::Sound || mutator.below(64) != 0) continue;
    links++;
    if (!linkInChild(image)) std::abort();
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%llu runs: %llu refused, %llu damaged, %llu sound, %llu of those linked; slowest %.4f s, at most %ld KB\n",
              static_cast<unsigned long long>(runs), static_cast<unsigned long long>(counts[0]),
              static_cast<unsigned long long>(counts[1]), static_cast<unsigned long long>(counts[2]),
              static_cast<unsigned long long>(links), slowest, usage.ru_maxrss);
  return 0;
}
