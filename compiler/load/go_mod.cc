#include "compiler/load/go_mod.h"

#include <functional>

#include "compiler/load/constraints.h"

namespace hood::compiler {

namespace {

struct Word {
  std::string text;
  bool quoted = false;
};

struct Line {
  int number = 0;
  std::string verb;
  std::vector<Word> args;
  bool indirect = false;  // ends in // indirect
  bool inBlock = false;
};

// Cuts the text into lines of words, and blocks into lines that carry the block's verb.
class Lines {
 public:
  Lines(std::string_view text, const std::string& file, std::vector<std::string>* problems)
      : text_(text), file_(file), problems_(problems) {}

  // False: nothing more is to be read after this.
  bool run(const std::function<void(const Line&)>& use) {
    std::string block;
    std::string opened;
    while (!text_.empty() && !failed_) {
      size_t eol = std::min(text_.find('\n'), text_.size());
      number_++;
      Line l = words(text_.substr(0, eol));
      text_.remove_prefix(std::min(eol + 1, text_.size()));
      if (failed_ || l.args.empty()) continue;
      if (!block.empty()) {
        if (l.args.size() == 1 && isPunct(l.args[0], ')')) {
          block.clear();
          continue;
        }
        l.verb = block;
        l.inBlock = true;
        use(l);
        continue;
      }
      l.verb = l.args[0].text;
      l.args.erase(l.args.begin());
      if (l.args.size() == 1 && isPunct(l.args[0], '(')) {
        block = l.verb;
        opened = std::to_string(number_) + ":1";
        if (!knownBlock(block)) problem(std::to_string(number_) + ": unknown block type: " + block);
      } else if (!l.args.empty() && isPunct(l.args.back(), '(')) {
        std::string name = l.verb;
        for (size_t i = 0; i + 1 < l.args.size(); i++) name += " " + l.args[i].text;
        block = name;
        opened = std::to_string(number_) + ":1";
        problem(std::to_string(number_) + ": unknown block type: " + name);
      } else {
        use(l);
      }
    }
    if (!failed_ && !block.empty())
      syntaxError(std::to_string(number_ + 1) + ": syntax error (unterminated block started at " + file_ + ":" + opened +
                  ")");
    return !failed_;
  }

  bool knownBlock(std::string_view verb) const {
    for (std::string_view v : blocks)
      if (v == verb) return true;
    return false;
  }

  std::vector<std::string_view> blocks;

 private:
  static bool isPunct(const Word& w, char c) { return !w.quoted && w.text.size() == 1 && w.text[0] == c; }
  // go reads the whole file before it looks at any line: of a file that is cut off it says nothing else.
  void syntaxError(std::string text) {
    problems_->clear();
    problems_->push_back(std::move(text));
  }
  void problem(std::string text) { problems_->push_back(std::move(text)); }
  void fatal(size_t column, const std::string& text) {
    syntaxError(std::to_string(number_) + (column != 0 ? ":" + std::to_string(column) : "") + ": " + text);
    failed_ = true;
  }

  Line words(std::string_view line) {
    constexpr std::string_view kPunct = "()[]{},";
    Line l;
    l.number = number_;
    for (size_t i = 0; i < line.size();) {
      char c = line[i];
      if (c == ' ' || c == '\t' || c == '\r') {
        i++;
      } else if (line.substr(i, 2) == "//") {
        std::string_view comment = line.substr(i + 2);
        size_t from = comment.find_first_not_of(" \t");
        if (from != std::string_view::npos) comment.remove_prefix(from);
        l.indirect = comment.starts_with("indirect") &&
                     (comment.size() == 8 || std::string_view(" \t\r;").find(comment[8]) != std::string_view::npos);
        break;
      } else if (line.substr(i, 2) == "/*") {
        fatal(0, "mod files must use // comments (not /* */ comments)");
        break;
      } else if (c == '"' || c == '`') {
        size_t end = line.find(c, i + 1);
        if (end == std::string_view::npos) {
          fatal(line.size() + 1, "unexpected newline in string");
          break;
        }
        l.args.push_back({std::string(line.substr(i + 1, end - i - 1)), true});
        i = end + 1;
      } else if (kPunct.find(c) != std::string_view::npos) {
        l.args.push_back({std::string(1, c), false});
        i++;
      } else if (line.substr(i, 2) == "=>") {
        l.args.push_back({"=>", false});
        i += 2;
      } else {
        size_t end = i;
        while (end < line.size() && std::string_view(" \t\r\"`").find(line[end]) == std::string_view::npos &&
               kPunct.find(line[end]) == std::string_view::npos && line.substr(end, 2) != "//" &&
               line.substr(end, 2) != "/*")
          end++;
        l.args.push_back({std::string(line.substr(i, end - i)), false});
        i = end;
      }
    }
    return l;
  }

  std::string_view text_;
  std::string file_;
  std::vector<std::string>* problems_;
  int number_ = 0;
  bool failed_ = false;
};

// Shared by both kinds of file: the go line and replace lines.
class Directives {
 public:
  Directives(std::vector<std::string>* problems, bool lax) : problems_(problems), lax_(lax) {}

  void problem(const Line& l, const std::string& text) {
    if (!lax_) problems_->push_back(std::to_string(l.number) + ": " + text);
  }

  void goLine(const Line& l, std::string* version, int* minor) {
    if (!version->empty()) return problem(l, "repeated go statement");
    if (l.args.size() != 1) return problem(l, "go directive expects exactly one argument");
    const std::string& v = l.args[0].text;
    if (!wellFormedGoVersion(v)) return problem(l, "invalid go version '" + v + "': must match format 1.23");
    *version = v;
    *minor = goVersionMinor(v);
  }

  void replaceLine(const Line& l, std::vector<Replacement>* out) {
    size_t arrow = l.args.size() >= 2 && l.args[1].text == "=>" ? 1 : 2;
    size_t after = arrow + 1;
    if (l.args.size() < after + 1 || l.args.size() > after + 2 || l.args[arrow].text != "=>")
      return problem(l,
                     "usage: replace module/path [v1.2.3] => other/module v1.4\n\t or replace module/path [v1.2.3] => "
                     "../local/directory");
    Replacement r;
    r.from.path = l.args[0].text;
    if (arrow == 2) {
      r.from.version = l.args[1].text;
      if (std::string wrong = checkModuleVersion(r.from.path, r.from.version); !wrong.empty())
        return problem(l, "replace " + r.from.path + ": " + wrong);
    }
    r.target = l.args[after].text;
    if (l.args.size() == after + 2) r.version = l.args[after + 1].text;
    if (r.version.empty()) {
      if (!isFolderPath(r.target))
        return problem(l, "replacement module without version must be directory path (rooted or starting with ./ or ../)");
    } else if (isFolderPath(r.target)) {
      return problem(l, "replacement module directory path \"" + r.target + "\" cannot have version");
    } else if (std::string wrong = checkModulePath(r.target); !wrong.empty()) {
      return problem(l, wrong);
    } else if (wrong = checkModuleVersion(r.target, r.version); !wrong.empty()) {
      return problem(l, "replace " + r.target + ": " + wrong);
    }
    out->push_back(std::move(r));
  }

 private:
  // 1.N, 1.N.P, 1.Nrc1
  static bool wellFormedGoVersion(std::string_view v) {
    int dots = 0;
    size_t digits = 0;
    for (size_t i = 0; i < v.size(); i++) {
      char c = v[i];
      if ('0' <= c && c <= '9') {
        digits++;
      } else if (c == '.') {
        if (digits == 0 || ++dots > 2) return false;
        digits = 0;
      } else if (dots >= 1 && digits > 0 && 'a' <= c && c <= 'z') {
        size_t letters = 0;
        while (i < v.size() && 'a' <= v[i] && v[i] <= 'z') i++, letters++;
        size_t from = i;
        while (i < v.size() && '0' <= v[i] && v[i] <= '9') i++;
        return letters > 0 && i > from && i == v.size();
      } else {
        return false;
      }
    }
    return dots >= 1 && digits > 0 && v[0] != '0';
  }

  std::vector<std::string>* problems_;
  bool lax_;
};

void requireLine(Directives& d, const Line& l, GoMod* m) {
  if (l.args.size() != 2) return d.problem(l, "usage: " + l.verb + " module/path v1.2.3");
  ModuleVersion v{l.args[0].text, l.args[1].text};
  if (std::string wrong = checkModulePath(v.path); !wrong.empty()) return d.problem(l, wrong);
  if (std::string wrong = checkModuleVersion(v.path, v.version); !wrong.empty())
    return d.problem(l, l.verb + " " + v.path + ": " + wrong);
  if (l.verb == "require")
    m->require.push_back({std::move(v), l.indirect});
  else
    m->exclude.push_back(std::move(v));
}

void retractLine(Directives& d, const Line& l) {
  auto version = [&](size_t i) {
    return i < l.args.size() && checkModuleVersion("", l.args[i].text).find("must be") == std::string::npos;
  };
  if (l.args.empty()) return d.problem(l, "usage: retract v1.2.3 or retract [v1.2.3, v1.2.4]");
  if (l.args[0].text != "[") {
    if (!version(0)) d.problem(l, "version \"" + l.args[0].text + "\" invalid: must be of the form v1.2.3");
    return;
  }
  if (!version(1)) return d.problem(l, "expected version after '['");
  if (l.args.size() < 3 || l.args[2].text != ",") return d.problem(l, "expected ',' after version");
  if (!version(3)) return d.problem(l, "expected version after ','");
  if (l.args.size() < 5 || l.args[4].text != "]") return d.problem(l, "expected ']' after version");
}

}  // namespace

GoMod parseGoMod(std::string_view text, const std::string& file, bool lax) {
  GoMod m;
  Directives d(&m.problems, lax);
  Lines lines(text, file, &m.problems);
  lines.blocks = {"module", "godebug", "require", "exclude", "replace", "retract", "tool", "ignore"};
  bool toolchain = false;
  lines.run([&](const Line& l) {
    if (l.verb == "module") {
      if (!m.path.empty()) return d.problem(l, "repeated module statement");
      if (l.args.size() != 1) return d.problem(l, "usage: module module/path");
      m.path = l.args[0].text;
    } else if (l.verb == "go") {
      d.goLine(l, &m.goVersion, &m.goMinor);
    } else if (l.verb == "toolchain") {
      if (toolchain) return d.problem(l, "repeated toolchain statement");
      toolchain = true;
      if (l.args.size() != 1) return d.problem(l, "toolchain directive expects exactly one argument");
      const std::string& t = l.args[0].text;
      if (t != "default" && t.find("go1") == std::string::npos)
        d.problem(l, "invalid toolchain version '" + t + "': must match format go1.23.0 or default");
    } else if (l.verb == "require" || l.verb == "exclude") {
      requireLine(d, l, &m);
    } else if (l.verb == "replace") {
      d.replaceLine(l, &m.replace);
    } else if (l.verb == "retract") {
      retractLine(d, l);
    } else if (l.verb != "godebug" && l.verb != "tool" && l.verb != "ignore" && !l.inBlock) {
      d.problem(l, "unknown directive: " + l.verb);
    }
  });
  if (lax) m.problems.clear();
  return m;
}

GoWork parseGoWork(std::string_view text, const std::string& file) {
  GoWork w;
  Directives d(&w.problems, false);
  Lines lines(text, file, &w.problems);
  lines.blocks = {"use", "replace", "godebug"};
  lines.run([&](const Line& l) {
    if (l.verb == "go") {
      d.goLine(l, &w.goVersion, &w.goMinor);
    } else if (l.verb == "use") {
      if (l.args.size() != 1) return d.problem(l, "usage: use local/dir");
      w.use.push_back(l.args[0].text);
    } else if (l.verb == "replace") {
      d.replaceLine(l, &w.replace);
    } else if (l.verb != "toolchain" && l.verb != "godebug" && !l.inBlock) {
      d.problem(l, "unknown directive: " + l.verb);
    }
  });
  return w;
}

}  // namespace hood::compiler
