// The assembler, the listing and the verifier, on small functions built by hand.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>

#include "bytecode/builder.h"
#include "bytecode/disasm.h"
#include "bytecode/verifier.h"

namespace hood::bytecode {
namespace {

// func fib(n int) int { if n < 2 { return n }; return fib(n-1) + fib(n-2) }
FuncDef fibFunc(uint32_t self, bool longBranches = false) {
  FuncDef f;
  f.name = "main.fib";
  f.resultSlots = 1;
  f.paramSlots = 1;
  f.frameSlots = 8;
  Builder b(f, longBranches);
  Builder::Label rec = b.newLabel();
  b.map(0, {});
  b.line(0, 3);
  b.branch(Op::JGeSI, 1, 2, rec);
  b.line(0, 4);
  b.emit(Op::Mov, 0, 1);
  b.emit(Op::Ret);
  b.bind(rec);
  b.line(0, 6);
  b.emit(Op::AddI, 5, 1, -1);
  b.call(4, self);
  b.map(b.lastPc(), {});
  b.emit(Op::Mov, 2, 4);
  b.emit(Op::AddI, 5, 1, -2);
  b.call(4, self);
  b.map(b.lastPc(), {});
  b.emit(Op::Add, 0, 2, 4);
  b.emit(Op::Ret);
  EXPECT_TRUE(b.finish());
  return f;
}

Module fibModule() {
  Module m;
  m.files = {"fib.go"};
  m.funcs.push_back(fibFunc(0));
  m.entry = 0;
  return m;
}

TEST(Instr, PacksAndUnpacks) {
  uint64_t w = encode(Op::AddI, 7, 65535, 0xfffe);
  EXPECT_EQ(opOf(w), Op::AddI);
  EXPECT_EQ(fieldA(w), 7);
  EXPECT_EQ(fieldB(w), 65535);
  std::vector<int64_t> values;
  forEachOperand(w, [&](Operand, int64_t v) { values.push_back(v); });
  EXPECT_EQ(values, (std::vector<int64_t>{7, 65535, -2}));
  EXPECT_EQ(fieldL(encodeL(Op::LdI, 1, -5)), -5);
  EXPECT_EQ(instrWords(encode(Op::Switch, 0, 3)), 5u);
  EXPECT_EQ(instrWords(encode(Op::SliceS)), 3u);
}

TEST(Builder, AssemblesAndLists) {
  Module m = fibModule();
  EXPECT_EQ(verify(m), std::nullopt);
  EXPECT_EQ(disasm(m, m.funcs[0], {}),
            "main.fib:  frame 8, results 1, params 1\n"
            "        ; fib.go:3\n"
            "     0  JGeSI        s1, 2, +2 -> 3\n"
            "        ; fib.go:4\n"
            "     1  Mov          s0, s1\n"
            "     2  Ret\n"
            "        ; fib.go:6\n"
            "     3  AddI         s5, s1, -1\n"
            "     4  Call         w4, main.fib\n"
            "     5  Mov          s2, s4\n"
            "     6  AddI         s5, s1, -2\n"
            "     7  Call         w4, main.fib\n"
            "     8  Add          s0, s2, s4\n"
            "     9  Ret\n");
}

TEST(Builder, BranchesThatDoNotFitAreMadeLong) {
  for (bool longBranches : {false, true}) {
    FuncDef f;
    f.frameSlots = 4;
    f.name = "far";
    Builder b(f, longBranches);
    Builder::Label end = b.newLabel();
    b.map(0, {});
    b.branch(Op::JEqI, 1, 0, end);
    for (int i = 0; i < 40000; i++) b.emit(Op::AddI, 1, 1, 1);
    b.bind(end);
    b.emit(Op::Ret);
    EXPECT_EQ(b.finish(), longBranches);
    if (!longBranches) continue;
    Module m;
    m.funcs.push_back(f);
    EXPECT_EQ(verify(m), std::nullopt);
    EXPECT_EQ(branchTarget(f.code[2], 2), 40003);
  }
}

TEST(Builder, SwitchTablesAndDeferPairs) {
  FuncDef f;
  f.name = "sw";
  f.frameSlots = 4;
  Builder b(f);
  Builder::Label one = b.newLabel(), dflt = b.newLabel();
  std::vector<Builder::Label> cases = {dflt, one};
  b.map(0, {});
  b.switchTable(0, cases, dflt);
  b.bind(one);
  f.recoverPc = b.emit(Op::RunDefers, 2);
  EXPECT_EQ(b.lastPc(), f.recoverPc);
  b.map(f.recoverPc, {});
  b.bind(dflt);
  b.emit(Op::Ret);
  ASSERT_TRUE(b.finish());
  Module m;
  m.funcs.push_back(f);
  EXPECT_EQ(verify(m), std::nullopt);
  EXPECT_EQ(disasmInstr(m, f, 0), "Switch       s0, 2, 6, 4, 6");
  EXPECT_EQ(opOf(f.code[5]), Op::MoreDefers);
  m.funcs[0].recoverPc = 6;
  EXPECT_EQ(*verify(m), "sw+6: recover pc is not a RunDefers");
}

TEST(Builder, CallsDoNotTakeTheEntryWord) {
  FuncDef f;
  Builder b(f);
  EXPECT_EQ(b.call(2, 0), 1u);
  EXPECT_EQ(opOf(f.code[0]), Op::Nop);
}

// ---- the verifier rejects -------------------------------------------------------------------------------------

std::string rejection(void (*spoil)(FuncDef&)) {
  Module m = fibModule();
  spoil(m.funcs[0]);
  return verify(m).value_or("accepted");
}

TEST(Verifier, Rejects) {
  EXPECT_EQ(rejection([](FuncDef& f) { f.code[0] = 0xffff; }), "main.fib+0: unknown opcode");
  EXPECT_EQ(rejection([](FuncDef& f) { f.code[1] = encode(Op::Mov, 0, 8); }), "main.fib+1: operand outside of the frame");
  EXPECT_EQ(rejection([](FuncDef& f) { f.code[1] = encode(Op::Mov2, 7, 0); }), "main.fib+1: operand outside of the frame");
  EXPECT_EQ(rejection([](FuncDef& f) { f.code[0] = encode(Op::JGeSI, 1, 2, 9); }), "main.fib+0: branch to no instruction");
  EXPECT_EQ(rejection([](FuncDef& f) { f.code[9] = encode(Op::Nop); }), "main.fib+10: control runs off the end");
  EXPECT_EQ(rejection([](FuncDef& f) { f.code[9] = encode(Op::LdK); }), "main.fib+10: cut off instruction");
  EXPECT_EQ(rejection([](FuncDef& f) { f.relocs.pop_back(); }), "main.fib+7: word without its relocation");
  EXPECT_EQ(rejection([](FuncDef& f) { f.relocs[0].index = 5; }), "main.fib+4: unknown function");
  EXPECT_EQ(rejection([](FuncDef& f) { f.relocs[0].at = 3; }), "main.fib+3: relocation of an instruction");
  EXPECT_EQ(rejection([](FuncDef& f) { f.maps.pop_back(); }), "main.fib+7: safepoint without a pointer map");
  EXPECT_EQ(rejection([](FuncDef& f) { f.maps[0].pc = 5; }), "main.fib+5: pointer map at no safepoint");
  EXPECT_EQ(rejection([](FuncDef& f) { std::swap(f.maps[1], f.maps[2]); }), "main.fib+4: pointer maps out of order");
  EXPECT_EQ(rejection([](FuncDef& f) { f.maps[1].bytes = 3; }), "main.fib+4: pointer map outside of the mask bytes");
  EXPECT_EQ(rejection([](FuncDef& f) { f.frameSlots = 65; }), "main.fib+0: large frame without StackCheck");
  EXPECT_EQ(rejection([](FuncDef& f) { f.code[3] = encode(Op::DivSI, 5, 1, 0); }), "main.fib+3: immediate divisor 0 or -1");
  EXPECT_EQ(rejection([](FuncDef& f) { f.code[4] = encodeL(Op::Call, 8, 0); }), "main.fib+4: operand outside of the frame");
  EXPECT_EQ(rejection([](FuncDef& f) { f.lines[1].pc = 0; }), "main.fib+0: line table out of order");
  EXPECT_EQ(rejection([](FuncDef& f) { f.code[5] = encode(Op::MoreDefers); }), "main.fib+5: MoreDefers without RunDefers");
}

// Verifier and listing survive any damage: whatever the bytes are, they answer.
TEST(Verifier, SurvivesMutation) {
  std::mt19937_64 rng(42);
  int accepted = 0;
  for (int round = 0; round < 20000; round++) {
    Module m = fibModule();
    FuncDef& f = m.funcs[0];
    for (int i = 0, n = 1 + static_cast<int>(rng() % 3); i < n; i++) {
      uint64_t& w = f.code[rng() % f.code.size()];
      switch (rng() % 6) {
        case 0: w = (w & ~0xffffull) | rng() % (kOpCount + 2); break;
        case 1: w ^= 1ull << (rng() % 64); break;
        case 2: w = rng(); break;
        case 3: f.maps[rng() % f.maps.size()].pc = static_cast<uint32_t>(rng() % 12); break;
        case 4: f.relocs[rng() % 2].at = static_cast<uint32_t>(rng() % 12); break;
        case 5: f.code.resize(1 + rng() % f.code.size()); break;
      }
    }
    accepted += !verify(m);
    EXPECT_FALSE(disasm(m, {.source = nullptr, .maps = true}).empty());
  }
  EXPECT_GT(accepted, 0);
  EXPECT_LT(accepted, 15000);
}

// ---- the reference page is fresh ------------------------------------------------------------------------------

TEST(Reference, IsFresh) {
  std::string path = std::string(HOOD_SOURCE_DIR) + "/docs/gen/OPCODES.md";
  if (std::getenv("HOOD_REBASE")) std::ofstream(path) << opcodeReference();
  std::stringstream committed;
  committed << std::ifstream(path).rdbuf();
  EXPECT_EQ(committed.str(), opcodeReference()) << "refresh it with HOOD_REBASE=1";
}

}  // namespace
}  // namespace hood::bytecode
