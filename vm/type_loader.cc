// Interning of types: the type descriptions of all images become the VM's one descriptor per type.
//
// They live in the table that the types made by reflection are in (runtime/lang/type_table.h).
//
// A descriptor comes with all it is made of: elements, fields, parameters. Only the func types in method tables wait
// (a tagged cell, type.h), and the code of methods is stubs: else the first error value would bring half the library in.
#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "base/check.h"
#include "bytecode/verifier.h"
#include "runtime/core/vm.h"
#include "runtime/lang/lang.h"
#include "runtime/lang/string.h"
#include "vm/linker.h"
#include "vm/program.h"

namespace hood::vm {

using bytecode::SymbolKind;
using bytecode::TypeBody;
using bytecode::TypeDef;
using bytecode::TypeHead;
using rt::Type;

namespace {

rt::GoString goString(std::string_view s) {
  return {reinterpret_cast<const uint8_t*>(s.data()), static_cast<int64_t>(s.size())};
}

template <class T>
rt::TypedSlice<T> makeSlice(Arena& arena, size_t n) {
  return {n == 0 ? nullptr : arena.makeArray<T>(n), static_cast<int64_t>(n), static_cast<int64_t>(n)};
}

// A type of a unit in the cell of a method table, until somebody asks for it.
Type* lazyType(uint32_t unit, uint32_t type) {
  return reinterpret_cast<Type*>(static_cast<uintptr_t>(unit) << 40 | static_cast<uintptr_t>(type) << 1 | rt::kLazyType);
}
uint32_t lazyUnit(const Type* t) { return static_cast<uint32_t>(reinterpret_cast<uintptr_t>(t) >> 40); }
uint32_t lazyIndex(const Type* t) { return static_cast<uint32_t>(reinterpret_cast<uintptr_t>(t) >> 1); }

}  // namespace

// REQUIRES the lock.
Type* Linker::type(Unit& u, uint32_t i) {
  if (u.types[i] != nullptr) return u.types[i];
  // Reflection makes types, too: it must not find one that is not filled yet.
  rt::LockGuard guard(vm_->lang->types.lock);
  Type* t = shell(u, i);
  // Types may refer to each other in circles: identity is the key alone, so all exist before any is filled.
  while (!pendingTypes_.empty()) {
    PendingType p = pendingTypes_.back();
    pendingTypes_.pop_back();
    fillType(*p.unit, p.index, p.type);
  }
  return t;
}

// The descriptor, perhaps an empty one that is on the list of those to fill.
Type* Linker::shell(Unit& u, uint32_t i) {
  if (u.types[i] != nullptr) return u.types[i];
  TypeHead head = u.image.type(i);
  rt::TypeTable& table = vm_->lang->types;
  if (Type* known = table.findLocked(head.key)) {
    if (lackingCode_.contains(known) && !head.shape.external) pendingTypes_.push_back({&u, i, known});
    return u.types[i] = known;
  }
  if (head.shape.external) {
    Unit& o = owner(u, head.pkgPath, head.key);
    uint32_t k = o.image.find(SymbolKind::Type, head.key);
    if (k == ~0u) broken(u, fmt::format("type {} is not in the image of {}", head.key, head.pkgPath));
    bytecode::TypeShape found = o.image.typeShape(k);
    if (found.external || found.size != head.shape.size || found.kind != head.shape.kind) {
      broken(u, fmt::format("type {} does not fit the image of {}", head.key, head.pkgPath));
    }
    return u.types[i] = shell(o, k);
  }
  bool fresh;
  Type* t = table.addLocked(head.key, &fresh);
  stats_.types++;
  pendingTypes_.push_back({&u, i, t});
  return u.types[i] = t;
}

void Linker::fillType(Unit& u, uint32_t i, Type* t) {
  TypeBody& b = typeBody_;
  if (!u.image.readType(i, &b)) broken(u, fmt::format("image is damaged: type {}", u.image.type(i).key));
  if (!u.verified) {
    if (auto problem = bytecode::verifyType(u.image, b)) broken(u, "image is damaged: " + *problem);
  }
  if (lackingCode_.contains(t)) return addMethodCode(u, t);
  auto at = [&](uint32_t k) { return k == TypeDef::kNone ? nullptr : shell(u, k); };
  t->size = b.size;
  t->ptrBytes = b.ptrBytes;
  t->hash = b.hash;
  t->kind = static_cast<rt::Kind>(b.kind);
  t->align = b.align;
  t->fieldAlign = b.fieldAlign;
  t->flags = b.flags;
  t->gcMask = b.gcMask.data();
  t->string = goString(b.string);
  t->name = goString(b.name);
  t->pkgPath = goString(b.pkgPath);
  t->elem = at(b.elem);
  t->key = at(b.mapKey);
  t->len = b.len;
  t->fields = makeSlice<rt::StructField>(arena_, b.fields.size());
  for (size_t k = 0; k < b.fields.size(); k++) {
    const TypeBody::Field& f = b.fields[k];
    t->fields.ptr[k] = {goString(f.name), goString(f.pkgPath), goString(f.tag), at(f.type), f.offset, f.embedded};
  }
  fillMethods(u, t);
  bringPointer(u, t);
  for (auto [list, from] : {std::pair{&t->in, &b.in}, std::pair{&t->out, &b.out}}) {
    *list = makeSlice<Type*>(arena_, from->size());
    for (size_t k = 0; k < from->size(); k++) list->ptr[k] = at((*from)[k]);
  }
  // order: release publishes *t to those who take ptrTo without a lock; pairs with their acquire.
  if (t->kind == rt::Kind::Pointer) __atomic_store_n(&t->elem->ptrTo, t, __ATOMIC_RELEASE);
}

// A pointer to an unnamed struct has the methods of its embedded fields, but no package by which reflect.PointerTo could
// find it: it comes along with the struct.
void Linker::bringPointer(Unit& u, const Type* t) {
  if (t->kind != rt::Kind::Struct || t->name.len != 0) return;
  bool embeds = std::any_of(t->fields.begin(), t->fields.end(), [](const rt::StructField& f) { return f.embedded; });
  if (!embeds) return;
  uint32_t k = u.image.find(SymbolKind::Type, "*" + std::string(rt::view(t->identity)));
  if (k != ~0u) shell(u, k);
}

void Linker::fillMethods(Unit& u, Type* t) {
  const TypeBody& b = typeBody_;
  size_t n = b.methods.size();
  auto typeOf = [&](uint32_t k) { return u.types[k] != nullptr ? u.types[k] : lazyType(u.id, k); };
  if (t->kind == rt::Kind::Interface) {
    t->imethods = makeSlice<rt::InterfaceMethod>(arena_, n);
    for (size_t k = 0; k < n; k++) {
      const TypeBody::Method& x = b.methods[k];
      t->imethods.ptr[k] = {goString(x.name), goString(x.pkgPath), typeOf(x.type)};
    }
    return;
  }
  t->methods = makeSlice<rt::Method>(arena_, n);
  for (size_t k = 0; k < n; k++) {
    const TypeBody::Method& x = b.methods[k];
    const void* code = nullptr;
    if (x.func != TypeDef::kNone) code = methodCode(u, x.func);
    if (code == nullptr) lackingCode_.insert(t);
    t->methods.ptr[k] = {goString(x.name), goString(x.pkgPath), typeOf(x.type), code};
  }
}

const Word* Linker::methodCode(Unit& u, uint32_t func) {
  return u.funcs[func] != nullptr ? addressOf(u.funcs[func]) : newStub(u, func);
}

// Unnamed types are defined wherever they are mentioned; code for their methods is only where values of theirs become
// interfaces.
void Linker::addMethodCode(Unit& u, Type* t) {
  const TypeBody& b = typeBody_;
  bool lacking = false;
  for (size_t k = 0; k < b.methods.size() && k < static_cast<size_t>(t->methods.len); k++) {
    rt::Method& m = t->methods.ptr[k];
    if (m.ifn == nullptr && b.methods[k].func != TypeDef::kNone) {
      // order: release; other threads have this type already. Pairs with the acquire in fillMethods (runtime/lang/iface.cc).
      __atomic_store_n(&m.ifn, static_cast<const void*>(methodCode(u, b.methods[k].func)), __ATOMIC_RELEASE);
    }
    lacking |= m.ifn == nullptr;
  }
  if (!lacking) lackingCode_.erase(t);
}

// Code of methods is in the images of packages that make interfaces of the type's values. Where such a conversion was inlined into
// another package, that one's image has none, and perhaps nobody else has asked for the type yet.
void Linker::bringMethods(const Type* t) {
  LinkGuard guard(*this);
  auto from = [&](Unit* u) {
    if (lackingCode_.contains(t)) typeOf(u, rt::view(t->identity));
  };
  for (size_t i = 0; i < units_.size(); i++) from(units_[i]);
  for (size_t i = 0; i < images_.size() && lackingCode_.contains(t); i++) from(findUnit(images_[i].path));
}

Type* Linker::resolveType(Type** cell) {
  LinkGuard guard(*this);
  Type* t = *cell;  // written under the lock only
  if ((reinterpret_cast<uintptr_t>(t) & rt::kLazyType) == 0) return t;
  Unit& u = *units_[lazyUnit(t)];
  t = type(u, lazyIndex(t));
  // order: release publishes *t; pairs with the acquire in methodType().
  __atomic_store_n(cell, t, __ATOMIC_RELEASE);
  return t;
}

}  // namespace hood::vm
