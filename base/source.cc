#include "base/source.h"

#include <algorithm>
#include <cstring>

namespace hood {

namespace {

// Columns of a foreign file's lines; larger ones are cut.
constexpr uint32_t kForeignColumns = 256;

}  // namespace

uint32_t SourceFile::lineOf(uint32_t offset) const {
  if (foreignLines_ != 0) return offset / kForeignColumns + 1;
  auto it = std::upper_bound(lines_.begin(), lines_.end(), offset);
  return static_cast<uint32_t>(it - lines_.begin());
}

std::string_view SourceFile::lineText(uint32_t line) const {
  if (line == 0 || line > lines_.size()) return {};  // foreign files have no text
  size_t from = lines_[line - 1];
  size_t to = line < lines_.size() ? lines_[line] : text.size();
  while (to > from && (text[to - 1] == '\n' || text[to - 1] == '\r')) to--;
  return std::string_view(text).substr(from, to - from);
}

Pos SourceFile::posOf(uint32_t line, uint32_t col) const {
  if (line == 0) return {};
  if (foreignLines_ != 0) {
    if (line > foreignLines_) line = foreignLines_;
    return pos((line - 1) * kForeignColumns + (col == 0 ? 0 : std::min(col, kForeignColumns) - 1));
  }
  if (line > lines_.size()) return pos(0);
  uint32_t at = lines_[line - 1] + (col == 0 ? 0 : col - 1);
  return pos(std::min(at, static_cast<uint32_t>(text.size())));
}

Position SourceFile::position(uint32_t offset) const {
  if (foreignLines_ != 0) return {path, lineOf(offset), offset % kForeignColumns + 1};
  uint32_t line = lineOf(offset);
  uint32_t col = offset - lines_[line - 1] + 1;
  auto after = [](uint32_t off, const LineDirective& d) { return off < d.offset; };
  auto it = std::upper_bound(directives_.begin(), directives_.end(), offset, after);
  if (it == directives_.begin()) return {path, line, col};
  const LineDirective& d = *--it;
  uint32_t from = lineOf(d.offset);
  if (d.col == 0)
    col = 0;
  else if (line == from)
    col = d.col + (offset - d.offset);
  return {d.file, d.line + (line - from), col};
}

SourceFile* SourceSet::add(std::string path, std::string text) {
  if (text.size() >= UINT32_MAX - next_ - 1) return nullptr;
  auto f = std::make_unique<SourceFile>();
  f->path = std::move(path);
  f->text = std::move(text);
  f->base = next_;
  next_ += static_cast<uint32_t>(f->text.size()) + 1;
  f->lines_.push_back(0);
  const char* s = f->text.data();
  const char* end = s + f->text.size();
  for (const char* p = s; (p = static_cast<const char*>(std::memchr(p, '\n', end - p))) != nullptr;) {
    p++;
    f->lines_.push_back(static_cast<uint32_t>(p - s));
  }
  files_.push_back(std::move(f));
  return files_.back().get();
}

SourceFile* SourceSet::addForeign(std::string path, uint32_t lines) {
  if (lines == 0 || lines >= (UINT32_MAX - next_ - 1) / kForeignColumns) return nullptr;
  auto f = std::make_unique<SourceFile>();
  f->path = std::move(path);
  f->base = next_;
  f->foreignLines_ = lines;
  next_ += lines * kForeignColumns + 1;
  files_.push_back(std::move(f));
  return files_.back().get();
}

const SourceFile* SourceSet::fileOf(Pos p) const {
  if (!p.valid()) return nullptr;
  auto it = std::upper_bound(files_.begin(), files_.end(), p.off,
                             [](uint32_t off, const std::unique_ptr<SourceFile>& f) { return off < f->base; });
  return it == files_.begin() ? nullptr : (it - 1)->get();
}

const SourceFile* SourceSet::byPath(std::string_view path) const {
  const SourceFile* foreign = nullptr;
  for (const auto& f : files_) {
    if (f->path != path) continue;
    if (f->foreignLines_ == 0) return f.get();
    foreign = f.get();
  }
  return foreign;
}

Position SourceSet::position(Pos p) const {
  const SourceFile* f = fileOf(p);
  if (f == nullptr) return {};
  return f->position(p.off - f->base);
}

std::string SourceSet::format(Pos p) const {
  Position q = position(p);
  if (q.line == 0) return "-";
  std::string s = std::string(q.file) + ":" + std::to_string(q.line);
  return q.col == 0 ? s : s + ":" + std::to_string(q.col);
}

}  // namespace hood
