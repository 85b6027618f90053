// Labels and branches, terminating statements, initialisation order.
#include <gtest/gtest.h>

#include "compiler/check/check_testing.h"

namespace hood::check {
namespace {

TEST(Labels, UsedInEveryWay) {
  EXPECT_EQ(errorsIn("L: for { for { continue L } }"), "");
  EXPECT_EQ(errorsIn("L: for range 3 { switch { default: break L } }"), "");
  EXPECT_EQ(errorsIn("L: switch { case true: for { break L } }"), "");
  EXPECT_EQ(errorsIn("L: select { default: break L }"), "");
  EXPECT_EQ(errorsIn("goto L\nL:"), "");
  EXPECT_EQ(errorsIn("L: if true { goto L }"), "");
  EXPECT_EQ(errorsIn("{ goto L }\n{ }\nL: println()"), "");
  EXPECT_EQ(errorsIn("_: println()"), "");
}

TEST(Labels, Wrong) {
  EXPECT_EQ(errorsIn("L: for { }"), "3:1: label L defined and not used\n");
  EXPECT_EQ(errorsIn("goto M"), "3:6: label M not defined\n");
  EXPECT_EQ(errorsIn("for { break M }"), "3:13: break label not defined: M\n");
  EXPECT_EQ(errorsIn("for { continue M }"), "3:16: continue label not defined: M\n");
  EXPECT_EQ(errorsIn("L: for { }\nL: for { break L }"),
            "4:1: label L already defined at 3:1\n4:16: invalid break label L\n");
  EXPECT_EQ(errorsIn("L: if true { for { break L } }"), "3:26: invalid break label L\n");
  EXPECT_EQ(errorsIn("L: switch { case true: for { continue L } }"), "3:39: invalid continue label L\n");
  EXPECT_EQ(errorsIn("L: for { func() { break L }() }"),
            "3:1: label L defined and not used\n3:25: break label not defined: L\n");
}

TEST(Labels, GotoMayNotSkipDeclarationsOrEnterBlocks) {
  EXPECT_EQ(errorsIn("goto L\nx := 1\n_ = x\nL:"), "3:6: goto L jumps over declaration of x at 4:3\n");
  EXPECT_EQ(errorsIn("goto L\nvar x int\n_ = x\nL:"), "3:6: goto L jumps over declaration of x at 4:5\n");
  EXPECT_EQ(errorsIn("goto L\n{ x := 1; _ = x }\nL:"), "");
  EXPECT_EQ(errorsIn("L: x := 1\n_ = x\ngoto L"), "");
  EXPECT_EQ(errorsIn("goto L\nif true {\nL:\n}"), "3:6: goto L jumps into block starting at 4:9\n");
  EXPECT_EQ(errorsIn("switch {\ncase true: goto L\ncase false: L:\n}"), "4:17: goto L jumps into block starting at 5:1\n");
}

TEST(Branches, NeedTheirStatement) {
  EXPECT_EQ(errorsIn("break"), "3:1: break is not in a loop, switch, or select\n");
  EXPECT_EQ(errorsIn("continue"), "3:1: continue is not in a loop\n");
  EXPECT_EQ(errorsIn("switch { default: continue }"), "3:19: continue is not in a loop\n");
  EXPECT_EQ(errorsIn("for { func() { break }() }"), "3:16: break is not in a loop, switch, or select\n");
  EXPECT_EQ(errorsIn("fallthrough"), "3:1: fallthrough statement out of place\n");
  EXPECT_EQ(errorsIn("switch { case true: fallthrough; default: }"), "");
  EXPECT_EQ(errorsIn("switch { case true: fallthrough; ; default: }"), "");
  EXPECT_EQ(errorsIn("switch { case true: if true { fallthrough }; default: }"),
            "3:31: fallthrough statement out of place\n");
  EXPECT_EQ(errorsIn("switch { default: fallthrough }"), "3:19: cannot fallthrough final case in switch\n");
  EXPECT_EQ(errorsIn("var x any\nswitch x.(type) { case int: fallthrough; default: }"),
            "4:29: cannot fallthrough in type switch\n");
}

TEST(Branches, KnowTheirTargets) {
  Checked c("func f() {\nL: for { switch { default: break; case true: break L }; continue }\n}\n");
  ASSERT_EQ(c.errors(), "");
  auto* fn = ast::as<ast::FuncDecl>(c.file->decls[0]);
  auto* loop = ast::as<ast::ForStmt>(ast::as<ast::LabeledStmt>(fn->body->stmts[0])->stmt);
  auto* sw = ast::as<ast::SwitchStmt>(loop->body->stmts[0]);
  EXPECT_EQ(ast::as<ast::BranchStmt>(sw->clauses[0]->body[0])->target, sw);
  EXPECT_EQ(ast::as<ast::BranchStmt>(sw->clauses[1]->body[0])->target, loop);
  EXPECT_EQ(ast::as<ast::BranchStmt>(loop->body->stmts[1])->target, loop);
}

std::string errorsInResult(const std::string& stmts) {
  return errorsOf("func f(c chan int, v any) int {\n" + stmts + "\n}\n");
}

TEST(Terminating, Statements) {
  for (const char* body : {
           "return 1",
           "panic(1)",
           "(panic)(1)",
           "for { }",
           "for ;; { }",
           "L: for { for { break }; continue L }",
           "{ return 1 }",
           "if v == nil { return 1 } else { panic(0) }",
           "if v == nil { return 1 } else if true { return 2 } else { return 3 }",
           "switch { case true: return 1; default: panic(0) }",
           "switch { case true: fallthrough; default: return 1 }",
           "switch v.(type) { case int: return 1; default: return 2 }",
           "select { case <-c: return 1 }",
           "select { }",
           "L: goto L",
           "return 1; ;",
       })
    EXPECT_EQ(errorsInResult(body), "") << body;
}

TEST(Terminating, NotSo) {
  for (const char* body : {
           "",
           "for v == nil { }",
           "for { break }",
           "L: for { for { break L } }",
           "for range c { return 1 }",
           "if v == nil { return 1 }",
           "switch { case true: return 1 }",
           "switch { case true: break; default: return 1 }",
           "L: switch { case true: for { break L }; default: return 1 }",
           "switch v.(type) { case int: return 1 }",
           "select { case <-c: break }",
           "panic := func(int) {}; panic(1)",
           "println()",
       })
    EXPECT_EQ(errorsInResult(body), "4:1: missing return\n") << body;
}

TEST(InitOrder, DependenciesComeFirst) {
  EXPECT_EQ(Checked("var a, b, c = 1, 2, 3").initOrder(), "a b c ");
  EXPECT_EQ(Checked("var a = b\nvar b = c\nvar c = 1").initOrder(), "c b a ");
  EXPECT_EQ(Checked("var a = c + b\nvar b = f()\nvar c = f()\nvar d = 3\nfunc f() int { d++; return d }").initOrder(),
            "d b c a ");
  EXPECT_EQ(Checked("var a, b = f()\nvar c = 1\nfunc f() (int, int) { return c, 2 }").initOrder(), "c a b ");
  EXPECT_EQ(Checked("var a = func() int { return b }()\nvar b = 1").initOrder(), "b a ");
  EXPECT_EQ(Checked("type T struct{}\nfunc (T) M() int { return b }\nvar a = T{}.M()\nvar b = 1").initOrder(), "b a ");
  EXPECT_EQ(Checked("type T struct{}\nfunc (T) M() int { return b }\nvar a = T.M\nvar b = 1").initOrder(), "b a ");
  EXPECT_EQ(Checked("var a = &b\nvar b = 1").initOrder(), "b a ");
  EXPECT_EQ(Checked("var _ = b\nvar b = 1\nvar n int").initOrder(), "b _ ");
  // Functions may be mutually recursive.
  EXPECT_EQ(Checked("var a = even(b)\nvar b = 4\nfunc even(n int) bool { return n == 0 || odd(n-1) }\n"
                    "func odd(n int) bool { return n != 0 && even(n-1) }")
                .initOrder(),
            "b a ");
}

TEST(InitOrder, Cycles) {
  EXPECT_EQ(errorsOf("var a = a"), "2:5: initialization cycle: a refers to itself\n");
  EXPECT_EQ(errorsOf("const a = a"), "2:7: initialization cycle: a refers to itself\n");
  EXPECT_EQ(errorsOf("var f = func() { f() }"), "2:5: initialization cycle: f refers to itself\n");
  EXPECT_EQ(errorsOf("var a = f()\nfunc f() int { return a }"),
            "2:5: initialization cycle for a\n\t2:5: a refers to\n\t3:6: f refers to\n\t2:5: a\n");
  EXPECT_EQ(errorsOf("var a int = b\nvar b int = c\nvar c int = a"),
            "2:5: initialization cycle for a\n\t2:5: a refers to\n\t3:5: b refers to\n\t4:5: c refers to\n\t2:5: a\n");
  EXPECT_EQ(errorsOf("type T struct{}\nfunc (T) M() int { return a }\nvar a = T{}.M()"),
            "4:5: initialization cycle for a\n\t4:5: a refers to\n\t3:10: M refers to\n\t4:5: a\n");
  EXPECT_EQ(errorsOf("func f() { f() }\nvar a = f"), "");
}

}  // namespace
}  // namespace hood::check
