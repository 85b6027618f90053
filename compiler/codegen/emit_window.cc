// Calls and runtime operations: arguments into the window, the operation, results out of it.
#include "base/check.h"
#include "compiler/codegen/effects.h"
#include "compiler/codegen/func.h"

namespace hood::codegen {

using bytecode::RtOp;
using ir::Instr;
using ir::Op;

void FuncGen::emitWindow(const Instr& i) {
  const SlotMap::Call& c = slots_.calls.at(&i);
  switch (i.op) {
    case Op::AppendElems: emitAppend(i, &c); return;
    case Op::Print: emitPrint(i, c); return;
    case Op::Call:
    case Op::CallClosure:
    case Op::CallIface:
    case Op::RunDefers:
      fillWindow(i, c);
      emitCall(i, c);
      break;
    default:
      fillWindow(i, c);
      emitRt(i, c);
      break;
  }
  drainWindow(i, c);
}

void FuncGen::fillWindow(const Instr& i, const SlotMap::Call& c) {
  std::vector<Move> moves;
  for (const WindowArg& a : c.window.args)
    if (a.use.valid() && a.slots != 0 && !folded(a.use)) moves.push_back({c.base + a.off, slot(a.use), a.slots});
  parallelMove(std::move(moves));
  for (const WindowArg& a : c.window.args) {
    if (!a.use.valid()) {
      int64_t imm = i.op == Op::MapIterNext ? static_cast<int64_t>(slot(i.dst)) - c.base : a.imm;
      load({Op::ConstInt, imm, 0, {}, nullptr, nullptr, nullptr}, a.type, c.base + a.off);
    } else if (folded(a.use)) {
      load(*constOf(a.use), a.type, c.base + a.off);
    }
  }
  if (!c.window.zeroed.empty()) {
    for (uint32_t off : c.window.zeroed) emit(BOp::Zero, c.base + off);
  }
}

void FuncGen::drainWindow(const Instr&, const SlotMap::Call& c) {
  std::vector<Move> moves;
  for (const WindowResult& r : c.window.results)
    if (uint32_t d = resultSlot(r.reg); d != kNoSlot && r.slots != 0) moves.push_back({d, c.base + r.off, r.slots});
  parallelMove(std::move(moves));
}

// The pointer map of the operation just emitted.
void FuncGen::callMap(const Instr& i, const SlotMap::Call& c) {
  mapAt(b_->lastPc(), liveAt_.at(&i), c.window.parks ? &c : nullptr);
}

void FuncGen::emitCall(const Instr& i, const SlotMap::Call& c) {
  switch (i.op) {
    case Op::Call:
      if (i.func->kind == ir::FuncKind::Native) {
        b_->callNative(c.base, m_.funcIndex(i.func));
      } else {
        b_->call(c.base, m_.funcIndex(i.func));
      }
      break;
    case Op::CallClosure:
      if (folded(i.a)) {
        b_->call(c.base, m_.funcIndex(constOf(i.a)->func));
      } else {
        b_->emit(BOp::CallClosure, c.base, slot(i.a), c.window.slots - 1);
      }
      break;
    case Op::CallIface: b_->emit(BOp::CallIface, c.base, slot(i.a), i.imm); break;
    default: {
      uint32_t pc = b_->emit(BOp::RunDefers, c.base);  // the word behind it, MoreDefers, is no safepoint
      mapAt(pc, liveAt_.at(&i), nullptr);
      return;
    }
  }
  callMap(i, c);
}

void FuncGen::emitRt(const Instr& i, const SlotMap::Call& c) {
  RtOp op;
  int64_t flags = 0;
  types::Type* type = nullptr;
  switch (i.op) {
    case Op::StrConcat:
      op = RtOp::StrConcat;
      flags = static_cast<int64_t>(i.args.size());
      break;
    case Op::StrToBytes: op = RtOp::StrToBytes; break;
    case Op::StrToRunes: op = RtOp::StrToRunes; break;
    case Op::BytesToStr: op = RtOp::BytesToStr; break;
    case Op::RunesToStr: op = RtOp::RunesToStr; break;
    case Op::IntToStr: op = RtOp::IntToStr; break;
    case Op::AppendSlice:
    case Op::CopySlice: {
      bool str = types::isString(i.type2 != nullptr ? i.type2 : i.type);
      bool append = i.op == Op::AppendSlice;
      op = append ? (str ? RtOp::AppendStr : RtOp::Append) : (str ? RtOp::CopyStr : RtOp::CopySlice);
      type = types::asSlice(i.type)->elem;
      break;
    }
    case Op::ClearSlice:
      op = RtOp::ClearSlice;
      type = types::asSlice(i.type)->elem;
      break;
    case Op::MakeMap:
      op = RtOp::MakeMap;
      type = i.type;
      break;
    case Op::MakeChan:
      op = RtOp::MakeChan;
      type = i.type;
      break;
    case Op::MapGet:
      op = i.results.size() > 1 ? RtOp::MapGetOk : RtOp::MapGet;
      type = i.type;
      break;
    case Op::MapSet:
      op = RtOp::MapSet;
      type = i.type;
      break;
    case Op::MapDelete:
      op = RtOp::MapDelete;
      type = i.type;
      break;
    case Op::MapClear:
      op = RtOp::MapClear;
      type = i.type;
      break;
    case Op::MapIterInit:
      op = RtOp::MapIterInit;
      type = i.type;
      break;
    case Op::MapIterNext:
      op = RtOp::MapIterNext;
      type = i.type;
      flags = (i.results.size() > 1 && i.results[1] != ir::kNoReg ? 1 : 0) |
              (i.results.size() > 2 && i.results[2] != ir::kNoReg ? 2 : 0);
      break;
    case Op::Len: op = types::asMap(i.type) != nullptr ? RtOp::MapLen : RtOp::ChanLen; break;
    case Op::Cap: op = RtOp::ChanCap; break;
    case Op::ChanSend:
      op = RtOp::ChanSend;
      type = i.type;
      break;
    case Op::ChanRecv:
      op = i.results.size() > 1 ? RtOp::ChanRecvOk : RtOp::ChanRecv;
      type = i.type;
      break;
    case Op::ChanClose: op = RtOp::ChanClose; break;
    case Op::Select:
      op = RtOp::Select;
      flags = f_.selects[static_cast<size_t>(i.imm)].hasDefault ? 1 : 0;
      break;
    case Op::IfaceToIface:
      op = RtOp::ConvI2I;
      flags = layout(i.type).rep == Rep::Iface ? 1 : 0;
      type = i.type2;
      break;
    case Op::UnsafeSlice:
      op = RtOp::UnsafeSlice;
      type = types::asPointer(i.type)->elem;
      break;
    case Op::UnsafeString: op = RtOp::UnsafeString; break;
    default: HOOD_UNREACHABLE("no runtime operation");
  }
  b_->emitRt(op, c.base, flags, type != nullptr ? m_.typeIndex(type) : bytecode::Builder::kNoType);
  callMap(i, c);
}

// Room for the new elements first, then one store each.
void FuncGen::emitAppend(const Instr& i, const SlotMap::Call* c) {
  types::Type* elem = types::asSlice(i.type)->elem;
  if (c == nullptr) {  // one 8-byte element, in place
    uint32_t d = resultSlot(i.dst);
    uint32_t work = d == kNoSlot ? scratch() : d;
    uint32_t v = slot(i.args[1]);
    if (work != slot(i.args[0]) && v >= work && v < work + 3) {
      emit(BOp::Mov, scratch(3), v);
      v = scratch(3);
    }
    if (folded(i.args[0])) {
      load(*constOf(i.args[0]), i.type, work);
    } else {
      moveSlots(work, slot(i.args[0]), 3);
    }
    b_->emitT(BOp::AppendOne, work, v, 0, m_.typeIndex(elem));
    return;
  }
  fillWindow(i, *c);
  b_->emitRt(RtOp::GrowSlice, c->base, 0, m_.typeIndex(elem));
  callMap(i, *c);
  const Layout& l = layout(elem);
  int64_t n = static_cast<int64_t>(i.args.size()) - 1;
  for (int64_t k = 0; k < n && l.slots != 0; k++) {
    emit(BOp::AddI, scratch(1), c->base + 1, k - n);
    b_->emitK(BOp::AddrX, scratch(0), c->base, scratch(1), static_cast<uint64_t>(l.size));
    storeTo(scratch(0), 0, i.args[static_cast<size_t>(k) + 1], elem);
  }
  drainWindow(i, *c);
}

void FuncGen::emitPrint(const Instr& i, const SlotMap::Call& c) {
  auto text = [&](std::string_view s) {
    b_->ldStr(c.base, m_.stringOffset(s), static_cast<uint32_t>(s.size()));
    b_->emitRt(RtOp::PrintString, c.base);
    callMap(i, c);
  };
  for (size_t k = 0; k < i.args.size(); k++) {
    if (k > 0 && i.imm != 0) text(" ");
    printValue(c.base, i.args[k], f_.regs[i.args[k].reg].type, i, c);
  }
  if (i.imm != 0) text("\n");
}

void FuncGen::printValue(uint32_t base, ir::Use u, types::Type* t, const Instr& i, const SlotMap::Call& c) {
  Rep r = layout(t).rep;
  moveUse(base, u, t);
  RtOp op;
  switch (r) {
    case Rep::U8: op = types::isBoolean(t) ? RtOp::PrintBool : RtOp::PrintUint; break;
    case Rep::I8:
    case Rep::I16:
    case Rep::I32:
    case Rep::I64: op = RtOp::PrintInt; break;
    case Rep::U16:
    case Rep::U32:
    case Rep::U64: op = RtOp::PrintUint; break;
    case Rep::F32:
      emit(BOp::F32ToF, base, base);
      op = RtOp::PrintFloat;
      break;
    case Rep::F64: op = RtOp::PrintFloat; break;
    case Rep::C64:
      emit(BOp::C64To128, scratch(), base);
      emit(BOp::Mov2, base, scratch());
      op = RtOp::PrintComplex;
      break;
    case Rep::C128: op = RtOp::PrintComplex; break;
    case Rep::Str: op = RtOp::PrintString; break;
    case Rep::Ptr: op = RtOp::PrintPointer; break;
    case Rep::Eface:
    case Rep::Iface: op = RtOp::PrintIface; break;
    case Rep::Slice: op = RtOp::PrintSlice; break;
    default: HOOD_UNREACHABLE("print of an aggregate");
  }
  b_->emitRt(op, base);
  callMap(i, c);
}

}  // namespace hood::codegen
