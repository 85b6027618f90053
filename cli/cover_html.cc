#include "cli/cover_html.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <map>
#include <sstream>
#include <vector>

namespace hood::cli {

namespace {

struct Block {
  unsigned line0, col0, line1, col1, stmts;
  uint64_t count;
};

struct Profile {
  std::string mode;
  std::map<std::string, std::vector<Block>> files;
};

Profile parse(const std::string& text) {
  Profile p;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("mode: ")) {
      p.mode = line.substr(6);
      continue;
    }
    size_t colon = line.rfind(':');
    Block b{};
    unsigned long long n = 0;
    if (colon == std::string::npos || std::sscanf(line.c_str() + colon + 1, "%u.%u,%u.%u %u %llu", &b.line0, &b.col0,
                                                  &b.line1, &b.col1, &b.stmts, &n) != 6)
      continue;
    b.count = n;
    std::vector<Block>& list = p.files[line.substr(0, colon)];
    // The same block of another test binary: what any of them ran, ran.
    auto same = std::find_if(list.begin(), list.end(), [&](const Block& o) {
      return o.line0 == b.line0 && o.col0 == b.col0 && o.line1 == b.line1 && o.col1 == b.col1;
    });
    if (same == list.end())
      list.push_back(b);
    else
      same->count = p.mode == "set" ? (same->count | b.count) : same->count + b.count;
  }
  return p;
}

std::string escape(char c) {
  switch (c) {
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '&': return "&amp;";
    case '\t': return "        ";
    default: return std::string(1, c);
  }
}

// 0: did not run, 1…10: how often, on a logarithmic scale. One step only where it is not counted.
int heat(uint64_t count, uint64_t most, const std::string& mode) {
  if (count == 0) return 0;
  if (mode == "set" || most <= 1) return 8;
  double x = std::log(static_cast<double>(count)) / std::log(static_cast<double>(most));
  return 1 + static_cast<int>(std::floor(x * 9));
}

std::string paint(const std::string& text, const Profile& p, const std::vector<Block>& blocks) {
  std::vector<size_t> lines{0};
  for (size_t i = 0; i < text.size(); i++)
    if (text[i] == '\n') lines.push_back(i + 1);
  auto offset = [&](unsigned line, unsigned col) {
    return line == 0 || line > lines.size() ? text.size() : std::min(text.size(), lines[line - 1] + col - 1);
  };
  uint64_t most = 1;
  for (const Block& b : blocks) most = std::max(most, b.count);
  struct Mark {
    size_t at;
    bool opens;
    const Block* block;
  };
  std::vector<Mark> marks;
  for (const Block& b : blocks) {
    marks.push_back({offset(b.line0, b.col0), true, &b});
    marks.push_back({offset(b.line1, b.col1), false, &b});
  }
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    return a.at != b.at ? a.at < b.at : !a.opens && b.opens;  // one ends before the next begins
  });
  std::string out;
  size_t k = 0;
  for (size_t i = 0; i <= text.size(); i++) {
    for (; k < marks.size() && marks[k].at == i; k++) {
      if (!marks[k].opens) {
        out += "</span>";
        continue;
      }
      uint64_t n = marks[k].block->count;
      out += "<span class=\"c" + std::to_string(heat(n, most, p.mode)) + "\" title=\"" + std::to_string(n) + "\">";
    }
    if (i < text.size()) out += escape(text[i]);
  }
  return out;
}

double share(const std::vector<Block>& blocks) {
  unsigned ran = 0, all = 0;
  for (const Block& b : blocks) {
    all += b.stmts;
    if (b.count > 0) ran += b.stmts;
  }
  return all == 0 ? 0 : 100.0 * ran / all;
}

std::string style() {
  std::string out =
      "body{background:#111;color:#888;font:14px/1.45 monospace;margin:0}"
      "#top{position:sticky;top:0;background:#000;padding:8px 16px;border-bottom:1px solid #444}"
      "#top *{font:inherit}#top label{margin-left:2em}pre{margin:16px;tab-size:8}.c0{color:#e05050}";
  for (int i = 1; i <= 10; i++) {
    char rule[64];
    std::snprintf(rule, sizeof rule, ".c%d{color:rgb(%d,%d,%d)}", i, 130 - 11 * i, 140 + 9 * i, 130 + i);
    out += rule;
  }
  return out;
}

}  // namespace

std::string coverPage(const std::string& profile, const std::function<std::string(const std::string&)>& source) {
  Profile p = parse(profile);
  std::string options, bodies;
  int n = 0;
  for (auto& [name, blocks] : p.files) {
    std::string text = source(name);
    if (text.empty()) continue;
    char head[64];
    std::snprintf(head, sizeof head, " (%.1f%%)", share(blocks));
    std::string id = "file" + std::to_string(n);
    options += "<option value=\"" + id + "\">" + name + head + "</option>\n";
    bodies +=
        "<pre id=\"" + id + "\"" + (n == 0 ? "" : " style=\"display:none\"") + ">" + paint(text, p, blocks) + "</pre>\n";
    n++;
  }
  const bool counted = p.mode != "set";
  return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>Coverage</title><style>" + style() +
         "</style></head><body>\n<div id=\"top\"><select id=\"files\">\n" + options + "</select>" +
         "<label>not tracked</label><label class=\"c0\">did not run</label>" +
         (counted ? "<label class=\"c1\">ran seldom</label><label class=\"c10\">ran often</label>"
                  : "<label class=\"c8\">ran</label>") +
         "</div>\n" + bodies +
         "<script>\nconst files=document.getElementById('files');let shown=document.getElementById('file0');\n"
         "function show(id){const e=document.getElementById(id);if(!e)return;shown.style.display='none';e.style.display='';"
         "shown=e;files.value=id;location.hash=id;}\n"
         "files.onchange=()=>{show(files.value);scrollTo(0,0);};if(location.hash)show(location.hash.slice(1));\n"
         "</script></body></html>\n";
}

}  // namespace hood::cli
