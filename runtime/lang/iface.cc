// Interfaces: itabs, assertions, boxing, comparison.
// Mirrors:    src/runtime/iface.go, alg.go. Book: 3.3.
// Differs:    boxes of small integers and zero values come from static data for every type they fit.
// Locks:      Lang::itabLock, for adding.
// Try:        hood run testdata/ch03_lang/iface_assert.go
#include "runtime/lang/iface.h"

#include <array>
#include <cstdlib>
#include <cstring>

#include "base/check.h"
#include "runtime/alloc/malloc.h"
#include "runtime/core/alg.h"
#include "runtime/core/engine.h"
#include "runtime/core/vm.h"
#include "runtime/lang/lang.h"
#include "runtime/lang/panic.h"
#include "runtime/lang/string.h"
#include "runtime/lang/well_known.h"

namespace hood::rt {

// ---- itabs
// ---------------------------------------------------------------------------------------------------------

namespace {

constexpr uint64_t kItabTableInit = 256;

uint64_t itabHash(const Type* inter, const Type* type) {
  return (reinterpret_cast<uintptr_t>(inter) ^ reinterpret_cast<uintptr_t>(type) << 1) * 0x9e3779b97f4a7c15u >> 16;
}

Itab* findItab(const ItabTable* t, const Type* inter, const Type* type) {
  for (uint64_t i = itabHash(inter, type);; i++) {
    // order: acquire sees the whole itab; pairs with the release in addItab().
    Itab* m = t->entries[i & t->mask].loadAcquire();
    if (m == nullptr || (m->inter == inter && m->type == type)) return m;
  }
}

ItabTable* newItabTable(uint64_t size) { return new ItabTable{size - 1, new Atomic<Itab*>[size]}; }

void addItab(ItabTable* t, Itab* m) {
  uint64_t i = itabHash(m->inter, m->type);
  while (t->entries[i & t->mask].loadRelaxed() != nullptr) i++;  // only writer: itabLock is held
  // order: release publishes *m; pairs with the acquire in findItab().
  t->entries[i & t->mask].storeRelease(m);
}

bool sameName(GoString a, GoString b) { return stringEqual(a, b); }

// Both method lists are sorted by name and package: one walk finds all. Returns the index of the first
// missing method, or the number of methods.
int64_t fillMethods(VM* vm, const Type* inter, const Type* type, const void** fun) {
  int64_t j = 0;
  for (int64_t i = 0; i < inter->imethods.len; i++) {
    InterfaceMethod& want = inter->imethods[i];
    for (;; j++) {
      if (j == type->methods.len) return i;
      Method& have = type->methods[j];
      if (!sameName(have.name, want.name) || !sameName(have.pkgPath, want.pkgPath)) continue;
      if (methodType(vm, &have.type) != methodType(vm, &want.type)) return i;
      // order: acquire; the linker may add code to a method that had none.
      const void* code = __atomic_load_n(&have.ifn, __ATOMIC_ACQUIRE);
      if (fun != nullptr) fun[i] = vm->engine != nullptr ? vm->engine->bindMethod(code, &fun[i]) : code;
      j++;
      break;
    }
  }
  return inter->imethods.len;
}

constexpr uint32_t kItabNegative = 1;  // Itab::pad: the type does not implement the interface

Itab* makeItab(VM* vm, const Type* inter, const Type* type) {
  size_t n = static_cast<size_t>(inter->imethods.len);
  auto* m = static_cast<Itab*>(std::calloc(1, sizeof(Itab) + (n - 1) * sizeof(void*)));
  m->inter = const_cast<Type*>(inter);
  m->type = const_cast<Type*>(type);
  m->hash = type->hash;
  // Whether it does comes first: what was bound may be patched later.
  if (fillMethods(vm, inter, type, nullptr) == inter->imethods.len) {
    if (vm->engine != nullptr) vm->engine->bringMethods(type);
    fillMethods(vm, inter, type, m->fun);
  } else {
    m->pad = kItabNegative;
  }
  return m;
}

}  // namespace

Type* methodType(VM* vm, Type** cell) {
  // order: acquire sees the whole type; pairs with the release of whoever resolves the cell.
  Type* t = __atomic_load_n(cell, __ATOMIC_ACQUIRE);
  if ((reinterpret_cast<uintptr_t>(t) & kLazyType) == 0) return t;
  return vm->engine->resolveType(cell);
}

Itab* getitab(VM* vm, const Type* inter, const Type* type, bool canfail) {
  HOOD_ASSERT(inter->imethods.len > 0);
  Lang& lang = *vm->lang;
  // order: acquire sees the table's entries pointer; pairs with the release below.
  Itab* m = findItab(lang.itabs.loadAcquire(), inter, type);
  if (m == nullptr) {
    Itab* made = makeItab(vm, inter, type);  // may link, whose lock comes before ours
    LockGuard guard(lang.itabLock);
    lang.itabMemory.push_back(made);          // another thread's may have come first: this one may still be patched
    ItabTable* t = lang.itabs.loadRelaxed();  // written under the lock only
    m = findItab(t, inter, type);
    if (m == nullptr) {
      if ((lang.itabCount + 1) * 4 > (t->mask + 1) * 3) {
        ItabTable* bigger = newItabTable((t->mask + 1) * 2);
        for (uint64_t i = 0; i <= t->mask; i++) {
          if (Itab* old = t->entries[i].loadRelaxed()) addItab(bigger, old);
        }
        lang.oldItabs.push_back(t);
        // order: release publishes the filled table; pairs with the acquire above.
        lang.itabs.storeRelease(bigger);
        t = bigger;
      }
      m = made;
      addItab(t, m);
      lang.itabCount++;
    }
  }
  if (m->pad != kItabNegative) return m;
  if (!canfail) {
    std::string text = std::string(view(type->string)) + " has no method " + missingMethod(vm, inter, type) + " for " +
                       std::string(view(inter->string));
    throwFatal(text.c_str());
  }
  return nullptr;
}

std::string missingMethod(VM* vm, const Type* inter, const Type* type) {
  int64_t i = fillMethods(vm, inter, type, nullptr);
  return i == inter->imethods.len ? std::string() : std::string(view(inter->imethods[i].name));
}

void langInit(VM* vm) {
  vm->lang = new Lang{};
  vm->wellKnown = new WellKnown{};
  vm->lang->itabs.storeRelaxed(newItabTable(kItabTableInit));  // no reader exists yet
}

void langFree(VM* vm) {
  Lang& lang = *vm->lang;
  freeMapLayouts(lang);
  for (void* m : lang.itabMemory) std::free(m);
  lang.oldItabs.push_back(lang.itabs.loadRelaxed());  // no reader is left
  for (ItabTable* t : lang.oldItabs) {
    delete[] t->entries;
    delete t;
  }
  delete vm->lang;
  delete vm->wellKnown;
  vm->lang = nullptr;
  vm->wellKnown = nullptr;
}

// ---- boxing
// --------------------------------------------------------------------------------------------------------

namespace {

constexpr auto kSmallInts = [] {
  std::array<uint64_t, 256> t{};
  for (uint64_t i = 0; i < 256; i++) t[i] = i;
  return t;
}();
constexpr uint64_t kZeroVal[3] = {};

}  // namespace

void* convT(G* gp, const Type* t, const void* v) {
  if (t->direct()) {
    void* p;
    std::memcpy(&p, v, sizeof p);
    return p;
  }
  if (!t->hasPointers() && t->size <= 8) {
    uint64_t bits = 0;
    std::memcpy(&bits, v, t->size);
    if (bits < 256) return const_cast<uint64_t*>(&kSmallInts[bits]);
    void* box = mallocgc(gp, t->size, nullptr, false);
    std::memcpy(box, &bits, t->size);
    return box;
  }
  if (t->kind == Kind::String || t->kind == Kind::Slice) {
    // The empty string and the nil slice: whatever follows the first word must be zero too.
    const auto* s = static_cast<const Slot*>(v);
    bool zero = t->kind == Kind::String ? s[1].i == 0 : s[0].p == nullptr;
    if (zero) return const_cast<uint64_t*>(kZeroVal);
  }
  if (!t->hasPointers()) {
    void* box = mallocgc(gp, t->size, nullptr, false);
    std::memcpy(box, v, t->size);
    return box;
  }
  void* box = newobject(gp, t);
  typedmemmove(gp, t, box, v);
  return box;
}

void unboxIface(const Type* t, void* data, Slot* dst) {
  if (t->direct()) {
    dst->p = data;
  } else {
    loadSlots(t, dst, data);
  }
}

// ---- assertions
// ----------------------------------------------------------------------------------------------------

namespace {

void putIface(Slot* out, void* word, void* data) {
  out[0].p = word;
  out[1].p = data;
}

Outcome panicAssert(G* gp, const Type* inter, const Type* concrete, const Type* asserted, const std::string& missing) {
  std::string as(view(asserted->string));
  if (concrete == nullptr) {
    std::string from = inter == nullptr ? "interface" : std::string(view(inter->string));
    return panicTypeAssertion(gp, from + " is nil, not " + as);
  }
  std::string cs(view(concrete->string));
  if (!missing.empty()) return panicTypeAssertion(gp, cs + " is not " + as + ": missing method " + missing);
  std::string from = inter == nullptr ? "interface" : std::string(view(inter->string));
  std::string text = from + " is " + cs + ", not " + as;
  if (cs == as) {
    bool samePkg = stringEqual(concrete->pkgPath, asserted->pkgPath);
    text += samePkg ? " (types from different scopes)" : " (types from different packages)";
  }
  return panicTypeAssertion(gp, text);
}

}  // namespace

Outcome assertToIface(G* gp, const Type* src, const Slot* x, const Type* target, Slot* out) {
  Type* t = ifaceType(x, isEfaceType(src));
  void* data = x[1].p;
  if (t == nullptr) return panicAssert(gp, nullptr, nullptr, target, "");
  if (isEfaceType(target)) {
    putIface(out, t, data);
    return Outcome::Done;
  }
  Itab* tab = getitab(gp->vm, target, t, true);
  if (tab == nullptr) return panicAssert(gp, src, t, target, missingMethod(gp->vm, target, t));
  putIface(out, tab, data);
  return Outcome::Done;
}

bool assertToIface2(G* gp, const Type* src, const Slot* x, const Type* target, Slot* out) {
  Type* t = ifaceType(x, isEfaceType(src));
  void* data = x[1].p;
  void* word = t;
  if (t != nullptr && !isEfaceType(target)) word = getitab(gp->vm, target, t, true);
  putIface(out, word, word == nullptr ? nullptr : data);
  return word != nullptr;
}

void convI2I(G* gp, const Type* src, const Slot* x, const Type* target, Slot* out) {
  bool ok = assertToIface2(gp, src, x, target, out);
  HOOD_CHECK(ok || x[0].p == nullptr);
}

Outcome panicdottype(G* gp, const Type* src, const Slot* x, const Type* target) {
  return panicAssert(gp, src, ifaceType(x, isEfaceType(src)), target, "");
}

// ---- comparison
// ----------------------------------------------------------------------------------------------------

Outcome efaceeq(G* gp, const Slot* a, const Slot* b, bool* equal) {
  *equal = false;
  if (a[0].p != b[0].p) return Outcome::Done;
  if (a[0].p == nullptr) {
    *equal = true;
    return Outcome::Done;
  }
  return dataeq(gp, static_cast<Type*>(a[0].p), a[1].p, b[1].p, equal);
}

Outcome ifaceeq(G* gp, const Slot* a, const Slot* b, bool* equal) {
  // The operands may be of two interface types with the same methods: then the itabs of one type differ.
  const Type* t = ifaceType(a, false);
  *equal = t == nullptr;
  if (t != ifaceType(b, false)) {
    *equal = false;
    return Outcome::Done;
  }
  return t == nullptr ? Outcome::Done : dataeq(gp, t, a[1].p, b[1].p, equal);
}

Outcome dataeq(G* gp, const Type* t, void* a, void* b, bool* equal) {
  const Type* bad = ifaceDataEqual(t, a, b, equal);
  return bad == nullptr ? Outcome::Done : panicUncomparable(gp, bad);
}

}  // namespace hood::rt
