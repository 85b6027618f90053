#include "compiler/diag/diag.h"

#include <algorithm>

namespace hood {

void Diagnostics::error(Pos pos, std::string text) { list_.push_back({pos, std::move(text)}); }

std::string Diagnostics::format(size_t most) const {
  std::vector<Diagnostic> sorted = list_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Diagnostic& a, const Diagnostic& b) { return a.pos < b.pos; });
  std::string out;
  size_t shown = 0;
  Position last;
  std::string_view lastText;
  for (const Diagnostic& d : sorted) {
    Position p = sources_.position(d.pos);
    if (shown > 0 && p.line == last.line && p.file == last.file && d.text == lastText) continue;
    if (most != 0 && shown == most) {
      out += "too many errors\n";
      break;
    }
    if (p.line != 0) out += sources_.format(d.pos) + ": ";
    out += d.text;
    out += '\n';
    last = p;
    lastText = d.text;
    shown++;
  }
  return out;
}

}  // namespace hood
