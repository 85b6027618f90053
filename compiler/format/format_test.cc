#include "compiler/format/format.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace hood::format {
namespace {

std::string formatted(const std::string& text, bool simplify = false) {
  std::string out;
  size_t badAt = 0;
  return formatSource(text, {simplify}, &out, &badAt) ? out : "error at " + std::to_string(badAt);
}

void expectFormat(const std::string& text, const std::string& want) {
  EXPECT_EQ(formatted(text), want);
  EXPECT_EQ(formatted(want), want);  // formatting again changes nothing
}

TEST(Format, BlanksAroundOperatorsShowHowTheyBind) {
  expectFormat("package p\nvar x=a+b*c\nvar y=f(a+b*c,d)\nvar z=-a- -b+c[i+1:j]\n",
               "package p\n\nvar x = a + b*c\nvar y = f(a+b*c, d)\nvar z = -a - -b + c[i+1:j]\n");
}

TEST(Format, FieldsAndCommentsStandInColumns) {
  expectFormat("package p\ntype T struct {\na int // one\nlonger,b string `tag`\n\nc *T // apart\n}\n",
               "package p\n\ntype T struct {\n\ta         int    // one\n\tlonger, b string `tag`\n\n\tc *T // apart\n}\n");
}

TEST(Format, KeysAlignInLiteralsOfSeveralLines) {
  expectFormat("package p\nvar m = map[string]int{\n\"a\": 1,\n\"bcd\": 2, // two\n}\n",
               "package p\n\nvar m = map[string]int{\n\t\"a\":   1,\n\t\"bcd\": 2, // two\n}\n");
}

TEST(Format, CommentsStayWithWhatTheyAreAbout) {
  expectFormat(
      "package p\n\nfunc f() {\nif x { // why\n// inside\n} else {\n/* c */ g()\n}\nswitch x {\n// first\ncase 1:\n// "
      "last\n}\n}\n",
      "package p\n\nfunc f() {\n\tif x { // why\n\t\t// inside\n\t} else {\n\t\t/* c */ g()\n\t}\n\tswitch x {\n\t// first\n"
      "\tcase 1:\n\t\t// last\n\t}\n}\n");
}

TEST(Format, SmallFunctionsStayOnTheirLine) {
  expectFormat("package p\nfunc (t T) A() int { return 1 }\nfunc (t T) Long() string { return \"x\" }\n",
               "package p\n\nfunc (t T) A() int       { return 1 }\nfunc (t T) Long() string { return \"x\" }\n");
}

TEST(Format, TypeParametersAreNoArrayLengths) {
  expectFormat(
      "package p\ntype A [N]int\ntype B [P any] struct{}\ntype C[P *T,] struct{}\ntype D[K comparable,V ~int|~string] "
      "map[K]V\n",
      "package p\n\ntype A [N]int\ntype B[P any] struct{}\ntype C[P *T,] struct{}\ntype D[K comparable, V ~int | ~string] "
      "map[K]V\n");
}

TEST(Format, LabelsStandOut) {
  expectFormat("package p\nfunc f() {\nL: for {\nbreak L\n}\nM:\n}\n",
               "package p\n\nfunc f() {\nL:\n\tfor {\n\t\tbreak L\n\t}\nM:\n}\n");
}

TEST(Format, ImportsAreSortedByParagraph) {
  expectFormat("package p\n\nimport (\n\t\"os\"\n\t\"fmt\" // for it\n\n\tz \"b\"\n\t\"a\"\n)\n",
               "package p\n\nimport (\n\t\"fmt\" // for it\n\t\"os\"\n\n\t\"a\"\n\tz \"b\"\n)\n");
}

TEST(Format, SimplifiesWhenAsked) {
  EXPECT_EQ(
      formatted("package p\n\nvar x = [][]int{[]int{1}, {2}}\nvar y = map[P]*P{P{1}: &P{2}}\nvar z = s[1:len(s)]\n", true),
      "package p\n\nvar x = [][]int{{1}, {2}}\nvar y = map[P]*P{{1}: {2}}\nvar z = s[1:]\n");
}

TEST(Format, DocumentationHasOneForm) {
  expectFormat(
      "package p\n\n//Says:\n// - one\n//   more\n// - two\n//\n//   apart\n//     code()\n//go:noinline\nfunc f() {}\n",
      "package p\n\n// Says:\n//\n//   - one\n//     more\n//\n//   - two\n//\n//     apart\n//     "
      "code()\n//\n//go:noinline\n"
      "func f() {}\n");
}

TEST(Format, RejectsWhatIsNoGo) {
  EXPECT_EQ(formatted("package p\nfunc {"), "error at 15");
  EXPECT_EQ(formatted("package p\nvar s = \"x\n"), "error at 18");
}

TEST(Format, Diff) {
  EXPECT_EQ(unifiedDiff("a", "1\n2\n3\n", "b", "1\nx\n3\n"), "diff a b\n--- a\n+++ b\n@@ -1,3 +1,3 @@\n 1\n-2\n+x\n 3\n");
  EXPECT_EQ(unifiedDiff("a", "same\n", "b", "same\n"), "");
}

// Everything that is formatted stays as it is: hood's own library, and an installed Go tree's.
// Expectations are what gofmt 1.19 prints.
TEST(Format, BuildLinesSayTheSame) {
  EXPECT_EQ(formatted("// +build linux,!cgo darwin\n// +build amd64\n\npackage p\n"),
            "//go:build ((linux && !cgo) || darwin) && amd64\n// +build linux,!cgo darwin\n// +build amd64\n\npackage p\n");
  EXPECT_EQ(formatted("//go:build !(a&&b)||c\n// +build x\n\npackage p\n"),
            "//go:build !(a && b) || c\n// +build !a !b c\n\npackage p\n");
  EXPECT_EQ(formatted("//go:build a && b\npackage p\n"), "//go:build a && b\n\npackage p\n");
  EXPECT_EQ(formatted("//go:build (a || b) && (c || d && (e || f))\n// +build x\n\npackage p\n"),
            "//go:build (a || b) && (c || (d && (e || f)))\n"
            "// +build error: expression too complex for // +build lines\n\npackage p\n");
  EXPECT_EQ(formatted("// A comment.\n\n// Package p is.\npackage p\n\n// +build late\n\nvar x int\n"),
            "// A comment.\n\n//go:build late\n// +build late\n\n// Package p is.\npackage p\n\nvar x int\n");
  EXPECT_EQ(formatted("//go:build a ||\n// +build a\n\npackage p\n"), "//go:build a ||\n// +build a\n\npackage p\n");
}

TEST(Format, FormattedSourceStays) {
  namespace fs = std::filesystem;
  for (const char* root : {HOOD_SOURCE_DIR "/stdlib/src", "/usr/share/go-1.19/src"}) {
    std::error_code error;
    size_t files = 0, same = 0;
    for (fs::recursive_directory_iterator it(root, error), end; !error && it != end; it.increment(error)) {
      std::string path = it->path().string();
      if (it->path().extension() != ".go" || path.find("/testdata/") != std::string::npos) continue;
      std::ifstream in(path, std::ios::binary);
      std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
      files++;
      same += formatted(text) == text;
    }
    EXPECT_GE(same * 1000, files * 995) << root << ": " << same << " of " << files;
  }
}

}  // namespace
}  // namespace hood::format
