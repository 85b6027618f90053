#include "compiler/syntax/literals.h"

#include <cstdio>
#include <cstring>

#include "compiler/syntax/utf8.h"

namespace hood::syntax {

using ast::LitKind;

std::string quoteRune(uint32_t rune) {
  char buf[16];
  std::snprintf(buf, sizeof buf, "U+%04X", static_cast<unsigned>(rune));
  std::string s = buf;
  bool printable = rune <= 0x10ffff && !(0xd800 <= rune && rune < 0xe000) && rune >= 0x20 && rune != 0x7f &&
                   !(0x80 <= rune && rune < 0xa1) && rune != 0xad && rune != 0xfeff;
  if (printable) {
    s += " '";
    appendRune(s, rune);
    s += "'";
  }
  return s;
}

// ---- the file -----------------------------------------------------------------------------------------------------

void checkText(std::string_view text, ErrorSink& errors) {
  const char* begin = text.data();
  const char* end = begin + text.size();
  for (const char* p = begin; p != end;) {
    auto b = static_cast<uint8_t>(*p);
    if (b - 1u < 0x7f) {
      p++;
      continue;
    }
    auto off = static_cast<uint32_t>(p - begin);
    if (b == 0) {
      errors.error(off, "invalid NUL character");
      p++;
      continue;
    }
    Rune r = decodeRune(p, end);
    if (!r.valid) errors.error(off, "invalid UTF-8 encoding");
    if (r.code == 0xfeff && off > 0) errors.error(off, "invalid BOM in the middle of the file");
    p += r.len;
  }
}

void checkName(std::string_view text, uint32_t off, ErrorSink& errors) {
  const char* end = text.data() + text.size();
  for (const char* p = text.data(); p != end;) {
    Rune r = decodeRune(p, end);
    auto at = static_cast<uint32_t>(p - text.data());
    bool ascii = r.code < 0x80;
    if (r.valid && !ascii && r.code != 0xfeff) {
      if (isDigit(r.code)) {
        if (at == 0) errors.error(off, "identifier cannot begin with digit " + quoteRune(r.code));
      } else if (!isLetter(r.code)) {
        errors.error(off + at, "invalid character " + quoteRune(r.code) + " in identifier");
      }
    }
    p += r.len;
  }
}

// ---- numbers ------------------------------------------------------------------------------------------------------

namespace {

const char* baseName(int base) {
  switch (base) {
    case 2: return "binary";
    case 8: return "octal";
    case 10: return "decimal";
    default: return "hexadecimal";
  }
}

char lower(char c) { return static_cast<char>(c | 0x20); }
bool isDecimal(char c) { return '0' <= c && c <= '9'; }
bool isHex(char c) { return isDecimal(c) || ('a' <= lower(c) && lower(c) <= 'f'); }

// The parts of a number, in the order they are written.
class NumberCheck {
 public:
  NumberCheck(std::string_view s, uint32_t off, ErrorSink& errors) : s_(s), off_(off), errors_(errors) {}

  LitKind run() {
    prefix();
    mantissa();
    exponent();
    if (at() == 'i') {
      kind_ = LitKind::Imag;
      i_++;
    }
    if (ok_) finish();
    return kind_;
  }

 private:
  char at() const { return i_ < s_.size() ? s_[i_] : '\0'; }

  void fail(size_t i, const std::string& what) {
    if (ok_) errors_.error(off_ + static_cast<uint32_t>(i), what);
    ok_ = false;
  }

  void prefix() {
    if (at() != '0' || s_.size() < 2) return;
    switch (lower(s_[1])) {
      case 'x': base_ = 16; break;
      case 'o': base_ = 8; break;
      case 'b': base_ = 2; break;
      default:
        base_ = 8;
        leadingZero_ = true;
        return;
    }
    i_ = 2;
  }

  void digits() {
    for (; i_ < s_.size(); i_++) {
      char c = s_[i_];
      if (c == '_') {
        underscore_ = true;
        continue;
      }
      if (!(base_ == 16 ? isHex(c) : isDecimal(c))) return;
      any_ = true;
      if (base_ < 10 && c >= '0' + base_ && invalid_ == 0) invalid_ = i_;
    }
  }

  void mantissa() {
    digits();
    if (at() == '.') {
      kind_ = LitKind::Float;
      if (base_ == 2 || (base_ == 8 && !leadingZero_)) {
        fail(i_, std::string("invalid radix point in ") + baseName(base_) + " literal");
      }
      i_++;
      digits();
    }
    if (!any_) fail(i_, std::string(baseName(base_)) + " literal has no digits");
  }

  void exponent() {
    char e = lower(at());
    if (e != 'e' && e != 'p') {
      if (base_ == 16 && kind_ == LitKind::Float) fail(i_, "hexadecimal mantissa requires a 'p' exponent");
      return;
    }
    std::string quoted = std::string("'") + at() + "'";
    if (e == 'e' && base_ != 10 && !leadingZero_) fail(i_, quoted + " exponent requires decimal mantissa");
    if (e == 'p' && base_ != 16) fail(i_, quoted + " exponent requires hexadecimal mantissa");
    kind_ = LitKind::Float;
    i_++;
    if (at() == '+' || at() == '-') i_++;
    bool digit = false;
    for (; isDecimal(at()) || at() == '_'; i_++) {
      if (at() == '_')
        underscore_ = true;
      else
        digit = true;
    }
    if (!digit) fail(i_, "exponent has no digits");
  }

  void finish() {
    if (kind_ == LitKind::Int && invalid_ != 0) {
      fail(invalid_, std::string("invalid digit '") + s_[invalid_] + "' in " + baseName(base_) + " literal");
    }
    if (!underscore_ || !ok_) return;
    size_t i = misplacedUnderscore();
    if (i != 0) fail(i, "'_' must separate successive digits");
  }

  // Index of the first '_' that is not between digits (a base prefix counts as a digit), 0 if there is none.
  size_t misplacedUnderscore() const {
    char before = '.';  // '0' stands for any digit, '.' for anything else
    size_t i = 0;
    bool prefixed = s_.size() >= 2 && s_[0] == '0' && (lower(s_[1]) == 'x' || lower(s_[1]) == 'o' || lower(s_[1]) == 'b');
    if (prefixed) {
      before = '0';
      i = 2;
    }
    for (; i < s_.size(); i++) {
      char c = s_[i];
      char now = c == '_' ? '_' : isDecimal(c) || (base_ == 16 && isHex(c)) ? '0' : '.';
      if (now == '_' && before != '0') return i;
      if (now == '.' && before == '_') return i - 1;
      before = now;
    }
    return before == '_' ? s_.size() - 1 : 0;
  }

  std::string_view s_;
  uint32_t off_;
  ErrorSink& errors_;
  size_t i_ = 0;
  size_t invalid_ = 0;  // index of a digit too large for the base
  int base_ = 10;
  bool leadingZero_ = false;
  bool underscore_ = false;
  bool any_ = false;
  bool ok_ = true;
  LitKind kind_ = LitKind::Int;
};

// ---- runes and strings --------------------------------------------------------------------------------------------

std::string quoteChar(uint32_t code) {
  if (code == '\n') return "'\\n'";
  if (code == '\'') return "'\\''";
  std::string s = "'";
  appendRune(s, code);
  return s + "'";
}

// Checks the escape whose backslash is at s[i - 1]; returns the index after it, npos after an error.
size_t escape(std::string_view s, size_t i, char quote, uint32_t off, ErrorSink& errors) {
  auto fail = [&](size_t at, const std::string& what) {
    errors.error(off + static_cast<uint32_t>(at), what);
    return std::string_view::npos;
  };
  if (i >= s.size()) return i;  // the end of the file: the caller complains
  int n = 0;
  uint32_t base = 16, max = 0x10ffff;
  char c = s[i];
  if (c == quote || std::strchr("abfnrtv\\", c) != nullptr) return i + 1;
  if ('0' <= c && c <= '7') {
    n = 3, base = 8, max = 255;
  } else if (c == 'x') {
    n = 2, max = 255, i++;
  } else if (c == 'u') {
    n = 4, i++;
  } else if (c == 'U') {
    n = 8, i++;
  } else {
    return fail(i, "unknown escape");
  }
  uint32_t x = 0;
  for (; n > 0; n--, i++) {
    if (i >= s.size()) return i;
    uint32_t d = isDecimal(s[i]) ? static_cast<uint32_t>(s[i] - '0')
                 : isHex(s[i])   ? static_cast<uint32_t>(lower(s[i]) - 'a' + 10)
                                 : 36;
    if (d >= base) {
      uint32_t got = decodeRune(&s[i], s.data() + s.size()).code;
      return fail(i, "invalid character " + quoteChar(got) + " in " + baseName(static_cast<int>(base)) + " escape");
    }
    x = x * base + d;
  }
  if (x > max && base == 8) return fail(i, "octal escape value " + std::to_string(x) + " > 255");
  if (x > max || (0xd800 <= x && x < 0xe000)) return fail(i, "escape is invalid Unicode code point " + quoteRune(x));
  return i;
}

// Index after the run of runes and escapes from s[1] to `end`; false if an escape was wrong.
bool checkEscapes(std::string_view s, size_t end, char quote, uint32_t off, ErrorSink& errors, size_t* runes) {
  bool ok = true;
  for (size_t i = 1; i < end; ++*runes) {
    if (s[i] == '\\') {
      size_t after = escape(s, i + 1, quote, off, errors);
      if (after == std::string_view::npos) {
        ok = false;
        i += 1;  // gc goes on at the character it complained about; skip the backslash only
      } else {
        i = after;
      }
      continue;
    }
    i += decodeRune(&s[i], s.data() + end).len;
  }
  return ok;
}

}  // namespace

LitKind checkNumber(std::string_view text, uint32_t off, ErrorSink& errors) {
  bool plain = true;
  for (char c : text) plain = plain && isDecimal(c);
  if (plain && text[0] != '0') return LitKind::Int;
  return NumberCheck(text, off, errors).run();
}

void checkChar(std::string_view text, uint32_t off, ErrorSink& errors) {
  size_t runes = 0;
  if (!checkEscapes(text, text.size() - 1, '\'', off, errors, &runes)) return;
  if (runes == 0) errors.error(off + 1, "empty rune literal or unescaped '");
  if (runes > 1) errors.error(off, "more than one character in rune literal");
}

void checkString(std::string_view text, uint32_t off, ErrorSink& errors) {
  if (std::memchr(text.data(), '\\', text.size()) == nullptr) return;
  size_t runes = 0;
  checkEscapes(text, text.size() - 1, '"', off, errors, &runes);
}

void checkUnterminatedChar(std::string_view text, uint32_t off, bool atEof, ErrorSink& errors) {
  size_t runes = 0;
  bool ok = checkEscapes(text, text.size(), '\'', off, errors, &runes);
  if (text.back() == '\\' && !atEof) {
    errors.error(off + static_cast<uint32_t>(text.size()), "unknown escape");
    ok = false;
  }
  if (!ok) return;
  if (atEof)
    errors.error(off, "rune literal not terminated");
  else
    errors.error(off + static_cast<uint32_t>(text.size()), "newline in rune literal");
}

void checkUnterminatedString(std::string_view text, uint32_t off, bool atEof, ErrorSink& errors) {
  size_t runes = 0;
  checkEscapes(text, text.size(), '"', off, errors, &runes);
  if (text.back() == '\\' && !atEof) errors.error(off + static_cast<uint32_t>(text.size()), "unknown escape");
  if (atEof)
    errors.error(off, "string not terminated");
  else
    errors.error(off + static_cast<uint32_t>(text.size()), "newline in string");
}

}  // namespace hood::syntax
