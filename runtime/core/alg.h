// Equality and hashing of Go values by type.
// Mirrors:    src/runtime/alg.go. Book: 3.4.
// Differs:    an operation on a value whose dynamic type forbids it does not panic here: it reports the offending type, and
//             the caller raises the panic (C++ has no way to unwind Go frames). Hashing is XXH3 with the VM's seed.
// Invariants: typeEqual(a, b) implies equal hashes; +0 and -0 are equal; NaNs differ from everything and hash at random.
#pragma once

#include <cstdint>
#include <string>

#include "runtime/core/type.h"

namespace hood::rt {

struct VM;

// *equal = (*p == *q) for values of type t in memory form (first bytes of slot form will do for scalars). Returns nullptr,
// or the dynamic type that cannot be compared: the panic text is uncomparableText(result).
[[nodiscard]] const Type* typeEqual(const Type* t, const void* p, const void* q, bool* equal);
// *h = hash of the value at p, mixed with seed. Returns nullptr, or the type that cannot be hashed: unhashableText(result).
[[nodiscard]] const Type* typeHash(VM* vm, const Type* t, const void* p, uint64_t seed, uint64_t* h);
// The same for the value in an interface: (dynamic type, data word).
[[nodiscard]] const Type* ifaceDataEqual(const Type* t, const void* x, const void* y, bool* equal);

std::string unhashableText(const Type* t);    // "hash of unhashable type []int"
std::string uncomparableText(const Type* t);  // "comparing uncomparable type []int"

uint64_t memHash(VM* vm, const void* p, uint64_t n, uint64_t seed);
uint64_t memHash64(VM* vm, uint64_t v, uint64_t seed);
inline uint64_t stringHash(VM* vm, GoString s, uint64_t seed) {
  return memHash(vm, s.ptr, static_cast<uint64_t>(s.len), seed);
}

}  // namespace hood::rt
