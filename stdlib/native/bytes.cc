// Loops over bytes: package internal/bytealg.
#include <algorithm>
#include <cstring>
#include <string_view>

#include "runtime/lang/string.h"
#include "stdlib/native/byte_search.h"
#include "stdlib/native/unicode_data.h"
#include "stdlib/native/utf8_text.h"
#include "stdlib/native/window.h"

namespace hood::stdlib {
namespace {

int64_t position(size_t at) { return at == std::string_view::npos ? -1 : static_cast<int64_t>(at); }

// The C library's search is faster than std::string_view's.
int64_t indexOf(std::string_view s, std::string_view sep) {
  if (sep.empty()) return 0;
  if (sep.size() > s.size()) return -1;
  const void* found = memmem(s.data(), s.size(), sep.data(), sep.size());
  return found == nullptr ? -1 : static_cast<const char*>(found) - s.data();
}

int64_t order(std::string_view a, std::string_view b) {
  int c = a.compare(b);
  return c < 0 ? -1 : c > 0 ? 1 : 0;
}

bool isSpace(int32_t r) {
  if (r < 0x100) return r == ' ' || ('\t' <= r && r <= '\r') || r == 0x85 || r == 0xA0;
  return r == 0x1680 || (0x2000 <= r && r <= 0x200A) || r == 0x2028 || r == 0x2029 || r == 0x202F || r == 0x205F ||
         r == 0x3000;
}

// The end of the run, from `from` on, of runes that are spaces or of runes that are not.
size_t runEnd(std::string_view s, size_t from, bool spaces) {
  while (from < s.size()) {
    if (auto c = static_cast<uint8_t>(s[from]); c < 0x80) {
      if ((c == ' ' || ('\t' <= c && c <= '\r')) != spaces) break;
      from++;
      continue;
    }
    DecodedRune d = decodeRune(s.substr(from, 4));
    if (isSpace(d.rune) != spaces) break;
    from += d.width;
  }
  return from;
}

// Maps A..Z to a..z or the other way; false if s is not all ASCII. Nothing to map gives s itself.
bool mapASCII(G* gp, Slot* w, std::string_view s, char first, char last) {
  bool any = false;
  for (char c : s) {
    if (static_cast<uint8_t>(c) >= 0x80) return false;
    any = any || (first <= c && c <= last);
  }
  if (!any) {
    w[0] = w[3];
    w[1] = w[4];
    return true;
  }
  rt::GoString t = rt::gostring(gp, s);
  if (t.len == 1) {  // shared with all strings of this byte
    char other = s[0] ^ 0x20;
    t = rt::gostring(gp, {&other, 1});
  } else {
    char* p = const_cast<char*>(reinterpret_cast<const char*>(t.ptr));
    for (int64_t i = 0; i < t.len; i++) {
      if (first <= p[i] && p[i] <= last) p[i] ^= 0x20;
    }
  }
  rt::putString(w, t);
  return true;
}

bool equalFold(std::string_view s, std::string_view t) {
  while (!s.empty() && !t.empty()) {
    DecodedRune a = decodeRune(s), b = decodeRune(t);
    s.remove_prefix(a.width);
    t.remove_prefix(b.width);
    if (a.rune == b.rune) continue;
    int32_t r = simpleFold(a.rune);
    while (r != a.rune && r != b.rune) r = simpleFold(r);
    if (r != b.rune) return false;
  }
  return s.empty() && t.empty();
}

}  // namespace

Outcome bytealgIndexByte(G*, Slot* w) {
  Params in(w, 1);
  std::string_view b = in.bytes();
  return returnInt(w, position(b.find(static_cast<char>(in.bits()))));
}

Outcome bytealgIndexByteString(G*, Slot* w) {
  Params in(w, 1);
  std::string_view s = in.string();
  return returnInt(w, position(s.find(static_cast<char>(in.bits()))));
}

Outcome bytealgLastIndexByte(G*, Slot* w) {
  Params in(w, 1);
  std::string_view b = in.bytes();
  return returnInt(w, position(b.rfind(static_cast<char>(in.bits()))));
}

Outcome bytealgLastIndexByteString(G*, Slot* w) {
  Params in(w, 1);
  std::string_view s = in.string();
  return returnInt(w, position(s.rfind(static_cast<char>(in.bits()))));
}

Outcome bytealgCount(G*, Slot* w) {
  Params in(w, 1);
  std::string_view b = in.bytes();
  return returnInt(w, countByte(b, static_cast<char>(in.bits())));
}

Outcome bytealgCountString(G*, Slot* w) {
  Params in(w, 1);
  std::string_view s = in.string();
  return returnInt(w, countByte(s, static_cast<char>(in.bits())));
}

Outcome bytealgIndex(G*, Slot* w) {
  Params in(w, 1);
  std::string_view b = in.bytes();
  return returnInt(w, indexOf(b, in.bytes()));
}

Outcome bytealgIndexString(G*, Slot* w) {
  Params in(w, 1);
  std::string_view s = in.string();
  return returnInt(w, indexOf(s, in.string()));
}

Outcome bytealgIndexRuneString(G*, Slot* w) {
  Params in(w, 1);
  std::string_view s = in.string();
  uint8_t encoded[4];
  int n = rt::encoderune(encoded, in.integer());
  return returnInt(w, indexOf(s, {reinterpret_cast<char*>(encoded), static_cast<size_t>(n)}));
}

Outcome bytealgLastIndex(G*, Slot* w) {
  Params in(w, 1);
  std::string_view b = in.bytes();
  return returnInt(w, position(lastIndex(b, in.bytes())));
}

Outcome bytealgLastIndexString(G*, Slot* w) {
  Params in(w, 1);
  std::string_view s = in.string();
  return returnInt(w, position(lastIndex(s, in.string())));
}

Outcome bytealgCompare(G*, Slot* w) {
  Params in(w, 1);
  std::string_view a = in.bytes();
  return returnInt(w, order(a, in.bytes()));
}

Outcome bytealgCompareString(G*, Slot* w) {
  Params in(w, 1);
  std::string_view a = in.string();
  return returnInt(w, order(a, in.string()));
}

Outcome bytealgEqual(G*, Slot* w) {
  Params in(w, 1);
  std::string_view a = in.bytes();
  return returnBool(w, a == in.bytes());
}

Outcome bytealgString(G*, Slot* w) {
  w[0] = w[2];
  w[1] = w[3];
  return Outcome::Done;
}

Outcome bytealgToUpperASCII(G* gp, Slot* w) {
  w[2].u = mapASCII(gp, w, Params(w, 3).string(), 'a', 'z');
  if (w[2].u == 0) rt::putString(w, {nullptr, 0});
  return Outcome::Done;
}

Outcome bytealgToLowerASCII(G* gp, Slot* w) {
  w[2].u = mapASCII(gp, w, Params(w, 3).string(), 'A', 'Z');
  if (w[2].u == 0) rt::putString(w, {nullptr, 0});
  return Outcome::Done;
}

Outcome bytealgEqualFold(G*, Slot* w) {
  Params in(w, 1);
  std::string_view s = in.string();
  return returnBool(w, equalFold(s, in.string()));
}

Outcome bytealgCountFields(G*, Slot* w) {
  std::string_view s = Params(w, 1).string();
  int64_t n = 0;
  for (size_t i = runEnd(s, 0, true); i < s.size(); i = runEnd(s, runEnd(s, i, false), true)) n++;
  return returnInt(w, n);
}

Outcome bytealgNextField(G*, Slot* w) {
  Params in(w, 2);
  std::string_view s = in.string();
  size_t start = runEnd(s, static_cast<size_t>(in.integer()), true);
  w[0].u = start;
  w[1].u = runEnd(s, start, false);
  return Outcome::Done;
}

Outcome bytealgFields(G*, Slot* w) {
  Params in(w, 1);
  std::string_view s = in.string();
  auto from = static_cast<size_t>(in.integer());
  auto* bounds = static_cast<int64_t*>(w[4].p);
  int64_t n = 0;
  for (; n + 2 <= w[5].i; n += 2) {
    size_t start = runEnd(s, from, true);
    if (start == s.size()) break;
    from = runEnd(s, start, false);
    bounds[n] = static_cast<int64_t>(start);
    bounds[n + 1] = static_cast<int64_t>(from);
  }
  return returnInt(w, n);
}

Outcome bytealgTrimSpaceBounds(G*, Slot* w) {
  std::string_view s = Params(w, 2).string();
  size_t start = runEnd(s, 0, true), end = s.size();
  while (end > start) {
    // The last rune starts at most three bytes before the last byte; anything odd there is no space.
    size_t at = end - 1;
    while (at > start && end - at < 4 && (static_cast<uint8_t>(s[at]) & 0xC0) == 0x80) at--;
    DecodedRune d = decodeRune(s.substr(at, end - at));
    if (at + d.width != end || !isSpace(d.rune)) break;
    end = at;
  }
  if (start == s.size()) start = end = 0;
  w[0].u = start;
  w[1].u = end;
  return Outcome::Done;
}

}  // namespace hood::stdlib
