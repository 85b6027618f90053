#include "stdlib/native/byte_search.h"

#include <algorithm>
#include <cstring>

namespace hood::stdlib {
namespace {

typedef uint8_t Block __attribute__((vector_size(16)));
constexpr size_t kBlock = sizeof(Block);

Block load(const char* p) {
  Block b;
  std::memcpy(&b, p, kBlock);
  return b;
}

Block fill(char c) { return Block{} + static_cast<uint8_t>(c); }

// A comparison of blocks gives 255 for true.
bool anyTrue(Block b) {
  uint64_t halves[2];
  std::memcpy(halves, &b, kBlock);
  return (halves[0] | halves[1]) != 0;
}

}  // namespace

int64_t countByte(std::string_view s, char c) {
  const char* p = s.data();
  size_t left = s.size();
  int64_t n = 0;
  Block pattern = fill(c);
  while (left >= kBlock) {
    size_t blocks = std::min<size_t>(left / kBlock, 255);  // as many as a byte can count
    Block counts{};
    for (size_t i = 0; i < blocks; i++) counts -= reinterpret_cast<Block>(load(p + i * kBlock) == pattern);
    for (size_t i = 0; i < kBlock; i++) n += counts[i];
    p += blocks * kBlock;
    left -= blocks * kBlock;
  }
  return n + std::count(p, p + left, c);
}

size_t lastIndex(std::string_view s, std::string_view sep) {
  size_t n = sep.size();
  if (n == 0) return s.size();
  if (n > s.size()) return std::string_view::npos;
  const char* p = s.data();
  if (n == 1) {
    const void* found = memrchr(p, sep[0], s.size());
    return found == nullptr ? std::string_view::npos : static_cast<size_t>(static_cast<const char*>(found) - p);
  }
  auto isAt = [&](size_t i) { return p[i] == sep[0] && std::memcmp(p + i, sep.data(), n) == 0; };
  // Where both the first and the last byte are right, the rest is compared.
  Block first = fill(sep[0]), last = fill(sep[n - 1]);
  size_t end = s.size() - n + 1;  // of the places where sep may be
  for (; end >= kBlock; end -= kBlock) {
    const char* at = p + end - kBlock;
    auto both = (load(at) == first) & (load(at + n - 1) == last);
    if (!anyTrue(reinterpret_cast<Block>(both))) continue;
    for (size_t i = end; i-- > end - kBlock;)
      if (isAt(i)) return i;
  }
  while (end-- > 0)
    if (isAt(end)) return end;
  return std::string_view::npos;
}

}  // namespace hood::stdlib
