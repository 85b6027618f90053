#include "compiler/format/build_lines.h"

#include <algorithm>
#include <cctype>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/format/tokens.h"

namespace hood::format {
namespace {

// ---- expressions -------------------------------------------------------------------------------------------------

struct Expr;
using ExprPtr = std::shared_ptr<const Expr>;
struct Expr {
  enum class Kind { Tag, Not, And, Or } kind;
  std::string tag;
  ExprPtr x, y;
};
using Kind = Expr::Kind;

ExprPtr tag(std::string_view name) { return std::make_shared<Expr>(Expr{Kind::Tag, std::string(name), nullptr, nullptr}); }
ExprPtr negated(ExprPtr x) { return std::make_shared<Expr>(Expr{Kind::Not, "", std::move(x), nullptr}); }
ExprPtr joined(Kind kind, ExprPtr x, ExprPtr y) {
  return x == nullptr ? y : std::make_shared<Expr>(Expr{kind, "", std::move(x), std::move(y)});
}

std::string text(const ExprPtr& e) {
  auto operand = [&](const ExprPtr& x) {
    bool plain = x->kind == Kind::Tag || x->kind == Kind::Not || x->kind == e->kind;
    return plain ? text(x) : "(" + text(x) + ")";
  };
  switch (e->kind) {
    case Kind::Tag: return e->tag;
    case Kind::Not: return "!" + (e->x->kind == Kind::Tag || e->x->kind == Kind::Not ? text(e->x) : "(" + text(e->x) + ")");
    case Kind::And: return operand(e->x) + " && " + operand(e->y);
    case Kind::Or: return operand(e->x) + " || " + operand(e->y);
  }
  return "";
}

bool isTagByte(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '.' || (c & 0x80) != 0; }
bool isTag(std::string_view s) { return !s.empty() && std::all_of(s.begin(), s.end(), isTagByte); }

// The expression of a //go:build line; nullptr from parse(): it is malformed.
class BuildParser {
 public:
  explicit BuildParser(std::string_view s) : rest_(s) {}
  ExprPtr parse() {
    ExprPtr e = binary(Kind::Or);
    return take("") ? e : nullptr;
  }

 private:
  bool take(std::string_view token) {
    while (!rest_.empty() && (rest_[0] == ' ' || rest_[0] == '\t')) rest_.remove_prefix(1);
    if (token.empty()) return rest_.empty();
    if (!rest_.starts_with(token)) return false;
    rest_.remove_prefix(token.size());
    return true;
  }
  ExprPtr binary(Kind kind) {
    ExprPtr e = kind == Kind::Or ? binary(Kind::And) : operand();
    while (e != nullptr && take(kind == Kind::Or ? "||" : "&&")) {
      ExprPtr next = kind == Kind::Or ? binary(Kind::And) : operand();
      e = next == nullptr ? nullptr : joined(kind, e, next);
    }
    return e;
  }
  ExprPtr operand() {
    if (take("!")) {
      if (take("!")) return nullptr;
      ExprPtr e = operand();
      return e == nullptr ? nullptr : negated(e);
    }
    if (take("(")) {
      ExprPtr e = ++depth_ > 1000 ? nullptr : binary(Kind::Or);
      return e != nullptr && take(")") ? e : nullptr;
    }
    size_t n = 0;
    while (n < rest_.size() && isTagByte(rest_[n])) n++;
    if (n == 0) return nullptr;
    ExprPtr e = tag(rest_.substr(0, n));
    rest_.remove_prefix(n);
    return e;
  }
  std::string_view rest_;
  int depth_ = 0;
};

std::vector<std::string_view> split(std::string_view s, std::string_view separators) {
  std::vector<std::string_view> out;
  for (size_t at = 0; at <= s.size();) {
    size_t end = std::min(s.find_first_of(separators, at), s.size());
    out.push_back(s.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

// Of a // +build line: alternatives between blanks, each a list of what must hold, between commas.
ExprPtr parsePlusBuild(std::string_view s) {
  ExprPtr any;
  for (std::string_view clause : split(s, " \t")) {
    if (clause.empty()) continue;
    ExprPtr all;
    for (std::string_view literal : split(clause, ",")) {
      bool wrong = literal.starts_with("!!") || literal == "!", no = !wrong && literal.starts_with("!");
      if (no) literal.remove_prefix(1);
      ExprPtr e = tag(!wrong && isTag(literal) ? literal : "ignore");
      all = joined(Kind::And, all, no ? negated(e) : e);
    }
    any = joined(Kind::Or, any, all);
  }
  return any != nullptr ? any : tag("ignore");
}

// With "not" at the tags only.
ExprPtr pushNot(const ExprPtr& e, bool no) {
  switch (e->kind) {
    case Kind::Tag: return no ? negated(e) : e;
    case Kind::Not: return pushNot(e->x, !no);
    default: {
      Kind kind = (e->kind == Kind::And) != no ? Kind::And : Kind::Or;
      return joined(kind, pushNot(e->x, no), pushNot(e->y, no));
    }
  }
}

void splitBy(Kind kind, const ExprPtr& e, std::vector<ExprPtr>* out) {
  if (e->kind != kind) return out->push_back(e);
  splitBy(kind, e->x, out);
  splitBy(kind, e->y, out);
}
std::vector<ExprPtr> splitBy(Kind kind, const ExprPtr& e) {
  std::vector<ExprPtr> out;
  splitBy(kind, e, &out);
  return out;
}

// The // +build lines that mean e: lines of alternatives of lists of tags.
std::string plusBuildLines(const ExprPtr& e) {
  std::vector<std::vector<std::string>> lines;
  bool alternatives = false;
  for (const ExprPtr& line : splitBy(Kind::And, pushNot(e, false))) {
    std::vector<std::string>& clauses = lines.emplace_back();
    for (const ExprPtr& clause : splitBy(Kind::Or, line)) {
      std::string& list = clauses.emplace_back();
      for (const ExprPtr& literal : splitBy(Kind::And, clause)) {
        if (literal->kind == Kind::Or) return "// +build error: expression too complex for // +build lines\n";
        list += (list.empty() ? "" : ",") + text(literal);
      }
    }
    alternatives = alternatives || clauses.size() > 1;
  }
  std::string out;
  if (!alternatives) {  // one line will do
    for (const std::vector<std::string>& line : lines) out += (out.empty() ? "// +build " : ",") + line[0];
    return out + "\n";
  }
  for (const std::vector<std::string>& line : lines) {
    out += "// +build";
    for (const std::string& clause : line) out += " " + clause;
    out += "\n";
  }
  return out;
}

// ---- lines -------------------------------------------------------------------------------------------------------

std::string_view trimmed(std::string_view s) {
  constexpr std::string_view kBlanks = " \t\r\n";
  size_t from = s.find_first_not_of(kBlanks);
  return from == s.npos ? std::string_view() : s.substr(from, s.find_last_not_of(kBlanks) + 1 - from);
}

// What follows the word, if the word stands alone.
std::optional<std::string_view> after(std::string_view s, std::string_view word) {
  if (!s.starts_with(word)) return {};
  s.remove_prefix(word.size());
  if (!s.empty() && s[0] != ' ' && s[0] != '\t') return {};
  return trimmed(s);
}
std::optional<std::string_view> goBuildOf(std::string_view comment) { return after(trimmed(comment), "//go:build"); }
std::optional<std::string_view> plusBuildOf(std::string_view comment) { return after(trimmed(comment.substr(2)), "+build"); }

struct BuildLine {
  size_t at;
  std::string_view expr;
};

struct BuildLines {
  std::vector<BuildLine> go, plus;
  std::vector<size_t> all;
};

BuildLines findLines(const TokenizedFile& file) {
  BuildLines out;
  for (const auto& group : file.comments) {
    for (const Comment& c : group->list) {
      if (!c.isLine()) continue;
      auto go = goBuildOf(c.text), plus = plusBuildOf(c.text);
      if (!go && !plus) continue;
      auto at = static_cast<size_t>(c.pos);
      (go ? out.go : out.plus).push_back({at, go ? *go : *plus});
      out.all.push_back(at);
    }
  }
  return out;
}

std::string_view lineAt(std::string_view source, size_t at) {
  size_t end = source.find('\n', at);
  return source.substr(at, end == source.npos ? source.npos : end + 1 - at);
}

// After the last blank line before anything that is no line comment.
size_t latestPlace(std::string_view source) {
  size_t place = 0;
  for (size_t at = 0; at < source.size();) {
    std::string_view line = lineAt(source, at), content = trimmed(line);
    if (!content.empty() && !content.starts_with("//")) break;
    if (line.back() != '\n') break;
    at += line.size();
    if (content.empty()) place = at;
  }
  return place;
}

// Two blank lines in a row become one.
void appendLines(std::string* out, std::string_view lines) {
  bool blank = out->empty() || out->ends_with("\n\n");
  if (blank && lines.starts_with("\n")) lines.remove_prefix(1);
  *out += lines;
}

ExprPtr meaningOf(const BuildLines& lines) {
  if (lines.go.size() == 1) return BuildParser(lines.go[0].expr).parse();
  ExprPtr e;
  if (lines.go.empty())
    for (const BuildLine& l : lines.plus) e = joined(Kind::And, e, parsePlusBuild(l.expr));
  return e;
}

}  // namespace

std::string withBuildLines(std::string source) {
  if (source.find("+build") == source.npos && source.find("//go:build") == source.npos) return source;
  TokenizedFile file;
  size_t badAt = 0;
  if (!tokenize(source, &file, &badAt)) return source;
  BuildLines lines = findLines(file);
  if (lines.all.empty()) return source;

  size_t place = latestPlace(source);
  if (const auto& first = lines.go.empty() ? lines.plus : lines.go; first[0].at < place) place = first[0].at;
  std::string block;
  if (ExprPtr e = meaningOf(lines)) {
    block = "//go:build " + text(e) + "\n";
    if (!lines.plus.empty()) block += plusBuildLines(e);
  } else {  // all together, as they are
    for (const BuildLine& l : lines.go) block += lineAt(source, l.at);
    for (const BuildLine& l : lines.plus) block += lineAt(source, l.at);
  }
  block += "\n";

  std::string_view whole = source;
  std::string rest;
  size_t from = place;
  std::sort(lines.all.begin(), lines.all.end());
  for (size_t at : lines.all) {
    if (at < from) continue;
    appendLines(&rest, whole.substr(from, at - from));
    from = at + lineAt(whole, at).size();
  }
  appendLines(&rest, whole.substr(from));
  if (rest.ends_with("\n\n")) rest.pop_back();
  return std::string(whole.substr(0, place)) + block + rest;
}

}  // namespace hood::format
