#include "compiler/format/tokens.h"

#include <algorithm>
#include <unordered_map>

namespace hood::format {

namespace {

struct Row {
  std::string_view text;
  int precedence;
};
constexpr Row kRows[] = {
#define HOOD_TOKEN(name, text, precedence) {text, precedence},
#include "compiler/format/tokens.def"
#undef HOOD_TOKEN
};

bool isDigit(char c) { return '0' <= c && c <= '9'; }
bool isLetter(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || c == '_' || (c & 0x80) != 0; }
bool isHex(char c) { return isDigit(c) || ('a' <= (c | 0x20) && (c | 0x20) <= 'f'); }

Tok keyword(std::string_view word) {
  static const auto* kWords = [] {
    auto* m = new std::unordered_map<std::string_view, Tok>;
    for (int t = static_cast<int>(Tok::Break); t <= static_cast<int>(Tok::Var); t++)
      (*m)[kRows[t].text] = static_cast<Tok>(t);
    return m;
  }();
  auto it = kWords->find(word);
  return it != kWords->end() ? it->second : Tok::Ident;
}

// Whether a newline after the token ends a statement.
bool endsStatement(Tok t) {
  switch (t) {
    case Tok::Ident:
    case Tok::Int:
    case Tok::Float:
    case Tok::Imag:
    case Tok::Char:
    case Tok::String:
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

class Scanner {
 public:
  Scanner(std::string_view text, TokenizedFile* out) : text_(text), out_(out) {}

  bool run(size_t* badAt) {
    out_->text = text_;
    out_->lines.push_back(0);
    for (size_t i = 0; i < text_.size(); i++)
      if (text_[i] == '\n') out_->lines.push_back(static_cast<Pos>(i + 1));
    if (text_.starts_with("\xef\xbb\xbf")) at_ = 3;
    while (at_ < text_.size()) {
      if (step()) continue;
      *badAt = at_;
      return false;
    }
    if (semicolon_) newlineSemicolon(text_.size());
    add(Tok::Eof, text_.size(), text_.size());
    return true;
  }

 private:
  void add(Tok kind, size_t begin, size_t end) {
    Token t;
    t.kind = kind;
    t.pos = static_cast<Pos>(begin);
    t.end = static_cast<Pos>(end);
    t.text = text_.substr(begin, end - begin);
    attach(&t);
    out_->tokens.push_back(t);
    semicolon_ = endsStatement(kind);
  }

  // Comments since the token before: which of them leads this one, which ends the other's line.
  void attach(Token* t) {
    const Pos pos = t->pos;
    if (pending_.empty()) return;
    size_t k = 0;
    auto line = [&](Pos p) { return out_->lineOf(p); };
    auto lastLine = [&](const Comment& c) { return line(c.pos + static_cast<Pos>(c.text.size())); };
    auto take = [&](int gap, int* endLine) {
      auto g = std::make_unique<CommentGroup>();
      *endLine = line(pending_[k].pos);
      while (k < pending_.size() && line(pending_[k].pos) <= *endLine + gap) {
        *endLine = lastLine(pending_[k]);
        g->list.push_back(pending_[k++]);
      }
      out_->comments.push_back(std::move(g));
      return out_->comments.back().get();
    };
    int endLine = -1;
    if (!out_->tokens.empty() && line(out_->tokens.back().pos) == line(pending_[0].pos)) {
      const CommentGroup* g = take(0, &endLine);
      bool more = k < pending_.size();
      int next = line(more ? pending_[k].pos : pos);
      if (next != endLine || (!more && (t->kind == Tok::Semicolon || t->kind == Tok::Eof))) t->endOfLine = g;
    }
    const CommentGroup* g = nullptr;
    endLine = -2;
    while (k < pending_.size()) g = take(1, &endLine);
    if (g != nullptr && endLine + 1 == line(pos)) t->lead = g;
    pending_.clear();
  }

  void newlineSemicolon(size_t at) {
    add(Tok::Semicolon, at, at);
    out_->tokens.back().newline = true;
    semicolon_ = false;
  }

  bool step() {
    char c = text_[at_];
    if (c == '\n') {
      if (semicolon_) newlineSemicolon(at_);
      at_++;
      return true;
    }
    if (c == ' ' || c == '\t' || c == '\r') return at_++, true;
    if (c == '/' && at_ + 1 < text_.size() && (text_[at_ + 1] == '/' || text_[at_ + 1] == '*')) return comment();
    if (isLetter(c)) return word();
    if (isDigit(c) || (c == '.' && at_ + 1 < text_.size() && isDigit(text_[at_ + 1]))) return number();
    if (c == '"' || c == '\'' || c == '`') return literal(c);
    return symbol();
  }

  bool comment() {
    size_t begin = at_, end;
    const bool line = text_[at_ + 1] == '/';
    if (line) {
      end = std::min(text_.find('\n', at_), text_.size());
    } else {
      end = text_.find("*/", at_ + 2);
      if (end == std::string_view::npos) return false;
      end += 2;
    }
    if (semicolon_ && endsLine(begin)) newlineSemicolon(begin);
    std::string_view text = text_.substr(begin, end - begin);
    if (line && text.ends_with('\r')) text.remove_suffix(1);
    pending_.push_back({static_cast<Pos>(begin), text});
    at_ = end;
    return true;
  }

  // Whether the line ends in this comment or in one that follows, before another token.
  bool endsLine(size_t i) const {
    while (i < text_.size()) {
      if (text_.substr(i, 2) == "//") return true;
      if (text_.substr(i, 2) == "/*") {
        size_t end = text_.find("*/", i + 2);
        if (end == std::string_view::npos) return true;
        if (text_.substr(i, end - i).find('\n') != std::string_view::npos) return true;
        i = end + 2;
      } else if (text_[i] == '\n') {
        return true;
      } else if (text_[i] == ' ' || text_[i] == '\t' || text_[i] == '\r') {
        i++;
      } else {
        return false;
      }
    }
    return true;
  }

  bool word() {
    size_t e = at_;
    while (e < text_.size() && (isLetter(text_[e]) || isDigit(text_[e]))) e++;
    add(keyword(text_.substr(at_, e - at_)), at_, e);
    at_ = e;
    return true;
  }

  bool number() {
    size_t e = at_;
    Tok kind = Tok::Int;
    const bool prefixed = text_[e] == '0' && e + 1 < text_.size() && isLetter(text_[e + 1]);
    const bool hex = prefixed && (text_[e + 1] | 0x20) == 'x';
    if (prefixed && (hex || (text_[e + 1] | 0x20) == 'o' || (text_[e + 1] | 0x20) == 'b')) e += 2;
    for (; e < text_.size(); e++) {
      char c = text_[e], lower = static_cast<char>(c | 0x20);
      bool exponent = hex ? lower == 'p' : lower == 'e';
      if (c == '.' || exponent) kind = Tok::Float;
      if (exponent && e + 1 < text_.size() && (text_[e + 1] == '+' || text_[e + 1] == '-')) e++;
      if (!(isDigit(c) || c == '_' || c == '.' || exponent || (hex && isHex(c)))) break;
    }
    if (e < text_.size() && text_[e] == 'i') {
      e++;
      kind = Tok::Imag;
    }
    add(kind, at_, e);
    at_ = e;
    return true;
  }

  bool literal(char quote) {
    size_t e = at_ + 1;
    while (e < text_.size() && text_[e] != quote && (quote == '`' || text_[e] != '\n'))
      e += quote != '`' && text_[e] == '\\' ? 2 : 1;
    if (e >= text_.size() || text_[e] != quote) return false;
    e++;
    add(quote == '\'' ? Tok::Char : Tok::String, at_, e);
    at_ = e;
    return true;
  }

  // The longest operator that fits.
  bool symbol() {
    Tok best = Tok::Illegal;
    size_t length = 0;
    for (int t = static_cast<int>(Tok::Add); t <= static_cast<int>(Tok::Colon); t++) {
      std::string_view s = kRows[t].text;
      if (s.size() > length && text_.substr(at_, s.size()) == s) {
        best = static_cast<Tok>(t);
        length = s.size();
      }
    }
    if (best == Tok::Illegal) return false;
    add(best, at_, at_ + length);
    at_ += length;
    return true;
  }

  std::string_view text_;
  TokenizedFile* out_;
  size_t at_ = 0;
  bool semicolon_ = false;  // a newline here would be one
  std::vector<Comment> pending_;
};

}  // namespace

std::string_view tokText(Tok t) { return kRows[static_cast<int>(t)].text; }
int precedence(Tok t) { return kRows[static_cast<int>(t)].precedence; }

int TokenizedFile::lineOf(Pos p) const {
  return static_cast<int>(std::upper_bound(lines.begin(), lines.end(), p) - lines.begin());
}

Place TokenizedFile::place(Pos p) const {
  if (p < 0) return {};
  int line = lineOf(p);
  return {p, line, p - lines[static_cast<size_t>(line) - 1] + 1};
}

bool tokenize(std::string_view text, TokenizedFile* out, size_t* badAt) { return Scanner(text, out).run(badAt); }

}  // namespace hood::format
