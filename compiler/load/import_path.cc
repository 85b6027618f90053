#include "compiler/load/import_path.h"

#include <cstdint>
#include <cstdio>
#include <cstring>

namespace hood::compiler {

namespace {

// Appends the character of the escape at s[i] (after the backslash) and returns the index behind it.
size_t unescape(std::string_view s, size_t i, std::string* out) {
  auto number = [&](size_t digits, int base) {
    uint32_t v = static_cast<uint32_t>(std::strtoul(std::string(s.substr(i, digits)).c_str(), nullptr, base));
    i += digits;
    return v;
  };
  auto utf8 = [&](uint32_t c) {
    if (c < 0x80) {
      *out += static_cast<char>(c);
    } else if (c < 0x800) {
      *out += {static_cast<char>(0xc0 | c >> 6), static_cast<char>(0x80 | (c & 0x3f))};
    } else if (c < 0x10000) {
      *out += {static_cast<char>(0xe0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3f)),
               static_cast<char>(0x80 | (c & 0x3f))};
    } else {
      *out += {static_cast<char>(0xf0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 0x3f)),
               static_cast<char>(0x80 | (c >> 6 & 0x3f)), static_cast<char>(0x80 | (c & 0x3f))};
    }
  };
  char c = s[i];
  if ('0' <= c && c <= '7') {
    *out += static_cast<char>(number(3, 8));
    return i;
  }
  i++;
  constexpr std::string_view kNames = "abfnrtv\\\"'";
  constexpr std::string_view kValues = "\a\b\f\n\r\t\v\\\"'";
  if (size_t k = kNames.find(c); k != std::string_view::npos)
    *out += kValues[k];
  else if (c == 'x')
    *out += static_cast<char>(number(2, 16));
  else if (c == 'u')
    utf8(number(4, 16));
  else if (c == 'U')
    utf8(number(8, 16));
  return i;
}

bool isUtf8(std::string_view s) {
  for (size_t i = 0; i < s.size();) {
    auto c = static_cast<unsigned char>(s[i]);
    size_t n = c < 0x80 ? 1 : c < 0xc2 ? 0 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : c < 0xf5 ? 4 : 0;
    if (n == 0 || i + n > s.size()) return false;
    for (size_t k = 1; k < n; k++)
      if ((s[i + k] & 0xc0) != 0x80) return false;
    i += n;
  }
  return true;
}

std::string unicodeName(unsigned char c) {
  char buf[32];
  std::snprintf(buf, sizeof buf, c < 0x20 || c == 0x7f ? "U+%04X" : "U+%04X '%c'", c, c);
  return buf;
}

}  // namespace

std::string unquoteLiteral(std::string_view literal) {
  std::string out;
  std::string_view s = literal.substr(1, literal.size() - 2);
  if (literal[0] == '`') {
    for (char c : s) {
      if (c != '\r') out += c;
    }
  } else {
    for (size_t i = 0; i < s.size();) {
      if (s[i] == '\\' && i + 1 < s.size())
        i = unescape(s, i + 1, &out);
      else
        out += s[i++];
    }
  }
  return out;
}

std::string unquoteImportPath(std::string_view literal, std::string* path) {
  *path = unquoteLiteral(literal);
  if (path->empty()) return "invalid import path (empty string)";
  if (!isUtf8(*path)) return "invalid import path (invalid character U+FFFD '\xef\xbf\xbd')";
  for (char ch : *path) {
    auto c = static_cast<unsigned char>(ch);
    if (c == 0) return "import path contains NUL";
    bool wrong = c < 0x20 || c == 0x7f || std::strchr("!\"#$%&'()*,:;<=>?[]^`{|}\\ ", ch) != nullptr;
    if (wrong) return "invalid import path (invalid character " + unicodeName(c) + ")";
  }
  if (path->front() == '/') return "import path cannot be absolute path";
  return "";
}

}  // namespace hood::compiler
