// Natives of testing/synctest, over runtime/sched/bubble.h. A bubble is a number for Go.
#include "runtime/sched/bubble.h"
#include "runtime/sched/sched.h"
#include "stdlib/native/window.h"

namespace hood::stdlib {
namespace {

rt::Bubble* bubble(const Slot& s) { return reinterpret_cast<rt::Bubble*>(s.u); }

}  // namespace

// func newBubble() handle
Outcome synctestNewBubble(G*, Slot* w) {
  w[0].u = reinterpret_cast<uintptr_t>(new rt::Bubble);
  return Outcome::Done;
}
// func current() handle: 0 outside of bubbles
Outcome synctestCurrent(G* gp, Slot* w) {
  w[0].u = reinterpret_cast<uintptr_t>(gp->bubble);
  return Outcome::Done;
}
// func enter(b handle): go statements of the goroutine, which is not of b, start goroutines of b; 0: no longer
Outcome synctestEnter(G* gp, Slot* w) {
  gp->bubble = bubble(w[0]);
  return Outcome::Done;
}
// func goroutines(b handle) int
Outcome synctestGoroutines(G*, Slot* w) {
  return returnInt(w, bubble(w[1])->total.loadSeqCst());
}  // order: with bubbleLeave()
// func wait()
Outcome synctestWait(G* gp, Slot*) { return rt::bubbleWait(gp); }
// func waiting(b handle) bool
Outcome synctestWaiting(G*, Slot* w) {
  return returnBool(w, bubble(w[1])->waiter.loadSeqCst() != nullptr);
}  // order: a hint
// func waitIdle(b handle)
Outcome synctestWaitIdle(G* gp, Slot* w) { return rt::bubbleWaitIdle(gp, bubble(w[0])); }
// func addTimer(b handle, when int64, id int)
Outcome synctestAddTimer(G*, Slot* w) {
  rt::bubbleAddTimer(bubble(w[0]), w[1].i, w[2].i);
  return Outcome::Done;
}
// func next(b handle) (id int, ok bool): id is 0 for a goroutine that sleeps
Outcome synctestNext(G*, Slot* w) {
  rt::BubbleWake next{};
  w[1].u = rt::bubbleNext(bubble(w[2]), &next);
  w[0].i = next.timer;
  return Outcome::Done;
}
// func take(b handle, counts bool)
Outcome synctestTake(G* gp, Slot* w) {
  rt::bubbleTake(gp->m->p, bubble(w[0]), w[1].u != 0);
  return Outcome::Done;
}

}  // namespace hood::stdlib
