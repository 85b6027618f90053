#include "cli/test_run.h"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>

#include "cli/cover_html.h"
#include "cli/test_json.h"
#include "compiler/load/go_files.h"
#include "stdlib/source.h"

namespace hood::cli {

namespace {

int64_t nowMs() {
  timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return int64_t{t.tv_sec} * 1000 + t.tv_nsec / 1'000'000;
}

// A duration as Go writes it (1m30s, 500ms) in milliseconds; -1 if it is none.
int64_t parseDuration(const std::string& s) {
  const char* p = s.c_str();
  double ms = 0;
  if (s == "0") return 0;
  while (*p != 0) {
    char* end = nullptr;
    double x = std::strtod(p, &end);
    if (end == p) return -1;
    p = end;
    std::string unit;
    while (*p != 0 && std::strchr("0123456789.+-", *p) == nullptr) unit += *p++;
    double scale = unit == "ns"                                   ? 1e-6
                   : unit == "ms"                                 ? 1
                   : unit == "s"                                  ? 1e3
                   : unit == "m"                                  ? 6e4
                   : unit == "h"                                  ? 3.6e6
                   : unit == "us" || unit == "µs" || unit == "μs" ? 1e-3
                                                                  : -1;
    if (scale < 0) return -1;
    ms += x * scale;
  }
  return s.empty() ? -1 : static_cast<int64_t>(ms);
}

// One package's process, as its parent sees it.
struct Child {
  pid_t pid = -1;
  int out = -1, control = -1;  // -1: at their end, or our own standard output
  std::string told;            // by control
  std::string output;          // what the tests printed
  std::string shown;           // what is to be printed when it is the package's turn
  bool started = false, running = false, done = false, killed = false;
  int status = 0;
  int64_t begin = 0, end = 0;
  std::string profile;  // the file that its coverage goes to
  std::string self;     // a program that is the tests: os.Args[0]
  std::unique_ptr<TestJson> json;
};

class Runner {
 public:
  Runner(const std::vector<compiler::PackageRef>& packages, const TestFlags& flags)
      : packages_(packages), flags_(flags), children_(packages.size()) {
    local_ = flags.packages.empty();
    json_ = flags.on("json");
    direct_ = !json_ && (local_ || !flags.value("bench").empty() || !flags.value("fuzz").empty());
    showPass_ = flags.on("v") || !flags.value("list").empty();
    width_ = parallel();
    streams_ = json_ || (showPass_ && (packages.size() == 1 || width_ == 1));
    if (!flags.value("bench").empty()) width_ = 1;  // benchmarks must not disturb each other
    int64_t limit = flags.value("timeout").empty() ? 600'000 : parseDuration(flags.value("timeout"));
    if (limit > 0 && flags.value("fuzz").empty()) killAfter_ = limit + 60'000;
  }

  int run() {
    while (printed_ < packages_.size()) {
      startSome();
      waitSome();
      printFinished();
    }
    if (!writeCoverage()) status_ = 1;
    if (status_ != 0 && !json_ && !local_ && flags_.value("fuzz").empty()) print("FAIL\n");
    return status_;
  }

 private:
  size_t parallel() const {
    if (int n = std::atoi(flags_.value("p").c_str()); n > 0) return static_cast<size_t>(n);
    cpu_set_t set;
    return sched_getaffinity(0, sizeof set, &set) == 0 ? static_cast<size_t>(CPU_COUNT(&set)) : 1;
  }

  bool wantsProfile() const { return !flags_.value("coverprofile").empty() || !flags_.value("coverhtml").empty(); }

  // A folder for the program that is the tests, which the child writes: tests may start themselves again by os.Args[0]. The
  // program's name, "" if there can be none.
  std::string selfOf(size_t i) const {
    std::error_code error;
    std::string dir = temporaryFolder() + "/hood-test-" + std::to_string(::getpid()) + "-" + std::to_string(i);
    if (!std::filesystem::create_directories(dir, error) || error) return "";
    return dir + "/" + testBinaryName(packages_[i]);
  }

  static std::string temporaryFolder() {
    const char* dir = std::getenv("TMPDIR");
    return dir != nullptr && *dir != 0 ? dir : "/tmp";
  }

  static void print(const std::string& s) {
    std::fwrite(s.data(), 1, s.size(), stdout);
    std::fflush(stdout);
  }

  void startSome() {
    size_t busy = 0;
    for (const Child& c : children_) busy += c.started && !c.done;
    for (size_t i = 0; i < children_.size() && busy < width_; i++) {
      if (children_[i].started) continue;
      start(i);
      busy++;
    }
  }

  void start(size_t i) {
    Child& c = children_[i];
    int out[2] = {-1, -1}, control[2];
    if ((!direct_ && ::pipe2(out, O_CLOEXEC) != 0) || ::pipe2(control, O_CLOEXEC) != 0) {
      std::fprintf(stderr, "hood: pipe: %s\n", std::strerror(errno));
      std::exit(1);
    }
    std::fflush(stdout);
    TestFlags flags = flags_;
    if (wantsProfile()) {
      c.profile = temporaryFolder() + "/hood-cover-" + std::to_string(::getpid()) + "-" + std::to_string(i);
      flags.binary.insert(flags.binary.begin(), "-test.coverprofile=" + c.profile);
    }
    c.self = selfOf(i);
    if (!c.self.empty()) flags.values["self"] = c.self;
    c.begin = nowMs();
    c.pid = ::fork();
    if (c.pid == 0) {
      ::dup2(direct_ ? STDOUT_FILENO : out[1], STDOUT_FILENO);
      if (!direct_) ::close(out[0]), ::close(out[1]);
      // What the compiler says goes to control; from then on both streams are one.
      ::dup2(STDOUT_FILENO, STDERR_FILENO);
      ::close(control[0]);
      for (const Child& other : children_) {
        if (other.out >= 0) ::close(other.out);
        if (other.control >= 0) ::close(other.control);
      }
      becomeTest(packages_[i], flags, control[1]);
    }
    c.started = true;
    if (json_) c.json = std::make_unique<TestJson>(packages_[i].path, print);
    if (!direct_) ::close(out[1]);
    ::close(control[1]);
    c.out = out[0];
    c.control = control[0];
  }

  void waitSome() {
    std::vector<pollfd> fds;
    for (Child& c : children_)
      for (int fd : {c.control, c.out})
        if (fd >= 0) fds.push_back({fd, POLLIN, 0});
    if (!fds.empty()) ::poll(fds.data(), fds.size(), 200);
    for (const pollfd& f : fds) {
      if (f.revents == 0) continue;
      for (size_t i = 0; i < children_.size(); i++)
        if (f.fd == children_[i].control || f.fd == children_[i].out) readFrom(i, f.fd);
    }
    for (size_t i = 0; i < children_.size(); i++) reap(i);
  }

  void readFrom(size_t i, int fd) {
    Child& c = children_[i];
    char buffer[1 << 16];
    ssize_t n = ::read(fd, buffer, sizeof buffer);
    if (n < 0 && errno == EINTR) return;
    if (n <= 0) {
      ::close(fd);
      (fd == c.control ? c.control : c.out) = -1;
      return;
    }
    std::string_view s(buffer, static_cast<size_t>(n));
    if (fd == c.control) {
      c.told += s;
      if (!c.running && c.told.starts_with("run\n")) {
        c.running = true;
        c.begin = nowMs();
      }
      return;
    }
    c.output += s;
    if (streams_) emit(c, s);
  }

  // A child is done when it has ended: what its own children still hold open does not matter.
  void reap(size_t i) {
    Child& c = children_[i];
    if (!c.started || c.done) return;
    if (c.control >= 0 && !c.running) return;
    if (pid_t r = ::waitpid(c.pid, &c.status, WNOHANG); r != c.pid) {
      if (c.out < 0 && c.control < 0 && r == 0 && children_.size() >= 1) ::usleep(1000);
      overtime(c);
      return;
    }
    c.end = nowMs();
    drain(i);
    c.done = true;
    finish(i);
  }

  void drain(size_t i) {
    for (int* fd : {&children_[i].control, &children_[i].out}) {
      if (*fd >= 0) ::fcntl(*fd, F_SETFL, O_NONBLOCK);
      while (*fd >= 0) {
        int before = *fd;
        pollfd p{*fd, POLLIN, 0};
        if (::poll(&p, 1, 0) <= 0) {
          ::close(*fd);
          *fd = -1;
        } else {
          readFrom(i, before);
        }
      }
    }
  }

  void overtime(Child& c) {
    if (!c.running || killAfter_ == 0 || nowMs() - c.begin < killAfter_) return;
    if (!c.killed) {
      ::kill(c.pid, SIGQUIT);
      c.killed = true;
    } else if (nowMs() - c.begin > killAfter_ + 5000) {
      ::kill(c.pid, SIGKILL);
    }
  }

  // To be shown now (standard output, or events), or when it is the package's turn.
  void emit(Child& c, std::string_view s) {
    if (c.json != nullptr)
      c.json->write(s);
    else if (direct_ || streams_)
      print(std::string(s));
    else
      c.shown += s;
  }

  void finish(size_t i) {
    Child& c = children_[i];
    const std::string& path = packages_[i].path;
    size_t line = c.told.find('\n');
    std::string how = c.told.substr(0, line), text = line == std::string::npos ? "" : c.told.substr(line + 1);
    const bool ok = WIFEXITED(c.status) && WEXITSTATUS(c.status) == 0;
    takeProfile(c);
    if (std::error_code ignored; !c.self.empty())
      std::filesystem::remove_all(std::filesystem::path(c.self).parent_path(), ignored);
    if (how == "run") {
      std::fputs(text.c_str(), stderr);
      finishRun(c, path, ok);
    } else if (how == "none") {
      emit(c, "?   \t" + path + "\t[no test files]\n");
    } else if (how != "written") {
      std::fputs(text.c_str(), stderr);
      if (how != "build" && how != "setup") {  // hood itself failed
        std::fprintf(stderr, "hood: the compiler ended early, %s\n", exitText(c.status).c_str());
        how = "build";
      }
      emit(c, "FAIL\t" + path + " [" + how + " failed]\n");
      status_ = 1;
    }
    if (c.json != nullptr) {
      if (how == "run") c.json->exited(ok);
      c.json->close();
    }
  }

  static std::string exitText(int status) {
    if (WIFSIGNALED(status)) {
      std::string name = ::strsignal(WTERMSIG(status));
      for (char& ch : name) ch = static_cast<char>(std::tolower(ch));
      return "signal: " + name;
    }
    return "exit status " + std::to_string(WEXITSTATUS(status));
  }

  void finishRun(Child& c, const std::string& path, bool ok) {
    char seconds[32];
    std::snprintf(seconds, sizeof seconds, "%.3fs", static_cast<double>(c.end - c.begin) / 1e3);
    const std::string& out = c.output;
    if (c.killed) emit(c, "*** Test killed with quit: ran too long (" + flags_.value("timeout") + ").\n");
    if (!streams_ && !direct_ && (!ok || showPass_)) emit(c, out);
    const bool shown = streams_ || !ok || showPass_;
    if (shown && !out.empty() && out.back() != '\n') emit(c, "\n");
    if (ok) {
      emit(c, "ok  \t" + path + "\t" + seconds + coverage(out) + noTests(out) + "\n");
      return;
    }
    status_ = 1;
    if (out.empty()) emit(c, exitText(c.status) + "\n");
    emit(c, "FAIL\t" + path + "\t" + seconds + "\n");
  }

  static std::string noTests(const std::string& out) {
    auto says = [&](const std::string& text) { return ("\n" + out).find("\n" + text + "\n") != std::string::npos; };
    if (says("testing: warning: no tests to run")) return " [no tests to run]";
    if (says("testing: warning: no fuzz tests to fuzz")) return " [no fuzz tests to fuzz]";
    if (says("testing: warning: -fuzz matches more than one fuzz test, won't fuzz"))
      return "[-fuzz matches more than one fuzz test, won't fuzz]";
    return "";
  }

  std::string coverage(const std::string& out) const {
    if (!flags_.on("cover")) return "";
    size_t at = ("\n" + out).find("\ncoverage: ");
    if (at == std::string::npos) return "";
    return "\t" + out.substr(at, out.find('\n', at) - at);
  }

  void takeProfile(Child& c) {
    if (c.profile.empty()) return;
    std::string text = compiler::readSource(c.profile).text;
    ::unlink(c.profile.c_str());
    if (!profile_.empty()) text.erase(0, text.find('\n') + 1);  // one mode line is enough
    profile_ += text;
  }

  bool writeCoverage() {
    std::filesystem::path folder = flags_.value("outputdir");
    auto write = [&](const std::string& file, const std::string& text) {
      std::ofstream out(folder / file, std::ios::binary);
      out << text;
      if (!out.flush()) std::fprintf(stderr, "hood: %s: cannot be written\n", file.c_str());
      return !out.fail();
    };
    bool ok = true;
    if (std::string file = flags_.value("coverprofile"); !file.empty()) ok &= write(file, profile_);
    auto source = [this](const std::string& name) { return sourceOf(name); };
    if (std::string file = flags_.value("coverhtml"); !file.empty()) ok &= write(file, coverPage(profile_, source));
    return ok;
  }

  // The text of a file by its name in a profile: import path and file name.
  std::string sourceOf(const std::string& name) const {
    size_t slash = name.rfind('/');
    std::string path = name.substr(0, slash), file = name.substr(slash + 1);
    for (const stdlib::EmbeddedFile& f : stdlib::find(path))
      if (f.name == file) return std::string(f.text());
    for (const auto* list : {&packages_, &flags_.covered})
      for (const compiler::PackageRef& p : *list)
        if (p.path == path) return compiler::readSource(compiler::joinedPath(p.dir, file)).text;
    return "";
  }

  void printFinished() {
    while (printed_ < children_.size() && children_[printed_].done) {
      if (!children_[printed_].shown.empty()) print(children_[printed_].shown);
      printed_++;
    }
  }

  const std::vector<compiler::PackageRef>& packages_;
  const TestFlags& flags_;
  std::vector<Child> children_;
  bool local_ = false;     // no package was named: the binary has our standard output
  bool json_ = false;      // events
  bool direct_ = false;    // the binary has our standard output
  bool streams_ = false;   // output is shown as it comes
  bool showPass_ = false;  // output of tests that succeed is shown
  std::string profile_;    // of all packages
  size_t width_ = 1;
  size_t printed_ = 0;
  int64_t killAfter_ = 0;
  int status_ = 0;
};

}  // namespace

int runTests(const std::vector<compiler::PackageRef>& packages, const TestFlags& flags) {
  return Runner(packages, flags).run();
}

}  // namespace hood::cli
