// append in place: `y = append(t, …)` where t is a temporary that nothing else reads becomes `t = append(t, …)`, which the
// bytecode does without moving the slice.
#include "compiler/ir/passes.h"
#include "compiler/ir/visit.h"

namespace hood::ir {

void appendInPlace(Func& f, PassContext&) {
  Defs defs = computeDefs(f);
  std::vector<uint32_t> uses = countUses(f);
  std::vector<RegId> renamed(f.regs.size(), kNoReg);
  bool any = false;
  for (auto& b : f.blocks)
    for (Instr& i : b->instrs) {
      if (i.op != Op::AppendElems || i.args[0].slot != 0) continue;
      RegId t = i.args[0].reg, y = i.dst;
      // Constants stay what they are: codegen knows them by their only definition.
      Instr* d = defs.only(t);
      if (!d || d->op == Op::Zero || uses[t] != 1 || !defs.single(y) || y == t) continue;
      if (types::sizeOf(f.regs[t].type) != types::sizeOf(f.regs[y].type)) continue;
      renamed[y] = t;
      f.regs[t].isVar = true;
      any = true;
    }
  if (!any) return;
  auto final = [&](RegId r) {
    while (renamed[r] != kNoReg) r = renamed[r];
    return r;
  };
  for (auto& b : f.blocks)
    for (Instr& i : b->instrs) {
      forEachUse(f, i, [&](Use& u) { u.reg = final(u.reg); });
      forEachDef(f, i, [&](RegId& r) { r = final(r); });
    }
}

}  // namespace hood::ir
