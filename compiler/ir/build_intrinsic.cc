// Functions that are one instruction: mathematics, atomics, and the common halves of sync.Mutex.
#include <string_view>
#include <unordered_map>

#include "base/check.h"
#include "compiler/ir/func_builder.h"

namespace hood::ir {

namespace {

enum class Shape : uint8_t {
  Float1,  // float64 -> float64
  Fma,
  Bits,    // reinterpretation: one slot to one slot
  Load,    // *a
  Store,   // *a = b
  Update,  // result = f(*a, b)
  Cas,     // bool = cas(*a, b, c)
};

struct Intrinsic {
  Op op;
  Shape shape;
};

// THE table of intrinsics. Types are those of the Go declarations.
const std::unordered_map<std::string_view, Intrinsic>& intrinsics() {
  static const std::unordered_map<std::string_view, Intrinsic> table = [] {
    std::unordered_map<std::string_view, Intrinsic> m = {
        {"math.Sqrt", {Op::Sqrt, Shape::Float1}},        {"math.Floor", {Op::Floor, Shape::Float1}},
        {"math.Ceil", {Op::Ceil, Shape::Float1}},        {"math.Trunc", {Op::Trunc, Shape::Float1}},
        {"math.Abs", {Op::Abs, Shape::Float1}},          {"math.FMA", {Op::FMA, Shape::Fma}},
        {"math.Float64bits", {Op::Copy, Shape::Bits}},   {"math.Float64frombits", {Op::Copy, Shape::Bits}},
        {"math.Float32bits", {Op::Copy, Shape::Bits}},   {"math.Float32frombits", {Op::Copy, Shape::Bits}},
        {"sync.lockFast", {Op::MutexLock, Shape::Load}}, {"sync.unlockFast", {Op::MutexUnlock, Shape::Load}},
    };
    static const char* const kinds[] = {"Int32", "Int64", "Uint32", "Uint64", "Uintptr", "Pointer"};
    static std::string names[6 * 5];
    size_t n = 0;
    for (const char* k : kinds) {
      struct {
        const char* verb;
        Intrinsic in;
      } const verbs[] = {
          {"Load", {Op::AtomicLoad, Shape::Load}},         {"Store", {Op::AtomicStore, Shape::Store}},
          {"Add", {Op::AtomicAdd, Shape::Update}},         {"Swap", {Op::AtomicSwap, Shape::Update}},
          {"CompareAndSwap", {Op::AtomicCas, Shape::Cas}},
      };
      for (const auto& v : verbs) {
        names[n] = std::string("sync/atomic.") + v.verb + k;
        m[names[n]] = v.in;
        n++;
      }
    }
    return m;
  }();
  return table;
}

}  // namespace

bool FuncBuilder::intrinsic(types::Func* fn, ast::CallExpr* e, std::vector<RegId>* out) {
  if (!fn->pkg || !fn->pkg->stdlib) return false;
  if (fn->pkg->path != "math" && fn->pkg->path != "sync/atomic" && fn->pkg->path != "sync") return false;
  auto it = intrinsics().find(fn->pkg->path + "." + std::string(fn->name));
  if (it == intrinsics().end()) return false;
  Intrinsic in = it->second;
  types::Signature* sig = fn->sig();
  CallPlan p;
  planArgs(p, e, sig, 0);
  Type* result = sig->results->vars.empty() ? nullptr : sig->results->vars[0]->type;
  pos_ = e->pos;
  RegId r = result ? temp(result) : kNoReg;
  auto arg = [&](size_t i) { return Use{p.operands[i]}; };
  Type* operand = p.operandTypes[0];
  if (in.shape >= Shape::Load) operand = types::asPointer(operand)->elem;
  if (in.shape == Shape::Bits) {
    // float32 bits and a uint32 are both the zero-extended low half of their slot: the same word under another type.
    Instr& i = emit(Op::Copy, result);
    i.dst = r;
    i.a = arg(0);
    *out = {r};
    return true;
  }
  Instr& i = emit(in.op, operand);
  i.dst = r;
  i.a = arg(0);
  if (p.operands.size() > 1) i.b = arg(1);
  if (p.operands.size() > 2) i.c = arg(2);
  if (r != kNoReg) *out = {r};
  return true;
}

}  // namespace hood::ir
