// Bytes of the serialised forms: variable-length integers, written to a string and read with every step checked.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace hood::bytecode {

// Little-endian base 128: seven bits a byte, the top bit says that more follow.
class ByteWriter {
 public:
  explicit ByteWriter(std::string& out) : out_(out) {}

  void u(uint64_t v) {
    for (; v >= 0x80; v >>= 7) out_ += static_cast<char>(v | 0x80);
    out_ += static_cast<char>(v);
  }
  // Signed: the sign goes to the lowest bit, so that small numbers of either sign are short.
  void s(int64_t v) { u(static_cast<uint64_t>(v) << 1 ^ static_cast<uint64_t>(v >> 63)); }
  void bytes(const void* p, size_t n) { out_.append(static_cast<const char*>(p), n); }
  void alignTo(size_t n) { out_.append((n - out_.size() % n) % n, '\0'); }
  size_t size() const { return out_.size(); }

 private:
  std::string& out_;
};

// Reads what may be damaged: after the first step beyond the end ok() is false and everything read is 0.
class ByteReader {
 public:
  ByteReader() = default;
  explicit ByteReader(std::string_view bytes)
      : p_(reinterpret_cast<const uint8_t*>(bytes.data())), end_(p_ + bytes.size()) {}

  bool ok() const { return ok_; }
  void fail() {
    ok_ = false;
    p_ = end_;
  }
  size_t left() const { return static_cast<size_t>(end_ - p_); }
  const uint8_t* at() const { return p_; }

  uint64_t u() {
    uint64_t v = 0;
    for (int shift = 0; shift < 64 && p_ != end_; shift += 7) {
      uint8_t b = *p_++;
      v |= static_cast<uint64_t>(b & 0x7f) << shift;
      if (b < 0x80) return v;
    }
    fail();
    return 0;
  }
  int64_t s() {
    uint64_t v = u();
    return static_cast<int64_t>(v >> 1 ^ (~(v & 1) + 1));
  }
  uint32_t u32() {
    uint64_t v = u();
    if (v > UINT32_MAX) fail();
    return static_cast<uint32_t>(ok_ ? v : 0);
  }
  // A number of things of which each takes at least `least` bytes: more than could follow is damage, so nobody reserves
  // memory for what cannot be there.
  uint32_t count(size_t least = 1) {
    uint64_t n = u();
    if (n > left() / least) fail();
    return static_cast<uint32_t>(ok_ ? n : 0);
  }
  // n bytes, in place; nullptr: there are not as many.
  const uint8_t* bytes(uint64_t n) {
    if (n > left()) {
      fail();
      return nullptr;
    }
    const uint8_t* at = p_;
    p_ += n;
    return at;
  }
  void alignTo(size_t n, const uint8_t* base) {
    size_t off = static_cast<size_t>(p_ - base) % n;
    if (off != 0) (void)bytes(n - off);
  }

 private:
  const uint8_t* p_ = nullptr;
  const uint8_t* end_ = nullptr;
  bool ok_ = true;
};

// A plain struct from bytes that need not be aligned. REQUIRES n bytes at p.
template <class T>
T loadPod(const void* p) {
  T v;
  std::memcpy(&v, p, sizeof v);
  return v;
}

}  // namespace hood::bytecode
