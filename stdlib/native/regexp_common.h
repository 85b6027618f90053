// What the two matchers of regexp_match.h share. For them only.
#pragma once

#include <cstring>

#include "stdlib/native/regexp_match.h"
#include "stdlib/native/unicode_data.h"
#include "stdlib/native/utf8_text.h"

namespace hood::stdlib {

struct RuneAt {
  int32_t rune;  // -1 at the end
  int width;
};

inline RuneAt runeAt(std::string_view text, int64_t pos) {
  if (pos >= static_cast<int64_t>(text.size())) return {-1, 0};
  auto c = static_cast<uint8_t>(text[static_cast<size_t>(pos)]);
  if (c < 0x80) return {c, 1};
  DecodedRune d = decodeRune(text.substr(static_cast<size_t>(pos), 4));
  return {d.rune, d.width};
}

// The rune that ends at pos, -1 at the start.
int32_t runeBefore(std::string_view text, int64_t pos);

bool regexpTakesWide(const RegexpProgram& p, const RegexpInst& i, int32_t r);

inline bool regexpTakes(const RegexpProgram& p, const RegexpInst& i, int32_t r) {
  if (r < 0) return false;
  if (r < 0x80) return i.ascii[r >> 6] >> (r & 63) & 1;
  return regexpTakesWide(p, i, r);
}

// syntax.EmptyOp: what holds between two runes.
enum : uint32_t { kBeginLine = 1, kEndLine = 2, kBeginText = 4, kEndText = 8, kWordBoundary = 16, kNoWordBoundary = 32 };

inline bool isWordRune(int32_t r) {
  return ('a' <= r && r <= 'z') || ('A' <= r && r <= 'Z') || ('0' <= r && r <= '9') || r == '_';
}

inline uint32_t emptyOps(int32_t before, int32_t after) {
  uint32_t ops = isWordRune(before) != isWordRune(after) ? kWordBoundary : kNoWordBoundary;
  if (before < 0) ops |= kBeginText | kBeginLine;
  if (before == '\n') ops |= kBeginLine;
  if (after < 0) ops |= kEndText | kEndLine;
  if (after == '\n') ops |= kEndLine;
  return ops;
}

// The first position from pos on where a match may begin, -1 if there is none.
int64_t regexpCandidate(const RegexpProgram& p, std::string_view text, int64_t pos);

}  // namespace hood::stdlib
