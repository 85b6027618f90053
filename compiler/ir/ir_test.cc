// Lowering and passes, seen through listings of small programs without imports.
#include <gtest/gtest.h>

#include <cstdlib>

#include "base/source.h"
#include "compiler/check/check.h"
#include "compiler/diag/diag.h"
#include "compiler/ir/build.h"
#include "compiler/ir/passes.h"
#include "compiler/ir/verify.h"
#include "compiler/ir/visit.h"
#include "compiler/syntax/parse.h"

namespace hood::ir {
namespace {

// A compiled program; keeps everything that the IR points into.
struct Compiled {
  SourceSet sources;
  Diagnostics diags{sources};
  types::Context ctx;
  constant::Pool consts;
  types::Package* pkg = nullptr;
  std::unique_ptr<check::PackageCheck> checker;
  std::unique_ptr<Program> prog;

  Func* func(std::string_view name) {
    for (auto& f : prog->funcs)
      if (f->name == name) return f.get();
    return nullptr;
  }
  std::string listing(std::string_view name) {
    Func* f = func(name);
    return f ? print(*f) : "no function " + std::string(name);
  }
  int count(std::string_view name, Op op) {
    int n = 0;
    if (Func* f = func(name))
      for (auto& b : f->blocks)
        for (Instr& i : b->instrs) n += i.op == op;
    return n;
  }
};

std::unique_ptr<Compiled> compile(const std::string& body, bool optimise = false) {
  auto c = std::make_unique<Compiled>();
  SourceFile* file = c->sources.add("t.go", "package main\n" + body);
  ast::File* tree = parseFile(file, c->ctx.arena, c->diags);
  EXPECT_FALSE(c->diags.any()) << c->diags.format();
  c->pkg = c->ctx.make<types::Package>();
  c->pkg->path = c->pkg->name = "main";
  c->pkg->files = {tree};
  c->checker = std::make_unique<check::PackageCheck>(c->ctx, c->consts, c->diags, c->pkg, check::Options{});
  bool ok = c->checker->run();
  EXPECT_TRUE(ok) << c->diags.format();
  if (!ok) return nullptr;
  BuildInput in;
  in.ctx = &c->ctx;
  in.consts = &c->consts;
  in.diags = &c->diags;
  in.pkg = c->pkg;
  in.command = true;
  c->prog = build(in);
  EXPECT_TRUE(c->prog != nullptr) << c->diags.format();
  if (!c->prog) return nullptr;
  for (auto& f : c->prog->funcs) EXPECT_EQ(verify(*f), "") << print(*f);
  if (optimise) {
    runPasses(*c->prog, c->ctx);
    for (auto& f : c->prog->funcs) EXPECT_EQ(verify(*f), "") << print(*f);
  }
  if (std::getenv("HOOD_IR_DUMP"))
    for (auto& f : c->prog->funcs) std::printf("%s\n", print(*f).c_str());
  return c;
}

bool contains(const std::string& s, const std::string& what) { return s.find(what) != std::string::npos; }

TEST(Build, LocalsAreRegisters) {
  auto c = compile("func add(a, b int) int { c := a + b; return c }\nfunc main() { println(add(1, 2)) }");
  ASSERT_TRUE(c);
  EXPECT_EQ(c->count("main.add", Op::Add), 1);
  EXPECT_EQ(c->count("main.add", Op::New), 0);
  EXPECT_TRUE(contains(c->listing("main.main"), "Call main.add"));
}

TEST(Build, AddressedAndSharedVariablesAreBoxed) {
  auto c = compile(
      "func f() (func() int, *int) { n := 0; p := &n; return func() int { n++; return n }, p }\n"
      "func g() func() int { k := 7; return func() int { return k } }\n"
      "func main() { a, b := f(); println(a(), *b, g()()) }");
  ASSERT_TRUE(c);
  EXPECT_EQ(c->count("main.f", Op::New), 1);
  EXPECT_EQ(c->count("main.g", Op::New), 0) << "never reassigned: captured by value";
}

TEST(Build, LoopVariablesPerIteration) {
  auto c = compile(
      "func main() { var fs []func() int\n"
      "for i := 0; i < 3; i++ { fs = append(fs, func() int { return i }) }\n"
      "for i := 0; i < 3; i++ { fs = append(fs, func() int { i++; return i }) } ; println(fs[0]()) }");
  ASSERT_TRUE(c);
  // The first loop's closures copy i; in the second each iteration has its own box (the first one's, and a copy's).
  EXPECT_EQ(c->count("main.main", Op::New), 2) << c->listing("main.main");
}

TEST(Build, AllThatIsDeclaredIsThere) {
  auto c = compile(
      "var x = side()\nvar m = map[string]int{\"a\": 1}\nfunc side() int { return 1 }\nfunc other() {}\n"
      "type T struct{ n int }\nfunc (t T) get() int { return t.n }\nfunc main() {}");
  ASSERT_TRUE(c);
  EXPECT_NE(c->func("main.other"), nullptr);
  EXPECT_NE(c->func("main.side"), nullptr);
  EXPECT_EQ(c->count("main.init", Op::MakeMap), 1);
  EXPECT_EQ(c->prog->inits.size(), 1u);
  // For interfaces: the entry that unpacks a boxed T, and *T's own method that copies it.
  ASSERT_NE(c->func("main.T.get-iface"), nullptr);
  EXPECT_TRUE(c->func("main.T.get-iface")->dupOk);
  EXPECT_NE(c->func("main.(*T).get"), nullptr);
}

TEST(Build, ConstantVariablesAreData) {
  auto c = compile(
      "type T struct { a int; s string; p *int }\nvar n = 5\nvar t = []T{{1, \"x\", &n}, {s: \"y\"}}\nfunc main() { "
      "println(t[0].a) }");
  ASSERT_TRUE(c);
  EXPECT_EQ(c->func("main.init"), nullptr);
  int relocs = 0;
  for (auto& g : c->prog->globals) relocs += static_cast<int>(g->relocs.size());
  EXPECT_EQ(relocs, 4);  // the slice, two strings, &n
}

TEST(Build, MethodTablesAreWhole) {
  auto c = compile(
      "type I interface { M() int }\ntype T struct { n int }\nfunc (t T) M() int { return t.n }\nfunc (t *T) N() int { "
      "return 2 }\n"
      "func main() { var i I = T{3}; println(i.M()) }");
  ASSERT_TRUE(c);
  EXPECT_EQ(c->prog->methods["main.T"].size(), 1u);
  EXPECT_EQ(c->prog->methods["*main.T"].size(), 2u);
  for (auto& [key, table] : c->prog->methods)
    for (auto& [m, f] : table) EXPECT_NE(f, nullptr) << key << "." << m->name;
}

TEST(Build, DeferKeepsResultsForRecovery) {
  auto c =
      compile("func f() (n int, err error) { defer func() { recover() }(); n = 4; return n, nil }\nfunc main() { f() }");
  ASSERT_TRUE(c);
  Func* f = c->func("main.f");
  ASSERT_TRUE(f->hasDefer);
  ASSERT_NE(f->recoverBlock, nullptr);
  EXPECT_EQ(f->recoverBlock->instrs.front().op, Op::OpenDefers);
  EXPECT_TRUE(c->func("main.f.func1")->hasRecover);
}

TEST(Passes, DefersThatNothingComesBefore) {
  auto c = compile(
      "func inc(p *int) { *p++ }\n"
      "func f(p *int) { *p = 1; defer inc(p); *p += 2 }\n"
      "func g(p, q *int) { *p = 1; defer inc(p); *q += 2 }\n"
      "func h(p *int, a *[8]int, i int) { a[0] = 1; defer inc(p); a[i&7] = 2 }\n"
      "func k(p *int, a *[8]int, i int) { a[0] = 1; defer inc(p); a[i&15] = 2 }\n"
      "func main() { n := 0; f(&n); g(&n, &n); h(&n, new([8]int), 9); k(&n, new([8]int), 9) }",
      true);
  ASSERT_TRUE(c);
  EXPECT_EQ(c->func("main.f")->recoverBlock, nullptr);
  EXPECT_FALSE(c->func("main.f")->hasDefer);
  EXPECT_NE(c->func("main.g")->recoverBlock, nullptr);
  EXPECT_EQ(c->func("main.h")->recoverBlock, nullptr);
  EXPECT_NE(c->func("main.k")->recoverBlock, nullptr);
}

TEST(Build, DenseSwitchIsATable) {
  auto c = compile(
      "func f(x int) int { switch x { case 1: return 10; case 2: return 20; case 3: return 30; case 5: return 50 }; return "
      "0 }\nfunc main() { println(f(3)) }");
  ASSERT_TRUE(c);
  EXPECT_EQ(c->count("main.f", Op::Switch), 1);
}

TEST(Build, NamesOfLiterals) {
  auto c = compile(
      "type T struct{}\nvar g = func() int { return 1 }\nfunc (t *T) m() func() { return func() { func() { println(t) }() } "
      "}\nfunc main() { (&T{}).m()(); println(g()) }");
  ASSERT_TRUE(c);
  EXPECT_NE(c->func("main.(*T).m.func1"), nullptr);
  EXPECT_NE(c->func("main.(*T).m.func1.1"), nullptr);
  EXPECT_NE(c->func("main.glob..func1"), nullptr);
}

TEST(Passes, SmallFunctionsAreInlined) {
  auto c = compile(
      "func sq(x int) int { return x * x }\nfunc f(y int) int { return sq(y) + sq(y+1) }\nfunc main() { println(f(2)) }",
      true);
  ASSERT_TRUE(c);
  EXPECT_EQ(c->count("main.f", Op::Call), 0) << c->listing("main.f");
  EXPECT_EQ(c->count("main.f", Op::Copy), 0) << c->listing("main.f");
  Func* f = c->func("main.f");
  ASSERT_EQ(f->inlines.size(), 2u);
  EXPECT_EQ(f->inlines[0].name, "main.sq");
}

TEST(Passes, RecursionIsNotInlined) {
  auto c = compile(
      "func fib(n int) int { if n < 2 { return n }; return fib(n-1) + fib(n-2) }\nfunc main() { println(fib(5)) }", true);
  ASSERT_TRUE(c);
  EXPECT_EQ(c->count("main.fib", Op::Call), 2);
}

TEST(Passes, ObjectsThatStayAreRegisters) {
  auto c = compile(
      "type P struct { x, y int }\nfunc (p *P) add(o P) { p.x += o.x; p.y += o.y }\n"
      "func f(n int) int { p := &P{1, n}; p.add(P{n, n}); return p.x * p.y }\nfunc main() { println(f(3)) }",
      true);
  ASSERT_TRUE(c);
  EXPECT_EQ(c->count("main.f", Op::New), 0) << c->listing("main.f");
  EXPECT_EQ(c->count("main.f", Op::Insert), 0) << c->listing("main.f");
}

TEST(Passes, CalledLiteralsVanish) {
  auto c = compile("func f(n int) int { t := 0; func() { t += n }(); return t }\nfunc main() { println(f(3)) }", true);
  ASSERT_TRUE(c);
  EXPECT_EQ(c->count("main.f", Op::MakeClosure) + c->count("main.f", Op::New), 0) << c->listing("main.f");
}

TEST(Passes, AllocationsSinkToTheWayThatNeedsThem) {
  auto c = compile(
      "//go:noinline\nfunc g(f func(), x any) {}\n"
      "func f(ok bool, n *int, s string) { c := func() { *n++ }; x := any(s); if ok { g(c, x) }; *n++ }\n"
      "func main() { n := 1; f(true, &n, \"a\") }",
      true);
  ASSERT_TRUE(c);
  std::string ir = c->listing("main.f");
  EXPECT_LT(ir.find("If <bool>"), ir.find("MakeClosure")) << ir;
  EXPECT_LT(ir.find("If <bool>"), ir.find("ToIface")) << ir;
}

// … but not past an assignment of what they hold, nor into a loop.
TEST(Passes, AllocationsStayWhereTheyMust) {
  auto c = compile(
      "//go:noinline\nfunc g(x any) {}\n"
      "func f(ok bool, s string) string { x := any(s); s += s; if ok { g(x) }; return s }\n"
      "func h(n int, s string) { x := any(s); for i := 0; i < n; i++ { g(x) } }\n"
      "func main() { println(f(true, \"a\")); h(2, \"b\") }",
      true);
  ASSERT_TRUE(c);
  for (const char* name : {"main.f", "main.h"}) {
    std::string ir = c->listing(name);
    EXPECT_LT(ir.find("ToIface"), ir.find("If <bool>")) << ir;
  }
}

TEST(Passes, RepeatedLoadsAreShared) {
  auto c = compile(
      "type P struct { x, y int }\nfunc f(p *P) int { p.y = p.x; return p.x + p.y }\nfunc main() { println(f(&P{1, 2})) }",
      true);
  ASSERT_TRUE(c);
  EXPECT_EQ(c->count("main.f", Op::Load), 1) << c->listing("main.f");
}

TEST(Passes, StoresSpoilWhatMayAlias) {
  auto c =
      compile("func f(p, q *int) int { a := *p; *q = 5; return a + *p }\nfunc main() { n := 1; println(f(&n, &n)) }", true);
  ASSERT_TRUE(c);
  EXPECT_EQ(c->count("main.f", Op::Load), 2) << c->listing("main.f");
}

TEST(Passes, PanicsStay) {
  auto c = compile("func f(p *int, a []int) { _ = *p; _ = a[3] }\nfunc main() { f(nil, nil) }", true);
  ASSERT_TRUE(c);
  EXPECT_EQ(c->count("main.f", Op::NilCheck), 1) << c->listing("main.f");
  EXPECT_EQ(c->count("main.f", Op::IndexLoad), 1) << c->listing("main.f");
}

TEST(Passes, DecidedBranchesGo) {
  auto c = compile(
      "const debug = false\nfunc f(n int) int { if debug { println(n) }; return n }\nfunc main() { println(f(1)) }", true);
  ASSERT_TRUE(c);
  EXPECT_EQ(c->count("main.f", Op::Print), 0);
  EXPECT_EQ(c->func("main.f")->blocks.size(), 1u);
}

// Whether some register may be read before it is assigned, found with sets of registers per block.
bool readsUnassigned(Func& f) {
  std::vector<bool> entry(f.regs.size());
  for (RegId r : f.params)
    if (r != kNoReg) entry[r] = true;
  if (f.closureReg != kNoReg) entry[f.closureReg] = true;
  std::vector<std::vector<bool>> in(f.blocks.size(), std::vector<bool>(f.regs.size(), true));
  in[0] = entry;
  bool bad = false;
  auto step = [&](Block& b) {
    std::vector<bool> now = in[b.id];
    for (Instr& i : b.instrs) {
      forEachUse(f, i, [&](Use& u) { bad |= !now[u.reg]; });
      if (readsDst(i.op)) bad |= !now[i.dst];
      forEachDef(f, i, [&](RegId& r) { now[r] = true; });
    }
    return now;
  };
  for (bool changed = true; changed;) {
    changed = bad = false;
    for (auto& b : f.blocks) {
      std::vector<bool> out = step(*b);
      for (Block* s : b->succ)
        for (size_t r = 0; r < out.size(); r++)
          if (in[s->id][r] && !out[r]) in[s->id][r] = false, changed = true;
    }
  }
  return bad;
}

TEST(Verify, EveryRegisterIsAssignedBeforeItIsRead) {
  const char* programs[] = {
      "func f(n int) int { x := 0; if n > 1 { x = 2 } else if n < 0 { return x }; return x + n }\nfunc main() { "
      "println(f(1)) }",
      "func f(n int) (s int) { for i := 0; i < n; i++ { for j := i; ; j++ { if j > 3 { break }; s += j }; if s > 9 { "
      "continue "
      "}; s++ }; return }\nfunc main() { println(f(1)) }",
      "func f(n int) int { L: a, b := n, n; switch { case a > 3: n--; goto L; case b > 2: a = 1 }; c := a * b; return c + n "
      "}\nfunc main() { println(f(1)) }",
  };
  int found = 0;
  for (const char* text : programs) {
    auto count = [](Func* f) {
      size_t n = 0;
      for (auto& b : f->blocks) n += b->instrs.size() - 1;
      return n;
    };
    auto first = compile(text);
    for (size_t k = 0; k < count(first->func("main.f")); k++) {  // each instruction away that is no terminator
      auto c = compile(text);
      Func* f = c->func("main.f");
      size_t left = k, at = 0;
      while (left >= f->blocks[at]->instrs.size() - 1) left -= f->blocks[at++]->instrs.size() - 1;
      auto& instrs = f->blocks[at]->instrs;
      instrs.erase(instrs.begin() + static_cast<std::ptrdiff_t>(left));
      std::string said = verify(*f);
      EXPECT_EQ(said.find("may be read before it is assigned") != said.npos, readsUnassigned(*f)) << said << print(*f);
      found += !said.empty();
    }
  }
  EXPECT_GT(found, 10);
}

TEST(Passes, EachCanBeSwitchedOff) {
  for (const PassInfo& p : passTable()) {
    auto c = compile("func sq(x int) int { return x * x }\nfunc main() { p := &[2]int{1, 2}; println(sq(p[1])) }");
    ASSERT_TRUE(c);
    PassOptions off;
    off.disabled.insert(p.name);
    runPasses(*c->prog, c->ctx, off);
    for (auto& f : c->prog->funcs) EXPECT_EQ(verify(*f), "") << p.name << "\n" << print(*f);
  }
}

}  // namespace
}  // namespace hood::ir
