// Diagnostics: what every phase of the compiler reports to, and how they are shown.
// Wording, position and order follow gc 1.22: sorted by position, one syntax error a line, ten at most unless asked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace hood {

struct Diagnostic {
  Pos pos;
  std::string text;  // may have several lines; continuation lines start with a tab
};

class Diagnostics {
 public:
  explicit Diagnostics(const SourceSet& sources) : sources_(sources) {}

  void error(Pos pos, std::string text);
  bool any() const { return !list_.empty(); }
  size_t count() const { return list_.size(); }
  const std::vector<Diagnostic>& list() const { return list_; }
  const SourceSet& sources() const { return sources_; }

  // What format prints, in its order; tooMany: there are more than `most`.
  std::vector<const Diagnostic*> shown(size_t most, bool* tooMany) const;

  // gc's form: "file:line:col: text", sorted, duplicates of a line and text removed; "too many errors" after `most`
  // (0: no limit).
  std::string format(size_t most = 10) const;

 private:
  const SourceSet& sources_;
  std::vector<Diagnostic> list_;
};

}  // namespace hood
