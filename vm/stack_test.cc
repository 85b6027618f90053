// Stacks: growth, stack maps, preemption; the loader's complaints.
#include <gtest/gtest.h>

#include "runtime/lang/lang.h"
#include "runtime/sched/stack.h"
#include "vm/linker.h"
#include "vm/test_program.h"
#include "vm/traceback.h"

namespace hood::vm::test {
namespace {

// What a collector would see of the running goroutine.
std::vector<void*> scanned;
struct Collect final : rt::PointerVisitor {
  void slot(rt::Slot* s) override { scanned.push_back(s->p); }
};

constexpr rt::NativeEntry kNatives[] = {
    {"test.scan",
     [](rt::G* gp, rt::Slot*) {
       Collect v;
       scanned.clear();
       gp->vm->engine->scanStack(gp, v);
       return rt::Outcome::Done;
     }},
    {"test.preempt",
     [](rt::G* gp, rt::Slot*) {
       rt::preemptone(gp);
       return rt::Outcome::Done;
     }},
    {"test.depth",
     [](rt::G* gp, rt::Slot* w) {
       w[0].u = callers(*static_cast<Engine*>(gp->vm->engine), gp, 1000).size();
       return rt::Outcome::Done;
     }},
};

// func sum(n int) int { if n == 0 { return 0 }; return n + sum(n-1) }
uint32_t addSum(TestProgram& p) {
  auto self = static_cast<uint32_t>(p.module().funcs.size());
  return p.addFunc({.name = "main.sum", .results = 1, .params = 1, .frame = 6}, [=](Builder& b, FuncDef&) {
    Builder::Label rec = b.newLabel();
    b.branch(Op::JNeI, 1, 0, rec);
    b.emit(Op::Zero, 0);
    b.emit(Op::Ret);
    b.bind(rec);
    b.emit(Op::AddI, 5, 1, -1);
    b.call(4, self);
    b.emit(Op::Add, 0, 1, 4);
    b.emit(Op::Ret);
  });
}

TEST(Stack, GrowsUnderDeepRecursion) {
  for (bool stress : {false, true}) {
    TestProgram p;
    p.vm().knobs.stackstress = stress;
    uint32_t sum = addSum(p);
    int n = stress ? 300 : 1000000;
    uint32_t entry = p.addFunc({.name = "main.main"}, [&](Builder& b, FuncDef&) {
      b.emitL(Op::LdI, 11, n);
      b.call(10, sum);
      p.report(b, 10);
      b.emit(Op::Ret);
    });
    EXPECT_EQ(p.run(entry), (Reports{static_cast<uint64_t>(n) * (static_cast<uint64_t>(n) + 1) / 2}));
  }
}

TEST(Stack, OverflowIsFatal) {
  TestProgram p;
  p.vm().knobs.stackmax = 1 << 20;
  uint32_t sum = addSum(p);
  uint32_t entry = p.addFunc({.name = "main.main"}, [&](Builder& b, FuncDef&) {
    b.emitL(Op::LdI, 11, -1);
    b.call(10, sum);
    b.emit(Op::Ret);
  });
  EXPECT_EXIT(p.run(entry), testing::ExitedWithCode(2),
              "runtime: goroutine stack exceeds 1048576-byte limit\nfatal error: stack overflow");
}

TEST(Stack, MapsNameExactlyTheLivePointers) {
  TestProgram p;
  p.natives().add(kNatives);
  uint32_t scan = p.addNative("test.scan", 0, 0);
  // Two frames: main keeps a pointer in slot 5, inner (a parameter) in slot 0; slots 6 and 3 hold pointers that are dead.
  uint32_t inner = p.addFunc({.name = "main.inner", .params = 1}, [&](Builder& b, FuncDef&) {
    b.emit(Op::Mov, 3, 0);
    b.callNative(10, scan);
    uint8_t mask[] = {1};
    b.map(b.lastPc(), mask);
    b.emit(Op::Ret);
  });
  uint32_t entry = p.addFunc({.name = "main.main"}, [&](Builder& b, FuncDef&) {
    b.emitT(Op::New, 5, 0, 0, p.tInt);
    b.emitT(Op::New, 6, 0, 0, p.tInt);
    b.emitT(Op::New, 10, 0, 0, p.tInt);
    p.report(b, 5);
    p.report(b, 10);
    b.call(10, inner);
    uint8_t mask[] = {1 << 5};
    b.map(b.lastPc(), mask);
    b.emit(Op::Ret);
  });
  Reports got = p.run(entry);
  ASSERT_EQ(scanned.size(), 2u);
  EXPECT_EQ(reinterpret_cast<uint64_t>(scanned[0]), got[1]);
  EXPECT_EQ(reinterpret_cast<uint64_t>(scanned[1]), got[0]);
}

TEST(Stack, AFrameThatPanicsKeepsWhatItsRecoverBlockNeeds) {
  TestProgram p;
  p.natives().add(kNatives);
  uint32_t scan = p.addNative("test.scan", 0, 0), depth = p.addNative("test.depth", 1, 0);
  uint32_t scans = p.addFunc({.name = "main.scans", .closure = true}, [&](Builder& b, FuncDef&) {
    b.callNative(10, scan);
    b.callNative(10, depth);
    p.report(b, 10);
    b.emit(Op::Recover, 11);
    b.emit(Op::Ret);
  });
  uint32_t f = p.addFunc({.name = "main.f", .results = 1}, [&](Builder& b, FuncDef& f) {
    b.emitT(Op::New, 0, 0, 0, p.tInt);
    p.report(b, 0);
    b.ldFuncValue(2, scans);
    b.emit(Op::Defer, 2);
    b.emit(Op::Zero, 3);
    b.emit(Op::Ld64, 4, 3, 0);  // no safepoint
    f.recoverPc = b.emit(Op::RunDefers, 20);
    uint8_t mask[] = {1};
    b.map(f.recoverPc, mask);
    b.emit(Op::Ret);
  });
  uint32_t entry = p.addFunc({.name = "main.main"}, [&](Builder& b, FuncDef&) {
    b.call(10, f);
    p.report(b, 10);
    b.emit(Op::Ret);
  });
  Reports got = p.run(entry);
  ASSERT_EQ(got.size(), 3u);
  EXPECT_EQ(got[1], 4u);  // scans, panic, f, main
  EXPECT_EQ(got[2], got[0]);
  ASSERT_EQ(scanned.size(), 1u);
  EXPECT_EQ(reinterpret_cast<uint64_t>(scanned[0]), got[0]);
}

TEST(Stack, LoopsArePreempted) {
  // The goroutine counts to 3 and then asks to be preempted in a loop that only main can end.
  TestProgram p;
  p.natives().add(kNatives);
  uint32_t preempt = p.addNative("test.preempt", 0, 0);
  uint32_t stop = p.addGlobal("main.stop", 8);
  uint32_t spin = p.addFunc({.name = "main.spin", .closure = true}, [&](Builder& b, FuncDef&) {
    Builder::Label loop = b.newLabel();
    b.bind(loop);
    b.callNative(10, preempt);
    b.emitGlobal(Op::LdG, 3, stop);
    b.branch(Op::LoopEqI, 3, 0, loop);
    p.report(b, 3);
    b.emit(Op::Ret);
  });
  uint32_t entry = p.addFunc({.name = "main.main"}, [&](Builder& b, FuncDef&) {
    b.ldFuncValue(3, spin);
    b.emit(Op::Go, 3);
    Builder::Label loop = b.newLabel();
    b.emit(Op::Zero, 4);
    b.bind(loop);
    b.callNative(10, preempt);
    b.branch(Op::LoopIncLtSI, 4, 5, loop);
    b.emitGlobal(Op::StG, 4, stop);
    b.callNative(10, preempt);
    Builder::Label wait = b.newLabel();
    b.emit(Op::Zero, 4);
    b.bind(wait);
    b.callNative(10, preempt);
    b.branch(Op::LoopIncLtSI, 4, 5, wait);
    b.emit(Op::Ret);
  });
  EXPECT_EQ(p.run(entry), (Reports{5}));
}

TEST(Stack, CollectionAtEverySafepoint) {
  TestProgram p;
  p.vm().knobs.gcstress = 1;
  p.vm().knobs.stackstress = true;
  p.vm().knobs.clobberfree = true;
  // A list of 50 nodes, kept by slot 3 alone.
  uint32_t node = p.addType("main.node", 25, 16, {1});
  uint32_t entry = p.addFunc({.name = "main.main"}, [&](Builder& b, FuncDef&) {
    uint8_t mask[] = {1 << 3};
    Builder::Label build = b.newLabel(), walk = b.newLabel();
    b.emit(Op::ZeroN, 2, 4);
    b.bind(build);
    b.emitT(Op::New, 5, 0, 0, node);
    b.emit(Op::StP, 5, 3, 0);
    b.emit(Op::St64, 5, 2, 8);
    b.emit(Op::Mov, 3, 5);
    b.map(b.branch(Op::LoopIncLtSI, 2, 50, build), mask);
    b.emit(Op::Zero, 2);
    b.bind(walk);
    b.emit(Op::Ld64, 5, 3, 8);
    b.emit(Op::Add, 2, 2, 5);
    b.emit(Op::Ld64, 3, 3, 0);
    b.map(b.branch(Op::LoopNeI, 3, 0, walk), mask);
    p.report(b, 2);
    b.emit(Op::Ret);
  });
  EXPECT_EQ(p.run(entry), (Reports{1225}));
}

TEST(Loader, FusesPairsAndStillKnowsTheOpcodes) {
  TestProgram p;
  uint32_t sum = addSum(p);  // has AddI, Call and Add, Ret
  uint32_t entry = p.addFunc({.name = "main.main"}, [&](Builder& b, FuncDef&) {
    b.emitL(Op::LdI, 11, 10);
    b.call(10, sum);
    p.report(b, 10);
    b.emit(Op::Ret);
  });
  EXPECT_EQ(p.run(entry), (Reports{55}));
  const Engine& e = p.engine();
  for (const Function& f : e.program().functions) {
    if (f.name != "main.sum") continue;
    EXPECT_EQ(*reinterpret_cast<const uint16_t*>(f.entry + 3), e.fusedOp(Op::AddI, Op::Call));
    EXPECT_EQ(e.opAt(f.entry + 3), Op::AddI);
    EXPECT_EQ(e.opAt(f.entry + 4), Op::Call);
  }
}

TEST(Loader, NamesFunctionsWithoutABody) {
  TestProgram p;
  uint32_t missing = p.addNative("main.nope", 0, 0);
  uint32_t entry = p.addFunc({.name = "main.main"}, [&](Builder& b, FuncDef&) {
    b.callNative(10, missing);
    b.emit(Op::Ret);
  });
  EXPECT_EQ(p.load(entry), "test.go:7: func main.nope has no body\n");
}

TEST(Loader, NativesAsFuncValuesAndMutuallyRecursiveTypes) {
  TestProgram p;
  static constexpr rt::NativeEntry kDouble[] = {{"test.double", [](rt::G*, rt::Slot* w) {
                                                   w[0].u = w[1].u * 2;
                                                   return rt::Outcome::Done;
                                                 }}};
  p.natives().add(kDouble);
  uint32_t dbl = p.addNative("test.double", 1, 1);
  uint32_t a = p.addElemType("*main.B", 22, 8, {1}, 0), bType = p.addType("main.B", 25, 8, {1});
  p.type(a).elem = bType;
  p.type(bType).fields = {{"next", "", "", a, 0, false}};
  uint32_t entry = p.addFunc({.name = "main.main"}, [&](Builder& b, FuncDef&) {
    b.ldFuncValue(3, dbl);
    b.emitL(Op::LdI, 11, 21);
    b.emit(Op::CallClosure, 10, 3, 2);
    p.report(b, 10);
    b.emit(Op::Ret);
  });
  EXPECT_EQ(p.run(entry), (Reports{42}));
  Linker& l = p.engine().linker();
  const rt::Type* t = l.typeOf(l.findUnit("main"), "main.B");
  EXPECT_EQ(t, p.vm().lang->types.byKey.at("main.B"));
  EXPECT_EQ(t->fields[0].type->elem, t);
  EXPECT_EQ(t->ptrTo, t->fields[0].type);
}

}  // namespace
}  // namespace hood::vm::test
