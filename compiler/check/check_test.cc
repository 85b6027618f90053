// The checker against testdata/check: bad_*.go must give exactly the errors that their comments announce, ok_*.go none,
// and their trees must carry every annotation. A comment `// ERROR 7 "text" 9 "text"` announces the errors of its line:
// column and the message's beginning; the lines of a longer message are separated by " | ".
#include "compiler/check/check.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "compiler/check/verify.h"
#include "compiler/syntax/parse.h"

namespace hood::check {
namespace {

namespace fs = std::filesystem;

struct Checked {
  SourceSet sources;
  Arena arena;
  Diagnostics diags{sources};
  types::Context ctx;
  constant::Pool consts;
  types::Package* pkg = nullptr;
  std::unique_ptr<PackageCheck> check;
  SourceFile* source = nullptr;

  explicit Checked(const std::string& text, Options options = {}, int goMinor = 22) {
    source = sources.add("x.go", text);
    ast::File* f = parseFile(source, arena, diags);
    if (diags.any()) return;
    pkg = ctx.make<types::Package>();
    pkg->path = pkg->name = std::string(f->package->name);
    pkg->files = {f};
    pkg->goMinor = goMinor;
    check = std::make_unique<PackageCheck>(ctx, consts, diags, pkg, options);
    check->run();
  }
  template <class T>
  T* object(const std::string& name) {
    return static_cast<T*>(pkg->scope->lookup(name));
  }
  types::Func* func(const std::string& name) { return object<types::Func>(name); }
  // A variable of a function's outermost block.
  types::Var* local(const std::string& function, const std::string& name) {
    return static_cast<types::Var*>(func(function)->sig()->scope->lookup(name));
  }
};

std::string slurp(const fs::path& p) {
  std::ifstream in(p, std::ios::binary);
  std::stringstream s;
  s << in.rdbuf();
  return s.str();
}

struct Announced {
  uint32_t line, col;
  std::string text;
};

std::vector<Announced> announcedIn(const std::string& text) {
  std::vector<Announced> out;
  std::stringstream in(text);
  std::string line;
  for (uint32_t n = 1; std::getline(in, line); n++) {
    size_t at = line.find("// ERROR ");
    if (at == std::string::npos) continue;
    std::stringstream rest(line.substr(at + 9));
    uint32_t col;
    while (rest >> col) {
      std::string message;
      rest >> std::ws;
      EXPECT_EQ(rest.get(), '"') << "line " << n;
      for (int c = rest.get(); c != '"' && c >= 0; c = rest.get()) message += static_cast<char>(c == '\\' ? rest.get() : c);
      out.push_back({n, col, message});
    }
  }
  return out;
}

std::string oneLine(const std::string& s) {
  std::string out;
  for (size_t k = 0; k < s.size(); k++) {
    if (s[k] == '\n') {
      out += " | ";
      while (k + 1 < s.size() && s[k + 1] == '\t') k++;
    } else {
      out += s[k];
    }
  }
  return out;
}

std::vector<fs::path> filesNamed(const char* prefix) {
  std::vector<fs::path> out;
  for (auto& e : fs::directory_iterator(fs::path(HOOD_SOURCE_DIR) / "testdata/check"))
    if (e.path().filename().string().starts_with(prefix)) out.push_back(e.path());
  std::sort(out.begin(), out.end());
  return out;
}

TEST(CheckFiles, BadFilesGiveTheAnnouncedErrors) {
  std::vector<fs::path> files = filesNamed("bad_");
  ASSERT_GE(files.size(), 8u);
  for (const fs::path& file : files) {
    SCOPED_TRACE(file.filename().string());
    std::string text = slurp(file);
    Checked c(text);
    std::vector<Announced> want = announcedIn(text);
    for (const Diagnostic& d : c.diags.list()) {
      Position p = c.sources.position(d.pos);
      std::string message = oneLine(d.text);
      auto it = std::find_if(want.begin(), want.end(), [&](const Announced& a) {
        return a.line == p.line && a.col == p.col && message.starts_with(a.text);
      });
      if (it == want.end()) {
        ADD_FAILURE() << "not announced: " << p.line << ":" << p.col << ": " << message;
      } else {
        want.erase(it);
      }
    }
    for (const Announced& a : want) ADD_FAILURE() << "missing: " << a.line << ":" << a.col << ": " << a.text;
  }
}

TEST(CheckFiles, OkFilesCarryAllAnnotations) {
  std::vector<fs::path> files = filesNamed("ok_");
  ASSERT_GE(files.size(), 3u);
  for (const fs::path& file : files) {
    SCOPED_TRACE(file.filename().string());
    Checked c(slurp(file));
    EXPECT_EQ(c.diags.format(), "");
    if (c.pkg == nullptr) continue;
    for (const std::string& problem : verifyAnnotations(c.pkg->files[0], c.sources)) ADD_FAILURE() << problem;
  }
}

TEST(Check, BodiesWaitUntilAskedFor) {
  Options lazy;
  lazy.ignoreBodies = true;
  Checked c("package p\nfunc f() int { return \"x\" }\nfunc g() {}\n", lazy);
  EXPECT_FALSE(c.diags.any());
  EXPECT_TRUE(c.check->checkBody(c.func("g")));
  EXPECT_FALSE(c.check->checkBody(c.func("f")));
  EXPECT_EQ(c.diags.count(), 1u);
}

std::string initOrderOf(Checked& c) {
  std::string order;
  for (const types::Initializer& i : c.pkg->initOrder)
    for (types::Var* v : i.lhs) order += std::string(v->name) + " ";
  return order;
}

TEST(Check, InitOrderFollowsDependenciesThroughFunctions) {
  const char* text =
      "package p\n"
      "var a = b + f()\n"
      "var b = 1\n"
      "var c, d = g()\n"
      "func f() int { return h() }\n"
      "func h() int { return d }\n"
      "func g() (int, int) { return e, e }\n"
      "var e = 3\n";
  Checked eager(text);
  EXPECT_EQ(eager.diags.format(), "");
  EXPECT_EQ(initOrderOf(eager), "b e c d a ");
  // The bodies that decide it are looked at even where bodies wait.
  Options lazy;
  lazy.ignoreBodies = true;
  Checked waiting(text, lazy);
  EXPECT_EQ(initOrderOf(waiting), "b e c d a ");
}

TEST(Check, FlagsOfVariables) {
  Checked c(
      "package p\n"
      "type T struct{ n int; a [4]int }\n"
      "func (t *T) inc() { t.n++ }\n"
      "func (t T) get() int { return t.n }\n"
      "func use(...any) {}\n"
      "func f() {\n"
      "  plain := 1; use(plain)\n"
      "  again := 1; again = 2; use(again)\n"
      "  counted := 1; counted++\n"
      "  taken := 1; p := &taken; use(p)\n"
      "  var part T; q := &part.n; use(q)\n"
      "  var viaMethod T; viaMethod.inc()\n"
      "  var byValue T; use(byValue.get())\n"
      "  var sliced T; use(sliced.a[:])\n"
      "  copied := 1; func() { use(copied) }()\n"
      "  shared := 1; func() { shared = 2 }(); use(shared)\n"
      "  ptr := &T{}; ptr.inc(); ptr.n = 3\n"
      "  list := []int{1}; list[0] = 2; r := &list[0]; use(r)\n"
      "}\n"
      "func named() (res int) { defer func() { use(res) }(); return 5 }\n");
  ASSERT_EQ(c.diags.format(), "");
  auto flags = [&](const char* name) {
    types::Var* v = c.local("f", name);
    return std::string(v->addrTaken ? "&" : "") + (v->captured ? "c" : "") + (v->reassigned ? "=" : "");
  };
  EXPECT_EQ(flags("plain"), "");
  EXPECT_EQ(flags("again"), "=");
  EXPECT_EQ(flags("counted"), "=");
  EXPECT_EQ(flags("taken"), "&");
  EXPECT_EQ(flags("part"), "&");
  EXPECT_EQ(flags("viaMethod"), "&");
  EXPECT_EQ(flags("byValue"), "");
  EXPECT_EQ(flags("sliced"), "&");
  EXPECT_EQ(flags("copied"), "c");
  EXPECT_EQ(flags("shared"), "c=");
  EXPECT_EQ(flags("ptr"), "");
  EXPECT_EQ(flags("list"), "");
  types::Var* res = c.local("named", "res");
  EXPECT_TRUE(res->captured && res->reassigned) << "return 5 assigns to a shared result";
}

TEST(Check, UntypedShiftsTakeTheTypeOfTheirContext) {
  Checked c(
      "package p\n"
      "var s uint = 3\n"
      "var i8 int8 = 1 << s\n"
      "var u = uint64(1<<s) + 1\n"
      "var f = make([]int, 1<<s)\n");
  ASSERT_EQ(c.diags.format(), "");
  auto* decl = static_cast<ast::VarDecl*>(c.pkg->files[0]->decls[1]);
  auto* shift = static_cast<ast::BinaryExpr*>(decl->values[0]);
  EXPECT_EQ(types::typeString(shift->type, c.pkg), "int8");
  EXPECT_EQ(types::typeString(shift->x->type, c.pkg), "int8");
}

TEST(Check, LanguageVersions) {
  const char* rangeInt = "package p\nfunc f() { for range 3 {} }\n";
  EXPECT_EQ(Checked(rangeInt, {}, 22).diags.format(), "");
  EXPECT_EQ(Checked(rangeInt, {}, 21).diags.format(),
            "x.go:2:22: cannot range over 3 (untyped int constant): requires go1.22 or later (-lang was set to "
            "go1.21; check go.mod)\n");
  EXPECT_EQ(Checked("package p\nvar x = min(1, 2)\n", {}, 20).diags.format(),
            "x.go:2:9: min requires go1.21 or later (-lang was set to go1.20; check go.mod)\n");
}

TEST(Check, LongSumsAreCheckedInLinearTime) {
  std::string text = "package p\nvar x = 1\nvar y = x";
  for (int k = 0; k < 15000; k++) text += "+x";
  text += "\nconst s = \"a\"";
  for (int k = 0; k < 15000; k++) text += "+\"b\"";
  Checked c(text + "\nconst n = len(s)\n");
  EXPECT_EQ(c.diags.format(), "");
  int64_t n = 0;
  EXPECT_TRUE(constant::int64Val(c.object<types::Const>("n")->value, &n));
  EXPECT_EQ(n, 15001);
}

}  // namespace
}  // namespace hood::check
