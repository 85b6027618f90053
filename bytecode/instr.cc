#include "bytecode/instr.h"

namespace hood::bytecode {
namespace {

constexpr OpInfo makeInfo(const char* name, Operand a, Operand b, Operand c, Ext ext, uint16_t effects,
                          const char* meaning) {
  return {name, a, b, c, ext, effects, meaning};
}

constexpr std::array<OpInfo, kOpCount> makeTable() {
  using namespace effects;
  return {
#define HOOD_OP(name, a, b, c, ext, effects, meaning) \
  makeInfo(#name, Operand::a, Operand::b, Operand::c, Ext::ext, effects, meaning),
#include "bytecode/opcodes.def"
  };
}
constexpr std::array<OpInfo, kOpCount> kOps = makeTable();

struct RtInfo {
  const char* name;
  const char* meaning;
};
constexpr RtInfo kRtOps[] = {
#define HOOD_RTOP(name, meaning) {#name, meaning},
#include "bytecode/rtops.def"
};

}  // namespace

const OpInfo& opInfo(Op op) { return kOps[static_cast<uint16_t>(op)]; }
const char* opName(Op op) { return opInfo(op).name; }
const char* rtOpName(RtOp op) { return kRtOps[static_cast<uint16_t>(op)].name; }
const char* rtOpMeaning(RtOp op) { return kRtOps[static_cast<uint16_t>(op)].meaning; }

uint32_t extWords(uint64_t w) {
  switch (opInfo(opOf(w)).ext) {
    case Ext::None: return 0;
    case Ext::K:
    case Ext::T:
    case Ext::P:
    case Ext::F:
    case Ext::N:
    case Ext::Tab: return 1;
    case Ext::KK:
    case Ext::TK:
    case Ext::TT: return 2;
    case Ext::Table: return fieldB(w) + 1u;
  }
  return 0;
}

int64_t branchTarget(uint64_t w, uint32_t at) {
  int64_t offset = opInfo(opOf(w)).b == Operand::J ? fieldL(w) : static_cast<int16_t>(fieldC(w));
  return static_cast<int64_t>(at) + instrWords(w) + offset;
}

}  // namespace hood::bytecode
