// Putting comments between the tokens: each comes before the first token that stands after it in the source, among the white
// space that waits for that token.
#include <algorithm>

#include "compiler/format/doc_comment.h"
#include "compiler/format/printer.h"

namespace hood::format {

namespace {

bool isBlankByte(char c) { return static_cast<unsigned char>(c) <= ' '; }

bool isBlank(std::string_view s) { return std::all_of(s.begin(), s.end(), isBlankByte); }

std::string_view trimRight(std::string_view s) {
  while (!s.empty() && (s.back() == ' ' || (s.back() >= '\t' && s.back() <= '\r'))) s.remove_suffix(1);
  return s;
}

std::string commonPrefix(std::string_view a, std::string_view b) {
  size_t i = 0;
  while (i < a.size() && i < b.size() && a[i] == b[i] && (isBlankByte(a[i]) || a[i] == '*')) i++;
  return std::string(a.substr(0, i));
}

bool takeSuffix(std::string* s, std::string_view suffix) {
  if (suffix.empty() || !s->ends_with(suffix)) return false;
  s->resize(s->size() - suffix.size());
  return true;
}

// What the text on the first line of a comment is indented by, with two blanks for the slash and star unless a tab
// follows them.
std::string firstIndent(const std::string& first) {
  size_t n = 2;
  while (n < first.size() && isBlankByte(first[n])) n++;
  std::string space = first.substr(2, n - 2);
  return !space.empty() && space[0] == '\t' ? space : "  " + space;
}

// The lines of a /* comment but for the first lose the white space that they have in common, as far as it is not part of
// the comment's own layout: a column of stars, or text that is aligned with the first line's.
void stripCommonPrefix(std::vector<std::string>* lines) {
  if (lines->size() <= 1) return;
  std::string prefix;
  bool set = false;
  for (size_t i = 1; i + 1 < lines->size(); i++) {
    std::string& l = (*lines)[i];
    if (isBlank(l)) {
      l.clear();
      continue;
    }
    prefix = set ? commonPrefix(prefix, l) : commonPrefix(l, l);
    set = true;
  }
  std::string& last = lines->back();
  if (!set) prefix = commonPrefix(last, last);
  bool stars = false;
  const std::string& first = lines->front();
  if (size_t star = prefix.find('*'); star != std::string::npos) {
    prefix.resize(star);
    takeSuffix(&prefix, " ");
    stars = true;
  } else if (isBlank(std::string_view(first).substr(2))) {
    size_t i = prefix.size();
    for (int n = 0; n < 3 && i > 0 && prefix[i - 1] == ' '; n++) i--;
    if (i == prefix.size() && i > 0 && prefix[i - 1] == '\t') i--;
    prefix.resize(i);
  } else {
    takeSuffix(&prefix, firstIndent(first));
  }
  if (isBlank(std::string_view(last).substr(0, last.find("*/"))))
    last = prefix + (stars ? " */" : "*/");
  else
    prefix = commonPrefix(prefix, last);
  for (size_t i = 1; i < lines->size(); i++)
    if (!(*lines)[i].empty()) (*lines)[i].erase(0, prefix.size());
}

}  // namespace

void Printer::nextComment() {
  if (nextIndex_ >= comments_.size()) {
    commentOffset_ = kNoPos;
    return;
  }
  comment_ = comments_[nextIndex_++];
  commentOffset_ = comment_->pos();
  const int line = lineOf(commentOffset_);
  commentNewline_ = std::any_of(comment_->list.begin(), comment_->list.end(), [&](const Comment& c) {
    return lineOf(c.pos) != line || c.isLine() || c.text.find('\n') != std::string_view::npos;
  });
}

// A comment with a newline must not come where that would end a statement.
bool Printer::commentBefore(const Place& next) const {
  return commentOffset_ != kNoPos && commentOffset_ < next.offset && (!impliedSemi_ || !commentNewline_);
}

int Printer::commentSizeBefore(const Place& next) {
  const size_t index = nextIndex_;
  const CommentGroup* comment = comment_;
  const Pos offset = commentOffset_;
  const bool newline = commentNewline_;
  int size = 0;
  while (commentBefore(next)) {
    for (const Comment& c : comment_->list) size += static_cast<int>(c.text.size());
    nextComment();
  }
  nextIndex_ = index;
  comment_ = comment;
  commentOffset_ = offset;
  commentNewline_ = newline;
  return size;
}

void Printer::setComment(const CommentGroup* g) {
  if (g == nullptr || !nodeComments_) return;
  comments_.assign(1, g);
  nextIndex_ = 0;
  if (commentOffset_ == kNoPos) nextComment();
}

void Printer::intersperse(const Place& next, Tok tok, bool* wroteNewline, bool* droppedFormfeed) {
  const Comment* last = nullptr;
  while (commentBefore(next)) {
    const CommentGroup* g = documentation(next, tok);
    const bool changed = g != comment_;
    if (g->list.empty()) {  // nothing was said
      commentPrefix(file_.place(comment_->pos()), next, last, tok);
      pos_ = last_ = next;
      nextComment();
      commentSuffix(false, wroteNewline, droppedFormfeed);
      return;
    }
    for (const Comment& c : g->list) {
      commentPrefix(file_.place(c.pos), next, last, tok);
      writeComment(c);
      last = &c;
    }
    if (changed) {  // as if it had been as long as the one in the source
      last = &comment_->list.back();
      pos_ = last_ = file_.place(comment_->end());
    }
    nextComment();
  }
  if (last == nullptr) return;
  bool needsLinebreak = false;
  // A /* comment before a token on its line is separated from it, but for commas and brackets that close right away.
  if (!noExtraBlank_ && !last->isLine() && lineOf(last->pos) == next.line && tok != Tok::Comma &&
      (tok != Tok::RParen || prevOpen_ == Tok::LParen) && (tok != Tok::RBrack || prevOpen_ == Tok::LBrack)) {
    bool breaks = std::any_of(pending_.begin(), pending_.end(), [](Ws w) { return w == Ws::Newline || w == Ws::Formfeed; });
    if (breaks && !noExtraBreak_ && level_ == 0)
      needsLinebreak = true;
    else
      writeByte(' ', 1);
  }
  if (last->isLine() || tok == Tok::Eof || (tok == Tok::RBrace && !noExtraBreak_)) needsLinebreak = true;
  commentSuffix(needsLinebreak, wroteNewline, droppedFormfeed);
}

// A comment at the margin, right before the next token: it is documentation, and formatted. But import "C" has C above it.
const CommentGroup* Printer::documentation(const Place& next, Tok tok) {
  if (tok == Tok::Import || file_.place(comment_->pos()).column != 1 || comment_->end() + 1 != next.offset) return comment_;
  std::vector<std::string> texts;
  if (!formatDocComment(*comment_, &texts)) return comment_;
  CommentGroup& g = ownComments_.emplace_back();
  for (std::string& t : texts) g.list.push_back({comment_->pos(), ownTexts_.emplace_back(std::move(t))});
  return &g;
}

void Printer::commentPrefix(const Place& at, const Place& next, const Comment* previous, Tok tok) {
  if (output_.empty()) return;
  if (at.line == last_.line && (previous == nullptr || !previous->isLine())) {
    bool separated = false;
    if (previous == nullptr) {
      size_t n = 0;
      for (size_t i = 0; i < pending_.size(); i++) {
        if (pending_[i] == Ws::Blank) {
          pending_[i] = Ws::Ignore;
        } else if (pending_[i] == Ws::Vtab) {
          separated = true;
        } else if (pending_[i] != Ws::Indent) {
          n = i;
          break;
        }
      }
      writeWhitespace(n);
    }
    if (!separated) writeByte(at.line == next.line ? ' ' : '\t', 1);
    return;
  }
  bool dropped = false;
  size_t n = 0;
  for (size_t i = 0; i < pending_.size(); i++) {
    if (pending_[i] == Ws::Blank || pending_[i] == Ws::Vtab) {
      pending_[i] = Ws::Ignore;
      continue;
    }
    if (pending_[i] == Ws::Indent) continue;
    if (pending_[i] == Ws::Unindent) {
      // The last unindent closes a block; the comment is inside unless it is aligned with what follows.
      if (i + 1 < pending_.size() && pending_[i + 1] == Ws::Unindent) continue;
      if (tok != Tok::RBrace && at.column == next.column) continue;
    } else if (pending_[i] == Ws::Newline || pending_[i] == Ws::Formfeed) {
      pending_[i] = Ws::Ignore;
      dropped = previous == nullptr;
    }
    n = i;
    break;
  }
  writeWhitespace(n);
  int lines = at.valid() && last_.valid() ? std::max(0, at.line - last_.line) : 0;
  // Between declarations the empty line before a documentation comment stays.
  if (indent_ == 0 && dropped) lines++;
  if (lines == 0 && previous != nullptr && previous->isLine()) lines = 1;
  if (lines > 0) writeByte('\f', std::min(lines, 2));
}

void Printer::writeComment(const Comment& c) {
  Place p = file_.place(c.pos);
  const int outside = indent_;
  if (c.text.starts_with("//line ") && p.column == 1) indent_ = 0;  // else it would be no directive any more
  if (c.isLine()) {
    writeString(p, trimRight(c.text), true);
    indent_ = outside;
    return;
  }
  std::vector<std::string> lines;
  for (std::string_view rest = c.text;;) {
    size_t end = rest.find('\n');
    std::string_view l = rest.substr(0, end);
    if (l.ends_with('\r')) l.remove_suffix(1);
    lines.emplace_back(l);
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  // A comment at the margin that gets indented: as if it had been so before, else formatting again would change it again.
  if (p.column == 1 && indent_ > 0)
    for (size_t i = 1; i < lines.size(); i++) lines[i].insert(0, "   ");
  stripCommonPrefix(&lines);
  for (size_t i = 0; i < lines.size(); i++) {
    if (i > 0) {
      writeByte('\f', 1);
      p = pos_;
    }
    if (!lines[i].empty()) writeString(p, trimRight(lines[i]), true);
  }
  indent_ = outside;
}

void Printer::commentSuffix(bool needsLinebreak, bool* wroteNewline, bool* droppedFormfeed) {
  for (Ws& w : pending_) {
    if (w == Ws::Blank || w == Ws::Vtab) {
      w = Ws::Ignore;
    } else if (w == Ws::Newline || w == Ws::Formfeed) {
      if (needsLinebreak) {
        needsLinebreak = false;
        *wroteNewline = true;
      } else {
        if (w == Ws::Formfeed) *droppedFormfeed = true;
        w = Ws::Ignore;
      }
    }
  }
  writeWhitespace(pending_.size());
  if (needsLinebreak) {
    writeByte('\n', 1);
    *wroteNewline = true;
  }
}

}  // namespace hood::format
