#include "compiler/load/constraints.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

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

// The N of the tag go1.N, -1 if it is no version.
int versionTag(std::string_view tag) { return tag.starts_with("go1.") ? goVersionMinor(tag) : -1; }

// Recursive descent over  or = and { "||" and },  and = not { "&&" not },  not = "!" not | "(" or ")" | tag.
// One walk answers both questions asked of an expression.
class Constraint {
 public:
  Constraint(std::string_view s, const BuildTags& tags) : s_(s), tags_(tags) {}

  struct Answer {
    bool holds;
    int minor;  // version implied, 0 for none
  };

  Answer run() {
    Answer a = orExpr();
    blanks();
    if (at_ != s_.size()) bad("unexpected token " + token());
    return bad_ ? Answer{false, 0} : a;
  }
  const std::string& problem() const { return problem_; }

 private:
  // The first problem is what counts; nothing more is read.
  void bad(const std::string& why) {
    if (!bad_) problem_ = why;
    bad_ = true;
    at_ = s_.size();
  }
  std::string token() const {
    std::string_view rest = s_.substr(at_);
    return std::string(rest.substr(0, rest.starts_with("&&") || rest.starts_with("||") ? 2 : 1));
  }
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
      bad("expression nested too deeply");
      return {false, 0};
    }
    Answer a{false, 0};
    if (got("!")) {
      blanks();
      if (at_ < s_.size() && s_[at_] == '!') bad("double negation not allowed");
      a = {!notExpr().holds, 0};
    } else if (got("(")) {
      a = orExpr();
      if (!got(")")) bad("missing close paren");
    } else {
      size_t from = at_;
      while (at_ < s_.size() && s_.find_first_of(" \t!&|()", at_) != at_) at_++;
      if (at_ == from) bad(at_ == s_.size() ? "unexpected end of expression" : "unexpected token " + token());
      std::string_view tag = s_.substr(from, at_ - from);
      a = {tags_.holds(tag), std::max(versionTag(tag), 0)};
    }
    depth_--;
    return a;
  }

  std::string_view s_;
  const BuildTags& tags_;
  size_t at_ = 0;
  int depth_ = 0;
  bool bad_ = false;
  std::string problem_;
};

}  // namespace

int goVersionMinor(std::string_view version) {
  if (version.starts_with("go")) version.remove_prefix(2);
  if (!version.starts_with("1.")) return version == "1" ? 0 : -1;
  int n = -1;
  const char* last = version.data() + version.size();
  auto [end, error] = std::from_chars(version.data() + 2, last, n);
  if (error != std::errc{} || n < 0) return -1;
  std::string_view rest(end, static_cast<size_t>(last - end));
  return rest.empty() || rest[0] == '.' || rest.starts_with("rc") || rest.starts_with("beta") ? n : -1;
}

bool BuildTags::holds(std::string_view tag) const {
  if (custom.find(tag) != custom.end()) return true;
  if (tag == "linux" || tag == "unix" || tag == "gc") return true;
  if (tag == "amd64") return !portable;
  // What packages with assembly call their portable half: most say purego, math/big has its own word.
  if (tag == "purego" || tag == "math_big_pure_go" || tag == "noasm") return portable;
  int n = versionTag(tag);
  return 1 <= n && n <= kMaxGoMinor && tag == "go1." + std::to_string(n);
}

bool constraintHolds(std::string_view expr, const BuildTags& tags) { return Constraint(expr, tags).run().holds; }

int impliedGoMinor(std::string_view expr) {
  BuildTags none;
  return Constraint(expr, none).run().minor;
}

int fileGoMinor(std::string_view constraint, int moduleMinor) {
  int n = constraint.empty() ? 0 : impliedGoMinor(constraint);
  if (n == 0 || n == moduleMinor || (n < moduleMinor && moduleMinor < 21)) return 0;
  return n;
}

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

namespace {

// // +build a,!b c: words are alternatives, commas mean and, several lines must all hold.
bool plusBuildLineHolds(std::string_view line, const BuildTags& tags) {
  bool any = false, empty = true;
  while (!line.empty()) {
    size_t from = line.find_first_not_of(" \t\r");
    if (from == std::string_view::npos) break;
    line.remove_prefix(from);
    std::string_view word = line.substr(0, line.find_first_of(" \t\r"));
    line.remove_prefix(word.size());
    empty = false;
    bool all = true;
    while (!word.empty()) {
      std::string_view term = word.substr(0, word.find(','));
      word.remove_prefix(std::min(term.size() + 1, word.size()));
      bool negated = term.starts_with('!');
      if (negated) term.remove_prefix(1);
      all = all && !term.empty() && tags.holds(term) != negated;
    }
    any = any || all;
  }
  return any || empty;
}

// The text of a // +build line behind the word.
std::optional<std::string_view> plusBuild(std::string_view line) {
  line.remove_prefix(2);
  size_t text = line.find_first_not_of(" \t");
  if (text == std::string_view::npos) return std::nullopt;
  line.remove_prefix(text);
  constexpr std::string_view kWord = "+build";
  if (!line.starts_with(kWord)) return std::nullopt;
  line.remove_prefix(kWord.size());
  if (!line.empty() && line[0] != ' ' && line[0] != '\t' && line[0] != '\r') return std::nullopt;
  return line;
}

// They count only in the // comments that an empty line ends before the package clause.
bool plusBuildHolds(std::string_view source, const BuildTags& tags) {
  bool holds = true, sinceEmptyLine = true;
  while (!source.empty()) {
    size_t eol = std::min(source.find('\n'), source.size());
    std::string_view line = source.substr(0, eol);
    source.remove_prefix(std::min(eol + 1, source.size()));
    size_t text = line.find_first_not_of(" \t\r");
    if (text == std::string_view::npos) {
      holds = holds && sinceEmptyLine;
      sinceEmptyLine = true;
      continue;
    }
    line.remove_prefix(text);
    if (!line.starts_with("//")) break;
    if (auto words = plusBuild(line)) sinceEmptyLine = sinceEmptyLine && plusBuildLineHolds(*words, tags);
  }
  return holds;
}

}  // namespace

bool sourceFits(std::string_view source, const BuildTags& tags) {
  if (source.starts_with("\xef\xbb\xbf")) source.remove_prefix(3);
  std::string_view constraint = findConstraint(source);
  return constraint.empty() ? plusBuildHolds(source, tags) : constraintHolds(constraint, tags);
}

std::string constraintError(std::string_view source) {
  if (source.starts_with("\xef\xbb\xbf")) source.remove_prefix(3);
  std::string_view expr = findConstraint(source);
  if (expr.empty()) return "";
  BuildTags none;
  Constraint c(expr, none);
  c.run();
  return c.problem();
}

bool isTestFile(std::string_view name) { return name.ends_with("_test.go"); }

bool fileNameFits(std::string_view name, const BuildTags& tags) {
  name = name.substr(0, name.find('.'));
  if (name.ends_with("_test")) name.remove_suffix(5);
  // Only what follows the first underscore counts: linux.go is for everybody.
  size_t under = name.find('_');
  if (under == std::string_view::npos) return true;
  std::string_view last = name.substr(name.rfind('_') + 1);
  std::string_view rest = name.substr(0, name.rfind('_'));
  size_t before = rest.rfind('_');
  std::string_view second = before == std::string_view::npos ? std::string_view{} : rest.substr(before + 1);
  if (isOneOf(second, kSystems) && isOneOf(last, kArchs)) return second == "linux" && last == "amd64" && !tags.portable;
  if (isOneOf(last, kSystems)) return last == "linux";
  if (isOneOf(last, kArchs)) return last == "amd64" && !tags.portable;
  return true;
}

}  // namespace hood::compiler
