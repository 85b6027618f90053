#include "compiler/packages.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "compiler/load/constraints.h"
#include "compiler/load/go_files.h"

namespace hood::compiler {
namespace {

namespace fs = std::filesystem;

// A folder of files, removed at the end.
class LoaderTest : public ::testing::Test {
 protected:
  LoaderTest() {
    dir_ = fs::temp_directory_path() / ("hood_loader_" + std::to_string(getpid()));
    fs::create_directories(dir_);
    setenv("GOMODCACHE", (dir_ / "cache").c_str(), 1);
    setenv("GOWORK", "off", 1);
  }
  ~LoaderTest() override { fs::remove_all(dir_); }

  void write(const std::string& name, const std::string& text) {
    fs::create_directories((dir_ / name).parent_path());
    std::ofstream(dir_ / name, std::ios::binary) << text;
  }
  LoadResult loadArgs(const std::vector<std::string>& names, bool requireMain = true) {
    LoadRequest r;
    r.requireMain = requireMain;
    r.goroot = "off";
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
  write("m/go.mod", "module m\nrequire other.org/r v1.2.3\nreplace (\n\tother.org/r v1.2.3 => ../r // here\n)\n");
  write("m/main.go", "package main\nimport _ \"other.org/r/sub\"\nfunc main() {}\n");
  write("r/go.mod", "module other.org/r\ngo 1.17\n");
  write("r/sub/s.go", "package sub\n");
  LoadResult r = loadArgs({"m"});
  EXPECT_EQ(errors(), "");
  EXPECT_EQ(order(r), "other.org/r/sub main");
  EXPECT_EQ(r.packages.front()->goMinor, 17);

  write("v/go.mod", "module v\ngo 1.20\nrequire vend.org/v v1.0.0\n");
  write("v/main.go", "package main\nimport _ \"vend.org/v/sub\"\nfunc main() {}\n");
  write("v/vendor/vend.org/v/sub/v.go", "package sub\n");
  write("v/vendor/modules.txt", "# vend.org/v v1.0.0\n## explicit; go 1.18\nvend.org/v/sub\n");
  LoadResult v = loadArgs({"v"});
  EXPECT_EQ(errors(), "");
  EXPECT_EQ(order(v), "vend.org/v/sub main");
  EXPECT_EQ(v.packages.front()->goMinor, 18);

  write("v/vendor/modules.txt", "# vend.org/v v1.0.1\n## explicit\nvend.org/v/sub\n");
  loadArgs({"v"});
  EXPECT_NE(errors().find("vend.org/v@v1.0.0: is explicitly required in go.mod, but vendor/modules.txt indicates "
                          "vend.org/v@v1.0.1\n"),
            std::string::npos)
      << errors();
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
  EXPECT_EQ(errors(),
            "package m\n\timports m/a from main.go\n\timports m/b from a.go\n\timports m/a from b.go: import cycle not "
            "allowed\n");
}

TEST_F(LoaderTest, PackageThatImportsItself) {
  write("go.mod", "module m\n");
  write("a.go", "package m\n\nimport _ \"m\"\n");
  EXPECT_EQ(loadArgs({""}, false).root, nullptr);
  EXPECT_EQ(errors(), "package m\n\timports m from a.go: import cycle not allowed\n");
}

TEST_F(LoaderTest, MissingPackages) {
  write("x.go", "package main\n\nimport \"no/such\"\nimport \"github.com/a/b\"\n\nfunc main() {}\n");
  EXPECT_EQ(loadArgs({"x.go"}).root, nullptr);
  EXPECT_EQ(
      errors(),
      "x.go:3:8: package no/such is not in std\n\tlooked in hood's standard library\n\tthere is no go.mod in the program's "
      "folder or above\n"
      "x.go:4:8: no required module provides package github.com/a/b: go.mod file not found in current directory or any "
      "parent directory; see 'go help modules'\n");
}

TEST_F(LoaderTest, InternalPackages) {
  write("go.mod", "module m\n");
  write("main.go",
        "package main\n\nimport _ \"internal/bytealg\"\nimport _ \"m/a/internal/x\"\nimport _ \"m/a\"\n\nfunc main() {}\n");
  write("a/a.go", "package a\n\nimport _ \"m/a/internal/x\"\n");
  write("a/internal/x/x.go", "package x\n");
  EXPECT_EQ(loadArgs({""}).root, nullptr);
  EXPECT_EQ(errors(),
            "main.go:3:8: use of internal package internal/bytealg not allowed\n"
            "main.go:4:8: use of internal package m/a/internal/x not allowed\n");
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
      {{"none.go"}, "open none.go: no such file or directory\n"},
      {{"empty"}, "no Go files in ROOT/empty\n"},
      {{"tagged"}, "package ROOT/tagged: build constraints exclude all Go files in ROOT/tagged\n"},
      {{"lib.go"}, "package command-line-arguments is not a main package\n"},
      {{"two"}, "found packages a (a.go) and b (b.go) in ROOT/two\n"},
      {{"notes.txt"}, "notes.txt: not a Go file (the name must end in .go), nor the only argument and a folder\n"},
  };
  for (const Case& c : cases) {
    Diagnostics fresh(sources_);
    LoadRequest r;
    for (const std::string& n : c.args) r.args.push_back((dir_ / n).string());
    EXPECT_EQ(load(r, sources_, arena_, fresh).root, nullptr) << c.want;
    std::string want = c.want;
    for (size_t i; (i = want.find("ROOT")) != std::string::npos;) want.replace(i, 4, dir_.string());
    std::string text = fresh.format(), root = dir_.string() + "/";
    if (want.find(root) == std::string::npos)
      for (size_t i; (i = text.find(root)) != std::string::npos;) text.erase(i, root.size());
    EXPECT_EQ(text, want);
  }
}

TEST_F(LoaderTest, SyntaxErrorsStopBeforeImports) {
  write("x.go", "package main\n\nimport \"no/such\"\n\nfunc main() { x := }\n");
  EXPECT_EQ(loadArgs({"x.go"}).root, nullptr);
  EXPECT_EQ(errors(), "x.go:5:20: syntax error: unexpected }, expected expression\n");
}

// A module cache with two versions: the newest that is asked for is taken, wherever the request comes from.
TEST_F(LoaderTest, ModuleCache) {
  write("cache/ex.org/a@v1.0.0/go.mod", "module ex.org/a\ngo 1.16\nrequire ex.org/!big v1.2.0\n");
  write("cache/ex.org/a@v1.0.0/a.go", "package a\nimport _ \"ex.org/Big\"\n");
  write("cache/ex.org/!big@v1.1.0/b.go", "package old\n");
  write("cache/ex.org/!big@v1.2.0/b.go", "package big\n");
  write("cache/cache/download/ex.org/a/@v/v1.0.0.mod", "module ex.org/a\ngo 1.16\nrequire ex.org/Big v1.2.0\n");
  write("m/go.mod", "module m\ngo 1.16\nrequire (\n\tex.org/a v1.0.0\n\tex.org/Big v1.1.0\n)\n");
  write("m/main.go", "package main\nimport _ \"ex.org/a\"\nfunc main() {}\n");
  LoadResult r = loadArgs({"m"});
  ASSERT_EQ(errors(), "");
  EXPECT_EQ(order(r), "ex.org/Big ex.org/a main");
  EXPECT_EQ(r.packages.front()->name, "big");

  write("m/main.go", "package main\nimport _ \"ex.org/c\"\nfunc main() {}\n");
  write("m/go.mod", "module m\ngo 1.20\nrequire ex.org/c v1.0.0\n");
  EXPECT_EQ(loadArgs({"m"}).root, nullptr);
  EXPECT_NE(errors().find("main.go:2:8: ex.org/c@v1.0.0 is not in the module cache ("), std::string::npos) << errors();
}

TEST_F(LoaderTest, Workspace) {
  unsetenv("GOWORK");
  write("go.work", "go 1.20\nuse (\n\t./a\n\t./b\n)\n");
  write("a/go.mod", "module ex.org/a\ngo 1.19\n");
  write("a/main.go", "package main\nimport _ \"ex.org/b/sub\"\nfunc main() {}\n");
  write("b/go.mod", "module ex.org/b\ngo 1.18\n");
  write("b/sub/s.go", "package sub\n");
  LoadResult r = loadArgs({"a"});
  ASSERT_EQ(errors(), "");
  EXPECT_EQ(order(r), "ex.org/b/sub main");
  EXPECT_EQ(r.packages.front()->goMinor, 18);
  EXPECT_EQ(r.root->goMinor, 19);
}

TEST_F(LoaderTest, LanguageVersionOfAFile) {
  write("go.mod", "module m\ngo 1.21\n");
  write("a.go", "package main\nfunc main() {}\n");
  write("b.go", "//go:build go1.18\n\npackage main\n");
  write("c.go", "//go:build go1.22 || linux && go1.23\n\npackage main\n");
  LoadResult r = loadArgs({""});
  ASSERT_EQ(errors(), "");
  ASSERT_EQ(r.root->files.size(), 3u);
  EXPECT_EQ(r.root->files[0]->goMinor, 0);
  EXPECT_EQ(r.root->files[1]->goMinor, 18);
  EXPECT_EQ(r.root->files[2]->goMinor, 22);
  // Before 1.21 a module's version was not to be lowered by a file.
  EXPECT_EQ(fileGoMinor("go1.18", 20), 0);
  EXPECT_EQ(fileGoMinor("go1.21", 20), 21);
}

TEST_F(LoaderTest, AssemblyMeansThePortableHalf) {
  write("go.mod", "module m\n");
  write("main.go", "package main\nimport _ \"m/a\"\nfunc main() {}\n");
  write("a/f_amd64.s", "TEXT ·f(SB), 4, $0\n\tRET\n");
  write("a/f_amd64.go", "package a\n\nfunc f()\n");
  write("a/f_generic.go", "//go:build !amd64\n\npackage a\n\nfunc f() {}\n");
  LoadResult r = loadArgs({""});
  ASSERT_EQ(errors(), "");
  ASSERT_EQ(r.packages.front()->files.size(), 1u);
  EXPECT_TRUE(r.packages.front()->files[0]->source->path.ends_with("f_generic.go"));
}

TEST_F(LoaderTest, Linkname) {
  write("x.go",
        "package main\n\nimport _ \"unsafe\"\n\n//go:linkname now runtime.nanotime\nfunc now() int64\n\n"
        "//go:linkname mine other.mine\nfunc mine() {}\n\nfunc main() {}\n");
  LoadRequest r;
  r.args = {(dir_ / "x.go").string()};
  r.withRuntime = true;
  load(r, sources_, arena_, diag_);
  EXPECT_EQ(errors(), "x.go:5:3: //go:linkname now runtime.nanotime: hood cannot link to runtime.nanotime\n");
}

TEST_F(LoaderTest, EndlessAndOddFiles) {
  write("loop/a.txt", "");
  fs::create_directory_symlink(dir_ / "loop", dir_ / "loop/again");
  fs::create_symlink("b.go", dir_ / "a.go");
  fs::create_symlink("a.go", dir_ / "b.go");
  fs::create_symlink("/dev/zero", dir_ / "zero.go");
  loadArgs({"loop/..."}, false);
  loadArgs({"a.go"});
  loadArgs({"zero.go"});
  write("junk.go", std::string("\x7f"
                               "ELF\0\1\2",
                               7));
  loadArgs({"junk.go"});
  write("huge.go", "");
  fs::resize_file(dir_ / "huge.go", kMaxSourceBytes + 1);
  loadArgs({"huge.go"});
  write("other/c.go", "package main\n");
  write("c.go", "package main\n");
  loadArgs({"c.go", "other/c.go"});
  std::string all = errors();
  EXPECT_NE(all.find("no Go files in"), std::string::npos) << all;
  EXPECT_NE(all.find("open a.go: too many levels of symbolic links"), std::string::npos) << all;
  EXPECT_NE(all.find("read zero.go: not a regular file"), std::string::npos) << all;
  EXPECT_NE(all.find("read junk.go: unexpected NUL in input"), std::string::npos) << all;
  EXPECT_NE(all.find("read huge.go: file too large"), std::string::npos) << all;
  EXPECT_NE(all.find("named files must all be in one directory"), std::string::npos) << all;
}

}  // namespace
}  // namespace hood::compiler
