// The engine: a loaded program and how to run goroutines on it. Implements runtime/core/engine.h.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "bytecode/instr.h"
#include "runtime/core/engine.h"
#include "runtime/sched/g.h"
#include "vm/program.h"

namespace hood::vm {

class Linker;
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
  size_t callerPcs(const rt::G* gp, const void** pcs, size_t limit) override;
  std::string describeSlot(const rt::G* gp, const rt::Slot* s) override;
  void auditStack(const rt::G* gp, rt::StackAudit& a) override;
  std::string globalName(const void* p) override;
  rt::Type* resolveType(rt::Type** cell) override;
  rt::Type* findType(std::string_view path, std::string_view identity) override;
  void bringMethods(const rt::Type* t) override;
  const void* bindMethod(const void* code, const void** at) override;
  const void* faultEntry(uintptr_t at) const override;

  const Program& program() const { return program_; }
  Program& program() { return program_; }
  Linker& linker() { return *linker_; }

  // Opcode number ↔ what the op field of loaded code holds.
  uint16_t loadedOp(bytecode::Op op) const { return loadedOps_[static_cast<size_t>(op)]; }
  // The same for the first of two instructions that have a common handler (fused.def); 0: they have none.
  uint16_t fusedOp(bytecode::Op first, bytecode::Op second) const;
  bytecode::Op opAt(const Word* pc) const;
  // The instruction at pc as the compiler wrote it (relocated words excepted).
  Word originalWord(const Word* pc) const { return (codeWord(pc) & ~Word{0xffff}) | static_cast<Word>(opAt(pc)); }
  uint32_t instrWordsAt(const Word* pc) const { return bytecode::instrWords(originalWord(pc)); }

  // Per-instruction trace or profile; nullptr: off. Set before goroutines run.
  void setStepTrace(std::unique_ptr<StepTrace> trace);
  StepTrace* stepTrace() const { return stepTrace_.get(); }

 private:
  void readHandlers();

  Program program_;
  std::unique_ptr<Linker> linker_;
  uint16_t loadedOps_[bytecode::kOpCount];
  struct FusedOp {
    bytecode::Op first, second;
    uint16_t loaded;
  };
  std::vector<FusedOp> fusedOps_;
  bool mayFuse_[bytecode::kOpCount] = {};  // begins a pair
  struct LoadedOp {
    uint16_t loaded;
    bytecode::Op op;
  };
  std::vector<LoadedOp> opOfLoaded_;  // by loaded
  std::unique_ptr<StepTrace> stepTrace_;
  const void* faultLabel_ = nullptr;
  uintptr_t loopFirst_ = ~uintptr_t{0}, loopLast_ = 0;  // addresses of the loop's first and last handler
};

}  // namespace hood::vm
