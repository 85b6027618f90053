#include "vm/rt_ops.h"

#include <cstring>

#include "bytecode/module.h"
#include "runtime/alloc/malloc.h"
#include "runtime/core/vm.h"
#include "runtime/lang/chan.h"
#include "runtime/lang/iface.h"
#include "runtime/lang/map.h"
#include "runtime/lang/panic.h"
#include "runtime/lang/print.h"
#include "runtime/lang/select.h"
#include "runtime/lang/slice.h"
#include "runtime/lang/string.h"
#include "runtime/sched/g.h"
#include "runtime/sched/sched.h"
#include "vm/frame.h"

namespace hood::vm {

// The compiler gives map iterators their slots, the runtime fills them.
static_assert(rt::kHiterSlots == bytecode::kHiterSlots);

using rt::G;
using rt::Outcome;
using rt::Slot;
using rt::Type;

#define RT(name) Outcome rt##name(G* gp, Slot* w, const Type* t, uint32_t flags)

// ---- strings --------------------------------------------------------------------------------------------------

RT(StrConcat) { return rt::concatstrings(gp, w + 2, flags, w); }
RT(StrToBytes) {
  rt::stringtoslicebyte(gp, rt::asString(w + 3), w);
  return Outcome::Done;
}
RT(StrToRunes) {
  rt::stringtoslicerune(gp, rt::asString(w + 3), w);
  return Outcome::Done;
}
RT(BytesToStr) {
  rt::putString(w, rt::slicebytetostring(gp, static_cast<const uint8_t*>(w[2].p), w[3].i));
  return Outcome::Done;
}
RT(RunesToStr) {
  rt::putString(w, rt::slicerunetostring(gp, static_cast<const int32_t*>(w[2].p), w[3].i));
  return Outcome::Done;
}
RT(IntToStr) {
  rt::putString(w, rt::intstring(gp, w[2].i));
  return Outcome::Done;
}

// ---- maps -----------------------------------------------------------------------------------------------------

namespace {

rt::Hmap* asMap(const Slot& s) { return static_cast<rt::Hmap*>(s.p); }
rt::Hchan* asChan(const Slot& s) { return static_cast<rt::Hchan*>(s.p); }

// A value of the map into its slots; absent: zero.
void putElem(const Type* t, Slot* out, const void* elem) {
  if (elem != nullptr) {
    rt::loadSlots(t, out, elem);
  } else {
    std::memset(out, 0, t->slots() * sizeof(Slot));
  }
}

}  // namespace

RT(MakeMap) { return rt::makemap(gp, t, w[1].i, w); }
RT(MakeChan) { return rt::makechan(gp, t, w[1].i, w); }
RT(MapGet) {
  uint32_t n = t->elem->slots();
  const void* elem;
  if (Outcome o = rt::mapaccess(gp, t, asMap(w[n]), w + n + 1, &elem); o != Outcome::Done) return o;
  putElem(t->elem, w, elem);
  return Outcome::Done;
}
RT(MapGetOk) {
  uint32_t n = t->elem->slots();
  const void* elem;
  if (Outcome o = rt::mapaccess(gp, t, asMap(w[n + 1]), w + n + 2, &elem); o != Outcome::Done) return o;
  putElem(t->elem, w, elem);
  w[n].u = elem != nullptr;
  return Outcome::Done;
}
// A write may be delayed by the deterministic mode.
bool waits(G* gp, const Slot& map) { return HOOD_UNLIKELY(gp->vm->sched->det) && rt::mapWriteWaitsDet(gp, asMap(map)); }

RT(MapSet) {
  if (waits(gp, w[0])) return Outcome::Retry;
  void* elem;
  if (Outcome o = rt::mapassign(gp, t, asMap(w[0]), w + 1, &elem); o != Outcome::Done) return o;
  rt::typedmemmove(gp, t->elem, elem, w + 1 + t->key->slots());
  return Outcome::Done;
}
RT(MapDelete) {
  if (waits(gp, w[0])) return Outcome::Retry;
  return rt::mapdelete(gp, t, asMap(w[0]), w + 1);
}
RT(MapClear) {
  if (waits(gp, w[0])) return Outcome::Retry;
  rt::mapclear(gp, t, asMap(w[0]));
  return Outcome::Done;
}
RT(MapLen) {
  w[0].i = rt::maplen(asMap(w[1]));
  return Outcome::Done;
}
RT(MapIterInit) {
  rt::mapiterinit(gp, t, asMap(w[rt::kHiterSlots]), reinterpret_cast<rt::Hiter*>(w));
  return Outcome::Done;
}
RT(MapIterNext) {
  uint32_t keySlots = t->key->slots(), elemSlots = t->elem->slots();
  auto* it = reinterpret_cast<rt::Hiter*>(w + w[1 + keySlots + elemSlots].i);
  rt::mapiternext(gp, it);
  w[0].u = it->key != nullptr;
  if (it->key == nullptr) return Outcome::Done;
  if (flags & 1) rt::loadSlots(t->key, w + 1, it->key);
  if (flags & 2) rt::loadSlots(t->elem, w + 1 + keySlots, it->elem);
  return Outcome::Done;
}

// ---- channels -------------------------------------------------------------------------------------------------

RT(ChanSend) { return rt::chansend(gp, asChan(w[0]), w + 1); }
// The result slots are zeroed first: the operation may park, and they are in the pointer map meanwhile.
RT(ChanRecv) {
  uint32_t n = t->elem->slots();
  std::memset(w, 0, n * sizeof(Slot));
  return rt::chanrecv(gp, asChan(w[n]), w, nullptr);
}
RT(ChanRecvOk) {
  uint32_t n = t->elem->slots();
  std::memset(w, 0, (n + 1) * sizeof(Slot));
  return rt::chanrecv(gp, asChan(w[n + 1]), w, w + n);
}
RT(ChanClose) { return rt::closechan(gp, asChan(w[0])); }
RT(ChanLen) {
  w[0].i = rt::chanlen(asChan(w[1]));
  return Outcome::Done;
}
RT(ChanCap) {
  w[0].i = rt::chancap(asChan(w[1]));
  return Outcome::Done;
}
RT(Select) {
  w[0].u = w[1].u = 0;
  return rt::selectgo(gp, w, flags & 1);
}

// ---- slices ---------------------------------------------------------------------------------------------------

RT(Append) { return rt::appendSlice(gp, t, w, w + 3, w + 6); }
RT(AppendStr) { return rt::appendSlice(gp, t, w, w + 3, w + 6); }
RT(GrowSlice) {
  int64_t n = w[6].i, length = w[4].i;
  w[0] = w[3];
  w[1] = w[4];
  w[2] = w[5];
  if (Outcome o = rt::growfor(gp, t, w, n); o != Outcome::Done) return o;
  w[1].i = length + n;
  return Outcome::Done;
}
RT(CopySlice) {
  w[0].i = rt::slicecopy(gp, t, w + 1, w + 4);
  return Outcome::Done;
}
RT(CopyStr) {
  // copy(dst []byte, string): T is absent, elements are bytes.
  int64_t n = w[2].i < w[5].i ? w[2].i : w[5].i;
  if (n > 0) std::memmove(w[1].p, w[4].p, static_cast<size_t>(n));
  w[0].i = n;
  return Outcome::Done;
}
RT(ClearSlice) {
  rt::clearslice(gp, t, w);
  return Outcome::Done;
}
RT(ConvI2I) {
  // The static type of the operand matters only for how its first word reads: Eface or Iface.
  Slot x[2] = {{.p = rt::ifaceType(w + 2, !(flags & 1))}, w[3]};
  if (x[0].p == nullptr) {
    w[0].p = w[1].p = nullptr;
    return Outcome::Done;
  }
  w[0].p = rt::isEfaceType(t) ? x[0].p : rt::getitab(gp->vm, t, static_cast<Type*>(x[0].p), false);
  w[1] = x[1];
  return Outcome::Done;
}
RT(UnsafeSlice) { return rt::unsafeslice(gp, t, w[3].p, w[4].i, w); }
RT(UnsafeString) { return rt::unsafestring(gp, w[2].p, w[3].i, w); }

// ---- print ----------------------------------------------------------------------------------------------------

#define RT_PRINT(name, call) \
  RT(name) {                 \
    rt::call;                \
    return Outcome::Done;    \
  }
RT_PRINT(PrintBool, printbool(gp->vm, w[0].u & 1))
RT_PRINT(PrintInt, printint(gp->vm, w[0].i))
RT_PRINT(PrintUint, printuint(gp->vm, w[0].u))
RT_PRINT(PrintFloat, printfloat(gp->vm, w[0].f))
RT_PRINT(PrintComplex, printcomplex(gp->vm, w[0].f, w[1].f))
RT_PRINT(PrintString, printstring(gp->vm, rt::asString(w)))
RT_PRINT(PrintPointer, printpointer(gp->vm, w[0].p))
RT_PRINT(PrintIface, printiface(gp->vm, w))
RT_PRINT(PrintSlice, printslice(gp->vm, w))
RT_PRINT(PrintHex, printhex(gp->vm, w[0].u))

#undef RT
#undef RT_PRINT

}  // namespace hood::vm
