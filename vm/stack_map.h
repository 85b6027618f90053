// Walking the frames of a goroutine, and visiting the pointers in them.
// Mirrors:    src/runtime/traceback.go (gentraceback), stack.go, mgcmark.go (scanframe). Book: 8.4.
// Differs:    frames are found from return addresses and call instructions; nothing is chained on the stack.
// Invariants: the goroutine is at rest, or it is the caller itself with gp->pc and gp->fp saved.
#pragma once

#include <cstdint>

#include "runtime/core/engine.h"
#include "vm/frame.h"

namespace hood::vm {

class Engine;
struct Function;

struct Frame {
  const Function* fn = nullptr;
  rt::Slot* fp = nullptr;
  const Word* pc = nullptr;  // a word of the instruction it is in: what line and inlining are asked by
  // Word whose pointer map describes the frame; nullptr: the frame is being unwound, only what its recover block needs
  // is alive.
  const Word* mapPc = nullptr;
};

// Innermost frame first.
class FrameWalker {
 public:
  FrameWalker(const Engine& engine, const rt::G* gp);
  // From the frame at fp, which stands at pc; nullptr: there are no more.
  FrameWalker(const Engine& engine, rt::Slot* fp, const Word* pc) : engine_(engine), fp_(fp), pc_(pc), mapPc_(pc) {}
  // False after the last frame.
  bool next(Frame* out);
  // What next() will return.
  rt::Slot* fp() const { return fp_; }
  const Word* pc() const { return pc_; }

 private:
  const Engine& engine_;
  rt::Slot* fp_;
  const Word* pc_;  // nullptr: done
  const Word* mapPc_;
};

void scanStack(const Engine& engine, rt::G* gp, rt::PointerVisitor& v);

}  // namespace hood::vm
