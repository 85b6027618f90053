// Strings: concatenation, comparison, conversions, decoding of UTF-8.
// Mirrors:    src/runtime/string.go, utf8.go. Book: 3.2.
// Differs:    nothing that a program can see. Strings of one byte come from a static table.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "runtime/core/outcome.h"
#include "runtime/core/value.h"

namespace hood::rt {

struct G;

constexpr int32_t kRuneError = 0xfffd;

inline std::string_view view(GoString s) { return {reinterpret_cast<const char*>(s.ptr), static_cast<size_t>(s.len)}; }
inline GoString asString(const Slot* s) { return {static_cast<const uint8_t*>(s[0].p), s[1].i}; }
inline void putString(Slot* out, GoString s) {
  out[0].p = const_cast<uint8_t*>(s.ptr);
  out[1].i = s.len;
}
// A new Go string with these bytes.
GoString gostring(G* gp, std::string_view s);

// out[0..2) = parts[0] + … + parts[n-1]; each part is two slots. out may overlap the parts.
Outcome concatstrings(G* gp, const Slot* parts, int64_t n, Slot* out);
inline bool stringEqual(GoString a, GoString b) {
  return a.len == b.len && (a.ptr == b.ptr || a.len == 0 || std::memcmp(a.ptr, b.ptr, static_cast<size_t>(a.len)) == 0);
}
int cmpstring(GoString a, GoString b);  // <0, 0, >0

GoString slicebytetostring(G* gp, const uint8_t* p, int64_t n);
void stringtoslicebyte(G* gp, GoString s, Slot* out);  // 3 slots
GoString slicerunetostring(G* gp, const int32_t* p, int64_t n);
void stringtoslicerune(G* gp, GoString s, Slot* out);  // 3 slots
GoString intstring(G* gp, int64_t v);                  // string(rune)

// The rune that starts at s[k], and the index after it. Invalid bytes give kRuneError and width 1. REQUIRES 0
// <= k < len.
struct RuneNext {
  int32_t rune;
  int64_t next;
};
RuneNext decoderuneSlow(GoString s, int64_t k);
inline RuneNext decoderune(GoString s, int64_t k) {
  uint8_t c = s.ptr[k];
  return c < 0x80 ? RuneNext{c, k + 1} : decoderuneSlow(s, k);
}
// Writes the UTF-8 form of r (kRuneError when invalid) to p; returns its length, 1 to 4.
int encoderune(uint8_t* p, int64_t r);

}  // namespace hood::rt
