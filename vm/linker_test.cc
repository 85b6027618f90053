// Linking on demand: packages in images of their own, found by name, linked when they are first called.
#include "vm/linker.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "bytecode/serialize.h"
#include "runtime/lang/iface.h"
#include "runtime/lang/lang.h"
#include "vm/loader.h"
#include "vm/test_program.h"

namespace hood::vm::test {
namespace {

using bytecode::GlobalDef;
using bytecode::RelocKind;

// An external function, global or type in the module of p.
uint32_t externalFunc(TestProgram& p, std::string pkg, std::string name, uint32_t results, uint32_t params,
                      bool closure = false) {
  FuncDef f;
  f.name = std::move(name);
  f.pkgPath = std::move(pkg);
  f.external = true;
  f.closure = closure;
  f.resultSlots = results;
  f.paramSlots = params;
  p.module().funcs.push_back(f);
  return static_cast<uint32_t>(p.module().funcs.size() - 1);
}
uint32_t externalGlobal(TestProgram& p, std::string pkg, std::string name, uint64_t size) {
  GlobalDef g;
  g.name = std::move(name);
  g.pkgPath = std::move(pkg);
  g.external = true;
  g.size = size;
  p.module().globals.push_back(g);
  return static_cast<uint32_t>(p.module().globals.size() - 1);
}
uint32_t externalType(TestProgram& p, std::string pkg, std::string key, uint8_t kind, uint64_t size) {
  uint32_t i = p.addType(std::move(key), kind, size);
  p.type(i).external = true;
  p.type(i).pkgPath = std::move(pkg);
  return i;
}

// Package lib: func twice(int) int, func unused(), var count int, a func literal, type lib.T with method Get, type I.
struct Lib {
  TestProgram p;
  uint32_t twice = 0, unused = 0, literal = 0, get = 0, count = 0, tI = 0, tT = 0;

  Lib() {
    p.module().name = "lib";
    count = p.addGlobal("lib.count", 8, p.tInt);
    twice = p.addFunc({.name = "lib.twice", .results = 1, .params = 1}, [&](Builder& b, FuncDef&) {
      b.emitGlobal(Op::LdG, 5, count);
      b.emit(Op::AddI, 5, 5, 1);
      b.emitGlobal(Op::StG, 5, count);
      b.emit(Op::Add, 0, 1, 1);
      b.emit(Op::Ret);
    });
    unused = p.addFunc({.name = "lib.unused"}, [&](Builder& b, FuncDef&) {
      b.call(20, twice);
      b.emit(Op::Ret);
    });
    literal = p.addFunc({.name = "lib.f.func1", .results = 1, .closure = true}, [&](Builder& b, FuncDef&) {
      b.emitL(Op::LdI, 0, 77);
      b.emit(Op::Ret);
    });
    get = p.addFunc({.name = "lib.(*T).Get", .results = 1, .params = 1}, [&](Builder& b, FuncDef&) {
      b.emit(Op::Ld64, 0, 1, 0);
      b.emit(Op::Ret);
    });
    uint32_t fn = p.addType("func() int", 19, 8, {1});
    p.type(fn).out = {p.tInt};
    tI = p.addType("lib.I", 20, 16, {3});
    p.type(tI).methods = {{"Get", "", fn, TypeDef::kNone}};
    tT = p.addElemType("*lib.T", 22, 8, {1}, p.tInt);
    p.type(tT).methods = {{"Get", "", fn, get}};
  }
};

size_t linkedFunctions(TestProgram& p) { return p.engine().program().functions.size(); }
const Function* linked(TestProgram& p, std::string_view name) {
  for (const Function& f : p.engine().program().functions) {
    if (f.name == name) return &f;
  }
  return nullptr;
}

TEST(Linker, FunctionsAreLinkedWhenTheyAreCalled) {
  Lib lib;
  TestProgram p;
  p.addImage(lib.p.module());
  uint32_t twice = externalFunc(p, "lib", "lib.twice", 1, 1);
  uint32_t unused = externalFunc(p, "lib", "lib.unused", 0, 0);
  uint32_t count = externalGlobal(p, "lib", "lib.count", 8);
  uint32_t entry = p.addFunc({.name = "main.main"}, [&](Builder& b, FuncDef&) {
    Builder::Label skip = b.newLabel(), loop = b.newLabel();
    b.emitL(Op::LdI, 10, 0);
    b.bind(loop);
    b.emitL(Op::LdI, 21, 21);
    b.call(20, twice);
    p.report(b, 20);
    b.branch(Op::LoopIncLtSI, 10, 3, loop);
    b.emitGlobal(Op::LdG, 5, count);
    p.report(b, 5);
    b.branch(Op::JmpT, 5, 0, skip);
    b.call(20, unused);
    b.bind(skip);
    b.emit(Op::Ret);
  });
  ASSERT_EQ(p.load(entry), "");
  EXPECT_EQ(linked(p, "main.main"), nullptr);
  EXPECT_EQ(p.run(), (Reports{42, 42, 42, 3}));
  EXPECT_NE(linked(p, "lib.twice"), nullptr);
  EXPECT_EQ(linked(p, "lib.unused"), nullptr);
}

TEST(Linker, CallersCallDirectlyFromTheSecondTimeOn) {
  Lib lib;
  TestProgram p;
  p.addImage(lib.p.module());
  uint32_t twice = externalFunc(p, "lib", "lib.twice", 1, 1);
  uint32_t at = 0;
  uint32_t entry = p.addFunc({.name = "main.main"}, [&](Builder& b, FuncDef&) {
    b.emitL(Op::LdI, 21, 4);
    at = b.call(20, twice);
    b.emit(Op::Ret);
  });
  EXPECT_EQ(p.run(entry), Reports{});
  const Word* call = linked(p, "main.main")->entry + at;
  EXPECT_EQ(call + 1 + bytecode::fieldL(*call), linked(p, "lib.twice")->entry);
}

TEST(Linker, FuncValuesClosuresMethodsAndNativesAsValues) {
  Lib lib;
  TestProgram p;
  p.addImage(lib.p.module());
  uint32_t twice = externalFunc(p, "lib", "lib.twice", 1, 1);
  uint32_t literal = externalFunc(p, "lib", "lib.f.func1", 1, 0, true);
  uint32_t tI = externalType(p, "lib", "lib.I", 20, 16), tT = externalType(p, "lib", "*lib.T", 22, 8);
  uint32_t closureType = p.addType("struct { code uintptr }", 25, 8);
  uint32_t native = p.addNative("test.report", 0, 1);
  std::vector<uint32_t> at;
  uint32_t entry = p.addFunc({.name = "main.main"}, [&](Builder& b, FuncDef&) {
    b.ldFuncValue(10, twice);  // a static closure
    b.emitL(Op::LdI, 21, 8);
    b.emit(Op::CallClosure, 20, 10, 2);
    p.report(b, 20);
    for (int k = 0; k < 2; k++) {  // a closure on the heap, made before and after its function is linked
      b.emitT(Op::New, 11, 0, 0, closureType);
      at.push_back(b.ldFunc(12, literal) + 1);
      b.emit(Op::St64, 11, 12, 0);
      b.emit(Op::CallClosure, 20, 11, 1);
      p.report(b, 20);
    }
    b.emitT(Op::New, 13, 0, 0, p.tInt);  // through an itab
    b.emit(Op::StI64, 13, 5, 0);
    b.ldTab(14, tI, tT);
    b.emit(Op::Mov, 21, 13);
    b.emit(Op::CallIface, 20, 14, 0);
    p.report(b, 20);
    b.ldFuncValue(15, native);
    b.emitL(Op::LdI, 20, 99);
    b.emit(Op::CallClosure, 20, 15, 1);
    b.emit(Op::Ret);
  });
  EXPECT_EQ(p.run(entry), (Reports{16, 77, 77, 5, 99}));
  // What held stubs holds the code now.
  const Function *main = linked(p, "main.main"), *code = linked(p, "lib.f.func1");
  for (uint32_t k : at) EXPECT_EQ(main->entry[k], reinterpret_cast<Word>(code->entry));
  Linker& l = p.engine().linker();
  Unit* u = l.findUnit("lib");
  EXPECT_EQ(l.closureOf(u, "lib.twice")->entry, linked(p, "lib.twice")->entry);
  rt::Itab* tab = rt::getitab(&p.vm(), l.typeOf(u, "lib.I"), l.typeOf(u, "*lib.T"), false);
  EXPECT_EQ(tab->fun[0], linked(p, "lib.(*T).Get")->entry);
}

TEST(Linker, TypesAreOneAndMethodTypesWait) {
  Lib lib;
  TestProgram p;
  p.addImage(lib.p.module());
  externalType(p, "lib", "*lib.T", 22, 8);
  uint32_t entry = p.addFunc({.name = "main.main"}, [&](Builder& b, FuncDef&) { b.emit(Op::Ret); });
  ASSERT_EQ(p.load(entry), "");
  Linker& l = p.engine().linker();
  Unit *u = l.findUnit("lib"), *root = l.findUnit("main");
  rt::Type* t = l.typeOf(u, "*lib.T");
  EXPECT_EQ(t->elem, l.typeOf(root, "int"));  // from whichever image came first
  ASSERT_EQ(t->methods.len, 1);
  rt::Type** cell = &t->methods.ptr[0].type;
  EXPECT_NE(reinterpret_cast<uintptr_t>(*cell) & rt::kLazyType, 0u);
  rt::Type* fn = rt::methodType(&p.vm(), cell);
  EXPECT_EQ(fn, l.typeOf(u, "func() int"));
  EXPECT_EQ(*cell, fn);
  EXPECT_EQ(fn->out[0], t->elem);
  EXPECT_TRUE(l.isStub(t->methods[0].ifn));
}

// Instances of generic code: every package has its own copy, one is used.
TEST(Linker, SharedSymbolsAreTheFirstLinked) {
  auto make = [](TestProgram& q, const char* name) {
    q.module().name = name;
    uint32_t g = q.addGlobal("shared.data", 8, q.tInt);
    q.module().globals[g].dupOk = true;
    uint32_t f = q.addFunc({.name = "shared.f", .results = 1}, [&](Builder& b, FuncDef&) {
      b.emitGlobal(Op::LdG, 0, g);
      b.emit(Op::AddI, 0, 0, 1);
      b.emitGlobal(Op::StG, 0, g);
      b.emit(Op::Ret);
    });
    q.module().funcs[f].dupOk = true;
    q.addFunc({.name = std::string(name) + ".f", .results = 1}, [&](Builder& b, FuncDef&) {
      b.emit(Op::Nop);
      b.call(0 + 2, f);
      b.emit(Op::Mov, 0, 2);
      b.emit(Op::Ret);
    });
  };
  TestProgram a, b2, p;
  make(a, "a");
  make(b2, "b");
  p.addImage(a.module());
  p.addImage(b2.module());
  uint32_t fa = externalFunc(p, "a", "a.f", 1, 0), fb = externalFunc(p, "b", "b.f", 1, 0);
  uint32_t entry = p.addFunc({.name = "main.main"}, [&](Builder& b, FuncDef&) {
    for (uint32_t f : {fa, fb, fa}) {
      b.emit(Op::Nop);
      b.call(20, f);
      p.report(b, 20);
    }
    b.emit(Op::Ret);
  });
  EXPECT_EQ(p.run(entry), (Reports{1, 2, 3}));
}

TEST(Linker, TheRootCanBeAnImage) {
  TestProgram author, p;
  uint32_t entry = author.addFunc({.name = "main.main"}, [&](Builder& b, FuncDef&) {
    b.emitL(Op::LdI, 5, 12);
    author.report(b, 5);
    b.emit(Op::Ret);
  });
  author.module().entry = entry;
  p.addImage(author.module(), true);
  p.dropModule();
  EXPECT_EQ(p.run(entry), Reports{12});
}

TEST(Linker, WhatIsMissingIsSaidBeforeTheProgramRuns) {
  Lib lib;
  lib.p.addNative("lib.native", 0, 0);
  auto problems = [&](bool user, auto&& add) {
    TestProgram p;
    p.addImage(lib.p.module(), user);
    add(p);
    return p.load(p.addFunc({.name = "main.main"}, [&](Builder& b, FuncDef&) { b.emit(Op::Ret); }));
  };
  EXPECT_EQ(problems(true, [](TestProgram&) {}), "test.go:7: func lib.native has no body\n");
  EXPECT_EQ(problems(false, [](TestProgram&) {}), "");  // the library's own are bound when they are called
  EXPECT_EQ(problems(false, [](TestProgram& p) { externalFunc(p, "lib", "lib.no", 0, 0); }),
            "hood: package main: lib.no is not in the image of lib\n");
  EXPECT_EQ(problems(false, [](TestProgram& p) { externalGlobal(p, "other", "other.v", 8); }),
            "hood: package main: other.v is not in the image of other\n");
}

// Runs a program whose main calls lib.twice, with an image of lib that `damage` has been at.
void runDamaged(const std::function<void(std::string&)>& damage, uint32_t params = 1) {
  Lib lib;
  TestProgram p;
  std::string bytes = bytecode::writeImage(lib.p.module());
  damage(bytes);
  p.addImage("lib", bytes);
  uint32_t twice = externalFunc(p, "lib", "lib.twice", 1, params);
  p.run(p.addFunc({.name = "main.main"}, [&](Builder& b, FuncDef&) {
    b.emit(Op::Nop);
    b.call(20, twice);
    b.emit(Op::Ret);
  }));
}

TEST(LinkerDeathTest, DamageIsOneLineAndStatus70) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  auto nothing = [](std::string&) {};
  EXPECT_EXIT(runDamaged(nothing, 2), testing::ExitedWithCode(70),
              "^hood: package main: lib.twice does not fit the image of lib\n");
  auto code = [](std::string& bytes) {  // the first instruction's slot
    bytecode::ImageView v;
    std::string problem;
    if (!v.open(bytes, bytecode::ImageView::Check::None, &problem)) abort();
    size_t bodies = static_cast<size_t>(v.section(bytecode::ImageView::kBodies).data() - bytes.data());
    size_t records = static_cast<size_t>(v.section(bytecode::ImageView::kFuncs).data() - bytes.data());
    uint32_t i = v.find(bytecode::SymbolKind::Func, "lib.twice");
    bytecode::ImageView::FuncRecord r;
    std::memcpy(&r, bytes.data() + records + i * sizeof r, sizeof r);
    bytes[bodies + r.body + 3] = 0x7f;
  };
  EXPECT_EXIT(runDamaged(code), testing::ExitedWithCode(70),
              "^hood: package lib: image is damaged: lib.twice\\+0: operand outside of the frame\n");
  auto version = [](std::string& bytes) { bytes[8]++; };
  EXPECT_EXIT(runDamaged(version), testing::ExitedWithCode(70), "hood: package lib: image of another version of hood\n");
}

// Many threads link the same functions while others look addresses up.
TEST(Linker, ThreadsLinkAtOnce) {
  constexpr uint32_t kFuncs = 400;
  TestProgram lib, p;
  lib.module().name = "lib";
  uint32_t data = lib.addGlobal("lib.data", 64, lib.tInt);
  for (uint32_t i = 0; i < kFuncs; i++) {
    lib.addFunc({.name = "lib.f" + std::to_string(i), .results = 1}, [&](Builder& b, FuncDef&) {
      b.emitGlobal(Op::LdG, 0, data);
      b.ldFuncValue(1, 1 + (i * 7) % kFuncs);  // function 0 is the harness's native
      b.call(20, 1 + (i + 1) % kFuncs);
      b.emit(Op::Ret);
    });
  }
  p.addImage(lib.module());
  uint32_t entry = p.addFunc({.name = "main.main"}, [&](Builder& b, FuncDef&) { b.emit(Op::Ret); });
  ASSERT_EQ(p.load(entry), "");
  Linker& l = p.engine().linker();
  const Program& program = p.engine().program();
  Unit* u = l.findUnit("lib");
  std::vector<const rt::Closure*> closures;
  for (uint32_t i = 0; i < kFuncs; i++) closures.push_back(l.closureOf(u, "lib.f" + std::to_string(i)));
  std::atomic<bool> stop{false};
  std::atomic<uint32_t> wrong{0};
  auto look = [&] {
    while (!stop) {
      for (const Function& f : program.functions) {
        if (program.functionAt(f.entry + f.words - 1) != &f) wrong++;
      }
    }
  };
  auto link = [&](uint32_t start) {
    for (uint32_t k = 0; k < kFuncs; k++) {
      uint32_t i = (start + k * 13) % kFuncs;
      const Word* code = l.entryOf(__atomic_load_n(&closures[i]->entry, __ATOMIC_ACQUIRE));
      const Function* f = program.functionAt(code);
      if (f == nullptr || f->name != "lib.f" + std::to_string(i)) wrong++;
    }
  };
  std::vector<std::thread> threads;
  threads.emplace_back(look);
  for (uint32_t t = 0; t < 4; t++) threads.emplace_back(link, t * 97);
  for (size_t t = 1; t < threads.size(); t++) threads[t].join();
  stop = true;
  threads[0].join();
  EXPECT_EQ(wrong, 0u);
  EXPECT_GE(linkedFunctions(p), kFuncs);
}

}  // namespace
}  // namespace hood::vm::test
