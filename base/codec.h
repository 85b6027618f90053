// Compact byte streams: integers as LEB128 (signed ones zigzag), strings with their length in front. What compiled packages
// and cache entries are made of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hood {

class ByteWriter {
 public:
  std::string bytes;

  void u8(uint8_t v) { bytes.push_back(static_cast<char>(v)); }
  void flag(bool v) { u8(v ? 1 : 0); }
  void num(uint64_t v) {
    for (; v >= 0x80; v >>= 7) u8(static_cast<uint8_t>(v | 0x80));
    u8(static_cast<uint8_t>(v));
  }
  void snum(int64_t v) { num(static_cast<uint64_t>(v) << 1 ^ static_cast<uint64_t>(v >> 63)); }
  void str(std::string_view s) {
    num(s.size());
    bytes.append(s);
  }
  void u32(uint32_t v) {  // fixed width, for tables
    for (int k = 0; k < 4; k++) u8(static_cast<uint8_t>(v >> 8 * k));
  }
};

// Reads what a ByteWriter wrote. Behind the end everything is 0 and empty, and ok() is false: damaged input ends the
// reader's loops early and never leads out of the buffer.
class ByteReader {
 public:
  ByteReader() = default;
  explicit ByteReader(std::string_view s, size_t at = 0) : s_(s), at_(at <= s.size() ? at : s.size()), ok_(at <= s.size()) {}

  bool ok() const { return ok_; }
  size_t at() const { return at_; }
  bool atEnd() const { return at_ >= s_.size(); }

  uint8_t u8() {
    if (at_ >= s_.size()) {
      ok_ = false;
      return 0;
    }
    return static_cast<uint8_t>(s_[at_++]);
  }
  bool flag() { return u8() != 0; }
  uint64_t num() {
    uint64_t v = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      uint8_t b = u8();
      v |= static_cast<uint64_t>(b & 0x7f) << shift;
      if (b < 0x80) break;
    }
    return v;
  }
  int64_t snum() {
    uint64_t v = num();
    return static_cast<int64_t>(v >> 1) ^ -static_cast<int64_t>(v & 1);
  }
  std::string_view str() {
    uint64_t n = num();
    if (n > s_.size() - at_) {
      ok_ = false;
      at_ = s_.size();
      return {};
    }
    std::string_view r = s_.substr(at_, n);
    at_ += n;
    return r;
  }
  uint32_t u32() {
    uint32_t v = 0;
    for (int k = 0; k < 4; k++) v |= static_cast<uint32_t>(u8()) << 8 * k;
    return v;
  }
  // A count of things that take at least one byte each: never more than there are bytes left.
  size_t count() {
    uint64_t n = num();
    if (n > s_.size() - at_) {
      ok_ = false;
      return 0;
    }
    return n;
  }

 private:
  std::string_view s_;
  size_t at_ = 0;
  bool ok_ = true;
};

}  // namespace hood
