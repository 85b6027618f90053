#include "stdlib/native/json_text.h"

#include <cstring>

#include "stdlib/native/utf8_text.h"

namespace hood::stdlib {

namespace {

constexpr char kHexDigits[] = "0123456789abcdef";

int hexValue(char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; }

// The four digits behind \u; -1 if text does not begin with \uXXXX.
int32_t unicodeEscape(std::string_view text) {
  if (text.size() < 6 || text[0] != '\\' || text[1] != 'u') return -1;
  int32_t r = 0;
  for (size_t k = 2; k < 6; k++) r = r << 4 | hexValue(text[k]);
  return r;
}

char escapedByte(char c) {
  switch (c) {
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return c;
  }
}

// Appends the escape at the start of text; how long it is.
size_t unescape(std::string_view text, std::string* out) {
  int32_t r = unicodeEscape(text);
  if (r < 0) {
    *out += escapedByte(text[1]);
    return 2;
  }
  if (0xD800 <= r && r < 0xE000) {  // half of a surrogate pair
    int32_t low = unicodeEscape(text.substr(6));
    if (r < 0xDC00 && 0xDC00 <= low && low < 0xE000) {
      appendRune(*out, 0x10000 + ((r - 0xD800) << 10 | (low - 0xDC00)));
      return 12;
    }
    r = kRuneError;
  }
  appendRune(*out, r);
  return 6;
}

// Writes what fits and counts everything.
class Sink {
 public:
  Sink(char* out, size_t room) : out_(out), room_(room) {}
  void put(std::string_view s) {
    if (!s.empty() && size_ + s.size() <= room_) std::memcpy(out_ + size_, s.data(), s.size());
    size_ += s.size();
  }
  size_t size() const { return size_; }

 private:
  char* out_;
  size_t room_;
  size_t size_ = 0;
};

// How an ASCII byte is written inside of quotes if not as itself.
std::string_view quotedByte(char c, bool escapeHtml, char (&buf)[6]) {
  switch (c) {
    case '"': return "\\\"";
    case '\\': return "\\\\";
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    case '<':
    case '>':
    case '&':
      if (!escapeHtml) return {};
      break;
    default:
      if (static_cast<uint8_t>(c) >= 0x20) return {};
  }
  std::memcpy(buf, "\\u00", 4);
  buf[4] = kHexDigits[static_cast<uint8_t>(c) >> 4];
  buf[5] = kHexDigits[c & 15];
  return {buf, 6};
}

// U+2028 or U+2029 at p: line ends for JavaScript, so never written as themselves.
bool isLineSeparator(const char* p, const char* end) {
  return end - p >= 3 && p[0] == '\xE2' && p[1] == '\x80' && (p[2] & '\xFE') == '\xA8';
}

}  // namespace

std::string jsonUnquote(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    if (text[0] == '\\') {
      text.remove_prefix(unescape(text, &out));
      continue;
    }
    size_t plain = 0;
    while (plain < text.size() && static_cast<uint8_t>(text[plain]) < 0x80 && text[plain] != '\\') plain++;
    out.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty() || text[0] == '\\') continue;
    DecodedRune d = decodeRune(text);
    appendRune(out, d.rune);
    text.remove_prefix(static_cast<size_t>(d.width));
  }
  return out;
}

size_t jsonQuote(char* out, size_t room, std::string_view s, bool escapeHtml) {
  Sink sink(out, room);
  const char *p = s.data(), *end = p + s.size(), *plain = p;
  auto flush = [&] { sink.put({plain, static_cast<size_t>(p - plain)}); };
  sink.put("\"");
  char buf[6];
  while (p < end) {
    if (static_cast<uint8_t>(*p) < 0x80) {
      std::string_view quoted = quotedByte(*p, escapeHtml, buf);
      if (!quoted.empty()) {
        flush();
        sink.put(quoted);
        plain = p + 1;
      }
      p++;
      continue;
    }
    DecodedRune d = decodeRune({p, static_cast<size_t>(end - p)});
    bool invalid = d.rune == kRuneError && d.width == 1;
    if (invalid || isLineSeparator(p, end)) {
      flush();
      sink.put(invalid ? "\\ufffd" : p[2] == '\xA8' ? "\\u2028" : "\\u2029");
      plain = p + d.width;
    }
    p += d.width;
  }
  flush();
  sink.put("\"");
  return sink.size();
}

std::string jsonCompact(std::string_view text, bool compact, bool escapeHtml) {
  std::string out;
  out.reserve(text.size());
  bool quoted = false;
  char buf[6];
  for (size_t k = 0; k < text.size(); k++) {
    char c = text[k];
    if (escapeHtml && (c == '<' || c == '>' || c == '&')) {
      out += quotedByte(c, true, buf);
    } else if (escapeHtml && isLineSeparator(text.data() + k, text.data() + text.size())) {
      out += text[k + 2] == '\xA8' ? "\\u2028" : "\\u2029";
      k += 2;
    } else if (quoted) {
      out += c;
      if (c == '\\' && k + 1 < text.size()) {
        out += text[++k];
      } else if (c == '"') {
        quoted = false;
      }
    } else if (!compact || (c != ' ' && c != '\n' && c != '\t' && c != '\r')) {
      out += c;
      quoted = compact && c == '"';
    }
  }
  return out;
}

std::string jsonIndent(std::string_view text, std::string_view prefix, std::string_view indent) {
  std::string out;
  int64_t depth = 0;
  bool justOpened = false;  // nothing between the bracket and here: no line break if it closes at once
  auto newline = [&] {
    out += '\n';
    out += prefix;
    for (int64_t k = 0; k < depth; k++) out += indent;
  };
  for (size_t k = 0; k < text.size(); k++) {
    char c = text[k];
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') continue;
    bool closes = c == '}' || c == ']';
    if (justOpened && !closes) {
      depth++;
      newline();
    }
    if (closes && !justOpened) {
      depth--;
      newline();
    }
    justOpened = c == '{' || c == '[';
    out += c;
    if (c == ',') newline();
    if (c == ':') out += ' ';
    if (c != '"') continue;
    for (k++; text[k] != '"'; k++) {
      out += text[k];
      if (text[k] == '\\') out += text[++k];
    }
    out += '"';
  }
  return out;
}

}  // namespace hood::stdlib
