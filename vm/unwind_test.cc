// Panics, recover, Goexit, run-time errors and their reports.
#include <gtest/gtest.h>

#include "runtime/lang/panic.h"
#include "vm/slow_paths.h"
#include "vm/test_program.h"

namespace hood::vm::test {
namespace {

constexpr rt::NativeEntry kNatives[] = {
    {"test.goexit", [](rt::G*, rt::Slot*) { return rt::Outcome::Exit; }},
    {"test.yield", [](rt::G*, rt::Slot*) { return rt::Outcome::Yield; }},
    {"test.panics", [](rt::G* gp, rt::Slot*) { return rt::panicPlainError(gp, "from a native"); }},
};

struct Unwind : testing::Test {
  TestProgram p;
  uint32_t yield, goexit, nativePanic;

  Unwind() {
    p.natives().add(kNatives);
    goexit = p.addNative("test.goexit", 0, 0);
    yield = p.addNative("test.yield", 0, 0);
    nativePanic = p.addNative("test.panics", 0, 0);
  }

  // panic(v), v an int.
  void panicInt(Builder& b, int v) {
    b.emitT(Op::LdType, 24, 0, 0, p.tInt);
    b.emitL(Op::LdI, 25, v);
    b.emitT(Op::Box, 25, 25, 0, p.tInt);
    b.emit(Op::Panic, 24);
  }
  void say(Builder& b, int v) {
    b.emitL(Op::LdI, 27, v);
    p.report(b, 27);
  }
  void defer(Builder& b, uint32_t func) {
    b.ldFuncValue(26, func);
    b.emit(Op::Defer, 26);
  }
  void runDefersAndReturn(Builder& b, FuncDef& f) {
    f.recoverPc = b.emit(Op::RunDefers, 20);
    b.emit(Op::Ret);
  }
  // Reports recover()'s int, or -1 for nil.
  void sayRecovered(Builder& b) {
    Builder::Label none = b.newLabel(), end = b.newLabel();
    b.emit(Op::Recover, 22);
    b.branch(Op::JEqI, 22, 0, none);
    b.emit(Op::Ld64, 23, 23, 0);
    p.report(b, 23);
    b.jump(end);
    b.bind(none);
    say(b, -1);
    b.bind(end);
  }
  uint32_t deferred(std::string name, const std::function<void(Builder&, FuncDef&)>& body) {
    return p.addFunc({.name = std::move(name), .closure = true}, [&](Builder& b, FuncDef& f) {
      body(b, f);
      b.emit(Op::Ret);
    });
  }
  uint32_t sayer(int v) {
    return deferred("say", [&](Builder& b, FuncDef&) { say(b, v); });
  }
  uint32_t recoverer() {
    return deferred("main.rec", [&](Builder& b, FuncDef&) { sayRecovered(b); });
  }
  Reports runMain(const TestProgram::Body& body) {
    return p.run(p.addFunc({.name = "main.main"}, [&](Builder& b, FuncDef& f) {
      body(b, f);
      b.emit(Op::Ret);
    }));
  }
};

constexpr uint64_t kNone = ~uint64_t{0};

TEST_F(Unwind, DeferredCallsRunInReverseOrder) {
  uint32_t one = sayer(1), two = sayer(2);
  EXPECT_EQ(runMain([&](Builder& b, FuncDef& f) {
              defer(b, one);
              defer(b, two);
              say(b, 3);
              f.recoverPc = b.emit(Op::RunDefers, 20);
              say(b, 4);
            }),
            (Reports{3, 2, 1, 4}));
}

TEST_F(Unwind, RecoverResumesTheDeferringFunction) {
  uint32_t one = sayer(1), rec = recoverer(), three = sayer(3);
  uint32_t inner = p.addFunc({.name = "main.inner"}, [&](Builder& b, FuncDef&) { panicInt(b, 7); });
  uint32_t outer = p.addFunc({.name = "main.outer"}, [&](Builder& b, FuncDef& f) {
    defer(b, one);
    defer(b, rec);
    defer(b, three);
    b.call(20, inner);
    say(b, 100);
    runDefersAndReturn(b, f);
  });
  EXPECT_EQ(runMain([&](Builder& b, FuncDef&) {
              b.call(20, outer);
              say(b, 4);
            }),
            (Reports{3, 7, 1, 4}));
}

TEST_F(Unwind, RecoverCountsOnlyInTheDeferredFunctionItself) {
  uint32_t helper = p.addFunc({.name = "main.helper"}, [&](Builder& b, FuncDef&) {
    sayRecovered(b);
    b.emit(Op::Ret);
  });
  uint32_t tooDeep = deferred("main.tooDeep", [&](Builder& b, FuncDef&) { b.call(10, helper); });
  uint32_t wrapper = p.addFunc({.name = "main.thunk", .closure = true, .wrapper = true}, [&](Builder& b, FuncDef&) {
    b.call(10, helper);
    b.emit(Op::Ret);
  });
  uint32_t outer = p.addFunc({.name = "main.outer"}, [&](Builder& b, FuncDef& f) {
    defer(b, wrapper);  // transparent
    defer(b, tooDeep);  // one call too many
    panicInt(b, 8);
    runDefersAndReturn(b, f);
  });
  EXPECT_EQ(runMain([&](Builder& b, FuncDef&) {
              b.call(20, helper);  // no panic at all
              b.call(20, outer);
            }),
            (Reports{kNone, kNone, 8}));
}

TEST_F(Unwind, PanicInADeferredCallReplacesTheFirst) {
  uint32_t rec = recoverer();
  uint32_t again = deferred("main.again", [&](Builder& b, FuncDef&) { panicInt(b, 2); });
  uint32_t skipped = sayer(9);
  uint32_t outer = p.addFunc({.name = "main.outer"}, [&](Builder& b, FuncDef& f) {
    defer(b, rec);
    defer(b, again);
    panicInt(b, 1);
    say(b, 5);
    runDefersAndReturn(b, f);
  });
  EXPECT_EQ(runMain([&](Builder& b, FuncDef& f) {
              defer(b, skipped);
              b.call(20, outer);
              defer(b, rec);
              f.recoverPc = b.emit(Op::RunDefers, 20);
            }),
            (Reports{2, kNone, 9}));
}

TEST_F(Unwind, NestedRecoverLetsTheOuterPanicGoOn) {
  // A deferred call panics and recovers by itself; the first panic continues to the next deferred call.
  uint32_t rec = recoverer();
  uint32_t nested = p.addFunc({.name = "main.nested", .closure = true}, [&](Builder& b, FuncDef& f) {
    defer(b, rec);
    panicInt(b, 2);
    runDefersAndReturn(b, f);
  });
  uint32_t outer = p.addFunc({.name = "main.outer"}, [&](Builder& b, FuncDef& f) {
    defer(b, rec);
    defer(b, nested);
    panicInt(b, 1);
    runDefersAndReturn(b, f);
  });
  EXPECT_EQ(runMain([&](Builder& b, FuncDef&) { b.call(20, outer); }), (Reports{2, 1}));
}

TEST_F(Unwind, RunTimeErrorsAreRecovered) {
  uint32_t rec = deferred("main.rec", [&](Builder& b, FuncDef&) {
    b.emit(Op::Recover, 10);
    b.emit(Op::Ld64, 12, 11, 8);  // length of the text
    p.report(b, 12);
  });
  struct {
    const char* text;
    std::function<void(Builder&)> code;
  } errors[] = {
      {"invalid memory address or nil pointer dereference", [](Builder& b) { b.emit(Op::Ld64, 3, 2, 0); }},
      {"index out of range [5] with length 0",
       [](Builder& b) {
         b.emitL(Op::LdI, 5, 5);
         b.emit(Op::LdX64, 6, 2, 5);
       }},
      {"integer divide by zero", [](Builder& b) { b.emit(Op::DivS, 3, 2, 2); }},
      {"integer divide by zero", [](Builder& b) { b.emit(Op::RemU, 3, 2, 2); }},
      {"negative shift amount",
       [](Builder& b) {
         b.emitL(Op::LdI, 5, -1);
         b.emit(Op::ShiftCheck, 5);
       }},
      {"slice bounds out of range [:5] with capacity 0",
       [](Builder& b) {
         b.emitL(Op::LdI, 5, 5);
         b.emitKK(Op::SliceS, 6, 2, 2, bytecode::sliceBounds(0, 5, 0), 8);
       }},
      {"slice bounds out of range [::5] with length 4",
       [this](Builder& b) {
         b.emitT(Op::New, 2, 0, 0, p.tEface);
         b.emitL(Op::LdI, 5, 5);
         b.emitKK(Op::SliceA, 6, 2, 6, bytecode::sliceBounds(0, 5, 5), bytecode::sliceArray(4, 4));
       }},
      {"cannot convert slice with length 0 to pointer to array with length 3",
       [](Builder& b) { b.emitK(Op::SliceToArr, 6, 2, 0, 3); }},
      {"invalid memory address or nil pointer dereference", [](Builder& b) { b.emit(Op::CallClosure, 10, 2, 0); }},
      {"invalid memory address or nil pointer dereference", [](Builder& b) { b.emit(Op::CallIface, 10, 2, 0); }},
      {"assignment to entry in nil map",
       [this](Builder& b) {
         b.emit(Op::ZeroN, 10, 3);
         b.emitRt(RtOp::MapSet, 10, 0, p.tMapIntInt);
       }},
      {"from a native", [this](Builder& b) { b.callNative(10, nativePanic); }},
      {"interface {} is nil, not int", [this](Builder& b) { b.emitTT(Op::AssertT, 2, 0, 0, p.tInt, p.tEface); }},
      {"panic called with nil argument (use GODEBUG=panicnil=1 to disable)", [](Builder& b) { b.emit(Op::Panic, 2); }},
  };
  std::vector<uint32_t> funcs;
  for (const auto& e : errors) {
    funcs.push_back(p.addFunc({.name = "main.fails"}, [&](Builder& b, FuncDef& f) {
      defer(b, rec);
      b.emit(Op::ZeroN, 2, 3);
      e.code(b);
      runDefersAndReturn(b, f);
    }));
  }
  Reports got = runMain([&](Builder& b, FuncDef&) {
    for (uint32_t f : funcs) b.call(20, f);
  });
  ASSERT_EQ(got.size(), std::size(errors));
  for (size_t i = 0; i < got.size(); i++) EXPECT_EQ(got[i], std::string_view(errors[i].text).size()) << errors[i].text;
}

TEST_F(Unwind, DeferOfANilFuncPanicsWhenItIsCalled) {
  uint32_t rec = deferred("main.rec", [&](Builder& b, FuncDef&) {
    b.emit(Op::Recover, 10);
    b.emit(Op::NeI, 12, 10, 0);
    p.report(b, 12);
  });
  for (bool panicking : {false, true}) {
    uint32_t f = p.addFunc({.name = "main.f"}, [&](Builder& b, FuncDef& f) {
      defer(b, rec);
      b.emit(Op::Zero, 2);
      b.emit(Op::Defer, 2);
      if (panicking) panicInt(b, 1);
      runDefersAndReturn(b, f);
    });
    p.module().entry = f;
  }
  auto n = static_cast<uint32_t>(p.module().funcs.size());
  EXPECT_EQ(runMain([&](Builder& b, FuncDef&) {
              b.call(20, n - 2);
              b.call(20, n - 1);
            }),
            (Reports{1, 1}));
}

TEST_F(Unwind, GoexitRunsDeferredCallsAndCannotBeRecovered) {
  uint32_t rec = recoverer(), one = sayer(1);
  uint32_t panics = p.addFunc({.name = "main.panics", .closure = true}, [&](Builder& b, FuncDef&) { panicInt(b, 5); });
  uint32_t inner = p.addFunc({.name = "main.inner"}, [&](Builder& b, FuncDef& f) {
    defer(b, rec);  // recovers the panic of the next; the Goexit goes on all the same
    defer(b, panics);
    defer(b, rec);  // nothing to recover yet
    b.callNative(20, goexit);
    say(b, 100);
    runDefersAndReturn(b, f);
  });
  uint32_t routine = p.addFunc({.name = "main.routine", .closure = true}, [&](Builder& b, FuncDef& f) {
    defer(b, one);
    b.call(10, inner);
    say(b, 101);
    runDefersAndReturn(b, f);
  });
  EXPECT_EQ(runMain([&](Builder& b, FuncDef&) {
              b.ldFuncValue(10, routine);
              b.emit(Op::Go, 10);
              b.callNative(20, yield);
              b.callNative(20, yield);
              say(b, 2);
            }),
            (Reports{kNone, 5, 1, 2}));
}

TEST_F(Unwind, ReportOfAnUnrecoveredPanic) {
  uint32_t inner = p.addFunc({.name = "main.inner", .params = 1}, [&](Builder& b, FuncDef&) {
    b.line(0, 5);
    panicInt(b, 7);
  });
  uint32_t wrapper = p.addFunc({.name = "main.wrapper", .wrapper = true}, [&](Builder& b, FuncDef&) {
    b.call(10, inner);
    b.emit(Op::Ret);
  });
  auto run = [&] {
    runMain([&](Builder& b, FuncDef& f) {
      f.inlines.push_back({"main.inlined", ~0u, 0, 20});
      b.line(0, 30, 0);
      b.call(10, wrapper);
    });
  };
  EXPECT_EXIT(run(), testing::ExitedWithCode(2),
              "^panic: 7\n\ngoroutine 1 \\[running\\]:\nmain.inner\\(\\.\\.\\.\\)\n\ttest.go:5 \\+0x[0-9a-f]+\n"
              "main.inlined\\(\\.\\.\\.\\)\n\ttest.go:30 \\+0x[0-9a-f]+\n"
              "main.main\\(\\)\n\ttest.go:20 \\+0x[0-9a-f]+\n");
}

TEST_F(Unwind, ReportOfARepanic) {
  uint32_t again = deferred("main.again", [&](Builder& b, FuncDef&) {
    b.emit(Op::Recover, 10);
    panicInt(b, 2);
  });
  auto run = [&] {
    runMain([&](Builder& b, FuncDef& f) {
      defer(b, again);
      panicInt(b, 1);
      f.recoverPc = b.emit(Op::RunDefers, 20);
    });
  };
  EXPECT_EXIT(run(), testing::ExitedWithCode(2),
              "^panic: 1 \\[recovered\\]\n\tpanic: 2\n\ngoroutine 1 \\[running\\]:\nmain.again");
}

TEST_F(Unwind, GoroutineReportNamesItsCreator) {
  uint32_t routine = p.addFunc({.name = "main.routine", .closure = true}, [&](Builder& b, FuncDef&) { panicInt(b, 3); });
  auto run = [&] {
    runMain([&](Builder& b, FuncDef&) {
      b.ldFuncValue(10, routine);
      b.emit(Op::Go, 10);
      b.callNative(20, yield);
      b.callNative(20, yield);
    });
  };
  EXPECT_EXIT(run(), testing::ExitedWithCode(2),
              "panic: 3\n\ngoroutine 2 \\[running\\]:\nmain.routine\\(\\)\n\ttest.go:1 \\+0x[0-9a-f]+\n"
              "created by main.main in goroutine 1\n\ttest.go:1 \\+0x");
}

}  // namespace
}  // namespace hood::vm::test
