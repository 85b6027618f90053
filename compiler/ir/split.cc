// Struct variables whose fields are only used one by one: each field gets a register of its own.
// A register qualifies when it is only zeroed, inserted into, extracted from (whole fields each time) and copied to or from
// registers that qualify as well.
#include <unordered_map>

#include "compiler/ir/passes.h"
#include "compiler/ir/visit.h"

namespace hood::ir {

namespace {

constexpr size_t kMaxLeaves = 16;

struct Leaf {
  int64_t off;
  Type* type;
};

// The scalar parts of a value; false: too many.
bool leavesOf(Type* t, int64_t off, std::vector<Leaf>* out) {
  if (types::Struct* s = types::asStruct(t)) {
    std::vector<int64_t> offs = types::offsetsOf(s);
    for (size_t k = 0; k < offs.size(); k++)
      if (!leavesOf(s->fields[k]->type, off + offs[k], out)) return false;
    return true;
  }
  if (types::Array* a = types::asArray(t)) {
    if (a->len > static_cast<int64_t>(kMaxLeaves)) return false;
    for (int64_t k = 0; k < a->len; k++)
      if (!leavesOf(a->elem, off + k * types::sizeOf(a->elem), out)) return false;
    return true;
  }
  out->push_back({off, t});
  return out->size() <= kMaxLeaves;
}

class Splitter {
 public:
  explicit Splitter(Func& f) : f_(f) {}

  void run() {
    findCandidates();
    if (leaves_.empty()) return;
    bool again = true;
    while (again && !leaves_.empty()) {
      again = false;
      for (auto& b : f_.blocks)
        for (Instr& i : b->instrs) again |= reject(i);
    }
    if (!leaves_.empty()) rewrite();
  }

 private:
  void findCandidates() {
    std::vector<bool> entry(f_.regs.size());
    for (RegId r : f_.params)
      if (r != kNoReg) entry[r] = true;
    for (RegId r = 0; r < f_.regs.size(); r++) {
      Type* t = f_.regs[r].type;
      if (entry[r] || !(types::asStruct(t) || types::asArray(t)) || types::sizeOf(t) > 256) continue;
      std::vector<Leaf> l;
      if (leavesOf(t, 0, &l) && !l.empty()) leaves_[r] = std::move(l);
    }
  }

  bool drop(RegId r) { return r != kNoReg && leaves_.erase(r) != 0; }

  // Index of the leaf at off of this size, or -1.
  int leafAt(RegId r, int64_t off, Type* t) {
    const std::vector<Leaf>& l = leaves_[r];
    for (size_t k = 0; k < l.size(); k++)
      if (l[k].off == off && types::sizeOf(l[k].type) == types::sizeOf(t) && !types::asStruct(t) && !types::asArray(t))
        return static_cast<int>(k);
    return -1;
  }

  // Drops the registers that i uses in another way; true if there were any.
  bool reject(Instr& i) {
    bool changed = false;
    bool dstOk = false, aOk = false;
    bool dstIn = i.dst != kNoReg && leaves_.count(i.dst), aIn = i.a.valid() && leaves_.count(i.a.reg);
    switch (i.op) {
      case Op::Zero: dstOk = true; break;
      case Op::Insert: dstOk = dstIn && leafAt(i.dst, i.off, i.type) >= 0; break;
      case Op::Extract: aOk = aIn && i.a.slot == 0 && leafAt(i.a.reg, i.off, i.type) >= 0; break;
      case Op::Copy:
        if (dstIn && aIn && i.a.slot == 0 && types::identical(f_.regs[i.dst].type, f_.regs[i.a.reg].type))
          dstOk = aOk = true;
        break;
      default: break;
    }
    if (!dstOk) changed |= drop(i.dst);
    for (RegId r : i.results) changed |= drop(r);
    forEachUse(f_, i, [&](Use& u) {
      if (!(aOk && u.reg == i.a.reg)) changed |= drop(u.reg);
    });
    if (i.op == Op::Select) forEachDef(f_, i, [&](RegId& r) { changed |= drop(r); });
    return changed;
  }

  const std::vector<RegId>& partsOf(RegId r) {
    auto [it, fresh] = parts_.try_emplace(r);
    if (fresh)
      for (const Leaf& l : leaves_[r]) it->second.push_back(f_.newReg(l.type, f_.regs[r].name, true));
    return it->second;
  }

  void rewrite() {
    for (auto& b : f_.blocks) {
      std::vector<Instr> out;
      out.reserve(b->instrs.size());
      for (Instr& i : b->instrs) {
        bool dstIn = i.dst != kNoReg && leaves_.count(i.dst), aIn = i.a.valid() && leaves_.count(i.a.reg);
        if (i.op == Op::Insert && dstIn) {
          i.dst = partsOf(i.dst)[static_cast<size_t>(leafAt(i.dst, i.off, i.type))];
          i.op = Op::Copy;
          i.off = 0;
        } else if (i.op == Op::Extract && aIn) {
          i.a = {partsOf(i.a.reg)[static_cast<size_t>(leafAt(i.a.reg, i.off, i.type))]};
          i.op = Op::Copy;
          i.off = 0;
        } else if (dstIn) {  // Zero, Copy
          const std::vector<RegId>& to = partsOf(i.dst);
          for (size_t k = 0; k < to.size(); k++) {
            Instr c = i;
            c.type = f_.regs[to[k]].type;
            c.dst = to[k];
            if (i.op == Op::Copy) c.a = {partsOf(i.a.reg)[k]};
            out.push_back(std::move(c));
          }
          continue;
        }
        out.push_back(std::move(i));
      }
      b->instrs = std::move(out);
    }
  }

  Func& f_;
  std::unordered_map<RegId, std::vector<Leaf>> leaves_;
  std::unordered_map<RegId, std::vector<RegId>> parts_;
};

}  // namespace

void splitStructs(Func& f, PassContext&) { Splitter(f).run(); }

}  // namespace hood::ir
