#include "compiler/packages.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "compiler/build_constraint.h"
#include "compiler/go_mod.h"
#include "compiler/import_path.h"

namespace hood::compiler {
namespace {

namespace fs = std::filesystem;

// A folder of files, removed at the end.
class LoaderTest : public ::testing::Test {
 protected:
  LoaderTest() {
    dir_ = fs::temp_directory_path() / ("hood_loader_" + std::to_string(getpid()));
    fs::create_directories(dir_);
  }
  ~LoaderTest() override { fs::remove_all(dir_); }

  void write(const std::string& name, const std::string& text) {
    fs::create_directories((dir_ / name).parent_path());
    std::ofstream(dir_ / name, std::ios::binary) << text;
  }
  LoadResult loadArgs(const std::vector<std::string>& names, bool requireMain = true) {
    LoadRequest r;
    r.requireMain = requireMain;
    for (const std::string& n : names) r.args.push_back(n.empty() ? dir_.string() : (dir_ / n).string());
    return load(r, sources_, arena_, diag_);
  }
  // The diagnostics with the folder's name cut out.
  std::string errors() {
    std::string text = diag_.format(), root = dir_.string() + "/";
    for (size_t i; (i = text.find(root)) != std::string::npos;) text.erase(i, root.size());
    return text;
  }
  static std::string order(const LoadResult& r) {
    std::string out;
    for (const auto& p : r.packages) {
      if (!p->stdlib) out += (out.empty() ? "" : " ") + p->path;
    }
    return out;
  }

  fs::path dir_;
  SourceSet sources_;
  Arena arena_;
  Diagnostics diag_{sources_};
};

TEST_F(LoaderTest, FileWithStandardImport) {
  write("x.go", "package main\n\nimport \"errors\"\n\nfunc main() { println(errors.New(\"x\").Error()) }\n");
  LoadResult r = loadArgs({"x.go"});
  ASSERT_EQ(errors(), "");
  ASSERT_NE(r.root, nullptr);
  EXPECT_EQ(r.root->path, "main");
  EXPECT_EQ(r.root->goVersion, "go1.22");
  ASSERT_EQ(r.root->imports.size(), 1u);
  EXPECT_EQ(r.root->imports[0]->path, "errors");
  EXPECT_TRUE(r.root->imports[0]->stdlib);
  EXPECT_EQ(r.packages.back().get(), r.root);
}

TEST_F(LoaderTest, EveryStandardPackageLoads) {
  LoadResult r = loadStdlib({}, sources_, arena_, diag_);
  EXPECT_EQ(errors(), "");
  EXPECT_GE(r.packages.size(), 10u);
  std::map<const SourcePackage*, bool> done;
  for (const auto& p : r.packages) {
    for (const SourcePackage* q : p->imports) EXPECT_TRUE(done[q]) << p->path << " before its import " << q->path;
    done[p.get()] = true;
  }
}

TEST_F(LoaderTest, ModuleInInitialisationOrder) {
  write("go.mod", "module example.com/m\n\ngo 1.20\n");
  write("main.go", "package main\n\nimport (\n\t\"example.com/m/z\"\n\t_ \"example.com/m/b\"\n)\n\nfunc main() { z.F() }\n");
  write("z/z.go", "package z\n\nfunc F() {}\n");
  write("b/b.go", "package b\n\nimport _ \"example.com/m/c\"\n");
  write("c/c.go", "package c\n");
  write("c/c_windows.go", "package c\n\nsyntax error\n");
  write("c/c_test.go", "package c_test\n");
  write("c/ignored.go", "//go:build ignore\n\npackage other\n");
  LoadResult r = loadArgs({""});
  ASSERT_EQ(errors(), "");
  EXPECT_EQ(r.root->goMinor, 20);
  EXPECT_EQ(order(r), "example.com/m/c example.com/m/b example.com/m/z main");
}

TEST_F(LoaderTest, ReplaceAndVendor) {
  write("m/go.mod", "module m\nreplace (\n\tother.org/r v1.2.3 => ../r // here\n)\n");
  write("m/main.go", "package main\nimport _ \"other.org/r/sub\"\nimport _ \"vend.org/v\"\nfunc main() {}\n");
  write("r/sub/s.go", "package sub\n");
  write("m/vendor/vend.org/v/v.go", "package v\n");
  LoadResult r = loadArgs({"m"});
  EXPECT_EQ(errors(), "");
  EXPECT_EQ(order(r), "other.org/r/sub vend.org/v main");
}

TEST_F(LoaderTest, RelativeImports) {
  write("a.go", "package a\n\nvar A int\n");
  write("sub/b.go", "package b\n\nimport \"../a\"\n\nvar B = a.A\n");
  write("main.go", "package main\n\nimport \"./a\"\nimport \"./sub\"\n\nfunc main() { println(a.A + b.B) }\n");
  LoadResult r = loadArgs({"main.go"});
  ASSERT_EQ(errors(), "");
  ASSERT_EQ(r.root->imports.size(), 2u);
  EXPECT_EQ(r.root->importMap.at("./sub")->importMap.at("../a"), r.root->importMap.at("./a"));
}

TEST_F(LoaderTest, ImportCycle) {
  write("go.mod", "module m\n");
  write("main.go", "package main\nimport _ \"m/a\"\nfunc main() {}\n");
  write("a/a.go", "package a\nimport _ \"m/b\"\n");
  write("b/b.go", "package b\n\nimport _ \"m/a\"\n");
  LoadResult r = loadArgs({""});
  EXPECT_EQ(r.root, nullptr);
  EXPECT_EQ(errors(), "b/b.go:3:10: import cycle not allowed\n\tpackage m/a\n\timports m/b\n\timports m/a\n");
}

TEST_F(LoaderTest, PackageThatImportsItself) {
  write("go.mod", "module m\n");
  write("a.go", "package m\n\nimport _ \"m\"\n");
  EXPECT_EQ(loadArgs({""}, false).root, nullptr);
  EXPECT_EQ(errors(), "a.go:3:10: import cycle not allowed\n\tpackage m\n\timports m\n");
}

TEST_F(LoaderTest, MissingPackages) {
  write("x.go", "package main\n\nimport \"no/such\"\nimport \"github.com/a/b\"\n\nfunc main() {}\n");
  EXPECT_EQ(loadArgs({"x.go"}).root, nullptr);
  EXPECT_EQ(errors(),
            "x.go:3:8: package no/such is not in std (looked in hood's standard library; there is no go.mod in the "
            "program's folder or above)\n"
            "x.go:4:8: package github.com/a/b is not available (looked in hood's standard library; there is no go.mod in "
            "the program's folder or above)\n");
}

TEST_F(LoaderTest, InternalPackages) {
  write("go.mod", "module m\n");
  write("main.go",
        "package main\n\nimport _ \"internal/bytealg\"\nimport _ \"m/a/internal/x\"\nimport _ \"m/a\"\n\nfunc main() {}\n");
  write("a/a.go", "package a\n\nimport _ \"m/a/internal/x\"\n");
  write("a/internal/x/x.go", "package x\n");
  EXPECT_EQ(loadArgs({""}).root, nullptr);
  EXPECT_EQ(errors(),
            "main.go:3:10: use of internal package internal/bytealg not allowed\n"
            "main.go:4:10: use of internal package m/a/internal/x not allowed\n");
}

TEST_F(LoaderTest, TreeOfPackages) {
  write("go.mod", "module m\n");
  write("a/a.go", "package a\n");
  write("b/b.go", "package b\n\nimport _ \"m/a\"\n");
  write("b/testdata/x.go", "not Go\n");
  write("c/c_windows.go", "package c\n");
  LoadResult r = loadArgs({""}, false);
  EXPECT_EQ(errors(), "");
  EXPECT_NE(r.root, nullptr);
  EXPECT_EQ(order(r), "m/a m/b");
  LoadResult all = loadArgs({"b/..."}, false);
  EXPECT_EQ(order(all), "m/a m/b");
}

TEST_F(LoaderTest, BadRequests) {
  struct Case {
    std::vector<std::string> args;
    const char* want;
  };
  write("lib.go", "package lib\n");
  write("empty/readme.txt", "");
  write("tagged/x.go", "//go:build windows\n\npackage x\n");
  write("two/a.go", "package a\n");
  write("two/b.go", "package b\n");
  write("notes.txt", "");
  const Case cases[] = {
      {{"none.go"}, "none.go: no such file or directory\n"},
      {{"empty"}, "no Go files in empty\n"},
      {{"tagged"}, "build constraints exclude all Go files in tagged\n"},
      {{"lib.go"}, "package command-line-arguments is not a main package\n"},
      {{"two"}, "two/b.go:1:9: package b; expected package a\n"},
      {{"notes.txt"}, "notes.txt: not a Go file (the name must end in .go), nor the only argument and a folder\n"},
  };
  for (const Case& c : cases) {
    Diagnostics fresh(sources_);
    LoadRequest r;
    for (const std::string& n : c.args) r.args.push_back((dir_ / n).string());
    EXPECT_EQ(load(r, sources_, arena_, fresh).root, nullptr) << c.want;
    std::string text = fresh.format(), root = dir_.string() + "/";
    for (size_t i; (i = text.find(root)) != std::string::npos;) text.erase(i, root.size());
    EXPECT_EQ(text, c.want);
  }
}

TEST_F(LoaderTest, SyntaxErrorsStopBeforeImports) {
  write("x.go", "package main\n\nimport \"no/such\"\n\nfunc main() { x := }\n");
  EXPECT_EQ(loadArgs({"x.go"}).root, nullptr);
  EXPECT_EQ(errors(), "x.go:5:20: syntax error: unexpected }, expected expression\n");
}

// ---- its parts ----------------------------------------------------------------------------------------------------

TEST(BuildConstraint, Expressions) {
  EXPECT_TRUE(constraintHolds("linux"));
  EXPECT_TRUE(constraintHolds("linux && amd64 && !cgo"));
  EXPECT_TRUE(constraintHolds("windows || (unix && go1.22)"));
  EXPECT_FALSE(constraintHolds("ignore"));
  EXPECT_FALSE(constraintHolds("go1.23"));
  EXPECT_FALSE(constraintHolds("linux &&"));
  EXPECT_FALSE(constraintHolds("(linux"));
  EXPECT_FALSE(constraintHolds(std::string(100000, '(')));
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

TEST(BuildConstraint, FileNames) {
  for (const char* yes : {"x.go", "linux.go", "x_linux.go", "x_linux_amd64.go", "x_amd64.go", "x_y.go", "windows_x.go"}) {
    EXPECT_TRUE(fileNameFits(yes)) << yes;
  }
  for (const char* no : {"x_windows.go", "x_linux_arm64.go", "x_darwin_amd64.go", "x_arm.go", "x_windows_test.go"}) {
    EXPECT_FALSE(fileNameFits(no)) << no;
  }
}

TEST(GoMod, Directives) {
  GoMod m = parseGoMod(
      "// comment\nmodule \"a.b/c\" // path\n\ngo 1.21.3\nrequire x v1\nreplace x => ./y\nreplace z v1 => w v2\n");
  EXPECT_EQ(m.path, "a.b/c");
  EXPECT_EQ(m.goMinor, 21);
  ASSERT_EQ(m.replacements.size(), 1u);
  EXPECT_EQ(m.replacements[0].target, "./y");
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
  EXPECT_EQ(unquoteImportPath("\"/a\"", &path), "import path cannot be absolute path");
}

}  // namespace
}  // namespace hood::compiler
