// Instructions: the opcodes as an enum, what the table says of each, packing and unpacking of words.
//
//   63      48 47      32 31      16 15       0
//  +----------+----------+----------+----------+
//  |    c     |    b     |    a     |    op    |   then the extension words of the opcode's Ext column
//  +----------+----------+----------+----------+
//  |  imm32 or offset32  |    a     |    op    |   operand kinds J and L
//
// Branch offsets count words from the word after the whole instruction (its extension words included).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace hood::bytecode {

enum class Op : uint16_t {
#define HOOD_OP(name, a, b, c, ext, effects, meaning) name,
#include "bytecode/opcodes.def"
};
constexpr uint32_t kOpCount = 0
#define HOOD_OP(...) +1
#include "bytecode/opcodes.def"
    ;

// The operand kinds of opcodes.def, by the same names.
enum class Operand : uint8_t { _, D, D2, D3, DN, S, S2, S3, SN, M, I, U, O, J, L, W };
enum class Ext : uint8_t { None, K, T, P, F, N, Tab, KK, TK, TT, Table };

namespace effects {
constexpr uint16_t Pure = 0, Panics = 1, Allocs = 2, Calls = 4, Parks = 8, Loops = 16, Jumps = 32, Ends = 64, Barrier = 128;
}

struct OpInfo {
  const char* name;
  Operand a, b, c;
  Ext ext;
  uint16_t effects;
  const char* meaning;

  bool has(uint16_t effect) const { return effects & effect; }
  // Needs a pointer map: the collector may look at the frame while this instruction is under way.
  bool isSafepoint() const { return has(effects::Calls | effects::Parks | effects::Loops); }
  bool isBranch() const { return has(effects::Jumps | effects::Loops); }
};
const OpInfo& opInfo(Op op);
const char* opName(Op op);

enum class RtOp : uint16_t {
#define HOOD_RTOP(name, meaning) name,
#include "bytecode/rtops.def"
};
constexpr uint32_t kRtOpCount = 0
#define HOOD_RTOP(...) +1
#include "bytecode/rtops.def"
    ;
const char* rtOpName(RtOp op);
const char* rtOpMeaning(RtOp op);

// ---- packing --------------------------------------------------------------------------------------------------

constexpr uint64_t encode(Op op, uint16_t a = 0, uint16_t b = 0, uint16_t c = 0) {
  return static_cast<uint64_t>(op) | static_cast<uint64_t>(a) << 16 | static_cast<uint64_t>(b) << 32 |
         static_cast<uint64_t>(c) << 48;
}
constexpr uint64_t encodeL(Op op, uint16_t a, int32_t bc) {
  return static_cast<uint64_t>(op) | static_cast<uint64_t>(a) << 16 | static_cast<uint64_t>(static_cast<uint32_t>(bc)) << 32;
}
constexpr Op opOf(uint64_t w) { return static_cast<Op>(w & 0xffff); }
constexpr uint16_t fieldA(uint64_t w) { return static_cast<uint16_t>(w >> 16); }
constexpr uint16_t fieldB(uint64_t w) { return static_cast<uint16_t>(w >> 32); }
constexpr uint16_t fieldC(uint64_t w) { return static_cast<uint16_t>(w >> 48); }
constexpr int32_t fieldL(uint64_t w) { return static_cast<int32_t>(w >> 32); }

// Words after the first one. The opcode in w must be valid.
uint32_t extWords(uint64_t w);
inline uint32_t instrWords(uint64_t w) { return 1 + extWords(w); }

// Slicing (SliceS, SliceStr, SliceA), first extension word: the slots of the bounds.
constexpr uint64_t sliceBounds(uint16_t lo, uint16_t hi, uint16_t max) {
  return static_cast<uint64_t>(lo) | static_cast<uint64_t>(hi) << 16 | static_cast<uint64_t>(max) << 32;
}
constexpr uint16_t kSliceLo = 1, kSliceHi = 2, kSliceMax = 4;  // field c: which are present
// SliceA, second extension word. Both must be below 2^32.
constexpr uint64_t sliceArray(uint64_t elemSize, uint64_t length) { return elemSize << 32 | length; }

// ---- operands -------------------------------------------------------------------------------------------------

// Slots that a source or destination operand of kind k covers; 0: not slots; kCountElsewhere: see the opcode.
constexpr uint32_t kCountElsewhere = ~0u;
constexpr uint32_t operandSlots(Operand k) {
  switch (k) {
    case Operand::D:
    case Operand::S:
    case Operand::M: return 1;
    case Operand::D2:
    case Operand::S2: return 2;
    case Operand::D3:
    case Operand::S3: return 3;
    case Operand::DN:
    case Operand::SN: return kCountElsewhere;
    default: return 0;
  }
}
// Calls fn(kind, field value) for a, b, c; J and L are given once, sign-extended.
template <class Fn>
void forEachOperand(uint64_t w, Fn&& fn) {
  const OpInfo& info = opInfo(opOf(w));
  if (info.a != Operand::_) fn(info.a, static_cast<int64_t>(fieldA(w)));
  if (info.b == Operand::J || info.b == Operand::L) {
    fn(info.b, static_cast<int64_t>(fieldL(w)));
    return;
  }
  auto value = [](Operand k, uint16_t v) {
    bool isSigned = k == Operand::I || k == Operand::O;
    return isSigned ? static_cast<int64_t>(static_cast<int16_t>(v)) : static_cast<int64_t>(v);
  };
  if (info.b != Operand::_) fn(info.b, value(info.b, fieldB(w)));
  if (info.c != Operand::_) fn(info.c, value(info.c, fieldC(w)));
}
// Target of the branch instruction at word `at` (not Switch), as a word index.
int64_t branchTarget(uint64_t w, uint32_t at);

}  // namespace hood::bytecode
