// Fuzzer of the compiler: changes Go programs at random and takes each through the checker, vet's analyses, the IR, the
// passes, code generation and the verifier. It must neither crash nor hang, take no more memory than the bound, and never
// make a module that the verifier refuses.
//   hood_fuzz_compile [--seconds N] [--count N] [--seed N] [--from N] [--jobs N] PATH…
// Programs are compiled in child processes, so that the run goes on after a failure: its program is kept as
// fuzz_compile_<number>.go, and `--from <number> --count 1` with the same seed and paths repeats it.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

#include "bytecode/verifier.h"
#include "compiler/compile.h"
#include "stdlib/images.h"
#include "tests/mutate.h"

namespace {

constexpr uint64_t kBatch = 500;                // programs of one child
constexpr rlim_t kMemory = rlim_t{2048} << 20;  // of one child
constexpr time_t kSecondsEach = 10;             // a program that takes longer hangs

struct Options {
  double seconds = 1e18;
  uint64_t count = ~uint64_t{0}, seed = 1, from = 0;
  int jobs = 1;
  std::vector<std::string> paths;
};

// What the children tell the parent.
constexpr int kMostJobs = 64;
struct Shared {
  std::atomic<uint64_t> next, done, checked, compiled, failed;
  std::atomic<uint64_t> at[kMostJobs];  // what each is busy with: an internal error of a release build just ends the process
};

const std::string* current = nullptr;
uint64_t currentNumber = 0;

std::string fileOf(uint64_t number) { return "fuzz_compile_" + std::to_string(number) + ".go"; }

void keep(const char* why) {
  char name[64];
  std::snprintf(name, sizeof name, "fuzz_compile_%llu.go", static_cast<unsigned long long>(currentNumber));
  int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (fd >= 0 && current != nullptr) {
    ssize_t n = write(fd, current->data(), current->size());
    (void)n;
    close(fd);
  }
  std::fprintf(stderr, "%s: %s\n", name, why);
}

void onSignal(int sig) {
  keep(sig == SIGPROF ? "hangs" : strsignal(sig));
  _exit(1);
}

// A signal handler needs a stack when the program's is used up.
void useOwnSignalStack() {
  static char stack[1 << 16];
  stack_t s{};
  s.ss_sp = stack;
  s.ss_size = sizeof stack;
  sigaltstack(&s, nullptr);
  struct sigaction a {};
  a.sa_handler = onSignal;
  a.sa_flags = SA_ONSTACK;
  for (int sig : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGPROF}) sigaction(sig, &a, nullptr);
}

// The library's images, as hood itself has them.
std::span<const hood::compiler::PackageBytes> standardPackages() {
  using namespace hood;
  static const std::vector<compiler::PackageBytes> list = [] {
    std::vector<compiler::PackageBytes> l;
    for (const stdlib::EmbeddedImage& i : stdlib::images()) l.push_back({i.path, i.text(), false, true});
    return l;
  }();
  return list;
}

void compileOne(const std::string& path, Shared& shared) {
  using namespace hood;
  compiler::CompileOptions o;
  o.load.args = {path};
  o.load.requireMain = false;
  o.standard = standardPackages();
  o.checkOnly = true;
  o.vet = true;
  {
    compiler::Compilation c;
    if (!compiler::compile(o, c)) {
      if (!c.diags.any()) keep("refused without a message"), std::_Exit(1);
      (void)c.diags.format(0);
      return;
    }
  }
  shared.checked.fetch_add(1, std::memory_order_relaxed);
  o.load.requireMain = true;
  o.checkOnly = false;
  compiler::Compilation c;
  if (!compiler::compile(o, c)) return;
  if (auto problem = bytecode::verify(*c.module)) keep(problem->c_str()), std::_Exit(1);
  shared.compiled.fetch_add(1, std::memory_order_relaxed);
}

std::string textOf(const Options& o, hood::fuzz::Mutator& mutator, uint64_t number) {
  return mutator.make(o.seed * 0x9e3779b97f4a7c15 + number, false);
}

[[noreturn]] void child(const Options& o, const std::vector<std::string>& seeds, Shared& shared, int job) {
  rlimit bound{kMemory, kMemory};
  setrlimit(RLIMIT_AS, &bound);
  rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  useOwnSignalStack();
  setenv("HOOD_ABORT", "1", 1);  // internal errors end in a signal, too (checked builds)
  hood::fuzz::Mutator mutator(seeds);
  int fd = memfd_create("x.go", 0);
  std::string path = "/proc/self/fd/" + std::to_string(fd);
  std::string link = "/tmp/hood_fuzz_" + std::to_string(getpid()) + ".go";
  if (fd < 0 || symlink(path.c_str(), link.c_str()) != 0) std::_Exit(3);
  uint64_t first = shared.next.fetch_add(kBatch);
  for (uint64_t k = first; k < first + kBatch && k < o.count; k++) {
    currentNumber = o.from + k;
    shared.at[job].store(currentNumber);
    std::string text = textOf(o, mutator, currentNumber);
    current = &text;
    if (ftruncate(fd, 0) != 0 || pwrite(fd, text.data(), text.size(), 0) < 0) std::_Exit(3);

    itimerval limit{{0, 0}, {kSecondsEach, 0}};  // of CPU time: a busy machine is no hang
    setitimer(ITIMER_PROF, &limit, nullptr);
    try {
      compileOne(link, shared);
    } catch (const std::bad_alloc&) {
      keep("takes more memory than the bound");
      unlink(link.c_str());
      std::_Exit(1);
    }
    shared.done.fetch_add(1, std::memory_order_relaxed);
  }
  unlink(link.c_str());
  std::_Exit(0);
}

Options parseArgs(int argc, char** argv) {
  Options o;
  for (int i = 1; i < argc; i++) {
    auto is = [&](const char* name) { return std::strcmp(argv[i], name) == 0 && i + 1 < argc; };
    if (is("--seconds"))
      o.seconds = std::atof(argv[++i]);
    else if (is("--count"))
      o.count = std::strtoull(argv[++i], nullptr, 10);
    else if (is("--seed"))
      o.seed = std::strtoull(argv[++i], nullptr, 10);
    else if (is("--from"))
      o.from = std::strtoull(argv[++i], nullptr, 10);
    else if (is("--jobs"))
      o.jobs = std::clamp(std::atoi(argv[++i]), 1, kMostJobs);
    else
      o.paths.push_back(argv[i]);
  }
  return o;
}

}  // namespace

int main(int argc, char** argv) {
  Options o = parseArgs(argc, argv);
  std::vector<std::string> seeds = hood::fuzz::readSeeds(o.paths);
  if (seeds.empty()) {
    std::fprintf(stderr, "usage: hood_fuzz_compile [--seconds N] [--count N] [--seed N] [--from N] [--jobs N] PATH…\n");
    return 2;
  }
  void* memory = mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  Shared& shared = *new (memory) Shared{};
  auto start = std::chrono::steady_clock::now();
  auto elapsed = [&] { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(); };
  std::vector<pid_t> jobs(static_cast<size_t>(o.jobs), 0);
  for (;;) {
    bool any = false;
    for (size_t k = 0; k < jobs.size(); k++) {
      if (jobs[k] <= 0 && shared.next.load() < o.count && elapsed() < o.seconds) {
        jobs[k] = fork();
        if (jobs[k] == 0) child(o, seeds, shared, static_cast<int>(k));
      }
      any |= jobs[k] > 0;
    }
    if (!any) break;
    int status = 0;
    pid_t pid = wait(&status);
    if (pid < 0) break;
    auto job = static_cast<size_t>(std::find(jobs.begin(), jobs.end(), pid) - jobs.begin());
    jobs[job] = 0;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) continue;
    if (WIFSIGNALED(status)) std::fprintf(stderr, "child ended by signal %d\n", WTERMSIG(status));
    unlink(("/tmp/hood_fuzz_" + std::to_string(pid) + ".go").c_str());
    shared.failed.fetch_add(1);
    hood::fuzz::Mutator mutator(seeds);
    std::ofstream(fileOf(shared.at[job])) << textOf(o, mutator, shared.at[job]);
  }
  std::printf(
      "%llu programs in %.0f s: %llu passed the checker, %llu became verified modules; %llu failures\n",
      static_cast<unsigned long long>(shared.done.load()), elapsed(), static_cast<unsigned long long>(shared.checked.load()),
      static_cast<unsigned long long>(shared.compiled.load()), static_cast<unsigned long long>(shared.failed.load()));
  return shared.failed.load() == 0 ? 0 : 1;
}
