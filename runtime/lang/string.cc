// Strings: concatenation, comparison, conversions, decoding of UTF-8.
// Mirrors:    src/runtime/string.go, utf8.go. Book: 3.2.
// Differs:    nothing that a program can see. Strings of one byte come from a static table.
// Try:        hood run testdata/ch03_lang/string_conversions.go
#include "runtime/lang/string.h"

#include <array>

#include "runtime/alloc/malloc.h"
#include "runtime/lang/panic.h"

namespace hood::rt {
namespace {

constexpr auto kBytes = [] {
  std::array<uint8_t, 256> t{};
  for (int i = 0; i < 256; i++) t[static_cast<size_t>(i)] = static_cast<uint8_t>(i);
  return t;
}();

uint8_t* rawbytes(G* gp, int64_t n) { return static_cast<uint8_t*>(mallocgc(gp, static_cast<size_t>(n), nullptr, false)); }
void putSlice(Slot* out, void* ptr, int64_t len, int64_t cap) {
  out[0].p = ptr;
  out[1].i = len;
  out[2].i = cap;
}

}  // namespace

Outcome concatstrings(G* gp, const Slot* parts, int64_t n, Slot* out) {
  int64_t total = 0, filled = 0;
  GoString only{nullptr, 0};
  for (int64_t i = 0; i < n; i++) {
    GoString s = asString(parts + 2 * i);
    if (s.len == 0) continue;
    if (__builtin_add_overflow(total, s.len, &total)) return panicErrorString(gp, "string concatenation too long");
    filled++;
    only = s;
  }
  if (filled <= 1) {  // strings are immutable: the one part that is not empty can be shared
    putString(out, only);
    return Outcome::Done;
  }
  uint8_t* p = rawbytes(gp, total);
  uint8_t* to = p;
  for (int64_t i = 0; i < n; i++) {
    GoString s = asString(parts + 2 * i);
    if (s.len != 0) std::memcpy(to, s.ptr, static_cast<size_t>(s.len));
    to += s.len;
  }
  putString(out, {p, total});
  return Outcome::Done;
}

int cmpstring(GoString a, GoString b) {
  int64_t n = a.len < b.len ? a.len : b.len;
  if (n != 0 && a.ptr != b.ptr) {
    int c = std::memcmp(a.ptr, b.ptr, static_cast<size_t>(n));
    if (c != 0) return c;
  }
  return a.len < b.len ? -1 : a.len > b.len ? 1 : 0;
}

GoString gostring(G* gp, std::string_view s) {
  return slicebytetostring(gp, reinterpret_cast<const uint8_t*>(s.data()), static_cast<int64_t>(s.size()));
}

GoString slicebytetostring(G* gp, const uint8_t* p, int64_t n) {
  if (n == 0) return {nullptr, 0};
  if (n == 1) return {&kBytes[*p], 1};
  uint8_t* to = rawbytes(gp, n);
  std::memcpy(to, p, static_cast<size_t>(n));
  return {to, n};
}

void stringtoslicebyte(G* gp, GoString s, Slot* out) {
  size_t cap = roundupsize(gp, static_cast<size_t>(s.len));
  auto* p = rawbytes(gp, static_cast<int64_t>(cap));
  if (s.len != 0) std::memcpy(p, s.ptr, static_cast<size_t>(s.len));
  std::memset(p + s.len, 0, cap - static_cast<size_t>(s.len));
  putSlice(out, p, s.len, static_cast<int64_t>(cap));
}

GoString slicerunetostring(G* gp, const int32_t* runes, int64_t n) {
  int64_t bytes = 0;
  uint8_t buf[4];
  for (int64_t i = 0; i < n; i++) bytes += encoderune(buf, runes[i]);
  if (bytes == 0) return {nullptr, 0};
  uint8_t* p = rawbytes(gp, bytes);
  uint8_t* to = p;
  for (int64_t i = 0; i < n; i++) {
    int w = encoderune(buf, runes[i]);
    std::memcpy(to, buf, static_cast<size_t>(w));
    to += w;
  }
  return {p, bytes};
}

void stringtoslicerune(G* gp, GoString s, Slot* out) {
  int64_t n = 0;
  for (int64_t k = 0; k < s.len; k = decoderune(s, k).next) n++;
  size_t bytes = roundupsize(gp, static_cast<size_t>(n) * sizeof(int32_t));
  auto* p = reinterpret_cast<int32_t*>(rawbytes(gp, static_cast<int64_t>(bytes)));
  int64_t i = 0;
  for (int64_t k = 0; k < s.len; i++) {
    RuneNext r = decoderune(s, k);
    p[i] = r.rune;
    k = r.next;
  }
  std::memset(p + n, 0, bytes - static_cast<size_t>(n) * sizeof(int32_t));
  putSlice(out, p, n, static_cast<int64_t>(bytes / sizeof(int32_t)));
}

GoString intstring(G* gp, int64_t v) {
  uint8_t buf[4];
  int n = encoderune(buf, v);
  return slicebytetostring(gp, buf, n);
}

int encoderune(uint8_t* p, int64_t r) {
  if (r < 0 || r > 0x10ffff || (r >= 0xd800 && r <= 0xdfff)) r = kRuneError;
  auto u = static_cast<uint32_t>(r);
  auto tail = [](uint32_t bits) { return static_cast<uint8_t>(0x80 | (bits & 0x3f)); };
  if (u < 0x80) {
    p[0] = static_cast<uint8_t>(u);
    return 1;
  }
  if (u < 0x800) {
    p[0] = static_cast<uint8_t>(0xc0 | u >> 6);
    p[1] = tail(u);
    return 2;
  }
  if (u < 0x10000) {
    p[0] = static_cast<uint8_t>(0xe0 | u >> 12);
    p[1] = tail(u >> 6);
    p[2] = tail(u);
    return 3;
  }
  p[0] = static_cast<uint8_t>(0xf0 | u >> 18);
  p[1] = tail(u >> 12);
  p[2] = tail(u >> 6);
  p[3] = tail(u);
  return 4;
}

RuneNext decoderuneSlow(GoString s, int64_t k) {
  const RuneNext bad{kRuneError, k + 1};
  uint32_t c = s.ptr[k];
  int extra = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : 1;
  if (c < 0xc2 || c > 0xf4 || s.len - k <= extra) return bad;
  uint32_t r = c & (0x3fu >> extra);
  for (int i = 1; i <= extra; i++) {
    uint32_t t = s.ptr[k + i];
    if ((t & 0xc0) != 0x80) return bad;
    r = r << 6 | (t & 0x3f);
  }
  // Over-long forms, surrogates and what lies beyond Unicode: c2 and f4 above rule out the two-byte ones.
  if ((extra == 2 && (r < 0x800 || (r >= 0xd800 && r <= 0xdfff))) || (extra == 3 && (r < 0x10000 || r > 0x10ffff))) {
    return bad;
  }
  return {static_cast<int32_t>(r), k + 1 + extra};
}

}  // namespace hood::rt
