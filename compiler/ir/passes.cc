// THE pass table, the pipeline, and the order of functions.
#include "compiler/ir/passes.h"

#include <cstdio>

#include "base/check.h"
#include "compiler/ir/huge.h"
#include "compiler/ir/verify.h"
#include "compiler/ir/visit.h"

namespace hood::ir {

const std::vector<PassInfo>& passTable() {
  static const std::vector<PassInfo> table = {
      {"inline", inlineCalls, "replaces calls of small functions, methods and function literals by their bodies"},
      {"closures", inlineClosures,
       "does the same for calls of closures that became known by it: iterators, bodies of loops"},
      {"copyprop", copyProp, "uses the source of a copy instead of the copy"},
      {"fold", foldConstants, "computes constants, decides branches, drops conversions that change nothing"},
      {"sroa", replaceObjects, "keeps objects and closures that do not escape in registers"},
      {"states", trackStates, "decides comparisons of variables that are only assigned constants"},
      {"split", splitStructs, "gives each field of a struct variable a register of its own"},
      {"cse", eliminateCommon, "reuses values and loads that were computed before in the same extended block"},
      {"views", viewStrings, "compares, looks up and reads converted strings and bytes where they lie, without a copy"},
      {"subreg", subRegisters, "uses parts of registers in place, without extracting them first"},
      {"sink", sinkAllocations, "makes closures and boxed values on the way that needs them, not before the branch"},
      {"defers", plainDefers, "calls deferred functions like others where no panic can come before the return"},
      {"dce", eliminateDead, "drops what nobody reads"},
      {"append", appendInPlace, "lets append grow a temporary in its own register"},
  };
  return table;
}

namespace {

// Names of passes in the order in which they run on each function before it is inlined anywhere.
// Objects twice: a variable that only an inlined closure captured is free once the closure is gone.
const char* const kPipeline[] = {"inline", "copyprop", "closures", "fold",   "sroa",  "copyprop",
                                 "sroa",   "copyprop", "states",   "fold",   "split", "copyprop",
                                 "fold",   "cse",      "copyprop", "defers", "dce",   "sink"};
// On each function when all inlining is done: the passes above want whole registers.
// Views of bytes come last, too: the same view may show something else later, which cse must not see.
const char* const kFinal[] = {"views", "subreg", "dce", "append"};

const PassInfo* findPass(const char* name) {
  for (const PassInfo& p : passTable())
    if (std::string_view(p.name) == name) return &p;
  HOOD_UNREACHABLE("pass name");
}

class Driver {
 public:
  Driver(Program& prog, types::Context& ctx, const PassOptions& options)
      : c_{prog, ctx, &busy_, options.foreignBody}, options_(options) {
    for (const char* name : kPipeline)
      if (!options.disabled.count(name)) passes_.push_back(findPass(name));
    for (const char* name : kFinal)
      if (!options.disabled.count(name)) final_.push_back(findPass(name));
  }

  // Callees first; of a cycle, some function is optimised before a callee.
  void visit(Func* f) {
    if (!busy_.count(f) && !seen_.count(f)) lowerHuge(*f, c_.ctx);
    if (f->kind != FuncKind::Go || f->blocks.empty() || !seen_.insert(f).second) return;
    busy_.insert(f);
    for (auto& b : f->blocks)
      for (Instr& i : b->instrs)
        if (i.func && i.func != f) visit(i.func);
    check(*f, "the builder");
    run(*f, passes_);
    busy_.erase(f);
    if (options_.onInlinable && isInlinable(*f)) options_.onInlinable(*f);
  }

  void finish(Func* f) {
    if (f->kind == FuncKind::Go && !f->blocks.empty()) run(*f, final_);
  }

 private:
  void run(Func& f, const std::vector<const PassInfo*>& passes) {
    for (const PassInfo* p : passes) {
      p->run(f, c_);
      check(f, p->name);
    }
    cleanBlocks(f);
  }

  // Dev builds verify after every pass.
  static void check([[maybe_unused]] Func& f, [[maybe_unused]] const char* after) {
#ifdef HOOD_DEBUG
    std::string bad = verify(f);
    if (bad.empty()) return;
    std::fprintf(stderr, "after %s: %s\n%s", after, bad.c_str(), print(f).c_str());
    HOOD_UNREACHABLE("ill-formed IR");
#endif
  }

  PassContext c_;
  const PassOptions& options_;
  std::unordered_set<const Func*> busy_;
  std::unordered_set<const Func*> seen_;
  std::vector<const PassInfo*> passes_, final_;
};

}  // namespace

void runPasses(Program& prog, types::Context& ctx, const PassOptions& options) {
  Driver d(prog, ctx, options);
  // Bodies from other packages bring new externals with them: the list grows.
  for (size_t k = 0; k < prog.funcs.size(); k++) d.visit(prog.funcs[k].get());
  for (size_t k = 0; k < prog.funcs.size(); k++) d.finish(prog.funcs[k].get());
}

Defs computeDefs(Func& f) {
  Defs d;
  d.count.resize(f.regs.size());
  d.def.resize(f.regs.size());
  for (RegId r : f.params)
    if (r != kNoReg) d.count[r]++;
  if (f.closureReg != kNoReg) d.count[f.closureReg]++;
  for (auto& b : f.blocks)
    for (Instr& i : b->instrs) {
      auto define = [&](RegId r) {
        if (r == kNoReg) return;
        d.count[r]++;
        d.def[r] = &i;
      };
      define(i.dst);
      for (RegId r : i.results) define(r);
    }
  return d;
}

std::vector<uint32_t> countUses(Func& f) {
  std::vector<uint32_t> n(f.regs.size());
  for (auto& b : f.blocks)
    for (Instr& i : b->instrs) forEachUse(f, i, [&](Use& u) { n[u.reg]++; });
  return n;
}

}  // namespace hood::ir
