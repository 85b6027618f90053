// Look-ups in the generated Unicode tables.
#include "stdlib/native/unicode_data.h"

#include <algorithm>
#include <iterator>

#include "base/check.h"

namespace hood::stdlib {
namespace {

struct TableIndex {
  uint32_t first16, count16, first32, count32, latinOffset;
};

struct FoldPair {
  int32_t from, to;
};

#include "stdlib/native/unicode_tables.inc"

constexpr int32_t kMaxRune = 0x10FFFF;
// A delta that says: the range alternates, upper case first.
constexpr int32_t kUpperLower = kMaxRune + 1;

Category categoryOf(int32_t rune) {
  if (rune < 0 || rune > kMaxRune) return kCn;
  uint32_t key = static_cast<uint32_t>(rune) << 5 | 31;
  const uint32_t* run = std::upper_bound(std::begin(kCategoryRuns), std::end(kCategoryRuns), key) - 1;
  return static_cast<Category>(*run & 31);
}

uint32_t classOf(Category category) {
  switch (category) {
    case kLu: return kClassLetter | kClassUpper;
    case kLl: return kClassLetter | kClassLower;
    case kLt: return kClassLetter | kClassTitle;
    case kLm:
    case kLo: return kClassLetter;
    case kMc:
    case kMe:
    case kMn: return kClassMark;
    case kNd: return kClassNumber | kClassDigit;
    case kNl:
    case kNo: return kClassNumber;
    case kPc:
    case kPd:
    case kPe:
    case kPf:
    case kPi:
    case kPo:
    case kPs: return kClassPunct;
    case kSc:
    case kSk:
    case kSm:
    case kSo: return kClassSymbol;
    case kZs: return kClassSpaceSeparator;
    case kCn:
    case kCc:
    case kCf:
    case kCo:
    case kCs:
    case kZl:
    case kZp: return 0;
  }
  HOOD_UNREACHABLE("Unicode category");
}

}  // namespace

uint32_t unicodeClass(int32_t rune) { return classOf(categoryOf(rune)); }

bool isPrint(int32_t rune) {
  if (0x20 <= rune && rune < 0x7F) return true;
  return (unicodeClass(rune) & ~static_cast<uint32_t>(kClassSpaceSeparator)) != 0;
}

bool isGraphic(int32_t rune) { return unicodeClass(rune) != 0; }

int32_t toCase(int what, int32_t rune) {
  const CaseRange* range = std::upper_bound(std::begin(kCaseRanges), std::end(kCaseRanges), rune,
                                            [](int32_t r, const CaseRange& c) { return r < static_cast<int32_t>(c.lo); });
  if (range == std::begin(kCaseRanges)) return rune;
  range--;
  if (rune > static_cast<int32_t>(range->hi)) return rune;
  int32_t delta = range->delta[what];
  if (delta != kUpperLower) return rune + delta;
  // Even offsets are upper case, odd ones lower; title case is upper case here.
  int32_t offset = rune - static_cast<int32_t>(range->lo);
  return static_cast<int32_t>(range->lo) + ((offset & ~1) | (what == 1 ? 1 : 0));
}

int32_t simpleFold(int32_t rune) {
  if (rune < 0 || rune > kMaxRune) return rune;
  const FoldPair* pair = std::lower_bound(std::begin(kFoldPairs), std::end(kFoldPairs), rune,
                                          [](const FoldPair& p, int32_t r) { return p.from < r; });
  if (pair != std::end(kFoldPairs) && pair->from == rune) return pair->to;
  int32_t lower = toCase(1, rune);
  return lower != rune ? lower : toCase(0, rune);
}

RangeTableView rangeTable(int64_t id) {
  HOOD_CHECK(id >= 0 && id < static_cast<int64_t>(std::size(kTables)));
  const TableIndex& t = kTables[id];
  return {kRange16 + t.first16, t.count16, kRange32 + t.first32, t.count32, t.latinOffset};
}

CaseRangesView caseRanges() { return {kCaseRanges, static_cast<int64_t>(std::size(kCaseRanges))}; }

}  // namespace hood::stdlib
