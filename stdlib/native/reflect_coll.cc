// Package reflect: maps and channels.
#include <cstring>
#include <vector>

#include "runtime/alloc/malloc.h"
#include "runtime/lang/chan.h"
#include "runtime/lang/map.h"
#include "runtime/lang/panic.h"
#include "runtime/lang/select.h"
#include "runtime/sched/g.h"
#include "stdlib/native/window.h"

namespace hood::stdlib {
namespace {

const rt::Type* type(const Slot& s) { return static_cast<const rt::Type*>(s.p); }
rt::Hmap* map(const Slot& s) { return static_cast<rt::Hmap*>(s.p); }
rt::Hchan* chan(const Slot& s) { return static_cast<rt::Hchan*>(s.p); }

// Works on a copy of the iterator record, which lies on the heap and so is written through the barrier.
template <class F>
void withRecord(G* gp, Slot* place, const rt::Type* recordType, const F& f) {
  rt::Hiter it;
  std::memcpy(static_cast<void*>(&it), place, sizeof it);
  f(&it);
  rt::typedmemmove(gp, recordType, place, &it);
}

}  // namespace

// ---- maps ----

Outcome reflectMakemap(G* gp, Slot* w) { return rt::makemap(gp, type(w[1]), w[2].i, w); }

Outcome reflectMaplen(G*, Slot* w) { return returnInt(w, rt::maplen(map(w[1]))); }

Outcome reflectMapaccess(G* gp, Slot* w) {
  const void* elem = nullptr;
  Outcome outcome = rt::mapaccess(gp, type(w[1]), map(w[2]), w[3].p, &elem);
  w[0].p = const_cast<void*>(elem);
  return outcome;
}

Outcome reflectMapassign(G* gp, Slot* w) {
  const rt::Type* t = type(w[0]);
  if (w[1].p == nullptr) return rt::panicNilMapAssign(gp);
  void* elem = nullptr;
  Outcome outcome = rt::mapassign(gp, t, map(w[1]), w[2].p, &elem);
  if (outcome == Outcome::Done) rt::typedmemmove(gp, t->elem, elem, w[3].p);
  return outcome;
}

Outcome reflectMapdelete(G* gp, Slot* w) { return rt::mapdelete(gp, type(w[0]), map(w[1]), w[2].p); }

Outcome reflectMapclear(G* gp, Slot* w) {
  rt::mapclear(gp, type(w[0]), map(w[1]));
  return Outcome::Done;
}

Outcome reflectMapiterinit(G* gp, Slot* w) {
  withRecord(gp, static_cast<Slot*>(w[2].p), type(w[3]),
             [&](rt::Hiter* it) { rt::mapiterinit(gp, type(w[0]), map(w[1]), it); });
  return Outcome::Done;
}

Outcome reflectMapiternext(G* gp, Slot* w) {
  withRecord(gp, static_cast<Slot*>(w[0].p), type(w[1]), [&](rt::Hiter* it) { rt::mapiternext(gp, it); });
  return Outcome::Done;
}

// ---- channels: values are on the heap, kept alive by the arguments ----

Outcome reflectMakechan(G* gp, Slot* w) { return rt::makechan(gp, type(w[1]), w[2].i, w); }
Outcome reflectChanlen(G*, Slot* w) { return returnInt(w, rt::chanlen(chan(w[1]))); }
Outcome reflectChancap(G*, Slot* w) { return returnInt(w, rt::chancap(chan(w[1]))); }
Outcome reflectChanclose(G* gp, Slot* w) { return rt::closechan(gp, chan(w[0])); }
Outcome reflectChansend(G* gp, Slot* w) { return rt::chansendMem(gp, chan(w[0]), w[1].p); }
Outcome reflectChanrecv(G* gp, Slot* w) { return rt::chanrecvMem(gp, chan(w[1]), w[2].p, w); }

Outcome reflectTrysend(G* gp, Slot* w) {
  bool selected = false;
  Outcome outcome = rt::selectnbsend(gp, chan(w[1]), w[2].p, &selected);
  w[0].u = selected;
  return outcome;
}

Outcome reflectTryrecv(G* gp, Slot* w) {
  bool received = false;
  w[0].u = rt::selectnbrecv(gp, chan(w[2]), w[3].p, false, &received);
  w[1].u = received;
  return Outcome::Done;
}

// func selectgo(cases []chanCase, block bool) (index int, ok bool)
Outcome reflectSelectgo(G* gp, Slot* w) {
  struct ChanCase {
    rt::Hchan* c;
    void* elem;
    bool send;
  };
  std::span<const ChanCase> list(static_cast<const ChanCase*>(w[2].p), static_cast<size_t>(w[3].i));
  bool wait = w[5].u != 0;
  w[0].i = -1;
  w[1].u = 0;
  if (list.empty()) return wait ? rt::block(gp) : Outcome::Done;
  std::vector<rt::Scase> cases;
  for (const ChanCase& c : list) cases.push_back({c.c, c.elem, c.send, false});
  return rt::selectgoCases(gp, cases.data(), static_cast<int>(cases.size()), wait, w, w + 1);
}

}  // namespace hood::stdlib
