// Package internal/rtype: interfaces taken apart and put together, maps listed, values exchanged.
#include <cstring>
#include <vector>

#include "runtime/alloc/malloc.h"
#include "runtime/core/type.h"
#include "runtime/lang/iface.h"
#include "runtime/lang/map.h"
#include "runtime/sched/g.h"
#include "stdlib/native/window.h"

namespace hood::stdlib {

Outcome rtypeTypeOf(G*, Slot* w) {
  w[0] = w[1];
  return Outcome::Done;
}

Outcome rtypeWord(G*, Slot* w) {
  w[0] = w[2];
  return Outcome::Done;
}

Outcome rtypeBox(G* gp, Slot* w) {
  rt::Type* t = static_cast<rt::Type*>(w[2].p);
  const Slot* value = static_cast<const Slot*>(w[3].p);
  if (t->kind == rt::Kind::Interface) {
    void* data = value[1].p;
    w[0].p = rt::ifaceType(value, rt::isEfaceType(t));
    w[1].p = data;
    return Outcome::Done;
  }
  w[1].p = rt::convT(gp, t, value);
  w[0].p = t;
  return Outcome::Done;
}

Outcome rtypeMapEntries(G* gp, Slot* w) {
  const rt::Type* t = static_cast<const rt::Type*>(w[3].p);
  rt::Hmap* h = static_cast<rt::Hmap*>(w[4].p);
  int64_t n = rt::maplen(h);
  char* keys = static_cast<char*>(rt::newarray(gp, t->key, n));
  char* elems = static_cast<char*>(rt::newarray(gp, t->elem, n));
  int64_t found = 0;
  rt::Hiter it;
  rt::mapiterinit(gp, t, h, &it);
  for (rt::mapiternext(gp, &it); it.key != nullptr && found < n; rt::mapiternext(gp, &it)) {
    rt::typedmemmove(gp, t->key, keys + static_cast<uint64_t>(found) * t->key->size, it.key);
    rt::typedmemmove(gp, t->elem, elems + static_cast<uint64_t>(found) * t->elem->size, it.elem);
    found++;
  }
  w[0].p = keys;
  w[1].p = elems;
  w[2].i = found;
  return Outcome::Done;
}

Outcome rtypeSwap(G* gp, Slot* w) {
  const rt::Type* t = static_cast<const rt::Type*>(w[0].p);
  uint8_t small[256];
  std::vector<uint8_t> large;
  uint8_t* spare = small;
  if (t->size > sizeof small) {
    large.resize(t->size);
    spare = large.data();
  }
  std::memcpy(spare, w[1].p, t->size);
  rt::typedmemmove(gp, t, w[1].p, w[2].p);
  rt::typedmemmove(gp, t, w[2].p, spare);
  return Outcome::Done;
}

}  // namespace hood::stdlib
