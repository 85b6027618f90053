// The heap report as a page: spans as coloured cells, types and lines as bars.
#include <fmt/format.h>

#include <algorithm>

#include "cli/heap_report.h"

namespace hood::cli {

namespace {

constexpr const char* kStyle = R"(<style>
body { font: 14px/1.5 system-ui, sans-serif; margin: 2em auto; max-width: 72em; padding: 0 1em; color: #222; background: #fff }
h1 { font-size: 1.4em } h2 { font-size: 1.1em; margin-top: 2em }
table { border-collapse: collapse; width: 100% } td, th { padding: 2px 10px; text-align: right; white-space: nowrap }
th { font-weight: 600; border-bottom: 1px solid #bbb } .name { text-align: left; font-family: ui-monospace, monospace }
.bar { width: 30%; text-align: left } .bar i { display: block; height: 11px; background: #4a90c2; border-radius: 2px }
.way { color: #777; font-size: 12px; white-space: normal } svg { display: block; width: 100% }
@media (prefers-color-scheme: dark) { body { color: #ddd; background: #1b1b1d } .way { color: #999 } th { border-color: #555 } }
</style>)";

std::string escape(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      out += c;
    }
  }
  return out;
}

// Cells by address, as wide as their spans: from pale (hardly anything alive) to full colour; what the collector never looks into
// is blue, the rest green.
std::string spanMap(const HeapReport& r) {
  constexpr int kColumns = 128, kCell = 8;
  uint64_t total = 0;
  for (const HeapReport::Span& s : r.spans) total += s.pages;
  uint64_t perCell = std::max<uint64_t>(1, total / (kColumns * 64));  // at most 64 rows
  std::string cells;
  uint64_t at = 0;
  for (const HeapReport::Span& s : r.spans) {
    const char* hue = s.noscan ? "205,60%" : "140,45%";
    int light = 92 - static_cast<int>(s.alive * 50);
    for (uint64_t k = 0; k < std::max<uint64_t>(1, s.pages / perCell); k++, at++) {
      cells += fmt::format("<rect x='{}' y='{}' width='7' height='7' fill='hsl({},{}%)'/>", at % kColumns * kCell,
                           at / kColumns * kCell, hue, light);
    }
  }
  return fmt::format("<svg viewBox='0 0 {} {}'>{}</svg>\n", kColumns * kCell, (at / kColumns + 1) * kCell, cells);
}

std::string bar(uint64_t part, uint64_t whole) {
  double width = whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  return fmt::format("<td class=bar><i style='width:{:.1f}%'></i></td>", width);
}

std::string classTable(const HeapReport& r) {
  std::string out = "<table><tr><th>class<th>spans<th>slots<th>alive<th>bytes alive<th class=name>occupancy</tr>\n";
  for (const HeapReport::Class& c : r.classes) {
    if (c.spans == 0) continue;
    out += fmt::format("<tr><td>{}<td>{}<td>{}<td>{}<td>{}{}</tr>\n", c.size == 0 ? "large" : std::to_string(c.size),
                       c.spans, c.slots, c.live, c.liveBytes, bar(c.liveBytes, c.bytes));
  }
  return out + "</table>\n";
}

std::string typeTable(const HeapReport& r) {
  std::string out =
      "<table><tr><th>bytes<th>objects<th class=name>share<th class=name>type, and what keeps one of it</tr>\n";
  for (const HeapReport::Row& t : r.types) {
    std::string way;
    for (const std::string& step : t.why) way += (way.empty() ? "" : " → ") + step;
    out += fmt::format("<tr><td>{}<td>{}{}<td class=name>{}<div class=way>{}</div></tr>\n", t.bytes, t.objects,
                       bar(t.bytes, r.live), escape(t.name), escape(way));
  }
  return out + "</table>\n";
}

std::string lineTable(const HeapReport& r) {
  std::string out =
      "<table><tr><th>live bytes<th>objects<th>allocated<th>objects<th class=name>allocated<th class=name>line</tr>\n";
  uint64_t most = 0;
  for (const HeapReport::Row& l : r.lines) most = std::max(most, l.allocBytes);
  for (const HeapReport::Row& l : r.lines) {
    out += fmt::format("<tr><td>{}<td>{}<td>{}<td>{}{}<td class=name>{}</tr>\n", l.bytes, l.objects, l.allocBytes, l.allocs,
                       bar(l.allocBytes, most), escape(l.name));
  }
  return out + "</table>\n";
}

}  // namespace

std::string heapPage(const HeapReport& r, const std::string& program) {
  std::string out = "<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'>\n";
  out += fmt::format("<title>heap of {0}</title>{1}\n<h1>The heap of {0}, {2}</h1>\n", escape(program), kStyle, r.moment);
  out += fmt::format(
      "<p>{} bytes are alive in {} objects. {} bytes are in {} spans, {} idle, {} given back. Allocated since the "
      "start: {} bytes in {} objects.\n",
      r.live, r.liveObjects, r.inuse, r.spansInUse, r.idle, r.released, r.allocBytes, r.allocs);
  out +=
      "<h2>Spans</h2>\n<p>By address, a cell per page or more. The fuller the colour the more is alive; green spans hold "
      "pointers, blue ones do not.\n" +
      spanMap(r) + classTable(r);
  out += "<h2>Live types</h2>\n" + typeTable(r);
  out += "<h2>By line</h2>\n" + lineTable(r);
  return out;
}

}  // namespace hood::cli
