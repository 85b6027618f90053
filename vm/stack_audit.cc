#include "vm/stack_audit.h"

#include <fmt/format.h>

#include <set>
#include <utility>
#include <vector>

#include "bytecode/instr.h"
#include "vm/engine.h"
#include "vm/program.h"
#include "vm/stack_map.h"

namespace hood::vm {

using bytecode::Op;
using bytecode::Operand;
using rt::Slot;

namespace {

std::string placeOf(const Function& f, const Word* pc) {
  SourceLine line = Program::sourceLine(f, pc);
  return fmt::format("{}+{:#x} ({}:{})", f.name, (pc - f.entry) * static_cast<ptrdiff_t>(sizeof(Word)), line.file,
                     line.line);
}

bool between(Op op, Op from, Op to) { return op >= from && op <= to; }

// Follows one slot along the code ahead of a safepoint.
class SlotWalk {
 public:
  SlotWalk(const Engine& engine, const Function& f) : engine_(engine), f_(f) {}

  // The first instruction that uses the slot as an address if control is at `at`; nullptr: none that is known.
  const Word* findUse(uint32_t at, uint32_t slot) {
    seen_.clear();
    todo_.clear();
    reach(at, slot);
    while (!todo_.empty()) {
      auto [here, s] = todo_.back();
      todo_.pop_back();
      if (step(here, s)) return f_.entry + here;
    }
    return nullptr;
  }

 private:
  void reach(int64_t at, uint32_t slot) {
    if (at < 0 || at >= f_.words) return;
    auto place = std::make_pair(static_cast<uint32_t>(at), slot);
    if (seen_.insert(place).second) todo_.push_back(place);
  }

  // True: the instruction uses the slot as an address. Else the walk goes on behind it with every slot that holds the value.
  bool step(uint32_t at, uint32_t slot) {
    Word w = engine_.originalWord(f_.entry + at);
    Op op = bytecode::opOf(w);
    const bytecode::OpInfo& info = bytecode::opInfo(op);
    if (usesAsAddress(op, w, slot)) return true;
    if (info.a == Operand::W && slot >= bytecode::fieldA(w)) return op == Op::Call && isPointerParameter(at, w, slot);
    uint32_t next = at + bytecode::instrWords(w);
    copy(op, w, slot, next);
    bool survives = !isWritten(op, w, at, slot);
    if (!survives) return false;
    if (info.isBranch()) branch(info, w, at, slot);
    if (!info.has(bytecode::effects::Ends) && op != Op::Jmp && op != Op::LoopJmp && op != Op::Switch) reach(next, slot);
    return false;
  }

  static bool usesAsAddress(Op op, Word w, uint32_t slot) {
    uint32_t a = bytecode::fieldA(w), b = bytecode::fieldB(w), c = bytecode::fieldC(w);
    if (between(op, Op::Ld8U, Op::LdN) || between(op, Op::LdX8U, Op::LdXI64)) return b == slot;
    if (between(op, Op::St8, Op::StI64) && a == slot) return true;
    if (between(op, Op::StX8, Op::StXIface) && a == slot) return true;
    switch (op) {
      case Op::AddrOf:
      case Op::AddrOfK:
      case Op::AddrX:
      case Op::AddrXA:
      case Op::LdXX64:
      case Op::SliceA:
      case Op::CallClosure:
      case Op::MapGet64:
      case Op::StP:
      case Op::StStr:
      case Op::AtomicLd:
      case Op::AtomicSt:
      case Op::AtomicAdd:
      case Op::AtomicAddI:
      case Op::AtomicSwap:
      case Op::AtomicCas:
      case Op::AtomicCasI:
      case Op::MutexLock:
      case Op::MutexUnlock:
      case Op::StSlice: return b == slot;
      case Op::StIface: return b + 1 == slot;
      case Op::MoveMem: return a == slot || b == slot;
      case Op::ZeroMem:
      case Op::StGP:
      case Op::Go:
      case Op::Defer: return a == slot;
      case Op::Panic: return a + 1 == slot;
      case Op::StXP:
      case Op::StXStr: return c == slot;
      case Op::StXIface: return c + 1 == slot;
      default: return false;
    }
  }

  // The callee says what its parameters are.
  bool isPointerParameter(uint32_t at, Word w, uint32_t slot) {
    const Word* target = f_.entry + at + 1 + bytecode::fieldL(w);
    const Function* callee = engine_.program().functionAt(target);
    if (callee == nullptr || callee->entry != target) return false;  // not linked yet
    const bytecode::PointerMap* map = Program::mapAt(*callee, target);
    uint32_t parameter = slot - bytecode::fieldA(w);
    return map != nullptr && parameter / 8 < map->bytes && callee->maskBytes[map->mask + parameter / 8] >> parameter % 8 & 1;
  }

  void copy(Op op, Word w, uint32_t slot, uint32_t next) {
    uint32_t n = op == Op::Mov ? 1 : op == Op::Mov2 ? 2 : op == Op::Mov3 ? 3 : op == Op::MovN ? bytecode::fieldC(w) : 0;
    uint32_t from = bytecode::fieldB(w);
    if (slot >= from && slot < from + n) reach(next, bytecode::fieldA(w) + (slot - from));
  }

  bool isWritten(Op op, Word w, uint32_t at, uint32_t slot) {
    bool written = false;
    bytecode::forEachOperand(w, [&](Operand k, int64_t v) {
      uint64_t n = 0;
      switch (k) {
        case Operand::D:
        case Operand::M: n = 1; break;
        case Operand::D2: n = 2; break;
        case Operand::D3: n = 3; break;
        case Operand::DN: n = countOf(op, w, at); break;
        default: return;
      }
      written |= slot >= static_cast<uint64_t>(v) && slot < static_cast<uint64_t>(v) + n;
    });
    return written;
  }

  // Slots that a DN operand covers; 1 where only a part is written: what lies behind is not judged.
  uint64_t countOf(Op op, Word w, uint32_t at) {
    switch (op) {
      case Op::MovN: return bytecode::fieldC(w);
      case Op::ZeroN: return bytecode::fieldB(w);
      case Op::LdN: return (f_.entry[at + 1] + 7) / 8;
      case Op::LdLN: return (bytecode::fieldC(w) + 7u) / 8;
      default: return f_.frameSlots;
    }
  }

  void branch(const bytecode::OpInfo& info, Word w, uint32_t at, uint32_t slot) {
    if (info.ext != bytecode::Ext::Table) return reach(bytecode::branchTarget(w, at), slot);
    uint32_t next = at + bytecode::instrWords(w);
    for (uint32_t i = at + 1; i < next; i++) reach(int64_t{next} + static_cast<int64_t>(f_.entry[i]), slot);
  }

  const Engine& engine_;
  const Function& f_;
  std::set<std::pair<uint32_t, uint32_t>> seen_;
  std::vector<std::pair<uint32_t, uint32_t>> todo_;
};

// Where control goes on in the frame, and the slots below the window of the call that it waits for.
struct Standing {
  uint32_t at;
  uint32_t slots;
};

Standing standingOf(const Engine& engine, const Function& f, const Word* mapPc) {
  auto map = static_cast<uint32_t>(mapPc - f.entry);
  uint32_t at = 0;
  Word w = engine.originalWord(f.entry);
  while (at + bytecode::instrWords(w) <= map) {
    at += bytecode::instrWords(w);
    w = engine.originalWord(f.entry + at);
  }
  const bytecode::OpInfo& info = bytecode::opInfo(bytecode::opOf(w));
  if (!info.has(bytecode::effects::Calls | bytecode::effects::Parks)) return {at, f.frameSlots};
  return {at + bytecode::instrWords(w), info.a == Operand::W ? bytecode::fieldA(w) : f.frameSlots};
}

bool isMapped(const Function& f, const bytecode::PointerMap& map, uint32_t slot) {
  return slot / 8 < map.bytes && f.maskBytes[map.mask + slot / 8] >> slot % 8 & 1;
}

}  // namespace

std::string describeSlot(const Engine& engine, const rt::G* gp, const Slot* s) {
  FrameWalker walker(engine, gp);
  Frame frame;
  while (walker.next(&frame)) {  // frames overlap in windows, which are the callee's: innermost first
    if (s >= frame.fp) return fmt::format("{}, slot {}", placeOf(*frame.fn, frame.pc), s - frame.fp);
  }
  return "the bottom of the stack";
}

void auditStack(const Engine& engine, const rt::G* gp, rt::StackAudit& a) {
  FrameWalker walker(engine, gp);
  Frame frame;
  while (walker.next(&frame)) {
    const Function& f = *frame.fn;
    if (frame.mapPc == nullptr || frame.mapPc == engine.program().makeFuncPc) continue;
    const bytecode::PointerMap* map = Program::mapAt(f, frame.mapPc);
    if (map == nullptr) continue;
    Standing standing = standingOf(engine, f, frame.mapPc);
    SlotWalk walk(engine, f);
    for (uint32_t slot = 0; slot < standing.slots; slot++) {
      const Slot* s = frame.fp + slot;
      if (s >= gp->stackHi) break;
      if (isMapped(f, *map, slot) || !a.suspicious(s)) continue;
      const Word* use = walk.findUse(standing.at, slot);
      if (use == nullptr) continue;
      SourceLine line = Program::sourceLine(f, use);
      a.missed(s, fmt::format("{}, slot {}", placeOf(f, frame.pc), slot),
               fmt::format("{}:{} ({})", line.file, line.line, bytecode::opName(engine.opAt(use))));
    }
  }
}

}  // namespace hood::vm
