// Assembler: emits the code of one function into its FuncDef, with labels, relocations, pointer maps and lines.
//
//   Builder b(func);
//   Builder::Label loop = b.newLabel();
//   b.bind(loop);
//   b.emit(Op::AddI, s, s, 2);
//   b.branch(Op::LoopLtS, i, n, loop);       // picks the offset's field from the opcode table
//   b.emit(Op::Ret);
//   if (!b.finish()) …                        // a 16-bit offset did not fit: assemble again with longBranches
//
// Misuse (operands that do not fit their field, unbound labels) is a bug of the caller: HOOD_CHECK.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "bytecode/instr.h"
#include "bytecode/module.h"

namespace hood::bytecode {

class Builder {
 public:
  struct Label {
    uint32_t id = ~0u;
    bool valid() const { return id != ~0u; }
  };

  // longBranches: every 16-bit branch becomes one that reaches anywhere (three instructions).
  explicit Builder(FuncDef& f, bool longBranches = false) : f_(f), longBranches_(longBranches) {}

  // Word index of what is emitted next; of the last word of what was emitted last (RunDefers: not of its MoreDefers), which
  // is where the pointer map of a call belongs.
  uint32_t pc() const { return static_cast<uint32_t>(f_.code.size()); }
  uint32_t lastPc() const { return pc() == afterMoreDefers_ ? pc() - 2 : pc() - 1; }

  // ---- instructions; each returns the word index of its first word -----------------------------------------
  // Slots and unsigned immediates are 0..65535, signed immediates -32768..32767.
  uint32_t emit(Op op, int64_t a = 0, int64_t b = 0, int64_t c = 0);   // Ext None. RunDefers: with its MoreDefers
  uint32_t emitL(Op op, int64_t a, int64_t imm32);                     // kind L in B, Ext None
  uint32_t emitK(Op op, int64_t a, int64_t b, int64_t c, uint64_t k);  // Ext K
  uint32_t emitKK(Op op, int64_t a, int64_t b, int64_t c, uint64_t k1, uint64_t k2);
  // type: index into Module::types, kNoType for none (the word is 0).
  static constexpr uint32_t kNoType = ~0u;
  uint32_t emitT(Op op, int64_t a, int64_t b, int64_t c, uint32_t type);
  uint32_t emitTK(Op op, int64_t a, int64_t b, int64_t c, uint32_t type, uint64_t k);
  uint32_t emitTT(Op op, int64_t a, int64_t b, int64_t c, uint32_t type1, uint32_t type2);
  uint32_t emitRt(RtOp op, int64_t window, int64_t flags = 0, uint32_t type = kNoType);
  // Ext P, F, N, Tab by what they refer to.
  uint32_t emitGlobal(Op op, int64_t a, uint32_t global, int64_t addend = 0);
  uint32_t ldStr(int64_t a, uint32_t offset, uint32_t length);  // bytes at `offset` of Module::strings
  uint32_t ldFuncValue(int64_t a, uint32_t func);               // LdAddr of its static closure
  uint32_t ldFunc(int64_t a, uint32_t func);
  uint32_t ldTab(int64_t a, uint32_t iface, uint32_t concrete);
  uint32_t call(int64_t window, uint32_t func);
  uint32_t callNative(int64_t window, uint32_t func);

  // ---- control ----------------------------------------------------------------------------------------------
  Label newLabel();
  void bind(Label l);  // here
  bool isBound(Label l) const { return labels_[l.id] != kUnbound; }
  uint32_t jump(Label l) { return branch(Op::Jmp, 0, 0, l); }
  // A conditional or loop branch; operands as the table says (the offset is the label's). Returns the word index of the
  // branch itself, which is where a Loop instruction's pointer map belongs.
  uint32_t branch(Op op, int64_t a, int64_t b, Label l);
  // Switch on slot a: cases[i] for a == i, else dflt.
  uint32_t switchTable(int64_t a, std::span<const Label> cases, Label dflt);

  // ---- tables -----------------------------------------------------------------------------------------------
  // Pointer map for the safepoint at word `pc`: bit i of mask = slot i is a live pointer. In ascending order of pc.
  void map(uint32_t pc, std::span<const uint8_t> mask);
  // Following code comes from this line (and from this inlined call).
  void line(uint32_t file, uint32_t line, uint32_t inl = ~0u, uint8_t unsignedIndex = 0);

  // Resolves the labels. False: an offset did not fit; clear the function's code and tables (reset) and assemble it again
  // with longBranches.
  [[nodiscard]] bool finish();
  // Empties code, relocs, maps and lines of f for another attempt.
  static void reset(FuncDef& f);

 private:
  static constexpr uint32_t kUnbound = ~0u;
  struct Fixup {
    uint32_t at;    // word to patch
    uint32_t next;  // what the offset is relative to
    uint32_t label;
    enum Field : uint8_t { C16, BC32, Word } field;
  };

  uint32_t put(Op op, Ext ext, int64_t a, int64_t b, int64_t c);
  // Word 0 has the pointer map of the function's entry, so a call of one word must not be the first instruction.
  void keepEntryFree();
  void word(uint64_t w) { f_.code.push_back(w); }
  void reloc(RelocKind kind, uint32_t index, uint32_t index2 = 0, int64_t addend = 0);
  void typeWord(uint32_t type);
  bool patch(const Fixup& x);

  FuncDef& f_;
  bool longBranches_;
  uint32_t afterMoreDefers_ = ~0u;  // the word after the last MoreDefers
  std::vector<uint32_t> labels_;
  std::vector<Fixup> fixups_;
};

}  // namespace hood::bytecode
