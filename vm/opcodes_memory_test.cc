// Every row of the opcode table, executed: loads, stores, elements, slicing (opcodes_test.cc has the rest).
// Laid out by hand, as the tables they are.
// clang-format off
#include "vm/opcodes_test.h"

namespace hood::vm::test {

void Cases::addMemory() {
  uint32_t words = p_.addType("[4]int", 17, 32);
  p_.type(words).elem = p_.tInt;
  p_.type(words).len = 4;
  uint64_t v = 0x8182838485868788;
  struct {
    Op load;
    uint64_t want;
  } loads[] = {{Op::Ld8U, 0x84}, {Op::Ld8S, s64(int8_t(0x84))}, {Op::Ld16U, 0x8384}, {Op::Ld16S, s64(int16_t(0x8384))},
               {Op::Ld32U, 0x81828384}, {Op::Ld32S, s64(int32_t(0x81828384))}};
  for (auto [op, want] : loads) {
    add(opName(op), [=](Builder& b, FuncDef&) {
      b.emitT(Op::New, 10, 0, 0, words);
      consts(b, 11, {v});
      b.emit(Op::St64, 10, 11, 8);
      b.emit(op, 0, 10, 12);
    }, {want});
  }
  add("stores", [=](Builder& b, FuncDef&) {
    b.emitT(Op::New, 10, 0, 0, words);
    consts(b, 11, {v});
    b.emit(Op::St8, 10, 11, 0);
    b.emit(Op::St16, 10, 11, 2);
    b.emit(Op::St32, 10, 11, 4);
    b.emit(Op::StI8, 10, -1, 8);
    b.emit(Op::StI32, 10, -2, 12);
    b.emit(Op::StI64, 10, -3, 16);
    b.emit(Op::AddrOf, 12, 10, 8);
    b.emitK(Op::AddrOfK, 13, 10, 0, 16);
    b.emit(Op::NilCheck, 13);
    b.emit(Op::Ld64, 0, 10, 0);
    b.emit(Op::Ld64, 1, 12, 0);
    b.emit(Op::Ld64, 2, 13, 0);
  }, {0x8586878887880088, 0xfffffffe000000ff, s64(-3)});
  add("wide loads and stores", [=](Builder& b, FuncDef&) {
    b.emitT(Op::New, 10, 0, 0, words);
    consts(b, 11, {1, 2, 3});
    b.emitK(Op::StN, 10, 11, 0, 20);  // two words and half of the third
    b.emit(Op::Ld128, 0, 10, 0);
    b.emit(Op::Ld192, 2, 10, 0);
    consts(b, 5, {9, s64(-1)});
    b.emitK(Op::LdN, 5, 10, 0, 12);
    b.emitT(Op::New, 12, 0, 0, words);
    b.emitT(Op::MoveMem, 12, 10, 0, words);
    b.emit(Op::Ld64, 7, 12, 8);
    b.emitT(Op::ZeroMem, 12, 0, 0, words);
    b.emit(Op::Ld64, 8, 12, 8);
    consts(b, 14, {5, 6, 7, 8});
    b.emitT(Op::StT, 12, 14, 0, words);
    b.emit(Op::Ld64, 9, 12, 24);
  }, {1, 2, 1, 2, 3, 1, 2, 2, 0, 8});
  uint32_t holder = p_.addType("holder", 25, 64, {0x2f});
  add("pointers in memory", [=, this](Builder& b, FuncDef&) {
    b.emitT(Op::New, 10, 0, 0, holder);
    b.emitT(Op::New, 11, 0, 0, p_.tInt);
    consts(b, 12, {42, 43});
    b.emit(Op::St64, 11, 12, 0);
    b.emit(Op::StP, 10, 11, 0);
    b.emit(Op::Ld64, 14, 10, 0);
    b.emit(Op::Ld64, 0, 14, 0);
    b.emit(Op::StStr, 10, 11, 8);     // {11, 42}
    b.emit(Op::Ld64, 1, 10, 16);
    b.emit(Op::Mov, 20, 12);
    b.emit(Op::Mov, 21, 11);
    b.emit(Op::StIface, 10, 20, 16);  // {42, 11}
    b.emit(Op::Ld64, 14, 10, 24);
    b.emit(Op::Ld64, 2, 14, 0);
    b.emit(Op::StSlice, 10, 11, 40);  // {11, 42, 43}
    b.emit(Op::Ld64, 3, 10, 56);
  }, {42, 42, 42, 43});
  uint32_t global = p_.addGlobal("main.g", 24, p_.tInts);
  add("globals", [=](Builder& b, FuncDef&) {
    b.emitT(Op::New, 10, 0, 0, words);
    consts(b, 11, {7, 8});
    b.emit(Op::St64, 10, 11, 0);
    b.emitGlobal(Op::StGP, 10, global);
    b.emitGlobal(Op::StG, 11, global, 8);
    b.emitGlobal(Op::StG, 12, global, 16);
    b.emitGlobal(Op::LdG, 0, global, 16);
    b.emitGlobal(Op::LdG2, 20, global);
    b.emit(Op::Mov, 1, 21);
    b.emitGlobal(Op::LdG3, 20, global);
    b.emit(Op::Ld64, 2, 20, 0);
    b.emitGlobal(Op::LdAddr, 13, global, 8);
    b.emit(Op::Ld64, 3, 13, 8);
  }, {8, 7, 7, 8});
}

void Cases::addFrameParts() {
  uint64_t v = 0x8182838485868788;
  add("parts of frame values", [=](Builder& b, FuncDef&) {
    consts(b, 20, {v, v});
    b.emit(Op::LdL8U, 0, 161);
    b.emit(Op::LdL8S, 1, 161);
    b.emit(Op::LdL16U, 2, 162);
    b.emit(Op::LdL16S, 3, 162);
    b.emit(Op::LdL32U, 4, 164);
    b.emit(Op::LdL32S, 5, 164);
    consts(b, 6, {s64(-1), s64(-1)});
    b.emit(Op::LdLN, 6, 164, 10);
    b.emit(Op::Zero, 8);
    consts(b, 22, {s64(-1)});
    b.emit(Op::StL8, 64, 22);
    b.emit(Op::StL16, 66, 22);
    b.emit(Op::StL32, 68, 22);
    b.emit(Op::Zero, 9);
    b.emit(Op::StLN, 73, 20, 3);
  }, {0x87, s64(int8_t(0x87)), 0x8586, s64(int16_t(0x8586)), 0x81828384, s64(int32_t(0x81828384)), 0x8586878881828384,
      0x8384, 0xffffffffffff00ff, 0x86878800});
  uint32_t bytes4 = p_.addType("int16", 4, 2);
  add("arrays in the frame", [=](Builder& b, FuncDef&) {
    consts(b, 20, {1, 5, 6, 7});
    b.emitK(Op::LdLX64, 0, 21, 20, 3);
    b.emitK(Op::StLX64, 21, 20, 20, 3);
    b.emit(Op::Mov, 1, 22);
    consts(b, 24, {0x4444333382821111, 2, s64(-2)});
    b.emitTK(Op::LdLX, 2, 24, 20, bytes4, 4);
    b.emitTK(Op::StLX, 24, 25, 26, bytes4, 4);
    b.emit(Op::Mov, 3, 24);
  }, {6, 1, s64(int16_t(0x8282)), 0x4444fffe82821111});
}

void Cases::addElements() {
  auto sliceOf = [this](Builder& b, uint32_t elem) {  // slots 10..12: make([]elem, 4)
    consts(b, 20, {4, 4});
    b.emitT(Op::MakeSlice, 10, 20, 21, elem);
    consts(b, 20, {2, s64(-2)});  // index, value
  };
  uint32_t t8 = p_.addType("int8", 3, 1), t16 = p_.addType("uint16", 9, 2), t32 = p_.addType("int32", 5, 4);
  struct {
    Op store, loadU, loadS;
    uint32_t type;
    uint64_t wantU;
  } sizes[] = {{Op::StX8, Op::LdX8U, Op::LdX8S, t8, 0xfe},
               {Op::StX16, Op::LdX16U, Op::LdX16S, t16, 0xfffe},
               {Op::StX32, Op::LdX32U, Op::LdX32S, t32, 0xfffffffe},
               {Op::StX64, Op::LdX64, Op::LdX64, p_.tInt, s64(-2)}};
  for (const auto& s : sizes) {
    add(opName(s.store), [=](Builder& b, FuncDef&) {
      sliceOf(b, s.type);
      b.emit(s.store, 10, 20, 21);
      b.emit(s.loadU, 0, 10, 20);
      b.emit(s.loadS, 1, 10, 20);
    }, {s.wantU, s64(-2)});
  }
  uint32_t abc = p_.addString("abc");
  add("constant index", [=, this](Builder& b, FuncDef&) {
    sliceOf(b, p_.tInt);
    b.emit(Op::StX64, 10, 20, 21);
    b.emit(Op::LdXI64, 0, 10, 2);
    b.ldStr(14, abc, 3);
    b.emit(Op::LdXI8U, 1, 14, 1);
  }, {s64(-2), 'b'});
  uint32_t triple = p_.addElemType("[3]int", 17, 24, {}, p_.tInt);
  add("wide elements", [=, this](Builder& b, FuncDef&) {
    sliceOf(b, p_.tString);
    b.ldStr(14, abc, 3);
    b.emit(Op::StXStr, 10, 20, 14);
    b.emit(Op::LdX128, 22, 10, 20);
    b.emit(Op::EqStr, 0, 22, 14);
    sliceOf(b, triple);
    b.emitK(Op::AddrX, 22, 10, 20, 24);
    b.emit(Op::StI64, 22, 5, 16);
    b.emit(Op::LdX192, 23, 10, 20);
    b.emit(Op::Mov, 1, 25);
  }, {1, 5});
  add("pointer elements", [=, this](Builder& b, FuncDef&) {
    b.emitT(Op::New, 24, 0, 0, p_.tInt);
    b.emit(Op::StI64, 24, 9, 0);
    sliceOf(b, p_.tIntPtr);
    b.emit(Op::StXP, 10, 20, 24);
    b.emit(Op::LdX64, 25, 10, 20);
    b.emit(Op::Ld64, 0, 25, 0);
    sliceOf(b, p_.tEface);
    b.emitT(Op::LdType, 23, 0, 0, p_.tInt);
    b.emit(Op::StXIface, 10, 20, 23);
    b.emit(Op::LdX128, 25, 10, 20);
    b.emit(Op::Ld64, 1, 26, 0);
  }, {9, 9});
  add("array pointer, slice of slices", [=, this](Builder& b, FuncDef&) {
    sliceOf(b, p_.tInt);
    b.emit(Op::StX64, 10, 20, 21);
    b.emitKK(Op::AddrXA, 22, 10, 20, 4, 8);
    b.emit(Op::Ld64, 0, 22, 0);
    b.emit(Op::Mov3, 14, 10);
    sliceOf(b, p_.tInts);
    b.emitK(Op::AddrX, 23, 10, 20, 24);
    b.emit(Op::StSlice, 23, 14, 0);
    b.emitK(Op::LdXX64, 1, 10, 20, 20);
    b.emit(Op::BoundsCheck, 20, 11);
  }, {s64(-2), s64(-2)});
}

void Cases::addSlicing() {
  uint32_t str = p_.addString("0123456789");
  add("slicing", [=, this](Builder& b, FuncDef&) {
    consts(b, 20, {8, 10});
    b.emitT(Op::MakeSlice, 10, 20, 21, p_.tInt);
    consts(b, 20, {2, 5, 7});
    uint64_t bounds = bytecode::sliceBounds(20, 21, 22);
    b.emitKK(Op::SliceS, 13, 10, 7, bounds, 8);
    b.emit(Op::Mov2, 0, 14);
    b.emitKK(Op::SliceS, 13, 10, 1, bounds, 8);
    b.emit(Op::Mov2, 2, 14);
    b.emit(Op::Sub, 4, 13, 10);
    b.emitKK(Op::SliceA, 13, 10, 3, bounds, bytecode::sliceArray(8, 8));
    b.emit(Op::Mov2, 5, 14);
    b.ldStr(16, str, 10);
    b.emitK(Op::SliceStr, 16, 16, 2, bounds);
    b.emit(Op::Mov, 7, 17);
    b.emitK(Op::SliceToArr, 18, 10, 0, 8);
    b.emit(Op::Eq, 8, 18, 10);
  }, {3, 5, 6, 8, 16, 3, 6, 5, 1});
}

}  // namespace hood::vm::test
