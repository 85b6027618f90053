// Representable constants, untyped operands, assignability, conversions.
#include <gtest/gtest.h>

#include "compiler/check/check_testing.h"

namespace hood::check {
namespace {

// The message of `var _ T = x` or of the expression `x` alone, without its position.
std::string whyNot(const std::string& decl, const std::string& prelude = "", int goMinor = 22) {
  std::string e = errorsOf(prelude + "\n" + decl, goMinor);
  size_t colon = e.find(": ");
  return colon == std::string::npos ? e : e.substr(colon + 2, e.size() - colon - 3);
}

TEST(Representable, Integers) {
  for (const char* ok :
       {"int8 = -128", "int8 = 127", "uint8 = 255", "int64 = -1 << 63", "uint64 = 1<<64 - 1", "uintptr = 1<<64 - 1",
        "int = 1<<63 - 1", "int = 2.0", "int = 'a'", "uint = 1e3", "int = 4 + 0i", "rune = 0x7fffffff"})
    EXPECT_EQ(whyNot(std::string("var _ ") + ok), "") << ok;
  EXPECT_EQ(whyNot("var _ int8 = 128"),
            "cannot use 128 (untyped int constant) as int8 value in variable declaration (overflows)");
  EXPECT_EQ(whyNot("var _ byte = 256"),
            "cannot use 256 (untyped int constant) as byte value in variable declaration (overflows)");
  EXPECT_EQ(whyNot("var _ uint = -1"),
            "cannot use -1 (untyped int constant) as uint value in variable declaration (overflows)");
  EXPECT_EQ(
      whyNot("var _ int = 1 << 63"),
      "cannot use 1 << 63 (untyped int constant 9223372036854775808) as int value in variable declaration (overflows)");
  EXPECT_EQ(whyNot("var _ int = 1.5"),
            "cannot use 1.5 (untyped float constant) as int value in variable declaration (truncated)");
  EXPECT_EQ(whyNot("var _ int = 1i"),
            "cannot use 1i (untyped complex constant (0 + 1i)) as int value in variable declaration (truncated)");
  EXPECT_EQ(whyNot("const c int8 = 127\nvar _ = c + 1"), "c + 1 (constant 128 of type int8) overflows int8");
  EXPECT_EQ(whyNot("const _ = 1 << 600"), "constant shift overflow");
}

TEST(Representable, Floats) {
  EXPECT_EQ(whyNot("var _ float32 = 1e38"), "");
  EXPECT_EQ(whyNot("var _ float32 = 1e39"),
            "cannot use 1e39 (untyped float constant 1e+39) as float32 value in variable declaration (overflows)");
  EXPECT_EQ(whyNot("var _ float64 = 1e-1000"), "");
  EXPECT_EQ(
      whyNot("var _ complex64 = 1e39i"),
      "cannot use 1e39i (untyped complex constant (0 + 1e+39i)) as complex64 value in variable declaration (overflows)");
  // A typed constant has its type's precision.
  EXPECT_EQ(errorsOf("const c float32 = 0.1\nvar a [1]int\nconst _ = 1 / (c - 0.100000001490116119384765625)"),
            "4:15: invalid operation: division by zero\n");
}

TEST(Assignable, UntypedOperands) {
  for (const char* ok :
       {"any = nil", "any = 1", "string = \"s\"", "bool = 1 < 2", "*int = nil", "[]int = nil", "func() = nil",
        "chan int = nil", "map[int]int = nil", "float64 = 'a'", "complex128 = 1", "byte = 'x'"})
    EXPECT_EQ(whyNot(std::string("var _ ") + ok), "") << ok;
  EXPECT_EQ(whyNot("var _ int = \"a\""), "cannot use \"a\" (untyped string constant) as int value in variable declaration");
  EXPECT_EQ(whyNot("var _ string = 1"), "cannot use 1 (untyped int constant) as string value in variable declaration");
  EXPECT_EQ(whyNot("var _ int = nil"), "cannot use nil as int value in variable declaration");
  EXPECT_EQ(whyNot("var _ bool = 1"), "cannot use 1 (untyped int constant) as bool value in variable declaration");
  EXPECT_EQ(whyNot("var _ = nil"), "use of untyped nil in variable declaration");
}

TEST(Assignable, NamedAndUnnamedTypes) {
  std::string types = "type A []int; type B []int; var a A; var b B; var s []int";
  EXPECT_EQ(whyNot("var _ A = s", types), "");
  EXPECT_EQ(whyNot("var _ []int = b", types), "");
  EXPECT_EQ(whyNot("var _ A = b", types), "cannot use b (variable of type B) as A value in variable declaration");
  std::string chans = "type C chan int; type D <-chan int; var c C; var both chan int; var out chan<- int";
  EXPECT_EQ(whyNot("var _ <-chan int = c", chans), "");
  EXPECT_EQ(whyNot("var _ D = both", chans), "");
  EXPECT_EQ(whyNot("var _ D = c", chans), "cannot use c (variable of type C) as D value in variable declaration");
  EXPECT_EQ(whyNot("var _ <-chan int = out", chans),
            "cannot use out (variable of type chan<- int) as <-chan int value in variable declaration");
}

TEST(Assignable, Interfaces) {
  std::string types =
      "type I interface{ M() }; type T struct{}; func (*T) M() {}; type U struct{}; func (U) M(int) {}; type V struct{}; "
      "func (V) m() {}\n"
      "var t T; var u U; var v V; var i I; var e any; var p *I";
  EXPECT_EQ(whyNot("var _ I = &t", types), "");
  EXPECT_EQ(whyNot("var _ any = i", types), "");
  EXPECT_EQ(whyNot("var _ I = t", types),
            "cannot use t (variable of type T) as I value in variable declaration: T does not implement I (method M has "
            "pointer receiver)");
  EXPECT_EQ(whyNot("var _ I = u", types),
            "cannot use u (variable of type U) as I value in variable declaration: U does not implement I (wrong type for "
            "method M)\n"
            "\t\thave M(int)\n\t\twant M()");
  EXPECT_EQ(
      whyNot("var _ I = v", types),
      "cannot use v (variable of type V) as I value in variable declaration: V does not implement I (missing method M)\n"
      "\t\thave m()\n\t\twant M()");
  EXPECT_EQ(
      whyNot("var _ I = 1", types),
      "cannot use 1 (constant of type int) as I value in variable declaration: int does not implement I (missing method M)");
  EXPECT_EQ(whyNot("var _ *T = i", types),
            "cannot use i (variable of type I) as *T value in variable declaration: need type assertion");
  EXPECT_EQ(
      whyNot("var _ I = e", types),
      "cannot use e (variable of type any) as I value in variable declaration: any does not implement I (missing method M)");
  EXPECT_EQ(whyNot("var _ I = p", types),
            "cannot use p (variable of type *I) as I value in variable declaration: *I does not implement I (type *I is "
            "pointer to interface, not interface)");
}

TEST(Conversion, Constants) {
  EXPECT_EQ(whyNot("const _ = string('a') + string(0x4e16)\nconst _ byte = byte(255)\nconst _ = float32(0.1)"), "");
  EXPECT_EQ(whyNot("var _ = byte(256)"), "constant 256 overflows byte");
  EXPECT_EQ(whyNot("var _ = int(1.5)"), "cannot convert 1.5 (untyped float constant) to type int");
  EXPECT_EQ(whyNot("var _ = int(\"a\")"), "cannot convert \"a\" (untyped string constant) to type int");
  EXPECT_EQ(whyNot("var _ = uint8(int8(-1))"), "constant -1 overflows uint8");
  EXPECT_EQ(whyNot("var _ = []byte(\"abc\")\nvar _ = []rune(\"abc\")\nvar _ = any(1)\nvar _ = (*int)(nil)"), "");
  EXPECT_EQ(whyNot("var _ = []int(\"abc\")"), "cannot convert \"abc\" (untyped string constant) to type []int");
  Checked c("const s = string(rune(-1))");
  EXPECT_EQ(c.errors(), "");
  EXPECT_EQ(constant::stringVal(static_cast<types::Const*>(c.pkg->scope->lookup("s"))->value), "\xef\xbf\xbd");
}

TEST(Conversion, Values) {
  std::string vars =
      "import \"unsafe\"\nvar i int; var f float64; var c complex128; var s string; var b []byte; var r []rune; var p *int; "
      "var u uintptr; var x []int\n"
      "type S struct { A int `x` }; type T struct { A int `y` }; var t T; var pt *T; var up unsafe.Pointer";
  for (const char* ok : {"float32(i)", "int8(f)", "complex64(c)", "string(i)", "string(b)", "string(r)", "[]byte(s)",
                         "[]rune(s)", "S(t)", "(*S)(pt)", "unsafe.Pointer(p)", "unsafe.Pointer(u)", "uintptr(up)",
                         "(*float64)(up)", "(*[4]int)(x)", "[4]int(x)", "any(t)"})
    EXPECT_EQ(whyNot(std::string("var _ = ") + ok, vars), "") << ok;
  EXPECT_EQ(whyNot("var _ = int(s)", vars), "cannot convert s (variable of type string) to type int");
  EXPECT_EQ(whyNot("var _ = float64(c)", vars), "cannot convert c (variable of type complex128) to type float64");
  EXPECT_EQ(whyNot("var _ = string(f)", vars), "cannot convert f (variable of type float64) to type string");
  EXPECT_EQ(whyNot("var _ = [4]byte(x)", vars), "cannot convert x (variable of type []int) to type [4]byte");
  EXPECT_EQ(whyNot("var _ = [4]int(x)", vars, 19),
            "cannot convert x (variable of type []int) to type [4]int: conversion of slice to array requires go1.20 or "
            "later (-lang was "
            "set to go1.19; check go.mod)");
  EXPECT_EQ(whyNot("var _ = (*[4]int)(x)", vars, 16),
            "cannot convert x (variable of type []int) to type *[4]int: conversion of slice to array pointer requires "
            "go1.17 or later (-lang was set to go1.16; check go.mod)");
}

// What a constant has after checking is what the IR is built from.
TEST(Untyped, OperandsGetTheTypeTheyAreConvertedTo) {
  Checked c("var f float32 = 1\nvar n = 2\nvar sh int8 = 1 << n\nvar b bool = n < 3\nvar e any = 'x'");
  EXPECT_EQ(c.errors(), "");
  auto init = [&](size_t k) { return ast::as<ast::VarDecl>(c.file->decls[k])->values[0]; };
  EXPECT_EQ(init(0)->type, c.ctx.typ(types::BasicKind::Float32));
  EXPECT_EQ(constant::kindOf(init(0)->value), constant::Kind::Float);
  EXPECT_EQ(ast::as<ast::BinaryExpr>(init(2))->x->type, c.ctx.typ(types::BasicKind::Int8));
  auto* cmp = ast::as<ast::BinaryExpr>(init(3));
  EXPECT_EQ(cmp->y->type, c.ctx.typ(types::BasicKind::Int));
  EXPECT_EQ(cmp->type, c.ctx.typ(types::BasicKind::Bool));
  EXPECT_EQ(types::typeString(init(4)->type, c.pkg), "rune");
}

TEST(Builtins, AreNoValues) {
  EXPECT_EQ(errorsIn("panic[0] = nil"), "3:6: invalid operation: cannot index panic (built-in)\n");
  EXPECT_EQ(errorsIn("_ = len"), "3:5: len (built-in) must be called\n");
  EXPECT_EQ(errorsIn("println(1, [1]int{})"), "3:8: illegal types for operand: print\n\t[1]int\n");
}

TEST(Untyped, ShiftsTakeTheTypeOfTheirContext) {
  std::string n = "var n uint";
  EXPECT_EQ(whyNot("var _ int64 = 1 << n", n), "");
  EXPECT_EQ(whyNot("var _ = uint8(1 << n)", n), "");
  EXPECT_EQ(whyNot("var _ float64 = 1 << n", n), "invalid operation: shifted operand 1 (type float64) must be integer");
  EXPECT_EQ(whyNot("var _ = 1.0 << n", n), "invalid operation: shifted operand 1.0 (type float64) must be integer");
  EXPECT_EQ(whyNot("var _ int = 1.0 << n", n), "");
  EXPECT_EQ(whyNot("var _ = make([]int, 1.0 << n)", n), "");
}

}  // namespace
}  // namespace hood::check
