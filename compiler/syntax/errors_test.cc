// Syntax errors: gc's words at gc's places; and input made to break a front end.
#include <gtest/gtest.h>

#include <chrono>

#include "compiler/syntax/parse.h"

namespace hood {
namespace {

// All diagnostics of a file, without its name.
std::string errorsIn(const std::string& text) {
  SourceSet sources;
  Arena arena;
  const SourceFile* f = sources.add("", text);
  Diagnostics diag(sources);
  parseFile(f, arena, diag);
  std::string out = diag.format(0);
  for (size_t i = 0; i < out.size(); i = out.find('\n', i) + 1) out.erase(i, out[i] == ':' ? 1 : 0);
  return out;
}

// Of a file with this after its package clause: positions count from line 2.
std::string top(const std::string& text) { return errorsIn("package p\n" + text); }
// Of a function body that starts on line 3.
std::string body(const std::string& text) { return errorsIn("package p\nfunc f() {\n" + text + "\n}\n"); }

struct Case {
  const char* source;
  const char* want;
};

TEST(SyntaxErrors, Statements) {
  const Case cases[] = {
      {"x := 1 2", "3:8: syntax error: unexpected literal 2 at end of statement\n"},
      {"x = ", "4:1: syntax error: unexpected }, expected expression\n"},
      {"f(1, 2", "3:7: syntax error: unexpected newline in argument list; possibly missing comma or )\n"},
      {"f(a b)", "3:5: syntax error: unexpected name b in argument list; possibly missing comma or )\n"},
      {"_ = []int{1\n}", "3:12: syntax error: unexpected newline in composite literal; possibly missing comma or }\n"},
      {"if x {\n}\nelse {\n}", "5:1: syntax error: unexpected keyword else, expected }\n"},
      {"if {}", "3:4: syntax error: missing condition in if statement\n"},
      {"if x; {}", "3:5: syntax error: missing condition in if statement\n"},
      {"if x = 1 {}", "3:6: syntax error: cannot use assignment x = 1 as value\n"},
      {"if x := f() {}", "3:6: syntax error: cannot use x := f() as value\n"},
      {"if x true {}", "3:6: syntax error: unexpected name true, expected {\n"},
      {"for range x y {}", "3:13: syntax error: unexpected name y, expected { after for clause\n"},
      {"for x := range y z {}", "3:18: syntax error: unexpected name z, expected { after for clause\n"},
      {"if x\n{}", "3:5: syntax error: unexpected newline, expected { after if clause\n"},
      {"if x {} else x()", "3:14: syntax error: else must be followed by if or statement block\n"},
      {"for i := 0; i < 10 {}", "3:20: syntax error: unexpected {, expected semicolon or newline\n"},
      {"for i := 0; {}", "3:13: syntax error: unexpected {, expected for loop condition\n"},
      {"for i := 0; i < 10; i := 1 {}", "3:23: syntax error: cannot declare in post statement of for loop\n"},
      {"for var i = 0; i < 10; i++ {}", "3:9: syntax error: var declaration not allowed in for initializer\n"},
      {"a, b", "3:5: syntax error: unexpected newline, expected := or = or comma\n"},
      {"a, b += 1", "3:6: syntax error: unexpected +=, expected := or = or comma\n"},
      {"x = range y", "3:5: syntax error: unexpected keyword range, expected expression\n"},
      {"switch x { foo() }", "3:12: syntax error: unexpected name foo, expected case or default or }\n"},
      {"switch { case 1: L: case 2: }", "3:19: syntax error: missing statement after label\n"},
      {"1: x()", "3:2: syntax error: unexpected : at end of statement\n"},
      {"x[]", "3:3: syntax error: unexpected ], expected operand\n"},
      {"x[:1:]", "3:6: final index required in 3-index slice\n"},
      {"x[::2]", "3:4: middle index required in 3-index slice\n"},
      {"x.1", "3:2: syntax error: unexpected literal .1 at end of statement\n"},
      {"x.(", "4:1: syntax error: unexpected }, expected type\n"},
      {"defer (f())", "3:7: expression in defer must not be parenthesized\n"},
      {"go f", "3:4: expression in go must be function call\n"},
      {"goto 1", "3:6: syntax error: unexpected literal 1, expected name\n"},
      {"var x := 1", "3:7: syntax error: unexpected :=, expected =\n"},
      {"var x", "3:6: syntax error: unexpected newline, expected type\n"},
      {"_ = (T){1}", "3:8: syntax error: cannot parenthesize type in composite literal\n"},
      {"_ = chan", "4:1: syntax error: missing channel element type\n"},
  };
  for (const Case& c : cases) {
    std::string got = body(c.source);
    // What follows on later lines is not what these cases are about.
    got = got.substr(0, got.find('\n') + 1);
    EXPECT_EQ(got, c.want) << c.source;
  }
}

TEST(SyntaxErrors, Declarations) {
  const Case cases[] = {
      {"x := 1\n", "2:1: syntax error: non-declaration statement outside function body\n"},
      {"func f()\n{\n}\n", "3:1: syntax error: unexpected semicolon or newline before {\n"},
      {"func f(a int, b)\n", "2:15: syntax error: mixed named and unnamed parameters\n"},
      {"func (x T, y T) f()\n", "2:17: method has multiple receivers\n"},
      {"func () f()\n", "2:9: method has no receiver\n"},
      {"func (r T) m[P any]()\n", "2:13: syntax error: method must have no type parameters\n"},
      {"func f[]()\n", "2:8: syntax error: empty type parameter list\n"},
      {"func f[P any, Q]()\n", "2:16: syntax error: missing type constraint\n"},
      {"type I interface { m[P any]() }\n", "2:21: interface method must have no type parameters\n"},
      {"func .f()\n", "2:6: syntax error: unexpected ., expected name or (\n"},
      {"import 1\n", "2:8: syntax error: import path must be a string\n"},
      {"import fmt\n", "2:11: syntax error: missing import path; require quoted string\n"},
      {"var x int\nimport \"fmt\"\n", "3:1: syntax error: imports must appear before other declarations\n"},
      {"type T\n", "2:7: syntax error: unexpected newline in type declaration\n"},
      {"type T struct { (U) }\n", "2:17: syntax error: cannot parenthesize embedded type\n"},
      {"type T struct { 1 }\n", "2:17: syntax error: unexpected literal 1, expected field name or embedded type\n"},
      {"var x int y\n", "2:11: syntax error: unexpected name y after top level declaration\n"},
      {"const (\n\ta = 1 b = 2\n)\n",
       "3:8: syntax error: unexpected name b in grouped declaration; possibly missing semicolon "
       "or newline or )\n"},
      {"type t <-chan<- int\n", "2:17: syntax error: unexpected name int, expected keyword chan\n"},
  };
  for (const Case& c : cases) {
    std::string got = top(c.source);
    EXPECT_EQ(got.substr(0, got.find('\n') + 1), c.want) << c.source;
  }
}

TEST(SyntaxErrors, SeveralAndOneALine) {
  EXPECT_EQ(top("func f() { x := ; y := }\nfunc g() {\n\tz = )\n\tw(\n}\nvar 1\n"),
            "2:17: syntax error: unexpected semicolon, expected expression\n"
            "4:6: syntax error: unexpected ), expected expression\n"
            "6:1: syntax error: unexpected }, expected expression\n"
            "7:5: syntax error: unexpected literal 1, expected name\n");
}

TEST(SyntaxErrors, PackageClause) {
  EXPECT_EQ(errorsIn(""), "1:1: syntax error: package statement must be first\n");
  EXPECT_EQ(errorsIn("func f() {}\n"), "1:1: syntax error: package statement must be first\n");
  EXPECT_EQ(errorsIn("package\n"), "2:1: syntax error: unexpected EOF, expected name\n");
  EXPECT_EQ(errorsIn("package p q\n"), "1:11: syntax error: unexpected name q, expected semicolon or newline\n");
}

TEST(SyntaxErrors, Directives) {
  const char* misplaced = "misplaced compiler directive\n";
  EXPECT_EQ(errorsIn("//go:noinline\npackage p\n"), std::string("1:3: ") + misplaced);
  EXPECT_EQ(top("//go:noinline\nvar x int\n"), std::string("2:3: ") + misplaced);
  EXPECT_EQ(top("func f() {\n//go:nosplit\n}\n"), std::string("3:3: ") + misplaced);
  EXPECT_EQ(top("//go:build linux\n"), std::string("2:3: ") + misplaced);
  EXPECT_EQ(top("//go:noescape\nfunc f() {}\n"), "3:6: can only use //go:noescape with external func implementations\n");
  EXPECT_EQ(top("//go:systemstack\nfunc f() {}\n"), "2:3: //go:systemstack only allowed in runtime\n");
  EXPECT_EQ(top("//go:cgo_ldflag x\nvar x int\n"), "2:3: //go:cgo_ldflag only allowed in cgo-generated code\n");
  EXPECT_EQ(top("//go:noinline\n//go:noescape\nfunc f()\n\n//go:unknown\nvar x int\n"), "");
}

TEST(SyntaxErrors, Literals) {
  const Case cases[] = {
      {"0x", "2:11: hexadecimal literal has no digits\n"},
      {"0b12", "2:12: invalid digit '2' in binary literal\n"},
      {"08", "2:10: invalid digit '8' in octal literal\n"},
      {"1_", "2:10: '_' must separate successive digits\n"},
      {"1__0", "2:11: '_' must separate successive digits\n"},
      {"1e", "2:11: exponent has no digits\n"},
      {"0x1.0", "2:14: hexadecimal mantissa requires a 'p' exponent\n"},
      {"1p3", "2:10: 'p' exponent requires hexadecimal mantissa\n"},
      {"0b1.0", "2:12: invalid radix point in binary literal\n"},
      {"08.5", ""},
      {"0x_1p-2", ""},
      {"1_000.5e+3i", ""},
      {"''", "2:10: empty rune literal or unescaped '\n"},
      {"'ab'", "2:9: more than one character in rune literal\n"},
      {"'\\q'", "2:11: unknown escape\n"},
      {"'\\400'", "2:14: octal escape value 256 > 255\n"},
      {"\"\\ud800\"", "2:16: escape is invalid Unicode code point U+D800\n"},
      {"\"\\xg\"", "2:12: invalid character 'g' in hexadecimal escape\n"},
      {"'世'", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(top(std::string("var _ = ") + c.source + "\n"), c.want) << c.source;
  auto first = [](const std::string& s) { return s.substr(0, s.find('\n') + 1); };
  EXPECT_EQ(first(top("var _ = \"abc\n")), "2:13: newline in string\n");
  EXPECT_EQ(first(top("var _ = \"abc")), "2:9: string not terminated\n");
  EXPECT_EQ(first(top("var _ = `abc\n\n")), "2:9: string not terminated\n");
  EXPECT_EQ(first(top("var _ = 'a\n")), "2:11: newline in rune literal\n");
  EXPECT_EQ(first(top("/* abc")), "2:1: comment not terminated\n");
}

TEST(SyntaxErrors, Bytes) {
  EXPECT_EQ(top("var x = 1 @ 2\n").substr(0, 39), "2:11: invalid character U+0040 '@'\n2:13");
  EXPECT_EQ(top(std::string("var x\0 int\n", 11)), "2:6: invalid NUL character\n");
  EXPECT_EQ(top("// \xff\n"), "2:4: invalid UTF-8 encoding\n");
  EXPECT_EQ(top("var \xef\xbb\xbfx int\n"), "2:5: invalid BOM in the middle of the file\n");
  EXPECT_EQ(errorsIn("\xef\xbb\xbfpackage p\n"), "");
  EXPECT_EQ(top("var \xe4\xb8\x96\xc3\xa4_1 int\n"), "");
  EXPECT_EQ(top("var a\xe2\x80\x9c int\n"), "2:6: invalid character U+201C '\xe2\x80\x9c' in identifier\n");
  EXPECT_EQ(top("var \xd9\xa1x int\n"), "2:5: identifier cannot begin with digit U+0661 '\xd9\xa1'\n");
}

// ---- hostile input ------------------------------------------------------------------------------------------------

std::string repeat(const std::string& s, size_t n) {
  std::string out;
  out.reserve(s.size() * n);
  for (size_t i = 0; i < n; i++) out += s;
  return out;
}

// One error, in reasonable time.
void expectTooDeep(const std::string& text, const char* what) {
  auto start = std::chrono::steady_clock::now();
  std::string got = errorsIn(text);
  EXPECT_NE(got.find("nesting too deep"), std::string::npos) << what << ": " << got.substr(0, 200);
  auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  EXPECT_LT(seconds, 20) << what;
}

TEST(HostileInput, DeepNesting) {
  const size_t n = 1000000;
  expectTooDeep("package p\nvar _ = " + repeat("(", n), "parentheses");
  expectTooDeep("package p\nvar _ = " + repeat("(", n) + "1" + repeat(")", n) + "\n", "closed parentheses");
  expectTooDeep("package p\nvar _ = " + repeat("!", n) + "x\n", "unary operators");
  expectTooDeep("package p\nvar _ " + repeat("[]", n) + "int\n", "slice types");
  expectTooDeep("package p\nvar _ " + repeat("*", n) + "int\n", "pointer types");
  expectTooDeep("package p\nvar _ " + repeat("func() ", n) + "\n", "function types");
  expectTooDeep("package p\nvar _ = " + repeat("[]T{", n), "literals");
  expectTooDeep("package p\nfunc f() {" + repeat("{", n), "blocks");
  expectTooDeep("package p\nfunc f() {" + repeat("L: ", n), "labels");
  expectTooDeep("package p\nfunc f() {" + repeat("if x {} else ", n) + "{} }\n", "else if");
  expectTooDeep("package p\nfunc f() {" + repeat("for { if x {", n), "statements");
  expectTooDeep("package p\nvar _ = " + repeat("f(", n), "calls");
  expectTooDeep("package p\nvar _ = " + repeat("x[", n), "indices");
  expectTooDeep("package p\nvar _ = " + repeat("func() { _ = ", n), "function literals");
}

TEST(HostileInput, LongFlatChainsAreFine) {
  const size_t n = 10000;
  EXPECT_EQ(top("var _ = 1" + repeat(" + 1", n) + "\n"), "");
  EXPECT_EQ(top("var _ = a" + repeat(" && a || b", n) + "\n"), "");
  EXPECT_EQ(top("var _ = a" + repeat(".b", n) + "\n"), "");
  EXPECT_EQ(top("var _ = a" + repeat("()", n) + "\n"), "");
  EXPECT_EQ(top("var _ = []int{" + repeat("1, ", 100 * n) + "}\n"), "");
  EXPECT_EQ(body(repeat("x()\n", 10 * n)), "");
  EXPECT_EQ(body(repeat("if x {} else ", 1000) + "{}"), "");
  EXPECT_EQ(top("var _ = " + repeat("(", 1000) + "1" + repeat(")", 1000) + "\n"), "");
}

TEST(HostileInput, HugeLines) {
  EXPECT_EQ(top("var _ = \"" + repeat("x", 100 << 20) + "\"\n"), "");
  EXPECT_EQ(top("// " + repeat("x", 100 << 20) + "\n"), "");
  std::string sum = top("var _ = 1" + repeat("+1", 20 << 20) + "\n");
  EXPECT_NE(sum.find("declaration too long"), std::string::npos) << sum.substr(0, 200);
}

TEST(HostileInput, Junk) {
  for (const char* junk :
       {")",  "}", "]",    "{",  ",",   ";",       ".",           "=",        "case", "else", "func", "@",
        "\"", "'", "\x80", "if", "...", "type T[", "interface {", "struct {", "chan", "map[", "<-",   ":="}) {
    std::string text = top(repeat(std::string(junk) + " ", 3000));
    EXPECT_TRUE(!text.empty() || std::string(junk) == ";") << junk;
    EXPECT_NE(body(repeat(std::string(junk) + "\n", 3000)), "-") << junk;
  }
  EXPECT_EQ(errorsIn(std::string(1000, '\0')).substr(0, 27), "1:1: invalid NUL character\n");
}

}  // namespace
}  // namespace hood
