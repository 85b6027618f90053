// The loader's parts that need no files: constraints, go.mod, versions, patterns, import paths.
#include <gtest/gtest.h>

#include "compiler/load/constraints.h"
#include "compiler/load/embed.h"
#include "compiler/load/go_mod.h"
#include "compiler/load/import_path.h"

namespace hood::compiler {
namespace {

bool holds(std::string_view expr) { return constraintHolds(expr, BuildTags{}); }

TEST(BuildConstraint, Expressions) {
  EXPECT_TRUE(holds("linux"));
  EXPECT_TRUE(holds("linux && amd64 && !cgo"));
  EXPECT_TRUE(holds("windows || (unix && go1.22)"));
  EXPECT_FALSE(holds("ignore"));
  EXPECT_FALSE(holds("go1.24"));
  EXPECT_FALSE(holds("linux &&"));
  EXPECT_FALSE(holds("(linux"));
  EXPECT_FALSE(holds(std::string(100000, '(')));
  EXPECT_EQ(impliedGoMinor("go1.18"), 18);
  EXPECT_EQ(impliedGoMinor("linux && go1.21"), 21);
  EXPECT_EQ(impliedGoMinor("go1.19 || go1.21"), 19);
  EXPECT_EQ(impliedGoMinor("!go1.21"), 0);
}

TEST(BuildConstraint, WhereTheLineMayStand) {
  EXPECT_EQ(findConstraint("//go:build linux\n\npackage x\n"), "linux");
  EXPECT_EQ(findConstraint("// text\n\n/* more\n */\n//go:build a || b\r\npackage x\n"), "a || b");
  EXPECT_EQ(findConstraint("package x\n//go:build linux\n"), "");
}

TEST(BuildConstraint, PlusBuildLines) {
  BuildTags tags;
  EXPECT_TRUE(sourceFits("// +build linux,amd64 darwin\n// +build !cgo\n\npackage x\n", tags));
  EXPECT_FALSE(sourceFits("// +build linux\n// +build cgo\n\npackage x\n", tags));
  EXPECT_TRUE(sourceFits("// +build ignore\npackage x\n", tags));  // a comment of the package clause
  EXPECT_FALSE(sourceFits("//go:build ignore\n// +build linux\n\npackage x\n", tags));
  tags.portable = true;
  EXPECT_FALSE(sourceFits("//go:build amd64 && !purego\n\npackage x\n", tags));
  EXPECT_EQ(constraintError("//go:build linux &&\n\npackage x\n"), "unexpected end of expression");
}

TEST(BuildConstraint, FileNames) {
  for (const char* yes : {"x.go", "linux.go", "x_linux.go", "x_linux_amd64.go", "x_amd64.go", "x_y.go", "windows_x.go"}) {
    EXPECT_TRUE(fileNameFits(yes, BuildTags{})) << yes;
  }
  for (const char* no : {"x_windows.go", "x_linux_arm64.go", "x_darwin_amd64.go", "x_arm.go", "x_windows_test.go"}) {
    EXPECT_FALSE(fileNameFits(no, BuildTags{})) << no;
  }
}

TEST(GoMod, Directives) {
  GoMod m = parseGoMod(
      "// comment\nmodule \"a.b/c\" // path\n\ngo 1.21.3\ntoolchain go1.22.0\nrequire x.org/x v1.0.0 // indirect\n"
      "exclude x.org/x v1.1.0\nretract [v1.0.0, v1.2.0] // bad\nreplace (\n\tx.org/x => ./y\n\tz.org/z v1.0.0 => w.org/w/v2 "
      "v2.0.0\n)\n",
      "go.mod");
  EXPECT_TRUE(m.problems.empty()) << m.problems[0];
  EXPECT_EQ(m.path, "a.b/c");
  EXPECT_EQ(m.goMinor, 21);
  ASSERT_EQ(m.require.size(), 1u);
  EXPECT_TRUE(m.require[0].indirect);
  ASSERT_EQ(m.replace.size(), 2u);
  EXPECT_EQ(m.replace[0].target, "./y");
  EXPECT_EQ(m.replace[1].version, "v2.0.0");
}

// The texts are those of the go command.
TEST(GoMod, Problems) {
  const char* cases[][2] = {
      {"modul x", "1: unknown directive: modul"},
      {"module x\nmodule y", "2: repeated module statement"},
      {"module x\ngo 1.2.3.4", "2: invalid go version '1.2.3.4': must match format 1.23"},
      {"module x\ngo", "2: go directive expects exactly one argument"},
      {"module x\nrequire y", "2: usage: require module/path v1.2.3"},
      {"module x\nrequire y v1.0.0", "2: malformed module path \"y\": missing dot in first path element"},
      {"module x\nrequire y.z v2.0.0", "2: require y.z: version \"v2.0.0\" invalid: should be v0 or v1, not v2"},
      {"module x\nreplace a ./b",
       "2: usage: replace module/path [v1.2.3] => other/module v1.4\n\t or replace module/path [v1.2.3] => "
       "../local/directory"},
      {"module x\nreplace a => b",
       "2: replacement module without version must be directory path (rooted or starting with ./ or ../)"},
      {"module x\nreplace a v1.0.0 => ./b v1.0.0", "2: replacement module directory path \"./b\" cannot have version"},
      {"module x\nfoo (\n a\n)", "2: unknown block type: foo"},
      {"module x\nrequire ((\n)", "2: unknown block type: require ("},
      {"module x\nrequire (\n y v1.0.0", "4: syntax error (unterminated block started at go.mod:2:1)"},
      {"module \"x", "1:10: unexpected newline in string"},
      {"module x\n/* c */", "2: mod files must use // comments (not /* */ comments)"},
      {"module x\nretract [v1.0.0", "2: expected ',' after version"},
      {"module x\n)", "2: unknown directive: )"},
  };
  for (auto& c : cases) {
    GoMod m = parseGoMod(c[0], "go.mod");
    ASSERT_FALSE(m.problems.empty()) << c[0];
    EXPECT_EQ(m.problems[0], c[1]) << c[0];
  }
}

TEST(ModulePath, Versions) {
  const char* ascending[] = {"",       "v0.9.0", "v1.0.0-alpha", "v1.0.0-alpha.1", "v1.0.0-rc.2", "v1.0.0-rc.10",
                             "v1.0.0", "v1.2.0", "v1.10.0"};
  for (size_t i = 0; i + 1 < std::size(ascending); i++) {
    EXPECT_LT(compareVersions(ascending[i], ascending[i + 1]), 0) << ascending[i];
    EXPECT_GT(compareVersions(ascending[i + 1], ascending[i]), 0) << ascending[i];
  }
  EXPECT_EQ(checkModuleVersion("a.b/c/v3", "v3.1.0"), "");
  EXPECT_EQ(checkModuleVersion("a.b/c", "v3.1.0+incompatible"), "");
  EXPECT_EQ(checkModuleVersion("gopkg.in/yaml.v2", "v2.4.0"), "");
  EXPECT_EQ(escapeModulePath("github.com/BurntSushi/toml"), "github.com/!burnt!sushi/toml");
}

TEST(Embed, PatternsOfOneElement) {
  bool ok = true;
  EXPECT_TRUE(matchElement("*.txt", "a.txt", &ok));
  EXPECT_TRUE(matchElement("[a-c]?[^x]", "b-y", &ok));
  EXPECT_TRUE(matchElement("\\*", "*", &ok));
  EXPECT_FALSE(matchElement("*.txt", "a.go", &ok));
  EXPECT_FALSE(matchElement("[^a]", "a", &ok));
  EXPECT_TRUE(ok);
}

TEST(ImportPath, Literals) {
  std::string path;
  EXPECT_EQ(unquoteImportPath("\"fmt\"", &path), "");
  EXPECT_EQ(path, "fmt");
  EXPECT_EQ(unquoteImportPath("`a/b`", &path), "");
  EXPECT_EQ(unquoteImportPath("\"f\\u006dt\"", &path), "");
  EXPECT_EQ(path, "fmt");
  EXPECT_EQ(unquoteImportPath("\"\"", &path), "invalid import path (empty string)");
  EXPECT_EQ(unquoteImportPath("\"a b\"", &path), "invalid import path (invalid character U+0020 ' ')");
  EXPECT_EQ(unquoteImportPath("\"a\\x00b\"", &path), "import path contains NUL");
  EXPECT_EQ(unquoteImportPath("\"a\\xff\"", &path), "invalid import path (invalid character U+FFFD '\xef\xbf\xbd')");
  EXPECT_EQ(unquoteImportPath("\"/a\"", &path), "import path cannot be absolute path");
}

}  // namespace
}  // namespace hood::compiler
