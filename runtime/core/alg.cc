// Equality and hashing of Go values by type.
// Mirrors:    src/runtime/alg.go. Book: 3.4.
// Differs:    see alg.h.
// Invariants: types with kTypeMemEqual have no padding, so that their bytes are their value.

#include "runtime/core/alg.h"

#include <cstring>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/check.h"
#include "runtime/core/vm.h"

namespace hood::rt {
namespace {

template <class T>
T loadAs(const void* p) {
  T v;
  std::memcpy(&v, p, sizeof v);
  return v;
}

const uint8_t* at(const void* p, int64_t offset) { return static_cast<const uint8_t*>(p) + offset; }

bool memequal(const void* p, const void* q, uint64_t n) {
  switch (n) {
    case 1: return loadAs<uint8_t>(p) == loadAs<uint8_t>(q);
    case 2: return loadAs<uint16_t>(p) == loadAs<uint16_t>(q);
    case 4: return loadAs<uint32_t>(p) == loadAs<uint32_t>(q);
    case 8: return loadAs<uint64_t>(p) == loadAs<uint64_t>(q);
    default: return n == 0 || std::memcmp(p, q, n) == 0;
  }
}

bool isBlank(const StructField& f) { return f.name.len == 1 && f.name.ptr[0] == '_'; }

// First words of the two interfaces; their dynamic types decide.
const Type* ifaceEqual(const Type* t, const void* p, const void* q, bool* equal) {
  Eface a = loadAs<Eface>(p), b = loadAs<Eface>(q);
  *equal = false;
  if (a.type != b.type) return nullptr;  // itabs are unique per (interface, type), so this holds for Ifaces as well
  *equal = true;
  if (a.type == nullptr) return nullptr;
  const Type* dynamic = t->imethods.len == 0 ? a.type : reinterpret_cast<Itab*>(a.type)->type;
  return ifaceDataEqual(dynamic, a.data, b.data, equal);
}

// A comparison without loops, which cannot panic.
bool isCheap(const Type* t) { return t->flags & kTypeMemEqual || (Kind::Float32 <= t->kind && t->kind <= Kind::Complex128); }

// In the order of the fields, as far as anybody can tell: up to the first one that may panic, what is cheap comes before the
// contents of strings, of which only the lengths are looked at then.
const Type* structEqual(const Type* t, const void* p, const void* q, bool* equal) {
  *equal = true;
  const StructField* rest = nullptr;
  for (const StructField& f : t->fields) {
    if (isBlank(f)) continue;
    const void *a = at(p, f.offset), *b = at(q, f.offset);
    if (f.type->kind == Kind::String) {
      *equal = loadAs<GoString>(a).len == loadAs<GoString>(b).len;
    } else if (isCheap(f.type)) {
      (void)typeEqual(f.type, a, b, equal);
    } else {
      rest = &f;
      break;
    }
    if (!*equal) return nullptr;
  }
  bool strings = true;
  for (const StructField& f : t->fields) {
    if (&f == rest) strings = false;
    if (isBlank(f) || (strings && f.type->kind != Kind::String)) continue;
    if (const Type* bad = typeEqual(f.type, at(p, f.offset), at(q, f.offset), equal)) return bad;
    if (!*equal) return nullptr;
  }
  return nullptr;
}

const Type* arrayEqual(const Type* t, const void* p, const void* q, bool* equal) {
  *equal = true;
  int64_t size = static_cast<int64_t>(t->elem->size);
  for (int64_t i = 0; i < t->len; i++) {
    if (const Type* bad = typeEqual(t->elem, at(p, i * size), at(q, i * size), equal)) return bad;
    if (!*equal) return nullptr;
  }
  return nullptr;
}

}  // namespace

const Type* typeEqual(const Type* t, const void* p, const void* q, bool* equal) {
  if (t->flags & kTypeMemEqual) return *equal = memequal(p, q, t->size), nullptr;
  switch (t->kind) {
    case Kind::Float32: *equal = loadAs<float>(p) == loadAs<float>(q); return nullptr;
    case Kind::Float64: *equal = loadAs<double>(p) == loadAs<double>(q); return nullptr;
    case Kind::Complex64:
      *equal = loadAs<float>(p) == loadAs<float>(q) && loadAs<float>(at(p, 4)) == loadAs<float>(at(q, 4));
      return nullptr;
    case Kind::Complex128:
      *equal = loadAs<double>(p) == loadAs<double>(q) && loadAs<double>(at(p, 8)) == loadAs<double>(at(q, 8));
      return nullptr;
    case Kind::String: {
      GoString a = loadAs<GoString>(p), b = loadAs<GoString>(q);
      *equal = a.len == b.len && (a.ptr == b.ptr || std::memcmp(a.ptr, b.ptr, static_cast<size_t>(a.len)) == 0);
      return nullptr;
    }
    case Kind::Interface: return ifaceEqual(t, p, q, equal);
    case Kind::Struct:
      if (!(t->flags & kTypeComparable)) break;
      return structEqual(t, p, q, equal);
    case Kind::Array:
      if (!(t->flags & kTypeComparable)) break;
      return arrayEqual(t, p, q, equal);
    case Kind::Slice:
    case Kind::Map:
    case Kind::Func: break;
    default: *equal = memequal(p, q, t->size); return nullptr;
  }
  *equal = false;
  return t;
}

const Type* ifaceDataEqual(const Type* t, const void* x, const void* y, bool* equal) {
  if (!(t->flags & kTypeComparable)) return *equal = false, t;
  if (t->direct()) return *equal = x == y, nullptr;
  return typeEqual(t, x, y, equal);
}

// ---- hashing -------------------------------------------------------------------------------------------------

uint64_t memHash(VM* vm, const void* p, uint64_t n, uint64_t seed) {
  return XXH3_64bits_withSeed(p, n, seed ^ vm->hashSeed);
}

uint64_t memHash64(VM* vm, uint64_t v, uint64_t seed) { return memHash(vm, &v, sizeof v, seed); }

namespace {

uint64_t floatHash(VM* vm, double f, uint64_t seed) {
  if (f == 0) return memHash64(vm, 0, seed);                            // +0 and -0 are equal
  if (f != f) return memHash64(vm, vm->nans.fetchAddRelaxed(1), seed);  // a NaN is found by nobody
  return memHash64(vm, loadAs<uint64_t>(&f), seed);
}

const Type* ifaceHash(VM* vm, const Type* t, const void* p, uint64_t seed, uint64_t* h) {
  Eface e = loadAs<Eface>(p);
  if (e.type == nullptr) return *h = memHash64(vm, 0, seed), nullptr;
  const Type* dynamic = t->imethods.len == 0 ? e.type : reinterpret_cast<Itab*>(e.type)->type;
  if (!(dynamic->flags & kTypeComparable)) return dynamic;
  seed ^= dynamic->hash;
  if (dynamic->direct()) return typeHash(vm, dynamic, at(p, 8), seed, h);
  return typeHash(vm, dynamic, e.data, seed, h);
}

}  // namespace

const Type* typeHash(VM* vm, const Type* t, const void* p, uint64_t seed, uint64_t* h) {
  if (t->flags & kTypeMemEqual) return *h = memHash(vm, p, t->size, seed), nullptr;
  *h = seed;
  switch (t->kind) {
    case Kind::Float32: *h = floatHash(vm, loadAs<float>(p), seed); return nullptr;
    case Kind::Float64: *h = floatHash(vm, loadAs<double>(p), seed); return nullptr;
    case Kind::Complex64: *h = floatHash(vm, loadAs<float>(at(p, 4)), floatHash(vm, loadAs<float>(p), seed)); return nullptr;
    case Kind::Complex128:
      *h = floatHash(vm, loadAs<double>(at(p, 8)), floatHash(vm, loadAs<double>(p), seed));
      return nullptr;
    case Kind::String: *h = stringHash(vm, loadAs<GoString>(p), seed); return nullptr;
    case Kind::Interface: return ifaceHash(vm, t, p, seed, h);
    case Kind::Struct:
      for (const StructField& f : t->fields) {
        if (isBlank(f)) continue;
        if (const Type* bad = typeHash(vm, f.type, at(p, f.offset), *h, h)) return bad;
      }
      return nullptr;
    case Kind::Array:
      for (int64_t i = 0; i < t->len; i++) {
        const uint8_t* elem = at(p, i * static_cast<int64_t>(t->elem->size));
        if (const Type* bad = typeHash(vm, t->elem, elem, *h, h)) return bad;
      }
      return nullptr;
    case Kind::Slice:
    case Kind::Map:
    case Kind::Func: return t;
    default: *h = memHash(vm, p, t->size, seed); return nullptr;
  }
}

namespace {

std::string withType(const char* text, const Type* t) {
  return text + std::string(reinterpret_cast<const char*>(t->string.ptr), static_cast<size_t>(t->string.len));
}

}  // namespace

std::string unhashableText(const Type* t) { return withType("hash of unhashable type ", t); }
std::string uncomparableText(const Type* t) { return withType("comparing uncomparable type ", t); }

}  // namespace hood::rt
