// Packages strconv, unicode and unicode/utf8 over the functions of number_text.h, unicode_data.h and
// utf8_text.h.
#include <algorithm>
#include <cstring>

#include "stdlib/native/number_text.h"
#include "stdlib/native/unicode_data.h"
#include "stdlib/native/utf8_text.h"
#include "stdlib/native/window.h"

namespace hood::stdlib {
namespace {

Outcome returnParsed(Slot* w, ParsedInt p) {
  w[0].u = p.value;
  w[1].i = static_cast<int64_t>(p.status);
  return Outcome::Done;
}

// Whether x is in one of the sorted ranges.
template <class Range>
bool contains(std::span<const Range> ranges, uint32_t x) {
  auto after = std::upper_bound(ranges.begin(), ranges.end(), x, [](uint32_t v, const Range& r) { return v < r.lo; });
  if (after == ranges.begin()) return false;
  const Range& r = *(after - 1);
  return x <= r.hi && (r.stride <= 1 || (x - r.lo) % r.stride == 0);
}

}  // namespace

// --- strconv
// ------------------------------------------------------------------------------------------------

Outcome strconvParseUint(G*, Slot* w) {
  Params in(w, 2);
  std::string_view s = in.string();
  int64_t base = in.integer();
  return returnParsed(w, parseUnsigned(s, base, in.integer()));
}

Outcome strconvParseInt(G*, Slot* w) {
  Params in(w, 2);
  std::string_view s = in.string();
  int64_t base = in.integer();
  return returnParsed(w, parseSigned(s, base, in.integer()));
}

Outcome strconvParseFloatPrefix(G*, Slot* w) {
  Params in(w, 3);
  std::string_view s = in.string();
  ParsedFloat p = parseFloatPrefix(s, in.integer());
  w[0].f = p.value;
  w[1].i = p.consumed;
  w[2].i = static_cast<int64_t>(p.status);
  return Outcome::Done;
}

Outcome strconvFormatInteger(G* gp, Slot* w) {
  Params in(w, 2);
  uint64_t magnitude = in.bits();
  bool negative = in.boolean();
  return returnString(gp, w, formatInteger(magnitude, negative, static_cast<int>(in.integer())));
}

Outcome strconvFormatFloat(G* gp, Slot* w) {
  Params in(w, 2);
  double value = in.real();
  char format = static_cast<char>(in.bits());
  int64_t precision = in.integer();
  return returnString(gp, w, formatFloat(value, format, precision, static_cast<int>(in.integer())));
}

// Texts that are appended: as much as fits is written; the result is how much that was, or minus the room it takes.
static Outcome putText(Slot* w, std::span<char> free, std::string_view text) {
  if (text.size() > free.size()) return returnInt(w, -static_cast<int64_t>(text.size()));
  std::copy_n(text.data(), text.size(), free.data());
  return returnInt(w, static_cast<int64_t>(text.size()));
}

Outcome strconvPutInteger(G*, Slot* w) {
  Params in(w, 1);
  std::span<char> free = in.slice<char>();
  uint64_t magnitude = in.bits();
  bool negative = in.boolean();
  return putText(w, free, formatInteger(magnitude, negative, static_cast<int>(in.integer())));
}

Outcome strconvPutFloat(G*, Slot* w) {
  Params in(w, 1);
  std::span<char> free = in.slice<char>();
  double value = in.real();
  char format = static_cast<char>(in.bits());
  int64_t precision = in.integer();
  return putText(w, free, formatFloat(value, format, precision, static_cast<int>(in.integer())));
}

Outcome strconvPutQuoted(G*, Slot* w) {
  Params in(w, 1);
  std::span<char> free = in.slice<char>();
  std::string_view s = in.string();
  char quote = static_cast<char>(in.bits());
  return putText(w, free, quoteString(s, quote, static_cast<QuoteMode>(in.integer())));
}

Outcome strconvQuoteString(G* gp, Slot* w) {
  Params in(w, 2);
  std::string_view s = in.string();
  char quote = static_cast<char>(in.bits());
  return returnString(gp, w, quoteString(s, quote, static_cast<QuoteMode>(in.integer())));
}

Outcome strconvQuoteRune(G* gp, Slot* w) {
  Params in(w, 2);
  int32_t r = static_cast<int32_t>(in.integer());
  return returnString(gp, w, quoteRune(r, static_cast<QuoteMode>(in.integer())));
}

Outcome strconvIsPrint(G*, Slot* w) { return returnBool(w, isPrint(static_cast<int32_t>(w[1].i))); }

Outcome strconvIsGraphic(G*, Slot* w) { return returnBool(w, isGraphic(static_cast<int32_t>(w[1].i))); }

// --- unicode
// ------------------------------------------------------------------------------------------------

Outcome unicodeClassOf(G*, Slot* w) { return returnInt(w, unicodeClass(static_cast<int32_t>(w[1].i))); }

Outcome unicodeToCase(G*, Slot* w) { return returnInt(w, toCase(static_cast<int>(w[1].i), static_cast<int32_t>(w[2].i))); }

Outcome unicodeSimpleFold(G*, Slot* w) { return returnInt(w, simpleFold(static_cast<int32_t>(w[1].i))); }

Outcome unicodeTableSize(G*, Slot* w) {
  RangeTableView t = rangeTable(w[3].i);
  w[0].i = t.r16Count;
  w[1].i = t.r32Count;
  w[2].i = t.latinOffset;
  return Outcome::Done;
}

Outcome unicodeFillTable(G*, Slot* w) {
  Params in(w, 0);
  RangeTableView t = rangeTable(in.integer());
  std::copy_n(t.r16, t.r16Count, in.slice<Range16>().data());
  std::copy_n(t.r32, t.r32Count, in.slice<Range32>().data());
  return Outcome::Done;
}

Outcome unicodeFillCaseRanges(G*, Slot* w) {
  CaseRangesView c = caseRanges();
  std::copy_n(c.first, c.count, Params(w, 0).slice<CaseRange>().data());
  return Outcome::Done;
}

Outcome unicodeSearch16(G*, Slot* w) {
  Params in(w, 1);
  auto ranges = in.slice<const Range16>();
  return returnBool(w, contains(ranges, static_cast<uint32_t>(in.bits())));
}

Outcome unicodeSearch32(G*, Slot* w) {
  Params in(w, 1);
  auto ranges = in.slice<const Range32>();
  return returnBool(w, contains(ranges, static_cast<uint32_t>(in.bits())));
}

// --- unicode/utf8
// -------------------------------------------------------------------------------------------

Outcome utf8CountRunes(G*, Slot* w) { return returnInt(w, countRunes(Params(w, 1).bytes())); }

Outcome utf8CountRunesInString(G*, Slot* w) { return returnInt(w, countRunes(Params(w, 1).string())); }

Outcome utf8ValidBytes(G*, Slot* w) { return returnBool(w, isValidUtf8(Params(w, 1).bytes())); }

Outcome utf8ValidString(G*, Slot* w) { return returnBool(w, isValidUtf8(Params(w, 1).string())); }

}  // namespace hood::stdlib
