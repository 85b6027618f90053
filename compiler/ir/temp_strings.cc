// Conversions between strings and bytes that nobody can tell from a look at the same memory are no copies: m[string(b)],
// string(b) == s and "<" + string(b) + ">", where nothing is written between the conversion and its last use, and []byte(s) that is
// only read.
#include <unordered_map>

#include "compiler/ir/passes.h"
#include "compiler/ir/visit.h"

namespace hood::ir {

namespace {

class TempStrings {
 public:
  explicit TempStrings(Func& f) : f_(f), defs_(computeDefs(f)), uses_(countUses(f)) {}

  void run() {
    for (auto& b : f_.blocks)
      for (size_t k = 0; k < b->instrs.size(); k++)
        if (b->instrs[k].op == Op::BytesToStr) view(*b, k);
    readOnlyBytes();
  }

 private:
  bool usesReg(Instr& i, RegId r) {
    bool uses = false;
    forEachUse(f_, i, [&](Use& u) { uses |= u.reg == r; });
    return uses;
  }

  // A concatenation of which only one part is not empty is that part, not a copy of it.
  bool copies(const Instr& concat) {
    for (const Use& u : concat.args) {
      const Instr* d = u.slot == 0 ? defs_.only(u.reg) : nullptr;
      if (d && d->op == Op::ConstString && !d->str.empty()) return true;
    }
    return false;
  }

  // What reads a string and keeps nothing of it.
  bool onlyReads(const Instr& i, RegId r) {
    switch (i.op) {
      case Op::Eq:
      case Op::Ne:
      case Op::Lt:
      case Op::Le:
      case Op::Gt:
      case Op::Ge: return types::isString(i.type);
      case Op::StrConcat: return copies(i);
      case Op::MapGet: return i.args[1].reg == r && i.args[1].slot == 0 && types::isString(types::asMap(i.type)->key);
      case Op::Extract: return i.off == 8;
      default: return false;
    }
  }

  // Neither writes memory nor lets anybody else run.
  static bool isQuiet(const Instr& i) {
    switch (i.op) {
      case Op::StrConcat:
      case Op::MapGet:
      case Op::IndexLoad:
      case Op::Load:
      case Op::If: return true;
      default: return isPure(i) || isTerminator(i.op);
    }
  }

  void view(Block& b, size_t at) {
    Instr& made = b.instrs[at];
    RegId r = made.dst;
    if (!defs_.single(r) || made.a.slot != 0 || !types::asSlice(made.type) ||
        types::sizeOf(types::asSlice(made.type)->elem) != 1)
      return;
    uint32_t left = uses_[r];
    for (size_t k = at + 1; k < b.instrs.size() && left > 0; k++) {
      Instr& i = b.instrs[k];
      if (usesReg(i, r)) {
        if (!onlyReads(i, r)) return;
        forEachUse(f_, i, [&](Use& u) { left -= u.reg == r; });
      } else if (!isQuiet(i)) {
        return;
      }
      // A variable that holds the bytes may be assigned; the string must be made before.
      bool reassigned = false;
      forEachDef(f_, i, [&](RegId d) { reassigned |= d == made.a.reg; });
      if (reassigned && left > 0) return;
    }
    if (left > 0) return;
    made.op = Op::Extract;
    made.type = f_.regs[r].type;
    made.off = 0;
  }

  // []byte(s) of which only elements and the length are read: the string itself.
  void readOnlyBytes() {
    std::unordered_map<RegId, Instr*> made;
    for (auto& b : f_.blocks)
      for (Instr& i : b->instrs)
        if (i.op == Op::StrToBytes && defs_.single(i.dst) && i.a.slot == 0 && isBytes(f_.regs[i.dst].type)) made[i.dst] = &i;
    if (made.empty()) return;
    for (auto& b : f_.blocks)
      for (Instr& i : b->instrs) {
        bool reads = (i.op == Op::IndexLoad && i.b.reg != i.a.reg) || (i.op == Op::Extract && i.off == 8);
        forEachUse(f_, i, [&](Use& u) {
          bool container = reads && &u == &i.a && u.slot == 0;
          if (!container) made.erase(u.reg);
        });
      }
    for (auto& [r, conversion] : made) replaceBytes(r, *conversion);
  }

  static bool isBytes(Type* t) { return types::asSlice(t) && types::sizeOf(types::asSlice(t)->elem) == 1; }

  void replaceBytes(RegId r, Instr& conversion) {
    Type* string = f_.regs[conversion.a.reg].type;
    if (!types::isString(string)) return;
    RegId s = f_.newReg(string);
    conversion.op = Op::Copy;
    conversion.type = string;
    conversion.type2 = nullptr;
    conversion.dst = s;
    for (auto& b : f_.blocks)
      for (Instr& i : b->instrs) {
        if (i.a.reg != r || !i.a.valid()) continue;
        i.a.reg = s;
        if (i.op == Op::IndexLoad) i.type2 = string;
      }
  }

  Func& f_;
  Defs defs_;
  std::vector<uint32_t> uses_;
};

}  // namespace

void viewStrings(Func& f, PassContext&) { TempStrings(f).run(); }

}  // namespace hood::ir
