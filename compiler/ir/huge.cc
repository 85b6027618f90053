// Values too large for a frame. Slots are named in 16 bits, so a frame holds half a megabyte; Go's values may have any size.
//
// A register of a huge type is replaced by a pointer to an object on the heap with the value, which nobody writes to once it
// is made: so copies are copies of the pointer, and arguments and results, whoever calls, take one slot. What changes a
// part of such a value makes a new object. Large variables live in memory anyway (FuncBuilder::needsBox), so what is left
// here are the values on their way: arguments, results, what goes in and out of interfaces.
//
// An operation that is not in the list below gets the value in a frame as before, and its results from there; if they do not
// fit, codegen says so.
#include "compiler/ir/huge.h"

#include <unordered_set>

#include "compiler/ir/visit.h"

namespace hood::ir {

namespace {

class Huge {
 public:
  Huge(Func& f, types::Context& ctx) : f_(f), ctx_(ctx) {}

  void run() {
    size_t n = f_.regs.size();
    types_.assign(n, nullptr);
    bool any = false;
    for (RegId r = 0; r < n; r++)
      if (isHuge(f_.regs[r].type)) {
        types_[r] = f_.regs[r].type;
        f_.regs[r].type = ctx_.pointerTo(types_[r]);
        any = true;
      }
    if (!any) return;
    for (size_t k = 0; k < f_.blocks.size(); k++) {  // blocks that are split off come last
      block_ = f_.blocks[k].get();
      if (done_.count(block_)) continue;
      std::vector<Instr> old = std::move(block_->instrs);
      block_->instrs.clear();
      for (size_t j = 0; j < old.size(); j++) {
        at_ = &old[j];
        rest_ = nullptr;
        lower(old[j]);
        if (rest_ == nullptr) continue;
        rest_->instrs.assign(std::make_move_iterator(old.begin() + static_cast<std::ptrdiff_t>(j) + 1),
                             std::make_move_iterator(old.end()));
        break;
      }
    }
    f_.computePreds();
  }

 private:
  Type* hugeType(RegId r) const { return r != kNoReg && r < types_.size() ? types_[r] : nullptr; }
  bool touchesHuge(Instr& i) {
    bool found = false;
    forEachUse(f_, i, [&](Use& u) { found |= hugeType(u.reg) != nullptr; });
    forEachDef(f_, i, [&](RegId& r) { found |= hugeType(r) != nullptr; });
    return found;
  }

  Instr& emit(Op op, Type* type) {
    Instr i{};
    i.op = op;
    i.type = type;
    i.pos = at_->pos;
    i.inl = at_->inl;
    block_->instrs.push_back(std::move(i));
    return block_->instrs.back();
  }
  void emit(Instr& i) { block_->instrs.push_back(std::move(i)); }

  RegId newObject(Type* type, RegId into = kNoReg) {
    if (into == kNoReg) into = f_.newReg(ctx_.pointerTo(type));
    emit(Op::New, type).dst = into;
    return into;
  }
  void move(RegId to, RegId from, Type* type) {
    Instr& m = emit(Op::Move, type);
    m.a = {to};
    m.b = {from};
  }
  RegId partOf(RegId object, int64_t off, Type* type, bool nonNil) {
    if (off == 0 && nonNil) return object;
    RegId p = f_.newReg(ctx_.pointerTo(type));
    Instr& i = emit(Op::FieldAddr, type);
    i.dst = p;
    i.a = {object};
    i.off = off;
    i.nonNil = nonNil;
    return p;
  }
  // dst = a new object with what is at p.
  void copied(RegId dst, RegId p, Type* type) {
    RegId object = newObject(type);
    move(object, p, type);
    copy(dst, object, type);
  }
  void copy(RegId dst, RegId from, Type* type) {
    Instr& i = emit(Op::Copy, ctx_.pointerTo(type));
    i.dst = dst;
    i.a = {from};
  }
  RegId elemOf(Instr& i) {
    RegId p = f_.newReg(ctx_.pointerTo(i.type));
    Instr& x = emit(Op::IndexAddr, i.type);
    x.type2 = i.type2;
    x.dst = p;
    x.a = i.a;
    x.b = i.b;
    x.nonNil = i.nonNil;
    x.noBounds = i.noBounds;
    x.unsignedIndex = i.unsignedIndex;
    return p;
  }

  void lower(Instr& i) {
    if (!touchesHuge(i)) return emit(i);
    Type* a = hugeType(i.a.reg);
    Type* dst = hugeType(i.dst);
    switch (i.op) {
      case Op::Zero: newObject(dst, i.dst); return;
      case Op::Copy: copy(i.dst, i.a.reg, dst); return;
      case Op::Extract: extract(i, a, dst); return;
      case Op::Insert: insert(i, a, dst); return;
      case Op::Load: copied(i.dst, partOf(i.a.reg, i.off, dst, i.nonNil), dst); return;
      case Op::Store: move(partOf(i.a.reg, i.off, i.type, i.nonNil), i.b.reg, i.type); return;
      case Op::ArrayLoad: arrayLoad(i, a, dst); return;
      case Op::IndexLoad: copied(i.dst, elemOf(i), dst); return;
      case Op::IndexStore: move(elemOf(i), i.c.reg, i.type); return;
      case Op::ToIface:
        i.nonNil = true;  // the operand is the data word
        return emit(i);
      case Op::MakeClosure: makeClosure(i); return;
      case Op::AppendElems: appendElems(i); return;
      case Op::IfaceData: dataWord(i.dst, i.a.reg, dst); return;
      case Op::TypeAssert: typeAssert(i); return;
      case Op::Call:
      case Op::CallClosure:
      case Op::CallIface:
      case Op::KeepAlive:
      case Op::Return: return emit(i);
      default: inFrame(i); return;
    }
  }

  void extract(Instr& i, Type* a, Type* dst) {
    if (dst != nullptr && i.off == 0 && dst == a) return copy(i.dst, i.a.reg, dst);
    if (dst != nullptr) return copied(i.dst, partOf(i.a.reg, i.off, dst, true), dst);
    Instr& load = emit(Op::Load, i.type);
    load.dst = i.dst;
    load.a = i.a;
    load.off = i.off;
    load.nonNil = true;
  }

  void arrayLoad(Instr& i, Type* a, Type* dst) {
    if (a == nullptr) return inFrame(i);
    i.op = Op::IndexLoad;
    i.type2 = ctx_.pointerTo(a);
    i.nonNil = true;
    if (dst != nullptr) return copied(i.dst, elemOf(i), dst);
    emit(i);
  }

  // Huge captures (of the thunks of go and defer) are moved to the closure when it is there.
  void makeClosure(Instr& i) {
    std::vector<int64_t> offs = types::offsetsOf(types::asStruct(i.type));
    std::vector<Use> args = i.args;
    RegId closure = i.dst;
    for (Use& u : i.args)
      if (hugeType(u.reg) != nullptr) u = {};
    emit(i);
    for (size_t k = 0; k < args.size(); k++)
      if (Type* type = hugeType(args[k].reg)) move(partOf(closure, offs[k + 1], type, true), args[k].reg, type);
  }

  // Room for as many zero values is appended, and the values moved there.
  void appendElems(Instr& i) {
    Type* integer = ctx_.typ(types::BasicKind::Int);
    Type* elem = types::asSlice(i.type)->elem;
    auto constant = [&](int64_t n) {
      RegId r = f_.newReg(integer);
      Instr& c = emit(Op::ConstInt, integer);
      c.dst = r;
      c.imm = n;
      return r;
    };
    RegId before = f_.newReg(integer), zeros = f_.newReg(i.type), grown = f_.newReg(i.type);
    Instr& len = emit(Op::Extract, integer);
    len.dst = before;
    len.a = i.args[0];
    len.off = 8;
    RegId count = constant(static_cast<int64_t>(i.args.size()) - 1);
    Instr& make = emit(Op::MakeSlice, i.type);
    make.dst = zeros;
    make.a = {count};
    Instr& append = emit(Op::AppendSlice, i.type);
    append.type2 = i.type;
    append.dst = grown;
    append.a = i.args[0];
    append.b = {zeros};
    for (size_t k = 1; k < i.args.size(); k++) {
      RegId step = constant(static_cast<int64_t>(k) - 1), at = f_.newReg(integer), p = f_.newReg(ctx_.pointerTo(elem));
      Instr& add = emit(Op::Add, integer);
      add.dst = at;
      add.a = {before};
      add.b = {step};
      Instr& place = emit(Op::IndexAddr, elem);
      place.type2 = i.type;
      place.dst = p;
      place.a = {grown};
      place.b = {at};
      move(p, i.args[k].reg, elem);
    }
    Instr& result = emit(Op::Copy, i.type);
    result.dst = i.dst;
    result.a = {grown};
  }

  void insert(Instr& i, Type* a, Type* dst) {
    RegId object = newObject(dst);
    move(object, i.dst, dst);
    if (a != nullptr) {
      move(partOf(object, i.off, a, true), i.a.reg, a);
    } else {
      Instr& store = emit(Op::Store, i.type);
      store.a = {object};
      store.b = i.a;
      store.off = i.off;
      store.nonNil = true;
    }
    copy(i.dst, object, dst);
  }

  // Interfaces point to an object that nobody writes to: just what is wanted.
  void dataWord(RegId dst, RegId iface, Type* type) {
    Instr& i = emit(Op::Extract, ctx_.pointerTo(type));
    i.dst = dst;
    i.a = {iface};
    i.off = 8;
  }

  void typeAssert(Instr& i) {
    RegId v = i.results[0], iface = i.a.reg;
    Type* type = i.type2;
    i.results[0] = kNoReg;
    RegId ok = i.results.size() > 1 ? i.results[1] : kNoReg;
    if (i.results.size() > 1 && ok == kNoReg) ok = i.results[1] = f_.newReg(ctx_.typ(types::BasicKind::Bool));
    emit(i);
    if (ok == kNoReg) return dataWord(v, iface, type);
    Block *from = block_, *yes = f_.newBlock(), *no = f_.newBlock();
    rest_ = f_.newBlock();
    done_.insert({yes, no});
    rest_->succ = std::move(from->succ);
    from->succ = {yes, no};
    emit(Op::If, ctx_.typ(types::BasicKind::Bool)).a = {ok};
    block_ = yes;
    dataWord(v, iface, type);
    emit(Op::Jump, nullptr);
    yes->succ = {rest_};
    block_ = no;
    newObject(type, v);
    emit(Op::Jump, nullptr);
    no->succ = {rest_};
    block_ = from;
  }

  void inFrame(Instr& i) {
    forEachUse(f_, i, [&](Use& u) {
      Type* type = hugeType(u.reg);
      if (type == nullptr) return;
      RegId object = u.reg;
      u.reg = f_.newReg(type);
      Instr& load = emit(Op::Load, type);
      load.dst = u.reg;
      load.a = {object};
      load.nonNil = true;
    });
    std::vector<std::pair<RegId, RegId>> out;
    forEachDef(f_, i, [&](RegId& r) {
      if (hugeType(r) == nullptr) return;
      out.emplace_back(r, f_.newReg(hugeType(r)));
      r = out.back().second;
    });
    emit(i);
    for (auto [object, value] : out) {
      newObject(hugeType(object), object);
      Instr& store = emit(Op::Store, hugeType(object));
      store.a = {object};
      store.b = {value};
      store.nonNil = true;
    }
  }

  Func& f_;
  types::Context& ctx_;
  std::vector<Type*> types_;               // of registers that were huge
  std::unordered_set<const Block*> done_;  // made by the pass, and as they should be
  Block* block_ = nullptr;
  Block* rest_ = nullptr;  // takes what follows the instruction
  const Instr* at_ = nullptr;
};

void lowerSignature(Func& f, types::Context& ctx) {
  for (std::vector<Type*>* list : {&f.paramTypes, &f.resultTypes})
    for (Type*& t : *list)
      if (isHuge(t)) t = ctx.pointerTo(t);
}

}  // namespace

void lowerHuge(Func& f, types::Context& ctx) {
  lowerSignature(f, ctx);
  if (f.kind != FuncKind::Go || f.blocks.empty()) return;
  for (auto& b : f.blocks)
    for (Instr& i : b->instrs)
      if (i.func) lowerSignature(*i.func, ctx);
  Huge(f, ctx).run();
}

}  // namespace hood::ir
