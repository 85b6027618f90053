#include "vm/natives.h"

#include "bytecode/image.h"

namespace hood::vm {

// The table is built once, at its full size, because a start of hood should not pay for many small allocations.
void NativeTable::add(std::span<const rt::NativeEntry> entries) {
  count_ += entries.size();
  if (slots_.size() < count_ * 2) {
    size_t size = 64;
    while (size < count_ * 3) size *= 2;
    std::vector<const rt::NativeEntry*> old = std::move(slots_);
    slots_.assign(size, nullptr);
    for (const rt::NativeEntry* e : old) {
      if (e != nullptr) put(e);
    }
  }
  for (const rt::NativeEntry& e : entries) put(&e);
}

const rt::NativeEntry** NativeTable::slot(std::string_view name) {
  size_t mask = slots_.size() - 1;
  size_t i = bytecode::symbolHash(name);
  while (slots_[i & mask] != nullptr && slots_[i & mask]->name != name) i++;
  return &slots_[i & mask];
}

void NativeTable::put(const rt::NativeEntry* e) { *slot(e->name) = e; }

rt::NativeFn NativeTable::find(std::string_view name) const {
  if (slots_.empty()) return nullptr;
  const rt::NativeEntry* e = *const_cast<NativeTable*>(this)->slot(name);
  return e == nullptr ? nullptr : e->fn;
}

}  // namespace hood::vm
