// JSON texts: what the scanner takes, in one piece and byte by byte; tokens; quoting.
#include "stdlib/native/json_text.h"

#include <gtest/gtest.h>

#include <vector>

namespace hood::stdlib {
namespace {

struct Result {
  JsonVerdict verdict;
  int64_t at;
  int64_t tokens;
};

Result scanBy(std::string_view text, int64_t budget) {
  JsonScan s{};
  int64_t at = 0;
  JsonVerdict v = JsonVerdict::More;
  while (v == JsonVerdict::More && at < static_cast<int64_t>(text.size())) v = jsonScan(&s, text, &at, budget);
  return {v, at, s.tokens};
}

TEST(JsonText, ScanInAnyPieces) {
  for (const char* text :
       {R"({"a":[1,-2.5e+3,true,false,null,"x\"\u00e4"],"b":{}} )", "[[],[[]]]", "\"s\"", "12 ", "true"}) {
    Result whole = scanBy(text, 1 << 20);
    EXPECT_EQ(whole.verdict, JsonVerdict::Value) << text;
    Result bytes = scanBy(text, 1);
    EXPECT_EQ(bytes.verdict, JsonVerdict::Value) << text;
    EXPECT_EQ(whole.at, bytes.at);
    EXPECT_EQ(whole.tokens, bytes.tokens);
  }
}

TEST(JsonText, ScanStopsAtTheFirstWrongByte) {
  struct {
    const char* text;
    int64_t at;
  } cases[] = {{"[1,]", 3}, {"{\"a\" 1}", 5}, {"nulx", 3}, {"01", -1}, {"\"\\x\"", 2}, {"\"\\u12g4\"", 5},
               {"[1}", 2},  {"{,}", 1},       {"-a", 1},   {"1.x", 2}, {"1ex", 2}};
  for (auto& c : cases) {
    for (int64_t budget : {1, 1000}) {
      Result r = scanBy(c.text, budget);
      if (c.at < 0) continue;
      EXPECT_EQ(r.verdict, JsonVerdict::Error) << c.text;
      EXPECT_EQ(r.at, c.at) << c.text;
    }
  }
  std::string deep(kJsonMaxDepth + 1, '[');
  EXPECT_EQ(scanBy(deep, 1 << 20).verdict, JsonVerdict::Error);
}

TEST(JsonText, TokensKnowTheirEnds) {
  std::string_view text = R"([{"k":"v\n","l":[]},3])";
  std::vector<JsonToken> t(8);
  JsonCut cut{0, 0, -1};
  while (!jsonTokenize(&cut, text, t.data(), 1)) {}
  ASSERT_EQ(cut.count, 7);
  EXPECT_EQ(t[0].next, 7);
  EXPECT_EQ(t[0].count, 2);
  EXPECT_EQ(t[1].next, 6);
  EXPECT_EQ(t[1].count, 2);
  EXPECT_EQ(t[3].kind, static_cast<int64_t>(JsonKind::EscapedString));
  EXPECT_EQ(text.substr(static_cast<size_t>(t[2].start), 1), "k");
  EXPECT_EQ(text.substr(static_cast<size_t>(t[6].start), static_cast<size_t>(t[6].end - t[6].start)), "3");
}

TEST(JsonText, QuoteAndUnquote) {
  char buf[64];
  size_t n = jsonQuote(buf, sizeof buf, "a<\"\x01\xff\xE2\x80\xA8", true);
  EXPECT_EQ(std::string(buf, n), R"("a\u003c\"\u0001\ufffd\u2028")");
  EXPECT_GT(jsonQuote(buf, 2, "abc", false), 2u);
  EXPECT_EQ(jsonUnquote(R"(\ud83d\ude00\ud83dx\n)"), "\xF0\x9F\x98\x80\xEF\xBF\xBDx\n");
  EXPECT_EQ(jsonCompact(" { \"a b\" : 1 } ", true, false), R"({"a b":1})");
  EXPECT_EQ(jsonIndent("{\"a\":[1,2],\"b\":{}}", ">", "  "), "{\n>  \"a\": [\n>    1,\n>    2\n>  ],\n>  \"b\": {}\n>}");
}

}  // namespace
}  // namespace hood::stdlib
