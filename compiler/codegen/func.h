// Emits one function: walks its blocks in layout order and selects bytecode for each instruction.
//   func.cc          order of blocks, branches, pointer maps, moves
//   emit_arith.cc    arithmetic, comparison, conversion
//   emit_memory.cc   loads, stores, elements, parts of aggregates, slicing, allocation
//   emit_window.cc   calls and runtime operations
//   emit_iface.cc    interfaces
#pragma once

#include <unordered_map>
#include <unordered_set>

#include "bytecode/builder.h"
#include "compiler/codegen/module_gen.h"
#include "compiler/codegen/slots.h"

namespace hood::codegen {

using BOp = bytecode::Op;

class FuncGen {
 public:
  FuncGen(ModuleGen& m, ir::Func& f, bytecode::FuncDef& out) : m_(m), f_(f), out_(out) {}
  void run();

 private:
  using Label = bytecode::Builder::Label;
  struct Move {
    uint32_t dst, src, n;
  };

  // func.cc
  void findFused();
  bool fusesWithBranch(const ir::Instr& cmp) const;
  bool fusesWithIncrement(const ir::Block& b, size_t cmpAt, const ir::Instr& cmp, size_t* addAt) const;
  void findLive();
  bool assemble(bool longBranches);
  uint32_t zeroedSlot(const ir::Instr& i);
  size_t emitZeros(const ir::Block& b, size_t k);
  void emitBlock(const ir::Block& b);
  void emitTerminator(const ir::Block& b, const ir::Instr& i);
  void emitIf(const ir::Block& b, const ir::Instr& i);
  void emitCompareBranch(const ir::Instr& cmp, bool wanted, const ir::Block* target, const ir::Block& from);
  void branchTo(BOp forward, BOp backward, bool hasBackward, uint32_t a, int64_t b, const ir::Block* target,
                const ir::Block& from, BOp inverse);
  void jumpTo(const ir::Block* target, const ir::Block& from);
  void emitReturn(const ir::Instr& i);
  void emitSwitch(const ir::Block& b, const ir::Instr& i);
  void emitInstr(const ir::Instr& i);
  void setLine(Pos p, uint32_t inl, uint8_t unsignedIndex = 0);
  void setInlines();
  void mapAt(uint32_t pc, const std::vector<ir::RegId>& live, const SlotMap::Call* parked);
  void loopMap(uint32_t pc, const ir::Block& b, const ir::Instr& term);
  void entryMap();
  void addMask(std::vector<uint8_t>& mask, uint32_t slot, const Layout& l) const;

  // operands
  const ConstVal* constOf(ir::Use u) const;  // nullptr unless a known constant
  bool folded(ir::Use u) const { return p_.consts[u.reg].known() && slots_.home[u.reg] == kNoSlot; }
  uint32_t slot(ir::Use u) const;
  uint32_t slot(ir::RegId r) const { return slot(ir::Use{r, 0}); }
  uint32_t dstOf(const ir::Instr& i) const;  // dst's slot, or scratch if nobody reads it
  uint32_t resultSlot(ir::RegId r) const;
  uint32_t scratch(uint32_t k = 0) const { return slots_.scratch + k; }
  const Layout& layout(types::Type* t) { return m_.layouts.of(t); }
  void load(const ConstVal& c, types::Type* t, uint32_t dst);
  void moveSlots(uint32_t dst, uint32_t src, uint32_t n);
  void moveUse(uint32_t dst, ir::Use u, types::Type* t);
  void parallelMove(std::vector<Move> moves);
  void emit(BOp op, int64_t a = 0, int64_t b = 0, int64_t c = 0) { b_->emit(op, a, b, c); }
  uint32_t frameByte(uint32_t slot, int64_t off, Pos pos);

  // emit_arith.cc
  void emitBinary(const ir::Instr& i);
  void emitIntBinary(const ir::Instr& i, Rep r);
  bool emitIntImm(const ir::Instr& i, Rep r, uint32_t dst);
  void emitShift(const ir::Instr& i);
  void emitUnary(const ir::Instr& i);
  void emitComplex(const ir::Instr& i);
  void emitCompare(const ir::Instr& i);
  bool emitNilCompare(const ir::Instr& i, uint32_t dst);
  void emitConvert(const ir::Instr& i);
  void extend(Rep r, uint32_t s);

  // emit_memory.cc
  void emitCopy(const ir::Instr& i);
  void emitExtract(const ir::Instr& i);
  void emitInsert(const ir::Instr& i);
  void emitLoad(const ir::Instr& i);
  void emitStore(const ir::Instr& i);
  void loadFrom(uint32_t dst, uint32_t base, int64_t off, types::Type* t);
  void storeTo(uint32_t base, int64_t off, ir::Use v, types::Type* t);
  void storeSlotsTo(uint32_t base, int64_t off, uint32_t src, types::Type* t);
  uint32_t nearBase(uint32_t base, int64_t* off, uint32_t scratchIndex);
  void emitIndexAddr(const ir::Instr& i);
  void elementAddr(uint32_t dst, ir::Use a, ir::Use idx, types::Type* container, types::Type* elem);
  void emitIndexLoad(const ir::Instr& i);
  void emitIndexStore(const ir::Instr& i);
  void emitArrayLoad(const ir::Instr& i);
  void emitArrayStore(const ir::Instr& i);
  void emitSliceOp(const ir::Instr& i);
  void emitMakeSlice(const ir::Instr& i);
  void emitMakeClosure(const ir::Instr& i);
  void emitAtomic(const ir::Instr& i);

  // emit_window.cc
  void emitWindow(const ir::Instr& i);
  void fillWindow(const ir::Instr& i, const SlotMap::Call& c);
  void drainWindow(const ir::Instr& i, const SlotMap::Call& c);
  void callMap(const ir::Instr& i, const SlotMap::Call& c);
  void emitCall(const ir::Instr& i, const SlotMap::Call& c);
  void emitRt(const ir::Instr& i, const SlotMap::Call& c);
  void emitAppend(const ir::Instr& i, const SlotMap::Call* c);
  void emitPrint(const ir::Instr& i, const SlotMap::Call& c);
  void printValue(uint32_t base, ir::Use u, types::Type* t, const ir::Instr& i, const SlotMap::Call& c);

  // emit_iface.cc
  void emitToIface(const ir::Instr& i);
  void emitTypeAssert(const ir::Instr& i);
  void emitTypeEq(const ir::Instr& i);
  void unbox(uint32_t dst, uint32_t dataSlot, types::Type* t);
  bool isDirect(types::Type* t) const { return types::isDirectIface(t); }

  ModuleGen& m_;
  ir::Func& f_;
  bytecode::FuncDef& out_;
  Prepared p_;
  SlotMap slots_;
  uint32_t frameBase_ = 0;  // slots_.frameSlots before code was made
  std::unique_ptr<bytecode::Builder> b_;
  std::vector<Label> labels_;                                            // by block id
  std::vector<bool> fusedAway_;                                          // registers whose definition is part of a branch
  std::unordered_set<const ir::Instr*> skip_;                            // instructions that a later one includes
  std::unordered_map<const ir::Instr*, std::vector<ir::RegId>> liveAt_;  // live after, of window instructions
  const ir::Block* next_ = nullptr;                                      // block that follows in layout
  Pos linePos_;
  uint32_t lineNo_ = 0, lineFile_ = ~0u, lineInl_ = ir::kNotInlined;
  uint8_t lineUnsigned_ = 0;
  bool tooLarge_ = false;
};

}  // namespace hood::codegen
