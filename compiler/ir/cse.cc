// Common subexpressions, within extended blocks (a block continues its only predecessor): pure operations, loads, and loads
// of what was just stored. A repeated operation that could have panicked did not the first time.
//
// Aliasing. A store spoils remembered loads unless
//   both go through pointers of one type, at offsets that do not overlap (fields of one struct type), or
//   one moves a plain number and the other a pointer, string, slice, map, … (and the function does nothing unsafe).
// Calls, and everything else that may write, spoil all loads.
#include <unordered_map>

#include "compiler/ir/passes.h"
#include "compiler/ir/visit.h"

namespace hood::ir {

namespace {

constexpr size_t kMaxEntries = 48;

constexpr RegId kConstant = kNoReg - 1;

struct Operand {
  RegId reg = kNoReg;  // kConstant: the integer `imm`, whatever register holds it
  uint16_t slot = 0;
  uint32_t version = 0;
  int64_t imm = 0;
  bool operator==(const Operand& o) const { return reg == o.reg && slot == o.slot && version == o.version && imm == o.imm; }
};

struct Entry {
  uint32_t hash;
  Op op;
  Type* type;
  Type* type2;
  int64_t imm, off;
  const Global* global;
  Operand a, b;
  Operand value;   // where the result is
  Type* baseType;  // loads: type of the address register
  bool isLoad;     // Load
  bool isElem;     // IndexLoad
};

bool isCandidate(const Instr& i) {
  switch (i.op) {
    case Op::Extract:
    case Op::Add:
    case Op::Sub:
    case Op::Mul:
    case Op::Quo:
    case Op::Rem:
    case Op::And:
    case Op::Or:
    case Op::Xor:
    case Op::AndNot:
    case Op::Shl:
    case Op::Shr:
    case Op::Neg:
    case Op::Not:
    case Op::Sqrt:
    case Op::Abs:
    case Op::Floor:
    case Op::Ceil:
    case Op::Trunc:
    case Op::Eq:
    case Op::Ne:
    case Op::Lt:
    case Op::Le:
    case Op::Gt:
    case Op::Ge:
    case Op::Convert:
    case Op::Load:
    case Op::IndexLoad:
    case Op::FieldAddr:
    case Op::IndexAddr:
    case Op::Real:
    case Op::Imag:
    case Op::TypeEq: return i.dst != kNoReg;
    default: return false;
  }
}

// Whether the instruction may write memory that loads read.
bool writesMemory(const Instr& i) {
  switch (i.op) {
    case Op::Load:
    case Op::IndexLoad:
    case Op::IndexAddr:
    case Op::NilCheck:
    case Op::Quo:
    case Op::Rem:
    case Op::Shl:
    case Op::Shr:
    case Op::FieldAddr:
    case Op::ArrayLoad:
    case Op::ArrayStore:
    case Op::SliceOp:
    case Op::MakeSlice:
    case Op::MakeMap:
    case Op::MakeChan:
    case Op::MakeClosure:
    case Op::SliceToArrayPtr:
    case Op::TypeAssert:
    case Op::KeepAlive:
    case Op::Eq:
    case Op::Ne: return false;
    default: return !isPure(i) && !isTerminator(i.op);
  }
}

bool isPlain(Type* t) { return !types::hasPointers(t) && types::asBasic(t); }

class Cse {
 public:
  explicit Cse(Func& f) : f_(f) {}

  void run() {
    version_.resize(f_.regs.size());
    constant_.resize(f_.regs.size());
    value_.resize(f_.regs.size());
    Defs defs = computeDefs(f_);
    for (RegId r = 0; r < f_.regs.size(); r++)
      if (const Instr* d = defs.only(r); d && d->op == Op::ConstInt) {
        constant_[r] = true;
        value_[r] = d->imm;
      }
    std::unordered_map<const Block*, std::vector<Entry>> out;
    for (auto& b : f_.blocks) {
      table_.clear();
      if (b->pred.size() == 1 && b.get() != f_.recoverBlock) {
        auto it = out.find(b->pred[0]);
        if (it != out.end()) table_ = it->second;
      }
      for (Instr& i : b->instrs) instr(i);
      bool extends = false;
      for (Block* s : b->succ) extends |= s->pred.size() == 1;
      if (extends && !table_.empty()) out[b.get()] = table_;
    }
  }

 private:
  Operand operand(const Use& u) {
    if (!u.valid()) return {};
    if (constant_[u.reg]) return {kConstant, 0, 0, value_[u.reg]};
    return {u.reg, u.slot, version_[u.reg]};
  }

  static uint32_t hashOf(const Entry& e) {
    uint32_t h = static_cast<uint32_t>(e.op);
    for (uint32_t x :
         {e.a.reg, e.a.version, e.b.reg, e.b.version, static_cast<uint32_t>(e.b.imm), static_cast<uint32_t>(e.off)})
      h = (h ^ x) * 0x9e3779b1u;
    return h;
  }

  Entry entryOf(const Instr& i) {
    Entry e{};
    e.op = i.op;
    e.type = i.type;
    e.type2 = i.type2;
    e.imm = i.imm;
    e.off = i.off;
    e.global = i.global;
    e.a = operand(i.a);
    e.b = operand(i.b);
    e.isLoad = i.op == Op::Load;
    e.isElem = i.op == Op::IndexLoad;
    if (i.a.valid()) e.baseType = f_.regs[i.a.reg].type;
    e.hash = hashOf(e);
    return e;
  }

  static bool sameType(Type* a, Type* b) { return a == b || (a && b && types::identical(a, b)); }

  const Entry* find(const Entry& e) {
    for (size_t k = table_.size(); k-- > 0;) {
      const Entry& o = table_[k];
      if (o.hash != e.hash || o.op != e.op || !(o.a == e.a) || !(o.b == e.b) || o.off != e.off || o.imm != e.imm ||
          o.global != e.global)
        continue;
      if (version_[o.value.reg] != o.value.version) continue;
      if (sameType(o.type, e.type) && sameType(o.type2, e.type2)) return &o;
    }
    return nullptr;
  }

  void add(Entry e, Operand value) {
    e.value = value;
    if (table_.size() >= kMaxEntries) table_.erase(table_.begin(), table_.begin() + kMaxEntries / 2);
    table_.push_back(e);
  }

  void instr(Instr& i) {
    bool candidate = isCandidate(i);
    Entry e = candidate || i.op == Op::Store ? entryOf(i) : Entry{};
    if (candidate) {
      if (const Entry* o = find(e)) {
        Operand v = o->value;
        i.op = Op::Copy;
        i.type = f_.regs[i.dst].type;
        i.type2 = nullptr;
        i.a = {v.reg, v.slot};
        i.b = Use{};
        i.off = i.imm = 0;
        i.global = nullptr;
        candidate = false;
      }
    }
    bool selfUse = false;
    for (const Use* u : {&i.a, &i.b}) selfUse |= u->valid() && u->reg == i.dst;
    if (writesMemory(i)) spoil(i);
    forEachDef(f_, i, [&](RegId& r) { version_[r]++; });
    if (candidate && !selfUse) add(e, {i.dst, 0, version_[i.dst]});
    if (i.op == Op::Store) {
      e.op = Op::Load;
      e.isLoad = true;
      e.b = {};
      e.hash = hashOf(e);
      // A whole register only: the value's type is then known from it.
      if (i.b.slot == 0 && types::sizeOf(f_.regs[i.b.reg].type) == types::sizeOf(i.type))
        add(e, {i.b.reg, 0, version_[i.b.reg]});
    }
  }

  void spoil(const Instr& w) {
    size_t n = 0;
    for (size_t k = 0; k < table_.size(); k++) {
      const Entry& e = table_[k];
      if ((e.isLoad || e.isElem) && mayAlias(w, e)) continue;
      if (n != k) table_[n] = e;
      n++;
    }
    table_.resize(n);
  }

  bool mayAlias(const Instr& w, const Entry& e) {
    if (f_.usesUnsafe) return true;
    if (w.op != Op::Store && w.op != Op::IndexStore && w.op != Op::AppendElems) return true;
    Type* written = w.op == Op::AppendElems ? types::asSlice(w.type)->elem : w.type;
    if (w.op == Op::Store && e.isLoad && sameType(f_.regs[w.a.reg].type, e.baseType)) {
      bool apart = w.off + types::sizeOf(w.type) <= e.off || e.off + types::sizeOf(e.type) <= w.off;
      // Fields of one struct; distinct elements of one array type would be apart as well, but a pointer into a larger
      // array of the same element type is not told from it.
      if (apart && types::asPointer(e.baseType) && types::asStruct(types::asPointer(e.baseType)->elem)) return false;
    }
    if (isPlain(written) && wholePointers(e.type)) return false;
    if (isPlain(e.type) && wholePointers(written)) return false;
    return true;
  }

  // Values that no number is part of, as far as safe code can address parts.
  static bool wholePointers(Type* t) {
    if (types::isInterface(t) || types::isString(t)) return true;
    switch (types::under(t)->kind) {
      case types::TypeKind::Pointer:
      case types::TypeKind::Slice:
      case types::TypeKind::Map:
      case types::TypeKind::Chan:
      case types::TypeKind::Signature: return true;
      default: return false;
    }
  }

  Func& f_;
  std::vector<uint32_t> version_;
  std::vector<bool> constant_;
  std::vector<int64_t> value_;  // of those
  std::vector<Entry> table_;
};

}  // namespace

void eliminateCommon(Func& f, PassContext&) { Cse(f).run(); }

}  // namespace hood::ir
