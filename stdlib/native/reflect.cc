// Package reflect: memory, interfaces, slices, calls, types made at run time.
#include <cstring>
#include <string>
#include <vector>

#include "runtime/alloc/malloc.h"
#include "runtime/core/alg.h"
#include "runtime/core/engine.h"
#include "runtime/core/vm.h"
#include "runtime/lang/iface.h"
#include "runtime/lang/lang.h"
#include "runtime/lang/panic.h"
#include "runtime/lang/slice.h"
#include "runtime/lang/type_table.h"
#include "runtime/sched/g.h"
#include "stdlib/native/window.h"

namespace hood::stdlib {
namespace {

rt::Type* type(const Slot& s) { return static_cast<rt::Type*>(s.p); }
rt::TypeTable& types(G* gp) { return gp->vm->lang->types; }

Outcome returnPointer(Slot* w, const void* p) {
  w[0].p = const_cast<void*>(p);
  return Outcome::Done;
}

std::span<rt::Type* const> typeList(const Slot* s) {
  return {static_cast<rt::Type* const*>(s[0].p), static_cast<size_t>(s[1].i)};
}

}  // namespace

// ---- memory ----

Outcome reflectNewObject(G* gp, Slot* w) { return returnPointer(w, rt::newobject(gp, type(w[1]))); }

Outcome reflectNewArray(G* gp, Slot* w) {
  Slot s[3];
  Outcome outcome = rt::makeslice(gp, type(w[1]), w[2].i, w[2].i, s);
  w[0].p = s[0].p;
  return outcome;
}

Outcome reflectTypedmemmove(G* gp, Slot* w) {
  rt::typedmemmove(gp, type(w[0]), w[1].p, w[2].p);
  return Outcome::Done;
}

Outcome reflectTypedmemclr(G* gp, Slot* w) {
  rt::typedmemclr(gp, type(w[0]), w[1].p);
  return Outcome::Done;
}

Outcome reflectTypedslicecopy(G* gp, Slot* w) {
  rt::Type* t = type(w[0]);
  if (t->hasPointers()) {
    rt::typedslicecopy(gp, t, w[1].p, w[2].p, w[3].i);
  } else if (w[3].i != 0) {
    std::memmove(w[1].p, w[2].p, w[3].u * t->size);
  }
  return Outcome::Done;
}

Outcome reflectGrowslice(G* gp, Slot* w) {
  auto* header = static_cast<Slot*>(w[1].p);
  Slot s[3] = {header[0], header[1], header[2]};
  Outcome outcome = rt::growslice(gp, type(w[0]), s, w[2].i);
  if (outcome != Outcome::Done) return outcome;
  static constexpr uint8_t kFirst[] = {1};
  static constexpr rt::Type kSlice = {
      .size = 24, .ptrBytes = 8, .kind = rt::Kind::Slice, .align = 8, .fieldAlign = 8, .gcMask = kFirst};
  rt::typedmemmove(gp, &kSlice, header, s);
  return Outcome::Done;
}

// ---- interfaces, comparison ----

Outcome reflectEqual(G* gp, Slot* w) {
  bool equal = false;
  const rt::Type* bad = rt::typeEqual(type(w[1]), w[2].p, w[3].p, &equal);
  return bad == nullptr ? returnBool(w, equal) : rt::panicUncomparable(gp, bad);
}

Outcome reflectGetitab(G* gp, Slot* w) { return returnPointer(w, rt::getitab(gp->vm, type(w[1]), type(w[2]), true)); }

// ---- types ----

Outcome reflectPointerTo(G* gp, Slot* w) {
  rt::Type* t = type(w[1]);
  // Pointers to named types have methods: what the program has of them is better than what is made here.
  if (t->pkgPath.len != 0 && __atomic_load_n(&t->ptrTo, __ATOMIC_ACQUIRE) == nullptr) {
    (void)gp->vm->engine->findType(rt::view(t->pkgPath), "*" + std::string(rt::view(t->identity)));
  }
  return returnPointer(w, rt::pointerTo(types(gp), t));
}
Outcome reflectSliceOf(G* gp, Slot* w) { return returnPointer(w, rt::sliceOf(types(gp), type(w[1]))); }
Outcome reflectArrayOf(G* gp, Slot* w) { return returnPointer(w, rt::arrayOf(types(gp), w[1].i, type(w[2]))); }
Outcome reflectMapOf(G* gp, Slot* w) { return returnPointer(w, rt::mapOf(types(gp), type(w[1]), type(w[2]))); }
Outcome reflectChanOf(G* gp, Slot* w) { return returnPointer(w, rt::chanOf(types(gp), w[1].i, type(w[2]))); }

Outcome reflectFuncOf(G* gp, Slot* w) {
  return returnPointer(w, rt::funcOf(types(gp), typeList(w + 1), typeList(w + 4), w[7].u != 0));
}

Outcome reflectStructOf(G* gp, Slot* w) {
  std::span<const rt::StructField> fields(static_cast<const rt::StructField*>(w[1].p), static_cast<size_t>(w[2].i));
  return returnPointer(w, rt::structOf(types(gp), fields));
}

Outcome reflectFrameOf(G* gp, Slot* w) { return returnPointer(w, rt::frameTypeOf(types(gp), type(w[1]), w[2].u != 0)); }

// ---- calls ----

Outcome reflectStoreSlots(G* gp, Slot* w) {
  const rt::Type* t = type(w[0]);
  if (t->hasPointers()) {
    rt::typedmemmove(gp, t, w[1].p, w[2].p);  // such types look the same in slots and in memory
  } else {
    rt::loadSlots(t, static_cast<Slot*>(w[1].p), w[2].p);
  }
  return Outcome::Done;
}

}  // namespace hood::stdlib
