// Interfaces: itabs, assertions, boxing, comparison.
// Mirrors:    src/runtime/iface.go, alg.go. Book: 3.3.
// Differs:    boxes of small integers and zero values come from static data for every type they fit.
// Invariants: an itab is built once per (interface, type) of a VM and never moves; readers of the table take
// no lock. Locks:      Lang::itabLock, for adding.
#pragma once

#include <cstdint>
#include <string>

#include "runtime/core/outcome.h"
#include "runtime/core/type.h"

namespace hood::rt {

struct G;
struct VM;

// The itab of (inter, type). canfail: nullptr when type lacks a method; else the caller knows that it has
// them all. REQUIRES inter has methods.
Itab* getitab(VM* vm, const Type* inter, const Type* type, bool canfail);
// The name of the first method of inter that type lacks, "" if none.
std::string missingMethod(VM* vm, const Type* inter, const Type* type);
// The func type in a cell of a method table, Method::type or InterfaceMethod::type.
Type* methodType(VM* vm, Type** cell);

// The data word of an interface that holds the value v (memory or slot form) of type t.
void* convT(G* gp, const Type* t, const void* v);
// The value in an interface's data word, unpacked to slots.
void unboxIface(const Type* t, void* data, Slot* dst);

// Dynamic type of an interface value given as two slots. isEface: the first word is a Type, else an Itab.
inline Type* ifaceType(const Slot* v, bool isEface) {
  if (isEface || v[0].p == nullptr) return static_cast<Type*>(v[0].p);
  return static_cast<Itab*>(v[0].p)->type;
}
// Whether values of interface type t are Efaces.
inline bool isEfaceType(const Type* t) { return t->imethods.len == 0; }

// x.(Target) with an interface target: out[0..2) = converted value. Panics with Go's text when it does not
// hold. src is the static interface type of x.
Outcome assertToIface(G* gp, const Type* src, const Slot* x, const Type* target, Slot* out);
// The same with `, ok`: false leaves out zeroed.
bool assertToIface2(G* gp, const Type* src, const Slot* x, const Type* target, Slot* out);
// Conversion that is known to hold; nil stays nil.
void convI2I(G* gp, const Type* src, const Slot* x, const Type* target, Slot* out);
// x.(T) with a concrete target failed: raises the TypeAssertionError.
Outcome panicdottype(G* gp, const Type* src, const Slot* x, const Type* target);

// a == b for interface values (both Eface or both Iface). Panics when the dynamic type is not comparable.
Outcome efaceeq(G* gp, const Slot* a, const Slot* b, bool* equal);
Outcome ifaceeq(G* gp, const Slot* a, const Slot* b, bool* equal);
// Data words of two interfaces with the same dynamic type t.
Outcome dataeq(G* gp, const Type* t, void* a, void* b, bool* equal);

}  // namespace hood::rt
