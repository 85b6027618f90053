// The optimising passes. THE table of them is in passes.cc: each can be switched off by name (hood --no-pass=NAME).
//
// Functions are optimised callees first, so that what is inlined is already small. A pass leaves the function well-formed:
// every use is reached by a definition, temporaries are assigned once, blocks end in one terminator, preds are right.
#pragma once

#include <functional>
#include <string>
#include <unordered_set>
#include <vector>

#include "compiler/ir/ir.h"

namespace hood::ir {

struct PassContext {
  Program& prog;
  types::Context& ctx;
  const std::unordered_set<const Func*>* busy = nullptr;  // callers under way: not to be inlined into each other
  std::function<const Func*(Func&)> foreignBody;          // of an external function; nullptr: not known, or not small
};

struct PassInfo {
  const char* name;
  void (*run)(Func& f, PassContext& c);
  const char* doc;
};
const std::vector<PassInfo>& passTable();

struct PassOptions {
  std::unordered_set<std::string> disabled;
  std::function<const Func*(Func&)> foreignBody;  // see PassContext
  std::function<void(const Func&)> onInlinable;   // sees each small function as others would inline it
};

void runPasses(Program& prog, types::Context& ctx, const PassOptions& options = {});

// ---- the passes (inline.cc, copyprop.cc, fold.cc, sroa.cc, states.cc, split.cc, cse.cc, sink.cc, dce.cc, append.cc, temp_strings.cc) ----
void inlineCalls(Func& f, PassContext& c);
void inlineClosures(Func& f, PassContext& c);
void copyProp(Func& f, PassContext& c);
void subRegisters(Func& f, PassContext& c);
void foldConstants(Func& f, PassContext& c);
void replaceObjects(Func& f, PassContext& c);
void trackStates(Func& f, PassContext& c);
void splitStructs(Func& f, PassContext& c);
void eliminateCommon(Func& f, PassContext& c);
void sinkAllocations(Func& f, PassContext& c);
void plainDefers(Func& f, PassContext& c);
void eliminateDead(Func& f, PassContext& c);
void viewStrings(Func& f, PassContext& c);
void appendInPlace(Func& f, PassContext& c);

// f is small and simple enough that calls of it may become its body.
bool isInlinable(const Func& f);

// ---- shared analysis ------------------------------------------------------------------------------------------

// How often each register is assigned, and by what.
struct Defs {
  std::vector<uint32_t> count;  // parameters and the closure register count as assigned at entry
  std::vector<Instr*> def;      // the last one seen; nullptr: only at entry
  bool single(RegId r) const { return count[r] == 1; }
  // The instruction that alone defines r, or nullptr.
  Instr* only(RegId r) const { return count[r] == 1 ? def[r] : nullptr; }
};
Defs computeDefs(Func& f);
std::vector<uint32_t> countUses(Func& f);  // a dst that is read (Insert, …) is no use

}  // namespace hood::ir
