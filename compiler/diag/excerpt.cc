#include "compiler/diag/excerpt.h"

#include <algorithm>

namespace hood {

namespace {

constexpr size_t kMostColumns = 160;  // of a line that is shown

bool inWord(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80) != 0;
}
bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

// The physical line of the position (a //line directive changes what the message says, not where the text is) and, under
// the word at the column, "^~~~". A tab stays a tab in both lines, so that they align however wide it is shown.
std::string excerpt(const SourceSet& sources, Pos pos, bool color) {
  const SourceFile* f = sources.fileOf(pos);
  if (f == nullptr || pos.off < f->base) return "";
  uint32_t offset = pos.off - f->base;
  uint32_t line = f->lineOf(offset);
  std::string_view text = f->lineText(line);
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  uint32_t start = f->lines()[line - 1];
  size_t col = std::min<size_t>(offset - start, text.size());
  if (col > kMostColumns) return "";
  std::string under;
  for (size_t i = 0; i < col; i++)
    if (!isContinuation(text[i])) under += text[i] == '\t' ? '\t' : ' ';
  size_t end = col;
  while (end < std::min(text.size(), kMostColumns) && inWord(text[end])) end++;
  std::string mark = "^";
  for (size_t i = col + 1; i < end; i++)
    if (!isContinuation(text[i])) mark += '~';
  std::string shown;
  for (char c : text.substr(0, kMostColumns)) shown += static_cast<unsigned char>(c) < 0x20 && c != '\t' ? ' ' : c;
  if (color) mark = "\x1b[1;32m" + mark + "\x1b[0m";
  return "    " + shown + "\n    " + under + mark + "\n";
}

}  // namespace

std::string formatWithExcerpts(const Diagnostics& d, size_t most, bool color) {
  bool tooMany = false;
  std::string out;
  for (const Diagnostic* e : d.shown(most, &tooMany)) {
    std::string at = d.sources().position(e->pos).line != 0 ? d.sources().format(e->pos) + ": " : "";
    if (color) {
      size_t first = std::min(e->text.find('\n'), e->text.size());
      out += "\x1b[1m" + at + "\x1b[31m" + e->text.substr(0, first) + "\x1b[0m" + e->text.substr(first) + "\n";
    } else {
      out += at + e->text + "\n";
    }
    if (!at.empty()) out += excerpt(d.sources(), e->pos, color);
  }
  if (tooMany) out += "too many errors\n";
  return out;
}

}  // namespace hood
