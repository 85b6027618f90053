#include "compiler/syntax/top_level.h"

#include <cctype>

namespace hood {

namespace {

bool isWordByte(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || (c & 0x80) != 0; }
bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Goes through a text token by token, as far as is needed to find where lines end that end something.
class Scanner {
 public:
  Scanner(std::string_view text, uint32_t from, uint32_t to) : text_(text.substr(0, to)), at_(from) {}

  uint32_t at() const { return at_; }
  int depth() const { return depth_; }
  bool atEnd() const { return at_ >= text_.size(); }

  // Skips blanks and comments, newlines included.
  void skipBlanks() {
    while (!atEnd()) {
      if (isSpace(text_[at_]) || text_[at_] == ';')
        at_++;
      else if (!skipComment())
        return;
    }
  }

  std::string_view word() const {
    uint32_t e = at_;
    while (e < text_.size() && isWordByte(text_[e])) e++;
    return text_.substr(at_, e - at_);
  }

  // To the newline, semicolon or closing bracket that ends what begins here; returns the end of the last token.
  uint32_t skipStatement() {
    uint32_t end = at_;
    const int outside = depth_;
    while (!atEnd()) {
      char c = text_[at_];
      if (c == '\n' && depth_ == outside && endsLine(end)) break;
      if (depth_ == outside && (c == ';' || c == ')' || c == '}' || c == ']')) break;
      if (skipComment()) continue;
      if (isSpace(c)) {
        at_++;
        continue;
      }
      depth_ += c == '(' || c == '[' || c == '{';
      depth_ -= c == ')' || c == ']' || c == '}';
      if (c == '"' || c == '\'' || c == '`')
        skipLiteral(c);
      else if (isWordByte(c))
        at_ += static_cast<uint32_t>(word().size());
      else
        at_++;
      end = at_;
    }
    return end;
  }

 private:
  bool skipComment() {
    if (at_ + 1 >= text_.size() || text_[at_] != '/' || (text_[at_ + 1] != '/' && text_[at_ + 1] != '*')) return false;
    const bool line = text_[at_ + 1] == '/';
    size_t e = text_.find(line ? "\n" : "*/", at_ + 2);
    at_ = static_cast<uint32_t>(e == std::string_view::npos ? text_.size() : e + (line ? 0 : 2));
    return true;
  }

  void skipLiteral(char quote) {
    at_++;
    while (!atEnd() && text_[at_] != quote && (quote == '`' || text_[at_] != '\n'))
      at_ += quote != '`' && text_[at_] == '\\' ? 2 : 1;
    at_ = atEnd() ? static_cast<uint32_t>(text_.size()) : at_ + 1;
  }

  // Whether the token before `end` lets a newline end a statement.
  bool endsLine(uint32_t end) const {
    if (end == 0) return false;
    char c = text_[end - 1];
    if (c == '+' || c == '-') return end >= 2 && text_[end - 2] == c;
    if (!isWordByte(c)) return std::string_view(")]}\"'`").find(c) != std::string_view::npos;
    uint32_t b = end;
    while (b > 0 && isWordByte(text_[b - 1])) b--;
    std::string_view w = text_.substr(b, end - b);
    for (std::string_view open : {"func", "type", "var", "const", "import", "package", "struct", "interface", "map", "chan"})
      if (w == open) return false;
    return true;
  }

  std::string_view text_;
  uint32_t at_;
  int depth_ = 0;
};

bool kindOf(std::string_view word, TopLevel::Kind* kind) {
  using K = TopLevel::Kind;
  constexpr std::pair<std::string_view, K> kWords[] = {{"package", K::Package}, {"import", K::Import}, {"const", K::Const},
                                                       {"type", K::Type},       {"var", K::Var},       {"func", K::Func}};
  for (auto& [w, k] : kWords)
    if (w == word) return *kind = k, true;
  return false;
}

}  // namespace

std::vector<TopLevel> findTopLevels(std::string_view text) {
  std::vector<TopLevel> out;
  Scanner s(text, 0, static_cast<uint32_t>(text.size()));
  for (s.skipBlanks(); !s.atEnd(); s.skipBlanks()) {
    TopLevel t;
    t.begin = s.at();
    std::string_view word = s.word();
    const bool known = kindOf(word, &t.kind);
    size_t next = t.begin + word.size();
    while (next < text.size() && isSpace(text[next])) next++;
    t.group = known && t.kind != TopLevel::Kind::Func && next < text.size() && text[next] == '(';
    t.end = s.skipStatement();
    if (known) out.push_back(t);
    if (t.end == t.begin) s = Scanner(text, t.begin + 1, static_cast<uint32_t>(text.size()));  // a stray bracket
  }
  return out;
}

std::vector<TopLevel> specsOf(std::string_view text, const TopLevel& decl) {
  std::vector<TopLevel> out;
  uint32_t from = decl.begin;
  while (from < decl.end && isWordByte(text[from])) from++;
  uint32_t to = decl.end;
  if (decl.group) {
    while (from < decl.end && text[from] != '(') from++;
    from++;
    to--;
  }
  Scanner s(text, from, to);
  for (s.skipBlanks(); !s.atEnd(); s.skipBlanks()) {
    TopLevel t{decl.kind, s.at(), 0, false};
    t.end = s.skipStatement();
    if (t.end == t.begin) break;
    out.push_back(t);
  }
  return out;
}

TopLevel specOf(std::string_view text, const TopLevel& group, uint32_t offset) {
  if (!group.group) return group;
  for (const TopLevel& t : specsOf(text, group))
    if (offset >= t.begin && offset < t.end) return t;
  return group;
}

}  // namespace hood
