// Constant folding: integer arithmetic and comparisons of known operands, parts of constants, conversions between slots that
// look the same, branches that are decided, nil checks of what cannot be nil.
#include "compiler/ir/passes.h"
#include "compiler/ir/visit.h"

namespace hood::ir {

namespace {

struct IntShape {
  int bits = 64;
  bool isUnsigned = false;
};

// The shape of integers, booleans and pointers; bits 0: not a word of that sort.
IntShape shapeOf(Type* t) {
  if (!t) return {0, false};
  Type* u = types::under(t);
  switch (u->kind) {
    case types::TypeKind::Pointer:
    case types::TypeKind::Map:
    case types::TypeKind::Chan:
    case types::TypeKind::Signature: return {64, true};
    case types::TypeKind::Basic: break;
    default: return {0, false};
  }
  uint16_t info = static_cast<types::Basic*>(u)->info;
  if (info & types::IsBoolean) return {8, true};
  if (static_cast<types::Basic*>(u)->basic == types::BasicKind::UnsafePointer) return {64, true};
  if (!(info & types::IsInteger) || (info & types::IsUntyped)) return {0, false};
  return {static_cast<int>(types::sizeOf(u) * 8), (info & types::IsUnsigned) != 0};
}

// Cuts v to the type's size and extends it as slots are.
int64_t wrap(int64_t v, IntShape s) {
  if (s.bits == 64) return v;
  int shift = 64 - s.bits;
  auto up = static_cast<uint64_t>(v) << shift;
  return s.isUnsigned ? static_cast<int64_t>(up >> shift) : static_cast<int64_t>(up) >> shift;
}

bool compute(const Instr& i, int64_t a, int64_t b, IntShape s, int64_t* out) {
  auto ua = static_cast<uint64_t>(a), ub = static_cast<uint64_t>(b);
  switch (i.op) {
    case Op::Add: *out = static_cast<int64_t>(ua + ub); break;
    case Op::Sub: *out = static_cast<int64_t>(ua - ub); break;
    case Op::Mul: *out = static_cast<int64_t>(ua * ub); break;
    case Op::And: *out = a & b; break;
    case Op::Or: *out = a | b; break;
    case Op::Xor: *out = a ^ b; break;
    case Op::AndNot: *out = a & ~b; break;
    case Op::Quo:
    case Op::Rem:
      if (b == 0 || b == -1) return false;
      if (s.isUnsigned)
        *out = static_cast<int64_t>(i.op == Op::Quo ? ua / ub : ua % ub);
      else
        *out = i.op == Op::Quo ? a / b : a % b;
      break;
    case Op::Shl:
    case Op::Shr:
      if (b < 0) return false;  // negative, or so large that the sign is ambiguous: left to the program
      if (i.op == Op::Shl)
        *out = b >= 64 ? 0 : static_cast<int64_t>(ua << b);
      else if (s.isUnsigned)
        *out = b >= 64 ? 0 : static_cast<int64_t>(ua >> b);
      else
        *out = a >> (b >= 64 ? 63 : b);
      break;
    case Op::Eq: *out = a == b; return true;
    case Op::Ne: *out = a != b; return true;
    case Op::Lt: *out = s.isUnsigned ? ua < ub : a < b; return true;
    case Op::Le: *out = s.isUnsigned ? ua <= ub : a <= b; return true;
    case Op::Gt: *out = s.isUnsigned ? ua > ub : a > b; return true;
    case Op::Ge: *out = s.isUnsigned ? ua >= ub : a >= b; return true;
    default: return false;
  }
  *out = wrap(*out, s);
  return true;
}

// Whether converting from one integer type to the other leaves the slot as it is.
bool sameSlot(IntShape from, IntShape to) {
  if (from.bits == 0 || to.bits == 0) return false;
  if (from.bits == to.bits) return from.isUnsigned == to.isUnsigned || from.bits == 64;
  if (from.bits > to.bits) return false;
  return from.isUnsigned || !to.isUnsigned || to.bits == 64;
}

class Folder {
 public:
  explicit Folder(Func& f) : f_(f), defs_(computeDefs(f)) {}

  void run() {
    bool branches = false;
    for (auto& b : f_.blocks) {
      for (Instr& i : b->instrs) instr(i);
      branches |= branch(*b);
    }
    for (auto& b : f_.blocks) {
      size_t n = 0;
      for (size_t k = 0; k < b->instrs.size(); k++) {
        Instr& i = b->instrs[k];
        if (i.op == Op::Copy && i.a.reg == i.dst && i.a.slot == 0) continue;
        if (i.op == Op::NilCheck && notNil(i.a)) continue;
        if (n != k) b->instrs[n] = std::move(i);
        n++;
      }
      b->instrs.resize(n);
    }
    if (branches) cleanBlocks(f_);
  }

 private:
  bool constInt(const Use& u, int64_t* v) {
    if (!u.valid() || u.slot != 0) return false;
    Instr* d = defs_.only(u.reg);
    if (!d) return false;
    if (d->op == Op::ConstInt) {
      *v = d->imm;
      return true;
    }
    *v = 0;
    return d->op == Op::Zero && shapeOf(d->type).bits != 0;
  }

  // The address of something that exists.
  bool notNil(const Use& u) {
    if (!u.valid() || u.slot != 0) return false;
    Instr* d = defs_.only(u.reg);
    if (!d) return false;
    switch (d->op) {
      case Op::New:
      case Op::GlobalAddr:
      case Op::MakeClosure:
      case Op::FuncAddr:
      case Op::FieldAddr:
      case Op::IndexAddr:
      case Op::TypeAddr:
      case Op::MakeMap:
      case Op::MakeChan: return true;
      default: return false;
    }
  }

  void makeInt(Instr& i, int64_t v) {
    i.op = Op::ConstInt;
    i.type = f_.regs[i.dst].type;
    i.imm = v;
    i.a = i.b = Use{};
  }

  void makeCopy(Instr& i) {
    i.op = Op::Copy;
    i.type = f_.regs[i.dst].type;
    i.type2 = nullptr;
    i.b = Use{};
    i.off = 0;
  }

  void instr(Instr& i) {
    int64_t a = 0, b = 0;
    if (i.op >= Op::Add && i.op <= Op::Shr) {
      IntShape s = shapeOf(i.type);
      if (s.bits == 0) return;
      bool hasA = constInt(i.a, &a), hasB = constInt(i.b, &b);
      int64_t v = 0;
      if (hasA && hasB && compute(i, a, b, s, &v))
        makeInt(i, v);
      else if (hasB && b == 0 &&
               (i.op == Op::Add || i.op == Op::Sub || i.op == Op::Or || i.op == Op::Xor || i.op == Op::Shl ||
                i.op == Op::Shr))
        makeCopy(i);
      else if (hasB && b == 1 && (i.op == Op::Mul || i.op == Op::Quo))
        makeCopy(i);
      return;
    }
    if (i.op >= Op::Eq && i.op <= Op::Ge) {
      IntShape s = shapeOf(i.type);
      if (s.bits == 0) return;
      bool hasA = constInt(i.a, &a), hasB = constInt(i.b, &b);
      int64_t v = 0;
      bool same = i.a.reg == i.b.reg && i.a.slot == i.b.slot;  // x != x, as generic code tells a NaN
      if ((same || (hasA && hasB)) && compute(i, a, same ? a : b, s, &v))
        makeInt(i, v);
      else if ((i.op == Op::Eq || i.op == Op::Ne) && ((hasB && b == 0 && notNil(i.a)) || (hasA && a == 0 && notNil(i.b))))
        makeInt(i, i.op == Op::Ne);
      return;
    }
    switch (i.op) {
      case Op::Convert: convert(i); break;
      case Op::Extract: extract(i); break;
      case Op::ArrayLoad:
      case Op::ArrayStore:
        if (masked(i.b, types::asArray(i.type2))) i.noBounds = true;
        element(i);
        break;
      case Op::IndexAddr:
      case Op::IndexLoad:
      case Op::IndexStore:
        if (types::Pointer* p = types::asPointer(i.type2); p && masked(i.b, types::asArray(p->elem))) i.noBounds = true;
        break;
      case Op::Not:
        if (types::isBoolean(i.type) && constInt(i.a, &a)) makeInt(i, !a);
        break;
      case Op::Load:
      case Op::Store:
      case Op::FieldAddr:
        if (notNil(i.a)) i.nonNil = true;
        break;
      default: break;
    }
  }

  // An index x & c that is always inside of the array.
  bool masked(const Use& index, types::Array* a) {
    Instr* d = a && index.valid() && index.slot == 0 ? defs_.only(index.reg) : nullptr;
    int64_t c = 0;
    return d && d->op == Op::And && (constInt(d->b, &c) || constInt(d->a, &c)) && c >= 0 && c < a->len;
  }

  void convert(Instr& i) {
    IntShape from = shapeOf(i.type), to = shapeOf(i.type2);
    // Pointers and words are kept apart: the collector goes by the register's type.
    bool bothInt = types::isInteger(i.type) && types::isInteger(i.type2);
    int64_t a = 0;
    if (bothInt && constInt(i.a, &a))
      makeInt(i, wrap(a, to));
    else if (bothInt && sameSlot(from, to))
      makeCopy(i);
  }

  void extract(Instr& i) {
    if (i.a.slot != 0) return;
    Instr* d = defs_.only(i.a.reg);
    if (!d) return;
    if (d->op == Op::ConstString && i.off == 8) {
      makeInt(i, static_cast<int64_t>(d->str.size()));
    } else if (d->op == Op::Zero) {
      i.op = Op::Zero;
      i.type = f_.regs[i.dst].type;
      i.a = Use{};
      i.off = 0;
    }
  }

  // A constant index into an array in the frame is a field.
  void element(Instr& i) {
    int64_t k = 0;
    types::Array* a = types::asArray(i.type2);
    if (!constInt(i.b, &k) || k < 0 || k >= a->len) return;
    i.op = i.op == Op::ArrayLoad ? Op::Extract : Op::Insert;
    i.off = k * types::sizeOf(a->elem);
    i.type = a->elem;
    i.type2 = nullptr;
    i.b = Use{};
  }

  bool branch(Block& b) {
    Instr& last = b.instrs.back();
    if (last.op != Op::If) return false;
    // if !x: exchange the successors.
    for (int hops = 0; hops < 8; hops++) {
      Instr* d = last.a.slot == 0 ? defs_.only(last.a.reg) : nullptr;
      if (!d || d->op != Op::Not || !types::isBoolean(d->type) || !defs_.single(d->a.reg)) break;
      last.a = d->a;
      std::swap(b.succ[0], b.succ[1]);
    }
    int64_t v = 0;
    if (!constInt(last.a, &v)) return false;
    Block* to = b.succ[v ? 0 : 1];
    last.op = Op::Jump;
    last.a = Use{};
    last.type = nullptr;
    b.succ = {to};
    return true;
  }

  Func& f_;
  Defs defs_;
};

}  // namespace

void foldConstants(Func& f, PassContext&) { Folder(f).run(); }

}  // namespace hood::ir
