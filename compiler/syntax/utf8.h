// Decoding UTF-8 and the letters and digits of Unicode, as far as Go's names need them.
#pragma once

#include <cstdint>
#include <string>

namespace hood::syntax {

struct Rune {
  uint32_t code;
  uint32_t len;  // bytes; 1 for an invalid sequence
  bool valid;
};

// REQUIRES: p < end.
Rune decodeRune(const char* p, const char* end);
void appendRune(std::string& out, uint32_t code);

bool isLetter(uint32_t code);  // category L
bool isDigit(uint32_t code);   // category Nd

}  // namespace hood::syntax
