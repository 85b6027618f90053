// Instruction properties, cloning, and the tidying of control flow.
#include "compiler/ir/visit.h"

#include <unordered_map>
#include <unordered_set>

#include "base/check.h"

namespace hood::ir {

bool isPure(const Instr& i) {
  switch (i.op) {
    case Op::ConstInt:
    case Op::ConstFloat:
    case Op::ConstString:
    case Op::Zero:
    case Op::FuncAddr:
    case Op::TypeAddr:
    case Op::GlobalAddr:
    case Op::Copy:
    case Op::Extract:
    case Op::Insert:
    case Op::Add:
    case Op::Sub:
    case Op::Mul:
    case Op::And:
    case Op::Or:
    case Op::Xor:
    case Op::AndNot:
    case Op::Neg:
    case Op::Not:
    case Op::FMA:
    case Op::Sqrt:
    case Op::Floor:
    case Op::Ceil:
    case Op::Trunc:
    case Op::Abs:
    case Op::Complex:
    case Op::Real:
    case Op::Imag:
    case Op::Lt:
    case Op::Le:
    case Op::Gt:
    case Op::Ge:
    case Op::Convert:
    case Op::New:
    case Op::MakeClosure:
    case Op::ToIface:
    case Op::IfaceToIface:
    case Op::TypeEq:
    case Op::IfaceData:
    case Op::StrConcat:
    case Op::StrToBytes:
    case Op::StrToRunes:
    case Op::BytesToStr:
    case Op::RunesToStr:
    case Op::IntToStr:
    case Op::StrRange:
    case Op::Len:
    case Op::Cap: return true;
    case Op::Eq:
    case Op::Ne:  // comparing interfaces may panic
      return !i.type || (types::asBasic(i.type) || types::asPointer(i.type) || types::asChan(i.type));
    case Op::Quo:
    case Op::Rem: return i.type && (types::isFloat(i.type) || types::isComplex(i.type));
    case Op::Shl:
    case Op::Shr: return !i.type2 || types::isUnsigned(i.type2);
    case Op::Load:
    case Op::FieldAddr: return i.nonNil;
    case Op::TypeAssert: return i.results.size() == 2;
    case Op::ArrayLoad:
    case Op::ArrayStore: return i.noBounds;
    case Op::IndexLoad:
    case Op::IndexAddr: return i.noBounds && (i.nonNil || !types::asPointer(i.type2));
    default: return false;
  }
}

bool cannotPanic(const Instr& i) {
  if (isPure(i)) return true;
  switch (i.op) {
    case Op::Jump:
    case Op::If:
    case Op::Switch:
    case Op::Return:
    case Op::KeepAlive: return true;
    case Op::Store: return i.nonNil;
    default: return false;
  }
}

Block* cloneInto(Func& into, const Func& from, RegId* regBase, std::vector<Block*>* blocks) {
  auto base = static_cast<RegId>(into.regs.size());
  auto selectBase = static_cast<int64_t>(into.selects.size());
  // into may be from itself (a recursive call): copy what is read before growing.
  std::vector<Reg> regs = from.regs;
  std::vector<SelectInfo> selects = from.selects;
  std::vector<const Block*> source;
  for (auto& b : from.blocks) source.push_back(b.get());
  into.regs.insert(into.regs.end(), regs.begin(), regs.end());
  for (SelectInfo& s : selects) {
    for (SelectCase& c : s.cases) {
      if (c.chan.valid()) c.chan.reg += base;
      if (c.value.valid()) c.value.reg += base;
      if (c.recv != kNoReg) c.recv += base;
    }
    into.selects.push_back(std::move(s));
  }
  std::unordered_map<const Block*, Block*> map;
  for (const Block* b : source) map[b] = into.newBlock();
  for (const Block* b : source) {
    Block* c = map[b];
    c->instrs = b->instrs;
    c->loopDepth = b->loopDepth;
    for (Block* s : b->succ) c->succ.push_back(map.at(s));
    for (Instr& i : c->instrs) {
      for (Use* u : {&i.a, &i.b, &i.c})
        if (u->valid()) u->reg += base;
      for (Use& u : i.args)
        if (u.valid()) u.reg += base;
      if (i.dst != kNoReg) i.dst += base;
      for (RegId& r : i.results)
        if (r != kNoReg) r += base;
      if (i.op == Op::Select) i.imm += selectBase;
    }
    if (blocks) blocks->push_back(c);
  }
  *regBase = base;
  return map.at(source[0]);
}

namespace {

// Where a jump to b really goes: through blocks that only jump on.
Block* thread(Block* b) {
  int hops = 0;
  while (b->instrs.size() == 1 && b->instrs[0].op == Op::Jump && b->succ[0] != b && hops++ < 64) b = b->succ[0];
  return b;
}

std::unordered_set<Block*> reachable(Func& f) {
  std::unordered_set<Block*> live{f.blocks[0].get()};
  std::vector<Block*> stack{f.blocks[0].get()};
  if (f.recoverBlock && live.insert(f.recoverBlock).second) stack.push_back(f.recoverBlock);
  while (!stack.empty()) {
    Block* b = stack.back();
    stack.pop_back();
    for (Block* s : b->succ)
      if (live.insert(s).second) stack.push_back(s);
  }
  return live;
}

void dropDead(Func& f) {
  std::unordered_set<Block*> live = reachable(f);
  std::vector<std::unique_ptr<Block>> kept;
  for (auto& b : f.blocks)
    if (live.count(b.get())) kept.push_back(std::move(b));
  f.blocks = std::move(kept);
  for (size_t i = 0; i < f.blocks.size(); i++) f.blocks[i]->id = static_cast<uint32_t>(i);
  f.computePreds();
}

}  // namespace

void cleanBlocks(Func& f) {
  if (f.blocks.empty()) return;
  for (auto& b : f.blocks) {
    for (Block*& s : b->succ) s = thread(s);
    Instr& last = b->instrs.back();
    if (last.op == Op::If && b->succ[0] == b->succ[1]) {
      Pos pos = last.pos;
      last = Instr{};
      last.op = Op::Jump;
      last.pos = pos;
      b->succ.resize(1);
    }
  }
  dropDead(f);
  // A block whose only successor has no other predecessor swallows it.
  bool joined = false;
  for (auto& owned : f.blocks) {
    Block* b = owned.get();
    while (!b->instrs.empty() && b->instrs.back().op == Op::Jump) {
      Block* s = b->succ[0];
      if (s == b || s->pred.size() != 1 || s == f.blocks[0].get() || s == f.recoverBlock || s->instrs.empty()) break;
      b->instrs.pop_back();
      b->instrs.insert(b->instrs.end(), std::make_move_iterator(s->instrs.begin()),
                       std::make_move_iterator(s->instrs.end()));
      b->succ = std::move(s->succ);
      for (Block* n : b->succ)
        for (Block*& p : n->pred)
          if (p == s) p = b;
      s->instrs.clear();
      s->succ.clear();
      s->pred.clear();
      joined = true;
    }
  }
  if (joined) dropDead(f);
}

}  // namespace hood::ir
