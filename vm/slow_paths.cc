#include "vm/slow_paths.h"

#include <emmintrin.h>

#include <cmath>
#include <limits>

#include "base/check.h"
#include "runtime/core/alg.h"
#include "runtime/core/vm.h"
#include "runtime/core/heap_ptr.h"
#include "runtime/lang/iface.h"
#include "runtime/lang/map.h"
#include "runtime/lang/panic.h"
#include "runtime/sched/g.h"
#include "runtime/sched/stack.h"
#include "vm/engine.h"
#include "vm/linker.h"
#include "vm/program.h"

namespace hood::vm::slow {

using bytecode::fieldA;
using bytecode::fieldB;
using bytecode::fieldC;
using bytecode::Op;

// ---- values ---------------------------------------------------------------------------------------------------

Outcome valueEqual(G* gp, const rt::Type* t, const Slot* a, const Slot* b, bool* equal) {
  if (t->flags & rt::kTypeMemEqual) {
    *equal = std::memcmp(a, b, t->size) == 0;
    return Outcome::Done;
  }
  const rt::Type* bad = rt::typeEqual(t, a, b, equal);
  return bad ? rt::panicUncomparable(gp, bad) : Outcome::Done;
}

double floorF(double x) { return std::floor(x); }
double ceilF(double x) { return std::ceil(x); }
double truncF(double x) { return std::trunc(x); }
double fmaF(double x, double y, double z) { return std::fma(x, y, z); }

// gc's amd64 sequence: values from 2^63 on are shifted down, converted and shifted up again.
uint64_t floatToUint(double x) {
  constexpr double kTop = 9223372036854775808.0;
  if (x < kTop) return static_cast<uint64_t>(_mm_cvttsd_si64(_mm_set_sd(x)));
  return static_cast<uint64_t>(_mm_cvttsd_si64(_mm_set_sd(x - kTop))) | 1ull << 63;
}

namespace {

// The quotient by Smith's method, which does not overflow where the result does not.
void smithQuotient(double a, double b, double c, double d, double* re, double* im) {
  if (std::fabs(c) >= std::fabs(d)) {
    double ratio = d / c, denominator = c + ratio * d;
    *re = (a + b * ratio) / denominator;
    *im = (b - a * ratio) / denominator;
  } else {
    double ratio = c / d, denominator = d + ratio * c;
    *re = (a * ratio + b) / denominator;
    *im = (b * ratio - a) / denominator;
  }
}

double infinityToOne(double x) { return std::copysign(std::isinf(x) ? 1.0 : 0.0, x); }

}  // namespace

// Complex division; infinities and zeros as C99's annex G wants them, which is what Go does.
void divC(Slot* out, const Slot* n, const Slot* m) {
  double a = n[0].f, b = n[1].f, c = m[0].f, d = m[1].f, re, im;
  smithQuotient(a, b, c, d, &re, &im);
  if (std::isnan(re) && std::isnan(im)) {
    constexpr double kInf = std::numeric_limits<double>::infinity();
    if (c == 0 && d == 0 && (!std::isnan(a) || !std::isnan(b))) {
      re = std::copysign(kInf, c) * a;
      im = std::copysign(kInf, c) * b;
    } else if ((std::isinf(a) || std::isinf(b)) && std::isfinite(c) && std::isfinite(d)) {
      a = infinityToOne(a);
      b = infinityToOne(b);
      re = kInf * (a * c + b * d);
      im = kInf * (b * c - a * d);
    } else if ((std::isinf(c) || std::isinf(d)) && std::isfinite(a) && std::isfinite(b)) {
      c = infinityToOne(c);
      d = infinityToOne(d);
      re = 0 * (a * c + b * d);
      im = 0 * (b * c - a * d);
    }
  }
  out[0].f = re;
  out[1].f = im;
}

// ---- slicing --------------------------------------------------------------------------------------------------

namespace {

struct Bounds {
  uint64_t lo, hi, max;  // unsigned: a negative bound is a huge one
  bool three;
};

// The bounds an instruction names; length and capacity stand for those that are absent.
Bounds readBounds(const Slot* fp, const Word* pc, uint64_t length, uint64_t capacity) {
  uint16_t flags = fieldC(pc[0]);
  auto slot = [&](int i) { return fp[pc[1] >> (16 * i) & 0xffff].u; };
  bool three = flags & bytecode::kSliceMax;
  return {flags & bytecode::kSliceLo ? slot(0) : 0, flags & bytecode::kSliceHi ? slot(1) : length,
          three ? slot(2) : capacity, three};
}

// The bit that says whether bound k of the instruction is unsigned is beside its line: only panics ask.
Outcome badBounds(G* gp, const Word* pc, rt::BoundsCode code, unsigned k, uint64_t x, uint64_t y) {
  const Function* f = static_cast<const Engine*>(gp->vm->engine)->program().functionAt(pc);
  bool isUnsigned = f != nullptr && (Program::lineAt(*f, pc).unsignedIndex >> k & 1) != 0;
  return rt::panicBounds(gp, code, static_cast<int64_t>(x), !isUnsigned, static_cast<int64_t>(y));
}

constexpr unsigned kLo = 0, kHi = 1, kMax = 2;

// 0 <= lo <= hi <= max <= capacity, or the panic of the first that fails, in Go's order.
Outcome checkBounds(G* gp, const Word* pc, const Bounds& b, uint64_t capacity, bool hasCap) {
  using enum rt::BoundsCode;
  if (b.three) {
    if (b.max > capacity) return badBounds(gp, pc, hasCap ? Slice3Acap : Slice3Alen, kMax, b.max, capacity);
    if (b.hi > b.max) return badBounds(gp, pc, Slice3B, kHi, b.hi, b.max);
    return b.lo > b.hi ? badBounds(gp, pc, Slice3C, kLo, b.lo, b.hi) : Outcome::Done;
  }
  if (b.hi > capacity) return badBounds(gp, pc, hasCap ? SliceAcap : SliceAlen, kHi, b.hi, capacity);
  return b.lo > b.hi ? badBounds(gp, pc, SliceB, kLo, b.lo, b.hi) : Outcome::Done;
}

// An empty result of the whole capacity must not point behind its object: it keeps the start.
void putSlice(Slot* out, char* base, uint64_t elemSize, const Bounds& b) {
  out[0].p = b.max > b.lo ? base + b.lo * elemSize : base;
  out[1].u = b.hi - b.lo;
  out[2].u = b.max - b.lo;
}

}  // namespace

Outcome panicIndex(G* gp, const Word* pc, int64_t i, int64_t n) {
  return badBounds(gp, pc, rt::BoundsCode::Index, kLo, static_cast<uint64_t>(i), static_cast<uint64_t>(n));
}

Outcome sliceSlice(G* gp, Slot* fp, const Word* pc) {
  const Slot* s = fp + fieldB(pc[0]);
  uint64_t capacity = s[2].u;
  Bounds b = readBounds(fp, pc, s[1].u, capacity);
  if (Outcome o = checkBounds(gp, pc, b, capacity, true); o != Outcome::Done) return o;
  putSlice(fp + fieldA(pc[0]), static_cast<char*>(s[0].p), pc[2], b);
  return Outcome::Done;
}

Outcome sliceString(G* gp, Slot* fp, const Word* pc) {
  const Slot* s = fp + fieldB(pc[0]);
  Bounds b = readBounds(fp, pc, s[1].u, s[1].u);
  if (Outcome o = checkBounds(gp, pc, b, s[1].u, false); o != Outcome::Done) return o;
  char* base = static_cast<char*>(s[0].p);
  Slot* out = fp + fieldA(pc[0]);
  out[0].p = b.hi > b.lo ? base + b.lo : base;
  out[1].u = b.hi - b.lo;
  return Outcome::Done;
}

Outcome sliceArray(G* gp, Slot* fp, const Word* pc) {
  char* base = static_cast<char*>(fp[fieldB(pc[0])].p);
  if (base == nullptr) return rt::panicMem(gp);
  uint64_t length = pc[2] & 0xffffffff;
  Bounds b = readBounds(fp, pc, length, length);
  if (Outcome o = checkBounds(gp, pc, b, length, false); o != Outcome::Done) return o;
  putSlice(fp + fieldA(pc[0]), base, pc[2] >> 32, b);
  return Outcome::Done;
}

Outcome sliceToArray(G* gp, uint64_t length, Slot* out, const Slot* s) {
  if (s[1].u < length) {
    return rt::panicBounds(gp, rt::BoundsCode::Convert, s[1].i, true, static_cast<int64_t>(length));
  }
  *out = s[0];
  return Outcome::Done;
}

// ---- interfaces, maps -----------------------------------------------------------------------------------------

Outcome assertInterface(G* gp, Slot* fp, const Word* pc) {
  auto* target = reinterpret_cast<const rt::Type*>(pc[1]);
  auto* source = reinterpret_cast<const rt::Type*>(pc[2]);
  const Slot* x = fp + fieldB(pc[0]);
  Slot* out = fp + fieldA(pc[0]);
  if (fieldC(pc[0]) & 2) {
    Slot value[2] = {x[0], x[1]};
    bool ok = rt::assertToIface2(gp, source, value, target, out);
    out[2].u = ok;
    return Outcome::Done;
  }
  Slot value[2] = {x[0], x[1]};
  return rt::assertToIface(gp, source, value, target, out);
}

bool mapNext(G* gp, const rt::Type* mapType, rt::Hiter* it, Slot* out) {
  rt::mapiternext(gp, it);
  if (it->key == nullptr) return false;
  rt::loadSlots(mapType->key, out, it->key);
  rt::loadSlots(mapType->elem, out + mapType->key->slots(), it->elem);
  return true;
}

// ---- control --------------------------------------------------------------------------------------------------

void gopanic(G* gp, const Slot* v) {
  if (v[0].p == nullptr) {
    rt::panicNil(gp);
    return;
  }
  rt::raise(gp, {static_cast<rt::Type*>(v[0].p), v[1].p});
}

const Word* loopStep(Op op, const Word* pc, Slot* fp) {
  uint64_t w = *pc;
  Slot& a = fp[fieldA(w)];
  const Slot& b = fp[fieldB(w)];
  int64_t imm = static_cast<int16_t>(fieldB(w)), offset = static_cast<int16_t>(fieldC(w));
  bool taken = false;
  switch (op) {
    case Op::LoopJmp: return pc + 1 + bytecode::fieldL(w);
    case Op::LoopT: return pc + 1 + (a.u != 0 ? bytecode::fieldL(w) : 0);
    case Op::LoopF: return pc + 1 + (a.u == 0 ? bytecode::fieldL(w) : 0);
    case Op::LoopEq: taken = a.u == b.u; break;
    case Op::LoopNe: taken = a.u != b.u; break;
    case Op::LoopLtS: taken = a.i < b.i; break;
    case Op::LoopLeS: taken = a.i <= b.i; break;
    case Op::LoopLtU: taken = a.u < b.u; break;
    case Op::LoopLeU: taken = a.u <= b.u; break;
    case Op::LoopEqI: taken = a.i == imm; break;
    case Op::LoopNeI: taken = a.i != imm; break;
    case Op::LoopLtSI: taken = a.i < imm; break;
    case Op::LoopLeSI: taken = a.i <= imm; break;
    case Op::LoopGtSI: taken = a.i > imm; break;
    case Op::LoopGeSI: taken = a.i >= imm; break;
    case Op::LoopLtF: taken = a.f < b.f; break;
    case Op::LoopLeF: taken = a.f <= b.f; break;
    case Op::LoopIncLtS: taken = static_cast<int64_t>(++a.u) < b.i; break;
    case Op::LoopIncLtSI: taken = static_cast<int64_t>(++a.u) < imm; break;
    case Op::LoopIncLeS: taken = static_cast<int64_t>(++a.u) <= b.i; break;
    case Op::LoopDecGeSI: taken = static_cast<int64_t>(--a.u) >= imm; break;
    default: HOOD_UNREACHABLE("loopStep: not a Loop instruction");
  }
  return pc + 1 + (taken ? offset : 0);
}

const Word* enterStub(Engine& engine, const Word* stub, const Slot* fp) { return engine.linker().enterStub(stub, fp); }
const Word* linked(Engine& engine, const Word* pc, const Slot* fp) {
  return engine.linker().isStub(pc) ? enterStub(engine, pc, fp) : pc;
}

const Slot* frameTop(const Program& program, const Word* pc, const Slot* fp) {
  const Function* f = program.functionAt(pc);
  HOOD_CHECK(f != nullptr);
  return fp + (f->frameSlots > rt::kStackRedZone ? f->frameSlots : rt::kStackRedZone);
}

Slot* ensureStack(G* gp, Slot* at, size_t slots) {
  size_t offset = static_cast<size_t>(at - gp->stackLo), need = offset + slots + rt::kStackGuard;
  size_t bytes = rt::stackSize(gp);
  if (need * sizeof(Slot) > bytes) {
    while (bytes < need * sizeof(Slot)) bytes *= 2;
    rt::copystack(gp, bytes);
  }
  return gp->stackLo + offset;
}

void enterBridge(const Program& program, G* gp) {
  const Word* ret = codeOf(gp->pc);
  size_t window = static_cast<size_t>(gp->pendingCall - gp->stackLo);
  size_t slots = gp->pendingCall[2].u + gp->pendingCall[3].u + 1;
  auto* top = const_cast<Slot*>(frameTop(program, ret - 1, gp->fp));
  Slot* bridge = ensureStack(gp, top, kBridgeWindow + slots + 1) + 1;
  const Slot* call = gp->stackLo + window;
  bridge[-1].p = const_cast<Word*>(ret);
  bridge[kBridgeDistance].i = bridge - gp->fp;
  bridge[kBridgeFn] = call[0];
  bridge[kBridgeMemory] = call[1];
  bridge[kBridgeResults] = call[2];
  bridge[kBridgeParams] = call[3];
  gp->pendingCall = nullptr;
  gp->pc = stopped(program.bridgePc, StopAt::Own);
  gp->fp = bridge;
}

// The memory was made by Go code for this call and is typed by it.
void bridgeResults(G* gp, Slot* bridge) {
  void* memory = bridge[kBridgeMemory].p;
  size_t bytes = bridge[kBridgeResults].u * sizeof(Slot);
  if (bytes == 0) return;  // memory may be nullptr, which memcpy must not see
  if (rt::writeBarrierEnabled(gp)) rt::bulkBarrierBitmap(gp, memory, bridge + kBridgeWindow, bytes);
  std::memcpy(memory, bridge + kBridgeWindow, bytes);
}

}  // namespace hood::vm::slow
