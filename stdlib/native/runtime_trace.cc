// Natives of runtime/trace: the runtime's event stream (runtime/core/trace.h) for a Go program.
#include "runtime/core/trace.h"
#include "runtime/core/vm.h"
#include "runtime/sched/g.h"
#include "runtime/sched/park.h"
#include "runtime/sched/sched.h"
#include "stdlib/native/window.h"

namespace hood::stdlib {
namespace {

using rt::Event;
using rt::TraceRecord;

// stdlib/src/runtime/trace/record.go has this structure, and the numbers of the events that it knows.
static_assert(sizeof(TraceRecord) == 48 && offsetof(TraceRecord, args) == 16 && offsetof(TraceRecord, event) == 40 &&
              offsetof(TraceRecord, p) == 41);

constexpr Event kEvents[] = {Event::GoCreate,  Event::GoStart,     Event::GoPark,     Event::GoReady, Event::GoYield,
                             Event::GoPreempt, Event::GoEnd,       Event::GoSyscall,  Event::GcStart, Event::GcEnd,
                             Event::UserTask,  Event::UserTaskEnd, Event::UserRegion, Event::UserLog};
constexpr uint8_t kOther = 255;

uint8_t numberOf(Event e) {
  for (size_t i = 0; i < std::size(kEvents); i++)
    if (kEvents[i] == e) return static_cast<uint8_t>(i);
  return kOther;
}

}  // namespace

// func start() bool
Outcome traceStart(G* gp, Slot* w) { return returnBool(w, gp->vm->trace.startCapture(&gp->vm->clock)); }

// func stop()
Outcome traceStop(G* gp, Slot*) {
  gp->vm->trace.stopCapture();
  return Outcome::Done;
}

// func read(buf []record) int
Outcome traceRead(G* gp, Slot* w) {
  auto buf = Params(w, 1).slice<TraceRecord>();
  size_t n = gp->vm->trace.drain(buf);
  for (TraceRecord& r : buf.first(n)) r.event = static_cast<Event>(numberOf(r.event));
  return returnInt(w, static_cast<int64_t>(n));
}

// func emit(event uint8, a, b, c uint64)
Outcome traceEmit(G* gp, Slot* w) {
  gp->vm->trace.emit(gp->m->p->id, gp->goid, kEvents[w[0].u], w[1].i, w[2].i, w[3].i);
  return Outcome::Done;
}

// func waitReason(reason int64) string
Outcome traceWaitReason(G* gp, Slot* w) {
  rt::putString(w, rt::gostring(gp, rt::waitReasonString(static_cast<rt::WaitReason>(w[2].u))));
  return Outcome::Done;
}

// func now() int64
Outcome traceNow(G* gp, Slot* w) { return returnInt(w, gp->vm->clock.nanotime()); }

}  // namespace hood::stdlib
