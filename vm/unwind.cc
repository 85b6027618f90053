#include "vm/unwind.h"

#include "base/check.h"
#include "runtime/core/vm.h"
#include "runtime/lang/well_known.h"
#include "vm/engine.h"
#include "vm/program.h"
#include "vm/slow_paths.h"
#include "vm/stack_map.h"

namespace hood::vm::unwind {

using rt::Defer;
using rt::Panic;

namespace {

// Pushes the frame of runtime.gopanic above the frame that gp->pc and gp->fp name.
void pushFrame(const Program& program, G* gp) {
  const Word* ret = codeOf(gp->pc);
  const Function* f = program.functionAt(ret - 1);
  HOOD_CHECK(f != nullptr);
  Slot* top = slow::ensureStack(gp, gp->fp + f->frameSlots, kPanicFrameSlots + 1);
  Slot* frame = top + 1;
  frame[-1].p = const_cast<Word*>(ret);
  frame[0].i = frame - gp->fp;
  gp->pc = stopped(program.panicPc, StopAt::Own);
  gp->fp = frame;
  gp->panicHead->scanFrame = static_cast<uint64_t>(frame - gp->stackLo);
  gp->panicHead->scanPc = program.panicPc;
}

// Calls fn from the frame of runtime.gopanic.
Step callFrom(const Program& program, G* gp, Slot* frame, const rt::Closure* fn) {
  Slot* window = frame + kPanicWindow;
  window[-1].p = const_cast<Word*>(program.panicPc + 1);
  window[0].p = const_cast<rt::Closure*>(fn);
  gp->pc = stopped(static_cast<const Word*>(fn->entry), StopAt::Own);
  gp->fp = window;
  return Step::Run;
}

// Back to the loop of the panic or Goexit whose frame this is.
Step resumeLoop(const Program& program, G* gp, Slot* frame) {
  gp->pc = stopped(program.panicPc, StopAt::Own);
  gp->fp = frame;
  return Step::Run;
}

// The next frame, younger than the newest record's, of a function that open-codes its defers: entered at its recover pc.
bool enterOpenDefers(G* gp, Panic* p) {
  const auto& engine = *static_cast<const Engine*>(gp->vm->engine);
  FrameWalker walker(engine, gp->stackLo + p->scanFrame, static_cast<const Word*>(p->scanPc));
  while (walker.pc() != nullptr) {
    auto at = static_cast<uint64_t>(walker.fp() - gp->stackLo);
    if (gp->deferHead != nullptr && at <= gp->deferHead->frame) return false;
    Frame frame;
    walker.next(&frame);
    p->scanFrame = static_cast<uint64_t>(walker.fp() - gp->stackLo);
    p->scanPc = walker.pc();
    const Function& f = *frame.fn;
    if (!f.openDefers) continue;
    p->openFrame = at;
    gp->pc = stopped(f.entry + f.recoverPc, StopAt::Own);
    gp->fp = frame.fp;
    return true;
  }
  return false;
}

// Nobody recovered: errors and Stringers are turned to text by Go code, which then ends the process.
Step unrecovered(const Program& program, G* gp, Slot* frame) {
  const rt::WellKnown* known = gp->vm->wellKnown;
  if (known == nullptr || known->preprintpanics == nullptr) rt::fatalpanic(gp);
  return callFrom(program, gp, frame, known->preprintpanics);
}

}  // namespace

Step panic(const Program& program, G* gp) {
  rt::Eface value = gp->panicking;
  gp->panicking = {};
  Panic* p = rt::pushPanic(gp, value, false);
  p->pc = codeOf(gp->pc);
  pushFrame(program, gp);
  return Step::Run;
}

Step goexit(const Program& program, G* gp) {
  gp->goexiting = true;
  Panic* p = rt::pushPanic(gp, {}, true);
  p->pc = codeOf(gp->pc);
  pushFrame(program, gp);
  return Step::Run;
}

Step nextDefer(const Program& program, G* gp, Slot* frame) {
  Panic* p = gp->panicHead;
  HOOD_CHECK(p != nullptr);
  // A call that an earlier panic or Goexit started, and that got us here: it will not be resumed, and neither will the
  // panic that started it. An earlier Goexit will (deferReturned).
  p->deferFrame = static_cast<uint64_t>(frame + kPanicWindow - gp->stackLo);
  if (enterOpenDefers(gp, p)) return Step::Open;
  while (gp->deferHead != nullptr && gp->deferHead->started) {
    Defer* d = gp->deferHead;
    if (d->panic != nullptr) d->panic->aborted = true;
    d->panic = nullptr;
    rt::popDefer(gp, d);
    if (enterOpenDefers(gp, p)) return Step::Open;
  }
  while (gp->deferHead != nullptr && gp->deferHead->range) rt::deferconvert(gp);
  Defer* d = gp->deferHead;
  if (d == nullptr) {
    if (!p->goexit) return unrecovered(program, gp, frame);
    while (gp->panicHead != nullptr) rt::popPanic(gp, gp->panicHead);
    return Step::Exit;
  }
  d->started = true;
  d->panic = p;
  if (d->fn != nullptr) return callFrom(program, gp, frame, d->fn);
  rt::panicMem(gp);  // defer of a nil func: the panic belongs to the call
  gp->fp = frame;
  gp->pc = stopped(program.panicPc + 1, StopAt::After);
  return panic(program, gp);
}

Step defersReady(const Program& program, G* gp) {
  Panic* p = gp->panicHead;
  p->openFrame = 0;
  return resumeLoop(program, gp, gp->stackLo + p->deferFrame - kPanicWindow);
}

Step deferReturned(const Program& program, G* gp, Slot* frame) {
  Panic* p = gp->panicHead;
  Defer* d = gp->deferHead;
  if (d == nullptr) rt::fatalpanic(gp);  // it was preprintpanics
  HOOD_CHECK(d->panic == p);
  uint64_t deferrer = d->frame;
  const Function* f = program.functionAt(static_cast<const Word*>(d->pc));
  d->panic = nullptr;
  rt::popDefer(gp, d);
  if (!p->recovered) return resumeLoop(program, gp, frame);

  rt::popPanic(gp, p);
  while (gp->panicHead != nullptr && gp->panicHead->aborted) {
    Panic* below = gp->panicHead;
    if (below->goexit) {
      // A recover must not cancel the Goexit during which the panic happened: its loop goes on.
      below->aborted = false;
      return resumeLoop(program, gp, gp->stackLo + below->deferFrame - kPanicWindow);
    }
    rt::popPanic(gp, below);
  }
  HOOD_CHECK(f != nullptr && f->recoverPc != ~0u);
  gp->pc = stopped(f->entry + f->recoverPc, StopAt::Own);
  gp->fp = gp->stackLo + deferrer;
  return Step::Run;
}

void recover(const Program& program, G* gp, const Word* pc, Slot* fp, Slot* out) {
  out[0].p = out[1].p = nullptr;
  Panic* p = gp->panicHead;
  if (p == nullptr || p->goexit || p->recovered) return;
  // The deferred function itself, or called by it through generated wrappers only.
  Slot* called = gp->stackLo + p->deferFrame;
  const Function* self = program.functionAt(pc);
  bool bridge = false;  // fp is the frame by which a native calls Go code: its window is not its caller's operand
  if (self != nullptr && self->wrapper) {
    // `defer recover()`: a call by the function that deferred it when that one returns, by nobody when a panic runs it.
    if (fp == called) return;
    const Word* ret = static_cast<const Word*>(fp[-1].p);
    bridge = ret - 1 == program.bridgePc;
    fp -= bytecode::fieldA(codeWord(ret - 1));
  }
  while (fp > called) {
    const Word* ret = static_cast<const Word*>(fp[-1].p);
    const Function* f = program.functionAt(ret - 1);
    // (a bridge says nothing: who called the native does)
    bool toBridge = ret - 1 == program.bridgePc;
    if (f == nullptr || (!f->wrapper && !toBridge)) return;
    fp -= bridge ? fp[kBridgeDistance].u : bytecode::fieldA(codeWord(ret - 1));
    bridge = toBridge;
  }
  if (fp != called) return;
  p->recovered = true;
  out[0].p = p->arg.type;
  out[1].p = p->arg.data;
}

namespace {

constexpr int kFrameBits = 28;  // of slots: more than the largest stack has

}  // namespace

int64_t frameToken(const G* gp, const Slot* fp) {
  return static_cast<int64_t>(gp->goid << kFrameBits | static_cast<uint64_t>(fp - gp->stackLo));
}

void recoverIn(const Program& program, G* gp, int64_t token, Slot* out) {
  out[0].p = out[1].p = nullptr;
  auto bits = static_cast<uint64_t>(token);
  Slot* fp = gp->stackLo + (bits & ((1u << kFrameBits) - 1));
  if (bits >> kFrameBits != gp->goid || gp->panicHead == nullptr) return;
  recover(program, gp, nullptr, fp, out);
}

const rt::Closure* takeDefer(G* gp) {
  Defer* d = gp->deferHead;
  const rt::Closure* fn = d->fn;
  rt::popDefer(gp, d);
  return fn;
}

}  // namespace hood::vm::unwind
