// The table of all type descriptors of a VM, and the types that programs make at run time.
// Mirrors:    src/reflect/type.go (PointerTo, SliceOf, FuncOf, StructOf …). Book: 2.2.
// Differs:    see type_table.h.
// Invariants: see type_table.h.
// Locks:      TypeTable::lock.
// Try:        hood run testdata/stdlib/reflect_make_types.go
#include "base/limits.h"
#include "runtime/lang/type_table.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <functional>
#include <vector>

#include "runtime/lang/string.h"

namespace hood::rt {

Type* TypeTable::findLocked(std::string_view key) const {
  auto it = byKey.find(key);
  return it == byKey.end() ? nullptr : it->second;
}

Type* TypeTable::addLocked(std::string_view key, bool* fresh) {
  Type* t = findLocked(key);
  *fresh = t == nullptr;
  if (t != nullptr) return t;
  t = arena.makeArray<Type>(1);
  t->identity = stringLocked(key);
  byKey.emplace(view(t->identity), t);
  return t;
}

GoString TypeTable::stringLocked(std::string_view s) {
  std::string_view copy = arena.copy(s);
  return {reinterpret_cast<const uint8_t*>(copy.data()), static_cast<int64_t>(copy.size())};
}

namespace {

uint32_t hashOf(std::string_view key) {  // FNV-1a, as the compiler hashes keys
  uint32_t h = 2166136261u;
  for (char c : key) h = (h ^ static_cast<uint8_t>(c)) * 16777619u;
  return h;
}

// Finds the type or makes it: `fill` gets the new descriptor with its identity, string and hash.
Type* intern(TypeTable& table, const std::string& key, const std::function<std::string()>& text,
             const std::function<void(Type*)>& fill) {
  LockGuard guard(table.lock);
  bool fresh;
  Type* t = table.addLocked(key, &fresh);
  if (!fresh) return t;
  t->hash = hashOf(key);
  t->string = table.stringLocked(text());
  fill(t);
  return t;
}

constexpr uint8_t kFirstWord[1] = {1};

void makePointerShaped(Type* t, Kind kind) {
  t->kind = kind;
  t->size = t->ptrBytes = 8;
  t->align = t->fieldAlign = 8;
  t->flags = kTypeDirectIface;
  t->gcMask = kFirstWord;
}

// Collects the pointer words of a composite type.
class MaskBuilder {
 public:
  void add(const Type* t, uint64_t offset) {
    uint64_t first = offset / 8;
    for (uint64_t i = 0; i < t->ptrBytes / 8; i++) {
      if (t->gcMask[i / 8] >> (i % 8) & 1) set(first + i);
    }
  }
  void set(uint64_t word) {
    if (bits_.size() <= word / 8) bits_.resize(word / 8 + 1);
    bits_[word / 8] |= static_cast<uint8_t>(1u << (word % 8));
    words_ = std::max(words_, word + 1);
  }
  void finish(TypeTable& table, Type* t) {
    t->ptrBytes = words_ * 8;
    if (words_ == 0) return;
    auto mask = table.sliceLocked<uint8_t>(bits_.size());
    std::copy(bits_.begin(), bits_.end(), mask.ptr);
    t->gcMask = mask.ptr;
  }

 private:
  std::vector<uint8_t> bits_;
  uint64_t words_ = 0;
};

uint64_t roundUp(uint64_t n, uint64_t align) { return (n + align - 1) / align * align; }

// Offsets, size, alignment, flags and pointers of a struct from its fields' types.
void layOut(TypeTable& table, Type* t) {
  MaskBuilder mask;
  uint64_t end = 0;
  uint8_t align = 1;
  bool comparable = true, memEqual = true;
  for (int64_t i = 0; i < t->fields.len; i++) {
    StructField& f = t->fields[i];
    uint64_t size = f.type->size, at = roundUp(end, f.type->fieldAlign);
    align = std::max(align, f.type->fieldAlign);
    f.offset = static_cast<int64_t>(at);
    mask.add(f.type, at);
    comparable = comparable && f.type->flags & kTypeComparable;
    memEqual = memEqual && at == end && f.type->flags & kTypeMemEqual && view(f.name) != "_";
    // A pointer to a trailing zero-size field must not point past the object.
    if (size == 0 && at > 0 && i + 1 == t->fields.len) size = 1;
    end = at + size;
  }
  t->size = roundUp(end, align);
  t->align = t->fieldAlign = align;
  mask.finish(table, t);
  uint64_t dense = t->fields.len == 0 ? 0
                                      : static_cast<uint64_t>(t->fields[t->fields.len - 1].offset) +
                                            t->fields[t->fields.len - 1].type->size;
  if (comparable) t->flags |= kTypeComparable;
  if (comparable && memEqual && dense == t->size) t->flags |= kTypeMemEqual;
  if (t->fields.len == 1 && t->fields[0].type->direct()) t->flags |= kTypeDirectIface;
}

}  // namespace

Type* pointerTo(TypeTable& table, Type* elem) {
  auto text = [&] { return "*" + std::string(view(elem->string)); };
  return intern(table, "*" + std::string(view(elem->identity)), text, [&](Type* t) {
    makePointerShaped(t, Kind::Pointer);
    t->flags |= kTypeComparable | kTypeMemEqual;
    t->elem = elem;
    // order: release publishes *t; pairs with the load of PtrTo in reflect's ptrTo, through which t is read.
    std::atomic_ref(elem->ptrTo).store(t, std::memory_order_release);
  });
}

Type* sliceOf(TypeTable& table, Type* elem) {
  auto text = [&] { return "[]" + std::string(view(elem->string)); };
  return intern(table, "[]" + std::string(view(elem->identity)), text, [&](Type* t) {
    t->kind = Kind::Slice;
    t->size = 24;
    t->ptrBytes = 8;
    t->align = t->fieldAlign = 8;
    t->gcMask = kFirstWord;
    t->elem = elem;
  });
}

Type* arrayOf(TypeTable& table, int64_t len, Type* elem) {
  auto text = [&] { return arrayText(TypeText::String, len, elem); };
  return intern(table, arrayText(TypeText::Key, len, elem), text, [&](Type* t) {
    t->kind = Kind::Array;
    t->size = static_cast<uint64_t>(len) * elem->size;
    t->align = elem->align;
    t->fieldAlign = elem->fieldAlign;
    t->elem = elem;
    t->len = len;
    MaskBuilder mask;
    for (int64_t i = 0; i < len && elem->hasPointers(); i++) mask.add(elem, static_cast<uint64_t>(i) * elem->size);
    mask.finish(table, t);
    t->flags = elem->flags & (kTypeComparable | kTypeMemEqual);
    if (len == 1 && elem->direct()) t->flags |= kTypeDirectIface;
  });
}

Type* mapOf(TypeTable& table, Type* key, Type* elem) {
  auto text = [&] { return mapText(TypeText::String, key, elem); };
  return intern(table, mapText(TypeText::Key, key, elem), text, [&](Type* t) {
    makePointerShaped(t, Kind::Map);
    t->key = key;
    t->elem = elem;
  });
}

Type* chanOf(TypeTable& table, int64_t dir, Type* elem) {
  auto text = [&] { return chanText(TypeText::String, dir, elem); };
  return intern(table, chanText(TypeText::Key, dir, elem), text, [&](Type* t) {
    makePointerShaped(t, Kind::Chan);
    t->flags |= kTypeComparable | kTypeMemEqual;
    t->elem = elem;
    t->len = dir;
  });
}

Type* funcOf(TypeTable& table, std::span<Type* const> in, std::span<Type* const> out, bool variadic) {
  auto text = [&] { return funcText(TypeText::String, in, out, variadic); };
  return intern(table, funcText(TypeText::Key, in, out, variadic), text, [&](Type* t) {
    makePointerShaped(t, Kind::Func);
    if (variadic) t->flags |= kTypeVariadic;
    t->in = table.sliceLocked<Type*>(in.size());
    t->out = table.sliceLocked<Type*>(out.size());
    std::copy(in.begin(), in.end(), t->in.ptr);
    std::copy(out.begin(), out.end(), t->out.ptr);
  });
}

Type* structOf(TypeTable& table, std::span<const StructField> fields) {
  auto text = [&] { return structText(TypeText::String, fields); };
  return intern(table, structText(TypeText::Key, fields), text, [&](Type* t) {
    t->kind = Kind::Struct;
    t->fields = table.sliceLocked<StructField>(fields.size());
    for (size_t i = 0; i < fields.size(); i++) {
      StructField& f = t->fields.ptr[i] = fields[i];
      f.name = table.stringLocked(view(f.name));
      f.pkgPath = table.stringLocked(view(f.pkgPath));
      f.tag = table.stringLocked(view(f.tag));
    }
    layOut(table, t);
    // The first field lies where the struct lies: methods that take its data word serve the struct as well.
    if (t->fields.len != 0 && t->fields[0].embedded && t->direct() == t->fields[0].type->direct()) {
      t->methods = t->fields[0].type->methods;
    }
  });
}

Type* frameTypeOf(TypeTable& table, const Type* func, bool receiver) {
  std::string key = (receiver ? "method frame of " : "frame of ") + std::string(view(func->identity));
  auto text = [&] { return key; };
  return intern(table, key, text, [&](Type* t) {
    MaskBuilder mask;
    uint64_t slots = 0;
    auto add = [&](const Type* p) {
      if (isHugeValue(p->size)) {
        mask.set(slots);
      } else {
        mask.add(p, slots * 8);
      }
      slots += argSlotsOf(p->size);
    };
    for (const Type* p : func->out) add(p);
    if (receiver) mask.set(slots++);
    for (const Type* p : func->in) add(p);
    t->kind = Kind::Struct;
    t->size = slots * 8;
    t->align = t->fieldAlign = 8;
    mask.finish(table, t);
  });
}

}  // namespace hood::rt
