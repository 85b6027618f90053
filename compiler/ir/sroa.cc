// Objects that do not escape live in registers: `p = New T` becomes a register of type T when p (and addresses made from it)
// is only loaded from and stored to; closures that are only read (their calls were inlined) become their captured values.
// An array is also indexed, and may be seen through a slice of all of it: `[]int{1, 2}` and `make([]int, 4)` become a register
// of array type if the slice is only indexed and asked for its length.
#include <unordered_map>

#include "compiler/ir/func_builder.h"
#include "compiler/ir/passes.h"
#include "compiler/ir/visit.h"

namespace hood::ir {

namespace {

constexpr int64_t kMaxObjectBytes = 256;
constexpr int64_t kMaxArrayBytes = 512;

class Objects {
 public:
  Objects(Func& f, types::Context& ctx) : f_(f), ctx_(ctx), defs_(computeDefs(f)) {}

  void run() {
    findRoots();
    if (root_.empty()) return;
    findAliases();
    rejectEscapes();
    bool any = false;
    for (auto& [r, a] : root_) any |= !bad(a.object);
    if (any) rewrite();
  }

 private:
  struct Address {
    RegId object;  // the register that New, MakeClosure or MakeSlice defines
    int64_t off;
    bool slice = false;  // no address: a slice of the whole array
  };

  bool bad(RegId object) { return escapes_.count(object) && escapes_[object]; }

  static bool fitsRegister(Type* t) {
    int64_t size = types::sizeOf(t);
    if (types::asArray(t) && size > kMaxObjectBytes) return size <= kMaxArrayBytes && inRegister(t);
    return size <= kMaxObjectBytes && size != 0;
  }

  void findRoots() {
    for (auto& b : f_.blocks)
      for (Instr& i : b->instrs) {
        bool candidate = (i.op == Op::New && fitsRegister(i.type)) ||
                         (i.op == Op::MakeClosure && types::sizeOf(i.type) <= kMaxObjectBytes);
        Type* made = i.op == Op::MakeSlice ? arrayOf(i) : nullptr;
        if ((candidate || made) && defs_.single(i.dst)) {
          root_[i.dst] = {i.dst, 0, made != nullptr};
          type_[i.dst] = made ? made : i.type;
          closure_[i.dst] = i.op == Op::MakeClosure;
        }
      }
  }

  // The array behind a slice of constant length; nullptr: none, or too large.
  Type* arrayOf(const Instr& make) {
    const Instr* n = make.a.slot == 0 ? defs_.only(make.a.reg) : nullptr;
    if (!n || n->op != Op::ConstInt || make.b.valid() || n->imm <= 0 || n->imm > kMaxArrayBytes) return nullptr;
    Type* elem = types::asSlice(make.type)->elem;
    if (types::sizeOf(elem) == 0 || types::sizeOf(elem) * n->imm > kMaxArrayBytes) return nullptr;
    Type* array = ctx_.make<types::Array>(n->imm, elem);
    return fitsRegister(array) ? array : nullptr;
  }

  // A slice of everything that a pointer to an array leads to.
  bool slicesAll(const Instr& i, const Address& a) {
    if (i.op != Op::SliceOp || a.slice || a.off != 0 || !types::asPointer(i.type)) return false;
    for (const Use& bound : i.args)
      if (bound.valid()) return false;
    return types::asArray(type_[a.object]) && types::identical(types::asPointer(i.type)->elem, type_[a.object]);
  }

  // Whether an indexed access to the container `a` of this type is one to the array as a whole.
  bool indexesArray(const Address& a, Type* container) {
    types::Array* array = types::asArray(type_[a.object]);
    if (!array || a.off != 0 || !inRegister(array)) return false;
    if (a.slice) return types::asSlice(container) && types::identical(types::asSlice(container)->elem, array->elem);
    return types::asPointer(container) && types::identical(types::asPointer(container)->elem, type_[a.object]);
  }

  // Copies of the pointer and addresses of its fields, as long as they are assigned once.
  void findAliases() {
    bool again = true;
    while (again) {
      again = false;
      for (auto& b : f_.blocks)
        for (Instr& i : b->instrs) {
          bool derives = i.op == Op::Copy || i.op == Op::FieldAddr || i.op == Op::SliceOp;
          if (!derives || !i.a.valid() || i.a.slot != 0) continue;
          auto it = root_.find(i.a.reg);
          if (it == root_.end() || root_.count(i.dst) || !defs_.single(i.dst)) continue;
          Address a = it->second;
          if (i.op == Op::SliceOp && !slicesAll(i, a)) continue;
          if (i.op == Op::FieldAddr) a.off += i.off;
          a.slice |= i.op == Op::SliceOp;
          root_[i.dst] = a;
          again = true;
        }
    }
  }

  const Address* address(const Use& u) {
    if (!u.valid() || u.slot != 0) return nullptr;
    auto it = root_.find(u.reg);
    return it == root_.end() ? nullptr : &it->second;
  }

  void escape(const Use& u) {
    if (!u.valid()) return;
    auto it = root_.find(u.reg);
    if (it != root_.end()) escapes_[it->second.object] = true;
  }

  // Noted at the start: while blocks are rewritten the defining instruction is not where it was.
  // The register form of a small scalar is extended to a slot, its memory form is not: it moves as a whole only.
  bool isScalar(RegId object) { return !types::asStruct(type_[object]) && !types::asArray(type_[object]); }

  // A scalar is read and written as what it is; parts of strings and the like stay in memory.
  bool isWhole(const Address& a, int64_t off, Type* t) {
    Type* own = type_[a.object];
    if (!isScalar(a.object)) return true;
    bool sameForm = types::sizeOf(t) >= 8 || types::under(t) == types::under(own);  // unsafe code may reinterpret
    return sameForm && a.off + off == 0 && types::sizeOf(t) == types::sizeOf(own);
  }

  bool isClosure(RegId object) { return closure_[object]; }

  void rejectEscapes() {
    for (auto& b : f_.blocks)
      for (Instr& i : b->instrs) {
        switch (i.op) {
          case Op::Load: {
            const Address* a = address(i.a);
            if (a && (!inside(*a, i.off, i.type) || !isWhole(*a, i.off, i.type))) escape(i.a);
            break;
          }
          case Op::Store: {
            const Address* a = address(i.a);
            if (a && (!inside(*a, i.off, i.type) || !isWhole(*a, i.off, i.type) || isClosure(a->object))) escape(i.a);
            escape(i.b);
            break;
          }
          case Op::NilCheck: break;
          case Op::Extract: {
            const Address* a = address(i.a);  // the length or capacity of a slice
            if (a && (!a->slice || i.off < 8 || types::sizeOf(f_.regs[i.dst].type) != 8)) escape(i.a);
            break;
          }
          case Op::IndexLoad: {
            const Address* a = address(i.a);
            if (a && !indexesArray(*a, i.type2)) escape(i.a);
            break;
          }
          case Op::IndexStore: {
            const Address* a = address(i.a);
            if (a && !indexesArray(*a, i.type2)) escape(i.a);
            escape(i.c);
            break;
          }
          case Op::Copy:
          case Op::FieldAddr:
          case Op::SliceOp:
            if (!root_.count(i.dst)) escape(i.a);
            break;
          default: forEachUse(f_, i, [&](Use& u) { escape(u); }); break;
        }
      }
  }

  bool inside(const Address& a, int64_t off, Type* t) {
    off += a.off;
    return !a.slice && off >= 0 && off + types::sizeOf(t) <= types::sizeOf(type_[a.object]);
  }

  // ---- rewriting ----

  RegId valueOf(RegId object) {
    RegId& v = value_[object];
    if (v == 0) v = f_.newReg(type_[object], f_.regs[object].name, true) + 1;
    return v - 1;
  }

  // Captured values get registers of their own at the closure's birth.
  std::vector<RegId>& capturesOf(RegId object) {
    auto [it, fresh] = captures_.try_emplace(object);
    if (fresh)
      for (size_t k = 0; k < defs_.def[object]->args.size(); k++)
        it->second.push_back(f_.newReg(static_cast<types::Struct*>(type_[object])->fields[k + 1]->type));
    return it->second;
  }

  void rewrite() {
    std::vector<RegId> closures;
    for (auto& [r, a] : root_)
      if (!bad(a.object)) {
        if (isClosure(a.object))
          capturesOf(a.object);
        else
          valueOf(a.object);
      }
    for (auto& b : f_.blocks) {
      std::vector<Instr> out;
      out.reserve(b->instrs.size());
      for (Instr& i : b->instrs) instr(i, &out);
      b->instrs = std::move(out);
    }
  }

  void instr(Instr& i, std::vector<Instr>* out) {
    const Address* a = address(i.a);
    if (i.op == Op::New || i.op == Op::MakeClosure || i.op == Op::MakeSlice) {
      auto it = root_.find(i.dst);
      if (it != root_.end() && !bad(it->second.object)) {
        birth(i, it->second.object, out);
        return;
      }
    } else if (a && !bad(a->object)) {
      switch (i.op) {
        case Op::Load: load(i, *a); break;
        case Op::Store:
          i.op = isScalar(a->object) ? Op::Copy : Op::Insert;
          i.dst = valueOf(a->object);
          i.a = i.b;
          i.b = Use{};
          i.off += a->off;
          i.nonNil = false;
          break;
        case Op::IndexLoad:
          i.op = Op::ArrayLoad;
          i.a = {valueOf(a->object)};
          i.type2 = type_[a->object];
          i.nonNil = false;
          break;
        case Op::IndexStore:
          i.op = Op::ArrayStore;
          i.dst = valueOf(a->object);
          i.a = i.c;
          i.c = Use{};
          i.type2 = type_[a->object];
          i.nonNil = false;
          break;
        case Op::Extract:
          i.op = Op::ConstInt;
          i.type = f_.regs[i.dst].type;
          i.a = Use{};
          i.off = 0;
          i.imm = types::asArray(type_[a->object])->len;
          break;
        default: return;  // copies, addresses and nil checks are gone
      }
    }
    out->push_back(std::move(i));
  }

  void load(Instr& i, const Address& a) {
    if (isClosure(a.object)) {
      std::vector<int64_t> offs = types::offsetsOf(static_cast<types::Struct*>(type_[a.object]));
      for (size_t k = 1; k < offs.size(); k++)
        if (offs[k] == i.off + a.off) {
          i.op = Op::Copy;
          i.a = {capturesOf(a.object)[k - 1]};
          i.off = 0;
          i.nonNil = false;
          return;
        }
    }
    i.op = isScalar(a.object) ? Op::Copy : Op::Extract;
    i.a = {valueOf(a.object)};
    i.off += a.off;
    i.nonNil = false;
  }

  void birth(Instr& i, RegId object, std::vector<Instr>* out) {
    if (i.op != Op::MakeClosure) {
      i.op = Op::Zero;
      i.type = type_[object];
      i.a = Use{};
      i.dst = valueOf(object);
      out->push_back(std::move(i));
      return;
    }
    std::vector<RegId>& regs = capturesOf(object);
    for (size_t k = 0; k < regs.size(); k++) {
      Instr c;
      c.op = Op::Copy;
      c.type = f_.regs[regs[k]].type;
      c.dst = regs[k];
      c.a = i.args[k];
      c.pos = i.pos;
      c.inl = i.inl;
      out->push_back(std::move(c));
    }
  }

  Func& f_;
  types::Context& ctx_;
  Defs defs_;
  std::unordered_map<RegId, Address> root_;
  std::unordered_map<RegId, Type*> type_;
  std::unordered_map<RegId, bool> closure_;
  std::unordered_map<RegId, bool> escapes_;
  std::unordered_map<RegId, RegId> value_;  // + 1
  std::unordered_map<RegId, std::vector<RegId>> captures_;
};

}  // namespace

void replaceObjects(Func& f, PassContext& c) { Objects(f, c.ctx).run(); }

}  // namespace hood::ir
