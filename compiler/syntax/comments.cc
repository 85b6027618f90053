#include "compiler/syntax/comments.h"

namespace hood {

namespace {

// The end of the string or rune literal that starts at `i`; a broken one ends with its line.
size_t skipLiteral(std::string_view text, size_t i) {
  char quote = text[i++];
  while (i < text.size() && text[i] != quote) {
    if (quote != '`' && text[i] == '\n') return i;
    if (quote != '`' && text[i] == '\\') i++;
    i++;
  }
  return i < text.size() ? i + 1 : text.size();
}

size_t commentEnd(std::string_view text, size_t i) {
  if (text[i + 1] == '/') {
    size_t end = text.find('\n', i);
    if (end == std::string_view::npos) return text.size();
    return text[end - 1] == '\r' ? end - 1 : end;
  }
  size_t end = text.find("*/", i + 2);
  return end == std::string_view::npos ? text.size() : end + 2;
}

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool isLower(char c) { return 'a' <= c && c <= 'z'; }
bool isDigit(char c) { return '0' <= c && c <= '9'; }

// What follows // in //go:generate, //line x.go:1, //extern f, //export f, and other tools' word:word.
bool isDirective(std::string_view c) {
  for (std::string_view word : {"line ", "extern ", "export "})
    if (c.substr(0, word.size()) == word) return true;
  size_t colon = c.find(':');
  if (colon == 0 || colon == std::string_view::npos || colon + 1 >= c.size()) return false;
  for (size_t i = 0; i <= colon + 1; i++)
    if (i != colon && !isLower(c[i]) && !isDigit(c[i])) return false;
  return true;
}

void addLines(std::string_view c, std::vector<std::string_view>* lines) {
  while (true) {
    size_t end = c.find('\n');
    std::string_view line = c.substr(0, end);
    while (!line.empty() && isBlank(line.back())) line.remove_suffix(1);
    lines->push_back(line);
    if (end == std::string_view::npos) return;
    c.remove_prefix(end + 1);
  }
}

}  // namespace

std::vector<CommentGroup> findComments(std::string_view text) {
  std::vector<CommentGroup> groups;
  bool open = false;  // the last group may go on
  int newlines = 0;   // since its last comment
  for (size_t i = 0; i < text.size();) {
    char c = text[i];
    if (isBlank(c)) {
      newlines += c == '\n';
      i++;
    } else if (c == '/' && i + 1 < text.size() && (text[i + 1] == '/' || text[i + 1] == '*')) {
      if (!open || newlines > 1) groups.emplace_back();
      size_t end = commentEnd(text, i);
      groups.back().list.push_back({static_cast<uint32_t>(i), static_cast<uint32_t>(end)});
      open = true;
      newlines = 0;
      i = end;
    } else {
      open = false;
      i = c == '"' || c == '\'' || c == '`' ? skipLiteral(text, i) : i + 1;
    }
  }
  return groups;
}

std::string commentText(std::string_view text, const CommentGroup& group) {
  std::vector<std::string_view> lines;
  for (const Comment& c : group.list) {
    std::string_view s = text.substr(c.begin, c.end - c.begin);
    const bool line = s[1] == '/';
    s.remove_prefix(2);
    if (!line) {
      if (s.size() >= 2 && s.substr(s.size() - 2) == "*/") s.remove_suffix(2);
    } else if (!s.empty() && s[0] == ' ') {
      s.remove_prefix(1);
    } else if (isDirective(s)) {
      continue;
    }
    addLines(s, &lines);
  }
  std::string out;
  bool gap = false;
  for (std::string_view l : lines) {
    if (l.empty()) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += '\n';
    gap = false;
    out.append(l).append("\n");
  }
  return out;
}

}  // namespace hood
