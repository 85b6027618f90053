#include "compiler/build_constraint.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace hood::compiler {

namespace {

constexpr std::string_view kSystems[] = {"aix",     "android", "darwin",  "dragonfly", "freebsd", "hurd",
                                         "illumos", "ios",     "js",      "linux",     "nacl",    "netbsd",
                                         "openbsd", "plan9",   "solaris", "wasip1",    "windows", "zos"};
constexpr std::string_view kArchs[] = {"386",       "amd64",       "amd64p32", "arm",    "armbe",   "arm64",
                                       "arm64be",   "loong64",     "mips",     "mipsle", "mips64",  "mips64le",
                                       "mips64p32", "mips64p32le", "ppc",      "ppc64",  "ppc64le", "riscv",
                                       "riscv64",   "s390",        "s390x",    "sparc",  "sparc64", "wasm"};

template <size_t N>
bool isOneOf(std::string_view s, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), s) != std::end(list);
}

// The N of go1.N, -1 if the tag is no version.
int versionTag(std::string_view tag) {
  if (!tag.starts_with("go1.")) return -1;
  int n = -1;
  auto [end, error] = std::from_chars(tag.data() + 4, tag.data() + tag.size(), n);
  return error == std::errc{} && end == tag.data() + tag.size() ? n : -1;
}

// Recursive descent over  or = and { "||" and },  and = not { "&&" not },  not = "!" not | "(" or ")" | tag.
// One walk answers both questions asked of an expression.
class Constraint {
 public:
  explicit Constraint(std::string_view s) : s_(s) {}

  struct Answer {
    bool holds;
    int minor;  // version implied, 0 for none
  };

  Answer run() {
    Answer a = orExpr();
    blanks();
    if (at_ != s_.size()) bad_ = true;
    return bad_ ? Answer{false, 0} : a;
  }

 private:
  void blanks() {
    while (at_ < s_.size() && (s_[at_] == ' ' || s_[at_] == '\t')) at_++;
  }
  bool got(std::string_view op) {
    blanks();
    if (s_.substr(at_, op.size()) != op) return false;
    at_ += op.size();
    return true;
  }
  Answer orExpr() {
    Answer a = andExpr();
    while (got("||")) {
      Answer b = andExpr();
      a = {a.holds || b.holds, std::min(a.minor, b.minor)};
    }
    return a;
  }
  Answer andExpr() {
    Answer a = notExpr();
    while (got("&&")) {
      Answer b = notExpr();
      a = {a.holds && b.holds, std::max(a.minor, b.minor)};
    }
    return a;
  }
  Answer notExpr() {
    if (++depth_ > 100) {
      bad_ = true;
      return {false, 0};
    }
    Answer a{false, 0};
    if (got("!")) {
      a = {!notExpr().holds, 0};
    } else if (got("(")) {
      a = orExpr();
      if (!got(")")) bad_ = true;
    } else {
      size_t from = at_;
      while (at_ < s_.size() && s_.find_first_of(" \t!&|()", at_) != at_) at_++;
      if (at_ == from) bad_ = true;
      std::string_view tag = s_.substr(from, at_ - from);
      a = {tagHolds(tag), std::max(versionTag(tag), 0)};
    }
    depth_--;
    return a;
  }

  std::string_view s_;
  size_t at_ = 0;
  int depth_ = 0;
  bool bad_ = false;
};

}  // namespace

bool tagHolds(std::string_view tag) {
  if (tag == "linux" || tag == "amd64" || tag == "unix" || tag == "gc") return true;
  int n = versionTag(tag);
  return 1 <= n && n <= kGoMinor;
}

bool constraintHolds(std::string_view expr) { return Constraint(expr).run().holds; }

int impliedGoMinor(std::string_view expr) { return Constraint(expr).run().minor; }

std::string_view findConstraint(std::string_view source) {
  constexpr std::string_view kPrefix = "//go:build ";
  while (!source.empty()) {
    if (source.starts_with("/*")) {
      size_t end = source.find("*/", 2);
      if (end == std::string_view::npos) return {};
      source.remove_prefix(end + 2);
      continue;
    }
    size_t eol = std::min(source.find('\n'), source.size());
    std::string_view line = source.substr(0, eol);
    if (line.starts_with(kPrefix)) {
      line.remove_prefix(kPrefix.size());
      while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
      return line;
    }
    size_t text = line.find_first_not_of(" \t\r");
    if (text != std::string_view::npos && !line.substr(text).starts_with("//")) {
      if (!line.substr(text).starts_with("/*")) return {};
      source.remove_prefix(text);
      continue;
    }
    source.remove_prefix(std::min(eol + 1, source.size()));
  }
  return {};
}

bool isTestFile(std::string_view name) { return name.ends_with("_test.go"); }

bool fileNameFits(std::string_view name) {
  if (name.ends_with(".go")) name.remove_suffix(3);
  if (name.ends_with("_test")) name.remove_suffix(5);
  // Only what follows the first underscore counts: linux.go is for everybody.
  size_t under = name.find('_');
  if (under == std::string_view::npos) return true;
  std::string_view last = name.substr(name.rfind('_') + 1);
  std::string_view rest = name.substr(0, name.rfind('_'));
  size_t before = rest.rfind('_');
  std::string_view second = before == std::string_view::npos ? std::string_view{} : rest.substr(before + 1);
  if (isOneOf(second, kSystems) && isOneOf(last, kArchs)) return second == "linux" && last == "amd64";
  if (isOneOf(last, kSystems)) return last == "linux";
  if (isOneOf(last, kArchs)) return last == "amd64";
  return true;
}

}  // namespace hood::compiler
