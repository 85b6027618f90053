#include "vm/make_func.h"

#include <cstring>

#include "base/check.h"
#include "runtime/alloc/malloc.h"
#include "vm/engine.h"
#include "vm/slow_paths.h"

namespace hood::vm {
namespace {

// What stays in slot 0 while the handler runs, and what the handler is called with.
struct Call {
  const MakeFunc* impl;
  void* words;
};
constexpr uint8_t kCallPointers[] = {3};
constexpr rt::Type kCallType = {
    .size = sizeof(Call), .ptrBytes = 16, .kind = rt::Kind::Struct, .align = 8, .fieldAlign = 8, .gcMask = kCallPointers};

}  // namespace

uint32_t closureSlot(const Engine& engine, const Slot* fp) {
  const Program& program = engine.program();
  const Word* ret = static_cast<const Word*>(fp[-1].p);
  if (ret == program.goexitPc || ret - 1 == program.panicPc) return 0;
  if (ret - 1 == program.bridgePc) {
    const Slot* bridge = fp - bytecode::fieldA(codeWord(ret - 1));
    return static_cast<uint32_t>(bridge[kBridgeResults].u + bridge[kBridgeParams].u);
  }
  // The others that call closures, RunDefers above all, call those without parameters and results.
  return engine.opAt(ret - 1) == bytecode::Op::CallClosure ? bytecode::fieldC(codeWord(ret - 1)) : 0;
}

void enterMakeFunc(const Engine& engine, rt::G* gp) {
  Slot* fp = gp->fp;
  const MakeFunc* impl = makeFuncAt(engine, fp);
  auto* call = static_cast<Call*>(rt::newobject(gp, &kCallType));
  void* words = nullptr;
  if (impl->frame->size != 0) {
    words = rt::newobject(gp, impl->frame);
    std::memset(fp, 0, static_cast<size_t>(impl->resultSlots) * sizeof(Slot));  // the results' slots hold anything
    rt::typedmemmove(gp, impl->frame, words, fp);
  }
  const void* both[] = {impl, words};
  rt::typedmemmove(gp, &kCallType, call, both);
  fp[0].p = call;
  fp[1].p = const_cast<rt::Closure*>(impl->handler);
  fp[2].p = call;
  fp[3].u = 0;
  fp[4].u = sizeof(Call) / sizeof(Slot);
  gp->pendingCall = fp + 1;
  slow::enterBridge(engine.program(), gp);
}

void leaveMakeFunc(Slot* fp) {
  const auto* call = static_cast<const Call*>(fp[0].p);
  auto bytes = static_cast<size_t>(call->impl->resultSlots) * sizeof(Slot);
  if (bytes != 0) std::memcpy(static_cast<void*>(fp), call->words, bytes);
}

}  // namespace hood::vm
