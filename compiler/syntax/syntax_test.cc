// The front end from its door: shapes of trees, positions, and what all of Go's own source says about it.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "compiler/ast/printer.h"
#include "compiler/syntax/parse.h"

namespace hood {
namespace {

namespace fs = std::filesystem;

struct Parsed {
  SourceSet sources;
  Arena arena;
  Diagnostics diag{sources};
  const SourceFile* source = nullptr;
  ast::File* file = nullptr;

  explicit Parsed(std::string text, bool stdlib = false) {
    source = sources.add("x.go", std::move(text));
    ParseOptions options;
    options.stdlib = stdlib;
    file = parseFile(source, arena, diag, options);
  }
};

// The declarations after the package clause.
std::string decls(const std::string& text) {
  Parsed p("package p\n" + text);
  std::string tree = ast::dump(*p.file);
  return p.diag.format() + tree.substr(tree.find('\n') + 1);
}

// The statements of a function's body.
std::string stmts(const std::string& text) {
  Parsed p("package p\nfunc f() {\n" + text + "\n}\n");
  if (p.diag.any()) return p.diag.format();
  std::string out;
  for (const ast::Stmt* s : static_cast<ast::FuncDecl*>(p.file->decls[0])->body->stmts) {
    out += (out.empty() ? "" : " ") + ast::dump(s);
  }
  return out;
}

std::string expr(const std::string& text) {
  std::string s = stmts("_ = " + text);
  const std::string head = "(AssignStmt = [_] [";
  return s.rfind(head, 0) == 0 ? s.substr(head.size(), s.size() - head.size() - 2) : s;
}

TEST(Syntax, Precedence) {
  EXPECT_EQ(expr("a + b*c"), "(BinaryExpr + a (BinaryExpr * b c))");
  EXPECT_EQ(expr("a*b + c"), "(BinaryExpr + (BinaryExpr * a b) c)");
  EXPECT_EQ(expr("a - b - c"), "(BinaryExpr - (BinaryExpr - a b) c)");
  EXPECT_EQ(expr("a || b && c == d + e<<f"),
            "(BinaryExpr || a (BinaryExpr && b (BinaryExpr == c (BinaryExpr + d (BinaryExpr << e f)))))");
  EXPECT_EQ(expr("a<<b + c == d && e || f"),
            "(BinaryExpr || (BinaryExpr && (BinaryExpr == (BinaryExpr + (BinaryExpr << a b) c) d) e) f)");
  EXPECT_EQ(expr("-a * !b"), "(BinaryExpr * (UnaryExpr - a) (UnaryExpr ! b))");
  EXPECT_EQ(expr("^*p &^ <-c"), "(BinaryExpr &^ (UnaryExpr ^ (StarExpr p)) (UnaryExpr <- c))");
}

TEST(Syntax, Operands) {
  EXPECT_EQ(expr("a.b[i](x, y...).(T)"), "(TypeAssertExpr (CallExpr (IndexExpr (SelectorExpr a b) i) x y ...) T)");
  EXPECT_EQ(expr("s[1:]"), "(SliceExpr s 1 _)");
  EXPECT_EQ(expr("s[:n:m]"), "(SliceExpr s _ n m)");
  EXPECT_EQ(expr("f[int, []T](x)"), "(CallExpr (IndexExpr f int (ArrayType T)) x)");
  EXPECT_EQ(expr("[]int{1, 2: 3,}"), "(CompositeLit (ArrayType int) [1 (KeyValueExpr 2 3)])");
  EXPECT_EQ(expr("map[string][]T{\"a\": {{x: 1}}}"),
            "(CompositeLit (MapType string (ArrayType T)) [(KeyValueExpr \"a\" (CompositeLit _ [(CompositeLit _ "
            "[(KeyValueExpr x 1)])]))])");
  EXPECT_EQ(expr("[...]int{}"), "(CompositeLit (ArrayType (Ellipsis) int) [])");
  EXPECT_EQ(expr("&p.T[int]{}"), "(UnaryExpr & (CompositeLit (IndexExpr (SelectorExpr p T) int) []))");
  EXPECT_EQ(expr("func(a, b int) (c T) { return a }(1)"),
            "(CallExpr (FuncLit {a int, b int} {c T} (BlockStmt (ReturnStmt a))) 1)");
  EXPECT_EQ(expr("[]func(int) string{f}"), "(CompositeLit (ArrayType (FuncType {int} {string})) [f])");
  EXPECT_EQ(expr("interface{ M() }.M"), "(SelectorExpr (InterfaceType {M (FuncType {})}) M)");
  EXPECT_EQ(expr("(<-chan int)(c)"), "(CallExpr (ParenExpr (ChanType recv int)) c)");
  EXPECT_EQ(expr("<-chan int(c)"), "(UnaryExpr <- (CallExpr (ChanType int) c))");
  EXPECT_EQ(expr("make(chan<- chan int, n)"), "(CallExpr make (ChanType send (ChanType int)) n)");
}

TEST(Syntax, BracesOfHeaders) {
  EXPECT_EQ(stmts("if x == (T{}) {}"), "(IfStmt (BinaryExpr == x (ParenExpr (CompositeLit T []))) (BlockStmt))");
  EXPECT_EQ(stmts("for _, x := range []T{a} {}"), "(RangeStmt := _ x range (CompositeLit (ArrayType T) [a]) (BlockStmt))");
  EXPECT_EQ(stmts("for range [2]struct{ a int }{} {}"),
            "(RangeStmt range (CompositeLit (ArrayType 2 (StructType {a int})) []) (BlockStmt))");
  EXPECT_EQ(stmts("if f := func() T { return T{} }; f() {}"),
            "(IfStmt init (AssignStmt := [f] [(FuncLit {} {T} (BlockStmt (ReturnStmt (CompositeLit T []))))]) (CallExpr f) "
            "(BlockStmt))");
  EXPECT_EQ(stmts("switch x := y.(type) { case map[K]V: }"), "(TypeSwitchStmt bind x y (CaseClause [(MapType K V)]))");
  EXPECT_EQ(stmts("for range map[T]func() int{} {}"),
            "(RangeStmt range (CompositeLit (MapType T (FuncType {} {int})) []) (BlockStmt))");
  EXPECT_EQ(stmts("if x[i] { y }"), "(IfStmt (IndexExpr x i) (BlockStmt (ExprStmt y)))");
  EXPECT_EQ(stmts("if v, ok := m[[2]int{1, 2}]; !ok {}"),
            "(IfStmt init (AssignStmt := [v ok] [(IndexExpr m (CompositeLit (ArrayType 2 int) [1 2]))]) (UnaryExpr ! ok) "
            "(BlockStmt))");
}

TEST(Syntax, Statements) {
  EXPECT_EQ(stmts("L: for i := 0; i < n; i++ { continue L }"),
            "(LabeledStmt L (ForStmt init (AssignStmt := [i] [0]) cond (BinaryExpr < i n) post (IncDecStmt ++ i) "
            "(BlockStmt (BranchStmt continue L))))");
  EXPECT_EQ(stmts("a, b = b, a; x <<= 1; c <- v; go f(); defer g()"),
            "(AssignStmt = [a b] [b a]) (AssignStmt <<= [x] [1]) (SendStmt c v) (GoStmt (CallExpr f)) (DeferStmt (CallExpr "
            "g))");
  EXPECT_EQ(stmts("if a {} else if b; c {} else {}"),
            "(IfStmt a (BlockStmt) else (IfStmt init (ExprStmt b) c (BlockStmt) else (BlockStmt)))");
  EXPECT_EQ(stmts("switch a := 1; { case x, y: f(); fallthrough; default: }"),
            "(SwitchStmt init (AssignStmt := [a] [1]) (CaseClause [x y] (ExprStmt (CallExpr f)) (BranchStmt fallthrough)) "
            "(CaseClause default))");
  EXPECT_EQ(stmts("select { case v, ok := <-c: case c <- 1: default: }"),
            "(SelectStmt (CommClause (AssignStmt := [v ok] [(UnaryExpr <- c)])) (CommClause (SendStmt c 1)) (CommClause "
            "default))");
  EXPECT_EQ(stmts("for {}; for range c {}; for i = range 10 {}"),
            "(ForStmt (BlockStmt)) (RangeStmt range c (BlockStmt)) (RangeStmt = i range 10 (BlockStmt))");
  EXPECT_EQ(stmts("goto L; L: {}"), "(BranchStmt goto L) (LabeledStmt L (BlockStmt))");
  EXPECT_EQ(stmts("L:"), "(LabeledStmt L (EmptyStmt))");
  EXPECT_EQ(stmts("var a, b T = 1, 2; type X = Y"), "(DeclStmt (VarDecl [a b] T [1 2])) (DeclStmt (TypeDecl X = Y))");
}

TEST(Syntax, Declarations) {
  EXPECT_EQ(decls("import (\n\t. \"a\"\n\t_ `b`\n\tc \"d\"\n\t\"e\"\n)\n"),
            "(ImportDecl . \"a\")\n(ImportDecl _ `b`)\n(ImportDecl c \"d\")\n(ImportDecl \"e\")\n");
  EXPECT_EQ(decls("const (\n\ta T = iota\n\tb\n\tc, d = 1, 2\n\te, f\n)\n"),
            "(ConstDecl [a] iota=0 T [iota])\n(ConstDecl [b] iota=1 inherited T [iota])\n(ConstDecl [c d] iota=2 [1 2])\n"
            "(ConstDecl [e f] iota=3 inherited [1 2])\n");
  EXPECT_EQ(decls("type (\n\tA []int\n\tB = *C\n)\nvar x, y = 1, 2\n"),
            "(TypeDecl A (ArrayType int))\n(TypeDecl B = (StarExpr C))\n(VarDecl [x y] [1 2])\n");
  EXPECT_EQ(decls("func (r *T[P]) m(a, b int, c ...string) (n int, err error)\n"),
            "(FuncDecl {r (StarExpr (IndexExpr T P))} m {a int, b int, c (Ellipsis string)} {n int, err error})\n");
  EXPECT_EQ(
      decls("type S struct {\n\ta, b int `t`\n\tT\n\t*p.U\n\tG[int]\n\tc []int\n\td [n]T\n}\n"),
      "(TypeDecl S (StructType {a int `t`, b int `t`, T, (StarExpr (SelectorExpr p U)), (IndexExpr G int), c (ArrayType "
      "int), d (ArrayType n T)}))\n");
  EXPECT_EQ(decls("type I interface {\n\tM(x int) (T, error)\n\tJ\n\tG[int]\n\t~int | *T | []byte\n}\n"),
            "(TypeDecl I (InterfaceType {M (FuncType {x int} {T, error}), J, (IndexExpr G int), (BinaryExpr | (BinaryExpr | "
            "(UnaryExpr ~ int) (StarExpr T)) (ArrayType byte))}))\n");
}

TEST(Syntax, NamesOrTypesInParameterLists) {
  EXPECT_EQ(decls("func f(a, b)\n"), "(FuncDecl f {a, b})\n");
  EXPECT_EQ(decls("func f(a, b c)\n"), "(FuncDecl f {a c, b c})\n");
  EXPECT_EQ(decls("func f(a []b, c.d)\n").substr(0, 9), "x.go:2:15");
  EXPECT_EQ(decls("func f(a [n]b)\n"), "(FuncDecl f {a (ArrayType n b)})\n");
  EXPECT_EQ(decls("func f(a[n])\n"), "(FuncDecl f {(IndexExpr a n)})\n");
  EXPECT_EQ(decls("func f(a[b, c], *d, ...e)\n"), "(FuncDecl f {(IndexExpr a b c), (StarExpr d), (Ellipsis e)})\n");
  EXPECT_EQ(decls("func f(func(a) b) func(c) (d)\n"), "(FuncDecl f {(FuncType {a} {b})} {(FuncType {c} {d})})\n");
}

TEST(Syntax, TypeParametersOrArrayLength) {
  EXPECT_EQ(decls("type T[P any] struct{}\n"), "(TypeDecl T {P any} (StructType {}))\n");
  EXPECT_EQ(decls("type T[P, Q any, R []P] int\n"), "(TypeDecl T {P any, Q any, R (ArrayType P)} int)\n");
  EXPECT_EQ(decls("type T[P] int\n"), "(TypeDecl T (ArrayType P int))\n");
  EXPECT_EQ(decls("type T[P *C] int\n"), "(TypeDecl T (ArrayType (BinaryExpr * P C) int))\n");
  EXPECT_EQ(decls("type T[P *C,] int\n"), "(TypeDecl T {P (StarExpr C)} int)\n");
  EXPECT_EQ(decls("type T[P *C|~D] int\n"), "(TypeDecl T {P (BinaryExpr | (StarExpr C) (UnaryExpr ~ D))} int)\n");
  EXPECT_EQ(decls("type T[P (C),] int\n"), "(TypeDecl T {P (ParenExpr C)} int)\n");
  EXPECT_EQ(decls("type T[P ([]C)] int\n"), "(TypeDecl T {P (ParenExpr (ArrayType C))} int)\n");
  EXPECT_EQ(decls("type T[N * 2] int\n"), "(TypeDecl T (ArrayType (BinaryExpr * N 2) int))\n");
  EXPECT_EQ(decls("type T[len(x)] int\n"), "(TypeDecl T (ArrayType (CallExpr len x) int))\n");
  EXPECT_EQ(decls("func F[T interface{ ~int }, U any](t T) U\n"),
            "(FuncDecl F tparams {T (InterfaceType {(UnaryExpr ~ int)}), U any} {t T} {U})\n");
}

TEST(Syntax, Positions) {
  Parsed p("package p\n\nfunc f() {\n\tx.y = a[i] + g(1,\n\t\t2)\n}\n");
  ASSERT_FALSE(p.diag.any()) << p.diag.format();
  auto at = [&](Pos pos) { return p.sources.format(pos).substr(5); };
  auto* f = static_cast<ast::FuncDecl*>(p.file->decls[0]);
  EXPECT_EQ(at(f->pos), "3:1");
  EXPECT_EQ(at(f->name->pos), "3:6");
  EXPECT_EQ(at(f->body->pos), "3:10");
  EXPECT_EQ(at(f->body->rbrace), "6:1");
  auto* a = static_cast<ast::AssignStmt*>(f->body->stmts[0]);
  EXPECT_EQ(at(a->pos), "4:2");
  EXPECT_EQ(at(a->opPos), "4:6");
  EXPECT_EQ(at(static_cast<ast::SelectorExpr*>(a->lhs[0])->sel->pos), "4:4");
  auto* sum = static_cast<ast::BinaryExpr*>(a->rhs[0]);
  EXPECT_EQ(at(sum->pos), "4:8");
  EXPECT_EQ(at(sum->opPos), "4:13");
  EXPECT_EQ(at(static_cast<ast::IndexExpr*>(sum->x)->rbrack), "4:11");
  auto* call = static_cast<ast::CallExpr*>(sum->y);
  EXPECT_EQ(at(call->pos), "4:15");
  EXPECT_EQ(at(call->lparen), "4:16");
  EXPECT_EQ(at(call->rparen), "5:4");
}

TEST(Syntax, Pragmas) {
  Parsed p(
      "// text\n\n//go:build linux && !x\n\npackage p\n\n//go:generate z\nvar x int\n\n//go:noinline\n//go:nosplit\n"
      "// doc\nfunc f()\n");
  ASSERT_FALSE(p.diag.any());
  EXPECT_EQ(p.file->goBuild, "linux && !x");
  ASSERT_EQ(p.file->goDirectives.size(), 1u);
  EXPECT_EQ(p.file->goDirectives[0], "//go:generate z");
  EXPECT_EQ(static_cast<ast::FuncDecl*>(p.file->decls[1])->pragma, "//go:noinline\n//go:nosplit");
}

TEST(Syntax, LineDirectives) {
  Parsed p("package p\n//line a.y:10\nvar a int\n//line b.y:20:7\nvar b int\n/*line :5:3*/var c int\nvar d int\n");
  ASSERT_FALSE(p.diag.any()) << p.diag.format();
  auto at = [&](size_t i) { return p.sources.format(p.file->decls[i]->pos); };
  EXPECT_EQ(at(0), "a.y:10");
  EXPECT_EQ(at(1), "b.y:20:11");
  EXPECT_EQ(at(2), "b.y:5:7");
  EXPECT_EQ(at(3), "b.y:6:5");
  EXPECT_EQ(decls("//line x:y\n"), "x.go:2:10: invalid line number: y\n");
  EXPECT_EQ(decls("//line x:0\n"), "x.go:2:10: invalid line number: 0\n");
  EXPECT_EQ(decls("//line x:1:0\n"), "x.go:2:12: invalid column number: 0\n");
}

TEST(Syntax, NoSemicolonAtEndOfFile) {
  EXPECT_EQ(decls("var x int"), "(VarDecl [x] int [])\n");
  EXPECT_EQ(decls("func f() {}// end"), "(FuncDecl f {} (BlockStmt))\n");
  EXPECT_EQ(decls("var x = 1 /* a\nb */ var y = 2"), "(VarDecl [x] [1])\n(VarDecl [y] [2])\n");
}

TEST(Syntax, ExprString) {
  auto str = [](const std::string& text) {
    Parsed p("package p\nvar _ = " + text + "\n");
    EXPECT_FALSE(p.diag.any()) << p.diag.format();
    return std::string(ast::exprString(p.arena, static_cast<ast::VarDecl*>(p.file->decls[0])->values[0]));
  };
  for (const char* same : {"a + b*c", "f(x, y...)", "a.b[i]", "s[:1:2]", "x.(T)", "&T{}", "chan (<-chan int)", "[...]int{}",
                           "func(a, b int, c ...T) (x, error)", "map[K][]V", "interface{M(int) T; I}", "(*T).m"}) {
    std::string want = same;
    if (want == "a + b*c") want = "a + b * c";
    EXPECT_EQ(str(same), want);
  }
  EXPECT_EQ(str("[]int{1, 2}"), "[]int{…}");
  EXPECT_EQ(str("func() { f() }"), "func() {…}");
}

// The parser decides every alternative on one token: no call of ANTLR's prediction in the generated code.
TEST(Syntax, GrammarIsStrongLL1) {
  fs::path generated = fs::path(HOOD_SOURCE_DIR) / "compiler/syntax" / "generated" / "GoParser.cpp";
  std::ifstream in(generated, std::ios::binary);
  ASSERT_TRUE(in.is_open()) << generated;
  std::string code((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  EXPECT_EQ(code.find("adaptivePredict"), std::string::npos);
}

// Go's own source is the largest test there is; it is here only where Debian's golang-1.19-src is installed.
TEST(Syntax, AcceptsGoItself) {
  const fs::path root = "/usr/share/go-1.19/src";
  if (!fs::exists(root)) {
    std::printf("note: %s is not installed, nothing to parse\n", root.c_str());
    return;
  }
  size_t files = 0;
  for (const auto& e : fs::recursive_directory_iterator(root)) {
    std::string path = e.path().string();
    if (e.path().extension() != ".go" || path.find("/testdata/") != std::string::npos) continue;
    std::ifstream in(path, std::ios::binary);
    Parsed p(std::string((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>()), true);
    EXPECT_FALSE(p.diag.any()) << path << ": " << p.diag.format();
    files++;
  }
  EXPECT_GT(files, 4000u);
}

}  // namespace
}  // namespace hood
