#include "compiler/format/tabwriter.h"

#include <algorithm>
#include <vector>

#include "compiler/format/printer.h"

namespace hood::format {

namespace {

constexpr int kTabWidth = 8, kPadding = 1;

struct Cell {
  std::string_view text;
  int width = 0;      // in characters
  bool hard = false;  // ended by a tab: its column stays even if it is empty
};
using Line = std::vector<Cell>;  // the last cell is no column's: it is what comes before the newline

int characters(std::string_view s) {
  int n = 0;
  for (char c : s) n += (c & 0xc0) != 0x80;
  return n;
}

class Aligner {
 public:
  std::string run(std::string_view s) {
    lines_.emplace_back();
    size_t begin = 0;
    int escapes = 0;  // two bytes of the cell that are not shown
    for (size_t i = 0; i < s.size(); i++) {
      char c = s[i];
      if (c == kEscape) {
        i = std::min(s.find(kEscape, i + 1), s.size());
        escapes += 2;
        continue;
      }
      if (c != '\t' && c != '\v' && c != '\n' && c != '\f') continue;
      std::string_view cell = s.substr(begin, i - begin);
      lines_.back().push_back({cell, characters(cell) - escapes, c == '\t'});
      begin = i + 1;
      escapes = 0;
      if (c == '\t' || c == '\v') continue;
      bool alone = lines_.back().size() == 1;
      lines_.emplace_back();
      if (c == '\f' || alone) flush();  // nothing after this depends on what came before
    }
    if (begin < s.size()) lines_.back().push_back({s.substr(begin), characters(s.substr(begin)) - escapes, false});
    flush();
    return std::move(out_);
  }

 private:
  void flush() {
    format(0, lines_.size());
    lines_.clear();
    lines_.emplace_back();
  }

  // Formats lines whose first columns have the widths that are known.
  void format(size_t from, size_t to) {
    const size_t column = widths_.size();
    auto has = [&](size_t line) { return column + 1 < lines_[line].size(); };
    for (size_t i = from; i < to; i++) {
      if (!has(i)) continue;
      write(from, i);
      from = i;
      int width = 0;
      bool empty = true;
      for (; i < to && has(i); i++) {
        const Cell& c = lines_[i][column];
        width = std::max(width, c.width + kPadding);
        if (c.width > 0 || c.hard) empty = false;
      }
      widths_.push_back(empty ? 0 : width);
      format(from, i);
      widths_.pop_back();
      from = i;
      i--;
    }
    write(from, to);
  }

  void write(size_t from, size_t to) {
    for (size_t i = from; i < to; i++) {
      bool tabs = true;  // as long as cells are empty, they are indentation
      for (size_t j = 0; j < lines_[i].size(); j++) {
        const Cell& c = lines_[i][j];
        if (!c.text.empty()) tabs = false;
        out_ += c.text;
        if (j < widths_.size()) pad(c.width, widths_[j], tabs);
      }
      if (i + 1 < lines_.size()) out_ += '\n';
    }
  }

  void pad(int text, int cell, bool tabs) {
    if (!tabs) {
      out_.append(static_cast<size_t>(std::max(0, cell - text)), ' ');
      return;
    }
    cell = (cell + kTabWidth - 1) / kTabWidth * kTabWidth;
    out_.append(static_cast<size_t>((cell - text + kTabWidth - 1) / kTabWidth), '\t');
  }

  std::vector<Line> lines_;
  std::vector<int> widths_;
  std::string out_;
};

}  // namespace

std::string alignColumns(std::string_view s) { return trimmed(Aligner().run(s)); }

}  // namespace hood::format
