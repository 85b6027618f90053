// Source files and positions. A Pos is an offset into the concatenation of all files of a compilation, so that it
// fits in 32 bits and needs no file pointer; SourceSet turns it back into file, line and column.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hood {

// 0 means "no position".
struct Pos {
  uint32_t off = 0;
  bool valid() const { return off != 0; }
  friend bool operator==(Pos a, Pos b) { return a.off == b.off; }
  friend bool operator!=(Pos a, Pos b) { return a.off != b.off; }
  friend bool operator<(Pos a, Pos b) { return a.off < b.off; }
};

// What a person sees. line and col count from 1, col in bytes, as gc's do; col is 0 where a //line directive gave none.
struct Position {
  std::string_view file;
  uint32_t line = 0;
  uint32_t col = 0;
};

class SourceFile {
 public:
  std::string path;  // as messages print it
  std::string text;
  uint32_t base = 0;  // Pos of the first byte

  Pos pos(uint32_t offset) const { return Pos{base + offset}; }
  Pos posOf(uint32_t line, uint32_t col) const;  // the inverse of position() where there are no //line directives
  void addLine(uint32_t offset) { lines_.push_back(offset); }  // offsets of line starts, ascending, the first is 0
  const std::vector<uint32_t>& lines() const { return lines_; }
  uint32_t lineOf(uint32_t offset) const;  // from 1
  std::string_view lineText(uint32_t line) const;

  // A //line directive: what follows `offset` counts as `line` and `col` (0: unknown) of `file`. In ascending order. The
  // parser finds them while the file is already shared, and they change nothing but what position() says.
  void addLineDirective(uint32_t offset, std::string file, uint32_t line, uint32_t col) const {
    directives_.push_back({offset, std::move(file), line, col});
  }
  Position position(uint32_t offset) const;

 private:
  friend class SourceSet;
  struct LineDirective {
    uint32_t offset;
    std::string file;
    uint32_t line, col;
  };
  std::vector<uint32_t> lines_;
  mutable std::vector<LineDirective> directives_;
  uint32_t foreignLines_ = 0;  // of a file without text: see SourceSet::addForeign
};

class SourceSet {
 public:
  // Takes the text over. Lines are indexed at once. nullptr when the 4 GB of positions are used up.
  SourceFile* add(std::string path, std::string text);
  // A file of which only positions are known (a package that was compiled before): `lines` lines, all long enough.
  SourceFile* addForeign(std::string path, uint32_t lines);
  const SourceFile* fileOf(Pos p) const;                  // nullptr for no position
  const SourceFile* byPath(std::string_view path) const;  // nullptr if there is none
  Position position(Pos p) const;
  std::string format(Pos p) const;  // "file:line:col"

 private:
  std::vector<std::unique_ptr<SourceFile>> files_;
  uint32_t next_ = 1;
};

}  // namespace hood
