// The heap report for a terminal.
#include <fmt/format.h>

#include <algorithm>

#include "cli/heap_report.h"

namespace hood::cli {

namespace {

std::string bytes(uint64_t n) {
  if (n < 10'000) return fmt::format("{} B", n);
  if (n < 10'000'000) return fmt::format("{} KB", (n + 512) >> 10);
  return fmt::format("{} MB", (n + (1 << 19)) >> 20);
}

uint64_t percent(uint64_t part, uint64_t whole) { return whole == 0 ? 0 : (part * 100 + whole / 2) / whole; }

void addHead(const HeapReport& r, std::string& out) {
  out += fmt::format("heap {}: {} alive in {} objects; {} in {} spans ({}% alive), {} idle, {} given back\n", r.moment,
                     bytes(r.live), r.liveObjects, bytes(r.inuse), r.spansInUse, percent(r.live, r.inuse), bytes(r.idle),
                     bytes(r.released));
  out += fmt::format("allocated since the start: {} in {} objects\n", bytes(r.allocBytes), r.allocs);
}

void addClasses(const HeapReport& r, std::string& out) {
  out += "\nspans by class        spans     pages     slots     alive   bytes alive  occupancy\n";
  for (const HeapReport::Class& c : r.classes) {
    if (c.spans == 0) continue;
    std::string name = c.size == 0 ? "large" : fmt::format("{} B", c.size);
    out += fmt::format("  {:>10} {:>14} {:>9} {:>9} {:>9} {:>13} {:>9}%\n", name, c.spans, c.bytes >> 13, c.slots, c.live,
                       bytes(c.liveBytes), percent(c.liveBytes, c.bytes));
  }
}

void addTypes(const HeapReport& r, size_t most, std::string& out) {
  out += "\nlive types        bytes   objects  type\n";
  for (size_t i = 0; i < std::min(most, r.types.size()); i++) {
    const HeapReport::Row& t = r.types[i];
    out += fmt::format("  {:>19} {:>9}  {}\n", bytes(t.bytes), t.objects, t.name);
    std::string way;
    for (const std::string& step : t.why) way += (way.empty() ? "" : " → ") + step;
    out += fmt::format("  {:>19} {:>9}    kept by {}\n", "", "", way);
  }
  if (r.types.size() > most) out += fmt::format("  … and {} types more\n", r.types.size() - most);
}

void addLines(const HeapReport& r, size_t most, std::string& out) {
  out += "\nby line      live bytes   objects     allocated  objects  line\n";
  for (size_t i = 0; i < std::min(most, r.lines.size()); i++) {
    const HeapReport::Row& l = r.lines[i];
    out +=
        fmt::format("  {:>20} {:>9} {:>13} {:>8}  {}\n", bytes(l.bytes), l.objects, bytes(l.allocBytes), l.allocs, l.name);
  }
  if (r.lines.size() > most) out += fmt::format("  … and {} lines more\n", r.lines.size() - most);
}

void addPaths(const HeapReport& r, const std::string& why, std::string& out) {
  out += fmt::format("\nwhy {} is alive\n", why);
  if (r.paths.empty()) out += "  it is not: nothing reachable is called so\n";
  for (const HeapReport::Path& p : r.paths) {
    out += "  " + p.object;
    if (p.alike > 0) out += fmt::format("; {} more are kept in the same way", p.alike);
    out += "\n";
    std::string indent = "    ";
    for (size_t i = 0, same = 1; i < p.steps.size(); i += same) {
      for (same = 1; i + same < p.steps.size() && p.steps[i + same] == p.steps[i];) same++;
      out += indent + (i > 0 ? "→ " : "") + p.steps[i] + (same > 1 ? fmt::format(" × {}", same) : "") + "\n";
      indent += "  ";
    }
  }
}

}  // namespace

std::string heapText(const HeapReport& r, const HeapQuery& query) {
  std::string out;
  addHead(r, out);
  if (!query.why.empty()) {
    addPaths(r, query.why, out);
    return out;
  }
  addClasses(r, out);
  addTypes(r, query.most, out);
  addLines(r, query.most, out);
  return out;
}

}  // namespace hood::cli
