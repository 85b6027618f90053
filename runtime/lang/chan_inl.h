// The parts of channel operations that do not wait, shared by chan.cc and select.cc.
#pragma once

#include "runtime/lang/chan.h"

namespace hood::rt {

// What became of one try. REQUIRES (both tries) c->lock is held; it stays held. `wake` is to be woken after
// it is released.
struct ChanStep {
  enum Kind : uint8_t { Done, Wait, Closed } kind;  // Closed: a send on a closed channel
  Sudog* wake = nullptr;
  bool received = false;
};
ChanStep trySendLocked(G* gp, Hchan* c, const void* elem);
ChanStep tryRecvLocked(G* gp, Hchan* c, void* elem, bool slotForm);
void chanWake(G* gp, Sudog* sg, bool success);

}  // namespace hood::rt
