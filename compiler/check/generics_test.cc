// What the checker writes down about generic code, inference case by case, language versions.
#include <gtest/gtest.h>

#include "compiler/check/check_testing.h"

namespace hood::check {
namespace {

// The type arguments of the identifier in the n-th `_ = …` of func _, and its type.
std::string instanceOf(const std::string& decls, const std::string& expr) {
  Checked c(decls + "\nfunc _() { _ = " + expr + " }\n");
  if (c.diags.any()) return c.errors();
  auto* f = static_cast<ast::FuncDecl*>(c.file->decls[c.file->decls.size() - 1]);
  ast::Expr* e = static_cast<ast::AssignStmt*>(f->body->stmts[0])->rhs[0];
  if (e->kind == ast::NodeKind::CallExpr) e = static_cast<ast::CallExpr*>(e)->fun;
  if (e->kind == ast::NodeKind::IndexExpr) e = static_cast<ast::IndexExpr*>(e)->x;
  auto* id = static_cast<ast::Ident*>(e);
  if (id->instance == nullptr) return "no instance";
  std::string out;
  for (types::Type* t : id->instance->targs) out += types::typeString(t, c.pkg) + " ";
  return out + ": " + types::typeString(id->type, c.pkg);
}

const char* kDecls = R"(
type Pair[K comparable, V any] struct { k K; v V }
type Ints []int
type Str interface{ String() string }
type T1 int
func (T1) String() string { return "" }
func id[T any](x T) T { return x }
func two[T any](x, y T) T { return x }
func conv[S ~[]E, E any](s S) E { return s[0] }
func apply[A, B any](f func(A) B, a A) B { return f(a) }
func pair[K comparable, V any](p Pair[K, V]) map[K]V { return nil }
func ch[T any](c chan T, d chan T) T { return <-c }
func ptr[T any, P interface{ *T }](x T) P { return nil }
)";

TEST(Generics, TypeArgumentsAreWrittenDown) {
  EXPECT_EQ(instanceOf(kDecls, "id[string](\"\")"), "string : func(x string) string");
  EXPECT_EQ(instanceOf(kDecls, "id(1)"), "int : func(x int) int");
  EXPECT_EQ(instanceOf(kDecls, "id[bool]"), "bool : func(x bool) bool");
  EXPECT_EQ(instanceOf(kDecls, "conv(Ints{})"), "Ints int : func(s Ints) int");
  EXPECT_EQ(instanceOf(kDecls, "pair(Pair[string, Ints]{})"), "string Ints : func(p Pair[string, Ints]) map[string]Ints");
  EXPECT_EQ(instanceOf(kDecls, "ptr(1)"), "int *int : func(x int) *int");
  EXPECT_EQ(instanceOf(kDecls, "apply(id[string], \"\")"), "string string : func(f func(string) string, a string) string");
  EXPECT_EQ(instanceOf(kDecls, "apply(id, 1)"), "int int : func(f func(int) int, a int) int");
}

TEST(Generics, UntypedConstantsTakeTheWidestKind) {
  EXPECT_EQ(instanceOf(kDecls, "two(1, 2.5)"), "float64 : func(x float64, y float64) float64");
  EXPECT_EQ(instanceOf(kDecls, "two('a', 1)"), "rune : func(x rune, y rune) rune");
  EXPECT_EQ(instanceOf(kDecls, "two(int8(1), 2)"), "int8 : func(x int8, y int8) int8");
}

TEST(Generics, OfTwoArgumentsTheMoreGeneralDecides) {
  for (const char* call : {"two(Str(nil), T1(1))", "two(T1(1), Str(nil))"})
    EXPECT_EQ(instanceOf(kDecls, call), "Str : func(x Str, y Str) Str") << call;
  for (const char* call : {"two(Ints{}, []int{})", "two([]int{}, Ints{})"})
    EXPECT_EQ(instanceOf(kDecls, call), "Ints : func(x Ints, y Ints) Ints") << call;
}

TEST(Generics, BodiesAreCheckedOnDemand) {
  SourceSet sources;
  Arena arena;
  Diagnostics diags{sources};
  types::Context ctx;
  ast::File* f = parseFile(sources.add("x.go",
                                       "package p\ntype L[T any] []T\nfunc (l L[T]) bad() int { return l[0] }\n"
                                       "func (l L[_]) good() int { return len(l) }\nvar x = L[int]{}.good\n"),
                           arena, diags);
  auto* pkg = ctx.make<types::Package>();
  pkg->path = pkg->name = "p";
  pkg->files = {f};
  Options lazy;
  lazy.ignoreBodies = true;
  PackageCheck check(ctx, ctx.constants, diags, pkg, lazy);
  EXPECT_TRUE(check.run());
  auto* list = static_cast<types::Named*>(pkg->scope->lookup("L")->type);
  types::Named* ints = ctx.instantiate(list, {ctx.typ(types::BasicKind::Int)});
  EXPECT_TRUE(check.checkBody(types::methodAt(ints, 1)));
  EXPECT_FALSE(check.checkBody(types::methodAt(ints, 0)));
  EXPECT_EQ(diags.count(), 1u);
}

TEST(Generics, LanguageVersions) {
  EXPECT_NE(errorsOf("type T[P any] int\n", 17).find("type parameter requires go1.18 or later"), std::string::npos);
  EXPECT_EQ(errorsOf("func f[T any](x T) {}\nvar v func(int) = f\n", 21), "");
  EXPECT_NE(errorsOf("func f[T any](x T) {}\nvar v func(int) = f\n", 20)
                .find("implicitly instantiated function in assignment requires go1.21 or later"),
            std::string::npos);
  EXPECT_EQ(errorsOf("func f[T comparable]() {}\nfunc g() { f[any]() }\n", 20), "");
  EXPECT_NE(errorsOf("func f[T comparable]() {}\nfunc g() { f[any]() }\n", 19)
                .find("any to satisfy comparable requires go1.20 or later"),
            std::string::npos);
}

}  // namespace
}  // namespace hood::check
