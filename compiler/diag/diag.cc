#include "compiler/diag/diag.h"

#include <algorithm>

namespace hood {

void Diagnostics::error(Pos pos, std::string text) { list_.push_back({pos, std::move(text)}); }

std::vector<const Diagnostic*> Diagnostics::shown(size_t most, bool* tooMany) const {
  std::vector<const Diagnostic*> sorted, out;
  for (const Diagnostic& d : list_) sorted.push_back(&d);
  std::stable_sort(sorted.begin(), sorted.end(), [](const Diagnostic* a, const Diagnostic* b) { return a->pos < b->pos; });
  Position last;
  for (const Diagnostic* d : sorted) {
    Position p = sources_.position(d->pos);
    if (!out.empty() && p.line == last.line && p.file == last.file && d->text == out.back()->text) continue;
    if (most != 0 && out.size() == most) {
      *tooMany = true;
      break;
    }
    out.push_back(d);
    last = p;
  }
  return out;
}

std::string Diagnostics::format(size_t most) const {
  std::string out;
  bool tooMany = false;
  for (const Diagnostic* d : shown(most, &tooMany)) {
    if (sources_.position(d->pos).line != 0) out += sources_.format(d->pos) + ": ";
    out += d->text;
    out += '\n';
  }
  if (tooMany) out += "too many errors\n";
  return out;
}

}  // namespace hood
