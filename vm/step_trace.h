// Watching the interpreter: every instruction, or counts of opcodes and of pairs of them. Costs nothing when off: the
// engine runs the other copy of the loop.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bytecode/instr.h"
#include "runtime/core/fault.h"
#include "runtime/core/value.h"
#include "vm/frame.h"

namespace hood::rt {
struct G;
}

namespace hood::vm {

class Engine;

class StepTrace {
 public:
  // out: where each instruction is written, or nullptr. count: keep counts.
  StepTrace(rt::Writer* out, bool count);

  void step(const Engine& engine, const rt::G* gp, const Word* pc, const rt::Slot* fp, bytecode::Op op);
  uint64_t steps() const { return steps_; }
  uint64_t count(bytecode::Op op) const { return counts_[static_cast<size_t>(op)]; }
  // The most frequent opcodes and pairs, a line each.
  std::string report(size_t rows) const;

 private:
  rt::Writer* out_;
  bool counting_;
  uint64_t steps_ = 0;
  bytecode::Op previous_ = bytecode::Op::Nop;
  std::vector<uint64_t> counts_;  // by opcode
  std::vector<uint64_t> pairs_;   // by previous * kOpCount + opcode
};

// Called by the traced loop before each instruction; its opcode.
bytecode::Op traceStep(const Engine* engine, rt::G* gp, const Word* pc, rt::Slot* fp);

}  // namespace hood::vm
