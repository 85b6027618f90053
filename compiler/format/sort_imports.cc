#include <algorithm>
#include <tuple>

#include "compiler/format/rewrite.h"

namespace hood::format {

namespace {

// An import with the comments that belong to it: those above it, and the one behind.
struct Entry {
  std::string path, name, comment;
  std::string_view lines;  // all of its text, with the newline

  auto key() const { return std::tie(path, name, comment); }
};

std::string unquoted(std::string_view s) { return std::string(s.substr(1, s.size() - 2)); }

size_t lineStart(std::string_view text, size_t at) {
  size_t nl = text.rfind('\n', at);
  return at == 0 || nl == std::string_view::npos ? 0 : nl + 1;
}

// Whether sorting changes the paragraph; *out is how it is then.
bool sortParagraph(std::vector<Entry>& entries, std::string* out) {
  std::string before, after;
  for (const Entry& e : entries) before += e.lines;
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.key() < b.key(); });
  for (size_t i = 0; i < entries.size(); i++) {
    bool same = i > 0 && entries[i].path == entries[i - 1].path && entries[i].name == entries[i - 1].name &&
                entries[i].comment.empty();
    if (!same) after += entries[i].lines;
  }
  *out = after;
  return before != after;
}

// One paragraph: imports from..to of a declaration.
struct Paragraph {
  size_t from, to;
  bool comments;
};

std::vector<Paragraph> paragraphsOf(const TokenizedFile& tokens, const Node* d) {
  std::vector<Paragraph> out;
  int lastLine = 0;
  for (size_t i = 0; i < d->list.size(); i++) {
    const Node* s = d->list[i];
    int first = tokens.lineOf(s->doc != nullptr ? s->doc->pos() : s->pos);
    if (i == 0 || first > lastLine + 1) out.push_back({i, i, false});
    out.back().to = i + 1;
    out.back().comments |= s->doc != nullptr || s->comment != nullptr;
    lastLine = tokens.lineOf(s->end);
  }
  return out;
}

// Without comments: the imports change places in the tree, and take the positions of those that were there.
void sortNodes(Node* d, const Paragraph& p) {
  auto first = d->list.begin() + static_cast<std::ptrdiff_t>(p.from),
       last = d->list.begin() + static_cast<std::ptrdiff_t>(p.to);
  auto key = [](const Node* s) {
    return std::pair(unquoted(s->y->text), s->x != nullptr ? s->x->text : std::string_view());
  };
  auto less = [&](const Node* a, const Node* b) { return key(a) < key(b); };
  if (std::is_sorted(first, last, less)) return;
  std::vector<std::pair<Pos, Pos>> places;
  for (auto it = first; it != last; ++it) places.emplace_back((*it)->pos, (*it)->end);
  std::stable_sort(first, last, less);
  for (size_t i = p.from; i < p.to; i++) {
    Node* s = d->list[i];
    std::tie(s->pos, s->end) = places[i - p.from];
    if (s->x != nullptr) s->x->pos = s->pos;
    s->y->pos = s->pos;
  }
}

// With comments: whole lines of the text. False: the paragraph is not made of lines.
bool linesOf(std::string_view text, const TokenizedFile& tokens, const Node* d, const Paragraph& p,
             std::vector<Entry>* entries, size_t* begin, size_t* end) {
  int lastLine = tokens.lineOf(d->open);
  for (size_t i = p.from; i < p.to; i++) {
    const Node* s = d->list[i];
    if (tokens.lineOf(s->pos) == lastLine) return false;
    Pos from = s->doc != nullptr ? s->doc->pos() : s->pos;
    size_t b = lineStart(text, static_cast<size_t>(from));
    size_t e = std::min(text.find('\n', static_cast<size_t>(s->end)), text.size() - 1) + 1;
    if (i == p.from) *begin = b;
    if (i > p.from && b != *end) return false;  // a comment of nobody in between
    *end = e;
    Entry entry{unquoted(s->y->text), s->x != nullptr ? std::string(s->x->text) : "", "", text.substr(b, e - b)};
    if (s->comment != nullptr) entry.comment = s->comment->list[0].text;
    entries->push_back(entry);
    lastLine = tokens.lineOf(s->end);
  }
  return tokens.lineOf(d->close) > lastLine;
}

}  // namespace

std::string sortImports(std::string_view text, const TokenizedFile& tokens, Node* file) {
  std::string out;
  size_t done = 0;  // of the text
  for (Node* d : file->list) {
    if (d->kind != Kind::GenDecl || d->tok != Tok::Import) break;
    if (d->open == kNoPos) continue;
    for (const Paragraph& p : paragraphsOf(tokens, d)) {
      if (!p.comments) sortNodes(d, p);
      std::vector<Entry> entries;
      size_t begin = 0, end = 0;
      std::string sorted;
      if (!p.comments || !linesOf(text, tokens, d, p, &entries, &begin, &end) || !sortParagraph(entries, &sorted)) continue;
      out += text.substr(done, begin - done);
      out += sorted;
      done = end;
    }
  }
  if (done == 0) return "";
  out += text.substr(done);
  return out;
}

}  // namespace hood::format
