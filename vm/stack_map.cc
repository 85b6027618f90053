#include "vm/stack_map.h"

#include "base/check.h"
#include "vm/engine.h"
#include "vm/make_func.h"
#include "vm/program.h"

namespace hood::vm {
namespace {

// At the entry of a made function the parameters live, as its signature says, and the closure.
void scanMakeFunc(const Engine& engine, Slot* fp, rt::PointerVisitor& v) {
  uint32_t closure = closureSlot(engine, fp);
  const auto* impl = static_cast<const MakeFunc*>(fp[closure].p);
  const rt::Type* t = impl->frame;
  for (uint64_t i = static_cast<uint64_t>(impl->resultSlots); i < t->ptrBytes / 8; i++) {
    if (t->gcMask[i / 8] >> (i % 8) & 1) v.slot(fp + i);
  }
  v.slot(fp + closure);
}

}  // namespace

FrameWalker::FrameWalker(const Engine& engine, const rt::G* gp) : engine_(engine), fp_(gp->fp) {
  const Word* pc = codeOf(gp->pc);
  switch (stopOf(gp->pc)) {
    case StopAt::After: pc_ = mapPc_ = pc - 1; break;
    case StopAt::Own: pc_ = mapPc_ = pc; break;
    case StopAt::Retry:
      pc_ = pc;
      mapPc_ = pc + engine.instrWordsAt(pc) - 1;
      break;
  }
  if (gp->pc == nullptr) pc_ = nullptr;
}

bool FrameWalker::next(Frame* out) {
  if (pc_ == nullptr) return false;
  const Program& program = engine_.program();
  const Function* f = program.functionAt(pc_);
  HOOD_CHECK(f != nullptr);
  *out = {f, fp_, pc_, mapPc_};

  const Word* ret = static_cast<const Word*>(fp_[-1].p);
  if (f->contains(program.panicPc)) {
    fp_ -= fp_[0].u;
    pc_ = ret - 1;
    mapPc_ = nullptr;
  } else if (f->contains(program.bridgePc)) {
    fp_ -= fp_[kBridgeDistance].u;
    pc_ = mapPc_ = ret - 1;
  } else if (ret == program.goexitPc) {
    pc_ = nullptr;
  } else {
    fp_ -= bytecode::fieldA(codeWord(ret - 1));
    pc_ = mapPc_ = ret - 1;
  }
  return true;
}

void scanStack(const Engine& engine, rt::G* gp, rt::PointerVisitor& v) {
  FrameWalker walker(engine, gp);
  Frame frame;
  while (walker.next(&frame)) {
    const Function& f = *frame.fn;
    const Word* at = frame.mapPc;
    if (at == nullptr) {
      if (f.recoverPc == ~0u) continue;
      at = f.entry + f.recoverPc;
    }
    if (at == engine.program().makeFuncPc) {
      scanMakeFunc(engine, frame.fp, v);
      continue;
    }
    const bytecode::PointerMap* map = Program::mapAt(f, at);
    HOOD_CHECK(map != nullptr);
    const uint8_t* mask = f.maskBytes + map->mask;
    for (uint32_t i = 0; i < map->bytes; i++) {
      for (uint32_t bits = mask[i]; bits != 0; bits &= bits - 1) v.slot(frame.fp + i * 8 + __builtin_ctz(bits));
    }
  }
}

}  // namespace hood::vm
