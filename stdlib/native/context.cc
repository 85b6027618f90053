// Package context: what it must know about the types of keys.
#include "runtime/lang/iface.h"
#include "stdlib/native/window.h"

namespace hood::stdlib {

// isComparable(x any) bool
Outcome contextIsComparable(G*, Slot* w) { return returnBool(w, rt::ifaceType(w + 1, true)->flags & rt::kTypeComparable); }
// typeName(x any) string
Outcome contextTypeName(G*, Slot* w) {
  const rt::Type* t = rt::ifaceType(w + 2, true);
  rt::putString(w, t == nullptr ? rt::GoString{reinterpret_cast<const uint8_t*>("<nil>"), 5} : t->string);
  return Outcome::Done;
}

}  // namespace hood::stdlib
