#include "cli/seeds.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <string_view>
#include <tuple>
#include <vector>

namespace hood::cli {
namespace {

constexpr unsigned kMostSeconds = 60;  // a run that takes longer counts as one that does not end
constexpr size_t kMostListed = 20;     // outcomes

volatile std::sig_atomic_t interrupted = 0;

struct Run {
  uint64_t seed = 0;
  pid_t pid = 0;
  int out = -1, err = -1;  // files in memory
};

struct Outcome {
  uint64_t runs = 0;
  uint64_t firstSeed = 0;
  int status = 0;  // as waitpid tells it
  std::string out, err;
};

std::string textOf(int fd) {
  std::string text;
  text.resize(static_cast<size_t>(lseek(fd, 0, SEEK_END)));
  if (pread(fd, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size())) text.clear();
  return text;
}

std::string_view firstLine(std::string_view s) { return s.substr(0, s.find('\n')); }

std::string ending(int status) {
  if (WIFEXITED(status)) return "exit status " + std::to_string(WEXITSTATUS(status));
  if (WTERMSIG(status) == SIGALRM) return "does not end in " + std::to_string(kMostSeconds) + " s";
  return std::string("signal: ") + strsignal(WTERMSIG(status));
}

class Seeds {
 public:
  Seeds(const ProgramOptions& options, compiler::Compilation& c, SeedRange range)
      : options_(options), c_(c), range_(range), tells_(isatty(STDERR_FILENO) != 0) {}

  int run() {
    auto before = std::signal(SIGINT, [](int) { interrupted = 1; });
    size_t jobs = static_cast<size_t>(std::max(1L, sysconf(_SC_NPROCESSORS_ONLN)));
    uint64_t seed = range_.first, left = range_.last - range_.first + 1;
    while (left > 0 || !running_.empty()) {
      for (; left > 0 && running_.size() < jobs && !interrupted; seed++, left--)
        if (!start(seed)) return 1;
      if (interrupted) left = 0;
      if (!running_.empty()) take();
      progress();
    }
    std::signal(SIGINT, before);
    return report();
  }

 private:
  using Key = std::tuple<int, uint64_t, std::string>;

  bool start(uint64_t seed) {
    Run r{seed, 0, memfd_create("stdout", MFD_CLOEXEC), memfd_create("stderr", MFD_CLOEXEC)};
    r.pid = r.err < 0 ? -1 : fork();
    if (r.pid == 0) child(r);
    running_.push_back(r);
    if (r.pid > 0) return true;
    std::perror("hood: cannot start a process for a seed");
    return false;
  }

  [[noreturn]] void child(const Run& r) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    std::signal(SIGINT, SIG_DFL);
    dup2(r.out, STDOUT_FILENO);
    dup2(r.err, STDERR_FILENO);
    dup2(open("/dev/null", O_RDONLY | O_CLOEXEC), STDIN_FILENO);
    alarm(kMostSeconds);
    ProgramOptions options = options_;
    options.settings.push_back("det=1");
    options.settings.push_back("seed=" + std::to_string(r.seed));
    std::_Exit(runProgram(options, c_));
  }

  // Waits for a run to end.
  void take() {
    int status = 0;
    pid_t pid = wait(&status);
    auto it = std::find_if(running_.begin(), running_.end(), [&](const Run& r) { return r.pid == pid; });
    if (it == running_.end()) return;  // interrupted: again
    Run r = *it;
    running_.erase(it);
    if (!(WIFSIGNALED(status) && WTERMSIG(status) == SIGINT)) count(r, status);
    close(r.out);
    close(r.err);
  }

  void count(const Run& r, int status) {
    std::string out = textOf(r.out), err = textOf(r.err);
    Outcome& o = outcomes_[{status, XXH3_64bits(out.data(), out.size()), std::string(firstLine(err))}];
    done_++;
    o.runs++;
    if (o.runs > 1 && o.firstSeed < r.seed) return;
    o.firstSeed = r.seed;
    o.status = status;
    o.out = std::move(out);
    o.err = std::move(err);
  }

  void progress() {
    auto now = std::chrono::steady_clock::now();
    if (!tells_ || now - told_ < std::chrono::milliseconds(200)) return;
    told_ = now;
    std::fprintf(stderr, "\r%llu of %llu seeds, %zu outcomes\x1b[K", static_cast<unsigned long long>(done_),
                 static_cast<unsigned long long>(range_.last - range_.first + 1), outcomes_.size());
  }

  int report() {
    if (tells_) std::fputs("\r\x1b[K", stderr);
    int status = outcomes_.size() == 1 ? alike(outcomes_.begin()->second) : listed();
    return interrupted ? 128 + SIGINT : status;
  }

  int alike(const Outcome& o) {
    std::fwrite(o.out.data(), 1, o.out.size(), stdout);
    std::fflush(stdout);
    std::fwrite(o.err.data(), 1, o.err.size(), stderr);
    std::fprintf(stderr, "hood: %llu seeds, all alike: %s\n", static_cast<unsigned long long>(o.runs),
                 ending(o.status).c_str());
    return WIFEXITED(o.status) ? WEXITSTATUS(o.status) : 1;
  }

  int listed() {
    std::vector<const Outcome*> list;
    for (const auto& [key, o] : outcomes_) list.push_back(&o);
    std::sort(list.begin(), list.end(), [](const Outcome* a, const Outcome* b) {
      return std::tuple(b->runs, a->firstSeed) < std::tuple(a->runs, b->firstSeed);
    });
    std::fprintf(stderr, "hood: %llu seeds, %zu outcomes\n", static_cast<unsigned long long>(done_), list.size());
    for (size_t k = 0; k < list.size() && k < kMostListed; k++) {
      const Outcome& o = *list[k];
      std::fprintf(stderr, "%8llu  %s, first with --det --seed %llu\n", static_cast<unsigned long long>(o.runs),
                   ending(o.status).c_str(), static_cast<unsigned long long>(o.firstSeed));
      tellHow(o, list);
    }
    if (list.size() > kMostListed) std::fprintf(stderr, "%8s  %zu outcomes more\n", "…", list.size() - kMostListed);
    return 1;
  }

  // The first lines that tell it from the commonest outcome.
  static void tellHow(const Outcome& o, const std::vector<const Outcome*>& list) {
    std::string_view mine = o.out, other = &o == list[0] && list.size() > 1 ? list[1]->out : list[0]->out;
    while (!mine.empty() && !other.empty() && firstLine(mine) == firstLine(other)) {
      mine.remove_prefix(std::min(mine.size(), firstLine(mine).size() + 1));
      other.remove_prefix(std::min(other.size(), firstLine(other).size() + 1));
    }
    auto print = [](std::string_view line) {
      std::fprintf(stderr, "          | %.*s\n", static_cast<int>(std::min<size_t>(line.size(), 200)), line.data());
    };
    if (!mine.empty()) print(firstLine(mine));
    if (!o.err.empty()) print(firstLine(o.err));
  }

  const ProgramOptions& options_;
  compiler::Compilation& c_;
  SeedRange range_;
  bool tells_;  // standard error is a terminal
  std::chrono::steady_clock::time_point told_{};
  std::vector<Run> running_;
  std::map<Key, Outcome> outcomes_;
  uint64_t done_ = 0;
};

}  // namespace

bool parseSeeds(const std::string& text, SeedRange* range) {
  auto number = [](std::string_view digits, uint64_t* n) {
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), *n);
    return error == std::errc{} && end == digits.data() + digits.size() && *n > 0;
  };
  std::string_view all = text;
  size_t dash = all.find('-');
  return number(all.substr(0, dash), &range->first) && number(dash == all.npos ? all : all.substr(dash + 1), &range->last) &&
         range->first <= range->last;
}

int runSeeds(const ProgramOptions& options, compiler::Compilation& c, SeedRange seeds) {
  return Seeds(options, c, seeds).run();
}

}  // namespace hood::cli
