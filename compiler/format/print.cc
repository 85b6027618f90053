#include <algorithm>

#include "compiler/format/printer.h"
#include "compiler/format/tabwriter.h"

namespace hood::format {

namespace {

constexpr int kMaxNewlines = 2;
constexpr size_t kMostPending = 16;

// Would the two tokens be another one without a blank between?
bool mayCombine(Tok previous, char next) {
  switch (previous) {
    case Tok::Int: return next == '.';
    case Tok::Add: return next == '+';
    case Tok::Sub: return next == '-';
    case Tok::Quo: return next == '*';
    case Tok::Lss: return next == '-' || next == '<';
    case Tok::And: return next == '&' || next == '^';
    default: return false;
  }
}

bool impliesSemicolon(Tok t) {
  switch (t) {
    case Tok::Break:
    case Tok::Continue:
    case Tok::Fallthrough:
    case Tok::Return:
    case Tok::Inc:
    case Tok::Dec:
    case Tok::RParen:
    case Tok::RBrack:
    case Tok::RBrace: return true;
    default: return false;
  }
}

}  // namespace

std::string Printer::file(const Node* f) {
  for (auto& g : file_.comments) comments_.push_back(g.get());
  nextComment();
  at(f->pos);
  print(Tok::Package, Ws::Blank);
  expr(f->x);
  declarations(f->list);
  print(Ws::Newline);
  return alignColumns(finish());
}

// What is left of comments and white space.
std::string Printer::finish() {
  impliedSemi_ = false;
  bool newline = false, formfeed = false;
  flush({INT32_MAX, INT32_MAX, 1}, Tok::Eof, &newline, &formfeed);
  return std::move(output_);
}

void Printer::at(Pos p) {
  if (p != kNoPos) pos_ = file_.place(p);
}

void Printer::print(Ws w) {
  if (lastTok_ != Tok::Illegal) prevOpen_ = lastTok_ == Tok::LParen || lastTok_ == Tok::LBrack ? lastTok_ : Tok::Illegal;
  if (w == Ws::Ignore) return;
  if (pending_.size() == kMostPending) writeWhitespace(pending_.size());
  pending_.push_back(w);
  if (w == Ws::Newline || w == Ws::Formfeed) impliedSemi_ = false;
  lastTok_ = Tok::Illegal;
}

void Printer::print(Tok t) {
  std::string_view s = tokText(t);
  if (mayCombine(lastTok_, s[0])) pending_.assign(1, Ws::Blank);
  if (lastTok_ != Tok::Illegal) prevOpen_ = lastTok_ == Tok::LParen || lastTok_ == Tok::LBrack ? lastTok_ : Tok::Illegal;
  lastTok_ = t;
  item(s, false, impliesSemicolon(t));
}

void Printer::text(std::string_view s, Tok kind, bool literal) {
  if (lastTok_ != Tok::Illegal) prevOpen_ = lastTok_ == Tok::LParen || lastTok_ == Tok::LBrack ? lastTok_ : Tok::Illegal;
  lastTok_ = kind;
  item(s, literal, true);
}

void Printer::item(std::string_view s, bool literal, bool impliedSemicolon) {
  const Place next = pos_;
  bool wroteNewline = false, droppedFormfeed = false;
  flush(next, lastTok_, &wroteNewline, &droppedFormfeed);
  // Empty lines of the source stay, where they do not end a statement.
  if (!impliedSemi_) {
    int n = std::min(next.line - pos_.line, kMaxNewlines);
    if (wroteNewline && n == kMaxNewlines) n = kMaxNewlines - 1;
    if (n > 0) {
      writeByte(droppedFormfeed ? '\f' : '\n', n);
      impliedSemicolon = false;
    }
  }
  if (lineWanted_ != nullptr) {
    *lineWanted_ = out_.line;
    lineWanted_ = nullptr;
  }
  writeString(next, s, literal);
  impliedSemi_ = impliedSemicolon;
}

void Printer::flush(Place next, Tok tok, bool* wroteNewline, bool* droppedFormfeed) {
  if (commentBefore(next))
    intersperse(next, tok, wroteNewline, droppedFormfeed);
  else
    writeWhitespace(pending_.size());
}

void Printer::writeIndent() {
  output_.append(static_cast<size_t>(indent_), '\t');
  pos_.offset += indent_;
  pos_.column += indent_;
  out_.column += indent_;
}

// White space only.
void Printer::writeByte(char c, int n) {
  if (endAlignment_) {
    if (c == '\t' || c == '\v') {
      c = ' ';
    } else if (c == '\n' || c == '\f') {
      c = '\f';
      endAlignment_ = false;
    }
  }
  if (out_.column == 1) writeIndent();
  output_.append(static_cast<size_t>(n), c);
  pos_.offset += n;
  if (c == '\n' || c == '\f') {
    pos_.line += n;
    out_.line += n;
    pos_.column = out_.column = 1;
    return;
  }
  pos_.column += n;
  out_.column += n;
}

void Printer::writeString(Place p, std::string_view s, bool literal) {
  if (out_.column == 1) writeIndent();
  if (p.valid()) pos_ = p;
  if (literal) output_ += kEscape;
  output_ += s;
  int lines = 0;
  size_t lastNewline = 0;
  for (size_t i = 0; i < s.size(); i++) {
    if (s[i] != '\n' && s[i] != '\f') continue;
    lines++;
    lastNewline = i;
    endAlignment_ = true;  // a literal of several lines breaks the columns it is in
  }
  const int size = static_cast<int>(s.size());
  pos_.offset += size;
  if (lines > 0) {
    pos_.line += lines;
    out_.line += lines;
    pos_.column = out_.column = size - static_cast<int>(lastNewline);
  } else {
    pos_.column += size;
    out_.column += size;
  }
  if (literal) output_ += kEscape;
  last_ = pos_;
}

void Printer::writeWhitespace(size_t n) {
  for (size_t i = 0; i < n; i++) {
    switch (pending_[i]) {
      case Ws::Ignore: break;
      case Ws::Indent: indent_++; break;
      case Ws::Unindent: indent_ = std::max(0, indent_ - 1); break;
      case Ws::Newline:
      case Ws::Formfeed:
        // A label: what it unindents comes before the line break, and its column is not that of the lines before.
        if (i + 1 < n && pending_[i + 1] == Ws::Unindent) {
          pending_[i] = Ws::Unindent;
          pending_[i + 1] = Ws::Formfeed;
          i--;
          break;
        }
        [[fallthrough]];
      default: writeByte(static_cast<char>(pending_[i]), 1);
    }
  }
  pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(n));
}

std::string trimmed(std::string_view s) {
  std::string out, space;
  for (size_t i = 0; i < s.size(); i++) {
    char c = s[i];
    if (c == ' ' || c == '\t' || c == '\v') {
      space += c == '\v' ? '\t' : c;
    } else if (c == '\n' || c == '\f') {
      space.clear();
      out += '\n';
    } else {
      out += space;
      space.clear();
      if (c != kEscape) {
        out += c;
        continue;
      }
      size_t end = std::min(s.find(kEscape, i + 1), s.size());
      out += s.substr(i + 1, end - i - 1);
      i = end;
    }
  }
  return out;
}

}  // namespace hood::format
