// UTF-8, leaf functions: decoding one rune, appending one, counting and checking whole texts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hood::stdlib {

inline constexpr int32_t kRuneError = 0xFFFD;
inline constexpr int32_t kMaxRune = 0x10FFFF;

struct DecodedRune {
  int32_t rune;
  int width;
};

// The first rune of text: kRuneError and 1 for invalid bytes, kRuneError and 0 for an empty text.
DecodedRune decodeRune(std::string_view text);

// Appends the encoding of rune; what is no rune is appended as kRuneError.
void appendRune(std::string& out, int32_t rune);

inline bool isValidRune(int32_t r) { return (0 <= r && r < 0xD800) || (0xDFFF < r && r <= kMaxRune); }

int64_t countRunes(std::string_view text);
bool isValidUtf8(std::string_view text);

}  // namespace hood::stdlib
