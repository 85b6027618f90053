#include "compiler/cache.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "bytecode/serialize.h"
#include "compiler/bundle.h"
#include "compiler/compile.h"

namespace hood::compiler {
namespace {

namespace fs = std::filesystem;

class CacheTest : public ::testing::Test {
 protected:
  void SetUp() override {
    char name[] = "/tmp/hood_cache_testXXXXXX";
    top = mkdtemp(name);
    dir = top + "/cache";
  }
  void TearDown() override { fs::remove_all(top); }

  static std::string image(const std::string& name) {
    bytecode::Module m;
    m.name = name;
    return bytecode::writeImage(m, {});
  }
  void writeFile(const std::string& name, const std::string& text) {
    fs::create_directories(fs::path(top + "/" + name).parent_path());
    std::ofstream(top + "/" + name) << text;
  }
  std::vector<fs::path> entries() {
    std::vector<fs::path> list;
    if (!fs::exists(dir)) return list;
    for (auto& e : fs::recursive_directory_iterator(dir))
      if (e.path().extension() == ".img") list.push_back(e.path());
    return list;
  }

  std::string top, dir;
};

TEST_F(CacheTest, ReadsWhatWasWritten) {
  PackageCache c(dir, "v1");
  std::string key = CacheKey("v1").hex(), got;
  EXPECT_FALSE(c.read(key, &got));
  c.write(key, image("p"));
  ASSERT_TRUE(c.read(key, &got));
  EXPECT_EQ(got, image("p"));
}

TEST_F(CacheTest, KeysTellPartsApart) {
  CacheKey a("v"), b("v"), c("w");
  a.add("xy");
  a.add("z");
  b.add("x");
  b.add("yz");
  c.add("xy");
  c.add("z");
  EXPECT_NE(a.hex(), b.hex());
  EXPECT_NE(a.hex(), c.hex());
  EXPECT_EQ(a.hex().size(), 32u);
}

// A torn write, a flipped bit, an empty file: no entry, and the next write repairs it.
TEST_F(CacheTest, DamagedEntriesAreNone) {
  PackageCache c(dir, "v1");
  std::string key = CacheKey("v1").hex(), good = image("p"), got;
  c.write(key, good);
  fs::path file = entries().at(0);
  for (size_t keep : {size_t{0}, size_t{7}, good.size() / 2, good.size() - 1}) {
    std::ofstream(file, std::ios::trunc | std::ios::binary) << good.substr(0, keep);
    EXPECT_FALSE(c.read(key, &got)) << keep;
  }
  for (size_t at = 0; at < good.size(); at++) {
    std::string bad = good;
    bad[at] ^= 1;
    std::ofstream(file, std::ios::trunc | std::ios::binary) << bad;
    if (!c.read(key, &got)) continue;
    EXPECT_EQ(got, bad) << "padding only: " << at;
  }
  c.write(key, good);
  EXPECT_TRUE(c.read(key, &got));
}

TEST_F(CacheTest, WritersAndReadersDoNotDisturbEachOther) {
  std::string key = CacheKey("v1").hex(), a = image("aaaaaaaaaaaaaaaaaaaaaaaa"), b = image("b");
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; t++)
    threads.emplace_back([&, t] {
      PackageCache c(dir, "v1");
      for (int k = 0; k < 100; k++) {
        std::string got;
        if (t % 2 == 0) c.write(key, k % 2 == 0 ? a : b);
        bool there = c.read(key, &got);
        EXPECT_TRUE(!there || got == a || got == b);
      }
    });
  for (std::thread& t : threads) t.join();
  EXPECT_EQ(entries().size(), 1u) << "nothing half-written stays";
}

TEST_F(CacheTest, UnwritableFolderIsNoCache) {
  std::ofstream(top + "/file") << "x";
  PackageCache c(top + "/file/cache", "v1");
  std::string key = CacheKey("v1").hex(), got;
  c.write(key, image("p"));
  EXPECT_FALSE(c.read(key, &got));
}

TEST_F(CacheTest, TrimKeepsWhatWasUsedLast) {
  PackageCache c(dir, "v1");
  for (int k = 0; k < 4; k++) {
    CacheKey key("v1");
    key.add(static_cast<uint64_t>(k));
    c.write(key.hex(), image("p"));
    for (const fs::path& p : entries()) fs::last_write_time(p, fs::last_write_time(p) - std::chrono::hours(1));
  }
  c.trim(2 * image("p").size());
  EXPECT_EQ(entries().size(), 2u);
  std::string got;
  CacheKey last("v1");
  last.add(uint64_t{3});
  EXPECT_TRUE(c.read(last.hex(), &got));
  size_t removed = 0;
  std::string problem;
  EXPECT_TRUE(PackageCache::clean(dir, &removed, &problem));
  EXPECT_EQ(removed, 2u);
  EXPECT_FALSE(fs::exists(dir));
}

// A module of three packages: what is compiled again is what changed and what imports it.
TEST_F(CacheTest, ProgramsUseIt) {
  writeFile("go.mod", "module m\n\ngo 1.22\n");
  writeFile("a/a.go", "package a\n\nfunc A() int { return 1 }\n");
  writeFile("b/b.go", "package b\n\nimport \"m/a\"\n\nfunc B() int { return a.A() + 1 }\n");
  writeFile("main.go", "package main\n\nimport \"m/b\"\n\nfunc main() { println(b.B()) }\n");
  PackageCache cache(dir, "v1");
  auto compileAll = [&](Compilation& c) {
    CompileOptions o;
    o.load.args = {top};
    o.cache = &cache;
    EXPECT_TRUE(compile(o, c)) << c.diags.format();
    std::string all;
    for (const PackageBytes& p : c.images)
      if (p.user) all += std::string(p.bytes);
    return all;
  };
  Compilation first, second, third;
  std::string before = compileAll(first);
  size_t standard = entries().size() - 2;  // here the library comes from source, and is no different
  EXPECT_EQ(compileAll(second), before);
  EXPECT_EQ(entries().size(), standard + 2);
  writeFile("a/a.go", "package a\n\nfunc A() int { return 2 }\n");
  EXPECT_NE(compileAll(third), before);
  EXPECT_EQ(entries().size(), standard + 3) << "a under a new key, b again under its old one";
}

// hood run: the program's own package comes from the cache too, unless it, or what it imports, has changed.
TEST_F(CacheTest, UnchangedProgramsAreNotParsed) {
  writeFile("go.mod", "module m\n\ngo 1.22\n");
  writeFile("a/a.go", "package a\n\nfunc A() int { return 1 }\n");
  writeFile("b/b.go", "package b\n\nimport \"m/a\"\n\nfunc B() int { return a.A() + 1 }\n");
  writeFile("main.go", "package main\n\nimport \"m/b\"\n\nfunc main() { println(b.B()) }\n");
  PackageCache cache(dir, "v1");
  auto run = [&](bool runOnly, bool* checked) {
    Compilation c;
    CompileOptions o;
    o.load.args = {top};
    o.cache = &cache;
    o.runOnly = runOnly;
    EXPECT_TRUE(compile(o, c)) << c.diags.format();
    *checked = c.checkMs > 0;
    EXPECT_EQ(c.module == nullptr, runOnly);
    return c.module == nullptr ? std::string(c.images.back().bytes) : bytecode::writeImage(*c.module, {});
  };
  bool checked = false;
  std::string first = run(true, &checked);
  EXPECT_TRUE(checked);
  EXPECT_EQ(run(true, &checked), first);
  EXPECT_FALSE(checked);
  run(false, &checked);
  EXPECT_TRUE(checked) << "whoever wants the module gets it";
  auto byPath = [&](bool runOnly) {
    Compilation c;
    CompileOptions o;
    fs::path here = fs::current_path();
    fs::current_path(top);
    o.load.args = {"m"};
    o.cache = &cache;
    o.runOnly = runOnly;
    EXPECT_TRUE(compile(o, c)) << c.diags.format();
    fs::current_path(here);
    return c.module != nullptr;
  };
  EXPECT_FALSE(byPath(true));
  EXPECT_FALSE(byPath(true));
  EXPECT_TRUE(byPath(false)) << "named by its import path it is the program, too";
  writeFile("a/a.go", "package a\n\nfunc A() int { return 2 }\n");
  EXPECT_NE(run(true, &checked), first);
  EXPECT_TRUE(checked);
  writeFile("main.go", "package main\n\nimport \"m/b\"\n\nfunc main() { println(b.B(), b.C()) }\n");
  Compilation bad;
  CompileOptions o;
  o.load.args = {top};
  o.cache = &cache;
  o.runOnly = true;
  EXPECT_FALSE(compile(o, bad));
}

TEST_F(CacheTest, BundlesKnowWhatTheyAreFor) {
  writeFile("main.go", "package main\n\nfunc main() { println(1) }\n");
  Compilation c;
  CompileOptions o;
  o.load.args = {top + "/main.go"};
  ASSERT_TRUE(compile(o, c)) << c.diags.format();
  std::string bytes = writeBundle(c, "this"), problem;
  std::vector<PackageBytes> packages;
  EXPECT_TRUE(readBundle(bytes, "this", {}, &packages, &problem)) << problem;
  EXPECT_EQ(packages.back().path, "main");
  EXPECT_FALSE(readBundle(bytes, "other", {}, &packages, &problem));
  EXPECT_EQ(problem, "was built by another version of hood: build it again");
  bytes[bytes.size() / 2] ^= 1;
  EXPECT_FALSE(readBundle(bytes, "this", {}, &packages, &problem));
  EXPECT_FALSE(readBundle("", "this", {}, &packages, &problem));
}

}  // namespace
}  // namespace hood::compiler
