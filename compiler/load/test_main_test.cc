#include "compiler/load/test_main.h"

#include <gtest/gtest.h>

#include "compiler/load/cover.h"
#include "compiler/syntax/parse.h"

namespace hood::compiler {
namespace {

class TestMainTest : public ::testing::Test {
 protected:
  ast::File* parse(const std::string& text) { return parseFile(sources_.add("x_test.go", text), arena_, diag_); }

  SourceSet sources_;
  Arena arena_;
  Diagnostics diag_{sources_};
  TestFunctions found_;
};

std::string names(const std::vector<TestFunctions::Function>& list) {
  std::string out;
  for (const auto& f : list) out += (out.empty() ? "" : " ") + f.name;
  return out;
}

TEST_F(TestMainTest, FindsWhatIsATest) {
  ast::File* f = parse(
      "package p\nfunc TestA(t *testing.T) {}\nfunc Test(t *T) {}\nfunc Testing(t *testing.T) {}\nfunc (r R) TestM(t "
      "*testing.T) {}\n"
      "func BenchmarkB(b *testing.B) {}\nfunc FuzzF(f *testing.F) {}\nfunc TestMain(m *testing.M) {}\nfunc helper() {}\n");
  findTests(f, false, diag_, &found_);
  EXPECT_FALSE(diag_.any());
  EXPECT_EQ(names(found_.tests), "TestA Test");
  EXPECT_EQ(names(found_.benchmarks), "BenchmarkB");
  EXPECT_EQ(names(found_.fuzzTargets), "FuzzF");
  EXPECT_EQ(found_.testMain, "_test");
}

TEST_F(TestMainTest, WrongSignaturesAreErrors) {
  findTests(parse("package p\nfunc TestA() {}\nfunc BenchmarkB(t *testing.T) {}\n"), false, diag_, &found_);
  EXPECT_EQ(diag_.format(),
            "x_test.go:2:1: wrong signature for TestA, must be: func TestA(t *testing.T)\n"
            "x_test.go:3:1: wrong signature for BenchmarkB, must be: func BenchmarkB(b *testing.B)\n");
}

TEST_F(TestMainTest, ExamplesPromiseTheirOutputInTheirLastComment) {
  ast::File* f = parse(
      "package p\nfunc ExampleA() {\n\t// Output: no\n\tf()\n\t// Output: one\n\t// two\n}\nfunc ExampleB() {\n\tf()\n\t// "
      "unordered OUTPUT:\n"
      "\t// x\n}\nfunc ExampleC() {\n\t// said nothing\n}\nfunc ExampleD() {\n\t// Output:\n}\n");
  findTests(f, true, diag_, &found_);
  ASSERT_EQ(found_.examples.size(), 3u);
  EXPECT_EQ(found_.examples[0].output, "one\ntwo\n");
  EXPECT_FALSE(found_.examples[0].unordered);
  EXPECT_EQ(found_.examples[1].output, "x\n");
  EXPECT_TRUE(found_.examples[1].unordered);
  EXPECT_EQ(found_.examples[2].output, "");
}

TEST_F(TestMainTest, TheProgramParses) {
  findTests(parse("package p\nfunc TestA(t *testing.T) {}\nfunc TestMain(m *testing.M) {}\n"), true, diag_, &found_);
  std::string text = testMainText({"example.com/p", true, true, {}, ""}, found_);
  EXPECT_NE(text.find("_ \"example.com/p\"\n"), std::string::npos) << text;
  EXPECT_NE(text.find("_xtest \"example.com/p_test\"\n"), std::string::npos) << text;
  EXPECT_NE(text.find("{\"TestA\", _xtest.TestA},"), std::string::npos) << text;
  EXPECT_NE(text.find("_xtest.TestMain(m)"), std::string::npos) << text;
  parse(text);
  EXPECT_FALSE(diag_.any()) << diag_.format();
}

TEST_F(TestMainTest, PackageClauses) {
  EXPECT_EQ(packageNameOf("// c\n/* d */ package /**/x\n"), "");
  EXPECT_EQ(packageNameOf("\xef\xbb\xbf// package no\n\npackage yes_test // c\n"), "yes_test");
  EXPECT_EQ(packageNameOf("/* open"), "");
}

TEST_F(TestMainTest, CountersStandForBasicBlocks) {
  ast::File* f = parse(
      "package p\n\nfunc f(n int) int {\n\tx := 1\n\tif n > 0 {\n\t\tx++\n\t} else if n < 0 {\n\t\treturn 2\n\t}\n\treturn "
      "x\n}\n");
  std::string text = addCounters(f, 0, "count", arena_);
  EXPECT_NE(text.find("var hoodCover_0 [5]uint32"), std::string::npos) << text;
  EXPECT_NE(text.find("[]uint16{2, 1, 1, 1, 1, }"), std::string::npos) << text;
}

}  // namespace
}  // namespace hood::compiler
