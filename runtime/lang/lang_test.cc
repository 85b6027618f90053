// Slices, strings, interfaces, panic values, print.
#include <gtest/gtest.h>

#include <limits>

#include "runtime/lang/iface.h"
#include "runtime/lang/panic.h"
#include "runtime/lang/print.h"
#include "runtime/lang/slice.h"
#include "runtime/lang/string.h"
#include "runtime/sched/script_test_vm.h"

namespace hood::rt::test {
namespace {

class LangTest : public ::testing::Test {
 protected:
  Types types;
  ScriptVm t;
  G* gp = t.g0();
  std::string panicText() { return std::string(view(*static_cast<GoString*>(gp->panicking.data))); }
};

// ---- slices ----

TEST_F(LangTest, AppendGrowsAsGoDoes) {
  // Capacities that Go 1.19 gives when ints, bytes and int32s are appended one by one.
  auto caps = [&](Type& type, int n) {
    Slot s[3] = {}, v{};
    std::vector<int64_t> out;
    for (int i = 0; i < n; i++) {
      v.i = i;
      EXPECT_EQ(appendElems(gp, &type, s, s, &v, 1), Outcome::Done);
      if (out.empty() || out.back() != s[2].i) out.push_back(s[2].i);
    }
    return out;
  };
  EXPECT_EQ(caps(types.int64, 3000),
            (std::vector<int64_t>{1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 848, 1280, 1792, 2560, 3408}));
  EXPECT_EQ(caps(types.int8, 2000), (std::vector<int64_t>{8, 16, 32, 64, 128, 256, 512, 896, 1408, 2048}));
  EXPECT_EQ(caps(types.int32, 600), (std::vector<int64_t>{2, 4, 8, 16, 32, 64, 128, 256, 512, 864}));
}

TEST_F(LangTest, AppendAliasesAndStrings) {
  Slot s[3], b[2];
  ASSERT_EQ(makeslice(gp, &types.int8, 3, 10, s), Outcome::Done);
  std::memcpy(s[0].p, "abc", 3);
  // append(s, s...): overlapping source, no growth.
  Slot d[3];
  ASSERT_EQ(appendSlice(gp, &types.int8, d, s, s), Outcome::Done);
  EXPECT_EQ(std::string(static_cast<char*>(d[0].p), 6), "abcabc");
  EXPECT_EQ(d[0].p, s[0].p);
  putString(b, goText("-and more text"));
  ASSERT_EQ(appendSlice(gp, &types.int8, d, d, b), Outcome::Done);
  EXPECT_EQ(std::string(static_cast<char*>(d[0].p), static_cast<size_t>(d[1].i)), "abcabc-and more text");
  // copy with overlap
  Slot from[3] = {d[0], d[1], d[2]};
  from[0].p = static_cast<char*>(d[0].p) + 2;
  from[1].i -= 2;
  EXPECT_EQ(slicecopy(gp, &types.int8, d, from), 18);
  EXPECT_EQ(std::string(static_cast<char*>(d[0].p), 6), "cabc-a");
  clearslice(gp, &types.int8, d);
  EXPECT_EQ(static_cast<char*>(d[0].p)[5], 0);
}

TEST_F(LangTest, MakesliceChecks) {
  Slot s[3];
  EXPECT_EQ(makeslice(gp, &types.int64, -1, -1, s), Outcome::Panic);
  EXPECT_EQ(panicText(), "makeslice: len out of range");
  EXPECT_EQ(makeslice(gp, &types.int64, 2, 1, s), Outcome::Panic);
  EXPECT_EQ(panicText(), "makeslice: cap out of range");
  EXPECT_EQ(makeslice(gp, &types.int64, int64_t{1} << 60, int64_t{1} << 60, s), Outcome::Panic);
  EXPECT_EQ(panicText(), "makeslice: len out of range");
  EXPECT_EQ(makeslice(gp, &types.empty, int64_t{1} << 60, int64_t{1} << 60, s), Outcome::Done);
}

TEST_F(LangTest, AppendBeyondTheLargestLengthPanics) {
  constexpr int64_t kMaxInt = std::numeric_limits<int64_t>::max();
  Slot s[3], one[3];
  ASSERT_EQ(makeslice(gp, &types.empty, kMaxInt, kMaxInt, s), Outcome::Done);
  ASSERT_EQ(makeslice(gp, &types.empty, 1, 1, one), Outcome::Done);
  EXPECT_EQ(appendElems(gp, &types.empty, s, s, one, 1), Outcome::Panic);
  EXPECT_EQ(panicText(), "growslice: cap out of range");
  EXPECT_EQ(appendSlice(gp, &types.empty, s, s, one), Outcome::Panic);
}

// ---- strings ----

TEST_F(LangTest, ConcatSharesWhatItCan) {
  Slot parts[6];
  putString(parts, goText(""));
  putString(parts + 2, goText("only"));
  putString(parts + 4, goText(""));
  Slot out[2];
  ASSERT_EQ(concatstrings(gp, parts, 3, out), Outcome::Done);
  EXPECT_EQ(out[0].p, parts[2].p);
  putString(parts, goText("a "));
  ASSERT_EQ(concatstrings(gp, parts, 3, parts), Outcome::Done);  // result over the first part
  EXPECT_EQ(view(asString(parts)), "a only");
}

TEST_F(LangTest, EveryRuneGoesThroughUtf8AndBack) {
  for (int32_t r = 0; r <= 0x10ffff; r += r < 0x3000 ? 1 : 97) {
    uint8_t buf[4];
    int n = encoderune(buf, r);
    RuneNext d = decoderune({buf, n}, 0);
    bool surrogate = r >= 0xd800 && r < 0xe000;
    ASSERT_EQ(d.rune, surrogate ? kRuneError : r);
    ASSERT_EQ(d.next, n);
    for (int cut = 1; cut < n; cut++) {
      ASSERT_EQ(decoderune({buf, cut}, 0).next, 1) << r;  // truncated: one byte at a time
    }
  }
  EXPECT_EQ(view(intstring(gp, -1)), "\xef\xbf\xbd");
  EXPECT_EQ(view(intstring(gp, 0x110000)), "\xef\xbf\xbd");
  EXPECT_EQ(view(intstring(gp, 65)), "A");
}

TEST_F(LangTest, InvalidUtf8) {
  struct {
    const char* bytes;
    int64_t n;
  } bad[] = {{"\x80", 1},
             {"\xc0\x80", 2},
             {"\xc1\xbf", 2},
             {"\xe0\x80\x80", 3},
             {"\xe0\x9f\xbf", 3},
             {"\xed\xa0\x80", 3},
             {"\xf0\x80\x80\x80", 4},
             {"\xf0\x8f\xbf\xbf", 4},
             {"\xf4\x90\x80\x80", 4},
             {"\xf5\x80\x80\x80", 4},
             {"\xff", 1},
             {"\xe2\x28\xa1", 3}};
  for (auto& b : bad) {
    RuneNext d = decoderune({reinterpret_cast<const uint8_t*>(b.bytes), b.n}, 0);
    EXPECT_EQ(d.rune, kRuneError);
    EXPECT_EQ(d.next, 1);
  }
  Slot out[3];
  stringtoslicerune(gp, goText("a\xffé世"), out);
  ASSERT_EQ(out[1].i, 4);
  auto* r = static_cast<int32_t*>(out[0].p);
  EXPECT_EQ(std::vector<int32_t>(r, r + 4), (std::vector<int32_t>{'a', 0xfffd, 0xe9, 0x4e16}));
  EXPECT_EQ(view(slicerunetostring(gp, r, 4)), "a\xef\xbf\xbdé世");
}

TEST_F(LangTest, CompareStrings) {
  EXPECT_LT(cmpstring(goText("a"), goText("b")), 0);
  EXPECT_LT(cmpstring(goText("a"), goText("aa")), 0);
  EXPECT_EQ(cmpstring(goText(""), goText("")), 0);
  EXPECT_GT(cmpstring(goText("\xff"), goText("a")), 0);
}

// ---- interfaces ----

struct Shapes {
  Types& types;
  Type fn, circle, named, stringer, both;
  Method circleMethods[2];
  InterfaceMethod one[1], two[2];
  static constexpr uint8_t code[2] = {};

  explicit Shapes(Types& t) : types(t) {
    fn = Types::make(Kind::Func, 8, 8, Types::kOne, kTypeDirectIface, "func()");
    circle = Types::make(Kind::Struct, 16, 0, nullptr, Types::kPlain, "main.Circle");
    circle.pkgPath = goText("main");
    named = Types::make(Kind::Int, 8, 0, nullptr, Types::kPlain, "main.Count");
    named.pkgPath = goText("main");
    circleMethods[0] = {goText("Area"), goText(""), &fn, &code[0]};
    circleMethods[1] = {goText("grow"), goText("main"), &fn, &code[1]};
    circle.methods = {circleMethods, 2, 2};
    one[0] = {goText("Area"), goText(""), &fn};
    two[0] = {goText("Area"), goText(""), &fn};
    two[1] = {goText("grow"), goText("other"), &fn};
    stringer = Types::make(Kind::Interface, 16, 16, Types::kTwo, kTypeComparable, "main.Shape");
    stringer.imethods = {one, 1, 1};
    both = stringer;
    both.string = goText("other.Growing");
    both.imethods = {two, 2, 2};
  }
};

TEST_F(LangTest, ItabsAreFoundOnceAndForAll) {
  Shapes s(types);
  Itab* tab = getitab(&t.vm, &s.stringer, &s.circle, true);
  ASSERT_NE(tab, nullptr);
  EXPECT_EQ(tab->fun[0], &Shapes::code[0]);
  EXPECT_EQ(getitab(&t.vm, &s.stringer, &s.circle, false), tab);
  // An unexported method of another package is another method.
  EXPECT_EQ(getitab(&t.vm, &s.both, &s.circle, true), nullptr);
  EXPECT_EQ(missingMethod(&t.vm, &s.both, &s.circle), "grow");
  // The table grows under many types.
  std::vector<Type> many(1000, s.circle);
  for (Type& m : many) ASSERT_NE(getitab(&t.vm, &s.stringer, &m, true), nullptr);
  EXPECT_EQ(getitab(&t.vm, &s.stringer, &s.circle, true), tab);
}

TEST_F(LangTest, AssertionTexts) {
  Shapes s(types);
  Slot x[2], out[2];
  x[0].p = &types.string;
  x[1].p = nullptr;
  panicdottype(gp, &types.any, x, &types.int64);
  EXPECT_EQ(panicText(), "interface {} is string, not int");
  x[0].p = nullptr;
  panicdottype(gp, &types.any, x, &types.int64);
  EXPECT_EQ(panicText(), "interface {} is nil, not int");
  EXPECT_EQ(assertToIface(gp, &types.any, x, &s.stringer, out), Outcome::Panic);
  EXPECT_EQ(panicText(), "interface is nil, not main.Shape");
  x[0].p = &s.named;
  EXPECT_EQ(assertToIface(gp, &types.any, x, &s.stringer, out), Outcome::Panic);
  EXPECT_EQ(panicText(), "main.Count is not main.Shape: missing method Area");
  EXPECT_FALSE(assertToIface2(gp, &types.any, x, &s.stringer, out));
  EXPECT_EQ(out[0].p, nullptr);
  Type twin = s.named;
  panicdottype(gp, &types.any, x, &twin);
  EXPECT_EQ(panicText(), "interface {} is main.Count, not main.Count (types from different scopes)");
}

TEST_F(LangTest, BoxesAndComparison) {
  int64_t small = 5, large = 500;
  EXPECT_EQ(convT(gp, &types.int64, &small), convT(gp, &types.int32, &small));  // shared static data
  void* box = convT(gp, &types.int64, &large);
  EXPECT_NE(box, convT(gp, &types.int64, &large));
  Slot a[2], b[2];
  a[0].p = b[0].p = &types.int64;
  a[1].p = box;
  b[1].p = convT(gp, &types.int64, &large);
  bool equal = false;
  EXPECT_EQ(efaceeq(gp, a, b, &equal), Outcome::Done);
  EXPECT_TRUE(equal);
  Slot out[2];
  int8_t minus = -3;
  unboxIface(&types.int8, convT(gp, &types.int8, &minus), out);
  EXPECT_EQ(out[0].i, -3);
  GoSlice s{};
  a[0].p = b[0].p = &types.bytes;
  a[1].p = b[1].p = &s;
  EXPECT_EQ(efaceeq(gp, a, b, &equal), Outcome::Panic);
  EXPECT_EQ(panicText(), "comparing uncomparable type []uint8");
  a[0].p = nullptr;
  EXPECT_EQ(efaceeq(gp, a, b, &equal), Outcome::Done);
  EXPECT_FALSE(equal);
}

// ---- panics and print ----

TEST_F(LangTest, BoundsTexts) {
  EXPECT_EQ(boundsText(BoundsCode::Index, 5, true, 3), "index out of range [5] with length 3");
  EXPECT_EQ(boundsText(BoundsCode::Index, -1, true, 3), "index out of range [-1]");
  EXPECT_EQ(boundsText(BoundsCode::Index, -1, false, 3), "index out of range [18446744073709551615] with length 3");
  EXPECT_EQ(boundsText(BoundsCode::SliceB, 4, true, 2), "slice bounds out of range [4:2]");
  EXPECT_EQ(boundsText(BoundsCode::SliceB, -4, true, 2), "slice bounds out of range [-4:]");
  EXPECT_EQ(boundsText(BoundsCode::SliceAcap, 9, true, 8), "slice bounds out of range [:9] with capacity 8");
  EXPECT_EQ(boundsText(BoundsCode::Slice3C, 3, true, 1), "slice bounds out of range [3:1:]");
  EXPECT_EQ(boundsText(BoundsCode::Convert, 2, true, 4),
            "cannot convert slice with length 2 to pointer to array with length 4");
}

TEST_F(LangTest, FloatsAsPrintlnWritesThem) {
  auto text = [](double v) {
    std::string s;
    appendFloat(s, v);
    return s;
  };
  EXPECT_EQ(text(1.5), "+1.500000e+000");
  EXPECT_EQ(text(-0.0), "-0.000000e+000");
  EXPECT_EQ(text(1e100), "+1.000000e+100");
  EXPECT_EQ(text(123456.7891e-20), "+1.234568e-015");
  EXPECT_EQ(text(std::numeric_limits<double>::infinity()), "+Inf");
  EXPECT_EQ(text(std::numeric_limits<double>::quiet_NaN()), "NaN");
}

TEST_F(LangTest, PanicValues) {
  Shapes s(types);
  std::string out;
  int64_t seven = 7;
  printpanicval(out, {&types.int64, &seven});
  out += ' ';
  printpanicval(out, {&s.named, &seven});
  out += ' ';
  GoString g = goText("text");
  printpanicval(out, {&types.string, &g});
  out += ' ';
  printpanicval(out, {nullptr, nullptr});
  out += ' ';
  printpanicval(out, {&s.circle, reinterpret_cast<void*>(0x1234)});
  EXPECT_EQ(out, "7 main.Count(7) text nil (main.Circle) 0x1234");
}

TEST_F(LangTest, DeferRecordsAreRecycled) {
  Closure fn{};
  deferproc(gp, &fn, 3, nullptr);
  deferproc(gp, &fn, 8, nullptr);
  Defer* top = gp->deferHead;
  EXPECT_EQ(top->frame, 8u);
  popDefer(gp, top);
  EXPECT_EQ(gp->deferHead->frame, 3u);
  deferproc(gp, &fn, 9, nullptr);
  EXPECT_EQ(gp->deferHead, top);
  Panic* p = pushPanic(gp, {}, false);
  EXPECT_EQ(gp->panicHead, p);
  freeDefers(gp);
  EXPECT_EQ(gp->deferHead, nullptr);
  EXPECT_EQ(gp->panicHead, nullptr);
}

}  // namespace
}  // namespace hood::rt::test
