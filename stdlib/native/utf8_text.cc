// UTF-8, leaf functions.
#include "stdlib/native/utf8_text.h"

namespace hood::stdlib {

DecodedRune decodeRune(std::string_view text) {
  if (text.empty()) return {kRuneError, 0};
  auto byteAt = [&](size_t i) -> uint32_t { return i < text.size() ? static_cast<uint8_t>(text[i]) : 0; };
  auto isTail = [](uint32_t c) { return (c & 0xC0) == 0x80; };
  uint32_t c = byteAt(0), c1 = byteAt(1), c2 = byteAt(2), c3 = byteAt(3);
  if (c < 0x80) return {static_cast<int32_t>(c), 1};
  if (c < 0xC2 || c > 0xF4 || !isTail(c1)) return {kRuneError, 1};
  if (c < 0xE0) return {static_cast<int32_t>((c & 0x1F) << 6 | (c1 & 0x3F)), 2};
  if (!isTail(c2)) return {kRuneError, 1};
  if (c < 0xF0) {
    uint32_t r = (c & 0x0F) << 12 | (c1 & 0x3F) << 6 | (c2 & 0x3F);
    if (r < 0x800 || (0xD800 <= r && r <= 0xDFFF)) return {kRuneError, 1};
    return {static_cast<int32_t>(r), 3};
  }
  uint32_t r = (c & 0x07) << 18 | (c1 & 0x3F) << 12 | (c2 & 0x3F) << 6 | (c3 & 0x3F);
  if (!isTail(c3) || r < 0x10000 || r > kMaxRune) return {kRuneError, 1};
  return {static_cast<int32_t>(r), 4};
}

void appendRune(std::string& out, int32_t rune) {
  uint32_t r = isValidRune(rune) ? rune : kRuneError;
  auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((r >> shift) & 0x3F)); };
  if (r < 0x80) {
    out += static_cast<char>(r);
  } else if (r < 0x800) {
    out += static_cast<char>(0xC0 | r >> 6);
    tail(0);
  } else if (r < 0x10000) {
    out += static_cast<char>(0xE0 | r >> 12);
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0 | r >> 18);
    tail(12);
    tail(6);
    tail(0);
  }
}

int64_t countRunes(std::string_view text) {
  int64_t n = 0;
  for (size_t i = 0; i < text.size(); n++) {
    i += static_cast<uint8_t>(text[i]) < 0x80 ? 1 : decodeRune(text.substr(i, 4)).width;
  }
  return n;
}

bool isValidUtf8(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    if (static_cast<uint8_t>(text[i]) < 0x80) {
      i++;
      continue;
    }
    int width = decodeRune(text.substr(i, 4)).width;
    if (width == 1) return false;
    i += width;
  }
  return true;
}

}  // namespace hood::stdlib
