#include "stdlib/native/byte_search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace hood::stdlib {
namespace {

// Few different bytes, so that everything is found often, at every distance from both ends.
std::string randomText(std::mt19937& random, size_t size) {
  std::string s(size, 'a');
  for (char& c : s) c = "ab\xff"[random() % 3];
  return s;
}

TEST(ByteSearch, CountsAsTheLoopDoes) {
  std::mt19937 random(1);
  for (size_t size = 0; size < 200; size++) {
    std::string s = randomText(random, size);
    for (char c : {'a', 'b', '\xff', '\0'}) EXPECT_EQ(countByte(s, c), std::count(s.begin(), s.end(), c));
  }
  EXPECT_EQ(countByte(std::string(100'000, 'x'), 'x'), 100'000);
}

TEST(ByteSearch, FindsTheLastAsTheLibraryDoes) {
  std::mt19937 random(2);
  for (size_t size = 0; size < 120; size++) {
    std::string s = randomText(random, size);
    for (size_t n = 0; n < 9; n++) {
      std::string sep = randomText(random, n);
      EXPECT_EQ(lastIndex(s, sep), s.rfind(sep)) << s << " " << sep;
    }
    if (size > 40) {
      EXPECT_EQ(lastIndex(s, s.substr(3, 30)), s.rfind(s.substr(3, 30)));
    }
  }
}

}  // namespace
}  // namespace hood::stdlib
