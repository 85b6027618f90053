#include "compiler/ir/huge.h"
#include "compiler/codegen/window.h"

#include "base/check.h"
#include "bytecode/module.h"

namespace hood::codegen {

using ir::Op;
using namespace types;

namespace {

class Shape {
 public:
  Shape(Window& w, Layouts& layouts, Context& ctx) : w_(w), layouts_(layouts), ctx_(ctx) {}

  void result(ir::RegId r, Type* t) {
    uint32_t n = layouts_.of(t).slots;
    w_.results.push_back({r, w_.slots, t, n});
    w_.slots += n;
  }
  void arg(ir::Use u, Type* t) {
    uint32_t n = layouts_.of(t).slots;
    w_.args.push_back({u, 0, w_.slots, t, n});
    w_.slots += n;
  }
  void imm(int64_t v) {
    w_.args.push_back({{}, v, w_.slots, intType(), 1});
    w_.slots++;
  }
  Type* intType() const { return ctx_.typ(BasicKind::Int); }
  Type* boolType() const { return ctx_.typ(BasicKind::Bool); }
  Type* stringType() const { return ctx_.typ(BasicKind::String); }
  Type* pointerType() const { return ctx_.typ(BasicKind::UnsafePointer); }

 private:
  Window& w_;
  Layouts& layouts_;
  Context& ctx_;
};

ir::RegId resultAt(const ir::Instr& i, size_t k) { return k < i.results.size() ? i.results[k] : ir::kNoReg; }

void signatureShape(const ir::Instr& i, const std::vector<Type*>& params, const std::vector<Type*>& results, Shape& s) {
  for (size_t k = 0; k < results.size(); k++) s.result(resultAt(i, k), results[k]);
  for (size_t k = 0; k < params.size(); k++) s.arg(i.args[k], params[k]);
}

void callShape(const ir::Instr& i, Shape& s) {
  std::vector<Type*> params, results;
  if (i.op == Op::Call) {
    params = i.func->paramTypes;
    results = i.func->resultTypes;
  } else {
    Signature* sig;
    if (i.op == Op::CallClosure) {
      sig = asSignature(i.type);
    } else {
      auto* iface = asInterface(i.type);
      completeInterface(iface);
      sig = iface->allMethods[static_cast<size_t>(i.imm)]->sig();
      params.push_back(s.pointerType());
    }
    auto inFrame = [&](Type* t) { return ir::isHuge(t) ? s.pointerType() : t; };
    for (Var* v : sig->params->vars) params.push_back(inFrame(v->type));
    for (Var* v : sig->results->vars) results.push_back(inFrame(v->type));
  }
  signatureShape(i, params, results, s);
}

void selectShape(const ir::Func& f, const ir::Instr& i, Window& w, Layouts& layouts, Shape& s) {
  const ir::SelectInfo& info = f.selects[static_cast<size_t>(i.imm)];
  s.result(resultAt(i, 0), s.intType());
  s.result(resultAt(i, 1), s.boolType());
  s.imm(static_cast<int64_t>(info.cases.size()));
  // Records first, values behind them.
  uint32_t valueOff = w.slots + 2 * static_cast<uint32_t>(info.cases.size());
  for (const ir::SelectCase& c : info.cases) {
    Chan* ch = asChan(c.chanType);
    s.arg(c.chan, c.chanType);
    s.imm((c.send ? 0 : 1) | static_cast<int64_t>(valueOff) << 1);
    valueOff += layouts.of(ch->elem).slots;
  }
  for (const ir::SelectCase& c : info.cases) {
    Type* elem = asChan(c.chanType)->elem;
    if (c.send) {
      s.arg(c.value, elem);
    } else {
      for (uint32_t k = 0; k < layouts.of(elem).slots; k++) w.zeroed.push_back(w.slots + k);
      s.result(c.recv, elem);
    }
  }
}

}  // namespace

bool isWindowOp(Op op) {
  switch (op) {
    case Op::Call:
    case Op::CallClosure:
    case Op::CallIface:
    case Op::RunDefers:
    case Op::StrConcat:
    case Op::StrToBytes:
    case Op::StrToRunes:
    case Op::BytesToStr:
    case Op::RunesToStr:
    case Op::IntToStr:
    case Op::AppendElems:
    case Op::AppendSlice:
    case Op::CopySlice:
    case Op::ClearSlice:
    case Op::MakeMap:
    case Op::MakeChan:
    case Op::MapGet:
    case Op::MapSet:
    case Op::MapDelete:
    case Op::MapClear:
    case Op::MapIterInit:
    case Op::MapIterNext:
    case Op::Len:
    case Op::Cap:
    case Op::ChanSend:
    case Op::ChanRecv:
    case Op::ChanClose:
    case Op::Select:
    case Op::Print:
    case Op::IfaceToIface:
    case Op::UnsafeSlice:
    case Op::UnsafeString: return true;
    default: return false;
  }
}

bool isFastMapGet(const ir::Instr& i, Layouts& layouts) {
  if (i.op != Op::MapGet || i.results.size() != 1 || i.results[0] == ir::kNoReg) return false;
  Map* m = asMap(i.type);
  const Layout& k = layouts.of(m->key);
  const Layout& v = layouts.of(m->elem);
  return k.slots == 1 && k.size == 8 && isInt(k.rep) && v.slots == 1 && v.size == 8;
}

bool isFastAppend(const ir::Instr& i, Layouts& layouts) {
  if (i.op != Op::AppendElems || i.args.size() != 2) return false;
  const Layout& e = layouts.of(asSlice(i.type)->elem);
  return e.slots == 1 && e.size == 8 && e.rep != Rep::Agg && e.rep != Rep::C64;
}

bool isWindowInstr(const ir::Instr& i, Layouts& layouts) {
  if (!isWindowOp(i.op) || isFastMapGet(i, layouts) || isFastAppend(i, layouts)) return false;
  if (i.op == Op::IfaceToIface) return layouts.of(i.type2).rep == Rep::Iface;
  return true;
}

Window windowOf(const ir::Func& f, const ir::Instr& i, Layouts& layouts, Context& ctx) {
  Window w;
  Shape s(w, layouts, ctx);
  switch (i.op) {
    case Op::Call:
    case Op::CallClosure:
    case Op::CallIface:
      callShape(i, s);
      if (i.op == Op::CallClosure) w.slots++;  // the closure pointer
      w.parks = i.op == Op::Call && i.func->kind == ir::FuncKind::Native;
      break;
    case Op::RunDefers: break;
    case Op::StrConcat:
      s.result(i.dst, s.stringType());
      for (ir::Use u : i.args) s.arg(u, s.stringType());
      break;
    case Op::StrToBytes:
    case Op::StrToRunes:
    case Op::BytesToStr:
    case Op::RunesToStr:
    case Op::IntToStr:
      s.result(i.dst, f.regs[i.dst].type);
      s.arg(i.a, i.type);
      break;
    case Op::AppendElems:
      s.result(i.dst, i.type);
      s.arg(i.args[0], i.type);
      s.imm(static_cast<int64_t>(i.args.size()) - 1);
      w.lateArgs = true;
      break;
    case Op::AppendSlice:
      s.result(i.dst, i.type);
      s.arg(i.a, i.type);
      s.arg(i.b, i.type2 != nullptr ? i.type2 : i.type);
      break;
    case Op::CopySlice:
      s.result(i.dst, s.intType());
      s.arg(i.a, i.type);
      s.arg(i.b, i.type2 != nullptr ? i.type2 : i.type);
      break;
    case Op::ClearSlice:
    case Op::ChanClose: s.arg(i.a, i.type); break;
    case Op::MapClear:
      s.arg(i.a, i.type);
      w.parks = true;  // in deterministic mode: lang/map_det.cc
      break;
    case Op::MakeMap:
    case Op::MakeChan:
      s.result(i.dst, i.type);
      if (i.a.valid()) {
        s.arg(i.a, s.intType());
      } else {
        s.imm(0);
      }
      break;
    case Op::MapGet:
      s.result(resultAt(i, 0), asMap(i.type)->elem);
      if (i.results.size() > 1) s.result(resultAt(i, 1), s.boolType());
      s.arg(i.args[0], i.type);
      s.arg(i.args[1], asMap(i.type)->key);
      break;
    case Op::MapSet:
      s.arg(i.args[0], i.type);
      s.arg(i.args[1], asMap(i.type)->key);
      s.arg(i.args[2], asMap(i.type)->elem);
      w.parks = true;  // in deterministic mode: lang/map_det.cc
      break;
    case Op::MapDelete:
      s.arg(i.args[0], i.type);
      s.arg(i.args[1], asMap(i.type)->key);
      w.parks = true;
      break;
    case Op::MapIterInit:
      s.result(i.dst, i.type2);
      s.arg(i.a, i.type);
      break;
    case Op::MapIterNext:
      s.result(resultAt(i, 0), s.boolType());
      s.result(resultAt(i, 1), asMap(i.type)->key);
      s.result(resultAt(i, 2), asMap(i.type)->elem);
      s.imm(0);  // the iterator's slot, filled in when slots are known
      break;
    case Op::Len:
    case Op::Cap:
      s.result(i.dst, s.intType());
      s.arg(i.a, i.type);
      break;
    case Op::ChanSend:
      s.arg(i.args[0], i.type);
      s.arg(i.args[1], asChan(i.type)->elem);
      w.parks = true;
      break;
    case Op::ChanRecv:
      s.result(resultAt(i, 0), asChan(i.type)->elem);
      if (i.results.size() > 1) s.result(resultAt(i, 1), s.boolType());
      s.arg(i.args[0], i.type);
      w.parks = true;
      break;
    case Op::Select:
      selectShape(f, i, w, layouts, s);
      w.parks = true;
      break;
    case Op::Print:
      w.slots = 3;
      w.lateArgs = true;  // one value after the other goes through the window
      break;
    case Op::IfaceToIface:
      s.result(i.dst, i.type2);
      s.arg(i.a, i.type);
      break;
    case Op::UnsafeSlice:
    case Op::UnsafeString:
      s.result(i.dst, f.regs[i.dst].type);
      s.arg(i.a, i.type);
      s.arg(i.b, s.intType());
      break;
    default: HOOD_UNREACHABLE("not a window operation");
  }
  return w;
}

bool foldableArrayIndex(const ir::Instr& i, int64_t index, Layouts& layouts) {
  Array* a = asArray(asPointer(i.type2)->elem);
  int64_t size = layouts.of(a->elem).size;
  return index >= 0 && index < a->len && index <= 65535 && index * size <= 65535;
}

bool foldableFrameIndex(const ir::Instr& i, int64_t index, Layouts& layouts) {
  Array* a = asArray(i.type2);
  return index >= 0 && index < a->len;
}

}  // namespace hood::codegen
