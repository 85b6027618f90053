// The golden tests: runs the programs under testdata/ and compares what they print with what their files say.
//
//   hood_golden --hood build/release/hood [--set gcstress=1]… [--seeds 1-100] [--rebase] [--oracle] [--jobs N] [FILE or DIR]…
//
// A test is a .go file whose first line is `// hood: run`, `// hood: vet` or `// hood: build` (builds a .hbc file and runs
// that), or a folder whose main.go is one. Further
// words of that line:      knobs: a=b c=d   flags: --lang go1.21   exit: N   book: 3.6   oracle: no   needs: goroot
// What it must print stands in the file, in order, as comments `// out: text` (standard output, one line each) and
// `// err: text` (each must occur in standard error, in order); a file x.golden beside x.go holds a longer standard output,
// x.stdin the standard input. --rebase rewrites both kinds from what hood prints now; --oracle compares the expectation
// with real Go (`go run`) instead of hood. Tests that say `oracle: no` use what Go 1.19 does not have. Those that say
// `needs: goroot` compile standard packages from an installed Go tree and are skipped where there is none; those that say
// `needs: gc` are about collections that begin by themselves, and are skipped with --set collector=none.
//
// A file NAME.cmd is a test of hood's other commands: a shell script, run in the file's folder, in which `hood` is hood (with
// --oracle, `go`). Its comments may say `# exit: N`, `# err: text`, `# oracle: no`, `# needs: goroot`; NAME.golden is its standard
// output. Times in the output are made 0.
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <regex>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

extern char** environ;

namespace {

namespace fs = std::filesystem;

struct Options {
  std::string hood;
  std::vector<std::string> settings;
  std::vector<std::string> paths;
  std::string seeds;  // FIRST-LAST: each program under each of these
  bool rebase = false, oracle = false;
  int jobs = 2;
  int timeoutSeconds = 60;
};

struct Test {
  fs::path file;
  std::string command;  // run, vet, build
  std::vector<std::string> knobs;
  std::vector<std::string> flags;  // of the command
  int exit = 0;
  bool oracle = true;
  bool needsGoroot = false;
  bool needsGc = false;
  std::vector<std::string> err;
  std::string out;
};

struct Ran {
  std::string out, err;
  int exit = 0;
  bool timedOut = false;
};

std::string readFile(const fs::path& p) {
  std::ifstream in(p, std::ios::binary);
  std::stringstream s;
  s << in.rdbuf();
  return s.str();
}

fs::path withExtension(const fs::path& p, const char* ext) {
  fs::path q = p;
  return q.replace_extension(ext);
}

// "key: words" of the first line, up to the next key.
std::string field(const std::string& line, const std::string& key) {
  size_t at = line.find(" " + key + ": ");
  if (at == std::string::npos) return "";
  at += key.size() + 3;
  size_t end = line.size();
  for (const char* other : {"knobs", "flags", "exit", "book", "oracle", "needs"})
    if (size_t o = line.find(std::string(" ") + other + ": ", at); o != std::string::npos) end = std::min(end, o);
  return line.substr(at, end - at);
}

bool parseCommands(const fs::path& file, Test* t) {
  std::istringstream in(readFile(file));
  t->file = file;
  t->command = "cmd";
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("# exit: ")) t->exit = std::stoi(line.substr(8));
    if (line.starts_with("# err: ")) t->err.push_back(line.substr(7));
    if (line.starts_with("# oracle: no")) t->oracle = false;
    if (line.starts_with("# needs: goroot")) t->needsGoroot = true;
  }
  t->out = readFile(withExtension(file, ".golden"));
  return true;
}

bool parseTest(const fs::path& file, Test* t) {
  if (file.extension() == ".cmd") return parseCommands(file, t);
  std::string text = readFile(file);
  std::istringstream in(text);
  std::string line;
  if (!std::getline(in, line) || !line.starts_with("// hood: ")) return false;
  t->file = file;
  std::istringstream words(line.substr(9));
  words >> t->command;
  std::istringstream knobs(field(line, "knobs"));
  for (std::string k; knobs >> k;) t->knobs.push_back(k);
  std::istringstream flags(field(line, "flags"));
  for (std::string f; flags >> f;) t->flags.push_back(f);
  t->needsGoroot = field(line, "needs").starts_with("goroot");
  t->needsGc = field(line, "needs").starts_with("gc");
  if (std::string e = field(line, "exit"); !e.empty()) t->exit = std::stoi(e);
  t->oracle = field(line, "oracle").rfind("no", 0) != 0;
  while (std::getline(in, line)) {
    if (size_t at = line.find("// out:"); at != std::string::npos) {
      std::string s = line.substr(at + 7);
      t->out += (s.starts_with(" ") ? s.substr(1) : s) + "\n";
    } else if (at = line.find("// err: "); at != std::string::npos) {
      t->err.push_back(line.substr(at + 8));
    }
  }
  fs::path golden = withExtension(file, ".golden");
  if (fs::exists(golden)) t->out = readFile(golden);
  return true;
}

Ran execute(const std::vector<std::string>& argv, const fs::path& stdinFile, int timeoutSeconds) {
  Ran r;
  char outName[] = "/tmp/hood_golden_out_XXXXXX", errName[] = "/tmp/hood_golden_err_XXXXXX";
  int outFd = mkstemp(outName), errFd = mkstemp(errName);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, stdinFile.empty() ? "/dev/null" : stdinFile.c_str(), O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, outFd, 1);
  posix_spawn_file_actions_adddup2(&actions, errFd, 2);
  std::vector<char*> args;
  for (const std::string& a : argv) args.push_back(const_cast<char*>(a.c_str()));
  args.push_back(nullptr);
  pid_t pid = 0;
  int status = 0;
  if (posix_spawnp(&pid, args[0], &actions, nullptr, args.data(), environ) != 0) {
    r.err = "cannot start " + argv[0];
    r.exit = 127;
  } else {
    auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(timeoutSeconds);
    for (int pause = 1; waitpid(pid, &status, WNOHANG) == 0; pause = std::min(pause * 2, 20)) {
      if (std::chrono::steady_clock::now() > deadline) {
        kill(pid, SIGKILL);
        waitpid(pid, &status, 0);
        r.timedOut = true;
        break;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(pause));
    }
    r.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    r.out = readFile(outName);
    r.err = readFile(errName);
  }
  posix_spawn_file_actions_destroy(&actions);
  close(outFd);
  close(errFd);
  unlink(outName);
  unlink(errName);
  return r;
}

// The first line in which two texts differ, for people.
std::string firstDifference(const std::string& want, const std::string& got) {
  std::istringstream w(want), g(got);
  std::string lw, lg;
  for (int n = 1;; n++) {
    bool hasW = static_cast<bool>(std::getline(w, lw)), hasG = static_cast<bool>(std::getline(g, lg));
    if (!hasW && !hasG) return "they differ in the last newline only";
    if (!hasW) lw = "(end)";
    if (!hasG) lg = "(end)";
    if (lw != lg || hasW != hasG)
      return "line " + std::to_string(n) + ":\n    want: " + lw.substr(0, 300) + "\n    got:  " + lg.substr(0, 300);
  }
}

// What go vet says, as hood vet says it: a command is package main, and messages come in the order of the source.
std::string likeHood(std::string err) {
  static const std::string kPackage = "command-line-arguments.";
  for (size_t at = 0; (at = err.find(kPackage, at)) != std::string::npos;) err.replace(at, kPackage.size(), "main.");
  return err;
}

std::string judge(const Test& t, Ran r, bool oracle) {
  if (r.timedOut) return "timed out";
  bool vetOracle = oracle && t.command == "vet";
  if (vetOracle) r.err = likeHood(r.err);
  int wantExit = t.exit;
  if (oracle && t.exit != 0 && r.exit != 0) wantExit = r.exit;  // go run has its own statuses for what fails
  if (r.exit != wantExit) {
    std::string tail = r.err.size() > 1500 ? r.err.substr(0, 1500) + "…" : r.err;
    return "exit status " + std::to_string(r.exit) + ", want " + std::to_string(wantExit) + "\n" + tail;
  }
  if (r.out != t.out) return "standard output differs, " + firstDifference(t.out, r.out);
  size_t at = 0;
  for (const std::string& e : t.err) {
    size_t found = r.err.find(e, at);
    if (found == std::string::npos) return "standard error lacks \"" + e + "\"; it is:\n" + r.err.substr(0, 1500);
    if (!vetOracle) at = found + e.size();  // go vet's order is that of its analyses
  }
  return "";
}

void rebase(const Test& t, const Ran& r) {
  fs::path golden = withExtension(t.file, ".golden");
  if (t.out.empty() || fs::exists(golden)) {
    std::ofstream(golden, std::ios::binary) << r.out;
    return;
  }
  // Inline expectations: the same number of lines goes back where they stand; otherwise a .golden file takes over.
  std::istringstream in(readFile(t.file)), got(r.out);
  std::string text, line, value;
  size_t wanted = static_cast<size_t>(std::count(t.out.begin(), t.out.end(), '\n'));
  if (wanted != static_cast<size_t>(std::count(r.out.begin(), r.out.end(), '\n'))) {
    std::ofstream(golden, std::ios::binary) << r.out;
    return;
  }
  while (std::getline(in, line)) {
    if (size_t at = line.find("// out:"); at != std::string::npos && std::getline(got, value))
      line = line.substr(0, at + 7) + (value.empty() ? "" : " " + value);
    text += line + "\n";
  }
  std::ofstream(t.file, std::ios::binary) << text;
}

// How long things took is not for comparing.
std::string withoutTimes(const std::string& s) {
  static const std::regex kSeconds("[0-9]+\\.[0-9]+s\\b|\\(cached\\)"), kTime("\"Time\":\"[^\"]*\""),
      kElapsed("\"Elapsed\":[0-9.e-]+");
  std::string out = std::regex_replace(s, kSeconds, "0.00s");
  return std::regex_replace(std::regex_replace(out, kTime, "\"Time\":\"\""), kElapsed, "\"Elapsed\":0");
}

std::vector<std::string> shellFor(const Test& t, const Options& o) {
  std::string hood = o.oracle ? "go" : fs::absolute(o.hood).string(), knobs;
  for (const std::string& k : o.settings) knobs += (knobs.empty() ? "" : ",") + k;
  return {"sh", "-c",
          "hood() { '" + hood + "' \"$@\"; }\nexport HOODDEBUG='" + knobs + "'\ncd '" + t.file.parent_path().string() +
              "' || exit 99\n. './" + t.file.filename().string() + "'"};
}

std::string inputOf(const Test& t);
fs::path bundleOf(const Test& t);

std::vector<std::string> commandFor(const Test& t, const Options& o) {
  if (t.command == "cmd") return shellFor(t, o);
  // go vet stops at the first error of the types (exit 1): the compiler tells all, and go run asks it first.
  bool vet = t.command == "vet" && t.exit != 1;
  bool folder = t.file.filename() == "main.go";
  std::string go = vet ? "vet" : "run";
  if (o.oracle && folder) return {"sh", "-c", "cd '" + t.file.parent_path().string() + "' && exec go " + go + " ."};
  if (o.oracle) return {"go", go, t.file.string()};
  std::vector<std::string> argv = {o.hood, t.command == "build" ? "run" : t.command};
  if (t.command != "build") argv.insert(argv.end(), t.flags.begin(), t.flags.end());
  if (t.command != "vet") {
    for (const std::string& k : o.settings) argv.insert(argv.end(), {"--set", k});
    for (const std::string& k : t.knobs) argv.insert(argv.end(), {"--set", k});  // what the test needs has the last word
    if (!o.seeds.empty()) argv.insert(argv.end(), {"--seeds", o.seeds});
  }
  argv.push_back(t.command == "build" ? bundleOf(t).string() : inputOf(t));
  return argv;
}

// Is there a Go source tree where hood looks for one?
bool haveGoroot() {
  std::vector<fs::path> places = {"/usr/local/go", "/usr/lib/go"};
  for (const char* parent : {"/usr/lib", "/usr/share"}) {
    std::error_code error;
    for (fs::directory_iterator it(parent, error), end; !error && it != end; it.increment(error))
      if (it->path().filename().string().starts_with("go-1.")) places.push_back(it->path());
  }
  if (const char* env = std::getenv("GOROOT"); env != nullptr && *env != 0) places = {env};
  for (const fs::path& p : places)
    if (fs::exists(p / "src/go.mod")) return true;
  return false;
}

// What the test names on hood's command line.
std::string inputOf(const Test& t) {
  bool folder = t.file.filename() == "main.go";
  return folder ? t.file.parent_path().string() : t.file.string();
}

// Where a build test's program goes.
fs::path bundleOf(const Test& t) {
  std::string name = t.file.string();
  std::replace(name.begin(), name.end(), '/', '_');
  return fs::temp_directory_path() / (name + "." + std::to_string(getpid()) + ".hbc");
}

Ran runTest(const Test& t, const Options& o) {
  fs::path stdinFile = withExtension(t.file, ".stdin");
  if (!fs::exists(stdinFile)) stdinFile.clear();
  bool build = t.command == "build" && !o.oracle;
  if (build) {
    std::vector<std::string> argv = {o.hood, "build", "-o", bundleOf(t).string()};
    argv.insert(argv.end(), t.flags.begin(), t.flags.end());
    argv.push_back(inputOf(t));
    Ran r = execute(argv, {}, o.timeoutSeconds);
    if (r.exit != 0 || r.timedOut) return r;
  }
  Ran r = execute(commandFor(t, o), stdinFile, o.timeoutSeconds);
  if (t.command == "cmd") r.out = withoutTimes(r.out);
  std::error_code error;
  if (build) fs::remove(bundleOf(t), error);
  return r;
}

std::vector<Test> findTests(const Options& o) {
  std::vector<fs::path> files;
  for (const std::string& p : o.paths) {
    if (fs::is_directory(p)) {
      for (auto& e : fs::recursive_directory_iterator(p))
        if (e.path().extension() == ".go" || e.path().extension() == ".cmd") files.push_back(e.path());
    } else {
      files.push_back(p);
    }
  }
  std::sort(files.begin(), files.end());
  std::vector<Test> tests;
  for (const fs::path& f : files) {
    Test t;
    if (parseTest(f, &t) && (t.oracle || !o.oracle)) tests.push_back(std::move(t));
  }
  return tests;
}

int runAll(const Options& o) {
  std::vector<Test> tests = findTests(o);
  std::atomic<size_t> next{0};
  std::atomic<int> passed{0}, failed{0};
  size_t found = tests.size();
  const bool goroot = haveGoroot(),
             gc = std::find(o.settings.begin(), o.settings.end(), "collector=none") == o.settings.end();
  std::erase_if(tests, [&](const Test& t) { return (t.needsGoroot && !goroot) || (t.needsGc && !gc); });
  size_t skipped = found - tests.size();
  std::mutex print;
  auto worker = [&] {
    for (size_t k; (k = next.fetch_add(1)) < tests.size();) {
      const Test& t = tests[k];
      Ran r = runTest(t, o);
      std::string problem = judge(t, r, o.oracle);
      if (problem.empty()) {
        passed++;
        continue;
      }
      std::lock_guard<std::mutex> lock(print);
      if (o.rebase && !r.timedOut && r.exit == t.exit) {
        rebase(t, r);
        std::printf("rebased %s\n", t.file.c_str());
        passed++;
        continue;
      }
      failed++;
      std::printf("FAIL %s: %s\n", t.file.c_str(), problem.c_str());
      std::fflush(stdout);
    }
  };
  std::vector<std::thread> threads;
  for (int k = 0; k < o.jobs; k++) threads.emplace_back(worker);
  for (std::thread& t : threads) t.join();
  std::printf("%d passed, %d failed", passed.load(), failed.load());
  if (skipped > 0) std::printf(", %zu skipped: they need a %s", skipped, goroot ? "collector" : "Go source tree");
  std::printf("\n");
  return failed == 0 && passed > 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  Options o;
  for (int k = 1; k < argc; k++) {
    std::string a = argv[k];
    auto value = [&]() -> std::string { return k + 1 < argc ? argv[++k] : ""; };
    if (a == "--hood")
      o.hood = value();
    else if (a == "--set")
      o.settings.push_back(value());
    else if (a == "--seeds")
      o.seeds = value();
    else if (a == "--jobs")
      o.jobs = std::stoi(value());
    else if (a == "--timeout")
      o.timeoutSeconds = std::stoi(value());
    else if (a == "--rebase")
      o.rebase = true;
    else if (a == "--oracle")
      o.oracle = true;
    else
      o.paths.push_back(a);
  }
  if (o.hood.empty() && !o.oracle) {
    std::fprintf(stderr,
                 "usage: hood_golden --hood BINARY [--set k=v]… [--seeds FIRST-LAST] [--rebase] [--oracle] [--jobs N] [FILE "
                 "or DIR]…\n");
    return 2;
  }
  if (o.paths.empty()) o.paths.push_back("testdata");
  return runAll(o);
}
