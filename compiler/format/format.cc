#include "compiler/format/format.h"

#include <algorithm>
#include <vector>

#include "compiler/format/build_lines.h"
#include "compiler/format/parser.h"
#include "compiler/format/printer.h"
#include "compiler/format/rewrite.h"

namespace hood::format {

namespace {

bool parse(std::string_view text, TokenizedFile* tokens, Nodes* nodes, Node** file, size_t* badAt) {
  if (!tokenize(text, tokens, badAt)) return false;
  *file = Parser(*tokens, nodes).parseFile(badAt);
  return *file != nullptr;
}

std::vector<std::string_view> linesOf(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    out.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}

// Lines of both texts that are the same, in order, as pairs: a longest common subsequence, by Myers' greedy algorithm.
std::vector<std::pair<int, int>> commonLines(const std::vector<std::string_view>& a,
                                             const std::vector<std::string_view>& b) {
  const int n = static_cast<int>(a.size()), m = static_cast<int>(b.size()), most = n + m;
  std::vector<std::vector<int>> trace;
  std::vector<int> v(static_cast<size_t>(2 * most + 2), 0);
  auto at = [&](std::vector<int>& w, int k) -> int& { return w[static_cast<size_t>(k + most)]; };
  int d = 0;
  for (bool found = false; !found; d++) {
    trace.push_back(v);
    for (int k = -d; k <= d && !found; k += 2) {
      int x = k == -d || (k != d && at(v, k - 1) < at(v, k + 1)) ? at(v, k + 1) : at(v, k - 1) + 1;
      int y = x - k;
      while (x < n && y < m && a[static_cast<size_t>(x)] == b[static_cast<size_t>(y)]) x++, y++;
      at(v, k) = x;
      found = x >= n && y >= m;
    }
  }
  std::vector<std::pair<int, int>> out;
  int x = n, y = m;
  for (d--; d >= 0; d--) {
    std::vector<int>& w = trace[static_cast<size_t>(d)];
    int k = x - y;
    int before = k == -d || (k != d && at(w, k - 1) < at(w, k + 1)) ? k + 1 : k - 1;
    int px = at(w, before), py = px - before;
    while (x > px && y > py && x > 0 && y > 0) out.emplace_back(--x, --y);
    x = px;
    y = py;
  }
  std::reverse(out.begin(), out.end());
  return out;
}

struct Edit {
  char mark;  // ' ', '-', '+'
  std::string_view line;
  int a, b;  // lines before it
};

}  // namespace

bool formatSource(std::string_view text, const FormatOptions& options, std::string* out, size_t* badAt) {
  TokenizedFile tokens;
  Nodes nodes;
  Node* file = nullptr;
  if (!parse(text, &tokens, &nodes, &file, badAt)) return false;
  std::string sorted = sortImports(text, tokens, file);
  TokenizedFile again;
  Nodes more;
  const TokenizedFile* shown = &tokens;
  if (!sorted.empty()) {
    if (!parse(sorted, &again, &more, &file, badAt)) return false;
    sortImports(sorted, again, file);
    shown = &again;
  }
  if (options.simplify) simplify(file);
  *out = withBuildLines(Printer(*shown).file(file));
  return true;
}

std::string unifiedDiff(const std::string& oldName, std::string_view oldText, const std::string& newName,
                        std::string_view newText) {
  if (oldText == newText) return "";
  std::vector<std::string_view> a = linesOf(oldText), b = linesOf(newText);
  std::vector<Edit> edits;
  int i = 0, j = 0;
  auto upTo = [&](int x, int y) {
    while (i < x) edits.push_back({'-', a[static_cast<size_t>(i)], i, j}), i++;
    while (j < y) edits.push_back({'+', b[static_cast<size_t>(j)], i, j}), j++;
  };
  for (auto [x, y] : commonLines(a, b)) {
    upTo(x, y);
    edits.push_back({' ', a[static_cast<size_t>(x)], i++, j++});
  }
  upTo(static_cast<int>(a.size()), static_cast<int>(b.size()));
  constexpr size_t kContext = 3;
  std::string out = "diff " + oldName + " " + newName + "\n--- " + oldName + "\n+++ " + newName + "\n";
  for (size_t k = 0; k < edits.size();) {
    if (edits[k].mark == ' ') {
      k++;
      continue;
    }
    size_t from = k > kContext ? k - kContext : 0, to = k;
    for (size_t quiet = 0; to < edits.size() && quiet <= 2 * kContext; to++) quiet = edits[to].mark == ' ' ? quiet + 1 : 0;
    while (to > k && edits[to - 1].mark == ' ') to--;
    to = std::min(to + kContext, edits.size());
    int countA = 0, countB = 0;
    std::string body;
    for (size_t e = from; e < to; e++) {
      countA += edits[e].mark != '+';
      countB += edits[e].mark != '-';
      body += edits[e].mark + std::string(edits[e].line);
      if (!edits[e].line.ends_with('\n')) body += "\n\\ No newline at end of file\n";
    }
    auto range = [](int at, int count) {
      return count == 1 ? std::to_string(at + 1) : std::to_string(count == 0 ? at : at + 1) + "," + std::to_string(count);
    };
    out += "@@ -" + range(edits[from].a, countA) + " +" + range(edits[from].b, countB) + " @@\n" + body;
    k = to;
  }
  return out;
}

}  // namespace hood::format
