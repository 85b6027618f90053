// Numbers and quoted strings to text and back: what package strconv promises, without the VM around it.
// Texts are Go's to the byte; the shortest and the correctly rounded decimals come from std::to_chars and
// std::from_chars.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hood::stdlib {

// How a parse ended; stdlib/src/strconv/natives.go names the same numbers.
enum class ParseStatus { Ok, Syntax, Range, BadBase, BadBitSize };

struct ParsedInt {
  uint64_t value;  // a signed result in two's complement; after Range the nearest value that fits
  ParseStatus status;
};

// An integer in base 2..36, or 0: as a prefix says, underscores allowed. bitSize 0 means 64.
ParsedInt parseUnsigned(std::string_view text, int64_t base, int64_t bitSize);
ParsedInt parseSigned(std::string_view text, int64_t base, int64_t bitSize);

struct ParsedFloat {
  double value;      // after Range an infinity
  int64_t consumed;  // length of the longest prefix that is a number
  ParseStatus status;
};

// bitSize 32 rounds to float32, everything else to float64.
ParsedFloat parseFloatPrefix(std::string_view text, int64_t bitSize);

// REQUIRES: 2 <= base <= 36.
std::string formatInteger(uint64_t magnitude, bool negative, int base);

// format is one of b e E f g G x X (others give "%" and the byte); precision < 0 is the shortest text that
// parses back to the same value. REQUIRES: bitSize is 32 or 64.
std::string formatFloat(double value, char format, int64_t precision, int bitSize);

// Which runes a quoted text shows as themselves.
enum class QuoteMode { Print, Ascii, Graphic };

std::string quoteString(std::string_view text, char quote, QuoteMode mode);
std::string quoteRune(int32_t rune, QuoteMode mode);

}  // namespace hood::stdlib
