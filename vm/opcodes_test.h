// What the tests of the opcodes share: the list of cases and how one is made. Included by opcodes_test.cc and
// opcodes_memory_test.cc, which fill it.
// Laid out by hand, as the tables they are.
// clang-format off
#pragma once

#include <bit>
#include <cmath>
#include <limits>
#include <set>

#include "vm/step_trace.h"
#include "vm/test_program.h"

namespace hood::vm::test {

inline uint64_t bits(double x) { return std::bit_cast<uint64_t>(x); }
inline uint64_t bits32(float x) { return std::bit_cast<uint32_t>(x); }
inline uint64_t s64(int64_t x) { return static_cast<uint64_t>(x); }

// A case: code that leaves its results in slots 0, 1, …
struct Case {
  std::string name;
  TestProgram::Body body;
  std::vector<uint64_t> want;
};

// Puts constants into slots from `at` on.
inline void consts(Builder& b, int64_t at, std::initializer_list<uint64_t> values) {
  for (uint64_t v : values) b.emitK(Op::LdK, at++, 0, 0, v);
}

class Cases {
 public:
  explicit Cases(TestProgram& p) : p_(p) {
    addArith();
    addFloat();
    addCompare();
    addControl();
    addMemory();
    addFrameParts();
    addElements();
    addSlicing();
    addObjects();
    addCalls();
    addRt();
  }
  std::vector<Case> list;

 private:
  void add(std::string name, TestProgram::Body body, std::vector<uint64_t> want) {
    list.push_back({std::move(name), std::move(body), std::move(want)});
  }
  // a = b op c on constants.
  void binary(Op op, uint64_t x, uint64_t y, uint64_t want) {
    add(opName(op), [=](Builder& b, FuncDef&) {
      consts(b, 2, {x, y});
      b.emit(op, 0, 2, 3);
    }, {want});
  }
  void immediate(Op op, uint64_t x, int64_t imm, uint64_t want) {
    add(opName(op), [=](Builder& b, FuncDef&) {
      consts(b, 2, {x});
      b.emit(op, 0, 2, imm);
    }, {want});
  }
  void unary(Op op, uint64_t x, uint64_t want) {
    add(opName(op), [=](Builder& b, FuncDef&) {
      consts(b, 2, {x});
      b.emit(op, 0, 2);
    }, {want});
  }
  // Two-slot operands.
  void wide(Op op, std::array<uint64_t, 4> x, std::vector<uint64_t> want) {
    add(opName(op), [=](Builder& b, FuncDef&) {
      consts(b, 2, {x[0], x[1], x[2], x[3]});
      b.emit(op, 0, 2, opInfo(op).c == bytecode::Operand::_ ? 0 : 4);
    }, std::move(want));
  }
  void addArith();
  void addFloat();
  void addCompare();
  void addControl();
  void addMemory();
  void addFrameParts();
  void addElements();
  void addSlicing();
  void addObjects();
  void addCalls();
  void addRt();

  TestProgram& p_;
};

}  // namespace hood::vm::test
