// select.
// Mirrors:    src/runtime/select.go. Book: 3.5.
// Differs:    the case records lie in the operation's window; a waiting goroutine is finished by G::resumeFn.
#pragma once

#include <cstdint>

#include "runtime/core/outcome.h"
#include "runtime/core/value.h"

namespace hood::rt {

struct G;
struct Hchan;

// The window of operation Select (bytecode/rtops.def):
//   w[0] result: index of the case in source order, -1 for default;  w[1] result: ok of a receive, 0
//   otherwise w[2] n, the number of cases without default w[3 + 2i] channel of case i;  w[4 + 2i] (slot of
//   its value, relative to w) << 1 | direction (0 send, 1 receive)
// A receive with value slot 0 drops the value. The slots of received values are zero at entry.
Outcome selectgo(G* gp, Slot* w, bool hasDefault);
// select {}
Outcome block(G* gp);

// The general form, for reflect: elem points to memory (slotForm false) or to frame slots.
struct Scase {
  Hchan* c;
  void* elem;
  bool send;
  bool slotForm;
};
// REQUIRES index and ok are slots of the goroutine's frame.
Outcome selectgoCases(G* gp, const Scase* cases, int n, bool block, Slot* index, Slot* ok);

}  // namespace hood::rt
