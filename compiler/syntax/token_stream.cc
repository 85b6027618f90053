#include "compiler/syntax/token_stream.h"

#include <cstring>

#include "compiler/syntax/literals.h"

namespace hood::syntax {

namespace {

// A declaration of more tokens than this is refused: its tree would need gigabytes.
constexpr size_t kMaxTokens = size_t{1} << 23;

bool isTypeKeyword(Tok t) {
  return t == Tok::INTERFACE || t == Tok::STRUCT || t == Tok::MAP || t == Tok::CHAN || t == Tok::FUNC;
}

}  // namespace

GoTokenStream::GoTokenStream(const SourceFile& file, ErrorSink& errors) : file_(file), errors_(errors) {
  checkText(file.text, errors);
  begin_ = p_ = file.text.data();
  limit_ = begin_ + file.text.size();
  if (file.text.compare(0, 3, "\xef\xbb\xbf") == 0) p_ += 3;
  push(FrameKind::File);
  fill();
}

// ---- buffer -------------------------------------------------------------------------------------------------------

void GoTokenStream::fill() {
  size_t at = tokens_.size();
  declDone_ = false;
  while (!declDone_ && scan()) {}
  cur_ = tokens_.data() + at;
  end_ = tokens_.data() + tokens_.size();
}

void GoTokenStream::dropConsumed() {
  uint32_t n = index();
  if (n == 0) return;
  tokens_.erase(tokens_.begin(), tokens_.begin() + n);
  for (Frame& f : frames_) f.open = f.open < n ? 0 : f.open - n;
  cur_ = tokens_.data();
  end_ = cur_ + tokens_.size();
}

void GoTokenStream::nextDeclaration() {
  if (cur_ + 1 == end_ && frames_.size() == 1) {
    tokens_.clear();
    fill();
    return;
  }
  consume();
  dropConsumed();
}

// ---- from bytes to tokens -----------------------------------------------------------------------------------------

// Scans one raw token; false at the end of the file.
bool GoTokenStream::scan() {
  if (p_ == limit_) {
    endOfFile();
    return false;
  }
  const char* from = p_;
  RawToken raw = scanRaw(p_, limit_);
  p_ = raw.end;
  auto off = static_cast<uint32_t>(from - begin_);
  std::string_view text(from, static_cast<size_t>(p_ - from));
  uint8_t detail = 0;
  auto lit = [&](ast::LitKind k) { detail = static_cast<uint8_t>(k); };
  switch (raw.type) {
    case Tok::BLANKS: return true;
    case Tok::NEWLINE: newlineBefore(from); return true;
    case Tok::LINE_COMMENT:
    case Tok::BLOCK_COMMENT: comment(from, p_); return true;
    case Tok::UNTERMINATED_COMMENT: errors_.error(off, "comment not terminated"); return true;
    case Tok::INVALID:
      if (text[0] != 0) errors_.error(off, "invalid character " + quoteRune(static_cast<uint8_t>(text[0])));
      return true;
    case Tok::NAME:
      if (raw.nonAscii) checkName(text, off, errors_);
      break;
    case Tok::NUMBER: lit(checkNumber(text, off, errors_)); break;
    case Tok::CHAR:
      checkChar(text, off, errors_);
      lit(ast::LitKind::Char);
      break;
    case Tok::UNTERMINATED_CHAR:
      checkUnterminatedChar(text, off, p_ == limit_, errors_);
      raw.type = Tok::CHAR;
      lit(ast::LitKind::Char);
      break;
    case Tok::STRING:
      checkString(text, off, errors_);
      lit(ast::LitKind::String);
      break;
    case Tok::UNTERMINATED_STRING:
      checkUnterminatedString(text, off, p_ == limit_, errors_);
      raw.type = Tok::STRING;
      lit(ast::LitKind::String);
      break;
    case Tok::UNTERMINATED_RAW: errors_.error(off, "string not terminated"); [[fallthrough]];
    case Tok::RAW_STRING:
      raw.type = Tok::STRING;
      lit(ast::LitKind::String);
      break;
    default: break;
  }
  emit(raw.type, from, p_, detail);
  return true;
}

void GoTokenStream::newlineBefore(const char* at) {
  if (needSemi_) emit(Tok::SEMI, at, at, static_cast<uint8_t>(SemiKind::Newline));
}

void GoTokenStream::endOfFile() {
  if (needSemi_) emit(Tok::SEMI, limit_, limit_, static_cast<uint8_t>(SemiKind::Eof));
  emit(Tok::Eof, limit_, limit_);
}

void GoTokenStream::comment(const char* from, const char* to) {
  bool line = from[1] == '/';
  if (!line && std::memchr(from, '\n', static_cast<size_t>(to - from)) != nullptr) newlineBefore(from);
  bool lineStart = from == begin_ || from[-1] == '\n';
  std::string_view text(from, static_cast<size_t>(to - from));
  if (line && text.back() == '\r') text.remove_suffix(1);
  auto off = static_cast<uint32_t>(from - begin_);
  std::string_view word = text.substr(2, 5);
  if (word == "line " && (lineStart || !line)) {
    // A // directive holds from the next line on, a /* */ one from its end on.
    auto after = static_cast<uint32_t>(to - begin_) + (line ? 1 : 0);
    lineDirective(text.substr(7, text.size() - 7 - (line ? 0 : 2)), off + 7, after);
  } else if (line && text.substr(0, 5) == "//go:") {
    pragmas_.push_back({off, text});
  }
}

namespace {

// The number after the last colon of `text`; `digits` is its offset, 0 if there is no colon.
struct TrailingNumber {
  size_t digits;
  uint32_t value;
  bool ok;
};

TrailingNumber trailingNumber(std::string_view text) {
  size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return {0, 0, false};
  uint64_t n = 0;
  bool ok = colon + 1 < text.size();
  for (char c : text.substr(colon + 1)) {
    ok = ok && '0' <= c && c <= '9' && n < (1u << 30);
    n = n * 10 + static_cast<uint64_t>(c - '0');
  }
  return {colon + 1, static_cast<uint32_t>(n), ok};
}

}  // namespace

// file:line or file:line:col.
void GoTokenStream::lineDirective(std::string_view text, uint32_t textOff, uint32_t after) {
  auto wrong = [&](size_t at, const char* what) {
    errors_.error(textOff + static_cast<uint32_t>(at),
                  std::string("invalid ") + what + " number: " + std::string(text.substr(at)));
  };
  TrailingNumber last = trailingNumber(text);
  if (last.digits == 0) return;
  if (!last.ok) return wrong(last.digits, "line");
  TrailingNumber before = trailingNumber(text.substr(0, last.digits - 1));
  uint32_t line = before.ok ? before.value : last.value;
  uint32_t col = before.ok ? last.value : 0;
  size_t digits = before.ok ? before.digits : last.digits;
  if (before.ok && col == 0) return wrong(last.digits, "column");
  if (line == 0) return wrong(digits, "line");
  std::string_view name = text.substr(0, digits - 1);
  bool keep = name.empty() && before.ok;  // :line:col stays in the file
  if (!keep)
    lineFile_ = name;
  else if (lineFile_.empty())
    lineFile_ = file_.path;
  file_.addLineDirective(after, lineFile_, line, col);
}

// ---- retyping -----------------------------------------------------------------------------------------------------

Tok GoTokenStream::last(uint32_t back) const {
  return tokens_.size() > back ? tokens_[tokens_.size() - 1 - back].type : Tok::SEMI;
}

void GoTokenStream::push(FrameKind k) {
  Frame f{};
  f.kind = k;
  f.open = static_cast<uint32_t>(tokens_.size());
  frames_.push_back(f);
}

void GoTokenStream::emit(Tok t, const char* from, const char* to, uint8_t detail) {
  auto off = static_cast<uint32_t>(from - begin_);
  if (tokens_.size() == kMaxTokens) {
    errors_.error(off, "declaration too long (more than " + std::to_string(kMaxTokens) + " tokens)");
    throw StopParsing{};
  }
  if (signatureClosed_) {
    signatureClosed_ = false;
    if (startsType(t)) tokens_.back().type = Tok::RESULT_RPAREN;
  }
  t = retype(t);
  tokens_.push_back({off, static_cast<uint32_t>(to - from), t, detail});
  needSemi_ = endsStatement(t);
}

Tok GoTokenStream::retype(Tok t) {
  if (top().kind == FrameKind::Header) noteHeaderToken(t);
  switch (t) {
    case Tok::NAME:
      if (funcHead_ != FuncHead::None && frames_.size() == 1) funcHead_ = FuncHead::Name;
      return t;
    case Tok::LBRACE: return openBrace();
    case Tok::LPAREN: return openParen();
    case Tok::LBRACK: return openBracket();
    case Tok::RPAREN:
    case Tok::RBRACK:
    case Tok::RBRACE: closeBracket(t); return t;
    case Tok::FUNC: sawFunc(); return t;
    case Tok::FOR:
    case Tok::IF:
    case Tok::SWITCH:
    case Tok::SELECT:
      popHeaders();
      push(FrameKind::Header);
      return t;
    case Tok::ARROW: return last() == Tok::CHAN && last(1) != Tok::ARROW ? Tok::CHAN_ARROW : t;
    case Tok::SEMI:
      if (frames_.size() == 1) {
        declDone_ = true;
        funcHead_ = FuncHead::None;
      }
      top().funcPending = false;
      return t;
    case Tok::COMMA:
    case Tok::ASSIGN:
    case Tok::DEFINE:
    case Tok::COLON: top().funcPending = false; return t;
    default: return t;
  }
}

// In a header, { opens the body, unless a literal's type has just been written out ([]T, map[K]V, struct{…}).
void GoTokenStream::noteHeaderToken(Tok t) {
  bool& lit = top().typeLiteral;
  switch (t) {
    case Tok::MAP: lit = true; return;
    case Tok::LBRACK:
      if (!endsOperand(last())) lit = true;
      return;
    case Tok::NAME:
    case Tok::DOT:
    case Tok::STAR:
    case Tok::CHAN:
    case Tok::ARROW:
    case Tok::FUNC:
    case Tok::INTERFACE:
    case Tok::STRUCT:
    case Tok::LBRACE:
    case Tok::RBRACK: return;
    case Tok::LPAREN: lit = lit && (last() == Tok::FUNC || last() == Tok::RESULT_RPAREN || afterTypeBracket()); return;
    default: lit = false; return;
  }
}

void GoTokenStream::popHeaders() {
  while (top().kind == FrameKind::Header) frames_.pop_back();
}

Tok GoTokenStream::openBrace() {
  if (last() == Tok::INTERFACE) {
    push(FrameKind::Interface);
    return Tok::LBRACE;
  }
  if (last() == Tok::STRUCT) {
    push(FrameKind::Brace);
    top().structBody = true;
    return Tok::LBRACE;
  }
  if (top().funcPending) {
    top().funcPending = false;
    funcHead_ = FuncHead::None;
    push(FrameKind::Brace);
    return Tok::FUNC_BODY;
  }
  if (top().kind == FrameKind::Header && top().typeLiteral) {
    top().typeLiteral = false;
    push(FrameKind::Brace);
    return Tok::LBRACE;
  }
  // After a value, { opens no literal: as a body it is an error in the right place (a condition lacks its `)` or `if`).
  bool afterValue = isLiteral(last()) || (last() == Tok::RPAREN && afterCall_);
  bool body = top().kind == FrameKind::Header || afterValue;
  popHeaders();
  push(FrameKind::Brace);
  return body ? Tok::HEADER_BODY : Tok::LBRACE;
}

// The last token is the ] of []T, [n]T or map[K]V: what follows is a type.
bool GoTokenStream::afterTypeBracket() const { return last() == Tok::RBRACK && closedTypeBracket_ + 1 == tokens_.size(); }

Tok GoTokenStream::openParen() {
  bool atFile = frames_.size() == 1;
  FrameKind kind = FrameKind::Paren;
  if (last() == Tok::TYPE) {
    kind = FrameKind::TypeGroup;
  } else if (last() == Tok::RESULT_RPAREN) {
    kind = FrameKind::Results;
  } else if (last() == Tok::FUNC) {
    kind = atFile && funcHead_ == FuncHead::Func ? FrameKind::Receiver : FrameKind::Params;
  } else if (atFile && funcHead_ == FuncHead::Name) {
    kind = FrameKind::Params;
    funcHead_ = FuncHead::None;
  } else if (top().kind == FrameKind::Interface) {
    // name( or name[…]( at the start of an element: a method.
    size_t name = tokens_.size() - 1;
    size_t brack = 0;
    if (last() == Tok::RBRACK && top().lastBracket != 0) {
      brack = top().lastBracket;
      name = brack - 1;
    }
    Tok before = name == 0 ? Tok::SEMI : tokens_[name - 1].type;
    bool first = before == Tok::SEMI || name == top().open + 1;
    if (first && tokens_[name].type == Tok::NAME) {
      tokens_[name].type = Tok::METHOD_NAME;
      if (brack != 0) tokens_[brack].type = Tok::TPARAM_LBRACK;
      kind = FrameKind::Params;
    }
  }
  bool call = kind == FrameKind::Paren && endsOperand(last()) && !afterTypeBracket();
  push(kind);
  top().isCall = call;
  return Tok::LPAREN;
}

Tok GoTokenStream::openBracket() {
  bool typeDecl =
      last() == Tok::NAME &&
      (last(1) == Tok::TYPE || (top().kind == FrameKind::TypeGroup && (last(1) == Tok::SEMI || last(1) == Tok::LPAREN)));
  bool ofType = !endsOperand(last()) || afterTypeBracket();
  push(typeDecl ? FrameKind::TypeDeclBrack : FrameKind::Brack);
  top().typeBracket = ofType;
  return Tok::LBRACK;
}

void GoTokenStream::closeBracket(Tok t) {
  Token* prev = tokens_.empty() ? nullptr : &tokens_.back();
  if (prev != nullptr && prev->type == Tok::COMMA) prev->type = Tok::TRAILING_COMMA;
  if (prev != nullptr && prev->type == Tok::SEMI && t != Tok::RBRACK) prev->type = Tok::TRAILING_SEMI;

  auto closes = [t](FrameKind k) {
    switch (k) {
      case FrameKind::Paren:
      case FrameKind::TypeGroup:
      case FrameKind::Receiver:
      case FrameKind::Params:
      case FrameKind::Results: return t == Tok::RPAREN;
      case FrameKind::Brack:
      case FrameKind::TypeDeclBrack: return t == Tok::RBRACK;
      case FrameKind::Brace:
      case FrameKind::Interface: return t == Tok::RBRACE;
      default: return false;
    }
  };
  // In wrong programs: } closes what is open inside its braces; ) and ] close nothing beyond a brace.
  size_t i = frames_.size();
  while (i > 1 && !closes(frames_[i - 1].kind)) {
    bool brace = frames_[i - 1].kind == FrameKind::Brace || frames_[i - 1].kind == FrameKind::Interface;
    if (brace && t != Tok::RBRACE) return;
    i--;
  }
  if (i == 1) return;
  Frame closed = frames_[i - 1];
  afterCall_ = closed.isCall;
  frames_.resize(i - 1);

  switch (closed.kind) {
    case FrameKind::Params: signatureClosed_ = true; break;
    case FrameKind::Receiver: funcHead_ = FuncHead::Receiver; break;
    case FrameKind::TypeDeclBrack:
      if (opensTypeParams(closed.open)) tokens_[closed.open].type = Tok::TPARAM_LBRACK;
      break;
    case FrameKind::Brack:
      top().lastBracket = closed.open;
      if (closed.typeBracket) closedTypeBracket_ = tokens_.size();
      break;
    default: break;
  }
  if (closed.structBody && top().kind == FrameKind::Header) top().typeLiteral = true;
}

void GoTokenStream::sawFunc() {
  if (frames_.size() == 1 && last() == Tok::SEMI) {
    funcHead_ = FuncHead::Func;
    top().funcPending = true;
    return;
  }
  // After ] chan chan<- and as a function's result, func is part of a type and has no body of its own.
  uint32_t stars = 0;
  while (last(stars) == Tok::STAR) stars++;
  Tok before = last(stars);
  bool inType = before == Tok::CHAN || before == Tok::CHAN_ARROW || before == Tok::RESULT_RPAREN;
  if (before == Tok::RBRACK) inType = stars == 0 || closedTypeBracket_ + 1 + stars == tokens_.size();
  if (top().kind == FrameKind::Header && top().typeLiteral) inType = true;
  if (!inType) top().funcPending = true;
}

// ---- type parameters or array length? -----------------------------------------------------------------------------

// Decides for `type T [ … ]`, with [ at `open` and ] about to come: gc's rules (extractTypeParam), on tokens.
bool GoTokenStream::opensTypeParams(uint32_t open) const {
  size_t from = open + 1, to = tokens_.size();
  if (to - from < 2 || tokens_[from].type != Tok::NAME) return false;
  switch (tokens_[from + 1].type) {
    case Tok::STAR:
    case Tok::LPAREN: return isTypeElement(static_cast<uint32_t>(from), static_cast<uint32_t>(to));
    case Tok::NAME:
    case Tok::LBRACK:
    case Tok::COMMA:
    case Tok::TRAILING_COMMA:
    case Tok::TILDE: return true;
    default: return isTypeKeyword(tokens_[from + 1].type);
  }
}

// Can `P * … ` or `P ( … )` only be a type parameter and its constraint? A comma or something that only a type can
// contain decides; what is inside a call's or index's brackets does not count.
bool GoTokenStream::isTypeElement(uint32_t from, uint32_t to) const {
  int skipped = 0;  // depth of brackets whose contents do not count
  for (uint32_t i = from + 1; i < to; i++) {
    Tok t = tokens_[i].type, before = tokens_[i - 1].type;
    bool grouping = t == Tok::LPAREN && (i == from + 1 || !endsOperand(before));
    switch (t) {
      case Tok::LPAREN:
        if (skipped > 0 || !grouping) skipped++;
        break;
      case Tok::LBRACK:
      case Tok::LBRACE:
        if (skipped == 0 && t == Tok::LBRACK && !endsOperand(before)) return true;
        skipped++;
        break;
      case Tok::RPAREN:
      case Tok::RESULT_RPAREN:
      case Tok::RBRACK:
      case Tok::RBRACE:
        if (skipped > 0) skipped--;
        break;
      case Tok::COMMA:
      case Tok::TRAILING_COMMA:
      case Tok::TILDE:
        if (skipped == 0) return true;
        break;
      default:
        if (skipped == 0 && isTypeKeyword(t)) return true;
    }
  }
  return false;
}

}  // namespace hood::syntax
