// What Unicode says about a rune, from generated tables (gen/unicode.go).
#pragma once

#include <cstdint>

namespace hood::stdlib {

// Bits of unicodeClass; stdlib/src/unicode/natives.go names the same numbers.
enum UnicodeClass : uint32_t {
  kClassUpper = 1 << 0,
  kClassLower = 1 << 1,
  kClassTitle = 1 << 2,
  kClassLetter = 1 << 3,
  kClassMark = 1 << 4,
  kClassDigit = 1 << 5,
  kClassNumber = 1 << 6,
  kClassPunct = 1 << 7,
  kClassSymbol = 1 << 8,
  kClassSpaceSeparator = 1 << 9,
};

uint32_t unicodeClass(int32_t rune);

// Letters, marks, numbers, punctuation, symbols, and of the spaces only U+0020.
bool isPrint(int32_t rune);
// The same with all space separators.
bool isGraphic(int32_t rune);

// Upper, lower, title case of a rune: what is 0, 1 or 2. REQUIRES: 0 <= what <= 2.
int32_t toCase(int what, int32_t rune);
// The next rune, cyclically, of those equal to this one under simple case folding.
int32_t simpleFold(int32_t rune);

// Go's unicode.Range16, Range32 and CaseRange, to the byte.
struct Range16 {
  uint16_t lo, hi, stride;
};
struct Range32 {
  uint32_t lo, hi, stride;
};
struct CaseRange {
  uint32_t lo, hi;
  int32_t delta[3];
};
static_assert(sizeof(Range16) == 6 && sizeof(Range32) == 12 && sizeof(CaseRange) == 20);

struct RangeTableView {
  const Range16* r16;
  int64_t r16Count;
  const Range32* r32;
  int64_t r32Count;
  int64_t latinOffset;
};

// REQUIRES: id is one that src/unicode/tables.go uses.
RangeTableView rangeTable(int64_t id);

struct CaseRangesView {
  const CaseRange* first;
  int64_t count;
};
CaseRangesView caseRanges();

}  // namespace hood::stdlib
