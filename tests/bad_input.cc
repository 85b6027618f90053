// Input that no person writes: nested, long, cut off, not even text. For each hood must either accept the program or say
// in one clear error what is wrong, within bounds of time and memory; it must never crash.
//   hood_bad_input --hood BINARY [--full] [NAME]…
// Without --full the very large ones are a tenth of their size, so that all of it takes seconds.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

namespace {

constexpr rlim_t kMemory = rlim_t{3} << 30;
constexpr rlim_t kCpuSeconds = 60;  // builds with checks and sanitizers are slow
constexpr size_t kDeep = 100'000;

enum class Want { Ok, Error, Either };

struct Case {
  std::string name;
  Want want;
  std::function<std::string()> text;  // of the file
  bool run = false;                   // hood run instead of hood vet
};

std::string repeat(const std::string& s, size_t n) {
  std::string out;
  out.reserve(s.size() * n);
  for (size_t i = 0; i < n; i++) out += s;
  return out;
}

std::string inMain(const std::string& body) { return "package main\n\nfunc main() {\n" + body + "\n}\n"; }

// open… middle close…, n deep, as the value of a variable.
Case nestedExpr(const std::string& name, const std::string& open, const std::string& middle, const std::string& close) {
  return {"nested " + name, Want::Either, [=] {
            return "package main\n\nfunc f(int) int\n\nvar a []int\n\nvar x = " + repeat(open, kDeep) + middle +
                   repeat(close, kDeep) + "\n";
          }};
}
Case nestedType(const std::string& name, const std::string& open, const std::string& close) {
  return {"nested type " + name, Want::Either,
          [=] { return "package main\n\ntype T " + repeat(open, kDeep) + "int" + repeat(close, kDeep) + "\n"; }};
}
Case nestedStmt(const std::string& name, const std::string& open, const std::string& close) {
  return {"nested " + name, Want::Either, [=] { return inMain(repeat(open, kDeep) + repeat(close, kDeep)); }};
}
Case fails(const std::string& name, const std::string& text) {
  return {name, Want::Error, [=] { return text; }};
}

size_t large = 10;  // what very large input is divided by

std::vector<Case> cases() {
  std::vector<Case> out = {
      nestedExpr("parentheses", "(", "1", ")"),
      nestedExpr("minus", "-", "1", ""),
      nestedExpr("not", "!", "true", ""),
      nestedExpr("stars", "*", "a", ""),
      nestedExpr("addresses", "&", "a", ""),
      nestedExpr("receives", "<-", "a", ""),
      nestedExpr("calls", "f(", "1", ")"),
      nestedExpr("indices", "a[", "0", "]"),
      nestedExpr("literals", "[]int{", "0", "}"),
      nestedExpr("function literals", "func() { _ = ", "1", " }"),
      nestedExpr("conversions", "[]byte(", "nil", ")"),
      nestedExpr("selectors", "", "a", ".b"),
      nestedExpr("assertions", "", "a", ".(int)"),
      nestedExpr("right operands", "1 + (", "1", ")"),
      nestedExpr("open parentheses", "(", "", ""),
      nestedExpr("open brackets", "[", "", ""),
      nestedExpr("open braces", "struct{", "", ""),
      nestedType("pointers", "*", ""),
      nestedType("slices", "[]", ""),
      nestedType("functions", "func(", ")"),
      nestedType("structs", "struct{ f ", "}"),
      nestedType("maps", "map[int]", ""),
      nestedType("channels", "chan ", ""),
      nestedType("instances", "G[", "]"),
      nestedStmt("blocks", "{", "}"),
      nestedStmt("ifs", "if true {", "}"),
      nestedStmt("else ifs", "if false {} else ", "{}"),
      nestedStmt("fors", "for {", "}"),
      nestedStmt("switches", "switch { case true: ", "}"),
      nestedStmt("selects", "select { default: ", "}"),
      nestedStmt("labels", "L: ", ""),
      fails("empty", ""),
      fails("only NUL", std::string(1000, '\0')),
      fails("NUL", std::string("package main\n\nvar a\0b = 1\n", 25)),
      fails("invalid UTF-8", "package main\n\nvar a\xff\xfe = \"\xc3\x28\"\n"),
      fails("BOM in the middle", "package main\n\nvar \xef\xbb\xbf a = 1\n"),
      fails("unterminated string", "package main\n\nvar s = \"abc\n"),
      fails("unterminated raw string", "package main\n\nvar s = `abc\n\n\n"),
      fails("unterminated rune", "package main\n\nvar s = 'a\n"),
      fails("unterminated comment", "package main\n\n/* abc\n\n"),
      fails("unterminated function", "package main\n\nfunc main() {\n"),
      fails("binary",
            [] {
              std::string s;
              uint32_t x = 12345;
              for (int i = 0; i < 100000; i++) s += static_cast<char>((x = x * 1664525 + 1013904223) >> 24);
              return s;
            }()),
      {"BOM at the start", Want::Ok, [] { return "\xef\xbb\xbfpackage main\n\nfunc main() {}\n"; }},
      {"identifier of 1 MB", Want::Ok,
       [] { return "package main\n\nvar " + std::string(1 << 20, 'x') + " = 1\n\nfunc main() {}\n"; }},
      {"line of 100 MB", Want::Ok, [] { return inMain("_ = 1" + std::string((100 << 20) / large, ' ') + "+ 1"); }},
      {"comment of 100 MB", Want::Ok, [] { return inMain("_ = 1 // " + std::string((100 << 20) / large, 'x')); }},
      {"string of 20 MB", Want::Ok, [] { return inMain("_ = \"" + std::string((20 << 20) / large, 'x') + "\""); }},
      {"number of 1 MB", Want::Either, [] { return inMain("const c = " + std::string(1 << 20, '7')); }},
      {"exponent", Want::Error, [] { return inMain("var f = 1e999999999999999999999\n_ = f"); }},
      {"shift of a constant", Want::Error, [] { return inMain("const c = 1 << 1000000000\nvar x = c\n_ = x"); }},
      {"sum of 100 000 constants", Want::Either, [] { return inMain("_ = 1" + repeat("+1", kDeep)); }},
      {"sum of 100 000 strings", Want::Either, [] { return inMain("_ = \"a\"" + repeat("+\"a\"", kDeep)); }},
      {"sum of 100 000 variables", Want::Either, [] { return inMain("x := 1\n_ = x" + repeat("+x", kDeep)); }},
      {"sum of 100 000 variables, run", Want::Either, [] { return inMain("x := 1\n_ = x" + repeat("+x", kDeep)); }, true},
      {"100 000 conditions", Want::Either, [] { return inMain("x := true\n_ = x" + repeat("&&x", kDeep)); }},
      {"1 000 000 cases", Want::Ok,
       [] {
         std::string s = "switch x := 7; x {\n";
         for (int i = 0; i < 1'000'000 / static_cast<int>(large); i++) s += "case " + std::to_string(i) + ":\n";
         return inMain(s + "}");
       }},
      {"1 000 000 elements", Want::Ok,
       [] { return "package main\n\nvar a = []int{" + repeat("1,", 1'000'000 / large) + "}\n"; }},
      {"100 000 errors", Want::Error, [] { return inMain(repeat("x = 1\n", kDeep)); }},
      {"100 000 functions", Want::Ok,
       [] {
         std::string s = "package main\n\n";
         for (size_t i = 0; i < kDeep; i++) s += "func f" + std::to_string(i) + "() {}\n";
         return s;
       }},
      {"array of arrays", Want::Error, [] { return "package main\n\nvar a " + repeat("[1000]", 1000) + "int\n"; }},
      {"types of twice the size", Want::Either,
       [] {
         std::string s = "package main\n\ntype T0 struct{ a, b int }\n";
         for (int i = 1; i < 100; i++) {
           std::string p = std::to_string(i - 1);
           s += "type T" + std::to_string(i) + " struct{ a, b T" + p + " }\n";
         }
         return s + "var x T99\n";
       }},
  };
  return out;
}

struct Ran {
  int status = 0;  // of wait
  double seconds = 0;
  long peakMb = 0;
  std::string err;
};

Ran run(const std::string& hood, const char* command, const std::string& file, const std::string& errFile) {
  auto start = std::chrono::steady_clock::now();
  pid_t pid = fork();
  if (pid == 0) {
    rlimit memory{kMemory, kMemory}, cpu{kCpuSeconds, kCpuSeconds}, none{0, 0};
    setrlimit(RLIMIT_AS, &memory);
    setrlimit(RLIMIT_CPU, &cpu);
    setrlimit(RLIMIT_CORE, &none);
    int fd = open(errFile.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    dup2(fd, 2);
    execl(hood.c_str(), hood.c_str(), command, file.c_str(), nullptr);
    _exit(127);
  }
  Ran r;
  rusage used{};
  wait4(pid, &r.status, 0, &used);
  r.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  r.peakMb = used.ru_maxrss / 1024;
  std::ifstream in(errFile, std::ios::binary);
  r.err.assign(std::istreambuf_iterator<char>(in), {});
  return r;
}

// "" if all is well.
std::string judge(const Case& c, const Ran& r) {
  if (WIFSIGNALED(r.status)) return std::string("ended by ") + strsignal(WTERMSIG(r.status));
  int exit = WEXITSTATUS(r.status);
  if (exit != 0 && exit != 1 && exit != 2) return "exit status " + std::to_string(exit);
  if (c.want == Want::Ok && exit != 0) return "refused";
  if (c.want == Want::Error && exit == 0) return "accepted";
  if (exit == 0) return "";
  std::string first = r.err.substr(0, r.err.find('\n'));
  size_t lines = 0;
  for (char ch : r.err) lines += ch == '\n';
  if (first.find(".go:") == std::string::npos) return "the error has no position";
  if (lines > 40 || r.err.size() > 100'000) return "the error has " + std::to_string(r.err.size()) + " bytes";
  return "";
}

// ---- what hood run is pointed at ------------------------------------------------------------------------------

struct Named {
  const char* name;  // of a file or folder in `dir`
  std::string error;
};

std::vector<Named> makeNamed(const std::filesystem::path& dir) {
  namespace fs = std::filesystem;
  auto file = [&](const char* name, const std::string& text) { std::ofstream(dir / name, std::ios::binary) << text; };
  std::string at = dir.string() + "/";
  fs::create_directories(dir / "empty");
  fs::create_directories(dir / "tests");
  fs::create_directories(dir / "folder.go");
  file("tests/x_test.go", "package x\n");
  file("foo.go", "package foo\n\nfunc main() {}\n");
  file("nomain.go", "package main\n\nfunc f() {}\n");
  file("import.go", "package main\n\nimport \"no/such\"\n\nfunc main() { such.F() }\n");
  file("binary.go", std::string("\x7f"
                                "ELF\2\1\1\0\0\0",
                                10));
  file("x.txt", "package main\n");
  fs::create_symlink("loop.go", dir / "loop.go");
  fs::create_symlink("/dev/zero", dir / "zero.go");
  mkfifo((dir / "pipe.go").c_str(), 0600);
  return {
      {"none.go", "open " + at + "none.go: no such file or directory\n"},
      {"none", "stat " + at + "none: no such file or directory\n"},
      {"empty", "no Go files in " + at + "empty\n"},
      {"tests", "no non-test Go files in " + at + "tests\n"},
      {"folder.go", at + "folder.go is a directory, should be a Go file\n"},
      {"foo.go", "package command-line-arguments is not a main package\n"},
      {"nomain.go", "runtime.main_main\u00b7f: function main is undeclared in the main package\n"},
      {"import.go", at + "import.go:3:8: package no/such is not in std\n"},
      {"binary.go", "read " + at + "binary.go: unexpected NUL in input\n"},
      {"x.txt", at + "x.txt: not a Go file (the name must end in .go), nor the only argument and a folder\n"},
      {"loop.go", "open " + at + "loop.go: too many levels of symbolic links\n"},
      {"zero.go", "read " + at + "zero.go: not a regular file\n"},
      {"pipe.go", "read " + at + "pipe.go: not a regular file\n"},
  };
}

// The error, its first line at that; exit status 1, at once.
std::string judgeNamed(const Named& n, const Ran& r) {
  if (!WIFEXITED(r.status) || WEXITSTATUS(r.status) != 1) return "wait status " + std::to_string(r.status);
  if (r.err.starts_with(n.error)) return "";
  return "wanted " + n.error;
}

void print(const std::string& problem, const std::string& name, const Ran& r) {
  std::printf("%-4s %-34s %5.2f s %5ld MB  %.100s\n", problem.empty() ? "ok" : "FAIL", name.c_str(), r.seconds, r.peakMb,
              problem.empty() ? r.err.substr(0, r.err.find('\n')).c_str() : (problem + ": " + r.err).c_str());
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  std::string hood;
  std::vector<std::string> only;
  for (int i = 1; i < argc; i++) {
    if (std::strcmp(argv[i], "--hood") == 0 && i + 1 < argc)
      hood = argv[++i];
    else if (std::strcmp(argv[i], "--full") == 0)
      large = 1;
    else
      only.push_back(argv[i]);
  }
  if (hood.empty()) {
    std::fprintf(stderr, "usage: hood_bad_input --hood BINARY [--full] [NAME]…\n");
    return 2;
  }
  namespace fs = std::filesystem;
  fs::path dir = fs::temp_directory_path() / ("hood_bad_input_" + std::to_string(getpid()));
  fs::create_directories(dir);
  int failed = 0;
  for (const Case& c : cases()) {
    bool wanted = only.empty();
    for (const std::string& name : only) wanted |= name == c.name;
    if (!wanted) continue;
    std::string file = dir / "x.go";
    std::ofstream(file, std::ios::binary) << c.text();
    Ran r = run(hood, c.run ? "run" : "vet", file, file + ".err");
    std::string problem = judge(c, r);
    print(problem, c.name, r);
    failed += !problem.empty();
  }
  for (const Named& n : makeNamed(dir)) {
    if (!only.empty()) break;
    Ran r = run(hood, "run", dir / n.name, dir / "err");
    std::string problem = judgeNamed(n, r);
    print(problem, n.name, r);
    failed += !problem.empty();
  }
  fs::remove_all(dir);
  return failed != 0;
}
