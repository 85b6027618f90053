#include "vm/engine.h"

#include <algorithm>
#include <cstring>
#include <iterator>

#include "base/check.h"
#include "runtime/gc/heap_snapshot.h"
#include "vm/interpreter.h"
#include "vm/linker.h"
#include "vm/stack_audit.h"
#include "vm/stack_map.h"
#include "vm/step_trace.h"
#include "vm/stubs.h"
#include "vm/traceback.h"

namespace hood::vm {

using bytecode::Op;

Engine::Engine() : linker_(std::make_unique<Linker>(*this, program_)) {
  readHandlers();
  addStubs(*this);
}

Engine::~Engine() = default;

void Engine::readHandlers() {
  const void* const* labels[3];
  (void)interpret(nullptr, nullptr, labels);
  auto* base = static_cast<const char*>(labels[0][static_cast<size_t>(bytecode::Op::Nop)]);
  [[maybe_unused]] uint16_t nextIndex = 0;
  auto offsetOf = [&](const void* label, Op op) {
#if HOOD_WIDE_DISPATCH
    (void)label;
    (void)base;
    uint16_t loaded = nextIndex++;  // opcodes first, then the fused pairs: the order in which dispatch counts
#else
    ptrdiff_t offset = static_cast<const char*>(label) - base;
    HOOD_CHECK(offset >= INT16_MIN && offset <= INT16_MAX);
    auto loaded = static_cast<uint16_t>(offset);
#endif
    opOfLoaded_.push_back({loaded, op});
    return loaded;
  };
  for (uint32_t i = 0; i < bytecode::kOpCount; i++) loadedOps_[i] = offsetOf(labels[0][i], static_cast<Op>(i));
  static constexpr Op kPairs[][2] = {
#define HOOD_FUSED(first, words, second) {Op::first, Op::second},
#include "vm/fused.def"
  };
  for (size_t i = 0; i < std::size(kPairs); i++) {
    fusedOps_.push_back({kPairs[i][0], kPairs[i][1], offsetOf(labels[1][i], kPairs[i][0])});
    mayFuse_[static_cast<size_t>(kPairs[i][0])] = true;
  }
  faultLabel_ = labels[2][0];
  for (auto [list, n] : {std::pair{labels[0], size_t{bytecode::kOpCount}}, std::pair{labels[1], std::size(kPairs)}}) {
    auto [first, last] = std::minmax_element(list, list + n);
    loopFirst_ = std::min(loopFirst_, reinterpret_cast<uintptr_t>(*first));
    loopLast_ = std::max(loopLast_, reinterpret_cast<uintptr_t>(*last));
  }
  std::sort(opOfLoaded_.begin(), opOfLoaded_.end(),
            [](const LoadedOp& a, const LoadedOp& b) { return a.loaded < b.loaded; });
  // Handlers that compile to the same code are not merged (-fno-crossjumping), so offsets are distinct.
  for (size_t i = 1; i < opOfLoaded_.size(); i++) HOOD_CHECK(opOfLoaded_[i - 1].loaded != opOfLoaded_[i].loaded);
}

uint16_t Engine::fusedOp(Op first, Op second) const {
  if (!mayFuse_[static_cast<size_t>(first)]) return 0;
  for (const FusedOp& f : fusedOps_) {
    if (f.first == first && f.second == second) return f.loaded;
  }
  return 0;
}

Op Engine::opAt(const Word* pc) const {
  auto loaded = static_cast<uint16_t>(codeWord(pc));
  auto it = std::lower_bound(opOfLoaded_.begin(), opOfLoaded_.end(), loaded,
                             [](const LoadedOp& a, uint16_t x) { return a.loaded < x; });
  return it != opOfLoaded_.end() && it->loaded == loaded ? it->op : Op::Nop;
}

// Handlers lie together; the last one is short.
const void* Engine::faultEntry(uintptr_t at) const {
  constexpr uintptr_t kLongest = 256;
  return stepTrace_ == nullptr && at >= loopFirst_ && at < loopLast_ + kLongest ? faultLabel_ : nullptr;
}

rt::Type* Engine::resolveType(rt::Type** cell) { return linker_->resolveType(cell); }
rt::Type* Engine::findType(std::string_view path, std::string_view identity) { return linker_->findType(path, identity); }
void Engine::bringMethods(const rt::Type* t) { linker_->bringMethods(t); }

const void* Engine::bindMethod(const void* code, const void** at) { return linker_->bindMethod(code, at); }

rt::RunEnd Engine::run(rt::G* gp) { return stepTrace_ ? interpretTraced(this, gp, nullptr) : interpret(this, gp, nullptr); }

void Engine::prepare(rt::G* gp, const rt::Closure* fn, const rt::Slot* args, uint32_t nargs) {
  HOOD_CHECK(static_cast<size_t>(gp->stackHi - gp->stackLo) > nargs + 2);
  gp->stackLo[0].p = const_cast<Word*>(program_.goexitPc);
  gp->fp = gp->stackLo + 1;
  if (nargs != 0) std::memcpy(gp->fp, args, nargs * sizeof(rt::Slot));
  gp->fp[nargs].p = const_cast<rt::Closure*>(fn);
  gp->pc =
      stopped(linker_->entryOf(__atomic_load_n(&fn->entry, __ATOMIC_ACQUIRE)), StopAt::Own);  // a stub has no pointer map
}

void Engine::scanStack(rt::G* gp, rt::PointerVisitor& v) { vm::scanStack(*this, gp, v); }

void Engine::scanGlobals(rt::PointerVisitor& v) {
  for (const GlobalRoot& root :
       program_.roots) {  // those that were there when it began: later ones have no heap pointers yet
    for (uint64_t i = 0; i < root.type->ptrBytes / 8; i++) {
      if (root.type->gcMask[i / 8] >> (i % 8) & 1) v.slot(root.at + i);
    }
  }
}

void Engine::traceback(rt::G* gp, std::string& out) { vm::traceback(*this, gp, out); }

std::string Engine::funcName(const void* pc) {
  const Function* f = program_.functionAt(linker_->entryOf(codeOf(pc)));
  if (f == nullptr) return "?";
  SourceLine line = Program::sourceLine(*f, linker_->entryOf(codeOf(pc)));
  return std::string(line.file) + ":" + std::to_string(line.line) + " " + std::string(f->name);
}

std::vector<rt::CallSite> Engine::callers(const rt::G* gp, size_t limit) { return vm::callers(*this, gp, limit); }
std::vector<rt::CallSite> Engine::sitesAt(const void* pc) { return vm::sitesAt(*this, linker_->entryOf(codeOf(pc))); }

size_t Engine::callerPcs(const rt::G* gp, const void** pcs, size_t limit) {
  FrameWalker walker(*this, gp);
  Frame frame;
  size_t n = 0;
  while (n < limit && walker.next(&frame)) pcs[n++] = frame.pc;
  return n;
}
std::string Engine::describeSlot(const rt::G* gp, const rt::Slot* s) { return vm::describeSlot(*this, gp, s); }
void Engine::auditStack(const rt::G* gp, rt::StackAudit& a) { vm::auditStack(*this, gp, a); }

std::string Engine::globalName(const void* p) {
  uint64_t offset = 0;
  std::string name = linker_->globalName(p, &offset);
  if (name.empty()) return name;
  const void* begin = static_cast<const char*>(p) - offset;
  for (const GlobalRoot& root : program_.roots) {
    if (root.at == begin) return name + rt::fieldPath(root.type, offset);
  }
  return offset == 0 ? name : name + "+" + std::to_string(offset);
}

// A caller's frame may reach further up than its callee's: the call's window begins where the caller has no live slot left.
uint64_t Engine::frameSlots(const rt::G* gp) {
  FrameWalker walker(*this, gp);
  Frame frame;
  const rt::Slot* top = gp->fp;
  while (walker.next(&frame)) {
    const rt::Slot* end = frame.fp + frame.fn->frameSlots;
    // The bridge's window is as large as its call.
    if (frame.fn->contains(program_.bridgePc)) end += frame.fp[kBridgeResults].u + frame.fp[kBridgeParams].u + 1;
    top = std::max(top, end);
  }
  return static_cast<uint64_t>(top - gp->fp);
}

void Engine::setStepTrace(std::unique_ptr<StepTrace> trace) { stepTrace_ = std::move(trace); }

}  // namespace hood::vm
