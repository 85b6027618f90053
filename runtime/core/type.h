// Run-time type descriptors. Canonical: two types are identical exactly when their descriptors are the same object,
// across all loaded modules of a VM (the loader interns them by key).
// Mirrors:    src/internal/abi/type.go, src/runtime/type.go. Book: 2.2.
// Differs:    one fixed struct for all kinds (no trailing variants), so that Go code can read it through
//             stdlib/src/internal/rtype, which repeats this layout field by field. Keep the two in step.
#pragma once

#include <cstddef>
#include <cstdint>

#include "runtime/core/value.h"

namespace hood::rt {

// Numbered as reflect.Kind.
enum class Kind : uint8_t {
  Invalid,
  Bool,
  Int,
  Int8,
  Int16,
  Int32,
  Int64,
  Uint,
  Uint8,
  Uint16,
  Uint32,
  Uint64,
  Uintptr,
  Float32,
  Float64,
  Complex64,
  Complex128,
  Array,
  Chan,
  Func,
  Interface,
  Map,
  Pointer,
  Slice,
  String,
  Struct,
  UnsafePointer,
};

enum TypeFlags : uint8_t {
  kTypeNamed = 1,        // has a name (basic types too)
  kTypeDirectIface = 2,  // pointer-shaped: an interface's data word is the value itself
  kTypeComparable = 4,   // == does not panic by type (interfaces inside may still)
  kTypeMemEqual = 8,     // == is memcmp, hash is of the bytes (no floats, strings, interfaces, padding)
  kTypeVariadic = 16,    // func types
};
enum ChanDirBits : int64_t { kChanRecv = 1, kChanSend = 2, kChanBoth = 3 };

struct StructField {
  GoString name;
  GoString pkgPath;  // "" when exported
  GoString tag;
  Type* type;
  int64_t offset;
  bool embedded;
};
// The func type of a method may not be there yet: then its cell has this bit, and methodType() gets it.
constexpr uintptr_t kLazyType = 1;

struct InterfaceMethod {  // sorted by name, then pkgPath
  GoString name;
  GoString pkgPath;  // "" when exported
  Type* type;        // func type without receiver; read by methodType()
};
// A method of a concrete type's method set, sorted as above. ifn is the entry called through an interface: its receiver
// parameter is the interface's data word (so for a value receiver it is a wrapper that loads *data first, unless the type
// is direct).
struct Method {
  GoString name;
  GoString pkgPath;
  Type* type;       // read by methodType()
  const void* ifn;  // code address; nullptr: removed because nothing can call it
};
template <class T>
struct TypedSlice {
  T* ptr;
  int64_t len;
  int64_t cap;
  T* begin() const { return ptr; }
  T* end() const { return ptr + len; }
  T& operator[](int64_t i) const { return ptr[i]; }
};

struct Type {
  uint64_t size;
  uint64_t ptrBytes;  // bytes up to the end of the last pointer; 0: no pointers
  uint32_t hash;      // of the type itself
  Kind kind;
  uint8_t align;
  uint8_t fieldAlign;
  uint8_t flags;          // TypeFlags
  const uint8_t* gcMask;  // bit i: word i of the first ptrBytes holds a pointer (as for conservative-free scanning)
  GoString string;        // as %T: "main.T", "map[string]int"
  GoString name;          // "T"; "" for unnamed types
  GoString pkgPath;       // of a named type; "" for predeclared and unnamed
  Type* elem;             // array, chan, map, pointer, slice
  Type* key;              // map
  int64_t len;            // array: length; chan: ChanDirBits
  TypedSlice<StructField> fields;
  TypedSlice<InterfaceMethod> imethods;
  TypedSlice<Method> methods;
  TypedSlice<Type*> in;  // func
  TypedSlice<Type*> out;
  Type* ptrTo;            // *T if some module has it, else nullptr until asked for (atomic)
  const void* mapLayout;  // map: MapLayout (lang/map.h) from its first make on (atomic)
  GoString identity;      // what identical types have in common: the key of the table of types (lang/type_table.h)

  bool hasPointers() const { return ptrBytes != 0; }
  bool direct() const { return flags & kTypeDirectIface; }
  uint32_t slots() const { return static_cast<uint32_t>((size + 7) / 8); }
};

struct Itab {
  Type* inter;
  Type* type;
  uint32_t hash;  // type->hash, for type switches
  uint32_t pad;
  const void* fun[1];  // inter->imethods.len entries; fun[0] == nullptr: type does not implement inter
};

// Copies a value from memory to slots, extending small scalars by kind. dst has t->slots() slots.
void loadSlots(const Type* t, Slot* dst, const void* src);
// Copies a value from slots to memory: memcpy of t->size. No write barrier: see typedmemmove for heap destinations.
void storeSlotsNoBarrier(const Type* t, void* dst, const Slot* src);

}  // namespace hood::rt
