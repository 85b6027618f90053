#include "compiler/syntax/comments.h"

#include <gtest/gtest.h>

#include "compiler/syntax/top_level.h"

namespace hood {
namespace {

TEST(Comments, GroupsEndAtTokensAndEmptyLines) {
  std::string text = "// a\n// b\n\n// c\nx /* d */ /* e */ y // f\nvar s = \"// no\" + `/* no */` + string('/')\n";
  std::vector<std::string> got;
  for (const CommentGroup& g : findComments(text)) got.push_back(text.substr(g.begin(), g.end() - g.begin()));
  EXPECT_EQ(got, (std::vector<std::string>{"// a\n// b", "// c", "/* d */ /* e */", "// f"}));
}

TEST(Comments, TextIsWithoutMarksDirectivesAndSpareLines) {
  auto textOf = [](const std::string& s) { return commentText(s, findComments(s).at(0)); };
  EXPECT_EQ(textOf("// One.\n//\n//\n//\tcode\n//go:noinline\n// Two.  \n"), "One.\n\n\tcode\nTwo.\n");
  EXPECT_EQ(textOf("/*\nOne\n\n*/\n"), "One\n");
  EXPECT_EQ(textOf("//nolint:all\n"), "");
  EXPECT_EQ(textOf("//no directive: this\n"), "no directive: this\n");
}

TEST(TopLevel, DeclarationsAndTheirParts) {
  std::string text =
      "package p\n\nimport (\n\t\"a\"\n\tb \"c\" // why\n)\n\nconst x, y = 1 +\n\t2, 3\n\nvar (\n\tf = func() "
      "{\n\t\tg()\n\t}\n\n\th int\n)\n"
      "\nfunc (t T) M() int {\n\treturn '}'\n}\ntype T struct {\n\ta int }\n";
  std::vector<std::string> got;
  std::vector<TopLevel> all = findTopLevels(text);
  for (const TopLevel& t : all) got.push_back(text.substr(t.begin, 9) + "…" + text.substr(t.end - 1, 1));
  EXPECT_EQ(got, (std::vector<std::string>{"package p…p", "import (\n…)", "const x, …3", "var (\n\tf …)", "func (t T…}",
                                           "type T st…}"}));
  std::vector<std::string> parts;
  for (size_t i : {1u, 3u})
    for (const TopLevel& t : specsOf(text, all[i])) parts.push_back(text.substr(t.begin, t.end - t.begin));
  EXPECT_EQ(parts, (std::vector<std::string>{"\"a\"", "b \"c\"", "f = func() {\n\t\tg()\n\t}", "h int"}));
  TopLevel spec = specOf(text, all[3], static_cast<uint32_t>(text.find("g()")));
  EXPECT_EQ(text.substr(spec.begin, 1), "f");
}

}  // namespace
}  // namespace hood
