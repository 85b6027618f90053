// Every row of the opcode table, executed: small functions that compute with one opcode each, run as one program under
// the counting copy of the loop. A row that no case executes fails the test.
// Laid out by hand, as the tables they are.
// clang-format off
#include "vm/opcodes_test.h"

#include <gtest/gtest.h>

namespace hood::vm::test {

void Cases::addArith() {
  add("moves", [](Builder& b, FuncDef&) {
    b.emit(Op::Nop);
    consts(b, 10, {1, 2, 3, 4});
    b.emit(Op::Mov, 0, 13);
    b.emit(Op::Mov2, 1, 10);
    b.emit(Op::Mov3, 3, 11);
    b.emit(Op::MovN, 11, 10, 3);  // overlapping
    b.emit(Op::Mov3, 6, 11);
    b.emitL(Op::LdI, 9, -70000);
    b.emit(Op::Zero, 10);
    b.emit(Op::ZeroN, 11, 2);
  }, {4, 1, 2, 2, 3, 4, 1, 2, 3, s64(-70000), 0, 0, 0, 3});
  uint64_t min = 1ull << 63;
  binary(Op::Add, min, min, 0);
  immediate(Op::AddI, 5, -7, s64(-2));
  binary(Op::Sub, 3, 5, s64(-2));
  immediate(Op::RsubI, 3, 10, 7);
  binary(Op::Mul, s64(-3), 5, s64(-15));
  immediate(Op::MulI, 3, -5, s64(-15));
  binary(Op::DivS, s64(-7), 2, s64(-3));
  binary(Op::DivS, min, s64(-1), min);
  binary(Op::DivU, s64(-7), 2, s64(-7) / 2);
  binary(Op::RemS, s64(-7), 2, s64(-1));
  binary(Op::RemS, min, s64(-1), 0);
  binary(Op::RemU, s64(-7), 10, s64(-7) % 10);
  immediate(Op::DivSI, s64(-7), 2, s64(-3));
  immediate(Op::RemSI, s64(-7), 4, s64(-3));
  immediate(Op::DivUI, s64(-1), 65535, s64(-1) / 65535);
  immediate(Op::RemUI, 100, 7, 2);
  binary(Op::And, 12, 10, 8);
  immediate(Op::AndI, s64(-1), -2, s64(-2));
  binary(Op::Or, 12, 10, 14);
  immediate(Op::OrI, 1, -2, s64(-1));
  binary(Op::Xor, 12, 10, 6);
  immediate(Op::XorI, 1, -1, s64(-2));
  binary(Op::AndNot, 15, 5, 10);
  binary(Op::Shl, 1, 63, min);
  binary(Op::Shl, 1, 64, 0);
  binary(Op::ShrU, min, 63, 1);
  binary(Op::ShrU, min, 1000, 0);
  binary(Op::ShrS, min, 62, s64(-2));
  binary(Op::ShrS, min, 64, s64(-1));
  immediate(Op::ShlI, 3, 62, 3ull << 62);
  immediate(Op::ShrUI, min, 62, 2);
  immediate(Op::ShrSI, min, 62, s64(-2));
  add("ShiftCheck", [](Builder& b, FuncDef&) {
    b.emitL(Op::LdI, 0, 5);
    b.emit(Op::ShiftCheck, 0);
  }, {5});
  unary(Op::Neg, 5, s64(-5));
  unary(Op::Com, 0, s64(-1));
  unary(Op::LNot, 1, 0);
  unary(Op::Ext8S, 0x180, s64(-128));
  unary(Op::Ext8U, 0x180, 0x80);
  unary(Op::Ext16S, 0x18000, s64(-32768));
  unary(Op::Ext16U, 0x18000, 0x8000);
  unary(Op::Ext32S, 0x180000000, s64(INT32_MIN));
  unary(Op::Ext32U, 0x180000000, 0x80000000);
  binary(Op::Add32S, INT32_MAX, 1, s64(INT32_MIN));
  immediate(Op::AddI32S, s64(INT32_MIN), -1, INT32_MAX);
  binary(Op::Sub32S, s64(INT32_MIN), 1, INT32_MAX);
  binary(Op::Mul32S, 65536, 65536, 0);
  immediate(Op::ShlI32S, 1, 31, s64(INT32_MIN));
  binary(Op::Add32U, UINT32_MAX, 1, 0);
  immediate(Op::AddI32U, 0, -1, UINT32_MAX);
  binary(Op::Sub32U, 0, 1, UINT32_MAX);
  binary(Op::Mul32U, 0x10001, 0x10001, 0x20001);
  immediate(Op::ShlI32U, 3, 31, 0x80000000);
  binary(Op::Add8U, 255, 1, 0);
  immediate(Op::AddI8U, 0, -1, 255);
  binary(Op::Sub8U, 0, 1, 255);
}

void Cases::addFloat() {
  double inf = std::numeric_limits<double>::infinity();
  binary(Op::AddF, bits(1.5), bits(2.25), bits(3.75));
  binary(Op::SubF, bits(1.5), bits(2.25), bits(-0.75));
  binary(Op::MulF, bits(1.5), bits(2.0), bits(3.0));
  binary(Op::DivF, bits(1.0), bits(0.0), bits(inf));
  // (1 + 2^-30)^2 needs 61 bits: fused and rounded-twice results differ.
  double x = 1 + std::ldexp(1, -30), product = x * x;
  for (auto [op, want] : {std::pair{Op::MulAddF, product - 1}, std::pair{Op::FmaF, std::fma(x, x, -1.0)}}) {
    add(opName(op), [=](Builder& b, FuncDef&) {
      consts(b, 0, {bits(-1.0), 0, bits(x)});
      b.emit(op, 0, 2, 2);
    }, {bits(want)});
  }
  add("MulSubF", [](Builder& b, FuncDef&) {
    consts(b, 0, {bits(10.0), 0, bits(2.0), bits(3.0)});
    b.emit(Op::MulSubF, 0, 2, 3);
  }, {bits(4.0)});
  unary(Op::NegF, bits(0.0), bits(-0.0));
  unary(Op::SqrtF, bits(2.25), bits(1.5));
  unary(Op::AbsF, bits(-2.5), bits(2.5));
  unary(Op::FloorF, bits(-2.5), bits(-3.0));
  unary(Op::CeilF, bits(-2.5), bits(-2.0));
  unary(Op::TruncF, bits(-2.5), bits(-2.0));
  binary(Op::AddF32, bits32(1.5f), bits32(2.0f), bits32(3.5f));
  binary(Op::SubF32, bits32(1.5f), bits32(2.0f), bits32(-0.5f));
  binary(Op::MulF32, bits32(1.5f), bits32(2.0f), bits32(3.0f));
  binary(Op::DivF32, bits32(1.0f), bits32(3.0f), bits32(1.0f / 3.0f));
  unary(Op::NegF32, bits32(1.0f), bits32(-1.0f));
  std::array<uint64_t, 4> z = {bits(1.0), bits(2.0), bits(3.0), bits(-1.0)};
  wide(Op::AddC, z, {bits(4.0), bits(1.0)});
  wide(Op::SubC, z, {bits(-2.0), bits(3.0)});
  wide(Op::MulC, z, {bits(5.0), bits(5.0)});
  wide(Op::DivC, z, {bits(0.1), 4604480259023595111});  // as gc's code rounds
  wide(Op::DivC, {bits(1.0), bits(1.0), 0, 0}, {bits(inf), bits(inf)});
  wide(Op::NegC, z, {bits(-1.0), bits(-2.0)});
  uint64_t c64 = bits32(1.5f) | bits32(-2.0f) << 32;
  add("complex64", [=](Builder& b, FuncDef&) {
    consts(b, 10, {c64, bits32(1.5f), bits32(-2.0f)});
    b.emit(Op::C64To128, 0, 10);
    b.emit(Op::C128To64, 2, 0);
    b.emit(Op::PackC64, 3, 11, 12);
    b.emit(Op::RealC64, 4, 10);
    b.emit(Op::ImagC64, 5, 10);
    b.emit(Op::EqC64, 6, 10, 3);
  }, {bits(1.5), bits(-2.0), c64, c64, bits32(1.5f), bits32(-2.0f), 1});
  unary(Op::I2F, s64(-3), bits(-3.0));
  unary(Op::U2F, ~0ull, bits(18446744073709551616.0));
  unary(Op::F2I, bits(-3.7), s64(-3));
  unary(Op::F2I, bits(inf), 1ull << 63);
  unary(Op::F2I32, bits(-3.7), s64(-3));
  unary(Op::F2I32, bits(1e10), s64(INT32_MIN));
  unary(Op::F2U, bits(9223372036854775808.0), 1ull << 63);
  unary(Op::F2U, bits(3.9), 3);
  unary(Op::F2F32, bits(0.1), bits32(0.1f));
  unary(Op::F32ToF, bits32(0.5f), bits(0.5));
  unary(Op::I2F32, s64(-16777217), bits32(-16777216.0f));
  unary(Op::U2F32, 1ull << 63, bits32(9223372036854775808.0f));
}

void Cases::addCompare() {
  uint64_t nan = bits(std::nan(""));
  binary(Op::Eq, 3, 3, 1);
  binary(Op::Ne, 3, 3, 0);
  binary(Op::LtS, s64(-1), 0, 1);
  binary(Op::LeS, 0, 0, 1);
  binary(Op::LtU, s64(-1), 0, 0);
  binary(Op::LeU, 0, s64(-1), 1);
  immediate(Op::EqI, s64(-3), -3, 1);
  immediate(Op::NeI, s64(-3), -3, 0);
  immediate(Op::LtSI, s64(-4), -3, 1);
  immediate(Op::LeSI, s64(-3), -3, 1);
  immediate(Op::GtSI, s64(-3), -3, 0);
  immediate(Op::GeSI, s64(-3), -3, 1);
  binary(Op::EqF, nan, nan, 0);
  binary(Op::NeF, nan, nan, 1);
  binary(Op::LtF, bits(-0.0), bits(0.0), 0);
  binary(Op::LeF, bits(-0.0), bits(0.0), 1);
  binary(Op::EqF32, bits32(0.5f), bits32(0.5f), 1);
  binary(Op::NeF32, bits32(0.5f), bits32(0.5f), 0);
  binary(Op::LtF32, bits32(0.5f), bits32(1.5f), 1);
  binary(Op::LeF32, bits32(2.5f), bits32(1.5f), 0);
  wide(Op::EqC, {bits(1.0), bits(2.0), bits(1.0), bits(2.0)}, {1});
  uint32_t hello = p_.addString("hello"), help = p_.addString("help");
  struct {
    Op op;
    uint64_t want;
  } strings[] = {{Op::EqStr, 0}, {Op::NeStr, 1}, {Op::LtStr, 1}, {Op::LeStr, 1}};
  for (auto [op, want] : strings) {
    add(opName(op), [=](Builder& b, FuncDef&) {
      b.ldStr(2, hello, 5);
      b.ldStr(4, help, 4);
      b.emit(op, 0, 2, 4);
    }, {want});
  }
  uint32_t pair = p_.addType("[2]string", 17, 32, {5});
  p_.type(pair).elem = p_.tString;
  p_.type(pair).len = 2;
  add("EqVal", [=, this](Builder& b, FuncDef&) {
    b.ldStr(2, hello, 5);
    b.ldStr(4, help, 4);
    b.emit(Op::Mov2, 6, 2);
    b.emit(Op::Mov2, 8, 4);
    b.emitT(Op::EqVal, 0, 2, 6, pair);
    b.emit(Op::Mov2, 8, 2);
    b.emitT(Op::EqVal, 1, 2, 6, pair);
    b.emitT(Op::EqVal, 2, 4, 5, p_.tInt);
  }, {1, 0, 0});
  add("EqEface", [=, this](Builder& b, FuncDef&) {
    consts(b, 10, {12345});
    b.emitT(Op::LdType, 2, 0, 0, p_.tInt);
    b.emitT(Op::Box, 3, 10, 0, p_.tInt);
    b.emit(Op::Mov, 4, 2);
    b.emitT(Op::Box, 5, 10, 0, p_.tInt);
    b.emit(Op::EqEface, 0, 2, 4);
    b.emit(Op::ZeroN, 4, 2);
    b.emit(Op::EqEface, 1, 2, 4);
  }, {1, 0});
}

void Cases::addControl() {
  // Each branch is taken once and not taken once: bit 0 says the first did its jump, bit 1 the second did not.
  auto pair = [this](Op op, uint64_t x1, uint64_t y1, uint64_t x2, uint64_t y2) {
    bool imm = opInfo(op).b == bytecode::Operand::I, one = opInfo(op).b == bytecode::Operand::J;
    add(opName(op), [=](Builder& b, FuncDef&) {
      Builder::Label first = b.newLabel(), second = b.newLabel();
      auto branch = [&](uint64_t x, uint64_t y, Builder::Label l) {
        consts(b, 10, {x, y});
        b.branch(op, 10, one ? 0 : imm ? static_cast<int64_t>(y) : 11, l);
      };
      b.emit(Op::Zero, 0);
      branch(x1, y1, first);
      b.emit(Op::AddI, 0, 0, 4);
      b.bind(first);
      b.emit(Op::AddI, 0, 0, 1);
      branch(x2, y2, second);
      b.emit(Op::AddI, 0, 0, 2);
      b.bind(second);
    }, {3});
  };
  uint64_t neg = s64(-1), one = bits(1.0), two = bits(2.0), nan = bits(std::nan(""));
  for (Op op : {Op::JmpT, Op::LoopT}) pair(op, 1, 0, 0, 0);
  for (Op op : {Op::JmpF, Op::LoopF}) pair(op, 0, 0, 1, 0);
  for (Op op : {Op::JEq, Op::LoopEq}) pair(op, 1, 1, 1, 2);
  for (Op op : {Op::JNe, Op::LoopNe}) pair(op, 1, 2, 1, 1);
  for (Op op : {Op::JLtS, Op::LoopLtS}) pair(op, neg, 0, 0, 0);
  for (Op op : {Op::JLeS, Op::LoopLeS}) pair(op, 0, 0, 0, neg);
  for (Op op : {Op::JLtU, Op::LoopLtU}) pair(op, 0, neg, neg, 0);
  for (Op op : {Op::JLeU, Op::LoopLeU}) pair(op, 0, 0, neg, 0);
  for (Op op : {Op::JEqI, Op::LoopEqI}) pair(op, neg, neg, 0, 1);
  for (Op op : {Op::JNeI, Op::LoopNeI}) pair(op, neg, 1, 1, 1);
  for (Op op : {Op::JLtSI, Op::LoopLtSI}) pair(op, neg, 0, 0, 0);
  for (Op op : {Op::JLeSI, Op::LoopLeSI}) pair(op, 0, 0, 1, 0);
  for (Op op : {Op::JGtSI, Op::LoopGtSI}) pair(op, 1, 0, 0, 0);
  for (Op op : {Op::JGeSI, Op::LoopGeSI}) pair(op, 0, 0, neg, 0);
  pair(Op::JEqF, one, one, nan, nan);
  pair(Op::JNeF, nan, nan, one, one);
  for (Op op : {Op::JLtF, Op::LoopLtF}) pair(op, one, two, nan, one);
  for (Op op : {Op::JLeF, Op::LoopLeF}) pair(op, one, one, nan, one);
  pair(Op::JNLtF, nan, one, one, two);
  pair(Op::JNLeF, nan, one, one, one);
  pair(Op::LoopIncLtS, 1, 3, 2, 3);
  pair(Op::LoopIncLtSI, 1, 3, 2, 3);
  pair(Op::LoopIncLeS, 1, 2, 2, 2);
  pair(Op::LoopDecGeSI, 3, 2, 2, 2);
  uint32_t x = p_.addString("xy");
  add("string branches", [=](Builder& b, FuncDef&) {
    Builder::Label bad = b.newLabel(), end = b.newLabel();
    b.ldStr(2, x, 2);
    b.ldStr(4, x, 1);
    b.emitL(Op::LdI, 0, 1);
    b.branch(Op::JEqStr, 2, 4, bad);
    b.branch(Op::JNeStr, 2, 4, end);
    b.bind(bad);
    b.emit(Op::Zero, 0);
    b.bind(end);
  }, {1});
  add("loop and jumps", [](Builder& b, FuncDef&) {
    Builder::Label loop = b.newLabel(), out = b.newLabel();
    consts(b, 0, {0, 10});
    b.bind(loop);
    b.branch(Op::JEqI, 1, 0, out);
    b.emit(Op::Add, 0, 0, 1);
    b.emit(Op::AddI, 1, 1, -1);
    b.branch(Op::LoopJmp, 0, 0, loop);
    b.emit(Op::Unreachable);
    b.bind(out);
    Builder::Label end = b.newLabel();
    b.jump(end);
    b.emit(Op::Zero, 0);
    b.bind(end);
  }, {55, 0});
  for (uint64_t i : {0ull, 1ull, 2ull, 77ull}) {
    add("Switch", [=](Builder& b, FuncDef&) {
      Builder::Label zero = b.newLabel(), one = b.newLabel(), other = b.newLabel(), end = b.newLabel();
      consts(b, 2, {i});
      std::vector<Builder::Label> cases = {zero, one};
      b.switchTable(2, cases, other);
      b.bind(one);
      b.emitL(Op::LdI, 0, 11);
      b.jump(end);
      b.bind(other);
      b.emitL(Op::LdI, 0, 12);
      b.jump(end);
      b.bind(zero);
      b.emitL(Op::LdI, 0, 10);
      b.bind(end);
    }, {i < 2 ? 10 + i : 12});
  }
}

void Cases::addObjects() {
  // type I interface { M() int }; type T int; func (T) M() int
  uint32_t sig = p_.addType("func() int", 19, 8, {1});
  p_.type(sig).out = {p_.tInt};
  uint32_t iface = p_.addType("main.I", 20, 16, {3});
  p_.type(iface).methods = {{"M", "", sig, TypeDef::kNone}};
  uint32_t method = p_.addFunc({.name = "main.T.M", .results = 1, .params = 1}, [](Builder& b, FuncDef&) {
    b.emit(Op::Ld64, 0, 1, 0);
    b.emit(Op::Ret);
  });
  uint32_t tT = p_.addType("main.T", 2, 8);
  p_.type(tT).methods = {{"M", "", sig, method}};
  add("interfaces", [=, this](Builder& b, FuncDef&) {
    consts(b, 10, {77777});
    b.ldTab(12, iface, tT);
    b.emitT(Op::Box, 13, 10, 0, tT);
    b.emit(Op::Mov, 21, 13);
    b.emit(Op::CallIface, 20, 12, 0);
    b.emit(Op::Mov, 0, 20);
    b.emit(Op::TabType, 14, 12);
    b.emit(Op::Mov, 15, 13);
    b.emitT(Op::IsType, 1, 14, 0, tT);
    b.emitT(Op::IsTypeTab, 2, 12, 0, p_.tInt);
    b.emitTT(Op::AssertT, 14, 0, 0, tT, p_.tEface);
    b.emitTT(Op::AssertTab, 12, 0, 0, tT, iface);
    b.emitTT(Op::AssertI, 16, 14, 2, iface, p_.tEface);
    b.emit(Op::Mov, 3, 18);
    b.emit(Op::EqIface, 4, 16, 12);
    b.emitTT(Op::AssertI, 16, 12, 1, p_.tEface, iface);
    b.emit(Op::EqEface, 5, 16, 14);
  }, {77777, 1, 0, 1, 1, 1});
  uint32_t utf = p_.addString("\xc3\xa9!");
  add("maps, strings, append", [=, this](Builder& b, FuncDef&) {
    b.emit(Op::Zero, 21);
    b.emitRt(RtOp::MakeMap, 20, 0, p_.tMapIntInt);
    b.emit(Op::Mov, 10, 20);
    consts(b, 21, {5, 50});
    b.emitRt(RtOp::MapSet, 20, 0, p_.tMapIntInt);
    b.emitT(Op::MapGet64, 0, 10, 21, p_.tMapIntInt);
    b.emitT(Op::MapGet64, 1, 10, 22, p_.tMapIntInt);
    b.ldStr(2, utf, 3);
    b.emit(Op::Zero, 4);
    b.emit(Op::StrRange, 2, 2, 4);
    b.emit(Op::ZeroN, 4, 4);
    consts(b, 7, {9});
    b.emitT(Op::AppendOne, 4, 7, 0, p_.tInt);
    b.emitT(Op::AppendOne, 4, 7, 0, p_.tInt);
    b.emit(Op::LdXI64, 4, 4, 1);
    b.emit(Op::GeSI, 6, 6, 2);
  }, {50, 0, 0xe9, 2, 9, 2, 1});
  add("MapNext", [=, this](Builder& b, FuncDef&) {
    b.emit(Op::Zero, 21);
    b.emitRt(RtOp::MakeMap, 20, 0, p_.tMapIntInt);
    for (uint64_t k : {5, 6}) {
      consts(b, 21, {k, k * 10});
      b.emitRt(RtOp::MapSet, 20, 0, p_.tMapIntInt);
    }
    b.emit(Op::Mov, 19, 20);
    b.emitRt(RtOp::MapIterInit, 5, 0, p_.tMapIntInt);
    b.emit(Op::ZeroN, 0, 2);
    for (int i = 0; i < 3; i++) {
      b.emitT(Op::MapNext, 20, 5, 0, p_.tMapIntInt);
      Builder::Label done = b.newLabel();
      b.branch(Op::JmpF, 20, 0, done);
      b.emit(Op::Add, 0, 0, 21);
      b.emit(Op::Add, 1, 1, 22);
      b.bind(done);
    }
  }, {11, 110});
  uint32_t two = p_.addType("struct { a, b int }", 25, 16);
  for (uint32_t size : {4u, 8u, 0x14u, 0x28u}) {
    bool wide = size == 8 || size == 0x28;
    uint64_t minus = wide ? s64(-1) : size == 4 ? 0xffffffff : s64(-1);
    add("atomics", [=, this](Builder& b, FuncDef&) {
      b.emitT(Op::New, 10, 0, 0, p_.tInt);
      consts(b, 11, {s64(-1), 2, 5});
      b.emit(Op::AtomicSt, 11, 10, size);
      b.emit(Op::AtomicLd, 0, 10, size);
      b.emitK(Op::AtomicAdd, 1, 10, size, 12);
      b.emitK(Op::AtomicSwap, 2, 10, size, 13);
      b.emitKK(Op::AtomicCas, 3, 10, size, 13, 12);
      b.emitKK(Op::AtomicCas, 4, 10, size, 13, 12);
      b.emit(Op::AtomicLd, 5, 10, size);
    }, {minus, 1, 1, 1, 0, 2});
    if (size == 0x28) continue;
    if (size == 4) {
      // States of a mutex: locked 1, woken 2, starving 4, waiters from 8 on.
      add("mutex", [=, this](Builder& b, FuncDef&) {
        b.emitT(Op::New, 10, 0, 0, two);
        for (uint32_t k = 0; k < 5; k++) {
          static constexpr uint64_t kBefore[] = {0, 1, 8, 12, 11};
          consts(b, 11, {kBefore[k]});
          b.emit(Op::AtomicSt, 11, 10, 0x14 | 2 << 6);
          b.emit(k < 4 ? Op::MutexLock : Op::MutexUnlock, k, 10, 2);
        }
        consts(b, 11, {9, 13, 0, 1});
        for (uint32_t k = 5; k < 9; k++) {
          b.emit(Op::AtomicSt, k + 6, 10, 0x14 | 2 << 6);
          b.emit(Op::MutexUnlock, k, 10, 2);
        }
        b.emit(Op::AtomicLd, 9, 10, 0x14 | 2 << 6);
      }, {1, 0, 1, 0, 0, 8, 12, s64(-1), 0, 0});
    }
    uint32_t pair = size | 2 << 6;  // at 8 bytes from the address
    add("atomics with constants", [=, this](Builder& b, FuncDef&) {
      b.emitT(Op::New, 10, 0, 0, two);
      consts(b, 11, {s64(-1)});
      b.emit(Op::AtomicSt, 11, 10, pair);
      b.emitK(Op::AtomicAddI, 0, 10, pair, 2);
      b.emitK(Op::AtomicCasI, 1, 10, pair, 1 | uint64_t{0xffffffff} << 32);
      b.emitK(Op::AtomicCasI, 2, 10, pair, 1 | uint64_t{7} << 32);
      b.emit(Op::AtomicLd, 3, 10, pair);
      b.emit(Op::AtomicLd, 4, 10, size);
    }, {1, 1, 0, minus, 0});
  }
}

void Cases::addCalls() {
  uint32_t closureType = p_.addType("struct { F uintptr; x int }", 25, 16);
  uint32_t addX = p_.addFunc({.name = "main.addX", .results = 1, .params = 1, .closure = true}, [](Builder& b, FuncDef&) {
    b.emit(Op::Ld64, 3, 2, 8);
    b.emit(Op::Add, 0, 1, 3);
    b.emit(Op::Ret);
  });
  add("closures", [=](Builder& b, FuncDef&) {
    b.emitT(Op::New, 10, 0, 0, closureType);
    b.ldFunc(11, addX);
    b.emit(Op::St64, 10, 11, 0);
    b.emit(Op::StI64, 10, 30, 8);
    b.emitL(Op::LdI, 21, 12);
    b.emit(Op::CallClosure, 20, 10, 2);
    b.emit(Op::Mov, 0, 20);
  }, {42});
  uint32_t big = p_.addFunc({.name = "main.big", .results = 1, .frame = 5000}, [](Builder& b, FuncDef& f) {
    b.emit(Op::StackCheck, f.frameSlots);
    b.emitL(Op::LdI, 4999, 3);
    b.emit(Op::Mov, 0, 4999);
    b.emit(Op::Ret);
  });
  add("large frame", [=](Builder& b, FuncDef&) {
    b.call(20, big);
    b.emit(Op::Mov, 0, 20);
  }, {3});
  uint32_t goexits = p_.addNative("test.goexit", 0, 0);
  static constexpr rt::NativeEntry kGoexit[] = {
      {"test.goexit", [](rt::G*, rt::Slot*) { return rt::Outcome::Exit; }},
      {"test.yield", [](rt::G*, rt::Slot*) { return rt::Outcome::Yield; }}};
  p_.natives().add(kGoexit);
  uint32_t yields = p_.addNative("test.yield", 0, 0);
  uint32_t count = p_.addGlobal("main.count", 8);
  uint32_t bump = p_.addFunc({.name = "main.bump", .closure = true}, [=](Builder& b, FuncDef&) {
    b.emitGlobal(Op::LdG, 1, count);
    b.emit(Op::AddI, 1, 1, 1);
    b.emitGlobal(Op::StG, 1, count);
    b.emit(Op::Ret);
  });
  add("defers and go", [=](Builder& b, FuncDef& f) {
    b.ldFuncValue(10, bump);
    b.emit(Op::Defer, 10);
    b.emit(Op::Defer, 10);
    f.recoverPc = b.emit(Op::RunDefers, 20);
    b.emit(Op::Go, 10);
    b.callNative(20, yields);
    b.callNative(20, yields);
    b.emitGlobal(Op::LdG, 0, count);
  }, {3});
  uint32_t node = p_.addType("struct { fn, next unsafe.Pointer }", 25, 16, {3});
  add("deferred by the body of a loop", [=, this](Builder& b, FuncDef& f) {
    b.emit(Op::Zero, 10);
    b.emitGlobal(Op::StG, 10, count);
    b.emitT(Op::New, 10, 0, 0, p_.tIntPtr);
    b.emit(Op::DeferRange, 10);
    b.emitT(Op::New, 11, 0, 0, node);
    b.ldFuncValue(12, bump);
    b.emit(Op::St64, 11, 12, 0);
    b.emit(Op::St64, 10, 11, 0);
    f.recoverPc = b.emit(Op::RunDefers, 20);
    b.emitGlobal(Op::LdG, 0, count);
  }, {1});
  uint32_t recovers = p_.addFunc({.name = "main.recovers", .closure = true}, [=](Builder& b, FuncDef&) {
    b.emit(Op::Recover, 2);
    b.emitGlobal(Op::StG, 2, count);
    b.emit(Op::Ret);
  });
  uint32_t recoversByToken = p_.addFunc({.name = "main.recoversByToken", .closure = true}, [=](Builder& b, FuncDef&) {
    b.emit(Op::FrameToken, 2);
    b.emit(Op::RecoverIn, 3, 2);
    b.emitGlobal(Op::StG, 3, count);
    b.emit(Op::Ret);
  });
  for (uint32_t deferred : {recovers, recoversByToken}) {
    uint32_t panics = p_.addFunc({.name = "main.panics"}, [=, this](Builder& b, FuncDef& f) {
      b.ldFuncValue(10, deferred);
      b.emit(Op::Defer, 10);
      b.emitT(Op::LdType, 11, 0, 0, p_.tInt);
      b.emit(Op::Zero, 12);
      b.emitT(Op::Box, 12, 12, 0, p_.tInt);
      b.emit(Op::Panic, 11);
      f.recoverPc = b.emit(Op::RunDefers, 20);
      b.emit(Op::Ret);
    });
    add("panic and recover", [=, this](Builder& b, FuncDef&) {
      b.call(20, panics);
      b.emitGlobal(Op::LdG, 10, count);
      b.emitT(Op::IsType, 0, 10, 0, p_.tInt);
    }, {1});
  }
  uint32_t opens = p_.addFunc({.name = "main.opens"}, [=, this](Builder& b, FuncDef& f) {
    b.emit(Op::Zero, 5);
    b.emit(Op::OpenDefer, 5);
    b.emitT(Op::LdType, 11, 0, 0, p_.tInt);
    b.emit(Op::Zero, 12);
    b.emitT(Op::Box, 12, 12, 0, p_.tInt);
    b.emit(Op::Panic, 11);
    f.recoverPc = b.emit(Op::OpenDefers);
    Builder::Label none = b.newLabel();
    b.branch(Op::JmpF, 5, 0, none);
    b.emit(Op::Zero, 5);
    b.ldFuncValue(10, recovers);
    b.emit(Op::Defer, 10);
    b.bind(none);
    b.emit(Op::DefersReady);
    b.emit(Op::RunDefers, 20);
    b.emit(Op::Ret);
  });
  add("open-coded defers", [=, this](Builder& b, FuncDef&) {
    b.emit(Op::Zero, 10);
    b.emitGlobal(Op::StG, 10, count);
    b.call(20, opens);
    b.emitGlobal(Op::LdG, 10, count);
    b.emitT(Op::IsType, 0, 10, 0, p_.tInt);
  }, {1});
  uint32_t dies = p_.addFunc({.name = "main.dies", .closure = true}, [=](Builder& b, FuncDef& f) {
    b.ldFuncValue(10, bump);
    b.emit(Op::Defer, 10);
    b.callNative(20, goexits);
    f.recoverPc = b.emit(Op::RunDefers, 20);
    b.emit(Op::Ret);
  });
  add("Goexit", [=](Builder& b, FuncDef&) {
    b.emit(Op::Zero, 10);
    b.emitGlobal(Op::StG, 10, count);
    b.ldFuncValue(10, dies);
    b.emit(Op::Go, 10);
    b.callNative(20, yields);
    b.callNative(20, yields);
    b.emitGlobal(Op::LdG, 0, count);
  }, {1});
  uint32_t reflectCall = p_.addNative("reflect.call", 0, 4);
  uint32_t memory = p_.addElemType("[2]int", 17, 16, {}, p_.tInt);
  add("call by reflection", [=](Builder& b, FuncDef&) {
    b.emitT(Op::New, 10, 0, 0, closureType);
    b.ldFunc(11, addX);
    b.emit(Op::St64, 10, 11, 0);
    b.emit(Op::StI64, 10, 30, 8);
    b.emitT(Op::New, 11, 0, 0, memory);
    b.emit(Op::StI64, 11, 5, 8);
    b.emit(Op::Mov2, 20, 10);
    consts(b, 22, {1, 1});
    b.callNative(20, reflectCall);
    b.emit(Op::Ld64, 0, 11, 0);
  }, {35});
  uint32_t makeFuncStub = p_.addNative("reflect.makeFuncStub", 1, 0);
  uint32_t handler = p_.addFunc({.name = "main.handler", .params = 2}, [](Builder& b, FuncDef&) {
    b.emit(Op::Ld64, 5, 1, 8);
    b.emit(Op::Add, 5, 5, 5);
    b.emit(Op::St64, 1, 5, 0);
    b.emit(Op::Ret);
  });
  uint32_t impl = p_.addElemType("[4]int", 17, 32, {}, p_.tInt);
  add("function made by reflection", [=](Builder& b, FuncDef&) {
    b.emitT(Op::New, 10, 0, 0, impl);
    b.callNative(20, makeFuncStub);
    b.emit(Op::St64, 10, 20, 0);
    b.emitT(Op::LdType, 11, 0, 0, memory);
    b.emit(Op::St64, 10, 11, 8);
    b.emit(Op::StI64, 10, 1, 16);
    b.ldFuncValue(11, handler);
    b.emit(Op::St64, 10, 11, 24);
    consts(b, 21, {21});
    b.emit(Op::CallClosure, 20, 10, 2);
    b.emit(Op::Mov, 0, 20);
  }, {42});
}

void Cases::addRt() {
  uint32_t abc = p_.addString("abc"), x = p_.addString("x");
  add("Rt strings", [=](Builder& b, FuncDef&) {
    b.ldStr(12, abc, 3);
    b.ldStr(14, x, 1);
    b.emitRt(RtOp::StrConcat, 10, 2);
    b.emit(Op::Mov, 0, 11);
    b.emit(Op::Mov2, 23, 10);
    b.emitRt(RtOp::StrToBytes, 20);
    b.emit(Op::LdXI8U, 1, 20, 3);
    b.emit(Op::Mov3, 12, 20);
    b.emitRt(RtOp::BytesToStr, 10);
    b.emit(Op::EqStr, 2, 10, 23);
  }, {4, 'x', 1});
  add("Rt channels", [=, this](Builder& b, FuncDef&) {
    consts(b, 21, {2});
    b.emitRt(RtOp::MakeChan, 20, 0, p_.tChanInt);
    b.emitL(Op::LdI, 21, 99);
    b.emitRt(RtOp::ChanSend, 20, 0, p_.tChanInt);
    b.emit(Op::Mov, 10, 20);
    b.emit(Op::Mov, 21, 10);
    b.emitRt(RtOp::ChanLen, 20);
    b.emit(Op::Mov, 0, 20);
    b.emit(Op::Mov, 22, 10);
    b.emitRt(RtOp::ChanRecvOk, 20, 0, p_.tChanInt);
    b.emit(Op::Mov2, 1, 20);
    b.emit(Op::Mov, 20, 10);
    b.emitRt(RtOp::ChanClose, 20);
    b.emit(Op::Mov, 22, 10);
    b.emitRt(RtOp::ChanRecvOk, 20, 0, p_.tChanInt);
    b.emit(Op::Mov2, 3, 20);
  }, {1, 99, 1, 0, 0});
}

TEST(Opcodes, EveryRowRuns) {
  TestProgram p;
  Cases cases(p);
  std::vector<uint32_t> funcs;
  std::vector<uint64_t> want;
  for (const Case& c : cases.list) {
    auto n = static_cast<uint32_t>(c.want.size());
    funcs.push_back(p.addFunc({.name = "case " + c.name, .results = n}, [&](Builder& b, FuncDef& f) {
      c.body(b, f);
      b.emit(Op::Ret);
    }));
  }
  uint32_t entry = p.addFunc({.name = "main.main", .frame = 64}, [&](Builder& b, FuncDef&) {
    for (size_t i = 0; i < funcs.size(); i++) {
      b.call(1, funcs[i]);
      for (size_t k = 0; k < cases.list[i].want.size(); k++) p.report(b, static_cast<int64_t>(1 + k), 40);
    }
    b.emit(Op::Ret);
  });
  auto trace = std::make_unique<StepTrace>(nullptr, true);
  const StepTrace& counts = *trace;
  p.engine().setStepTrace(std::move(trace));
  Reports got = p.run(entry);
  size_t at = 0;
  for (const Case& c : cases.list) {
    for (size_t k = 0; k < c.want.size(); k++, at++) {
      ASSERT_LT(at, got.size());
      EXPECT_EQ(got[at], c.want[k]) << c.name << ", result " << k;
    }
  }
  EXPECT_EQ(at, got.size());
  for (uint32_t i = 0; i < bytecode::kOpCount; i++) {
    auto op = static_cast<Op>(i);
    if (op == Op::Unreachable) continue;
    if (op == Op::VmStub) continue;  // deterministic runs stop at every entry, where a stub is linked without being run
    EXPECT_GT(counts.count(op), 0u) << opName(op) << " is never executed";
  }
  EXPECT_NE(counts.report(5).find("Call"), std::string::npos);
}

}  // namespace hood::vm::test
