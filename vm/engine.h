// The engine: a loaded program and how to run goroutines on it. Implements runtime/core/engine.h.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>

#include "bytecode/instr.h"
#include "runtime/core/engine.h"
#include "runtime/sched/g.h"
#include "vm/program.h"

namespace hood::vm {

class StepTrace;

class Engine final : public rt::Engine {
 public:
  Engine();
  ~Engine() override;

  rt::RunEnd run(rt::G* gp) override;
  void prepare(rt::G* gp, const rt::Closure* fn, const rt::Slot* args, uint32_t nargs) override;
  void scanStack(rt::G* gp, rt::PointerVisitor& v) override;
  void scanGlobals(rt::PointerVisitor& v) override;
  void traceback(rt::G* gp, std::string& out) override;
  std::string funcName(const void* pc) override;
  std::vector<rt::CallSite> callers(const rt::G* gp, size_t limit) override;
  std::vector<rt::CallSite> sitesAt(const void* pc) override;
  uint64_t frameSlots(const rt::G* gp) override;

  const Program& program() const { return program_; }
  Program& program() { return program_; }

  // Opcode number ↔ what the op field of loaded code holds.
  uint16_t loadedOp(bytecode::Op op) const { return loadedOps_[static_cast<size_t>(op)]; }
  // The same for the first of two instructions that have a common handler (fused.def); 0: they have none.
  uint16_t fusedOp(bytecode::Op first, bytecode::Op second) const;
  bytecode::Op opAt(const Word* pc) const { return static_cast<bytecode::Op>(opOfLoaded_[*pc & 0xffff]); }
  // The instruction at pc as the compiler wrote it (relocated words excepted).
  Word originalWord(const Word* pc) const { return (*pc & ~Word{0xffff}) | static_cast<Word>(opAt(pc)); }
  uint32_t instrWordsAt(const Word* pc) const { return bytecode::instrWords(originalWord(pc)); }

  // Per-instruction trace or profile; nullptr: off. Set before goroutines run.
  void setStepTrace(std::unique_ptr<StepTrace> trace);
  StepTrace* stepTrace() const { return stepTrace_.get(); }

 private:
  void readHandlers();

  Program program_;
  uint16_t loadedOps_[bytecode::kOpCount];
  std::unordered_map<uint32_t, uint16_t> fusedOps_;  // first << 16 | second
  std::unique_ptr<uint16_t[]> opOfLoaded_;           // by the 16 bits of a loaded op field
  std::unique_ptr<StepTrace> stepTrace_;
};

}  // namespace hood::vm
